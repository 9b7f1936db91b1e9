"""`packs check` holds a pack against what lies below it: newer names, documents, days, and ends."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import ids
from tests.pack_folders import PACK, changed_pack, write_pack
from ttdn_draft.cli import run
from ttdn_draft.errors import Finding
from ttdn_draft.kit.ground import check_ground
from ttdn_draft.kit.testing import check_pack
from ttdn_draft.knowledge.citations import load_citations
from ttdn_draft.knowledge.places.communes import list_communes
from ttdn_draft.packs.found import look_at
from ttdn_draft.packs.shelf import LoneShelf

DAY = date(2026, 3, 31)
ORGAN = """  - id: {organ}
    he_thong: dang
    ten:
      - {{ten: {name}, ky_hieu: X, nguon: sách A}}
    nguon: sách A
"""


def ground(folder: Path) -> tuple[Finding, ...]:
    return check_ground(look_at(folder), LoneShelf([folder]), DAY)


def test_a_pack_that_only_adds_contradicts_nothing(tmp_path: Path) -> None:
    assert ground(write_pack(tmp_path / "mau")) == ()


def test_a_name_that_hides_a_newer_one_is_told_with_it(tmp_path: Path) -> None:
    country = LoneShelf([write_pack(tmp_path / "truoc")]).country
    renamed = [organ for organ in country.organs.values() if len({name.name for name in organ.names}) > 1]
    organ = ORGAN.format(organ=renamed[0].id, name="Ban Cũ Kỹ")
    [finding] = ground(write_pack(tmp_path / "mau", PACK.replace("  - id: so\n", organ + "  - id: so\n")))
    assert (finding.id, finding.facts["name"]) == ("W655", "Ban Cũ Kỹ")
    assert finding.facts["newer"] in {name.name for name in renamed[0].names}


def test_a_name_that_ends_without_a_successor_is_told(tmp_path: Path) -> None:
    changed = changed_pack(
        "ten: Sở Mẫu, ky_hieu: SM, tu: 2025-03", "ten: Sở Mẫu, ky_hieu: SM, tu: 2025-03, den: 2026-09"
    )
    [finding] = ground(write_pack(tmp_path / "mau", changed))
    assert (finding.id, str(finding.facts["until"])) == ("W656", "2026-09")


def test_a_name_that_ended_with_its_unit_needs_no_successor(tmp_path: Path) -> None:
    organ = ORGAN.format(organ="huyen-uy", name="Huyện uỷ Cũ").replace("ky_hieu: X", "ky_hieu: X, den: 2025-06-30")
    assert ground(write_pack(tmp_path / "mau", PACK.replace("  - id: so\n", organ + "  - id: so\n"))) == ()


def test_a_document_that_stands_for_one_of_the_program_and_differs_is_told(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "mau")
    known = load_citations().find("kl-57-kltw-2023")
    assert known
    text = (
        f"van_ban:\n  - {{id: {known.id}, loai: Kết luận, so_ky_hieu: 57-KL/TW, co_quan: Bộ Chính trị, "
        "ngay: 2023-06-15, trich_yeu: về x, tinh_trang: {}, chu_de: ttdn, nguon: sách A, xac_minh: true}}\n"
    )
    for status, told in (("chua-ro", {"W657"}), ("con-hieu-luc", set())):
        (folder / "citations.yaml").write_text(text.replace("{}", status).replace("}}\n", "}\n"), encoding="utf-8")
        assert set(ids(ground(folder))) == told


@pytest.mark.parametrize("id", ["quoc-khanh", "mau-ngay"])
def test_a_pack_that_moves_a_great_day_fails_and_is_told_once(
    id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_pack(tmp_path / "mau")
    day = f"{{id: {id}, ten: Quốc khánh, loai: le-lon, goc: 1945-09-03, nguon: sách A, xac_minh: true}}"
    (folder / "calendar.yaml").write_text(f"ngay_ky_niem:\n  - {day}\n", encoding="utf-8")
    assert run(("packs", "check", str(folder)), {}) == 3
    told = "".join(capsys.readouterr())
    assert told.count("E746") == 1 and "calendar.yaml" in told
    assert "anniversary-day" not in told and "E686" not in told  # no document prints the wrong day


def test_a_day_of_a_pack_that_is_no_great_one_stands_for_that_of_the_country(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_pack(tmp_path / "mau")
    day = "{id: asean, ten: Ngày thành lập ASEAN, loai: quoc-te, goc: 1967-08-09, nguon: sách A, xac_minh: true}"
    (folder / "calendar.yaml").write_text(f"ngay_ky_niem:\n  - {day}\n", encoding="utf-8")
    assert run(("packs", "check", str(folder)), {}) == 0
    told = "".join(capsys.readouterr())
    assert "W700" in told and "E746" not in told


def test_two_packs_of_one_id_in_a_folder_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("một", "hai"):
        write_pack(tmp_path / name)
    assert run(("packs", "check", str(tmp_path)), {}) == 3
    assert "".join(capsys.readouterr()).count("E603") == 1


def test_an_office_whose_last_term_ended_before_the_day_is_told(tmp_path: Path) -> None:
    found, shelf = look_at(write_pack(tmp_path / "mau")), LoneShelf([tmp_path / "mau"])
    assert check_ground(found, shelf, date(2026, 12, 31)) == ()
    [finding] = check_ground(found, shelf, date(2027, 1, 1))
    assert (finding.id, finding.facts["name"], str(finding.facts["until"])) == ("W613", "pho", "2026-12-31")
    assert "Lê Văn Cường" in str(finding.facts["who"])


def test_an_organ_that_is_no_more_needs_nobody_who_signs(tmp_path: Path) -> None:
    ended = PACK.replace("ten_day_du: Ban Mới Mẫu, tu: 2025-03-01", "tu: 2025-03-01, den: 2025-06-30")
    found = look_at(write_pack(tmp_path / "mau", ended))
    assert check_ground(found, LoneShelf([tmp_path / "mau"]), date(2027, 1, 1)) == ()


@pytest.mark.parametrize(
    ("rest", "told"), [("den: 2026-05-01", "2026-05-01"), ("cho_trong_tu: 2026-06-01", "2026-06-01"), ("", "")]
)
def test_a_term_that_ended_or_that_nobody_knows_any_more_is_told(tmp_path: Path, rest: str, told: str) -> None:
    term = f"nhiem_ky:\n  - {{id: a, loai: hdnd, ten: HĐND Mẫu, tu: 2021-06-01, nguon: sách A, {rest}}}\n"
    folder = write_pack(tmp_path / "mau", PACK + term.replace(", }", "}"))
    found = [f for f in check_ground(look_at(folder), LoneShelf([folder]), date(2026, 7, 1)) if f.id == "W614"]
    assert [str(finding.facts["until"]) for finding in found] == ([told] if told else [])


def test_the_commune_of_a_pack_that_is_no_more_is_told_with_its_heirs(tmp_path: Path) -> None:
    ended = next(unit for unit in list_communes("bac-ninh", date(2026, 9, 1)) if unit.period.end)
    text = f"id: bac-ninh-{ended.id}\nten: X\ntinh: bac-ninh\nxa: {ended.id}\nphien_ban: 1\nco_quan:\n"
    folder = write_pack(tmp_path / "x", text + "  - {id: ubnd-xa, he_thong: nha-nuoc}\n")
    [told] = check_pack(folder, ended.period.last_day + timedelta(1))
    assert (told.id, told.facts["name"], str(told.facts["until"])) == ("W612", ended.full_name, str(ended.period.end))
    assert told.facts["heirs"] in {unit.full_name for unit in list_communes("bac-ninh", date(2026, 11, 1))}
    assert check_pack(folder, ended.period.last_day) == ()


def test_packs_check_takes_the_day_on_which_terms_are_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(write_pack(tmp_path / "mau"))
    for day, told in (("2026-06-05", False), ("2027-06-05", True)):
        assert run(("packs", "check", folder, "--ngay", day), {}) == 0
        assert ("W613" in "".join(capsys.readouterr())) == told
