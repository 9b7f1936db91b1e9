"""What a screen shows of a text and of its surroundings, as plain values; all places count characters of the text.

Nothing is worked out here: the functions of `ttdn_draft.api` make these, and `dataclasses.asdict` writes them as data.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

BlockKind: TypeAlias = Literal["heading", "paragraph", "item", "table", "note", "annex", "other"]
GapKind: TypeAlias = Literal["fence", "head", "blank", "mark", "unread"]
DoubtKind: TypeAlias = Literal["doubt", "gap"]
Certainty: TypeAlias = Literal["sure", "unsure", "missing"]
ShownLevel: TypeAlias = Literal["error", "warning", "info"]
FactKind: TypeAlias = Literal["text", "number", "date", "choice", "list", "lines", "group"]
RollState: TypeAlias = Literal["changed", "open", "left"]
FieldPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class TextEdit:
    """New words for those of a text from `start` to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class TextRun:
    """Words as they are read: `text` stands in the file from `start` to `end`, letter by letter unless it is `raw`.

    A raw run is replaced as a whole: a letter behind a backslash, the mark of a note (`note`, its name), of a citation
    (`cited`, its id), of a doubt or a gap (`doubt`, its id), a line break.
    """

    text: str
    start: int
    end: int
    bold: bool = False
    italic: bool = False
    note: str = ""
    cited: str = ""
    doubt: str = ""
    raw: bool = False


@dataclass(frozen=True)
class TextCell:
    """A cell of a table, from `start` to `end` without the blanks at its ends."""

    start: int
    end: int
    runs: tuple[TextRun, ...]
    header: bool = False


@dataclass(frozen=True)
class TextBlock:
    """A heading, a paragraph, an item, a table or a note: from `start` to `end` with its mark, without blank lines.

    `level` is how deep a heading or an item stands, from 1; `label` the number, letter or dash that is printed before
    it. A block that is not `editable` holds something that could not be followed letter by letter.
    """

    kind: BlockKind
    level: int
    label: str
    start: int
    end: int
    runs: tuple[TextRun, ...] = ()
    cells: tuple[tuple[TextCell, ...], ...] = ()
    editable: bool = True
    path: str = ""


@dataclass(frozen=True)
class SourceGap:
    """A stretch of a file that is in no block: what it is, and where."""

    kind: GapKind
    start: int
    end: int


@dataclass(frozen=True)
class SplitText:
    """A text in blocks; with `gaps`, every character stands in exactly one of both."""

    blocks: tuple[TextBlock, ...]
    gaps: tuple[SourceGap, ...]


@dataclass(frozen=True)
class DoubtPlace:
    """A place of a doubt: its mark from `start` to `end`, the number of its block (-1: none) or the key in the head."""

    start: int
    end: int
    block: int = -1
    field: FieldPath = ()


@dataclass(frozen=True)
class OpenDoubt:
    """A question of a text: what is asked, the words that stand there now, the source; the same at many places is one.

    `rank` counts from 1, the most important first. A gap (`kind`) has no value yet.
    """

    id: str
    kind: DoubtKind
    value: str
    question: str
    source: str
    rank: int
    places: tuple[DoubtPlace, ...]


@dataclass(frozen=True)
class OfferedFix:
    """What mends a finding, in words that name the result, and the edits that do it."""

    label: str
    edits: tuple[TextEdit, ...]


@dataclass(frozen=True)
class ShownFinding:
    """A finding: what is wrong, what to do, on what clause it rests, where it is, and what would mend it."""

    id: str
    level: ShownLevel
    title: str
    remedy: str
    clause: str
    start: int
    end: int
    block: int = -1
    field: FieldPath = ()
    fix: OfferedFix | None = None


@dataclass(frozen=True)
class FactChoice:
    """A value that may be chosen, and how it is called."""

    value: str | int | bool | None
    label: str


@dataclass(frozen=True)
class FactField:
    """A fact of the head of a text as a field of a form, as `input.schema.json` describes it.

    `value` is what stands there (None: nothing), as text or list of texts; `message` what is wrong with it; `source`
    where the value comes from that is printed without one; `doubt` the id of the doubt that it rests on.
    """

    path: FieldPath
    title: str
    help: str
    example: str
    kind: FactKind
    value: str | int | bool | tuple[str, ...] | None = None
    choices: tuple[FactChoice, ...] = ()
    message: str = ""
    required: bool = False
    source: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class LookCounts:
    """How much is left to do in a text: questions, errors, warnings, each once."""

    questions: int
    errors: int
    warnings: int


@dataclass(frozen=True)
class TextLook:
    """All that a screen shows of one text."""

    blocks: tuple[TextBlock, ...]
    doubts: tuple[OpenDoubt, ...]
    findings: tuple[ShownFinding, ...]
    facts: tuple[FactField, ...]
    is_draft: bool
    counts: LookCounts


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
    left these are places of the new text.
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
    """A finding in a Word file: as in a text; `line` is the number of the paragraph (-1: none)."""

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
