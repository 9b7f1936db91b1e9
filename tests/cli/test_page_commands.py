"""`render --pdf` and `preview`: what is written where, what is kept, and what is told where LibreOffice is absent."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from tests.office import needs_office, without_age, without_programs, wrong_font
from ttdn_draft.cli import run
from ttdn_draft.cli.report import link

TWO_PAGES = BODY + "- Nội dung.\n" * 60


def cli(*arguments: str) -> int:
    return run(arguments, {})


def names(folder: Path, pattern: str = "*") -> list[str]:
    return sorted(path.name for path in folder.glob(pattern))


@needs_office
def test_render_writes_the_pdf_of_every_input_beside_its_docx(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "b.md").write_text(HEAD + TWO_PAGES, encoding="utf-8")
    (here / "ra").mkdir()
    assert cli("render", "hướng dẫn.md", "b.md", "--pdf", "-o", "ra") == 0
    assert names(here / "ra") == ["b.docx", "b.pdf", "hướng dẫn.docx", "hướng dẫn.pdf"]
    assert (here / "ra" / "hướng dẫn.pdf").read_bytes().startswith(b"%PDF-")
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"Đã ghi: {Path('ra', name)}" for name in ("hướng dẫn.docx", "hướng dẫn.pdf", "b.docx", "b.pdf")
    ]
    assert without_age(err) == ""


@needs_office
def test_archival_pdf_is_written_without_asking_for_pdf_too(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("render", "hướng dẫn.md", "--pdf-a") == 0
    assert b"<pdfaid:part>2</pdfaid:part>" in (here / "hướng dẫn.pdf").read_bytes()
    assert capsys.readouterr().out.splitlines() == ["Đã ghi: hướng dẫn.docx", "Đã ghi: hướng dẫn.pdf"]


@needs_office
def test_old_office_is_told_once_and_draws(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from ttdn_draft.pages import engine

    monkeypatch.setattr(engine, "LIKE_WORD", (99, 2))
    (here / "b.md").write_text(HEAD + BODY, encoding="utf-8")
    assert cli("render", "hướng dẫn.md", "b.md", "--pdf") == 0
    assert (told := capsys.readouterr().err).startswith("W509") and told.count("W509") == 1 and "99.2" in told
    assert names(here, "*.pdf") == ["b.pdf", "hướng dẫn.pdf"]
    assert cli("preview", "b.md", "--dpi", "50") == 0
    assert capsys.readouterr().err.count("W509") == 1


def test_taken_pdf_stops_all_before_any_is_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "hướng dẫn.pdf").write_text("của người dùng", encoding="utf-8")
    assert cli("render", "hướng dẫn.md", "--pdf") == 1
    assert capsys.readouterr().err.startswith("hướng dẫn.pdf E010")
    assert names(here) == ["hướng dẫn.md", "hướng dẫn.pdf"]
    assert (here / "hướng dẫn.pdf").read_text(encoding="utf-8") == "của người dùng"


def test_pdf_goes_beside_the_docx_and_is_never_named_itself(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("render", "hướng dẫn.md", "--pdf", "-o", "ra.pdf") == 2
    assert "E015" in (err := capsys.readouterr().err) and ".docx" in err
    assert names(here) == ["hướng dẫn.md"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX links")
def test_two_pdfs_behind_one_link_are_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "b.md").write_text(HEAD + BODY, encoding="utf-8")
    (here / "b.pdf").symlink_to("hướng dẫn.pdf")
    assert cli("render", "hướng dẫn.md", "b.md", "--pdf", "--force") == 1
    assert "E014" in capsys.readouterr().err
    assert names(here, "*.docx") == []


def test_without_office_the_word_files_are_still_written(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    without_programs(monkeypatch, tmp_path)
    (here / "b.md").write_text(HEAD + BODY, encoding="utf-8")
    (here / "b.pdf").write_text("cũ", encoding="utf-8")
    assert cli("render", "hướng dẫn.md", "b.md", "--pdf", "--force") == 1
    out, err = capsys.readouterr()
    assert names(here, "*.docx") == ["b.docx", "hướng dẫn.docx"]
    assert names(here, "*.pdf") == ["b.pdf"] and (here / "b.pdf").read_text(encoding="utf-8") == "cũ"
    assert err.startswith("E501")
    assert err.count("E501") == 1 and err.count("N508") == 2
    assert out.splitlines() == ["Đã ghi: hướng dẫn.docx", "Đã ghi: b.docx"]


@needs_office
def test_pdf_that_fails_keeps_neither_its_docx_nor_the_other_files_back(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(here / "không có"))
    (here / "b.md").write_text(HEAD + BODY, encoding="utf-8")
    assert cli("render", "hướng dẫn.md", "b.md", "--pdf") == 1
    err = capsys.readouterr().err
    assert "hướng dẫn.pdf E503" in err and "b.pdf E503" in err and err.count("N508") == 2
    assert names(here, "*.docx") == ["b.docx", "hướng dẫn.docx"] and names(here, "*.pdf") == []


@needs_office
def test_pages_in_another_font_give_a_warning_and_are_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from ttdn_draft.resources import find_data_folder

    official = find_data_folder("templates") / "dang-hd05-2026" / "huong-dan" / "template.docx"
    (here / "mẫu.docx").write_bytes(wrong_font(official.read_bytes()))
    assert cli("render", "hướng dẫn.md", "--pdf", "--template", "mẫu.docx") == 0
    assert "hướng dẫn.pdf W507" in capsys.readouterr().err
    assert (here / "hướng dẫn.pdf").is_file()


@needs_office
@pytest.mark.skipif(not Path("/proc").is_dir() or os.name == "nt", reason="needs /proc and POSIX signals")
def test_ctrl_c_ends_the_office_and_keeps_the_docx_whole(here: Path, tmp_path: Path) -> None:
    from tests.pages.test_office import running_in

    # a job in the background is born deaf to the signal
    code = "import signal\nfrom ttdn_draft.cli import main\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    code += "main(['render', 'hướng dẫn.md', '--pdf'])"
    (temporary := tmp_path / "tạm").mkdir()
    environ = os.environ | {"TMPDIR": str(temporary)}
    with subprocess.Popen([sys.executable, "-c", code], env=environ, stderr=subprocess.PIPE) as program:
        limit = time.monotonic() + 60
        while not any("soffice.bin" in command for command in running_in(temporary)):
            assert time.monotonic() < limit and program.poll() is None
            time.sleep(0.01)
        program.send_signal(signal.SIGINT)
        assert program.wait(30) == 1
        assert program.stderr is not None
        told = [line for line in without_age(program.stderr.read().decode()).splitlines() if line]
        assert "hướng dẫn.pdf N508" in told[0] and told[1].startswith("E901")
    assert running_in(temporary) == [] and list(temporary.iterdir()) == []
    assert names(here) == ["hướng dẫn.docx", "hướng dẫn.md"]


@needs_office
def test_preview_writes_numbered_pages_and_prints_their_paths(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "hướng dẫn.md").write_text(HEAD + TWO_PAGES, encoding="utf-8")
    assert cli("preview", "hướng dẫn.md", "--dpi", "50") == 0
    out, err = capsys.readouterr()
    folder = Path("hướng dẫn-trang")
    assert out.splitlines()[:2] == [str(folder / f"hướng dẫn-trang-0{n}.png") for n in (1, 2)]
    assert names(folder) == [Path(line).name for line in out.splitlines()]
    assert without_age(err) == "" and names(here) == ["hướng dẫn-trang", "hướng dẫn.md"]


@needs_office
def test_forced_preview_leaves_no_page_of_the_longer_document_and_nothing_else_is_touched(here: Path) -> None:
    folder = here / "xem"
    folder.mkdir()
    others = ["ghi chú.txt", "hướng dẫn-trang-1.png", "hướng dẫn-trang-02.jpg", "khác-trang-09.png"]
    for name in [*others, "hướng dẫn-trang-01.png", "hướng dẫn-trang-09.png", "hướng dẫn-trang-010.png"]:
        (folder / name).write_text("cũ", encoding="utf-8")
    assert cli("preview", "hướng dẫn.md", "-o", "xem", "--force") == 0
    assert names(folder) == sorted([*others, "hướng dẫn-trang-01.png"])
    assert (folder / "hướng dẫn-trang-01.png").read_bytes().startswith(b"\x89PNG")


def test_pages_of_an_earlier_preview_are_kept_unless_forced(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (old := here / "hướng dẫn-trang" / "hướng dẫn-trang-07.png").parent.mkdir()
    old.write_text("cũ", encoding="utf-8")
    assert cli("preview", "hướng dẫn.md") == 1
    assert "hướng dẫn-trang-07.png E010" in capsys.readouterr().err
    assert names(old.parent) == [old.name] and old.read_text(encoding="utf-8") == "cũ"


def test_old_page_that_cannot_be_deleted_is_told(here: Path) -> None:
    from ttdn_draft.cli.preview import _remove
    from ttdn_draft.errors import OutputError

    with pytest.raises(OutputError, match="E011"):
        _remove([here])  # a folder is never deleted, not even by root


def test_preview_of_a_file_with_errors_makes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sai.md").write_text(HEAD + "chữ[^1]\n", encoding="utf-8")
    assert cli("preview", "sai.md") == 1
    out, err = capsys.readouterr()
    assert out == "" and "E144" in err
    assert names(here) == ["hướng dẫn.md", "sai.md"]


def test_preview_without_office_makes_nothing(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    without_programs(monkeypatch, tmp_path)
    assert cli("preview", "hướng dẫn.md") == 1
    assert "hướng dẫn.md E501" in capsys.readouterr().err
    assert names(here) == ["hướng dẫn.md"]


@pytest.mark.parametrize("arguments", [("--dpi", "5"), ("--dpi", "99999"), ("-o", "hướng dẫn.md")])
def test_preview_refuses_what_cannot_be_drawn(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert cli("preview", "hướng dẫn.md", *arguments) == 2
    assert "E001" in capsys.readouterr().err


def test_path_is_a_link_on_a_terminal_only(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path("trang 01.png")
    monkeypatch.setenv("WT_SESSION", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert link(path) == "trang 01.png"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    uri = (here / path).as_uri()
    assert link(path) == f"\x1b]8;;{uri}\x1b\\trang 01.png\x1b]8;;\x1b\\" and "%20" in uri
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b]8;;" in link(path)
    monkeypatch.setenv("TERM", "dumb")
    assert link(path) == "trang 01.png"
