"""What a tier allows: an anniversary of a year goes in, the sentence of the decree comes out, where it was seen.

Nghị định số 111/2018/NĐ-CP holds from 15/10/2018, 145/2013/NĐ-CP from 16/12/2013. Only what was seen of them stands in
the table; nothing is said where it has no row.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from ...records import dataclass
from ..tables import read_table
from .occurrences import Occurrence


@dataclass(frozen=True)
class TierNote:
    """What may be held in a year of a tier, since when, by which clause, and where that was seen.

    It is about one anniversary, or about a whole category where `id` is blank.
    """

    id: str
    since: date
    text: str
    clause: str
    source: str


def find_note(found: Occurrence) -> TierNote | None:
    """Return what the law says about an anniversary in this year; nothing where no source is known."""
    entry, tier, day = found.anniversary, found.tier or "", found.day or date(found.year, 12, 31)
    notes = (_load().get((entry.category, tier, name)) for name in (entry.id, ""))
    return next((note for note in notes if note and note.since <= day), None)


@cache
def _load() -> Mapping[tuple[str, str, str], TierNote]:
    rows = read_table("tier_notes")
    return MappingProxyType({(row["category"], row["tier"], row["id"]): _read(row) for row in rows})


def _read(row: Mapping[str, str]) -> TierNote:
    return TierNote(row["id"], date.fromisoformat(row["valid_from"]), row["text"], row["clause"], row["source"])
