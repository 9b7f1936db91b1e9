"""The values of a made-up day in 2027, and outlines written into a folder."""

from pathlib import Path

from ttdn_draft.compose.values import (
    DeadlineValues,
    FactValues,
    IssuerValues,
    OrganValues,
    OutlineValues,
    ProvinceValues,
    TermValues,
    UnitValues,
)

PROVINCE = UnitValues(
    name="Cao Bằng",
    full_name="tỉnh Cao Bằng",
    kind="tỉnh",
    level="tinh",
    committee="Tỉnh uỷ",
    above="",
    below="xã, phường",
    propaganda="Ban Tuyên giáo Tỉnh uỷ Cao Bằng",
    culture="Sở Văn hóa, Thể thao và Du lịch tỉnh Cao Bằng",
)

VALUES = OutlineValues(
    year="2027",
    year_before="2026",
    year_after="2028",
    province=ProvinceValues("Cao Bằng", "tỉnh Cao Bằng", "tỉnh", "Tỉnh uỷ", "", "cấp xã"),
    unit=PROVINCE,
    issuer=IssuerValues(
        name="Ban Tuyên giáo Tỉnh uỷ Cao Bằng",
        issuing="Ban Tuyên giáo Tỉnh uỷ Cao Bằng",
        above="Tỉnh uỷ Cao Bằng",
        reports_to="Ban Tuyên giáo Trung ương",
        asking="Đề nghị",
        executive="",
    ),
    organs=OrganValues(
        party_committee="Tỉnh uỷ Cao Bằng",
        propaganda="Ban Tuyên giáo Tỉnh uỷ Cao Bằng",
        peoples_committee="Ủy ban nhân dân tỉnh Cao Bằng",
        department="Sở Văn hóa, Thể thao và Du lịch tỉnh Cao Bằng",
        steering="[điền: tên Ban Chỉ đạo Công tác thông tin đối ngoại tỉnh]",
        government_party="Đảng uỷ Uỷ ban nhân dân tỉnh",
    ),
    bases=("[dan: kl-57-kltw-2023]", "[dan: nq-59-nqtw-2025]"),
    bases_joined="[dan: kl-57-kltw-2023]; [dan: nq-59-nqtw-2025]",
    base_ids=("kl-57-kltw-2023", "nq-59-nqtw-2025"),
    anniversaries=(),
    anniversaries_joined="[điền: các ngày kỷ niệm trong năm]",
    diplomacy="[điền: các nước có năm chẵn quan hệ ngoại giao với Việt Nam]",
    terms=TermValues(
        congress="Đại hội đại biểu toàn quốc lần thứ XIV của Đảng",
        party_organisation="đại hội đảng bộ các cấp nhiệm kỳ 2025 - 2030",
        years="2025 - 2030",
        assembly="Quốc hội khoá XVI",
        councils="Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031",
        government="chính quyền địa phương 2 cấp",
    ),
    deadlines=DeadlineValues(
        monthly="trước ngày 20",
        quarterly="[điền: hạn báo cáo quý]",
        half_yearly="[điền: hạn báo cáo 6 tháng]",
        yearly="[điền: hạn báo cáo năm]",
        receiver="Ban Tuyên giáo Tỉnh uỷ Cao Bằng",
    ),
    facts=FactValues(border=("[cần kiểm tra: Tuyến biên giới đi qua 21 xã — báo tỉnh]", "Có 01 cửa khẩu quốc tế")),
)


def put(folder: Path, text: str | bytes, name: str = "dang/huong-dan.md") -> Path:
    """Write an outline, or with `doan/….md` a local paragraph, into a folder."""
    file = folder / "outlines" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file
