"""The header of a table in Word: one row, or two and three with groups of columns."""

import re
from collections.abc import Callable
from pathlib import Path

from tests.conftest import HEAD
from tests.tables import settle, tables_of
from ttdn_draft.model import Table
from ttdn_draft.render.table import build_table_xml

STYLES = {"table": "B", "dau_cot": "D", "o_bang": "O"}
ROW = re.compile(r"<w:tr>.*?</w:tr>")
CELL = re.compile(r"<w:tc>.*?</w:tc>")


def table_of(write: Callable[..., Path], columns: str) -> Table:
    head = HEAD.removesuffix("---\n") + f"bang: {{b: {{cot: {columns}, hang: [[x, 1, 2]], stt: true}}}}\n---\n"
    document, found = settle(write("[bang: b]\n", head))
    assert found == ()
    return tables_of(document)[0]


def test_groups_of_columns_make_two_rows_that_word_repeats(write: Callable[..., Path]) -> None:
    columns = "[{ten: Đơn vị}, {ten: Kế hoạch, nhom_cot: Năm 2026}, {ten: Thực hiện, nhom_cot: Năm 2026}]"
    upper, lower, body = ROW.findall(build_table_xml(table_of(write, columns), STYLES, {}, is_last=False))
    assert ["tblHeader" in row for row in (upper, lower, body)] == [True, True, False]
    above, below = CELL.findall(upper), CELL.findall(lower)
    assert ['vMerge w:val="restart"' in cell for cell in above] == [True, True, False]
    assert 'gridSpan w:val="2"' in above[2]
    assert "Năm 2026" in above[2]
    assert ["<w:vMerge/>" in cell for cell in below] == [True, True, False, False]
    assert ["Kế hoạch" in below[2], "Thực hiện" in below[3]] == [True, True]


def test_header_of_equal_names_without_groups_stays_one_row(write: Callable[..., Path]) -> None:
    columns = "[{ten: Đơn vị}, {ten: Số}, {ten: Số}]"
    head, _ = ROW.findall(build_table_xml(table_of(write, columns), STYLES, {}, is_last=False))
    assert len(CELL.findall(head)) == 4
    assert "vMerge" not in head


def test_list_of_groups_makes_three_rows(write: Callable[..., Path]) -> None:
    columns = "[{ten: A}, {ten: B, nhom_cot: [Năm, Quý I]}, {ten: C, nhom_cot: [Năm, Quý II]}]"
    xml = build_table_xml(table_of(write, columns), STYLES, {}, is_last=False)
    assert xml.count("<w:tblHeader/>") == 3
