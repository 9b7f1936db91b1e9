"""Messages 808 to 810: what the page asks of a file of last year that does not say it."""

from .texts import N_, Message

PAGE_ANSWERS: dict[str, Message] = {
    "E808": Message(N_("Tệp này không ghi rõ là của năm nào."), N_("Ghi năm của tệp ở ô dưới, rồi bấm “Đọc lại tệp”.")),
    "E809": Message(N_("Tệp này là của năm {old}; không chuyển sang năm {year} được."), N_("Ở ô “Sang năm” ghi một năm sau năm {old}, rồi bấm “Đọc lại tệp”.")),
    "E810": Message(N_("Nơi ban hành của tệp này, «{words}», không còn vào ngày {day}; nay thuộc {now}."), N_("Chọn nơi ban hành hiện nay ở các ô dưới, rồi bấm “Đọc lại tệp”.")),
}  # fmt: skip
