"""word/document.xml, headers and footer: the layout of a profile goes in, pages with tags come out."""

from collections.abc import Iterable, Sequence

from ...errors import Place, TemplateError
from ...knowledge.standards.fonts import LINE, MM_PER_PT
from ...knowledge.standards.layout import Line
from ...knowledge.standards.page import Page
from ...knowledge.standards.profile import Kind, Look, Profile
from ...model.tags import LISTS, TEXTS, is_optional
from ...word.drawing import draw
from ...word.ooxml import (
    DECLARATION,
    DISTANCE_OF_NOTES,
    END_ID,
    FOOT_ID,
    HEAD_ID,
    NAMESPACES,
    fixed_table,
    paragraph,
    style_id,
    text_run,
    twips,
)

EMPTY_PARAGRAPH = paragraph(f'<w:pStyle w:val="{END_ID}"/>', "")  # a paragraph where Word wants one; it takes no room
PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
ADDRESSED = {"kinh_gui", "kinh_gui_muc"}


def build_document(profile: Profile, kind: Kind) -> str:
    """Return the main part of a template."""
    middle = [line for line in profile.layout.middle if kind.is_addressed or line.content not in ADDRESSED]
    body = (
        EMPTY_PARAGRAPH  # LibreOffice puts a line of its own before a table that begins a text with notes
        + _head(profile)
        + _lines(middle, profile)
        + _line("doan", "{{p noi_dung }}")
        + _foot(profile)
        + _lines(profile.layout.after, profile)
        + _line("doan", "{{p phu_luc }}")
        + EMPTY_PARAGRAPH
        + _section(profile)
    )
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def build_header() -> str:
    """Return the header from page 2 on: the page number."""
    number = paragraph(f'<w:pStyle w:val="{style_id("so_trang")}"/>', PAGE_FIELD)
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{number}</w:hdr>"


def build_first_header(profile: Profile) -> str:
    """Return the header of page 1: no number, but the marks that stand above the head."""
    lines = _lines(profile.layout.above_first, profile) + EMPTY_PARAGRAPH
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{lines}</w:hdr>"


def build_first_footer(profile: Profile) -> str:
    """Return the footer of page 1; its line keeps a distance from the notes that end the text."""
    gap = paragraph(f'<w:pStyle w:val="{END_ID}"/><w:spacing w:after="{twips(DISTANCE_OF_NOTES)}"/>', "")
    lines = gap + _lines(profile.layout.below_first, profile) + EMPTY_PARAGRAPH
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{lines}</w:ftr>"


def _line(look: str, text: str, properties: str = "") -> str:
    return paragraph(f'<w:pStyle w:val="{style_id(look)}"/>{properties}', text_run(text) if text else "")


def _lines(lines: Iterable[Line], profile: Profile, indent: str = "") -> str:
    return "".join(_printed(line, profile, indent if line.look == "noi_nhan" else "") for line in lines)


def _cell(lines: Sequence[Line], profile: Profile, indent: str = "") -> str:
    """Return the content of a cell; where all of it may be missing, a paragraph that Word wants there."""
    conditions = list(dict.fromkeys(_condition(line) for line in lines))
    if "" in conditions:
        return _lines(lines, profile, indent)
    return _lines(lines, profile, indent) + _when(f"not ({' or '.join(conditions)})", EMPTY_PARAGRAPH)


def _condition(line: Line) -> str:
    """Return the tag on which a line waits: the one that the layout names, or its own where that may be empty."""
    return line.when or (line.content if line.content in TEXTS | LISTS and is_optional(line.content) else "")


def _printed(line: Line, profile: Profile, properties: str) -> str:
    """Return what a line of the layout prints: a tag of the document, words of the standard, or a drawing."""
    name = line.content
    properties = _frame(profile.looks[line.look], profile.page) + properties
    if name in LISTS:
        written = _loop(line.look, name, properties)
    elif name in TEXTS:
        written = _line(line.look, f"{{{{ {name} }}}}", properties)
    elif name in profile.words:
        written = paragraph(f'<w:pStyle w:val="{style_id(line.look)}"/>{properties}', _words(name, profile))
    elif name in profile.shapes:
        written = paragraph(f'<w:pStyle w:val="{style_id(line.look)}"/>', _shape(name, profile))
    else:
        raise TemplateError("E432", Place(profile.id, path="$.bo_cuc"), name=name)
    condition = "" if name in LISTS else _condition(line)
    return _when(condition, written) if condition else written


def _frame(look: Look, page: Page) -> str:
    """Return the frame of a paragraph that stands at the end of the page; LibreOffice sees none in a style."""
    if look.at_page_end is None:
        return ""
    if look.at_page_end == page.bottom:
        place = 'w:vAnchor="margin" w:yAlign="bottom"'
    else:  # one line, of which the lower edge is so far from the edge of the paper
        top = page.height - look.at_page_end - look.size * LINE * MM_PER_PT
        place = f'w:vAnchor="page" w:y="{twips(top)}"'
    return (
        f'<w:framePr w:w="{twips(page.text_width)}" w:wrap="notBeside" w:hAnchor="margin" w:xAlign="center" {place}/>'
    )


def _words(name: str, profile: Profile) -> str:
    words = profile.words[name]
    first = text_run(words.value, '<w:u w:val="single"/>' if words.is_underlined else "") if words.value else ""
    return first + (text_run(words.tail) if words.tail else "")


def _shape(name: str, profile: Profile) -> str:
    # the length is put in for each document; the one that stands here is seen in the template only
    number = list(profile.shapes).index(name) + 1
    return draw(profile.shapes[name], name, number, profile.page.text_width / 4)


def _when(condition: str, content: str) -> str:
    return _line("doan", f"{{%p if {condition} %}}") + content + _line("doan", "{%p endif %}")


def _loop(look: str, tag: str, properties: str) -> str:
    line = _line(look, "{{ dong }}", properties)
    return _line("doan", f"{{%p for dong in {tag} %}}") + line + _line("doan", "{%p endfor %}")


def _head(profile: Profile) -> str:
    head = profile.head
    full = profile.page.text_width + head.over_left + head.over_right
    widths = (head.left, full - head.left - head.right, head.right)
    rows = [
        _row(widths, (_cell(pair.left, profile), EMPTY_PARAGRAPH, _cell(pair.right, profile)))
        for pair in profile.layout.head
    ]
    return _table(HEAD_ID, widths, "".join(rows), -head.over_left)


def _foot(profile: Profile) -> str:
    layout, width = profile.layout, profile.foot.signature
    widths = (profile.page.text_width - width, width)
    indent = f'<w:ind w:right="{max(twips(widths[0] - profile.foot.recipients), 0)}"/>'
    left, right = _cell(layout.foot.left, profile, indent), _cell(layout.foot.right, profile)
    conditions = [_condition(line) for line in layout.foot_below if line.content in LISTS | TEXTS]
    more = (
        _row(widths, (_line("doan", f"{{%tr if {' or '.join(conditions)} %}}"), EMPTY_PARAGRAPH))
        + _row(widths, (_cell(layout.foot_below, profile, indent), EMPTY_PARAGRAPH), may_split=True)
        + _row(widths, (_line("doan", "{%tr endif %}"), EMPTY_PARAGRAPH))
    )
    return _table(FOOT_ID, widths, _row(widths, (left, right)) + more)


def _row(widths: Sequence[float], cells: Sequence[str], may_split: bool = False) -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
        for width, content in zip(widths, cells, strict=True)
    )
    properties = "" if may_split else "<w:trPr><w:cantSplit/></w:trPr>"
    return f"<w:tr>{properties}{written}</w:tr>"


def _table(style: str, widths: Sequence[float], rows: str, indent: float = 0) -> str:
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/>'
        f'{fixed_table(indent, 0)}<w:tblLook w:val="0000"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _section(profile: Profile) -> str:
    page = profile.page
    footer = '<w:footerReference w:type="first" r:id="rId7"/>' if profile.layout.below_first else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
        f'{footer}<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{twips(page.number_from_top)}" '
        f'w:footer="{twips(page.number_from_top)}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
