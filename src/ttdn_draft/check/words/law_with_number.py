"""Luật, pháp lệnh ghi cả số, ký hiệu; hoặc trong căn cứ thiếu ngày (Nhà nước), thiếu năm (Đảng).

Kiểm tra gì: Luật, bộ luật, pháp lệnh chỉ ghi tên và ngày (văn bản Nhà nước), tên và năm (văn bản của Đảng), không ghi
số, ký hiệu, cơ quan; luật sửa đổi không có tên riêng, bảng và chú thích thì không xét.
Vì sao: Luật được gọi bằng tên; số, ký hiệu thừa và dễ chép nhầm.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm a, b; Hướng dẫn số 05-HD/VPTW, trang 12.
Ví dụ sai: {can_cu: [Căn cứ Luật số 72/2025/QH15 Tổ chức chính quyền địa phương]}
Ví dụ đúng: {can_cu: [Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025]}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...errors import Severity
from ...knowledge.citations import Citation, format_citation
from ...knowledge.names import fold_name
from ...knowledge.standards.spelling import spell
from ...mentions.laws import LawMention
from ...messages import N_, Message
from ...patterns import regex
from ..cited_laws import find_law_on
from ..manuscript import Manuscript
from ..rule import Told, about, rule

ZONES = frozenset({"base", "paragraph", "item"})
AMENDING = regex(r"sửa đổi|bổ sung|thay thế", re.I)
UNDATED = Message(N_("Căn cứ {words} chưa ghi {missing} của luật."), N_("Ghi tên luật rồi đến {missing}{example}."))
_DAY, _YEAR = N_("ngày ban hành"), N_("năm ban hành")


@rule(
    "warning",
    N_("«{words}» ghi cả số, ký hiệu của luật."),
    N_("Luật chỉ ghi tên và {missing}, không ghi số, ký hiệu, cơ quan: {right}."),
    fix_group="citations",
)
def law_with_number(text: Manuscript) -> Iterator[Told]:
    """Tell each law with a number, and each law of the legal bases without its day or its year."""
    for law in text.mentions.laws:
        if law.is_given or law.is_quoted or law.passage.zone not in ZONES:
            continue
        if law.number and not AMENDING.search(law.passage.text, max(0, law.start - 60), law.end):
            yield _tell_number(text, law)
        elif law.passage.zone == "base" and _is_undated(text, law) and not AMENDING.search(law.passage.text):
            yield _tell_undated(text, law)


def _tell_number(text: Manuscript, law: LawMention) -> Told:
    """Say how the law is written; the level is low in a sentence, where the name with its number still is clear."""
    known = _find_numbered(text, law)
    missing = _YEAR if text.is_party else _DAY
    bare = law.title if not law.date_span[1] else f"{law.title} {law.passage.text[slice(*law.date_span)]}"
    right = _write(text, known) if known and fold_name(known.title or "") == fold_name(law.title) else bare
    level: Severity | None = None if law.passage.zone == "base" else "note"
    is_safe = bool(law.date_span[1]) and not text.is_party
    return replace(about(law, fix=right, level=level, missing=missing, right=right), is_safe=is_safe)


def _find_numbered(text: Manuscript, law: LawMention) -> Citation | None:
    return next((c for c in text.grounds.citations if c.is_law and c.symbol == law.number), None)


def _is_undated(text: Manuscript, law: LawMention) -> bool:
    """Tell whether the day is missing; the Party writes the year alone."""
    return law.year is None if text.is_party else law.day is None


def _tell_undated(text: Manuscript, law: LawMention) -> Told:
    missing = _YEAR if text.is_party else _DAY
    known = find_law_on(law, text.grounds.citations, text.day)
    right = _write(text, known) if known else None
    told = about(law, fix=right, missing=missing, example=f": {right}" if right else "")
    return replace(told, message=UNDATED)


def _write(text: Manuscript, law: Citation) -> str:
    return spell(format_citation(law, text.profile.standard, False, text.profile.dates), text.profile.standard)
