"""Every line that the layout prints around the text: size, weight, slant and colour, against its look."""

from collections.abc import Iterator

import pytest

from tests.render.pages.conftest import Printed
from tests.render.pages.reading import MM, SHORT, Row, find, find_all, row_with, strokes
from ttdn_draft.knowledge.standards.layout import Line
from ttdn_draft.knowledge.standards.profile import Look


def printed_lines(document: Printed, lines: Iterator[Line]) -> Iterator[tuple[str, Look, list[Row]]]:
    """Yield what each line of the layout prints, its look, and the rows on the pages."""
    for line in lines:
        waits = line.when and not document.words(line.when)
        for words in [] if waits or line.content in document.profile.shapes else document.words(line.content):
            found = next((rows for page in document.pages for rows in find_all(page, words)), None)
            assert found, f"«{words}» ({line.content}) is on no page"
            yield words, document.profile.looks[line.look], found


def check_style(document: Printed, lines: Iterator[Line]) -> int:
    count = 0
    for words, look, found in printed_lines(document, lines):
        for row in found:
            assert row.is_of_one_style, words
            assert row.size == pytest.approx(look.size, abs=0.1), words
            assert (row.is_bold, row.is_italic) == (look.bold, look.italic), words
            assert _hex(row.colour) == (look.colour or "000000"), words
        count += 1
    return count


def _hex(colour: object) -> str:
    values = colour if isinstance(colour, (tuple, list)) else (colour,) * 3
    return "".join(f"{round(float(value or 0) * 255):02X}" for value in values)


def test_every_part_around_the_text_has_the_size_weight_and_slant_of_its_look(full: Printed) -> None:
    assert check_style(full, full.profile.lines()) >= 15


def test_every_form_of_head_and_signature_has_the_style_of_its_looks(headed: Printed) -> None:
    assert check_style(headed, headed.profile.lines()) >= 10


def test_head_of_an_annex_has_the_size_weight_and_slant_of_its_looks(long: Printed) -> None:
    for annex in long.annexes:
        page = next(page for page in long.pages if next(find_all(page, annex.label), None))
        words = {"phu_luc_tu": annex.label, "phu_luc_ten": annex.title, "phu_luc_kem": annex.reference}
        for line in long.profile.layout.annex:
            if line.content in long.profile.shapes:
                continue
            look = long.profile.looks[line.look]
            for row in find(page, words.get(line.content) or long.profile.words[line.content].value):
                assert row.is_of_one_style
                assert row.size == pytest.approx(look.size, abs=0.1), row.text
                assert (row.is_bold, row.is_italic) == (look.bold, look.italic), row.text


def test_footnotes_have_the_size_of_the_profile(long: Printed) -> None:
    look = long.profile.looks["chu_thich"]
    for page in long.pages[:4]:
        row = row_with(page, "của văn bản.")
        assert row.size == pytest.approx(look.size, abs=0.1)
        assert (row.is_bold, row.is_italic) == (look.bold, look.italic)
        assert row.left == pytest.approx(long.profile.page.left + look.first_line, abs=3)


def test_only_the_words_before_the_colon_are_underlined(full: Printed) -> None:
    label = full.profile.words["noi_nhan_nhan"]
    page = full.pages[-1]
    row = row_with(page, label.value + label.tail)
    lines = [stroke for stroke in strokes(page) if stroke.left < row.right and abs(stroke.y - row.baseline) < 1]
    if not label.is_underlined:
        assert lines == []
        return
    tail = next(c for c in page.chars if c["text"] == label.tail and c["x1"] * MM == pytest.approx(row.right))
    assert lines[0].left == pytest.approx(row.left, abs=SHORT)
    assert lines[0].right == pytest.approx(tail["x0"] * MM, abs=SHORT)
