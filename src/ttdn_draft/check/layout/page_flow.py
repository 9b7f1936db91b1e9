"""Đề mục nằm cuối trang, hoặc có trang trắng ở cuối văn bản.

Kiểm tra gì: Chỗ sang trang mà Word đã ghi trong tệp khi lưu: đề mục rời đoạn của nó; ngắt trang ở cuối mà sau đó không có chữ.
Vì sao: Đề mục trơ ở cuối trang, tờ giấy trắng cuối văn bản là ấn tượng đầu tiên của người nhận.
Căn cứ: Không có quy định; thông lệ trình bày.
Ví dụ sai: {đoạn sau đề mục: sang trang trước}
Ví dụ đúng: {đoạn dài: sang trang ở giữa}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from itertools import pairwise

from ...errors import FormatChange
from ...messages import N_, Message
from ..look_rule import Seen, about_line, look_rule
from ..page_breaks import find_breaks
from ..sheet import LookSheet

EMPTY = Message(N_("Sau «{words}» còn ngắt trang: in ra một trang trắng."), N_("Xoá ngắt trang và đoạn trống ở cuối."))


@look_rule(
    "note",
    N_("Đề mục «{words}» nằm cuối trang, đoạn của nó ở trang sau."),
    N_("Giữ đề mục với đoạn dưới (Paragraph, Keep with next)."),
)
def page_flow(sheet: LookSheet) -> Iterator[Seen]:
    """Tell headings that end a page, and a page break behind which nothing stands."""
    breaks = find_breaks(sheet.paragraphs, 1)
    starts = {found.paragraph for found in breaks if found.is_at_start and not found.is_by_hand}
    shown = [line for line in sheet.lines if line.bare]
    for above, line in pairwise(shown):
        is_next = line.paragraph == above.paragraph + 1 and line.zone in ("body", "heading")
        if above.zone == "heading" and is_next and line.paragraph in starts:
            yield about_line(above, FormatChange("keep_next", False, True, "paragraph"))
    last = shown[-1] if shown else None
    if last and any(found.is_by_hand and found.paragraph > last.paragraph for found in breaks):
        yield about_line(last, message=EMPTY)
