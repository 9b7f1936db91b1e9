"""Legal bases: ids become words in the style of the standard, doubtful documents are told, texts stay texts."""

from collections.abc import Callable

import pytest

from tests.conftest import Compose, ids
from ttdn_draft.errors import Finding
from ttdn_draft.knowledge import tables
from ttdn_draft.knowledge.ages import find_known_day
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.knowledge.tables import read_table, read_unverified
from ttdn_draft.messages import describe
from ttdn_draft.model.partial_date import PartialDate

KL_57 = "của Bộ Chính trị về tiếp tục nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại trong tình hình mới"


def told(compose: Compose, entry: str, day: str = "2026-06-05") -> list[Finding]:
    return [f for f in compose(can_cu=f"[{entry}]", ngay=day).findings if "can_cu" in f.place.path]


def words(finding: Finding) -> str:
    return " ".join(describe(finding.id, dict(finding.facts), "vi"))


def test_id_is_printed_as_the_party_cites(compose: Compose) -> None:
    document = compose(can_cu="[kl-57-kltw-2023, Căn cứ Điều lệ Đảng]").document
    assert document is not None
    expected = (f"- Căn cứ Kết luận số 57-KL/TW, ngày 15/6/2023 {KL_57};", "- Căn cứ Điều lệ Đảng.")
    assert document.legal_bases == expected


def test_id_is_printed_as_the_state_cites(compose: Compose) -> None:
    document = compose("nha-nuoc", can_cu="[luat-126-2025, kl-57-kltw-2023]").document
    assert document is not None
    assert document.legal_bases == (
        "Căn cứ Luật Báo chí ngày 10 tháng 12 năm 2025;",
        f"Căn cứ Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 {KL_57}.",
    )


@pytest.mark.parametrize("text", ["Kết luận số 57-KL/TW", "Căn cứ Điều lệ Đảng", "57-KL/TW", "điều-lệ"])
def test_text_stays_text(compose: Compose, text: str) -> None:
    checked = compose(can_cu=f"[{text}]")
    assert checked.document is not None and checked.document.legal_bases == (f"- {text}.",)


def test_document_in_force_is_cited_without_a_word(compose: Compose) -> None:
    assert told(compose, "kl-57-kltw-2023") == []


def test_ended_document_is_told_with_what_replaced_it(compose: Compose) -> None:
    [finding] = told(compose, "nd-09-2017", "2026-07-05")
    assert (finding.id, finding.place.path) == ("W390", "$.can_cu[0]")
    assert "đã hết hiệu lực (ngày 05/7/2026)" in words(finding)
    assert "Nghị định số 244/2026/NĐ-CP (nd-244-2026)" in words(finding)


def test_document_is_judged_on_the_day_of_the_one_that_cites_it(compose: Compose) -> None:
    assert told(compose, "nd-09-2017", "2026-06-05") == []
    [finding] = told(compose, "nd-244-2026", "2026-06-05")
    assert finding.id == "W390" and "chưa được ban hành" in words(finding)


def test_document_whose_time_has_passed_is_told_though_nothing_replaced_it(compose: Compose) -> None:
    [finding] = told(compose, "hd-166-btgtw-2021")
    assert finding.id == "W390" and "chưa thấy trong bảng" in words(finding)


def test_amended_document_is_told_with_what_amended_it(compose: Compose) -> None:
    [finding] = told(compose, "nd-72-2015", "2026-07-05")
    assert finding.id == "W391" and "Nghị định số 148/2026/NĐ-CP (nd-148-2026)" in words(finding)
    assert told(compose, "nd-72-2015", "2026-06-05") == []


def test_amended_document_is_not_told_where_the_amending_one_is_cited_too(compose: Compose) -> None:
    for entries in ("[nd-72-2015, nd-148-2026]", "[nd-148-2026, nd-72-2015]"):
        assert "W391" not in ids(compose(can_cu=entries, ngay="2026-07-05").findings)


def test_document_that_may_have_ended_is_told(compose: Compose) -> None:
    [finding] = told(compose, "ct-26-ctw-2008")
    assert finding.id == "W392" and "(kl-57-kltw-2023) / chưa chắc" in words(finding)


def test_unverified_entry_is_told_with_its_source_and_printed_clean(compose: Compose) -> None:
    row = next(
        row
        for row in read_table("citations")
        if "title" in read_unverified(row) and row["title"] and row["status"] == "in-force" and not row["amended_by"]
    )
    checked = compose(can_cu=f"[{row['id']}]")
    [finding] = [f for f in checked.findings if "can_cu" in f.place.path]
    assert finding.id == "W393"
    source = row["source"]
    assert "trích yếu" in words(finding) and f"Nguồn trong bảng: {source}" in words(finding)
    assert "subject" in describe("W393", dict(finding.facts), "en")[0]
    assert checked.document is not None and "[" not in checked.document.legal_bases[0]


def test_gap_is_printed_and_told(compose: Compose) -> None:
    checked = compose(can_cu="[nq-22-nqtw-2026]", ngay="2026-11-20")
    assert "W394" in ids(checked.findings)
    assert checked.document is not None and "của […] về Chiến lược" in checked.document.legal_bases[0]


def test_unknown_id_is_an_error_with_the_nearest_ids(compose: Compose) -> None:
    checked = compose(can_cu="[kl-57-kltw]")
    [finding] = [f for f in checked.findings if f.severity == "error"]
    assert finding.id == "E395" and "kl-57-kltw-2023" in words(finding)
    assert checked.document is None
    [finding] = told(compose, "zzzz")
    assert finding.id == "E395" and "không có mã nào gần giống" in words(finding)


def test_undated_draft_is_judged_on_the_day_until_which_the_table_is_known(compose: Compose) -> None:
    [finding] = [f for f in compose(can_cu="[nd-09-2017]", ngay="null").findings if "can_cu" in f.place.path]
    known = load_profile("dang-hd05-2026").dates.write(PartialDate.of(find_known_day()))
    assert finding.id == "W390" and known in words(finding)


def test_document_that_cites_no_id_is_rendered_without_reading_a_table(
    rendered: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    from ttdn_draft.knowledge.citations import table

    def refuse(name: str) -> None:
        raise AssertionError(name)

    table.load_citations.cache_clear()
    monkeypatch.setattr(table, "read_table", refuse)
    monkeypatch.setattr(tables, "read_knowledge", refuse)
    rendered()
