"""The page of a standard, typed: its size, margins and font, and the columns of its head and foot, in mm."""

from collections.abc import Mapping
from dataclasses import replace

from ...model import named
from ...records import dataclass


@dataclass(frozen=True)
class Page:
    """Page and margins in mm, and the font."""

    width: float = named("rong", "Rộng trang: mm.", "210")
    height: float = named("cao", "Cao trang: mm.", "297")
    top: float = named("tren", "Lề trên: mm.", "20")
    bottom: float = named("duoi", "Lề dưới: mm.", "20")
    left: float = named("trai", "Lề trái: mm.", "30")
    right: float = named("phai", "Lề phải: mm.", "15")
    number_from_top: float = named("so_trang_cach_mep", "Số trang cách mép trên: mm.", "10")
    font: str = named("phong_chu", "Phông chữ.", "Times New Roman")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )

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

    bodies: tuple[str, ...] = named("ten", "Tên cơ quan viết hai dòng.", "HỘI ĐỒNG NHÂN DÂN")
    levels: tuple[str, ...] = named("cap", "Cấp của cơ quan: chữ bắt đầu dòng thứ hai.", "TỈNH")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
    unclear: bool = named("chua_ro", "Chưa rõ: true khi số liệu là suy ra, chưa đọc được quy định.", default=False)


@dataclass(frozen=True)
class HeadColumns:
    """The head of page 1: least widths of its two columns, and how far it may reach into the margins, in mm."""

    left: float = named("cot_trai", "Cột trái: bề rộng ít nhất, mm.", "73.2")
    right: float = named("cot_phai", "Cột phải: bề rộng ít nhất, mm.", "73.3")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
    over_left: float = named("lan_trai", "Lấn lề trái: mm.", "5", default=0)
    over_right: float = named("lan_phai", "Lấn lề phải: mm.", "5", default=0)
    two_lines: TwoLines | None = named(
        "hai_dong", "Tên cơ quan hai dòng: những tên thể thức cho viết hai dòng.", default=None
    )


@dataclass(frozen=True)
class FootColumns:
    """The foot of the text: widths of the signature column and of the recipients in theirs, in mm."""

    signature: float = named("cot_ky", "Cột chữ ký: bề rộng, mm.", "80")
    recipients: float = named("rong_noi_nhan", "Cột nơi nhận: bề rộng, mm.", "80")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
