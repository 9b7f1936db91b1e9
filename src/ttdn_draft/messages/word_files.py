"""Messages 8xx: what is wrong with a Word file that is read as an input, and what was made of it."""

from .texts import N_, Message

WORD_READING: dict[str, Message] = {
    "E820": Message(
        N_("Không đọc được tệp Word này: {reason}."),
        N_("Mở tệp bằng Word, chọn Save As, kiểu Word Document (*.docx), không đặt mật khẩu, rồi dùng tệp mới."),
    ),
    "E836": Message(
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
        N_("Chương trình chưa in được loại văn bản này ({kind}); chỉ kiểm tra câu chữ."),
        N_("Loại in được: {known}; loại khác cần một gói bổ sung (plug-in)."),
    ),
    "W829": Message(
        N_("Chữ này chưa xếp được vào phần nào của văn bản: «{words}»."),
        N_("Xem lại chỗ này; trong tệp .md chưa có, cần giữ thì viết thêm."),
    ),
    "W860": Message(
        N_("Còn chữ ở {count} chỗ nữa chưa xếp được vào phần nào của văn bản: đoạn {paragraphs}."),
        N_("Mở tệp Word xem các đoạn ấy; cần giữ thì viết thêm vào tệp .md."),
    ),
    "N830": Message(N_("«{words}» được hiểu là {zone}."), N_("Nếu không phải thì sửa lại chỗ này.")),
    "N831": Message(
        N_(
            "Tệp Word còn theo dõi thay đổi: {insertions} chỗ thêm, {deletions} chỗ xoá; đã đọc như mọi thay đổi được chấp nhận."
        ),
        N_("Trong Word: thẻ Review, chọn Accept hoặc Reject từng chỗ rồi lưu, nếu không phải vậy."),
    ),
    "N832": Message(
        N_("Tệp Word có {count} lời góp ý (comment); chương trình không đọc các lời ấy."),
        N_("Đọc lại các lời góp ý trong Word trước khi dùng."),
    ),
    "W833": Message(N_("Tệp Word có chữ ẩn: «{words}»; đã đọc như chữ thường."), N_("Xoá chữ ấy nếu không cần.")),
    "N821": Message(
        N_("Dòng này chương trình tự in; chữ trong tệp Word không giữ lại: «{words}»."),
        N_("Ngày, tháng đã biết đủ thì ghi ở khoá ngay."),
    ),
    "N866": Message(
        N_("Ngày của văn bản chưa ghi đủ: «{words}»; tệp .md chưa có khoá ngay."),
        N_("Biết ngày thì thêm khoá ngay, ghi ngày/tháng/năm; còn là dự thảo thì ghi {typed} và đánh dấu dự thảo."),
    ),
    "N871": Message(
        N_("Tệp này do chương trình xuất ra: những gì không in lên giấy thì không có trong tệp .md ({keys})."),
        N_("Cần thì ghi lại vào tệp .md; chữ của văn bản còn đủ."),
    ),
    "E834": Message(
        N_("Tệp Word {reason}."),
        N_("Bản quét phải gõ lại, hoặc nhận dạng chữ trong chương trình khác, rồi lưu thành tệp .docx có chữ."),
    ),
    "E835": Message(
        N_("Tệp Word có hai văn bản; văn bản thứ hai bắt đầu ở đây."), N_("Tách mỗi văn bản thành một tệp.")
    ),
    "E837": Message(
        N_("Tệp kết quả trùng với tệp Word đầu vào; tệp đầu vào không bao giờ bị ghi đè."), N_("Chọn tên khác sau -o.")
    ),
    "E838": Message(
        N_("Máy này không có LibreOffice nên không đọc được tệp {suffix}."),
        N_("Mở tệp bằng Word, chọn Save As, kiểu Word Document (*.docx), rồi dùng tệp mới; hoặc cài LibreOffice."),
    ),
    "W839": Message(
        N_("Tệp Word dùng phông cũ {font}: {converted} đoạn chữ đã chuyển sang Unicode, {left} đoạn chữ để nguyên."),
        N_("Đọc soát lại; trong Word chọn cả văn bản rồi đổi phông sang Times New Roman."),
    ),
}
