"""The figures of a look, one by one: what each is called, when two are the same, how one is written for people."""

from collections.abc import Callable

from ..knowledge.standards.page import Page
from ..knowledge.standards.profile import Look
from ..knowledge.standards.ranges import Bounds
from ..messages import N_, Marked
from ..records import dataclass
from ..word.formats import Format

TOLERANCE = 0.25  # pt or mm: Word rounds, and a smaller difference is not visible
SINGLE = 12  # what Format.line is at single spacing
ALIGNMENTS = {"left": N_("trái"), "center": N_("giữa"), "right": N_("phải"), "both": N_("đều hai bên")}
YES, NO = N_("có"), N_("không")


@dataclass(frozen=True)
class LayoutFigure:
    """One thing to compare: the names of its fields in Format, its name for people, how it is written."""

    fields: tuple[str, ...]
    label: Marked
    show: Callable[[Format], str]
    is_of_page: bool = False  # the profile says it once, for the page

    def is_same(self, one: Format, other: Format) -> bool:
        """Tell whether two formats agree in this figure."""
        return all(_is_same(getattr(one, field), getattr(other, field)) for field in self.fields)


def _is_same(one: float | str, other: float | str) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return str(one).casefold() == str(other).casefold()
    return abs(one - other) <= (0 if isinstance(one, bool) else TOLERANCE)


def wanted_format(look: Look, page: Page) -> Format:
    """Return the format that a look must have in Word."""
    return Format(
        size=look.size,
        bold=look.bold,
        italic=look.italic,
        font=page.font,
        high_font=page.font,
        colour=look.colour.upper() or "000000",
        align=look.align,
        before=look.before,
        after=look.after,
        rule="exact" if look.exact else "auto",
        line=look.exact or look.multiple * SINGLE,
        left=look.left,
        right=look.right,
        first_line=-look.hanging if look.hanging else look.first_line,
    )


def legal_sizes(look: Look) -> Bounds:
    """Return the sizes in pt that the standard allows in a look."""
    return look.sizes or Bounds(look.size, look.size)


# + 0.0: a hair below zero is written 0, not -0
def _points(field: str) -> Callable[[Format], str]:
    return lambda found: f"{round(getattr(found, field), 2) + 0.0:g} pt"


def _mm(field: str) -> Callable[[Format], str]:
    return lambda found: f"{round(getattr(found, field), 1) + 0.0:g} mm"


def _switch(field: str) -> Callable[[Format], str]:
    return lambda found: YES if getattr(found, field) else NO


def _line(found: Format) -> str:
    """Return a line spacing: 19 pt where it is exact, ≥ 19 pt where it is the least, ×1.3 where it is a multiple."""
    if found.rule == "auto":
        return f"×{round(found.line / SINGLE, 2):g}"
    return ("" if found.rule == "exact" else "≥ ") + f"{round(found.line, 2):g} pt"


def _fonts(found: Format) -> str:
    return " / ".join(dict.fromkeys((found.font, found.high_font)))


RUN_FIGURES = (
    LayoutFigure(("size",), N_("cỡ chữ"), _points("size")),
    LayoutFigure(("bold",), N_("chữ đậm"), _switch("bold")),
    LayoutFigure(("italic",), N_("chữ nghiêng"), _switch("italic")),
    LayoutFigure(("font", "high_font"), N_("phông chữ"), _fonts, is_of_page=True),
    LayoutFigure(("colour",), N_("màu chữ"), lambda found: found.colour),
)
PARAGRAPH_FIGURES = (
    LayoutFigure(("align",), N_("căn lề"), lambda found: ALIGNMENTS.get(found.align, found.align)),
    LayoutFigure(("rule", "line"), N_("giãn dòng"), _line),
    LayoutFigure(("before",), N_("khoảng cách phía trên"), _points("before")),
    LayoutFigure(("after",), N_("khoảng cách phía dưới"), _points("after")),
    LayoutFigure(("left",), N_("thụt lề trái"), _mm("left")),
    LayoutFigure(("first_line",), N_("thụt đầu dòng"), _mm("first_line")),
)
# the right indent is left out: no standard sets it, it only keeps the recipients in their column
STYLE_FIGURES = (*RUN_FIGURES, *PARAGRAPH_FIGURES, LayoutFigure(("right",), N_("thụt lề phải"), _mm("right")))
