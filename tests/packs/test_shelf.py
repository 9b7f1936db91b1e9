"""Where packs are found: folders, the environment, ttdn.toml; one id is one pack, whatever the order."""

import os
from pathlib import Path

import pytest

from tests.conftest import ids
from tests.pack_folders import PACK, write_pack
from ttdn_draft.errors import Place
from ttdn_draft.installed import allows_plugins
from ttdn_draft.packs import PackShelf
from ttdn_draft.packs.found import find_in
from ttdn_draft.packs.sources import list_folders

HERE = Place("văn bản.md", 3)


def named(id: str) -> str:
    return PACK.replace("id: mau", f"id: {id}", 1)


def test_folder_is_a_pack_or_holds_packs(tmp_path: Path) -> None:
    write_pack(tmp_path / "b", named("hai"))
    write_pack(tmp_path / "a", named("mot"))
    (tmp_path / "không phải gói").mkdir()
    (tmp_path / "tệp").write_text("x")
    assert [p.id for p in find_in(tmp_path)] == ["mot", "hai"]
    assert [p.id for p in find_in(tmp_path / "a")] == ["mot"]


def test_only_the_pack_that_is_asked_for_is_read(tmp_path: Path) -> None:
    write_pack(tmp_path / "a")
    write_pack(tmp_path / "b", "id: hong\nco_quan: [")
    pack, findings = PackShelf([tmp_path]).load("mau", tmp_path, HERE)
    assert pack is not None
    assert findings == ()


def test_order_of_folders_changes_nothing(tmp_path: Path) -> None:
    folders = [write_pack(tmp_path / name, named(name)) for name in ("ba", "hai", "mot")]
    one, other = (PackShelf(listed).discover(tmp_path) for listed in (folders, folders[::-1]))
    assert one == other
    assert [p.id for p in one.packs] == ["ba", "hai", "mot", "toan-quoc"]


def test_missing_pack_is_told_with_those_that_are_there_and_those_that_are_broken(tmp_path: Path) -> None:
    write_pack(tmp_path / "a", named("cao-bang"))
    write_pack(tmp_path / "b", "ten: không có mã\n")
    pack, findings = PackShelf([tmp_path, tmp_path / "không có"]).load("cao-bangg", tmp_path, HERE)
    assert pack is None
    assert ids(findings) == ["E601", "E621", "E620"] or ids(findings) == ["E601", "E620", "E621"]
    assert findings[0].place == HERE
    assert findings[0].facts["guess"] == "cao-bang"


def test_broken_pack_is_told_with_its_own_findings(tmp_path: Path) -> None:
    write_pack(tmp_path / "a", PACK.replace("he_thong: nha-nuoc", "he_thong: x"))
    pack, findings = PackShelf([tmp_path]).load("mau", tmp_path, HERE)
    assert pack is None
    assert ids(findings) == ["E602", "E204"]
    assert findings[1].place.file == str(tmp_path / "a" / "pack.yaml")


def test_two_packs_with_one_id_are_an_error_for_who_asks_for_it(tmp_path: Path) -> None:
    write_pack(tmp_path / "a")
    write_pack(tmp_path / "b", f"# bản chép\n{PACK}")
    write_pack(tmp_path / "c", named("khac"))
    shelf = PackShelf([tmp_path])
    (double,) = shelf.load("mau", tmp_path, HERE)[1]
    assert (double.id, double.place) == ("E603", HERE)
    assert double.facts["folders"] == f"{tmp_path / 'a' / 'pack.yaml'}:1; {tmp_path / 'b' / 'pack.yaml'}:2"
    assert shelf.load("khac", tmp_path, HERE)[0] is not None


def test_folder_named_twice_is_one_pack(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "a")
    (tmp_path / "lối tắt").symlink_to(folder)
    found = PackShelf([folder, tmp_path / "a" / ".." / "a", tmp_path / "lối tắt", tmp_path]).discover(tmp_path)
    assert [p.id for p in found.packs] == ["mau", "toan-quoc"]


def test_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = write_pack(tmp_path / "ngoài")
    home = tmp_path / "gói"
    write_pack(home / "b", named("khac"))
    (home / "a").symlink_to(outside)
    found = list(find_in(home))
    assert [(p.id, ids(p.findings)) for p in found] == [("", ["E620"]), ("khac", [])]


def test_links_that_go_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "vòng").symlink_to("vòng")
    write_pack(tmp_path / "a")
    assert [(p.id, bool(p.findings)) for p in PackShelf([tmp_path]).discover(tmp_path).packs] == [
        ("", True),
        ("mau", False),
        ("toan-quoc", False),
    ]


def test_unreadable_folder_keeps_no_other_from_being_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pack(tmp_path / "a")
    write_pack(tmp_path / "b", named("khac"))
    lstat, open_ = Path.lstat, Path.open

    def forbid(path: Path, *rest: object, **more: object) -> object:
        if path.parent.name == "a":
            raise PermissionError(13, "forbidden")
        return (lstat if not rest and not more else open_)(path, *rest, **more)  # type: ignore[operator]

    monkeypatch.setattr(Path, "lstat", forbid)
    monkeypatch.setattr(Path, "open", forbid)
    found = list(find_in(tmp_path))
    assert [(p.id, ids(p.findings)) for p in found] == [("", ["E620"]), ("khac", [])]


def test_project_file_names_folders_from_where_it_stands(tmp_path: Path) -> None:
    write_pack(tmp_path / "gói" / "a")
    (tmp_path / "ttdn.toml").write_text('packs = ["gói"]\n', encoding="utf-8")
    deep = tmp_path / "2026" / "quý 3"
    deep.mkdir(parents=True)
    assert PackShelf().load("mau", deep, HERE)[0] is not None
    (deep / "ttdn.toml").write_text("# gần hơn\n", encoding="utf-8")
    assert ids(PackShelf().load("mau", deep, HERE)[1]) == ["E601"]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        (b"packs = 7", "E731"),
        (b"packs = [7]", "E731"),
        (b"packs = [", "E627"),
        (b"packs = ['\xff']", "E627"),
        (b'packs = ["\\u0000"]', "E731"),
    ],
)
def test_project_file_that_is_wrong_is_told_with_the_missing_pack(tmp_path: Path, text: bytes, id: str) -> None:
    (tmp_path / "ttdn.toml").write_bytes(text)
    assert ids(PackShelf().load("mau", tmp_path, HERE)[1]) == ["E601", id]


def test_project_file_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ttdn.toml").write_text("")

    def forbid(*_: object, **__: object) -> str:
        raise PermissionError(13, "forbidden")

    monkeypatch.setattr(Path, "read_text", forbid)
    assert ids(PackShelf().load("mau", tmp_path, HERE)[1]) == ["E601", "E627"]


def test_folders_come_from_options_environment_and_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ttdn_draft.user_folders.data_folder", lambda: tmp_path / "riêng")
    environ = {"TTDN_DRAFT_PACKS": os.pathsep.join(["một", "", "hai"])}
    assert list_folders([Path("ba")], environ) == (Path("ba"), Path("một"), Path("hai"))
    (tmp_path / "riêng" / "packs").mkdir(parents=True)
    assert list_folders([], {}) == (tmp_path / "riêng" / "packs",)


@pytest.mark.parametrize(("value", "wanted"), [("", True), ("0", True), ("1", False), ("true", False)])
def test_environment_switches_plugins_off(value: str, wanted: bool) -> None:
    assert allows_plugins({"TTDN_DRAFT_NO_PLUGINS": value}) is wanted
    assert allows_plugins({})


def test_id_of_the_built_in_pack_is_its_own(tmp_path: Path) -> None:
    write_pack(tmp_path / "a", PACK.replace("id: mau", "id: toan-quoc", 1))
    shelf = PackShelf([tmp_path])
    (claim,) = [pack for pack in shelf.discover(tmp_path).packs if pack.findings]
    assert ids(claim.findings) == ["E636"]
    assert [pack.folder for pack in shelf.list_sources("ha-noi")] == list(shelf.plugins.packs[0].paths)


def test_nothing_is_found_under_a_blank_id(tmp_path: Path) -> None:
    pack, findings = PackShelf([write_pack(tmp_path)]).load("", tmp_path, HERE)
    assert pack is None and "E601" in ids(findings)


@pytest.mark.parametrize(
    ("text", "id"), [('packs = ["../goi"', "E627"), ('packs = "x"', "E731"), ("packs = [5]", "E731"), (None, "E627")]
)
def test_project_file_that_cannot_be_read_stops_a_document_that_asks_for_a_pack(
    tmp_path: Path, text: str | None, id: str
) -> None:
    if text is None:
        (tmp_path / "ttdn.toml").mkdir()
    else:
        (tmp_path / "ttdn.toml").write_text(text, encoding="utf-8")
    pack, findings = PackShelf().load("cao-bang", tmp_path, HERE)
    assert pack is None and ids(findings) == [id]
