"""The body: blocks of a Draft go in, the same blocks with looks, labels and the end mark come out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..knowledge.standards.profile import Profile
from ..model import (
    Block,
    BodyBlock,
    Draft,
    Heading,
    Paragraph,
    Report,
    Run,
    Table,
    TableMark,
    Text,
    drop_start,
    plain_text,
    texts_of,
)
from ..model.listing import strip_end
from ..model.numbers import PART_ORDINALS
from ..patterns import regex
from ..records import dataclass
from ..reuse import reuse
from .figures import build_figure_table
from .numbering import Counter, LettersUsedUpError, count_of
from .tables import finish_table
from .tasks import build_task_table

ENDED = ("…", "...", "?", "!", ":", '."', ".”", ".'", ".)", '?"', "?”", '!"', "!”", '…"', "…”", "…)")
DOUBLED_NUMBER = regex(r"(?:\d{1,3}|[a-zđ])[.)]\s")
TYPED_END = regex(r"(?:\s+\.?/\.|\./\.)\s*$")
FAR = 15  # a letter this far from the count is not a mistyped number but a word: C. Mác
YEAR_LIKE = 100
TYPED_MARKS = {"1": ".", "1.1": ".", "1.1.1": ".", "a": ")"}
NUMBER_WORD = regex(r"^(?:phần|chương|mục|điều)\s+(?:thứ\s+)?", re.I)


@dataclass(frozen=True)
class Setting:
    """How a text is set: its heading scheme (nothing: that of the profile), its end mark, its width in mm."""

    scheme: tuple[str, ...]
    end_mark: str
    width: float
    is_whole: bool = True  # every line was read as what it was meant as, so that numbers can be compared


def build_body(
    blocks: tuple[Block, ...], setting: Setting, draft: Draft, profile: Profile, report: Report
) -> tuple[BodyBlock | Table, ...]:
    """Return the finished blocks of a text in reading order; its last paragraph takes the end mark."""
    builder = _BodyBuilder(blocks, setting, draft, profile, report)
    built = [builder.build(block) for block in blocks]
    last = built[-1]
    if isinstance(last, BodyBlock) and setting.end_mark:
        built[-1] = replace(last, text=_end(last.text, setting.end_mark))
    return tuple(built)


def collect_notes(body: Iterable[BodyBlock | Table], notes: Mapping[str, Text]) -> tuple[Text, ...]:
    """Return the footnotes in the order in which their marks are read in finished texts."""
    labels = (run.note for text in texts_of(body) for run in text if run.note)
    return tuple(notes.get(label, ()) for label in labels)


def _end(text: Text, mark: str) -> Text:
    """Set the end mark of the text: after its last word, and after a note mark that follows it."""
    text = _drop_typed_end(text)
    at = max((i for i, run in enumerate(text) if run.text.strip()), default=None)
    open_ends = ENDED if mark == "." else (":", mark)  # a mark that closes the whole text stands after any other
    if at is None or text[at].text.rstrip().endswith(open_ends):
        return text
    words = replace(text[at], text=strip_end(text[at].text))
    notes = tuple(run for run in text[at + 1 :] if run.note)
    if notes:
        return (*text[:at], words, *notes, Run(mark))
    if words.pending:  # the mark is none of what is to be checked
        return (*text[:at], words, Run(mark, words.bold, words.italic))
    return (*text[:at], replace(words, text=words.text + mark))


def _drop_typed_end(text: Text) -> Text:
    """Return a text without the end mark that was typed after it: `./.`, or ` /.` behind a blank."""
    last = max((i for i, run in enumerate(text) if run.text.strip()), default=None)
    if last is None or not (found := TYPED_END.search(text[last].text)):
        return text
    return (*text[:last], replace(text[last], text=text[last].text[: found.start()]), *text[last + 1 :])


def _bare_figure(number: str) -> str:
    """Return a typed number without the word before it; an ordinal, Phần thứ hai, in figures."""
    bare = NUMBER_WORD.sub("", number)
    return str(PART_ORDINALS.index(bare.lower()) + 1) if bare.lower() in PART_ORDINALS else bare


class Numberer:
    """Walks through the headings and paragraphs of a text and keeps the count."""

    def __init__(self, blocks: tuple[Block, ...], scheme: tuple[str, ...], profile: Profile, report: Report) -> None:
        self.profile, self.report = profile, report
        self.scheme = scheme or profile.scheme.levels
        self.counter = Counter(profile.levels, profile.letters.order)
        self.has_headings = any(isinstance(block, Heading) for block in blocks)
        self.depth = self._depth_without_headings()
        numbers = [b.typed_number for b in blocks if isinstance(b, Paragraph) and isinstance(b.typed_number, int)]
        self.strange = set[str]()  # levels that the scheme lacks, of which is told
        self.is_whole = True  # every line was read as what it was meant as
        self.last_off = ""  # the level of which the last typed number was off
        self.offset = 0  # by how much the last typed number was off
        self.is_interrupted = False  # a paragraph without a number came since the last clause
        self.compares = any(n != 1 for n in numbers)  # a list in which every number is "1." asks to be counted

    def _depth_without_headings(self) -> int:
        """Return where to begin: a text without headings counts 1, 2, 3 and not I, II, III."""
        return 0 if self.has_headings or "1" not in self.scheme else self.scheme.index("1")

    def number(self, block: Heading | Paragraph) -> BodyBlock:
        """Return the next block with its look and its number."""
        if isinstance(block, Heading):
            return self._heading(block)
        if block.kind == "khoan":
            return self._clause(block)
        self.is_interrupted |= block.kind == "doan"
        return reuse(_make_block, block.text, by=(block.kind,))

    def _heading(self, block: Heading) -> BodyBlock:
        self.depth, self.is_interrupted = block.depth, False
        if block.depth > len(self.scheme):
            self.report("E350", block.path, depth=block.depth, scheme=", ".join(self.scheme))
            return BodyBlock("doan", block.text)
        level = self.scheme[block.depth - 1]
        label = self._count(level, block)
        text = self._without_number(block, level, label)
        if self.profile.levels[level].is_capital:
            text = reuse(_in_capitals, text)
        return self._numbered(self.profile.levels[level].look, level, text, label, block.depth)

    def _without_number(self, block: Heading, level: str, label: str) -> Text:
        """Remove a typed number that equals the computed one; report a near one as a slip, a far one as a word."""
        typed = _bare_figure(block.typed_number)
        has_word = not block.typed_number.startswith(typed)
        counting = self.profile.levels[level].counting
        distance = abs(count_of(typed, "la-ma" if has_word else counting) - self.counter.counts[level]) if typed else 0
        figure = self.counter.figure(level) if label else ""
        if self.profile.levels[level].repeats_above:
            figure = label.strip(".")
        if typed and (typed == figure or (has_word and not distance)):
            rest = reuse(drop_start, block.text, by=(block.typed_length,))
            if not plain_text(rest).strip():
                self.report("E133", block.path)
            return rest
        if typed and (has_word or not block.typed_is_bare):
            message = "E351" if distance <= FAR else "N357"
            self.report(message, block.path, typed=block.typed_number, computed=label)
        return block.text

    def _clause(self, block: Paragraph) -> BodyBlock:
        if block.level:
            return self._clause_of_level(block)
        depth = block.depth if block.depth is not None and self.has_headings else self.depth
        if depth >= len(self.scheme):
            self.report("E352", block.path, scheme=", ".join(self.scheme))
            return BodyBlock("doan", block.text)
        level = self.scheme[depth]
        label = self._count(level, block)
        typed = block.typed_number
        if isinstance(typed, int) and typed >= YEAR_LIKE and typed != self.counter.counts[level]:
            self.report("E356", block.path, typed=typed)
        elif isinstance(typed, int) and (self.compares or self.is_interrupted):
            self._compare(block, typed, typed - self.counter.counts[level], label)
        return self._finish_clause(block, level, label)

    def _compare(self, block: Paragraph, typed: int, offset: int, label: str) -> None:
        """Tell a typed number that is not the counted one; the next ones are off by the same, and not told."""
        if offset not in (0, self.offset) and self.is_whole:
            self.report("W353", block.path, typed=typed, computed=label)
        self.offset = offset

    def _clause_of_level(self, block: Paragraph) -> BodyBlock:
        """Return a numbered paragraph that says its level by itself: `a) …`, `1.1. …` under another paragraph."""
        level, typed = block.level, block.typed_number
        if level not in self.scheme:
            if typed is None:
                self.report("E358", block.path, level=level, scheme=", ".join(self.scheme))
            elif level not in self.strange:
                self.strange.add(level)
                self.report("N359", block.path, typed=f"{typed}{TYPED_MARKS[level]}", scheme=", ".join(self.scheme))
            return BodyBlock("doan", (Run(f"{typed}{TYPED_MARKS[level]} "), *block.text))
        label = self._count(level, block)
        is_whole = self.profile.levels[level].repeats_above
        figure = label.strip(".") if is_whole else self.counter.figure(level) if label else ""
        is_off = typed is not None and str(typed) != figure
        if is_off and self.is_whole and self.last_off != level:  # the next letters are off too, and not told
            self.report("W353", block.path, typed=typed, computed=label)
        self.last_off = level if is_off else ""
        return self._finish_clause(block, level, label)

    def _finish_clause(self, block: Paragraph, level: str, label: str) -> BodyBlock:
        self.is_interrupted = False
        if doubled := DOUBLED_NUMBER.match(plain_text(block.text)):
            self.report("W355", block.path, typed=doubled[0].strip(), computed=label)
        return self._numbered("khoan", level, block.text, label, 0)

    def _count(self, level: str, block: Heading | Paragraph) -> str:
        self.counter.count(level)
        try:
            return self.counter.label(level)
        except LettersUsedUpError:
            self.report("E354", block.path, limit=len(self.counter.letters))
            return ""

    def _numbered(self, look: str, level: str, text: Text, label: str, outline: int) -> BodyBlock:
        # Word cannot count in the Vietnamese alphabet, so letters are text; the rest are real numbers
        written = self.profile.levels[level].counting == "chu-viet"
        printed, counted = (f"{label} ", "") if written else ("", level)
        return reuse(_make_block, text, by=(look, printed, outline, counted, label))


def _in_capitals(text: Text) -> Text:
    return tuple(replace(run, text=run.text.upper()) for run in text)


def _make_block(
    text: Text, look: str, label: str = "", outline: int = 0, level: str = "", number: str = ""
) -> BodyBlock:
    return BodyBlock(look, text, label, outline, level, number)


class _BodyBuilder(Numberer):
    """Walks through the blocks, tables among them."""

    def __init__(
        self, blocks: tuple[Block, ...], setting: Setting, draft: Draft, profile: Profile, report: Report
    ) -> None:
        super().__init__(blocks, setting.scheme, profile, report)
        self.setting, self.draft, self.is_whole = setting, draft, setting.is_whole

    def build(self, block: Block) -> BodyBlock | Table:
        if isinstance(block, Heading | Paragraph):
            return self.number(block)
        table = self._find_table(block) if isinstance(block, TableMark) else block
        return finish_table(table, self.setting.width, self.profile.looks["o_bang"].size, self.report)

    def _find_table(self, mark: TableMark) -> Table:
        """Return the table that stands at a mark; validate has seen to it that there is one."""
        match mark.name:
            case "nhiem_vu":
                return build_task_table(self.draft.tasks, self.profile.dates, ("nhiem_vu",))
            case "so_lieu":
                return build_figure_table(self.draft, ("so_lieu",), self.report)
        return self.draft.tables[mark.name]
