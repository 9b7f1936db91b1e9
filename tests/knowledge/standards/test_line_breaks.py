import re
from datetime import date
from functools import partial
from itertools import accumulate

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ttdn_draft.knowledge.places.provinces import list_provinces
from ttdn_draft.knowledge.standards.fonts import width_mm
from ttdn_draft.knowledge.standards.line_breaks import LEVELS, Broken, break_name, find_joints

BOLD_14 = partial(width_mm, name="bold", size=14)
COLUMN = 75.0


@pytest.mark.parametrize(
    "lines",
    [
        "BAN CHỈ ĐẠO CÔNG TÁC / THÔNG TIN ĐỐI NGOẠI / TỈNH CAO BẰNG",
        "UỶ BAN NHÂN DÂN / THÀNH PHỐ HỒ CHÍ MINH",
        "ỦY BAN NHÂN DÂN / XÃ BÙ GIA MẬP",
        "SỞ VĂN HÓA, / THỂ THAO VÀ DU LỊCH",
        "BAN CHẤP HÀNH ĐẢNG BỘ / THÀNH PHỐ HẢI PHÒNG",
        "BỘ CHỈ HUY / BỘ ĐỘI BIÊN PHÒNG / TỈNH LAI CHÂU",
        "UỶ BAN MẶT TRẬN TỔ QUỐC / VIỆT NAM TỈNH CAO BẰNG",
        "TRUNG TÂM PHỤC VỤ / HÀNH CHÍNH CÔNG / PHƯỜNG AN PHÚ",
        "BAN TUYÊN GIÁO / VÀ DÂN VẬN / TỈNH UỶ CAO BẰNG",
    ],
)
def test_long_name_is_broken_between_its_parts(lines: str) -> None:
    broken = break_name(lines.replace(" / ", " "), COLUMN, BOLD_14)
    assert broken.is_good
    assert " / ".join(broken.lines) == lines


KNOWN = """
BAN TUYÊN GIÁO / VÀ DÂN VẬN TRUNG ƯƠNG
CỤC THÔNG TIN CƠ SỞ / VÀ THÔNG TIN ĐỐI NGOẠI
TRUNG TÂM CHUYỂN ĐỔI SỐ / VÀ TRUYỀN THÔNG
TỈNH ĐOÀN / TỈNH BÀ RỊA - VŨNG TÀU
ỦY BAN / MẶT TRẬN TỔ QUỐC VIỆT NAM / PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM
BỘ CHỈ HUY QUÂN SỰ / TỈNH HÀ TĨNH
ĐẢNG UỶ QUÂN SỰ / TỈNH HÀ TĨNH
HỘI CỰU CHIẾN BINH / TỈNH QUẢNG TRỊ
VIỆN KIỂM SÁT NHÂN DÂN / TỈNH LÀO CAI
PHÒNG VĂN HÓA - XÃ HỘI / PHƯỜNG LIÊN CHIỂU
T/M BAN THƯỜNG VỤ / THÀNH UỶ HẢI PHÒNG
TM. ỦY BAN NHÂN DÂN / THÀNH PHỐ HẢI PHÒNG
HỘI ĐỒNG NHÂN DÂN / THÀNH PHỐ ĐÀ NẴNG
UỶ BAN KIỂM TRA / TỈNH UỶ SƠN LA - / CÔNG AN TỈNH SƠN LA
BAN CÁN SỰ ĐẢNG / UBND TỈNH
CỤC ĐỊA CHẤT / VÀ KHOÁNG SẢN VIỆT NAM
LIÊN HIỆP CÁC HỘI / VĂN HỌC NGHỆ THUẬT VIỆT NAM
"""


@pytest.mark.parametrize("lines", KNOWN.strip().split("\n"))
def test_real_name_is_broken_as_people_break_it(lines: str) -> None:
    whole = lines.replace(" / ", " ")
    width = min(max(max(map(BOLD_14, lines.split(" / "))) + 1, 60), BOLD_14(whole) - 1)
    assert break_name(whole, width, BOLD_14).lines == tuple(lines.split(" / "))


# A bar stands where a reader of such documents would let a line end.
MARKED = """
TRUNG TÂM | XÚC TIẾN ĐẦU TƯ, | THƯƠNG MẠI | VÀ DU LỊCH | TỈNH CAO BẰNG
BAN CHỈ ĐẠO | CÁC CHƯƠNG TRÌNH | MỤC TIÊU QUỐC GIA | GIAI ĐOẠN 2026 - 2030 | TỈNH LÀO CAI
TIỂU BAN | AN NINH, | TRẬT TỰ | VÀ Y TẾ | PHỤC VỤ BẦU CỬ | ĐẠI BIỂU QUỐC HỘI | KHÓA XVI
VĂN PHÒNG | ĐOÀN ĐẠI BIỂU QUỐC HỘI | VÀ HỘI ĐỒNG NHÂN DÂN | TỈNH ĐỒNG THÁP
TRUNG TÂM | PHỤC VỤ | HÀNH CHÍNH CÔNG | XÃ QUẢNG TRỰC
BAN BẢO VỆ, | CHĂM SÓC SỨC KHỎE | CÁN BỘ | TỈNH THANH HÓA
HỘI BẢO TRỢ | NGƯỜI KHUYẾT TẬT | VÀ TRẺ MỒ CÔI | TỈNH BẮC NINH
BAN CHỈ ĐẠO | SẮP XẾP | TỔ CHỨC BỘ MÁY | VÀ TINH GIẢN BIÊN CHẾ
HỘI ĐỒNG | THI ĐUA - KHEN THƯỞNG | TỈNH LÂM ĐỒNG
LIÊN HIỆP | CÁC HỘI | KHOA HỌC | VÀ KỸ THUẬT | TỈNH PHÚ THỌ
BAN CHỈ ĐẠO | BẢO VỆ | NỀN TẢNG TƯ TƯỞNG | CỦA ĐẢNG, | ĐẤU TRANH PHẢN BÁC | CÁC QUAN ĐIỂM SAI TRÁI, | THÙ ĐỊCH
VĂN PHÒNG | ĐIỀU PHỐI | CHƯƠNG TRÌNH | XÂY DỰNG NÔNG THÔN MỚI | THÀNH PHỐ HÀ NỘI
CÔNG TY | TRÁCH NHIỆM HỮU HẠN | MỘT THÀNH VIÊN | XỔ SỐ KIẾN THIẾT | ĐỒNG NAI
LIÊN HIỆP | CÁC HỘI | VĂN HỌC NGHỆ THUẬT | VIỆT NAM
BAN CHỈ ĐẠO | TRUNG ƯƠNG | VỀ PHÁT TRIỂN | VĂN HÓA | VIỆT NAM
ỦY BAN | MẶT TRẬN TỔ QUỐC | VIỆT NAM | TỈNH CAO BẰNG
TRUNG TÂM | QUAN TRẮC | TÀI NGUYÊN | VÀ MÔI TRƯỜNG | TỈNH SƠN LA
ỦY BAN | BẦU CỬ | ĐẠI BIỂU QUỐC HỘI | VÀ ĐẠI BIỂU | HỘI ĐỒNG NHÂN DÂN | CÁC CẤP | TỈNH HƯNG YÊN
BỘ CHỈ HUY | BỘ ĐỘI BIÊN PHÒNG | THÀNH PHỐ ĐÀ NẴNG
BAN QUẢN LÝ | DI TÍCH | VÀ DANH LAM THẮNG CẢNH | TỈNH TUYÊN QUANG
LIÊN HIỆP | CÁC TỔ CHỨC HỮU NGHỊ | TỈNH QUẢNG NINH
TIỂU BAN | TUYÊN TRUYỀN, | KHÁNH TIẾT | ĐẠI HỘI ĐẢNG BỘ | TỈNH NGHỆ AN | LẦN THỨ XX
BAN CHỈ HUY | PHÒNG THỦ | KHU VỰC 2 - ĐỒNG XOÀI
"""


@pytest.mark.parametrize("marked", MARKED.strip().split("\n"))
def test_break_that_is_not_known_to_be_good_is_never_silent(marked: str) -> None:
    parts = marked.split(" | ")
    good = set(accumulate(len(part.split()) for part in parts))
    for width in range(50, 110):
        broken = break_name(" ".join(parts), width, BOLD_14)
        ends = set(accumulate(len(line.split()) for line in broken.lines))
        assert not broken.is_good or ends <= good, broken.lines
        assert not any(line.startswith("-") or line.endswith("-") for line in broken.lines), broken.lines


def test_most_names_have_a_good_break_in_an_ordinary_column() -> None:
    names = [line.replace(" | ", " ") for line in MARKED.strip().split("\n")]
    assert sum(break_name(name, COLUMN, BOLD_14).is_good for name in names) >= 0.85 * len(names)


@pytest.mark.parametrize(
    "name",
    ["HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG TỈNH LÂM ĐỒNG", "VỤ TUYÊN TRUYỀN - BÁO CHÍ", "BAN CHỈ HUY KHU VỰC 2 - ĐỒNG XOÀI"],
)
def test_words_of_a_pair_with_a_dash_stay_on_one_line_and_a_column_too_narrow_for_them_is_told(name: str) -> None:
    pair = re.search(r"\S+ \S+ - \S+ \S+", name)
    assert pair
    for width in range(30, 100):
        broken = break_name(name, width, BOLD_14)
        assert any(pair[0] in line for line in broken.lines)
        assert broken.is_good == (BOLD_14(max(broken.lines, key=BOLD_14)) <= width)


def test_verb_and_its_object_part_silently_never_and_a_group_behind_a_group_does() -> None:
    lines = ("TUYÊN TRUYỀN PHỤC VỤ", "HỘI NHẬP QUỐC TẾ")
    assert break_name(" ".join(lines), 70, BOLD_14) == Broken(lines, is_good=False)
    lines = ("BAN CHỈ ĐẠO CÔNG TÁC", "HỘI NHẬP QUỐC TẾ")
    assert break_name(" ".join(lines), 75, BOLD_14) == Broken(lines)


def test_name_of_a_unit_leaves_its_level_only_where_nothing_else_fits_and_is_never_torn() -> None:
    name = "PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM"
    assert break_name(f"ĐẢNG UỶ {name}", 95, BOLD_14) == Broken(("ĐẢNG UỶ", name))
    assert break_name(name, 75, BOLD_14) == Broken(("PHƯỜNG", "VĂN MIẾU - QUỐC TỬ GIÁM"), is_good=False)
    assert break_name(name, 50, BOLD_14) == Broken((name,), is_good=False)


@pytest.mark.parametrize("width", [82, 95])
@pytest.mark.parametrize(
    "lines",
    [
        "BAN DÂN VẬN TỈNH UỶ - / UỶ BAN KIỂM TRA TỈNH UỶ - / BAN TỔ CHỨC TỈNH UỶ",
        "ĐẢNG UỶ QUÂN SỰ TỈNH - / ĐẢNG UỶ CÔNG AN TỈNH",
        "TỈNH UỶ CAO BẰNG - / UỶ BAN NHÂN DÂN TỈNH",
        "SỞ NGOẠI VỤ TỈNH - / BỘ CHỈ HUY QUÂN SỰ TỈNH",
    ],
)
def test_each_body_of_a_joint_document_begins_a_line(lines: str, width: int) -> None:
    assert break_name(lines.replace(" / ", " "), width, BOLD_14) == Broken(tuple(lines.split(" / ")))


def test_body_of_a_joint_document_without_a_good_break_is_told_and_leaves_the_others_whole() -> None:
    odd = "BAN QUẢN LÝ NON NƯỚC KHUỔI KY PÁC BÓ TRÙNG KHÁNH"
    broken = break_name(f"SỞ NGOẠI VỤ - {odd}", COLUMN, BOLD_14)
    assert broken == Broken(("SỞ NGOẠI VỤ -", odd), is_good=False)


def test_committee_begins_the_line_of_its_unit_and_a_number_never_begins_one() -> None:
    assert break_name("BAN XÂY DỰNG ĐẢNG ĐẢNG UỶ PHƯỜNG THỦ DẦU MỘT", 85, BOLD_14).lines == (
        "BAN XÂY DỰNG ĐẢNG",
        "ĐẢNG UỶ PHƯỜNG THỦ DẦU MỘT",
    )
    assert break_name("CHI CỤC HẢI QUAN KHU VỰC XVI", 60, BOLD_14).lines == ("CHI CỤC HẢI QUAN", "KHU VỰC XVI")


def test_name_that_fits_stays_on_one_line() -> None:
    assert break_name("PHÒNG VĂN HÓA - XÃ HỘI", COLUMN, BOLD_14).lines == ("PHÒNG VĂN HÓA - XÃ HỘI",)


@pytest.mark.parametrize(
    "name", ["BAN QUẢN LÝ NON NƯỚC KHUỔI KY PÁC BÓ TRÙNG KHÁNH", "XÃ CÓ MỘT CÁI TÊN RẤT DÀI VÀ LẠ TAI"]
)
def test_name_without_a_good_break_comes_back_whole(name: str) -> None:
    broken = break_name(name, COLUMN, BOLD_14)
    assert (broken.lines, broken.is_good) == ((name,), False)


def test_name_without_end_is_not_tried_in_every_way() -> None:
    measured = list[str]()

    def measure(text: str) -> float:
        measured.append(text)
        return BOLD_14(text)

    name = " ".join(["VĂN HÓA, DU LỊCH"] * 100)
    assert break_name(name, COLUMN, measure) == Broken((name,), is_good=False)
    assert len(measured) < 5 * len(name.split())


def test_no_break_space_of_the_author_stays_and_holds_its_words() -> None:
    odd = "KHUỔI  KY PÁC BÓ TRÙNG KHÁNH\u00a0NON NƯỚC BẢN GIỐC"
    assert break_name(odd, COLUMN, BOLD_14) == Broken((odd,), is_good=False)
    name = "SỞ VĂN HÓA, THỂ THAO VÀ\u00a0DU LỊCH TỈNH LAI CHÂU"
    assert " ".join(break_name(name, COLUMN, BOLD_14).lines) == name


@pytest.mark.parametrize("level", LEVELS)
def test_name_of_a_unit_is_never_torn(level: str) -> None:
    for province in ["Bù Gia Mập", *(unit.name for unit in list_provinces(date(2027, 3, 15)))]:
        words = f"ỦY BAN NHÂN DÂN {level} {province}".upper().split()
        assert max(at for at, _ in find_joints(words)) == 4


WORDS = ["BAN", "THÔNG", "TIN", "ĐỐI", "NGOẠI", "VÀ", "VĂN", "HÓA,", "-", "TỈNH", "XÃ", "UỶ", "CAO", "BẰNG", "A"]


@given(st.lists(st.sampled_from(WORDS), min_size=1))
@example(["TỈNH", "-", "NGOẠI", "VÀ", "BAN", "-", "-"])
def test_breaking_loses_no_word_and_no_line_begins_with_a_dash(words: list[str]) -> None:
    broken = break_name(" ".join(words), 40, BOLD_14)
    assert " ".join(broken.lines).split() == words
    assert not any(line.startswith("-") for line in broken.lines[1:])
    assert not any(line.split()[-1] == "VÀ" for line in broken.lines[:-1])
    assert not broken.is_good or all(BOLD_14(line) <= 40 for line in broken.lines)
