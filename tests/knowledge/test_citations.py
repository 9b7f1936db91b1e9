"""Citations: their words in both styles, how they are found, and whether they hold on a day."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.knowledge.citations import (
    Citation,
    Status,
    format_citation,
    list_near_ids,
    list_topics,
    load_citations,
    search_citations,
)
from ttdn_draft.knowledge.citations.search import NOTHING_NEAR
from ttdn_draft.model.marks import GAP

STANDARDS = ("dang", "nha-nuoc")
TABLE = load_citations()
ALL = pytest.mark.parametrize("citation", tuple(TABLE), ids=lambda c: c.id)


def cited(id: str) -> Citation:
    found = TABLE.find(id)
    assert found is not None
    return found


# Words


@pytest.mark.parametrize(
    ("id", "party", "state"),
    [
        (
            "kl-57-kltw-2023",
            "Kết luận số 57-KL/TW, ngày 15/6/2023 của Bộ Chính trị về tiếp tục nâng cao chất lượng, hiệu quả công tác "
            "thông tin đối ngoại trong tình hình mới",
            "Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị về tiếp tục nâng cao chất lượng, hiệu quả "
            "công tác thông tin đối ngoại trong tình hình mới",
        ),
        (
            "kh-34-2021-lao-cai",
            "Kế hoạch số 34/KH-UBND, ngày 29/01/2021 của Ủy ban nhân dân tỉnh Lào Cai về hoạt động thông tin đối "
            "ngoại tỉnh Lào Cai năm 2021",
            "Kế hoạch số 34/KH-UBND ngày 29 tháng 01 năm 2021 của Ủy ban nhân dân tỉnh Lào Cai về hoạt động thông "
            "tin đối ngoại tỉnh Lào Cai năm 2021",
        ),
        (
            "nd-30-2020",
            "Nghị định số 30/2020/NĐ-CP, ngày 05/3/2020 của Chính phủ về công tác văn thư",
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        ),
        (
            "nd-26-2020",
            "Nghị định số 26/2020/NĐ-CP, ngày 28/02/2020 của Chính phủ quy định chi tiết một số điều của Luật Bảo vệ "
            "bí mật nhà nước",
            "Nghị định số 26/2020/NĐ-CP ngày 28 tháng 02 năm 2020 của Chính phủ quy định chi tiết một số điều của "
            "Luật Bảo vệ bí mật nhà nước",
        ),
        ("luat-126-2025", "Luật Báo chí năm 2025", "Luật Báo chí ngày 10 tháng 12 năm 2025"),
        (
            "nq-dai-hoi-14",
            "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng",
            "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng",
        ),
        (
            "nq-60-nqtw-2025",
            "Nghị quyết số 60-NQ/TW, ngày 12/4/2025 của Hội nghị lần thứ 11 Ban Chấp hành Trung ương Đảng khóa XIII",
            "Nghị quyết số 60-NQ/TW ngày 12 tháng 4 năm 2025 của Hội nghị lần thứ 11 Ban Chấp hành Trung ương Đảng "
            "khóa XIII",
        ),
        (
            "nq-30-2026-qh16",
            "Nghị quyết số 30/2026/QH16, ngày 24/4/2026 của Quốc hội về thành lập thành phố Đồng Nai",
            "Nghị quyết số 30/2026/QH16 ngày 24 tháng 4 năm 2026 của Quốc hội về thành lập thành phố Đồng Nai",
        ),
        (
            "hd-99-btgtw-2023",
            "Hướng dẫn số 99-HD/BTGTW, ngày […] của Ban Tuyên giáo Trung ương về […]",
            "Hướng dẫn số 99-HD/BTGTW ngày […] của Ban Tuyên giáo Trung ương về […]",
        ),
    ],
)
def test_document_is_cited_as_its_standard_does(id: str, party: str, state: str) -> None:
    assert [format_citation(cited(id), standard) for standard in STANDARDS] == [party, state]


@pytest.mark.parametrize(
    ("id", "short"),
    [
        ("kl-57-kltw-2023", "Kết luận số 57-KL/TW"),
        ("luat-126-2025", "Luật Báo chí"),
        ("nq-dai-hoi-14", "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng"),
    ],
)
def test_later_mention_has_kind_and_symbol_alone(id: str, short: str) -> None:
    assert [format_citation(cited(id), standard, short=True) for standard in STANDARDS] == [short, short]


@ALL
@pytest.mark.parametrize("standard", STANDARDS)
def test_every_document_of_the_table_is_cited_in_clean_words(citation: Citation, standard: str) -> None:
    words = format_citation(citation, standard)
    assert words == " ".join(words.split())
    assert not words.endswith((".", ",", ";")) and not re.search(r"\b(\w+) \1 ", words.casefold().replace("năm ", ""))
    assert not re.search(r"về (về|quy định|ban hành|phê duyệt|sửa đổi|việc về)\b", words.casefold())
    assert not re.search(r"của (của|về)|trích yếu|None|\( *\)", words)
    is_dated = citation.date is not None and citation.date.precision == "day"
    is_complete = citation.title is not None and is_dated and bool(citation.issuer)
    is_dated_by_year = citation.is_law and standard == "dang"
    assert (GAP not in words) == (is_complete or citation.is_named or is_dated_by_year)
    assert words.startswith(format_citation(citation, standard, short=True))


# Status


@pytest.mark.parametrize(
    ("id", "day", "status"),
    [
        ("nd-09-2017", date(2026, 6, 30), Status.IN_FORCE),
        ("nd-09-2017", date(2026, 7, 1), Status.ENDED),
        ("nd-244-2026", date(2026, 6, 25), Status.NOT_ISSUED),
        ("nd-244-2026", date(2026, 6, 26), Status.NOT_EFFECTIVE),
        ("nd-244-2026", date(2026, 7, 1), Status.IN_FORCE),
        ("nd-72-2015", date(2026, 6, 30), Status.IN_FORCE),
        ("nd-72-2015", date(2026, 7, 1), Status.AMENDED),
        ("hd-166-btgtw-2021", date(2021, 3, 30), Status.IN_FORCE),
        ("hd-166-btgtw-2021", date(2022, 1, 1), Status.PHASE_OVER),
        ("ct-26-ctw-2008", date(2014, 1, 1), Status.UNCLEAR),
        ("kl-57-kltw-2023", None, Status.IN_FORCE),
    ],
)
def test_status_is_that_of_the_day(id: str, day: date | None, status: Status) -> None:
    assert TABLE.status_on(cited(id), day) is status


def test_end_of_validity_is_the_day_before_its_successor_holds() -> None:
    ended = [c for c in TABLE if c.table_status is Status.ENDED and "valid_to" not in c.unverified]
    for citation in ended:
        successor, end = TABLE.find(citation.replaced_by), citation.period.end
        if successor is None:
            continue
        start = successor.period.start
        assert start and end and end.first + timedelta(1) == start.first, citation.id


def test_a_symbol_finds_every_document_that_bears_it() -> None:
    found = [c for c in search_citations("45-CT/TW", TABLE) if c.symbol == "45-CT/TW"]
    assert sorted(str(c.date) for c in found) == ["2010-07-22", "2015-05-19", "2020-06-20", "2025-04-14"]


def test_number_and_date_identify_a_document() -> None:
    numbered = [(c.kind, c.symbol, str(c.date or c.id)) for c in TABLE if c.symbol]
    assert len(set(numbered)) == len(numbered)
    [found] = search_citations("45-CT/TW 19/5/2015", TABLE)
    assert found.id == "ct-45-ctw-2015"


def test_replacement_is_the_last_one_issued_by_the_day() -> None:
    secrets = cited("pl-30-2000")
    found = [TABLE.find_replacement(secrets, day) for day in (date(2015, 1, 1), date(2020, 1, 1), date(2026, 1, 1))]
    assert [c and c.id for c in found] == [None, "luat-29-2018", "luat-117-2025"]
    assert TABLE.find_replacement(cited("kl-57-kltw-2023")) is None


def test_amended_document_whose_amendment_was_amended_is_amended() -> None:
    first, second, third = (replace(cited("kl-57-kltw-2023"), id=name) for name in "abc")
    table = TABLE.with_own([replace(first, amended_by="b"), replace(second, amended_by="c"), third])
    found = [table.status_on(citation) for name in "abc" if (citation := table.find(name))]
    assert found == [Status.AMENDED, Status.AMENDED, Status.IN_FORCE]


def test_long_line_of_replacements_is_followed_to_its_end() -> None:
    model = cited("kl-57-kltw-2023")
    line = [replace(model, id=f"k-{n}", replaced_by=f"k-{n + 1}", amended_by=f"k-{n + 1}") for n in range(3000)]
    table = TABLE.with_own(line)
    last = table.find_replacement(line[0])
    assert last is not None and last.id == "k-2999"
    assert table.status_on(line[0]) is Status.AMENDED


def test_date_that_is_not_printed_need_not_be_verified() -> None:
    assert "date" in cited("nq-dai-hoi-14").unverified and cited("nq-dai-hoi-14").is_verified
    assert not cited("nq-153-nqcp-2025").is_verified
    assert not cited("nq-35-nqtw-2018").is_verified


def test_a_document_that_no_longer_holds_says_until_when_it_held() -> None:
    for citation in TABLE:
        over = citation.table_status in (Status.ENDED, Status.PHASE_OVER)
        assert bool(citation.period.end) == over, citation.id
        assert bool(citation.period.end_kind) == over, citation.id
        if citation.period.start and citation.period.end:
            assert citation.period.start.first <= citation.period.end.last, citation.id


def test_the_table_itself_knows_only_lasting_statuses() -> None:
    lasting = {Status.IN_FORCE, Status.ENDED, Status.PHASE_OVER, Status.UNCLEAR}
    assert {c.table_status for c in TABLE} == lasting


# Search


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("57-KL/TW", "kl-57-kltw-2023"),
        ("57", "kl-57-kltw-2023"),
        ("KL 57", "kl-57-kltw-2023"),
        ("kết luận số 57", "kl-57-kltw-2023"),
        ("Kết luận số 57-KL/TW, ngày 15/6/2023 của Bộ Chính trị", "kl-57-kltw-2023"),
        ("kl-57-kltw-2023", "kl-57-kltw-2023"),
        ("26/CT-TW", "ct-26-ctw-2008"),
        ("7-CT/TW", "ct-07-ctw-2026"),
        ("nghị định 72", "nd-72-2015"),
        ("72/2015", "nd-72-2015"),
        ("luat bao chi", "luat-126-2025"),
        ("hội nhập quốc tế trong tình hình mới", "nq-59-nqtw-2025"),
        ("Kế hoạch số 34/KH-UBND ngày 29 tháng 01 năm 2021", "kh-34-2021-lao-cai"),
        ("bình dân học vụ", "kh-94-btgdvtw-2025"),
        ("ttdn-nam 2021 Cao Bằng", "hd-14-btgtu-2021-cao-bang"),
    ],
)
def test_best_document_stands_first(query: str, first: str) -> None:
    assert search_citations(query, TABLE)[0].id == first


def test_number_alone_is_no_beginning_of_another_number() -> None:
    assert "kl-57-kltw-2023" not in {c.id for c in search_citations("5", TABLE)}


def test_topic_finds_all_its_documents() -> None:
    found = {c.id for c in search_citations("kieu-bao", TABLE)}
    assert found == {c.id for c in TABLE if c.topic == "kieu-bao"}
    assert all(search_citations(topic, TABLE) for topic in list_topics(TABLE))


def test_of_equals_the_one_in_force_on_the_day_stands_first() -> None:
    query = "thể thức và kỹ thuật trình bày văn bản của Đảng"
    assert search_citations(query, TABLE, date(2020, 1, 1))[0].id == "hd-36-vptw-2018"
    assert search_citations(query, TABLE, date(2026, 11, 22))[0].id == "hd-05-vptw-2026"


@pytest.mark.parametrize("query", ["", "   ", "số", "không có trong bảng", "57 báo chí"])
def test_what_fits_no_document_finds_none(query: str) -> None:
    assert search_citations(query, TABLE) == ()


@given(st.text())
def test_any_text_can_be_searched_for(query: str) -> None:
    assert set(search_citations(query, TABLE)) <= set(TABLE)


@ALL
def test_every_document_is_found_by_what_is_printed_of_it(citation: Citation) -> None:
    names = {format_citation(citation, standard, short) for standard in STANDARDS for short in (True, False)}
    for words in {name for name in names if GAP not in name}:
        assert citation in search_citations(words, TABLE), words


def test_misspelt_id_has_near_ones() -> None:
    assert "kl-57-kltw-2023" in list_near_ids("kl-57-kltw", TABLE)
    assert list_near_ids("zzzz", TABLE) == NOTHING_NEAR
