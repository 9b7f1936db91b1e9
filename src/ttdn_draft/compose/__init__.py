"""Composes new input files: a pack, its outlines and an order go in, the text of an input file comes out."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from ..asking import DoubtBook
from ..errors import Finding, has_errors
from ..knowledge.ages import find_known_day
from ..knowledge.citations import Citation, CitationTable
from ..knowledge.days.calendars import Almanac
from ..knowledge.pack import Pack
from ..knowledge.places.communes import FIRST_DAY
from ..knowledge.standards.profiles import has_profile
from ..knowledge.standards.spelling import PARTY, spell
from ..model import PartialDate, Reading
from .bases import Bases, choose_bases, find_year_guidance, settle_citations
from .days import REPORT, gather_days, tell_days
from .filling import fill_outline, fill_paragraphs
from .gathering import Packs, gather
from .head import write_end, write_start
from .input_text import write_input
from .order import Issuing, Order, find_issuing, tell_no_outline
from .outlines import Home, Outline, check_outlines, read_outline, read_paragraphs
from .served import COMMUNE_LEVEL, DISTRICT_LEVEL, PROVINCE_LEVEL
from .summary import Summary, Use, summarise
from .values import OutlineValues

__all__ = [
    "COMMUNE_LEVEL",
    "PROVINCE_LEVEL",
    "Home",
    "Order",
    "Outline",
    "OutlineValues",
    "Packs",
    "Summary",
    "Use",
    "check_outlines",
    "compose_input",
    "fill_outline",
    "fill_paragraphs",
    "find_issuing",
    "read_outline",
    "read_paragraphs",
    "summarise",
    "write_input",
]
FENCE_LINE = "---\n"
PERSON = "ho_ten:"  # whose name is spelt as its bearer spells it
YEAR_CLOSES = (12, 14)  # figures of a year are closed on 14 December (Nghị định số 09/2019/NĐ-CP)


def compose_input(
    order: Order, packs: Packs, homes: Sequence[Home], citations: CitationTable, almanac: Almanac
) -> Reading[str | None]:
    """Return the text of a new input file, or None and what forbids it.

    `homes` are those of the pack and of the packs under it: the first that has an outline of the kind for the level of
    the organ gives it, else the first that has one for provinces.
    Raises UsageError where the pack has no such organ or signer on the day, PackError where an outline fails.
    """
    pack = packs.own
    issuing = find_issuing(order, pack)
    level = issuing.unit.level
    outline, findings = _find_outline(homes, issuing.organ.standard, order.kind, level)
    paragraphs, more = _read_all_paragraphs(homes, level)
    if outline is None or has_errors([*findings, *more]):
        return Reading(None, (*findings, *more))
    province = issuing.unit.province.id
    dated = [*_doubt_day(order, issuing.organ.standard, outline.level), *tell_days(order, province, almanac, citations)]
    bases = Bases(choose_bases(outline.bases, citations, order.day), _find_guidance(order, issuing, citations))
    book = DoubtBook()
    days = gather_days(order, province, almanac, citations, book)
    values = fill_paragraphs(paragraphs, gather(order, packs, issuing, bases, days, book))
    _, head, body = fill_outline(outline, values).split(FENCE_LINE, 2)
    body = settle_citations(body, citations, order.day, issuing.organ.standard, book)
    return Reading(_join(order, pack, issuing, head, body, book), (*findings, *more, *dated))


def _find_guidance(order: Order, issuing: Issuing, citations: CitationTable) -> Citation | None:
    """Return the guidance of the centre that a Party body of a province carries out; others follow their own."""
    if issuing.organ.standard != PARTY or issuing.unit.level != PROVINCE_LEVEL:
        return None
    return find_year_guidance(citations, order.year, order.day)


def _doubt_day(order: Order, standard: str, level: str) -> Iterator[Finding]:
    """Yield what the day of a document makes doubtful: its standard, its outline, a report before its year is over."""
    day = order.issue_date or PartialDate(order.year).nearest_to(find_known_day())  # as the file will be looked up
    if not has_profile(standard, day):
        yield Finding("W654", facts={"day": day})
    if order.day < FIRST_DAY and level != DISTRICT_LEVEL:
        yield Finding("W652", facts={"since": FIRST_DAY, "day": order.day})
    if order.kind == REPORT and order.day < date(order.year, *YEAR_CLOSES):
        yield Finding("W653", facts={"year": order.year, "day": order.day})


def _read_all_paragraphs(homes: Sequence[Home], level: str) -> Reading[dict[str, Outline]]:
    """Return the local paragraphs of a level: those of a commune's pack, and for the rest those of its province's."""
    read = [read_paragraphs(home.folder, home.has_links, home.place(level)) for home in reversed(homes)]
    found = {name: paragraph for paragraphs, _ in read for name, paragraph in paragraphs.items()}
    return Reading(found, tuple(finding for _, findings in read for finding in findings))


def _find_outline(homes: Sequence[Home], standard: str, kind: str, level: str) -> Reading[Outline | None]:
    for wanted, home in product(dict.fromkeys((level, PROVINCE_LEVEL)), homes):
        outline, findings = read_outline(home.folder, standard, kind, home.has_links, home.place(wanted))
        if outline is not None or findings:
            return Reading(outline, findings)
    return Reading(None, (tell_no_outline(kind, standard),))


def _join(order: Order, pack: Pack, issuing: Issuing, head: str, body: str, book: DoubtBook) -> str:
    """Return the whole file: what is to be checked, the facts of pack and outline, then the text."""
    standard = issuing.organ.standard
    lines = [*write_start(order, pack, issuing, book), *head.splitlines(), *write_end(order, pack, issuing, book)]
    asked = book.write_block("\n".join([*lines, body]))
    spelt = [line if line.lstrip().startswith(PERSON) else spell(line, standard) for line in [*asked, *lines]]
    facts, text = "".join(f"{line}\n" for line in spelt), spell(body, standard).lstrip("\n")
    return "".join([FENCE_LINE, facts, FENCE_LINE, "\n", text])
