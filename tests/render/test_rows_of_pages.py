"""Rows that belong together stand on one page: a table that is torn, the page of each of its rows."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pdfplumber

from tests.conftest import HEAD
from tests.office import needs_office
from ttdn_draft.pages import make_pdf

LENGTHS = range(25, 41)  # rows; with each the last row of a page is another one
TASK = "  - {noi_dung: Việc, chu_tri: Sở Ngoại vụ, thoi_han: Thường xuyên, san_pham: Tin}\n"


def annex(length: int) -> str:
    rows = "".join(f"      | {row} | Việc |\n" for row in range(1, length + 1))
    return f"  - tieu_de: Bảng\n    noi_dung: |\n      | Số | Nội dung |\n      | --- | --- |\n{rows}"


def pages_of(document: Path) -> list[list[str]]:
    """Return the first words of the lines of each page."""
    with pdfplumber.open(BytesIO(make_pdf(document.read_bytes()))) as pdf:
        return [[line.split()[0] for line in page.extract_text().splitlines()] for page in pdf.pages]


@needs_office
def test_last_row_of_a_table_never_stands_alone_on_a_page(rendered: Callable[..., Path]) -> None:
    annexes = "phu_luc:\n" + "".join(map(annex, LENGTHS))
    pages = pages_of(rendered("Theo các phụ lục.\n", HEAD.replace("so: 14\n", f"so: 14\n{annexes}")))
    last = {str(length) for length in LENGTHS}
    ends = [page for page in pages if page[-1] in last and "Phụ" not in page]
    assert {len(page) for page in ends} >= {4, 5}  # number and head, two rows or three: tables were torn there
    assert all(page[-2:] == [str(int(page[-1]) - 1), page[-1]] for page in ends)


@needs_office
def test_name_of_a_group_of_tasks_never_ends_a_page(rendered: Callable[..., Path]) -> None:
    groups = "".join(f"  - nhom: Nhóm {group}\n" + TASK * (2 + group % 7) for group in range(40))
    plan = HEAD.replace("huong-dan", "ke-hoach").replace("Tỉnh uỷ]", "Tỉnh uỷ, Sở Ngoại vụ]")
    pages = pages_of(rendered("[bang: nhiem_vu]\n", plan.replace("so: 14\n", f"so: 14\nnhiem_vu:\n{groups}")))
    assert len(pages) > 4
    assert all(page[-1] != "Nhóm" for page in pages)
