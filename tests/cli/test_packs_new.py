"""`packs new` writes a pack of a province of today, whole or not at all, and never over what is there."""

import sys
import tomllib
from pathlib import Path

import pytest

from ttdn_draft.cli import run
from ttdn_draft.kit.scaffolding import LAST_DAY, build_data, build_project, find_pack_target
from ttdn_draft.knowledge.places.provinces import list_provinces
from ttdn_draft.shell import write_pip

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Gói của tỉnh"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def new(*arguments: str) -> int:
    return run(["packs", "new", *arguments], {})


def texts(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def test_project_has_what_is_needed_to_fill_in_check_install_and_publish(here: Path, capsys: Capture) -> None:
    assert new("son-la") == 0
    written = texts(here / "ttdn-pack-son-la")
    assert {
        "README.md",
        "pyproject.toml",
        ".gitignore",
        ".pre-commit-config.yaml",
        ".github/workflows/ci.yml",
        "src/ttdn_pack_son_la/__init__.py",
        "src/ttdn_pack_son_la/pack.yaml",
        "src/ttdn_pack_son_la/citations.yaml",
        "tests/test_pack.py",
    } <= set(written)
    assert [path for path, text in written.items() if "__pack" in path + text or "__unit" in text] == []
    declared = tomllib.loads(written["pyproject.toml"])["project"]
    assert declared["entry-points"] == {"ttdn_draft": {"son-la": "ttdn_pack_son_la"}}
    assert (declared["name"], declared["dependencies"]) == ("ttdn-pack-son-la", ["ttdn-draft"])
    assert "tỉnh Sơn La" in written["README.md"]
    told = capsys.readouterr().out
    assert f'{write_pip()} install "{here / "ttdn-pack-son-la"}"' in told
    assert sys.executable in told
    assert str(Path("ttdn-pack-son-la/src/ttdn_pack_son_la/pack.yaml")) in told


def test_data_alone_is_the_folder_of_the_pack_without_code(here: Path, capsys: Capture) -> None:
    assert new("dong-nai", "--du-lieu") == 0
    assert new("dong-nai") == 0
    data, project = texts(here / "dong-nai"), texts(here / "ttdn-pack-dong-nai" / "src" / "ttdn_pack_dong_nai")
    assert "pack.yaml" in data
    assert project.keys() - data.keys() == {"__init__.py"}
    assert all(project[path] == text for path, text in data.items())
    assert capsys.readouterr().out.count("pip install") == 1


def test_name_and_folder_are_those_that_were_asked_for(here: Path) -> None:
    assert new("hue", "--ten", "Hue\u0302\u0301: cố đô #1", "-o", "gói Huế", "--du-lieu") == 0
    assert 'ten: "Huế: cố đô #1"\n' in texts(here / "gói Huế")["pack.yaml"]


@pytest.mark.parametrize(
    ("id", "message", "words"),
    [
        ("binh-phuoc", "E682", ("thành phố Đồng Nai", "mã dong-nai;")),
        ("thua-thien-hue", "E682", ("thành phố Huế",)),
        ("thai-nguyen-cu", "E682", ("mã thai-nguyen;",)),
        ("sonla", "E681", ("(son-la?)", "tuyen-quang")),
        ("Sơn La", "E681", ("(son-la?)",)),
        ("SON-LA", "E681", ("(son-la?)",)),
        ("tỉnh Sơn La", "E681", ("(son-la?)",)),
        ("Thành phố Hồ Chí Minh", "E681", ("(ho-chi-minh?)",)),
        ("../son-la", "E681", ()),
        ("", "E681", ()),
    ],
)
def test_id_that_is_none_of_today_says_where_it_belongs(
    here: Path, capsys: Capture, id: str, message: str, words: tuple[str, ...]
) -> None:
    assert new(id) == 2
    told = capsys.readouterr().err
    assert f"{message} " in told
    assert all(word in told for word in words)
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("name", ['Sơn "La"', "Sơn\\La", "Sơn\nLa", "   ", "a" * 81])
def test_name_that_a_quoted_line_cannot_hold_is_refused(here: Path, capsys: Capture, name: str) -> None:
    assert new("son-la", "--ten", name) == 2
    assert "E683" in capsys.readouterr().err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_what_is_there_is_never_overwritten(here: Path, capsys: Capture, kind: str) -> None:
    target = here / "gói"
    if kind == "file":
        target.write_text("của tôi", encoding="utf-8")
    elif kind == "folder":
        target.mkdir()
    else:
        target.symlink_to("không có")
    assert new("son-la", "-o", "gói") == 1
    assert "E680" in capsys.readouterr().err
    assert list(here.iterdir()) == [target]
    assert kind != "folder" or list(target.iterdir()) == []


def test_folder_that_appears_meanwhile_is_kept(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    write = Path.write_bytes

    def write_while_another_makes_the_folder(path: Path, data: bytes) -> int:
        (here / "gói").mkdir(exist_ok=True)
        (here / "gói" / "của tôi").touch()
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", write_while_another_makes_the_folder)
    assert new("son-la", "-o", "gói") == 1
    assert "E680" in capsys.readouterr().err
    assert [path.name for path in here.rglob("*")] == ["gói", "của tôi"]


@pytest.mark.parametrize(("stop", "message"), [(KeyboardInterrupt(), "E901"), (OSError(28, "full"), "E011")])
def test_nothing_is_left_behind_when_writing_stops(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, stop: BaseException, message: str
) -> None:
    write, written = Path.write_bytes, []

    def write_three(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) > 3:
            raise stop
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", write_three)
    assert new("son-la") == 1
    assert message in capsys.readouterr().err
    assert len(written) == 4
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("name", ["CON", "aux.d", "COM¹", "gói.", "gói ", "gói|"])
def test_folder_that_windows_cannot_have_is_refused_everywhere(here: Path, capsys: Capture, name: str) -> None:
    assert new("son-la", "-o", name) == 1
    assert "E679" in capsys.readouterr().err
    assert list(here.iterdir()) == []


def test_folder_above_must_be_there(here: Path, capsys: Capture) -> None:
    assert new("son-la", "-o", "không có/gói") == 1
    assert "E013" in capsys.readouterr().err
    assert list(here.iterdir()) == []


def test_every_province_of_today_has_a_scaffold_of_its_own() -> None:
    units = list_provinces(LAST_DAY)
    assert len(units) == 34
    projects = [build_project(find_pack_target(unit.id)) for unit in units]
    assert len({files["pyproject.toml"] for files in projects}) == 34
    for unit, files in zip(units, projects, strict=True):
        inside = {path.split("/", 2)[2] for path in files if path.startswith("src/")}
        assert inside - set(build_data(find_pack_target(unit.id))) == {"__init__.py"}


def test_help_is_in_english_too(capsys: Capture) -> None:
    assert run(["--lang", "en", "packs", "new", "--help"], {}) == 0
    assert "Example: ttdn-draft packs new son-la" in capsys.readouterr().out
