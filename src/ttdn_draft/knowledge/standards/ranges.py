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

    least: float = named("tu", "Ít nhất: mm.", "20")
    most: float = named("den", "Nhiều nhất: mm.", "25")

    def hold(self, value: float, tolerance: float = 0) -> bool:
        """Tell whether a value is allowed; what is no number is not."""
        return self.least - tolerance <= value <= self.most + tolerance

    def __str__(self) -> str:
        return f"{self.least:g}" if self.least == self.most else f"{self.least:g}-{self.most:g}"


@dataclass(frozen=True)
class MarginRanges:
    """The ranges of the margins in mm; a standard that fixes its margins has none."""

    top: Bounds = named("tren", "Khoảng lề trên.")
    bottom: Bounds = named("duoi", "Khoảng lề dưới.")
    left: Bounds = named("trai", "Khoảng lề trái.")
    right: Bounds = named("phai", "Khoảng lề phải.")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )

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

    least: float = named("tu", "Giãn dòng ít nhất: pt.", "18")
    most: float = named("den", "Giãn dòng nhiều nhất: pt.", "22")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )

    @property
    def bounds(self) -> Bounds:
        """Return the least and the greatest value."""
        return Bounds(self.least, self.most)


@dataclass(frozen=True)
class BothSides:
    """Whether a standard says how pages printed on both sides are set: with left and right margin changing places."""

    is_allowed: bool = named("duoc", "Được in hai mặt.")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
