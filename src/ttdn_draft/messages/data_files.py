"""Messages 81x: what the file of a table lacks."""

from .texts import N_, Message

DATA_FILES: dict[str, Message] = {
    "W813": Message(N_("Tên cột «{value}» là một con số: tệp số liệu như thiếu hàng tên cột, và hàng đầu bị in thành tên cột."), N_("Thêm một hàng tên cột vào đầu tệp; nếu tên cột đúng là số thì ghi hang_dau: 1.")),
}  # fmt: skip
