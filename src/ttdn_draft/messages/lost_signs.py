"""Messages 81x: what the file of a table lacks, a heading or a mark that lost its sign."""

from .texts import N_, Message

LOST_SIGNS: dict[str, Message] = {
    "W813": Message(N_("Tên cột «{value}» là một con số: tệp số liệu như thiếu hàng tên cột, và hàng đầu bị in thành tên cột."), N_("Thêm một hàng tên cột vào đầu tệp; nếu tên cột đúng là số thì ghi hang_dau: 1.")),
    "E814": Message(N_("Dấu [cần kiểm tra {name}] thiếu dấu # trước mã nên không nhận câu hỏi ở khoá kiem_tra."), N_("Viết: [cần kiểm tra #{name}]")),
    "E815": Message(N_("Dòng «{words}» là tên mục mà thiếu dấu #, nên các tên mục ở dưới mất cấp trên."), N_("Viết: {right}")),
}  # fmt: skip
