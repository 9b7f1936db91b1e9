"""Messages 99x: slips of staff that are told in the place of what follows from them."""

from .texts import N_, Message

SLIPS: dict[str, Message] = {
    "E990": Message(N_("Hàng tiêu đề của bảng có {header} ô, hàng | --- | ở dưới có {second} ô, nên đây không thành bảng."), N_("Viết hai hàng này cùng số ô.")),
    "E991": Message(N_("Chú thích «{mark}» viết ngay trong câu nên in ra như chữ."), N_("Ở đây viết [^{label}]; chữ của chú thích viết ở một dòng riêng cuối tệp: [^{label}]: {words}")),
    "E992": Message(N_("Đoạn mở đầu bằng «{marker}» chưa thành tên mục nên các tên mục ở dưới mất cấp trên."), N_("Viết: {right}")),
    "W993": Message(N_("Ngày {day} còn xa nhiều năm nữa, có lẽ gõ nhầm năm."), N_("Sửa năm trong khoá ngay; các tên, văn bản dẫn chưa soát theo ngày này.")),
    "W994": Message(N_("Số {value} đọc được hai cách: là số thập phân theo cách viết Việt Nam, là hàng nghìn theo cách viết Anh."), N_("Hàng nghìn thì viết {whole}; số thập phân thì bỏ số 0 ở cuối, hoặc khai bảng ở khoá bang với kieu: so.")),
    "E994": Message(N_("«{name}» ghi {stated}, là số thập phân, còn các phần cộng lại là {sum}."), N_("Dấu ngăn hàng nghìn là dấu chấm; viết: \"{sum}\"")),
    "W995": Message(N_("«{words}» là câu mở đầu của nội dung, không phải căn cứ."), N_("Chuyển câu này xuống đoạn đầu của nội dung, bên dưới dòng --- thứ hai.")),
    "E995": Message(N_("Khoá ten có cả tên cơ quan cấp trên."), N_("Tách thành hai dòng: cap_tren: {above} / ten: {own}")),
    "W996": Message(N_("«{words}» viết hai lần trong cùng một mục."), N_("Xoá một chỗ, hoặc sửa tên mục cho khác.")),
    "W997": Message(N_("Đoạn này đứng sau chú thích [^{label}] nên in thành đoạn cuối của văn bản, không thuộc chú thích."), N_("Nếu là chữ của chú thích thì nối vào dòng [^{label}]: ở trên; nếu không thì chuyển lên trên các dòng chú thích.")),
    "W998": Message(N_("Hàng tiêu đề của bảng để trống."), N_("Viết tên các cột ở hàng đầu của bảng.")),
    "W999": Message(N_("Trong thư mục này không có tệp nào để kiểm tra."), N_("Sửa đường dẫn; tệp đầu vào có đuôi .md, .yaml, .json hoặc .docx.")),
}  # fmt: skip
