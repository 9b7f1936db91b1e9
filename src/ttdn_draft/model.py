"""The frozen data that travels between the rooms, and the one table that pairs each Vietnamese key with it.

Each field carries the key under which people write it in input files and templates (`key`), its meaning and
an example. Nothing else in the program translates between the two vocabularies.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Protocol, TypeAlias

from .errors import Finding, Place
from .messages import N_
from .yaml_nodes import NodePath, Positions, place_of


def named(key: str, meaning: str = "", example: str = "", default: Any = MISSING) -> Any:
    """Declare a dataclass field together with its Vietnamese key, its meaning and an example."""
    return field(default=default, metadata={"key": key, "meaning": meaning, "example": example})


def keys_of(cls: Any) -> dict[str, str]:
    """Return the table `Vietnamese key -> Python name` of a dataclass."""
    return {f.metadata["key"]: f.name for f in fields(cls) if "key" in f.metadata}


def required_keys(cls: Any) -> set[str]:
    """Return the Vietnamese keys of the fields that have no default."""
    return {f.metadata["key"] for f in fields(cls) if "key" in f.metadata and f.default is MISSING}


def as_tags(value: Any) -> Any:
    """Return a document as template tags see it: mappings under the Vietnamese keys."""
    if is_dataclass(value):
        return {key: as_tags(getattr(value, name)) for key, name in keys_of(type(value)).items()}
    return list(value) if isinstance(value, tuple) else value


class Report(Protocol):
    """Takes a message id, the path of the node that it is about, and the facts of the message."""

    def __call__(self, id: str, path: NodePath, **facts: object) -> None:
        """Record one finding."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style, a line break (`text` is a newline), or a footnote mark (`note`)."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    note: str = ""


Text: TypeAlias = tuple[Run, ...]


def drop_start(text: Text, length: int) -> Text:
    """Return a text without its first `length` characters."""
    rest = []
    for run in text:
        cut = min(length, len(run.text))
        length -= cut
        if run.note or cut < len(run.text):
            rest.append(replace(run, text=run.text[cut:]))
    return tuple(rest)


def plain_text(text: Text) -> str:
    """Return the words of a text without its styles and footnote marks."""
    return "".join(run.text for run in text)


@dataclass(frozen=True)
class Source:
    """One input file as read: plain data, where each node stands, and the parsed text of its text nodes."""

    file: str
    data: Any
    positions: Positions
    texts: Mapping[NodePath, Text]
    findings: tuple[Finding, ...]
    data_files: Mapping[NodePath, str] = field(default_factory=dict)  # tables whose rows stand in another file

    def place(self, path: NodePath) -> Place:
        """Return where a node stands in the file; for a missing one, where its nearest ancestor stands."""
        rows = (self.data_files.get(path[:n]) for n in range(1, len(path)) if path[n] == "hang")
        return place_of(next((name for name in rows if name), self.file), self.positions, path)


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 4; `typed_number` seems typed before its text, of which it takes `typed_length`."""

    depth: int
    text: Text
    path: NodePath
    typed_number: str = ""
    typed_length: int = 0
    typed_is_bare: bool = False  # no mark stands behind it, so it may be a word: 1.1 Phạm vi, 3.5 tỷ đồng


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: `kind` is the key under which it is written (doan, khoan, gach or cong)."""

    kind: str
    text: Text
    path: NodePath
    typed_number: int | str | None = None
    level: str = ""  # of a numbered paragraph that does not take the level below its heading


@dataclass(frozen=True)
class Column:
    """A column of a table: side, what its cells are (so, phan-tram, chu or unsaid), decimals, width hint in mm."""

    alignment: str = named("can", default="")
    kind: str = named("kieu", default="")
    decimals: int | None = named("so_le", default=None)
    width: float | None = named("rong", default=None)


@dataclass(frozen=True)
class Cell:
    """A table cell that spans `columns` x `rows` places of the grid; `alignment` where it is not its column's."""

    text: Text = ()
    columns: int = 1
    rows: int = 1
    number: Decimal | None = None
    alignment: str = ""


@dataclass(frozen=True)
class Table:
    """A table: one header row and body rows.

    In a Draft it may ask for a column of numbers (`is_numbered`) and a last row of sums (the label `total`); in a
    Document both stand in the rows, and `widths` says how wide each column is, in mm.
    """

    columns: tuple[Column, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    path: NodePath
    is_numbered: bool = False
    total: str = ""
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class TableMark:
    """The place in the body where the table of a name is printed."""

    name: str
    path: NodePath


Block: TypeAlias = Heading | Paragraph | Table | TableMark


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
    """The issuing body and the body directly above it."""

    name: str = named("ten")
    symbol: str = named("ky_hieu")
    parent_body: str = named("cap_tren", default="")
    full_name: str | None = named("ten_day_du", default=None)  # as it is written inside a sentence


@dataclass(frozen=True)
class Signer:
    """Who signs: authority lines (T/M, K/T, T/L ...), office and full name; blank ones are None.

    `joint_office` is the second office of one who signs for a body without a seal (kiêm), `other_office` the one
    that is printed over the name.
    """

    office: str | None = named("chuc_vu", default=None)
    authority: str | None = named("quyen_han", default=None)
    full_name: str | None = named("ho_ten", default=None)
    joint_office: str | None = named("kiem", default=None)
    other_office: str | None = named("chuc_vu_khac", default=None)
    path: NodePath = ("ky",)


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
class Draft:
    """One valid input: the author's own data, typed, nothing added."""

    kind: str = named("loai")
    subject: str = named("trich_yeu")
    issuer: Issuer = named("co_quan")
    signers: tuple[Signer, ...] = named("ky")
    body: tuple[Block, ...] = named("noi_dung")
    standard: str = named("the_thuc")
    footnotes: Mapping[str, Text] = named("chu_thich")
    tables: Mapping[str, Table] = named("bang")
    profile: str | None = named("chuan", default=None)
    number: int | str | None = named("so", default=None)
    symbol: str | None = named("ky_hieu", default=None)
    place_name: str | None = named("dia_danh", default=None)
    issue_date: date | None = named("ngay", default=None)
    legal_bases: tuple[str, ...] = named("can_cu", default=())
    recipients: tuple[str, ...] = named("noi_nhan", default=())
    archive: str | None = named("luu", default=None)
    draft_number: int | None = named("du_thao", default=None)
    urgency: str | None = named("do_khan", default=None)
    scheme: tuple[str, ...] = named("danh_so", default=())
    size: str | None = named("co_chu", default=None)
    addressees: tuple[str, ...] = named("kinh_gui", default=())
    circulation: str | None = named("luu_hanh", default=None)
    is_unpublished: bool = named("khong_pho_bien", default=False)
    drafter: Drafter | None = named("nguoi_soan", default=None)
    contact: tuple[str, ...] = named("lien_he", default=())
    annexes: tuple[Annex, ...] = named("phu_luc", default=())
    tasks: tuple[Task | TaskGroup, ...] = named("nhiem_vu", default=())
    figures: tuple[Figure, ...] = named("so_lieu", default=())
    figure_columns: tuple[str, ...] = named("ky_so_lieu", default=())


@dataclass(frozen=True)
class BodyBlock:
    """A block of the finished body.

    `look` names the paragraph style of the profile, `label` is a number written as text (letters), `outline` is
    the heading level for the navigation pane (0 for body text), `level` the level that Word counts (or nothing).
    """

    look: str
    text: Text
    label: str = ""
    outline: int = 0
    level: str = ""


def texts_of(blocks: Iterable["BodyBlock | Table"]) -> Iterator[Text]:
    """Yield the texts of a finished body in reading order, table cells included."""
    for block in blocks:
        if isinstance(block, Table):
            for row in (block.header, *block.rows):
                yield from (cell.text for cell in row)
        else:
            yield block.text


@dataclass(frozen=True)
class AnnexPart:
    """An annex in which every word is settled."""

    label: str
    title: str
    reference: str
    body: tuple["BodyBlock | Table", ...]
    is_landscape: bool


@dataclass(frozen=True)
class SignatureBlock:
    """The lines of a signature; each may have line breaks inside."""

    first_line: str = named(
        "dong_dau", N_("Dòng đầu, in đậm: quyền hạn ký, hoặc chức vụ đứng một mình"), "K/T TRƯỞNG BAN", ""
    )
    second_line: str = named(
        "dong_hai", N_("Dòng chức vụ dưới quyền hạn ký; để trống khi chức vụ đứng một mình"), "PHÓ TRƯỞNG BAN", ""
    )
    joint_word: str = named("kiem", N_("Chữ «kiêm» giữa hai chức vụ; có thể trống"), "kiêm", "")
    joint_office: str = named("chuc_vu_kiem", N_("Chức vụ sau chữ «kiêm»; có thể trống"), "PHÓ CHỦ TỊCH HỘI ĐỒNG", "")
    full_name: str = named("ho_ten", N_("Họ và tên người ký, dưới chức vụ khác nếu có"), "Nguyễn Văn An", "")


@dataclass(frozen=True)
class Document:
    """A document in which every word is settled: what a template prints."""

    REQUIRED: ClassVar = frozenset(
        {"ten_loai", "trich_yeu", "co_quan", "so_ky_hieu", "dia_danh_ngay", "noi_dung", "ky.dong_dau", "ky.ho_ten"}
    )

    kind_name: str = named("ten_loai", N_("Tên loại văn bản, in hoa"), "HƯỚNG DẪN")
    subject: str = named(
        "trich_yeu", N_("Trích yếu nội dung; giữ chỗ xuống dòng"), "công tác thông tin đối ngoại năm 2027"
    )
    parent_body: str = named("cap_tren", N_("Cơ quan cấp trên trực tiếp, in hoa; có thể trống"), "TỈNH UỶ CAO BẰNG")
    issuer: str = named("co_quan", N_("Cơ quan ban hành, in hoa"), "BAN TUYÊN GIÁO VÀ DÂN VẬN")
    number_line: str = named("so_ky_hieu", N_("Số và ký hiệu; chừa chỗ trống khi chưa có số"), "Số 14-HD/BTGDVTU")
    place_date: str = named(
        "dia_danh_ngay",
        N_("Địa danh và ngày, tháng, năm; chừa chỗ trống khi chưa có ngày"),
        "Cao Bằng, ngày 05 tháng 02 năm 2027",
    )
    draft_mark: str = named("du_thao", N_("Dấu dự thảo; có thể trống"), "Dự thảo lần 2")
    urgency: str = named("do_khan", N_("Dấu chỉ mức độ khẩn; có thể trống"), "KHẨN")
    legal_bases: tuple[str, ...] = named(
        "can_cu", N_("Danh sách căn cứ, mỗi căn cứ một dòng, đã có dấu câu"), "- Căn cứ Điều lệ Đảng;"
    )
    body: tuple["BodyBlock | Table", ...] = named(
        "noi_dung", N_("Toàn bộ nội dung văn bản: mục, khoản, đoạn, bảng"), ""
    )
    recipients: tuple[str, ...] = named(
        "noi_nhan", N_("Danh sách nơi nhận, mỗi nơi một dòng, đã có dấu câu"), "- Thường trực Tỉnh uỷ;"
    )
    more_recipients: tuple[str, ...] = named(
        "noi_nhan_tiep", N_("Phần nơi nhận in dưới khối chữ ký khi danh sách quá dài"), "- Lãnh đạo Ban;"
    )
    signature: SignatureBlock = named("ky", N_("Khối chữ ký"), "")
    left_signature: SignatureBlock = named(
        "ky_trai", N_("Khối chữ ký bên trái của văn bản liên tịch"), "", SignatureBlock()
    )
    addressed: str = named("kinh_gui", N_("Dòng Kính gửi; có thể trống"), "Kính gửi: Bộ Ngoại giao", "")
    addressees: tuple[str, ...] = named(
        "kinh_gui_muc", N_("Danh sách dưới Kính gửi khi gửi nhiều nơi, đã có dấu câu"), "- Bộ Ngoại giao;", ()
    )
    circulation: str = named("luu_hanh", N_("Chỉ dẫn phạm vi lưu hành; có thể trống"), "LƯU HÀNH NỘI BỘ", "")
    drafter_mark: str = named("nguoi_soan", N_("Ký hiệu người soạn thảo và số bản; có thể trống"), "NguyenVanAn-26", "")
    more_drafter_mark: str = named(
        "nguoi_soan_tiep", N_("Ký hiệu người soạn thảo khi nơi nhận in dưới khối chữ ký"), "NguyenVanAn-26", ""
    )
    contact: tuple[str, ...] = named("lien_he", N_("Các dòng thông tin liên hệ"), "Email: vanthu@example.vn", ())
    unpublished: str = named(
        "khong_pho_bien",
        N_("Câu không phổ biến; có thể trống"),
        "Không phổ biến trên phương tiện thông tin đại chúng",
        "",
    )
    annexes: tuple[AnnexPart, ...] = named("phu_luc", N_("Toàn bộ phụ lục, mỗi phụ lục một phần riêng"), "", ())
    footnotes: tuple[Text, ...] = ()
    title: str = ""
    author: str = ""
