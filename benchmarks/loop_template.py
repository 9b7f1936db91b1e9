"""Writes the smallest template with a loop that each peer takes: its marks go in, a .docx of four parts comes out."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
NO_RELATIONS = f'<Relationships xmlns="{PACKAGE}"/>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MARKS = {
    "docxtpl": ("{%p for block in blocks %}", "{{ block }}", "{%p endfor %}"),
    "docxtemplater": ("{#blocks}", "{text}", "{/blocks}"),
    "docx-templates": ("+++FOR block IN blocks+++", "+++INS $block.text+++", "+++END-FOR block+++"),
    "carbone": ("{d.blocks[i].text}", "{d.blocks[i+1].text}"),
    "python-docx": (),
}


def write_template(peer: str, path: Path) -> Path:
    """Write the template of a peer."""
    lines = "".join(f'<w:p><w:r><w:t xml:space="preserve">{mark}</w:t></w:r></w:p>' for mark in MARKS[peer])
    document = f'<w:document xmlns:w="{WORD}"><w:body>{lines}<w:sectPr/></w:body></w:document>'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": NO_RELATIONS,
    }
    with ZipFile(path, "w", ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, head + text)
    return path
