"""One calendar.yaml: what is wrong in it is told with its line, and every key is explained."""

import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.calendars import CALENDAR, changed_calendar, write_calendar
from tests.conftest import ids
from tests.pack_folders import write_pack
from ttdn_draft.errors import Finding
from ttdn_draft.kit.testing import check_pack
from ttdn_draft.knowledge.days.anniversaries import Anniversary, AnniversaryGroup, Calendar, Member
from ttdn_draft.model import PartialDate, keys_of
from ttdn_draft.packs.calendars import read_calendar
from ttdn_draft.validate.schema import load_schema


def check(folder: Path, text: str) -> tuple[Finding, ...]:
    return check_pack(write_calendar(folder, text))


def test_sound_calendar_has_no_findings_and_keeps_what_is_known_of_a_date(tmp_path: Path) -> None:
    assert check(tmp_path, CALENDAR) == ()
    calendar, _ = read_calendar(tmp_path)
    assert calendar is not None
    by_id = {a.id: a for a in calendar.anniversaries}
    origins = [by_id[name].origin for name in ("mau-ngay", "mau-thang", "mau-nam", "mau-tet")]
    assert origins == [PartialDate(1950, 10, 3), PartialDate(1961, 2), PartialDate(1950), None]
    assert [(a.month, a.day) for a in (by_id["mau-ngay"], by_id["mau-thang"], by_id["mau-le-am"])] == [
        (10, 3), (2, None), (3, 10),
    ]  # fmt: skip
    assert [by_id[name].has_count for name in ("mau-ngay", "mau-khong-nam")] == [True, False]
    assert calendar.groups[0].members == (Member("mau-nam"), Member("mau-ngay", "và"))


def test_pack_without_calendar_has_an_empty_one(tmp_path: Path) -> None:
    assert read_calendar(write_pack(tmp_path)) == (Calendar(), ())


FIRST = "goc: 1950-10-03, loai: su-kien"


@pytest.mark.parametrize(
    ("old", "new", "id", "path"),
    [
        (FIRST, "goc: 1950-10-03, loai: le-hoi", "E204", "$.ngay_ky_niem[0].loai"),
        (FIRST, "goc: 3/10/1950, loai: su-kien", "E205", "$.ngay_ky_niem[0].goc"),
        (FIRST, "goc: 1950-02-29, loai: su-kien", "E210", "$.ngay_ky_niem[0].goc"),
        (FIRST, "loai: su-kien", "E700", "$.ngay_ky_niem[0]"),
        (FIRST, f"{FIRST}, ngay: 3", "E239", "$.ngay_ky_niem[0].ngay"),
        (FIRST, f"{FIRST}, ngay: 3, thang: 10", "E701", "$.ngay_ky_niem[0].goc"),
        (FIRST, "goc: 1950, ngay: 31, thang: 4, loai: su-kien", "E210", "$.ngay_ky_niem[0].ngay"),
        (FIRST, "goc: 1950, ngay: 31, thang: 1, lich: am, loai: su-kien", "E210", "$.ngay_ky_niem[0].ngay"),
        (FIRST, "goc: 1950, lich: am, loai: su-kien", "E702", "$.ngay_ky_niem[0].lich"),
        (FIRST, f"{FIRST}, can_chi: true", "E703", "$.ngay_ky_niem[0].can_chi"),
        (FIRST, "ngay: 3, thang: 10, dem: true, loai: su-kien", "E704", "$.ngay_ky_niem[0].dem"),
        (FIRST, f"{FIRST}, pham_vi: cao-bag", "E705", "$.ngay_ky_niem[0].pham_vi"),
        (FIRST, f"{FIRST}, gan_voi: [ha-noi, ha-nooi]", "E705", "$.ngay_ky_niem[0].gan_voi[1]"),
        ("den: 2020", "den: 1999, tu: 2001", "E623", "$.ngay_ky_niem[6].den"),
        ("tu: 2021", "tu: 2020-12", "E624", "$.ngay_ky_niem[7]"),
        ("{ngay_ky_niem: mau-nam}", "{ngay_ky_niem: mau-nam, noi: và}", "E706", "$.nhom[0].thanh_vien[0]"),
        (", noi: và}", "}", "E706", "$.nhom[0].thanh_vien[1]"),
        ("{ngay_ky_niem: mau-nam}", "{ngay_ky_niem: mau-ngay}", "E707", "$.nhom[0].thanh_vien[1]"),
        ("      - {ngay_ky_niem: mau-ngay, noi: và}\n", "", "E207", "$.nhom[0].thanh_vien"),
    ],
)
def test_fault_is_told_with_its_file_line_and_path(tmp_path: Path, old: str, new: str, id: str, path: str) -> None:
    found = [f for f in check(tmp_path, changed_calendar(old, new)) if f.id == id]
    assert found
    place = found[0].place
    assert (place.file, place.path) == (str(tmp_path / "calendar.yaml"), path)
    assert abs(place.line - 1 - CALENDAR[: CALENDAR.index(old)].count("\n")) <= 2
    assert read_calendar(tmp_path)[0] is None


def test_all_faults_are_told_together(tmp_path: Path) -> None:
    text = changed_calendar("goc: 1961-02", "goc: 1961-13").replace("noi: và", "noi: và, ten: ''")
    assert ids(check(tmp_path, text)) == ["E209"]
    text = changed_calendar("goc: 1961-02", "goc: 1961-13").replace(FIRST, f"{FIRST}, can_chi: true")
    assert ids(check(tmp_path, text)) == ["E703", "E210"]


def test_two_groups_of_one_time_share_no_member_but_those_of_two_times_may(tmp_path: Path) -> None:
    group = CALENDAR[CALENDAR.index("  - id: mau-chung-cau") :].replace("mau-chung-cau", "mau-hai")
    assert ids(check(tmp_path, CALENDAR + group)) == ["E707", "E707"]
    early = CALENDAR.replace("    nguon: sách A\n", "    den: 2020\n    nguon: sách A\n")
    late = group.replace("    nguon: sách A\n", "    tu: 2021\n    nguon: sách A\n")
    assert ids(check(tmp_path, early + late)) == []


def test_years_before_the_thousand_and_lunar_days_with_a_year_are_kept(tmp_path: Path) -> None:
    text = changed_calendar(FIRST, "goc: 938, loai: su-kien").replace(
        "lich: am, ngay: 10", "goc: 1789, lich: am, ngay: 5"
    )
    assert check(tmp_path, text) == ()
    calendar, _ = read_calendar(tmp_path)
    assert calendar is not None
    assert [a.origin for a in calendar.anniversaries][:4:3] == [PartialDate(938), PartialDate(1789)]


def test_calendar_that_leads_elsewhere_or_is_no_file_is_refused(tmp_path: Path) -> None:
    secret = write_calendar(tmp_path / "ngoài") / "calendar.yaml"
    inside = write_pack(tmp_path / "gói")
    (inside / "calendar.yaml").symlink_to(secret)
    assert ids(check_pack(inside)) == ["E620"]
    assert read_calendar(inside, "gói đã cài 1.0")[0] is not None
    (inside / "calendar.yaml").unlink()
    (inside / "calendar.yaml").mkdir()
    assert ids(check_pack(inside)) == ["E106"]


def test_every_key_of_a_calendar_is_explained_with_an_example_that_fits() -> None:
    def walk(schema: dict[str, Any], key: str) -> None:
        assert schema["title"] and schema["description"], key
        assert schema["examples"], key
        assert all(Draft202012Validator(schema).is_valid(example) for example in schema["examples"]), key
        for name, entry in {**schema.get("properties", {}), "items": schema.get("items")}.items():
            if entry:
                walk(entry, f"{key}.{name}")

    walk(load_schema("calendar"), "$")


def test_keys_of_a_calendar_are_those_of_its_types() -> None:
    properties = load_schema("calendar")["properties"]
    group = properties["nhom"]["items"]["properties"]
    pairs: list[tuple[dict[str, Any], type]] = [
        (properties, Calendar),
        (properties["ngay_ky_niem"]["items"]["properties"], Anniversary),
        (group, AnniversaryGroup),
        (group["thanh_vien"]["items"]["properties"], Member),
    ]
    for keys, cls in pairs:
        assert set(keys) == set(keys_of(cls)), cls


def test_example_of_the_docs_is_sound(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "anniversaries.md").read_text(encoding="utf-8")
    [example] = re.findall(r"^```yaml\n(.*?)^```", page, re.M | re.S)
    assert check(tmp_path, example) == ()
