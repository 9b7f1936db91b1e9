"""Nơi nhận viết sai dạng: một tên bị dấu phẩy tách đôi, một mục đích ghi hai kiểu, hay nhãn gõ vào danh sách.

Kiểm tra gì: Từng dòng nơi nhận: tên trọn vẹn, viết hoa chữ đầu; chữ trong ngoặc (để b/c) của cả danh sách cùng một kiểu.
Vì sao: Tên bị tách thì in thành hai nơi nhận; ghi mỗi dòng một kiểu thì người đọc không biết có khác nhau không.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 9, điểm d; Hướng dẫn số 05-HD/VPTW, tr. 24-25.
Ví dụ sai: noi_nhan: [Bộ Ngoại giao (để b/c), Thường trực Tỉnh ủy (để báo cáo), Các sở]
Ví dụ đúng: noi_nhan: [Bộ Ngoại giao (để báo cáo), Thường trực Tỉnh ủy (để báo cáo), Các sở]
Từ phiên bản: 0.1.0
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from ...knowledge.names import fold_name, fold_plain
from ...knowledge.places.organs import list_names_with_comma
from ...messages import N_, Message
from ...model.listing import strip_marks
from ...patterns import regex
from ..manuscript import Manuscript
from ..recipients import RecipientLine, list_recipients
from ..rule import Told, about_words, rule

TORN = Message(
    N_("Nơi nhận «{words}» có vẻ là phần sau của một tên bị tách."),
    N_('Nếu dấu phẩy trong […] đã tách một tên thành hai, đặt cả tên trong cặp "…"; nếu không thì viết hoa chữ đầu.'),
)
LABEL = Message(N_("Nhãn «{words}» gõ vào danh sách nơi nhận."), N_("Xoá đi: chương trình in nhãn này."))
LABEL_TYPED = regex(r"\s*Nơi nhận\s*:?", re.I)
UNMARKED = Message(N_("Mục đích viết «{words}»."), N_("Viết {right}."))
SHORT_PURPOSE = regex(r"(?P<to>để\s+)?(?:(?P<bc>bc|b/cáo)|(?P<ph>ph)|(?P<th>th))", re.I)
BARE = Message(N_("Mục đích «{words}» đứng ngoài ngoặc."), N_("Viết ({right})."))
BARE_PURPOSE = regex(
    r"(?:\s*,|\s+-)?\s+(?P<purpose>để\s+(?:[btpc]/[chd]|bc|báo cáo|phối hợp|thực hiện|chỉ đạo|theo dõi|biết|đưa tin))\s*$",
    re.I,
)
WRONG_WAY = Message(
    N_("Nơi nhận «{words}» ghi mục đích «{purpose}»: văn bản không gửi nơi đó để làm việc này."),
    N_("Cấp trên thì ghi (để báo cáo), nơi được giao việc thì ghi (để thực hiện)."),
)
ABOVE = regex(
    r"(?:thuong truc|ban thuong vu) (?:tinh|thanh|hoi dong)|(?:thu tuong )?chinh phu\b|bo (?!chi huy|tu lenh)|ban bi thu"
    r"|bo chinh tri|.* trung uong(?: dang)?$"
)
BELOW = regex(
    r"(?:uy ban nhan dan |dang uy )?(?:cac xa|cac phuong|cap xa)\b|cac (?:chi bo|dang bo|dang uy|so|phong|co quan bao chi|bao)\b"
)
_NO_LEADERS = regex(
    r"(?:cac |ban |lanh dao )*(?:co quan tham muu|co quan bao chi|bao|dai|so|phong|van phong|trung tam|chi bo)\b"
)
"""Who carries out and helps, but directs nothing."""
OF_TOP = regex(r"bo |chinh phu|trung uong|ban bi thu|van phong (?:trung uong|chinh phu)")
PURPOSES = {
    "b/c": "bao cao", "t/h": "thuc hien", "p/h": "phoi hop", "c/d": "chi dao", "t/d": "theo doi",
    "k/t": "kiem tra", "b/s": "bao cao", "b/cao": "bao cao", "bc": "bao cao",
}  # fmt: skip
ALONE = frozenset({*PURPOSES.values(), "dua tin", "biet", "tuyen truyen"})


@rule(
    "warning",
    N_("Cùng một mục đích ghi hai kiểu: «{words}» và «{usual}»."),
    N_("Ghi một kiểu cho cả danh sách: {usual}."),
)
def recipient_form(text: Manuscript) -> Iterator[Told]:
    """Tell torn names, a label among the names, and a purpose that is written in two ways."""
    lines = list(list_recipients(text))
    # a list in brackets that a comma has torn is told as such, with the line to write
    is_torn_list = ("noi_nhan",) in text.source.brackets and any(one.passage.text[:1].isupper() for one in lines[:1])
    for line in lines:
        passage = line.passage
        if label := LABEL_TYPED.match(passage.text):
            yield about_words(passage, *label.span(), message=LABEL)
        elif passage.text[:1].islower() and not is_torn_list:
            yield about_words(passage, 0, len(passage.text), message=TORN)
    yield from _find_torn(lines)
    yield from _find_two_ways(lines)
    yield from _find_bare(lines)
    yield from _find_wrong_way(lines, fold_plain(f"{text.draft.issuer.parent_body} {text.draft.issuer.name}").strip())


def _find_bare(lines: Sequence[RecipientLine]) -> Iterator[Told]:
    """Yield each purpose that stands behind a name without brackets, or without the word that the others have."""
    for line in lines:
        if found := BARE_PURPOSE.search(line.passage.text) if "để" in line.passage.text else None:
            purpose = found["purpose"]
            yield about_words(line.passage, *found.span(), message=BARE, fix=f" ({purpose})", right=purpose)
    first = next((p.purpose.split()[0] for p in lines if p.purpose.startswith("để ")), "")
    for line in lines if sum(p.purpose.startswith("để ") for p in lines) > 1 else ():
        if line.purpose and _meaning(line.purpose) in ALONE and _is_only_of_its_meaning(line, lines):
            usual = f"{first} {line.purpose}"
            yield Told(path=line.purpose_path, words=line.purpose, facts={"usual": usual}, fix=usual)


def _is_only_of_its_meaning(line: RecipientLine, lines: Sequence[RecipientLine]) -> bool:
    """Tell whether a purpose lacks its first word, and no other line says the same (that is told as two ways)."""
    same = [p for p in lines if p.purpose and _meaning(p.purpose) == _meaning(line.purpose)]
    return not line.purpose.casefold().startswith("để ") and len({p.purpose for p in same}) == 1


def _find_wrong_way(lines: Sequence[RecipientLine], issuer: str) -> Iterator[Told]:
    """Yield who stands above and is to carry out the document, and who stands below and is reported to."""
    if OF_TOP.match(issuer):
        return
    for line in lines:
        meaning = _meaning(line.purpose) if line.purpose else ""
        is_wrong = (meaning == "thuc hien" and ABOVE.match(line.folded)) or (
            meaning == "bao cao" and BELOW.match(line.folded)
        )
        is_wrong = is_wrong or (meaning == "chi dao" and _NO_LEADERS.match(line.folded))
        if is_wrong:
            facts: dict[str, object] = {"purpose": line.purpose}
            yield Told(path=line.name_path, words=line.name, facts=facts, message=WRONG_WAY, level="note")


def _find_torn(lines: Sequence[RecipientLine]) -> Iterator[Told]:
    """Yield the second of two recipients that are one organ: [Sở Văn hóa, Thể thao và Du lịch]."""
    for first, second in pairwise(lines):
        typed = second.passage.text
        names = _list_by_first_part().get(fold_name(first.passage.text), ()) if not typed[:1].islower() else ()
        if names and fold_name(f"{first.passage.text}, {typed}").startswith(tuple(names)):
            yield about_words(second.passage, 0, len(typed), message=TORN)


@cache
def _list_by_first_part() -> Mapping[str, Sequence[str]]:
    """Return the names of organs that have a comma, folded, by what stands before it."""
    found: dict[str, list[str]] = {}
    for name in map(fold_name, list_names_with_comma()):
        for at, sign in enumerate(name):
            if sign == ",":
                found.setdefault(name[:at], []).append(name)
    return found


def _find_two_ways(lines: Sequence[RecipientLine]) -> Iterator[Told]:
    """Yield each purpose that lacks its stroke, or is written otherwise than most of the same."""
    by_meaning: dict[str, list[RecipientLine]] = {}
    for line in lines:
        if short := SHORT_PURPOSE.fullmatch(line.purpose):
            letters = line.purpose[len(short["to"] or "") :]
            right = f"{short['to'] or ''}{letters[0]}/{'c' if '/' in letters else letters[1:]}"
            facts: dict[str, object] = {"right": right}
            yield Told(path=line.purpose_path, words=line.purpose, message=UNMARKED, fix=right, facts=facts)
        elif line.purpose:
            by_meaning.setdefault(_meaning(line.purpose), []).append(line)
    for same in by_meaning.values():
        usual, _ = Counter(line.purpose for line in same).most_common(1)[0]
        for line in same:
            if line.purpose != usual and strip_marks(line.purpose):
                yield Told(path=line.purpose_path, words=line.purpose, facts={"usual": usual}, fix=usual)


def _meaning(purpose: str) -> str:
    words = fold_plain(purpose).removeprefix("de ").strip()
    return PURPOSES.get(words, words)
