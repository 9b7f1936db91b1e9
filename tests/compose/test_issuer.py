"""The organ decides who speaks, who is above it, to whom it reports and whether it gives tasks or asks."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.compose.test_new import SHELF, order
from tests.compose.values import VALUES
from tests.pack_folders import write_pack
from ttdn_draft.asking import DoubtBook
from ttdn_draft.compose.issuer import gather_issuer
from ttdn_draft.compose.order import find_issuing
from ttdn_draft.compose.values import IssuerValues
from ttdn_draft.composing import compose_file
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_text

PLUGINS = Path(__file__).parents[2] / "plugins"


class Told(DoubtBook):
    """A book in which every fact stands in its own words."""

    def mark(self, text: str, *_: object) -> str:
        return text


def issuer(organ: str, standard: str, shelf: PackShelf = SHELF, pack: str = "son-la", **more: object) -> IssuerValues:
    asked = order("bao-cao", standard, organ=organ, **more)
    found, _ = shelf.take(pack)
    return gather_issuer(asked, find_issuing(asked, found), VALUES.organs, Told())


def test_committee_speaks_through_those_who_sign_for_it() -> None:
    committee = issuer("tinh-uy", "dang")
    assert (committee.name, committee.issuing) == ("Tỉnh uỷ Sơn La", "Ban Thường vụ Tỉnh uỷ Sơn La")
    assert (committee.above, committee.asking) == ("Trung ương", "")
    assert committee.reports_to == "Ban Tuyên giáo Trung ương"


def test_peoples_committee_speaks_for_itself_and_reports_to_the_ministry() -> None:
    committee = issuer("ubnd-tinh", "nha-nuoc")
    assert committee.issuing == committee.name == "Ủy ban nhân dân tỉnh Sơn La"
    assert (committee.above, committee.asking) == ("Chính phủ", "")
    assert committee.reports_to == "Bộ Văn hóa, Thể thao và Du lịch"


@pytest.mark.parametrize(("day", "ministry"), [(date(2021, 3, 30), "Bộ Thông tin"), (date(2027, 3, 15), "Bộ Văn hóa")])
def test_report_goes_to_those_above_on_its_day(day: date, ministry: str) -> None:
    assert issuer("ubnd-tinh", "nha-nuoc", day=day, year=day.year).reports_to.startswith(ministry)


def test_department_and_commission_ask_and_report_to_the_body_above() -> None:
    department, commission = issuer("svhttdl", "nha-nuoc"), issuer("btgdvtu", "dang")
    assert (department.asking, commission.asking) == ("Đề nghị", "Đề nghị")
    assert department.issuing == department.name
    assert department.above == department.reports_to == "Ủy ban nhân dân tỉnh Sơn La"
    assert commission.above == "Tỉnh uỷ Sơn La"
    assert commission.reports_to == "Ban Tuyên giáo Trung ương"


def test_district_committee_reports_to_the_committee_of_its_own_province() -> None:
    day = date(2024, 6, 17)
    shelf = PackShelf([PLUGINS / "ttdn-pack-dong-nai" / "src"])
    district = issuer("huyen-uy-bu-gia-map", "dang", shelf, "dong-nai", day=day, year=day.year)
    assert district.issuing == "Ban Thường vụ Huyện ủy Bù Gia Mập"
    assert district.above == district.reports_to == "Tỉnh uỷ Bình Phước"


@pytest.mark.parametrize(("organ", "below"), [("dang-uy-xa", "chi bộ"), ("ubnd-xa", "Các phòng")])
def test_report_of_a_commune_is_sent_up_and_not_down(organ: str, below: str) -> None:
    standard = "dang" if organ == "dang-uy-xa" else "nha-nuoc"
    listed = {
        kind: compose_file(order(kind, standard, organ=organ, commune="trung-khanh"), "cao-bang", SHELF)[0]
        .partition("\nnoi_nhan:\n")[2]
        .partition("\nluu:")[0]
        for kind in ("ke-hoach", "bao-cao")
    }
    assert below in listed["ke-hoach"] and below not in listed["bao-cao"]
    assert "noi-nhan-" in listed["bao-cao"]


@pytest.mark.parametrize("organ", ["tinh-uy", "btgdvtu"])
def test_report_of_a_party_body_is_sent_up_and_not_down(organ: str) -> None:
    text, _ = compose_file(order("bao-cao", organ=organ), "son-la", SHELF)
    listed = text.partition("\nnoi_nhan:\n")[2].partition("\nluu:")[0]
    assert "Thường trực Tỉnh uỷ (để b/c)" in listed
    assert "đảng uỷ" not in listed.lower() and "báo chí" not in listed


FRONT_GIVES = re.compile(
    r"(?m)^\d+\. (?:Công an|Văn phòng|Cơ quan chuyên môn|Các trường)|quản lý nhà nước về thông tin"
)


@pytest.mark.parametrize("organ", ["mttq-xa", "hdnd-xa", "tt-hdnd-xa"])
def test_councils_and_the_front_of_a_commune_do_not_do_the_work_of_its_committee(organ: str) -> None:
    asked = order("ke-hoach", "nha-nuoc", commune="trung-khanh", organ=organ)
    text, _ = compose_file(asked, "cao-bang", SHELF)
    checked = check_text(text, "md", SHELF)
    assert checked.document is not None, checked.findings
    assert not FRONT_GIVES.search(text)
    assert "\nnhiem_vu:" not in text and "\nphu_luc:" not in text and "nêu tại Phụ lục" not in text
    own = next(line for line in text.splitlines() if "gửi kết quả về" in line)
    assert "Phòng Văn hóa" not in own
    if organ == "mttq-xa":
        assert "xây dựng Kế hoạch" in text and "Đề nghị Ủy ban Mặt trận" not in text


@pytest.mark.parametrize("organ", ["ubnd-xa", "phong-vhxh", "vp-hdnd-ubnd-xa"])
def test_bodies_of_a_committee_keep_its_tasks(organ: str) -> None:
    asked = order("ke-hoach", "nha-nuoc", commune="trung-khanh", organ=organ)
    text, _ = compose_file(asked, "cao-bang", SHELF)
    assert "nhiem_vu:" in text and "quản lý nhà nước về thông tin đối ngoại" in text


@pytest.mark.parametrize("kind", ["ke-hoach", "bao-cao"])
def test_commission_that_gathers_the_reports_of_a_commune_receives_its_documents(kind: str) -> None:
    def recipients(organ: str, shelf: PackShelf = SHELF) -> str:
        text, _ = compose_file(order(kind, "dang", commune="trung-khanh", organ=organ), "cao-bang", shelf)
        return text.partition("\nnoi_nhan:\n")[2].partition("\nluu:")[0]

    assert recipients("dang-uy-xa").count("Ban Tuyên giáo Tỉnh uỷ (để b/c)") == 1
    assert "Ban Tuyên giáo" not in recipients("vp-dang-uy-xa")


def test_recipients_that_a_pack_has_verified_are_left_as_they_are(tmp_path: Path) -> None:
    own = "id: cao-bang-trung-khanh\nten: T\ntinh: cao-bang\nxa: trung-khanh\nphien_ban: 1.0\n"
    listed = "{chung: [{ten: Thường trực Tỉnh uỷ, nguon: sách A, xac_minh: true}]}"
    shelf = PackShelf(
        [write_pack(tmp_path, f"{own}co_quan:\n  - id: dang-uy-xa\n    he_thong: dang\n    noi_nhan: {listed}\n")]
    )
    text, _ = compose_file(order("ke-hoach", "dang", commune="trung-khanh"), "cao-bang", shelf)
    assert "noi_nhan:\n  # nguồn: sách A\n  - Thường trực Tỉnh uỷ\nluu:" in text
