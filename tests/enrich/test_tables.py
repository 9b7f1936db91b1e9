"""Tables: numbers, sums, the column of numbers, widths."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ids
from tests.tables import FACTS, is_bold, printed, settle, tables_of
from ttdn_draft.errors import Finding
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.model import Table, plain_text
from ttdn_draft.yaml_nodes import read_yaml

Make = Callable[[str], tuple[Table, tuple[Finding, ...]]]
TEXT_WIDTH = load_profile("dang-hd05-2026").page.text_width


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return the finished table of a table in YAML, and what was found."""

    def _make(table: str) -> tuple[Table, tuple[Finding, ...]]:
        path = tmp_path / "a.yaml"
        path.write_text(f"{FACTS}noi_dung:\n  - bang: {table}\n", encoding="utf-8")
        document, found = settle(path)
        return tables_of(document)[0], found

    return _make


def cells(table: Table, column: int = -1) -> list[str]:
    return [row[column] for row in printed(table)[1:]]


def test_number_column_is_printed_the_vietnamese_way_and_stands_right(make: Make) -> None:
    table, found = make("{cot: [{ten: A}, {ten: B}], hang: [[x, 1234.50], [y, -7], [z, null]]}")
    assert cells(table) == ["1.234,50", "-7", ""]
    assert [column.alignment for column in table.columns] == ["", "right"]
    assert found == ()


def test_column_with_decimals_has_exactly_that_many(make: Make) -> None:
    table, _ = make("{cot: [{ten: A}, {ten: B, kieu: so, so_le: 1, can: center}], hang: [[x, 2.25], [y, '1.000']]}")
    assert cells(table) == ["2,3", "1.000,0"]
    assert table.columns[1].alignment == "center"


def test_years_are_not_grouped_and_a_note_says_so(make: Make) -> None:
    table, found = make("{cot: [{ten: Năm}], hang: [[2025], [2026]]}")
    assert cells(table) == ["2025", "2026"]
    assert [(f.id, f.facts["name"]) for f in found] == [("N364", "Năm")]
    table, found = make("{cot: [{ten: Năm, kieu: so}], hang: [[2025], [2026]]}")
    assert (cells(table), found) == (["2.025", "2.026"], ())


def test_number_beside_words_stands_right_too(make: Make) -> None:
    table, _ = make("{cot: [{ten: A}], hang: [[chữ], [1500]]}")
    assert [(plain_text(row[0].text), row[0].alignment) for row in table.rows] == [("chữ", ""), ("1.500", "right")]


def test_number_in_a_column_of_words_is_printed_plain(make: Make) -> None:
    table, _ = make("{cot: [{ten: Mã, kieu: chu}], hang: [[12345], [1.5]]}")
    assert cells(table) == ["12345", "1,5"]


def test_percentages_carry_their_sign_and_are_not_summed(make: Make) -> None:
    table, _ = make(
        "{cot: [{ten: A}, {ten: B, kieu: phan-tram}, {ten: C, kieu: so}], tong: true, "
        "hang: [[x, 12.5, 1], [y, '3,25%', 2]]}"
    )
    assert cells(table, 1) == ["12,5%", "3,25%", "3"]
    assert printed(table)[-1] == ["Tổng cộng", "3"]


def test_text_that_is_no_number_in_a_number_column_is_an_error_at_its_cell(make: Make) -> None:
    _, found = make("{cot: [{ten: A, kieu: so}], hang: [['1,234.5'], ['-'], ['']]}")
    assert [(f.id, f.place.path) for f in found] == [("E363", "$.noi_dung[0].bang.hang[0][0]")]


def test_sum_is_exact_and_its_label_covers_the_leading_words(make: Make) -> None:
    table, _ = make(
        "{cot: [{ten: A}, {ten: B}, {ten: C}, {ten: D}], hang: [[x, y, 0.1, a], [x, y, 0.2, b]], stt: true, tong: Cộng}"
    )
    assert printed(table) == [
        ["STT", "A", "B", "C", "D"], ["1", "x", "y", "0,1", "a"], ["2", "x", "y", "0,2", "b"], ["Cộng", "0,3", ""],
    ]  # fmt: skip
    label, figure, _ = table.rows[-1]
    assert (label.columns, is_bold(label), is_bold(figure)) == (3, True, True)


def test_sum_counts_a_merged_cell_once(make: Make) -> None:
    table, _ = make("{cot: [{ten: A}, {ten: B}], hang: [[x, {chu: 5, gop_hang: 2}], [y]], tong: true}")
    assert printed(table)[-1] == ["Tổng cộng", "5"]


def test_label_of_the_sum_stands_under_the_numbers_where_all_columns_are_figures(make: Make) -> None:
    table, _ = make("{cot: [{ten: A}], hang: [[5], [6]], stt: true, tong: true}")
    assert printed(table)[-1] == ["Tổng cộng", "11"]


@pytest.mark.parametrize(
    ("table", "id"),
    [
        ("{cot: [{ten: A}], hang: [[x]], tong: true}", "E365"),
        ("{cot: [{ten: A}], hang: [[2025]], tong: true}", "E365"),
        ("{cot: [{ten: A}], hang: [[5]], tong: true}", "E366"),
    ],
)
def test_sum_without_figures_or_without_room_for_its_label_is_an_error(make: Make, table: str, id: str) -> None:
    assert id in ids(make(table)[1])


def test_rows_over_all_columns_are_not_counted_and_merged_rows_count_as_one(make: Make) -> None:
    table, _ = make(
        "{stt: true, cot: [{ten: A}, {ten: B}], "
        "hang: [[{chu: Nhóm, gop_cot: 2}], [{chu: x, gop_hang: 2}, y], [z], [w, v]]}"
    )
    assert printed(table)[1:] == [["Nhóm"], ["1", "x", "y"], ["z"], ["2", "w", "v"]]
    assert [(cell.columns, cell.rows, cell.alignment) for cell in (table.rows[0][0], table.rows[1][0])] == [
        (3, 1, "left"), (1, 2, ""),
    ]  # fmt: skip
    assert table.columns[0].alignment == "center"


def test_widths_fill_the_page_and_numbers_column_stays_narrow(make: Make) -> None:
    table, _ = make("{stt: true, tong: true, cot: [{ten: A}, {ten: B}], hang: [[một hai ba bốn, 5]]}")
    assert sum(table.widths) == pytest.approx(TEXT_WIDTH)
    assert table.widths[0] < 15


def test_hint_is_honoured_and_the_rest_is_shared(make: Make) -> None:
    table, found = make("{cot: [{ten: A, rong: 70}, {ten: B}, {ten: C}], hang: [[x, y, z]]}")
    assert table.widths[0] == 70
    assert sum(table.widths) == pytest.approx(TEXT_WIDTH)
    assert found == ()


def test_table_of_which_all_widths_are_given_is_as_wide_as_they_are(make: Make) -> None:
    assert make("{cot: [{ten: A, rong: 30}, {ten: B, rong: 20.5}], hang: []}")[0].widths == (30, 20.5)


WIDE: Any = "{cot: [" + ", ".join(f"{{ten: Nghiên cứu {n}}}" for n in range(20)) + "], hang: []}"


@pytest.mark.parametrize(
    ("table", "id", "path"),
    [
        ("{cot: [{ten: A, rong: 150}, {ten: B, rong: 150}], hang: []}", "W360", "$.noi_dung[0].bang"),
        (WIDE, "W361", "$.noi_dung[0].bang"),
        ("{stt: true, cot: [{ten: Nghiêng, rong: 5}, {ten: B}], hang: []}", "W362", "$.noi_dung[0].bang.cot[0]"),
    ],
)
def test_width_that_cannot_be_had_is_a_warning(make: Make, table: str, id: str, path: str) -> None:
    made, found = make(table)
    assert [(f.id, f.place.path) for f in found] == [(id, path)]
    assert sum(made.widths) == pytest.approx(TEXT_WIDTH)


@pytest.mark.parametrize("rong", ["4", "241", "rộng"])
def test_width_beyond_bounds_is_refused(tmp_path: Path, rong: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"{FACTS}noi_dung:\n  - bang: {{cot: [{{ten: A, rong: {rong}}}], hang: []}}\n", "utf-8")
    assert ids(settle(path)[1])[0] in ("E203", "E207")


@pytest.mark.parametrize(
    "number", ["1e18", "1e-13", "1e999999999", "-1e-400000000", "1" * 19, "1e99999999999999999999"]
)
def test_number_that_no_table_can_hold_is_an_error(tmp_path: Path, number: str) -> None:
    body = f'[{{"bang": {{"cot": [{{"ten": "A"}}], "hang": [[{number}]]}}}}]'
    data = read_yaml(FACTS, "").data | {"noi_dung": "@"}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(data, ensure_ascii=False).replace('"@"', body), "utf-8")
    assert [(f.id, f.place.path) for f in settle(path)[1]] == [("E232", "$.noi_dung[0].bang.hang[0][0]")]


@pytest.mark.parametrize(
    ("kind", "cell", "words"),
    [("so", "12[^1]", "12"), ("phan-tram", "12%[^1]", "12%"), ("so", "***1.250***[^1]", "1.250")],
)
def test_note_mark_and_style_of_a_figure_are_kept(tmp_path: Path, kind: str, cell: str, words: str) -> None:
    path = tmp_path / "a.yaml"
    table = f"{{cot: [{{ten: A}}, {{ten: B, kieu: {kind}}}], hang: [[x, '{cell}']]}}"
    path.write_text(f"{FACTS}noi_dung:\n  - bang: {table}\nchu_thich: {{'1': ghi chú}}\n", "utf-8")
    document, found = settle(path)
    figure, mark = tables_of(document)[0].rows[0][1].text
    is_styled = "*" in cell
    assert (figure.text, figure.bold, figure.italic, mark.note, found) == (words, is_styled, is_styled, "1", ())
    assert document is not None and len(document.footnotes) == 1


@pytest.mark.parametrize("real", ["1.250", "-12.500", "999.999", "{chu: 1.250}"])
def test_number_with_three_decimals_may_mean_thousands_and_is_an_error(make: Make, real: str) -> None:
    _, found = make(f"{{cot: [{{ten: A}}, {{ten: B, kieu: so}}], hang: [[x, {real}]]}}")
    assert ids(found) == ["E238"]


@pytest.mark.parametrize("real", ["0.125", "1.25", "1250", "1.2500", "1000.125", "'1.250'"])
def test_number_that_means_one_thing_is_no_error(make: Make, real: str) -> None:
    assert make(f"{{cot: [{{ten: A}}, {{ten: B, kieu: so}}], hang: [[x, {real}]]}}")[1] == ()


def test_ways_to_write_a_number_that_may_mean_thousands_are_named(make: Make) -> None:
    _, found = make("{cot: [{ten: A}, {ten: B}], hang: [[1.250, 1.255]]}")
    assert [(f.facts["whole"], f.facts["ways"]) for f in found] == [
        ("1250", ('"1,25"', "1.25")), ("1255", ('"1,255"',)),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["so", "phan-tram"])
@pytest.mark.parametrize("number", ["1" * 19, "0," + "1" * 13, "1" * 400, "1.000." + "000." * 8 + "000"])
def test_text_of_a_number_obeys_the_bounds_of_numbers(make: Make, kind: str, number: str) -> None:
    _, found = make(f"{{cot: [{{ten: A}}, {{ten: B, kieu: {kind}}}], hang: [[x, '{number}']]}}")
    assert ids(found) == ["E232"]


def test_sum_of_the_longest_numbers_is_exact(make: Make) -> None:
    table, found = make(
        "{tong: true, cot: [{ten: A}, {ten: B, kieu: so}], "
        "hang: [[x, '999999999999999999,999999999999'], [y, '0,000000000002']]}"
    )
    assert printed(table)[1][1] == "999.999.999.999.999.999,999999999999"
    assert (printed(table)[-1][1], found) == ("1.000.000.000.000.000.000,000000000001", ())


@pytest.mark.parametrize(
    ("rows", "value", "path"),
    [
        ("[[x, 1 250, 5], [y, 10, 6]]", "1 250", "$.noi_dung[0].bang.hang[0][1]"),
        (
            "[[x, '-', 5], [{chu: Nhóm, gop_cot: 3}], [y, {chu: 10, gop_hang: 2}, 6], [z, 1], [t, ba, 1]]",
            "ba",
            "$.noi_dung[0].bang.hang[4][1]",
        ),
        ("[[x, '1.250', 5], [y, '10', 6]]", "1.250", "$.noi_dung[0].bang.hang[0][1]"),
    ],
)  # fmt: skip
def test_column_with_words_among_its_numbers_is_not_summed_and_a_warning_says_so(
    make: Make, rows: str, value: str, path: str
) -> None:
    _, found = make(f"{{tong: true, cot: [{{ten: T}}, {{ten: Năm nay}}, {{ten: Năm trước}}], hang: {rows}}}")
    guess = value.replace(" ", "") if value[0].isdigit() else ""
    facts = {"name": "Năm nay", "value": value, "guess": guess}
    assert [(f.id, f.place.path, f.facts) for f in found] == [("W368", path, facts)]


def test_column_of_words_alone_is_no_column_to_sum(make: Make) -> None:
    table = "{tong: true, cot: [{ten: A}, {ten: B, kieu: chu}, {ten: C}], hang: [[x, ba, 5], [y, 10, 6]]}"
    assert make(table)[1] == ()


def test_dash_for_no_figure_leaves_a_column_of_numbers_one(make: Make) -> None:
    table, found = make("{tong: true, cot: [{ten: A}, {ten: B}], hang: [[x, '-'], [y, 1500], [z, 1]]}")
    assert (cells(table), found) == (["-", "1.500", "1", "1.501"], ())
    assert table.columns[1].alignment == "right"


def test_number_of_json_with_three_decimals_may_mean_thousands_too(tmp_path: Path) -> None:
    data = read_yaml(FACTS, "").data | {"noi_dung": "@"}
    body = '[{"bang": {"cot": [{"ten": "A"}], "hang": [[1.250], [1.25]]}}]'
    path = tmp_path / "a.json"
    path.write_text(json.dumps(data, ensure_ascii=False).replace('"@"', body), "utf-8")
    assert [(f.id, f.place.path) for f in settle(path)[1]] == [("E238", "$.noi_dung[0].bang.hang[0][0]")]
