"""Lines in cells: what is typed on several lines is printed on several lines, with its dashes."""

import pytest

from tests.conftest import STATE_HEAD
from ttdn_draft.model import Table, plain_text
from ttdn_draft.pipeline import check_text, render_checked

PLAN = STATE_HEAD.replace("bao-cao", "ke-hoach").rpartition("---\n")[0]
LINES = "Phát hành ấn phẩm:\n- Bản tin;\n- Tờ gấp."


def cell_of(keys: str, body: str) -> str:
    checked = check_text(f"{PLAN}{keys}---\n# Mục\n\n{body}\n", "md")
    assert checked.findings == () and checked.document and render_checked(checked)
    (table,) = [block for block in checked.document.body if isinstance(block, Table)]
    return plain_text(table.rows[0][table.is_numbered].text)


def indented(gap: str) -> str:
    return "".join(f"        {line}\n{gap}" for line in LINES.split("\n"))


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("bar", ["|", "|-", "|+"])
def test_lines_under_a_bar_are_lines_of_the_cell_of_a_task(bar: str, gap: str) -> None:
    keys = f"nhiem_vu:\n  - noi_dung: {bar}\n{indented(gap)}    chu_tri: Sở\n    thoi_han: 15/12/2026\n"
    assert cell_of(keys, "[bang: nhiem_vu]") == LINES


@pytest.mark.parametrize("gap", ["", "\n"])
def test_lines_under_a_bar_are_lines_of_a_cell(gap: str) -> None:
    keys = f"bang:\n  t:\n    cot: [{{ten: A}}]\n    hang:\n    - - |\n{indented(gap)}"
    assert cell_of(keys, "[bang: t]") == LINES


def test_list_in_a_cell_is_its_lines() -> None:
    listed = '["Phát hành ấn phẩm:", "- Bản tin;", "- Tờ gấp."]'
    assert (
        cell_of(f"nhiem_vu:\n  - {{noi_dung: {listed}, chu_tri: Sở, thoi_han: 15/12/2026}}\n", "[bang: nhiem_vu]")
        == LINES
    )
    assert cell_of(f"bang: {{t: {{cot: [{{ten: A}}], hang: [[{listed}]]}}}}\n", "[bang: t]") == LINES


def test_lines_of_a_paragraph_are_still_joined() -> None:
    document = check_text(f"{PLAN}---\nMột\nhai.\n", "md").document
    assert document is not None and plain_text(document.body[0].text) == "Một hai./."
