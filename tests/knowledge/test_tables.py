"""The tables themselves: one row an entry, dates in order, successors that exist, every row with its source."""

import re
from pathlib import Path
from unicodedata import is_normalized

import pytest

from ttdn_draft import knowledge
from ttdn_draft.knowledge.ages import CALENDAR_TABLE, list_ages
from ttdn_draft.knowledge.periods import read_period
from ttdn_draft.knowledge.tables import read_table, read_unverified
from ttdn_draft.model import PartialDate
from ttdn_draft.packs.calendars import load_country

NO_SOURCE = "chưa tìm thấy nguồn"
TABLES = ("provinces", "organs", "citations", "relations", "partnerships")
WITH_SOURCES = [t for t in list_ages() if t != CALENDAR_TABLE and "source" in read_table(t)[0]]
IN_LINE = ("provinces", "organs")
LINKS = {"provinces": ("successor_id", "predecessor_id"), "organs": ("successor_id", "predecessor_id")}
LINKS |= {"citations": ("replaced_by", "amended_by"), "relations": (), "partnerships": ()}


@pytest.mark.parametrize("table", TABLES)
def test_ids_are_unique_and_plain(table: str) -> None:
    ids = [row["id"] for row in read_table(table)]
    assert len(set(ids)) == len(ids)
    assert set("".join(ids)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_composed_trimmed_and_has_a_source(table: str) -> None:
    for row in read_table(table):
        assert row["source"], row["id"]
        for column, value in row.items():
            assert is_normalized("NFC", value) and value == " ".join(value.split()), (row["id"], column)


@pytest.mark.parametrize("table", TABLES)
def test_every_column_that_is_marked_unverified_exists(table: str) -> None:
    for row in read_table(table):
        assert read_unverified(row) <= set(row), row["id"]


@pytest.mark.parametrize("table", TABLES)
def test_a_row_for_which_no_source_was_found_is_marked(table: str) -> None:
    resting = [row for row in read_table(table) if row["source"].startswith(NO_SOURCE)]
    assert [row["id"] for row in resting if not read_unverified(row)] == []


@pytest.mark.parametrize("table", WITH_SOURCES)
def test_sources_are_in_words_for_people(table: str) -> None:
    short = r"\b(memory|found|seed|gso\w+|tlq\w+|xa2021)\b|trí nhớ|\bid \d|\w\.(md|csv)\b"
    assert [row["source"] for row in read_table(table) if re.search(short, row["source"])] == []


@pytest.mark.parametrize("table", WITH_SOURCES)
def test_every_source_of_what_is_verified_says_where_to_look(table: str) -> None:
    verified = [row for row in read_table(table) if not read_unverified(row)]
    vague = [row for row in verified if not re.search(r"\d|\w\.\w", row["source"]) or "như trên" in row["source"]]
    assert [(row["id"], row["source"]) for row in vague] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_link_leads_to_a_row_and_no_line_runs_in_a_circle(table: str) -> None:
    rows = {row["id"]: row for row in read_table(table)}
    for link in LINKS[table]:
        for row in rows.values():
            seen = {row["id"]}
            while row[link]:
                assert row[link] in rows, row["id"]
                row = rows[row[link]]
                assert row["id"] not in seen
                seen.add(row["id"])


@pytest.mark.parametrize("table", IN_LINE)
def test_a_predecessor_names_the_row_as_its_successor(table: str) -> None:
    rows = {row["id"]: row for row in read_table(table)}
    for row in rows.values():
        if row["predecessor_id"]:
            assert rows[row["predecessor_id"]]["successor_id"] == row["id"]


@pytest.mark.parametrize("table", IN_LINE)
def test_periods_are_in_order_and_every_boundary_says_how_it_is_known(table: str) -> None:
    for row in read_table(table):
        period = read_period(row)
        assert bool(period.start) == bool(period.start_kind), row["id"]
        assert bool(period.end) == bool(period.end_kind), row["id"]
        if period.start and period.end:
            assert period.start.first <= period.end.last, row["id"]


def test_every_boundary_of_an_organ_that_is_not_exact_says_in_which_time_it_lies() -> None:
    for row in read_table("organs"):
        period = read_period(row)
        assert bool(period.start_latest) == (period.start_kind in ("inferred", "first-seen")), row["id"]
        assert bool(period.end_earliest) == (period.end_kind in ("inferred", "first-seen")), row["id"]
        assert not period.start_latest or (period.start and period.start.first <= period.start_latest), row["id"]
        assert not period.end_earliest or (period.end and period.end_earliest <= period.end.last), row["id"]


def test_a_part_of_an_organ_is_there_no_longer_than_the_organ() -> None:
    rows = read_table("organs")
    for row in (row for row in rows if ", " in row["name"]):
        whole = [read_period(r) for r in rows if row["name"].endswith(f", {r['name']}")]
        own = read_period(row)
        assert not whole or any(own.last_day <= period.last_day for period in whole if own.overlaps(period)), row["id"]


def test_provinces_follow_each_other_without_a_gap() -> None:
    rows = {row["id"]: row for row in read_table("provinces")}
    for row in rows.values():
        if row["successor_id"]:
            end, start = PartialDate.parse(row["valid_to"]), PartialDate.parse(rows[row["successor_id"]]["valid_from"])
            assert end and start and (start.first - end.last).days == 1, row["id"]


def test_no_row_has_more_cells_than_its_table_has_columns() -> None:
    for table in list_ages().keys() - {CALENDAR_TABLE}:
        for row in read_table(table):
            assert None not in row and None not in row.values(), (table, row)


DATA = Path(knowledge.__file__).parent / "data"
READ_BY_PEOPLE = {"source", "note", "question", "basis", "clause", "holds", "condition"}
ADDRESS = re.compile(r"\S*\w[./]\w\S*(?<!\.csv)")
ADDRESS_OR_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|\S*[./]\S*")
ENGLISH = re.compile(
    r"\b(?:the|of|and|not|from|with|conflict|gives|kept|origin|level|since|dated?|single|mirror|years?|messages?|visit|"
    r"which|days|statement|copy|public|repository|ministry|signed|embassy|name in full|inferred|independence|January|"
    r"February|March|April|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
SHORTHAND = re.compile(
    r"\b(?:seed|found|memory|hold-out|M:|C:|gso\w+|tlq\w+|xa2021|[a-z]+_[a-z]+)\b|\.csv\b|^00\d\b|, 00\d\b"
)


def list_words_for_people() -> list[tuple[str, str]]:
    """Return what a person may read of each table and of the calendar, with where it stands."""
    tables = sorted(file.stem for file in DATA.glob("*.csv"))
    rows = [
        (f"{table} {row.get('id')} {column}", row[column])
        for table in tables
        for row in read_table(table)
        for column in READ_BY_PEOPLE & set(row)
    ]
    entries = [
        (entry.id, words) for entry in load_country().calendar.anniversaries for words in (entry.source, entry.note)
    ]
    return [(spot, words) for spot, words in (*rows, *entries) if words]


def test_what_people_read_is_vietnamese_and_no_shorthand() -> None:
    said = list_words_for_people()
    bare = [(spot, ADDRESS_OR_QUOTED.sub(" ", words)) for spot, words in said]
    assert len(said) > 1000
    assert [(spot, met[0]) for spot, words in bare if (met := ENGLISH.search(words))] == []
    assert [(spot, met[0]) for spot, words in said if (met := SHORTHAND.search(ADDRESS.sub(" ", words)))] == []
