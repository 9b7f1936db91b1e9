"""Một nơi nhận ghi hai lần, hoặc nằm trong một nhóm đã ghi.

Kiểm tra gì: Các dòng nơi nhận so với nhau: cùng một nơi (kể cả viết tắt), hay một cơ quan đã có trong nhóm ở dòng khác.
Vì sao: Phát hành thừa bản, sổ ghi hai lần.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 9, điểm a, d.
Ví dụ sai: noi_nhan: [UBND các xã, Sở Ngoại vụ, Sở Tài chính, Sở Ngoại vụ]
Ví dụ đúng: noi_nhan: [UBND các xã, Sở Ngoại vụ, Sở Tài chính]
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...errors import Cause, Severity
from ...knowledge.names import fold_plain
from ...knowledge.places.unit_names import fold_spelling
from ...messages import N_, Message
from ...model.mentions import TEXTS_KEPT
from ...patterns import regex
from ..manuscript import Manuscript
from ..recipients import RecipientLine, fold_recipient, list_recipients
from ..rule import Told, rule

IN_GROUP = Message(
    N_("Nơi nhận «{words}» đã có trong «{other}»."), N_("Bỏ một dòng, hoặc ghi mục đích riêng, ví dụ (để thực hiện).")
)
TWO_PURPOSES = Message(
    N_("Nơi nhận «{words}» ghi hai lần, mỗi lần một mục đích («{other}»)."), N_("Gộp thành một dòng nếu gửi một bản.")
)
OF_UNITS = regex(
    r"^(?:(?:chu tich )?uy ban nhan dan )?(?:(?:cac )?(?:xa|phuong)\b(?:, (?:xa|phuong|dac khu))+|cac (?:xa|phuong)\b|uy ban nhan dan cap xa|cap xa)"
)
LEVEL = regex(r"(?<!\bcac) (?:cua )?(?:tinh|thanh pho|huyen|xa|phuong)$")
OTHER_WORDS = (
    (regex(r"^(?:cac )?(?:(?:dong chi|d/c) )?"), ""),
    (regex(r"^tt\.? (?=tinh uy|thanh uy|dang uy|huyen uy|hoi dong)"), "thuong truc "),
    (regex(r"^co quan (?:(?:thong tan|bao chi|truyen thong)(?:, | va )?)+"), "bao chi "),
    (regex(r"^(?:chu tich(?:,| va) (?:cac )?pho chu tich|lanh dao)(?= (?:uy ban|hoi dong))"), "lanh dao"),
    (regex(r"^truong ban(?:,| va) (?:cac )?pho truong ban\b"), "lanh dao ban"),
    (regex(r"^dang uy (?=(?:xa|phuong),)"), "dang uy cac "),
    (regex(r"^so, (?:ban, )?nganh\b"), "so, nganh"),
    (regex(r"^giam doc(?:,| va) (?:cac )?pho giam doc\b"), "lanh dao"),
)
"""Ways to name the same recipients, and the words that stand for all of them."""
AS_ABOVE = "Như trên"
NOTE: Severity = "note"
_COMMUNE = r"(?:xa|phuong|dac khu)"
_COMMUNES = r"(?:cac xa|cac phuong|cap xa)\b"
GROUPS = (
    (regex(r"^cac so\b(?!:)"), regex(r"^so ")),
    (
        regex(r"^cac (?:co quan )?(?:thong tan )?bao chi\b|^cac co quan (?:bao chi|truyen thong)\b"),
        regex(r"^(?:bao|dai phat thanh)\b"),
    ),
)
"""Groups whose members are seldom named beside them."""
GROUPS_AND_ONE = (
    (regex(rf"^(?:uy ban nhan dan )?{_COMMUNES}"), regex(rf"^uy ban nhan dan {_COMMUNE} ")),
    (regex(rf"^dang uy {_COMMUNES}|^cac (?:\w+ uy, )*dang uy truc thuoc\b"), regex(rf"^dang uy {_COMMUNE} ")),
    (regex(r"^cac (?:\w+ uy, )*dang uy truc thuoc\b"), regex(r"^dang uy (?!cac\b)")),
    (regex(r"^cac (?:\w+ uy, )*huyen uy\b"), regex(r"^huyen uy (?!cac\b)")),
    (regex(r"^cac (?:ban|co quan)\b.*\btham muu, giup viec (?P<of>\w+ uy)\b"), regex(r"^(?:ban|van phong|uy ban kiem tra) (?:.* )?(?P<of>\w+ uy)$")),
    (regex(r"^cac so, ban, nganh\b"), regex(r"^(?:ban quan ly|thanh tra|ban dan toc)\b")),
    (regex(r"\b(?:doan the|to chuc chinh tri - xa hoi)\b"), regex(r"^(?:hoi (?:lien hiep phu nu|nong dan|cuu chien binh)|tinh doan|doan thanh nien|lien doan lao dong)\b")),
)  # fmt: skip
"""Groups beside which one member is named where the text has work for it."""


@rule("warning", N_("Nơi nhận «{words}» ghi hai lần (đã có «{other}»)."), N_("Bỏ một dòng."))
def recipient_duplicate(text: Manuscript) -> Iterator[Told]:
    """Tell each recipient that the list has already, by itself or in a group."""
    seen: dict[str, RecipientLine] = {}
    own = fold_plain(" ".join((text.draft.issuer.full_name or text.draft.issuer.name).split()))
    lines = list(list_recipients(text))
    above = {_bare(fold_recipient(p.text), own) for p in text.in_zones("addressee")} if text.draft.addressees else set()
    for line in lines:
        name = _bare(line.folded, own)
        first = seen.setdefault(name, line) if name else line
        if first is not line:
            message, level = (None, None) if _is_for_the_same(first, line) else (TWO_PURPOSES, NOTE)
            facts: dict[str, object] = {"other": first.passage.text}
            yield Told(
                path=line.name_path, words=line.name, facts=facts, message=message, level=level, cause=Cause.TO_GO
            )
        elif name in above:
            yield Told(path=line.name_path, words=line.name, facts={"other": AS_ABOVE}, cause=Cause.TO_GO)
        elif listed := _find_list(line, lines):
            yield Told(path=line.name_path, words=line.name, facts={"other": listed.name}, message=IN_GROUP)
        elif group := _find_group(line, lines, text):
            yield Told(
                path=line.name_path,
                words=line.name,
                facts={"other": group.name},
                message=IN_GROUP,
                level="note" if _is_in_text(line.name, text) else None,  # it has work of its own
            )


@lru_cache(maxsize=1_000)
def _bare(folded: str, own: str) -> str:
    name = OF_UNITS.sub("cap xa", folded)
    for other, usual in OTHER_WORDS:
        name = other.sub(usual, name, count=1)
    if name.startswith("lanh dao ") and own.startswith(name.removeprefix("lanh dao ")):
        return f"lanh dao {own.split()[0]}"
    return LEVEL.sub("", name)


def _is_for_the_same(first: RecipientLine, second: RecipientLine) -> bool:
    """Tell whether neither line has a purpose that the other has not."""
    return first.purpose == second.purpose or not (first.purpose and second.purpose)


def _find_group(line: RecipientLine, lines: Sequence[RecipientLine], text: Manuscript) -> RecipientLine | None:
    """Return the group of the list in which a single organ is, where nothing is said of its purpose."""
    for is_strict, group, found in _list_groups(line.folded):
        whole = next((o for o in lines if o is not line and _is_whole(group.search(o.folded), found)), None)
        is_one = whole and whole.purpose == line.purpose and not (is_strict and line.purpose)
        if whole and is_one and (is_strict or not _is_in_text(line.name, text)):
            return whole
    return None


@lru_cache(maxsize=TEXTS_KEPT)
def _list_groups(folded: str) -> Sequence[tuple[bool, re.Pattern[str], re.Match[str]]]:
    """Return the groups that a recipient may be of, each with what it says of itself; strict ones hold its kind."""
    groups = (*((True, pair) for pair in GROUPS), *((False, pair) for pair in GROUPS_AND_ONE))
    found = ((is_strict, group, member.match(folded)) for is_strict, (group, member) in groups)
    return [(is_strict, group, match) for is_strict, group, match in found if match]


def _find_list(line: RecipientLine, lines: Sequence[RecipientLine]) -> RecipientLine | None:
    """Return the line that lists a body among others: Các sở: Ngoại vụ, Tài chính; Ban Xây dựng Đảng, Văn phòng Đảng uỷ."""
    name = line.folded.removeprefix("so ")
    listing = [o for o in lines if o.folded != line.folded and o.purpose == line.purpose]
    of_departments = [o for o in listing if name != line.folded and o.folded.startswith("cac so:")]
    found = next((o for o in of_departments if f" {name}," in f"{o.folded},"), None)
    is_whole = len(line.folded.split()) > 2 and "," not in name
    return found or next((o for o in listing if is_whole and f", {line.folded}," in f", {o.folded},"), None)


def _is_whole(group: re.Match[str] | None, member: re.Match[str]) -> bool:
    """Tell whether a line is the group of a member, of the same committee where both name one."""
    return group is not None and group.groupdict().get("of") == member.groupdict().get("of")


def _is_in_text(name: str, text: Manuscript) -> bool:
    """Tell whether the body names an organ: then it has a line of its own for what it has to do."""
    words = fold_spelling(name)
    return any(words in fold_spelling(passage.text) for passage in text.sentences)
