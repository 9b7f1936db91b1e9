"""`import` writes an input file of a Word file, whole or not at all, and never over one that is there."""

import re
from pathlib import Path

import pytest

from tests.read.word.making import document, foot, head, para, title, write_word
from ttdn_draft.cli import run as run_in
from ttdn_draft.cli.import_word import SHOWN_LETTERS, SHOWN_LINES
from ttdn_draft.read.word.own_traces import UNPRINTED_KEYS

Screen = pytest.CaptureFixture[str]


def run(*words: str) -> int:
    return run_in([*words], {})


@pytest.fixture
def word(tmp_path: Path) -> Path:
    return write_word(tmp_path / "van-ban.docx", document(para("Một."), para("Hai.")))


def test_input_file_is_written_beside_the_word_file_and_can_be_rendered(word: Path, capsys: Screen) -> None:
    assert run("import", str(word)) == 0
    target = word.with_suffix(".md")
    assert str(target) in capsys.readouterr().out
    assert run("render", str(target), "-o", str(word.with_name("moi.docx"))) == 0


def test_input_file_that_is_there_is_left_alone(word: Path, capsys: Screen) -> None:
    target = word.with_name("co-san.md")
    target.write_text("của người khác", "utf-8")
    assert run("import", str(word), "-o", str(target)) == 1
    assert "E010" in capsys.readouterr().err and target.read_text("utf-8") == "của người khác"
    assert run("import", str(word), "-o", str(target), "--force") == 0


def test_word_file_of_another_kind_is_not_imported(tmp_path: Path, capsys: Screen) -> None:
    word = write_word(tmp_path / "van-ban.docx", head() + title("QUYẾT ĐỊNH") + para("Một.") + foot())
    assert run("import", str(word)) == 1
    assert "W828" in capsys.readouterr().err and not word.with_suffix(".md").exists()


def test_word_file_is_set_anew_beside_itself_and_never_written_over(word: Path, capsys: Screen) -> None:
    before = word.read_bytes()
    assert run("render", str(word)) == 0
    assert word.with_name("van-ban-trinh-bay-lai.docx").exists()
    capsys.readouterr()
    assert run("render", str(word), "-o", str(word), "--force") == 1
    assert "E837" in capsys.readouterr().err and word.read_bytes() == before


def test_line_that_the_program_prints_by_itself_is_told_by_import_alone(tmp_path: Path, capsys: Screen) -> None:
    body = head().replace("05 tháng 6", "    tháng 6") + title() + para("Một.") + foot()
    word = write_word(tmp_path / "van-ban.docx", body)
    run("check", str(word))
    assert "N866" not in capsys.readouterr().out
    run("import", str(word))
    told = capsys.readouterr().err
    assert "N866" in told and "«tháng 6 năm 2026»" in told and "6/2026" in told


def test_words_without_a_place_are_a_list_that_a_person_reads(tmp_path: Path, capsys: Screen) -> None:
    lines = [para(f"người lập biểu w{number} {'dài ' * 200}", centred=True) for number in range(30)]
    word = write_word(tmp_path / "van-ban.docx", head() + title() + para("Một.") + foot() + "".join(lines))
    run("import", str(word))
    told = [line for line in capsys.readouterr().err.splitlines() if " W829 " in line or " W860 " in line]
    assert len(told) == SHOWN_LINES + 1
    assert max(map(len, told)) < 2 * SHOWN_LETTERS
    assert " W860 " in told[-1] and "10 chỗ" in told[-1]
    (numbers,) = re.findall(r"đoạn ([\d, ]+)", told[-1])
    listed = [int(number) for number in numbers.split(", ")]
    assert len(listed) == 30 - SHOWN_LINES and listed == sorted(listed)


def test_slip_of_a_number_is_told_once_by_the_check(tmp_path: Path, capsys: Screen) -> None:
    body = document(*(para(f"{number}. Mục {number}", bold=True) + para("Một.") for number in (1, 2, 2)))
    word = write_word(tmp_path / "van-ban.docx", body)
    run("check", str(word))
    told = capsys.readouterr().out
    assert "W827" not in told and told.count("«2.»") == 1
    run("import", str(word))
    assert "W827" in capsys.readouterr().err


def test_import_says_what_a_file_of_its_own_does_not_show(word: Path, capsys: Screen) -> None:
    run("import", str(word))
    assert "N871" not in capsys.readouterr().err
    run("render", str(word))
    own = word.with_name("van-ban-trinh-bay-lai.docx")
    run("import", str(own))
    told = capsys.readouterr().err
    assert "N871" in told and UNPRINTED_KEYS in told
    run("check", str(own))
    assert "N871" not in capsys.readouterr().out


@pytest.mark.parametrize(("target", "id"), [("khong-co/moi.md", "E013"), ("van-ban.docx", "E015")])
def test_target_that_cannot_be_written_is_named_before_anything_is_read(
    word: Path, capsys: Screen, target: str, id: str
) -> None:
    before = word.read_bytes()
    assert run("import", str(word), "-o", str(word.parent / target), "--force") != 0
    assert id in capsys.readouterr().err
    assert word.read_bytes() == before
