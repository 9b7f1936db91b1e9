"""Messages 8xx: what is wrong with a Word file that is read as an input, and what was made of it."""

from .texts import N_, Message

WORD_FILES: dict[str, Message] = {
    "E820": Message(
        N_("Không đọc được tệp Word này: {reason}."),
        N_("Mở tệp bằng Word, chọn Save As, kiểu Word Document (*.docx), không đặt mật khẩu, rồi dùng tệp mới."),
    ),
    "E821": Message(
        N_("Tệp Word quá lớn: {part} vượt {limit} MB, hoặc nén bất thường."),
        N_("Mở tệp bằng Word, bỏ hình ảnh không cần, lưu lại rồi dùng tệp mới."),
    ),
    "E822": Message(
        N_("Tệp Word thiếu hoặc hỏng phần {part}."),
        N_(
            "Mở tệp bằng Word (Word hỏi sửa thì chọn Yes), chọn Save As, kiểu Word Document (*.docx), rồi dùng tệp mới."
        ),
    ),
    "E823": Message(
        N_("Tệp lưu theo kiểu Strict Open XML."),
        N_("Mở tệp bằng Word, chọn Save As, kiểu Word Document (*.docx), rồi dùng tệp mới."),
    ),
    "E824": Message(N_("Tệp Word có hơn {limit} đoạn."), N_("Tách văn bản thành nhiều tệp.")),
    "E825": Message(
        N_("Tệp Word có bảng lồng nhau quá {limit} lớp."), N_("Đưa các bảng bên trong ra ngoài rồi lưu lại.")
    ),
    "E826": Message(
        N_("Phần {part} của tệp Word sai cú pháp XML."),
        N_(
            "Mở tệp bằng Word (Word hỏi sửa thì chọn Yes), chọn Save As, kiểu Word Document (*.docx), rồi dùng tệp mới."
        ),
    ),
    "W827": Message(
        N_("Mục này trong tệp Word ghi «{typed}», theo thứ tự là mục thứ {number} nên in thành số ấy."),
        N_("Xem lại thứ tự các mục; nếu thiếu một mục thì thêm vào."),
    ),
    "W828": Message(
        N_("Chương trình chưa biết loại văn bản «{kind}»."),
        N_("Dùng với hướng dẫn, kế hoạch, báo cáo; loại khác cần một gói bổ sung (plug-in)."),
    ),
}
