"""In what context something stands: a passage and a place in it go in, what the words around it say comes out.

A rule that can err in a context stays silent there: old names are right in histories, quotations and dated citations.
"""

import re
from datetime import date
from functools import lru_cache

from ..model.mentions import Mention, Passage
from ..patterns import regex

CLAUSE_END = regex(r"[;:.!?\n](?=\s|$)")
HISTORY = regex(
    r"\b(?:thành lập(?!\s+(?:tổ|đoàn|ban chỉ đạo|câu lạc bộ)\b)|tái lập|giải phóng|chia tách|sáp nhập|hợp nhất|sắp xếp|"
    r"khởi nghĩa|chiến thắng|chiến dịch|chiến khu|(?<!mặt )trận|quê ở|sinh ra tại|thời kỳ|"
    r"(?<!di tích )(?<!giới thiệu )(?<!quảng bá )lịch sử|"
    r"truyền thống|kỷ niệm|trước đây|trước khi|trước là|tên cũ|"
    r"nguyên\s+(?:là|lãnh đạo|(?:phó\s+)?(?:bí thư|chủ tịch|giám đốc|trưởng))|"
    r"cố\s+(?:đồng chí|chủ tịch|tổng bí thư|bí thư|thủ tướng))\b"
    r"|\b(?:năm|giai đoạn|nhiệm kỳ)\s+(?:1\d{3}|20[01]\d|202[0-4])\b|\b6 tháng đầu năm 2025\b"
    r"|\b\d+\s+năm\s+Ngày\b",
    re.I,
)
FORMERLY = regex(
    r"(?:,\s*(?:quận|huyện|tỉnh|thành phố) [\w ]{2,20}?(?=,|\s*\(|\s+nay\b)){0,2}(?:,\s*Việt Nam)?"
    r"\W{0,3}\s*(?:(?:(?<=\()sau|địa danh theo đơn vị hành chính trước)\s+(?:khi\s+)?(?:sắp xếp|sáp nhập|hợp nhất)\b|"
    r"(?:là\s+)?(?:cơ quan|đơn vị)\s+không\s+còn\b|"
    r"(?:,\s*tỉnh [\w ]{3,20})?\s*\(?\s*cũ\b|trước đây\b|\(?\s*nay\s+(?:là|thuộc|gồm)\b|"
    r"(?:,\s*tỉnh [\w ]{3,20})?trước\s+(?:khi\s+)?(?:thực hiện\s+)?(?:việc\s+)?(?:sắp xếp|sáp nhập|hợp nhất)|"
    r"trước\s+(?:ngày\s+)?0?1/7/2025|đã\s+(?:sáp nhập|hợp nhất|kết thúc|giải thể))",
    re.I,
)
PAPER_OF = regex(r"\bdo\s+$"), regex(r"\s+(?:đã\s+)?cấp\b(?!\s+(?:phát|cho|kinh phí))")
LICENCE_OF = (
    regex(r"\bgiấy (?:phép|chứng nhận)\b[^.;:]{0,80}\bdo\s+$", re.I),
    regex(r"\s+(?:đã\s+)?cấp cho\b"),
)
PAST_DATE = regex(r"\(\s*(?:ngày\s+)?[^()]{0,20}\b(?:1\d{3}|20[01]\d|202[0-4])\b")
REVIEW = regex(
    r"\b(?:kết quả|đánh giá|tình hình|tổng kết|sơ kết|ưu điểm|hạn chế|tồn tại|nguyên nhân|đã đạt được)\b", re.I
)
TASK = regex(
    r"\b(?:chủ trì|phối hợp|mời|gửi|chỉ đạo|đề nghị|yêu cầu|giao|hướng dẫn|tham mưu|báo cáo|triển khai|thực hiện|"
    r"tổ chức|tăng cường|đẩy mạnh|xây dựng|tuyên truyền|quảng bá|rà soát|chịu trách nhiệm|bố trí|phân bổ|cấp cho)\b",
    re.I,
)
TASK_PART = regex(r"\b(?:tổ chức (?:thực hiện|triển khai)|nhiệm vụ|giải pháp|phân công|phương hướng)\b", re.I)
DOCUMENT_OF_PAST = regex(
    r"\b(?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực|chấm dứt|trước đây|trước kia|tổng kết|sơ kết|đánh giá|"
    r"chuyển tiếp|kế thừa|kết quả\s+(?:thực hiện|triển khai)|\d+\s+năm\s+(?:triển khai\s+|tổ chức\s+)?thực hiện|"
    r"đã\s+(?:ban hành|triển khai|thực hiện|tham mưu|hoàn thành|tổ chức|quán triệt|có|được)|thời gian qua)\b",
    re.I,
)
ENDED_BEHIND = regex(r"\b(?:thay thế|bãi bỏ|hết hiệu lực|trước đây|chấm dứt hiệu lực)\b|\(\s*cũ\b", re.I)
PLANNED = regex(r"\b(?:sau khi|khi có|sẽ|dự kiến|dự thảo|chờ)\b", re.I)
FUTURE_PART = regex(r"\b(?:phương hướng|nhiệm vụ|giải pháp|kế hoạch|đề xuất|kiến nghị|thời gian tới)\b", re.I)
SHORTFALL = regex(r"\bcòn\s+(?:một số\s+)?(?:khó khăn|tồn tại|hạn chế)|\bkết quả đạt được\b", re.I)
DONE = regex(r"\bđã\s+[^\W\d_]")
SENTENCE_END = regex(r"[.;](?=\s|$)")
YEAR = regex(r"(?<!\d)(?:(\d{1,2})(?:/| tháng )(\d{1,2})(?:/| năm ))?((?:19|20)\d{2})(?!\d)")
ORDERED = regex(r"\b(?:giao|yêu cầu|đề nghị|chủ trì|chỉ đạo)\b", re.I)
OWN_DEED = regex(r"\b(?:hướng dẫn|ban hành|xây dựng|báo cáo)\s+(?:thực hiện\s+)?(?:kết quả|kế hoạch|công tác)\b", re.I)
"""What the issuer does behind what it cites: Thực hiện Nghị định số …, Sở … hướng dẫn thực hiện công tác …"""
ABROAD = regex(
    r"\b(?:Trung Quốc|Lào|Campuchia|Quảng Tây|Vân Nam|nước bạn|phía bạn|(?<!tiếng )(?<!người )(?<!khách )nước ngoài)\b"
)
ENDED = regex(
    r"\b(?:không còn|không tổ chức|bỏ|giải thể|kết thúc hoạt động(?: của)?|chuyển từ|thay cho|tiếp nhận từ|từ|nhập vào)"
    r"\s+(?:các\s+)?(?:cơ quan\s+|đơn vị\s+|tổ chức\s+|hành chính\s+){0,3}$",
    re.I,
)
CITED_BEFORE = regex(
    r"\bsố\s+\d\S*[-/]\S*.{0,200}$|\bngày\s+\d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )\d{4}\s+của\s+.{0,60}$"
)
LAID_DOWN = regex(r"\bsố\s+\d\S*[-/][^.;:]*\bquy định(?:\s+như\s+sau)?\s*:[^.;]*$")
"""What a document lays down, told behind a colon: Nghị định số … quy định: trường hợp …"""
ADDRESS = regex(r"://|www\.|@\w|\w\.(?:vn|com|org|net)\b")
PASSAGES_KEPT = 16  # passages of which is kept what they say: one may have a thousand mentions
CLAUSE_REACH = 1000  # signs of a clause that are read on either side: longer ones no sentence has
REACH = 90  # signs behind something in which it may be called old
LONGEST_SENTENCE = 1000  # signs on each side in which the dates of a deed are looked for


def clause_before(passage: Passage, start: int) -> str:
    """Return what stands before a place in its clause."""
    first = max(0, start - CLAUSE_REACH)
    ends = [found.end() for found in CLAUSE_END.finditer(passage.text, first, start)]
    return passage.text[ends[-1] if ends else first : start]


def clause_after(passage: Passage, end: int) -> str:
    """Return what stands behind a place in its clause."""
    found = CLAUSE_END.search(passage.text, end, end + CLAUSE_REACH)
    return passage.text[end : found.start() if found else end + CLAUSE_REACH]


def tells_history(mention: Mention) -> bool:
    """Tell whether the clause before a mention tells of the past, or a past date in brackets follows it."""
    before, after = (
        clause_before(mention.passage, mention.start),
        mention.passage.text[mention.end : mention.end + CLAUSE_REACH],
    )
    return bool(HISTORY.search(before) or PAST_DATE.match(after.lstrip()))


def is_called_former(mention: Mention) -> bool:
    """Tell whether the words behind a mention say that it is the name of former times."""
    return bool(FORMERLY.match(mention.passage.text, mention.end, mention.end + REACH))


def is_in_review(passage: Passage) -> bool:
    """Tell whether the headings above a passage, or it itself as a heading, speak of what was done."""
    return any(REVIEW.search(words) for words in passage.above)


@lru_cache(PASSAGES_KEPT)
def gives_task(passage: Passage) -> bool:
    """Tell whether a passage, or the heading over it, says what is to be done, and it does not stand in a review."""
    is_task = TASK.search(passage.text) or any(TASK_PART.search(words) for words in passage.above)
    return bool(is_task) and not (SHORTFALL.search(passage.text) or is_in_review(passage))


def tells_past_of_document(mention: Mention) -> bool:
    """Tell whether a clause speaks of what was done by a document or of its end, not of what is to be done by it."""
    before = clause_before(mention.passage, mention.start)
    behind = clause_after(mention.passage, mention.end)
    return bool(DOCUMENT_OF_PAST.search(before) or ENDED_BEHIND.search(behind)) or tells_history(mention)


def is_in_past_part(passage: Passage, is_report: bool) -> bool:
    """Tell whether a passage stands in a review: under a heading of one, or in a report outside of what it plans."""
    if is_report and passage.zone != "base":
        return not any(FUTURE_PART.search(words) for words in passage.above)
    return is_in_review(passage)


def is_planned(mention: Mention) -> bool:
    """Tell whether a clause says before a document that it is still to be issued."""
    return bool(PLANNED.search(clause_before(mention.passage, mention.start)))


def is_in_older_citation(mention: Mention, day: date) -> bool:
    """Tell whether a mention is part of how a document of before a day, or without one, is cited."""
    before = clause_before(mention.passage, mention.start)
    near = max(0, mention.start - CLAUSE_REACH)
    found = CITED_BEFORE.search(before) or LAID_DOWN.search(mention.passage.text[near : mention.start])
    if found is None or ORDERED.search(found[0]) or OWN_DEED.search(found[0]):
        return False
    dates = YEAR.findall(found[0])
    return not dates or _read_date(*dates[-1]) < (day.year, day.month, day.day)


def _read_date(day: str, month: str, year: str) -> tuple[int, int, int]:
    return int(year), int(month or 0), int(day or 0)


@lru_cache(PASSAGES_KEPT)
def tells_past_date(passage: Passage, day: date) -> bool:
    """Tell whether a passage holds a date or a year of before a day: what it says may be of that time."""
    return any(_read_date(*found) < (day.year, day.month, day.day) for found in YEAR.findall(passage.text))


def is_abroad(mention: Mention) -> bool:
    """Tell whether the words around a mention in its clause speak of another country."""
    before, behind = clause_before(mention.passage, mention.start), clause_after(mention.passage, mention.end)
    return bool(ABROAD.search(before[-REACH:]) or ABROAD.search(behind[:REACH]))


def is_told_to_end(mention: Mention) -> bool:
    """Tell whether the words before a mention say that there is none any more."""
    return bool(ENDED.search(clause_before(mention.passage, mention.start)))


def is_of_its_time(mention: Mention, end: date) -> bool:
    """Tell whether a mention of what ended before a day may be right: a history, a quotation, an older citation.

    What the program wrote itself is right too.
    """
    return (
        mention.is_given
        or mention.is_quoted
        or is_called_former(mention)
        or _has_given_paper(mention)
        or tells_history(mention)
        or is_in_older_citation(mention, end)
        or _tells_dated_deed(mention, end)
    )


def _tells_dated_deed(mention: Mention, end: date) -> bool:
    """Tell whether a sentence tells what was done, all of whose dates are before a day: đã duyệt … 01/9/2015."""
    text, near = mention.passage.text, max(0, mention.start - LONGEST_SENTENCE)
    far = min(len(text), mention.end + LONGEST_SENTENCE)
    first = max((found.end() for found in SENTENCE_END.finditer(text, near, mention.start)), default=near)
    after = SENTENCE_END.search(text, mention.end, far)
    last = after.start() if after else far
    dates = YEAR.findall(text[first:last])
    is_done = DONE.search(text, first, mention.start) or DONE.search(text, mention.end, min(last, mention.end + REACH))
    return bool(is_done and dates) and all(_read_date(*found) < (end.year, end.month, end.day) for found in dates)


def _has_given_paper(mention: Mention) -> bool:
    """Tell whether a mention is who gave a paper, which holds on: giấy phép do Bộ … cấp."""
    text, near = mention.passage.text, max(0, mention.start - REACH)
    return any(
        before.search(text, near, mention.start) and behind.match(text, mention.end)
        for before, behind in (PAPER_OF, LICENCE_OF)
    )


def is_in_address(passage: Passage, start: int) -> bool:
    """Tell whether a place is inside an address of the web or of mail."""
    text, near = passage.text, max(0, start - CLAUSE_REACH)
    first = max(near, text.rfind(" ", near, start) + 1, text.rfind("\n", near, start) + 1)
    words = text[first : start + CLAUSE_REACH].split(maxsplit=1)
    return bool(words and ADDRESS.search(words[0]))


def is_no_text(passage: Passage, start: int) -> bool:
    """Tell whether nobody typed what stands at a place as words: it is given, or in a mark like [bang: ten] or <br>."""
    before = passage.text[:start]
    in_mark = any(before.rfind(first) > before.rfind(last) for first, last in ("[]", "<>"))
    return in_mark or passage.is_given(start)
