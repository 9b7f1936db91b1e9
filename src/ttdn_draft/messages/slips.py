"""Messages 93x and 99x: slips of staff that are told in the place of what follows from them."""

from .texts import N_, Message

SLIPS: dict[str, Message] = {
    "W930": Message(N_("Dấu * ở «{words}» không làm chữ nghiêng mà in nguyên ra giấy."), N_("Chữ nghiêng: đặt * sát chữ ở cả hai đầu, *chữ nghiêng*. Nếu cố ý in dấu sao thì viết \\*.")),
    "W931": Message(N_("Chú thích gõ như trong Word: «{mark}» trong câu và ở đầu dòng chú thích; đã đọc là chú thích."), N_("Trong câu viết [^{label}]; dòng chú thích viết [^{label}]: {words}")),
    "E932": Message(N_("Các ý mở đầu bằng «{marker}» bị nối thành một đoạn."), N_("Mở đầu mỗi ý bằng dấu {sign} và một dấu cách: {right}")),
    "W933": Message(N_("Ý «+» không có ý «-» nào ở trên."), N_("Ý cấp trên viết bằng dấu -: {right}")),
    "E934": Message(N_("Các dòng này có dấu {mark} giữa các ô như bảng của Excel nhưng không thành bảng."), N_("Viết mỗi hàng giữa các dấu |, dưới hàng tiêu đề thêm hàng | --- |: {right}")),
    "W936": Message(N_("«{words}» trong nội dung in như một đoạn thường, không thành phụ lục."), N_("Chuyển cả phần này lên giữa hai dòng ---: phu_luc: / - tieu_de: … / noi_dung: |")),
    "E937": Message(N_("Tên cơ quan và tên cơ quan cấp trên viết ngược chỗ."), N_("Viết: cap_tren: {above} / ten: {own}")),
    "E938": Message(N_("«{name}» là tên của phần này, chương trình tự in."), N_("Xoá dòng này.")),
    "W939": Message(N_("Khoá {key} có nhiều dòng không có dấu - ở đầu nên in nối thành một dòng."), N_("Viết mỗi nơi một dòng: {right}")),
    "W935": Message(N_("Căn cứ mở đầu bằng tên văn bản nên in thiếu chữ «Căn cứ»."), N_("Viết: - {right}")),
    "E990": Message(N_("Hàng tiêu đề của bảng có {header} ô, hàng | --- | ở dưới có {second} ô, nên đây không thành bảng."), N_("Viết hai hàng này cùng số ô.")),
    "E991": Message(N_("Chú thích «{mark}» viết ngay trong câu nên in ra như chữ."), N_("Ở đây viết [^{label}]; chữ của chú thích viết ở một dòng riêng cuối tệp: [^{label}]: {words}")),
    "E992": Message(N_("Đoạn mở đầu bằng «{marker}» chưa thành tên mục nên các tên mục ở dưới mất cấp trên."), N_("Viết: {right}")),
    "W993": Message(N_("Ngày {day} còn xa nhiều năm nữa, có lẽ gõ nhầm năm."), N_("Sửa năm trong khoá ngay; các tên, văn bản dẫn chưa soát theo ngày này.")),
    "W994": Message(N_("Số {value} đọc được hai cách: là số thập phân theo cách viết Việt Nam, là hàng nghìn theo cách viết Anh."), N_("Hàng nghìn thì viết {whole}; số thập phân thì bỏ số 0 ở cuối, hoặc khai bảng ở khoá bang với kieu: so.")),
    "E994": Message(N_("«{name}» ghi {stated}, là số thập phân, còn các phần cộng lại là {sum}."), N_("Dấu ngăn hàng nghìn là dấu chấm; viết: \"{sum}\"")),
    "W995": Message(N_("«{words}» là câu mở đầu của nội dung, không phải căn cứ."), N_("Chuyển câu này xuống đoạn đầu của nội dung, bên dưới dòng --- thứ hai.")),
    "E995": Message(N_("Khoá {key} có tên của hai cơ quan."), N_("Viết thành hai dòng: cap_tren: {above} / ten: {own}")),
    "W996": Message(N_("«{words}» viết hai lần trong cùng một mục."), N_("Xoá một chỗ, hoặc sửa tên mục cho khác.")),
    "W997": Message(N_("Đoạn này đứng sau chú thích [^{label}] nên in thành đoạn cuối của văn bản, không thuộc chú thích."), N_("Nếu là chữ của chú thích thì nối vào dòng [^{label}]: ở trên; nếu không thì chuyển lên trên các dòng chú thích.")),
    "W998": Message(N_("Hàng tiêu đề của bảng để trống."), N_("Viết tên các cột ở hàng đầu của bảng.")),
    "W999": Message(N_("Trong thư mục này không có tệp nào để kiểm tra."), N_("Sửa đường dẫn; tệp đầu vào có đuôi .md, .yaml, .json hoặc .docx.")),
}  # fmt: skip
