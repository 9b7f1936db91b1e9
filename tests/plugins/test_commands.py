"""Commands of plug-ins, the list of plug-ins, and the switches that turn them off."""

import json
import sys
from pathlib import Path

import pytest

from tests.conftest import Install, Use, brings
from tests.pack_folders import PACK, changed_document
from ttdn_draft import installed
from ttdn_draft.cli import run
from ttdn_draft.model import NOTHING
from ttdn_draft.plugins.registry import Plugins

Capture = pytest.CaptureFixture[str]
COMMAND = 'import click\n@click.command("{name}")\ndef command(): {body}\n'


def bringing(name: str, body: str = "click.echo('xong')") -> str:
    """Return the code of a plug-in with one command."""
    return brings("ttdn_commands", "[command]", first=COMMAND.format(name=name, body=body))


def cli(*arguments: str) -> int:
    return run(arguments, {})


def test_hook_ttdn_commands_brings_a_command(use: Use, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "a.md"
    file.write_text("một hai ba", encoding="utf-8")
    assert cli("dem-chu", str(file)) == 2
    use("ttdn_commands")
    assert cli("dem-chu", str(file)) == 0
    assert capsys.readouterr().out == "3\n"
    assert cli("dem-chu", str(tmp_path / "không có.md")) == 2
    assert "E001" in capsys.readouterr().err


def test_help_loads_no_plugin_and_names_the_command_that_lists_theirs(
    use: Use, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("ttdn_draft.cli.plugin_commands.may_have_plugins", lambda: pytest.fail("looked for"))
    use("ttdn_commands")
    assert cli("--help") == 0
    assert "plugins    Liệt kê các phần cài thêm: phiên bản, lệnh" in capsys.readouterr().out
    assert "ttdn_commands" not in sys.modules


@pytest.mark.parametrize("switch", ["option", "environment"])
def test_switches_turn_commands_off(
    install: Install, monkeypatch: pytest.MonkeyPatch, capsys: Capture, switch: str
) -> None:
    install("ttdn_a", bringing("chao"), pack=None)
    assert cli("chao") == 0
    monkeypatch.delitem(sys.modules, "ttdn_a")
    if switch == "environment":
        monkeypatch.setenv("TTDN_DRAFT_NO_PLUGINS", "1")
    assert cli(*(["--no-plugins"] if switch == "option" else []), "chao") == 2
    assert "ttdn_a" not in sys.modules


def test_switch_before_the_command_goes_for_documents_too(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("ttdn_a", brings("ttdn_check", "1 / 0"), pack=None)
    sample = Path(__file__).parents[2] / "templates" / "dang-hd05-2026" / "huong-dan" / "sample.md"
    assert cli("check", str(sample)) == 1
    assert cli("--no-plugins", "check", str(sample)) == 0
    assert cli("check", str(sample), "--no-plugins") == 0


@pytest.mark.parametrize(
    ("code", "id"),
    [
        ("raise RuntimeError('hỏng')", "E622"),
        (brings("ttdn_commands", "1 / 0"), "E671"),
        (brings("ttdn_commands", "[print]"), "E671"),
        (brings("ttdn_commands", "7"), "E671"),
        (brings("ttdn_commands", "[c('a'), c('a')]", first="from click import Command as c"), "E671"),
        (brings("ttdn_commands", "[c(None)]", first="from click import Command as c"), "E671"),
    ],
)
def test_broken_plugin_breaks_no_other_command(install: Install, capsys: Capture, code: str, id: str) -> None:
    install("ttdn_hong", code, pack=None)
    install("ttdn_tot", bringing("chao"), pack=None)
    assert cli("chao") == 0
    assert cli("--help") == 0
    assert cli("packs", "list") == 0
    capsys.readouterr()
    assert cli("chaoo") == 2
    told = capsys.readouterr().err
    assert f"{id} " in told
    assert "ttdn_hong 1.2" in told


def test_name_that_is_built_in_or_brought_twice_is_told(install: Install, capsys: Capture) -> None:
    install("ttdn_a", bringing("chao"), pack=None)
    install("ttdn_b", bringing("chao"), pack=None)
    install("ttdn_c", bringing("demo", "1 / 0"), pack=None)
    assert cli("chao") == 3
    assert (
        "E672 Tên «chao» ở ttdn_commands có nhiều nơi cùng mang đến: ttdn_a 1.2; ttdn_b 1.2." in capsys.readouterr().err
    )
    assert cli("demo", "--help") == 0
    assert cli("plugins") == 0
    assert "«demo» ở ttdn_commands có nhiều nơi cùng mang đến: ttdn-draft; ttdn_c 1.2." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("body", "code", "told"),
    [
        ("1 / 0", 3, "E671 Phần cài thêm ttdn_a 1.2 hỏng ở ttdn_commands: ZeroDivisionError"),
        ("open('/không có')", 3, "FileNotFoundError"),
        ("raise click.UsageError('sai')", 2, "E001"),
        ("raise click.Abort()", 1, "E901"),
        ("click.get_current_context().exit(5)", 5, ""),
        ("return 4", 4, ""),
        ("return 'chữ'", 0, ""),
    ],
)
def test_command_that_fails_blames_its_plugin(
    install: Install, capsys: Capture, body: str, code: int, told: str
) -> None:
    install("ttdn_a", bringing("chao", body), pack=None)
    assert cli("chao") == code
    assert told in capsys.readouterr().err


def test_traceback_of_a_plugin_is_printed_for_developers(install: Install, capsys: Capture) -> None:
    install("ttdn_a", bringing("chao", "1 / 0"), pack=None)
    assert cli("--debug", "chao") == 3
    assert "Traceback" in capsys.readouterr().err
    assert cli("chao") == 3
    assert "Traceback" not in capsys.readouterr().err


def test_list_names_version_hooks_things_and_state(use: Use, install: Install, capsys: Capture) -> None:
    for hook in ("ttdn_check", "ttdn_commands", "ttdn_enrich", "ttdn_filters", "ttdn_profiles", "ttdn_readers"):
        use(hook)
    install("ttdn_hong", "raise RuntimeError('hỏng')", pack=None)
    install("ttdn_mot_nua", brings("ttdn_filters", "1 / 0"), PACK)
    assert cli("plugins", "--output", "json") == 0
    report = json.loads(capsys.readouterr().out)
    rows = {row["ten"]: (row["trang_thai"], row["moc"]) for row in report["phan_cai_them"]}
    assert {name: row for name, row in rows.items() if name.startswith("ttdn_")} == {
        "ttdn_check 1.2": ("ok", {"ttdn_check": []}),
        "ttdn_commands 1.2": ("ok", {"ttdn_commands": ["dem-chu"]}),
        "ttdn_enrich 1.2": ("ok", {"ttdn_enrich": []}),
        "ttdn_filters 1.2": ("ok", {"ttdn_filters": ["hoa_dau"]}),
        "ttdn_hong 1.2": ("hong", {}),
        "ttdn_mot_nua 1.2": ("hong", {"ttdn_filters": []}),
        "ttdn_profiles 1.2": ("ok", {"ttdn_profiles": ["dang-thong-bao"]}),
        "ttdn_readers 1.2": ("ok", {"ttdn_readers": [".toml"]}),
    }
    assert len(report["loi"]) == 2
    assert cli("plugins") == 0
    text = capsys.readouterr().out
    assert "ttdn_readers 1.2  ttdn_readers  dùng được\n    ttdn_readers: .toml\n" in text
    assert "ttdn_hong 1.2  ttdn_hong  hỏng\n" in text
    assert "E622" in text
    assert "E671" in text


def test_list_without_plugins_says_whether_they_are_off(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.delenv("TTDN_DRAFT_NO_PLUGINS", raising=False)
    monkeypatch.setattr("sys.path", [])
    assert cli("plugins") == 0
    assert capsys.readouterr().out == "Chưa cài phần cài thêm nào.\n"
    assert cli("plugins", "--no-plugins") == 0
    assert capsys.readouterr().out == "Các phần cài thêm đang tắt.\n"


def test_every_document_is_told_of_a_plugin_that_could_not_be_loaded(
    install: Install, tmp_path: Path, capsys: Capture
) -> None:
    sample = Path(__file__).parents[2] / "templates" / "dang-hd05-2026" / "huong-dan" / "sample.md"
    package = install("ttdn_hong", "raise RuntimeError('hỏng')", pack=None)
    assert cli("check", str(sample)) == 0
    told = capsys.readouterr().out
    assert "W670 Phần cài thêm ttdn_hong 1.2 hỏng nên văn bản này không qua nó: RuntimeError: hỏng (" in told
    assert f"{package / '__init__.py'}:1" in told
    assert cli("check", str(sample), "--no-plugins") == 0
    assert "W670" not in capsys.readouterr().out


def test_plugin_that_could_not_be_loaded_is_told_once(install: Install, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "văn bản.md"
    file.write_text(changed_document("tinh: mau", "tinh: khong-co"), encoding="utf-8")
    install("ttdn_hong", "raise RuntimeError('hỏng')", pack=None)
    assert cli("check", str(file)) == 1
    told = capsys.readouterr().out
    assert "E601" in told
    assert told.count("ttdn_hong 1.2") == 1


def test_nothing_is_loaded_where_nothing_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "ttdn_draft.plugins.loading", raising=False)
    with monkeypatch.context() as without:
        without.setattr("sys.path", [str(tmp_path)])
        assert Plugins(is_on=True).loaded == ()
        assert Plugins(is_on=True).filters is NOTHING
    assert "ttdn_draft.plugins.loading" not in sys.modules


def test_plugins_are_looked_for_only_where_a_distribution_names_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = tmp_path / "site" / "a-1.dist-info"
    info.mkdir(parents=True)
    monkeypatch.setattr("sys.path", [str(tmp_path / "site"), str(tmp_path / "không có")])
    assert not installed.may_have_plugins()
    (info / "entry_points.txt").write_text("[console_scripts]\nttdn_draft = a\n")
    assert not installed.may_have_plugins()
    (info / "entry_points.txt").write_text("[ttdn_draft]\na = a\n")
    assert installed.may_have_plugins()
    (tmp_path / "a.zip").write_bytes(b"PK")
    monkeypatch.setattr("sys.path", [str(tmp_path / "a.zip")])
    assert installed.may_have_plugins()


def test_plugin_that_answers_no_hook_is_told(install: Install, capsys: Capture) -> None:
    install("ttdn_im", "def ttdn_check(draft):\n    return []\n", pack=None)
    install("ttdn_a", bringing("chao"), pack=None)
    assert cli("plugins") == 0
    told = capsys.readouterr().out
    assert "ttdn_im 1.2  ttdn_im  hỏng" in told
    assert "ttdn_a 1.2  ttdn_a  dùng được" in told
    assert "W695 Phần cài thêm ttdn_im 1.2 (ttdn_im)" in told
    assert "@hookimpl" in told
