"""Lines of a Word file that are no data, since the program prints them anew, are still judged: its day, its annexes."""

from pathlib import Path

import pytest

from tests.read.word.making import document, foot, head, para, title, write_word
from ttdn_draft.errors import Finding
from ttdn_draft.pipeline import check_file

DAY = "ngày 05 tháng 6 năm 2026"
DISTRICT = "Phối hợp với UBND huyện Trùng Khánh tổ chức hội chợ vùng biên."


def check(tmp_path: Path, body: str) -> tuple[Finding, ...]:
    return check_file(write_word(tmp_path / "van-ban.docx", body)).findings


@pytest.mark.parametrize(
    ("day", "is_told"),
    [
        (DAY, True),
        ("ngày     tháng 6 năm 2026", True),
        ("ngày … tháng … năm 2026", True),
        ("ngày     tháng 5 năm 2025", False),
        ("ngày … tháng … năm …", False),
    ],
)
def test_head_whose_day_is_open_is_judged_by_its_month_and_year(day: str, is_told: bool, tmp_path: Path) -> None:
    found = check(tmp_path, document(para(DISTRICT)).replace(DAY, day))
    assert ("district-ended" in {one.id for one in found}) is is_told


@pytest.mark.parametrize(
    ("parent", "is_told"),
    [
        ("(Kèm theo Công văn số      /SNgV-HTQT ngày    tháng 6 năm 2026 của Sở Ngoại vụ)", True),
        ("(Kèm theo Báo cáo số 11/BC-SNgV ngày 05 tháng 6 năm 2026 của Sở Ngoại vụ)", True),
        ("(Kèm theo Báo cáo số      /BC-SNgV ngày    tháng 6 năm 2026 của Sở Ngoại vụ)", False),
        ("(Kèm theo Báo cáo số 12/BC-SNgV ngày 05 tháng 6 năm 2026 của Sở Ngoại vụ)", False),
    ],
)
def test_annex_that_names_another_document_is_told(parent: str, is_told: bool, tmp_path: Path) -> None:
    annex = para("Phụ lục", bold=True, centred=True) + para("DANH MỤC", bold=True, centred=True)
    body = document(para("Danh mục tại Phụ lục kèm theo.")) + annex + para(parent, italic=True, centred=True)
    found = [one for one in check(tmp_path, body + para("Một.")) if one.id == "annex-parent-mismatch"]
    assert [one.words for one in found] == [" ".join(parent.split()).strip("()")] * is_told


@pytest.mark.parametrize("is_below", [True, False])
def test_office_below_the_name_is_told(is_below: bool, tmp_path: Path) -> None:
    office, name = (
        para("PHÓ GIÁM ĐỐC SỞ NGOẠI VỤ", bold=True, centred=True),
        para("Nguyễn Văn An", bold=True, centred=True),
    )
    signature = foot(office="TRƯỞNG ĐOÀN").replace(name, name + office if is_below else office + name)
    found = check(tmp_path, head() + title() + para("Một.") + signature)
    assert ["PHÓ GIÁM ĐỐC SỞ NGOẠI VỤ"] * is_below == [
        one.words for one in found if one.id == "sign-block-order" and "dưới họ tên" in one.tell()
    ]
