"""Helpers for tests of the roll-over: a text goes in, what it becomes in another year comes out."""

from collections.abc import Callable, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from ttdn_draft.compose import Order
from ttdn_draft.packs import PackShelf
from ttdn_draft.rolling import Request, Rolled, roll_file

ROOT = Path(__file__).parents[3]
PACKS = [ROOT / "plugins" / "ttdn-pack-cao-bang" / "src"]
SHELF = PackShelf(PACKS)
KNOWN_DAY = date(2026, 11, 30)  # until which the tables are known
HEAD = """---
loai: {kind}
the_thuc: dang
co_quan: {{cap_tren: TỈNH UỶ CAO BẰNG, ten: BAN TUYÊN GIÁO, ky_hieu: BTGTU}}
so: 14
dia_danh: Cao Bằng
ngay: {day}
trich_yeu: {subject}
noi_nhan:
  - Thường trực Tỉnh uỷ
luu: Ban Tuyên giáo Tỉnh uỷ
ky: {{chuc_vu: TRƯỞNG BAN, ho_ten: Bé Văn An}}
---
"""
Roll = Callable[..., Rolled]


def roll(path: Path, year: int, kind: str = "huong-dan", old: int | None = None, **order: Any) -> Rolled:
    """Return a file of last year as that of a year, looked up on its first day or the last one that is known."""
    province = order.pop("province", "")
    day = max(min(KNOWN_DAY, date(year, 12, 31)), date(year, 1, 1))
    return roll_file(path, Request(Order(kind, year, day, **order), province, old), SHELF)


def replay(rolled: Rolled) -> str:
    """Return the text of last year with every change of the list written into it, and nothing else."""
    pieces, at = list[str](), 0
    for placed in rolled.changes:
        pieces += [rolled.old_text[at : placed.change.start], placed.change.after]
        at = placed.change.end
    return "".join([*pieces, rolled.old_text[at:]])


def list_unnamed(rolled: Rolled) -> list[str]:
    """Return the differences of words between both texts that no change of the list touches."""
    old, new = _words(rolled.old_text), _words(rolled.text)
    named = [(placed.change.start, placed.change.end) for placed in rolled.changes]
    made = [(placed.change.at, placed.change.at + len(placed.change.after)) for placed in rolled.changes]
    codes = SequenceMatcher(None, [w for w, _, _ in old], [w for w, _, _ in new], autojunk=False).get_opcodes()
    return [
        f"{[w for w, _, _ in old[a:b]]} -> {[w for w, _, _ in new[c:d]]}"
        for tag, a, b, c, d in codes
        if tag != "equal" and not (_touches(old[a:b], named) or _touches(new[c:d], made))
    ]


def _words(text: str) -> list[tuple[str, int, int]]:
    found, at = list[tuple[str, int, int]](), 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        found.append((word, start, at))
    return found


def _touches(words: Sequence[tuple[str, int, int]], spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= end and start <= last for _, start, end in words for first, last in spans)


def changes(rolled: Rolled) -> dict[str, str]:
    """Return what stands in the place of what."""
    return {placed.change.before: placed.change.after for placed in rolled.changes}


def reasons(rolled: Rolled, before: str) -> set[str]:
    """Return why some words were changed."""
    found = (placed.change for placed in rolled.changes if placed.change.before == before)
    return {reason.id for change in found for reason in change.reasons}


def left(rolled: Rolled) -> list[tuple[str, str]]:
    """Return what stayed, with the id of what is said of it."""
    return [(finding.id, finding.words or str(finding.facts.get("words", ""))) for finding in rolled.left]
