"""Which days a new document names, rule by rule, as yearly guidances on thông tin đối ngoại that could be read do.

The rules bear the numbers under which they were drawn up: great days, events of the country, birthdays, relations,
days of trades, own days, documents, subjects of the year, days that are over, the last word of the centre.
"""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from tests.calendars import anniversary, joined, layer
from tests.compose.test_new import CAO_BANG, SHELF, order
from tests.conftest import ids
from ttdn_draft.compose import summarise
from ttdn_draft.compose.days import find_guidance
from ttdn_draft.composing import compose_file
from ttdn_draft.errors import Finding
from ttdn_draft.knowledge.citations import load_citations
from ttdn_draft.knowledge.days.anniversaries import Anniversary, Member
from ttdn_draft.knowledge.days.calendars import Almanac
from ttdn_draft.knowledge.days.occurrences import Occurrence
from ttdn_draft.knowledge.days.phrases import list_named_days, phrases_of
from ttdn_draft.knowledge.days.words import write_title
from ttdn_draft.knowledge.events import list_events
from ttdn_draft.knowledge.relations import list_anniversaries
from ttdn_draft.knowledge.standards.spelling import spell
from ttdn_draft.packs.calendars import load_country

COUNTRY = Almanac((load_country(),))
YEARS = range(2020, 2041)
GREAT_ALWAYS = {
    "thanh-lap-dang", "tet-nguyen-dan", "giai-phong-mien-nam", "sinh-chu-tich-hcm", "cach-mang-thang-tam", "quoc-khanh",
}  # fmt: skip
GREAT_SOMETIMES = {"gio-to-hung-vuong": "phu-tho", "dien-bien-phu": "dien-bien"}
FOREIGN = {
    "vn-gia-nhap-wto", "asean", "vn-gia-nhap-asean", "nuoc-vn-gia-nhap-lhq", "cong-uoc-luat-bien", "hiep-dinh-paris",
    "hiep-dinh-gionevo",
}  # fmt: skip
FAR_PROVINCE = "ca-mau"  # the place of none of the days that are tried here


def found(year: int, province: str = FAR_PROVINCE) -> Iterator[Occurrence]:
    """Yield what a document of a year names for a province as it is on the first of January 2027."""
    for item in list_named_days(COUNTRY, year, province, date(2027, 1, 1)):
        yield from item.occurrences


def years_of(id: str, province: str = FAR_PROVINCE) -> list[int]:
    return [year for year in YEARS if any(o.anniversary.id == id for o in found(year, province))]


def origin_of(id: str) -> int:
    entry = next(e for e in COUNTRY.list_entries() if e.id == id)
    assert entry.origin is not None
    return entry.origin.year


def fives(id: str) -> list[int]:
    return [year for year in YEARS if year > origin_of(id) and (year - origin_of(id)) % 5 == 0]


def listed_in(text: str) -> list[str]:
    """Return the days that a guidance lists."""
    return re.findall(r"^\+ (.*)\.$", text.partition("- Các sự kiện của năm")[0], re.M)


def settled(words: str, text: str) -> str:
    """Return words of a new file with what its doubts offer in their place."""
    return re.sub(r"\[cần kiểm tra #([\w-]+)\]", lambda mark: summarise(text).doubts[mark[1]].value, words)


@pytest.mark.parametrize("id", sorted(GREAT_ALWAYS))
def test_rule_1_six_great_days_are_named_in_every_year(id: str) -> None:
    assert years_of(id) == [*YEARS]


@pytest.mark.parametrize(("id", "place"), GREAT_SOMETIMES.items())
def test_rule_1_other_great_days_are_named_in_round_and_five_years_and_always_at_their_place(
    id: str, place: str
) -> None:
    since = 0 if id == "gio-to-hung-vuong" else origin_of(id)
    assert years_of(id) == [year for year in YEARS if (year - since) % 5 == 0]
    assert years_of(id, place) == [*YEARS]


def test_rule_2_events_of_the_country_are_named_in_round_years_and_of_foreign_affairs_in_five_years_too() -> None:
    for entry in COUNTRY.list_entries():
        if entry.category == "su-kien" and entry.scope == "toan-quoc" and entry.origin and not entry.stated_usage:
            last = min(entry.period.last_day.year, YEARS[-1])
            rounds = [
                y for y in range(YEARS[0], last + 1) if y > entry.origin.year and (y - entry.origin.year) % 10 == 0
            ]
            assert years_of(entry.id) == rounds, entry.id
    for name in FOREIGN:
        assert years_of(name) == fives(name), name


@pytest.mark.parametrize(
    ("id", "places"),
    [
        ("hn-dbp-tren-khong", ["ha-noi", "hai-phong", "thai-nguyen"]),
        ("chien-thang-tay-bac-1952", ["lao-cai", "son-la"]),
    ],
)
def test_rule_2_event_is_named_in_five_years_too_where_it_happened(id: str, places: list[str]) -> None:
    assert 2027 not in years_of(id)
    for place in places:
        assert years_of(id, place) == fives(id)


def test_rule_2_paired_days_keep_both_counts() -> None:
    police = next(i for i in list_named_days(COUNTRY, 2025, FAR_PROVINCE) if i.occurrences[0].anniversary.id == "cand")
    assert [o.count for o in police.occurrences] == [80, 20]
    first, second = anniversary("a", "1962"), anniversary("b", "1977-07-18")
    almanac = Almanac((layer("toan-quoc", first, second, joined(Member("a"), Member("b", "và"))),))
    (phrase,) = phrases_of(almanac, 2022, FAR_PROVINCE)
    assert phrase.startswith("60 năm Ngày a (1962 - 2022) và 45 năm Ngày b")


def test_rule_3_leaders_are_named_at_home_alone_in_round_and_five_years_from_a_hundred_up() -> None:
    for year in YEARS:
        for province in (FAR_PROVINCE, "ha-noi", "ninh-binh", "quang-tri", "ha-tinh", "vinh-long", "quang-ngai"):
            leaders = [o for o in found(year, province) if o.anniversary.is_leader_of_country]
            assert all((o.count or 0) >= 100 and (o.count or 0) % 5 == 0 and o.anniversary.places for o in leaders)
            assert not leaders or province != FAR_PROVINCE
    assert {o.anniversary.id for o in found(2027, "ha-noi") if o.anniversary.is_leader_of_country} == {
        "sinh-do-muoi", "sinh-van-tien-dung", "sinh-xuan-thuy",
    }  # fmt: skip
    assert 2027 in years_of("sinh-truong-chinh", "ninh-binh")  # its home was Nam Định, which was merged into it
    assert years_of("sinh-tran-duc-luong", "quang-ngai") == [2037]


def test_rule_4_relations_are_one_sentence_and_neighbours_are_named_in_full() -> None:
    text, _ = compose_file(order(), "cao-bang", CAO_BANG)
    sentence = settled(next(line for line in text.split("\n") if "ngày thiết lập quan hệ ngoại giao với" in line), text)
    for met in list_anniversaries(2027):
        if met.level and met.relation.is_country and met.count % 5 == 0:
            assert met.relation.name in sentence
        elif not met.level and met.relation.name not in sentence.partition("biên giới")[2]:
            assert f"Việt Nam - {met.relation.name} (" not in text
    assert "77 năm thiết lập quan hệ ngoại giao Việt Nam - Trung Quốc (18/01/1950 - 18/01/2027)" in sentence
    assert "60 năm Ngày thiết lập quan hệ ngoại giao Việt Nam - Campuchia" in "\n".join(listed_in(text))
    far, _ = compose_file(order(), FAR_PROVINCE, SHELF)
    assert "Việt Nam - Trung Quốc" not in next(line for line in far.split("\n") if "ngày thiết lập quan hệ" in line)


@pytest.mark.parametrize("category", ["truyen-thong", "quoc-te"])
def test_rule_5_days_of_trades_and_of_the_world_are_named_in_round_years_alone(category: str) -> None:
    for year in YEARS:
        for item in list_named_days(COUNTRY, year, FAR_PROVINCE):
            lead = item.occurrences[0]
            allowed = 5 if lead.anniversary.id in {*FOREIGN, "ngoai-giao"} else 10
            if lead.anniversary.category == category and lead.anniversary.scope == "toan-quoc":
                assert lead.count is not None and lead.count % allowed == 0, (year, lead.anniversary.id)


def test_rule_6_own_days_are_named_in_round_and_five_years_and_at_most_two_of_a_province_every_year() -> None:
    own = [e for e in COUNTRY.list_entries() if e.scope != "toan-quoc"]
    for entry in own:
        assert entry.usage == "le-5" or entry.stated_usage, entry.id
    every_year = [e.scope for e in own if e.usage == "hang-nam"]
    assert all(every_year.count(scope) <= 2 for scope in every_year)
    text, _ = compose_file(order(), "cao-bang", CAO_BANG)
    assert "77 năm Ngày giải phóng Cao Bằng (03/10/1950 - 03/10/2027)" in text
    assert "năm thành lập trấn (tỉnh) Cao Bằng" not in text


@pytest.mark.parametrize("id", ["ttdn-kl57", "doi-moi"])
def test_rule_7_years_of_documents_on_the_subject_and_of_renewal_are_round_or_five(id: str) -> None:
    assert years_of(id) == fives(id)


def test_rule_8_subjects_of_the_year_come_with_the_days() -> None:
    text, _ = compose_file(order(), FAR_PROVINCE, SHELF)
    for event in list_events():
        if event.weight == 1 and "toan-quoc" in event.scope and event.is_named(2027, FAR_PROVINCE, date(2027, 3, 15)):
            assert spell(event.write(2027, FAR_PROVINCE, date(2027, 3, 15)), "dang") in text, event.id


def told(findings: tuple[Finding, ...], id: str) -> list[Finding]:
    return [finding for finding in findings if finding.id == id]


def test_rule_9_day_that_is_over_stays_and_is_told() -> None:
    text, findings = compose_file(order(), FAR_PROVINCE, SHELF)
    (past,) = told(findings, "N723")
    over = {write_title(o) for o in found(2027) if o.day and o.day < date(2027, 3, 15)}
    names = str(past.facts["names"]).split("; ")
    assert past.facts["count"] == len(names) and set(names) <= over
    assert names[0] == "20 năm Ngày Việt Nam trở thành thành viên WTO"
    assert all(spell(name, "dang") in text for name in names)
    undated = compose_file(order(issue_date=None), FAR_PROVINCE, SHELF)[1]
    early = compose_file(order(day=date(2027, 1, 1), issue_date=date(2027, 1, 1)), FAR_PROVINCE, SHELF)[1]
    assert "N723" not in ids(undated) + ids(early)


GAP = "Các ngày khác theo [điền: hướng dẫn của Ban Tuyên giáo Trung ương về các ngày lễ lớn năm 2027]"


@pytest.mark.parametrize("kind", ["huong-dan", "ke-hoach"])
@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
def test_rule_10_guidance_of_the_centre_is_a_gap_until_it_is_known(kind: str, standard: str) -> None:
    text, findings = compose_file(order(kind, standard), FAR_PROVINCE, SHELF)
    assert text.count(GAP) == 1 and "N722" not in ids(findings)


def test_rule_10_guidance_that_is_known_is_told_instead_of_a_gap_from_its_day_on() -> None:
    citations = load_citations()
    known = find_guidance(citations, order(year=2026, day=date(2026, 3, 1)))
    assert known is not None and known.date is not None
    before = known.date.first.replace(day=known.date.first.day - 1)
    assert find_guidance(citations, order(year=2026, day=before)) is None
    text, findings = compose_file(order(year=2026, day=date(2026, 3, 1)), FAR_PROVINCE, SHELF)
    (last_word,) = told(findings, "N722")
    assert last_word.facts["document"] == f"{known.kind} số {known.symbol}" and "Các ngày khác theo" not in text
    assert find_guidance(citations, order(year=2025, day=date(2025, 3, 1))) is not None  # that of 2023 to 2025


def test_rule_10_report_looks_for_no_guidance() -> None:
    text, findings = compose_file(order("bao-cao"), FAR_PROVINCE, SHELF)
    assert "Các ngày khác theo" not in text and {"N722", "N723"}.isdisjoint(ids(findings))


def country_days(year: int) -> list[Occurrence]:
    """Return the first day of each phrase about the country, without those of December."""
    leads = [item.occurrences[0] for item in list_named_days(COUNTRY, year, FAR_PROVINCE)]
    return [o for o in leads if o.anniversary.scope == "toan-quoc" and o.month != 12]


def names(almanac: Almanac, year: int) -> list[str]:
    return [item.occurrences[0].anniversary.id for item in list_named_days(almanac, year, "cao-bang")]


def test_year_only_day_ends_its_group_and_does_not_follow_december() -> None:
    def day(id: str, origin: str, **more: str) -> Anniversary:
        return anniversary(id, origin, stated_usage="hang-nam", **more)

    dated = day("mot", "1990-11-30"), day("hai", "1990-12-01"), day("rieng-12", "1990-12-03", scope="cao-bang")
    undated = day("nam", "1990"), day("rieng-nam", "1990", scope="cao-bang"), day("rieng", "1990-05", scope="cao-bang")
    almanac = Almanac((layer("toan-quoc", *dated, *undated),))
    assert names(almanac, 2027) == ["mot", "nam", "hai", "rieng", "rieng-nam", "rieng-12"]
    for year in YEARS:
        has_month = [bool(o.month) for o in country_days(year)]
        assert has_month == sorted(has_month, reverse=True), year
