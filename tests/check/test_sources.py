"""A finding repeats the first source of a fact, not the whole list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.check.sources import MOST_LETTERS, first_source

SOURCES = st.text(st.sampled_from("ab (;)\n,"), max_size=3 * MOST_LETTERS)


@pytest.mark.parametrize(
    ("source", "first"),
    [
        ("dantri.com.vn (95 năm, 28/3/1930-28/3/2025)", "dantri.com.vn (95 năm, 28/3/1930-28/3/2025)"),
        ("phunuvietnam.vn; danviet.vn", "phunuvietnam.vn…"),
        ("bản gốc (tệp 12; trang 3); báo Nhân Dân", "bản gốc (tệp 12; trang 3)…"),
    ],
)
def test_several_sources_are_shown_as_the_first(source: str, first: str) -> None:
    assert first_source(source) == first


@given(SOURCES)
def test_what_is_shown_begins_the_source_and_says_whether_there_is_more(source: str) -> None:
    words, shown = " ".join(source.split()), first_source(source)
    assert words.startswith(shown.removesuffix("…"))
    assert len(shown) <= MOST_LETTERS + 1
    assert shown.endswith("…") == (shown != words)
