"""Messages 9xx: the program itself stops; and what is wrong with a table of which each row makes a document."""

from .texts import N_, Message

PROGRAM: dict[str, Message] = {
    "E900": Message(N_("Xin lỗi, chương trình gặp lỗi ngoài dự kiến: {problem}."), N_("Chạy lại với --debug và gửi kết quả cho người phát triển; không tệp nào bị ghi dở.")),
    "E901": Message(N_("Đã dừng theo yêu cầu."), N_("Không tệp nào bị ghi dở.")),
    "E940": Message(N_("Cột «{name}» không dùng vào đâu: không phải khoá của văn bản, không có [o: {name}] trong tệp chung, không có trong mẫu tên tệp{guess}."), N_("Sửa tên cột, hoặc bỏ cột này khỏi bảng.")),
    "E941": Message(N_("[o: {name}] không có cột cùng tên trong bảng{guess}."), N_("Các cột của bảng: {known}. Sửa tên trong tệp chung, hoặc thêm cột vào bảng.")),
    "E942": Message(N_("Ô ở cột «{name}» trống."), N_("Điền ô này; hàng chưa đủ thì chưa ra văn bản.")),
    "E943": Message(N_("Hàng này và hàng {rows} cùng ra một tệp: {name}."), N_("Thêm vào mẫu tên một cột khác nhau ở mỗi hàng, ví dụ --ten \"{{hang}}.docx\".")),
    "E944": Message(N_("Mẫu tên có {{{name}}} mà bảng không có cột, tệp chung không có khoá tên ấy{guess}."), N_("Dùng được: {known}")),
    "E945": Message(N_("Bảng có hai cột tên «{name}», hoặc một cột không có tên."), N_("Hàng đầu của bảng là tên cột, mỗi cột một tên.")),
    "E946": Message(N_("Hàng này có {cells} ô, bảng có {columns} cột."), N_("Bớt ô thừa; trong tệp .csv, ô có dấu phân cách bên trong đặt trong cặp nháy kép.")),
    "E947": Message(N_("Không đọc được bảng kiểu «{suffix}»."), N_("Kiểu đọc được: {known}")),
    "E948": Message(N_("Bảng .json phải là một danh sách, mỗi hàng một nhóm tên cột và giá trị."), N_('Ví dụ: [{{"so": 1, "ten": "Trùng Khánh"}}, {{"so": 2, "ten": "Hạ Lang"}}]')),
    "E949": Message(N_("Bảng có {found} hàng, một lần chạy nhận nhiều nhất {limit}."), N_("Tách bảng thành nhiều tệp rồi chạy từng tệp.")),
    "E950": Message(N_("Tệp kết quả đã có và khác bản do lệnh này ghi: có người đã sửa, hoặc là tệp khác."), N_("Giữ bản ấy thì cất sang chỗ khác; ghi đè thì thêm --force.")),
    "E951": Message(N_("Ô ở cột «{name}» có dấu {mark}, là dấu của bản nháp chứ không phải chữ để in."), N_("Thay bằng chữ đúng; cần hỏi thì hỏi trong tệp chung.")),
    "E952": Message(N_("Phải nêu bảng: --bang TỆP, hoặc --cac-xa cho mọi xã, phường, đặc khu của tỉnh; không cả hai."), N_("Ví dụ: ttdn-draft batch giay-moi.md --bang danh-sach.csv")),
    "E953": Message(N_("--cac-xa cần khoá tinh trong tệp chung, là một tỉnh, thành phố có danh sách xã."), N_("Thêm vào tệp chung, ví dụ: tinh: cao-bang")),
    "E954": Message(N_("Tệp «{suffix}» không dùng làm tệp chung được."), N_("Kiểu dùng được: {known}. Tệp Word thì chuyển trước: ttdn-draft import TỆP.docx -o TỆP.md")),
}  # fmt: skip
