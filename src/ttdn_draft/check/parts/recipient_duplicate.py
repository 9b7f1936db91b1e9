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

from ...errors import Severity
from ...messages import N_, Message
from ..manuscript import Manuscript
from ..recipients import RecipientLine, list_recipients
from ..rule import Told, rule

IN_GROUP = Message(
    N_("Nơi nhận «{words}» đã có trong «{other}»."), N_("Bỏ một dòng, hoặc ghi mục đích riêng, ví dụ (để thực hiện).")
)
TWO_PURPOSES = Message(
    N_("Nơi nhận «{words}» ghi hai lần, mỗi lần một mục đích («{other}»)."), N_("Gộp thành một dòng nếu gửi một bản.")
)
OF_UNITS = re.compile(r"^uy ban nhan dan (?=cac )")
LEVEL = re.compile(r"(?<!\bcac) (?:tinh|thanh pho|huyen|xa|phuong)$")
NOTE: Severity = "note"
GROUPS = (
    (re.compile(r"^cac so\b"), re.compile(r"^so ")),
    (re.compile(r"^cac (?:co quan )?(?:thong tan )?bao chi\b|^cac co quan (?:bao chi|truyen thong)\b"), re.compile(r"^(?:bao|dai phat thanh)\b")),
)  # fmt: skip


@rule("warning", N_("Nơi nhận «{words}» ghi hai lần (đã có «{other}»)."), N_("Bỏ một dòng."))
def recipient_duplicate(text: Manuscript) -> Iterator[Told]:
    """Tell each recipient that the list has already, by itself or in a group."""
    seen: dict[str, RecipientLine] = {}
    lines = list(list_recipients(text))
    for line in lines:
        name = _bare(line)
        first = seen.setdefault(name, line) if name else line
        if first is not line:
            message, level = (None, None) if _is_for_the_same(first, line) else (TWO_PURPOSES, NOTE)
            facts: dict[str, object] = {"other": first.passage.text}
            yield Told(path=line.name_path, words=line.name, facts=facts, message=message, level=level)
        elif group := _find_group(line, lines):
            yield Told(
                path=line.name_path, words=line.name, facts={"other": group.name}, message=IN_GROUP, level="note"
            )


def _bare(line: RecipientLine) -> str:
    return LEVEL.sub("", OF_UNITS.sub("", line.folded))


def _is_for_the_same(first: RecipientLine, second: RecipientLine) -> bool:
    """Tell whether neither line has a purpose that the other has not."""
    return first.purpose == second.purpose or not (first.purpose and second.purpose)


def _find_group(line: RecipientLine, lines: Sequence[RecipientLine]) -> RecipientLine | None:
    """Return the group of the list in which a single organ is, where nothing is said of its purpose."""
    if line.purpose:
        return None
    for group, member in GROUPS:
        if member.match(line.folded):
            return next((other for other in lines if group.match(other.folded) and not other.purpose), None)
    return None
