"""Messages 8xx: the tables of facts and their age."""

from .texts import N_, Message

AGES: dict[str, Message] = {
    "N811": Message(N_("Ngày {day} xa hơn thời gian mà số liệu còn chắc: {tables} (soát lần cuối {since})."), N_("Tra lại các tên và văn bản, hoặc cập nhật số liệu; xem ttdn-draft facts list")),
    "N812": Message(N_("Không đọc được số liệu đã cập nhật ở {file}; dùng số liệu có sẵn."), N_("Cập nhật lại bằng ttdn-draft facts update, hoặc gỡ: ttdn-draft facts update --remove")),
}  # fmt: skip
