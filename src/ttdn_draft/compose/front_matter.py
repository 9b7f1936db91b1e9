"""The facts at the head of an outline: their text goes in, proposed bases and findings come out, with their lines.

The head is YAML only once it is filled. So that faults keep their lines, it is read as it stands with a stand-in of the
same length for each tag: every branch of an `if` and the inside of a loop are there, once.
"""

import re

from ..errors import Cause, Finding, Place
from ..messages import N_
from ..model import Draft, is_id, keys_of
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import KEY, YamlTree, place_of, read_yaml

BASES = "can_cu_goi_y"
FILLED = frozenset(
    {"loai", "the_thuc", "chuan", "tinh", "xa", "co_quan", "so", "ky_hieu", "dia_danh", "ngay", "ky", "luu", "du_thao"}
    | {"nguoi_soan", "lien_he", "noi_dung", "chu_thich"}
)
"""Keys that the program fills in, or that do not stand in the head of a file."""
KNOWN = (keys_of(Draft).keys() - FILLED) | {BASES}
PRINTED = regex(r"\{\{.*?\}\}", re.S)
SILENT = regex(r"\{%.*?%\}|\{#.*?#\}", re.S)
LETTER = regex(r"[^\n]")
NO_KEYS = N_("phần đầu giữa hai dòng --- không có khoá nào")


@dataclass(frozen=True)
class Head:
    """The head of an outline: its text without the proposed bases, these, and what is wrong with it."""

    text: str
    bases: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_head(text: str, file: str, first_line: int) -> Head:
    """Return the head of an outline; `first_line` is the line of the file where its text begins."""
    tree = read_yaml(_without_tags(text), file, first_line)
    # a key may stand in both branches of an `if`; one that is there twice when filled is told by the reader
    findings = [found for found in tree.findings if found.cause is not Cause.KEY_TWICE]
    if not isinstance(tree.data, dict):
        findings += [] if findings else [Finding("E640", Place(file, first_line), {"reason": NO_KEYS})]
        return Head(text, (), tuple(findings))
    for key in tree.data.keys() - KNOWN:
        known = ", ".join(sorted(KNOWN))
        findings.append(Finding("E644", place_of(file, tree.positions, (key, KEY)), {"key": key, "known": known}))
    bases = tree.data.get(BASES, [])
    if not isinstance(bases, list) or not all(isinstance(base, str) and is_id(base) for base in bases):
        findings.append(Finding("E646", place_of(file, tree.positions, (BASES,)), {"key": BASES}))
        bases = []
    return Head(_drop_bases(text, tree, first_line), tuple(bases), tuple(findings))


def _without_tags(text: str) -> str:
    """Return a head with stand-ins for its tags: words where one prints, blanks where it does not."""
    words = PRINTED.sub(lambda tag: LETTER.sub("…", tag[0]), text)
    return SILENT.sub(lambda tag: LETTER.sub(" ", tag[0]), words)


def _drop_bases(text: str, tree: YamlTree, first_line: int) -> str:
    """Return a head without the lines of the proposed bases; control tags and comments among them stay."""
    if BASES not in tree.data:
        return text
    starts = sorted(tree.positions[key, KEY][0] - first_line for key in tree.data)
    start = tree.positions[BASES, KEY][0] - first_line
    lines = text.split("\n")
    end = next((at for at in starts if at > start), len(lines))
    kept = [line for line in lines[start + 1 : end] if line.lstrip().startswith(("{%", "{#", "#"))]
    return "\n".join([*lines[:start], *kept, *lines[end:]])
