"""What a screen shows beside a text: plans, pages, roll-overs, Word files, citations, tables, as plain values.

Nothing is worked out here, as in `values`.
"""

from typing import Literal, TypeAlias

from ..records import dataclass
from .values import DropKind, ShownLevel

Certainty: TypeAlias = Literal["sure", "unsure", "missing"]
RollState: TypeAlias = Literal["changed", "open", "left"]


@dataclass(frozen=True)
class PlanRow:
    """Something that a new text would use: what it is, its words, how sure it is, and on what it rests."""

    label: str
    value: str
    certainty: Certainty
    source: str = ""


@dataclass(frozen=True)
class ComposePlan:
    """What a new text would use, without one being made; `name` is that of its file, `questions` how many it asks."""

    rows: tuple[PlanRow, ...]
    name: str
    questions: int = 0
    day: str = ""


@dataclass(frozen=True)
class OfferedName:
    """Something that may be chosen by its id, under the name that people know it by."""

    id: str
    name: str
    group: str = ""


@dataclass(frozen=True)
class OrderChoices:
    """What may be chosen for a new text; communes, organs and signers are those of the province on the day."""

    kinds: tuple[OfferedName, ...]
    systems: tuple[OfferedName, ...]
    provinces: tuple[OfferedName, ...]
    communes: tuple[OfferedName, ...] = ()
    organs: tuple[OfferedName, ...] = ()
    signers: tuple[OfferedName, ...] = ()


@dataclass(frozen=True)
class PageImage:
    """A printed page: a PNG, and its size in mm."""

    image: bytes
    width_mm: float
    height_mm: float


@dataclass(frozen=True)
class BlockSpot:
    """Where a block begins in print: the page, from 1, and how far down, as a share of its height."""

    block: int
    page: int
    y: float


@dataclass(frozen=True)
class PrintedLine:
    """A paragraph of the Word file in its order, and the block that it comes from (-1: head and foot)."""

    block: int
    text: str


@dataclass(frozen=True)
class DrawnPages:
    """The pages of a text and where its blocks stand on them; without an engine the lines of its Word file instead."""

    pages: tuple[PageImage, ...]
    spots: tuple[BlockSpot, ...]
    engine: str
    lines: tuple[PrintedLine, ...] = ()


@dataclass(frozen=True)
class RollRow:
    """A change of a rolled text: where, the words before and after with those around them, why, and on what it rests.

    `state` is "changed" where nothing has to be asked, "open" where it waits for an answer, "left" where nothing was
    changed though it looks like last year's. From `start` to `end` of last year's text `written` is put in; of what is
    left these are places of the new text. `drop` is what may be taken out altogether: the line of a day, or the
    sentence of what is left; those with the same `drop_at` go together. `settled` is how `after` reads once a person
    has said that its one doubt is right; empty where there is no such doubt.
    """

    id: str
    group: str
    place: str
    before: str
    after: str
    why: str
    source: str
    state: RollState
    lead: str = ""
    tail: str = ""
    start: int = 0
    end: int = 0
    written: str = ""
    drop: DropKind = ""
    drop_at: int = -1
    settled: str = ""


@dataclass(frozen=True)
class RolledText:
    """Last year's text as that of another year, with every change; `old` and `new` are the years."""

    text: str
    old_text: str
    old: int
    new: int
    name: str
    changes: tuple[RollRow, ...]


@dataclass(frozen=True)
class SeenLine:
    """A paragraph of a Word file in the order of a reader: its zone, its words, the numbers of the findings in it.

    `label` is the number that Word counts before it.
    """

    id: int
    zone: str
    text: str
    findings: tuple[int, ...]
    label: str = ""


@dataclass(frozen=True)
class WordFinding:
    """A finding in a Word file: as in a text; `line` is the number of the paragraph (-1: none).

    One that `is_safe` is mended by `check --fix` too; what else is fixable a person has to choose.
    """

    id: str
    level: ShownLevel
    title: str
    remedy: str
    clause: str
    line: int
    start: int
    end: int
    fixable: bool
    label: str = ""
    is_safe: bool = False


@dataclass(frozen=True)
class WordLook:
    """All that a screen shows of a Word file."""

    lines: tuple[SeenLine, ...]
    findings: tuple[WordFinding, ...]


@dataclass(frozen=True)
class CitationHit:
    """A document that may be cited: how the Party and the State cite it, shortly, its mark, its state on the day."""

    id: str
    sentence: str
    state_sentence: str
    short: str
    mark: str
    state: str
    successor: str
    doubts: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class ShownTable:
    """A table of the program: its name, until when it was looked over, and that in words."""

    name: str
    checked: str
    age_text: str
