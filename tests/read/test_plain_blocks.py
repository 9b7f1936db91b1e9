"""A body whose lines leave no doubt is read without markdown-it: as that would have read it."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ttdn_draft.read import markdown
from ttdn_draft.read.markdown import read_body
from ttdn_draft.read.markdown_forms import SLASHED, TYPED_LEVELS
from ttdn_draft.read.plain_blocks import read_plain_blocks
from ttdn_draft.read.typed_headings import BOLD_LINE
from ttdn_draft.read.typed_marks import LOOKALIKE, LOOSE_NOTE, TYPED_FORMS, begins_with_letters
from ttdn_draft.yaml_nodes import YamlTree

MARKS = [
    "",
    "",
    "- ",
    "+ ",
    "1. ",
    "2. ",
    "10) ",
    "# ",
    "## ",
    "### ",
    "[^1]: ",
    "[^a]: ",
    "-  ",
    "#  ",
    "a) ",
    "1.1. ",
]
ODD = [
    "* ",
    "> ",
    "| ",
    "    ",
    "  ",
    "-",
    "--- ",
    "=== ",
    "1.",
    "``` ",
    "<b>",
    "[^1] ",
    "####### ",
    "•",
    "– ",
    "\u00a0",
    "\\",
]
WORDS = [
    "Nội dung",
    "**Nhiệm vụ**",
    "*ý*",
    "2027. Năm",
    "1.250 người",
    "(1) Ý",
    "[điền: tên]",
    "“Lời”",
    "a",
    "I. Mục",
    "# x",
]
ENDS = ["", "", "", " ", "  ", " #", "#", ":", ".", "\\", "|"]
PLAIN = st.tuples(st.sampled_from(MARKS), st.sampled_from(WORDS), st.sampled_from(ENDS)).map("".join)
LINES = PLAIN | st.sampled_from(["", "", "", " ", "---", "===", "- ", "#", "|---|", "\t", "\u3000"])
TEXTS = st.lists(LINES | st.tuples(st.sampled_from(ODD), PLAIN).map("".join), max_size=8).map("\n".join)
SURE = st.lists(st.tuples(PLAIN, st.sampled_from(["\n", "\n\n"])).map("".join), max_size=8).map("".join)


def read(text: str) -> Any:
    tree = YamlTree({}, {(): (1, 1)})
    read_body(tree, text, "a.md", 4)
    return tree.data, tree.positions, tree.findings


@given(TEXTS | SURE)
@example("# Mục\nĐoạn\ntiếp\n# Mục\n- Ý\n- Ý\n\n+ Ý\n\n1. Khoản\n2. Khoản\n[^1]: Chú thích")
@example("- Ý\n\n  tiếp")
@example("[^1]: Một\n[^2]: Hai\n\n    ba")
def test_it_is_read_as_markdown_it_reads_it(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        short = read(text)
        patch.setattr(markdown, "read_plain_blocks", lambda _: [])
        assert read(text) == short


def test_usual_body_needs_no_markdown_it() -> None:
    body = "Mở đầu\ntiếp.\n\n# Mục đích\n\n1. Khoản\n\n- Ý một;\n- Ý hai[^1].\n\n[^1]: Chú thích.\n"
    assert [(block.row, block.kind, block.mark, block.name, block.words) for block in read_plain_blocks(body)] == [
        (0, "words", "", "", "Mở đầu\ntiếp."),
        (3, "heading", "#", "", "Mục đích"),
        (5, "item", ".", "1", "Khoản"),
        (7, "item", "-", "", "Ý một;"),
        (8, "item", "-", "", "Ý hai[^1]."),
        (10, "note", "[", "1", "Chú thích."),
    ]


@pytest.mark.parametrize(
    "line", ["| a | b |", "> a", "  a", "- - a", "* a", "---", "```", "<b>", "1.", "a\n- b", "- a\nb", "#"]
)
def test_line_that_may_be_something_else_is_left_to_markdown_it(line: str) -> None:
    assert read_plain_blocks(f"Đoạn.\n\n{line}\n\nĐoạn.") == []


@given(
    st.tuples(
        st.sampled_from(MARKS + ODD + ["A. ", "Điều 1. ", "II. ", "Mục", "Chương ", "a. ", "b/ ", "đ) ", "xv. "]),
        st.text(max_size=8),
    )
)
def test_words_that_begin_with_letters_begin_with_no_mark(line: tuple[str, str]) -> None:
    forms = (LOOSE_NOTE, LOOKALIKE, SLASHED, BOLD_LINE, *TYPED_LEVELS.values(), *TYPED_FORMS.values())
    words = "".join(line).strip()
    assert not (begins_with_letters(words) and any(form.match(words) for form in forms))
