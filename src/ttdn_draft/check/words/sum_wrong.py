"""Tổng không bằng các số thành phần.

Kiểm tra gì: Tổng trong câu (… gồm … và …), hàng tổng gõ tay của bảng, tỷ lệ phần trăm của phép chia viết ngay trước nó.
Vì sao: Số liệu cộng sai thì cả báo cáo không còn đáng tin.
Căn cứ: Không có điều khoản riêng; quy tắc số học.
Ví dụ sai: Phát hành 22 sản phẩm, gồm 12 bản tin, 5 phim ngắn và 3 bộ ảnh.
Ví dụ đúng: Phát hành 20 sản phẩm, gồm 12 bản tin, 5 phim ngắn và 3 bộ ảnh.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ...mentions.figures import find_scale, to_number, write_like
from ...mentions.sums import SumMention
from ...messages import N_, Message
from ..manuscript import Manuscript
from ..rule import Told, about, rule
from ..table_totals import list_wrong_totals

IN_TABLE = Message(
    N_("Hàng tổng, cột «{column}»: ghi {words}, mà cộng các hàng được {sum}."), N_("Sửa tổng, hoặc sửa số ở một hàng.")
)
NO_SHARE = Message(N_("Ghi {words}, mà {part}/{whole} là {right}%."), N_("Sửa tỷ lệ, hoặc sửa một trong hai số."))
_NEAR = re.compile(r"\b(?:ít\s+nhất|tối\s+thiểu|không\s+dưới|dự\s+kiến|phấn\s+đấu)\s*$", re.I)
_GENERAL = frozenset({"sản", "tài", "ấn", "hoạt", "sự", "văn", "tin", "nội", "cuộc", "đại", "giấy", "hạng", "nhiệm"})
"""First words of units that stand for things of several kinds: sản phẩm, tài liệu, ấn phẩm."""
LEAST_TOTAL = 5  # of a total whose parts are called otherwise
SHARE_DECIMALS = 2


@rule("warning", N_("Ghi {words}, mà {parts} được {sum}."), N_("Sửa tổng, hoặc sửa một số thành phần."))
def sum_wrong(text: Manuscript) -> Iterator[Told]:
    """Tell each total that is not the sum of its parts; a total of other things than its parts counts is left."""
    for found in text.mentions.sums:
        if abs(found.total.value - found.sum) > found.slack and _may_be_sum(found) and not found.is_given:
            yield _tell(found)
    for wrong in list_wrong_totals(text.draft):
        fix = write_like(wrong.sum, wrong.typed)
        facts: dict[str, object] = {"column": wrong.column, "sum": fix}
        is_safe = not _stands_elsewhere(text, wrong.typed)
        told = Told(path=wrong.path, words=wrong.typed, facts=facts, fix=fix, is_safe=is_safe, level="error")
        yield replace(told, message=IN_TABLE)
    for share in text.mentions.shares:
        if not share.is_right:
            right = write_like((Decimal(100 * share.part) / share.whole).quantize(Decimal("0.01")).normalize(), "0,0")
            yield about(share, message=NO_SHARE, part=share.part, whole=share.whole, right=right)


def _may_be_sum(found: SumMention) -> bool:
    """Tell whether a total counts what its parts count; 2 tổ, gồm 10 người và 3 xe counts other things."""
    if found.has_one_unit:
        return True
    total = found.total.value
    is_near = total >= LEAST_TOTAL and abs(found.sum - total) * 2 <= total
    return total > 1 and (is_near or (found.total.unit in _GENERAL and found.sum < 3 * total))


def _tell(found: SumMention) -> Told:
    scale = find_scale(found.total.what.strip())
    right = write_like(found.sum.scaleb(-scale).normalize() + 0, found.total.typed)
    words = f"{found.total.typed} {found.total.unit}"
    parts = " + ".join(part.typed for part in found.parts)
    before = found.passage.text[max(0, found.start - 20) : found.start]
    is_sure = found.has_one_unit and not found.slack and not _NEAR.search(before)
    fix = found.words.replace(found.total.typed, right, 1)
    return replace(
        about(found, fix=fix, level="error" if is_sure else None), facts={"parts": parts, "sum": right, "total": words}
    )


def _stands_elsewhere(text: Manuscript, typed: str) -> bool:
    """Tell whether a total stands in a sentence too: then a part may be the slip."""
    number = to_number(typed)
    pattern = re.compile(rf"(?<![\d.,/]){re.escape(typed)}(?![\d/]|[.,]\d)")
    return number is None or any(pattern.search(p.text) for p in text.sentences if p.zone != "cell")
