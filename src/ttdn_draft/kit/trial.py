"""Tries a pack: it and a day go in, a document of each organ and kind is drafted, and what fails comes out."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import date

from ..compose import Order, Outline, read_paragraphs
from ..compose.outlines import LEVELS_OF_OUTLINES
from ..compose.sampling import fill_sample
from ..composing import compose_file
from ..errors import Cause, Finding, InputError, Place, TtdnError, has_errors, sort_findings
from ..knowledge.pack import PACK_FILE, Organ, Pack
from ..knowledge.standards.profiles import find_profile
from ..packs import PackShelf
from ..packs.found import FoundPack
from ..pipeline import check_text, render_checked
from ..records import dataclass

AROUND_PARAGRAPH = """---
loai: huong-dan
the_thuc: dang
tinh: {pack}
co_quan: {{ten: BAN MẪU, ky_hieu: BM}}
dia_danh: Mẫu
trich_yeu: đoạn riêng
noi_nhan: [Tỉnh uỷ]
luu: Ban
ky: {{chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn A}}
du_thao: 1
---
# Nội dung

1. Đoạn riêng:

"""


@dataclass(frozen=True)
class Sample:
    """A document as `new` drafts it with a pack: the input file, the Word file, and the lines that this prints."""

    text: str
    docx: bytes
    lines: tuple[str, ...]


def try_pack(found: FoundPack, shelf: PackShelf, day: date) -> tuple[Finding, ...]:
    """Return what fails in a local paragraph or, where none does, when each organ drafts each kind on a day.

    An organ that has no name on the day is tried on the nearest one on which it has; kinds without an outline are not.
    """
    if wrong := [
        finding for paragraph in _list_paragraphs(found) for finding in _try_paragraph(found, shelf, paragraph)
    ]:
        return sort_findings(wrong)
    pack, _ = shelf.take(found.id)
    organs = [] if pack.is_whole_country else pack.list_organs()
    orders = (order for organ in organs for order in _list_orders(organ, _choose_time(pack, day)))
    alike: dict[Hashable, list[_Failure]] = {}
    for failure in (failure for order in orders for failure in _try(found, shelf, order)):
        alike.setdefault(failure.cause, []).append(failure)
    return sort_findings(finding for failures in alike.values() for finding in _tell(found, failures))


def _choose_time(pack: Pack, day: date) -> date:
    """Return the day, or the nearest one on which the commune of a pack is there."""
    period = pack.commune.period if pack.commune else None
    return min(max(day, period.first_day), period.last_day) if period else day


def make_sample(found: FoundPack, shelf: PackShelf, order: Order) -> Sample:
    """Return a document drafted with a pack; raises TtdnError where that fails."""
    from ..word.lines import read_lines

    text, _ = compose_file(order, found.id, shelf)
    docx = render_checked(check_text(text, "md", shelf, f"{order.kind}-{order.organ or found.id}.md"))
    return Sample(text, docx, read_lines(docx))


@dataclass(frozen=True)
class _Failure:
    """A document that could not be made; those with an equal cause are told once."""

    order: Order
    findings: tuple[Finding, ...]
    cause: Hashable


def _list_paragraphs(found: FoundPack) -> list[Outline]:
    read = [read_paragraphs(found.folder, bool(found.origin), level)[0] for level in LEVELS_OF_OUTLINES]
    return [paragraph for paragraphs in read for paragraph in paragraphs.values()]


def _try_paragraph(found: FoundPack, shelf: PackShelf, paragraph: Outline) -> Iterator[Finding]:
    """Yield the errors of a local paragraph that stands alone in a document, with the lines of its own file."""
    head, (text, lines) = AROUND_PARAGRAPH.format(pack=found.id), fill_sample(paragraph)
    above = head.count("\n")
    for finding in check_text(head + text, "md", shelf, paragraph.file).findings:
        line = finding.place.line - above
        if has_errors([finding]) and 0 < line <= len(lines):
            yield replace(finding, place=Place(paragraph.file, lines[line - 1]))


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


def _try(found: FoundPack, shelf: PackShelf, order: Order) -> Iterator[_Failure]:
    try:
        make_sample(found, shelf, order)
    except TtdnError as error:
        wrong = tuple(finding for finding in error.findings if has_errors([finding]))
        if wrong[0].cause is not Cause.NO_OUTLINE:
            yield _Failure(order, wrong, _find_cause(wrong, _compose_lines(found, shelf, order)))


def _compose_lines(found: FoundPack, shelf: PackShelf, order: Order) -> list[str]:
    """Return the lines of a document that failed; none where not even its text can be composed."""
    try:
        return compose_file(order, found.id, shelf)[0].split("\n")
    except TtdnError:
        return []


def _find_cause(wrong: tuple[Finding, ...], lines: list[str]) -> Hashable:
    """Return what makes failures equal: ids, facts and the words of the lines, which stand elsewhere in each file."""
    texts = (lines[f.place.line - 1] if 0 < f.place.line <= len(lines) else f.place for f in wrong)
    facts = (tuple(sorted((key, str(value)) for key, value in f.facts.items())) for f in wrong)
    return tuple(zip((f.id for f in wrong), texts, facts, strict=True))


def _tell(found: FoundPack, failures: list[_Failure]) -> Iterator[Finding]:
    order, wrong = failures[0].order, failures[0].findings
    facts = {"kind": order.kind, "organ": order.organ, "day": order.day, "year": order.year, "pack": found.id}
    place = Place(str(found.folder / PACK_FILE))
    yield Finding("E686", place, {**facts, "count": len(wrong), "documents": len(failures)})
    yield from wrong
