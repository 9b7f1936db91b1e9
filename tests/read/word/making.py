"""Makes Word files for tests: paragraphs and tables in, the file of an office out, with the parts of a real one."""

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = f"""<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/></Types>"""
ROOT = f"""<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>"""


def run(words: str, bold: bool = False, italic: bool = False, properties: str = "") -> str:
    """A run of words; a new line is a soft break, a tab a tab."""
    inside = escape(words).replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>").replace("\t", "</w:t><w:tab/><w:t>")
    styles = f"{'<w:b/>' * bold}{'<w:i/>' * italic}{properties}"
    return f"<w:r><w:rPr>{styles}</w:rPr><w:t xml:space='preserve'>{inside}</w:t></w:r>"


def para(words: str = "", bold: bool = False, centred: bool = False, italic: bool = False, properties: str = "") -> str:
    """A paragraph of words in one style."""
    side = '<w:jc w:val="center"/>' * centred
    return f"<w:p><w:pPr>{side}{properties}</w:pPr>{run(words, bold, italic) if words else ''}</w:p>"


def cell(*content: str, span: int = 1, merge: str = "") -> str:
    """A cell; `merge` is `restart` or `continue` where it reaches over rows."""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{"".join(content) or para()}</w:tc>'


def table(*rows: list[str], borders: bool = False) -> str:
    """A table of rows of cells."""
    drawn = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>' * borders
    lines = "".join("<w:tr>" + "".join(row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{drawn}</w:tblPr>{lines}</w:tbl>"


def head(parent: str = "UBND TỈNH LÀO CAI", issuer: str = "SỞ NGOẠI VỤ", number: str = "Số: 12/BC-SNgV") -> str:
    """The head of a State document, as a table."""
    left = cell(para(parent, centred=True), para(issuer, bold=True, centred=True), para(number, centred=True))
    right = cell(
        para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, centred=True),
        para("Độc lập - Tự do - Hạnh phúc", bold=True, centred=True),
        para("Lào Cai, ngày 05 tháng 6 năm 2026", italic=True, centred=True),
    )
    return table([left, right])


def title(kind: str = "BÁO CÁO", subject: str = "Công tác thông tin đối ngoại năm 2026") -> str:
    """The line of the kind and the subject."""
    return para(kind, bold=True, centred=True) + para(subject, bold=True, centred=True) + para()


def foot(*recipients: str, office: str = "GIÁM ĐỐC", name: str = "Nguyễn Văn An") -> str:
    """Recipients and signature, as a table."""
    entries = [para(f"- {one};") for one in recipients or ("UBND tỉnh (để b/c)",)]
    left = cell(para("Nơi nhận:", bold=True, italic=True), *entries, para("- Lưu: VT."))
    return table([left, cell(para(office, bold=True, centred=True), para(), para(name, bold=True, centred=True))])


def document(*body: str) -> str:
    """A whole document around the paragraphs of its text."""
    return head() + title() + "".join(body) + foot()


def write_word(path: Path, body: str, parts: Mapping[str, bytes] | None = None) -> Path:
    """Write a Word file with this body; returns its path."""
    text = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in {"[Content_Types].xml": TYPES, "_rels/.rels": ROOT, "word/document.xml": text}.items():
            archive.writestr(name, data)
        for name, part in (parts or {}).items():
            archive.writestr(name, part)
    return path
