"""Tells slips of the keys that YAML lets pass: a tree and what was found go in, the findings come out, one a slip."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import Cause, Finding
from ..yaml_nodes import NodePath, YamlTree, place_of

TEXT_KEYS = ("noi_dung", "chu_thich", "bang")
QUOTES = {"“„‟”": '”“"', "‘‚‛’": "’‘'", "«": "»", '"': "”“", "'": "’‘"}
"""What a value may begin with, and with what it then ends; two straight marks are those of YAML."""
BULLET = re.compile(r"([-–—+•*·●▪])\s+(.*)")
WITH_BULLETS = ("kinh_gui", "can_cu", "noi_nhan", "lien_he", "nhiem_vu", "so_lieu", "kiem_tra")
"""Keys whose dashes are left out, or stand in a cell or a question as they are meant."""
NOTES = "$.chu_thich"
SIGNS = (Cause.OTHER_FONT, Cause.UNSEEN_SIGN, Cause.REMARK)
"""What a sign may be told as that makes its line unreadable."""
NEAR = 4  # lines below a tab in which YAML stumbles over it


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


def doubt_quotes(tree: YamlTree, file: str) -> Iterator[Finding]:
    """Yield values that stand in “ ”, ‘ ’ or « », which for YAML are letters like others, and would be printed."""
    for path, value in _list_values(tree.data, ()):
        first, inner, last = value[:1], value[1:-1], value[1:][-1:]
        opening = next((marks for marks in QUOTES if first and first in marks), "")
        closing = QUOTES.get(opening, "")
        if last and last in closing and not set(inner) & {*opening, *closing}:
            facts = {"marks": f"{first} {last}", "right": f'"{inner}"'}
            yield Finding("W153", place_of(file, tree.positions, path), facts)


def doubt_bullets(tree: YamlTree, file: str) -> Iterator[Finding]:
    """Yield values that begin with a dash or bullet, which is left out in the lists of head and foot alone."""
    for path, value in _list_values(tree.data, ()):
        found = BULLET.fullmatch(value)
        if found and path and isinstance(path[-1], str) and path[0] not in WITH_BULLETS:
            facts = {"mark": found[1], "right": f"{path[-1]}: {found[2]}"}
            yield Finding("W224", place_of(file, tree.positions, path), facts)


def _list_values(node: Any, path: NodePath) -> Iterator[tuple[NodePath, str]]:
    if isinstance(node, str):
        yield path, node.strip()
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, child in children:
        if step not in TEXT_KEYS or (path[:1] == ("nhiem_vu",) and step == "noi_dung"):
            yield from _list_values(child, (*path, step))
