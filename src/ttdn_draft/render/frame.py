"""Margins, pitch of lines and pages on both sides as a document asks for them: printed parts go in, and come out so.

Only what a document asks for is touched, in the file that is printed: staff who go on writing in it have it too.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from ..errors import Place, TemplateError
from ..knowledge.standards.profile import Look, Profile
from ..knowledge.standards.ranges import MARGIN_KEYS
from ..model import AskedFrame
from ..word.formats import attribute_of
from ..word.ooxml import FOOT_TABLE, HEAD_TABLE, W, twips
from ..word.package import WordIds
from ..word.paragraphs import MAIN
from ..word.relations import written
from .sections import TURNED_HEADER, UPRIGHT_HEADER

STYLES_PART, SETTINGS_PART = "word/styles.xml", "word/settings.xml"
# what stands before the mark of changing margins, in the order of the schema
BEFORE_MIRROR = {
    f"{W}{name}"
    for name in (
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
        "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
        "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts",
        "saveFormsData",
    )
}  # fmt: skip
SINGLE_LINE = 240  # 240ths of a line, in which Word counts where w:lineRule is auto: single spacing


def reframe(
    parts: Mapping[str, bytes], asked: AskedFrame, profile: Profile, ids: WordIds, file: str
) -> Mapping[str, bytes]:
    """Return the parts of a document with what it asks for; raises TemplateError where a template cannot carry it."""
    touched = (MAIN, STYLES_PART, SETTINGS_PART, UPRIGHT_HEADER, TURNED_HEADER)
    roots = {name: etree.fromstring(parts[name]) for name in touched if name in parts}
    if asked.margins:
        _set_margins(roots[MAIN], profile, ids)
    if asked.pitch:
        _set_pitch(roots[STYLES_PART], profile, ids)
    if asked.both_sides:
        if SETTINGS_PART not in roots:
            raise TemplateError("E404", Place(file, part=SETTINGS_PART), part=SETTINGS_PART)
        _mirror(roots[SETTINGS_PART])
        _begin_on_front_pages(roots[MAIN])
        _fill_blank_headers(roots)
    return {**parts, **{name: written(root) for name, root in roots.items()}}


def _set_margins(root: etree._Element, profile: Profile, ids: WordIds) -> None:
    for section in root.iter(f"{W}sectPr"):
        is_turned = attribute_of(section, "pgSz", "orient") == "landscape"
        page = profile.page.turned() if is_turned else profile.page
        for margins in section.iterfind(f"{W}pgMar"):
            margins.attrib.update({f"{W}{side}": str(twips(getattr(page, side))) for side in MARGIN_KEYS.values()})
            margins.set(f"{W}gutter", "0")
    for frame in root.iter(f"{W}framePr"):
        frame.set(f"{W}w", str(twips(profile.page.text_width)))
    for table, columns in _tables(root, ids, HEAD_TABLE, 3):
        _place_table(table, sum(columns), -profile.head.over_left)
    for table, columns in _tables(root, ids, FOOT_TABLE, 2):
        _place_table(table, sum(columns), 0)
        _set_recipients(table, columns[0], profile)


def _tables(root: etree._Element, ids: WordIds, style: str, count: int) -> Iterator[tuple[etree._Element, list[int]]]:
    """Yield the tables of a style with the widths of their columns, but none with another number of columns."""
    for table in root.iter(f"{W}tbl"):
        columns = [int(column.get(f"{W}w", "0")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        if attribute_of(table, "tblPr/tblStyle", "val") == ids.styles.get(style.lower()) and len(columns) == count:
            yield table, columns


def _place_table(table: etree._Element, width: int, indent: float) -> None:
    for name, value in (("tblW", width), ("tblInd", twips(indent))):
        for place in table.iterfind(f"{W}tblPr/{W}{name}"):
            place.set(f"{W}w", str(value))


def _set_recipients(table: etree._Element, column: int, profile: Profile) -> None:
    """Give the recipients in the foot the width of the profile; what the column has besides is indented."""
    for indent in table.iterfind(f".//{W}p/{W}pPr/{W}ind[@{W}right]"):
        indent.set(f"{W}right", str(max(column - twips(profile.foot.recipients), 0)))


def _set_pitch(root: etree._Element, profile: Profile, ids: WordIds) -> None:
    """Set the pitch in the styles of the text: in that of a paragraph, and where another style says one of its own."""
    text = ids.styles[profile.looks["doan"].style_name.lower()]
    pitched = (profile.looks[name] for name in profile.pitched_looks())
    looks = {ids.styles.get(look.style_name.lower()): look for look in pitched}
    for style in root.iterfind(f"{W}style"):
        key, spacing = style.get(f"{W}styleId"), style.find(f"{W}pPr/{W}spacing")
        look = looks.get(key)
        if look and spacing is not None and (key == text or f"{W}line" in spacing.attrib):
            spacing.attrib.update({f"{W}{name}": value for name, value in _pitch(look).items()})


def _pitch(look: Look) -> dict[str, str]:
    if look.exact:
        return {"line": str(round(look.exact * 20)), "lineRule": "exact"}
    return {"line": str(round(look.multiple * SINGLE_LINE)), "lineRule": "auto"}


def _mirror(settings: etree._Element) -> None:
    if settings.find(f"{W}mirrorMargins") is None:
        place = next((at for at, child in enumerate(settings) if child.tag not in BEFORE_MIRROR), len(settings))
        settings.insert(place, etree.Element(f"{W}mirrorMargins"))


def _begin_on_front_pages(root: etree._Element) -> None:
    """Let each annex begin on a front page: it is counted from 1, and odd pages have the margins of the front."""
    for section in root.iter(f"{W}sectPr"):
        if attribute_of(section, "pgNumType", "start") == "1":
            for old in section.findall(f"{W}type"):
                section.remove(old)
            references = len([child for child in section if child.tag.endswith("Reference")])
            section.insert(references, etree.Element(f"{W}type", {f"{W}val": "oddPage"}))


def _fill_blank_headers(roots: Mapping[str, etree._Element]) -> None:
    """Give the blank header of the first page of an annex the height that the upper margin leaves it.

    On the first page of a section that begins on a front page LibreOffice begins the text right under the header.
    """
    for section in roots[MAIN].iter(f"{W}sectPr"):
        blank = roots.get(TURNED_HEADER if attribute_of(section, "pgSz", "orient") == "landscape" else UPRIGHT_HEADER)
        top, edge = (int(attribute_of(section, "pgMar", name) or 0) for name in ("top", "header"))
        if blank is None or top <= edge:
            continue
        for line in blank.iterfind(f"{W}p"):
            for old in list(line):
                line.remove(old)
            properties = etree.SubElement(line, f"{W}pPr")
            etree.SubElement(properties, f"{W}spacing", {f"{W}line": str(top - edge), f"{W}lineRule": "exact"})
