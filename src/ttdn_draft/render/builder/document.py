"""word/document.xml and the headers: the figures of a profile go in, a page with tags comes out."""

from collections.abc import Sequence

from ...knowledge import fonts
from ...knowledge.profiles import Profile
from ..ooxml import (
    DECLARATION,
    EMU_PER_MM,
    EMU_PER_PT,
    END_ID,
    FOOT_ID,
    HEAD_ID,
    NAMESPACES,
    paragraph,
    style_id,
    text_run,
    twips,
)

# Times New Roman, in em: from the top of a single-spaced line to its baseline (ascent 0.891 and line gap 0.042)
ASCENT = 0.933
LINE_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
NOTHING = paragraph(f'<w:pStyle w:val="{END_ID}"/>', "")  # a paragraph where Word wants one; it takes no room
PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def build_document(profile: Profile) -> str:
    """Return the main part of a template."""
    body = (
        _head(profile)
        + _line("ten_loai", "{{ ten_loai }}")
        + _line("trich_yeu", "{{ trich_yeu }}")
        + _line("gach_trich_yeu", profile.words["gach_trich_yeu"].value)
        + _loop("can_cu", "can_cu")
        + _line("doan", "{{p noi_dung }}")
        + _foot(profile)
        + NOTHING
        + _section(profile)
    )
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def build_header() -> str:
    """Return the header from page 2 on: the page number."""
    number = paragraph(f'<w:pStyle w:val="{style_id("so_trang")}"/>', PAGE_FIELD)
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{number}</w:hdr>"


def build_first_header() -> str:
    """Return the header of page 1: no number."""
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{_line('so_trang', '')}</w:hdr>"


def _line(look: str, text: str, properties: str = "") -> str:
    return paragraph(f'<w:pStyle w:val="{style_id(look)}"/>{properties}', text_run(text) if text else "")


def _when(condition: str, content: str) -> str:
    return _line("doan", f"{{%p if {condition} %}}") + content + _line("doan", "{%p endif %}")


def _loop(look: str, tag: str, properties: str = "") -> str:
    line = _line(look, "{{ dong }}", properties)
    return _line("doan", f"{{%p for dong in {tag} %}}") + line + _line("doan", "{%p endfor %}")


def _head(profile: Profile) -> str:
    left = (
        _when("cap_tren", _line("cap_tren", "{{ cap_tren }}"))
        + _line("co_quan", "{{ co_quan }}")
        + _line("dau_sao", profile.words["dau_sao"].value)
        + _line("so_ky_hieu", "{{ so_ky_hieu }}")
        + _when("du_thao", _line("du_thao", "{{ du_thao }}"))
        + _when("do_khan", _line("do_khan", "{{ do_khan }}"))
    )
    title = text_run(profile.words["tieu_de"].value) + _title_rule(profile)
    right = paragraph(f'<w:pStyle w:val="{style_id("tieu_de")}"/>', title) + _line(
        "dia_danh_ngay", "{{ dia_danh_ngay }}"
    )
    gap = profile.page.text_width - profile.head.left - profile.head.right
    widths = (profile.head.left, gap, profile.head.right)
    return _table(HEAD_ID, widths, _row(widths, (left, NOTHING, right)))


def _foot(profile: Profile) -> str:
    width = profile.signature["cot_phai"]
    indent = f'<w:ind w:right="{twips(profile.page.text_width - width - profile.recipients["rong_noi_nhan"])}"/>'
    label = text_run(profile.words["noi_nhan"].value, '<w:u w:val="single"/>')
    label += text_run(profile.words["sau_noi_nhan"].value)
    list_of = paragraph(f'<w:pStyle w:val="{style_id("noi_nhan_nhan")}"/>', label) + _loop(
        "noi_nhan", "noi_nhan", indent
    )
    left = (
        _line("doan", "{%p if noi_nhan %}")
        + list_of
        + _line("doan", "{%p else %}")
        + NOTHING
        + _line("doan", "{%p endif %}")
    )
    right = (
        _line("quyen_han", "{{ ky.dong_dau }}")
        + _when("ky.dong_hai", _line("chuc_vu", "{{ ky.dong_hai }}"))
        + _line("ho_ten", "{{ ky.ho_ten }}")
    )
    below = _loop("noi_nhan", "noi_nhan_tiep", indent)
    widths = (profile.page.text_width - width, width)
    more = (
        _row(widths, (_line("doan", "{%tr if noi_nhan_tiep %}"), NOTHING))
        + _row(widths, (below, NOTHING), may_split=True)
        + _row(widths, (_line("doan", "{%tr endif %}"), NOTHING))
    )
    return _table(FOOT_ID, widths, _row(widths, (left, right)) + more)


def _row(widths: Sequence[float], cells: Sequence[str], may_split: bool = False) -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
        for width, content in zip(widths, cells, strict=True)
    )
    properties = "" if may_split else "<w:trPr><w:cantSplit/></w:trPr>"
    return f"<w:tr>{properties}{written}</w:tr>"


def _table(style: str, widths: Sequence[float], rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _title_rule(profile: Profile) -> str:
    """Return a drawn line exactly as long as the title, under it."""
    look, title = profile.looks["tieu_de"], profile.words["tieu_de"].value
    length = round(fonts.width_mm(title, fonts.face(look.bold, look.italic), look.size) * EMU_PER_MM)
    below = profile.title_rule.below_baseline * EMU_PER_MM + ASCENT * look.size * EMU_PER_PT
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        'distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{round(below)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="Đường kẻ dưới tiêu đề"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{LINE_URI}"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{length}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{round(profile.title_rule.thickness * EMU_PER_PT)}"><a:solidFill><a:srgbClr val="000000"/>'
        "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r>"
    )


def _section(profile: Profile) -> str:
    page = profile.page
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{twips(page.number_from_top)}" '
        f'w:footer="{twips(page.number_from_top)}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
