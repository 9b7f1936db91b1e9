"""Messages 89x: signs, marks and lines in a text that are read as nothing, and so would be printed as typed."""

from .texts import N_, Message

STRAY: dict[str, Message] = {
    "W890": Message(N_("Dấu quanh «{mark}» không có nghĩa ở đây nên in nguyên ra giấy."), N_("Viết: {right} (cố ý in dấu ấy thì thêm \\ phía trước).")),
    "E891": Message(N_("Dấu «{mark}» viết sai nên in nguyên như chữ."), N_("Viết: {right}")),
    "W891": Message(N_("Không có dấu nào là «{mark}» nên in nguyên như chữ."), N_("Các dấu dùng được: [bang: tên bảng], [dan: mã văn bản], [^tên chú thích], [điền: điều cần viết]; nếu là chữ thì viết trong ngoặc đơn.")),
    "W892": Message(N_("Đoạn «{words}» không có dấu ở cuối."), N_("Là tên mục thì viết: {right}; là câu bị ngắt thì nối với đoạn dưới; là câu trọn thì thêm dấu chấm.")),
    "W893": Message(N_("Đoạn «{words}» mở đầu bằng chữ thường, như phần sau của một câu bị ngắt."), N_("Nối vào cuối đoạn trên, cùng một dòng; nếu là đoạn riêng thì viết hoa chữ đầu.")),
    "W894": Message(N_("Dòng này và dòng trên in nối thành một đoạn."), N_("Nếu là hai đoạn thì thêm một dòng trống phía trên; nếu là một đoạn thì viết nối vào cuối dòng trên.")),
    "E895": Message(N_("Ghi chú riêng «{mark}» nằm trong nội dung."), N_("Xoá đi; ghi chú cho mình thì viết giữa hai dòng ---, mở đầu bằng dấu #.")),
    "E896": Message(N_("«{mark}» là cách viết của trang web, không dùng được trong văn bản."), N_("Viết: {right}")),
    "W896": Message(N_("Chữ «{mark}» có ký tự hỏng, như khi đổi bảng mã."), N_("Gõ lại chữ này; hỏng nhiều chữ thì mở lại tệp gốc và lưu bằng bảng mã UTF-8.")),
    "W897": Message(N_("Chữ hoặc số bị ngắt ở «{words}» nên in thừa một dấu cách."), N_("Viết liền: {right}")),
    "W898": Message(N_("«{marker}» ở đây in như chữ, không thành một ý riêng của danh sách."), N_("Viết thành một dòng riêng, có dòng trống phía trên: {right}")),
    "W899": Message(N_("«{words}» là lệnh hay dấu hiệu của chương trình khác nên in nguyên ra giấy."), N_("Xoá dòng này; chương trình tự sang trang, tự in số trang và không làm mục lục.")),
}  # fmt: skip
