"""Drawn lines and frames: length, place and thickness, against the words that they follow."""

import pytest

from tests.render.pages.conftest import Printed
from tests.render.pages.reading import MM, Row, Stroke, find, frames, row_below, row_with, strokes
from ttdn_draft.knowledge.standards.profile import Shape

LENGTH = 0.6  # mm
THIRD, HALF = 1 / 3, 1 / 2  # of the longest line: what Nghị định 30 asks below the issuing body and the subject
DESCENDER = 0.25  # em, and a little air
PARTLY = ("co_quan", "trich_yeu")


def followed(document: Printed, shape: Shape) -> list[Row]:
    """Return the rows of page 1 that a line or frame follows; nothing where it stands in an annex."""
    if not document.words(shape.follows):
        return []
    page = document.pages[0]
    return [row for words in document.words(shape.follows) for row in find(page, words)]


def drawn_lines(document: Printed) -> list[tuple[Shape, list[Row], Stroke]]:
    """Return the lines of page 1, each with the words above it."""
    found = []
    for shape in document.profile.shapes.values():
        words = [] if shape.height else followed(document, shape)
        if not words:
            continue
        under = [
            stroke
            for stroke in strokes(document.pages[0])
            if stroke.y > words[-1].baseline and abs(stroke.axis - words[-1].axis) < 2
        ]
        assert under, f"no line is drawn under «{words[-1].text}»"
        found.append((shape, words, under[0]))
    assert found
    return found


def test_drawn_line_is_as_long_as_the_profile_says_against_the_longest_row(full: Printed) -> None:
    for shape, words, stroke in drawn_lines(full):
        longest = max(row.width for row in words)
        assert stroke.length == pytest.approx(longest * shape.share, abs=LENGTH), words[-1].text
        assert stroke.axis == pytest.approx(words[-1].axis, abs=0.5), words[-1].text


def test_drawn_lines_keep_their_lengths_whatever_the_head(headed: Printed) -> None:
    for shape, words, stroke in drawn_lines(headed):
        share = stroke.length / max(row.width for row in words)
        if shape.follows in PARTLY:
            assert THIRD <= share <= HALF, words[-1].text
        else:
            assert stroke.length == pytest.approx(max(row.width for row in words), abs=LENGTH), words[-1].text


def test_issuer_that_is_broken_over_rows_has_a_line_of_a_third_to_half_of_the_longest(full: Printed) -> None:
    for shape, words, stroke in drawn_lines(full):
        if shape.follows in PARTLY:
            assert THIRD <= stroke.length / max(row.width for row in words) <= HALF, words[-1].text


def test_drawn_line_lies_under_its_words_and_over_the_next_row(headed: Printed) -> None:
    page = headed.pages[0]
    for shape, words, stroke in drawn_lines(headed):
        assert stroke.y > words[-1].baseline + 0.5, words[-1].text
        below = row_below(page, words[-1], words[-1].baseline + 1)
        assert below is not None
        assert stroke.y < below.capital_top - 0.5, below.text
        assert stroke.thickness == pytest.approx(shape.thickness, abs=0.05)


def test_drawn_line_stands_as_far_under_its_words_as_the_profile_says(full: Printed) -> None:
    for shape, words, stroke in drawn_lines(full):
        carrier = next(line.look for line in full.profile.lines() if full.profile.shapes.get(line.content) is shape)
        gap = (full.profile.looks[shape.follows].after + full.profile.looks[carrier].before) * MM
        assert stroke.y - words[-1].bottom == pytest.approx(shape.drop + gap, abs=0.4), words[-1].text


def framed(document: Printed) -> list[tuple[Shape, Row]]:
    found = []
    for shape in document.profile.shapes.values():
        if shape.height and document.words(shape.follows):
            found.append((shape, row_with(document.pages[0], document.words(shape.follows)[0])))
    return found


def test_frame_has_the_size_of_the_profile_around_its_words(headed: Printed) -> None:
    drawn = frames(headed.pages[0])
    wanted = framed(headed)
    assert len(drawn) == len(wanted)
    for shape, row in wanted:
        frame = next(f for f in drawn if f.left < row.axis < f.right and f.top < row.baseline < f.bottom)
        width = (shape.widths or {}).get(headed.words(shape.follows)[0], row.width + 2 * shape.padding)
        assert frame.right - frame.left == pytest.approx(width, abs=LENGTH)
        assert frame.bottom - frame.top == pytest.approx(shape.height, abs=0.2)
        assert frame.thickness == pytest.approx(shape.thickness, abs=0.05)
        assert (frame.left + frame.right) / 2 == pytest.approx(row.axis, abs=0.5)
        middle = (row.capital_top + row.baseline) / 2
        assert (frame.top + frame.bottom) / 2 == pytest.approx(middle, abs=0.8), row.text


def test_frame_touches_no_other_row(full: Printed) -> None:
    page = full.pages[0]
    for frame, (_, framed_row) in zip(frames(page), sorted(framed(full), key=lambda f: f[1].top), strict=True):
        for words in ("so_ky_hieu", "du_thao", "cap_tren", "ten_loai"):
            for row in (row for line in full.words(words) for row in find(page, line)):
                apart = row.baseline + DESCENDER * row.size * MM < frame.top or row.capital_top > frame.bottom
                apart |= row.right < frame.left or row.left > frame.right
                assert apart, f"{framed_row.text} – {row.text}"
