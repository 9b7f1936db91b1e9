"""A text without any mark, or any sign of one, is read the short way: as the long one would have read it."""

from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.patterns import regex
from ttdn_draft.read import texts
from ttdn_draft.read.inline_parser import build_inline_parser
from ttdn_draft.read.texts import MAY_BE_MARK, read_texts
from ttdn_draft.yaml_nodes import YamlTree

LETTERS = st.characters(exclude_categories=["Cs"]) | st.sampled_from("ậ &;()^_~>#-+=|:'\"]}{ \t")


@given(st.text(LETTERS, min_size=1).filter(lambda text: not MAY_BE_MARK.search(text)))
def test_a_text_without_marks_is_one_text_to_the_reader_of_markdown(text: str) -> None:
    (token,) = build_inline_parser().parseInline(text)[0].children or []
    assert (token.type, token.content, token.meta["typed"]) == ("text", text, text)


PIECES = st.sampled_from(
    [*("chữ", "đối", " ", " ", "1", "12", ".", ",", ";", ":", "-", "…", "“", "//", "// ", "~~", "==", "''", '"', '""'),
     *("((", "(", ")", "))", "{", "}", "<", ">", "$", "^", "［", "］", "&nbsp;", "_", "dan: a-b-c", "bang:x", "¸", "?")]
)  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
def test_what_is_told_of_signs_is_told_after_a_look_for_them(words: str) -> None:
    tree = YamlTree({"noi_dung": [{"doan": words}], "chu_thich": {"1": "Ghi chú"}}, {(): (1, 1)})
    short, own = read_texts(tree, "a.md", words), texts.SIGNS_OF_MARKS
    texts.SIGNS_OF_MARKS = regex("")
    try:
        assert read_texts(tree, "a.md", words) == short
    finally:
        texts.SIGNS_OF_MARKS = own
