"""The tasks of a plan and the figures of a report, as their tables print them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import HEAD, ids
from tests.tables import is_bold, printed, settle, tables_of
from ttdn_draft.errors import Finding
from ttdn_draft.model import Table
from ttdn_draft.read.bounds import MAX_ENTRIES

Make = Callable[[str], tuple[Table, tuple[Finding, ...]]]


@pytest.fixture
def plan(write: Callable[..., Path]) -> Make:
    """Return the table of tasks written in YAML, and what was found."""
    return lambda tasks: _table(write, "ke-hoach", "nhiem_vu", tasks)


@pytest.fixture
def report(write: Callable[..., Path]) -> Make:
    """Return the table of figures written in YAML, and what was found."""
    return lambda figures: _table(write, "bao-cao", "so_lieu", figures)


def _table(write: Callable[..., Path], kind: str, key: str, value: str) -> tuple[Table, tuple[Finding, ...]]:
    head = HEAD.replace("huong-dan", kind).removesuffix("---\n") + f"{key}: {value}\n---\n"
    document, found = settle(write(f"[bang: {key}]\n", head))
    return tables_of(document)[0], found


def test_tasks_stand_in_the_columns_of_a_plan(plan: Make) -> None:
    table, found = plan(
        "[{noi_dung: Bản tin, chu_tri: Sở A, phoi_hop: [Sở B, Sở C], thoi_han: 2026-06-30, san_pham: 6 số},"
        " {noi_dung: Hội nghị, chu_tri: [Sở B, Sở D], thoi_han: Quý III}]"
    )
    assert found == ()
    assert printed(table) == [
        ["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Sản phẩm"],
        ["1", "Bản tin", "Sở A", "Sở B; Sở C", "30/6/2026", "6 số"],
        ["2", "Hội nghị", "Sở B; Sở D", "", "Quý III", ""],
    ]


def test_column_that_nobody_filled_is_left_out(plan: Make) -> None:
    table, _ = plan("[{noi_dung: A, chu_tri: B}]")
    assert printed(table) == [["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì"], ["1", "A", "B"]]


def test_group_of_tasks_is_bold_over_all_columns_and_not_counted(plan: Make) -> None:
    table, found = plan("[{nhom: I. Tuyên truyền}, {noi_dung: A, chu_tri: B}, {nhom: II}, {noi_dung: C, chu_tri: D}]")
    assert found == ()
    assert printed(table)[1:] == [["I. Tuyên truyền"], ["1", "A", "B"], ["II"], ["2", "C", "D"]]
    group = table.rows[0][0]
    assert (group.columns, is_bold(group), group.alignment) == (3, True, "left")


@pytest.mark.parametrize(
    ("tasks", "id"),
    [
        ("[{noi_dung: A}]", "E201"),
        ("[{chu_tri: A}]", "E201"),
        ("[{nhom: A, san_pham: B}]", "E237"),
        ("[{noi_dung: A, chu_tri: B, thoi_han: 2026-02-30}]", "E210"),
        ("[{noi_dung: A, chu_tri: []}]", "E207"),
        ("[{noi_dung: A, chu_tri: B, nguoi: C}]", "E202"),
        ("[]", "E207"),
    ],
)
def test_wrong_task_is_an_error(write: Callable[..., Path], tasks: str, id: str) -> None:
    head = HEAD.replace("huong-dan", "ke-hoach").removesuffix("---\n") + f"nhiem_vu: {tasks}\n---\n"
    assert id in ids(settle(write("[bang: nhiem_vu]\n", head))[1])


def test_figures_are_compared_with_the_time_before(report: Make) -> None:
    table, found = report(
        "[{chi_tieu: Tin bài, don_vi: tin, ky_nay: 1250, cung_ky: '1.000', gom: ["
        "{chi_tieu: Báo in, ky_nay: 250, cung_ky: 400}, {chi_tieu: Báo mạng, ky_nay: '1.000,0', cung_ky: 600}]},"
        " {chi_tieu: Đoàn, don_vi: đoàn, ky_nay: 3, cung_ky: 0}, {chi_tieu: Khác, ky_nay: null}]"
    )
    assert [f.id for f in found] == ["W376"]
    assert printed(table) == [
        ["STT", "Chỉ tiêu", "Đơn vị tính", "Kỳ này", "Cùng kỳ năm trước", "Tăng, giảm (%)"],
        ["1", "Tin bài", "tin", "1.250", "1.000", "25,0"],
        ["1.1", "Báo in", "tin", "250", "400", "-37,5"],
        ["1.2", "Báo mạng", "tin", "1.000,0", "600", "66,7"],
        ["2", "Đoàn", "đoàn", "3", "0", "-"],
        ["3", "Khác", "", "-", "-", "-"],
    ]
    assert [column.alignment for column in table.columns] == ["center", "", "center", "right", "right", "right"]


def test_two_times_may_be_named(report: Make) -> None:
    table, _ = report("[{chi_tieu: A, ky_nay: 1}]\nky_so_lieu: [Năm 2026, Năm 2025]")
    assert printed(table)[0][3:5] == ["Năm 2026", "Năm 2025"]


def test_names_of_times_without_figures_are_refused(findings: Callable[..., tuple[Finding, ...]]) -> None:
    head = HEAD.removesuffix("---\n") + "ky_so_lieu: [A, B]\n---\n"
    found = findings("x\n", head)
    assert [(f.id, f.place.path, f.facts) for f in found] == [
        ("E239", "$.ky_so_lieu", {"key": "ky_so_lieu", "needed": "so_lieu"})
    ]


def test_figure_that_is_not_the_sum_of_its_parts_is_an_error_with_both(report: Make) -> None:
    _, found = report(
        "[{chi_tieu: Tin, ky_nay: 1250.5, cung_ky: 0.3, gom: ["
        "{chi_tieu: A, ky_nay: 1000, cung_ky: 0.1}, {chi_tieu: B, ky_nay: 250, cung_ky: 0.2}]}]"
    )
    assert [(f.id, f.place.path, f.facts["stated"], f.facts["sum"]) for f in found] == [
        ("E367", "$.so_lieu[0].ky_nay", "1.250,5", "1.250")
    ]


def test_sums_are_checked_at_every_depth(report: Make) -> None:
    parts = "gom: [{chi_tieu: B, ky_nay: 5, gom: [{chi_tieu: C, ky_nay: 4}]}]"
    assert [f.place.path for f in report(f"[{{chi_tieu: A, ky_nay: 5, {parts}}}]")[1]] == ["$.so_lieu[0].gom[0].ky_nay"]


@pytest.mark.parametrize(
    "parts",
    [
        "[{chi_tieu: A, don_vi: lượt, ky_nay: 999}]",
        "[{chi_tieu: A, ky_nay: null}]",
        "[{chi_tieu: A, don_vi: tin, ky_nay: 5}]",
    ],
)
def test_parts_in_other_units_or_without_figures_are_not_summed(report: Make, parts: str) -> None:
    assert report(f"[{{chi_tieu: Tin, don_vi: tin, ky_nay: 5, gom: {parts}}}]")[1] == ()


def test_text_that_is_no_figure_is_an_error(report: Make) -> None:
    _, found = report("[{chi_tieu: A, ky_nay: '1,234.5', cung_ky: '-'}]")
    assert [(f.id, f.place.path) for f in found] == [("E363", "$.so_lieu[0].ky_nay")]


def test_note_mark_of_a_deadline_is_kept(write: Callable[..., Path]) -> None:
    tasks = "nhiem_vu: [{noi_dung: A, chu_tri: B, thoi_han: '2027-02-03[^1]'}]\n"
    head = HEAD.replace("huong-dan", "ke-hoach").removesuffix("---\n") + tasks + "---\n"
    document, found = settle(write("[bang: nhiem_vu]\n\n[^1]: hoặc sớm hơn\n", head))
    text = tables_of(document)[0].rows[0][3].text
    assert ([run.text or run.note for run in text], found) == (["03/02/2027", "1"], ())


def test_figure_with_three_decimals_may_mean_thousands_and_is_an_error(report: Make) -> None:
    _, found = report("[{chi_tieu: A, ky_nay: 1.250, gom: [{chi_tieu: B, ky_nay: 1.250}]}]")
    assert [(f.id, f.place.path) for f in found] == [
        ("E238", "$.so_lieu[0].ky_nay"), ("E238", "$.so_lieu[0].gom[0].ky_nay"),
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["1" * 19, "1" * 300, "0,0000000000001"])
def test_text_of_a_figure_obeys_the_bounds_of_numbers(report: Make, number: str) -> None:
    assert [(f.id, f.place.path) for f in report(f"[{{chi_tieu: A, ky_nay: '{number}'}}]")[1]] == [
        ("E232", "$.so_lieu[0].ky_nay")
    ]


def test_lists_left_blank_are_as_good_as_absent(plan: Make, report: Make) -> None:
    table, found = plan("[{noi_dung: A, chu_tri: B, phoi_hop: , thoi_han: null, san_pham: }, {nhom: C, san_pham: }]")
    assert (printed(table)[0], found) == (["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì"], ())
    table, found = report("[{chi_tieu: A, don_vi: , ky_nay: 5, gom: }]\nky_so_lieu:")
    assert (printed(table)[1], found) == (["1", "A", "", "5", "-", "-"], ())


@pytest.mark.parametrize("key", ["nhiem_vu", "so_lieu", "ky_so_lieu", "bang"])
def test_list_of_a_document_left_blank_is_as_good_as_absent(
    findings: Callable[..., tuple[Finding, ...]], key: str
) -> None:
    more = f"{key}:\n" + ("so_lieu:\n" if key == "ky_so_lieu" else "")
    assert findings("Chữ.\n", HEAD.removesuffix("---\n") + more + "---\n") == ()


@pytest.mark.parametrize(
    ("kind", "key", "entry"),
    [
        ("ke-hoach", "nhiem_vu", '{"noi_dung": "A", "chu_tri": "B"}'),
        ("bao-cao", "so_lieu", '{"chi_tieu": "A", "ky_nay": "-"}'),
    ],
)
def test_list_longer_than_any_table_is_an_error(write: Callable[..., Path], kind: str, key: str, entry: str) -> None:
    parts = (
        f'{entry.removesuffix("}")}, "gom": [{", ".join([entry] * (MAX_ENTRIES // 2))}]}}'
        if key == "so_lieu"
        else entry
    )
    entries = ", ".join([parts, *[entry] * (MAX_ENTRIES // (1 if key == "nhiem_vu" else 2))])
    head = HEAD.replace("huong-dan", kind).removesuffix("---\n")
    found = settle(write(f"[bang: {key}]\n", f"{head}{key}: [{entries}]\n---\n"))[1]
    told = [(f.id, f.place.path, f.facts["found"]) for f in found if f.severity == "error"]
    assert told == [("E189", f"$.{key}", MAX_ENTRIES + 1)]


def test_figure_without_any_number_is_told(report: Make) -> None:
    _, found = report('[{chi_tieu: A}, {chi_tieu: B, ky_nay: "-"}, {chi_tieu: C, gom: [{chi_tieu: D, ky_nay: 1}]}]')
    assert [(f.id, f.place.path) for f in found] == [("W376", "$.so_lieu[0]")]
