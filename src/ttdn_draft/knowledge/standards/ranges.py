"""What a standard leaves to the body that issues, typed: margins, pitch of lines, pages printed on both sides."""

from dataclasses import dataclass

from ...model import named

MARGIN_KEYS = {
    "tren": "top",
    "duoi": "bottom",
    "trai": "left",
    "phai": "right",
}  # in the order of the short form 20/20/30/15


@dataclass(frozen=True)
class Bounds:
    """The least and the greatest value that a standard allows."""

    least: float = named("tu")
    most: float = named("den")

    def hold(self, value: float, tolerance: float = 0) -> bool:
        """Tell whether a value is allowed; what is no number is not."""
        return self.least - tolerance <= value <= self.most + tolerance

    def __str__(self) -> str:
        return f"{self.least:g}" if self.least == self.most else f"{self.least:g}-{self.most:g}"


@dataclass(frozen=True)
class MarginRanges:
    """The ranges of the margins in mm; a standard that fixes its margins has none."""

    top: Bounds = named("tren")
    bottom: Bounds = named("duoi")
    left: Bounds = named("trai")
    right: Bounds = named("phai")
    clause: str = named("can_cu")

    def of(self, side: str) -> Bounds:
        """Return the range of a side, by its English name."""
        found: Bounds = getattr(self, side)
        return found

    def turned(self) -> "MarginRanges":
        """Return the ranges of a page laid on its side, as Page.turned lays it."""
        return MarginRanges(self.left, self.right, self.bottom, self.top, self.clause)


@dataclass(frozen=True)
class PitchRange:
    """The range of the pitch of lines: in pt where the lines of the text are exact, in single lines elsewhere."""

    least: float = named("tu")
    most: float = named("den")
    clause: str = named("can_cu")

    @property
    def bounds(self) -> Bounds:
        """Return the least and the greatest value."""
        return Bounds(self.least, self.most)


@dataclass(frozen=True)
class BothSides:
    """Whether a standard says how pages printed on both sides are set: with left and right margin changing places."""

    is_allowed: bool = named("duoc")
    clause: str = named("can_cu")
