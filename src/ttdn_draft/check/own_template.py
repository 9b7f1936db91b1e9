"""Compares a template with a profile: a .docx goes in, each difference from the standard comes out, with its clause.

Nothing here forbids a template: a body may have its reasons, and many figures of a profile are one point of a range.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from ..errors import Finding, Place, TemplateError, sort_findings
from ..knowledge.standards.profile import Look, Profile, Shape, Words
from ..knowledge.standards.profiles import with_size
from ..messages import N_
from ..model.tags import LISTS, TEXTS
from ..word.drawing import SHAPE
from ..word.formats import Format, Formats
from ..word.ooxml import W, heading_name, heading_order
from ..word.package import Package, open_package
from ..word.paragraphs import MAIN, PrintedParagraph, Template, has_drawing, has_page_number, owner_of
from ..word.relations import read_relations
from .layout_figures import (
    PARAGRAPH_FIGURES,
    RUN_FIGURES,
    SINGLE,
    STYLE_FIGURES,
    TOLERANCE,
    LayoutFigure,
    wanted_format,
)
from .page_figures import page_differences

STYLES = "word/styles.xml"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
UNCLEAR = N_(" (chưa rõ)")


def compare_template(file: Path, profile: Profile) -> tuple[Finding, ...]:
    """Return each difference from the profile, by place; that a file is no template is told by its own check."""
    try:
        package = open_package(file)
    except TemplateError:
        return ()
    return (*package.notes, *compare_package(package, profile))


def compare_package(package: Package, profile: Profile) -> tuple[Finding, ...]:
    """Return each difference from the profile, with the set of sizes that fits best."""
    template = Template(package)
    sets = (with_size(profile, size) for size in profile.sizes.sets)
    return min((sort_findings(_compare(template, sized)) for sized in sets), key=len)


def _compare(template: Template, profile: Profile) -> Iterator[Finding]:
    main, profile = Place(template.package.file, part=MAIN), _take_pitch(template, profile)
    for message, facts in page_differences(template.sections, profile):
        yield Finding(message, main, facts)
    yield from _compare_number(template, profile)
    yield from _compare_styles(template, profile)
    yield from _compare_paragraphs(template, profile)
    yield from _find_missing(template, profile)


def _take_pitch(template: Template, profile: Profile) -> Profile:
    """Return the profile with the pitch that the text of the template has, where the standard leaves it that choice."""
    look = profile.looks["doan"]
    found, wanted = template.formats.style(_style_of(template, look)), wanted_format(look, profile.page)
    value = found.line if look.exact else found.line / SINGLE
    is_free = profile.pitch is not None and profile.pitch.bounds.hold(value, TOLERANCE / SINGLE)
    return profile.with_pitch(value) if is_free and found.rule == wanted.rule else profile


def _style_of(template: Template, look: Look) -> str:
    return template.formats.ids.get(look.style_name.lower(), "")


def _compare_number(template: Template, profile: Profile) -> Iterator[Finding]:
    references = template.sections[0].iterfind(f"{W}headerReference")
    ids = {str(r.get(f"{W}type", "default")): r.get(f"{R}id") for r in references}
    targets = {relation.id: relation.target for relation in read_relations(template.package.parts, MAIN)}
    header = template.roots.get(targets.get(str(ids.get("default")), ""))
    if header is None or not has_page_number(header):
        yield Finding("W446", Place(template.package.file, part=MAIN), _facts(profile, profile.looks["so_trang"]))


def _compare_styles(template: Template, profile: Profile) -> Iterator[Finding]:
    """Yield what styles have otherwise; what one has from its base is told of the base alone."""
    place, formats = Place(template.package.file, part=STYLES), template.formats
    looks = _looks_by_style(formats, profile)
    wanted = {style: wanted_format(look, profile.page) for style, look in looks.items()}
    told = {(s, f) for s in looks for f in STYLE_FIGURES if not f.is_same(formats.style(s), wanted[s])}
    for style, look in looks.items():
        base, found = formats.base_of(style), formats.style(style)
        for figure in STYLE_FIGURES:
            is_of_base = (base, figure) in told and figure.is_same(wanted[style], wanted[base])
            if (style, figure) in told and not (is_of_base and figure.is_same(found, formats.style(base))):
                yield Finding("W442", place, _difference(figure, found, wanted[style], look, profile))


def _looks_by_style(formats: Formats, profile: Profile) -> dict[str, Look]:
    """Return the look that each style of the template is to have: our styles by name, headings as their levels."""
    looks = {key: look for look in profile.looks.values() if (key := formats.ids.get(look.style_name.lower()))}
    for depth, name in enumerate(heading_order(profile, profile.scheme.levels), 1):
        heading = formats.ids.get(heading_name(depth), "")
        if looks.get(formats.base_of(heading)) is profile.looks[name]:
            looks[heading] = replace(profile.looks[name], style_name=heading_name(depth))
    return looks


def _compare_paragraphs(template: Template, profile: Profile) -> Iterator[Finding]:
    """Yield the differences of paragraphs; one that comes from their style is told once, of the style."""
    looks = _looks_by_content(profile)
    styles = {template.formats.ids.get(look.style_name.lower()): look for look in profile.looks.values()}
    for spot in template.spots:
        style = template.formats.style_of(spot.element)
        own = styles.get(style)
        look = _look_of_number(spot, profile) or looks.get(spot.content, own)
        if look is None or not (spot.text or has_drawing(spot.element)):
            continue
        told = template.formats.style(style) if look is own else None
        wanted = wanted_format(look, profile.page)
        for figure, found in _formats_of(spot, template.formats):
            if not figure.is_same(found, wanted) and not (told and figure.is_same(found, told)):
                yield Finding("W443", spot.place, _difference(figure, found, wanted, look, profile))


def _formats_of(spot: PrintedParagraph, formats: Formats) -> Iterator[tuple[LayoutFigure, Format]]:
    """Yield each figure with what the paragraph, or a run of it that has letters, shows."""
    base = formats.paragraph(spot.element)
    yield from ((figure, base) for figure in PARAGRAPH_FIGURES)
    for run in spot.element.iter(f"{W}r"):
        if owner_of(run) is spot.element and any((t.text or "").strip() for t in run.iterfind(f"{W}t")):
            shown = formats.run(run, base)
            yield from ((figure, shown) for figure in RUN_FIGURES)


def _find_missing(template: Template, profile: Profile) -> Iterator[Finding]:
    """Yield the words and drawn lines of the layout that stand nowhere in the template."""
    main = Place(template.package.file, part=MAIN)
    texts = [spot.text for spot in template.spots]
    shapes = {found for root in template.roots.values() for found in _shapes(root)}
    for line in profile.lines():
        name = line.content
        if (words := prescribed_words(name, profile)) and not _stands_in(words.value, texts):
            yield Finding("W444", main, {"words": words.value, **_facts(profile, words)})
        elif name in profile.shapes and name not in shapes:
            facts = {"name": profile.looks[line.look].style_name, **_facts(profile, profile.shapes[name])}
            yield Finding("W445", main, facts)


def prescribed_words(content: str, profile: Profile) -> Words | None:
    """Return the words that a line of the layout prints as they stand; those that a document fills are a tag."""
    return None if content in TEXTS | LISTS else profile.words.get(content)


def _looks_by_content(profile: Profile) -> dict[str, Look]:
    """Return the look in which the layout prints each tag and each of the prescribed words."""
    looks = {}
    for line in profile.lines():
        words = prescribed_words(line.content, profile)
        looks[words.value + words.tail if words else line.content] = profile.looks[line.look]
    return looks


def _look_of_number(spot: PrintedParagraph, profile: Profile) -> Look | None:
    return profile.looks["so_trang"] if spot.place.part != MAIN and has_page_number(spot.element) else None


def _shapes(root: etree._Element) -> list[str]:
    return SHAPE.findall(etree.tostring(root, encoding="unicode"))


def _stands_in(words: str, texts: list[str]) -> bool:
    """Tell whether words stand somewhere; a single mark like * only where it stands alone."""
    return any(words == text or (len(words) > 1 and words in text) for text in texts)


def _difference(figure: LayoutFigure, found: Format, wanted: Format, look: Look, profile: Profile) -> dict[str, object]:
    clause = profile.page.clause if figure.is_of_page else look.clause
    return {
        "style": look.style_name,
        "what": figure.label,
        "found": figure.show(found),
        "wanted": figure.show(wanted),
        **_facts(profile, look),
        "clause": clause,
    }


def _facts(profile: Profile, source: Look | Words | Shape) -> dict[str, object]:
    return {"profile": profile.id, "clause": source.clause, "unclear": UNCLEAR if source.unclear else ""}
