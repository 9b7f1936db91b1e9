"""Documents of 2021 and 2024 speak of their own time: no body, unit, congress or subject of later is named."""

import re
from datetime import date

import pytest

from tests.compose.test_new import CAO_BANG, KINDS, STANDARDS, assert_names_of_the_day, order, said
from tests.conftest import ids
from ttdn_draft.composing import compose_file
from ttdn_draft.knowledge.citations import load_citations
from ttdn_draft.knowledge.events import list_events
from ttdn_draft.knowledge.terms import list_terms
from ttdn_draft.pipeline import check_text

DAYS = [date(2021, 3, 30), date(2024, 6, 17)]
PROVINCES = ["cao-bang", "son-la", "binh-phuoc", "long-an", "da-nang-cu"]  # three were merged since
UNVERIFIED = {"N650", "W244", "W374", "W376", "W392", "W652"}  # W392: a document that is not known to be in force
AS_SIGNED = {"recipient-task-missing"}  # the guidance of Cao Bằng of 2021 goes to those to whom it went


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("province", PROVINCES)
@pytest.mark.parametrize("day", DAYS, ids=lambda day: str(day.year))
def test_document_of_before_names_nothing_of_later(day: date, province: str, kind: str, standard: str) -> None:
    asked = order(kind, standard, year=day.year, day=day, issue_date=day)
    text, _ = compose_file(asked, province, CAO_BANG)
    checked = check_text(text, "md", CAO_BANG)
    assert checked.document is not None, checked.findings
    assert set(ids(checked.findings)) <= UNVERIFIED | (
        AS_SIGNED if (day.year, province) == (2021, "cao-bang") else set()
    )
    assert_names_of_the_day(said(text), day)
    for term in list_terms():
        if term.since and day < term.since.first:
            assert term.name not in text, term.id
    for event in list_events():
        if event.known_from and day < event.known_from.first:
            assert event.write(event.first_year, province, day) not in text, event.id
    assert not re.search("chính quyền địa phương (?:2|hai) cấp|APEC Việt Nam 2027", text)


@pytest.mark.parametrize(
    ("day", "province", "named"),
    [
        (date(2024, 6, 17), "son-la", "Đề nghị Ban cán sự đảng Uỷ ban nhân dân tỉnh lãnh đạo"),
        (date(2025, 2, 15), "son-la", "Đề nghị [cần kiểm tra #khac-ban-can-su-dang-uy-ban-nhan-dan] lãnh đạo"),
        (date(2027, 3, 15), "son-la", "Đề nghị Đảng uỷ Uỷ ban nhân dân tỉnh lãnh đạo"),
        (date(2027, 3, 15), "hue", "Đề nghị Đảng uỷ Uỷ ban nhân dân thành phố lãnh đạo"),
    ],
)
def test_party_body_of_the_peoples_committee_has_the_name_of_the_day_and_is_asked_where_it_changed(
    day: date, province: str, named: str
) -> None:
    text, _ = compose_file(order("ke-hoach", year=day.year, day=day, issue_date=day), province, CAO_BANG)
    assert named in text


def test_document_of_a_day_that_nobody_verified_is_asked() -> None:
    day = DAYS[0]
    text, _ = compose_file(order(year=day.year, day=day, issue_date=day), "son-la", CAO_BANG)
    cited = re.findall(r"\[dan: ([a-z0-9-]+)\]", text)
    assert cited and all((found := load_citations().find(name)) and found.is_verified for name in cited)
