"""A valid input, typed: the author's own data, nothing added."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from ..records import dataclass
from ..yaml_places import NodePath
from .blocks import Block, Table
from .doubts import AskedDoubt
from .naming import named
from .partial_date import PartialDate
from .texts import Text


@dataclass(frozen=True)
class Task:
    """A task of a plan: what is done, who leads, who helps, until when, what comes out."""

    path: NodePath
    content: Text = named("noi_dung")
    lead: Text = named("chu_tri")
    support: Text = named("phoi_hop", default=())
    deadline: Text = named("thoi_han", default=())
    product: Text = named("san_pham", default=())


@dataclass(frozen=True)
class TaskGroup:
    """A row over the tasks that follow it."""

    name: Text = named("nhom")


@dataclass(frozen=True)
class Figure:
    """A figure of a report with that of the time before; as written, so a text, a number or nothing."""

    path: NodePath
    name: Text = named("chi_tieu")
    unit: Text = named("don_vi", default=())
    current: Decimal | str | None = named("ky_nay", default=None)
    previous: Decimal | str | None = named("cung_ky", default=None)
    parts: tuple["Figure", ...] = named("gom", default=())


@dataclass(frozen=True)
class Issuer:
    """The issuing body and the body directly above it; with an id, the rest is to be filled in from a pack."""

    name: str = named("ten")
    symbol: str = named("ky_hieu")
    parent_body: str = named("cap_tren", default="")
    full_name: str | None = named("ten_day_du", default=None)  # as it is written inside a sentence
    id: str = ""


@dataclass(frozen=True)
class Signer:
    """Who signs: authority lines (T/M, K/T, T/L ...), office and full name; blank ones are None.

    `joint_office` is the second office of one who signs for a body without a seal (kiêm), `other_office` the one
    that is printed over the name. With an id, the rest is to be filled in from a pack.
    """

    office: str | None = named("chuc_vu", default=None)
    authority: str | None = named("quyen_han", default=None)
    full_name: str | None = named("ho_ten", default=None)
    joint_office: str | None = named("kiem", default=None)
    other_office: str | None = named("chuc_vu_khac", default=None)
    path: NodePath = ("ky",)
    id: str = ""


@dataclass(frozen=True)
class Drafter:
    """Who drafted, as the register knows it, and how many copies are issued."""

    name: str = named("ky_hieu")
    copies: int = named("so_ban")


@dataclass(frozen=True)
class Annex:
    """An annex as written: title and blocks, on upright pages or on pages laid on their side."""

    title: str = named("tieu_de")
    body: tuple[Block, ...] = named("noi_dung")
    is_landscape: bool = named("ngang", default=False)
    scheme: tuple[str, ...] = named("danh_so", default=())
    path: NodePath = ()


@dataclass(frozen=True)
class Margins:
    """The margins in mm that the author asks for; those of None are left to the standard."""

    top: float | None = named("tren", default=None)
    bottom: float | None = named("duoi", default=None)
    left: float | None = named("trai", default=None)
    right: float | None = named("phai", default=None)


@dataclass(frozen=True)
class Draft:
    """One valid input: the author's own data, typed, nothing added."""

    kind: str = named("loai")
    subject: str = named("trich_yeu")
    issuer: Issuer = named("co_quan")
    signers: tuple[Signer, ...] = named("ky")
    body: tuple[Block, ...] = named("noi_dung")
    footnotes: Mapping[str, Text] = named("chu_thich")
    tables: Mapping[str, Table] = named("bang")
    doubts: Mapping[str, AskedDoubt] = named("kiem_tra")
    standard: str = named("the_thuc", default="")  # blank: that of the organ
    pack: str | None = named("tinh", default=None)
    commune: str | None = named("xa", default=None)
    profile: str | None = named("chuan", default=None)
    number: int | str | None = named("so", default=None)
    symbol: str | None = named("ky_hieu", default=None)
    place_name: str | None = named("dia_danh", default=None)
    issue_date: date | PartialDate | None = named("ngay", default=None)  # half known only in a draft
    legal_bases: tuple[str, ...] = named("can_cu", default=())
    recipients: tuple[str, ...] | None = named("noi_nhan", default=None)
    archive: str | None = named("luu", default=None)
    draft_number: int | None = named("du_thao", default=None)
    urgency: str | None = named("do_khan", default=None)
    scheme: tuple[str, ...] = named("danh_so", default=())
    size: str | None = named("co_chu", default=None)
    margins: Margins | None = named("le_trang", default=None)
    line_pitch: float | None = named("gian_dong", default=None)
    has_both_sides: bool = named("hai_mat", default=False)
    author_line: str | None = named("cua", default=None)
    addressees: tuple[str, ...] = named("kinh_gui", default=())
    circulation: str | None = named("luu_hanh", default=None)
    is_unpublished: bool = named("khong_pho_bien", default=False)
    drafter: Drafter | None = named("nguoi_soan", default=None)
    contact: tuple[str, ...] = named("lien_he", default=())
    annexes: tuple[Annex, ...] = named("phu_luc", default=())
    tasks: tuple[Task | TaskGroup, ...] = named("nhiem_vu", default=())
    figures: tuple[Figure, ...] = named("so_lieu", default=())
    figure_columns: tuple[str, ...] = named("ky_so_lieu", default=())

    @cached_property
    def typed_tables(self) -> tuple[Table, ...]:
        """Return the tables of the body, of the annexes, and those that stand under a name."""
        bodies = (self.body, *(annex.body for annex in self.annexes))
        return (*(block for body in bodies for block in body if isinstance(block, Table)), *self.tables.values())
