"""What is no document to be read is named in a moment, and nothing is written."""

import time
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.read.word.making import ROOT, TYPES, document, foot, head, para, table, title, write_word
from ttdn_draft.errors import InputError
from ttdn_draft.packs import PackShelf
from ttdn_draft.pages import office
from ttdn_draft.pipeline import check_file
from ttdn_draft.read import read_source
from ttdn_draft.word_inputs import import_file

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def rewrite(path: Path, main: bytes) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in {"[Content_Types].xml": TYPES, "_rels/.rels": ROOT, "word/document.xml": main}.items():
            archive.writestr(name, data)
    return path


def deep(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth


BAD: dict[str, tuple[str, Callable[[Path], object]]] = {
    "no Word file": ("E820", lambda path: path.write_bytes(b"%PDF-1.7")),
    "empty file": ("E820", lambda path: path.write_bytes(b"")),
    "old Word file": ("E820", lambda path: path.write_bytes(OLD + "WordDocument".encode("utf-16-le"))),
    "password": ("E820", lambda path: path.write_bytes(OLD + "EncryptedPackage".encode("utf-16-le"))),
    "bomb": ("E836", lambda path: rewrite(path, b"<w:document>" + b" " * 40_000_000)),
    "no XML": ("E826", lambda path: rewrite(path, b"<w:document")),
    "DTD": ("E826", lambda path: rewrite(path, b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')),
    "other XML": ("E822", lambda path: rewrite(path, b"<x/>")),
    "strict": ("E823", lambda path: rewrite(path, b'<document xmlns="http://purl.oclc.org/ooxml/w"/>')),
    "paragraphs": ("E824", lambda path: write_word(path, "<w:p/>" * 100_000)),
    "deep tables": ("E825", lambda path: write_word(path, deep(30))),
    "no words": ("E834", lambda path: write_word(path, para() * 3)),
    "a scan": ("E834", lambda path: write_word(path, para(), {"word/media/image1.png": b"x"})),
    "two documents": ("E835", lambda path: write_word(path, document(para("Một.")) + PAGE + document(para("Hai.")))),
    "two documents on one page": (
        "E835",
        lambda path: write_word(path, document(para("Một.")) + document(para("Hai."))),
    ),
}
PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


@pytest.mark.parametrize("what", BAD)
def test_file_that_cannot_be_read_is_named_in_a_moment(what: str, tmp_path: Path) -> None:
    wanted, make = BAD[what]
    path = tmp_path / "van-ban.docx"
    make(path)
    began = time.perf_counter()
    with pytest.raises(InputError) as raised:
        import_file(path, PackShelf())
    assert [found.id for found in raised.value.findings] == [wanted]
    assert time.perf_counter() - began < 10
    assert [found.id for found in check_file(path).findings if found.severity == "error"] == [wanted]


def test_file_that_word_writes_beside_an_open_one_is_named(tmp_path: Path) -> None:
    path = write_word(tmp_path / "~$van-ban.docx", document(para("Một.")))
    with pytest.raises(InputError, match="E820"):
        import_file(path, PackShelf())


@pytest.mark.parametrize("kind", ["QUYẾT ĐỊNH", "THÔNG BÁO"])
def test_words_of_another_kind_are_checked_and_it_is_not_imported(kind: str, tmp_path: Path) -> None:
    body = head() + title(kind) + para("Thực hiện Chỉ thị số 38/CT-TTg ngày 29/9/2020 ( sau đây gọi tắt).") + foot()
    path = write_word(tmp_path / "van-ban.docx", body)
    text, findings = import_file(path, PackShelf())
    assert text is None and "W828" in [found.id for found in findings]
    told = [found.id for found in check_file(path).findings]
    assert "W828" in told and "spaces" in told and "number-kind-code" not in told


def test_form_with_a_second_head_in_an_annex_is_no_second_document(tmp_path: Path) -> None:
    form = para("Phụ lục", bold=True, centred=True) + para("MẪU BÁO CÁO", bold=True, centred=True) + head() + title()
    path = write_word(tmp_path / "van-ban.docx", document(para("Một.")) + PAGE + form)
    assert import_file(path, PackShelf()).value is not None


def test_absurd_numbers_of_word_are_borne(tmp_path: Path) -> None:
    odd = para("Một.", properties='<w:numPr><w:ilvl w:val="x"/><w:numId w:val="9999999999"/></w:numPr>')
    wide = table(['<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>' + para("Hai") + "</w:tc>"], borders=True)
    text = import_file(write_word(tmp_path / "van-ban.docx", document(odd, wide)), PackShelf()).value
    assert text and "Một." in text and "Hai" in text


def test_file_of_another_program_needs_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    path = tmp_path / "van-ban.odt"
    path.write_bytes(b"PK")
    for read in (lambda: import_file(path, PackShelf()), lambda: read_source(path)):
        with pytest.raises(InputError, match="E838"):
            read()
