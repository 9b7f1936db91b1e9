"""Documents that are not the usual one: a name goes in, its system, lines of the head and body come out.

The lines replace those of the usual head of their system (`compose` in conftest).
"""

import re
from collections.abc import Mapping

SENTENCE = "Nâng cao hiệu quả công tác thông tin đối ngoại theo Kết luận số 57-KL/TW, gắn với nhiệm vụ của địa phương."
TABLE = "| Sản phẩm | Nơi phát hành | Số lượng |\n| --- | :---: | ---: |\n| Bản tin | Cửa khẩu | 6 |\n"
NOTES = "[^1]: Kết luận số 57-KL/TW, ngày 15/6/2023.\n[^2]: Chú thích thứ hai.\n"
LONG_TABLE = "| STT | Nội dung | Chủ trì |\n| --- | --- | --- |\n" + "".join(
    f"| {number} | Việc số {number} về thông tin đối ngoại | Sở Ngoại vụ |\n" for number in range(1, 41)
)
BODY = f"""{SENTENCE}

# Mục đích, yêu cầu

## Mục đích

- Thống nhất nội dung.
- Phối hợp chặt chẽ[^1].

+ Ý cộng thứ nhất.
+ Ý cộng thứ hai.

## Yêu cầu

- Thông tin **chính xác**, *kịp thời*.

# Nội dung

1. Khoản thứ nhất: {SENTENCE}

2. Khoản thứ hai:

a) Điểm a;

b) Điểm b[^2].

{TABLE}
# Tổ chức thực hiện

Các cơ quan, đơn vị báo cáo kết quả trước ngày 15/11/2026.

{NOTES}"""
DEEP = f"""# Nội dung

## Nội dung chung

### Việc thứ nhất

1. Khoản nhỏ thứ nhất: {SENTENCE}

2. Khoản nhỏ thứ hai.

### Việc thứ hai

#### Tiêu đề cấp bốn

Lời văn[^1].

{NOTES.splitlines()[0]}
"""
DRAFT = BODY.replace("chặt chẽ", "[cần kiểm tra: với 05 nước — Báo cáo của Sở Ngoại vụ] và [điền: tên cơ quan]")
UNDER_PARTS = "# Quy định chung\n\n" + re.sub("^#", "##", BODY, flags=re.M)
ANNEXES = {
    "phu_luc": "\n  - tieu_de: Danh mục nhiệm vụ\n    ngang: true\n    noi_dung: |\n"
    + "".join(f"      {line}\n" for line in f"# Việc chung\n\n1. Việc một\n\n- Ý gạch\n\n{LONG_TABLE}".splitlines())
    + "  - tieu_de: Biểu số liệu\n    ngang: true\n    noi_dung: |\n      # Việc riêng\n\n      Hết số liệu"
}
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lò Văn Tám", "Hoàng Thị Gấm", "Đặng Quốc Việt")


def _signers(*offices: str, name_of: tuple[str, ...] = NAMES) -> dict[str, str]:
    pairs = zip(offices, name_of, strict=False)
    return {"ky": "[" + ", ".join(f"{{chuc_vu: {office}, ho_ten: {name}}}" for office, name in pairs) + "]"}


def _signed(authority: str, office: str) -> dict[str, str]:
    return {"ky": f"{{quyen_han: '{authority}', chuc_vu: {office}, ho_ten: {NAMES[1]}}}"}


def _from(name: str, above: str = "") -> dict[str, str]:
    return {"co_quan": f"{{{f'cap_tren: {above}, ' if above else ''}ten: '{name}', ky_hieu: AB}}"}


Lines = Mapping[str, str]
PARTY: Mapping[str, tuple[Lines, str]] = {
    "collective": (_signed("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"), BODY),
    "deputy": (_signed("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN") | {"do_khan": "khan"}, BODY),
    "by-order": (_signed("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG") | {"khong_pho_bien": "true"}, BODY),
    "second-office": ({"ky": "{chuc_vu: TRƯỞNG BAN, kiem: PHÓ TRƯỞNG BAN CHỈ ĐẠO, ho_ten: Lò Văn Tám}"}, BODY),
    "joint": (_signers("TRƯỞNG BAN", "CHỦ NHIỆM", "CHÁNH VĂN PHÒNG"), BODY),
    "five-signers": (_signers("TRƯỞNG BAN", "CHỦ NHIỆM", "CHÁNH VĂN PHÒNG", "BÍ THƯ", "GIÁM ĐỐC"), BODY),
    "long-head": (_from("ĐẢNG UỶ SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH THÀNH PHỐ", "THÀNH UỶ THÀNH PHỐ HỒ CHÍ MINH"), BODY),
    "annexes": (ANNEXES | {"hai_mat": "true", "gian_dong": "18"}, BODY.replace("# Tổ", "Theo Phụ lục 1, 2.\n\n# Tổ")),
    "month-only-draft": ({"ngay": "6/2026", "du_thao": "2"}, DRAFT),
    "two-sided": ({"hai_mat": "true", "gian_dong": "22"}, BODY),
    "three-figures": ({"danh_so": "[I, '1', '1.1', '1.1.1', a]"}, DEEP),
    "parts": ({"danh_so": "[phan, I, '1', '1.1', a]", "gian_dong": "18.5"}, UNDER_PARTS),
}
STATE: Mapping[str, tuple[Lines, str]] = {
    "four-signers": (_signers("GIÁM ĐỐC SỞ NGOẠI VỤ", "GIÁM ĐỐC", "GIÁM ĐỐC SỞ Y TẾ", "CHÁNH VĂN PHÒNG"), BODY),
    "five-signers-small": (_signers(*["GIÁM ĐỐC"] * 5) | {"co_chu": "nho"}, BODY),
    "for-the-committee": (_signed("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH") | _from("ỦY BAN NHÂN DÂN TỈNH CAO BẰNG"), BODY),
    "authorised": (_signed("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG") | {"co_chu": "nho", "le_trang": "20/20/30/15"}, BODY),
    "acting": ({"ky": "{quyen_han: Q. GIÁM ĐỐC, ho_ten: Lò Văn Tám}", "gian_dong": "1.5"}, BODY),
    "commune": (_from("ỦY BAN NHÂN DÂN XÃ BÙ GIA MẬP") | {"dia_danh": "Bù Gia Mập"}, BODY),
    "special-zone": (_from("PHÒNG VĂN HÓA - XÃ HỘI", "ỦY BAN NHÂN DÂN ĐẶC KHU TRƯỜNG SA"), BODY),
    "annexes": (ANNEXES, BODY.replace("# Tổ", "Việc cụ thể theo Phụ lục I và Phụ lục II.\n\n# Tổ")),
    "year-only-draft": (ANNEXES | {"ngay": "2026", "du_thao": "1"}, DRAFT),
    "wide-frame": ({"le_trang": "25/20/35/20", "gian_dong": "1.2"}, BODY),
}
ODD = {f"dang-{name}": ("dang", *case) for name, case in PARTY.items()} | {
    f"nha-nuoc-{name}": ("nha-nuoc", *case) for name, case in STATE.items()
}
