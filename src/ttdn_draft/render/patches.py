"""What a Word-valid template cannot hold as a tag is put in here: column widths, notes and properties.

Word refuses a file with `{{ … }}` where a number must stand. So a template carries real numbers and plain
parts, and this module turns those places into Jinja when the template is compiled.
"""

import re

from .ooxml import HEAD_TABLE
from .package import WordIds

NOTES = "{% for n in _chu_thich %}{{ n }}{% endfor %}</w:footnotes>"
PROPERTIES = {"dc:title": "{{ _tieu_de }}", "dc:subject": "{{ _chu_de }}", "dc:creator": "{{ _tac_gia }}"}
PROPERTY_NAMES = frozenset({"_tieu_de", "_chu_de", "_tac_gia"})  # no reader of the page sees them
TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.S)
GRID = re.compile(r"<w:tblGrid>.*?</w:tblGrid>|<w:tr[ >].*?</w:tr>", re.S)
WIDTH = re.compile(r'(<w:(?:gridCol|tcW)\b[^>]*?w:w=")\d+(")')
COLUMNS = 3


def patch_part(name: str, xml: str, ids: WordIds) -> str:
    """Return the XML of a part with its computed places turned into tags."""
    if name == "word/footnotes.xml":
        return xml.replace("</w:footnotes>", NOTES)
    if name == "word/document.xml":
        style = ids.styles.get(HEAD_TABLE.lower())
        return TABLE.sub(lambda m: _patch_head(m[0]) if f'<w:tblStyle w:val="{style}"/>' in m[0] else m[0], xml)
    if name == "docProps/core.xml":
        for tag, value in PROPERTIES.items():
            xml = re.sub(rf"<{tag}>.*?</{tag}>|<{tag}/>", f"<{tag}>{value}</{tag}>", xml, count=1, flags=re.S)
    return xml


def _patch_head(table: str) -> str:
    """Let the columns of the head of page 1 take the widths that its longest lines need.

    A row that somebody has given another number of cells keeps the widths that it has.
    """
    return GRID.sub(lambda m: _patch_row(m[0]), table)


def _patch_row(row: str) -> str:
    if len(WIDTH.findall(row)) != COLUMNS:
        return row
    columns = iter(range(COLUMNS))
    return WIDTH.sub(lambda m: f"{m[1]}{{{{ _cot_{next(columns)} }}}}{m[2]}", row)
