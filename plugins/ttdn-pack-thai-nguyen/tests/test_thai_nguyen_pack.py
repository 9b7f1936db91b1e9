"""The pack of Thái Nguyên: sound, with Bắc Kạn until the merger, and the department of before 2025."""

from datetime import date
from pathlib import Path

from ttdn_draft.kit.testing import check_pack, list_names, list_signers, load_pack
from ttdn_draft.knowledge.pack import in_force

FOLDER = Path(__file__).parents[1] / "src" / "ttdn_pack_thai_nguyen"


def test_pack_is_sound() -> None:
    assert check_pack(FOLDER) == ()


def test_guidance_of_2014_has_the_names_of_its_time() -> None:
    names = list_names(load_pack(FOLDER), date(2014, 3, 13))
    assert names["btgdvtu"] == "Ban Tuyên giáo Tỉnh uỷ Thái Nguyên"
    assert names["stttt"] == names["svhttdl"] == "Sở Thông tin và Truyền thông tỉnh Thái Nguyên"


def test_bac_kan_ends_with_the_merger_and_the_province_goes_on() -> None:
    pack = load_pack(FOLDER)
    before, after = (list_names(pack, day) for day in (date(2025, 6, 30), date(2025, 7, 1)))
    assert set(before) - set(after) == {"tinh-uy-bac-kan", "btgdvtu-bac-kan", "ubnd-bac-kan"}
    assert before["btgdvtu-bac-kan"] == "Ban Tuyên giáo và Dân vận Tỉnh ủy Bắc Kạn"
    assert before["btgdvtu"] == after["btgdvtu"] == "Ban Tuyên giáo và Dân vận Tỉnh uỷ Thái Nguyên"


def test_department_of_information_is_gone_from_march_2025() -> None:
    pack = load_pack(FOLDER)
    assert "stttt" in list_names(pack, date(2025, 2, 28))
    assert "stttt" not in list_names(pack, date(2025, 3, 1))


def test_signers_are_named_only_between_the_days_on_which_they_were_seen() -> None:
    pack = load_pack(FOLDER)
    days = (date(2022, 6, 20), date(2022, 6, 21), date(2024, 8, 29), date(2024, 8, 30))
    assert [list_signers(pack, "btgdvtu", d)["truong-ban"] for d in days] == ["", "Vũ Duy Hoàng", "Vũ Duy Hoàng", ""]
    assert list_signers(pack, "ubnd-tinh", date(2025, 11, 17))["chu-tich"] == "Vương Quốc Tuấn"


def test_what_lies_in_bac_kan_is_a_fact_of_the_province_only_since_the_merger() -> None:
    facts = load_pack(FOLDER).facts
    before, after = ({f.id for f in in_force(facts, day)} for day in (date(2025, 6, 30), date(2025, 7, 1)))
    assert after - before == {"ba-be", "hop-nhat", "xa-phuong"}
    assert before - after == {"gyeongsangbuk-cap-huyen"}
