"""Makes those who sign: zoned lines of a foot go in, the entries of `ky` come out, the leading one first."""

import re
from collections.abc import Sequence
from typing import Any

from ...patterns import regex
from ...yaml_nodes import NodePath
from .body_tree import NodePositions
from .lines import Line
from .zoned import Zone, Zoned

ACTING = regex(r"\W*Q\.", re.I)


def read_signers(zoned: Sequence[Zoned], is_party: bool) -> tuple[Any, NodePositions, list[Line]]:
    """Return those who sign, the paragraph of each of their lines, and the lines that have no key.

    One who signs alone is an entry, several are a list of them.
    """
    signing = [one for one in zoned if one.zone in (Zone.AUTHORITY, Zone.OFFICE, Zone.SIGNER)]
    numbers = sorted({one.signer for one in signing})
    found = [_read_signer([one for one in signing if one.signer == number], is_party) for number in numbers]
    positions: NodePositions = {}
    for place, (_, lines, _) in enumerate(found):
        path: NodePath = ("ky",) if len(found) == 1 else ("ky", place)
        positions[path] = (next(iter(lines.values())).paragraph, 1)
        positions |= {(*path, key): (line.paragraph, 1) for key, line in lines.items()}
    entries = [entry for entry, _, _ in found]
    left = [line for _, _, lines in found for line in lines]
    return (entries[0] if len(entries) == 1 else entries), positions, left


def _read_signer(lines: Sequence[Zoned], is_party: bool) -> tuple[dict[str, Any], dict[str, Line], list[Line]]:
    words: dict[str, list[str]] = {}
    places: dict[str, Line] = {}
    left, after_kiem = list[Line](), False
    for one in lines:
        key = _key_of(one, is_party, after_kiem)
        after_kiem = after_kiem or one.level == "kiem"
        if one.level == "kiem":
            continue
        if not key or (key == "ho_ten" and key in words):
            left.append(one.line)
            continue
        words.setdefault(key, []).append(" ".join(one.line.words.split()))
        places.setdefault(key, one.line)
    entry: dict[str, Any] = {}
    for key in ("quyen_han", "chuc_vu", "kiem", "chuc_vu_khac", "ho_ten"):
        if key in words:
            entry[key] = words[key] if key == "quyen_han" and len(words[key]) > 1 else "\n".join(words[key])
    return entry, places or {"ho_ten": lines[0].line}, left


def _key_of(one: Zoned, is_party: bool, after_kiem: bool) -> str:
    if one.zone is Zone.SIGNER:
        return "ho_ten"
    if one.zone is Zone.AUTHORITY:
        return "chuc_vu" if is_party and ACTING.match(one.line.words) else "quyen_han"
    if one.level == "below":
        return "" if is_party else "chuc_vu_khac"
    return "kiem" if after_kiem else "chuc_vu"
