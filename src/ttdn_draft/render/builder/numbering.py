"""word/numbering.xml: the levels of a profile become one multi-level list, dashes and pluses a second.

One list serves every scheme: a level starts again under any higher one, so a text that skips levels still counts
rightly. Its first level prints nothing and belongs to the first line of an annex: there every level begins anew,
also for a paragraph that somebody adds in Word. Letters follow the Vietnamese alphabet, which Word cannot count,
and are text. A level whose words stand under its number has a space between the two: in a heading that somebody
adds the words follow at once. That space would move a centred number, so the headings that we print are of another
list, which counts with the first one and lets nothing follow: lists of one abstract list share its count, and only a
startOverride, which no list here has, begins it anew where its list is used first (ECMA-376, Part 1, 17.9.27; Word does
so: github.com/nerdy-pro/dxpdf, issue 230). A level in an override changes how a number looks, not how it is counted.
"""

import re

from ...knowledge.standards.profile import Level, Profile
from ...records import dataclass
from ...word.ooxml import DECLARATION, FIRST_LEVEL, NAMESPACES, fonts_of, indents_of, quote_attribute, style_id

NUMBERING_ID, BULLETS_ID, BROKEN_ID = 1, 2, 3
ANNEX_LEVEL = 0
BULLET_LEVELS = {"gach": 0, "cong": 1}
BULLET_WORDS = {"gach": "gach_dau_dong", "cong": "dau_cong"}
FORMATS = {"la-ma": "upperRoman", "chu-hoa": "upperLetter", "thuong": "decimal"}


@dataclass(frozen=True)
class ListItem:
    """The list in which a look is counted, and its level there."""

    number: int
    level: int


def list_items(profile: Profile) -> dict[str, ListItem]:
    """Return the looks that are counted or have a bullet; the first line of an annex begins the count anew."""
    levels = enumerate(profile.levels.values(), FIRST_LEVEL)
    items = {level.look: ListItem(NUMBERING_ID, index) for index, level in levels if level.counting in FORMATS}
    items |= {look: ListItem(BULLETS_ID, index) for look, index in BULLET_LEVELS.items()}
    return items | {profile.layout.annex[0].look: ListItem(NUMBERING_ID, ANNEX_LEVEL)}


def build_numbering(profile: Profile) -> str:
    """Return the whole part."""
    levels = "".join(
        _level(index, level, profile)
        for index, level in enumerate(profile.levels.values(), FIRST_LEVEL)
        if level.counting in FORMATS
    )
    bullets = "".join(_bullet(index, look, profile) for look, index in BULLET_LEVELS.items())
    return (
        f"{DECLARATION}<w:numbering {NAMESPACES}>"
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{_annex()}{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{bullets}</w:abstractNum>'
        f'<w:num w:numId="{NUMBERING_ID}"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="{BULLETS_ID}"><w:abstractNumId w:val="1"/></w:num>{_broken(profile)}</w:numbering>'
    )


def _broken(profile: Profile) -> str:
    """Return the list in which nothing follows the numbers of levels that have a line of their own."""
    levels = enumerate(profile.levels.values(), FIRST_LEVEL)
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{index}">{_unlinked(_level(index, level, profile))}</w:lvlOverride>'
        for index, level in levels
        if level.breaks_line
    )
    if not overrides:
        return ""
    return f'<w:num w:numId="{BROKEN_ID}"><w:abstractNumId w:val="0"/>{overrides}</w:num>'


def _unlinked(level: str) -> str:
    """Return a level that no style names, with nothing behind its number."""
    return re.sub(r"<w:pStyle [^>]*/>", "", level).replace('<w:suff w:val="space"/>', '<w:suff w:val="nothing"/>')


def _annex() -> str:
    """Return the level of annexes; it names no style, or programs would take the head of an annex for an item."""
    return (
        f'<w:lvl w:ilvl="{ANNEX_LEVEL}">'
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/>'
        '<w:lvlText w:val=""/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
    )


def _level(index: int, level: Level, profile: Profile) -> str:
    text = _text_of(index, profile)
    return _written(index, FORMATS[level.counting], level.look, text, profile, level.bold_number)


def _text_of(index: int, profile: Profile) -> str:
    """Return the form of a number as Word writes it: %5.%6. for a level whose number repeats the one above it."""
    level = list(profile.levels.values())[index - FIRST_LEVEL]
    return level.write(f"%{index + 1}", _text_of(index - 1, profile) if level.repeats_above else "")


def _bullet(index: int, look: str, profile: Profile) -> str:
    return _written(index, "bullet", look, profile.words[BULLET_WORDS[look]].value, profile)


def _written(index: int, form: str, look: str, text: str, profile: Profile, is_bold: bool = False) -> str:
    # the font stands here too: a program that takes bullets for symbols prints and saves others in their place
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{style_id(look)}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val={quote_attribute(text)}/><w:lvlJc w:val="left"/>'
        f"<w:pPr><w:ind{indents_of(profile.looks[look])}/></w:pPr>"
        f"<w:rPr>{fonts_of(profile.page)}{'<w:b/><w:bCs/>' if is_bold else ''}</w:rPr></w:lvl>"
    )
