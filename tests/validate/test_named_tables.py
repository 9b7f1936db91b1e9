"""Tables with a name: each is declared once and placed once, and nothing is silently lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import HEAD, ids, of_input
from tests.tables import FACTS, printed, settle, tables_of
from ttdn_draft.errors import Finding
from ttdn_draft.model import BodyBlock, plain_text

Findings = Callable[..., tuple[Finding, ...]]
ONE = "bang:\n  mot: {cot: [{ten: A}], hang: [[x]]}\n"


def head(more: str = ONE, kind: str = "huong-dan") -> str:
    return HEAD.removesuffix("---\n").replace("huong-dan", kind) + more + "---\n"


def test_paragraph_that_is_a_mark_becomes_the_table(write: Callable[..., Path]) -> None:
    document, found = settle(write("Như sau:\n\n[bang: mot]\n\nHết.\n", head()))
    assert found == ()
    assert document is not None
    assert [plain_text(b.text) if isinstance(b, BodyBlock) else printed(b) for b in document.body] == [
        "Như sau:", [["A"], ["x"]], "Hết.",
    ]  # fmt: skip


@pytest.mark.parametrize("block", ["bang: mot", "doan: '[bang: mot]'"])
def test_block_of_yaml_places_the_table_too(write: Callable[..., Path], block: str) -> None:
    document, found = settle(write("", f"{FACTS}{ONE}noi_dung:\n  - muc: M\n    noi_dung: [{{{block}}}]\n", "a.yaml"))
    assert found == ()
    assert printed(tables_of(document)[0]) == [["A"], ["x"]]


def test_footnotes_of_a_named_table_count_where_it_stands(write: Callable[..., Path]) -> None:
    body = "a[^1]\n\n[bang: mot]\n\nb[^2]\n\n[^1]: một\n\n[^2]: hai\n\n[^3]: ba\n"
    document, found = settle(write(body, head(ONE.replace("x", '"x[^3]"'))))
    assert found == ()
    assert document is not None
    assert [plain_text(note) for note in document.footnotes] == ["một", "ba", "hai"]


@pytest.mark.parametrize(
    ("body", "id", "line"),
    [
        ("[bang: mot]\n\n[bang: hia]\n", "E230", 3),
        ("[bang: mot]\n\n[bang: mot]\n", "E231", 3),
        ("xem [bang: mot]\n", "E233", 1),
        ("- [bang: mot]\n", "E233", 1),
        ("# [bang: mot]\n", "E233", 1),
        ("Như sau:\n[bang: mot]\n", "E233", 1),
    ],
)
def test_mark_that_places_no_table_is_an_error_at_its_line(findings: Findings, body: str, id: str, line: int) -> None:
    found = [f for f in findings(body, head()) if f.id == id]
    assert [f.place.line for f in found] == [head().count("\n") + line]


def test_undeclared_name_is_answered_with_the_likely_one(findings: Findings) -> None:
    found = next(f for f in findings("[bang: mott]\n", head()) if f.id == "E230")
    assert (found.facts["guess"], found.facts["known"]) == ("mot", "mot")


def test_table_that_is_never_placed_is_an_error_where_it_is_declared(findings: Findings) -> None:
    assert [(f.id, f.place.path) for f in findings("Chữ.\n", head())] == [("E234", "$.bang.mot")]


def test_name_that_the_program_uses_is_refused(findings: Findings) -> None:
    found = findings("[bang: so_lieu]\n", head("bang: {so_lieu: {cot: [{ten: A}], hang: []}}\n"))
    assert "E235" in ids(found)


@pytest.mark.parametrize(
    "more", ["bang: {Một: {cot: [{ten: A}], hang: []}}\n", "bang: {mot: chữ}\n", "bang: {mot: {}}\n"]
)
def test_wrong_declaration_is_told_by_the_schema(findings: Findings, more: str) -> None:
    assert ids(findings("Chữ.\n", head(more)))[0] in ("E201", "E203", "E249")


def test_table_without_columns_is_told_what_it_lacks(findings: Findings) -> None:
    found = findings("Chữ.\n", head("bang: {mot: {cot: [{ten: A}]}}\n"))
    assert [(f.id, f.facts["key"], f.facts["title"]) for f in found] == [("E201", "hang", "Hàng")]


@pytest.mark.parametrize("key", ["so_viet: vi", "trang_tinh: A"])
def test_option_of_a_data_file_is_refused_without_one(findings: Findings, key: str) -> None:
    assert ids(findings("Chữ.\n", head(f"bang: {{mot: {{cot: [{{ten: A}}], hang: [], {key}}}}}\n"))) == ["E239"]


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ("nhiem_vu: [{noi_dung: A, chu_tri: B}]\n", "nhiem_vu"),
        ("so_lieu: [{chi_tieu: A, ky_nay: 1}]\n", "so_lieu"),
    ],
)
def test_list_of_another_kind_of_document_is_refused(findings: Findings, more: str, name: str) -> None:
    found = [f for f in findings(f"[bang: {name}]\n", head(more)) if f.id == "E236"]
    assert [f.place.path for f in found] == [f"$.{name}"]


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ("bang: {mot: {cot: [{ten: A}], hang: [['[bang: hai]']]}}", "$.bang.mot.hang[0][0]"),
        ("bang: {mot: {cot: [{ten: A}], hang: [[{chu: 'xem [bang: hai]'}]]}}", "$.bang.mot.hang[0][0].chu"),
        ("bang: {mot: {cot: [{ten: '[bang: hai]'}], hang: []}}", "$.bang.mot.cot[0].ten"),
    ],
)
def test_mark_in_a_cell_is_an_error(findings: Findings, more: str, path: str) -> None:
    found = findings("[bang: mot]\n", head(more + "\n"))
    assert [(f.id, f.place.path) for f in found] == [("E233", path)]


def test_mark_in_a_footnote_a_task_or_a_figure_is_an_error(findings: Findings) -> None:
    found = findings("Chữ[^1].\n\n[bang: mot]\n\n[^1]: xem [bang: mot]\n", head())
    assert [(f.id, f.place.path) for f in found] == [("E233", "$.chu_thich.1")]
    found = findings("[bang: nhiem_vu]\n", head("nhiem_vu: [{noi_dung: '[bang: x]', chu_tri: A}]\n", "ke-hoach"))
    assert [(f.id, f.place.path) for f in of_input(found)] == [("E233", "$.nhiem_vu[0].noi_dung")]


def test_mark_in_a_data_file_is_words_as_all_of_it(findings: Findings, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("A\n[bang: hai]\n")
    assert findings("[bang: mot]\n", head("bang: {mot: {tu_tep: d.csv}}\n")) == ()


@pytest.mark.parametrize(
    "mark", ["[Bang: mot]", "[bảng: mot]", "[bang mot]", "[BẢNG mot]", "[bang : mot]", "[ bang: mot ]"]
)
def test_mark_that_is_misspelt_is_answered_with_the_right_one(findings: Findings, mark: str) -> None:
    found = findings(f"{mark}\n", head())
    assert [(f.id, f.place.path, f.facts["mark"], f.facts["name"]) for f in found] == [
        ("E228", "$.noi_dung[0]", mark, "mot")
    ]
    found = findings(f"{mark}\n\n[bang: mot]\n", head())
    assert [(f.id, f.facts["mark"], f.facts["name"]) for f in found] == [("W369", mark, "mot")]


@pytest.mark.parametrize(
    ("text", "id"), [("[bang: mott]", "E230"), ("Xem [bang: mot].", "E233"), ("[bảng: mott]", "E228")]
)
def test_table_whose_mark_is_wrong_is_told_once_where_the_mark_stands(findings: Findings, text: str, id: str) -> None:
    assert [(f.id, f.place.path) for f in findings(f"{text}\n", head())] == [(id, "$.noi_dung[0]")]


def test_table_without_a_mark_is_told_beside_a_mark_that_means_another(findings: Findings) -> None:
    more = "bang:\n  mot: {cot: [{ten: A}], hang: []}\n  ba: {cot: [{ten: A}], hang: []}\n"
    assert ids(findings("[bảng: mot]\n", head(more))) == ["E234", "E228"]


@pytest.mark.parametrize("text", ["[bảng tổng hợp kèm theo]", "xem [bang mot]", "[bangkok]"])
def test_words_in_brackets_are_no_misspelt_mark(findings: Findings, text: str) -> None:
    assert "W369" not in ids(findings(f"{text}\n\n[bang: mot]\n", head()))
