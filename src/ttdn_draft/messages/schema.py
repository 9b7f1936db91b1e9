"""Messages 2xx: keys and values of an input file, held against its schema."""

from .texts import N_, Message

SCHEMA: dict[str, Message] = {
    "E201": Message(N_("Thiếu khoá {key} ({title}) trong {inside}."), N_("Thêm dòng «{key}: …», ví dụ: {example}")),
    "E202": Message(N_("Không có khoá {key}."), N_("Sửa tên khoá{guess}. Các khoá dùng được: {known}.")),
    "E203": Message(N_("Giá trị {value} sai kiểu."), N_("Cần: {wanted}. Chữ có dấu hai chấm đặt trong \"…\"; danh sách viết mỗi dòng một mục, mở đầu bằng dấu - và một dấu cách.")),
    "E204": Message(N_("Giá trị {value} không dùng được."), N_("Chọn một trong: {known}.")),
    "E205": Message(N_("Giá trị {value} viết sai dạng."), N_("Viết như ví dụ: {example}")),
    "E206": Message(N_("Mỗi khối nội dung có đúng một trong các khoá muc, doan, khoan, gach, cong, bang (ở đây: {found})."), N_("Tách thành nhiều khối, hoặc thêm khoá còn thiếu.")),
    "E207": Message(N_("Giá trị {value} ngoài giới hạn ({limit}: {bound})."), N_("Viết như ví dụ: {example}")),
    "E208": Message(N_("Chưa có nội dung."), N_("Viết nội dung bên dưới dòng --- thứ hai, hoặc trong khoá noi_dung.")),
    "E209": Message(N_("Giá trị để trống."), N_("Viết nội dung, ví dụ: {example}")),
    "E210": Message(N_("Không có ngày {value} trong lịch."), N_("Kiểm tra lại ngày, tháng, năm.")),
    "E211": Message(N_("Thứ tự cấp đánh số sai: {value}."), N_("Xếp theo thứ tự {order}; cấp 1.1 phải có cấp 1 phía trước.")),
    "E212": Message(N_("Tiêu đề sâu hơn {limit} cấp."), N_("Viết cấp này thành khoản hoặc ý.")),
    "E213": Message(N_("Hàng này chiếm {found} cột, bảng có {columns} cột."), N_("Thêm, bớt ô hoặc sửa gop_cot, gop_hang.")),
    "E214": Message(N_("Ô gộp kéo quá cuối bảng."), N_("Giảm gop_hang.")),
    "E215": Message(N_("Ngày {value} mới biết năm hoặc tháng, mà văn bản không phải dự thảo."), N_("Viết đủ ngày, tháng, năm; chưa biết ngày thì thêm dòng «du_thao: 1», hoặc bỏ khoá ngay.")),
    "E223": Message(N_("Theo {profile}, {kind} không có phần Kính gửi."), N_("Bỏ khoá kinh_gui; nơi nhận viết ở noi_nhan.")),
    "E230": Message(N_("Chưa khai bảng «{name}»."), N_("Sửa tên bảng{guess}, hoặc khai ở khoá bang. Các bảng đã khai: {known}.")),
    "E231": Message(N_("Bảng «{name}» được đặt hai lần."), N_("Giữ lại một chỗ; muốn in hai lần thì khai hai bảng.")),
    "E232": Message(N_("Số này quá dài để in."), N_("Mỗi số có nhiều nhất {digits} chữ số trước và {decimals} chữ số sau dấu phẩy; đổi đơn vị tính, hoặc viết thành chữ trong nháy kép.")),
    "E233": Message(N_("{mark} nằm lẫn trong chữ nên bảng không in ra ở đây."), N_("Để {mark} một mình trong một đoạn, có dòng trống phía trên và phía dưới.")),
    "E234": Message(N_("Bảng «{name}» đã khai nhưng chưa đặt vào nội dung, sẽ bị mất."), N_("Thêm một đoạn [bang: {name}] ở chỗ cần in, hoặc xoá bảng.")),
    "E235": Message(N_("Tên «{name}» dành riêng cho bảng do chương trình lập."), N_("Đặt tên khác cho bảng.")),
    "E236": Message(N_("Khoá {name} chỉ dùng cho loại văn bản {kind}."), N_("Bỏ khoá này, hoặc viết số liệu thành bảng ở khoá bang.")),
    "E237": Message(N_("Một mục vừa có nhom vừa có khoá khác."), N_("Tên nhóm đứng một mình: viết nhiệm vụ thành mục tiếp theo.")),
    "E238": Message(N_("{value} viết không có nháy kép thì máy đọc là số thập phân, không phải {whole}."), N_("Nghìn viết liền: {whole}. Nếu đúng là số thập phân thì viết {ways}; trong nháy kép thì khai thêm kieu: so cho cột.")),
    "E240": Message(N_("Dòng {key} mất phần thụt vào: khoá này thuộc {parent}."), N_("Thêm hai dấu cách ở đầu dòng này và các dòng cùng nhóm, dưới dòng {parent}:")),
    "E241": Message(N_("Mục này có dấu hai chấm nên bị đọc thành khoá «{key}»."), N_("Đặt cả mục trong nháy kép: {right}")),
    "E239": Message(N_("Khoá {key} chỉ dùng cùng với khoá {needed}."), N_("Thêm khoá {needed}, hoặc bỏ khoá {key}.")),
}  # fmt: skip
