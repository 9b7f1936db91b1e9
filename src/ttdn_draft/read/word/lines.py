"""What stands in a Word file, in the order of a reader: a package goes in, its lines and tables come out.

Read as Word shows it: tracked changes as accepted, a text box once, numbers that Word counts as the words that it
prints. Nothing is left out; what a reader of paper does not see (hidden text) is marked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from ...knowledge.standards.legacy_fonts import find_old_encoding, read_old_letters
from ...model import Run
from ...word.formats import Format, Formats, attribute_of, is_on
from ...word.ooxml import W
from ...word.package import Package
from .edges import read_edges
from .numbering import ListCounter, read_count
from .own_traces import has_own_styles, list_own_doubts, read_author, read_sources, tell_heading
from .story import MAIN_PART, OwnDoubt, Story, WordCell, WordTable, normal
from .story import WordLine as Line
from .story import WordSection as Stretch
from .story import list_word_lines as list_lines

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
__all__ = ["MAIN_PART", "Line", "Story", "Stretch", "WordCell", "WordTable", "list_lines", "read_story"]

SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
DROPPED = frozenset({f"{W}del", f"{W}moveFrom", f"{MC}Fallback"})
NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}


def read_story(package: Package) -> Story:
    """Return all that a Word file holds."""
    story = _Reader(package, has_own_styles(package)).read()
    return replace(story, edges=read_edges(package), author=read_author(package))


class _Reader:
    """Reads the parts of a package; counts paragraphs and the lists of Word on the way."""

    def __init__(self, package: Package, is_own: bool) -> None:
        self.package, self.formats, self.is_own = package, Formats(package), is_own
        self.counter = ListCounter(package, self.formats)
        self.paragraph, self.hidden = 0, list[str]()
        self.sources, self.doubts = read_sources(package), list[OwnDoubt]()
        self.old_fonts: dict[str, tuple[int, int]] = {}
        self.letters = Counter[float]()  # of each size

    def read(self) -> Story:
        root = etree.fromstring(self.package.parts[MAIN_PART])
        body = root.find(f"{W}body")
        stretches = tuple(self._stretches(body)) if body is not None else ()
        notes = {mark: note for part in ("footnotes", "endnotes") for mark, note in self._notes(part)}
        insertions, deletions, comments = (_count(root, name) for name in ("ins", "del", "commentReference"))
        comments -= len(self.doubts)
        pictures = sum(name.startswith("word/media/") for name in self.package.parts)
        size = max(self.letters, key=self.letters.__getitem__, default=0.0)
        hidden, doubts = tuple(self.hidden), tuple(self.doubts)
        return Story(
            *(stretches, notes, insertions, deletions, comments, hidden, pictures, size, self.old_fonts), doubts=doubts
        )

    def _stretches(self, body: etree._Element) -> Iterator[Stretch]:
        content: list[Line | WordTable] = []
        for item in self._content(body):
            section = item if isinstance(item, etree._Element) else None
            if section is None:
                content.append(item)  # type: ignore[arg-type]
            else:
                yield Stretch(tuple(content), attribute_of(section, "pgSz", "orient") == "landscape")
                content = []
        last = body.find(f"{W}sectPr")
        yield Stretch(tuple(content), attribute_of(last, "pgSz", "orient") == "landscape")

    def _content(self, parent: etree._Element) -> Iterator["Line | WordTable | etree._Element"]:
        """Yield lines and tables, and behind a paragraph that ends a section its properties."""
        open_line: list[Run] = []
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._boxes(element)
                line = self._line(element)
                if self._is_joined(element):  # its mark is deleted: the next one goes on
                    open_line += line.text
                    continue
                yield replace(line, text=(*open_line, *line.text)) if open_line else line
                open_line = []
                section = element.find(f"{W}pPr/{W}sectPr")
                if section is not None:
                    yield section
            elif element.tag == f"{W}tbl":
                yield self._table(element)
            elif element.tag in (f"{W}sdt", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
                inner = element.find(f"{W}sdtContent")
                yield from self._content(element if inner is None else inner)

    def _is_joined(self, paragraph: etree._Element) -> bool:
        return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None

    def _boxes(self, paragraph: etree._Element) -> Iterator["Line | WordTable | etree._Element"]:
        """Yield what stands in the text boxes of a paragraph, each read once."""
        for box in paragraph.iter(f"{W}txbxContent"):
            is_own = next(box.iterancestors(f"{W}p")) is paragraph  # one inside another is read with that
            if is_own and not any(above.tag in DROPPED for above in box.iterancestors()):
                yield from self._content(box)

    def _line(self, paragraph: etree._Element) -> Line:
        self.paragraph += 1
        number = self.paragraph
        base = self.formats.paragraph(paragraph)
        runs = tuple(self._runs(paragraph, base))
        self.doubts += list_own_doubts(paragraph, number, self.sources)
        starts_page = is_on(paragraph.find(f"{W}pPr"), "pageBreakBefore") or any(
            found.get(f"{W}type") == "page" for found in paragraph.iter(f"{W}br")
        )
        is_heading = tell_heading(paragraph) if self.is_own else None
        return Line(runs, self.counter.label(paragraph), base.align, MAIN_PART, number, bool(starts_page), is_heading)

    def _runs(self, parent: etree._Element, base: Format) -> Iterator[Run]:
        for element in parent:
            if element.tag in DROPPED or element.tag == f"{W}pPr":
                continue
            if element.tag == f"{W}r":
                yield from self._run(element, base)
            elif element.tag == f"{MATH}t":
                yield Run(normal(element.text or ""))
            elif element.tag == f"{MC}AlternateContent":
                continue  # drawings: their boxes are read by themselves
            else:
                yield from self._runs(element, base)

    def _run(self, run: etree._Element, base: Format) -> Iterator[Run]:
        shown = self.formats.run(run, base)
        pieces = []
        for element in run:
            if element.tag == f"{W}t":
                pieces.append(element.text or "")
            elif element.tag in SIGNS:
                pieces.append("" if element.get(f"{W}type") == "page" else SIGNS[str(element.tag)])
            elif element.tag in NOTES:
                mark = f"{NOTES[str(element.tag)]}:{element.get(f'{W}id')}"
                if pieces:
                    yield Run(self._letters(normal("".join(pieces)), shown), shown.bold, shown.italic)
                    pieces = []
                yield Run(note=mark)
        words = self._letters(normal("".join(pieces)), shown)
        if next(run.iterancestors(f"{W}tbl"), None) is None:  # tables are often set smaller than the text
            self.letters[shown.size] += len(words)
        if words and is_on(run.find(f"{W}rPr"), "vanish"):
            self.hidden.append(words)
        if words:
            yield Run(words, shown.bold, shown.italic)

    def _letters(self, words: str, shown: Format) -> str:
        """Return words in Unicode, and keep in mind the old font that they wear."""
        font = next((name for name in (shown.high_font, shown.font) if find_old_encoding(name)), "")
        if not font or not any(sign.isalpha() for sign in words):
            return words
        read = read_old_letters(words, font)
        converted, left = self.old_fonts.get(font, (0, 0))
        self.old_fonts[font] = (converted + (read != words), left + (read == words))
        return read

    def _table(self, table: etree._Element) -> WordTable:
        rows, covering = list[list[WordCell]](), dict[int, tuple[int, int]]()
        first = self.paragraph + 1
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table:
                continue  # of a table inside a cell
            found = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
            contents = [
                tuple(one for one in self._content(cell) if isinstance(one, Line | WordTable)) for cell in found
            ]
            if row.find(f"{W}trPr/{W}del") is None:  # a deleted row is counted, and not shown
                before = read_count(attribute_of(row, "trPr/gridBefore"))
                rows.append([WordCell((), before)] if before else [])
                self._fill(rows, zip(found, contents, strict=True), before, covering)
        return WordTable(tuple(map(tuple, rows)), _has_borders(table), first)

    def _fill(
        self,
        rows: list[list[WordCell]],
        cells: Iterable[tuple[etree._Element, tuple[Line | WordTable, ...]]],
        at: int,
        covering: dict[int, tuple[int, int]],
    ) -> None:
        """Put cells into the last row; one that a cell above covers goes on with that, whose place is kept."""
        for cell, content in cells:
            width = max(1, read_count(attribute_of(cell, "tcPr/gridSpan"), 1))
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(f"{W}val") != "restart" and at in covering:
                above, place = covering[at]
                old = rows[above][place]
                rows[above][place] = WordCell((*old.content, *content), old.columns, old.rows + 1)
            else:
                covering.pop(at, None)
                if merge is not None:
                    covering[at] = (len(rows) - 1, len(rows[-1]))
                rows[-1].append(WordCell(content, width))
            at += width

    def _notes(self, part: str) -> Iterator[tuple[str, Line]]:
        name = f"word/{part}.xml"
        root = etree.fromstring(self.package.parts[name]) if name in self.package.parts else etree.Element("missing")
        numbers = {paragraph: number for number, paragraph in enumerate(root.iter(f"{W}p"), 1)}
        for note in root:
            paragraphs = list(note.iter(f"{W}p"))
            if note.get(f"{W}type") in (None, "normal") and paragraphs:
                runs = [run for p in paragraphs for run in (*self._runs(p, self.formats.paragraph(p)), Run(" "))][:-1]
                yield f"{part}:{note.get(f'{W}id')}", Line(tuple(runs), part=name, paragraph=numbers[paragraphs[0]])


def _count(root: etree._Element, name: str) -> int:
    """Return how many elements of a name hold words; the mark of a paragraph that was added or deleted holds none."""
    return sum(element.getparent().tag != f"{W}rPr" for element in root.iter(f"{W}{name}"))  # type: ignore[union-attr]


def _has_borders(table: etree._Element) -> bool:
    """Tell whether the lines of a table are drawn: by itself, by a cell, or by a style that is called a grid."""
    style = (attribute_of(table, "tblPr/tblStyle") or "").lower()
    named = [*table.iterfind(f"{W}tblPr/{W}tblBorders/*"), *table.iterfind(f"{W}tr/{W}tc/{W}tcPr/{W}tcBorders/*")]
    drawn = [border for border in named if border.get(f"{W}val") not in ("nil", "none", None)]
    return bool(drawn) or ("grid" in style and not named)
