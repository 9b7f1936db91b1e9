"""The smallest pieces of WordprocessingML: texts and numbers go in, XML strings come out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from ..knowledge.standards.page import Page
from ..knowledge.standards.profile import TEXT_LOOKS, Look, Profile
from ..model import PendingMark, Run, Text
from ..model.grid import CELL_MARGIN_MM

PREFIXES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
W = f"{{{PREFIXES['w']}}}"  # what lxml puts before a name
NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items())
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
AUTHOR = "ttdn-draft"  # of comments and changes
DOUBT_INITIALS, DOUBT_WORDS = "TTĐN", "Cần kiểm tra. Nguồn: {source}"  # of comments that say what is to be checked
LINE_BREAK = "\n"
WITH_CAPITALS, WITHOUT_CAPITALS = "<w:caps/>", '<w:caps w:val="0"/>'
PENDING_NAME = "ttdnPending"  # an element of ours, which no finished document holds
TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36000
EMU_PER_PT = 12700


def _escape(text: str) -> str:
    """Return a text as XML has it; html and xml.sax.saxutils do so too, and load the names of all letters, or ssl."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quote_attribute(value: str) -> str:
    """Return the value of an attribute in XML, in its quotation marks."""
    return '"' + _escape(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;") + '"'


def twips(mm: float) -> int:
    """Return millimetres in twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


CELL_MARGIN = twips(CELL_MARGIN_MM)
HEAD_TABLE, FOOT_TABLE, BODY_TABLE = "TTĐN Đầu văn bản", "TTĐN Cuối văn bản", "TTĐN Bảng"
NOTE_MARK, END_STYLE, POINT_STYLE = "footnote reference", "TTĐN Kết", "TTĐN Điểm"
HEAD_ID, FOOT_ID, END_ID = "TTDNDauVanBan", "TTDNCuoiVanBan", "TTDNKet"  # their ids in the templates that we build
DISTANCE_OF_NOTES = 2  # mm from the notes that end a text to the line over contact lines under it
FIRST_LEVEL = 1  # of the levels of a profile in the list of Word: the one before it is that of the annexes
LATE_LOOK = "muc_1_1_1"  # of the level that templates built before lack: they carry documents that do without it
CELL_SIDES = ("top", "left", "bottom", "right")


def cell_margins(side: int) -> str:
    """Return the margins of the cells of a table: `side` twips left and right, none above and below.

    They are said in the style and in each table, as there are programs that read only one of them.
    """
    margins = "".join(f'<w:{name} w:w="{side * (name in ("left", "right"))}" w:type="dxa"/>' for name in CELL_SIDES)
    return f"<w:tblCellMar>{margins}</w:tblCellMar>"


def fixed_table(indent: float, cell_margin: int) -> str:
    """Return what keeps a table where it is put: its place, `indent` mm from the margin, and that of its words."""
    return (
        f'<w:jc w:val="left"/><w:tblInd w:w="{twips(indent)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{cell_margins(cell_margin)}"
    )


def heading_name(depth: int) -> str:
    """Return the name of Word's own heading style; 1 is the highest."""
    return f"heading {depth}"


def heading_order(profile: Profile, scheme: Sequence[str]) -> list[str]:
    """Return the looks of the headings 1, 2, 3 … under a scheme; levels that it leaves out stand behind."""
    levels = [*scheme, *(level for level in profile.levels if level not in scheme)]
    return list(dict.fromkeys(profile.levels[level].look for level in levels))


def fonts_of(page: Page) -> str:
    """Return the font of a page for every kind of letters."""
    font = quote_attribute(page.font)
    return f"<w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font} w:cs={font}/>"


def indents_of(look: Look) -> str:
    """Return the indents of a look as attributes."""
    first = f'w:hanging="{twips(look.hanging)}"' if look.hanging else f'w:firstLine="{twips(look.first_line)}"'
    right = f'w:right="{twips(look.right)}" ' if look.right else ""
    return f' w:left="{twips(look.left)}" {right}{first}'


def body_looks(profile: Profile) -> list[str]:
    """Return the looks that the generated parts use: levels, paragraphs, cells, notes, heads of annexes."""
    annex = (line.look for line in profile.layout.annex)
    return [*TEXT_LOOKS, *(level.look for level in profile.levels.values()), *annex]


def heading_styles(profile: Profile) -> list[str]:
    """Return the names of the styles of the headings."""
    return [profile.looks[level.look].style_name for level in profile.levels.values()]


def needed_styles(profile: Profile) -> list[str]:
    """Return the names of the styles without which a template cannot carry a body."""
    names = [profile.looks[look].style_name for look in body_looks(profile) if look != LATE_LOOK]
    return [*names, BODY_TABLE, NOTE_MARK, END_STYLE]


@cache
def style_id(look: str) -> str:
    """Return the style id of a look: Word's own ids for the built-in styles, ASCII for ours.

    That of the label of an annex is the id that mammoth, which asks for ids and not for bases, takes for a heading.
    """
    known = {"chu_thich": "FootnoteText", "phu_luc_tu": "Heading"}
    return known.get(look, "TTDN" + "".join(word.capitalize() for word in look.split("_")))


def paragraph(properties: str, content: str) -> str:
    """Return a paragraph with the content of its pPr and its runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def text_run(text: str, properties: str = "") -> str:
    """Return a run; spaces are kept, line breaks are Word's."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = "<w:br/>".join(map(_line, text.split(LINE_BREAK))) if LINE_BREAK in text else _line(text)
    return f"<w:r>{rpr}{lines}</w:r>"


def _line(line: str) -> str:
    return f'<w:t xml:space="preserve">{_escape(line)}</w:t>' if line else ""


def runs(text: Text, marks: Mapping[str, str]) -> str:
    """Return the runs of a text; `marks` gives the XML of each note mark by its label."""
    if len(text) == 1 and not (text[0].note or text[0].pending):  # as most texts are
        return text_run(text[0].text, _emphasis(text[0]))

    def write(run: Run) -> str:
        return marks[run.note] if run.note else text_run(run.text, _emphasis(run))

    joined = join(text) if len(text) > 1 else text
    if not any(run.pending for run in joined):
        return "".join(map(write, joined))
    groups = groupby(joined, lambda run: run.pending)
    written = ((mark, "".join(map(write, found))) for mark, found in groups)
    return "".join(mark_content(mark.source, content) if mark else content for mark, content in written)


def mark_content(source: str, content: str) -> str:
    """Return runs, or the content of one, as what is still to be done: render/pending.py makes them seen in Word."""
    return f"<w:{PENDING_NAME} w:source={quote_attribute(source)}>{content}</w:{PENDING_NAME}>"


def join(text: Text) -> list[Run]:
    """Return the text with neighbouring runs of one style made one."""
    out: list[Run] = []
    for run in text:
        if out and not run.note and not out[-1].note and _style_of(run) == _style_of(out[-1]):
            out[-1] = replace(run, text=out[-1].text + run.text)
        else:
            out.append(run)
    return out


def _style_of(run: Run) -> tuple[bool, bool, PendingMark | None]:
    return run.bold, run.italic, run.pending


def _emphasis(run: Run) -> str:
    return ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")
