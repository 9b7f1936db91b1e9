"""The way of last year's document into another year: a file and an order go in, a draft and all that changed come out.

Three steps, each of which writes edits into one ledger: what follows from the year; what the check says of the result
on the new day and did not say of the old one; and the list of what stays though it looks like last year's.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from .check import Manuscript
from .check.fixing import find_edit
from .check.locating import find_stretch, locate
from .compose import Order, find_issuing, write_input
from .compose.roll import (
    Change,
    Edit,
    Kept,
    LastYear,
    Ledger,
    Placed,
    Writer,
    check_issuer,
    check_roll,
    find_ended_issuer,
    find_own_organ,
    find_year,
    list_edits,
    list_leftovers,
    renew_head,
    renew_issuer,
    renew_names,
    tell_days_off,
)
from .errors import Finding, InputError, Place, sort_findings
from .knowledge.pack import Pack
from .knowledge.places.provinces import find_newest, find_province_id
from .mentions.home import Seat
from .model import Source
from .model.marks import write_gap
from .model.mentions import Mention, Stretch
from .packs import PackShelf
from .pipeline import Checked, check_text, take_pack
from .read import read_source
from .yaml_nodes import KEY

MARKDOWN = "md"
MOST_ROUNDS = 3  # in which the check looks at what was changed
FORMER = frozenset(
    {"district-ended", "district-level-general", "province-ended", "ministry-renamed", "party-body-renamed"}
    | {"commune-name", "citation-replaced", "congress-term"}
)
"""The rules on what is no more: where none says what stands in its place, a gap asks for it."""
NOW_FACTS = ("newer", "now", "parts", "right")


@dataclass(frozen=True)
class PlacedChange:
    """A change, and where its words stand in the file of last year."""

    change: Change
    place: Place


@dataclass(frozen=True)
class Rolled:
    """A draft for a new year: its text, that of last year, every change, what stays, and the check of the draft."""

    text: str
    old_text: str
    old: int
    changes: tuple[PlacedChange, ...]
    left: tuple[Finding, ...]
    checked: Checked


def roll_file(path: Path, order: Order, shelf: PackShelf, asked: str = "") -> Rolled:
    """Return last year's document in a file as that of the year of an order.

    `asked` is the province of the body that issues now, where that is said. Raises UsageError where the document can
    not become that, InputError where it can not be read.
    """
    origin = read_source(path, shelf.plugins.readers)
    first = _check(_write_markdown(origin), path, shelf)
    text, source = _take(first)
    place = Place(str(path))
    old = find_year(text.draft, text.mentions, place)
    check_roll(order.kind, order.year, text.draft, old, place)
    ledger, last = Ledger(source.raw), _gather(text, old, order, shelf, path.parent)
    writer = Writer(source, lambda mention: _find(source, mention))
    lost = writer.write(_list_edits(last, order, shelf, asked, place), ledger)
    former = find_ended_issuer(text.mentions, order.day) if asked else None
    last = replace(last, former_kind=former.kind if former else "")
    told = [_tell(kept, text, source) for kept in lost]
    checked = _renew_by_rules(ledger, first, path, shelf, last)
    left = _list_left(ledger, checked, first, last)
    changes = tuple(_place(change, source, origin) for change in ledger.changes)
    return Rolled(ledger.text, source.raw, old, changes, sort_findings([*told, *left]), checked)


def _list_edits(last: LastYear, order: Order, shelf: PackShelf, asked: str, place: Place) -> list[Edit]:
    """Return what follows from the year, and from another issuer where one is asked for."""
    if not asked:
        check_issuer(last.mentions, order.day, place)
        organ = find_own_organ(last.draft, last.pack, order.day)
        return [*renew_head(last, order.issue_date), *renew_names(last, organ), *list_edits(last, organ)]
    order = replace(order, standard=last.draft.standard)
    pack = take_pack(order, find_province_id(asked), shelf).value
    issuing = find_issuing(order, pack)
    last = replace(last, pack=pack, home=Seat(find_newest(pack.province)))
    return [*renew_head(last, order.issue_date), *renew_issuer(last, order, pack, issuing), *list_edits(last, None, issuing)]


def _take(checked: Checked) -> tuple[Manuscript, Source]:
    """Return a document as it was read; raises InputError where it can not be."""
    if checked.failure:
        raise checked.failure
    if checked.manuscript is None or checked.source is None:
        raise InputError.of(checked.findings)
    return checked.manuscript, checked.source


def _gather(text: Manuscript, old: int, order: Order, shelf: PackShelf, near: Path) -> LastYear:
    known = {cited.mention: cited.known for cited in text.cited if cited.known}
    grounds = text.grounds
    pack = _find_pack(text, order.day, shelf, near)
    return LastYear(
        text.draft,
        text.mentions,
        text.home,
        old,
        order.year,
        order.day,
        known,
        grounds.citations,
        lambda: grounds.almanac,
        pack,
    )


def _find_pack(text: Manuscript, day: date, shelf: PackShelf, near: Path) -> Pack | None:
    """Return the pack of the province of a document; nothing where no province is known."""
    wanted = text.draft.pack or text.home.province
    return shelf.load(wanted, near, Place(), day).value if wanted else None


def _find(source: Source, mention: Mention) -> Stretch | None:
    passage = mention.passage
    return find_stretch(source, passage.path, mention.words, mention.start, passage.text)


def _tell(kept: Kept, text: Manuscript, source: Source) -> Finding:
    passage = kept.passage
    return replace(kept.reason, place=locate(source, passage.path, kept.words, kept.start, text.text_of(passage.path)))


def _check(text: str, path: Path, shelf: PackShelf) -> Checked:
    return check_text(text, MARKDOWN, shelf, str(path), path.parent)


def _write_markdown(origin: Source) -> str:
    """Return the text of a source as a .md file: as it is, or made of its data; raises InputError where none is."""
    if Path(origin.file).suffix.lower() == f".{MARKDOWN}":
        return origin.raw
    if not isinstance(origin.data, dict):
        raise InputError.of(origin.findings)
    return write_input(origin.data)


def _place(change: Change, source: Source, origin: Source) -> PlacedChange:
    """Return a change with the place of its words in the file of last year: the line, or the paragraph of a Word file."""
    line = bisect_right(source.line_starts, change.start)
    spot = (line, change.start - source.line_starts[line - 1] + 1)
    nodes = [(place, path) for path, place in source.positions.items() if place <= spot and path[-1:] != (KEY,)]
    path = max(nodes, key=lambda node: (node[0], len(node[1])), default=(spot, ()))[1]
    place = origin.place(path)
    return PlacedChange(change, replace(place, line=line, column=spot[1]) if origin.raw == source.raw else place)


def _renew_by_rules(ledger: Ledger, first: Checked, path: Path, shelf: PackShelf, last: LastYear) -> Checked:
    """Return the check of a draft in which everything was mended that is wrong only since the new day."""
    checked = _check(ledger.text, path, shelf)
    for _ in range(MOST_ROUNDS):
        text, source = _take(checked)
        edits = list(_list_mendings(_list_new(checked, first), source, last))
        if not edits:
            break
        Writer(source, lambda mention, source=source: _find(source, mention)).write(edits, ledger)
        checked = _check(ledger.text, path, shelf)
    return checked


def _list_new(checked: Checked, first: Checked) -> list[Finding]:
    """Return what is told of a draft and was not told of last year's document."""
    known = {(finding.id, finding.words) for finding in first.findings}
    return [f for f in checked.findings if f.message and (f.id, f.words) not in known]


def _list_mendings(findings: Iterable[Finding], source: Source, last: LastYear) -> Iterator[Placed]:
    """Yield the words that findings offer, and gaps where something is no more and nobody says what is."""
    for finding in findings:
        if edit := find_edit(source, finding):
            yield Placed(*edit, (finding,))
        elif finding.id in FORMER and finding.words:
            start = source.line_starts[finding.place.line - 1] + finding.place.column - 1
            if source.raw.startswith(finding.words, start):
                yield Placed(start, start + len(finding.words), _write_gap(finding, last), (finding,))


def _write_gap(finding: Finding, last: LastYear) -> str:
    now = next((str(finding.facts[name]) for name in NOW_FACTS if finding.facts.get(name)), "")
    wanted = f"tên hiện nay{f', xem: {now}' if now else ''}".replace("[", "(").replace("]", ")")
    return write_gap(f"{wanted} — năm {last.old}: {finding.words}")


def _list_left(ledger: Ledger, checked: Checked, first: Checked, last: LastYear) -> Iterator[Finding]:
    """Yield what stays in a draft though it looks like last year's, and deadlines on days off."""
    text, source = _take(checked)
    spans = [(change.at, change.at + len(change.after)) for change in ledger.changes]
    now = replace(last, draft=text.draft, mentions=text.mentions)
    for kept in list_leftovers(now):
        span = _find(source, kept)
        if span is None or not any(start < span[1] and span[0] < end for start, end in spans):
            yield _tell(kept, text, source)
    for limit, finding in tell_days_off(text.mentions.deadlines, last.read_almanac(), last.home.province):
        yield _tell(Kept(limit.passage, limit.start, limit.end, finding), text, source)
    kept = {"noi_nhan": text.draft.recipients, "lien_he": text.draft.contact, "nguoi_soan": text.draft.drafter}
    for key, value in kept.items():
        if value:
            yield Finding("N876", source.place((key,)), {"old": last.old, "key": key})
    yield from _list_new(checked, first)
