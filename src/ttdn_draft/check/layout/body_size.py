"""Nội dung dùng nhiều cỡ chữ, hoặc cỡ chữ ngoài khoảng quy định.

Kiểm tra gì: Cỡ chữ của từng đoạn nội dung: Nhà nước 13-14, Đảng 14-15, và một cỡ suốt văn bản; trừ bảng, chú thích, đề mục.
Vì sao: Đoạn dán từ tệp khác giữ cỡ cũ, trang in chỗ to chỗ nhỏ.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6e; Hướng dẫn số 05-HD/VPTW, tr. 12, Phụ lục 2, dòng 6.
Ví dụ sai: {đoạn: cỡ 12}
Ví dụ đúng: {mọi đoạn: cỡ 14}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import FormatChange
from ...messages import N_, Message
from ..layout_figures import TOLERANCE, legal_sizes
from ..look_rule import Seen, about_line, look_rule
from ..sheet import LookSheet

MIXED = Message(
    N_("Đoạn này cỡ chữ {found} pt, cả văn bản cỡ {wanted} pt ({clause})."), N_("Đặt cỡ {wanted} pt cho đoạn này.")
)


@look_rule(
    "error",
    N_("Nội dung cỡ chữ {found} pt, quy định {wanted} pt ({clause})."),
    N_("Đặt một cỡ chữ {right} pt cho cả nội dung."),
)
def body_size(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each paragraph of the text whose size is not allowed, or not that of the others."""
    look, lines = sheet.profile.looks["doan"], [line for line in sheet.of("body") if line.lettered]
    legal, counts = legal_sizes(look), dict[float, int]()
    for line in lines:
        counts[line.size] = counts.get(line.size, 0) + len(line.words)
    usual = max(counts, key=lambda size: counts[size], default=look.size)
    right = min(max(usual, legal.least), legal.most)
    for line in lines:
        change = FormatChange("size", line.size, right, "run")
        if not legal.hold(line.size, TOLERANCE):
            facts = {"found": f"{line.size:g}", "wanted": str(legal), "right": f"{right:g}", "clause": look.clause}
            yield about_line(line, change, facts=facts)
        elif abs(line.size - right) > TOLERANCE and line.has_one_size:
            facts = {"found": f"{line.size:g}", "wanted": f"{right:g}", "clause": look.clause}
            yield about_line(line, change, message=MIXED, facts=facts)
