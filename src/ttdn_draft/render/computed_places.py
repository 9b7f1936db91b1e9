"""What a Word-valid template cannot hold as a tag is put in here: widths, lengths, notes, lists, sections, headings.

Word refuses a file with `{{ … }}` where a number must stand. So a template carries real numbers and plain
parts, and this module turns those places into Jinja when the template is compiled.
"""

import re
from functools import partial

from ..patterns import regex
from ..word.drawing import DRAWING, LENGTH, SHAPE
from ..word.ooxml import FOOT_TABLE, HEAD_TABLE
from ..word.package import SECTION, WordIds
from .headings import word_headings

NOTES = "{% for n in _chu_thich %}{{ n }}{% endfor %}</w:footnotes>"
LIST_TAGS = r"{% for n in _danh_sach %}{{ n }}{% endfor %}\1"
END_OF_LISTS = regex(r"((?:<w:numIdMacAtCleanup\b[^>]*/>\s*)?</w:numbering>)")
LAST_SECTION = "{{ _phan_cuoi }}"
ANNEXES = regex(r"\{\{p\s+phu_luc\s*\}\}")
PROPERTIES = {"dc:title": "{{ _tieu_de }}", "dc:subject": "{{ _chu_de }}", "dc:creator": "{{ _tac_gia }}"}
MARKUP = regex(r"<[^<>]+>")
STYLE = regex(r"<w:style\b.*?</w:style>", re.S)
BASE = regex(r'(<w:basedOn\b[^>]*\bw:val=")[^"]*(")')
TABLE = regex(r"<w:tbl>.*?</w:tbl>", re.S)
GRID = regex(r"<w:tblGrid>.*?</w:tblGrid>|<w:tr[ >].*?</w:tr>", re.S)
ROW = regex(r"<w:tr[ >].*?</w:tr>", re.S)
STYLED = regex(r"<w:pStyle\b[^>]*/>(?!\s*<w:keepNext)")
KEPT, MORE_ROWS = r"\g<0>{{ _ky_giu }}", "{{ _ky_tiep }}"
WIDTH = regex(r'(<w:(?:gridCol|tcW)\b[^>]*?w:w=")\d+(")')
# the tables whose columns follow their words: how their widths are called, and how many there are
WIDTHS = {HEAD_TABLE: ("_cot", 3), FOOT_TABLE: ("_ky", 2)}


def patch_part(name: str, xml: str, ids: WordIds) -> str:
    """Return the XML of a part with its computed places turned into tags."""
    if name == "word/footnotes.xml":
        return xml.replace("</w:footnotes>", NOTES)
    if name == "word/numbering.xml":
        return END_OF_LISTS.sub(LIST_TAGS, xml)
    if name == "word/styles.xml":
        return STYLE.sub(lambda m: _patch_style(m[0], ids), xml)
    if name.startswith("word/"):
        xml = DRAWING.sub(lambda m: _patch_drawing(m[0]), xml)
    if name == "word/document.xml":
        xml = TABLE.sub(lambda m: _patch_table(m[0], ids), xml)
        if ANNEXES.search(MARKUP.sub("", xml)):
            xml = SECTION.sub(LAST_SECTION, xml)
    if name == "docProps/core.xml":
        for tag, value in PROPERTIES.items():
            xml = re.sub(rf"<{tag}>.*?</{tag}>|<{tag}/>", f"<{tag}>{value}</{tag}>", xml, count=1, flags=re.S)
    return xml


def _patch_style(style: str, ids: WordIds) -> str:
    """Let a heading of Word be based on the level that it has in the document."""
    for depth, key in word_headings(ids).items():
        if f'w:styleId="{key}"' in style:
            return BASE.sub(rf"\g<1>{{{{ _de_muc_{depth} }}}}\g<2>", style)
    return style


def _patch_drawing(drawing: str) -> str:
    """Let a line or frame of ours be as long as its words; a drawing of somebody else's stays."""
    shape = SHAPE.search(drawing)
    return LENGTH.sub(rf"\g<1>{{{{ _ve_{shape[1]} }}}}\g<3>", drawing) if shape else drawing


def _patch_table(table: str, ids: WordIds) -> str:
    """Let the columns of head and foot take the widths that their longest lines need, and the foot further signers.

    A row that somebody has given another number of cells keeps the widths that it has.
    """
    for style, (name, count) in WIDTHS.items():
        if f'<w:tblStyle w:val="{ids.styles.get(style.lower())}"/>' in table:
            patched = GRID.sub(partial(_patch_row, name=name, count=count), table)
            return ROW.sub(_patch_signatures, patched, 1) if style == FOOT_TABLE else patched
    return table


def _patch_signatures(row: re.Match[str]) -> str:
    """Let further rows of signatures follow the first one, on the same page."""
    return STYLED.sub(KEPT, row[0]) + MORE_ROWS


def _patch_row(row: re.Match[str], name: str, count: int) -> str:
    if len(WIDTH.findall(row[0])) != count:
        return row[0]
    columns = iter(range(count))
    return WIDTH.sub(lambda m: f"{m[1]}{{{{ {name}_{next(columns)} }}}}{m[2]}", row[0])
