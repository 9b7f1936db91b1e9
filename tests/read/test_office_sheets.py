"""Sheets as offices have them become tables with at most three keys, and nothing in them is changed without a word."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import HEAD
from tests.office_sheets import KINDS, Office, Sheets, edit_sheet
from tests.tables import settle, tables_of
from ttdn_draft.errors import Finding
from ttdn_draft.model import Table, plain_text
from ttdn_draft.model.grid import lay_header

CASES = Path(__file__).parents[3] / "shared" / "cases"
MOST_KEYS = 3
Settle = Callable[..., tuple[Table | None, tuple[Finding, ...]]]


@pytest.fixture
def settle_file(write: Callable[..., Path], tmp_path: Path) -> Settle:
    """Return the table printed from a data file with further keys, and what was found."""

    def _settle(data: bytes, keys: str = "", name: str = "a.xlsx") -> Any:
        (tmp_path / name).write_bytes(data)
        head = HEAD.removesuffix("---\n") + f"bang: {{b: {{tu_tep: {name}{keys}}}}}\n---\n"
        document, found = settle(write("[bang: b]\n", head))
        return (tables_of(document) or [None])[0] if document else None, found

    return _settle


def words(table: Table | None) -> list[list[str]]:
    """Return the names of columns and the rows as printed."""
    assert table is not None
    return [[plain_text(cell.text) for cell in row] for row in (table.header, *table.rows)]


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("kind", KINDS)
def test_sheet_of_an_office_is_printed_as_it_shows(settle_file: Settle, kind: str, seed: int) -> None:
    office: Office = KINDS[kind](Sheets(seed))
    table, found = settle_file(office.data, office.keys, office.name)
    assert words(table) == office.rows
    assert office.keys.count(": ") <= MOST_KEYS
    assert {*office.told} <= {f.id for f in found}
    assert table is not None
    top = {plain_text(placed.cell.text) for placed in lay_header(table)[0]}
    assert {*office.head} <= top


# the cases that were seen


@pytest.fixture
def case(settle_file: Settle) -> Callable[..., Any]:
    """Return the words and findings of a case in ../shared, with further keys."""

    def _case(number: str, keys: str = "") -> Any:
        folder = next(CASES.glob(f"{number}-*"), None) if CASES.is_dir() else None
        if folder is None:
            pytest.skip("the cases lie beside the project only where it is made")
        path = next(path for path in folder.iterdir() if path.stem == "so")
        table, found = settle_file(path.read_bytes(), keys, path.name)
        return table and words(table), {f.id: f for f in found}

    return _case


def test_odd_cell_of_the_case_is_named_and_both_advices_lead_to_a_table(case: Callable[..., Any]) -> None:
    found = case("01")[1]
    assert (found["E193"].place.line, found["E193"].facts["cell"]) == (3, "B3")
    rows, found = case("01", f", so_viet: {found['E193'].facts['key']}")
    assert [row[1] for row in rows] == ["Diện tích", "6,48", "4,3", "13,323"]
    assert found["W196"].facts["cell"] == "B3"


@pytest.mark.parametrize(
    ("number", "keys", "wanted", "told"),
    [
        ("02", ", hang_dau: 2", [["Tên", "Số"], ["A", "1"]], ""),
        (
            "03",
            ", hang_dau: 1-2",
            [["STT", "Đơn vị", "Kế hoạch", "Thực hiện"], ["1", "Xã A", "5", "6"]],
            "",
        ),
        ("04", "", [["Tên", "Số"], ["A", "1"]], ""),
        ("05", ", tong: true", [["Đơn vị", "Số tin"], ["Xã A", "5"], ["Xã B", "7"], ["Tổng cộng", "12"]], "W194"),
        ("06", "", [["Mã đơn vị", "Số tiền"], ["10003", "1.500.000"], ["10004", "2.500.000"]], "N198"),
        ("07", "", [["Đơn vị", "Ghi chú nội bộ", "Số tin"], ["Xã A", "chưa công bố", "5"]], "W195"),
        ("07", ", an: bo", [["Đơn vị", "Số tin"], ["Xã A", "5"]], ""),
        ("08", ", stt: true", [["STT", "Đơn vị"], ["1", "Xã A"], ["2", "Xã B"]], "W197"),
        ("16", "", [["Đơn vị", "Số"], ["Xã A", "1"], ["Xã B", "2"], ["Xã C", "3"]], "W195"),
        ("16", ", an: bo", [["Đơn vị", "Số"], ["Xã A", "1"]], ""),
    ],
)
def test_case_is_printed_and_told(
    case: Callable[..., Any], number: str, keys: str, wanted: list[list[str]], told: str
) -> None:
    rows, found = case(number, keys)
    assert (rows, [*found]) == (wanted, [told] if told else [])


@pytest.mark.parametrize(("number", "id", "rows"), [("02", "E292", "2"), ("03", "E172", "1-2")])
def test_advice_for_a_header_names_the_lines_that_lead_to_a_table(
    case: Callable[..., Any], number: str, id: str, rows: str
) -> None:
    assert case(number)[1][id].facts["rows"] == rows


# twins of our own


def sheet(*rows: list[Any], merged: tuple[str, ...] = (), **hidden: bool) -> bytes:
    """Return a workbook of these rows; a hidden line is named like r3, a hidden column like B."""
    made = Sheets(0)
    for number, row in enumerate(rows, 1):
        made.put(number, row)
    for area in merged:
        made.sheet.merge_cells(area)
    for name in hidden:
        part = made.sheet.row_dimensions if name.startswith("r") else made.sheet.column_dimensions
        part[int(name[1:]) if name.startswith("r") else name].hidden = True
    return made.save()


def test_hidden_parts_are_named_in_one_warning_and_an_says_what_becomes_of_them(settle_file: Settle) -> None:
    data = sheet(["A", "B", "C"], ["x", 1, 2], ["y", 3, 4], ["z", 5, 6], ["w", 7, 8], B=True, r3=True, r4=True)
    table, found = settle_file(data)
    assert [(f.id, f.facts["lines"], f.facts["columns"]) for f in found] == [("W195", "3-4", "B")]
    assert len(words(table)) == 5
    assert settle_file(data, ", an: in")[1] == ()
    table, found = settle_file(data, ", an: bo")
    assert (words(table), found) == ([["A", "C"], ["x", "2"], ["w", "8"]], ())


def test_sheet_that_is_hidden_is_not_the_first(settle_file: Settle) -> None:
    made = Sheets(0)
    made.put(1, ["Mật"])
    made.sheet.sheet_state = "hidden"
    made.sheet = made.book.create_sheet("Công khai")
    made.put(1, ["Tên"])
    table, found = settle_file(made.save())
    assert (words(table), [f.facts["title"] for f in found]) == ([["Tên"]], ["Công khai"])


def test_total_row_that_is_wrong_is_told_and_printed_as_the_sheet_shows_it(settle_file: Settle) -> None:
    data = sheet(["Đơn vị", "Số"], ["A", 5], ["B", 7], ["Tổng cộng", 13])
    table, found = settle_file(data, ", tong: true")
    assert words(table)[-1] == ["Tổng cộng", "13"]
    facts = [(f.facts["value"], f.facts["sum"]) for f in found if f.id == "W199"]
    assert (facts, {f.id for f in found}) == ([("13", "12")], {"W194", "W199"})


def test_sums_of_groups_are_not_counted_in_the_sum_of_all(settle_file: Settle) -> None:
    rows = [["A", 1], ["B", 2], ["Cộng I", 3], ["C", 4], ["D", 5], ["Cộng II", 9]]
    table, found = settle_file(sheet(["Đơn vị", "Số"], *rows), ", tong: true")
    assert words(table)[-1] == ["Tổng cộng", "12"]
    assert [f.id for f in found] == ["W194", "W194"]


def test_last_row_without_words_that_is_the_sum_is_a_total_row(settle_file: Settle) -> None:
    data = sheet(["Đơn vị", "Số"], ["A", 5], ["B", 7], [None, 12])
    table, found = settle_file(data, ", tong: true")
    assert (words(table)[-1], [f.id for f in found]) == (["", "12"], ["W194"])


def test_last_row_with_a_name_that_equals_the_sum_is_counted_and_told(settle_file: Settle) -> None:
    data = sheet(["Đơn vị", "Số"], ["A", 5], ["B", 7], ["C", 12])
    table, found = settle_file(data, ", tong: true")
    assert (words(table)[-1], [f.id for f in found]) == (["Tổng cộng", "24"], ["W295"])


def test_last_row_without_words_that_equals_the_only_row_above_is_counted(settle_file: Settle) -> None:
    table, found = settle_file(sheet(["Đơn vị", "Số"], ["Sở Y tế", 5], [None, 5]), ", tong: true")
    assert (words(table)[-1], found) == (["Tổng cộng", "10"], ())


def test_column_that_counts_the_rows_is_not_added_up(settle_file: Settle) -> None:
    data = sheet(["TT", "Đơn vị", "Số"], [1, "A", 5], [2, "B", 8])
    assert words(settle_file(data, ", tong: true")[0])[-1] == ["Tổng cộng", "13"]


def test_total_row_of_a_file_is_not_counted_by_stt(settle_file: Settle) -> None:
    table, found = settle_file(sheet(["Đơn vị", "Số"], ["A", 5], ["Tổng cộng", 5]), ", stt: true")
    assert (words(table)[1:], found) == ([["1", "A", "5"], ["Tổng cộng", "5"]], ())


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (sheet(["Tên", "Số"], ["A", "1500"], ["B", "2000"]), "a.xlsx"),  # texts
        (b"T\xc3\xaan;S\xe1\xbb\x91\nA;2900123456\nB;2900123457\n", "a.csv"),  # tax numbers
    ],
)
def test_figures_stored_as_text_keep_their_form_and_tong_tells_that_it_does_not_count_them(
    settle_file: Settle, data: bytes, name: str
) -> None:
    table, found = settle_file(data, "", name)
    assert (all("." not in row[1] for row in words(table)), found) == (True, ())
    assert [f.id for f in settle_file(data, ", tong: true", name)[1]] == ["E255"]
    table = settle_file(data, ", cot: [{ten: Số, kieu: so}]", name)[0]
    assert all("." in row[1] for row in words(table)[1:])


def test_merge_that_reaches_over_rows_and_columns_is_one_cell(settle_file: Settle) -> None:
    data = sheet(["A", "B", "C"], ["x", 1, 2], [None, 3, 4], ["ghi", None, 5], merged=("A2:A3", "A4:B4"))
    table, _ = settle_file(data)
    assert table is not None
    assert [[(c.columns, c.rows) for c in row] for row in table.rows] == [
        [(1, 2), (1, 1), (1, 1)],
        [(1, 1), (1, 1)],
        [(2, 1), (1, 1)],
    ]
    table, _ = settle_file(data, ", bo_hang: [2]")
    assert table is not None
    assert plain_text(table.rows[0][0].text) == "x"  # the value is that of the merged cell, not of the line left out


def test_header_of_three_lines_keeps_its_groups(settle_file: Settle) -> None:
    data = sheet(
        ["Đơn vị", "Năm", None, None],
        [None, "2025", "2026", None],
        [None, "Cả năm", "Quý I", "Quý II"],
        ["x", 1, 2, 3],
        merged=("A1:A3", "B1:D1", "C2:D2"),
    )
    table, found = settle_file(data, ", hang_dau: 1-3")
    assert table is not None
    head = [[(plain_text(g.cell.text), g.cell.columns, g.continues) for g in row] for row in lay_header(table)]
    assert head == [
        [("Đơn vị", 1, False), ("Năm", 3, False)],
        [("Đơn vị", 1, True), ("2025", 1, False), ("2026", 2, False)],
        [("Đơn vị", 1, True), ("Cả năm", 1, False), ("Quý I", 1, False), ("Quý II", 1, False)],
    ]
    assert found == ()


def test_name_merged_over_two_columns_is_one_cell_of_the_header(settle_file: Settle) -> None:
    table, _ = settle_file(sheet(["Đơn vị", None, "Số"], [1, "x", 2], merged=("A1:B1",)), ", hang_dau: 1")
    assert table is not None
    assert [[(plain_text(g.cell.text), g.cell.columns) for g in row] for row in lay_header(table)] == [
        [("Đơn vị", 2), ("Số", 1)]
    ]


# advice is followed


@pytest.mark.parametrize(
    ("data", "id", "advice", "wanted"),
    [
        (
            sheet(["A", "B"], ["x", 1], ["y", 2], ["Người lập", None, "Thủ trưởng"]),
            "E188",
            ", vung: '{area}'",
            [["A", "B"], ["x", "1"], ["y", "2"]],
        ),
        (sheet(["A", None, "C"], ["x", 1, 2]), "E166", ", lay_cot: {columns}", [["A", "C"], ["x", "2"]]),
        (
            sheet(["BIỂU 1"], ["(Kèm theo)"], ["TT", "Năm 2026"], [None, "Kế hoạch", "Thực hiện"], [1, 2, 3]),
            "E292",
            ", hang_dau: {rows}",
            [["TT", "Kế hoạch", "Thực hiện"], ["1", "2", "3"]],
        ),
    ],
)
def test_advice_followed_word_for_word_leads_to_a_table(
    settle_file: Settle, data: bytes, id: str, advice: str, wanted: list[list[str]]
) -> None:
    found = settle_file(data)[1]
    told = next(f for f in found if f.id == id)
    table, found = settle_file(data, advice.format(**told.facts))
    assert words(table)[: len(wanted)] == wanted


def test_row_that_is_no_row_of_a_csv_is_left_out_as_advised(settle_file: Settle) -> None:
    data = b"A;B\nx;1\nGhi ch\xc3\xba\n"
    told = settle_file(data, "", "a.csv")[1][0]
    table, found = settle_file(data, f", bo_hang: [{told.facts['row']}]", "a.csv")
    assert (told.id, words(table), found) == ("E165", [["A", "B"], ["x", "1"]], ())


def test_column_is_chosen_by_letters_where_two_have_one_name(settle_file: Settle) -> None:
    data = sheet(["Tên", "Số", "Số"], ["x", 1, 2])
    found = settle_file(data, ", lay_cot: [Số]")[1]
    assert [(f.id, f.facts["known"]) for f in found] == [("E291", "A (Tên), B (Số), C (Số)")]
    assert words(settle_file(data, ", lay_cot: [C, Tên], cot: [{ten: C, so_le: 1}]")[0]) == [
        ["Số", "Tên"],
        ["2,0", "x"],
    ]


# what no file may cost


@pytest.mark.parametrize(
    ("old", "new", "id"),
    [
        ("<sheetData>", '<sheetData><row r="999999999"><c r="A999999999"><v>1</v></c></row>', "E174"),
        ("<sheetData>", '<sheetData><row r="1"><c r="AAAA1"><v>1</v></c></row>', "E174"),
        ("<sheetData>", '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "E178"),
        ("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>', ""),
        ("<sheetData>", '<cols><col min="1" max="999999999" hidden="1"/></cols><sheetData>', "W195"),
        ('<dimension ref="A1:B2"/>', '<dimension ref="A1:XFD1048576"/>', ""),
        ('<c r="B2"', '<c s="999999999" r="B2"', ""),
    ],
)
def test_no_number_in_a_small_workbook_costs_time(settle_file: Settle, old: str, new: str, id: str) -> None:
    data = edit_sheet(sheet(["A", "B"], ["x", "1"]), old, new)
    assert {f.id for f in settle_file(data)[1]} == ({id} if id else set())


def test_one_bound_of_rows_holds_for_both_kinds_of_files(settle_file: Settle, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("excerpts", "workbook"):
        monkeypatch.setattr(f"ttdn_draft.read.{module}.MAX_ROWS", 200)
    rows = [["Tên"], *([f"x{n}"] for n in range(201))]
    files = [(sheet(*rows), "a.xlsx"), ("\n".join(row[0] for row in rows).encode(), "a.csv")]
    for data, name in files:
        assert [(f.id, f.facts["limit"]) for f in settle_file(data, "", name)[1]] == [("E164", 200)]
        table, found = settle_file(data, ", vung: 'A1:A201'", name)
        assert (len(words(table)), found) == (201, ())


def test_number_in_a_header_is_a_name_as_the_sheet_shows_it(settle_file: Settle) -> None:
    data = sheet(["Đơn vị", "Thực hiện", None], [None, 2025, 2026], ["x", 1, 2], merged=("A1:A2", "B1:C1"))
    assert [f.facts["rows"] for f in settle_file(data)[1]] == ["1-2"]
    table, _ = settle_file(data, ", hang_dau: 1-2")
    assert words(table)[0] == ["Đơn vị", "2.025", "2.026"]  # the sheets of this test group thousands


def test_rows_of_groups_that_are_sums_of_what_follows_are_not_counted(settle_file: Settle) -> None:
    rows = [["I", "Khối xã", 3], [1, "A", 1], [2, "B", 2], ["II", "Khối sở", 9], [1, "C", 4], [2, "D", 5]]
    table, found = settle_file(sheet(["TT", "Đơn vị", "Số"], *rows), ", tong: true")
    assert words(table)[-1] == ["Tổng cộng", "12"]
    assert [(f.id, f.place.line) for f in found] == [("W194", 2), ("W194", 5)]


def test_row_that_numbers_the_columns_is_told_and_not_counted(settle_file: Settle) -> None:
    data = sheet(["Đơn vị", "Số", "Tin", "Bài"], ["A", 1, 2, 3], ["x", 10, 20, 30], ["y", 1, 1, 1])
    table, found = settle_file(data, ", tong: true")
    assert (words(table)[-1], [f.id for f in found]) == (["Tổng cộng", "11", "21", "31"], ["W297"])
    assert settle_file(data, ", tong: true, bo_hang: [2]")[1] == ()


def test_date_that_is_shown_in_another_form_is_told(settle_file: Settle) -> None:
    made = Sheets(0)
    made.put(1, ["Đơn vị", "Ngày"])
    made.put(2, ["x", date(2026, 6, 5)])
    alike = ("dd/mm/yyyy", "mm-dd-yy")
    for form in (*alike, "m/d/yyyy", "d/m/yyyy", "yyyy-mm-dd", "dd-mm-yyyy", "dd/mm/yy"):
        told = [] if form in alike else ["N296"]
        made.sheet["B2"].number_format = form
        table, found = settle_file(made.save())
        assert (words(table)[1], [f.id for f in found]) == (["x", "05/06/2026"], told)


def test_row_of_words_that_numbers_the_columns_is_told_before_there_is_nothing_to_add_up(settle_file: Settle) -> None:
    data = sheet(["Đơn vị", "Số", "Tin", "Bài"], ["(1)", "(2)", "(3)", "(4)"], ["x", 10, 20, 30])
    assert "W297" in {f.id for f in settle_file(data, ", tong: true")[1]}
    table, found = settle_file(data, ", tong: true, bo_hang: [2]")
    assert (words(table)[-1], found) == (["Tổng cộng", "10", "20", "30"], ())


@pytest.mark.parametrize("keys", [", hang_dau: 9", ", vung: 'X5:Z9'", ", bo_hang: [1-2]"])
def test_keys_that_point_nowhere_are_told_and_without_them_there_is_a_table(settle_file: Settle, keys: str) -> None:
    data = sheet(["A", "B"], ["x", 1])
    assert [f.id for f in settle_file(data, keys)[1]] == ["E290"]
    assert words(settle_file(data)[0]) == [["A", "B"], ["x", "1"]]


def test_head_of_an_office_above_the_table_is_no_header(settle_file: Settle) -> None:
    rows: list[list[Any]] = [
        ["UBND TỈNH X", None, None, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["SỞ NỘI VỤ", None, None, "Độc lập - Tự do - Hạnh phúc"],
        ["BIỂU TỔNG HỢP"],
        ["TT", "Đơn vị", "Tổng số", "Trong đó"],
        [None, None, None, 2024, 2025, 2026],
        *([at, f"Xã {at}", 3 * at, at, at, at] for at in range(1, 9)),
        ["Cộng", None, 108, 36, 36, 36],
        [None, None, None, "GIÁM ĐỐC"],
    ]
    merged = ("A1:C1", "D1:F1", "A2:C2", "D2:F2", "A3:F3", "A4:A5", "B4:B5", "C4:C5", "D4:F4", "A14:B14", "D15:F15")
    data = sheet(*rows, merged=merged)
    assert [(f.id, f.facts["rows"]) for f in settle_file(data)[1]] == [("E292", "4-5")]
    table, found = settle_file(data, ", hang_dau: 4-5, vung: 'A4:F14', tong: true")
    assert words(table)[-1] == ["Cộng", "108", "36", "36", "36"]
    assert [f.id for f in found] == ["W194"]


def test_percents_that_get_dots_between_thousands_are_told_with_the_key_that_settles_it(settle_file: Settle) -> None:
    made = Sheets(0)
    made.put(1, ["Đơn vị", "So cùng kỳ"])
    made.put(2, ["x", 105.796])
    for form, told in (("0.0%", ["N198"]), ("#,##0.0%", [])):
        made.sheet["B2"].number_format = form
        table, found = settle_file(made.save())
        assert (words(table)[1], [f.id for f in found]) == (["x", "10.579,6%"], told)
        assert all((f.facts["shown"], f.facts["printed"]) == ("10579,6%", "10.579,6%") for f in found)
    made.sheet["B2"].number_format = "0.0%"
    assert settle_file(made.save(), ", cot: [{ten: So cùng kỳ, kieu: phan-tram}]")[1] == ()


def test_time_that_is_shown_without_zero_is_told(settle_file: Settle) -> None:
    made = Sheets(0)
    made.put(1, ["Việc", "Giờ"])
    made.put(2, ["x", time(5, 15)])
    for form, told in (("h:mm", ["5:15"]), ("hh:mm", [])):
        made.sheet["B2"].number_format = form
        table, found = settle_file(made.save())
        assert (words(table)[1], [f.facts["shown"] for f in found]) == (["x", "05:15"], told)


def test_unit_that_is_named_by_a_letter_is_no_group(settle_file: Settle) -> None:
    sheet = "Đơn vị;Số tin\nA;10\nXã X;10\nB;5\n"
    table, found = settle_file(sheet.encode(), ", tong: true", "a.csv")
    assert (words(table)[-1], [*found]) == (["Tổng cộng", "25"], [])


def test_group_has_its_name_beside_its_mark(settle_file: Settle) -> None:
    sheet = "TT;Đơn vị;Số tin\nA;Khối Đảng;10\n1;Xã X;10\nB;Khối xã;5\n1;Xã Y;5\n"
    table, found = settle_file(sheet.encode(), ", tong: true", "a.csv")
    assert (words(table)[-1][-1], [f.id for f in found]) == ("15", ["W194", "W194"])


def test_header_that_reaches_down_from_its_first_row_is_offered_whole(settle_file: Settle) -> None:
    rows = (["Đơn vị", "Tin, bài", None, None], [None, "Trong nước", None, "Nước ngoài"], [None, "In", "Điện tử", None])
    data = sheet(*rows, ["A", 1, 2, 3], ["B", 4, 5, 6], merged=("A1:A3", "B1:D1", "B2:C2", "D2:D3"))
    (found,) = settle_file(data)[1]
    assert (found.id, found.facts["rows"]) == ("E172", "1-3")
    assert settle_file(data, ", hang_dau: 1-3")[1] == ()


def test_figures_stored_as_text_with_english_marks_are_told_as_they_are_printed(settle_file: Settle) -> None:
    table, found = settle_file(sheet(["Tên", "Số"], ["A", "4,421.50"], ["B", "1,200.25"]))
    assert [row[1] for row in words(table)[1:]] == ["4.421,50", "1.200,25"]
    assert [(f.id, f.facts["shown"], f.facts["printed"]) for f in found] == [("N198", "4,421.50", "4.421,50")]
