"""How many places of a terminal a text takes is told sign by sign; most texts need no look at each sign."""

import sys

from ttdn_draft.cli.reports.snippets import NARROW, _width_of_sign, width_of


def test_every_sign_of_a_text_that_is_only_counted_takes_one_place() -> None:
    narrow = [sign for sign in map(chr, range(sys.maxunicode + 1)) if NARROW.fullmatch(sign)]
    assert len(narrow) > 900
    assert {_width_of_sign(sign) for sign in narrow} == {1}


def test_wide_signs_and_marks_that_stand_over_others_are_counted_as_they_are_shown() -> None:
    assert [width_of(text) for text in ("Tỉnh uỷ …", "a\u0301", "中 a", "")] == [9, 1, 4, 0]
