"""What a tier allows is said with its clause, and only where a source was seen."""

import pytest

from tests.calendars import anniversary
from ttdn_draft.knowledge.days.occurrences import list_occurrences
from ttdn_draft.knowledge.days.tier_notes import find_note
from ttdn_draft.knowledge.days.tiers import Tier
from ttdn_draft.knowledge.tables import read_table


def clause(year: int, **entry: str) -> str:
    [found] = list_occurrences(anniversary(**{"origin": "1930-08-01", **entry}), year)
    note = find_note(found)
    return note.clause if note else ""


@pytest.mark.parametrize(
    ("year", "words"),
    [(2030, "111/2018/NĐ-CP, Điều 4"), (2025, "khoản 3 Điều 4"), (2027, "khoản 2 Điều 9"), (2018, ""), (2010, "")],
)
def test_traditional_days_are_held_after_the_decree_of_2018(year: int, words: str) -> None:
    assert clause(year, category="truyen-thong").endswith(words)
    assert bool(clause(year, category="truyen-thong")) == bool(words)


def test_great_days_have_each_their_own_clause_where_it_was_seen() -> None:
    assert clause(2027, id="giai-phong-mien-nam", category="le-lon") == "Nghị định số 145/2013/NĐ-CP, khoản 1 Điều 8"
    assert clause(2027, id="dien-bien-phu", category="le-lon") == ""
    assert clause(2027, category="su-kien") == clause(2027, category="nhan-vat") == ""


def test_every_row_names_a_tier_and_where_it_was_seen() -> None:
    for row in read_table("tier_notes"):
        assert Tier(row["tier"]) and row["clause"].startswith("Nghị định số ") and row["source"]
