"""What a screen shows of a text and of its surroundings, as plain values; all places count characters of the text.

Nothing is worked out here: the functions of `ttdn_draft.api` make these, and `dataclasses.asdict` writes them as data.
"""

from typing import Literal, TypeAlias

from ..records import dataclass

BlockKind: TypeAlias = Literal["heading", "paragraph", "item", "table", "note", "annex", "other"]
GapKind: TypeAlias = Literal["fence", "head", "blank", "mark", "unread"]
DoubtKind: TypeAlias = Literal["doubt", "gap"]
ShownLevel: TypeAlias = Literal["error", "warning", "info"]
FactKind: TypeAlias = Literal["text", "number", "date", "choice", "list", "lines", "group"]
DropKind: TypeAlias = Literal["", "line", "sentence", "list"]
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
    """A place of a doubt: its mark from `start` to `end`, the number of its block (-1: none) or the key in the head.

    `words` is what an answer stands for there: of a doubt what is printed, of a gap the words before it.
    """

    start: int
    end: int
    block: int = -1
    field: FieldPath = ()
    words: str = ""


@dataclass(frozen=True)
class OpenDoubt:
    """A question of a text: what is asked, the words that stand there now, the source; the same at many places is one.

    `rank` counts from 1, the most important first. A gap (`kind`) has no value yet. `drop` is what may be dropped in
    place of an answer: its line, its sentence, or that with the list that it leads to. `offered` is what a table knows
    for a gap.
    """

    id: str
    kind: DoubtKind
    value: str
    question: str
    source: str
    rank: int
    places: tuple[DoubtPlace, ...]
    drop: DropKind = ""
    offered: str = ""


@dataclass(frozen=True)
class OfferedFix:
    """What mends a finding, in words that name the result, and the edits that do it."""

    label: str
    edits: tuple[TextEdit, ...]


@dataclass(frozen=True)
class ShownFinding:
    """A finding: what is wrong, what to do, on what clause it rests, where it is, and what would mend it.

    One that `can_pass` may be passed over with a reason.
    """

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
    can_pass: bool = False


@dataclass(frozen=True)
class PassedFinding:
    """What is passed over in a text: the rule or message, what it says, how often, why, and until when (ISO).

    One that is written for this text alone `can_reopen`.
    """

    id: str
    title: str
    count: int
    reason: str
    until: str
    can_reopen: bool


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
    passed: tuple[PassedFinding, ...] = ()
