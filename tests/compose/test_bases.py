"""The documents that a draft rests on and cites: those of its own day, and never one that came later."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.compose.test_new import SHELF, order
from ttdn_draft.compose.bases import choose_bases, find_year_guidance
from ttdn_draft.composing import compose_file
from ttdn_draft.knowledge.citations import HOLDS, Citation, load_citations
from ttdn_draft.model import PartialDate

TABLE = load_citations()
REPLACED = [(c, later) for c in TABLE if c.date and (later := TABLE.find(c.replaced_by)) and later.date]


def write(kind: str, standard: str, day: date) -> str:
    asked = order(kind, standard, year=day.year, day=day, issue_date=day)
    return compose_file(asked, "cao-bang", SHELF)[0].partition("\n---\n")[2]


@pytest.mark.parametrize("day", [date(2019, 3, 1), date(2021, 3, 30), date(2024, 6, 17)])
@pytest.mark.parametrize(("kind", "standard"), [("huong-dan", "dang"), ("ke-hoach", "dang"), ("ke-hoach", "nha-nuoc")])
def test_draft_of_the_past_names_no_document_of_a_later_day(kind: str, standard: str, day: date) -> None:
    body = write(kind, standard, day)
    later = [c for c in TABLE if c.date and c.date.first > day]
    assert [c.id for c in later if f"số {c.symbol or c.id}" in body or f": {c.id}]" in body] == []


def test_document_that_a_later_one_replaced_stands_for_it_in_its_own_time() -> None:
    text = write("ke-hoach", "nha-nuoc", date(2019, 3, 1))
    replaced = [c.id for c in TABLE if c.replaced_by in ("nd-244-2026", "nd-262-2026")]
    assert len(replaced) > 1 and all(f"[dan: {name}]" in text for name in replaced)


@pytest.mark.parametrize(("before", "later"), REPLACED, ids=lambda c: c.id)
def test_base_is_never_what_was_not_issued_or_did_not_hold_on_the_day(before: Citation, later: Citation) -> None:
    assert before.date is not None and later.date is not None
    for day in (before.date.last, later.date.first):
        held = choose_bases([later.id, before.id], TABLE, day)
        assert all(c.date and c.date.first <= day and TABLE.status_on(c, day) in HOLDS for c in held)


YEARLY = [c for c in TABLE if c.topic == "ttdn-nam" and c.issuer.endswith("Trung ương") and c.date]


@pytest.mark.parametrize("kind", ["huong-dan", "ke-hoach", "bao-cao"])
@pytest.mark.parametrize("guidance", YEARLY, ids=lambda guidance: guidance.id)
def test_party_body_of_a_province_cites_the_guidance_of_its_year_from_the_day_it_was_there(
    guidance: Citation, kind: str
) -> None:
    assert guidance.date is not None
    issued, mark = guidance.date.first, f"[dan: {guidance.id}]"

    def compose(day: date, standard: str = "dang", year: int = issued.year) -> str:
        return compose_file(order(kind, standard, day=day, year=year), "cao-bang", SHELF)[0]

    assert mark in compose(issued) and mark in compose(date(issued.year, 12, 20))
    assert mark not in compose(issued - timedelta(1))
    assert mark not in compose(date(issued.year + 1, 3, 1), year=issued.year + 1)
    assert mark not in compose(date(issued.year, 12, 20), "nha-nuoc")


def test_yearly_guidance_of_the_day_is_the_newest_of_its_year() -> None:
    first = YEARLY[-1]
    assert first.date is not None
    later = replace(first, id="hd-khac", date=PartialDate(first.date.year, 6, 1))
    both = TABLE.with_own([later])
    assert find_year_guidance(both, first.date.year, date(first.date.year, 5, 31)) == first
    assert find_year_guidance(both, first.date.year, date(first.date.year, 6, 1)) == later
    assert find_year_guidance(both, 2099, date(2099, 6, 1)) is None


@pytest.mark.parametrize(("day", "below"), [(date(2020, 3, 30), "cấp huyện"), (date(2027, 3, 15), "cấp xã")])
@pytest.mark.parametrize("kind", ["huong-dan", "ke-hoach", "bao-cao"])
def test_state_draft_speaks_of_the_committees_that_are_below_the_province_on_its_day(
    kind: str, day: date, below: str
) -> None:
    body = write(kind, "nha-nuoc", day)
    assert set(re.findall(r"Ủy ban nhân dân (cấp \w+)", body)) == {below}
