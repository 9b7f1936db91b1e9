"""Installed plug-ins: each is loaded by itself, and one that is broken is named and harms no other."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Install, Use, brings, ids
from tests.pack_folders import PACK
from ttdn_draft.cli import run
from ttdn_draft.errors import Place
from ttdn_draft.installed import list_entries
from ttdn_draft.packs import PackShelf
from ttdn_draft.plugins.loading import load_plugins

HERE = Place("văn bản.md", 3)
GOOD = """from pathlib import Path
from ttdn_draft.plugins.hookspecs import hookimpl

@hookimpl
def ttdn_packs():
    return [Path(__file__).parent / "packs"]
"""

MUTE = "class Mute(Exception):\n    def __str__(self):\n        raise self\n\n"


def shelf() -> PackShelf:
    return PackShelf(has_plugins=True)


def test_hook_ttdn_packs_brings_the_packs_of_a_plugin(install: Install, tmp_path: Path) -> None:
    install("ttdn_pack_mau", GOOD)
    pack, _ = shelf().load("mau", tmp_path, HERE)
    assert pack is not None
    assert [p.origin for p in shelf().discover(tmp_path).packs if p.id == "mau"] == ["ttdn_pack_mau 1.2"]


def test_hook_ttdn_packs_example_serves_a_document(use: Use, tmp_path: Path) -> None:
    use("ttdn_packs")
    pack, found = shelf().load("mau", tmp_path, HERE)
    assert pack is not None
    assert found == ()


@pytest.mark.parametrize(
    ("code", "reason", "line"),
    [
        ("\nimport khong_co_goi_nay", "ModuleNotFoundError", 2),
        ("raise RuntimeError('hỏng')", "RuntimeError: hỏng", 1),
        ("def f():\n    raise RuntimeError('hỏng')\n\nf()", "RuntimeError: hỏng", 2),
        ("import json\n\njson.loads('{')", "JSONDecodeError", 3),
        ("import sys; sys.exit(1)", "SystemExit", 1),
        ("x = 1\n\ndef f(:", "SyntaxError", 3),
        (GOOD.replace("def ttdn_packs()", "def ttdn_pack()"), "unknown hook 'ttdn_pack'", 4),
        (GOOD.replace("def ttdn_packs()", "def ttdn_packs(nam)"), "PluginValidationError", 4),
        (GOOD.replace("return [", "raise ValueError('hỏng') or ["), "ValueError: hỏng", 6),
        (GOOD.replace("return [", "return str(").replace('"packs"]', '"packs")'), "TypeError", 4),
        (GOOD.replace("return [", "return 7 or ["), "TypeError", 4),
        (GOOD.replace("return [", "return [7] or ["), "TypeError", 4),
        (GOOD.replace("return [", "return ['\\x00'] or ["), "ValueError", 4),
        (GOOD.replace("return [", "return ['\\ud800'] or ["), "ValueError", 4),
        (GOOD.replace("return [", "raise GeneratorExit or ["), "GeneratorExit", 6),
        (GOOD.replace("return [", "raise StopIteration or ["), "StopIteration", 6),
        (f"class Odd(BaseException):\n    pass\n\n{GOOD}".replace("return [", "raise Odd('lạ') or ["), "Odd: lạ", 9),
        ("class Odd(BaseException):\n    pass\n\nraise Odd('lạ')", "Odd: lạ", 4),
        (MUTE + GOOD.replace("return [", "raise Mute or ["), "Mute", 10),
        (MUTE + "raise Mute", "Mute", 5),
        ("import sys\nsys.modules[__name__] = None\nraise ValueError('hỏng')", "ValueError: hỏng", 3),
        ("raise SyntaxError('hỏng', (b'x', 'y', 1, 'z'))", "SyntaxError", 1),
    ],
)
def test_broken_plugin_is_named_with_its_line_and_the_others_go_on(
    install: Install, tmp_path: Path, code: str, reason: str, line: int
) -> None:
    package = install("ttdn_pack_hong", code)
    install("ttdn_pack_mau", GOOD)
    pack, _ = shelf().load("mau", tmp_path, HERE)
    assert pack is not None
    faults = [f for f in shelf().discover(tmp_path).findings if "ttdn_pack_hong" in str(f.facts["name"])]
    assert ids(tuple(faults)) == ["E671" if "hook" in faults[0].facts else "E622"]
    assert faults[0].facts["name"] == "ttdn_pack_hong 1.2"
    assert reason in str(faults[0].facts["reason"])
    assert faults[0].place == Place(str(package / "__init__.py"), line)


@pytest.mark.parametrize("path", ["\\x00", "\\ud800"])
@pytest.mark.parametrize("hook", ["ttdn_packs", "ttdn_profiles", "ttdn_calendars"])
def test_path_that_no_system_has_is_a_fault_of_its_plugin(
    install: Install, capsys: pytest.CaptureFixture[str], hook: str, path: str
) -> None:
    install("ttdn_hong", brings(hook, f"['{path}']"), pack=None)
    run(["plugins"], {})
    assert f"E671 Phần cài thêm ttdn_hong 1.2 hỏng ở {hook}: ValueError" in capsys.readouterr().out


@pytest.mark.parametrize("value", ["None", "7"])
def test_plugin_that_takes_its_module_away_harms_no_other(install: Install, tmp_path: Path, value: str) -> None:
    first = f"import sys\n    sys.modules[__name__] = {value}\n    raise ValueError('hỏng')\n    return ["
    install("ttdn_pack_hong", GOOD.replace("return [", first), pack=None)
    install("ttdn_pack_mau", GOOD)
    loaded = shelf()
    assert loaded.load("mau", tmp_path, HERE)[0] is not None
    (fault,) = loaded.discover(tmp_path).findings
    assert (fault.id, fault.facts["name"]) == ("E671", "ttdn_pack_hong 1.2")


def test_plugin_that_is_nothing_once_it_is_loaded_harms_no_other(install: Install, tmp_path: Path) -> None:
    install("ttdn_pack_hong", f"import sys\nsys.modules[__name__] = None\n{GOOD}", pack=None)
    install("ttdn_pack_mau", GOOD)
    assert shelf().load("mau", tmp_path, HERE)[0] is not None
    assert [p.origin for p in load_plugins(list_entries()) if p.fault] == ["ttdn_pack_hong 1.2"]


def test_interruption_while_a_plugin_runs_is_no_fault_of_it(install: Install, tmp_path: Path) -> None:
    install("ttdn_pack_mau", GOOD.replace("return [", "raise KeyboardInterrupt or ["))
    with pytest.raises(KeyboardInterrupt):
        shelf().discover(tmp_path)


@pytest.mark.parametrize("hook", ["ttdn_enrich(draft)", "ttdn_check(document, draft, profile)", "ttdn_packs()"])
def test_what_a_plugin_prints_spoils_no_result(
    install: Install, write: Callable[..., Path], capsys: pytest.CaptureFixture[str], hook: str
) -> None:
    name, _, arguments = hook.rstrip(")").partition("(")
    install("ttdn_a", brings(name, "print('HOOK') or []", arguments, "print('IMPORT')"), pack=None)
    run(["check", str(write()), "--output", "json"], {})
    printed = capsys.readouterr()
    assert json.loads(printed.out)["version"] == 1
    assert "IMPORT" in printed.err
    run(["packs", "list", "--output", "json"], {})
    assert json.loads(capsys.readouterr().out)


def test_filter_and_reader_that_print_spoil_no_result(
    install: Install, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install("ttdn_a", brings("ttdn_readers", "{'.abc': lambda path: print('READ') or {}}"), pack=None)
    (tmp_path / "a.abc").write_text("x", encoding="utf-8")
    run(["check", str(tmp_path / "a.abc"), "--output", "json"], {})
    printed = capsys.readouterr()
    assert json.loads(printed.out)["version"] == 1
    assert printed.err.startswith("READ")
    install("ttdn_b", brings("ttdn_filters", "{'f': lambda text: print('FILTER') or text}"), pack=None)
    assert shelf().plugins.filters.things["f"]("x") == "x"
    assert capsys.readouterr().err == "FILTER\n"


def test_line_of_a_broken_plugin_lies_in_the_file_that_is_wrong(install: Install, tmp_path: Path) -> None:
    package = install("ttdn_pack_hong", "from . import phan")
    (package / "phan.py").write_text("import json\nx = json.loads('[')\n", encoding="utf-8")
    (fault,) = shelf().discover(tmp_path).findings
    assert fault.place == Place(str(package / "phan.py"), 2)


def test_plugin_of_one_file_and_one_that_is_not_there_are_told(install: Install, tmp_path: Path) -> None:
    package = install("ttdn_pack_hong", GOOD)
    module = package.with_suffix(".py")
    module.write_text("x = 1\nraise ValueError(x)\n", encoding="utf-8")
    (package / "__init__.py").rename(tmp_path / "khác.py")
    shutil.rmtree(package)
    (fault,) = shelf().discover(tmp_path).findings
    assert fault.place == Place(str(module), 2)
    module.unlink()
    (fault,) = shelf().discover(tmp_path).findings
    assert (fault.place, fault.facts["name"]) == (Place(), "ttdn_pack_hong 1.2")


def test_unreadable_metadata_of_one_distribution_hides_no_other(install: Install, tmp_path: Path) -> None:
    hidden = install("ttdn_pack_hong", GOOD, pack=None).parent / "ttdn_pack_hong-1.2.dist-info"
    (hidden / "entry_points.txt").write_text("[ttdn_draft]\nkhông có dấu bằng\n", encoding="utf-8")
    install("ttdn_pack_mau", GOOD)
    assert shelf().load("mau", tmp_path, HERE)[0] is not None
    assert [f.facts["name"] for f in shelf().discover(tmp_path).findings] == ["ttdn_pack_hong 1.2"]


def test_reason_of_a_broken_plugin_is_one_short_line(install: Install, tmp_path: Path) -> None:
    install("ttdn_pack_hong", "raise RuntimeError('x\\n' * 1000)")
    (fault,) = shelf().discover(tmp_path).findings
    assert "\n" not in str(fault.facts["reason"])
    assert len(str(fault.facts["reason"])) <= 300


def test_plugin_may_be_installed_as_links(install: Install, tmp_path: Path) -> None:
    file = install("ttdn_pack_mau", GOOD) / "packs" / "a" / "pack.yaml"
    file.rename(tmp_path / "kho.yaml")
    file.symlink_to(tmp_path / "kho.yaml")
    assert shelf().load("mau", tmp_path, HERE)[0] is not None


def test_plugin_whose_folder_is_missing_is_told_with_the_missing_pack(install: Install, tmp_path: Path) -> None:
    install("ttdn_pack_mau", GOOD, pack=None)
    _, findings = shelf().load("mau", tmp_path, HERE)
    assert ids(findings)[:2] == ["E601", "E620"]


def test_broken_pack_of_a_plugin_is_named_with_distribution_and_version(install: Install, tmp_path: Path) -> None:
    install("ttdn_pack_mau", GOOD, pack="id: mau\nten: x\n")
    pack, findings = shelf().load("mau", tmp_path, HERE)
    assert pack is None
    assert findings[0].id == "E602"
    assert findings[0].facts["origin"] == "ttdn_pack_mau 1.2"


def test_two_plugins_with_one_pack_are_named_with_version_file_and_line(install: Install, tmp_path: Path) -> None:
    packages = [install(name, GOOD) for name in ("ttdn_pack_a", "ttdn_pack_b")]
    (double,) = shelf().load("mau", tmp_path, HERE)[1]
    told = [f"{package / 'packs' / 'a' / 'pack.yaml'}:1 ({package.name} 1.2)" for package in packages]
    assert (double.id, double.facts["folders"]) == ("E603", "; ".join(told))


def test_plugins_that_are_switched_off_are_not_even_imported(install: Install, tmp_path: Path) -> None:
    install("ttdn_pack_mau", GOOD)
    assert ids(PackShelf().load("mau", tmp_path, HERE)[1]) == ["E601"]
    assert "ttdn_pack_mau" not in sys.modules


def test_province_is_served_with_a_doubt_where_a_hook_fails(install: Install, tmp_path: Path) -> None:
    install("ttdn_pack_hong", GOOD.replace("return [", "raise ValueError('hỏng') or ["))
    pack, findings = shelf().load("son-la", tmp_path, HERE)
    assert pack is not None
    assert [(f.id, f.facts["name"]) for f in findings][1:] == [("W651", "ttdn_pack_hong 1.2")]


def test_order_of_plugins_changes_nothing(install: Install) -> None:
    for name, pack in (("ttdn_pack_b", "hai"), ("ttdn_pack_a", "mot")):
        install(name, GOOD, PACK.replace("id: mau", f"id: {pack}", 1))
    origins = [p.origin for p in load_plugins(list_entries()) if p.origin.startswith("ttdn_pack_")]
    assert origins == sorted(origins)


def test_province_of_a_broken_plugin_is_not_served_from_the_whole_country(install: Install, tmp_path: Path) -> None:
    install("ttdn_pack_hong", "raise RuntimeError('hỏng')")
    (fault,) = shelf().discover(tmp_path).findings
    assert fault.facts["entry"] != "son-la"
    pack, findings = shelf().load("son-la", tmp_path, HERE)
    assert pack is not None and ids(findings) == ["N650", "W651"]
    assert findings[1].facts["name"] == "ttdn_pack_hong 1.2"
    hidden = next(tmp_path.rglob("entry_points.txt"))
    hidden.write_text(hidden.read_text().replace(str(fault.facts["entry"]), "son-la", 1), encoding="utf-8")
    pack, findings = shelf().load("son-la", tmp_path, HERE)
    assert pack is None and ids(findings) == ["E601", "E622"]
