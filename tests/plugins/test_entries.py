"""Entry points are found as importlib.metadata finds them; where that is not sure, it is asked."""

from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from ttdn_draft.installed import GROUP, list_entries
from ttdn_draft.plugins.loading import load_plugins

Metadata = Callable[..., Path]
HEAD = "Metadata-Version: 2.1\nName: Mau.Xa\nVersion: 1.2\nName: khác\n\nName: mô tả\n"


@pytest.fixture
def metadata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Metadata:
    """Write the metadata of a distribution into a folder of the path."""
    monkeypatch.setattr("sys.path", [str(tmp_path / "a"), "", str(tmp_path / "b"), str(tmp_path / "không có")])
    monkeypatch.chdir(tmp_path)

    def write(named: str | bytes, folder: str = "a/Mau_Xa-1.2.dist-info", head: str = HEAD) -> Path:
        info = tmp_path / folder
        info.mkdir(parents=True)
        (info / "entry_points.txt").write_bytes(named if isinstance(named, bytes) else named.encode())
        (info / ("METADATA" if folder.endswith(".dist-info") else "PKG-INFO")).write_text(head, encoding="utf-8")
        return info

    return write


def name_all() -> list[tuple[str, str, str]]:
    """Return what importlib.metadata finds: name, value, and who brings it."""
    found = entry_points(group=GROUP)
    return sorted((entry.name, entry.value, f"{entry.dist.name} {entry.dist.version}") for entry in found if entry.dist)


@pytest.mark.parametrize(
    "named",
    [
        "[ttdn_draft]\nmau = mau_xa\n",
        "# [ttdn_draft]\n[console_scripts]\nx = y:z\n\n  [ttdn_draft]  \r\n# gì\nmau=mau_xa\nhai = xa.hai\n[x]\na=b\n",
        "[ttdn_draft]\nmau = mau_xa:lop.con\n",
        "[console_scripts]\nttdn_draft = a\n",
        "[console_scripts]\nhỏng\n",
        "",
    ],
)
@pytest.mark.parametrize("folder", ["a/Mau_Xa-1.2.dist-info", "Mau_Xa-1.2-py3.11.egg-info"])
def test_usual_entry_points_are_those_of_the_library(metadata: Metadata, named: str, folder: str) -> None:
    metadata(named, folder)
    found = list_entries()
    assert found is not None
    written = [(e.name, f"{e.module}:{e.inner}".rstrip(":"), e.origin) for e in found]
    assert sorted(written) == ([] if "hỏng" in named else name_all())


def test_of_two_of_one_name_the_first_on_the_path_is_meant(metadata: Metadata) -> None:
    metadata("[console_scripts]\nx = y\n")
    metadata("[ttdn_draft]\nmau = mau_xa\n", "b/mau.xa-0.9.dist-info")
    metadata("[ttdn_draft]\nhai = mau_hai\n", "b/mau_hai-0.9.dist-info", HEAD.replace("Mau.Xa", "mau-hai"))
    assert list_entries() is not None
    assert [entry.name for entry in list_entries() or ()] == [name for name, _, _ in name_all()] == ["hai"]


@pytest.mark.parametrize(
    ("named", "head"),
    [
        ("[ttdn_draft]\nkhông có dấu bằng\n", HEAD),
        ("[ttdn_draft]\nhai chữ = mau\n", HEAD),
        ("[ttdn_draft]\nmau = mau [thêm]\n", HEAD),
        (b"[ttdn_draft]\nmau = mau\n\xff", HEAD),
        ("[ttdn_draft]\nmau = mau\n", "Name: mau\n"),
    ],
)
def test_what_is_unusual_is_asked_of_the_library(metadata: Metadata, named: str | bytes, head: str) -> None:
    metadata(named, head=head)
    assert list_entries() is None


def test_a_broken_list_of_another_distribution_is_told_where_there_are_plugins(metadata: Metadata) -> None:
    metadata("[console_scripts]\nhỏng\n")
    assert (list_entries(), load_plugins(list_entries())) == ((), ())
    metadata("[ttdn_draft]\nmau = json\n", "a/mau_hai-1.dist-info", "Name: mau-hai\nVersion: 1\n")
    assert list_entries() is None
    assert [plugin.origin for plugin in load_plugins(list_entries())] == ["Mau.Xa 1.2", "mau-hai 1"]


def test_an_archive_on_the_path_is_read_by_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK")
    monkeypatch.setattr("sys.path", [str(tmp_path / "a.zip")])
    assert list_entries() is None
