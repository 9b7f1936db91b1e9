"""The packs of provinces in this repository: each is found through its own entry point, and ships whole."""

import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from ttdn_draft.errors import Place
from ttdn_draft.packs import PackShelf

PROJECTS = sorted((Path(__file__).parents[2] / "plugins").glob("ttdn-pack-*"))
PROVINCES = {"cao-bang", "dong-nai", "lai-chau", "thai-nguyen"}
each_project = pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)


def package_of(project: Path) -> Path:
    (package,) = (file.parent for file in (project / "src").glob("*/pack.yaml"))
    return package


def test_packs_are_those_of_the_four_provinces() -> None:
    assert {project.name.removeprefix("ttdn-pack-") for project in PROJECTS} == PROVINCES


@each_project
def test_pack_is_found_through_its_own_entry_point(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    declared = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = tmp_path / f"{package_of(project).name}-{declared['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {declared['name']}\nVersion: {declared['version']}\n")
    entries = "".join(f"{k} = {v}\n" for k, v in declared["entry-points"]["ttdn_draft"].items())
    (info / "entry_points.txt").write_text(f"[ttdn_draft]\n{entries}")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.syspath_prepend(str(project / "src"))
    shelf = PackShelf(has_plugins=True)
    (name,) = declared["entry-points"]["ttdn_draft"]
    pack, findings = shelf.load(name, tmp_path, Place())
    assert findings == ()
    assert pack is not None
    assert (pack.id, pack.province, pack.version) == (name, name, declared["version"])
    origins = [p.origin for p in shelf.discover(tmp_path).packs if p.id == name]
    assert origins == [f"{declared['name']} {declared['version']}"]


@each_project
def test_wheel_carries_every_file_of_the_pack(project: Path, tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(project)).build(directory=str(tmp_path))
    package = package_of(project)
    files = {
        f.relative_to(package.parent).as_posix() for f in package.rglob("*") if f.suffix in {".yaml", ".md", ".py"}
    }
    assert f"{package.name}/outlines/doan/bien-gioi.md" in files
    assert files <= set(zipfile.ZipFile(wheel).namelist())


@each_project
def test_texts_keep_the_rules_of_the_facts(project: Path) -> None:
    """A fact goes into `[cần kiểm tra: TEXT — SOURCE]` and gets its own end mark: no brackets, no full stop."""
    pack, _ = PackShelf([project / "src"]).load(project.name.removeprefix("ttdn-pack-"), project, Place())
    assert pack is not None
    for fact in pack.facts:
        assert not set("[]") & set(fact.text + fact.source), fact.id
        assert not fact.text.endswith("."), fact.id
