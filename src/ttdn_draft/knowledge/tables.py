"""The tables that ship with the program: a name goes in, its rows come out; a table is read when first asked for."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def read_table(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a table of knowledge/data."""
    text = (files(__package__) / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def read_unverified(row: Mapping[str, str]) -> frozenset[str]:
    """Return the columns of a row that rest on memory, or on nothing but inference."""
    return frozenset(row["unverified"].split())
