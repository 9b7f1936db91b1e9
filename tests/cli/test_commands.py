"""The command line: what it prints where, exit codes, languages, and files written whole or not at all."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from ttdn_draft import __version__
from ttdn_draft.cli import find_language, main, run

Run = Callable[..., int]


def cli(*arguments: str, **environ: str) -> int:
    return run(arguments, environ)


def test_render_writes_the_docx_beside_its_input(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("render", "hướng dẫn.md") == 0
    assert (here / "hướng dẫn.docx").read_bytes()[:2] == b"PK"
    assert capsys.readouterr().out == "Đã ghi: hướng dẫn.docx\n"


def test_render_to_a_file_and_to_a_folder(here: Path) -> None:
    (here / "ra").mkdir()
    assert cli("render", "hướng dẫn.md", "-o", "khác.docx") == 0
    assert cli("render", "hướng dẫn.md", "-o", "ra") == 0
    assert (here / "khác.docx").read_bytes() == (here / "ra" / "hướng dẫn.docx").read_bytes()


def test_existing_result_is_kept_unless_forced(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "hướng dẫn.docx").write_text("của người dùng", encoding="utf-8")
    assert cli("render", "hướng dẫn.md") == 1
    assert "E010" in capsys.readouterr().err
    assert (here / "hướng dẫn.docx").read_text(encoding="utf-8") == "của người dùng"
    assert cli("render", "hướng dẫn.md", "--force") == 0
    assert (here / "hướng dẫn.docx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("arguments", "id"),
    [
        (("-o", "không có/ra.docx"), "E013"),
        (("-o", "ra.doc"), "E015"),
        (("-o", "ra"), "E015"),
        (("-o", "hướng dẫn.md"), "E015"),
        (("-o", "CON.docx"), "E679"),
        (("-o", "nul.a.docx"), "E679"),
        (("-o", "Lpt1 .docx"), "E679"),
        (("-o", "a: b.docx"), "E679"),
        (("-o", "a?.docx"), "E679"),
        (("--template", "không có.docx"), "E401"),
    ],
)
def test_result_that_cannot_be_made_is_told_and_leaves_nothing(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], id: str
) -> None:
    assert cli("render", "hướng dẫn.md", *arguments) == {"E401": 3, "E015": 2}.get(id, 1)
    assert id in capsys.readouterr().err
    assert [p.name for p in here.iterdir()] == ["hướng dẫn.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_template_that_is_a_pipe_is_told_and_not_waited_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(here / "mẫu.docx")
    assert cli("render", "hướng dẫn.md", "--template", "mẫu.docx") == 3
    assert capsys.readouterr().err.startswith("mẫu.docx E401")


@pytest.mark.parametrize("name", ["console.docx", "com10.docx", "a.con.docx", "nulo.docx"])
def test_name_that_only_looks_like_one_of_windows_is_taken(here: Path, name: str) -> None:
    assert cli("render", "hướng dẫn.md", "-o", name) == 0
    assert (here / name).is_file()


def test_result_open_in_word_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "hướng dẫn.docx").write_text("cũ", encoding="utf-8")
    (here / "~$ớng dẫn.docx").write_text("", encoding="utf-8")
    assert cli("render", "hướng dẫn.md", "--force") == 1
    assert "E012" in capsys.readouterr().err
    assert (here / "hướng dẫn.docx").read_text(encoding="utf-8") == "cũ"


def test_disk_that_fills_up_leaves_no_partial_file(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert cli("render", "hướng dẫn.md") == 1
    assert "E011" in (text := capsys.readouterr().err) and "ổ đĩa đầy" in text
    assert [p.name for p in here.iterdir()] == ["hướng dẫn.md"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX links and permissions")
def test_forced_result_keeps_the_link_and_the_permissions_of_the_old_one(here: Path) -> None:
    (here / "thật.docx").write_text("cũ", encoding="utf-8")
    (here / "thật.docx").chmod(0o600)
    (here / "hướng dẫn.docx").symlink_to("thật.docx")
    assert cli("render", "hướng dẫn.md", "--force") == 0
    assert (here / "hướng dẫn.docx").is_symlink()
    assert (here / "thật.docx").read_bytes()[:2] == b"PK"
    assert (here / "thật.docx").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows has another way to refuse")
def test_file_system_without_hard_links_still_refuses_to_overwrite(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(_source: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    assert cli("render", "hướng dẫn.md") == 0
    assert cli("render", "hướng dẫn.md") == 1
    assert sorted(p.name for p in here.iterdir()) == ["hướng dẫn.docx", "hướng dẫn.md"]


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_folder_that_forbids_writing_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here.chmod(0o500)
    try:
        assert cli("render", "hướng dẫn.md") == 1
        assert "E011" in capsys.readouterr().err
    finally:
        here.chmod(0o700)


def test_file_with_errors_is_not_rendered_but_the_others_are(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sai.md").write_text(HEAD + "chữ[^1]\n", encoding="utf-8")
    assert cli("render", "sai.md", "hướng dẫn.md") == 1
    assert "sai.md:13:4 $.noi_dung[0].doan E144" in capsys.readouterr().err
    assert sorted(p.name for p in here.glob("*.docx")) == ["hướng dẫn.docx"]


def test_two_inputs_never_share_one_result(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "hướng dẫn.yaml").write_text("x: 1", encoding="utf-8")
    assert cli("render", "hướng dẫn.md", "hướng dẫn.yaml") == 1
    assert "E014" in capsys.readouterr().err
    assert cli("render", "hướng dẫn.md", "hướng dẫn.yaml", "-o", "ra.docx") == 2
    assert list(here.glob("*.docx")) == []


def test_one_taken_target_stops_all_before_any_is_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "b.md").write_text(HEAD + BODY, encoding="utf-8")
    (here / "b.docx").write_text("cũ", encoding="utf-8")
    assert cli("render", "hướng dẫn.md", "b.md") == 1
    assert "b.docx E010" in capsys.readouterr().err
    assert [p.name for p in here.glob("*.docx")] == ["b.docx"]


def test_one_file_under_two_names_is_still_one(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("render", "hướng dẫn.md", str(here / "hướng dẫn.md"), "--force") == 1
    assert "E014" in capsys.readouterr().err


def test_template_is_never_overwritten_by_its_result(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "hướng dẫn.docx").write_bytes(b"mau")
    assert cli("render", "hướng dẫn.md", "--template", "hướng dẫn.docx", "--force") == 1
    assert "E017" in capsys.readouterr().err
    assert (here / "hướng dẫn.docx").read_bytes() == b"mau"


def test_several_inputs_need_a_folder(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("render", "hướng dẫn.md", "b.md", "-o", "một.docx") == 2
    assert "E016" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["ra.docx", "x" * 252 + ".md"])
def test_name_that_cannot_be_an_input_is_told(here: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert cli("render", name) == 1
    assert capsys.readouterr().err.split()[1] in ("E101", "E011", "E106")


def test_demo_that_fails_leaves_nothing_behind(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import ttdn_draft.output

    def second_fails(path: Path, data: bytes, force: bool = False, real=ttdn_draft.output.write_whole) -> None:  # type: ignore[no-untyped-def]
        if path.suffix == ".docx":
            raise ttdn_draft.output.OutputError("E011", reason="đầy")
        real(path, data, force)

    monkeypatch.setattr(ttdn_draft.output, "write_whole", second_fails)
    assert cli("demo", "-o", "ví dụ") == 1
    assert list((here / "ví dụ").iterdir()) == []


def test_program_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ttdn_draft", "--version"], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert "ttdn-draft" in done.stdout


def test_check_prints_place_id_cause_and_remedy(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sai.md").write_text(HEAD.replace("so: 14", "so: 14\nmau: 1") + BODY, encoding="utf-8")
    assert cli("check", "sai.md") == 1
    out, err = capsys.readouterr()
    assert out.startswith("sai.md:6:1 $.mau E883 Không có khoá mau. Ghi chú cho người soạn thì thêm dấu # ở đầu dòng; ")
    assert err == "sai.md: 1 lỗi, 0 cảnh báo, 0 ghi chú\n"


def test_check_of_a_good_file_is_quiet_on_stdout(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("check", "hướng dẫn.md") == 0
    assert capsys.readouterr() == ("", "hướng dẫn.md (theo dang-hd05-2026): không có lỗi\n")


def test_warning_alone_does_not_fail(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.md").write_text(HEAD.replace("dia_danh: Cao Bằng\n", "") + BODY, encoding="utf-8")
    assert cli("check", "a.md") == 0
    assert "W321" in capsys.readouterr().out


def test_json_holds_the_same_facts_as_the_text(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sai.md").write_text(HEAD.replace("so: 14", "so: [14]") + BODY, encoding="utf-8")
    assert cli("check", "sai.md", "--output", "json") == 1
    result = json.loads(capsys.readouterr().out)
    finding = result["files"][0]["findings"][0]
    cli("check", "sai.md")
    text = capsys.readouterr().out
    assert result["files"][0]["ok"] is False
    for part in (finding["id"], finding["path"], finding["what"], finding["do"], f"sai.md:{finding['line']}"):
        assert part in text
    assert finding["severity"] == "error"


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        ([], {}, "vi"),
        (["--lang", "en"], {}, "en"),
        (["check", "--lang=en"], {}, "en"),
        ([], {"TTDN_DRAFT_LANG": "en"}, "en"),
        (["--lang", "vi"], {"TTDN_DRAFT_LANG": "en"}, "vi"),
        ([], {"TTDN_DRAFT_LANG": "fr"}, "vi"),
        (["--lang"], {}, "vi"),
    ],
)
def test_language_is_taken_from_option_then_environment(
    arguments: list[str], environ: dict[str, str], language: str
) -> None:
    assert find_language(arguments, environ) == language


def test_findings_and_help_speak_english_when_asked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sai.md").write_text(HEAD.replace("so: 14", "so: [14]") + BODY, encoding="utf-8")
    assert cli("check", "sai.md", "--lang", "en") == 1
    out, err = capsys.readouterr()
    assert "takes one value" in out and "1 error" in err
    assert not set("ạảấầậẩẫắằặẳẵẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ") & set(out + err)


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("check",),
        ("render",),
        ("preview",),
        ("demo",),
        ("templates",),
        ("templates", "export"),
        ("templates", "build"),
    ],
)
@pytest.mark.parametrize(("language", "word"), [("vi", "Ví dụ: ttdn-draft"), ("en", "Example: ttdn-draft")])
def test_help_of_every_command_shows_an_example(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...], language: str, word: str
) -> None:
    assert cli(*command, "--help", "--lang", language) == 0
    assert word in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [("khong-co",), ("render",), ("check", "--mau"), ("check", "a", "--output", "xml")]
)
def test_wrong_usage_ends_with_two_and_says_where_help_is(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert cli(*arguments) == 2
    err = capsys.readouterr().err
    assert err.startswith("E001 Lệnh gọi sai:") and "--help" in err


def test_no_arguments_print_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli() == 2
    assert capsys.readouterr().err.startswith("Cách dùng: ttdn-draft")


def test_unexpected_failure_is_an_apology_and_a_traceback_only_for_developers(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import ttdn_draft.word_check

    def broken(*_: object) -> None:
        raise ZeroDivisionError("bên trong")

    monkeypatch.setattr(ttdn_draft.word_check, "judge_file", broken)
    assert cli("check", "hướng dẫn.md") == 3
    err = capsys.readouterr().err
    assert err.startswith("E900") and "Traceback" not in err
    assert cli("check", "hướng dẫn.md", "--debug") == 3
    assert "Traceback" in capsys.readouterr().err


def test_interruption_is_told_and_leaves_nothing(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    assert cli("render", "hướng dẫn.md") == 1
    assert "E901" in capsys.readouterr().err
    assert [p.name for p in here.iterdir()] == ["hướng dẫn.md"]


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
def test_ctrl_c_of_the_real_program_gives_no_traceback(here: Path) -> None:
    code = "import os, signal, time, ttdn_draft.pipeline as p\nfrom ttdn_draft.cli import main\n"
    code += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job in the background is born deaf to it
    code += "p.check_file = lambda *_: (print('ready', flush=True), time.sleep(60))\nmain(['render', 'hướng dẫn.md'])"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None and program.stderr is not None
        assert program.stdout.readline() == b"ready\n"
        program.send_signal(signal.SIGINT)
        assert program.wait(30) == 1
        assert program.stderr.read().decode().strip().startswith("E901")


def test_colour_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    cli("khong-co")
    assert "\x1b[" in capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    cli("khong-co")
    assert "\x1b[" not in capsys.readouterr().err


def test_demo_writes_source_and_document_and_says_what_next(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("demo", "-o", "ví dụ") == 0
    out = capsys.readouterr().out
    assert all(str(Path("ví dụ") / name) in out for name in ("huong-dan.md", "huong-dan.docx"))
    assert cli("check", "ví dụ/huong-dan.md") == 0
    assert cli("demo", "-o", "ví dụ") == 1
    assert "E010" in capsys.readouterr().err


def test_demo_into_a_file_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("demo", "-o", "hướng dẫn.md/x") == 1
    assert "E011" in capsys.readouterr().err


def test_templates_list_and_fields_speak_to_people_and_machines(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("templates", "list") == 0
    assert "dang-hd05-2026" in capsys.readouterr().out
    assert cli("templates", "list", "--output", "json") == 0
    assert json.loads(capsys.readouterr().out)[0]["loai"] == ["bao-cao", "huong-dan", "ke-hoach"]
    assert cli("templates", "fields") == 0
    assert "{{ trich_yeu }}  (bắt buộc)" in capsys.readouterr().out
    assert cli("templates", "fields", "--output", "json") == 0
    assert {"noi_dung", "ky.ho_ten"} <= {tag["name"] for tag in json.loads(capsys.readouterr().out)}


def test_templates_build_check_tells_a_stale_template(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from ttdn_draft.resources import find_data_folder

    profile = find_data_folder("templates") / "dang-hd05-2026" / "profile.yaml"
    folder = here / "dang-hd05-2026"
    folder.mkdir()
    (folder / "profile.yaml").write_bytes(profile.read_bytes())
    assert cli("templates", "build", str(folder), "--check") == 3
    assert "E431" in capsys.readouterr().err
    assert cli("templates", "build", str(folder)) == 0
    assert cli("templates", "build", str(folder), "--check") == 0


def test_templates_check_ends_with_three_for_a_broken_template(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from ttdn_draft.resources import find_data_folder

    official = find_data_folder("templates") / "dang-hd05-2026" / "huong-dan" / "template.docx"
    assert cli("templates", "check", str(official)) == 0
    assert "N447" in capsys.readouterr().out
    (here / "hỏng.docx").write_bytes(b"PK")
    assert cli("templates", "check", "hỏng.docx", "--output", "json") == 3
    assert json.loads(capsys.readouterr().out)["files"][0]["findings"][0]["id"] == "E402"


def test_exported_template_is_the_official_one_and_says_what_to_do_next(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from ttdn_draft.resources import find_data_folder
    from ttdn_draft.word.export_version import mark_version

    assert cli("templates", "export", "ke-hoach") == 0
    out = capsys.readouterr().out
    assert 'templates check "mau-ke-hoach.docx" --chuan dang-hd05-2026' in out and "{{ … }}, {% … %}" in out
    assert 'render TỆP --template "mau-ke-hoach.docx"' in out
    official = find_data_folder("templates") / "dang-hd05-2026" / "ke-hoach" / "template.docx"
    assert (here / "mau-ke-hoach.docx").read_bytes() == mark_version(official.read_bytes(), __version__)
    state = ("--chuan", "nha-nuoc-nd30-2020")
    assert cli("templates", "export", "bao-cao", *state, "--co-chu", "nho", "-o", "mẫu riêng.docx", "--lang", "en") == 0
    official = find_data_folder("templates") / "nha-nuoc-nd30-2020" / "bao-cao" / "template-nho.docx"
    assert (here / "mẫu riêng.docx").read_bytes() == mark_version(official.read_bytes(), __version__)
    assert capsys.readouterr().out.startswith("Template to edit: mẫu riêng.docx")
    assert cli("templates", "check", "mẫu riêng.docx", *state) == 0
    assert capsys.readouterr() == ("", "mẫu riêng.docx: không có lỗi\n")


def test_export_keeps_an_existing_file_unless_forced(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "mau-huong-dan.docx").write_bytes(b"cua toi")
    assert cli("templates", "export", "huong-dan") == 1
    assert "E010" in capsys.readouterr().err
    assert (here / "mau-huong-dan.docx").read_bytes() == b"cua toi"
    assert cli("templates", "export", "huong-dan", "--force") == 0
    assert (here / "mau-huong-dan.docx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "cong-van"), "E314"),
        (("export", "ke-hoach", "--chuan", "khong-co"), "E310"),
        (("export", "ke-hoach", "--co-chu", "to"), "E315"),
        (("export", "ke-hoach", "-o", "mau.doc"), "E015"),
        (("export", "../../x"), "E314"),
        (("check", "hướng dẫn.md", "--chuan", "khong-co"), "E310"),
    ],
)
def test_unknown_kind_profile_or_sizes_are_wrong_usage(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    assert cli("templates", *arguments) == 2
    assert capsys.readouterr().err.startswith((told, "mau.doc E015"))
    assert [p.name for p in here.iterdir()] == ["hướng dẫn.md"]


@pytest.fixture
def own_template(here: Path) -> str:
    """Return an own template whose left margin and title depart from the standard."""
    import zipfile

    from ttdn_draft.knowledge.standards.profiles import load_profile
    from ttdn_draft.render.builder import build_template
    from ttdn_draft.word.package import write_zip

    profile = load_profile("dang-hd05-2026")
    path = here / "mẫu.docx"
    path.write_bytes(build_template(profile, profile.kinds["huong-dan"]))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    main = parts["word/document.xml"].replace(b'w:left="1701"', b'w:left="1134"')
    parts["word/document.xml"] = main.replace("ĐẢNG CỘNG SẢN VIỆT NAM".encode(), b"")
    path.write_bytes(write_zip(parts))
    return path.name


def test_templates_check_lists_what_departs_from_the_standard_without_failing(
    own_template: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli("templates", "check", own_template, "--chuan", "dang-hd05-2026") == 0
    out, err = capsys.readouterr()
    assert [line.split()[2] for line in out.splitlines()] == ["W440", "W444"]
    assert err == "mẫu.docx: 0 lỗi, 2 cảnh báo, 0 ghi chú\n"
    assert cli("templates", "check", own_template, "--output", "json") == 0
    told, *found = json.loads(capsys.readouterr().out)["files"][0]["findings"]
    assert (told["id"], told["facts"]["profile"]) == ("N447", "dang-hd05-2026")
    assert [(f["id"], f["severity"]) for f in found] == [("W440", "warning"), ("W444", "warning")]
    assert found[0]["facts"]["clause"] == "Phần II, mục III, tr. 28" and found[0]["facts"]["found"] == "20 mm"


def test_render_says_once_what_its_template_has_otherwise(
    here: Path, own_template: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "b.md").write_text(HEAD + BODY, encoding="utf-8")
    assert cli("render", "hướng dẫn.md", "b.md", "--template", own_template) == 0
    out, err = capsys.readouterr()
    assert (err.count("W440"), err.count("W444")) == (1, 1)
    assert out.count("Đã ghi") == 2
    assert cli("render", "hướng dẫn.md", "b.md", "--force") == 0
    assert capsys.readouterr().err == ""


def test_reader_that_goes_away_gives_no_traceback(here: Path) -> None:
    program = "from ttdn_draft.cli import main; main(['templates', 'fields'])"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()


def test_help_loads_neither_docxtpl_nor_jsonschema() -> None:
    code = (
        "import sys\nfrom ttdn_draft.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n"
        "    sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    loaded = set(done.stderr.split())
    assert "click" in loaded
    assert not loaded & {"docxtpl", "docx", "jsonschema", "lxml", "jinja2", "markdown_it", "ruamel.yaml", "babel"}
    assert not loaded & {"pypdfium2", "subprocess", "ttdn_draft.pages"}


def test_main_exits_with_the_code_of_the_command(here: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["check", "không có.md"])
    assert caught.value.code == 1


def test_next_steps_name_the_program_as_it_was_started(here: Path) -> None:
    command = [sys.executable, "-m", "ttdn_draft", "demo", "-o", "ví dụ"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert " -m ttdn_draft check " in done.stdout and "__main__" not in done.stdout


def test_target_that_is_a_circle_of_links_is_told_and_replaced_by_force(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "vòng.docx").symlink_to("vòng.docx")
    assert run(["render", "hướng dẫn.md", "-o", "vòng.docx"], {}) == 1
    assert "E010" in capsys.readouterr().err
    assert run(["render", "hướng dẫn.md", "-o", "vòng.docx", "--force"], {}) == 0
    assert not (here / "vòng.docx").is_symlink()


@pytest.mark.parametrize(
    "command", [["new"], ["preview"], ["calendar"], ["packs", "new"], ["templates", "check"], ["cite"]]
)
def test_help_names_the_values_of_options_in_vietnamese(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli(*command, "--help") == 0
    assert not re.search(r" (INTEGER|TEXT|ID|YEAR|MONTHS|DAYS|TIERS|CATEGORIES|YYYY)\b", capsys.readouterr().out)


@pytest.mark.parametrize("value", [("--nam", "x"), ("--nam", "12"), ("--ngay", "31/6/2027")])
def test_value_of_an_option_that_is_none_is_told_in_vietnamese(
    value: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    given = {"--nam": "2027", "--tinh": "cao-bang"} | dict([value])
    assert cli("new", "huong-dan", *(word for pair in given.items() for word in pair)) == 2
    told = capsys.readouterr().err
    assert value[1] in told and not re.search(r"integer|range|match|format|%", told)
