"""A list of packs reads a sound pack once, and a changed or broken one again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pack_folders import changed_pack, write_pack
from ttdn_draft import kept
from ttdn_draft.packs import PackShelf
from ttdn_draft.packs.found import look_at
from ttdn_draft.packs.heads import PackHead, read_pack_head


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(kept.CACHE_SWITCH, raising=False)
    monkeypatch.setattr("ttdn_draft.user_folders.cache_folder", lambda: tmp_path / "kept")
    kept._folder.cache_clear()
    yield
    kept._folder.cache_clear()


def list_heads(folder: Path) -> tuple[PackHead | None, int, bool]:
    """Return the head, how many findings there are, and whether the pack was read whole."""
    shelf = PackShelf([folder])
    head, findings = read_pack_head(shelf, look_at(folder))
    return head, len(findings), bool(shelf._read)


def test_a_sound_pack_is_read_once(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "goi")
    first, second = list_heads(folder), list_heads(folder)
    assert first[0] is not None
    assert first[0] == second[0]
    assert (first[2], second[2]) == (True, False)


def test_a_changed_pack_is_read_again(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "goi")
    list_heads(folder)
    head = list_heads(write_pack(tmp_path / "goi", changed_pack("phien_ban: ", "phien_ban: 9")))[0]
    assert head is not None
    assert head.version.startswith("9")


def test_a_broken_pack_is_told_each_time(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "goi", changed_pack("phien_ban: ", "khong_co: "))
    assert list_heads(folder) == list_heads(folder)
    assert list_heads(folder)[0] is None
    assert list_heads(folder)[1] > 0
