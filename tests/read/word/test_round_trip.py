"""What the program rendered comes back as it was: rendered, read back and rendered again it has the same bytes."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from lxml import etree

from tests.conftest import of_input
from ttdn_draft.cli.new import new
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import Checked, check_file, render_checked
from ttdn_draft.read import read_source
from ttdn_draft.word_inputs import import_file

REPOSITORY = Path(__file__).parents[3]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
INPUTS = sorted([*REPOSITORY.glob("templates/*/*/sample.md"), *REPOSITORY.glob("examples/*.md")])


def come_back(rendered: bytes, folder: Path, name: str) -> Checked:
    """Return what becomes of a rendered document that is imported."""
    word, text = folder / f"{name}.docx", folder / f"{name}.md"
    word.write_bytes(rendered)
    imported = import_file(word, PackShelf())
    assert imported.value is not None
    assert [found for found in imported.findings if found.severity == "warning"] == []
    text.write_text(imported.value, "utf-8")
    return check_file(text)


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: "-".join(file.parts[-3:]))
def test_samples_and_examples_come_back_as_they_were(file: Path, tmp_path: Path) -> None:
    first = render_checked(check_file(file))
    back = come_back(first, tmp_path, "ve")
    assert of_input(back.findings) == []
    assert render_checked(back) == first
    assert render_checked(check_file(tmp_path / "ve.docx")) == first


@pytest.mark.parametrize("file", INPUTS[:4], ids=lambda file: "-".join(file.parts[-3:]))
def test_input_file_and_word_file_carry_the_same_data(file: Path, tmp_path: Path) -> None:
    come_back(render_checked(check_file(file)), tmp_path, "ve")
    word, text = read_source(tmp_path / "ve.docx").data, read_source(tmp_path / "ve.md").data
    assert {key: word[key] for key in word if key not in ("bang", "noi_dung", "phu_luc", "chu_thich")} == {
        key: text[key] for key in text if key not in ("bang", "noi_dung", "phu_luc", "chu_thich")
    }


@pytest.mark.parametrize("kind", ["huong-dan", "ke-hoach", "bao-cao"])
@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
def test_composed_draft_comes_back_with_its_words(kind: str, standard: str, tmp_path: Path) -> None:
    """Sources of doubts stand in comments, names in capitals: what comes back once comes back again as it was."""
    draft = tmp_path / "du-thao.md"
    order = [kind, "--tinh", "lai-chau", "--nam", "2027", "--the-thuc", standard, "-o", str(draft)]
    assert CliRunner().invoke(new, order, standalone_mode=False).exception is None
    first = render_checked(check_file(draft))
    second = render_checked(come_back(first, tmp_path, "mot"))
    assert words_of(second) == words_of(first)
    assert render_checked(come_back(second, tmp_path, "hai")) == second


def words_of(document: bytes) -> list[str]:
    """Return the words of a document in the order of its paragraphs, a break parting two."""
    with ZipFile(BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    shown = (part for p in root.iter(f"{W}p") for part in (*p.iter(f"{W}t", f"{W}br"), p))
    return "".join(part.text or "" if part.tag == f"{W}t" else " " for part in shown).split()
