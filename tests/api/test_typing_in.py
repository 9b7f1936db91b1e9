"""What is typed is read as typed, whatever marks it looks like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ttdn_draft.api import apply_edits, put_words, split_text

from .test_splitting import BODIES, HEAD, assert_is_whole, read_words, runs_of

TYPED = [
    "*",
    "**",
    "_a_",
    "[x]",
    "[^1]",
    "<b>",
    "`",
    "\\",
    "|",
    "# ",
    "- ",
    "1. ",
    "a) ",
    "I. ",
    "+ ",
    "> ",
    "ừ",
    "Đ",
    "5",
]


@settings(max_examples=150)
@given(BODIES, st.sampled_from(TYPED), st.data())
def test_words_are_read_as_typed_and_nothing_else_changes(body: str, words: str, data: st.DataObject) -> None:
    text = HEAD + "\n" + body
    split = split_text(text)
    plain = [run for run in runs_of(split) if not run.raw and len(run.text) > 1]
    if not plain:
        return
    run = data.draw(st.sampled_from(plain))
    at = data.draw(st.integers(run.start + 1, run.end - 1))
    mended = apply_edits(text, put_words(text, at, at, words))
    again = split_text(mended)
    assert_is_whole(mended, again)
    was, now = ["".join(w.split()) for w in read_words(split)], ["".join(w.split()) for w in read_words(again)]
    assert len(was) == len(now)
    changed = [(a, b) for a, b in zip(was, now, strict=True) if a != b]
    assert len(changed) <= 1
    assert all(len(b) == len(a) + len("".join(words.split())) for a, b in changed)


@pytest.mark.parametrize("words", TYPED)
def test_beginning_of_a_paragraph_stays_one(words: str) -> None:
    text = HEAD + "\nThử nghiệm.\n\n- Gạch.\n"
    start = text.index("Thử")
    mended = apply_edits(text, put_words(text, start, start, words))
    first, second = split_text(mended).blocks
    assert (first.kind, second.kind) == ("paragraph", "item")
    assert "".join(run.text for run in first.runs) == f"{words}Thử nghiệm."


def test_letters_are_written_as_they_are_and_a_word_is_replaced() -> None:
    text = HEAD + "\nMột hai ba.\n"
    at = text.index("hai")
    assert apply_edits(text, put_words(text, at, at + 3, "bốn")) == text.replace("hai", "bốn")
    assert apply_edits(text, put_words(text, at, at + 4, "")) == text.replace("hai ", "")


def test_pasted_lines_become_paragraphs_and_are_joined_in_a_cell() -> None:
    text = HEAD + "\nMột.\n\n| A |\n|---|\n| b |\n"
    at = text.index(".\n\n|")
    mended = apply_edits(text, put_words(text, at, at, " hai\n# ba\n\n1. bốn"))
    assert [b.kind for b in split_text(mended).blocks] == ["paragraph", "paragraph", "paragraph", "table"]
    cell = text.index("b |") + 1
    mended = apply_edits(text, put_words(text, cell, cell, " c\nd | e"))
    (table,) = [block for block in split_text(mended).blocks if block.kind == "table"]
    assert "".join(run.text for run in table.cells[1][0].runs) == "b c d | e"
