"""LibreOffice gets a copy whose kept paragraphs with notes may leave a single line; all else is as it was."""

import io

from docx import Document
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph

from ttdn_draft.pages.kept_notes import ease_kept_notes


def add(word: Word, *, is_kept: bool, has_note: bool) -> None:
    paragraph = word.add_paragraph("Nội dung")
    if is_kept:
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.widow_control = True
    if has_note:
        paragraph.add_run()._r.append(OxmlElement("w:footnoteReference"))


def eased(word: Word) -> list[Paragraph]:
    file = io.BytesIO()
    word.save(file)
    return Document(io.BytesIO(ease_kept_notes(file.getvalue()))).paragraphs


def test_kept_paragraph_with_a_note_may_leave_a_single_line() -> None:
    word = Document()
    for is_kept in (True, False):
        for has_note in (True, False):
            add(word, is_kept=is_kept, has_note=has_note)
    found = [paragraph.paragraph_format.widow_control for paragraph in eased(word)]
    assert found == [False, True, None, None]
    assert [paragraph.text for paragraph in eased(word)] == ["Nội dung"] * 4


def test_mark_stands_where_the_schema_of_word_wants_it() -> None:
    word = Document()
    add(word, is_kept=True, has_note=True)
    word.paragraphs[0].paragraph_format.space_after = 0
    names = [child.tag.rpartition("}")[2] for child in eased(word)[0]._p.pPr]
    assert names == ["keepNext", "widowControl", "spacing"]


def test_document_without_notes_and_what_is_no_document_stay_byte_by_byte() -> None:
    word, file = Document(), io.BytesIO()
    add(word, is_kept=True, has_note=False)
    word.save(file)
    assert ease_kept_notes(file.getvalue()) == file.getvalue()
    assert ease_kept_notes(b"not a document") == b"not a document"
