"""The table of citations: an id goes in; the document, its status on a day and what replaced it come out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, cached_property
from types import MappingProxyType
from typing import TypeVar

from ...messages import N_, Marked
from ...model import PartialDate, named
from ...records import dataclass
from ..ages import find_known_day
from ..names import fold_name
from ..periods import Period, read_kind
from ..tables import read_table, read_unverified
from .symbols import Key, read_symbol

K = TypeVar("K")
LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
CITED = {
    "symbol": N_("số, ký hiệu"),
    "kind": N_("loại"),
    "issuer": N_("cơ quan ban hành"),
    "date": N_("ngày"),
    "title": N_("trích yếu"),
    "status": N_("hiệu lực"),
}
"""The columns that a citation prints or rests on, and what they are called."""
NO_TITLE = "-"


class Status(StrEnum):
    """Whether a document holds on a day."""

    IN_FORCE = "in-force"
    AMENDED = "amended"
    PHASE_OVER = "phase-over"  # the time that its title names has passed; whether it was ever ended is not known
    ENDED = "ended"
    UNCLEAR = "unclear"
    NOT_ISSUED = "not-issued"
    NOT_EFFECTIVE = "not-effective"


HOLDS = (Status.IN_FORCE, Status.AMENDED)

STATUS_WORDS: Mapping[Status, Marked] = {
    Status.IN_FORCE: N_("còn hiệu lực"),
    Status.AMENDED: N_("còn hiệu lực, đã được sửa đổi"),
    Status.PHASE_OVER: N_("đã hết giai đoạn nêu trong tên"),
    Status.ENDED: N_("đã hết hiệu lực"),
    Status.UNCLEAR: N_("chưa rõ còn hiệu lực hay không"),
    Status.NOT_ISSUED: N_("chưa được ban hành"),
    Status.NOT_EFFECTIVE: N_("chưa có hiệu lực"),
}


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A document that others cite. `title` reads on after `joint`; it is None where unknown, empty where there is none.

    `gist` says what a document without a known title is about: for the search, never printed in a document.
    """

    id: str = named("id")
    symbol: str = named("so_ky_hieu")
    kind: str = named("loai")
    issuer: str = named("co_quan")
    date: PartialDate | None = named("ngay")
    joint: str
    title: str | None = named("trich_yeu")
    gist: str = named("noi_dung")
    table_status: Status = named("tinh_trang")
    period: Period
    replaced_by: str = named("thay_boi")
    amended_by: str = named("sua_boi")
    topic: str = named("chu_de")
    unverified: frozenset[str]
    source: str = named("nguon")
    pack: str = ""  # that brings it; blank for the table of the program

    @property
    def is_law(self) -> bool:
        """Tell whether it is cited by name and date, without number and issuer."""
        return self.kind in LAWS

    @property
    def is_named(self) -> bool:
        """Tell whether it has no number and is cited by its name alone, as a resolution of a congress is."""
        return not self.symbol and (self.title or "").startswith(self.kind)

    @property
    def doubtful(self) -> tuple[Marked, ...]:
        """Return the columns that a citation prints or rests on and for which no source was found."""
        printed = [c for c in CITED if not (self.is_named and c == "date")]
        return tuple(CITED[column] for column in printed if column in self.unverified)

    @property
    def is_verified(self) -> bool:
        """Tell whether everything that a citation prints, and the status, was found in a source."""
        return not self.doubtful


@dataclass(frozen=True)
class CitationTable:
    """Documents by id: those that ship with the program, or those of a pack over them."""

    entries: Mapping[str, Citation]

    def __iter__(self) -> Iterator[Citation]:
        return iter(self.entries.values())

    @cached_property
    def by_key(self) -> Mapping[Key, tuple[Citation, ...]]:
        """Return the documents by their number, year and letters, of which several may have the same."""
        return _group((s.key, c) for c in self if (s := read_symbol(c.symbol)))

    @cached_property
    def by_day(self) -> Mapping[date, tuple[Citation, ...]]:
        """Return the documents by the day on which they were issued."""
        return _group((c.date.first, c) for c in self if c.date and c.date.precision == "day")

    @cached_property
    def laws(self) -> Mapping[str, tuple[Citation, ...]]:
        """Return the laws by their folded names, of which one may follow the other under the same."""
        return _group((fold_name(c.title), c) for c in self if c.is_law and c.title)

    def with_own(self, own: Iterable[Citation]) -> "CitationTable":
        """Return the table with the documents of a pack, which take the place of those of the same id."""
        brought = {citation.id: citation for citation in own}
        kept = {name: citation for name, citation in self.entries.items() if name not in brought}
        return CitationTable(MappingProxyType(kept | brought))

    def find(self, id: str) -> Citation | None:
        """Return the document of an id."""
        return self.entries.get(id)

    def status_on(self, citation: Citation, day: date | None = None) -> Status:
        """Return whether a document holds on a day; without one, on the day until which the table is known."""
        day = day or find_known_day()
        amending, status = self.find(citation.amended_by), _status_alone(citation, day)
        if amending is None or status in (Status.NOT_ISSUED, Status.NOT_EFFECTIVE):
            return status
        return Status.AMENDED if _status_alone(amending, day) is Status.IN_FORCE else status

    def find_replacement(self, citation: Citation, day: date | None = None) -> Citation | None:
        """Return the last document of those that replaced one after the other and that were issued by a day."""
        last, follower, when = None, self.find(citation.replaced_by), day or find_known_day()
        while follower is not None and _status_alone(follower, when) is not Status.NOT_ISSUED:
            last, follower = follower, self.find(follower.replaced_by)
        return last

    def find_replaced(self, citation: Citation, day: date) -> Citation | None:
        """Return the newest of those that a document has replaced, directly or in turn, which was not over on a day."""
        line = {citation.id}
        while more := {c.id for c in self if c.replaced_by in line} - line:
            line |= more
        before = (self.entries[name] for name in line - {citation.id})
        held = (c for c in before if c.date and self.status_on(c, day) in (*HOLDS, Status.UNCLEAR))
        return max(held, key=lambda c: (str(c.date), c.id), default=None)


def _group(named: Iterable[tuple[K, Citation]]) -> Mapping[K, tuple[Citation, ...]]:
    groups: dict[K, tuple[Citation, ...]] = {}
    for name, citation in named:
        groups[name] = (*groups.get(name, ()), citation)
    return MappingProxyType(groups)


def _status_alone(citation: Citation, day: date) -> Status:
    """Return whether a document holds on a day, whatever amended it."""
    if citation.date is not None and day < citation.date.first:
        return Status.NOT_ISSUED
    if citation.period.begins_after(day):
        return Status.NOT_EFFECTIVE
    return Status.IN_FORCE if citation.period.end is not None and day in citation.period else citation.table_status


NO_CITATIONS = CitationTable(MappingProxyType({}))


@cache
def load_citations() -> CitationTable:
    """Return the documents that ship with the program, in the order of the file."""
    rows = {row["id"]: row for row in read_table("citations")}
    return CitationTable(MappingProxyType({name: _read(row, rows) for name, row in rows.items()}))


def _read(row: Mapping[str, str], rows: Mapping[str, Mapping[str, str]]) -> Citation:
    issued, start = PartialDate.parse(row["date"]), _find_start(row)
    end = PartialDate.parse(row["valid_to"]) or _find_end(row, rows)
    return Citation(
        id=row["id"],
        symbol=row["symbol"],
        kind=row["kind"],
        issuer=row["issuer"],
        date=issued,
        joint=row["joint"],
        title="" if row["title"] == NO_TITLE else row["title"] or None,
        gist=row["gist"],
        table_status=Status(row["status"]),
        period=Period(start, end, end_kind=read_kind(row["valid_to_kind"])),
        replaced_by=row["replaced_by"],
        amended_by=row["amended_by"],
        topic=row["topic"],
        unverified=read_unverified(row),
        source=row["source"],
    )


def _find_start(row: Mapping[str, str]) -> PartialDate | None:
    return PartialDate.parse(row["effective_from"]) or PartialDate.parse(row["date"])


def _find_end(row: Mapping[str, str], rows: Mapping[str, Mapping[str, str]]) -> PartialDate | None:
    """Return the day before that from which the successor of an ended document holds, if that day is known."""
    successor = rows.get(row["replaced_by"])
    if successor is None or row["status"] != Status.ENDED:
        return None
    start = _find_start(successor)
    return PartialDate.of(start.first - timedelta(1)) if start and start.precision == "day" else None
