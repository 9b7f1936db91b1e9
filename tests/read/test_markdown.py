"""What a Markdown body becomes: the tree of blocks, places, and what is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import HEAD, ids
from ttdn_draft.errors import Finding
from ttdn_draft.model import plain_text
from ttdn_draft.read import read_source

Findings = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def tree(write: Callable[..., Path]) -> Callable[[str], Any]:
    """Return the blocks of a body as a compact tree: key, text, children."""

    def compact(blocks: list[dict[str, Any]]) -> list[Any]:
        rows = []
        for block in blocks:
            key = next(k for k in block if k not in ("noi_dung", "so"))
            children = compact(block.get("noi_dung", []))
            rows.append((key, block[key], children) if children else (key, block[key]))
        return rows

    return lambda body: compact(read_source(write(body)).data["noi_dung"])


def test_dash_after_numbered_item_stands_under_it_and_counting_goes_on(tree: Callable[[str], Any]) -> None:
    assert tree("# A\n1. một\n\n- ý\n\n+ nhỏ\n\n2. hai\n") == [
        ("muc", "A", [("khoan", "một", [("gach", "ý", [("cong", "nhỏ")])]), ("khoan", "hai")])
    ]


@pytest.mark.parametrize("indent", ["", "  ", "   ", "      ", "              "])
def test_nesting_follows_the_marker_at_any_indentation(tree: Callable[[str], Any], indent: str) -> None:
    assert tree(f"# A\n1. một\n{indent}- ý\n{indent}+ nhỏ\n") == [
        ("muc", "A", [("khoan", "một", [("gach", "ý", [("cong", "nhỏ")])])])
    ]


def test_headings_nest_by_their_level(tree: Callable[[str], Any]) -> None:
    assert tree("# A\n## B\nđoạn\n# C\n") == [("muc", "A", [("muc", "B", [("doan", "đoạn")])]), ("muc", "C")]


def test_indented_paragraph_is_a_paragraph_and_no_code(tree: Callable[[str], Any]) -> None:
    assert tree("# A\n\n        Thụt vào nhiều dấu cách.\n") == [("muc", "A", [("doan", "Thụt vào nhiều dấu cách.")])]


def test_paragraph_after_list_leaves_the_list(tree: Callable[[str], Any]) -> None:
    assert tree("# A\n- ý\n\nĐoạn cuối.\n") == [("muc", "A", [("gach", "ý"), ("doan", "Đoạn cuối.")])]


def test_table_keeps_header_cells_and_alignment(write: Callable[..., Path]) -> None:
    source = read_source(write("# A\n\n| Tên | Số |\n| --- | ---: |\n| một | 1 |\n"))
    table = source.data["noi_dung"][0]["noi_dung"][0]["bang"]
    assert table == {"cot": [{"ten": "Tên", "can": ""}, {"ten": "Số", "can": "right"}], "hang": [["một", "1"]]}


def test_notes_are_kept_with_their_place(write: Callable[..., Path]) -> None:
    source = read_source(write("# A\nchữ[^x]\n\n[^x]: nội dung chú thích\n"))
    assert source.data["chu_thich"] == {"x": "nội dung chú thích"}
    assert source.positions["chu_thich", "x"] == (HEAD.count("\n") + 4, 7)


@pytest.mark.parametrize(
    ("body", "id"),
    [
        ("```\nmã\n```\n", "E130"),
        ("<div>\n\nchữ\n", "E896"),
        ("> trích\n", "E130"),
        ("chữ\n\n***\n\nchữ\n", "E251"),
        ("chữ `mã` chữ\n", "E896"),
        ("chữ [tên](http://a.vn) chữ\n", "E896"),
        ("chữ ![ảnh](a.png) chữ\n", "E252"),
        ("chữ <http://a.vn> chữ\n", "E896"),
        ("chữ <b>đậm</b> chữ\n", "E896"),
        ("chữ\n---\n", "E131"),
        ("- ý\n\n  # Mục trong ý\n", "E132"),
        ("#\n\nchữ\n", "E133"),
        ("# A\n### C\n", "E134"),
        ("* ý\n", "E135"),
        ("1) khoản\n", "E135"),
        ("-\n\nchữ\n", "E136"),
        ("chữ[^1]\n\n[^1]: một\n[^1]: hai\n", "E140"),
        ("chữ[^1]\n\n[^1]: một\n\n    đoạn hai\n", "E141"),
        ("| a | b |\n| - | - |\n| 1 | 2 | 3 |\n", "E142"),
        ("| a | b |\n| - | - |\n| 1 |\n", "E142"),
        ("chữ[^1]\n\n[^1]: một[^2]\n\n[^2]: hai\n", "E143"),
        ("chữ[^9]\n", "E144"),
        ("chữ[^1] và[^1]\n\n[^1]: một\n", "E145"),
        ("chữ\n\n[^1]: một\n", "E146"),
        ("chữ[^1]\n\n[^1]:\n", "E147"),
        ("1. - ý lồng\n", "E150"),
        ("chữ[^1]\n\n[^1]: 1. Kết luận\n", "E150"),
        ("chữ\na) ý\n", "E137"),
        ("chữ\n– ý\n", "E137"),
        ("| a | b |\n|---|\n| 1 | 2 |\n", "E990"),
        ("| a |\n|---|\n| 1 |\nĐoạn tiếp theo\n", "E137"),
        ("x[^chú thích]\n\n[^chú thích]: abc\n", "E154"),
        ("| a | b |\n\nchữ\n", "E148"),
        ("\n", "E208"),
    ],
)
def test_what_cannot_be_printed_is_refused_by_name_on_its_line(findings: Findings, body: str, id: str) -> None:
    errors = [f for f in findings(body) if f.severity == "error"]
    assert id in ids(tuple(errors))
    lines = range(HEAD.count("\n") + 1, HEAD.count("\n") + body.count("\n") + 1)
    assert all(f.place.line in lines for f in errors)


@pytest.mark.parametrize(
    ("body", "id", "line", "column"),
    [
        ("Đoạn mở đầu,\ncó <b>thẻ</b> HTML.\n", "E896", 2, 4),
        ("một\n\nhai [^9] ba\n", "E144", 3, 5),
        ("đoạn\n2. không tách\n", "E137", 2, 1),
        ("chữ **không đóng\n", "W139", 1, 5),
        ("chữ _nghiêng_ chữ\n", "W138", 1, 5),
    ],
)
def test_finding_names_exact_line_and_column(findings: Findings, body: str, id: str, line: int, column: int) -> None:
    found = next(f for f in findings(body) if f.id == id)
    assert (found.place.line, found.place.column) == (HEAD.count("\n") + line, column)


@pytest.mark.parametrize("body", ["\\[^chú thích\\] một\n", "chữ \\*\\* một\n", "chữ \\_nghiêng\\_ chữ\n"])
def test_letters_behind_a_backslash_are_no_forgotten_marks(findings: Findings, body: str) -> None:
    assert ids(findings(body)) == []


@pytest.mark.parametrize(
    "body",
    ["– ý\n", "• ý\n", "#Mục đích\n", "-Ý\n", "+Ý\n", "1.Khoản\n", "1- Khoản\n", "II. MỤC ĐÍCH\n", "I- YÊU CẦU\n"],
)
def test_paragraph_that_looks_like_an_item_or_heading_is_doubted(findings: Findings, body: str) -> None:
    assert ids(findings(body)) == ["W149"]


def test_each_wrong_mark_is_told_at_its_own_place(findings: Findings) -> None:
    found = findings("một <http://a.b>\nhai <http://c.d> `x`\n  ba [x](y) `x`\n")
    start = HEAD.count("\n")
    places = [(f.place.line - start, f.place.column) for f in found]
    assert places == [(1, 5), (2, 5), (2, 18), (3, 6), (3, 13)]


def test_second_mark_of_a_line_has_its_own_column(findings: Findings) -> None:
    found = findings("| a<b> | <b> |\n| - | - |\n| x[^9] | y[^8] z[^7] |\n")
    assert [f.place.column for f in found] == [4, 10, 4, 12, 18]


def test_all_errors_of_a_file_come_at_once(findings: Findings) -> None:
    head = HEAD.replace("loai: huong-dan", "loai: cong-van").replace("so: 14\n", "so: 14\nsoo: 15\n")
    assert {"E896", "E144", "E202", "E204"} <= set(ids(findings("<b>x</b> y[^1]\n", head)))


@pytest.mark.parametrize(
    "text",
    [
        "A & B",
        "a < b",
        "{{ 7*7 }}",
        "{% raw %}",
        "{_{ x }_}",
        "&nbsp;",
        "[gap]",
        "x: y",
        "#1",
        "20*30*40",
        "(*)",
        "(**)",
        "a_b",
    ],
)
def test_special_text_is_read_literally(write: Callable[..., Path], text: str) -> None:
    source = read_source(write(f"chữ {text} chữ\n"))
    assert plain_text(source.texts["noi_dung", 0, "doan"]) == f"chữ {text} chữ"


def test_reference_definition_is_text_and_is_not_swallowed(write: Callable[..., Path]) -> None:
    source = read_source(write("[abc]: nội dung\n"))
    assert plain_text(source.texts["noi_dung", 0, "doan"]) == "[abc]: nội dung"
