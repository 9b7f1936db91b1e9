"""Tables whose rows stand in a .csv or .xlsx file beside the input."""

import os
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.chart import BarChart

from tests.conftest import HEAD, ids
from tests.tables import printed, settle, tables_of
from ttdn_draft.errors import Finding
from ttdn_draft.messages import Marked
from ttdn_draft.read.figures import read_number

Load = Callable[..., tuple[list[list[str]], tuple[Finding, ...]]]


@pytest.fixture
def load(write: Callable[..., Path], tmp_path: Path) -> Load:
    """Write a data file, and return the printed table and what was found; `options` are further keys."""

    def _load(data: str | bytes | Workbook, options: str = "", name: str = "d.csv") -> Any:
        path = tmp_path / name
        if isinstance(data, Workbook):
            data.save(path)
        elif name:
            path.write_bytes(data.encode() if isinstance(data, str) else data)
        head = HEAD.removesuffix("---\n") + f"bang: {{b: {{tu_tep: '{name}'{options}}}}}\n---\n"
        document, found = settle(write("[bang: b]\n", head))
        return printed(tables_of(document)[0]) if document and tables_of(document) else [], found

    return _load


def book(*rows: list[Any], formats: dict[str, str] | None = None) -> Workbook:
    made = Workbook()
    assert made.active is not None
    for row in rows:
        made.active.append(row)
    for cell, form in (formats or {}).items():
        made.active[cell].number_format = form
    return made


@pytest.mark.parametrize(
    "data",
    [
        "Tên;Số;Mã\nA;1.234,5;007\nB;10,25;010\n",
        "Tên\tSố\tMã\nA\t1.234,5\t007\nB\t10,25\t010",
        'Tên,Số,Mã\r\nA,"1,234.5",007\r\n\r\nB,10.25,010\r\n',
        "\ufeffTên;Số;Mã\nA; 1.234,5 ;007\n;;\nB;10,25;010\n",
    ],
)
def test_numbers_follow_the_delimiter_and_codes_stay_text(load: Load, data: str) -> None:
    rows, found = load(data)
    assert rows == [["Tên", "Số", "Mã"], ["A", "1.234,5", "007"], ["B", "10,25", "010"]]
    assert found == ()


def test_options_of_the_table_and_of_its_columns_hold_for_the_file(load: Load) -> None:
    options = ", stt: true, tong: Cộng, cot: [{ten: Số, so_le: 2, rong: 40}, {ten: Mã, kieu: chu}]"
    rows, found = load("Tên;Mã;Số\nA;12345;5\nB;6;1,5\n", options)
    assert rows == [["STT", "Tên", "Mã", "Số"], ["1", "A", "12345", "5,00"], ["2", "B", "6", "1,50"], ["Cộng", "6,50"]]
    assert found == ()


def test_column_with_one_word_is_a_column_of_words(load: Load) -> None:
    assert load("Số;Số 2\n5,5;1\nchưa có;\n")[0] == [["Số", "Số 2"], ["5,5", "1"], ["chưa có", ""]]


def test_words_of_a_data_file_are_printed_as_they_are(load: Load) -> None:
    rows, found = load('Tên;Ghi chú\n**A** <b> [^1];"dòng 1\n{{ 7*7 }}"\n')
    assert rows[1] == ["**A** <b> [^1]", "dòng 1\n{{ 7*7 }}"]
    assert found == ()


@pytest.mark.parametrize("data", ["A;B\nx;1.234\n", 'A,B\nx,"1,234"\n', "A;B\nx;1.234\ny;12.5\n", "A\n1.234\n"])
def test_number_that_can_be_read_two_ways_is_never_guessed(load: Load, data: str) -> None:
    found = load(data, ", tong: true")[1]
    assert [(f.id, f.place.line) for f in found] == [("E167", 2)]
    assert found[0].place.file.endswith("d.csv")
    assert {found[0].facts["vi"], found[0].facts["en"]} == {"1234", "1,234"}


@pytest.mark.parametrize(
    ("data", "options", "printed"),
    [
        ("A;B\nx;1.234\n", ", so_viet: vi", "1.234"),
        ("A;B\nx;1.234\n", ", so_viet: en", "1,234"),
        ("A;B\nx;1.234\ny;0,5\n", "", "1.234"),
        ('A,B\nx,"1,234"\ny,"1,234,567"\n', "", "1.234"),
        ("A;B\nx;1.234\n", ", cot: [{ten: B, kieu: chu}]", "1.234"),
    ],
)
def test_number_is_settled_by_so_viet_or_by_another_cell(load: Load, data: str, options: str, printed: str) -> None:
    rows, found = load(data, options)
    assert (rows[1][1], found) == (printed, ())


def test_quoted_line_breaks_do_not_shift_the_lines_of_findings(load: Load) -> None:
    found = load('A;B\n"x\ny";5,5\nz;không\n', ", cot: [{ten: B, kieu: so}]")[1]
    assert [(f.id, f.place.line, f.place.column) for f in found] == [("E169", 4, 2)]


@pytest.mark.parametrize(
    ("data", "id", "line"),
    [
        ("", "E163", 1),
        ("\n;;\n", "E163", 1),
        ("A;B\nx;1;2\n", "E165", 2),
        ("A;B\nx;1\ny\n", "E165", 3),
        ("A;;C\n1;2;3\n", "E166", 1),
        ("A;B\n" + "x;1\n" * 20_001, "E164", 20_002),
        (";".join(f"c{n}" for n in range(31)) + "\n", "E178", 1),
        ('A;B\n"x;1\n', "E162", 2),
        ("A;B\nx\x07;1\n", "E110", 2),
        (b"A;B\nx\xff;1\n", "E186", 2),
        ('A;B\ny;1\nx;"1" a\n', "E162", 3),
        ('A;B\n"y\nz";1\n"x;1\n', "E162", 4),
        ("A;B\n" + "x" * 140000 + ";1\n", "E162", 2),
        ("sep=|\nA|B\n", "E183", 1),
        ("A|B\nx|1\n", "E183", 1),
    ],
)
def test_faulty_csv_is_told_with_its_file_and_line(load: Load, data: str | bytes, id: str, line: int) -> None:
    found = [f for f in load(data)[1] if f.id == id]
    assert [(f.place.line, Path(f.place.file).name) for f in found] == [(line, "d.csv")]


@pytest.mark.parametrize(
    "name", ["../d.csv", "/etc/passwd", "C:\\d.csv", "a\\..\\..\\d.csv", "\\\\server\\d.csv", "lien-ket.csv"]
)
def test_file_outside_the_folder_is_refused(write: Callable[..., Path], tmp_path: Path, name: str) -> None:
    (tmp_path.parent / "ngoai.csv").write_text("A\nx\n")
    if name == "lien-ket.csv":
        (tmp_path / name).symlink_to(tmp_path.parent / "ngoai.csv")
    head = HEAD.removesuffix("---\n") + f"bang: {{b: {{tu_tep: '{name}'}}}}\n---\n"
    found = settle(write("[bang: b]\n", head))[1]
    assert [(f.id, f.place.path) for f in found] == [("E160", "$.bang.b.tu_tep")]


@pytest.mark.parametrize(
    ("name", "id"), [("khong-co.csv", "E106"), ("d.xls", "E161"), ("vong.csv", "E160"), ("vong.csv/d.csv", "E160")]
)
def test_file_that_cannot_be_read_is_told(write: Callable[..., Path], tmp_path: Path, name: str, id: str) -> None:
    (tmp_path / "vong.csv").symlink_to("vong.csv")
    (tmp_path / "d.xls").write_bytes(b"")
    body = f"noi_dung:\n  - muc: M\n    noi_dung: [{{bang: {{tu_tep: {name}}}}}]\n"
    found = settle(write("", HEAD.removeprefix("---\n").removesuffix("---\n") + body, "a.yaml"))[1]
    assert [f.id for f in found] == [id]


@pytest.mark.parametrize(
    ("options", "id"),
    [
        (", cot: [{ten: C}]", "E168"),
        (", hang: []", "E175"),
        (", cot: x", "E249"),
        (", cot: [{ten: A, kieu: chữ}]", "E204"),
        (", so_viet: fr", "E204"),
        (", so_viett: vi", "E202"),
        (", trang_tinh: A", "E182"),
        (", cot: [{ten: B, so_le: 1}, {ten: B, kieu: chu}]", "E180"),
    ],
)
def test_wrong_option_of_a_data_table_is_told(load: Load, options: str, id: str) -> None:
    assert ids(load("A;B\nx;1,5\n", options)[1]) == [id]


def test_invisible_character_of_a_data_file_is_named_with_its_cell(load: Load) -> None:
    found = load("A;B\nx\u200b;1,5\n")[1]
    assert [(f.id, f.place.line, f.place.column) for f in found] == [("W112", 2, 1)]


def test_same_rows_in_a_folder_below_are_found(load: Load, tmp_path: Path) -> None:
    (tmp_path / "số liệu").mkdir()
    assert load("A;B\nx;1,5\n", name="số liệu/quý 1.csv") == ([["A", "B"], ["x", "1,5"]], ())


CENTS = st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False, allow_infinity=False)


@given(CENTS)
def test_number_written_one_way_is_read_that_way(number: Decimal) -> None:
    english = f"{number:,.2f}"
    assert read_number(english, "en") == number
    assert read_number(english.translate(str.maketrans(",.", ".,")), "vi") == number


# workbooks


def test_workbook_is_read_as_excel_shows_it(load: Load) -> None:
    made = book(
        ["Tên", "Số", "Tỷ lệ", "Ngày", "Mã", "Năm"],
        ["A", 1234.5, 0.125, date(2026, 6, 5), 7, 2025],
        ["B", 0.1 + 0.2, 0.5, datetime(2026, 12, 31, 8, 30), 12, 2026],
        formats={"B2": "#,##0.00", "C2": "0.0%", "C3": "0.0%", "E2": "000", "E3": "000"},
    )
    rows, found = load(made, name="d.xlsx")
    assert rows == [
        ["Tên", "Số", "Tỷ lệ", "Ngày", "Mã", "Năm"],
        ["A", "1.234,50", "12,5%", "05/06/2026", "007", "2025"],
        ["B", "0,3", "50,0%", "31/12/2026 08:30", "012", "2026"],
    ]
    assert ids(found) == ["N296", "N364"]  # the sheet shows 2026-06-05


def test_other_cells_of_a_workbook_are_words(load: Load) -> None:
    made = book(["A", "B", "C", 2026], [True, time(8, 5), "chữ", 1], [], ["x", None, None, 2.50])
    assert load(made, name="d.xlsx")[0] == [
        ["A", "B", "C", "2026"],
        ["TRUE", "08:05", "chữ", "1"],
        ["x", "", "", "2,5"],
    ]


def test_numbers_that_excel_shows_rounded_are_rounded_with_a_note(load: Load) -> None:
    rows, found = load(book(["A"], [1.235], [2], formats={"A2": "0.00", "A3": "0.00"}), name="d.xlsx")
    assert rows[1:] == [["1,24"], ["2,00"]]
    assert [(f.id, f.facts["count"]) for f in found] == [("N176", 1)]


def test_sheet_is_chosen_by_name_and_the_first_one_is_named_in_a_note(load: Load) -> None:
    made = book(["A"], ["một"])
    made.create_sheet("Quý II").append(["B"])
    rows, found = load(made, name="d.xlsx")
    assert (rows[0], ids(found)) == (["A"], ["N177"])
    rows, found = load(made, ", trang_tinh: Quý II", "d.xlsx")
    assert (rows[0], found) == (["B"], ())
    found = load(made, ", trang_tinh: Quý III", "d.xlsx")[1]
    assert [(f.id, f.facts["known"]) for f in found] == [("E170", "Sheet, Quý II")]


def test_text_numbers_of_a_workbook_are_never_guessed(load: Load) -> None:
    assert ids(load(book(["A"], ["1.234"]), name="d.xlsx")[1]) == ["E167"]
    assert load(book(["A"], ["1.234"], ["1,5"]), name="d.xlsx")[0][1:] == [["1.234"], ["1,5"]]


@pytest.mark.parametrize(("cell", "id"), [("=SUM(A2:A3)", "E171"), ("#REF!", "E173")])
def test_cell_without_a_sure_value_is_an_error_with_its_name(load: Load, cell: str, id: str) -> None:
    made = book(["A", "B"], [1, cell], [2, None])
    found = load(made, name="d.xlsx")[1]
    assert [(f.id, f.place.line, f.place.column, str(f.facts["cell"])[:2]) for f in found] == [(id, 2, 2, "B2")]


def repacked(change: dict[str, bytes | None], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a sound workbook with parts changed, added or (None) left out."""
    buffer, out = BytesIO(), BytesIO()
    book(["A"], ["x"]).save(buffer)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(out, "w", compression) as new:
        parts = {name: old.read(name) for name in old.namelist()} | change
        for name, data in parts.items():
            if data is not None:
                new.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "id"),
    [
        (b"no zip", "E162"),
        (b"", "E162"),
        (repacked({"xl/workbook.xml": None}), "E162"),
        (repacked({"xl/worksheets/sheet1.xml": b"<worksheet/>"}), "E163"),
        (repacked({"xl/worksheets/sheet1.xml": b"<worksheet"}), "E162"),
        (repacked({"xl/styles.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "E174"),
        (
            repacked({"xl/styles.xml": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a []><a/>'.encode("utf-16")}),
            "E174",
        ),
        (repacked({"xl/media/a.bin": b"\0" * (8 << 20)}), "E174"),
        (repacked({}, zipfile.ZIP_LZMA), "E162"),
        (repacked({"../a.xml": b"<a/>"}), "E162"),
    ],
)
def test_workbook_that_is_broken_or_unsafe_is_refused(load: Load, data: bytes, id: str) -> None:
    assert ids(load(data, name="d.xlsx")[1]) == [id]


# columns that are not summed


@pytest.mark.parametrize(
    "data", ["Tên;Năm nay;Năm trước\nA;1 250;5\nB;10;6\n", 'Tên,Năm nay,Năm trước\nA,1 250,5\nB,"10.5",6\n']
)
def test_column_of_a_data_file_that_drops_out_of_the_sum_is_warned_of(load: Load, data: str) -> None:
    rows, found = load(data, ", tong: true")
    assert [(f.id, f.place.line, f.place.column, f.facts["value"]) for f in found] == [("W368", 2, 2, "1 250")]
    assert (rows[1][1], rows[-1]) == ("1 250", ["Tổng cộng", "11"])
    assert [(f.id, f.facts["cell"]) for f in load(data)[1]] == [("W196", "B2")]


def test_dash_in_a_data_file_says_that_there_is_no_figure(load: Load) -> None:
    rows, found = load("Tên;Số\nA;-\nB;1500\n", ", tong: true")
    assert rows[1:] == [["A", "-"], ["B", "1.500"], ["Tổng cộng", "1.500"]]
    assert [(f.id, f.facts["cell"], f.facts["shown"], f.facts["printed"]) for f in found] == [
        ("N198", "B3", "1500", "1.500")
    ]


@pytest.mark.parametrize("number", ["1" * 19, "0," + "1" * 13])
@pytest.mark.parametrize("options", ["", ", cot: [{ten: B, kieu: so}]", ", tong: true"])
def test_number_of_a_data_file_obeys_the_bounds_of_numbers(load: Load, number: str, options: str) -> None:
    assert [(f.id, f.place.line) for f in load(f"A;B\nx;{number}\n", options)[1]] == [("E232", 2)]


def test_column_of_a_workbook_that_drops_out_of_the_sum_is_warned_of(load: Load) -> None:
    rows, found = load(book(["A", "B", "C"], ["x", 1500, 5], ["y", "ba", 6]), ", tong: true", "d.xlsx")
    assert [(f.id, f.place.line, f.facts["value"]) for f in found] == [("W368", 3, "ba")]
    assert rows[1] == ["x", "1500", "5"]  # as the sheet shows it


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (datetime(2026, 6, 5), "mm/yyyy", "06/2026"),
        (datetime(2026, 6, 5), '"Tháng" m/yyyy', "Tháng 6/2026"),
        (timedelta(hours=26, minutes=30), "[h]:mm", "26:30"),
        (datetime(2026, 6, 5), "dd/mm/yyyy hh:mm", "05/06/2026 00:00"),
        (3, '"Quý" 0', "Quý 3"),
        (1250000, "#,##0,", "1.250"),
    ],
)
def test_format_of_a_cell_is_honoured(load: Load, value: object, form: str, shown: str) -> None:
    rows, found = load(book(["A"], [value], formats={"A2": form}), name="d.xlsx")
    assert (rows[1:], found) == ([[shown]], ())


@pytest.mark.parametrize(("value", "form"), [(0.5, "# ?/?"), (datetime(2026, 6, 5), "mmm-yy"), ("x", '"a" 0 @')])
def test_format_that_cannot_be_honoured_is_an_error_that_names_the_cell(load: Load, value: object, form: str) -> None:
    found = load(book(["A", "B"], [1, value], formats={"B2": form}), name="d.xlsx")[1]
    assert [(f.id, f.facts["cell"], f.facts["form"]) for f in found] == [("E179", "B2", form)]


def test_numbers_in_words_are_not_summed_and_a_warning_says_so(load: Load) -> None:
    made = book(["A", "B", "C"], ["x", 5, 1], ["y", 6, 2], formats={"B2": '0 "đ"', "B3": '0 "đ"'})
    found = load(made, ", tong: true", "d.xlsx")[1]
    assert [(f.id, f.facts["value"]) for f in found] == [("W368", "5 đ")]


@pytest.mark.parametrize(("value", "form"), [(1.5, "0." + "0" * 30), (1e300, "0.00"), (1e300, "General")])
def test_number_of_a_workbook_obeys_the_bounds_of_numbers(load: Load, value: float, form: str) -> None:
    found = load(book(["A"], [value], formats={"A2": form}), name="d.xlsx")[1]
    assert [(f.id, f.place.line) for f in found] == [("E232", 2)]


def test_fraction_under_general_has_the_digits_of_excel_with_a_note(load: Load) -> None:
    rows, found = load(book(["A"], [1 / 3], [2]), name="d.xlsx")
    assert rows[1:] == [["0,333333333"], ["2"]]
    assert ids(found) == ["N176"]


# what is wrong with a data file as a whole


@pytest.mark.parametrize(
    ("data", "name", "id"),
    [
        ("A;B\n".encode("utf-16"), "d.csv", "E185"),
        (b"PK\x03\x04", "d.csv", "E184"),
        (b"A;B\n\0", "d.csv", "E184"),
        (b"x" * (5 * 1024 * 1024 + 1), "d.csv", "E107"),
        (b"no zip", "d.xlsx", "E162"),
        (repacked({"xl/worksheets/sheet1.xml": b"<worksheet"}), "d.xlsx", "E162"),
    ],
)
def test_fault_of_a_data_file_without_a_line_stands_where_the_file_is_named(
    load: Load, data: bytes, name: str, id: str
) -> None:
    (found,) = load(data, name=name)[1]
    assert (found.id, found.place.path, found.place.line > 0) == (id, "$.bang.b.tu_tep", True)
    assert Path(found.place.file).name == "van-ban.md"
    assert found.place.part.startswith(name)


def test_missing_data_file_is_told_where_it_is_named(write: Callable[..., Path]) -> None:
    head = HEAD.removesuffix("---\n") + "bang: {b: {tu_tep: khong-co.csv}}\n---\n"
    (found,) = settle(write("[bang: b]\n", head))[1]
    assert (found.id, found.place.path, found.place.part) == ("E106", "$.bang.b.tu_tep", "khong-co.csv")


@pytest.mark.skipif(os.sep == "\\", reason="Windows reads a backslash as a separator")
def test_backslash_in_the_name_of_a_data_file_is_answered_with_a_slash(load: Load, tmp_path: Path) -> None:
    (tmp_path / "so").mkdir()
    (tmp_path / "so" / "d.csv").write_text("A\nx\n")
    found = load("A\nx\n", name="so\\d.csv")[1]
    assert [(f.id, f.facts["plain"]) for f in found] == [("E187", "so/d.csv")]


@pytest.mark.parametrize("data", [b"no zip", repacked({"xl/styles.xml": b"<a"}), repacked({"xl/workbook.xml": None})])
def test_broken_workbook_is_told_in_vietnamese(load: Load, data: bytes) -> None:
    (found,) = load(data, name="d.xlsx")[1]
    assert isinstance(found.facts["reason"], Marked)


@pytest.mark.parametrize("data", ['A;B\n"x;1\n', 'A;B\n"x" y;1\n', "A;B\n" + "x" * 140000 + ";1\n"])
def test_fault_of_quotation_marks_is_told_in_vietnamese(load: Load, data: str) -> None:
    (found,) = load(data)[1]
    assert isinstance(found.facts["reason"], Marked)


def test_workbook_without_a_sheet_of_cells_is_told(load: Load) -> None:
    made = Workbook()
    made.create_chartsheet("Biểu đồ").add_chart(BarChart())
    del made["Sheet"]
    (found,) = load(made, name="d.xlsx")[1]
    assert (found.id, found.facts["reason"]) == ("E162", "không có trang tính nào đọc được")


def test_sheet_whose_name_is_decomposed_is_found(load: Load) -> None:
    made = book(["A"], ["một"])
    made.create_sheet(normalize("NFD", "Quý Hai")).append(["B"])
    assert load(made, ", trang_tinh: Quý Hai", "d.xlsx") == ([["B"]], ())


def test_cell_beyond_the_named_columns_of_a_workbook_is_named(load: Load) -> None:
    found = load(book(["A", "B"], ["x", 1], ["y", 2, None, "thừa"]), name="d.xlsx")[1]
    assert [(f.id, f.facts["cell"], f.place.line, f.place.column) for f in found] == [("E188", "D3", 3, 4)]


# delimiters and columns


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (
            "Tin, bài, ảnh;Số\nBáo in, báo điện tử, truyền hình;3\n",
            [["Tin, bài, ảnh", "Số"], ["Báo in, báo điện tử, truyền hình", "3"]],
        ),
        ("sep=;\nA;B\nx, y;1,5\n", [["A", "B"], ["x, y", "1,5"]]),
        ("sep=,\nA;B,C\nx;y,1.5\n", [["A;B", "C"], ["x;y", "1,5"]]),
        ("A|B;C\nx|y;1\n", [["A|B", "C"], ["x|y", "1"]]),
        ('A,B\n"x; y",1\n', [["A", "B"], ["x; y", "1"]]),
    ],
)  # fmt: skip
def test_delimiter_is_the_one_that_cuts_all_rows_alike_or_that_excel_names(
    load: Load, data: str, rows: list[list[str]]
) -> None:
    assert load(data) == (rows, ())


def test_first_line_that_names_the_delimiter_is_counted(load: Load) -> None:
    assert [(f.id, f.place.line) for f in load("sep=;\nA;B\nx;1;2\n")[1]] == [("E165", 3)]


def test_columns_of_one_name_stay_unless_an_option_names_them(load: Load) -> None:
    data = "A;A;B\nx;y;1\n"
    assert load(data) == ([["A", "A", "B"], ["x", "y", "1"]], ())
    assert [(f.id, f.facts["count"]) for f in load(data, ", cot: [{ten: A, can: center}]")[1]] == [("E181", 2)]


def test_format_that_cannot_be_honoured_is_told_once_with_all_its_rows(load: Load) -> None:
    cells = {f"A{row}": "# ?/?" for row in range(2, 6)}
    (found,) = load(book(["A"], *([half / 2] for half in (1, 3, 5, 7)), formats=cells), name="d.xlsx")[1]
    assert (found.id, found.facts["cell"], found.facts["also"]) == ("E179", "A2", "3, 4, 5")
