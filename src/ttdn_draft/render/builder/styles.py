"""word/styles.xml: the looks of a profile go in, named Word styles come out."""

from xml.sax.saxutils import quoteattr

from ...knowledge.standards.profile import Look, Profile
from ...word.ooxml import (
    BODY_TABLE,
    CELL_MARGIN,
    DECLARATION,
    END_ID,
    END_STYLE,
    FOOT_ID,
    FOOT_TABLE,
    HEAD_ID,
    HEAD_TABLE,
    NAMESPACES,
    NOTE_MARK,
    style_id,
    twips,
)
from .numbering import BULLET_LEVELS, BULLETS_ID, NUMBERING_ID, heading_levels

TABLE_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def build_styles(profile: Profile) -> str:
    """Return the whole part."""
    lists = {look: (NUMBERING_ID, level) for look, level in heading_levels(profile).items()}
    lists |= {look: (BULLETS_ID, level) for look, level in BULLET_LEVELS.items()}
    looks = "".join(_paragraph_style(name, look, lists.get(name)) for name, look in profile.looks.items())
    return f"{DECLARATION}<w:styles {NAMESPACES}>{_defaults(profile)}{_basics()}{looks}{_tables()}</w:styles>"


def _defaults(profile: Profile) -> str:
    font = profile.page.font
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    size = round(profile.looks["doan"].size * 2)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:color w:val="000000"/><w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )


def _basics() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f'<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="{NOTE_MARK}"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        # Word wants a paragraph after a table that ends a text; this one takes the least room that Word can set, 0.7 pt
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="' + END_ID + '"><w:name w:val="' + END_STYLE + '"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="14" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
    )


def _paragraph_style(name: str, look: Look, item: tuple[int, int] | None) -> str:
    custom = "" if look.style_name.islower() and look.style_name.isascii() else ' w:customStyle="1"'
    based_on = '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(name)}"><w:name w:val={quoteattr(look.style_name)}/>'
        f"{based_on}<w:qFormat/><w:pPr>{_paragraph_properties(look, item)}</w:pPr>"
        f"<w:rPr>{_run_properties(look)}</w:rPr></w:style>"
    )


def _paragraph_properties(look: Look, item: tuple[int, int] | None) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>' if item else ""
    indent = f' w:left="{twips(look.left)}"' + (f' w:right="{twips(look.right)}"' if look.right else "")
    indent += f' w:hanging="{twips(look.hanging)}"' if look.hanging else f' w:firstLine="{twips(look.first_line)}"'
    return (
        ("<w:keepNext/>" if look.keep_next else "")
        + "<w:widowControl/>"
        + numbering
        + _rule_above(look)
        + f'<w:spacing w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}"{_line(look)}/>'
        + f'<w:ind{indent}/><w:jc w:val="{look.align}"/>'
    )


def _line(look: Look) -> str:
    if look.exact:
        return f' w:line="{round(look.exact * 20)}" w:lineRule="exact"'
    return f' w:line="{round(look.multiple * 240)}" w:lineRule="auto"' if look.multiple != 1 else ""


def _rule_above(look: Look) -> str:
    if not look.rule_above:
        return ""
    return f'<w:pBdr><w:top w:val="single" w:sz="{round(look.rule_above * 8)}" w:space="4" w:color="000000"/></w:pBdr>'


def _run_properties(look: Look) -> str:
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    italic = "<w:i/><w:iCs/>" if look.italic else ""
    colour = f'<w:color w:val="{look.colour}"/>' if look.colour else ""
    return f'{bold}{italic}{colour}<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>'


def _tables() -> str:
    margins = "".join(
        f'<w:{side} w:w="{CELL_MARGIN if side in ("left", "right") else 0}" w:type="dxa"/>'
        for side in ("top", "left", "bottom", "right")
    )
    properties = (
        f"<w:tblPr><w:tblBorders>{TABLE_BORDERS}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    )
    return (
        _table_style("TTDNBang", BODY_TABLE, properties)
        + _table_style(HEAD_ID, HEAD_TABLE, "")
        + _table_style(FOOT_ID, FOOT_TABLE, "")
    )


def _table_style(id: str, name: str, properties: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/>{properties}</w:style>'
    )
