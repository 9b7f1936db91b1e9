"""Holds a draft that a plug-in changed against the rules of input files: two drafts go in, its own errors come out.

The draft is written back as the data of an input file, so that one set of rules serves both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from ..errors import Finding, has_errors
from ..model import (
    NOTHING,
    Cell,
    Contributions,
    Draft,
    Heading,
    Paragraph,
    PartialDate,
    Run,
    Source,
    Table,
    TableMark,
    Text,
    to_keys,
)
from ..model.marks import write_citation
from ..yaml_nodes import NodePath
from .draft import build_draft
from .schema import check_schema

BLOCKS = (Heading, Paragraph, Table, TableMark)


def validate_changes(
    before: Draft, after: Draft, source: Source, kinds: Contributions[str] = NOTHING
) -> tuple[Finding, ...]:
    """Return the errors of a changed draft that are new; raises ValueError where headings skip a level.

    `kinds` are the kinds of documents that plug-ins bring.
    """
    known = _find_errors(before, source, kinds)
    return tuple(finding for finding in _find_errors(after, source, kinds) if finding not in known)


def _find_errors(draft: Draft, source: Source, kinds: Contributions[str]) -> list[Finding]:
    written = write_back(draft, source)
    found = check_schema(written, kinds)
    if not has_errors(found):
        found += build_draft(written)[1]
    return [finding for finding in found if finding.severity == "error"]


def write_back(draft: Draft, source: Source) -> Source:
    """Return a draft as the file that it could have been read from."""
    writer = _Writer()
    data = writer.write(draft, ())
    return replace(source, data=data, texts=writer.texts, findings=(), data_files={})


class _Writer:
    """Writes values as input files hold them; the texts in styles stand in `texts`, by their paths."""

    def __init__(self) -> None:
        self.texts: dict[NodePath, Text] = {}

    def write(self, value: Any, path: NodePath) -> Any:
        match value:
            case Mapping():
                return {key: self._named(thing, (*path, key)) for key, thing in value.items()}
            case tuple() if value and isinstance(value[0], Run):
                return self._text(value, path)
            case tuple() if value and isinstance(value[0], BLOCKS):
                return self._blocks(value, path)
            case tuple():
                return [self.write(item, (*path, index)) for index, item in enumerate(value)]
            case date() | PartialDate():
                return str(value)
            case Decimal():
                return value.normalize()  # 1.250 is written in a file by mistake, here it is meant
        return self._entry(value, path) if is_dataclass(value) else value

    def _entry(self, value: Any, path: NodePath) -> dict[str, Any]:
        """Return the fields that have a key and say more than their default."""
        return to_keys(value, lambda field, thing: self.write(thing, (*path, field.metadata["key"])), is_brief=True)

    def _named(self, value: Table | Text, path: NodePath) -> Any:
        return self._table(value, path) if isinstance(value, Table) else self._text(value, path)

    def _text(self, text: Text, path: NodePath) -> str:
        self.texts[path] = text
        return "".join(f"[^{r.note}]" if r.note else write_citation(r.cited) if r.cited else r.text for r in text)

    def _blocks(self, blocks: Iterable[Any], path: NodePath) -> list[dict[str, Any]]:
        """Return the tree of a flat row of blocks."""
        tree: list[dict[str, Any]] = []
        levels = [(tree, path)]
        for block in blocks:
            if isinstance(block, Heading):
                if not 0 < block.depth <= len(levels):
                    raise ValueError(f"a heading of depth {block.depth} below one of depth {len(levels) - 1}")
                del levels[block.depth :]
            nodes, above = levels[-1]
            here = (*above, len(nodes))
            nodes.append(self._block(block, here))
            if isinstance(block, Heading):
                levels.append((nodes[-1].setdefault("noi_dung", []), (*here, "noi_dung")))
        return tree

    def _block(self, block: Any, path: NodePath) -> dict[str, Any]:
        match block:
            case Heading():
                return {"muc": self._text(block.text, (*path, "muc"))}
            case TableMark():
                return {"bang": block.name}
            case Table():
                return {"bang": self._table(block, (*path, "bang"))}
        more = {"so": block.typed_number, "cap": block.level or None}
        told = {key: value for key, value in more.items() if value is not None}
        return {block.kind: self._text(block.text, (*path, block.kind)), **told}

    def _table(self, table: Table, path: NodePath) -> dict[str, Any]:
        pairs = enumerate(zip(table.columns, table.header, strict=True))
        columns = [
            {"ten": self._text(cell.text, (*path, "cot", i, "ten")), **self._entry(column, ())}
            for i, (column, cell) in pairs
        ]
        rows = [
            [self._cell(cell, (*path, "hang", r, c)) for c, cell in enumerate(row)] for r, row in enumerate(table.rows)
        ]
        total = {"tong": table.total} if table.total else {}
        return {"cot": columns, "hang": rows, "stt": table.is_numbered, **total}

    def _cell(self, cell: Cell, path: NodePath) -> Any:
        is_merged = (cell.columns, cell.rows) != (1, 1)
        spot = (*path, "chu") if is_merged else path
        value = self._text(cell.text, spot) if cell.number is None else self.write(cell.number, spot)
        return {"chu": value, "gop_cot": cell.columns, "gop_hang": cell.rows} if is_merged else value
