"""Khối chữ ký tách hai trang, hoặc đứng một mình ở trang cuối không kèm dòng nào của nội dung.

Kiểm tra gì: Chỗ sang trang mà Word đã ghi trong tệp khi lưu, và chỗ ngắt trang đặt bằng tay, so với khối chữ ký.
Vì sao: Khối chữ ký rời nội dung thì dễ bị tráo trang.
Căn cứ: Không có quy định; thông lệ phát hành văn bản.
Ví dụ sai: {họ tên: sang trang trước}
Ví dụ đúng: {đoạn cuối: sang trang ở giữa}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_, Message
from ..look_rule import Seen, about_line, look_rule
from ..page_breaks import find_breaks
from ..part_looks import SIGNING_ZONES
from ..sheet import LookSheet, ShownLine

ALONE = Message(
    N_("Khối chữ ký sang trang mới mà không kèm dòng nào của nội dung."),
    N_("Kéo đoạn cuối sang cùng trang: chọn đoạn cuối, Paragraph, Keep with next."),
)


@look_rule(
    "warning",
    N_("Khối chữ ký tách hai trang: «{words}» sang trang sau."),
    N_("Giữ khối chữ ký cùng trang: bỏ chọn Allow row to break across pages, hoặc Keep with next."),
)
def signature_split(sheet: LookSheet) -> Iterator[Seen]:
    """Tell where a new page begins inside a signature, or just before it."""
    block = list(sheet.of(*SIGNING_ZONES))
    body = [line for line in sheet.of("body", "heading", "table") if block and line.paragraph < block[0].paragraph]
    if not block or not body:
        return
    breaks = find_breaks(sheet.paragraphs[body[-1].paragraph - 1 : block[-1].paragraph], body[-1].paragraph)
    if any(found.paragraph == body[-1].paragraph and not found.is_at_start for found in breaks):
        return  # a part of the last paragraph goes along
    for found in breaks:
        if found.paragraph <= body[-1].paragraph:
            continue
        split = _find_split(sheet, block, found.paragraph)
        if split:
            yield about_line(split)
        elif found.paragraph <= block[0].paragraph:
            yield about_line(block[0], message=ALONE)
        return


def _find_split(sheet: LookSheet, block: list[ShownLine], paragraph: int) -> ShownLine | None:
    """Return the line of a signature that goes to the next page; one in another column than the break goes nowhere."""
    element = sheet.paragraphs[paragraph - 1]
    cell = next(element.iterancestors("{*}tc"), None)
    after = [line for line in block if line.paragraph >= paragraph and line is not block[0]]
    if paragraph <= block[0].paragraph or not after:
        return None
    return after[0] if cell is next(after[0].element.iterancestors("{*}tc"), None) else None
