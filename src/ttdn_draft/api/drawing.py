"""Draws the pages of a text: its words go in; images, and where each of its blocks stands on them, come out.

Where no LibreOffice is there, the lines of its Word file come out in their order.
"""

from collections.abc import Iterable
from pathlib import Path

from ..check import Manuscript
from ..errors import Place, TtdnError, contained
from ..model import Block, BodyBlock, Heading, Paragraph, Table, TableMark, plain_text
from ..packs import PackShelf
from ..pages import TIME_LIMIT, find_office, list_docx_lines, make_images, make_pdf, mark_texts, name_place, read_places
from ..pipeline import Checked, check_text, render_checked
from ..records import dataclass
from ..yaml_nodes import format_path
from .documents import Language, open_shelf
from .screen_values import BlockSpot, DrawnPages, PageImage, PrintedLine
from .splitting import Apart

ENGINE = "libreoffice"
SECONDS = 8.0  # after which a person thinks that it hangs
DPI = 100
NO_SIZE = (210.0, 297.0)  # of A4, where nothing measures a page


@dataclass(frozen=True)
class PrintedText:
    """A text as it is printed, the path of the node that it comes from, and those of the notes that it has."""

    path: str
    words: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class PathSpot:
    """Where a node begins in print: the page, from 1, and how far down, as a share of its height."""

    path: str
    page: int
    y: float


def list_printed_texts(written: Manuscript) -> tuple[PrintedText, ...]:
    """Return the texts of a body, of its annexes and of its notes in the order in which a Word file has them."""
    draft, document = written.draft, written.document
    bodies = [(draft.body, document.body)]
    bodies += [(a.body, b.body) for a, b in zip(draft.annexes, document.annexes, strict=True)]
    found = [_read(block, made) for blocks, body in bodies for block, made in zip(blocks, body, strict=True)]
    return tuple(one for one in found if one.words.strip())


def list_printed_notes(written: Manuscript, texts: Iterable[PrintedText]) -> tuple[PrintedText, ...]:
    """Return the notes of texts in the order in which they are printed."""
    labels = dict.fromkeys(label for text in texts for label in text.notes)
    notes = written.draft.footnotes
    return tuple(PrintedText(_name_note(label), plain_text(notes[label])) for label in labels if label in notes)


def _name_note(label: str) -> str:
    return format_path(("chu_thich", label))


def _read(block: Block, made: BodyBlock | Table) -> PrintedText:
    """Return the words of a block as they are printed; of a table those of its first cell."""
    if isinstance(made, Table):
        path = (*block.path, "doan") if isinstance(block, TableMark) else block.path
        cells = [cell.text for row in (made.header, *made.rows) for cell in row]
        words = next((words for cell in cells if (words := plain_text(cell))), "")
        return PrintedText(format_path(path), words, tuple(run.note for cell in cells for run in cell if run.note))
    key = "muc" if isinstance(block, Heading) else block.kind if isinstance(block, Paragraph) else "bang"
    notes = tuple(run.note for run in made.text if run.note)
    return PrintedText(format_path((*block.path, key)), plain_text(made.text), notes)


def draw_pages(
    text: str,
    *,
    folder: Path | None = None,
    name: str = "",
    dpi: int = DPI,
    seconds: float = SECONDS,
    profile: Path | None = None,
    shelf: PackShelf | None = None,
    language: Language = "vi",
) -> DrawnPages:
    """Return the printed pages of a .md file as images, and where its blocks begin on them.

    Without LibreOffice, or with `seconds` of 0, the engine is blank and the lines of the Word file come in their order.
    `profile` is a folder that one caller keeps for LibreOffice, which then starts in a third of the time.
    Raises InputError where the text has errors, OutputError where LibreOffice fails or takes more than `seconds`.
    """
    try:
        with contained(name):
            checked = check_text(text, "md", shelf or open_shelf(), name, folder)
            drawing = Drawing.of(checked, dpi, seconds, profile, may_lack_engine=True)
            return drawing.show(Apart.of(text, checked.profile))
    except TtdnError as error:
        error.language = language
        raise


@dataclass(frozen=True)
class Drawing:
    """The pages of a checked file, and where its nodes begin on them."""

    pages: tuple[PageImage, ...]
    spots: tuple[PathSpot, ...]
    lines: tuple[tuple[str, str], ...] = ()  # the path of each line of the Word file, and its words
    pdf: bytes = b""

    @classmethod
    def of(
        cls,
        checked: Checked,
        dpi: int,
        seconds: float = TIME_LIMIT,
        profile: Path | None = None,
        template: Path | None = None,
        *,
        may_lack_engine: bool = False,
    ) -> "Drawing":
        """Return the pages of a file that was checked; raises InputError where it has errors, OutputError for no pages.

        With `may_lack_engine` the lines of the Word file stand for pages where there is no LibreOffice.
        """
        docx = render_checked(checked, template)
        written = checked.manuscript
        texts = list_printed_texts(written) if written else ()
        notes = list_printed_notes(written, texts) if written else ()
        words = [text.words for text in texts], [note.words for note in notes]
        paths = [text.path for text in (*texts, *notes)]
        if may_lack_engine and (seconds <= 0 or find_office() is None):
            lines = list_docx_lines(docx, *words)
            return cls((), (), tuple((paths[line.text] if line.text >= 0 else "", line.words) for line in lines))
        place = Place(checked.file)
        pdf = make_pdf(mark_texts(docx, *words), place, seconds, has_places=True, profile=profile)
        places, images = read_places(pdf), make_images(pdf, dpi, place)
        sizes = places.sizes or (NO_SIZE,) * len(images)
        pages = (PageImage(image, *size) for image, size in zip(images, sizes, strict=True))
        found = {path: spot for at, path in enumerate(paths) if (spot := places.spots.get(name_place(at)))}
        for text in texts:  # a note that LibreOffice has lost the place of is on the page of its mark
            found |= {n: found[text.path] for n in map(_name_note, text.notes) if n not in found and text.path in found}
        return cls(tuple(pages), tuple(PathSpot(path, *spot) for path, spot in found.items()), pdf=pdf)

    def show(self, apart: Apart) -> DrawnPages:
        """Return the pages with the numbers of blocks in the place of paths."""
        numbers = {block.path: at for at, block in enumerate(apart.split.blocks)}
        spots = (BlockSpot(numbers[spot.path], spot.page, spot.y) for spot in self.spots if spot.path in numbers)
        lines = tuple(_show_line(numbers.get(path, -1), words.strip(), apart) for path, words in self.lines)
        return DrawnPages(self.pages, tuple(spots), ENGINE if self.pages else "", lines)


def _show_line(number: int, words: str, apart: Apart) -> PrintedLine:
    """Return a line of a Word file, before it the number that Word would count."""
    block = apart.split.blocks[number] if number >= 0 else None
    label = block.label if block and block.kind != "note" else ""
    return PrintedLine(number, words if not label or words.startswith(label) else f"{label} {words}")
