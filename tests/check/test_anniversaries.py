"""Anniversaries in the text of a document: slips are told at their place, by the year that the document is about."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calendars import changed_calendar, write_calendar
from tests.conftest import HEAD, ids
from tests.pack_folders import DOCUMENT
from ttdn_draft.errors import Finding
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_file

Findings = Callable[..., tuple[Finding, ...]]
BORN = "Kỷ niệm 131 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/{})."


def test_slip_is_an_error_at_its_line_in_text_annex_and_footnote(findings: Findings) -> None:
    body = f"# Mục\n\nNội dung.[^1]\n\n- {BORN.format(2026)}\n\n[^1]: {BORN.format(2026)}\n"
    found = [f for f in findings(body) if f.id == "E710"]
    lines = (HEAD + body).split("\n")
    assert sorted(f.place.line for f in found) == [n for n, line in enumerate(lines, 1) if "19/5/2026" in line]
    annex = HEAD.replace("ky:", f'phu_luc: [{{tieu_de: A, noi_dung: "{BORN.format(2026)}"}}]\nky:')
    assert "E710" in ids(findings(head=annex))


def test_year_is_that_of_the_subject_before_that_of_the_date(findings: Findings) -> None:
    assert "W710" in ids(findings(f"# Mục\n\n{BORN.format(2021)}\n"))
    about = HEAD.replace("trích yếu", "trích yếu").replace("công tác thông tin đối ngoại", "công tác năm 2021")
    assert "W710" not in ids(findings(f"# Mục\n\n{BORN.format(2021)}\n", about))


def test_report_is_about_its_year_and_the_tasks_of_the_next(findings: Findings) -> None:
    about = HEAD.replace("công tác thông tin đối ngoại", "kết quả năm 2025; nhiệm vụ năm 2026")
    text = "Kỷ niệm {} năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/{})."
    for year in (2025, 2026):
        assert "W710" not in ids(findings(f"# Mục\n\n{text.format(year - 1890, year)}\n", about))
    (told,) = [f for f in findings(f"# Mục\n\n{text.format(134, 2024)}\n", about) if f.id == "W710"]
    assert (told.facts["year"], told.facts["fix"]) == (2025, "135 năm … (19/5/1890 - 19/5/2025)")


def test_days_of_the_country_and_of_the_pack_are_known(tmp_path: Path) -> None:
    write_calendar(tmp_path / "gói")
    file = tmp_path / "văn bản.md"
    text = DOCUMENT.replace("Nội dung.", "{} năm {} ({}/{} - {}/2026).")
    for name, day, year, told in (
        ("Ngày giải phóng Mẫu", "03/10", 1950, []),
        ("Ngày giải phóng Mẫu", "04/10", 1950, ["W713"]),
        ("Ngày sinh Chủ tịch Hồ Chí Minh", "19/8", 1890, ["W713"]),
    ):
        file.write_text(text.format(2026 - year, name, day, year, day), encoding="utf-8")
        checked = check_file(file, PackShelf([tmp_path / "gói"]))
        assert [f.id for f in checked.findings if f.id.startswith("W71")] == told, name


def test_broken_calendar_stops_a_document_that_needs_it_and_no_other(tmp_path: Path) -> None:
    write_calendar(tmp_path / "gói", changed_calendar("goc: 1961-02", "goc: 1961-13"))
    file = tmp_path / "văn bản.md"
    file.write_text(DOCUMENT, encoding="utf-8")
    assert check_file(file, PackShelf([tmp_path / "gói"])).document is not None
    file.write_text(DOCUMENT.replace("Nội dung.", BORN.format(2021)), encoding="utf-8")
    checked = check_file(file, PackShelf([tmp_path / "gói"]))
    assert checked.document is None
    assert {"E602", "E210"} <= set(ids(checked.findings))


def test_calendars_are_not_read_for_a_text_that_counts_nothing(
    findings: Findings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ttdn_draft.pipeline.load_almanac", None)
    assert findings("# Mục\n\nTrong 5 năm qua (2021 - 2025), Quốc khánh 02/9.\n") == ()


def test_broken_folder_of_packs_keeps_no_document_from_being_checked_that_asks_for_none(tmp_path: Path) -> None:
    (tmp_path / "van-ban.md").write_text(HEAD + f"# Mục\n\n{BORN.format(2021)}\n", encoding="utf-8")
    shelf = PackShelf([tmp_path / "missing", tmp_path])
    assert any(found.findings for found in shelf.discover(tmp_path).packs)
    assert ids(check_file(tmp_path / "van-ban.md", shelf).findings) == ["W710"]
