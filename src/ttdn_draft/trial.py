"""Tries a pack: it and a day go in, a document of each organ and kind is drafted, and what fails comes out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from .compose import Order
from .errors import Finding, InputError, Place, TtdnError, has_errors, sort_findings
from .knowledge.pack import FILE, Organ
from .knowledge.profiles import find_profile
from .pipeline import Checked, check_file, compose_file, render_checked
from .plugins import PackShelf
from .plugins.packs import FoundPack

NO_OUTLINE = "E637"


@dataclass(frozen=True)
class Sample:
    """A document as `new` drafts it with a pack: the input file, the Word file, and the lines that this prints."""

    text: str
    docx: bytes
    lines: tuple[str, ...]


def try_pack(found: FoundPack, shelf: PackShelf, day: date) -> tuple[Finding, ...]:
    """Return what fails when a document of each organ and kind is drafted on a day.

    An organ that has no name on the day is tried on the nearest one on which it has; kinds without an outline are not.
    """
    pack, _ = shelf.take(found.id)
    organs = [] if pack.is_whole_country else pack.organs.values()
    orders = (order for organ in organs for order in _list_orders(organ, day))
    return sort_findings(finding for order in orders for finding in _try(found, shelf, order))


def make_sample(found: FoundPack, shelf: PackShelf, order: Order) -> Sample:
    """Return a document drafted with a pack; raises TtdnError where that fails."""
    from .render import read_lines

    text, _ = compose_file(order, found.id, shelf)
    docx = render_checked(_check(text, f"{order.kind}-{order.organ or found.id}.md", shelf))
    return Sample(text, docx, read_lines(docx))


def _list_orders(organ: Organ, day: date) -> Iterator[Order]:
    chosen = _choose_day(organ, day)
    for kind in _list_kinds(organ.standard, chosen):
        yield Order(kind, chosen.year, chosen, chosen, organ.standard, organ.id)


def _choose_day(organ: Organ, day: date) -> date:
    """Return the day on which an organ has a name that lies nearest to the one that is asked for."""
    periods = [name.period for name in organ.names]
    days = [min(max(day, period.first_day), period.last_day) for period in periods]
    return min(days, key=lambda d: abs(d - day), default=day)


def _list_kinds(standard: str, day: date) -> list[str]:
    """Return the kinds of the profile of a day; none where no standard of that time is known."""
    try:
        return sorted(find_profile(standard, day, None, "", Place()).kinds)
    except InputError:
        return []


def _try(found: FoundPack, shelf: PackShelf, order: Order) -> Iterator[Finding]:
    try:
        make_sample(found, shelf, order)
    except TtdnError as error:
        wrong = [finding for finding in error.findings if has_errors([finding])]
        if wrong[0].id == NO_OUTLINE:
            return
        facts = {"kind": order.kind, "organ": order.organ, "day": order.day, "year": order.year}
        yield Finding("E686", Place(str(found.folder / FILE)), {**facts, "pack": found.id, "count": len(wrong)})
        yield from wrong


def _check(text: str, name: str, shelf: PackShelf) -> Checked:
    """Return a text after the checks of an input file, with findings that call it by a name."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_text(text, encoding="utf-8")
        checked = check_file(file, shelf)
    findings = [replace(f, place=replace(f.place, file=name)) if f.place.file else f for f in checked.findings]
    return replace(checked, file=name, findings=tuple(findings))
