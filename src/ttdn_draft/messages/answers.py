"""Messages 880 to 889: what a screen asks of a text that is no longer so."""

from .texts import N_, Message

ANSWERS: dict[str, Message] = {
    "E880": Message(
        N_("Văn bản không còn câu hỏi này ({name})."), N_("Xem lại danh sách câu hỏi: chỗ ấy có thể vừa được sửa.")
    ),
    "E881": Message(
        N_("Không tự ghi được mục {name}: phần đầu tệp viết theo cách không sửa riêng chỗ ấy được."),
        N_("Mở tệp bằng Notepad, sửa mục ấy ở phần đầu tệp."),
    ),
}
