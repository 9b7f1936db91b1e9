"""`check` of a folder: one report of all that its ttdn.toml names, and an exit code that is what --fail-on says."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD, Install
from tests.pack_folders import PACK, write_pack
from ttdn_draft.cli import run

TEMPLATE = Path(__file__).parents[2] / "templates" / "dang-hd05-2026" / "huong-dan" / "template.docx"
DOUBLED = "# Mục đích\n\nNội dung này này.\n"
WRONG_WEEKDAY = "# Mục đích\n\nHọp vào thứ Hai, ngày 06/6/2026.\n"
ACCEPTED = '[[accepted]]\nrule = "{rule}"\nreason = "chép nguyên văn"\nuntil = {until}\n'
Check = Callable[..., int]
Report = Callable[..., dict[str, list[str]]]


def cli(*arguments: str, **environ: str) -> int:
    return run(arguments, environ)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder, which is the current one, with a draft, a template and a pack that nobody names yet."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "van-ban").mkdir()
    (tmp_path / "mau").mkdir()
    (tmp_path / "van-ban" / "b.md").write_text(HEAD + BODY, encoding="utf-8")
    (tmp_path / "van-ban" / "a.md").write_text(HEAD + DOUBLED, encoding="utf-8")
    shutil.copy(TEMPLATE, tmp_path / "mau" / "a.docx")
    write_pack(tmp_path / "goi" / "mau")
    return tmp_path


@pytest.fixture
def report(project: Path, capsys: pytest.CaptureFixture[str]) -> Report:
    """Return what is told of each file of a folder, in the order of the report."""

    def _report(toml: str, folder: str = ".", *more: str) -> dict[str, list[str]]:
        (project / "ttdn.toml").write_text(toml, encoding="utf-8")
        cli("check", folder, "--output", "json", *more)
        files = json.loads(capsys.readouterr().out)["files"]
        return {Path(f["file"]).as_posix(): [found["id"] for found in f["findings"]] for f in files}

    return _report


ALL = 'packs = ["goi"]\ndrafts = ["van-ban/*.md"]\ntemplates = ["mau"]\n'


def test_drafts_templates_and_packs_are_in_one_report(report: Report) -> None:
    assert report(ALL) == {
        "ttdn.toml": [],
        "van-ban/a.md": ["doubled-word"],
        "van-ban/b.md": [],
        "mau/a.docx": ["N447"],
        "goi/mau": [],
    }


def test_folder_inside_a_project_is_checked_as_the_project(report: Report) -> None:
    assert report(ALL, "van-ban") == report(ALL)


def test_broken_template_and_pack_fail_with_the_code_of_theirs(project: Path) -> None:
    (project / "ttdn.toml").write_text(ALL, encoding="utf-8")
    assert cli("check", ".") == 0
    (project / "mau" / "a.docx").write_bytes(b"PK")
    assert cli("check", ".") == 3
    shutil.copy(TEMPLATE, project / "mau" / "a.docx")
    write_pack(project / "goi" / "mau", PACK.replace("organs", "organ").replace("co_quan", "co_qan"))
    assert cli("check", ".") == 3


@pytest.mark.parametrize(
    ("toml", "options", "code"),
    [
        ("", (), 0),
        ('fail_on = "warning"', (), 1),
        ('fail_on = ["doubled-word"]', (), 1),
        ('fail_on = "W377"', (), 0),
        ('fail_on = "warning"', ("--fail-on", "error"), 0),
        ("", ("--fail-on", "doubled-word"), 1),
        ("", ("--fail-on", "note"), 1),
    ],
)
@pytest.mark.parametrize("target", [".", "van-ban/a.md", "van-ban/*.md"])
def test_exit_code_is_what_fail_on_says(
    project: Path, toml: str, options: tuple[str, ...], code: int, target: str
) -> None:
    (project / "ttdn.toml").write_text(toml, encoding="utf-8")
    assert cli("check", target, *options) == code


def test_text_report_ends_with_how_often_each_rule_was_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "van-ban" / "c.md").write_text(HEAD + DOUBLED + "\nTổ chức của của tỉnh.\n", encoding="utf-8")
    (project / "ttdn.toml").write_text('drafts = ["van-ban"]', encoding="utf-8")
    assert cli("check", ".") == 0
    assert capsys.readouterr().err.endswith(
        "Tất cả 4 mục: 0 lỗi, 3 cảnh báo, 0 ghi chú\n  3 chỗ ở 2 mục: doubled-word\n"
    )


def test_accepted_findings_are_counted_and_stop_neither_check_nor_render(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = project / "van-ban" / "a.md"
    draft.write_text(HEAD + WRONG_WEEKDAY, encoding="utf-8")
    assert cli("check", str(draft)) == cli("render", str(draft)) == 1
    (project / "ttdn.toml").write_text(ACCEPTED.format(rule="weekday-wrong", until="2999-01-01"), encoding="utf-8")
    capsys.readouterr()
    for target in (".", str(draft)):
        assert cli("check", target, "--fail-on", "note") == 0
        assert "1 chỗ đã chấp nhận" in capsys.readouterr().err
    assert cli("render", str(draft)) == 0
    assert draft.with_suffix(".docx").exists()


def test_acceptance_that_is_over_or_idle_or_of_no_rule_is_told(report: Report) -> None:
    toml = "".join(
        ACCEPTED.format(rule=rule, until=until)
        for rule, until in (
            ("doubled-word", "2020-01-01"),
            ("weekday-wrong", "2999-01-01"),
            ("doubled-words", "2999-01-01"),
            ("E201", "2999-01-01"),
        )
    )
    found = report('drafts = ["van-ban"]\n' + toml)
    assert found["ttdn.toml"] == ["W735", "W736", "E733", "E734"]
    assert found["van-ban/a.md"] == ["doubled-word"]


def test_acceptance_that_is_over_is_told_beside_a_single_file(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toml = project / "ttdn.toml"
    toml.write_text(ACCEPTED.format(rule="doubled-word", until="2020-01-01"), encoding="utf-8")
    assert cli("check", "van-ban/a.md", "van-ban/b.md") == 0
    told = capsys.readouterr()
    assert "doubled-word" in told.out
    assert told.err.count(f"{toml}:2 W735") == 1


@pytest.mark.parametrize(
    ("toml", "wanted"),
    [
        ('packs = ["goi", "goi-khac"]', "E736"),
        ('templates = ["mau/b.docx"]', "E736"),
        ('[template]\nhuong-dan = "mau/b.docx"', "E736"),
        ('[template]\nhuong-dn = "mau/a.docx"', "E735"),
        ('drafts = ["vb/*.md"]', "W737"),
        ('drafts = ["/van-ban/*.md"]', "W737"),
        ('drafts = ["a**.md"]', "W737"),
        ('fail_on = "warnings"', "E733"),
        ('[plugins]\nrequired = ["ttdn-pack-khong-co"]', "E738"),
    ],
)
def test_what_is_named_and_not_there_is_told(report: Report, toml: str, wanted: str) -> None:
    assert wanted in report(toml)["ttdn.toml"]


def test_required_plugin_and_pack_that_are_there_are_not_told(report: Report, install: Install) -> None:
    install("ttdn_mau", "", pack=None)
    toml = 'packs = ["goi"]\n[plugins]\nrequired = ["ttdn-mau", "mau"]'
    assert report(toml)["ttdn.toml"] == []
    assert report(toml, ".", "--no-plugins")["ttdn.toml"] == ["E738"]


def test_required_plugin_or_pack_that_is_broken_fails_the_run(
    report: Report, install: Install, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install("ttdn_mau", "raise OSError('mất tệp')", pack=None)
    write_pack(project / "goi" / "mau", PACK + "la: 1\n")
    toml = 'packs = ["goi"]\n[plugins]\nrequired = ["ttdn-mau", "mau"]'
    assert report(toml)["ttdn.toml"] == ["E739", "E739"]
    assert cli("check", ".") == 3
    assert "mất tệp" in capsys.readouterr().out


def test_folder_without_a_project_gives_every_input_file_below_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "README.md").write_text("# Không phải văn bản\n", encoding="utf-8")
    (project / "van-ban" / ".an").mkdir()
    shutil.copy(project / "van-ban" / "a.md", project / "van-ban" / ".an" / "c.md")
    (project / "van-ban" / "mau.json").write_text('{"loai": "ke-hoach"}', encoding="utf-8")
    (project / "van-ban" / "hỏng.md").write_bytes(HEAD.encode("utf-16"))
    cli("check", ".", "--output", "json")
    files = [Path(f["file"]).as_posix() for f in json.loads(capsys.readouterr().out)["files"]]
    assert files == [".", "van-ban/a.md", "van-ban/b.md", "van-ban/hỏng.md"]
    cli("check", ".")
    assert (
        "N738 2 tệp không phải tệp đầu vào nên không kiểm tra: README.md, van-ban/mau.json." in capsys.readouterr().out
    )


def test_folder_that_cannot_be_read_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = Path.iterdir

    def forbid(folder: Path) -> Iterator[Path]:
        if folder.name == "van-ban":
            raise PermissionError(13, "forbidden")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", forbid)
    assert cli("check", ".") == 1
    assert capsys.readouterr().err.startswith("van-ban E106 ")


def test_pattern_is_expanded_in_order_on_every_system(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("check", "van-ban/*.md") == 0
    assert [line.split(" ")[0] for line in capsys.readouterr().err.splitlines()[:2]] == ["van-ban/a.md", "van-ban/b.md"]
    assert cli("render", "van-ban/*.md") == 0
    assert (project / "van-ban" / "b.docx").exists()


def test_file_that_is_called_like_a_pattern_is_that_file(project: Path) -> None:
    (project / "van-ban" / "[1].md").write_text(HEAD + DOUBLED, encoding="utf-8")
    assert cli("check", "van-ban/[1].md", "--fail-on", "warning") == 1


@pytest.mark.parametrize("command", ["check", "render"])
def test_pattern_that_no_file_bears_is_told(project: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert cli(command, "van-ban/*.yaml") == 1
    assert "E740" in capsys.readouterr().err


@pytest.mark.parametrize("output", ["sarif", "github", "junit"])
def test_machine_formats_name_every_file_that_has_a_finding(
    project: Path, output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "ttdn.toml").write_text(ALL + "hop = 1\n", encoding="utf-8")
    cli("check", ".", "--output", output)
    told = capsys.readouterr().out
    for words in ("ttdn.toml", "E730", "van-ban/a.md", "doubled-word", "mau/a.docx", "N447"):
        assert words in told


def test_template_of_the_project_is_taken_for_its_kind(project: Path) -> None:
    from tests.word_files import Word

    shutil.copy(TEMPLATE.parents[1] / "ke-hoach" / "template.docx", project / "mau" / "khac.docx")
    draft = project / "van-ban" / "b.md"
    assert cli("render", str(draft)) == 0
    official = Word(draft.with_suffix(".docx")).texts()
    (project / "ttdn.toml").write_text('[template]\nhuong-dan = "mau/mất.docx"', encoding="utf-8")
    assert cli("render", str(draft), "--force") == 3
    (project / "ttdn.toml").write_text('[template]\nhuong-dan = "mau/a.docx"', encoding="utf-8")
    assert cli("render", str(draft), "--force") == 0
    assert Word(draft.with_suffix(".docx")).texts() == official


@pytest.mark.parametrize("command", ["check", "render"])
def test_name_with_blanks_typed_without_quotes_is_told_as_one(
    project: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (project / "Huong dan 2026.md").write_text(HEAD + DOUBLED, encoding="utf-8")
    assert cli(command, "Huong", "dan", "2026.md") == 1
    told = capsys.readouterr().err
    assert told.count("E889") == 1 and '"Huong dan 2026.md"' in told and "E106" not in told
