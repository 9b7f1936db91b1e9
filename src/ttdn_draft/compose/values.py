"""The values that an outline may print: their names, meanings and examples, declared on the fields of one dataclass."""

from collections.abc import Iterator

from ..grammar import Names
from ..messages import N_
from ..model import list_named, named
from ..records import dataclass


@dataclass(frozen=True)
class ProvinceValues:
    """The province or city on the day of the document."""

    name: str = named("ten", N_("Tên tỉnh, thành phố"), "Cao Bằng")
    full_name: str = named("ten_day_du", N_("Tên có chữ tỉnh, thành phố"), "tỉnh Cao Bằng")
    type: str = named("loai", N_("Chữ tỉnh hoặc thành phố"), "tỉnh")
    committee: str = named("cap_uy", N_("Tên gọi cấp uỷ, không kèm tên tỉnh: Tỉnh uỷ hoặc Thành uỷ"), "Tỉnh uỷ")
    former: str = named("truoc_day", N_("Các tỉnh, thành phố đã hợp thành; trống nếu không có"), "Bình Phước, Đồng Nai")
    below: str = named("cap_duoi", N_("Cấp hành chính ngay dưới tỉnh, thành phố vào ngày ban hành"), "cấp xã")


@dataclass(frozen=True)
class UnitValues:
    """The unit that the issuing body serves: the commune, the district or the province."""

    name: str = named("ten", N_("Tên đơn vị của cơ quan ban hành"), "Trùng Khánh")
    full_name: str = named("ten_day_du", N_("Tên đơn vị, có chữ chỉ cấp"), "xã Trùng Khánh")
    kind: str = named("loai", N_("Chữ chỉ cấp của đơn vị"), "xã")
    level: str = named("cap", N_("Cấp của đơn vị: xa, huyen hoặc tinh"), "xa")
    committee: str = named("cap_uy", N_("Cấp uỷ của đơn vị, không kèm tên riêng"), "Đảng uỷ xã")
    above: str = named("tren", N_("Đơn vị cấp trên; trống ở cấp tỉnh"), "tỉnh Cao Bằng")
    below: str = named("duoi", N_("Chữ chỉ các đơn vị bên dưới"), "thôn, tổ dân phố")
    propaganda: str = named("tuyen_giao", N_("Cơ quan tham mưu công tác tuyên giáo của đơn vị"), "Ban Xây dựng Đảng")
    culture: str = named("van_hoa", N_("Cơ quan chuyên môn phụ trách thông tin đối ngoại"), "Phòng Văn hóa - Xã hội")


@dataclass(frozen=True)
class IssuerValues:
    """The body whose document it is."""

    name: str = named("ten", N_("Cơ quan ban hành, viết như trong câu"), "Ban Tuyên giáo Tỉnh uỷ Cao Bằng")
    issuing: str = named("ban_hanh", N_("Chủ thể ban hành, theo quyền hạn ký"), "Ban Thường vụ Tỉnh uỷ Cao Bằng")
    above: str = named("cap_tren", N_("Cấp trên trực tiếp, viết như trong câu"), "Tỉnh uỷ Cao Bằng")
    reports_to: str = named("bao_cao_ve", N_("Nơi mà cơ quan ban hành phải báo cáo"), "Ban Tuyên giáo Trung ương")
    asking: str = named("de_nghi", N_("Chữ Đề nghị nếu cơ quan không có quyền giao việc; trống nếu có"), "Đề nghị")
    executive: str = named(
        "uy_ban",
        N_("Chữ Ủy ban nhân dân nếu cơ quan là uỷ ban hoặc thuộc uỷ ban; trống nếu không"),
        "Ủy ban nhân dân",
        "",
    )
    guidance: str = named(
        "huong_dan",
        N_("Hướng dẫn trong năm của trung ương mà cơ quan cấp tỉnh của Đảng thực hiện; trống khi chưa biết"),
        "[dan: hd-166-btgtw-2021]",
        "",
    )


@dataclass(frozen=True)
class OrganValues:
    """The organs that every province has, as they are written in a sentence."""

    party_committee: str = named("tinh_uy", N_("Tỉnh uỷ hoặc Thành uỷ"), "Tỉnh uỷ Cao Bằng")
    propaganda: str = named(
        "btgdvtu", N_("Ban tuyên giáo cấp tỉnh, theo tên của ngày ban hành"), "Ban Tuyên giáo Tỉnh uỷ Cao Bằng"
    )
    peoples_committee: str = named("ubnd_tinh", N_("Uỷ ban nhân dân cấp tỉnh"), "Ủy ban nhân dân tỉnh Cao Bằng")
    department: str = named(
        "svhttdl", N_("Sở phụ trách thông tin đối ngoại"), "Sở Văn hóa, Thể thao và Du lịch tỉnh Cao Bằng"
    )
    steering: str = named(
        "bcd_ttdn", N_("Ban Chỉ đạo cấp tỉnh"), "Ban Chỉ đạo Công tác thông tin đối ngoại tỉnh Cao Bằng"
    )
    government_party: str = named(
        "dang_ubnd",
        N_("Tổ chức đảng của uỷ ban nhân dân cấp tỉnh, theo tên của ngày ban hành"),
        "Đảng uỷ Uỷ ban nhân dân tỉnh",
    )


@dataclass(frozen=True)
class DeadlineValues:
    """Until when reports are due, and to whom they go."""

    monthly: str = named("thang", N_("Hạn báo cáo tháng"), "trước ngày 20")
    quarterly: str = named("quy", N_("Hạn báo cáo quý"), "trước ngày 20 của tháng cuối quý")
    half_yearly: str = named("sau_thang", N_("Hạn báo cáo 6 tháng"), "trước ngày 20/6")
    yearly: str = named("nam", N_("Hạn báo cáo năm"), "trước ngày 20/11")
    receiver: str = named("noi_nhan", N_("Nơi nhận báo cáo"), "Ban Tuyên giáo Tỉnh uỷ Cao Bằng")


@dataclass(frozen=True)
class ParagraphValues:
    """Local paragraphs of a pack (outlines/doan), in Markdown; blank where the pack has no such file."""

    border: str = named("bien_gioi", N_("Đoạn riêng của tỉnh về biên giới, biển, đảo"), "", "")
    promotion: str = named("quang_ba", N_("Đoạn riêng của tỉnh về quảng bá hình ảnh"), "", "")
    partners: str = named("doi_tac", N_("Đoạn riêng của tỉnh về đối tác, địa phương nước ngoài"), "", "")
    anniversaries: str = named("ngay_ky_niem", N_("Đoạn riêng của tỉnh về ngày kỷ niệm"), "", "")
    organisation: str = named("to_chuc", N_("Đoạn riêng của tỉnh về tổ chức thực hiện"), "", "")


@dataclass(frozen=True)
class FactValues:
    """Local facts of a pack, each a sentence."""

    border: tuple[str, ...] = named(
        "bien_gioi", N_("Các câu về biên giới, biển, đảo"), "Tuyến biên giới đi qua 21 xã", ()
    )
    promotion: tuple[str, ...] = named(
        "quang_ba", N_("Các câu về hình ảnh, tiềm năng"), "Công viên địa chất toàn cầu UNESCO", ()
    )
    partners: tuple[str, ...] = named("doi_tac", N_("Các câu về đối tác"), "747 đoàn nước ngoài trong 20 năm", ())
    others: tuple[str, ...] = named("khac", N_("Các câu khác về địa phương"), "Tỉnh có 56 xã, phường", ())


@dataclass(frozen=True)
class TermValues:
    """The terms of the day of the document; a gap where nobody knows for that day."""

    congress: str = named("dai_hoi", N_("Kỳ đại hội của Đảng"), "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng")
    party_organisation: str = named(
        "dang_bo", N_("Đại hội đảng bộ của nhiệm kỳ"), "đại hội đảng bộ các cấp nhiệm kỳ 2025 - 2030"
    )
    years: str = named("nam", N_("Các năm của nhiệm kỳ đảng bộ"), "2025 - 2030")
    assembly: str = named("quoc_hoi", N_("Khoá Quốc hội"), "Quốc hội khoá XVI")
    councils: str = named(
        "hdnd", N_("Hội đồng nhân dân theo nhiệm kỳ"), "Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031"
    )
    government: str = named("chinh_quyen", N_("Các cấp chính quyền địa phương"), "chính quyền địa phương 2 cấp")


@dataclass(frozen=True)
class TraitValues:
    """What the province has on the day, as the tables know; blank or an empty list is unknown or none."""

    border: tuple[str, ...] = named("bien_gioi", N_("Các nước có chung biên giới đất liền"), "Trung Quốc", ())
    sea: str = named("bien", N_("Chữ biển nếu giáp biển, nếu không thì trống"), "biển", "")
    gates: tuple[str, ...] = named("cua_khau", N_("Các cửa khẩu quốc tế"), "Tà Lùng", ())
    airports: tuple[str, ...] = named("san_bay", N_("Các cảng hàng không"), "Cảng hàng không quốc tế Nội Bài", ())
    ports: tuple[str, ...] = named("cang", N_("Các cảng biển"), "Cảng biển Hải Phòng (loại đặc biệt)", ())
    heritage: tuple[str, ...] = named(
        "di_san", N_("Các di sản, danh hiệu, có loại và năm"), "Vịnh Hạ Long, di sản thế giới (1994)", ()
    )
    partners: tuple[str, ...] = named(
        "doi_tac", N_("Các đối tác nước ngoài còn hiệu lực"), "Tỉnh U Đôm Xay (Lào): quan hệ kết nghĩa từ năm 2011", ()
    )
    foreign_affairs: str = named(
        "so_ngoai_vu", N_("Sở Ngoại vụ nếu biết là có, nếu không thì trống"), "Sở Ngoại vụ", ""
    )


@dataclass(frozen=True)
class OutlineValues:
    """Everything that an outline may print; an unknown value stands as `[điền: what is wanted]`."""

    year: str = named("nam", N_("Năm của văn bản"), "2027")
    year_before: str = named("nam_truoc", N_("Năm trước"), "2026")
    year_after: str = named("nam_sau", N_("Năm sau"), "2028")
    province: ProvinceValues = named("tinh")
    unit: UnitValues = named("don_vi")
    issuer: IssuerValues = named("co_quan")
    organs: OrganValues = named("ten")
    bases: tuple[str, ...] = named("can_cu", N_("Các căn cứ còn hiệu lực, để viết trong câu"), "[dan: kl-57-kltw-2023]")
    bases_joined: str = named(
        "can_cu_gop", N_("Các căn cứ nối bằng dấu chấm phẩy"), "[dan: kl-57-kltw-2023]; [dan: nq-59-nqtw-2025]"
    )
    base_ids: tuple[str, ...] = named("can_cu_ma", N_("Mã của các căn cứ, để viết dưới khoá can_cu"), "kl-57-kltw-2023")
    anniversaries: tuple[str, ...] = named(
        "ky_niem",
        N_("Các ngày kỷ niệm trong năm; danh sách rỗng khi chưa biết"),
        "82 năm Quốc khánh nước Cộng hoà xã hội chủ nghĩa Việt Nam (02/9/1945 - 02/9/2027)",
    )
    anniversaries_joined: str = named(
        "ky_niem_gop",
        N_("Các ngày kỷ niệm nối bằng dấu chấm phẩy"),
        "Ngày Giỗ Tổ Hùng Vương (mùng 10 tháng 3 âm lịch); 77 năm Chiến thắng Biên giới (1950 - 2027)",
    )
    diplomacy: str = named(
        "doi_ngoai",
        N_("Câu về các năm quan hệ ngoại giao, chưa có dấu chấm"),
        "Năm 2027, Việt Nam kỷ niệm năm tròn, năm lẻ năm ngày thiết lập quan hệ ngoại giao với 16 nước",
    )
    terms: TermValues = named("nhiem_ky")
    deadlines: DeadlineValues = named("bao_cao")
    events: tuple[str, ...] = named(
        "su_kien_nam", N_("Các sự kiện của năm được nêu vào ngày ban hành"), "Tuyên truyền Năm APEC Việt Nam 2027", ()
    )
    events_joined: str = named(
        "su_kien_nam_gop",
        N_("Các sự kiện của năm nối bằng dấu chấm phẩy; trống khi không có"),
        "Tuyên truyền Năm APEC Việt Nam 2027; Quảng bá Năm Du lịch quốc gia",
        "",
    )
    traits: TraitValues = named("dac_diem", default=TraitValues())
    paragraphs: ParagraphValues = named("doan", default=ParagraphValues())
    facts: FactValues = named("su_kien", default=FactValues())


@dataclass(frozen=True)
class WrittenValue:
    """A value as it is written in an outline, with its meaning and an example."""

    written: str
    meaning: str
    example: str


def list_values() -> Iterator[WrittenValue]:
    """Yield every value in the order of the declaration; a list stands in the loop that goes through it."""
    for found in list_named(OutlineValues):
        written = f"{{% for x in {found.name} %}}" if found.is_list else f"{{{{ {found.name} }}}}"
        yield WrittenValue(written, found.meaning, found.example)


_ALL = tuple(list_named(OutlineValues))
_LISTS = frozenset(found.name for found in _ALL if found.is_list)
_TEXTS = frozenset(found.name for found in _ALL) - _LISTS
_GROUPS = frozenset(name.partition(".")[0] for name in _TEXTS | _LISTS if "." in name)
PARAGRAPHS = "doan"
SLOTS = {name.partition(".")[2].replace("_", "-"): name for name in sorted(_TEXTS) if name.startswith(f"{PARAGRAPHS}.")}
"""The local paragraphs by the names of their files: `bien-gioi` is printed as `doan.bien_gioi`."""

BODY_NAMES = Names(_TEXTS, _LISTS, _GROUPS)
LINE_NAMES = Names(_TEXTS - frozenset(SLOTS.values()), _LISTS, _GROUPS)
"""The names that go where no paragraph can stand: in the facts of an outline, and in a local paragraph itself."""
