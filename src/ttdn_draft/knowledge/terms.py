"""The terms of congresses, of the National Assembly and of councils: a kind and a day go in, the term comes out."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from ..model import PartialDate
from .pack import PackTerm, newest
from .tables import read_table, read_unverified

CONGRESS, PARTY_ORGANISATION = "dai-hoi-dang", "dai-hoi-dang-bo"
ASSEMBLY, COUNCILS, GOVERNMENT = "quoc-hoi", "hdnd", "chinh-quyen-dia-phuong"


def find_term(kind: str, day: date, own: Iterable[PackTerm] = ()) -> PackTerm | None:
    """Return the term of a kind on a day, that of a pack before that of the table; nothing where nobody knows it."""
    for listed in (own, list_terms()):
        known = [term for term in listed if term.kind == kind and not term.is_over(day)]
        if found := newest(known, day):
            return found
    return None


@cache
def list_terms() -> tuple[PackTerm, ...]:
    """Return all terms of the table, in its order."""
    return tuple(_read())


def _read() -> Iterator[PackTerm]:
    for row in read_table("terms"):
        yield PackTerm(
            id=row["id"],
            kind=row["kind"],
            name=row["name"],
            years=row["years"],
            since=PartialDate.parse(row["valid_from"]),
            until=PartialDate.parse(row["valid_to"]),
            gap_from=PartialDate.parse(row["gap_from"]),
            source=row["source"],
            is_verified="name" not in read_unverified(row),
        )
