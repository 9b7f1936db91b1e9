"""Terms and events stand in documents from the day on which they are true, and not the day before."""

import re
from datetime import date, timedelta

import pytest

from tests.compose.test_new import SHELF, order
from ttdn_draft.composing import compose_file
from ttdn_draft.knowledge.events import list_events, write_events
from ttdn_draft.knowledge.pack import PackEvent, PackTerm
from ttdn_draft.knowledge.periods import read_period
from ttdn_draft.knowledge.places.provinces import find_province, list_provinces
from ttdn_draft.knowledge.tables import read_table
from ttdn_draft.knowledge.terms import PARTY_ORGANISATION, find_term, list_terms
from ttdn_draft.knowledge.traits import list_heritage, list_partners
from ttdn_draft.model import PartialDate

ONE_DAY = timedelta(days=1)
TODAY = date(2027, 3, 15)
APEC = "Năm APEC Việt Nam 2027"


@pytest.mark.parametrize("term", list_terms(), ids=lambda term: term.id)
def test_term_is_named_on_its_days_and_not_the_day_before(term: PackTerm) -> None:
    first = term.since.first if term.since else date(2020, 1, 1)
    assert find_term(term.kind, first) == term
    assert find_term(term.kind, first - ONE_DAY) != term or not term.since
    if term.until:
        assert find_term(term.kind, term.until.last) == term != find_term(term.kind, term.until.last + ONE_DAY)
    if term.gap_from:
        assert find_term(term.kind, term.gap_from.first) is None
        assert find_term(term.kind, term.gap_from.first - ONE_DAY) == term


def test_events_are_not_named_before_they_were_known() -> None:
    for event in list_events():
        for province in list_provinces(date(2027, 1, 1)):
            if event.known_from:
                assert not event.is_named(event.first_year, province.id, event.known_from.first - ONE_DAY), event.id


def test_what_nobody_verified_is_marked_or_asked() -> None:
    for event in list_events():
        written = event.write(event.first_year, "ha-noi", date(event.first_year, 6, 1))
        assert event.is_verified or written.startswith(("[cần kiểm tra: ", "[điền: ")), event.id


@pytest.mark.parametrize(
    ("day", "named", "unnamed"),
    [
        (date(2021, 3, 30), "lần thứ XIII của Đảng", "lần thứ XIV"),
        (date(2024, 6, 1), "lần thứ XIII của Đảng", "lần thứ XIV"),
        (date(2027, 3, 15), "lần thứ XIV của Đảng", "lần thứ XIII"),
        (date(2032, 3, 15), "[điền: kỳ đại hội đại biểu toàn quốc của Đảng]", "lần thứ"),
    ],
)
def test_document_names_the_congress_of_its_day_or_leaves_a_gap(day: date, named: str, unnamed: str) -> None:
    text, _ = compose_file(order(year=day.year, day=day, issue_date=day), "cao-bang", SHELF)
    assert named in text and unnamed not in text


@pytest.mark.parametrize(
    ("year", "words"),
    [(2020, "Năm Chủ tịch ASEAN 2020"), (2021, "cuộc bầu cử là ngày hội của toàn dân"), (2027, APEC)],
)
def test_events_of_the_country_stand_in_documents_of_their_year_alone(year: int, words: str) -> None:
    found = [y for y in range(2019, 2029) if words in "\n".join(write_events(y, "son-la", date(y, 12, 31)))]
    assert [y for y in found if y >= year] == [year]


@pytest.mark.parametrize("kind", ["huong-dan", "ke-hoach", "bao-cao"])
@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
def test_apec_stands_in_every_kind_and_its_host_has_words_of_its_own(kind: str, standard: str) -> None:
    texts = {p: compose_file(order(kind, standard), p, SHELF)[0] for p in ("an-giang", "son-la")}
    assert all(APEC in text for text in texts.values())
    assert "con người An Giang, địa phương tổ chức" in texts["an-giang"]
    assert "An Giang" not in texts["son-la"]


def test_former_unit_is_the_place_of_its_event_in_its_time() -> None:
    day = date(2022, 3, 1)
    assert any("Quảng Nam" in event for event in write_events(2022, "quang-nam", day))
    assert not any("Quảng Nam" in event for event in write_events(2022, "son-la", day))


TITLES_OF_CITIES = [row for row in read_table("province_heritage") if row["category"].startswith("thanh-pho-")]


@pytest.mark.parametrize("row", TITLES_OF_CITIES, ids=lambda row: row["id"])
def test_title_of_a_city_that_is_no_more_says_that_it_was_one(row: dict[str, str]) -> None:
    name = re.split(", ", row["name"])[0].removeprefix("Thành phố ")
    province = next(p for p in list_provinces(TODAY) if p.id == row["province"])
    ends = [
        read_period(unit).last_day
        for unit in read_table("districts")
        if (unit["name"], unit["kind"]) == (name, "thành phố") and find_province(unit["province_id"], TODAY) is province
    ]
    is_whole = not ends or (province.name.endswith(name) and province.is_city)
    until = PartialDate.parse(row["valid_to"])
    assert (until.last if until else None) == (None if is_whole else max(ends))
    (written,) = [title for title in list_heritage(province.id, TODAY) if title.startswith(row["name"])]
    assert ("khi còn là thành phố thuộc" in written) == (not is_whole)


def test_pack_adds_events_and_its_terms_come_first() -> None:
    own = PackEvent(
        id="a", text="Quảng bá A", since=PartialDate(2027), until=PartialDate(2027), source="báo", is_verified=True,
        known_from=PartialDate(2026, 9),
    )  # fmt: skip
    days = (date(2026, 8, 31), date(2026, 9, 1))
    assert [("Quảng bá A" in write_events(2027, "son-la", day, (own,))) for day in days] == [False, True]
    term = PackTerm(id="b", kind=PARTY_ORGANISATION, name="Đại hội tỉnh", since=PartialDate(2025, 10), source="báo")
    assert find_term(PARTY_ORGANISATION, date(2027, 1, 1), (term,)) == term
    assert find_term(PARTY_ORGANISATION, date(2024, 1, 1), (term,)) != term


def test_agreement_that_ran_out_and_title_of_later_are_not_named() -> None:
    assert any("Attapeu" in partner for partner in list_partners("quang-ngai", date(2027, 12, 31)))
    assert not any("Attapeu" in partner for partner in list_partners("quang-ngai", date(2028, 1, 1)))
    assert all("kết nghĩa" not in partner for partner in list_partners("hue", date(2027, 1, 1)))
    assert "do tỉnh Kon Tum (nay thuộc tỉnh Quảng Ngãi) thiết lập" in list_partners("quang-ngai", date(2027, 1, 1))[0]
    assert not any("Yên Tử" in title for title in list_heritage("quang-ninh", date(2025, 7, 11)))
    assert any("Yên Tử" in title for title in list_heritage("quang-ninh", date(2025, 7, 12)))
