"""Tên loại, cơ quan ban hành và ký hiệu của văn bản viện dẫn không khớp nhau.

Kiểm tra gì: Tên loại có đúng là loại mà ký hiệu ghi không (Nghị định mang ký hiệu QĐ-TTg), cơ quan có đúng là cơ quan
của ký hiệu không (…-CT/TW của Thủ tướng Chính phủ).
Vì sao: Một trong ba phần đã chép nhầm, người đọc không biết tin phần nào.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục III, mục I; Hướng dẫn số 05-HD/VPTW, trang 7.
Ví dụ sai: Phổ biến Nghị định số 173/QĐ-TTg ngày 27 tháng 01 năm 2026 của Thủ tướng Chính phủ phê duyệt Chiến lược
truyền thông quảng bá hình ảnh Việt Nam ra nước ngoài.
Ví dụ đúng: Phổ biến Quyết định số 173/QĐ-TTg ngày 27 tháng 01 năm 2026 của Thủ tướng Chính phủ phê duyệt Chiến lược
truyền thông quảng bá hình ảnh Việt Nam ra nước ngoài.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...knowledge.citations.symbols import ASSEMBLY_LETTERS, KIND_CODES, is_organ, list_kinds
from ...knowledge.citations.table import LAWS
from ...knowledge.terms import CONGRESS, find_term
from ...mentions.citations import DocumentMention
from ...messages import N_, Message
from ...patterns import regex
from ..cited import Cited
from ..issuing import find_owner, is_issuer_of
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

COMPANY = regex(r"Công ty|Tập đoàn|Tổng công ty|Hợp tác xã|Ngân hàng", re.I)
BODY = regex(r"[A-ZĐ]{2,8}")  # letters of a body that no table knows: 2948/TT-ĐKT
NEAR = regex(
    rf"\b(?P<kind>{'|'.join(kind for kind, codes in KIND_CODES.items() if codes)})"
    r"(?: (?!(?:của|kèm|theo|tại|về|và|do|ban|các|trước|sau|được)\b)[a-zà-ỹđ]+){1,3} số $"
)
OF_ASSEMBLY = ("Nghị quyết", *LAWS)
OF_ANOTHER = Message(
    N_("{name} ghi của {words}, mà ký hiệu {symbol} là của {right}."),
    N_("Đối chiếu bản gốc, sửa cơ quan hoặc ký hiệu."),
)

_OTHER_TERM = Message(
    N_("{name} ban hành ngày {day}, trong nhiệm kỳ khoá {right}, mà ghi «{words}»."),
    N_("Sửa khoá thành {right}, hoặc xem lại ngày."),
)
_TERM = regex(r"\bkh(?:óa|oá)\s+(?P<number>[IVXL]+)\b", re.I)
_CONGRESS_NUMBER = regex(r"lần thứ (?P<number>[IVXL]+)")
_PARTY_BODIES = regex(r"Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|BCT\b|BBT\b")


@rule(
    "warning",
    N_("«{words}» mang ký hiệu {symbol}, là ký hiệu của {right}."),
    N_("Đối chiếu bản gốc, sửa tên loại hoặc ký hiệu."),
    fix_group="citations",
)
def citation_parts_disagree(text: Manuscript) -> Iterator[Told]:
    """Tell each document whose kind or issuer is not that of its symbol."""
    for cited in text.cited:
        mention = cited.mention
        if mention.is_given or mention.is_quoted:
            continue
        if told := _find_other_term(cited):
            yield told
        if _has_other_kind(mention):
            yield _tell_kind(cited)
        elif mention.issuer and (owner := find_owner(mention)) and not is_issuer_of(mention, owner):
            told = about_words(
                mention.passage, *mention.issuer_span, name=mention.name, symbol=mention.symbol.right, right=owner
            )
            yield replace(told, message=OF_ANOTHER)


def _has_other_kind(mention: DocumentMention) -> bool:
    """Tell whether the kind before the number has other letters; it may be the object of one that stands before."""
    near = _find_near(mention)
    code, kind = mention.symbol.code, mention.kind or (near["kind"] if near else "")
    if kind and ASSEMBLY_LETTERS.fullmatch(code):
        return kind not in OF_ASSEMBLY and not mention.is_listed
    is_body = is_organ(mention.symbol.organ) or (BODY.fullmatch(mention.symbol.organ) and _may_know(mention, kind))
    if not kind or mention.is_listed or not is_body or not list_kinds(code):
        return False
    if code in KIND_CODES[kind] or not KIND_CODES[kind] or (kind, code) == ("Thông tư", "TTLT"):
        return False
    before = mention.passage.text[max(0, mention.start - 80) : mention.start].casefold()
    return not any(name.casefold() in before for name in list_kinds(code)) and not before.rstrip().endswith("dự thảo")


def _find_other_term(cited: Cited) -> Told | None:
    """Tell the term of a central body of the Party that is not that of the day on which the document was issued."""
    mention, day = cited.mention, cited.mention.day
    typed = _TERM.search(mention.issuer) if day and "kh" in mention.issuer.casefold() else None
    if not (typed and day and _PARTY_BODIES.match(mention.issuer)):
        return None
    term = find_term(CONGRESS, day)
    right = _CONGRESS_NUMBER.search(term.name) if term and term.is_verified else None
    if right is None or right["number"] == typed["number"].upper():
        return None
    start, end = (mention.issuer_span[0] + at for at in typed.span())
    fix = f"{typed[0][: -len(typed['number'])]}{right['number']}"
    return about_words(
        mention.passage, start, end, message=_OTHER_TERM, fix=fix, name=mention.name, day=day, right=right["number"]
    )


def _may_know(mention: DocumentMention, kind: str) -> bool:
    """Tell whether letters of a body that no table knows stand behind those of a kind: companies have other ways."""
    is_short = (kind, mention.symbol.code) == ("Kết luận", "TB")  # of Thông báo kết luận
    return kind != "Công văn" and not is_short and not COMPANY.search(mention.issuer)


def _find_near(mention: DocumentMention) -> re.Match[str] | None:
    """Return the kind of a document whose name stands between kind and number: Thông báo làm việc số 12/TB-SCT."""
    return None if mention.kind else NEAR.search(mention.passage.text, 0, mention.start)


def _tell_kind(cited: Cited) -> Told:
    """Say which kind the letters are; the table knows which of the two is right."""
    mention, near = cited.mention, _find_near(cited.mention)
    kinds = [cited.known.kind] if cited.known else list_kinds(mention.symbol.code) or OF_ASSEMBLY[:1]
    fix = kinds[0] if cited.is_sure and cited.known else None
    symbol = mention.symbol.right
    span = mention.kind_span if mention.kind or not near else near.span()
    return about_words(mention.passage, *span, fix=fix if mention.kind else None, symbol=symbol, right=kinds[0])
