"""Viện dẫn văn bản đã bị thay thế, bãi bỏ hoặc hết hiệu lực vào ngày ban hành.

Kiểm tra gì: Văn bản và luật có trong bảng viện dẫn mà hết hiệu lực, hết giai đoạn vào ngày của văn bản; câu kể việc
đã làm, phần đánh giá, lời trích và văn bản báo cáo về thời kỳ trước thì không xét.
Vì sao: Nhiệm vụ giao theo một văn bản không còn hiệu lực thì không có căn cứ.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm a; bảng viện dẫn có ngày.
Ví dụ sai: Thực hiện Quyết định số 79/2010/QĐ-TTg ngày 30 tháng 11 năm 2010 của Thủ tướng Chính phủ ban hành Quy chế
quản lý nhà nước về thông tin đối ngoại.
Ví dụ đúng: Tổng kết 05 năm thực hiện Quyết định số 79/2010/QĐ-TTg ngày 30 tháng 11 năm 2010 của Thủ tướng Chính phủ
ban hành Quy chế quản lý nhà nước về thông tin đối ngoại.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ...errors import Severity
from ...knowledge.citations import STATUS_WORDS, Citation, Status, format_citation
from ...knowledge.citations.wording import name_citation
from ...knowledge.standards.spelling import spell
from ...mentions.citations import DocumentMention
from ...mentions.contexts import clause_before, is_in_past_part, tells_past_of_document
from ...mentions.laws import LawMention
from ...messages import N_, Message
from ...model import PartialDate
from ...model.mentions import Passage, Stretch
from ...patterns import regex
from ..cited import find_whole, issued_otherwise, list_given
from ..cited_laws import find_law, find_law_on
from ..manuscript import Manuscript
from ..rule import Told, about, about_words, rule

NO_NEWER = Message(
    N_("{cited} {status} (ngày {day})."),
    N_("Chưa thấy trong bảng văn bản thay thế; tìm và dẫn văn bản đang có hiệu lực."),
)
UNSURE = Message(
    N_("Chưa rõ {cited} còn hiệu lực vào ngày {day} hay không."),
    N_("Có thể đã thay bởi {newer}; tra lại trước khi trình ký."),
)
OLDER_LAW = Message(
    N_("«{words}» không còn là luật đang có hiệu lực (ngày {day})."),
    N_("Dẫn {newer}; giữ nguyên nếu cố ý nói về thời kỳ trước."),
)
FOLLOWED = regex(r"\b(?:theo|thực hiện|căn cứ)\s+$", re.I)
CARRIED_OUT = regex(
    r"\b(?:quán triệt|thực hiện|triển khai|phổ biến)\s+(?:các\s+|đầy đủ\s+)*(?:văn bản|chủ trương|quy định|hướng dẫn)\b",
    re.I,
)
OVER = (Status.ENDED, Status.PHASE_OVER)


@rule(
    "warning",
    N_("{cited} {status} (ngày {day})."),
    N_("Dẫn {newer}; giữ nguyên nếu cố ý nói về thời kỳ trước."),
    fix_group="citations",
)
def citation_replaced(text: Manuscript) -> Iterator[Told]:
    """Tell each document that has ended by the day of this one, once, where it is not told of the past."""
    day, seen = text.day, list_given(text.cited)
    if day is None:
        return
    for mention, known, whole in _list_known(text):
        if known.id not in seen and (told := _judge(text, day, mention, known, whole)):
            seen.add(known.id)
            yield told
    yield from _tell_older_laws(text, day)


def _tell_older_laws(text: Manuscript, day: date) -> Iterator[Told]:
    """Yield the laws that the table does not know, but knows one of the same name that is later and in force."""
    for law in text.mentions.laws:
        table = text.grounds.citations  # read where a law is named, and not for every document
        if law.is_given or law.is_quoted or not law.year or find_law(law, table) or _is_of_past(text, law):
            continue
        newer = find_law_on(law, table, day)
        if newer and newer.date and (law.day or date(law.year, 12, 31)) < newer.date.first:
            words = _write_citation(newer, text)
            shown = text.profile.dates.write(PartialDate.of(day))
            yield about(law, fix=words, message=OLDER_LAW, day=shown, newer=words)


def _list_known(text: Manuscript) -> Iterator[tuple[DocumentMention | LawMention, Citation, Stretch | None]]:
    """Yield what is cited and certainly known, with the words that a newer document would replace."""
    for cited in text.cited:
        if cited.is_own and cited.known and cited.is_sure and not issued_otherwise(cited):
            yield cited.mention, cited.known, find_whole(cited)
    for law in text.mentions.laws:
        known = None if law.is_given or law.is_quoted else find_law(law, text.grounds.citations)
        if known:
            yield law, known, (law.start, law.end)


def _judge(
    text: Manuscript, day: date, mention: DocumentMention | LawMention, known: Citation, whole: Stretch | None
) -> Told | None:
    """Say that a document has ended, with its successor where that is known."""
    table = text.grounds.citations
    status, newer = table.status_on(known, day), table.find_replacement(known, day)
    is_told = status in OVER or (status is Status.UNCLEAR and newer is not None)
    if not is_told or _is_of_past(text, mention):
        return None
    words = _write_citation(newer, text) if newer else ""
    shown = text.profile.dates.write(PartialDate.of(day))
    facts: dict[str, object] = {
        "cited": name_citation(known),
        "status": STATUS_WORDS[status],
        "day": shown,
        "newer": words,
    }
    fix = words if whole and newer and status is Status.ENDED else None
    told = about_words(mention.passage, *(whole or (mention.start, mention.end)), fix=fix)
    told = replace(told, facts=facts, level=_weigh(mention, known, status))
    if status is Status.UNCLEAR:
        return replace(told, message=UNSURE)
    return told if newer else replace(told, message=NO_NEWER)


def _write_citation(newer: Citation, text: Manuscript) -> str:
    """Return how a document is cited that takes the place of another."""
    standard = text.profile.standard
    return spell(format_citation(newer, standard, False, text.profile.dates), standard)


def _weigh(mention: DocumentMention | LawMention, known: Citation, status: Status) -> Severity | None:
    """Return how grave it is: a base that has certainly ended is no base."""
    is_certain = status is Status.ENDED and known.period.end_kind == "exact" and not known.doubtful
    return "error" if mention.passage.zone == "base" and is_certain else None


def _is_of_past(text: Manuscript, mention: DocumentMention | LawMention) -> bool:
    """Tell whether a document is cited for what was: a note only names one, but where it says that it is followed."""
    zone = mention.passage.zone
    if zone in ("subject", "annex-title") or tells_past_of_document(mention):
        return True
    is_followed = FOLLOWED.search(clause_before(mention.passage, mention.start))
    if zone == "note" and not is_followed and not _lists_what_to_follow(text, mention.passage):
        return True
    return is_in_past_part(mention.passage, text.draft.kind == "bao-cao")


def _lists_what_to_follow(text: Manuscript, note: Passage) -> bool:
    """Tell whether a note hangs on papers that are to be carried out: Quán triệt các văn bản của Trung ương[^1]."""
    passages = text.passages
    above = [p for p in passages[: passages.index(note)] if p.zone != "note"]
    return text.draft.kind != "bao-cao" and bool(above and CARRIED_OUT.search(above[-1].text))
