"""Page and margins: the sections of a file go in, each difference from the profile comes out."""

from collections.abc import Iterator, Sequence

from lxml import etree

from ..knowledge.standards.profile import Profile
from ..knowledge.standards.ranges import MARGIN_KEYS, Bounds
from ..messages import N_, Marked
from ..records import dataclass
from ..word.formats import attribute_of, is_on, read_mm
from .layout_figures import TOLERANCE

NOT_SAID = N_("không ghi")


@dataclass(frozen=True)
class PageFigure:
    """One figure of a section: its name for people, where Word keeps it, and its name in `Page`."""

    label: Marked
    element: str
    attribute: str
    field: str

    def read(self, section: etree._Element) -> float | None:
        """Return the figure of a section in mm; the gutter is a part of the left margin."""
        found = read_mm(attribute_of(section, self.element, self.attribute))
        gutter = read_mm(attribute_of(section, "pgMar", "gutter")) if self.field == "left" else 0
        # a margin above or below that Word may not widen for a tall header stands there as a negative number
        return None if found is None else abs(found) + (gutter or 0)


@dataclass(frozen=True)
class PageDifference:
    """A figure that is not as the profile wants it, and where that says so."""

    figure: PageFigure
    found: float | None
    wanted: Bounds
    clause: str

    @property
    def shown(self) -> str:
        """Return what was found as people read it."""
        return NOT_SAID if self.found is None else f"{round(self.found, 1):g} mm"

    @property
    def nearest(self) -> float:
        """Return the figure that is right and nearest to what was found, in mm."""
        found = self.wanted.least if self.found is None else self.found
        return min(max(found, self.wanted.least), self.wanted.most)


MARGINS = tuple(
    PageFigure(label, "pgMar", side, side)
    for label, side in (
        (N_("lề trên"), "top"),
        (N_("lề dưới"), "bottom"),
        (N_("lề trái"), "left"),
        (N_("lề phải"), "right"),
    )
)
FIGURES = (
    PageFigure(N_("bề rộng giấy"), "pgSz", "w", "width"),
    PageFigure(N_("chiều cao giấy"), "pgSz", "h", "height"),
    *MARGINS,
    PageFigure(N_("khoảng cách từ mép giấy đến số trang"), "pgMar", "header", "number_from_top"),
)


def page_differences(sections: Sequence[etree._Element], profile: Profile) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield message id and facts for each figure; a section behind the first one may lie on its side."""
    if not is_on(sections[0], "titlePg"):
        look = profile.looks["so_trang"]
        yield "W441", {"profile": profile.id, "clause": look.clause, "unclear": ""}
    for section in sections:
        is_turned = section is not sections[0] and attribute_of(section, "pgSz", "orient") == "landscape"
        for each in compare_page(section, profile, FIGURES, TOLERANCE, is_turned):
            facts = {"what": each.figure.label, "found": each.shown, "wanted": f"{each.wanted} mm"}
            yield "W440", {"profile": profile.id, **facts, "clause": each.clause}


def compare_page(
    section: etree._Element,
    profile: Profile,
    figures: Sequence[PageFigure],
    tolerance: float,
    is_turned: bool = False,
) -> Iterator[PageDifference]:
    """Yield the figures of a section that the profile does not allow; `is_turned`: the page lies on its side."""
    page = profile.page.turned() if is_turned else profile.page
    ranges = profile.margins.turned() if profile.margins and is_turned else profile.margins
    for figure in figures:
        found, field = figure.read(section), figure.field
        has_range = ranges is not None and field in MARGIN_KEYS.values()
        wanted = ranges.of(field) if ranges and has_range else Bounds(getattr(page, field), getattr(page, field))
        if found is None or not wanted.hold(found, tolerance):
            yield PageDifference(figure, found, wanted, ranges.clause if ranges and has_range else page.clause)
