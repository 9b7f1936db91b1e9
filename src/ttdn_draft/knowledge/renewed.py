"""The tables that a person has renewed: the file in the user's data folder goes in, its tables come out; data alone."""

import json
import os
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from .. import user_folders
from ..records import dataclass

FACTS_FILE = "facts.json"
SWITCH = "TTDN_DRAFT_NO_FACTS"
LARGEST = 20_000_000  # bytes; all tables of today are 0.3 MB


@dataclass(frozen=True)
class RenewedTable:
    """The rows that stand in the place of a table, and the day on which they were held against their sources."""

    looked_over: date
    rows: tuple[Mapping[str, str], ...]


@dataclass(frozen=True)
class RenewedCalendar:
    """The data of a calendar.yaml for the place of the country's calendar, and the day on which it was looked over."""

    looked_over: date
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Renewed:
    """What a facts file says: when it was made, who signed it off, its tables by name, and a calendar if it has one."""

    made: date = date.min
    signed_off: str = ""
    tables: Mapping[str, RenewedTable] = field(default_factory=dict)
    calendar: RenewedCalendar | None = None
    is_broken: bool = False


def find_facts_file() -> Path:
    """Return where the facts of the user lie, whether they are there or not."""
    return user_folders.data_folder() / FACTS_FILE


def is_switched_off() -> bool:
    """Tell whether the environment leaves the facts of the user out."""
    return bool(os.environ.get(SWITCH))


@cache
def load_renewed() -> Renewed:
    """Return the facts of the user: none where there are none, they are switched off, or their file is broken."""
    file = find_facts_file()
    if is_switched_off() or not file.is_file():
        return Renewed()
    try:
        return parse_facts(json.loads(read_facts_file(file)))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Renewed(is_broken=True)


def read_facts_file(file: Path) -> bytes:
    """Return the bytes of a facts file; raises ValueError for one that is too large to be one."""
    with file.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError
    return data


def parse_facts(data: Any) -> Renewed:
    """Return what data of the form of facts.schema.json says."""
    tables = {
        name: RenewedTable(date.fromisoformat(table["looked_over"]), tuple(dict(row) for row in table["rows"]))
        for name, table in data["tables"].items()
    }
    signed = data["signed_off"]
    made, who = date.fromisoformat(data["made"]), f"{signed['name']}, {signed['office']}"
    return Renewed(made, who, tables, _parse_calendar(data["calendar"]) if "calendar" in data else None)


def _parse_calendar(data: Mapping[str, Any]) -> RenewedCalendar:
    days = {key: value for key, value in data.items() if key != "looked_over"}
    return RenewedCalendar(date.fromisoformat(data["looked_over"]), days)
