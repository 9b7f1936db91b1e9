"""Messages 8xx: the tables of facts and their age."""

from .texts import N_, Message

AGES: dict[str, Message] = {
    "N811": Message(N_("Ngày {day} xa hơn thời gian mà số liệu còn chắc: {tables} (soát lần cuối {since})."), N_("Tra lại các tên và văn bản, hoặc cập nhật số liệu; xem ttdn-draft facts list")),
}  # fmt: skip
