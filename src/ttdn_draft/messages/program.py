"""Messages 9xx: the program itself stops."""

from .texts import N_, Message

PROGRAM: dict[str, Message] = {
    "E900": Message(N_("Xin lỗi, chương trình gặp lỗi ngoài dự kiến: {problem}."), N_("Chạy lại với --debug và gửi kết quả cho người phát triển; không tệp nào bị ghi dở.")),
    "E901": Message(N_("Đã dừng theo yêu cầu."), N_("Không tệp nào bị ghi dở.")),
}  # fmt: skip
