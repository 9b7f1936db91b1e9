"""Finds documents to cite: what a person types goes in, sentences ready to be put into a text come out."""

from collections.abc import Iterator
from datetime import date

from ..errors import TtdnError, contained
from ..knowledge.ages import list_ages
from ..knowledge.citations import (
    STATUS_WORDS,
    Citation,
    CitationTable,
    format_citation,
    load_citations,
    name_citation,
    search_citations,
)
from ..knowledge.places.provinces import find_province_id
from ..knowledge.standards.spelling import PARTY
from ..messages import N_, translate, write_day
from ..model.marks import write_citation
from ..packs import PackShelf
from .documents import Language, open_shelf
from .values import CitationHit, ShownTable

MAYBE = N_("có thể là {name}")
STANDS, OLD, FOR_EVER = N_("soát đến {day}"), N_("soát đến {day}, đã quá hạn dùng"), N_("không đổi theo thời gian")


def find_citations(
    query: str,
    day: date,
    *,
    standard: str = PARTY,
    pack: str = "",
    shelf: PackShelf | None = None,
    language: Language = "vi",
) -> tuple[CitationHit, ...]:
    """Return the documents that a query finds, the best first, as they stand on a day; nothing where there is none.

    `standard` is the one that cites ("dang" or "nha-nuoc"), `pack` the province whose own documents are known too.
    Raises UsageError where there is no such pack, PackError where it is broken.
    """
    try:
        with contained(""):
            table = take_citation_table(pack, shelf or open_shelf()) if pack else load_citations()
            return tuple(_show(one, table, day, standard, language) for one in search_citations(query, table, day))
    except TtdnError as error:
        error.language = language
        raise


def take_citation_table(pack: str, shelf: PackShelf) -> CitationTable:
    """Return what may be cited with the pack of an id or the name of a province."""
    wanted = find_province_id(pack)
    taken, _ = shelf.take(wanted)
    return shelf.take_citations(taken.below or wanted, taken.id if taken.below else "")


def _show(known: Citation, table: CitationTable, day: date, standard: str, language: str) -> CitationHit:
    successor = table.find(known.replaced_by)
    form = translate(MAYBE, language) if "replaced_by" in known.unverified else "{name}"
    return CitationHit(
        known.id,
        format_citation(known, standard, False),
        format_citation(known, standard, True),
        write_citation(known.id),
        translate(STATUS_WORDS[table.status_on(known, day)], language),
        form.format(name=name_citation(successor)) if successor else "",
        tuple(translate(words, language) for words in known.doubtful),
        known.source,
        known.gist or known.title or "",
    )


def list_tables(day: date, language: Language = "vi") -> tuple[ShownTable, ...]:
    """Return the tables of the program, until when each was looked over, and whether that bears a day."""
    return tuple(_show_tables(day, language))


def _show_tables(day: date, language: str) -> Iterator[ShownTable]:
    for age in list_ages().values():
        form = FOR_EVER if age.bears_until is None else STANDS if age.bears(day) else OLD
        words = translate(form, language).format(day=write_day(age.looked_over, language))
        yield ShownTable(translate(age.holds, language), age.looked_over.isoformat(), words)
