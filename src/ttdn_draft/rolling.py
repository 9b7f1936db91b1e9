"""The way of last year's document into another year: a file and an order go in, a draft and all that changed come out.

Three steps, each of which writes edits into one ledger: what follows from the year; what the check says of the result
on the new day and did not say of the old document; and the list of what stays though it looks like last year's.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from .check import Manuscript
from .check.aligning import find_typed
from .check.fixing import find_edit
from .check.locating import locate
from .compose import Order, find_issuing, write_input
from .compose.input_text import is_plain_table
from .compose.roll import (
    Change,
    Kept,
    LastYear,
    Ledger,
    PlacedEdit,
    RollEdit,
    Writer,
    check_issuer,
    check_roll,
    find_ended_issuer,
    find_own_organ,
    find_year,
    list_edits,
    list_leftovers,
    renew_columns,
    renew_head,
    renew_issuer,
    renew_names,
    tell_days_off,
    tell_unwritten,
    write_out_doubts,
)
from .compose.roll.years import YEAR_FIGURES
from .errors import Finding, InputError, Place, sort_findings
from .knowledge.citations import STATUS_WORDS, Citation, CitationTable, Status
from .knowledge.days.calendars import Almanac
from .knowledge.pack import Pack
from .knowledge.places.provinces import find_newest, find_province_id
from .mentions.citations import DocumentMention
from .mentions.home import Seat
from .messages import N_
from .model import Source
from .model.marks import DASH, find_pending, neutralise, write_doubt, write_gap
from .model.mentions import Stretch
from .model.open_words import NAME_KNOWN, NAME_NOW, OLD_WORDS
from .packs import PackShelf
from .packs.calendars import load_almanac
from .packs.laying import take_pack
from .patterns import regex
from .pipeline import Checked, check_text
from .read import lend_kind
from .records import dataclass
from .word_inputs import read_any
from .yaml_nodes import KEY, UNKNOWN_KEY, NodePath, format_path

MARKDOWN = "md"
MOST_ROUNDS = 3  # in which the check looks at what was changed
FORMER = frozenset(
    {"district-ended", "district-level-general", "province-ended", "ministry-renamed", "party-body-renamed"}
    | {"commune-name", "citation-replaced", "congress-term"}
)
"""The rules on what is no more: where none says what stands in its place, a gap asks for it."""
UNREAD = N_("năm ở chỗ không phải câu chữ của văn bản")
DAY_OFF_RULE = "deadline-day-off"  # which knows weekends alone
COUNT_RULE = "anniversary-count"  # which takes the year from the day where no subject names one
LINE_MARKS = regex(r"[ \t]*(?:(?:[-+*#]+|\d+\.|[a-z_]+:)\s+)*[\"'*]*")
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
    told: tuple[Finding, ...] = ()  # of how a file that is no Markdown was read


@dataclass(frozen=True)
class Request:
    """What is asked for: an order; the province of who issues now and the year of the old file, where they are said."""

    order: Order
    province: str = ""
    old: int | None = None


def roll_file(path: Path, request: Request, shelf: PackShelf) -> Rolled:
    """Return last year's document in a file as that of another year.

    Raises UsageError where it can not become that, InputError where it can not be read.
    """
    origin, is_strange = lend_kind(read_any(path, shelf), shelf.plugins.kinds)
    if is_strange or not isinstance(origin.data, dict):
        raise InputError.of(origin.findings or [Finding("E117", Place(str(path), 1))])
    return _Roll(origin, path, request, shelf).roll()


class _Roll:
    """The roll-over of one file."""

    def __init__(self, origin: Source, path: Path, request: Request, shelf: PackShelf) -> None:
        self.origin, self.path, self.request, self.order, self.shelf = origin, path, request, request.order, shelf
        self.first = self._check(_write_markdown(origin))
        text, self.typed = _take(self.first)  # as it was, or as an input is made of it
        self.old = request.old or find_year(text.draft, text.mentions, Place(str(path)))
        check_roll(self.order.kind, self.order.year, text.draft, self.old, Place(str(path)))
        self.ledger = Ledger(self.typed.raw)
        asked = list(write_out_doubts(text.draft, self.typed.raw, self.old))
        _make_writer(self.typed).write(asked, self.ledger)
        self.text, self.source = _take(self._check(self.ledger.text)) if asked else (text, self.typed)
        self.last = self._gather()

    def roll(self) -> Rolled:
        lost = _make_writer(self.source).write(self._list_edits(), self.ledger)
        told = [finding for edit in lost if (finding := self._tell_unwritten(edit))]
        checked = self._renew_by_rules()
        left = sort_findings([*told, *self._list_left(checked)])
        changes = tuple(self._place(change) for change in self.ledger.changes)
        read = () if self.origin.raw == self.typed.raw else self.origin.findings
        return Rolled(self.ledger.text, self.typed.raw, self.old, changes, left, checked, read)

    def _tell_unwritten(self, edit: RollEdit) -> Finding | None:
        """Return what is said of an edit that could not be written; nothing of one in a file of data."""
        path, words, finding = tell_unwritten(edit)
        if words:
            finding = _tell(Kept(words.passage, words.start, words.end, finding), self.text, self.source)
        else:
            finding = replace(finding, place=self.source.place(path))
        return finding if finding.place.file == self.source.file else None

    def _check(self, text: str) -> Checked:
        return check_text(text, MARKDOWN, self.shelf, str(self.path), self.path.parent)

    def _gather(self) -> LastYear:
        text, order = self.text, self.order
        former = find_ended_issuer(text.mentions, order.day) if self.request.province else None
        return LastYear(
            text.draft,
            text.mentions,
            text.home,
            self.old,
            order.year,
            order.day,
            _list_known(text),
            self._load_citations(),
            self._load_almanac,
            self._find_pack(),
            former.kind if former else "",
        )

    @property
    def _province(self) -> str:
        """Return the pack or the province of who issues; nothing where none is known."""
        asked = find_province_id(self.request.province) if self.request.province else ""
        return asked or self.text.draft.pack or self.text.home.province

    def _find_pack(self) -> Pack | None:
        wanted = self._province
        return self.shelf.load(wanted, self.path.parent, Place(), self.order.day).value if wanted else None

    def _load_citations(self) -> CitationTable:
        """Return the documents that are known where a document is issued."""
        wanted = self._province
        own = self.shelf.load_citations(wanted, self.path.parent, Place()).value if wanted else None
        return own or self.text.grounds.citations

    def _load_almanac(self) -> Almanac:
        """Return the calendars of the country and of the province."""
        return load_almanac(self.shelf, self._province or None, self.path.parent, Place()).value

    def _list_edits(self) -> list[RollEdit]:
        """Return what follows from the year, and from another issuer where one is asked for."""
        last = self.last
        head = [*renew_head(last, self.order.issue_date), *renew_columns(last, self.source.data)]
        if not self.request.province:
            check_issuer(last.mentions, self.order.day, Place(str(self.path)))
            organ = find_own_organ(last.draft, last.pack, self.order.day)
            return [*head, *renew_names(last, organ), *list_edits(last, organ)]
        order = replace(self.order, standard=last.draft.standard)
        wanted = find_province_id(self.request.province)
        pack = take_pack(self.shelf, wanted, order.commune, order.day).value
        issuing = find_issuing(order, pack)
        last = replace(last, pack=pack, home=Seat(find_newest(pack.province)))
        return [*head, *renew_issuer(last, order, pack, issuing), *list_edits(last, None, issuing)]

    def _renew_by_rules(self) -> Checked:
        """Return the check of a draft in which everything was mended that is wrong only since the new day."""
        checked, done = self._check(self.ledger.text), set[tuple[str, str]]()
        for _ in range(MOST_ROUNDS):
            _, source = _take(checked)
            new = [finding for finding in self._list_new(checked) if (finding.id, finding.words) not in done]
            done |= {(finding.id, finding.words) for finding in new}
            edits = list(_list_mendings(new, source, self.last))
            if not edits:
                break
            _make_writer(source).write(edits, self.ledger)
            checked = self._check(self.ledger.text)
        return checked

    def _list_new(self, checked: Checked) -> list[Finding]:
        """Return what rules say of a draft and did not say of last year's document."""
        known = {(finding.id, finding.words) for finding in self.first.findings}
        found = (f for f in checked.findings if f.message and (f.id, f.words) not in known)
        return [f for f in found if not (f.id == COUNT_RULE and f.facts.get("year") != self.order.year)]

    def _list_left(self, checked: Checked) -> Iterator[Finding]:
        """Yield what stays in a draft though it looks like last year's, and deadlines on days off."""
        text, source = _take(checked)
        seen = [(change.at, change.at + len(change.after)) for change in self.ledger.changes]
        changed = tuple(seen)
        now = replace(self.last, draft=text.draft, mentions=text.mentions, known=_list_known(text))
        for kept in list_leftovers(now):
            span = find_typed(source, kept)
            if span is None or not any(start < span[1] and span[0] < end for start, end in changed):
                yield _tell(kept, text, source)
                seen += [span] if span else []
        yield from self._list_unread_years(source, seen)
        for path, file in source.data_files.items():
            facts = {"old": self.last.old, "key": f"{format_path(path)} ({file})"}
            yield Finding("N876", source.place(path[:1]), facts)
        limits = tell_days_off(text.mentions.deadlines, self.last.read_almanac(), self.last.home.province)
        days_off = [_tell(kept, text, source) for kept in limits]
        yield from days_off
        lists = {"noi_nhan": text.draft.recipients, "lien_he": text.draft.contact, "nguoi_soan": text.draft.drafter}
        for key in (key for key, value in lists.items() if value):
            yield Finding("N876", source.place((key,)), {"old": self.last.old, "key": key})
        told = {finding.place for finding in days_off}
        yield from (f for f in self._list_new(checked) if not (f.id == DAY_OFF_RULE and f.place in told))

    def _list_unread_years(self, source: Source, seen: Iterable[Stretch]) -> Iterator[Finding]:
        """Yield the years that stand where no sentence is read: in remarks, links, keys that are not printed."""
        told = [*seen]
        for found in YEAR_FIGURES.finditer(source.raw):
            is_told = any(start <= found.start() < end for start, end in told)
            if self.last.may_be_old(int(found[0])) and not is_told:
                line = bisect_right(source.line_starts, found.start())
                place = Place(source.file, line, found.start() - source.line_starts[line - 1] + 1)
                facts = {"words": found[0], "why": UNREAD, "year": self.last.new}
                yield Finding("N872", place, facts)

    def _place(self, change: Change) -> PlacedChange:
        """Return a change with its place in last year's file: line and column, or the paragraph of a Word file."""
        line = bisect_right(self.typed.line_starts, change.start)
        spot = (line, change.start - self.typed.line_starts[line - 1] + 1)
        nodes = ((at, path[:-1] if path[-1:] == (KEY,) else path) for path, at in self.typed.positions.items())
        before = [node for node in nodes if node[0] <= spot] if change.before else []
        path = max(before, key=lambda node: (node[0], len(node[1])), default=(spot, ()))[1]
        place = self.origin.place(_find_in_origin(path, self.origin))
        is_same = self.origin.raw == self.typed.raw
        return PlacedChange(change, replace(place, line=line, column=spot[1]) if is_same else place)


def _find_in_origin(path: NodePath, origin: Source) -> NodePath:
    """Return where a table that got a name stands in the data of which an input was made."""
    if path[:1] != ("bang",) or path[:2] in origin.positions or len(path) < 2:
        return path
    annexes = origin.data.get("phu_luc") or []
    bodies = [("noi_dung",), *(("phu_luc", at, "noi_dung") for at in range(len(annexes)))]
    wide = [at for body in bodies for at in _list_wide_tables(_value_at(origin.data, body), body)]
    number = int(str(path[1]).rpartition("-")[2]) - 1
    return (*wide[number], *path[2:]) if number < len(wide) else path


def _value_at(data: Any, path: NodePath) -> Any:
    for step in path:
        data = data[step] if not isinstance(data, dict) or step in data else None
    return data


def _list_wide_tables(blocks: Any, path: NodePath) -> Iterator[NodePath]:
    """Yield where the tables stand that Markdown can not write, in the order in which they get names."""
    for at, block in enumerate(blocks if isinstance(blocks, list) else ()):
        if isinstance(table := block.get("bang"), dict) and not is_plain_table(table):
            yield (*path, at, "bang")
        yield from _list_wide_tables(block.get("noi_dung"), (*path, at, "noi_dung"))


def _write_markdown(origin: Source) -> str:
    """Return the text of a source as a .md file: as it is, or made of its data; raises InputError where none is."""
    if Path(origin.file).suffix.lower() == f".{MARKDOWN}":
        return origin.raw
    if not isinstance(origin.data, dict):
        raise InputError.of(origin.findings)
    return write_input(origin.data)


def _take(checked: Checked) -> tuple[Manuscript, Source]:
    """Return a document as it was read; raises InputError where it can not be."""
    if checked.failure:
        raise checked.failure
    is_unsure = checked.source is not None and any(UNKNOWN_KEY in path for path in checked.source.positions)
    if checked.manuscript is None or checked.source is None or is_unsure:
        raise InputError.of(checked.findings)
    return checked.manuscript, checked.source


def _list_known(text: Manuscript) -> dict[DocumentMention, Citation]:
    return {cited.mention: cited.known for cited in text.cited if cited.known}


def _make_writer(source: Source) -> Writer:
    return Writer(source, lambda mention: find_typed(source, mention))


def _tell(kept: Kept, text: Manuscript, source: Source) -> Finding:
    passage = kept.passage
    return replace(kept.reason, place=locate(source, passage.path, kept.words, kept.start, text.text_of(passage.path)))


def _list_mendings(findings: Iterable[Finding], source: Source, last: LastYear) -> Iterator[PlacedEdit]:
    """Yield the words that findings offer, and gaps where something is no more and nobody says what is.

    What stands in a mark is asked already: a gap inside it would end the mark too soon.
    """
    asked = [(mark.start, mark.end) for mark in find_pending(source.raw)]
    for finding in findings:
        if edit := find_edit(source, finding):
            yield PlacedEdit(*edit, (finding,))
        elif finding.id in FORMER and finding.words:
            start = source.line_starts[finding.place.line - 1] + finding.place.column - 1
            is_asked = any(first <= start < last for first, last in asked)
            if source.raw.startswith(finding.words, start) and not is_asked:
                mark = _write_mark(finding, last, is_first=_begins_line(source.raw, start))
                yield PlacedEdit(start, start + len(finding.words), mark, (finding,))


def _begins_line(text: str, at: int) -> bool:
    """Tell whether words are the first of their line, behind its marks or its key."""
    return LINE_MARKS.fullmatch(text, text.rfind("\n", 0, at) + 1, at) is not None


def _write_mark(finding: Finding, last: LastYear, *, is_first: bool) -> str:
    """Return a gap with the old words and the name of now, as the first words of a line have it; else a doubt."""
    if finding.facts.get("status") == STATUS_WORDS[Status.UNCLEAR]:
        return write_doubt(finding.words, finding.describe()[0])
    now = next((str(finding.facts[name]) for name in NOW_FACTS if finding.facts.get(name)), "")
    shown = now[:1].upper() + now[1:] if is_first else now
    wanted = neutralise(NAME_KNOWN.format(now=shown) if now else NAME_NOW)
    was = OLD_WORDS.format(old=last.old, words=neutralise(finding.words))
    return write_gap(f"{wanted}{DASH}{was}")
