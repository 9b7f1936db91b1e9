"""What a standard says, typed: the figures of profile.yaml, each with its clause, under their Vietnamese keys."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import Any

from ...model import PartialDate, named
from ...records import dataclass
from ..periods import Period
from .dates import DateWording, dates_of
from .fonts import face
from .layout import Layout, Line
from .page import FootColumns, HeadColumns, Page
from .ranges import BothSides, Bounds, FirstLines, MarginRanges, ParagraphGap, PitchRange

# what every document may need, whatever the layout says
TEXT_LOOKS = ("doan", "khoan", "gach", "cong", "dau_cot", "o_bang", "chu_thich")
NEEDED_LOOKS = (*TEXT_LOOKS, "so_trang", "noi_nhan", "quyen_han", "trich_yeu")
NEEDED_WORDS = (
    "so_ky_hieu", "ky_hieu", "dia_danh_ngay", "ngay_ngan", "du_thao", "luu", "phu_luc", "kem_theo", "gach_dau_dong",
    "dau_cong",
)  # fmt: skip
NEEDED_MARKS = ("noi_nhan", "can_cu", "noi_dung", "phu_luc")


@dataclass(frozen=True)
class Kind:
    """A kind of document: its printed name, its symbol, and whether it may address somebody (Kính gửi)."""

    name: str = named("ten", "Tên loại: in trên văn bản.", "KẾ HOẠCH")
    symbol: str = named("ky_hieu", "Ký hiệu loại: trong số và ký hiệu.", "KH")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
    is_addressed: bool = named("kinh_gui", "Kính gửi: true khi loại này có dòng Kính gửi.", default=False)


@dataclass(frozen=True)
class Words:
    """A text that the standard prescribes; `{…}` are the places that the document fills."""

    value: str = named("gia_tri", "Chữ in: {…} là chỗ văn bản điền.", "Số {so}-{ky_hieu}")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
    is_underlined: bool = named("gach_duoi", "Gạch dưới: true khi chữ này gạch chân.", default=False)
    tail: str = named(
        "sau", "Chữ theo sau: in liền sau, không gạch chân.", ":", default=""
    )  # printed behind, never underlined
    unclear: bool = named("chua_ro", "Chưa rõ: true khi số liệu là suy ra, chưa đọc được quy định.", default=False)


@dataclass(frozen=True)
class Marks:
    """The bullet before an item, the mark between items and the mark at the end."""

    between: str = named("giua", "Dấu giữa các mục.", ";")
    last: str = named("cuoi", "Dấu cuối mục cuối cùng.", ".")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
    bullet: str = named("dau", "Dấu đầu mỗi mục.", "-", default="")
    unclear: bool = named("chua_ro", "Chưa rõ: true khi số liệu là suy ra, chưa đọc được quy định.", default=False)


@dataclass(frozen=True)
class Padding:
    """Below which value a number, day or month takes a leading zero."""

    number_below: int = named("so_duoi", "Số văn bản thêm 0: số nhỏ hơn giá trị này viết thêm 0 ở trước.", "10")
    day_below: int = named("ngay_duoi", "Ngày thêm 0: ngày nhỏ hơn giá trị này viết thêm 0 ở trước.", "10")
    month_below: int = named("thang_duoi", "Tháng thêm 0: tháng nhỏ hơn giá trị này viết thêm 0 ở trước.", "3")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )


@dataclass(frozen=True)
class Signing:
    """The marks of authority: those that stand over an office, and those that an office may carry alone (Q.)."""

    marks: tuple[str, ...] = named("dau", "Quyền hạn ký: các dấu viết trước cơ quan hoặc chức vụ.", "T/M")
    alone: tuple[str, ...] = named(
        "dung_mot_minh", "Dấu đứng một mình: viết liền chức vụ, không có cơ quan ký thay.", "Q."
    )
    below: tuple[str, ...] = named(
        "can_chuc_vu", "Dấu cần chức vụ: sau dấu này phải có chức vụ của người ký.", "K/T"
    )  # after these an office must follow
    is_one_weight: bool = named(
        "cung_kieu", "Cùng kiểu: true khi mọi dòng của khối ký in cùng một kiểu chữ."
    )  # every line of the block in one style
    has_other_office: bool = named(
        "tren_ho_ten", "Chức vụ trên họ tên: true khi được in một chức vụ khác ngay trên họ tên."
    )  # an office may be printed over the name
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )


@dataclass(frozen=True)
class Level:
    """A level of numbering: its look, the form of its number, and how the number is printed."""

    look: str = named("kieu", "Kiểu đoạn của cấp: một tên ở khoá kieu của hồ sơ.", "muc_1")
    form: str = named("dang", "Cách in số: {n} là số của cấp này, {tren} là số của cấp ngay trên.", "{n}.")
    counting: str = named("so", "Loại số của cấp: la-ma, chu-hoa, thuong hoặc chu-viet.", "thuong")
    breaks_line: bool = named("xuong_dong", "Xuống dòng: true khi tên mục in ở dòng dưới số.")
    bold_number: bool = named("dam_so", "Số đậm: true khi số in đậm.")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
    is_capital: bool = named("in_hoa", "In hoa: true khi tên mục in hoa.", default=False)
    unclear: bool = named("chua_ro", "Chưa rõ: true khi số liệu là suy ra, chưa đọc được quy định.", default=False)

    @property
    def repeats_above(self) -> bool:
        """Tell whether its number repeats that of the level above: 3.1."""
        return "{tren}" in self.form

    def write(self, figure: str, above: str = "") -> str:
        """Return the number as it is printed; of `above`, that of the level above, the mark at the end is left out."""
        return self.form.format(n=figure, tren=above.rstrip(".)-/"))


@dataclass(frozen=True)
class Scheme:
    """The heading scheme where a document names none."""

    levels: tuple[str, ...] = named("mac_dinh", "Các cấp mặc định: dùng khi văn bản không ghi danh_so.", "I")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )


@dataclass(frozen=True)
class Letters:
    """The letters that count points, in their order."""

    order: tuple[str, ...] = named("thu_tu", "Thứ tự chữ cái: để đếm các điểm.", "đ")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )


@dataclass(frozen=True)
class Shape:
    """A drawn line, or a drawn frame where it has a height; lengths in mm, thickness in pt.

    A line is `share` times as long as the longest line of what it follows (nothing: as long as the text is wide).
    A frame has the width that `widths` gives for its words, or that of the words with `padding` on both sides.
    """

    thickness: float = named("day", "Độ dày nét: pt.", "0.75")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
    follows: str = named("theo", "Dài theo: thành phần mà nét vẽ đi theo.", "tieu_de", default="")
    share: float = named("ti_le", "Tỉ lệ dài: so với dòng dài nhất của thành phần ở theo.", "0.5", default=1)
    drop: float = named(
        "xuong", "Cách mép trên của dòng chứa nét vẽ: mm.", "0.15", default=0
    )  # from the top of the paragraph that carries it
    height: float = named("cao", "Chiều cao khung: mm; 0 là nét kẻ.", "8", default=0)
    widths: Mapping[str, float] = named("rong", "Bề rộng khung: mm, theo chữ trong khung.", "30", default=None)
    padding: float = named("le", "Lề trong khung: mm, ở mỗi bên chữ.", "2", default=0)
    align: str = named("can", "Căn nét vẽ: left, center hoặc right.", "center", default="center")
    colour: str = named("mau", "Màu nét: sáu chữ số thập lục phân.", "000000", default="000000")
    unclear: bool = named("chua_ro", "Chưa rõ: true khi số liệu là suy ra, chưa đọc được quy định.", default=False)


@dataclass(frozen=True)
class Look:
    """A paragraph style. Size, before, after and exact line in pt; indents in mm; `exact` None is single."""

    style_name: str = named("ten", "Tên kiểu: như hiện trong Word.", "TTĐN Đoạn văn")
    size: float = named("co", "Cỡ chữ: pt.", "14")
    align: str = named("can", "Căn lề: left, center, right hoặc both.", "both")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
    bold: bool = named("dam", "Chữ đậm.", default=False)
    italic: bool = named("nghieng", "Chữ nghiêng.", default=False)
    before: float = named("truoc", "Cách trên: pt.", "6", default=0)
    after: float = named("sau", "Cách dưới: pt.", "9", default=0)
    exact: float | None = named("dong", "Giãn dòng cố định: pt; để trống là giãn dòng đơn.", "18", default=None)
    multiple: float = named(
        "boi", "Số lần dòng đơn: khi giãn dòng không cố định.", "1.5", default=1
    )  # of single spacing, where the line is not exact
    first_line: float = named("dau_dong", "Thụt đầu dòng: mm.", "12.7", default=0)
    left: float = named("trai", "Lùi trái: mm.", "12.7", default=0)
    right: float = named("phai", "Lùi phải: mm.", "12.7", default=0)
    hanging: float = named("treo", "Treo dòng sau: mm.", "5", default=0)
    keep_next: bool = named("giu", "Giữ cùng trang với đoạn sau.", default=False)
    before_text: float = named(
        "cach_chu_lien", "Cách chữ liền sau: pt, khi sau đó là chữ không có đề mục.", "17.8", default=0
    )  # gap in pt to text that follows without a heading
    colour: str = named("mau", "Màu chữ: sáu chữ số thập lục phân; để trống là màu tự động.", "FF0000", default="")
    rule_above: float = named(
        "ke_tren", "Kẻ trên: độ dày pt của nét kẻ suốt bề rộng phía trên đoạn.", "0.75", default=0
    )  # pt; a line over the whole width
    at_page_end: float | None = named(
        "cach_mep_duoi", "Cách mép dưới: mm; đoạn đứng ở cuối trang cuối.", "20", default=None
    )  # mm: a frame this far over the lower edge
    unclear: bool = named("chua_ro", "Chưa rõ: true khi số liệu là suy ra, chưa đọc được quy định.", default=False)
    sizes: Bounds | None = named("co_khoang", "Khoảng cỡ chữ: pt; để trống là đúng một cỡ.", default=None)

    @property
    def face(self) -> str:
        """Return the name of the face, for knowledge/fonts.py."""
        return face(self.bold, self.italic)


@dataclass(frozen=True)
class Annexes:
    """How annexes are counted: roman figures or plain ones."""

    counting: str = named("so", "Loại số phụ lục: la-ma hoặc thuong.", "thuong")
    is_title_capital: bool = named("in_hoa", "Tên phụ lục in hoa.")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )


@dataclass(frozen=True)
class DrafterMark:
    """How the drafter and the copies are named, and whether the mark follows the archive line on the same line."""

    form: str = named("dang", "Cách ghi người soạn và số bản: {ky_hieu}, {so_ban} là chỗ điền.", "{ky_hieu}-{so_ban}")
    letters: str = named("kieu_chu", "Kiểu chữ người soạn: khong-dau hoặc in-hoa.", "khong-dau")
    is_in_archive_line: bool = named("cung_dong_luu", "Cùng dòng lưu: true khi in nối vào dòng Lưu.")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )


@dataclass(frozen=True)
class SizeSets:
    """The sets of sizes of a standard: for each name what departs from the looks; the first is the usual one."""

    sets: Mapping[str, Mapping[str, Mapping[str, Any]]] = named(
        "bo", "Các bộ cỡ chữ: mỗi bộ ghi chỗ khác với khoá kieu; bộ đầu là bộ thường dùng.", "14"
    )
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )


@dataclass(frozen=True)
class Predecessor:
    """A standard that was in force before and that the program has no profile for."""

    name: str = named("ten", "Tên quy định trước đó.", "Hướng dẫn số 01-HD/VPTW")
    since: PartialDate = named("tu", "Ngày có hiệu lực: năm-tháng-ngày.", "2012-01-01")
    until: PartialDate = named("den", "Ngày hết hiệu lực: năm-tháng-ngày.", "2018-04-02")
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
    unclear: bool = named("chua_ro", "Chưa rõ: true khi số liệu là suy ra, chưa đọc được quy định.", default=False)

    @property
    def period(self) -> Period:
        """Return the time in which it was in force."""
        return Period(self.since, self.until)


@dataclass(frozen=True)
class Profile:
    """Every figure of one standard, each with its clause."""

    id: str = named("id", "Mã hồ sơ: cũng là tên thư mục.", "dang-hd05-2026")
    name: str = named(
        "ten",
        "Tên hồ sơ: văn bản quy định thể thức này.",
        "Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026 của Văn phòng Trung ương Đảng",
    )
    standard: str = named("the_thuc", "Thể thức: dang hoặc nha-nuoc.", "dang")
    since: PartialDate = named("tu", "Từ ngày: năm-tháng-ngày thể thức có hiệu lực.", "2026-05-27")
    until: PartialDate | None = named(
        "den", "Đến ngày: năm-tháng-ngày thể thức hết hiệu lực; null là còn hiệu lực.", "2026-05-26"
    )
    clause: str = named(
        "can_cu", "Nơi quy định: điểm, trang của văn bản quy định thể thức, hoặc chỗ đã đo.", "điểm 6.2, tr. 12"
    )
    page: Page = named("trang", "Trang giấy: khổ, lề, số trang và phông chữ.")
    kinds: Mapping[str, Kind] = named("loai", "Các loại văn bản: mã loại và tên, ký hiệu.", "ke-hoach")
    words: Mapping[str, Words] = named("chu", "Chữ cố định: những chữ thể thức quy định.", "so_ky_hieu")
    marks: Mapping[str, Marks] = named("dau_cau", "Dấu câu: của nơi nhận, căn cứ, nội dung, phụ lục.", "noi_nhan")
    padding: Padding = named("so_0", "Số 0 đứng trước: của số, ngày và tháng.")
    urgency: Mapping[str, str] = named("do_khan", "Độ khẩn: mã và chữ in.", "khan")
    signing: Signing = named("quyen_han", "Quyền hạn ký: các dấu và cách in khối ký.")
    scheme: Scheme = named("danh_so", "Đánh số mục: các cấp khi văn bản không ghi.")
    letters: Letters = named("chu_cai", "Chữ cái đếm điểm.")
    levels: Mapping[str, Level] = named("cap", "Các cấp đánh số: kiểu, số và cách in.", "1")
    annexes: Annexes = named("phu_luc", "Phụ lục: cách đánh số và tên.")
    drafter: DrafterMark = named("nguoi_soan", "Người soạn, số bản: cách ghi.")
    head: HeadColumns = named("dau_van_ban", "Hai cột đầu văn bản: bề rộng.")
    foot: FootColumns = named("cuoi_van_ban", "Hai cột cuối văn bản: bề rộng.")
    shapes: Mapping[str, Shape] = named("net_ve", "Nét vẽ: nét kẻ và khung.", "ke_tieu_de")
    looks: Mapping[str, Look] = named("kieu", "Kiểu đoạn: của mọi thành phần.", "doan")
    layout: Layout = named("bo_cuc", "Bố cục: thứ tự các thành phần trên trang.")
    sizes: SizeSets = named("co_chu", "Bộ cỡ chữ.")
    predecessors: tuple[Predecessor, ...] = named(
        "truoc_do", "Quy định trước đó: những quy định mà chương trình không có hồ sơ.", default=()
    )
    margins: MarginRanges | None = named(
        "le_trang", "Khoảng lề trang: cơ quan được chọn; để trống là lề cố định.", default=None
    )  # None: those of the page are fixed
    pitch: PitchRange | None = named(
        "gian_dong", "Khoảng giãn dòng: cơ quan được chọn; để trống là cố định.", default=None
    )  # None: that of the looks is fixed
    both_sides: BothSides | None = named("hai_mat", "In hai mặt.", default=None)
    first_lines: FirstLines | None = named("thut_dau_dong", "Thụt đầu dòng được nhận khi kiểm tra.", default=None)
    gap: ParagraphGap | None = named("cach_doan", "Cách đoạn ít nhất khi kiểm tra.", default=None)
    inherits: str = named(
        "ke_thua", "Kế thừa: hồ sơ mà từ đó lấy mọi điều không ghi ở đây.", "dang-hd05-2026", default=""
    )
    folder: Path = field(default=Path(), compare=False)  # where its templates stand
    size: str = ""  # the set of sizes that the looks have
    plain_looks: Mapping[str, Look] | None = None  # the looks without any set

    @property
    def dates(self) -> DateWording:
        """Return how documents of the profile word dates: as its standard does, with the zeros of the profile."""
        zeros = self.padding
        return replace(
            dates_of(self.standard), day_below=zeros.day_below, month_below=zeros.month_below, clause=zeros.clause
        )

    @property
    def period(self) -> Period:
        """Return the time in which the standard is in force."""
        return Period(self.since, self.until)

    def is_valid_on(self, day: date | None) -> bool:
        """Tell whether the standard is in force on a day; a document without a date is a draft of today's."""
        return self.until is None if day is None else day in self.period

    def find_kind(self, id: str) -> Kind:
        """Return the kind of document of an id; for one that the profile does not have, its first."""
        return self.kinds.get(id) or next(iter(self.kinds.values()))

    def write_symbol(self, kind: Kind, issuer: str) -> str:
        """Return the symbol put together of kind and body: `HD/BTGDVTU`, `KH-UBND`."""
        return self.words["ky_hieu"].value.format(loai=kind.symbol, co_quan=issuer)

    def template_name(self, size: str | None = None) -> str:
        """Return the file name of the templates in a set of sizes, its own by default; the usual set needs no name."""
        size = size or self.size
        return "template.docx" if size == next(iter(self.sizes.sets)) else f"template-{size}.docx"

    def prints(self, tag: str) -> bool:
        """Tell whether the layout has a place for a tag."""
        return any(line.content == tag for line in self.lines())

    def pitched_looks(self) -> list[str]:
        """Return the looks that have the pitch of the text: whoever sets that sets theirs."""
        text, around = self.looks["doan"], ("khoan", "gach", "cong", "can_cu")
        names = dict.fromkeys(("doan", *around, *(level.look for level in self.levels.values())))
        found = ((name, self.looks[name]) for name in names if name in self.looks)
        return [name for name, look in found if (look.exact, look.multiple) == (text.exact, text.multiple)]

    def with_pitch(self, value: float) -> "Profile":
        """Return the profile with another pitch of the text, in the unit that it has."""
        is_exact = self.looks["doan"].exact is not None
        changed = {
            name: replace(look, exact=value) if is_exact else replace(look, multiple=value)
            for name, look in self.looks.items()
            if name in self.pitched_looks()
        }
        return replace(self, looks={**self.looks, **changed})

    def with_margins(self, margins: Mapping[str, float]) -> "Profile":
        """Return the profile with other margins, in mm by side; the head of page 1 stays at its place on the paper."""
        page, head = self.page.with_margins(margins), self.head
        over_left = head.over_left + page.left - self.page.left
        over_right = head.over_right + page.right - self.page.right
        return replace(self, page=page, head=replace(head, over_left=over_left, over_right=over_right))

    def find_gaps(self) -> list[str]:
        """Return the keys of what the profile uses and does not say, sorted."""
        looks = {*NEEDED_LOOKS, *(line.look for line in (*self.lines(), *self.layout.annex))}
        looks |= {level.look for level in self.levels.values()}
        sized = {look for figures in self.sizes.sets.values() for look in figures}
        gaps = {f"kieu.{look}" for look in (looks | sized) - set(self.looks)}
        gaps |= {f"chu.{word}" for word in set(NEEDED_WORDS) - set(self.words)}
        gaps |= {f"dau_cau.{mark}" for mark in set(NEEDED_MARKS) - set(self.marks)}
        gaps |= {f"cap.{level}" for level in set(self.scheme.levels) - set(self.levels)}
        return sorted(gaps | ({"co_chu.bo"} if not self.sizes.sets else set()))

    def lines(self) -> Iterator[Line]:
        """Yield every line of the layout."""
        layout = self.layout
        for pair in (*layout.head, layout.foot):
            yield from (*pair.left, *pair.right)
        yield from (*layout.above_first, *layout.middle, *layout.foot_below, *layout.after, *layout.below_first)
