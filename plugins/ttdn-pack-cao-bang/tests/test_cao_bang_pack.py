"""The pack of Cao Bằng: sound, right for its three eras of the propaganda body, and open about what is not known."""

from datetime import date
from pathlib import Path

from ttdn_draft.kit.testing import check_pack, list_names, list_signers, load_pack, render_sample
from ttdn_draft.knowledge.pack import in_force

FOLDER = Path(__file__).parents[1] / "src" / "ttdn_pack_cao_bang"


def test_pack_is_sound() -> None:
    assert check_pack(FOLDER) == ()


def test_propaganda_body_changes_its_name_with_the_years() -> None:
    pack = load_pack(FOLDER)
    names = [list_names(pack, day)["btgdvtu"] for day in (date(2021, 3, 30), date(2025, 6, 1), date(2026, 11, 22))]
    assert names == [
        "Ban Tuyên giáo Tỉnh ủy Cao Bằng",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy Cao Bằng",
        "Ban Tuyên giáo Tỉnh ủy Cao Bằng",
    ]


def test_signer_of_2021_stands_as_printed_then_and_later_as_the_press_writes_him() -> None:
    pack = load_pack(FOLDER)
    signers = [list_signers(pack, "btgdvtu", day)["truong-ban"] for day in (date(2021, 3, 30), date(2024, 6, 28))]
    assert signers == ["Bé Thanh Tịnh", "Bế Thanh Tịnh"]


def test_nobody_is_named_where_no_source_names_anybody() -> None:
    pack = load_pack(FOLDER)
    assert list_signers(pack, "btgdvtu", date(2025, 6, 1))["truong-ban"] == ""
    assert list_signers(pack, "ubnd-tinh", date(2026, 6, 1))["chu-tich"] == ""


def test_recipients_of_2021_are_those_of_the_guidance_and_later_those_of_the_whole_country() -> None:
    organ = load_pack(FOLDER).organs["btgdvtu"]
    then, now = (organ.recipients_of("huong-dan", date(year, 9, 1)) for year in (2021, 2026))
    assert [r.name for r in then if r.is_inherited] == []
    assert "Sở Ngoại vụ" in [r.name for r in then]
    assert now and all(r.is_inherited for r in now)


def test_only_the_monthly_deadline_of_2021_is_whole_in_the_source() -> None:
    deadlines = load_pack(FOLDER).organs["btgdvtu"].deadlines
    for day, verified in ((date(2021, 9, 1), {"thang"}), (date(2027, 9, 1), set())):
        found = in_force(deadlines, day)
        assert {d.period_name for d in found} == {"thang", "quy", "nam"}
        assert {d.period_name for d in found if d.is_verified} == verified


def test_border_gates_are_those_of_the_day() -> None:
    facts = [fact for fact in load_pack(FOLDER).facts if fact.slot == "bien-gioi"]
    before, after = ({f.id for f in in_force(facts, day)} for day in (date(2025, 9, 11), date(2025, 9, 12)))
    assert after - before == {"cua-khau-ta-lung"}
    assert "cua-khau-tra-linh" in before


def test_guidance_of_the_day_of_the_signed_one_has_its_head_and_its_signer() -> None:
    lines = render_sample(FOLDER, "huong-dan", "dang", date(2021, 3, 30)).lines
    assert {"TỈNH UỶ CAO BẰNG", "BAN TUYÊN GIÁO", "Bé Thanh Tịnh"} <= set(lines)
