"""In what context something stands: a passage and a place in it go in, what the words around it say comes out.

A rule that can err in a context stays silent there: old names are right in histories, quotations and dated citations.
"""

import re

from ..model.mentions import Mention, Passage

CLAUSE_END = re.compile(r"[;:.!?\n](?=\s|$)")
HISTORY = re.compile(
    r"\b(?:thành lập|tái lập|giải phóng|chia tách|sáp nhập|hợp nhất|sắp xếp|khởi nghĩa|chiến thắng|chiến dịch|"
    r"chiến khu|trận|quê ở|sinh ra tại|thời kỳ|lịch sử|truyền thống|kỷ niệm|trước đây|nguyên|cố)\b"
    r"|\bnăm\s+(?:1\d{3}|20[01]\d|202[0-4])\b",
    re.I,
)
FORMERLY = re.compile(
    r"\W{0,3}\s*(?:\(?\s*cũ\b|trước đây\b|\(?\s*nay\s+(?:là|thuộc|gồm)\b|"
    r"trước\s+(?:khi\s+)?(?:sắp xếp|sáp nhập|hợp nhất)|"
    r"trước\s+(?:ngày\s+)?0?1/7/2025|đã\s+(?:sáp nhập|hợp nhất|kết thúc|giải thể))",
    re.I,
)
PAST_DATE = re.compile(r"\(\s*(?:ngày\s+)?[^()]{0,20}\b(?:1\d{3}|20[01]\d|202[0-4])\b")
REVIEW = re.compile(
    r"\b(?:kết quả|đánh giá|tình hình|tổng kết|sơ kết|ưu điểm|hạn chế|tồn tại|nguyên nhân|đã đạt được)\b", re.I
)
TASK = re.compile(
    r"\b(?:chủ trì|phối hợp|chỉ đạo|đề nghị|yêu cầu|giao|hướng dẫn|tham mưu|báo cáo|triển khai|thực hiện|tổ chức|"
    r"tăng cường|đẩy mạnh|xây dựng|rà soát|chịu trách nhiệm)\b",
    re.I,
)
CITED_BEFORE = re.compile(r"\bsố\s+\S+.{0,120}$|\bngày\s+\d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )\d{4}\s+của\s+.{0,60}$")
ADDRESS = re.compile(r"://|www\.|@\w|\w\.(?:vn|com|org|net)\b")
REACH = 60  # signs behind something in which it may be called old


def clause_before(passage: Passage, start: int) -> str:
    """Return what stands before a place in its clause."""
    ends = [found.end() for found in CLAUSE_END.finditer(passage.text, 0, start)]
    return passage.text[ends[-1] if ends else 0 : start]


def clause_after(passage: Passage, end: int) -> str:
    """Return what stands behind a place in its clause."""
    found = CLAUSE_END.search(passage.text, end)
    return passage.text[end : found.start() if found else len(passage.text)]


def tells_history(mention: Mention) -> bool:
    """Tell whether the clause before a mention tells of the past, or a past date in brackets follows it."""
    before, after = clause_before(mention.passage, mention.start), mention.passage.text[mention.end :]
    return bool(HISTORY.search(before) or PAST_DATE.match(after.lstrip()))


def is_called_former(mention: Mention) -> bool:
    """Tell whether the words behind a mention say that it is the name of former times."""
    return bool(FORMERLY.match(mention.passage.text, mention.end, mention.end + REACH))


def is_in_citation(mention: Mention) -> bool:
    """Tell whether a mention is the issuer of a document that is cited before it in its clause."""
    return bool(CITED_BEFORE.search(clause_before(mention.passage, mention.start)))


def is_in_review(passage: Passage) -> bool:
    """Tell whether the headings above a passage, or it itself as a heading, speak of what was done."""
    return any(REVIEW.search(words) for words in passage.above)


def gives_task(passage: Passage) -> bool:
    """Tell whether a passage says what is to be done, and does not stand in a review."""
    return bool(TASK.search(passage.text)) and not is_in_review(passage)


def is_in_address(passage: Passage, start: int) -> bool:
    """Tell whether a place is inside an address of the web or of mail."""
    text = passage.text
    first = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    return bool(ADDRESS.search(text[first:].split(maxsplit=1)[0])) if text[first:].strip() else False


def is_no_text(passage: Passage, start: int) -> bool:
    """Tell whether nobody typed what stands at a place as words: it is given, or in a mark like [bang: ten] or <br>."""
    before = passage.text[:start]
    in_mark = any(before.rfind(first) > before.rfind(last) for first, last in ("[]", "<>"))
    return in_mark or passage.is_given(start)
