"""Holds the lists of an input to what one document can have: the tree goes in, findings and stand-ins come out."""

from typing import Any

from ..errors import Finding
from ..yaml_nodes import YamlTree, place_of

MAX_ENTRIES = 2000
# what stands for a list that is told to be too long
STAND_INS: dict[str, dict[str, str]] = {"nhiem_vu": {"noi_dung": "?", "chu_tri": "?"}, "so_lieu": {"chi_tieu": "?"}}


def bound_lists(tree: YamlTree, file: str) -> None:
    """Report a list of tasks or figures with more entries, parts counted too, than any table prints."""
    for key, entry in STAND_INS.items() if isinstance(tree.data, dict) else ():
        found = _count(tree.data.get(key))
        if found > MAX_ENTRIES:
            facts = {"key": key, "found": found, "limit": MAX_ENTRIES}
            tree.findings.append(Finding("E189", place_of(file, tree.positions, (key,)), facts))
            tree.data[key] = [entry]


def _count(entries: Any) -> int:
    if not isinstance(entries, list):
        return 0
    return len(entries) + sum(_count(entry.get("gom")) for entry in entries if isinstance(entry, dict))
