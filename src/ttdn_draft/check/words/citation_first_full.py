"""Viện dẫn lần đầu thiếu ngày, cơ quan ban hành hoặc trích yếu.

Kiểm tra gì: Lần đầu nhắc một văn bản (đếm cả phần căn cứ) có đủ ngày, cơ quan ban hành và trích yếu không.
Vì sao: Người đọc phải tra được văn bản; số của Đảng và của từng cơ quan đánh lại mỗi nhiệm kỳ, mỗi năm.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm b; Hướng dẫn số 05-HD/VPTW, trang 12.
Ví dụ sai: Tổ chức thực hiện Quyết định số 173/QĐ-TTg.
Ví dụ đúng: Tổ chức thực hiện Quyết định số 173/QĐ-TTg ngày 27 tháng 01 năm 2026 của Thủ tướng Chính phủ phê duyệt
Chiến lược truyền thông quảng bá hình ảnh Việt Nam ra nước ngoài.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...errors import Severity
from ...knowledge.citations import Citation, Status, format_citation
from ...knowledge.citations.table import LAWS
from ...knowledge.standards.spelling import spell
from ...mentions.citations import DocumentMention
from ...mentions.contexts import clause_after, clause_before
from ...messages import N_, Marked, Message
from ...patterns import regex
from ..cited import Cited
from ..manuscript import Manuscript
from ..own_number import has_own_letters, may_mean_itself, means_itself
from ..rule import Told, about, rule

ZONES = frozenset({"base", "paragraph", "item", "note"})
ORDERS = regex(
    r"(?:căn cứ|thực hiện|triển khai|quán triệt|(?<!kèm )theo|phổ biến|tuyên truyền)\s+(?:các\s+|tinh thần\s+|nội dung\s+)?$",
    re.I,
)
AMENDED_BY = regex(r"sửa đổi, bổ sung(?!.*[;.])", re.I)
BY_WHOM = regex(r"\b(?:ban hành|ký|có|ra)\b", re.I)
SHORTENED_TO = regex(r"\(?sau đây (?:gọi|viết) (?:tắt )?là", re.I)
MISSING = (N_("ngày"), N_("cơ quan ban hành"), N_("trích yếu"))
IN_TABLE = Message(
    N_("Lần đầu viện dẫn {words} chưa ghi {missing}."), N_("Viết đủ theo bản gốc; bảng viện dẫn có: {right}.")
)


@rule(
    "warning",
    N_("Lần đầu viện dẫn {words} chưa ghi {missing}."),
    N_("Ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành, trích yếu; từ lần sau chỉ ghi tên loại và số, ký hiệu."),
)
def citation_first_full(text: Manuscript) -> Iterator[Told]:
    """Tell each document whose first mention lacks what it takes to find it, unless another mention has it."""
    noted = {c.mention.symbol.key for c in text.cited if _is_full(c.mention) or c.mention.is_given}
    for cited in text.cited:
        mention = cited.mention
        if not (cited.is_own and cited.is_first and _is_asked(mention)):
            continue
        missing = _list_missing(mention)
        is_known = mention.symbol.key in noted or _is_own(text, mention)
        if missing and not is_known and not _is_clear(cited):
            yield _tell(text, cited, missing)


def _is_own(text: Manuscript, mention: DocumentMention) -> bool:
    """Tell whether another rule asks whether this document itself is meant."""
    return has_own_letters(text, mention) and (means_itself(text, mention) or may_mean_itself(text, mention))


def _is_asked(mention: DocumentMention) -> bool:
    """Tell whether a mention has to be full where it is the first one: laws are named, not numbered."""
    is_named = bool(mention.kind) and mention.kind not in (*LAWS, "Văn bản hợp nhất")
    return is_named and mention.passage.zone in ZONES and not mention.passage.annex


def _tell(text: Manuscript, cited: Cited, missing: tuple[Marked, ...]) -> Told:
    told = about(cited.mention, missing=missing, level=_weigh(cited.mention, missing))
    known = cited.known
    if known is None or known.title is None or known.date is None or _has_ended(text, known):
        return told
    right = spell(format_citation(known, text.profile.standard, False, text.profile.dates), text.profile.standard)
    return replace(told, facts={**told.facts, "right": right}, message=IN_TABLE)


def _has_ended(text: Manuscript, known: Citation) -> bool:
    """Tell whether another rule asks for a newer document in its place."""
    return text.grounds.citations.status_on(known, text.day) not in (Status.IN_FORCE, Status.AMENDED)


def _list_missing(mention: DocumentMention) -> tuple[Marked, ...]:
    has = (bool(mention.day_span[1]), bool(mention.issuer), bool(mention.title))
    return tuple(name for name, there in zip(MISSING, has, strict=True) if not there)


def _is_full(mention: DocumentMention) -> bool:
    """Tell whether a mention says enough to find a document; in a legal base or in another title its own title too."""
    is_whole = mention.title or (mention.passage.zone != "base" and not mention.is_nested)
    return bool(mention.day_span[1] and mention.issuer and is_whole)


def _weigh(mention: DocumentMention, missing: tuple[Marked, ...]) -> Severity | None:
    """Return how grave it is: what lacks its title alone, or has its year and title or issuer, is found yet."""
    before = clause_before(mention.passage, mention.start)
    is_order = _is_ordered(mention)
    is_found_by_year = mention.symbol.year and (mention.title or mention.issuer or AMENDED_BY.search(before))
    is_told = mention.issuer and mention.title  # all of it but the day: it was meant to be full
    return None if (is_order or is_told) and MISSING[0] in missing and not is_found_by_year else "note"


def _is_ordered(mention: DocumentMention) -> bool:
    """Tell whether something is to be done by a document: then all of it has to be there."""
    return mention.passage.zone == "base" or bool(ORDERS.search(clause_before(mention.passage, mention.start)))


def _is_clear(cited: Cited) -> bool:
    """Tell whether the words around say it: who issued it, or by what name it is called from here on."""
    mention = cited.mention
    before = clause_before(mention.passage, mention.start)
    if SHORTENED_TO.search(clause_after(mention.passage, mention.end)) or before.count("(") > before.count(")"):
        return True
    return bool(mention.day_span[1] and mention.title and BY_WHOM.search(before))
