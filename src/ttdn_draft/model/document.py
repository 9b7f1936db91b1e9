"""A document in which every word is settled: what a template prints, under the names of its tags."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from ..messages import N_
from ..records import dataclass
from .blocks import Table
from .naming import named
from .texts import Text


@dataclass(frozen=True)
class BodyBlock:
    """A block of the finished body.

    `look` names the paragraph style of the profile, `label` is a number written as text (letters), `outline` is
    the heading level for the navigation pane (0 for body text), `level` the level that Word counts (or nothing).
    `number` is what stands before the text in print, whoever writes it there.
    """

    look: str
    text: Text
    label: str = ""
    outline: int = 0
    level: str = ""
    number: str = ""


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
class AskedFrame:
    """What of the frame of the page the author asked for; of the rest, the template decides."""

    margins: bool = False
    pitch: bool = False
    both_sides: bool = False


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
    author_line: str = named(
        "cua", N_("Dòng «CỦA …» giữa tên loại và trích yếu; có thể trống"), "CỦA BAN THƯỜNG VỤ TỈNH UỶ", ""
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
    more_signatures: tuple[tuple[SignatureBlock, SignatureBlock], ...] = ()  # rows of a left and a right block
    footnotes: tuple[Text, ...] = ()
    scheme: tuple[str, ...] = ()  # the levels of the headings, from the highest; nothing is the scheme of the profile
    frame: AskedFrame = AskedFrame()
    title: str = ""
    author: str = ""
