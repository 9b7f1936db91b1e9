"""What a screen reader and an archive meet in a PDF: title and language, headings, lists, tables, notes, decoration."""

import re
from collections.abc import Iterator

import pytest
from pdfminer.pdftypes import resolve1

from tests.render.pages.conftest import Printed
from tests.render.pages.documents import NOTES, SENTENCE, spell
from tests.render.pages.reading import squeeze
from tests.render.pages.structure import Element, read_elements
from ttdn_draft.pages import find_office
from ttdn_draft.pages.engine import breaks_like_word

HEADING = re.compile(r"H([1-6])")
# as input files write them: the level of the heading, and its words
LONG = [
    heading for at in range(0, 60, 20) for heading in ((1, f"Phần việc {spell(at)}"), (2, f"Việc {spell(at + 10)}"))
]
LABEL = (1, "Phụ lục")  # with a number behind it
IN_ANNEXES = [LABEL, (1, "Việc chính"), (2, "Việc phụ"), (1, "Việc sau"), LABEL, (1, "Phân công")]
COLUMNS = ["TT", "Nội dung công việc", "Đơn vị"]


def of_type(document: Printed, *types: str) -> list[Element]:
    return [element for element in read_elements(document.pdf) if element.type in types]


def headings(document: Printed) -> Iterator[tuple[int, str]]:
    for element in read_elements(document.pdf):
        if level := HEADING.fullmatch(element.type):
            yield int(level[1]), squeeze(element.words).casefold()


def test_title_and_language_are_those_of_the_document(full: Printed) -> None:
    catalog = full.pdf.doc.catalog
    assert full.checked.document is not None
    title = full.pdf.metadata["Title"]
    assert full.checked.document.subject.replace("\n", " ") in title
    assert catalog["Lang"] == b"vi-VN"
    assert resolve1(catalog["ViewerPreferences"])["DisplayDocTitle"] is True
    assert resolve1(catalog["MarkInfo"])["Marked"] is True


def test_headings_are_headings_of_their_level(long: Printed) -> None:
    found = list(headings(long))
    wanted = [(level, squeeze(words).casefold()) for level, words in (*LONG, *IN_ANNEXES)]
    assert [level for level, _ in found] == [level for level, _ in wanted]
    assert all(title in words for (_, words), (_, title) in zip(found, wanted, strict=True)), found


def test_headings_are_bookmarks(long: Printed) -> None:
    marks = [(level, squeeze(title).casefold()) for level, title, *_ in long.pdf.doc.get_outlines()]
    wanted = [(level, squeeze(words).casefold()) for level, words in (*LONG, *IN_ANNEXES)]
    assert [level for level, _ in marks] == [level for level, _ in wanted]
    assert all(title in mark for (_, mark), (_, title) in zip(marks, wanted, strict=True)), marks


def test_points_are_items_of_lists(full: Printed) -> None:
    items = [squeeze(element.words) for element in of_type(full, "LBody")]
    assert of_type(full, "L")
    assert sum(squeeze(SENTENCE) in item for item in items) >= 2, items


def test_table_has_header_cells(long: Printed) -> None:
    assert [squeeze(element.words) for element in of_type(long, "TH")] == [squeeze(words) for words in COLUMNS]


def test_notes_are_notes(long: Printed) -> None:
    notes = [squeeze(element.words) for element in of_type(long, "Note")]
    assert notes == [squeeze(f"{n + 1} Ghi chú {spell(n)} của văn bản.") for n in range(NOTES)]


def test_drawn_lines_and_frames_are_no_figures(full: Printed, long: Printed) -> None:
    office = find_office()
    assert office is not None
    if not breaks_like_word(office):
        pytest.skip("this LibreOffice does not know decoration")
    assert of_type(full, "Figure") == of_type(long, "Figure") == []
