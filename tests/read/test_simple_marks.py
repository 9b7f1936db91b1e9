"""A text in which marks leave no doubt is read without markdown-it: as that would have read it."""

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from ttdn_draft.read import texts
from ttdn_draft.read.simple_marks import is_note_or_citation, read_simple
from ttdn_draft.read.texts import read_texts
from ttdn_draft.yaml_nodes import YamlTree

PIECES = st.sampled_from(
    [*("**", "**", "*", "***", " ", " ", "\n", "  ", "chữ", "đối ngoại", "a", "5", "_", "__", ",", ".", ":", "(", ")"),
     *("<", "<= ", "<b>", "&", "&amp;", "[1]", "[^1]", "(2)", "^2", "!", "`", "\\", "\u00a0", "“", "”", "-", "#", "\t"),
     *("[", "]", "](", "[^a]", "[^2]", "[^", "[dan: kl-57-kltw-2023]", "[dẫn: ", "[dan kl-57-kltw-2023]", "[bang: a]")]
)  # fmt: skip
WORDS = st.lists(PIECES, min_size=1, max_size=14).map("".join)
SIMPLE = st.lists(
    st.sampled_from(
        [
            "**đậm** ",
            "*nghiêng*, ",
            "chữ ",
            "thường\n",
            "A&B <= C; ",
            "**hai chữ**.",
            "(2) ",
            "_x_ ",
            "[^1]",
            "[^2] ",
            "[dan: kl-57-kltw-2023] ",
            "[cần kiểm tra: chữ — nguồn] ",
            "[…: chữ]. ",
            "[o: a] ",
        ]
    )
)
PARAGRAPH, CELL = ("noi_dung", 0, "doan"), ("noi_dung", 0, "bang", "hang", 0, 0)


def read(words: str) -> Any:
    """Return what a paragraph and a cell with some words are read as, and what is told of them."""
    blocks = [{"doan": words, "bang": {"cot": [], "hang": [[words]]}}]
    tree = YamlTree({"noi_dung": blocks, "chu_thich": {"1": "Ghi chú"}}, {(): (1, 1)})
    found, told = read_texts(tree, "a.md", words)
    return found[PARAGRAPH], found[CELL], told


@given(WORDS | SIMPLE.map("".join))
@example("**đậm**\n*nghiêng*, thường")
@example("*nghiêng*\n**đậm**\nthường **đậm**")
@example("chữ[^1] [^2] ")
@example("**chữ [dan: kl-57-kltw-2023] đậm** [dan: *a* b")
def test_it_is_read_as_markdown_it_reads_it(words: str) -> None:
    short, own = read(words), texts.read_simple
    texts.read_simple = lambda _: []  # type: ignore[attr-defined]
    try:
        assert read(words) == short
    finally:
        texts.read_simple = own  # type: ignore[attr-defined]


def test_usual_emphasis_needs_no_markdown_it() -> None:
    assert read_simple("Nội dung **trọng tâm**, *cụ thể*\nnhư sau") == [
        ("Nội dung ", False, False),
        ("trọng tâm", True, False),
        (", ", False, False),
        ("cụ thể", False, True),
        ("\n", False, False),
        ("như sau", False, False),
    ]


def test_notes_citations_and_words_in_brackets_need_no_markdown_it() -> None:
    words = "chữ[^1] [dan: kl-57-kltw-2023], [cần kiểm tra: số — sổ]"
    pieces = [piece for piece, *_ in read_simple(words)]
    assert pieces == ["chữ", "[^1]", " ", "[dan: kl-57-kltw-2023]", ", [cần kiểm tra: số — sổ]"]
    assert [is_note_or_citation(piece) for piece in pieces] == [False, True, False, True, False]


def test_what_may_mean_something_else_is_left_to_markdown_it() -> None:
    for words in (
        "**a*",
        "** a**",
        "a**b**",
        "**a**b",
        "[a](b) **a**",
        "[^a b] **a**",
        "<b>**a**",
        "\\**a**",
        "**a**  \nb",
        "**a *b* c**",
    ):
        assert read_simple(words) == []
