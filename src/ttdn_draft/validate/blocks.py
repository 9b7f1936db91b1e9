"""Turns the tree of `noi_dung` into the flat row of typed blocks, each heading with its depth."""

import re
from collections.abc import Mapping
from typing import Any

from ..model import Block, Heading, Paragraph, Report, TableMark, Text, plain_text
from ..model.numbers import PART_ORDINALS
from ..patterns import regex
from ..reuse import reuse
from ..yaml_nodes import NodePath
from .tables import build_table, find_mark

MAX_HEADING_DEPTH = 4
# A number typed by hand before the text of a heading: Phần I, Chương II., Điều 3., I., I-, 1., 1/, 1.1., a) or, without
# a mark, Phần thứ nhất, 1.1
TYPED_NUMBER = regex(
    rf"(?P<number>(?i:phần\s+thứ\s+(?:{'|'.join(PART_ORDINALS)}))\b|(?i:phần)\s+(?:[IVXLC]+|\d{{1,2}}(?=[-.)/:]|\s+[-–—]\s))"
    rf"|(?i:chương|mục|điều)\s+(?:thứ\s+(?:{'|'.join(PART_ORDINALS)})|[IVXLC]+|\d{{1,2}})(?=[-.)/:]|\s+[-–—]\s)"
    r"|[IVXLC]+(?=[-.)/:]|\s+[-–—])|[A-Z](?=[-.)/])"
    r"|\d{1,2}(?:\.\d{1,2})+(?=[.\s])|\d{1,2}(?=[-.)/:]|\s+[-–—]\s)|[a-zđ](?=[.)/]))"
    r"(?P<mark>(?:\s*[-–—.)/:])*)(?:\s+|$)"
)
BARE = regex(r"\s*|:.*|\s+[-–—]\s*", re.S)  # behind a number: nothing, a colon, or a dash that belongs to the text


KINDS = ("muc", "doan", "khoan", "gach", "cong", "bang")


def build_blocks(
    tree: list[dict[str, Any]], texts: Mapping[NodePath, Text], path: NodePath, report: Report
) -> list[Block]:
    """Return the blocks of the tree in reading order; misplaced ones are reported."""
    found = list[Block]()
    _add_blocks(found, tree, texts, path, report, 1)
    return found


def _add_blocks(
    found: list[Block],
    tree: list[dict[str, Any]],
    texts: Mapping[NodePath, Text],
    path: NodePath,
    report: Report,
    depth: int,
) -> None:
    """Add the blocks of a branch of the tree; one list for all takes a third of what generators in each other take."""
    above = depth - 1  # headings over a paragraph: one that has no text of its own is over what follows it
    for index, node in enumerate(tree):
        here: NodePath = (*path, index)
        kind = next(filter(node.__contains__, KINDS))
        if kind == "muc":
            if depth > MAX_HEADING_DEPTH:
                report("E212", here, limit=MAX_HEADING_DEPTH)
            text = texts[*here, "muc"]
            _check_mark(text, here, report)
            found.append(reuse(build_heading, text, by=(depth, here)))
        elif kind == "bang":
            found.append(_build_table(node["bang"], texts, (*here, "bang"), report))
        else:
            text = texts[*here, kind]
            built = reuse(_build_paragraph, node, text, by=(kind, here, above))
            if isinstance(built, Paragraph):
                _check_mark(text, here, report)
            found.append(built)
        above = depth - bool(node.get("noi_dung")) if kind == "muc" else above
        if inner := node.get("noi_dung"):
            _add_blocks(found, inner, texts, (*here, "noi_dung"), report, depth + 1 if kind == "muc" else depth)


def build_heading(text: Text, depth: int, path: NodePath) -> Heading:
    """Return a heading; a number that seems to be typed by hand is named, and how much of the text it takes."""
    found = TYPED_NUMBER.match(plain_text(text))
    if not found:
        return Heading(depth, text, path)
    number, mark = " ".join(found["number"].split()), found["mark"]
    return Heading(depth, text, path, number, found.end(), bool(BARE.fullmatch(mark)))


def _build_table(table: str | dict[str, Any], texts: Mapping[NodePath, Text], path: NodePath, report: Report) -> Block:
    if isinstance(table, str):
        return TableMark(table.strip(), path)
    return build_table(table, texts, path, report)


def _build_paragraph(node: dict[str, Any], text: Text, kind: str, path: NodePath, above: int) -> Block:
    """Return a paragraph under so many headings, or the place of a table where the text is only `[bang: …]`."""
    words = plain_text(text).strip()
    if kind == "doan" and (found := find_mark(words)) and found[0] == words:
        return TableMark(found[1], path)
    return Paragraph(kind, text, path, node.get("so"), node.get("cap", ""), above)


def _check_mark(text: Text, path: NodePath, report: Report) -> None:
    """Report a table mark among other words: it would be printed as letters, without the table."""
    if found := find_mark(plain_text(text)):
        report("E233", path, mark=found[0])
