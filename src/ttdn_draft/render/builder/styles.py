"""word/styles.xml: the looks of a profile go in, named Word styles come out.

The text has one base, TTĐN Đoạn: what follows it says only what it has otherwise. The headings of Word (heading 1 …)
are based on the levels of the profile, in the order of its usual scheme; a document with another scheme bases them
on its own levels (render/computed_places.py). So a level looks and counts the same under each scheme.
What is printed in capitals is written so in the file too; its style says it for those who go on writing in Word.
"""

from ...knowledge.standards.profile import Profile
from ...word.ooxml import (
    DECLARATION,
    NAMESPACES,
    POINT_STYLE,
    WITH_CAPITALS,
    WITHOUT_CAPITALS,
    heading_name,
    heading_order,
    quote_attribute,
    style_id,
)
from .basic_styles import HIDDEN, build_basics, build_table_styles
from .numbering import FORMATS, list_items
from .properties import WORD_BASE, paragraph_properties, run_properties

TEXT = "doan"  # the base of the text
FOLLOWING = ("khoan", "gach", "cong", "can_cu")  # based on it, as the levels are
CLAUSE, CLAUSE_LEVEL = "khoan", "1"  # a numbered paragraph counts on with the headings of this level
GALLERY = ("doan", "khoan", "gach", "cong", "dau_cot", "o_bang")  # what staff choose when they go on writing
POINT_ID = "TTDNDiem"
ANNEX_TITLE = "phu_luc_ten"
HEADING_PRIORITY, GALLERY_PRIORITY = 9, 10  # the first is Word's own


def build_styles(profile: Profile) -> str:
    """Return the whole part."""
    bases = _bases(profile)
    looks = "".join(_paragraph_style(name, bases.get(name, ""), profile) for name in profile.looks)
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}>{build_basics(profile)}{looks}{_point(profile)}{_headings(profile)}"
        f"{build_table_styles()}</w:styles>"
    )


def _bases(profile: Profile) -> dict[str, str]:
    """Return for each look of the text the look that it is based on; the others have Word's own base."""
    bases = dict.fromkeys((*FOLLOWING, *(level.look for level in profile.levels.values())), TEXT)
    level = profile.levels.get(CLAUSE_LEVEL)
    return bases | ({CLAUSE: level.look} if level and level.counting in FORMATS else {})


def _point(profile: Profile) -> str:
    """Return the style of a point, whose letter is text: a numbered paragraph without its number."""
    look, base = profile.looks[CLAUSE], profile.looks[TEXT]
    properties = paragraph_properties(look, base, None)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{POINT_ID}"><w:name w:val="{POINT_STYLE}"/>'
        f'<w:basedOn w:val="{style_id(TEXT)}"/>{_priority("khoan")}<w:pPr>{properties}</w:pPr>'
        f"<w:rPr>{run_properties(look, base)}</w:rPr></w:style>"
    )


def _priority(name: str) -> str:
    if name not in GALLERY:
        return HIDDEN
    return f'<w:uiPriority w:val="{GALLERY_PRIORITY + GALLERY.index(name)}"/><w:qFormat/>'


def _headings(profile: Profile) -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{depth}"><w:name w:val="{heading_name(depth)}"/>'
        f'<w:basedOn w:val="{style_id(look)}"/><w:next w:val="{style_id(TEXT)}"/>'
        f'<w:uiPriority w:val="{HEADING_PRIORITY}"/>'
        + ("<w:qFormat/>" if depth <= len(profile.scheme.levels) else "<w:semiHidden/><w:unhideWhenUsed/>")
        + f'<w:pPr><w:outlineLvl w:val="{depth - 1}"/></w:pPr></w:style>'
        for depth, look in enumerate(heading_order(profile, profile.scheme.levels), 1)
    )


def _paragraph_style(name: str, base: str, profile: Profile) -> str:
    look, item = profile.looks[name], list_items(profile).get(name)
    begins_annex = name == profile.layout.annex[0].look
    based_on = "Heading1" if begins_annex else style_id(base) if base else "Normal"
    # the first heading changes with the scheme, so what is based on it says all by itself
    other = None if begins_annex else profile.looks[base] if base else WORD_BASE
    custom = "" if look.style_name.islower() and look.style_name.isascii() else ' w:customStyle="1"'
    shown = quote_attribute(look.style_name)
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(name)}"><w:name w:val={shown}/>'
        f'<w:basedOn w:val="{based_on}"/>{_priority(name)}'
        f"<w:pPr>{paragraph_properties(look, other, item)}</w:pPr>"
        f"<w:rPr>{run_properties(look, other, _capitals(name, profile))}</w:rPr></w:style>"
    )


def _capitals(name: str, profile: Profile) -> str:
    """Return what a look says of capitals; the first line of an annex is based on a heading, which may have them.

    A level whose number is a line of words, Phần I, has them in its text alone: LibreOffice 7.4 leaves the room of
    capitals for that line.
    """
    if name == profile.layout.annex[0].look:
        return WITHOUT_CAPITALS
    looks = {level.look for level in profile.levels.values() if level.is_capital and not level.breaks_line}
    looks |= {
        line.look for line in profile.layout.annex if line.content == ANNEX_TITLE and profile.annexes.is_title_capital
    }
    return WITH_CAPITALS if name in looks else ""
