"""The tables know their age: until when each can be relied upon, and one note for a document that lies beyond."""

from datetime import date, timedelta
from importlib.resources import files

import pytest

from tests.conftest import Compose
from ttdn_draft.cli import run
from ttdn_draft.errors import Finding
from ttdn_draft.knowledge.ages import HELD_TABLES, TableAge, find_known_day, list_ages, tell_ages
from ttdn_draft.knowledge.tables import AGES_TABLE, CALENDAR_TABLE, read_shipped
from ttdn_draft.pipeline import Checked


def told(checked: Checked) -> list[Finding]:
    return [finding for finding in checked.findings if finding.id == "N811"]


def first_day_beyond(*tables: str) -> date:
    return max(until for table in tables if (until := list_ages()[table].bears_until)) + timedelta(1)


def test_every_table_and_the_calendar_has_an_age() -> None:
    tables = {file.name.removesuffix(".csv") for file in (files("ttdn_draft.knowledge") / "data").iterdir()}
    assert set(list_ages()) == {t for t in tables if "." not in t} - {"tables"} | {CALENDAR_TABLE}


@pytest.mark.parametrize(
    ("looked_over", "months", "until"),
    [
        (date(2026, 11, 30), 14, date(2028, 1, 30)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_are_counted_from_the_day_on_which_a_table_was_looked_over(
    looked_over: date, months: int, until: date
) -> None:
    age = TableAge("x", "x", looked_over, months)
    assert age.bears_until == until
    assert (age.bears(until), age.bears(until + timedelta(1))) == (True, False)


def test_what_bears_no_date_is_looked_up_on_the_day_of_the_table_of_documents(compose: Compose) -> None:
    assert find_known_day() == list_ages()["citations"].looked_over
    assert told(compose(ngay=str(find_known_day().year))) == []


def test_each_table_says_why_it_bears_so_long() -> None:
    assert all(row["why"].strip() for row in read_shipped(AGES_TABLE))


def test_a_table_of_what_does_not_change_bears_for_ever() -> None:
    assert list(tell_ages(date(find_known_day().year + 9, 1, 1), ["lunar"])) == []


def test_a_document_beyond_its_tables_is_told_once_and_names_them(compose: Compose) -> None:
    day = first_day_beyond(*HELD_TABLES)
    [finding] = told(compose(ngay=day.isoformat()))
    assert finding.place.line and finding.facts["tables"] == ", ".join(list_ages()[t].holds for t in HELD_TABLES)
    assert finding.facts["since"] == min(list_ages()[t].looked_over for t in HELD_TABLES)
    assert told(compose(ngay=(day - timedelta(1)).isoformat())) == []


def test_only_the_tables_that_a_document_used_are_named(compose: Compose) -> None:
    day = first_day_beyond(*list_ages()).isoformat()
    cited, counted = list_ages()["citations"].holds, list_ages()[CALENDAR_TABLE].holds
    [cites] = told(compose(ngay=day, can_cu="[kl-57-kltw-2023]"))
    [counts] = told(
        compose(body="# Mục đích\n\nKỷ niệm 80 năm Ngày Toàn quốc kháng chiến (19/12/1946 - 19/12/2026).\n", ngay=day)
    )
    assert cited in str(cites.facts["tables"]) and counted not in str(cites.facts["tables"])
    assert counted in str(counts.facts["tables"]) and cited not in str(counts.facts["tables"])


def test_a_document_without_a_day_is_none_that_lies_beyond(compose: Compose) -> None:
    assert told(compose(du_thao="1", ngay="null")) == []


def test_a_new_file_beyond_the_tables_is_told_and_one_of_2027_is_not(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(str(tmp_path))
    heads = ("new", "ke-hoach", "--tinh", "son-la", "--thu")
    assert run((*heads, "--nam", "2027", "--ngay", "31/12/2027"), {}) == 0
    assert "N811" not in capsys.readouterr().err
    assert run((*heads, "--nam", "2029", "--ngay", "15/3/2029"), {}) == 0
    assert capsys.readouterr().err.count("N811") == 1
