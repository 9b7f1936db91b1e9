"""A long document: page numbers, annexes that begin anew, a long table, and the notes of each page."""

from typing import Any

import pytest

from tests.render.pages.conftest import Printed
from tests.render.pages.documents import BLOCKS, NOTES, ROWS, spell
from tests.render.pages.reading import (
    ASCENT,
    MM,
    SHORT,
    Row,
    find,
    find_all,
    find_row,
    row_with,
    rows,
    squeeze,
    strokes,
)
from ttdn_draft.knowledge.standards.page import Page

NOTE_SIZE = 10.5  # pt: notes are smaller
MOST_LEFT_FREE = 30  # mm at the foot of a page: a heading goes over with the two lines that follow it


def number_on(page: Any, figures: Page) -> Row | None:
    """Return the page number: what stands above the text."""
    return next((row for row in rows(page) if row.baseline < figures.top and row.text.isdigit()), None)


def sections(document: Printed) -> list[list[Any]]:
    """Return the pages of the text and of each annex."""
    parts: list[list[Any]] = [[]]
    for page in document.pages:
        if any(next(find_all(page, annex.label), None) for annex in document.annexes):
            parts.append([])
        parts[-1].append(page)
    return parts


def figures_of(document: Printed, page: Any) -> Page:
    return document.profile.page.turned() if page.width > page.height else document.profile.page


def test_number_is_hidden_on_every_first_page_and_counts_anew_in_every_annex(long: Printed) -> None:
    parts = sections(long)
    assert len(parts) == 1 + len(long.annexes)
    for part in parts:
        shown = [number_on(page, figures_of(long, page)) for page in part]
        assert shown[0] is None
        assert [row.text for row in shown[1:] if row] == [str(number) for number in range(2, len(part) + 1)]


def test_number_stands_in_the_middle_at_its_height_in_its_style(long: Printed) -> None:
    look = long.profile.looks["so_trang"]
    for page in (page for part in sections(long) for page in part[1:]):
        figures, row = figures_of(long, page), number_on(page, figures_of(long, page))
        assert row is not None
        assert row.axis == pytest.approx(figures.left + figures.text_width / 2, abs=0.5)
        assert row.baseline - ASCENT * row.size * MM == pytest.approx(figures.number_from_top, abs=0.5)
        assert (row.size, row.is_bold, row.is_italic) == (pytest.approx(look.size, abs=0.1), look.bold, look.italic)


def test_annex_on_its_side_is_a_turned_page_whose_margins_turn_with_it(long: Printed) -> None:
    upright, turned = long.profile.page, long.profile.page.turned()
    for part, annex in zip(sections(long)[1:], long.annexes, strict=True):
        figures = turned if annex.is_landscape else upright
        for page in part:
            assert page.width * MM == pytest.approx(figures.width, abs=0.2)
            assert page.height * MM == pytest.approx(figures.height, abs=0.2)
            text = [row for row in rows(page) if row != number_on(page, figures)]
            assert min(row.top for row in text) == pytest.approx(figures.top, abs=2.5)
            assert max(row.bottom for row in text) <= figures.height - figures.bottom + SHORT
            assert min(row.left for row in text) >= figures.left - SHORT
            assert max(row.right for row in text) <= figures.width - figures.right + SHORT


def test_head_of_an_annex_stands_on_the_axis_of_its_page_from_the_upper_margin(long: Printed) -> None:
    for part, annex in zip(sections(long)[1:], long.annexes, strict=True):
        figures = figures_of(long, part[0])
        label, title = find_row(part[0], annex.label), find_row(part[0], annex.title)
        reference = find(part[0], annex.reference)
        for row in (label, title, *reference):
            assert row.axis == pytest.approx(figures.left + figures.text_width / 2, abs=0.5), row.text
        assert label.top == pytest.approx(figures.top, abs=SHORT)
        assert label.baseline < title.baseline < reference[0].baseline


def test_line_under_the_head_of_an_annex_follows_its_longest_row(long: Printed) -> None:
    shapes = [(line, long.profile.shapes[line.content]) for line in long.profile.layout.annex
              if line.content in long.profile.shapes]  # fmt: skip
    for line, shape in shapes:
        for part, annex in zip(sections(long)[1:], long.annexes, strict=True):
            reference = find(part[0], annex.reference)
            stroke = next(s for s in strokes(part[0]) if s.y > reference[-1].baseline)
            assert stroke.length == pytest.approx(max(r.width for r in reference) * shape.share, abs=0.6), line.look
            assert stroke.axis == pytest.approx(reference[-1].axis, abs=0.5)
            assert stroke.thickness == pytest.approx(shape.thickness, abs=0.05)
    assert shapes or long.profile.standard == "dang"  # a Party annex has hyphens there


def test_headings_count_anew_in_each_annex(long: Printed) -> None:
    level = long.profile.levels["I"]
    for part in sections(long)[1:]:
        first = next(row for page in part for row in rows(page) if row.text.startswith(level.form.format(n="I")))
        assert first.is_bold
    labels = [level.form.format(n=n) for n in ("I", "II")]
    for label, title in zip(labels, ("Việc chính", "Việc sau"), strict=True):
        words = label + (title.upper() if level.is_capital else title)
        assert any(squeeze(words) == row.text for page in sections(long)[1] for row in rows(page))


def test_table_fills_the_turned_page_and_repeats_its_header_row(long: Printed) -> None:
    figures = long.profile.page.turned()
    look = long.profile.looks["dau_cot"]
    for number, page in enumerate(sections(long)[-1]):
        header = find_row(page, "TT")
        assert header.size == pytest.approx(look.size, abs=0.1)
        assert header.is_bold is look.bold
        first = next(row for row in rows(page) if row.text.startswith("Việc") and row.text != "Việc")
        assert header.baseline < first.baseline
        if number:
            assert header.top - figures.top == pytest.approx(look.before * MM, abs=0.6)
        edges = [stroke for stroke in strokes(page) if stroke.length > 100]
        assert min(s.left for s in edges) == pytest.approx(figures.left, abs=0.5)
        assert max(s.right for s in edges) == pytest.approx(figures.width - figures.right, abs=0.5)


def test_table_prints_all_rows_in_order(long: Printed) -> None:
    found = [row.text for page in sections(long)[-1] for row in rows(page) if row.text.startswith("Việc")]
    assert found == [squeeze(f"Việc {spell(row)} cần làm trong năm") for row in range(1, ROWS + 1)]


def text_rows(document: Printed, page: Any) -> list[Row]:
    return [row for row in rows(page) if row != number_on(page, figures_of(document, page))]


def test_every_block_is_printed_once(long: Printed) -> None:
    text = "".join(row.text for page in long.pages for row in text_rows(long, page))
    assert all(text.count(f"Khối{spell(n)}:") == 1 for n in range(BLOCKS) if n % 10)


def test_pages_are_full_up_to_the_last_of_their_part_and_none_ends_with_a_heading(long: Printed) -> None:
    assert all(text_rows(long, page) for page in long.pages)
    for page in (page for part in sections(long) for page in part[:-1]):
        found, figures = text_rows(long, page), figures_of(long, page)
        last = max((row for row in found if row.size > NOTE_SIZE), key=lambda row: row.baseline)
        assert not last.is_bold, last.text
        assert max(row.bottom for row in found) > figures.height - figures.bottom - MOST_LEFT_FREE, page.page_number


def test_notes_stand_at_the_foot_of_the_page_of_their_marks(long: Printed) -> None:
    for number in range(NOTES):
        note = squeeze(f"Ghi chú {spell(number)} của văn bản.")
        block = squeeze(f"Khối {spell(number * 5 + 4)}:")
        pages = [page for page in long.pages if any(note in row.text for row in rows(page))]
        assert len(pages) == 1, note
        page = pages[0]
        mark = next(row for row in rows(page) if row.text == str(number + 1) and row.size < 10)
        row = row_with(page, note)
        assert mark.baseline < row.baseline
        assert squeeze(f"kiệm {spell(number * 5 + 4)}") in "".join(r.text for r in rows(page)), block
        last_text = max(r.baseline for r in rows(page) if r.size > NOTE_SIZE and r.text.isdigit() is False)
        assert row.baseline > last_text
        figures = long.profile.page
        assert max(r.bottom for r in rows(page)) == pytest.approx(figures.height - figures.bottom, abs=1.5)


def test_signature_has_at_least_one_line_of_text_above_it_on_its_page(long: Printed) -> None:
    last = sections(long)[0][-1]
    office = find_row(last, long.words("ky.dong_dau")[0])
    above = [
        row for row in rows(last) if row.baseline < office.baseline - 1.1 and row != number_on(last, long.profile.page)
    ]
    assert above
