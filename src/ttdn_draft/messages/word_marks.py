"""Messages 845 to 859: what is written into copies of Word files, and what files are held against each other."""

from .texts import N_, Message

WORD_MARKS: dict[str, Message] = {
    "E845": Message(
        N_("{option} chỉ dùng với đúng một tệp Word (.docx)."),
        N_("Ghi một tệp Word, ví dụ: ttdn-draft check van-ban.docx {option} van-ban-moi.docx"),
    ),
    "E846": Message(N_("Kết quả sẽ ghi đè lên chính tệp đang đọc."), N_("Đặt tên khác: tệp gốc luôn được giữ nguyên.")),
    "E847": Message(
        N_("Sửa tệp Word phải có -o: tệp gốc luôn được giữ nguyên, chỗ sửa ghi vào bản sao."),
        N_("Ví dụ: ttdn-draft check van-ban.docx --fix -o van-ban-da-sua.docx"),
    ),
    "E848": Message(N_("Tuỳ chọn -o chỉ đi cùng --fix."), N_("Muốn ghi nhận xét vào tệp Word thì dùng --comments.")),
    "W849": Message(
        N_("Chưa so sánh được «{words}»: chữ này không rõ thuộc phần nào của văn bản."),
        N_("Tự đối chiếu chỗ này; tệp ghi bằng -o có cả chỗ này."),
    ),
}
