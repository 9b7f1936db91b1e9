"""The calendar, the documents to cite and the ages of the tables, as a screen reads them: all as the commands print."""

import json
from datetime import date

import pytest

from tests.cli.conftest import RunCli, run_cli
from ttdn_draft import api
from ttdn_draft.errors import UsageError
from ttdn_draft.knowledge.ages import list_ages

__all__ = ["run_cli"]
DAY = date(2026, 11, 30)


@pytest.mark.parametrize("province", ["", "cao-bang"])
def test_days_are_those_of_the_command(province: str, run_cli: RunCli) -> None:
    options = ("--tinh", province) if province else ()
    printed = run_cli("calendar", "--nam", 2027, "--ngay", DAY, "--output", "json", *options).stdout
    assert api.list_days(2027, province, day=DAY) == json.loads(printed)


def test_file_for_calendar_programs_is_that_of_the_command(run_cli: RunCli) -> None:
    pytest.importorskip("icalendar")
    printed = run_cli("calendar", "--nam", 2027, "--ngay", DAY, "--output", "ics").stdout
    assert api.write_ics(2027, day=DAY).replace("\r\n", "\n") == printed.replace("\r\n", "\n")


@pytest.mark.parametrize("year", [1899, 2101, 0, -1, 10**6])
def test_year_outside_the_lunar_table_is_told(year: int) -> None:
    with pytest.raises(UsageError) as caught:
        api.list_days(year, day=DAY)
    assert [finding.id for finding in caught.value.findings] == ["E018"]


@pytest.mark.parametrize(("query", "pack"), [("57-KL/TW", ""), ("luật báo chí", ""), ("đối ngoại", "cao-bang")])
def test_citations_are_those_of_the_command_by_both_standards(query: str, pack: str, run_cli: RunCli) -> None:
    hits = api.find_citations(query, DAY, pack=pack)
    options = ("--tinh", pack) if pack else ()
    for standard, shown in (("dang", "sentence"), ("nha-nuoc", "state_sentence")):
        asked = ("--the-thuc", standard, "--ngay", DAY, "--output", "json", *options)
        printed = json.loads(run_cli("cite", query, *asked).stdout)["citations"]
        assert [getattr(hit, shown) for hit in hits] == [one["text"] for one in printed]
        assert [(hit.id, hit.state, hit.source) for hit in hits] == [
            (one["id"], one["status"], api.plain_source(one["source"])) for one in printed
        ]
    assert all(hit.mark == f"[dan: {hit.id}]" for hit in hits)


def test_citation_that_was_replaced_names_what_came() -> None:
    hits = [hit for hit in api.find_citations("16-CT/TW", DAY) if hit.successor]
    assert all("số" in hit.successor or hit.state != "in-force" for hit in hits)


def test_nothing_is_found_for_other_words() -> None:
    assert api.find_citations("chuyện không đâu xyz", DAY) == ()


def test_fresh_tables_are_told_alike_and_old_ones_by_name() -> None:
    fresh = api.list_tables(DAY)
    assert len(fresh) == len(list_ages())
    assert {table.age_text for table in fresh} == {"Các bảng được soát đến ngày 30/11/2026."}
    old = api.list_tables(date(2028, 6, 1))
    late = {age.holds for age in list_ages().values() if not age.bears(date(2028, 6, 1))}
    assert late and {table.name for table in old if table.name in table.age_text} == late
