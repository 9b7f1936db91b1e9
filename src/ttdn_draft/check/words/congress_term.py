"""Số thứ tự đại hội, khoá, nhiệm kỳ trong nhiệm vụ không phải của ngày ban hành.

Kiểm tra gì: Nhiệm vụ nói đến đại hội Đảng toàn quốc, nhiệm kỳ đại hội đảng bộ, nhiệm kỳ Hội đồng nhân dân đã qua vào
ngày của văn bản; câu kể lại nhiệm kỳ cũ, tên văn bản cũ và phần đánh giá thì thôi, trừ chỗ báo cáo nói đã tuyên truyền kết quả đại hội.
Vì sao: Dấu vết của văn bản chép từ nhiệm kỳ trước.
Căn cứ: không có quy định; bảng nhiệm kỳ có nguồn.
Ví dụ sai: Tuyên truyền Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.
Ví dụ đúng: Tuyên truyền Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from datetime import date

from ...knowledge.terms import CONGRESS, COUNCILS, PARTY_ORGANISATION, find_term
from ...mentions.contexts import clause_after, clause_before, is_in_past_part, tells_past_of_document
from ...messages import N_, Message
from ...model.mentions import Mention, Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about, rule

_NATIONAL = regex(
    r"Đại hội(?:\s+(?:đại biểu|Đảng)){0,2}(?:\s+toàn quốc)?(?:\s+của Đảng)?\s+(?:lần thứ\s+)?(?P<number>[IVX]+|(?<=lần thứ )1\d)(?!\w)"
    r"(?!\s+(?:của\s+)?(?:Đảng bộ|đảng bộ|Công đoàn|Đoàn|Hội|Mặt trận|Liên|Chi bộ|Đảng ủy|Đảng uỷ))"
)
TERM = regex(r"(?:nhiệm kỳ|kho[áa]|khóa)\s+(?P<first>\d{4})\s*[-–]\s*(?P<last>\d{4})(?!\d)", re.I)
OF_COUNCIL = regex(r"Hội đồng nhân dân|HĐND", re.I)
OF_PARTY = regex(r"đảng bộ|đại hội|chi bộ|cấp ủy|cấp uỷ", re.I)
TASK = regex(
    r"(?:thực hiện|triển khai|quán triệt|tuyên truyền|học tập|phổ biến|cụ thể h(?:oá|óa)|đưa|bám sát|tinh thần|theo|căn cứ|mục tiêu|chỉ tiêu)",
    re.I,
)
_TOPIC = regex(
    r"\b(?:tập trung|tuyên truyền|thông tin|giới thiệu|phổ biến|quán triệt|truyền thông)\b(?!.*\b(?:so với|tổng kết|sơ kết|năm thực hiện)\b)"
    r".{0,60}\b(?:kết quả|thành công|văn kiện)(?: của| tốt đẹp của)?\s+$",
    re.I,
)
"""What stands before the congress that was spoken of: tập trung vào kết quả Đại hội …"""
_TERM_BEHIND = regex(r"\b(?:nhiệm kỳ|20[0-2]\d)\b")
_AHEAD = regex(
    r"\b(?:tới|tiến tới|hướng tới|chuẩn bị|chào mừng|đến|trước|góp ý|dự thảo|nhân sự|trình|lập thành tích)\b", re.I
)
NOT_YET_HELD = Message(
    N_("«{words}» chưa họp vào ngày của văn bản; ngày đó là {now}."), N_("Xem lại số thứ tự của đại hội.")
)
ROMAN = {"I": 1, "V": 5, "X": 10}


@rule(
    "warning",
    N_("«{words}» đã qua vào ngày của văn bản; ngày đó là {now}."),
    N_("Sửa thành {now}, nếu nói về nhiệm vụ hiện nay."),
)
def congress_term(text: Manuscript) -> Iterator[Told]:
    """Tell each congress and term that was over by the day of the document, where something is to be done by it."""
    day = text.day
    if day is None:
        return
    for passage in text.having("đại hội", "nhiệm kỳ", "khoá 20*", "khóa 20*"):
        if passage.zone not in ("base", "paragraph", "item", "cell"):
            continue
        for ahead, now in _list_ahead(text, passage, day):
            yield about(ahead, message=NOT_YET_HELD, now=now, day=day)
        for mention, fix, now in (*_list_congresses(passage, day), *_list_terms(text, passage, day)):
            if _is_task(text, mention) or _is_topic(text, mention):
                yield about(mention, fix=fix, now=now)


def _list_ahead(text: Manuscript, passage: Passage, day: date) -> Iterator[tuple[Mention, str]]:
    """Yield the congresses of the Party that come after that of the day, but where something leads up to them."""
    current = find_term(CONGRESS, day)
    now = re.search(r"lần thứ ([IVX]+)", current.name) if current else None
    for found in _NATIONAL.finditer(passage.text) if current and now else ():
        mention = Mention(passage, *found.span())
        is_later = _read_roman(found["number"]) > _read_roman(now[1] if now else "")
        is_free = not (mention.is_given or mention.is_quoted or _is_in_title(text, mention))
        if is_later and is_free and not _AHEAD.search(clause_before(passage, found.start())):
            yield mention, current.name if current else ""


def _list_congresses(passage: Passage, day: date) -> Iterator[tuple[Mention, str, str]]:
    """Yield the congresses of the Party before that of the day, with the right number."""
    current = find_term(CONGRESS, day)
    now = re.search(r"lần thứ ([IVX]+)", current.name) if current else None
    for found in _NATIONAL.finditer(passage.text) if current and now else ():
        if _read_roman(found["number"]) < _read_roman(now[1] if now else ""):
            fix = found[0][: -len(found["number"])] + (now[1] if now else "")
            yield Mention(passage, *found.span()), fix, current.name if current else ""


def _list_terms(text: Manuscript, passage: Passage, day: date) -> Iterator[tuple[Mention, str, str]]:
    """Yield the terms of Party organisations and of councils that ended before that of the day began."""
    pack = text.grounds.pack
    for found in TERM.finditer(passage.text):
        before = clause_before(passage, found.start())[-90:]
        kind = COUNCILS if OF_COUNCIL.search(before) else PARTY_ORGANISATION if OF_PARTY.search(before) else ""
        current = find_term(kind, day, pack.terms if pack else ()) if kind else None
        if current and current.years and int(found["last"]) <= int(current.years[:4]):
            yield Mention(passage, *found.span()), f"nhiệm kỳ {current.years}", f"nhiệm kỳ {current.years}"


def _is_task(text: Manuscript, mention: Mention) -> bool:
    """Tell whether something is to be done by it: no history, no review, no title of a document, no quotation."""
    if mention.is_given or mention.is_quoted or tells_past_of_document(mention):
        return False
    if is_in_past_part(mention.passage, text.draft.kind == "bao-cao") or _is_in_title(text, mention):
        return False
    return bool(TASK.search(clause_before(mention.passage, mention.start)))


def _is_topic(text: Manuscript, mention: Mention) -> bool:
    """Tell whether a report says that its own time was given to the outcome of a congress: it was that of its time."""
    is_free = not (mention.is_given or mention.is_quoted or _is_in_title(text, mention))
    if text.draft.kind != "bao-cao" or not is_free or not _TOPIC.search(clause_before(mention.passage, mention.start)):
        return False
    return not _TERM_BEHIND.search(clause_after(mention.passage, mention.end))


def _is_in_title(text: Manuscript, mention: Mention) -> bool:
    cited = (m for m in text.mentions.citations if m.passage is mention.passage)
    return any(m.title_span[0] <= mention.start < m.title_span[1] for m in cited)


def _read_roman(number: str) -> int:
    if number.isdigit():
        return int(number)
    values = [ROMAN[sign] for sign in number]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))
