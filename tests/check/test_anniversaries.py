"""Anniversaries in the text of a document: slips are told at their place, by calendars and the years meant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calendars import changed_calendar, write_calendar
from tests.conftest import HEAD, ids
from tests.pack_folders import DOCUMENT
from ttdn_draft.errors import Finding
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_file, check_text

Findings = Callable[..., tuple[Finding, ...]]
BORN = "Kỷ niệm 131 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/{})."
COUNT, DAY = "anniversary-count", "anniversary-day"


def slips(findings: tuple[Finding, ...]) -> list[str]:
    return [found.id for found in findings if found.id.startswith("anniversary")]


def only(findings: tuple[Finding, ...]) -> Finding:
    (found,) = [found for found in findings if found.id.startswith("anniversary")]
    return found


def test_slip_is_an_error_at_its_line_in_text_annex_and_footnote(findings: Findings) -> None:
    body = f"# Mục\n\nNội dung.[^1]\n\n- {BORN.format(2026)}\n\n[^1]: {BORN.format(2026)}\n"
    found = [f for f in findings(body) if f.id == COUNT]
    lines = (HEAD + body).split("\n")
    assert sorted(f.place.line for f in found) == [n for n, line in enumerate(lines, 1) if "19/5/2026" in line]
    assert {f.severity for f in found} == {"error"}
    annex = HEAD.replace("ky:", f'phu_luc: [{{tieu_de: A, noi_dung: "{BORN.format(2026)}"}}]\nky:')
    assert COUNT in ids(findings(head=annex))


@pytest.mark.parametrize(
    ("text", "words", "fix", "is_safe"),
    [
        (BORN.format(2026), "131 năm", "136 năm", True),
        ("Kỷ niệm 131 năm Ngày A (19/5/1890 - 19/5/2026).", "131 năm", "136 năm", False),
        (BORN.format("2026").replace("131", "136").replace("19/5/2026", "09/5/2026"), "09/5/2026", "19/5/2026", False),
        ("81 năm Quốc khánh (03/9/1945 - 03/9/2026)", "03/9/1945 - 03/9/2026", "02/9/1945 - 02/9/2026", False),
        ("kỷ niệm 72 năm Chiến thắng Điện Biên Phủ (07/5/1953 - 07/5/2026)", "07/5/1953", "07/5/1954", False),
        ("Kỷ niệm 54 năm Ngày A (18/12/1972 - 18/12//2026).", "18/12//2026", "18/12/2026", False),
        ("Ngày Thương binh - Liệt sĩ (26/7)", "26/7", "27/7", False),
        ("Ngày Thương binh - Liệt sĩ (26/7/1947)", "26/7/1947", "27/7/1947", False),
    ],
)  # fmt: skip
def test_right_words_are_offered_and_only_a_sum_is_safe(
    text: str, words: str, fix: str, is_safe: bool, findings: Findings
) -> None:
    found = only(findings(f"# Mục\n\n{text}\n"))
    assert found.fix and (found.words, found.fix.new, found.fix.is_safe) == (words, fix, is_safe)


def test_one_cause_is_told_once(findings: Findings) -> None:
    text = "kỷ niệm 58 năm Chiến thắng Truông Bồn (3/10/1968 – 31/10/2026)"
    assert slips(findings(f"# Mục\n\n{text}\n")) == [DAY]
    text = "kỷ niệm 55 năm Chiến thắng Truông Bồn (3/10/1968 – 31/10/2026) và Ngày A (03/10/1968 - 03/10/2026)"
    assert slips(findings(f"# Mục\n\n{text}\n")) == [COUNT, DAY]
    shared = "80 năm Ngày A (19/8/1945 - 19/8/2026), Ngày B (02/9/1945 - 02/9/2026)"
    assert slips(findings(f"# Mục\n\n{shared}\n")) == [COUNT]


def test_year_is_that_of_the_subject_before_that_of_the_date(findings: Findings) -> None:
    found = only(findings(f"# Mục\n\n{BORN.format(2021)}\n"))
    assert (found.id, found.severity, found.facts["right"]) == (COUNT, "warning", "136 năm … (19/5/1890 - 19/5/2026)")
    about = HEAD.replace("công tác thông tin đối ngoại", "kết quả năm 2025; nhiệm vụ năm 2026")
    told = only(findings(f"# Mục\n\n{BORN.format(2024).replace('131', '134')}\n", about))
    assert (told.facts["year"], told.facts["right"]) == (2025, "135 năm … (19/5/1890 - 19/5/2025)")


def test_wrong_year_of_the_subject_is_not_blamed_on_the_anniversaries(findings: Findings) -> None:
    days = "79 năm Ngày A (27/7/1947 - 27/7/2026).\n\n{} năm Ngày B (02/9/1945 - 02/9/{}).\n"

    def slips_in(subject: int, last: int, day: str = "2026-06-05") -> list[str]:
        head = HEAD.replace("công tác thông tin đối ngoại", f"công tác năm {subject}").replace("2026-06-05", day)
        return slips(findings(f"# Mục\n\n{days.format(last - 1945, last)}", head))

    assert slips_in(2027, 2026) == slips_in(2025, 2026) == []
    assert slips_in(2027, 2021) == slips_in(2026, 2021) == [COUNT]
    assert slips_in(2027, 2026, "2026-12-20") == [COUNT, COUNT]


def test_days_of_the_country_and_of_the_pack_are_known(tmp_path: Path) -> None:
    write_calendar(tmp_path / "gói")
    file = tmp_path / "văn bản.md"
    text = DOCUMENT.replace("Nội dung.", "{} năm {} ({}/{} - {}/2026).")
    for name, day, year, told in (
        ("Ngày giải phóng Mẫu", "03/10", 1950, []),
        ("Ngày giải phóng Mẫu", "04/10", 1950, [(DAY, "warning")]),
        ("Ngày sinh Chủ tịch Hồ Chí Minh", "19/8", 1890, [(DAY, "error")]),
    ):
        file.write_text(text.format(2026 - year, name, day, year, day), encoding="utf-8")
        checked = check_file(file, PackShelf([tmp_path / "gói"]))
        assert [(f.id, f.severity) for f in checked.findings if f.id in (COUNT, DAY)] == told, name


def test_day_that_nobody_has_verified_is_a_note(tmp_path: Path) -> None:
    day = "goc: 1950-10-03, loai: su-kien, nguon: sách A"
    write_calendar(tmp_path / "gói", changed_calendar(f"{day}, xac_minh: true", day))
    file = tmp_path / "văn bản.md"
    text = DOCUMENT.replace("Nội dung.", "76 năm Ngày giải phóng Mẫu (04/10/1950 - 04/10/2026).")
    file.write_text(text, encoding="utf-8")
    (found,) = [f for f in check_file(file, PackShelf([tmp_path / "gói"])).findings if f.id == DAY]
    assert (found.severity, found.facts["source"]) == ("note", "sách A")


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
    monkeypatch.setattr("ttdn_draft.packs.calendars.load_almanac", None)
    text = "Trong 5 năm qua (2021 - 2025), Quốc khánh 02/9; năm 2027, trong 5 năm (2022 – nay)."
    assert findings(f"# Mục\n\n{text}\n") == ()


def test_broken_folder_of_packs_keeps_no_document_from_being_checked_that_asks_for_none(tmp_path: Path) -> None:
    (tmp_path / "van-ban.md").write_text(HEAD + f"# Mục\n\n{BORN.format(2021)}\n", encoding="utf-8")
    shelf = PackShelf([tmp_path / "missing", tmp_path])
    assert any(found.findings for found in shelf.discover(tmp_path).packs)
    assert ids(check_file(tmp_path / "van-ban.md", shelf).findings) == [COUNT]


def test_signed_documents_have_no_slips(shared: Path) -> None:
    for name, year in (("004-cao-bang-14-hd-btgtu-2021", 2021), ("003-bu-gia-map-261-kh-hu-2024", 2024)):
        lines = (shared / "corpus" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        body = "\n\n".join(line.replace("*", "").replace("[", "(").lstrip("#-+0123456789. ") for line in lines)
        about = HEAD.replace("công tác thông tin đối ngoại", f"công tác năm {year}").replace("2026\n", f"{year}\n", 1)
        found = check_text(f"{about}# Mục\n\n{body}\n", "md").findings
        assert [f.tell() for f in found if f.id.startswith("anniversary")] == []
