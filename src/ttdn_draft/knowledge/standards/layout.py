"""The order of a page: the lines of the layout under their Vietnamese keys, in which each says what it prints."""

from ...model import named
from ...records import dataclass


@dataclass(frozen=True)
class Line:
    """A line of the layout: what it prints (a tag, prescribed words or a shape), in which look, and on what it waits.

    `when` names the tag without which nothing is printed; for a tag that may be empty that is the tag itself.
    """

    content: str = named("in", "In gì: một thẻ, một chữ ở khoá chu hoặc một nét ở khoá net_ve.", "noi_nhan")
    look: str = named("kieu", "In theo kiểu: một tên ở khoá kieu của hồ sơ.", "noi_nhan")
    when: str = named("khi", "Chỉ in khi: thẻ này có chữ.", "noi_nhan", default="")


@dataclass(frozen=True)
class LinePair:
    """A row of the head: the lines of its left and of its right column."""

    left: tuple[Line, ...] = named("trai", "Cột trái: các dòng từ trên xuống.")
    right: tuple[Line, ...] = named("phai", "Cột phải: các dòng từ trên xuống.")


@dataclass(frozen=True)
class Layout:
    """The order of everything on the page, around the text."""

    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
    above_first: tuple[Line, ...] = named("tren_trang_1", "Trên trang đầu: các dòng đứng trên phần đầu văn bản.")
    head: tuple[LinePair, ...] = named("dau", "Phần đầu văn bản: các hàng hai cột.")
    middle: tuple[Line, ...] = named("giua", "Giữa đầu và nội dung: tên loại, trích yếu, căn cứ.")
    foot: LinePair = named("cuoi", "Phần cuối văn bản: nơi nhận và chữ ký.")
    foot_below: tuple[Line, ...] = named("duoi_cuoi", "Dưới phần cuối: các dòng in suốt bề rộng.")
    after: tuple[Line, ...] = named("sau_chu_ky", "Sau chữ ký: các dòng ở cuối văn bản.")
    below_first: tuple[Line, ...] = named("chan_trang_1", "Chân trang đầu: các dòng ở chân trang thứ nhất.")
    annex: tuple[Line, ...] = named("phu_luc", "Đầu phụ lục: các dòng đứng trước nội dung phụ lục.")
