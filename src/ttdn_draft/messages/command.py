"""Messages 0xx: how the command was called, and where its result goes."""

from .texts import N_, Message

COMMAND: dict[str, Message] = {
    "E001": Message(N_("Lệnh gọi sai: {problem}{guess}."), N_("Xem cách dùng: {command} --help{example}")),
    "E010": Message(N_("Tệp kết quả đã có."), N_("Đặt tên khác bằng -o, hoặc thêm --force để ghi đè.")),
    "E011": Message(N_("Không ghi được tệp: {reason}."), N_("Kiểm tra thư mục có tồn tại, còn chỗ trống và được phép ghi.")),
    "E012": Message(N_("Tệp đang mở trong Word hoặc trình đọc PDF."), N_("Đóng tệp ở đó rồi chạy lại.")),
    "E013": Message(N_("Không có thư mục này."), N_("Tạo thư mục này trước, hoặc chọn thư mục khác bằng -o.")),
    "E014": Message(N_("Nhiều tệp cùng ghi ra một tên."), N_("Đổi tên tệp đầu vào, hoặc chạy từng tệp với -o.")),
    "E015": Message(N_("Tên tệp kết quả phải kết thúc bằng {suffix}."), N_("Viết: -o {right}")),
    "E016": Message(N_("Nhiều tệp đầu vào không thể ghi chung vào một tệp."), N_("Sau -o ghi tên một thư mục đã có.")),
    "E017": Message(N_("Kết quả sẽ ghi đè lên chính mẫu."), N_("Đặt tên khác bằng -o.")),
    "E018": Message(N_("Năm {year} nằm ngoài khoảng {first}–{last}."), N_("Chọn năm của nội dung, ví dụ 2027.")),
    "E019": Message(N_("Tham số {name} của hàm phải là {wanted}, không phải {what}."), N_("Sửa lời gọi hàm; kiểu của từng tham số có trong ttdn_draft.api.")),
    "E021": Message(N_("Tên tệp quá dài: {length}, ổ đĩa này nhận nhiều nhất {limit}."), N_("Đặt tên ngắn hơn; trên Linux, mỗi chữ có dấu tính là 2 hoặc 3.")),
    "E020": Message(N_("Đường dẫn quá dài: {length} ký tự, Windows nhận nhiều nhất {limit} tính cả tên tạm lúc ghi."), N_("Chọn thư mục có đường dẫn ngắn hơn bằng -o, hoặc bật đường dẫn dài (LongPathsEnabled) trong Windows.")),
    "E022": Message(N_("Không có quy tắc nào tên «{name}»{guess}."), N_("Xem tên các quy tắc: ttdn-draft rule")),
}  # fmt: skip
