"""Tells slips of the keys that YAML lets pass: a tree and what was found go in, the findings come out, one a slip."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from ..errors import Cause, Finding
from ..model.listing import strip_marks
from ..model.typed_breaks import find_typed_break, has_slash
from ..patterns import regex
from ..yaml_lines import quote
from ..yaml_nodes import NodePath, YamlTree, place_of

TEXT_KEYS = ("noi_dung", "chu_thich", "bang")
QUOTES = {"“„‟”": '”“"', "‘‚‛’": "’‘'", "«": "»", '"': "”“", "'": "’‘"}
"""What a value may begin with, and with what it then ends; two straight marks are those of YAML."""
BULLET = regex(r"([-–—+•*·●▪])\s+(.*)")
MARK_OF_NOTE = regex(r"\[\^[^\s\[\]]+\]")
WITH_NOTES = ("nhiem_vu", "so_lieu", "phu_luc", "kiem_tra")
CUT_NAME = regex(r"[^,]*\bvăn h(?:óa|oá), (?:thể thao|gia đình)", re.I)
IN_LINES = ("ten", "cap_tren", "chuc_vu", "quyen_han", "tieu_de")
LISTS_OF_NAMES = ("noi_nhan", "kinh_gui", "can_cu", "chu_tri", "phoi_hop")
LABEL_OF_ARCHIVE = regex(r"lưu\s*:\s*", re.I)
WITH_BULLETS = ("kinh_gui", "can_cu", "noi_nhan", "lien_he", "nhiem_vu", "so_lieu", "kiem_tra")
"""Keys whose dashes are left out, or stand in a cell or a question as they are meant."""
NOTES = "$.chu_thich"
SIGNS = (Cause.OTHER_FONT, Cause.UNSEEN_SIGN, Cause.REMARK)
"""What a sign may be told as that makes its line unreadable."""
NEAR = 4  # lines below a tab in which YAML stumbles over it


Values: TypeAlias = Sequence[tuple[NodePath, str]]
"""The strings of the keys, without those of the text, each with its path."""


def list_head_values(tree: YamlTree) -> Values:
    """Return the strings of the keys of a file, without the blanks around them."""
    return [*_list_values(tree.data, ())]


def merge_slips(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in which a sign that makes a line unreadable is not told once more as what it may be else."""
    found = _merge_notes(_merge_tabs(findings))
    wrong = {f.place.line for f in found if f.cause is Cause.SYNTAX}
    return tuple(f for f in found if not (f.cause in SIGNS and f.place.line in wrong))


def _merge_notes(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in which a note whose key is mistyped is not told once more as one that is not there."""
    found = tuple(findings)
    is_mistyped = any(f.cause is Cause.SYNTAX and f.place.path.startswith(NOTES) for f in found)
    return tuple(f for f in found if not (is_mistyped and f.cause is Cause.NO_NOTE))


def _merge_tabs(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in which a tab that YAML stumbled over is told alone, as the fault that it is."""
    found = list(findings)
    tab = next((f for f in found if f.cause is Cause.TAB_INDENT), None)
    fault = next((f for f in found if f.cause is Cause.SYNTAX), None)
    if tab is None or fault is None or not 0 <= fault.place.line - tab.place.line <= NEAR:
        return tuple(found)
    return tuple(Finding("E152", tab.place) if f is tab else f for f in found if f is not fault)


def doubt_quotes(values: Values, tree: YamlTree, file: str) -> Iterator[Finding]:
    """Yield values that stand in “ ”, ‘ ’ or « », which for YAML are letters like others, and would be printed."""
    for path, value in values:
        first, inner, last = value[:1], value[1:-1], value[1:][-1:]
        opening = next((marks for marks in QUOTES if first and first in marks), "")
        closing = QUOTES.get(opening, "")
        if last and last in closing and not set(inner) & {*opening, *closing}:
            facts = {"marks": f"{first} {last}", "right": f'"{inner}"'}
            yield Finding("W153", place_of(file, tree.positions, path), facts, Cause.ODD_VALUE)


def doubt_bullets(values: Values, tree: YamlTree, file: str) -> Iterator[Finding]:
    """Yield values that begin with a dash or bullet, which is left out in the lists of head and foot alone."""
    for path, value in values:
        found = BULLET.fullmatch(value)
        if found and path and isinstance(path[-1], str) and path[0] not in WITH_BULLETS:
            words = LABEL_OF_ARCHIVE.sub("", found[2]) if path[-1] == "luu" else found[2]
            facts = {"mark": found[1], "right": f"{path[-1]}: {quote(words) if ': ' in words else words}"}
            yield Finding("W224", place_of(file, tree.positions, path), facts, Cause.ODD_VALUE)


def doubt_breaks(values: Values, tree: YamlTree, file: str) -> Iterator[Finding]:
    """Yield values in which a break of the line is typed as a backslash with n."""
    for path, value in values:
        if mark := find_typed_break(value):
            key = next((step for step in reversed(path) if isinstance(step, str)), "")
            yield Finding("W255", place_of(file, tree.positions, path), {"key": key, "mark": mark}, Cause.ODD_VALUE)


def doubt_commas(tree: YamlTree, file: str) -> Iterator[Finding]:
    """Yield lists in brackets in which a comma cuts one name in two: [Sở Văn hóa, Thể thao và Du lịch]."""
    for path in tree.brackets:
        value = _value_at(tree.data, path)
        is_of_names = path and path[-1] in LISTS_OF_NAMES and isinstance(value, list) and len(value) > 1
        if not is_of_names or not all(isinstance(part, str) for part in value):
            continue
        whole = value[:1]
        for part in value[1:]:
            is_cut = (whole[-1][:1].isupper() and part[:1].islower()) or CUT_NAME.match(f"{whole[-1]}, {part}")
            whole[-1:] = [f"{whole[-1]}, {part}"] if is_cut else [whole[-1], part]
        if len(whole) < len(value):
            right = ", ".join(f'"{part}"' if "," in part else part for part in whole)
            facts = {"count": len(value), "right": f"[{right}]"}
            yield Finding("W259", place_of(file, tree.positions, path), facts)


def doubt_lines(values: Values, tree: YamlTree, file: str, lines: Sequence[str]) -> Iterator[Finding]:
    """Yield names of a task that stand below each other without dashes, of which YAML makes one line."""
    for path, value in values:
        if path[-1:] not in (("chu_tri",), ("phoi_hop",)):
            continue
        place = place_of(file, tree.positions, path)
        typed = [line.strip() for line in lines[max(place.line - 1, 0) : place.line + value.count(" ")]]
        count = next((n for n in range(2, len(typed) + 1) if " ".join(typed[:n]) == value), 0)
        if count and all(line[:1].isupper() for line in typed[:count]):
            right = " / ".join(f"- {strip_marks(line)}" for line in typed[:count])
            yield Finding("W939", place, {"key": str(path[-1]), "right": right})


def doubt_slashes(values: Values, tree: YamlTree, file: str) -> Iterator[Finding]:
    """Yield names in which a slash stands for a break of the line."""
    for path, value in values:
        key = str(path[-1]) if path else ""
        if key in IN_LINES and has_slash(value):
            yield Finding("W257", place_of(file, tree.positions, path), {"key": key}, Cause.ODD_VALUE)


def doubt_notes(values: Values, tree: YamlTree, file: str) -> Iterator[Finding]:
    """Yield values with the mark of a note, which is read in the text alone."""
    for path, value in values:
        key = next((str(step) for step in path if isinstance(step, str)), "")
        if (mark := MARK_OF_NOTE.search(value)) and key not in WITH_NOTES:
            yield Finding("E258", place_of(file, tree.positions, path), {"mark": mark[0], "key": key}, Cause.ODD_VALUE)


def _value_at(node: Any, path: NodePath) -> Any:
    for step in path:
        is_there = (isinstance(node, dict) and step in node) or (isinstance(node, list) and step in range(len(node)))
        node = node[step] if is_there else None
    return node


def _list_values(node: Any, path: NodePath) -> Iterator[tuple[NodePath, str]]:
    if isinstance(node, str):
        yield path, node.strip()
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, child in children:
        if step not in TEXT_KEYS or (path[:1] == ("nhiem_vu",) and step == "noi_dung"):
            yield from _list_values(child, (*path, step))
