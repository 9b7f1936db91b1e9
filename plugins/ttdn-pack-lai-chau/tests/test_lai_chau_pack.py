"""The pack of Lai Châu: sound, with the day on which its propaganda body was merged, and its neighbours."""

from datetime import date
from pathlib import Path

from ttdn_draft.kit.testing import check_pack, list_names, list_signers, load_pack
from ttdn_draft.knowledge.pack import in_force, newest

FOLDER = Path(__file__).parents[1] / "src" / "ttdn_pack_lai_chau"


def test_pack_is_sound() -> None:
    assert check_pack(FOLDER) == ()


def test_propaganda_body_was_merged_on_the_day_of_the_decision_without_a_doubt() -> None:
    names = load_pack(FOLDER).organs["btgdvtu"].names
    around = [newest(names, day) for day in (date(2021, 5, 1), date(2025, 2, 28), date(2025, 3, 1), date(2026, 6, 5))]
    assert [name and (name.symbol, name.is_verified) for name in around] == [
        ("BTGTU", True),
        ("BTGTU", True),
        ("BTGDVTU", True),
        ("BTGDVTU", True),
    ]


def test_name_since_the_centre_was_renamed_is_told_as_unverified() -> None:
    name = newest(load_pack(FOLDER).organs["btgdvtu"].names, date(2026, 11, 22))
    assert name is not None
    assert (name.name, name.is_verified) == ("Ban Tuyên giáo", False)


def test_acting_chairman_of_2023_signs_under_his_own_office() -> None:
    pack = load_pack(FOLDER)
    terms = [t for t in pack.organs["ubnd-tinh"].signers if t.id == "chu-tich"]
    around = [newest(terms, day) for day in (date(2023, 7, 10), date(2023, 7, 11))]
    assert [t and (t.office, t.full_name) for t in around] == [
        ("QUYỀN CHỦ TỊCH", "Tống Thanh Hải"),
        ("CHỦ TỊCH", "Lê Văn Lương"),
    ]
    assert list_names(pack, date(2024, 6, 1))["ubnd-tinh"] == "Ủy ban nhân dân tỉnh Lai Châu"


def test_secretary_of_each_term_is_named() -> None:
    pack = load_pack(FOLDER)
    days = (date(2024, 6, 1), date(2025, 9, 17), date(2025, 9, 18), date(2026, 11, 22))
    named = [list_signers(pack, "tinh-uy", day)["bi-thu"] for day in days]
    assert named == ["Giàng Páo Mỷ", "Giàng Páo Mỷ", "Lê Minh Ngân", "Lê Minh Ngân"]


def test_conferences_name_the_provinces_of_their_day() -> None:
    facts = [f for f in load_pack(FOLDER).facts if f.id.startswith("hoi-nghi-bi-thu-van-nam")]
    (before,), (after,) = (in_force(facts, day) for day in (date(2025, 10, 29), date(2025, 10, 30)))
    assert "Hà Giang" in before.text and "Tuyên Quang" not in before.text
    assert "Tuyên Quang" in after.text and "Hà Giang" not in after.text
