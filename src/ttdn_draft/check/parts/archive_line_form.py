"""Dòng lưu thiếu, ghi hai lần, hay viết theo hệ kia.

Kiểm tra gì: Có đúng một dòng lưu; Nhà nước ghi «Lưu: VT, đơn vị soạn», Đảng ghi «Lưu» và tên cơ quan, không hai chấm, không VT.
Vì sao: Dòng nào cũng phải có, hai hệ viết khác hẳn.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 9, điểm d; Hướng dẫn số 05-HD/VPTW, tr. 25, 29.
Ví dụ sai: {he: dang, luu: "VT, TG"}
Ví dụ đúng: {he: dang, luu: Ban Tuyên giáo và Dân vận Tỉnh uỷ}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...errors import Severity
from ...knowledge.standards.foot import is_archive_line, names_addressees
from ...messages import N_, Message
from ...model.mentions import Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

MISSING = Message(N_("Nơi nhận chưa có dòng lưu ở cuối."), N_("Thêm dòng «luu: …»."))
TWICE_KEPT = Message(N_("Dòng lưu viết hai lần: trong noi_nhan và ở khoá luu."), N_("Giữ lại một chỗ."))
STATE_FORM = Message(N_("Dòng lưu «{words}» sai dạng: văn bản hành chính ghi Lưu: VT, …"), N_("Viết «{right}»."))
_PARTY_LINE = Message(N_("Dòng lưu «{words}» sai dạng: văn bản của Đảng không có dấu hai chấm."), N_("Viết «{right}»."))
_SHORT = Message(N_("Tên cơ quan ở dòng lưu viết tắt: «{words}»."), N_("Viết đủ tên cơ quan của mình."))
OPEN = Message(N_("Dòng lưu «{words}» có ngoặc chưa đóng."), N_("Thêm dấu đóng ngoặc."))
REGISTRY = regex(r"\b(?:VT|VP(?:ĐU|TU|HU)?|B(?:TG|TGDV|DV|TC|NC)(?:TU|ĐU)?|UBKT(?:TU|ĐU)?)\b")
_OF_STATE = "VT"
_WARNING: Severity = "warning"
JOINED = regex(r"\s*VT(?:\s*[-;/.+]\s*|\s+)(?=\w)")
OFFICE = regex(
    r"(?:Văn phòng|Sở|[UỦ][ỷy] ban|UBND|Phòng|Ban|Tỉnh [uủ][ỷy]|Đảng [uủ][ỷy]|Trung tâm|Hồ sơ|VP)(?!\w)"
    r"|(?i:tổ|bộ phận|đội|nhóm)\s+[^\W\d]"
)
COLON = regex(r"\s*(?:-\s*)?Lưu\s*:\s*", re.I)
BARE_STATE = regex(r"\s*(?:-\s*)?Lưu\s+(?!:)", re.I)


@rule(
    "error",
    N_("Dòng lưu «{words}» ghi kiểu văn bản hành chính: Đảng không ghi VT."),
    N_("Ghi tên cơ quan lưu, ví dụ: Văn phòng Tỉnh uỷ."),
)
def archive_line_form(text: Manuscript) -> Iterator[Told]:
    """Tell that the archive line is missing, is there twice, or is written as the other system does."""
    draft, profile = text.draft, text.profile
    typed = [p for p in text.in_zones("recipient") if is_archive_line(p.text, profile)]
    kept = [*text.in_zones("archive"), *typed]
    if text.in_zones("archive") and typed:
        yield Told(path=("luu",), message=TWICE_KEPT, level="warning")
    has_any = draft.recipients or names_addressees(draft.addressees, profile)
    if has_any and not kept:
        yield Told(path=("noi_nhan",), message=MISSING, level="warning")
    for passage in kept:
        yield from _judge_party(passage) if text.is_party else _judge_state(passage, passage in typed)
        if passage.text.count("(") > passage.text.count(")"):
            yield about_words(passage, passage.text.find("("), len(passage.text), message=OPEN, level="warning")


def _lacks_registry(passage: Passage) -> bool:
    """Tell whether a line under its key names an office in full, and not the registry; what is open is not judged."""
    words = passage.text.strip()
    return passage.zone == "archive" and not COLON.match(words) and "[" not in words and bool(OFFICE.match(words))


def _judge_party(passage: Passage) -> Iterator[Told]:
    if found := REGISTRY.search(passage.text):
        is_of_state = found[0] == _OF_STATE
        message, level = (None, None) if is_of_state else (_SHORT, _WARNING)
        yield about_words(passage, *found.span(), message=message, level=level)
    elif (found := COLON.match(passage.text)) and passage.zone == "recipient":
        right = f"Lưu {passage.text[found.end() :]}"
        yield about_words(passage, *found.span(), message=_PARTY_LINE, fix="Lưu ", right=right)


def _judge_state(passage: Passage, is_typed: bool) -> Iterator[Told]:
    """Yield an archive line among the recipients, which is printed as it is, without colon or registry."""
    is_joined = not is_typed and JOINED.match(passage.text)
    if (is_typed and not (COLON.match(passage.text) and "VT" in passage.text)) or is_joined or _lacks_registry(passage):
        place = COLON.sub("", BARE_STATE.sub("", passage.text)).removeprefix("VT").strip(" ,;-/.+")
        typed = "Lưu: " if is_typed else ""
        right = f"{typed}VT, {place}" if place and not OFFICE.match(place) else f"{typed}VT"
        yield about_words(passage, 0, len(passage.text), message=STATE_FORM, right=right, fix=right)
