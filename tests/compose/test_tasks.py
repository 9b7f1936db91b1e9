"""What new documents ask of whom: the tasks of real documents, the words of the organ, what a province has."""

import difflib
import re
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from tests.compose.test_new import SHELF, order
from ttdn_draft.knowledge.places.provinces import find_province
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import compose_file

PLUGINS = Path(__file__).parents[2] / "plugins"
PACKS = PackShelf(PLUGINS / f"ttdn-pack-{pack}" / "src" for pack in ("lai-chau", "cao-bang", "dong-nai"))
DAY = date(2027, 3, 15)
UNLIKE = ("son-la", "ca-mau", "ha-noi", "da-nang", "an-giang")
LAI_CHAU_2019 = (
    "Rà soát, hoàn thiện quy định",
    "Phối hợp linh hoạt, chặt chẽ",
    "đầu mối gắn kết các cơ quan",
    "chủ trương, chính sách, kết quả phát triển",
    "thông tin kinh tế đối ngoại phục vụ thu hút đầu tư",
    "Đổi mới nội dung, đa dạng hình thức, hiện đại hóa phương tiện",
    "Đấu tranh với thông tin sai sự thật",
    "Cổng Thông tin đối ngoại của tỉnh",
    "Kiện toàn đội ngũ trực tiếp tham mưu",
    "dự các lớp đào tạo, bồi dưỡng trong nước, ngoài nước",
    "Làm phim, phóng sự, tin, bài",
    "Ký kết với báo, đài Trung ương",
    "nhất là các xã biên giới, vùng xa",
)
CAO_BANG_2020 = (
    "gắn thông tin đối ngoại với thông tin đối nội",
    "bảo vệ bí mật nhà nước",
    "các nước láng giềng, hội nhập quốc tế, Biển Đông",
    "Theo dõi, tổng hợp dư luận báo chí",
    "thông tin, tài liệu, lập luận",
    "Năm Chủ tịch ASEAN 2020",
    "Hội đồng Bảo an Liên hợp quốc nhiệm kỳ 2020 - 2021",
    "ba văn kiện pháp lý về biên giới",
    "thác Bản Giốc (Việt Nam) - Đức Thiên (Trung Quốc)",
    "thành tựu bảo đảm quyền con người trên địa bàn",
    "chủ quyền biển, đảo, biên giới quốc gia",
    "nhất là đối tác chiến lược của nước ta và đối tác của tỉnh",
    "môi trường đầu tư, sản phẩm, điểm đến của Cao Bằng",
    "Quyết định số 273/QĐ-TTg",
    "Chương trình phối hợp giữa Sở Thông tin và Truyền thông và Bộ Chỉ huy Bộ đội Biên phòng",
)
BU_GIA_MAP_2024 = (
    "Quảng bá lịch sử, truyền thống, văn hoá, con người",
    "hạ tầng của Bình Phước, Bù Gia Mập",
    "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
    "bản sắc ngoại giao “cây tre Việt Nam”",
    "năm thứ 27 tái lập tỉnh Bình Phước, năm thứ 15 thành lập huyện Bù Gia Mập",
    "chủ quyền biển, đảo, biên giới lãnh thổ",
    "thành tựu bảo đảm quyền con người",
    "đóng góp của Việt Nam về lý luận",
    "kinh tế xanh, chuyển đổi số",
    "hợp từng nhóm đối tượng và địa bàn",
    "gỡ bỏ, xử lý tin xấu, độc",
    "bồi đắp lòng yêu nước, tự hào dân tộc",
    "nhân rộng mô hình tốt, cách làm hay",
    "Tôn vinh tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "tiếp thu có chọn lọc kinh nghiệm quốc tế",
    "ở nước ngoài quan tâm",
    "Nắm dư luận xã hội, báo chí, mạng xã hội",
    "qua một đầu mối phát ngôn",
    "thông tin tích cực là dòng chủ đạo",
    "định hướng, đôn đốc, giám sát",
    "thế trận lòng dân",
    "Tạo điều kiện cho báo chí",
    "cụm thông tin đối ngoại ở khu vực biên giới",
    "Củng cố đội ngũ chuyên trách",
    "theo dõi, kiểm tra, đôn đốc",
    "hướng dẫn, đôn đốc, kiểm tra",
)


@pytest.mark.parametrize(
    ("pack", "standard", "day", "organ", "tasks"),
    [
        ("lai-chau", "nha-nuoc", date(2019, 3, 1), "", LAI_CHAU_2019),
        ("cao-bang", "nha-nuoc", date(2020, 3, 1), "", CAO_BANG_2020),
        ("dong-nai", "dang", date(2024, 6, 17), "huyen-uy-bu-gia-map", BU_GIA_MAP_2024),
    ],
    ids=["001", "002", "003"],
)
def test_tasks_of_a_real_document_are_in_what_new_composes_for_its_body_and_year(
    pack: str, standard: str, day: date, organ: str, tasks: tuple[str, ...]
) -> None:
    asked = order("ke-hoach", standard, year=day.year, day=day, issue_date=day, organ=organ)
    text, _ = compose_file(asked, pack, PACKS)
    assert [task for task in tasks if task not in text] == []


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
