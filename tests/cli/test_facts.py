"""`ttdn-draft facts`: ages and doubts are listed; a file renews tables, or is refused and nothing changes."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ttdn_draft.cli import run
from ttdn_draft.knowledge import ages, renewed, tables
from ttdn_draft.packs.calendars import COUNTRY_FOLDER, load_country, read_calendar, read_renewed_calendar

Capture = pytest.CaptureFixture[str]
Change = Callable[[dict[str, Any]], object]
REPOSITORY = Path(__file__).parents[2]
BUILD = REPOSITORY / "scripts" / "build_facts.py"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the user's data folder, empty; what was read is forgotten before and after."""
    folder = tmp_path / "data"
    monkeypatch.delenv(renewed.SWITCH)
    monkeypatch.setattr(renewed.user_folders, "data_folder", lambda: folder)
    forget()
    yield folder
    forget()


def forget() -> None:
    reads = (tables.read_table, renewed.load_renewed, ages.list_ages, load_country, read_renewed_calendar)
    for read in reads:
        read.cache_clear()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return a facts file as the script makes it, looked over later than the tables of the program."""
    out = tmp_path_factory.mktemp("facts") / "facts.json"
    asked = ["--name", "Nguyễn Văn An", "--office", "Trưởng phòng", "--looked-over", "2027-06-01"]
    subprocess.run([sys.executable, str(BUILD), str(out), *asked], check=True)
    made: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return made


@pytest.fixture
def update(home: Path, built: dict[str, Any], tmp_path: Path) -> Callable[..., int]:
    """Run `facts update` with the built file, changed in one thing, as a run of its own."""

    def _update(change: Change = lambda _: None) -> int:
        data = json.loads(json.dumps(built))
        change(data)
        file = tmp_path / "so-lieu.json"
        file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        code = run(("facts", "update", str(file)), {})
        forget()
        return code

    return _update


def listed(capsys: Capture) -> dict[str, dict[str, Any]]:
    capsys.readouterr()
    assert run(("facts", "list", "--output", "json"), {}) == 0
    return {table["table"]: table for table in json.loads(capsys.readouterr().out)["tables"]}


def test_each_table_is_listed_with_age_rows_and_what_to_look_up(capsys: Capture) -> None:
    found = listed(capsys)
    assert set(found) == set(ages.list_ages())
    for name in set(found) - {tables.CALENDAR_TABLE, "lunar"}:
        rows = tables.read_table(name)
        assert found[name]["rows"] == len(rows)
        doubtful = [row.get("id", row.get("name")) for row in rows if tables.read_unverified(row)]
        assert [asked["id"] for asked in found[name]["to_look_up"]] == doubtful
    assert found[tables.CALENDAR_TABLE]["rows"] > 100 and found[tables.CALENDAR_TABLE]["to_look_up"]


def test_the_text_has_one_line_a_table_and_on_demand_what_to_look_up(capsys: Capture) -> None:
    assert run(("facts", "list"), {}) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(ages.list_ages())
    assert run(("facts", "list", "--to-look-up"), {}) == 0
    doubt = next(row for row in tables.read_table("provinces") if tables.read_unverified(row))
    assert f"    {doubt['id']}: " in capsys.readouterr().out


def test_renewed_tables_are_used_told_and_removable(update: Callable[..., int], capsys: Capture) -> None:
    def rename(data: dict[str, Any]) -> None:
        data["tables"]["provinces"]["rows"][0]["centre"] = "Phường Mới"

    assert update(rename) == 0
    assert "Nguyễn Văn An" in capsys.readouterr().out
    assert tables.read_table("provinces")[0]["centre"] == "Phường Mới"
    assert ages.find_known_day().isoformat() == "2027-06-01"
    found = listed(capsys)["provinces"]
    assert (found["renewed"], found["looked_over"]) == (True, "2027-06-01")
    assert run(("facts", "update", "--remove"), {}) == 0
    forget()
    assert tables.read_table("provinces")[0]["centre"] != "Phường Mới"
    assert run(("facts", "update", "--remove"), {}) == 1
    assert "E667" in capsys.readouterr().err


def test_switched_off_they_are_not_read(update: Callable[..., int], monkeypatch: pytest.MonkeyPatch) -> None:
    assert update(lambda data: data["tables"]["provinces"]["rows"][0].update(centre="Phường Mới")) == 0
    monkeypatch.setenv(renewed.SWITCH, "1")
    forget()
    assert tables.read_table("provinces") == tables.read_shipped("provinces")


def row(table: str, number: int = 0, **cells: str) -> Change:
    return lambda data: data["tables"][table]["rows"][number].update(cells)


REFUSED: dict[str, tuple[str, Change]] = {
    "signed off by nobody": ("E658", lambda data: data.pop("signed_off")),
    "signed off by a blank": ("E658", lambda data: data["signed_off"].update(name="  ")),
    "newer program": ("E659", lambda data: data.update(format=3)),
    "not newer than what ships": ("E657", lambda data: data["tables"]["organs"].update(looked_over="2026-11-30")),
    "unknown key": ("E202", lambda data: data.update(x=1)),
    "no rows": ("E207", lambda data: data["tables"]["organs"].update(rows=[])),
    "no day": ("E656", lambda data: data["tables"]["organs"].update(looked_over="2027-13-01")),
    "unknown table": ("E668", lambda data: data["tables"].update(x=data["tables"]["organs"])),
    "a column less": ("E668", lambda data: data["tables"]["organs"]["rows"][0].pop("symbol")),
    "a day that is none": ("E668", row("organs", valid_from="2025-02-30")),
    "a code that nobody knows": ("E668", row("citations", status="x")),
    "a link that leads nowhere": ("E668", row("organs", successor_id="x")),
    "a number that is none": ("E668", row("events", weight="x")),
    "a row without a source": ("E668", row("terms", source="")),
    "an id twice": ("E668", lambda data: data["tables"]["terms"]["rows"].append(data["tables"]["terms"]["rows"][0])),
    "a calendar not newer than what ships": (
        "E657",
        lambda data: data["calendar"].update(looked_over="2026-11-30"),
    ),
    "a calendar without a day on which it was looked over": ("E201", lambda data: data["calendar"].pop("looked_over")),
    "a calendar among the tables": (
        "E668",
        lambda data: data["tables"].update(anniversaries=data["tables"]["organs"]),
    ),
    "a key that no calendar has": ("E202", lambda data: data["calendar"]["ngay_ky_niem"][0].update(x="y")),
    "a day of the calendar that is none": (
        "E210",
        lambda data: data["calendar"]["ngay_ky_niem"][1].update(goc="1930-02-30"),
    ),
    "a day of the calendar without a source": ("E201", lambda data: data["calendar"]["ngay_ky_niem"][1].pop("nguon")),
    "nothing to renew": ("E656", lambda data: (data.pop("calendar"), data.update(tables={}))),
    "a column of doubts that is none": ("E668", row("organs", unverified="x")),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_that_is_wrong_is_refused_and_nothing_changes(
    what: str, update: Callable[..., int], home: Path, capsys: Capture
) -> None:
    message, change = REFUSED[what]
    assert update(change) == 1
    assert message in capsys.readouterr().err
    assert not home.exists()


def test_the_column_that_a_row_lacks_or_has_too_many_is_named(update: Callable[..., int], capsys: Capture) -> None:
    for change in (lambda row: row.pop("symbol"), lambda row: row.update(them="x")):
        assert update(lambda data, change=change: change(data["tables"]["organs"]["rows"][0])) == 1
        told = "".join(capsys.readouterr())
        assert "«symbol»" in told or "«them»" in told


def test_a_line_of_successors_that_runs_in_a_circle_is_refused(update: Callable[..., int], capsys: Capture) -> None:
    def close(data: dict[str, Any]) -> None:
        rows = data["tables"]["organs"]["rows"]
        rows[0]["successor_id"], rows[1]["successor_id"] = rows[1]["id"], rows[0]["id"]

    assert update(close) == 1
    assert "E668" in capsys.readouterr().err


def test_an_older_file_or_one_with_fewer_tables_is_refused(
    update: Callable[..., int], home: Path, capsys: Capture
) -> None:
    assert update() == 0
    kept = (home / renewed.FACTS_FILE).read_bytes()
    assert update(lambda data: data["tables"]["organs"].update(looked_over="2027-05-31")) == 1
    assert update(lambda data: data["tables"].pop("organs")) == 1
    assert capsys.readouterr().err.count("E657") == 2
    assert (home / renewed.FACTS_FILE).read_bytes() == kept


@pytest.mark.parametrize("text", ["", "[1]", "{", "[" * 100_000])
def test_a_file_that_is_no_json_is_refused(text: str, home: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "x.json"
    file.write_text(text, encoding="utf-8")
    assert run(("facts", "update", str(file)), {}) == 1
    assert run(("facts", "update", str(tmp_path / "not-there.json")), {}) == 1
    assert capsys.readouterr().err.count("E656") == 2
    assert not home.exists()


def test_facts_that_were_damaged_later_are_told_and_not_used(home: Path, capsys: Capture) -> None:
    home.mkdir()
    (home / renewed.FACTS_FILE).write_text('{"tables": 1}', encoding="utf-8")
    assert tables.read_table("provinces") == tables.read_shipped("provinces")
    assert run(("facts", "list"), {}) == 0
    assert "N812" in "".join(capsys.readouterr())


def test_a_file_and_remove_exclude_each_other(capsys: Capture) -> None:
    assert run(("facts", "update"), {}) == 2
    assert "E001" in capsys.readouterr().err


def rename_a_day(data: dict[str, Any]) -> None:
    data["calendar"]["ngay_ky_niem"][1]["ten_gon"] = "Ngày Mới Đặt Tên"


def calendar_of(capsys: Capture) -> str:
    capsys.readouterr()
    assert run(("calendar", "--nam", "2027", "--ngay", "2027-01-15", "--tinh", "son-la"), {}) == 0
    return capsys.readouterr().out


def test_a_renewed_calendar_is_used_told_and_removable(update: Callable[..., int], capsys: Capture) -> None:
    shipped, _ = read_calendar(COUNTRY_FOLDER, "toan-quoc")
    assert shipped and load_country().calendar == shipped
    assert update(rename_a_day) == 0
    assert "Ngày Mới Đặt Tên" in calendar_of(capsys)
    found = listed(capsys)[tables.CALENDAR_TABLE]
    assert (found["renewed"], found["looked_over"]) == (True, "2027-06-01")
    assert (found["rows"], found["bears_until"]) == (len(shipped.anniversaries), "2029-07-01")
    assert run(("facts", "list"), {}) == 0
    told = capsys.readouterr().out
    assert next(line for line in told.splitlines() if line.startswith("anniversaries")).endswith("(đã cập nhật)")
    assert run(("facts", "update", "--remove"), {}) == 0
    forget()
    assert load_country().calendar == shipped
    assert "Ngày Mới Đặt Tên" not in calendar_of(capsys)


def test_a_renewed_calendar_alone_leaves_the_tables(update: Callable[..., int], capsys: Capture) -> None:
    assert update(lambda data: (rename_a_day(data), data.update(tables={}))) == 0
    assert {name for name, table in listed(capsys).items() if table["renewed"]} == {tables.CALENDAR_TABLE}


def test_a_file_without_the_calendar_that_is_in_use_is_refused(update: Callable[..., int], capsys: Capture) -> None:
    assert update() == 0
    assert update(lambda data: data.pop("calendar")) == 1
    assert "E657" in capsys.readouterr().err


def test_a_fault_in_the_calendar_is_told_with_its_place_in_the_file(
    update: Callable[..., int], capsys: Capture
) -> None:
    assert update(lambda data: data["calendar"]["ngay_ky_niem"][1].update(goc="1930-02-30")) == 1
    assert "$.calendar.ngay_ky_niem[1].goc" in capsys.readouterr().err


def test_a_renewed_calendar_that_was_damaged_later_is_told_and_not_used(
    update: Callable[..., int], home: Path, capsys: Capture
) -> None:
    assert update(rename_a_day) == 0
    file = home / renewed.FACTS_FILE
    file.write_text(file.read_text(encoding="utf-8").replace('"loai"', '"loaii"'), encoding="utf-8")
    forget()
    assert "Ngày Mới Đặt Tên" not in calendar_of(capsys)
    assert run(("facts", "list"), {}) == 0
    assert "N812" in "".join(capsys.readouterr())
