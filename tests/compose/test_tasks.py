"""What new documents ask of whom: the tasks of real documents, the words of the organ, what a province has."""

import difflib
import re
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from tests.compose.test_new import SHELF, order
from ttdn_draft.composing import compose_file
from ttdn_draft.knowledge.places.provinces import find_province
from ttdn_draft.packs import PackShelf

PLUGINS = Path(__file__).parents[2] / "plugins"
PACKS = PackShelf(PLUGINS / f"ttdn-pack-{pack}" / "src" for pack in ("lai-chau", "cao-bang", "dong-nai"))
DAY = date(2027, 3, 15)
UNLIKE = ("son-la", "ca-mau", "ha-noi", "da-nang", "an-giang")
LAI_CHAU_2019 = (  # the tasks of 001, each by words of the draft
    "chủ trì tham mưu, hướng dẫn, đôn đốc",
    "cụ thể hóa các văn bản của Đảng, Chính phủ",
    "Phối hợp linh hoạt, chặt chẽ",
    "đầu mối gắn kết các cơ quan",
    "kết quả phát triển kinh tế - xã hội",
    "Cung cấp thông tin về chủ trương, chính sách",
    "tiềm năng, thế mạnh của tỉnh Lai Châu",
    "thông tin kinh tế đối ngoại phục vụ thu hút đầu tư",
    "Đổi mới nội dung, đa dạng hình thức",
    "hiện đại hóa phương tiện",
    "Đấu tranh với thông tin sai sự thật",
    "Cổng Thông tin đối ngoại của tỉnh",
    "Kiện toàn đội ngũ trực tiếp tham mưu",
    "có kế hoạch cử cán bộ, công chức dự các lớp",
    "kinh phí bố trí trong dự toán",
    "Làm phim, phóng sự, tin, bài",
    "Ký kết với báo, đài Trung ương",
    "Chủ động cung cấp thông tin",
    "chỉ đạo thực hiện [dan: qd-07-2018-lai-chau]",
    "Lớp bồi dưỡng nghiệp vụ hằng năm",
    "nội dung về biển, đảo, biên giới quốc gia",
    "quyền con người, cách phản bác luận điệu xuyên tạc",
    "nhất là các xã biên giới, vùng xa",
    "phổ biến thời sự trong nước, quốc tế cho lãnh đạo",
    "gắn với giáo dục chính trị, tư tưởng",
)
CAO_BANG_2020 = (  # the tasks of 002
    "Bảo đảm sự lãnh đạo của Tỉnh ủy, sự quản lý, điều hành",
    "Cung cấp thông tin về chủ trương, chính sách",
    "Đấu tranh với thông tin sai sự thật, xuyên tạc",
    "thu hút đầu tư, khách du lịch, mở rộng hợp tác quốc tế",
    "đúng định hướng, đồng bộ, thường xuyên, có trọng tâm",
    "gắn thông tin đối ngoại với thông tin đối nội",
    "với hoạt động kinh tế, văn hóa, quốc phòng, an ninh",
    "kịp thời giải thích, làm rõ thông tin sai lệch",
    "bảo vệ bí mật nhà nước",
    "Tập huấn cho người phát ngôn, công chức các sở, ngành, cấp xã",
    "các nước láng giềng, hội nhập quốc tế, Biển Đông",
    "tình hình thế giới, khu vực, các nước láng giềng",
    "về hoạt động đối ngoại, hội nhập quốc tế",
    "Theo dõi, tổng hợp dư luận báo chí",
    "thông tin, tài liệu, lập luận",
    "Năm Chủ tịch ASEAN 2020",
    "Hội đồng Bảo an Liên hợp quốc nhiệm kỳ 2020 - 2021",
    "ba văn kiện pháp lý về biên giới",
    "thác Bản Giốc (Việt Nam) - Đức Thiên (Trung Quốc)",
    "thành tựu bảo đảm quyền con người trên địa bàn",
    "chủ quyền biển, đảo, biên giới quốc gia",
    "Giới thiệu các nước có quan hệ ngoại giao với Việt Nam",
    "nhất là đối tác chiến lược của nước ta và đối tác của tỉnh",
    "môi trường đầu tư, sản phẩm, điểm đến của Cao Bằng",
    "Quảng bá tại cửa khẩu quốc tế đường bộ",
    "Quyết định số 273/QĐ-TTg",
    "Chương trình phối hợp giữa Sở Thông tin và Truyền thông và Bộ Chỉ huy Bộ đội Biên phòng",
)
CAO_BANG_2021 = (  # what 004 names beyond the outline of the country
    "Tổng kết việc thực hiện Kết luận số 16-KL/TW",
    "sau 35 năm đổi mới",
    "Hội nghị lần thứ 12 Uỷ ban công tác liên hợp",
    "Kiện toàn ban chỉ đạo của tỉnh",
    "ngoại ngữ, công nghệ, phương thức truyền thông mới",
    "cơ chế phối hợp, chia sẻ thông tin giữa các lực lượng",
    "gắn đối ngoại đảng, ngoại giao nhà nước với đối ngoại nhân dân",
    "kịch bản định hướng thông tin cho từng tình huống",
    "sách có mã QR",
    "bản đồ, tư liệu về Hoàng Sa, Trường Sa",
    "quản lý hoạt động thông tin đối ngoại của báo chí, xuất bản phẩm",
    "Hội Nhà báo tỉnh",
)
BU_GIA_MAP_2024 = (  # the tasks of 003
    "Quảng bá lịch sử, truyền thống, văn hoá, con người",
    "tiềm năng, chính sách thu hút đầu tư, hạ tầng",
    "con người Bù Gia Mập hoà hợp, nghĩa tình",
    "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
    "bản sắc ngoại giao “cây tre Việt Nam”",
    "thành tựu đổi mới của đất nước",
    "năm thứ 27 tái lập tỉnh Bình Phước, năm thứ 15 thành lập huyện Bù Gia Mập",
    "chủ quyền biển, đảo, biên giới lãnh thổ",
    "thành tựu bảo đảm quyền con người",
    "đóng góp của Việt Nam về lý luận",
    "kinh tế xanh, chuyển đổi số",
    "hợp từng nhóm đối tượng và địa bàn",
    "ứng dụng công nghệ thông tin, chuyển đổi số",
    "gỡ bỏ, xử lý tin xấu, độc",
    "bồi đắp lòng yêu nước, tự hào dân tộc",
    "nhân rộng mô hình tốt, cách làm hay",
    "Tôn vinh tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "danh nhân được thế giới vinh danh và nhân vật lịch sử của tỉnh, của huyện",
    "tiếp thu có chọn lọc kinh nghiệm quốc tế",
    "vai trò của Việt Nam trong giải quyết các vấn đề toàn cầu",
    "tranh thủ sự ủng hộ, nguồn lực bên ngoài",
    "Lồng ghép TTĐN trong hoạt động văn hoá",
    "thành tựu phát triển kinh tế - xã hội, cơ chế khuyến khích đầu tư của huyện",
    "tình yêu, niềm tự hào về quê hương",
    "người Bình Phước sống xa quê",
    "ở nước ngoài quan tâm",
    "Nắm dư luận xã hội, báo chí, mạng xã hội",
    "an ninh, an toàn cho hoạt động thông tin đối ngoại",
    "tham mưu cấp uỷ chỉ đạo giải thích, làm rõ",
    "cung cấp thông tin chính thống cho nhau",
    "việc nhạy cảm, phức tạp",
    "thông tin tích cực là dòng chủ đạo",
    "Phản bác kịp thời luận điệu sai trái",
    "định hướng, đôn đốc, giám sát của Ban Chỉ đạo 35",
    "thế trận lòng dân",
    "đưa tin phiến diện",
    "cụm thông tin đối ngoại ở khu vực biên giới",
    "Tạo điều kiện cho báo chí của tỉnh, phóng viên thường trú, đài truyền thanh huyện",
    "Củng cố đội ngũ chuyên trách",
    "đảng bộ cơ sở trực thuộc Huyện uỷ quán triệt, xây dựng kế hoạch",
    "Uỷ ban nhân dân huyện cụ thể hoá quan điểm, mục tiêu",
    "phân công các phòng, ban, Uỷ ban nhân dân các xã",
    "kinh phí cho các chương trình phối hợp",
    "theo dõi, kiểm tra, đôn đốc",
    "Ban Tuyên giáo Huyện uỷ hướng dẫn, đôn đốc, kiểm tra",
    "tham mưu sơ kết, tổng kết",
)


@pytest.mark.parametrize(
    ("kind", "pack", "standard", "day", "organ", "tasks"),
    [
        ("ke-hoach", "lai-chau", "nha-nuoc", date(2019, 3, 1), "", LAI_CHAU_2019),
        ("ke-hoach", "cao-bang", "nha-nuoc", date(2020, 3, 1), "", CAO_BANG_2020),
        ("ke-hoach", "dong-nai", "dang", date(2024, 6, 17), "huyen-uy-bu-gia-map", BU_GIA_MAP_2024),
        ("huong-dan", "cao-bang", "dang", date(2021, 3, 30), "", CAO_BANG_2021),
    ],
    ids=["001", "002", "003", "004"],
)
def test_tasks_of_a_real_document_are_in_what_new_composes_for_its_body_and_year(
    kind: str, pack: str, standard: str, day: date, organ: str, tasks: tuple[str, ...]
) -> None:
    asked = order(kind, standard, year=day.year, day=day, issue_date=day, organ=organ)
    text, _ = compose_file(asked, pack, PACKS)
    assert [task for task in tasks if task not in text] == []


def test_plan_of_a_district_says_nothing_of_the_province_into_which_its_own_was_merged_later() -> None:
    day = date(2024, 6, 17)
    asked = order("ke-hoach", "dang", year=day.year, day=day, issue_date=day, organ="huyen-uy-bu-gia-map")
    text = compose_file(asked, "dong-nai", PACKS)[0].partition("\n---\n")[2]
    assert "Đồng Nai" not in text and "tỉnh Bình Phước" in text


def test_plan_of_the_province_says_nothing_of_what_became_its_own_later() -> None:
    day = date(2024, 6, 17)
    before, _ = compose_file(order("ke-hoach", "dang", year=day.year, day=day, issue_date=day), "dong-nai", PACKS)
    after, _ = compose_file(order("ke-hoach", "dang"), "dong-nai", PACKS)
    for words in ("Bù Gia Mập", "cụm thông tin đối ngoại ở khu vực biên giới"):
        assert words not in before and words in after


def test_programme_that_ended_is_no_more_said_of_a_later_year() -> None:
    text, _ = compose_file(order("ke-hoach", "nha-nuoc"), "cao-bang", PACKS)
    assert "2011 - 2020" not in text and "30-CTr" not in text


def neutral_lines(province: str, standard: str) -> list[str]:
    text, _ = compose_file(order("ke-hoach", standard), province, SHELF)
    unit = find_province(province, DAY)
    assert unit is not None
    body = text.split("\n---\n", 1)[1]
    for name in (unit.full_name, unit.name):
        body = body.replace(name, "X")
    body = re.sub("Thành uỷ|Tỉnh uỷ", "CẤP UỶ", body).replace("thành phố", "tỉnh").replace(" và Dân vận", "")
    return [line for line in body.split("\n") if line.strip()]


@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
def test_plans_of_provinces_without_a_pack_differ_by_what_the_tables_know(standard: str) -> None:
    plans = {province: neutral_lines(province, standard) for province in UNLIKE}
    for one, other in combinations(UNLIKE, 2):
        alike = difflib.SequenceMatcher(None, plans[one], plans[other], autojunk=False).ratio()
        assert alike <= 0.9, (one, other, alike)


@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
@pytest.mark.parametrize("kind", ["huong-dan", "ke-hoach"])
def test_border_forces_and_the_sea_stand_only_where_there_are_such(kind: str, standard: str) -> None:
    text = {p: compose_file(order(kind, standard), p, SHELF)[0] for p in ("ha-noi", "son-la", "ca-mau")}
    assert "Bộ đội Biên phòng" not in text["ha-noi"]
    assert "giáp Lào" in text["son-la"] and "ngư dân" not in text["son-la"]
    assert "ngư dân" in text["ca-mau"] and "Ở địa bàn giáp" not in text["ca-mau"]


def test_committee_gives_tasks_and_department_or_commission_asks() -> None:
    committee = compose_file(order("ke-hoach", organ="tinh-uy"), "son-la", SHELF)[0]
    assert "Ban Thường vụ Tỉnh uỷ Sơn La ban hành Kế hoạch" in committee
    assert "\n1. Các đảng uỷ trực thuộc Tỉnh uỷ" in committee
    assert "\n1. Đề nghị các đảng uỷ trực thuộc Tỉnh uỷ" in compose_file(order("ke-hoach"), "son-la", SHELF)[0]
    body = compose_file(order("ke-hoach", "nha-nuoc"), "son-la", SHELF)[0]
    department = compose_file(order("ke-hoach", "nha-nuoc", organ="svhttdl"), "son-la", SHELF)[0]
    assert "\n3. Sở Tài chính tham mưu" in body
    assert "\n3. Đề nghị Sở Tài chính tham mưu" in department and "\n4. Đề nghị các sở, ban, ngành" in department
    assert "xây dựng Kế hoạch" in department and "ban hành Kế hoạch" in body
