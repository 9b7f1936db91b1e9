"""Tổng không bằng các số thành phần.

Kiểm tra gì: Tổng trong câu (… gồm … và …; mỗi quý …), hàng tổng gõ tay của bảng, tỷ lệ và mức tăng, giảm so với hai số ở
gần nó hoặc trong bảng, số việc kể từng việc ngay sau đó, hàng «Trong đó» so với hàng trên.
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

from ...errors import Severity
from ...mentions.figures import find_scale, to_number, write_like
from ...mentions.sums import SumMention
from ...messages import N_, Message
from ...patterns import regex
from ..counted_lists import count_named, count_ordinals, list_counted_annexes, list_counted_lists
from ..listed_parts import list_listed_parts
from ..manuscript import Manuscript
from ..parts_of_rows import list_parts_over_whole
from ..row_changes import list_row_changes
from ..row_totals import list_wrong_row_totals
from ..rule import Told, about, about_words, rule
from ..table_totals import WrongTotal, list_wrong_totals

IN_TABLE = Message(
    N_("Hàng tổng, cột «{column}»: ghi {words}, mà cộng các hàng được {sum}."), N_("Sửa tổng, hoặc sửa số ở một hàng.")
)
OTHER_PART = Message(
    N_("Cột «{column}»: ghi {words}; tổng {total} và lời văn đều cho thấy là {right} (cộng các hàng được {sum})."),
    N_("Sửa thành {right}, hoặc sửa tổng."),
)
NO_SHARE = Message(N_("Ghi {words}, mà {part}/{whole} là {right}%."), N_("Sửa tỷ lệ, hoặc sửa một trong hai số."))
NO_CHANGE = Message(
    N_("Ghi {words}, mà từ {old} và {new} tính được {right}."), N_("Sửa số này, hoặc sửa một trong hai số.")
)
NO_LIST = Message(N_("Ghi {words}, mà bên dưới có {right}."), N_("Sửa con số, hoặc bổ sung, bỏ bớt ý."))
_NO_ANNEX = Message(N_("Ghi {words}, mà phụ lục có {right}."), N_("Sửa con số, hoặc bổ sung, bỏ bớt ở phụ lục."))
_NO_NAMES = Message(N_("Ghi {words}, mà trong ngoặc có {right} tên."), N_("Sửa con số, hoặc bổ sung, bỏ bớt tên."))
NO_SPREAD = Message(
    N_("Ghi {words}, mà mỗi {part} {each} thì cả năm là {right}."), N_("Sửa tổng, hoặc sửa số của mỗi {part}.")
)
IN_ROW = Message(
    N_("Hàng «{row}», cột «{column}»: ghi {words}, mà cộng các cột được {sum}."),
    N_("Sửa tổng, hoặc sửa số ở một cột."),
)
NO_HUNDRED = Message(
    N_("Hàng tổng, cột «{column}»: ghi {words}, mà cộng các tỷ lệ được {sum}."), N_("Sửa một tỷ lệ, hoặc sửa tổng.")
)
_MORE_THAN_WHOLE = Message(
    N_("Hàng «{row}», cột «{column}»: ghi {words}, lớn hơn {total} của «{whole}»."), N_("Sửa một trong hai số.")
)
_NO_WHOLE_SUM = Message(
    N_("Các tỷ lệ cộng được {sum} %, không phải 100 %."),
    N_("Xem lại từng tỷ lệ; giữ nguyên nếu một người được tính vào nhiều nhóm."),
)
_PERCENT = regex(r"(\d{1,3}(?:,\d{1,2})?)\s*%")
_SHARES = regex(r"\d{1,3}(?:,\d{1,2})?\s*%(?:(?:[^\d.;:%]|,\s(?=\d)){1,60}?\d{1,3}(?:,\d{1,2})?\s*%){2,9}")
_NO_WHOLE = regex(
    r"\b(?:tăng|giảm|so\s+với|vượt|ít\s+nhất|tối\s+thiểu|trở\s+lên|trên|dưới|kế\s+hoạch|chỉ\s+tiêu|phấn\s+đấu|hoàn\s+thành|mức|lãi|thuế)\b",
    re.I,
)
LEAST_SHARES, LEAST_HUNDRED, MOST_HUNDRED = 3, 94, 107  # of shares that are meant to make up a whole
_NO_NUMBER = "".join(
    rf"(?<!\b{word}\s)" for word in ("số", "ngày", "tháng", "năm", "quý", "điều", "khoản", "điểm", "khoá", "khóa")
)
_BEHIND_NO_NUMBER = r"[\d/]|[.,]\d|-[A-ZĐ]|\s*(?:năm|tháng|%|phần\s+trăm)"
"""What stands around a number that counts nothing: one of a document, a day, years, a share."""
_NEAR = regex(r"\b(?:ít\s+nhất|tối\s+thiểu|không\s+dưới|dự\s+kiến|phấn\s+đấu)\s*$", re.I)
_GENERAL = frozenset({"sản", "tài", "ấn", "hoạt", "sự", "văn", "tin", "nội", "cuộc", "đại", "giấy", "hạng", "nhiệm"})
"""First words of units that stand for things of several kinds: sản phẩm, tài liệu, ấn phẩm."""
SURE: Severity = "error"
LEAST_TOTAL = 5  # of a total whose parts are called otherwise
SHARE_DECIMALS = 2
LEAST_TOLD, MOST_OVER = Decimal("0.8"), Decimal("1.4")  # of a total: parts of less may be some, of more another thing


@rule("warning", N_("Ghi {words}, mà {parts} được {sum}."), N_("Sửa tổng, hoặc sửa một số thành phần."))
def sum_wrong(text: Manuscript) -> Iterator[Told]:
    """Tell each total that is not the sum of its parts; a total of other things than its parts counts is left."""
    for found in text.mentions.sums:
        if abs(found.total.value - found.sum) > found.slack and _may_be_sum(found) and not found.is_given:
            yield _tell(found)
    for found in (*text.mentions.splits, *list_listed_parts(text)):
        if not (found.is_given or found.is_quoted) and (level := _judge_split(found)):
            yield replace(_tell(found), level=level)
    for found in text.mentions.totals_behind:
        if abs(found.total.value - found.sum) > found.slack and not (found.is_given or found.is_quoted):
            yield replace(_tell(found), level="warning")
    for wrong in list_wrong_totals(text.draft):
        yield _tell_table(wrong, text)
    yield from _check_rows(text)
    yield from _check_lists(text)
    for change in (*text.mentions.changes, *list_row_changes(text)):
        if not (change.is_right or change.is_quoted or change.is_given):
            right = write_like(round(change.right, SHARE_DECIMALS).normalize() + 0, change.typed)
            yield about(change, message=NO_CHANGE, old=change.old, new=change.new, right=right)
    for spread in text.mentions.spreads:
        if spread.right != spread.total and not (spread.is_quoted or spread.is_given):
            told = about(spread, message=NO_SPREAD, each=spread.each, part=spread.part, right=spread.right)
            yield told
    yield from _check_percentages(text)
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


def _check_rows(text: Manuscript) -> Iterator[Told]:
    for wrong in list_wrong_row_totals(text.draft):
        facts: dict[str, object] = {"column": wrong.column, "sum": write_like(wrong.sum, wrong.typed)}
        told = Told(path=wrong.path, words=wrong.typed, facts=facts, message=NO_HUNDRED)
        yield replace(told, facts=facts | {"row": wrong.row}, message=IN_ROW) if wrong.row else told
    for part in list_parts_over_whole(text.draft):
        facts = {"column": part.column, "row": part.label, "total": part.whole, "whole": part.whole_label}
        yield Told(path=part.path, words=part.typed, facts=facts, message=_MORE_THAN_WHOLE)


def _check_percentages(text: Manuscript) -> Iterator[Told]:
    """Yield rows of three or more shares of one whole that come near to 100 % and are not: 65 %, 25 % và 15 %."""
    for passage in text.having("*%*"):
        for row in _SHARES.finditer(passage.text) if passage.text.count("%") >= LEAST_SHARES else ():
            typed = _PERCENT.findall(row[0])
            total = sum((to_number(one) or Decimal(0) for one in typed), Decimal(0))
            is_near = LEAST_HUNDRED <= total <= MOST_HUNDRED and abs(total - 100) > Decimal("0.1") * len(typed)
            if is_near and not _NO_WHOLE.search(passage.text) and not passage.is_given(row.start()):
                yield about_words(
                    passage, *row.span(), message=_NO_WHOLE_SUM, sum=write_like(total.normalize() + 0, "0,0")
                )


def _check_lists(text: Manuscript) -> Iterator[Told]:
    for found in list_counted_lists(text.draft):
        if found.number != found.listed:
            yield Told(path=found.path, words=found.words, facts={"right": found.listed}, level="note", message=NO_LIST)
    for counted in list_counted_annexes(text.draft):
        if counted.number != counted.listed:
            yield Told(path=counted.path, words=counted.words, facts={"right": counted.listed}, message=_NO_ANNEX)
    for amount in text.mentions.amounts:
        if (listed := count_ordinals(amount)) and listed != amount.number and not amount.is_quoted:
            yield about(amount, message=NO_LIST, right=listed)
        named = count_named(amount)
        if named and amount.number not in named and not (amount.is_quoted or amount.is_given):
            yield about(amount, message=_NO_NAMES, right=named[0])


def _judge_split(found: SumMention) -> Severity | None:
    """Return how loudly a total is told that its parts may make up; nothing for parts that may be some of them."""
    total, whole = found.total.value, Decimal(0)
    if abs(total - found.sum) <= found.slack or not 0 < found.sum < total * MOST_OVER:
        return None
    for part in found.parts:  # 100 người, trong đó 60 nam, 40 nữ, 30 đảng viên: some of them add up
        whole += part.value
        if whole == total:
            return None
    is_sure = found.sum > total or (found.is_whole and any(part.unit for part in found.parts))
    return (
        "warning"
        if is_sure and found.sum >= total * LEAST_TOLD
        else "note"
        if found.sum >= total * LEAST_TOLD
        else None
    )


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


def _tell_table(wrong: WrongTotal, text: Manuscript) -> Told:
    """Tell of a total, or of the one part of it that a sentence has otherwise, where the total stands in one too."""
    total, is_repeated = to_number(wrong.typed), _stands_in_sentence(text, wrong.typed)
    facts: dict[str, object] = {"column": wrong.column, "sum": write_like(wrong.sum, wrong.typed)}
    for path, typed in wrong.parts.items() if is_repeated and total is not None else ():
        needed = (to_number(typed) or 0) - (wrong.sum - (total or 0))
        right = write_like(Decimal(needed), typed) if needed > 0 else ""
        if right and _stands_in_sentence(text, right) and not _stands_in_sentence(text, typed):
            facts |= {"total": wrong.typed, "right": right}
            return Told(path=path, words=typed, facts=facts, fix=right, message=OTHER_PART)
    fix, level = write_like(wrong.sum, wrong.typed), SURE if not is_repeated else None
    told = Told(path=wrong.path, words=wrong.typed, facts=facts, fix=fix, is_safe=not is_repeated)
    return replace(told, level=level, message=IN_TABLE)


def _stands_in_sentence(text: Manuscript, typed: str) -> bool:
    """Tell whether a number of things stands in a sentence too: then one of the parts may be the slip."""
    pattern = re.compile(rf"{_NO_NUMBER}(?<![\d.,/-]){re.escape(typed)}(?!{_BEHIND_NO_NUMBER})", re.I)
    return any(pattern.search(passage.text) for passage in text.sentences if passage.zone != "cell")
