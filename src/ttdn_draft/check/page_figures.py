"""Page and margins: the sections of a template go in, each difference from the profile comes out."""

from collections.abc import Iterator, Sequence

from lxml import etree

from ..knowledge.standards.page import Page
from ..knowledge.standards.profile import Profile
from ..knowledge.standards.ranges import MARGIN_KEYS, Bounds, MarginRanges
from ..messages import N_
from ..word.formats import attribute_of, is_on, read_mm
from .layout_figures import TOLERANCE

FIGURES = (
    (N_("bề rộng giấy"), "pgSz", "w", "width"),
    (N_("chiều cao giấy"), "pgSz", "h", "height"),
    (N_("lề trên"), "pgMar", "top", "top"),
    (N_("lề dưới"), "pgMar", "bottom", "bottom"),
    (N_("lề trái"), "pgMar", "left", "left"),
    (N_("lề phải"), "pgMar", "right", "right"),
    (N_("khoảng cách từ mép giấy đến số trang"), "pgMar", "header", "number_from_top"),
)
NOT_SAID = N_("không ghi")


def page_differences(sections: Sequence[etree._Element], profile: Profile) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield message id and facts for each figure; a section behind the first one may lie on its side."""
    if not is_on(sections[0], "titlePg"):
        look = profile.looks["so_trang"]
        yield "W441", {"profile": profile.id, "clause": look.clause, "unclear": ""}
    for section in sections:
        is_turned = section is not sections[0] and attribute_of(section, "pgSz", "orient") == "landscape"
        page = profile.page.turned() if is_turned else profile.page
        ranges = profile.margins.turned() if profile.margins and is_turned else profile.margins
        for facts in _differences(section, page, ranges):
            yield "W440", {"profile": profile.id, **facts}


def _differences(section: etree._Element, page: Page, ranges: MarginRanges | None) -> Iterator[dict[str, object]]:
    for label, element, attribute, field in FIGURES:
        found = _read(section, element, attribute)
        has_range = ranges is not None and field in MARGIN_KEYS.values()
        wanted = ranges.of(field) if ranges and has_range else Bounds(getattr(page, field), getattr(page, field))
        if found is None or not wanted.hold(found, TOLERANCE):
            shown = NOT_SAID if found is None else f"{round(found, 1):g} mm"
            clause = ranges.clause if ranges and has_range else page.clause
            yield {"what": label, "found": shown, "wanted": f"{wanted} mm", "clause": clause}


def _read(section: etree._Element, element: str, attribute: str) -> float | None:
    """Return a figure of a section in mm; the gutter is a part of the left margin."""
    found = read_mm(attribute_of(section, element, attribute))
    gutter = read_mm(attribute_of(section, "pgMar", "gutter")) if attribute == "left" else 0
    # a margin above or below that Word may not widen for a tall header stands there as a negative number
    return None if found is None else abs(found) + (gutter or 0)
