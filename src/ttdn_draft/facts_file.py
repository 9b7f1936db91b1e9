"""Renews tables of facts: a file of new tables goes in; it is kept in the user's data folder, or refused by name."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from .errors import Finding, InputError, OutputError, Place, explain_os_error
from .knowledge.ages import list_ages
from .knowledge.renewed import Renewed, find_facts_file, load_renewed, parse_facts, read_facts_file
from .knowledge.tables import AGES_TABLE, CALENDAR_TABLE, TableRow, read_shipped
from .messages import N_
from .model import PartialDate
from .output import make_folder, write_whole
from .validate.calendar import validate_calendar
from .validate.schema import check_data
from .yaml_nodes import YamlTree, format_path

FORMAT = 2
"""The newest form of a file that this program reads; the second brought the calendar of the country."""
MOST_CODES = 10  # a column of so few values, all of them single words, holds codes
NO_JSON, NO_DAY = N_("không phải tệp JSON đọc được"), N_("ngày không có trong lịch")
NO_FACTS = N_("không có bảng nào, cũng không có lịch")


def renew_facts(file: Path) -> Renewed:
    """Keep the facts of a file in the user's data folder and return them; raises InputError, and changes nothing.

    Refused are a file that is broken, that nobody signed off, of a newer program, or older than what is in use.
    """
    place = Place(str(file))
    data = _read(file, place)
    _check_format(data, place)
    if wrong := check_data(data, "facts", lambda path: Place(str(file), path=format_path(path))):
        raise InputError.of(wrong)
    renewed = _parse(data, place)
    if not (renewed.tables or renewed.calendar):
        raise InputError("E656", place, reason=NO_FACTS)
    _check_age(renewed, place)
    if wrong := [finding for name in renewed.tables for finding in _check_table(name, renewed, place)]:
        raise InputError.of(wrong[:1])
    if wrong := [*_check_calendar(renewed, str(file))]:
        raise InputError.of(wrong)
    target = find_facts_file()
    make_folder(target.parent)
    write_whole(target, json.dumps(data, ensure_ascii=False).encode("utf-8"), force=True)
    return renewed


def remove_facts() -> None:
    """Remove the facts of the user; raises OutputError where there are none, or they cannot be removed."""
    target = find_facts_file()
    try:
        target.unlink()
    except FileNotFoundError:
        raise OutputError("E667", Place(str(target))) from None
    except OSError as error:
        raise OutputError("E011", Place(str(target)), reason=explain_os_error(error)) from None


def _read(file: Path, place: Place) -> dict[str, Any]:
    try:
        data = json.loads(read_facts_file(file))
    except OSError as error:
        raise InputError("E656", place, reason=explain_os_error(error)) from None
    except (ValueError, RecursionError):
        raise InputError("E656", place, reason=NO_JSON) from None
    if not isinstance(data, dict):
        raise InputError("E656", place, reason=NO_JSON)
    return data


def _check_format(data: dict[str, Any], place: Place) -> None:
    """Raise InputError for a file of a newer program, or one that nobody answers for."""
    made_for = data.get("format")
    if isinstance(made_for, int) and made_for > FORMAT:
        raise InputError("E659", place, format=made_for, known=FORMAT)
    signed = data.get("signed_off")
    named = [str(signed.get(key) or "").strip() for key in ("name", "office")] if isinstance(signed, dict) else []
    if not (named and all(named)):
        raise InputError("E658", place)


def _parse(data: dict[str, Any], place: Place) -> Renewed:
    try:
        return parse_facts(data)
    except ValueError:
        raise InputError("E656", place, reason=NO_DAY) from None


def _check_age(renewed: Renewed, place: Place) -> None:
    """Raise InputError where a table is older than the one in use, or would fall back to an older one."""
    kept = load_renewed()
    shipped = {row["table"]: date.fromisoformat(row["looked_over"]) for row in read_shipped(AGES_TABLE)}
    days, kept_days = _list_days(renewed), _list_days(kept)
    for name, age in list_ages().items():
        if name not in days and name not in kept_days:
            continue
        given = days.get(name, shipped[name])
        if given < age.looked_over or (name in days and given <= shipped[name]) or renewed.made < kept.made:
            raise InputError("E657", place, table=age.holds, given=given, used=age.looked_over)


def _list_days(renewed: Renewed) -> dict[str, date]:
    """Return when each thing that a file renews was looked over, the calendar under the name that its age has."""
    days = {name: table.looked_over for name, table in renewed.tables.items()}
    return days | ({CALENDAR_TABLE: renewed.calendar.looked_over} if renewed.calendar else {})


def _check_calendar(renewed: Renewed, file: str) -> Iterator[Finding]:
    """Yield what is wrong with the calendar of a file: it is held to what a calendar.yaml is held to."""
    if renewed.calendar:
        calendar, findings = validate_calendar(YamlTree(dict(renewed.calendar.data)), file)
        wrong = findings if calendar is None else ()
        yield from (replace(f, place=replace(f.place, path=f.place.path.replace("$", "$.calendar", 1))) for f in wrong)


def _check_table(name: str, renewed: Renewed, place: Place) -> Iterator[Finding]:
    """Yield what is wrong with a table: each cell has to be of the kind that its column shows in the program."""
    age = list_ages().get(name)
    if age is None or age.bears_months is None or name == CALENDAR_TABLE:
        yield Finding("E668", place, {"table": name, "row": 0, "column": "", "value": ""})
        return
    known, rows = read_shipped(name), renewed.tables[name].rows
    shapes = {column: _Shape(column, known, rows) for column in known[0]}
    for number, row in enumerate(rows, 1):
        if [*row] != [*shapes]:
            differing = ", ".join(c for c in dict.fromkeys((*shapes, *row)) if (c in shapes) != (c in row))
            yield Finding("E668", place, {"table": name, "row": number, "column": differing, "value": ""})
            continue
        for column, value in row.items():
            if not shapes[column].fits(value):
                yield Finding("E668", place, {"table": name, "row": number, "column": column, "value": value[:60]})
    ids = [row.get("id", "") for row in known]
    if len({*ids}) == len(ids):  # otherwise several rows speak of one thing
        yield from _find_circles(name, rows, place)


class _Shape:
    """What the cells of a column look like in the program: days, numbers, codes, links, or any words."""

    def __init__(self, column: str, known: Iterable[TableRow], rows: Iterable[TableRow]) -> None:
        values = {row[column] for row in known}
        filled = values - {""}
        self.may_be_blank, self.column = "" in values, column
        self.is_day = bool(filled) and all(map(_is_day, filled)) and any("-" in value for value in filled)
        self.is_number = bool(filled) and all(value.isdecimal() for value in filled)
        self.is_code = 0 < len(filled) <= MOST_CODES and not any(" " in value for value in filled)
        self.codes = filled
        self.ids = {row.get("id", "") for row in rows} if _is_link(column) else None
        self.columns = {*next(iter(known))} if column == "unverified" else None

    def fits(self, value: str) -> bool:
        """Tell whether a cell of a file can stand in this column."""
        if not value:
            return self.may_be_blank
        if self.columns is not None:
            return set(value.split()) <= self.columns
        if self.ids is not None:
            return value in self.ids
        if self.is_day:
            return _is_day(value)
        if self.is_number:
            return value.isdecimal() and value.isascii()
        return value in self.codes if self.is_code else value.isprintable()


def _is_link(column: str) -> bool:
    return column in ("successor_id", "predecessor_id", "replaced_by", "amended_by")


def _is_day(text: str) -> bool:
    try:
        day = PartialDate.parse(text)
        return day is not None and day.first <= day.last
    except (ValueError, TypeError):
        return False


def _find_circles(name: str, rows: Iterable[TableRow], place: Place) -> Iterator[Finding]:
    """Yield each row from which the line of successors leads back to itself, and each id that stands twice."""
    after, seen = dict[str, str](), set[str]()
    for number, row in enumerate(rows, 1):
        key = row.get("id", "")
        if key in seen:
            yield Finding("E668", place, {"table": name, "row": number, "column": "id", "value": key})
        seen.add(key)
        after[key] = row.get("successor_id") or row.get("replaced_by") or ""
    for number, key in enumerate(after, 1):
        step, passed = after[key], {key}
        while step and step not in passed:
            passed.add(step)
            step = after.get(step, "")
        if step:
            yield Finding("E668", place, {"table": name, "row": number, "column": "id", "value": key})
