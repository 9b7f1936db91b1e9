"""What a standard says, typed: the figures of profile.yaml, each with its clause, under their Vietnamese keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from ...model import PartialDate, named
from ..periods import Period
from .dates import DateWording, dates_of
from .fonts import face
from .page import FootColumns, HeadColumns, Page
from .ranges import BothSides, MarginRanges, PitchRange

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

    name: str = named("ten")
    symbol: str = named("ky_hieu")
    clause: str = named("can_cu")
    is_addressed: bool = named("kinh_gui", default=False)


@dataclass(frozen=True)
class Words:
    """A text that the standard prescribes; `{…}` are the places that the document fills."""

    value: str = named("gia_tri")
    clause: str = named("can_cu")
    is_underlined: bool = named("gach_duoi", default=False)
    tail: str = named("sau", default="")  # printed behind, never underlined
    unclear: bool = named("chua_ro", default=False)


@dataclass(frozen=True)
class Marks:
    """The bullet before an item, the mark between items and the mark at the end."""

    between: str = named("giua")
    last: str = named("cuoi")
    clause: str = named("can_cu")
    bullet: str = named("dau", default="")
    unclear: bool = named("chua_ro", default=False)


@dataclass(frozen=True)
class Padding:
    """Below which value a number, day or month takes a leading zero."""

    number_below: int = named("so_duoi")
    day_below: int = named("ngay_duoi")
    month_below: int = named("thang_duoi")
    clause: str = named("can_cu")


@dataclass(frozen=True)
class Signing:
    """The marks of authority: those that stand over an office, and those that an office may carry alone (Q.)."""

    marks: tuple[str, ...] = named("dau")
    alone: tuple[str, ...] = named("dung_mot_minh")
    below: tuple[str, ...] = named("can_chuc_vu")  # after these an office must follow
    is_one_weight: bool = named("cung_kieu")  # every line of the block in one style
    has_other_office: bool = named("tren_ho_ten")  # an office may be printed over the name
    clause: str = named("can_cu")


@dataclass(frozen=True)
class Level:
    """A level of numbering: its look, the form of its number, and how the number is printed."""

    look: str = named("kieu")
    form: str = named("dang")
    counting: str = named("so")
    breaks_line: bool = named("xuong_dong")
    bold_number: bool = named("dam_so")
    clause: str = named("can_cu")
    is_capital: bool = named("in_hoa", default=False)
    unclear: bool = named("chua_ro", default=False)

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

    levels: tuple[str, ...] = named("mac_dinh")
    clause: str = named("can_cu")


@dataclass(frozen=True)
class Letters:
    """The letters that count points, in their order."""

    order: tuple[str, ...] = named("thu_tu")
    clause: str = named("can_cu")


@dataclass(frozen=True)
class Shape:
    """A drawn line, or a drawn frame where it has a height; lengths in mm, thickness in pt.

    A line is `share` times as long as the longest line of what it follows (nothing: as long as the text is wide).
    A frame has the width that `widths` gives for its words, or that of the words with `padding` on both sides.
    """

    thickness: float = named("day")
    clause: str = named("can_cu")
    follows: str = named("theo", default="")
    share: float = named("ti_le", default=1)
    drop: float = named("xuong", default=0)  # from the top of the paragraph that carries it
    height: float = named("cao", default=0)
    widths: Mapping[str, float] = named("rong", default=None)
    padding: float = named("le", default=0)
    align: str = named("can", default="center")
    colour: str = named("mau", default="000000")
    unclear: bool = named("chua_ro", default=False)


@dataclass(frozen=True)
class Look:
    """A paragraph style. Size, before, after and exact line in pt; indents in mm; `exact` None is single."""

    style_name: str = named("ten")
    size: float = named("co")
    align: str = named("can")
    clause: str = named("can_cu")
    bold: bool = named("dam", default=False)
    italic: bool = named("nghieng", default=False)
    before: float = named("truoc", default=0)
    after: float = named("sau", default=0)
    exact: float | None = named("dong", default=None)
    multiple: float = named("boi", default=1)  # of single spacing, where the line is not exact
    first_line: float = named("dau_dong", default=0)
    left: float = named("trai", default=0)
    right: float = named("phai", default=0)
    hanging: float = named("treo", default=0)
    keep_next: bool = named("giu", default=False)
    before_text: float = named("cach_chu_lien", default=0)  # gap in pt to text that follows without a heading
    colour: str = named("mau", default="")
    rule_above: float = named("ke_tren", default=0)  # pt; a line over the whole width
    at_page_end: float | None = named("cach_mep_duoi", default=None)  # mm: a frame this far over the lower edge
    unclear: bool = named("chua_ro", default=False)

    @property
    def face(self) -> str:
        """Return the name of the face, for knowledge/fonts.py."""
        return face(self.bold, self.italic)


@dataclass(frozen=True)
class Line:
    """A line of the layout: what it prints (a tag, prescribed words or a shape), in which look, and on what it waits.

    `when` names the tag without which nothing is printed; for a tag that may be empty that is the tag itself.
    """

    content: str = named("in")
    look: str = named("kieu")
    when: str = named("khi", default="")


@dataclass(frozen=True)
class LinePair:
    """A row of the head: the lines of its left and of its right column."""

    left: tuple[Line, ...] = named("trai")
    right: tuple[Line, ...] = named("phai")


@dataclass(frozen=True)
class Layout:
    """The order of everything on the page, around the text."""

    clause: str = named("can_cu")
    above_first: tuple[Line, ...] = named("tren_trang_1")
    head: tuple[LinePair, ...] = named("dau")
    middle: tuple[Line, ...] = named("giua")
    foot: LinePair = named("cuoi")
    foot_below: tuple[Line, ...] = named("duoi_cuoi")
    after: tuple[Line, ...] = named("sau_chu_ky")
    below_first: tuple[Line, ...] = named("chan_trang_1")
    annex: tuple[Line, ...] = named("phu_luc")


@dataclass(frozen=True)
class Annexes:
    """How annexes are counted: roman figures or plain ones."""

    counting: str = named("so")
    is_title_capital: bool = named("in_hoa")
    clause: str = named("can_cu")


@dataclass(frozen=True)
class DrafterMark:
    """How the drafter and the copies are named, and whether the mark follows the archive line on the same line."""

    form: str = named("dang")
    letters: str = named("kieu_chu")
    is_in_archive_line: bool = named("cung_dong_luu")
    clause: str = named("can_cu")


@dataclass(frozen=True)
class SizeSets:
    """The sets of sizes of a standard: for each name what departs from the looks; the first is the usual one."""

    sets: Mapping[str, Mapping[str, Mapping[str, Any]]] = named("bo")
    clause: str = named("can_cu")


@dataclass(frozen=True)
class Predecessor:
    """A standard that was in force before and that the program has no profile for."""

    name: str = named("ten")
    since: PartialDate = named("tu")
    until: PartialDate = named("den")
    clause: str = named("can_cu")
    unclear: bool = named("chua_ro", default=False)

    @property
    def period(self) -> Period:
        """Return the time in which it was in force."""
        return Period(self.since, self.until)


@dataclass(frozen=True)
class Profile:
    """Every figure of one standard, each with its clause."""

    id: str = named("id")
    name: str = named("ten")
    standard: str = named("the_thuc")
    since: PartialDate = named("tu")
    until: PartialDate | None = named("den")
    clause: str = named("can_cu")
    page: Page = named("trang")
    kinds: Mapping[str, Kind] = named("loai")
    words: Mapping[str, Words] = named("chu")
    marks: Mapping[str, Marks] = named("dau_cau")
    padding: Padding = named("so_0")
    urgency: Mapping[str, str] = named("do_khan")
    signing: Signing = named("quyen_han")
    scheme: Scheme = named("danh_so")
    letters: Letters = named("chu_cai")
    levels: Mapping[str, Level] = named("cap")
    annexes: Annexes = named("phu_luc")
    drafter: DrafterMark = named("nguoi_soan")
    head: HeadColumns = named("dau_van_ban")
    foot: FootColumns = named("cuoi_van_ban")
    shapes: Mapping[str, Shape] = named("net_ve")
    looks: Mapping[str, Look] = named("kieu")
    layout: Layout = named("bo_cuc")
    sizes: SizeSets = named("co_chu")
    predecessors: tuple[Predecessor, ...] = named("truoc_do", default=())
    margins: MarginRanges | None = named("le_trang", default=None)  # None: those of the page are fixed
    pitch: PitchRange | None = named("gian_dong", default=None)  # None: that of the looks is fixed
    both_sides: BothSides | None = named("hai_mat", default=None)
    inherits: str = named("ke_thua", default="")
    folder: Traversable = field(default=Path(), compare=False)  # where its templates stand
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
