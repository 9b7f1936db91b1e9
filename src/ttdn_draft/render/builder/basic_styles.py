"""The styles that are in each template whatever its looks: Word's own base styles, the note mark, the tables."""

from ...knowledge.standards.profile import Profile
from ...word.ooxml import (
    BODY_TABLE,
    CELL_MARGIN,
    CELL_SIDES,
    END_ID,
    END_STYLE,
    FOOT_ID,
    FOOT_TABLE,
    HEAD_ID,
    HEAD_TABLE,
    NOTE_MARK,
    cell_margins,
    fonts_of,
)

HIDDEN = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'  # shown from its first use on, never offered
WORD_CELL_MARGIN = 108  # twips: Word's own, for the tables that staff insert
TABLE_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in (*CELL_SIDES, "insideH", "insideV")
)
# the styles that Word knows and the template does not define: none of them is offered, but its usual table is
LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"><w:lsdException w:name="Normal" w:uiPriority="0" w:semiHidden="0" '
    'w:unhideWhenUsed="0" w:qFormat="1"/><w:lsdException w:name="Table Grid" w:uiPriority="39" w:semiHidden="0" '
    'w:unhideWhenUsed="0"/></w:latentStyles>'
)


def build_basics(profile: Profile) -> str:
    """Return the defaults and the styles that Word wants; the font stands in both, for who reads only one."""
    size = round(profile.looks["doan"].size * 2)
    letters = (
        f'{fonts_of(profile.page)}<w:color w:val="000000"/><w:kern w:val="0"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
    )
    spacing = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{letters}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{spacing}</w:pPr></w:pPrDefault></w:docDefaults>{LATENT}"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{spacing}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'{HIDDEN}<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{cell_margins(WORD_CELL_MARGIN)}</w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        f"{HIDDEN}</w:style>"
        f'<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="{NOTE_MARK}"/>{HIDDEN}'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        # Word wants a paragraph after a table that ends a text; this one takes the least room that Word can set, 0.7 pt
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{END_ID}"><w:name w:val="{END_STYLE}"/>'
        f'<w:basedOn w:val="Normal"/>{HIDDEN}<w:pPr><w:spacing w:line="14" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
    )


def build_table_styles() -> str:
    """Return the styles of the three tables, each with the margins of its cells."""
    borders = f"<w:tblBorders>{TABLE_BORDERS}</w:tblBorders>"
    return (
        _table_style("TTDNBang", BODY_TABLE, '<w:uiPriority w:val="59"/>', borders + cell_margins(CELL_MARGIN))
        + _table_style(HEAD_ID, HEAD_TABLE, HIDDEN, cell_margins(0))
        + _table_style(FOOT_ID, FOOT_TABLE, HIDDEN, cell_margins(0))
    )


def _table_style(id: str, name: str, shown: str, properties: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/>{shown}<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{properties}</w:tblPr>'
        "</w:style>"
    )
