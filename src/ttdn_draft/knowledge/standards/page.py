"""The page of a standard, typed: its size, margins and font, and the columns of its head and foot, in mm."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...model import named


@dataclass(frozen=True)
class Page:
    """Page and margins in mm, and the font."""

    width: float = named("rong")
    height: float = named("cao")
    top: float = named("tren")
    bottom: float = named("duoi")
    left: float = named("trai")
    right: float = named("phai")
    number_from_top: float = named("so_trang_cach_mep")
    font: str = named("phong_chu")
    clause: str = named("can_cu")

    @property
    def text_width(self) -> float:
        """Return the width between the margins, in mm."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Return the height between the margins, in mm."""
        return self.height - self.top - self.bottom

    def with_margins(self, margins: Mapping[str, float]) -> "Page":
        """Return the page with other margins, in mm by side; those that are not named stay."""
        return replace(
            self,
            top=margins.get("top", self.top),
            bottom=margins.get("bottom", self.bottom),
            left=margins.get("left", self.left),
            right=margins.get("right", self.right),
        )

    def turned(self) -> "Page":
        """Return the page laid on its side, to the left as a bound sheet is turned: what was the top is the left."""
        return replace(
            self,
            width=self.height,
            height=self.width,
            top=self.left,
            bottom=self.right,
            left=self.bottom,
            right=self.top,
        )


@dataclass(frozen=True)
class TwoLines:
    """Bodies whose name is printed in two lines, however short: the body, and its unit of one of the levels."""

    bodies: tuple[str, ...] = named("ten")
    levels: tuple[str, ...] = named("cap")
    clause: str = named("can_cu")
    unclear: bool = named("chua_ro", default=False)


@dataclass(frozen=True)
class HeadColumns:
    """The head of page 1: least widths of its two columns, and how far it may reach into the margins, in mm."""

    left: float = named("cot_trai")
    right: float = named("cot_phai")
    clause: str = named("can_cu")
    over_left: float = named("lan_trai", default=0)
    over_right: float = named("lan_phai", default=0)
    two_lines: TwoLines | None = named("hai_dong", default=None)


@dataclass(frozen=True)
class FootColumns:
    """The foot of the text: widths of the signature column and of the recipients in theirs, in mm."""

    signature: float = named("cot_ky")
    recipients: float = named("rong_noi_nhan")
    clause: str = named("can_cu")
