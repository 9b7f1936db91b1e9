"""Messages 882 to 889: slips in the head of a file, each told with the line to write."""

from .texts import N_, Message

HEAD_SLIPS: dict[str, Message] = {
    "E882": Message(N_("Khoá {key} mới ghi «{value}», chưa có giá trị."), N_("Viết giá trị, ví dụ: {example}. Chưa biết thì xoá cả dòng này.")),
    "E883": Message(N_("Không có khoá {key}."), N_("Ghi chú cho người soạn thì thêm dấu # ở đầu dòng; không cần thì xoá dòng. Các khoá dùng được: {known}.")),
    "E884": Message(N_("Các khoá con của {key} mở đầu bằng dấu - như một danh sách."), N_("Bỏ dấu - ở đầu dòng này và các dòng cùng nhóm: {right}")),
    "E885": Message(N_("Phần «{stray}» không thuộc giá trị của khoá {key}."), N_("Viết: {right}")),
    "E886": Message(N_("Phần đầu chưa đóng mà đã đến lời văn: «{words}»."), N_("Thêm một dòng --- sát lề trái ngay trên dòng này.")),
    "E889": Message(N_("Tên tệp «{name}» có dấu cách nên bị đọc thành nhiều tên."), N_("Đặt cả tên trong nháy kép: \"{name}\"")),
    "E887": Message(N_("Khoá {key} mới ghi «{value}», chưa có giá trị."), N_("Văn bản nào cũng phải có; viết giá trị, ví dụ: {example}")),
    "W888": Message(N_("«{words}» gõ không có dấu."), N_("Gõ lại cho đủ dấu, như chữ phải in.")),
}  # fmt: skip
