"""Writes an input file that people like to edit: the data of a document goes in, the text of a .md file comes out."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..escaping import HEADING_END, NO_TEXTS, escape_start, quote_yaml
from ..patterns import regex

PLAIN_ENTRY = regex(r"[^\W\d_][^\n#:\[\]{}\"'`|>&*!%@\\]*(?<! )")
"""What stands on a line of its own in YAML without quotation marks."""
NOT_COUNTED = regex(r"\((?:\d{1,2}|[a-zđ])\)|\d{1,2}(?:\.\d{1,2}){1,3}\s|[a-zđ]\.\s")
"""Numbers typed before a paragraph that nothing counts: they stay as they are."""
TABLE_NAME = "bang"
SIDES = {"left": ":---", "center": ":---:", "right": "---:", "": "---"}
ITEM_MARKS = {"gach": "-", "cong": "+"}


def write_input(data: Mapping[str, Any]) -> str:
    """Return the text of an input file: facts between two lines of dashes, the text as Markdown below them."""
    writer = _Writer(data)
    body = writer.write_body(data.get("noi_dung") or [])
    notes = [f"[^{name}]: {words}" for name, words in (data.get("chu_thich") or {}).items()]
    annexes = [_with_text(annex, writer) for annex in data.get("phu_luc") or []]
    facts = {key: value for key, value in data.items() if key not in ("noi_dung", "chu_thich", "phu_luc", "bang")}
    facts |= {"phu_luc": annexes} if annexes else {}
    facts |= {"bang": writer.tables} if writer.tables else {}
    head = "\n".join(_write_value(facts, 0))
    return f"---\n{head}\n---\n" + "\n\n".join(filter(None, [body, *notes])) + "\n"


def _with_text(annex: Mapping[str, Any], writer: "_Writer") -> dict[str, Any]:
    body = annex.get("noi_dung")
    return {**annex, "noi_dung": body if isinstance(body, str) else writer.write_body(body or [])}


class _Writer:
    """Writes bodies, and keeps the tables that Markdown cannot write: they get names and stand with the facts."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.tables: dict[str, Any] = dict(data.get("bang") or {})

    def write_body(self, blocks: list[Any]) -> str:
        """Return blocks as Markdown; items of one kind stand line under line, all else has a blank line between."""
        text, last = "", ""
        for key, words in self._list(blocks, 1):
            text += ("\n" if key == last and key in ITEM_MARKS else "\n\n") * bool(text) + words
            last = key
        return text

    def _list(self, blocks: list[Any], depth: int) -> Iterator[tuple[str, str]]:
        for block in blocks:
            if "muc" in block:
                yield "muc", "#" * depth + " " + HEADING_END.sub(r" \\", block["muc"])
                yield from self._list(block.get("noi_dung") or [], depth + 1)
                continue
            yield from self._write_block(block)
            yield from self._list(block.get("noi_dung") or [], depth)

    def _write_block(self, block: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        for key, mark in ITEM_MARKS.items():
            if key in block:
                yield key, f"{mark} {_escape_lines(block[key])}"
        if "khoan" in block:
            yield "khoan", f"{_write_number(block)} {_escape_lines(block['khoan'])}"
        if "doan" in block:
            yield "doan", _escape_lines(block["doan"])
        if "bang" in block:
            yield "bang", self._write_table(block["bang"])

    def _write_table(self, table: Any) -> str:
        if isinstance(table, str):
            return f"[bang: {table}]"
        if is_plain_table(table):
            return "\n".join(_write_rows(table))
        name = next(n for i in range(1, len(self.tables) + 2) if (n := f"{TABLE_NAME}-{i}") not in self.tables)
        self.tables[name] = table
        return f"[bang: {name}]"


def is_plain_table(table: Mapping[str, Any]) -> bool:
    """Tell whether Markdown can write a table: each cell is words on one line, no cell covers others."""
    columns, rows = table["cot"], table["hang"]
    names = all(set(column) <= {"ten", "can"} and "\n" not in column["ten"] for column in columns)
    cells = all(cell is None or (isinstance(cell, str) and "\n" not in cell) for row in rows for cell in row)
    return set(table) <= {"cot", "hang"} and names and cells and len(columns) > 1


def _write_rows(table: Mapping[str, Any]) -> Iterator[str]:
    columns = table["cot"]
    yield _write_row([column["ten"] for column in columns])
    yield _write_row([SIDES[column.get("can", "")] for column in columns])
    yield from map(_write_row, table["hang"])


def _write_row(cells: list[str | None]) -> str:
    return "| " + " | ".join(cell or "" for cell in cells) + " |"


def _write_number(block: Mapping[str, Any]) -> str:
    """Return the number that stands before a numbered paragraph, as it is typed.

    A list of Markdown has the level below its heading; 1. right under Phần, where I. would follow, stays as words.
    """
    number = str(block.get("so", 1))
    if number.isdigit() and block.get("cap") == "1":
        return f"{number}\\."
    return f"{number})" if number.isalpha() else f"{number}."


def _escape_lines(words: str) -> str:
    """Return words of which no line begins an item or a heading."""
    return "\n".join(line if NOT_COUNTED.match(line) else escape_start(line) for line in words.split("\n"))


def _write_value(value: Mapping[str, Any], depth: int) -> Iterator[str]:
    """Yield the lines of a group of keys."""
    for key, entry in value.items():
        yield from (f"{'  ' * depth}{line}" for line in _write_entry(f"{key}:", entry))


def _write_entry(start: str, value: Any) -> Iterator[str]:
    """Yield the lines of a value behind its key or dash; what is below it is indented."""
    if isinstance(value, str) and "\n" in value:
        yield f"{start} |-" if start != "-" else "- |-"
        yield from (f"  {line}" if line else "" for line in value.split("\n"))
    elif isinstance(value, Mapping) and not _is_short(start, value):
        lines = list(_write_value(value, 0))
        if start == "-":
            yield f"- {lines[0]}"
            yield from (f"  {line}" for line in lines[1:])
        else:
            yield start
            yield from (f"  {line}" for line in lines)
    elif isinstance(value, list) and not _is_flow(start, value):
        yield start
        yield from (f"  {line}" for entry in value for line in _write_entry("-", entry))
    else:
        yield f"{start} {_write_scalar(value) if not isinstance(value, (list, Mapping)) else write_flow(value)}"


def _is_short(start: str, value: Mapping[str, Any]) -> bool:
    return start == "-" and "ten" in value and not any(isinstance(one, (list, Mapping)) for one in value.values())


def _is_flow(start: str, value: list[Any]) -> bool:
    """Tell whether a list stands on one line: the levels of a text, a row of a table."""
    return start in ("-", "danh_so:") or not value


def write_flow(value: Any) -> str:
    """Return a value on one line, in the brackets of YAML."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {write_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(write_flow, value)) + "]"
    return quote_yaml(value) if isinstance(value, str) else _write_scalar(value)


def _write_scalar(value: Any) -> str:
    if isinstance(value, str):
        is_plain = PLAIN_ENTRY.fullmatch(value) and value.lower() not in NO_TEXTS
        return value if is_plain or DATE.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


DATE = regex(r"\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}")
