"""What a Word-valid template cannot hold as a tag is put in here: column widths, notes and properties.

Word refuses a file with `{{ … }}` where a number must stand. So a template carries real numbers and plain
parts, and this module turns those places into Jinja when the template is compiled.
"""

import re

HEAD_STYLE = "TTDNDauVanBan"
NOTES = '{% for n in _chu_thich %}<w:footnote w:id="{{ loop.index }}">{{ n }}</w:footnote>{% endfor %}</w:footnotes>'
PROPERTIES = {
    "dc:title": "{{ _tieu_de }}",
    "dc:subject": "{{ trich_yeu|replace('\n', ' ') }}",
    "dc:creator": "{{ _tac_gia }}",
}
TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.S)
WIDTH = re.compile(r'(<w:(?:gridCol|tcW)\b[^>]*?w:w=")\d+(")')


def patch_part(name: str, xml: str) -> str:
    """Return the XML of a part with its computed places turned into tags."""
    if name == "word/footnotes.xml":
        return xml.replace("</w:footnotes>", NOTES)
    if name == "word/document.xml":
        return TABLE.sub(_patch_head, xml)
    if name == "docProps/core.xml":
        for tag, value in PROPERTIES.items():
            xml = re.sub(rf"<{tag}>.*?</{tag}>|<{tag}/>", f"<{tag}>{value}</{tag}>", xml, count=1, flags=re.S)
    return xml


def _patch_head(table: re.Match[str]) -> str:
    """Let the columns of the head of page 1 take the widths that its longest lines need."""
    if f'w:val="{HEAD_STYLE}"' not in table[0]:
        return table[0]
    columns = iter(["0", "1", "2"] * 2)
    return WIDTH.sub(lambda m: f"{m[1]}{{{{ _cot[{next(columns)}] }}}}{m[2]}", table[0])
