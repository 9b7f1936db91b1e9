"""Cùng một văn bản mà trong tệp ghi hai ngày hoặc hai cơ quan ban hành.

Kiểm tra gì: Các chỗ dẫn cùng một số, ký hiệu ghi cùng một ngày và một cơ quan; hai văn bản trùng số khác năm (khác
nhiệm kỳ) là hai văn bản, văn bản có trong bảng viện dẫn thì đối chiếu với bảng.
Vì sao: Ít nhất một chỗ sai, người đọc không biết tin chỗ nào.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm b.
Ví dụ sai: Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về hội nhập. Các sở rà soát Kế hoạch số
12/KH-UBND ngày 15/01/2026.
Ví dụ đúng: Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về hội nhập. Các sở rà soát Kế hoạch số
12/KH-UBND.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from dataclasses import replace

from ...knowledge.citations.symbols import Key
from ...mentions.citations import DocumentMention
from ...messages import N_, Message
from ..cited import fold_issuer
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

ISSUERS = Message(N_("{name} ở đây của {words}, ở chỗ khác của {other}."), N_("Đối chiếu bản gốc, sửa cho giống nhau."))


@rule(
    "warning",
    N_("{name} ở đây ghi {words}, ở chỗ khác ghi {other}."),
    N_("Đối chiếu bản gốc, sửa cho giống nhau."),
)
def citation_conflict_inside(text: Manuscript) -> Iterator[Told]:
    """Tell each document that is cited with another day or issuer than at its first mention."""
    first: dict[Key, DocumentMention] = {}
    for cited in text.cited:
        mention = cited.mention
        if not mention.kind or mention.is_quoted or mention.is_given or (cited.known and cited.is_sure):
            continue
        before = first.setdefault(mention.symbol.key, mention)
        if before is mention:
            continue
        if _is_other_day(before, mention):
            other = before.passage.text[slice(*before.day_span)]
            yield about_words(mention.passage, *mention.day_span, name=mention.name, other=other)
        elif _is_other_issuer(before, mention):
            told = about_words(mention.passage, *mention.issuer_span, name=mention.name, other=before.issuer)
            yield replace(told, message=ISSUERS)


def _is_other_day(before: DocumentMention, mention: DocumentMention) -> bool:
    """Tell whether two days of one number are of one document: its numbers begin anew with each year."""
    if not before.day or not mention.day or before.day == mention.day:
        return False
    is_of_one_year = before.day.year == mention.day.year or bool(mention.symbol.year)
    has_slip_of_year = (before.day.month, before.day.day) == (mention.day.month, mention.day.day)
    return (is_of_one_year or has_slip_of_year) and _are_of_one(before, mention)


def _are_of_one(before: DocumentMention, mention: DocumentMention) -> bool:
    """Tell whether two issuers may be one: one of them is not said, or stands in the other."""
    mine, theirs = fold_issuer(mention.issuer), fold_issuer(before.issuer)
    return not mine or not theirs or mine in theirs or theirs in mine


def _is_other_issuer(before: DocumentMention, mention: DocumentMention) -> bool:
    """Tell whether one day and number have two issuers."""
    return bool(before.day) and before.day == mention.day and not _are_of_one(before, mention)
