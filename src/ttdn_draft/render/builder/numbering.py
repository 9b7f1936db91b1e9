"""word/numbering.xml: the levels of a profile become one multi-level list, dashes and pluses a second.

One list serves every scheme: a level starts again under any higher one, so a text that skips levels still counts
rightly. Letters follow the Vietnamese alphabet, which Word cannot count, and are text.
"""

from xml.sax.saxutils import quoteattr

from ...knowledge.standards.profile import Level, Profile
from ...word.ooxml import DECLARATION, NAMESPACES, style_id, twips

NUMBERING_ID, BULLETS_ID = 1, 2
BULLET_LEVELS = {"gach": 0, "cong": 1}
BULLET_WORDS = {"gach": "gach_dau_dong", "cong": "dau_cong"}
FORMATS = {"la-ma": "upperRoman", "chu-hoa": "upperLetter", "thuong": "decimal"}


def heading_levels(profile: Profile) -> dict[str, int]:
    """Return the looks of the headings that Word counts, each with its level in the list."""
    levels = enumerate(profile.levels.values())
    return {level.look: index for index, level in levels if level.counting in FORMATS}


def build_numbering(profile: Profile) -> str:
    """Return the whole part."""
    levels = "".join(
        _level(index, level, profile)
        for index, level in enumerate(profile.levels.values())
        if level.counting in FORMATS
    )
    bullets = "".join(_bullet(index, look, profile) for look, index in BULLET_LEVELS.items())
    return (
        f"{DECLARATION}<w:numbering {NAMESPACES}>"
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{bullets}</w:abstractNum>'
        f'<w:num w:numId="{NUMBERING_ID}"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="{BULLETS_ID}"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _level(index: int, level: Level, profile: Profile) -> str:
    text = level.form.format(n=f"%{index + 1}", tren=f"%{index}")
    suffix = "nothing" if level.breaks_line else "space"
    bold = "<w:rPr><w:b/></w:rPr>" if level.bold_number else ""
    first = twips(profile.looks[level.look].first_line)
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{FORMATS[level.counting]}"/>'
        f'<w:pStyle w:val="{style_id(level.look)}"/><w:suff w:val="{suffix}"/><w:lvlText w:val={quoteattr(text)}/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{first}"/></w:pPr>{bold}</w:lvl>'
    )


def _bullet(index: int, look: str, profile: Profile) -> str:
    word = profile.words[BULLET_WORDS[look]].value
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{style_id(look)}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val={quoteattr(word)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="{twips(profile.looks[look].first_line)}"/></w:pPr></w:lvl>'
    )
