"""A text without any mark is read without the reader of Markdown: as that would have read it."""

from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.read.inline_parser import build_inline_parser
from ttdn_draft.read.texts import MAY_BE_MARK

LETTERS = st.characters(exclude_categories=["Cs"]) | st.sampled_from("ậ &;()^_~>#-+=|:'\"]}{ \t")


@given(st.text(LETTERS, min_size=1).filter(lambda text: not MAY_BE_MARK.search(text)))
def test_a_text_without_marks_is_one_text_to_the_reader_of_markdown(text: str) -> None:
    (token,) = build_inline_parser().parseInline(text)[0].children or []
    assert (token.type, token.content, token.meta["typed"]) == ("text", text, text)
