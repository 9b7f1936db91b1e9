"""The terms, the traits and the neighbours of the day for an outline: a pack and a day go in, values come out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..asking import DoubtBook, Subject
from ..knowledge.pack import Pack, PackTerm
from ..knowledge.relations import RelationAnniversary, list_anniversaries
from ..knowledge.standards.dates import STRICT
from ..knowledge.terms import ASSEMBLY, CONGRESS, COUNCILS, GOVERNMENT, PARTY_ORGANISATION, find_term
from ..knowledge.traits import list_heritage, list_partners, list_traits
from ..model.marks import write_gap
from .values import TermValues, TraitValues

TERMS = {
    "congress": (CONGRESS, "kỳ đại hội đại biểu toàn quốc của Đảng"),
    "party_organisation": (PARTY_ORGANISATION, "đại hội đảng bộ các cấp, nhiệm kỳ"),
    "assembly": (ASSEMBLY, "khoá Quốc hội"),
    "councils": (COUNCILS, "Hội đồng nhân dân các cấp, nhiệm kỳ"),
    "government": (GOVERNMENT, "các cấp chính quyền địa phương"),
}


def gather_terms(pack: Pack, day: date, book: DoubtBook) -> TermValues:
    """Return the terms of a day, those of the pack before those of the table, a gap where nobody knows."""
    found = {field: find_term(kind, day, pack.terms) for field, (kind, _) in TERMS.items()}
    local = found["party_organisation"]

    def write(words: str, term: PackTerm | None, field: str, wanted: str) -> str:
        return book.mark(words, term, Subject.TERM, field) if term and words else write_gap(wanted)

    years = write(local.years if local else "", local, "years", "nhiệm kỳ của đảng bộ")
    words = {
        field: write(term.name if (term := found[field]) else "", term, field, wanted)
        for field, (_, wanted) in TERMS.items()
    }
    return TermValues(years=years, **words)


def gather_traits(province: str, day: date, book: DoubtBook) -> TraitValues:
    """Return what the tables know of a province on a day."""

    def has(trait: str) -> tuple[str, ...]:
        return tuple(map(book.take, list_traits(province, trait, day)))

    return TraitValues(
        border=has("bien-gioi-dat-lien"),
        sea="biển" if has("bien") else "",
        gates=has("cua-khau-quoc-te"),
        airports=has("san-bay-quoc-te"),
        ports=has("cang-bien"),
        heritage=tuple(map(book.take, list_heritage(province, day))),
        partners=tuple(map(book.take, list_partners(province, day))),
        foreign_affairs="Sở Ngoại vụ" if has("so-ngoai-vu") else "",
    )


def write_neighbours(countries: Sequence[str], year: int) -> str:
    """Return the anniversaries with the countries at the border in a year in which the list does not name them."""
    found = (a for a in list_anniversaries(year) if a.relation.name in countries and a.count % 5)
    return "; ".join(
        f"{a.count} năm thiết lập quan hệ ngoại giao Việt Nam - {a.relation.name} ({_write_days(a)})" for a in found
    )


def _write_days(met: RelationAnniversary) -> str:
    """Return the day of the beginning and that of the year, as every other anniversary has them."""
    first = replace(met.on, year=met.on.year - met.count)
    return f"{STRICT.write(first)} - {STRICT.write(met.on)}"
