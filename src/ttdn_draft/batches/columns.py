"""What each column of a table is for: its name, the marks and the keys of the common part go in, its uses come out."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from typing import Any

from ..errors import Finding, InputError, Place
from ..model import Draft, Drafter, Issuer, Margins, Reading, Signer, keys_of
from ..model.marks import find_pending
from ..nearness import find_nearest
from ..read.common_part import READ_TEXTS, Filling
from ..read.row_tables import BatchRow, RowCell, RowTable
from ..records import dataclass
from ..yaml_nodes import NodePath
from ..yaml_scalars import INTEGER

LISTED_KEYS = ("kinh_gui", "noi_nhan", "can_cu", "lien_he", "ky_so_lieu")
ONE_OR_MORE = ("kinh_gui",)  # a list, or one name
NUMBERS = ("so", "du_thao", "so_ban")
SWITCHES = ("khong_pho_bien", "hai_mat")
TRUTHS = {"true": True, "đúng": True, "có": True, "x": True, "false": False, "sai": False, "không": False}
PARTS: Mapping[str, Any] = {"co_quan": Issuer, "ky": Signer, "nguoi_soan": Drafter, "le_trang": Margins}


@dataclass(frozen=True)
class Uses:
    """The columns whose words stand at marks, and those that stand for keys, each with the path of its key."""

    marks: frozenset[str] = frozenset()
    keys: Mapping[str, NodePath] = field(default_factory=dict)


def find_uses(table: RowTable, marks: Mapping[str, Place], named: Collection[str]) -> Reading[Uses]:
    """Return what the columns of a table are for, and which have no use; `named` are those that name the files.

    Raises InputError for marks that no column fills.
    """
    if missing := list(_tell_missing(table, marks)):
        raise InputError.of(missing)
    keys = {name: path for name in table.columns if name not in table.spare and (path := read_key(name))}
    used = frozenset(marks) & frozenset(table.columns)
    return Reading(Uses(used, keys), tuple(_tell_idle(table, {*used, *keys, *named, *table.spare})))


def read_key(name: str) -> NodePath | None:
    """Return the path of the key that a column is called after: so, ky.ho_ten, ky.1.ho_ten; nothing for another."""
    first, *rest = name.split(".")
    if first in READ_TEXTS or first not in keys_of(Draft):
        return None
    if not rest:
        return (first,)
    number = [int(rest[0])] if rest[0].isdecimal() else []
    inner = rest[len(number) :]
    is_known = first in PARTS and len(inner) == 1 and inner[0] in keys_of(PARTS[first])
    return (first, *number, *inner) if is_known and (not number or first == "ky") else None


def _tell_idle(table: RowTable, used: Collection[str]) -> Iterator[Finding]:
    known = [*keys_of(Draft)]
    for number, name in enumerate(table.columns, 1):
        if name not in used:
            facts = {"name": name, "guess": find_nearest(name, known)}
            yield Finding("E940", Place(table.file, table.line, number), facts)


def _tell_missing(table: RowTable, marks: Mapping[str, Place]) -> Iterator[Finding]:
    for name, place in marks.items():
        if name not in table.columns:
            facts = {"name": name, "known": ", ".join(table.columns), "guess": find_nearest(name, table.columns)}
            yield Finding("E941", place, facts)


def fill_row(row: BatchRow, uses: Uses) -> tuple[Filling, tuple[Finding, ...]]:
    """Return what a row gives, and what is wrong with its cells."""
    found = [*row.findings]
    used = [name for name in row.cells if name in uses.marks or name in uses.keys]
    for name in used:
        found += _doubt_cell(name, row.cells[name], Place(row.file, row.number))
    words = {name: _as_words(row.cells[name]) for name in used if name in uses.marks}
    values = {uses.keys[name]: _as_value(row.cells[name], uses.keys[name]) for name in used if name in uses.keys}
    return Filling(words, values), tuple(found)


def _doubt_cell(name: str, cell: RowCell, place: Place) -> Iterator[Finding]:
    if cell is None or cell in ("", []):
        yield Finding("E942", place, {"name": name})
    words = _as_words(cell)
    if "[" in words and (mark := next(find_pending(words), None)):
        yield Finding("E951", place, {"name": name, "mark": mark.written})


def _as_words(cell: RowCell) -> str:
    if isinstance(cell, list):
        return "; ".join(cell)
    return "" if cell is None else str(cell)


def _as_value(cell: RowCell, path: NodePath) -> Any:
    """Return the value of a key as a file of YAML would give it: a number, a switch, lines as a list, or words."""
    if not isinstance(cell, str):
        return cell
    key = path[-1]
    if key in NUMBERS and INTEGER.fullmatch(cell):
        return int(cell)
    if key in SWITCHES:
        return TRUTHS.get(cell.casefold(), cell)
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    if key in LISTED_KEYS and (len(lines) > 1 or key not in ONE_OR_MORE):
        return lines
    return cell
