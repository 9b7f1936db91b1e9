"""A pack made by `packs new`: sound, tested and usable at once, and when it is broken, told and in nobody's way."""

import os
import re
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from zipfile import ZipFile

import pytest

from tests.pack_folders import DOCUMENT
from tests.projects import pack_of, record_install, write_project
from ttdn_draft.cli import run
from ttdn_draft.compose.values import SLOTS
from ttdn_draft.kit.scaffolding import build_data, find_pack_target
from ttdn_draft.kit.testing import check_pack, list_names, load_pack, render_sample
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.output import write_folder
from ttdn_draft.render.builder import build_template
from ttdn_draft.shell import write_pip
from ttdn_draft.yaml_nodes import read_yaml

REPOSITORY = Path(__file__).parents[2]
Capture = pytest.CaptureFixture[str]
USES_THE_PACK = DOCUMENT.replace("tinh: mau\nco_quan: ban", "tinh: son-la\nco_quan: btgdvtu")
WRITTEN_OUT = DOCUMENT.replace("tinh: mau\nco_quan: ban", "the_thuc: dang\nco_quan: {ten: BAN, ky_hieu: B}").replace(
    "truong-ban", "{chuc_vu: A}"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "Gói nội dung" / "tỉnh Sơn La")


@pytest.fixture
def installed(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Install the project; return distribution and version."""
    monkeypatch.delenv("TTDN_DRAFT_NO_PLUGINS", raising=False)
    monkeypatch.delenv("TTDN_DRAFT_PACKS", raising=False)
    monkeypatch.setattr("ttdn_draft.user_folders.data_folder", lambda: tmp_path / "không có")
    monkeypatch.delitem(sys.modules, "ttdn_pack_son_la", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.syspath_prepend(str(project / "src"))
    monkeypatch.chdir(project.parent)
    (project.parent / "viết rõ.md").write_text(WRITTEN_OUT, encoding="utf-8")
    (project.parent / "dùng gói.md").write_text(USES_THE_PACK, encoding="utf-8")
    return record_install(project, tmp_path / "site")


def cli(*arguments: str) -> int:
    return run(arguments, {})


def test_pack_is_sound_as_it_is_written(project: Path, capsys: Capture) -> None:
    assert check_pack(pack_of(project)) == ()
    assert cli("packs", "check", str(project)) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("id", "name"),
    [("cao-bang", "Tỉnh uỷ Cao Bằng"), ("ho-chi-minh", "Thành uỷ Thành phố Hồ Chí Minh")],
)
def test_data_alone_is_sound_and_bears_the_names_of_its_province(tmp_path: Path, id: str, name: str) -> None:
    folder = tmp_path / "gói"
    write_folder(folder, build_data(find_pack_target(id)))
    assert check_pack(folder) == ()
    assert list_names(load_pack(folder), date(2027, 1, 1))["tinh-uy"] == name


def test_tests_of_the_project_pass_once_it_is_installed(project: Path, tmp_path: Path) -> None:
    record_install(project, tmp_path / "site")
    path = os.pathsep.join(map(str, (project / "src", tmp_path / "site", *filter(None, sys.path))))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    environ = os.environ | {"PYTHONPATH": path}
    done = subprocess.run(command, cwd=project, env=environ, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout
    assert re.search(r"\b[3-9] passed", done.stdout)


def write_out(file: Path) -> None:
    """Make what stands as an example in the comments of a file part of its data."""
    text = file.read_text(encoding="utf-8").replace("van_ban: []", "van_ban:")
    written_out = re.sub(r"^( *)# ( *(?:- )?[a-z_-]+:)", r"\1\2", text, flags=re.M)
    changed = [new for old, new in zip(text.split("\n"), written_out.split("\n"), strict=True) if old != new]
    assert len(changed) >= 8
    file.write_text(written_out, encoding="utf-8")


def test_examples_of_the_scaffold_are_sound_where_they_are_written_out(project: Path) -> None:
    pack = pack_of(project)
    for name in ("pack.yaml", "citations.yaml"):
        write_out(pack / name)
    explained = (pack / "outlines" / "doan" / "doc-truoc.txt").read_text(encoding="utf-8")
    assert set(re.findall(r"([a-z-]+)\.md  ", explained)) == set(SLOTS)
    (example,) = re.findall(r"^VÍ DỤ .*\n\n((?:    .*\n)+)", explained, re.M)
    (pack / "outlines" / "doan" / "quang-ba.md").write_text(dedent(example), encoding="utf-8")
    assert check_pack(pack) == ()
    assert list_names(load_pack(pack), date(2024, 6, 1))["btgdvtu"] == "Ban Tuyên giáo Tỉnh uỷ Mẫu"
    text = " ".join(render_sample(pack, "huong-dan", "dang", date(2027, 1, 15)).lines)
    assert "tỉnh Sơn La với bạn bè quốc tế; tổ chức Cuộc thi ảnh Tỉnh Mẫu năm 2027" in text


def test_nothing_is_stated_that_the_tables_do_not_know(project: Path) -> None:
    data = read_yaml((pack_of(project) / "pack.yaml").read_text(encoding="utf-8"), "").data
    assert {key for organ in data["co_quan"] for key in organ} == {"id", "he_thong"}
    assert set(data) == {"id", "ten", "tinh", "phien_ban", "co_quan"}


def test_hooks_of_the_scaffold_are_those_that_the_repository_offers() -> None:
    hooks = read_yaml((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), "").data
    offered = {hook["id"]: hook for hook in hooks}
    scaffold = REPOSITORY / "src/ttdn_draft/kit/scaffold/.pre-commit-config.yaml"
    used = read_yaml(scaffold.read_text(encoding="utf-8"), "").data["repos"][0]["hooks"]
    assert used
    for theirs in used:
        ours = offered[theirs["id"]]
        same = ("id", "name", "files", "types_or", "pass_filenames", "args")
        assert [ours.get(key) for key in same] == [theirs.get(key) for key in same]
        assert theirs["entry"].startswith(ours["entry"])


def test_installed_pack_is_listed_and_used_by_a_document(installed: str, capsys: Capture) -> None:
    assert cli("packs", "list") == 0
    assert f"son-la  Sơn La  son-la  0.1.0  dùng được  {installed}" in capsys.readouterr().out
    assert cli("check", "dùng gói.md") == 0
    assert "N650" not in capsys.readouterr().out
    assert cli("render", "dùng gói.md") == 0
    assert Path("dùng gói.docx").read_bytes()[:2] == b"PK"


def break_data(pack: Path) -> tuple[str, int]:
    """Write something behind a value in quotation marks of pack.yaml; return the file and the line."""
    file = pack / "pack.yaml"
    text = file.read_text(encoding="utf-8").replace("he_thong: dang", 'he_thong: "dang" hong', 1)
    file.write_text(text, encoding="utf-8")
    return str(file), text[: text.index("hong")].count("\n") + 1


def break_code(pack: Path) -> tuple[str, int]:
    """Write something that is no Python at the end of the module."""
    file = pack / "__init__.py"
    text = file.read_text(encoding="utf-8") + "def hong(:\n"
    file.write_text(text, encoding="utf-8")
    return str(file), text.count("\n")


@pytest.mark.parametrize(("break_it", "message"), [(break_data, "E151"), (break_code, "E622")])
def test_broken_pack_is_named_with_file_and_line_and_no_other_command_stops(
    installed: str, project: Path, capsys: Capture, break_it: object, message: str
) -> None:
    assert callable(break_it)
    file, line = break_it(pack_of(project))
    for arguments in (["check", "viết rõ.md"], ["render", "viết rõ.md"], ["cite", "57-KL/TW"], ["templates", "list"]):
        assert cli(*arguments) == 0
        told = "".join(capsys.readouterr())
        # code that cannot be loaded might have brought a rule: documents are made, and say that they are without it
        assert ("W670" in told) == (message == "E622" and arguments[0] in ("check", "render")), told
        assert installed not in told or message == "E622", told
    assert cli("packs", "show", "cao-bang") == 0
    capsys.readouterr()
    assert cli("packs", "list") == 0
    told = capsys.readouterr().out
    assert installed in told
    assert re.search(rf"{re.escape(file)}:{line}\b.* {message} ", told), told
    assert cli("check", "dùng gói.md") == 1
    told = capsys.readouterr().out
    assert installed in told
    assert re.search(rf"{re.escape(file)}:{line}\b.* {message} ", told), told


def test_pack_that_is_there_twice_is_named_with_files_and_lines(
    installed: str, project: Path, tmp_path: Path, capsys: Capture
) -> None:
    other = tmp_path / "gói khác"
    write_folder(other, {"pack.yaml": (pack_of(project) / "pack.yaml").read_bytes()})
    assert cli("check", "viết rõ.md", "--packs", str(other)) == 0
    capsys.readouterr()
    for arguments, code in ((["check", "dùng gói.md"], 1), (["packs", "list"], 0)):
        assert cli(*arguments, "--packs", str(other)) == code
        told = capsys.readouterr().out
        assert f"{pack_of(project) / 'pack.yaml'}:3 ({installed})" in told
        assert f"{other / 'pack.yaml'}:3" in told
    assert cli("check", "dùng gói.md", "--packs", str(other)) == 1
    told = capsys.readouterr().out
    assert "--packs" in told
    assert f"({write_pip()} uninstall {installed.split()[0]})" in told


def break_template(pack: Path) -> Path:
    """Give a pack the official template of guidances with a tag misspelt."""
    profile = load_profile("dang-hd05-2026")
    file = pack / "templates" / profile.id / "huong-dan" / "template.docx"
    file.parent.mkdir(parents=True)
    with ZipFile(BytesIO(build_template(profile, profile.kinds["huong-dan"]))) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"{{ trich_yeu }}", b"{{ trich_ye }}"))
    return file


def test_broken_template_is_named_with_package_file_and_paragraph_and_no_other_document_stops(
    installed: str, project: Path, capsys: Capture
) -> None:
    file = break_template(pack_of(project))
    assert cli("render", "viết rõ.md") == 0
    assert cli("check", "dùng gói.md") == 0
    capsys.readouterr()
    assert cli("render", "dùng gói.md") == 3
    told = capsys.readouterr().err
    assert not Path("dùng gói.docx").exists()
    assert f"dùng gói.md E602 Gói nội dung «son-la» ({installed}) hỏng: 1 lỗi" in told
    assert cli("packs", "check", str(project)) == 3
    for text in (told, capsys.readouterr().out):
        assert re.search(rf"^{re.escape(str(file))} word/document.xml ¶\d+ {{{{ trich_ye }}}} E420 ", text, re.M), text


def test_example_of_the_kit_in_the_docs_holds_for_a_new_pack(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (REPOSITORY / "docs" / "how-to" / "write-a-pack.md").read_text(encoding="utf-8")
    (example,) = (code for code in re.findall(r"^```python\n(.*?)^```", text, re.M | re.S) if "check_pack" in code)
    monkeypatch.chdir(project)
    names: dict[str, object] = {}
    exec(compile(example, "docs/how-to/write-a-pack.md", "exec"), names)  # noqa: S102 - our own page
    tests = [value for name, value in names.items() if name.startswith("test_")]
    assert len(tests) >= 2
    for test in tests:
        assert callable(test)
        test()


def test_examples_of_the_scaffold_say_what_they_replace_and_take_no_name_that_changes(project: Path) -> None:
    text = (pack_of(project) / "pack.yaml").read_text(encoding="utf-8")
    for key in ("ten", "noi_nhan"):
        before = text[: text.index(f"    # {key}:\n")].rstrip("\n").split("\n")
        assert "thay" in before[-1] and "gói toàn quốc" in before[-1], key
    (receiver,) = re.findall(r"gui: (.+)", text)
    assert "Ban Tuyên giáo" not in receiver
