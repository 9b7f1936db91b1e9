"""Projects of packs for tests: recorded as installed the way pip does it, without building anything."""

import tomllib
from pathlib import Path

from ttdn_draft.kit.scaffolding import build_project, find_pack_target
from ttdn_draft.output import write_folder


def write_project(folder: Path, id: str = "son-la", commune: str = "") -> Path:
    """Write the project of a new pack and return its folder."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    write_folder(folder, build_project(find_pack_target(id, commune)))
    return folder


def pack_of(project: Path) -> Path:
    """Return the folder of the one pack of a project."""
    (file,) = project.glob("src/*/pack.yaml")
    return file.parent


def record_install(project: Path, site: Path) -> str:
    """Write the metadata of an editable installation into a folder; return distribution and version."""
    declared = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = declared["name"], declared["version"]
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    entries = "".join(f"{k} = {v}\n" for k, v in declared["entry-points"]["ttdn_draft"].items())
    (info / "entry_points.txt").write_text(f"[ttdn_draft]\n{entries}")
    return f"{name} {version}"
