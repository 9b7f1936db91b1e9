"""A Word file is shown line by line with its findings; its copies are those of the command line."""

import io
import zipfile
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from ttdn_draft.api import InputError, WordLook, comment_word, look_at_word, mend_word, open_shelf, render
from ttdn_draft.cli import run
from ttdn_draft.word_check import judge_file, leave_out_anew

SHELF = open_shelf()
CORPUS = Path("/work/shared/corpus/word")
REAL = sorted(CORPUS.glob("*.docx"))[:4]
SLIPS = BODY + "\nCông tác đối ngoại , hội nhập.\n\nViệc sát nhập các xã.\n"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("word") / "văn bản.docx"
    path.write_bytes(render(HEAD + SLIPS, format="md"))
    return path


@cache
def seen(path: Path) -> WordLook:
    return look_at_word(path, shelf=SHELF)


def text_of(docx: bytes, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.read(part).decode() if part in archive.namelist() else ""


@pytest.mark.parametrize("path", [*REAL, pytest.param(None, id="rendered")])
def test_each_finding_of_the_check_stands_at_its_words_in_its_line(path: Path | None, file: Path) -> None:
    path = path or file
    looked, told = seen(path), leave_out_anew(judge_file(path, SHELF).findings)
    assert [(f.id, f.title) for f in looked.findings] == [(f.id, f.describe()[0]) for f in told]
    for at, (shown, finding) in enumerate(zip(looked.findings, told, strict=True)):
        assert (shown.line >= 0) == bool(finding.place.paragraph)
        assert shown.line < 0 or at in looked.lines[shown.line].findings
        words = looked.lines[shown.line].text[shown.start : shown.end]
        assert words.split() in ([], finding.words.split())
        assert shown.fixable == bool(shown.label) == bool(finding.fix or finding.changes)
    assert [line.id for line in looked.lines] == list(range(len(looked.lines)))


@pytest.mark.parametrize("path", [*REAL[:2], pytest.param(None, id="rendered")])
def test_copies_have_the_bytes_of_the_command_line(path: Path | None, file: Path, tmp_path: Path) -> None:
    path = path or file
    run(["check", str(path), "--comments", str(tmp_path / "a.docx")], {})
    assert comment_word(path, shelf=SHELF) == (tmp_path / "a.docx").read_bytes()
    run(["check", str(path), "--fix", "-o", str(tmp_path / "b.docx")], {})
    if (tmp_path / "b.docx").exists():
        assert mend_word(path, shelf=SHELF) == (tmp_path / "b.docx").read_bytes()


def test_chosen_fixes_alone_are_written_as_tracked_changes(file: Path) -> None:
    before = file.read_bytes()
    fixable = [at for at, finding in enumerate(seen(file).findings) if finding.fixable]
    assert len(fixable) > 1
    one = text_of(mend_word(file, fixable[:1], shelf=SHELF), "word/document.xml")
    all_of_them = text_of(mend_word(file, fixable, shelf=SHELF), "word/document.xml")
    assert 0 < one.count("<w:ins ") + one.count("<w:del ") < all_of_them.count("<w:ins ") + all_of_them.count("<w:del ")
    assert "<w:ins " not in text_of(mend_word(file, [], shelf=SHELF), "word/document.xml")
    assert file.read_bytes() == before


def test_file_that_is_no_word_file_is_told_in_the_language_asked_for(tmp_path: Path) -> None:
    broken = tmp_path / "a.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    for ask in (look_at_word, comment_word, mend_word):
        with pytest.raises(InputError) as caught:
            ask(broken, shelf=SHELF, language="en")
        assert caught.value.language == "en"
