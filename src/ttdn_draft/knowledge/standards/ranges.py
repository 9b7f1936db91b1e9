"""What a standard leaves to the body that issues, typed: margins, pitch of lines, pages printed on both sides."""

from dataclasses import replace
from math import inf

from ...model import named
from ...records import dataclass

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
        if self.most == inf:
            return f"≥ {self.least:g}"
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

    is_open: bool = named(
        "khong_muc_tren", "Không mức trên: true khi quy định không nêu; den là mức khi soạn.", default=False
    )

    @property
    def bounds(self) -> Bounds:
        """Return the least and the greatest value that a document may ask for."""
        return Bounds(self.least, self.most)

    @property
    def legal(self) -> Bounds:
        """Return what is no fault: where the standard says no greatest value, any from the least on."""
        return replace(self.bounds, most=inf) if self.is_open else self.bounds


@dataclass(frozen=True)
class BothSides:
    """Whether a standard says how pages printed on both sides are set: with left and right margin changing places."""

    is_allowed: bool = named("duoc", "Được in hai mặt.")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )


@dataclass(frozen=True)
class FirstLines:
    """How far the first line of a paragraph stands in, in mm: some values, or all from the first to the last."""

    accepted: tuple[float, ...] = named("nhan", "Thụt đầu dòng được nhận: mm.", "10")
    is_range: bool = named("khoang", "Là khoảng: true khi mọi số từ số đầu đến số cuối đều được.")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )

    def hold(self, value: float, tolerance: float) -> bool:
        """Tell whether a value is accepted."""
        if self.is_range:
            return Bounds(self.accepted[0], self.accepted[-1]).hold(value, tolerance)
        return any(abs(value - each) <= tolerance for each in self.accepted)

    def nearest(self, value: float) -> float:
        """Return the accepted value that is nearest to one."""
        return min(self.accepted, key=lambda each: abs(each - value))

    def __str__(self) -> str:
        return ("-" if self.is_range else ", ").join(f"{each:g}" for each in self.accepted)


@dataclass(frozen=True)
class ParagraphGap:
    """The least gap between two paragraphs of the text, in pt."""

    least: float = named("tu", "Cách đoạn ít nhất: pt.", "6")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
