"""The documents that are printed for measuring: one set for each edition, in words of our own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ttdn_draft.knowledge.standards.profile import Profile
from ttdn_draft.knowledge.standards.profiles import list_profiles, load_profile

Input = dict[str, Any]

SENTENCE = (
    "Nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại trong tình hình mới, gắn với nhiệm vụ của địa phương, "
    "bảo đảm đúng định hướng, kịp thời và tiết kiệm."
)
NAME = "Nguyễn Thị Hồng Gấm"
OTHER_NAME = "Lò Văn Tám"
CONTACT = ["Địa chỉ: số 01, đường Hoà Bình; điện thoại: 0123 456 789", "Thư điện tử: vanthu@example.vn"]
DRAFTERS = {"dang": {"ky_hieu": "Lê Đức", "so_ban": 26}, "nha-nuoc": {"ky_hieu": "pl", "so_ban": 300}}
CIRCULATION = "LƯU HÀNH NỘI BỘ"
BASES = ["Căn cứ Chương trình làm việc năm của cấp trên", f"Căn cứ kết luận của hội nghị về việc: {SENTENCE.lower()}"]
ADDRESSEES = ["Cơ quan thứ nhất", "Cơ quan thứ hai có tên dài hơn cơ quan thứ nhất"]
WITHOUT_A_BREAK = "GIÁM ĐỐC ABCDE FGHIK LMNOP QRSTU VXYZA BCDEF"  # words that nobody knows
MOST_LINES = 4  # that a body has in its name
LONG_ISSUER = {"dang": "BAN TUYÊN GIÁO VÀ DÂN VẬN", "nha-nuoc": "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"}


@dataclass(frozen=True)
class Edition:
    """A profile in one of its sets of sizes."""

    profile: Profile

    def __str__(self) -> str:
        return f"{self.profile.id}-{self.profile.size}"

    @property
    def is_party(self) -> bool:
        return self.profile.standard == "dang"

    @property
    def day(self) -> date:
        return self.profile.since.first + timedelta(days=40)


EDITIONS = [Edition(load_profile(name, size)) for name in list_profiles() for size in load_profile(name).sizes.sets]

SUPERIORS = {
    "dang": ["ĐẢNG BỘ TỈNH", "BAN CHẤP HÀNH", "KHOÁ MƯỜI LĂM", "NHIỆM KỲ MỚI"],
    "nha-nuoc": ["UBND TỈNH", "ỦY BAN LIÊN HỢP", "VỀ ĐỐI NGOẠI", "VÀ HỘI NHẬP"],
}
ISSUERS = {
    "dang": ["BAN TUYÊN GIÁO", "VÀ DÂN VẬN", "TIỂU BAN ĐỐI NGOẠI", "TỔ BIÊN TẬP"],
    "nha-nuoc": ["SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH", "PHÒNG BÁO CHÍ", "TỔ BIÊN TẬP"],
}
PLACES = ["Huế", "Thành phố Hồ Chí Minh", "Phường Điện Biên Phủ", "Đặc khu Trường Sa"]
SUBJECTS = [
    "công tác mới",
    "công tác thông tin đối ngoại\nsáu tháng cuối năm",
    "tổ chức các hoạt động thông tin, tuyên truyền đối ngoại nhân dịp kỷ niệm ngày truyền thống của ngành trên địa bàn "
    "các xã biên giới",
    "phối hợp",
]
CIRCULATIONS = [CIRCULATION, "XEM XONG TRẢ LẠI", "TÀI LIỆU HỘI NGHỊ", None]
URGENCIES = ["khan", "thuong-khan", "hoa-toc", None]
SIGNERS: dict[str, list[Any]] = {
    "dang": [
        {"chuc_vu": "TRƯỞNG BAN", "ho_ten": NAME},
        {"chuc_vu": "TRƯỞNG BAN TUYÊN GIÁO", "kiem": "PHÓ TRƯỞNG BAN CHỈ ĐẠO", "ho_ten": NAME},
        {"quyen_han": "T/L BAN THƯỜNG VỤ", "chuc_vu": "CHÁNH VĂN PHÒNG", "ho_ten": NAME},
        [
            {"chuc_vu": "TRƯỞNG BAN\nTUYÊN GIÁO", "ho_ten": NAME},
            {"quyen_han": "K/T GIÁM ĐỐC", "chuc_vu": "PHÓ GIÁM ĐỐC", "ho_ten": OTHER_NAME},
        ],
    ],
    "nha-nuoc": [
        {"chuc_vu": "GIÁM ĐỐC", "chuc_vu_khac": "THỨ TRƯỞNG BỘ NGOẠI GIAO", "ho_ten": NAME},
        {"quyen_han": "Q. GIÁM ĐỐC", "ho_ten": NAME},
        {"quyen_han": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "chuc_vu": "PHÓ CHỦ TỊCH", "ho_ten": NAME},
        [
            {"quyen_han": "KT. GIÁM ĐỐC", "chuc_vu": "PHÓ GIÁM ĐỐC", "ho_ten": NAME},
            {"chuc_vu": "CHÁNH VĂN PHÒNG", "ho_ten": OTHER_NAME},
        ],
    ],
}
ORDER = {"dang": ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"), "nha-nuoc": ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")}


def plain(edition: Edition) -> Input:
    """Return a document with a head of two lines and a text of one paragraph."""
    standard = edition.profile.standard
    authority, office = ORDER[standard]
    return {
        "loai": "huong-dan",
        "the_thuc": standard,
        "chuan": edition.profile.id,
        "co_chu": edition.profile.size,
        "co_quan": {
            "cap_tren": SUPERIORS[standard][0],
            "ten": ISSUERS[standard][0],
            "ky_hieu": "BTGDVTU" if edition.is_party else "SVHTTDL",
            "ten_day_du": "Ban Tuyên giáo và Dân vận Tỉnh uỷ"
            if edition.is_party
            else "Ban Chỉ đạo và Điều phối cấp tỉnh",
        },
        "so": 14,
        "dia_danh": PLACES[0],
        "ngay": edition.day.isoformat(),
        "trich_yeu": SUBJECTS[0],
        "noi_nhan": ["Thường trực cấp trên (để b/c)", "Các đơn vị trực thuộc", "Các xã, phường"],
        "luu": "Văn phòng" if edition.is_party else "VT",
        "ky": {"quyen_han": authority, "chuc_vu": office, "ho_ten": NAME},
        "noi_dung": f"{SENTENCE}\n",
    }


def full(edition: Edition) -> Input:
    """Return a document of two pages with every part that a document of the edition may have."""
    addressed = next((name for name, kind in edition.profile.kinds.items() if kind.is_addressed), None)
    clauses = "\n".join(f"{number}. {SENTENCE}" for number in (1, 2))
    levels = f"# Mục lớn\n\n## Mục nhỏ\n\n### Mục chữ\n\n{SENTENCE}\n\n{SENTENCE}\n\n- {SENTENCE}\n\n+ {SENTENCE}\n\n"
    document = plain(edition) | {
        "co_quan": plain(edition)["co_quan"] | {"ten": LONG_ISSUER[edition.profile.standard]},
        "trich_yeu": SUBJECTS[1],
        "can_cu": BASES,
        "so": None,
        "du_thao": 2,
        "do_khan": "khan",
        "luu_hanh": CIRCULATION,
        "lien_he": CONTACT,
        "nguoi_soan": DRAFTERS[edition.profile.standard],
        "noi_dung": levels + "# Mục cuối\n\n" + f"{SENTENCE}\n\n" * 5 + f"## Mục khoản\n\n{clauses}\n\n{SENTENCE}\n",
    }
    document |= {"khong_pho_bien": True} if edition.profile.prints("khong_pho_bien") else {}
    return document | ({"loai": addressed, "kinh_gui": ADDRESSEES} if addressed else {})


def headed(number: int) -> Callable[[Edition], Input]:
    """Return the maker of a document whose bodies have so many lines; each has its own mark and signature form."""
    at = number - 1

    def make(edition: Edition) -> Input:
        standard = edition.profile.standard
        base = plain(edition)
        names = {key: "\n".join(words[standard][:number]) for key, words in (("cap_tren", SUPERIORS), ("ten", ISSUERS))}
        return base | {
            "co_quan": base["co_quan"] | names,
            "dia_danh": PLACES[at],
            "trich_yeu": SUBJECTS[at],
            "do_khan": URGENCIES[at],
            "luu_hanh": CIRCULATIONS[at],
            "ky": SIGNERS[standard][at],
            "khong_pho_bien": number == UNPUBLISHED_HEAD and edition.profile.prints("khong_pho_bien"),
            "lien_he": CONTACT if number == CONTACT_HEAD else [],
        }

    return make


def of_a_year(edition: Edition) -> Input:
    """Return a draft of which only the year is known."""
    return plain(edition) | {"ngay": edition.day.year, "du_thao": 1}


OFFICES = ["CHÁNH VĂN PHÒNG\nTỈNH UỶ", "GIÁM ĐỐC", WITHOUT_A_BREAK, "GIÁM ĐỐC", "CHỦ TỊCH LIÊN ĐOÀN LAO ĐỘNG TỈNH"]


def joint(edition: Edition) -> Input:
    """Return a document that five bodies sign; the office of one has no good break and is wrapped."""
    signers = [{"chuc_vu": office, "ho_ten": f"{NAME} {spell(number)}"} for number, office in enumerate(OFFICES)]
    return plain(edition) | {"ky": signers}


PARTS = ("Quy định chung", "Tổ chức thực hiện")


def in_parts(edition: Edition) -> Input:
    """Return a document whose text is divided into parts; the second begins with a heading."""
    text = f"{SENTENCE}\n\n# {PARTS[0]}\n\n{SENTENCE}\n\n# {PARTS[1]}\n\n## Mục con\n\n{SENTENCE}\n"
    return plain(edition) | {"danh_so": ["phan", "1"], "noi_dung": text}


LAST_NOTE = "Ghi chú sau cùng."


def noted(*contact: str, is_unpublished: bool = False) -> Callable[[Edition], Input]:
    """Return the maker of a document of one page that ends with notes and contact lines."""

    def make(edition: Edition) -> Input:
        text = f"{SENTENCE[:-1]}[^1].\n\n{SENTENCE[:-1]}[^2].\n\n[^1]: {SENTENCE}\n[^2]: {LAST_NOTE}\n"
        document = plain(edition) | {"lien_he": [*contact], "noi_dung": text}
        has_ban = is_unpublished and edition.profile.prints("khong_pho_bien")
        return document | ({"khong_pho_bien": True} if has_ban else {})

    return make


UNPUBLISHED_HEAD, CONTACT_HEAD = 2, 3  # the documents with only one of the marks at the end of the page
ROWS = 200
NOTES = 12
BLOCKS = 60


def long(edition: Edition) -> Input:
    """Return a document of sixty blocks with twelve notes and two annexes, one of them a long table on its side."""
    blocks = [_block(number) for number in range(BLOCKS)]
    notes = "\n\n".join(f"[^{n}]: Ghi chú {spell(n)} của văn bản." for n in range(NOTES))
    table = "| TT | Nội dung công việc | Đơn vị |\n| --- | --- | --- |\n" + "".join(
        f"| {row} | Việc {spell(row)} cần làm trong năm | Đơn vị {spell(row)} |\n" for row in range(1, ROWS + 1)
    )
    text = f"# Việc chính\n\n{SENTENCE}\n\n## Việc phụ\n\n" + f"{SENTENCE}\n\n" * 12 + "# Việc sau\n\nHết phụ lục"
    return plain(edition) | {
        "noi_dung": "\n\n".join(blocks) + f"\n\n{notes}\n",
        "phu_luc": [
            {"tieu_de": "Nội dung công việc", "noi_dung": text},
            {"tieu_de": "Bảng phân công", "noi_dung": f"# Phân công\n\n{table}", "ngang": True},
        ],
    }


def _block(number: int) -> str:
    if number % 20 == 0:
        return f"# Phần việc {spell(number)}"
    if number % 10 == 0:
        return f"## Việc {spell(number)}"
    mark = f"[^{number // 5}]" if number % 5 == 4 else ""
    mention = " theo phụ lục" if number == 1 else ""
    return f"Khối {spell(number)}: {SENTENCE[:-1]}{mention} {spell(number)}{mark}."


def spell(number: int) -> str:
    """Return a number as letters, so that no text is mistaken for a page number: 17 is `bh`."""
    return "".join("abcdefghik"[int(figure)] for figure in str(number))


INPUTS: dict[str, Callable[[Edition], Input]] = {
    "full": full,
    **{f"head-{number}": headed(number) for number in range(1, MOST_LINES + 1)},
    "year": of_a_year,
    "joint-5": joint,
    "parts": in_parts,
    "noted": noted(*CONTACT),
    "noted-high": noted(*CONTACT, "Trang tin: example.vn", "Điện thoại: 0123 456 789"),
    "noted-unpublished": noted(*CONTACT, is_unpublished=True),
    "long": long,
}


def write_input(document: Input, file: Path) -> Path:
    """Write a document as an input file."""
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return file
