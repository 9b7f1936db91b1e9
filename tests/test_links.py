"""Links that lead out of a folder, and what is there without being readable."""

from pathlib import Path

import pytest

from ttdn_draft.links import INVALID_NAME, goes_in_circle, is_there, leads_out


def test_link_leads_out_unless_it_ends_in_the_folder(tmp_path: Path) -> None:
    folder, outside = tmp_path / "gói", tmp_path / "ngoài"
    folder.mkdir()
    outside.mkdir()
    (folder / "trong").symlink_to(folder)
    (folder / "ra").symlink_to(outside)
    assert not leads_out(folder / "trong" / "tệp", folder)
    assert leads_out(folder / "ra" / "tệp", folder)
    assert not leads_out(folder / "ra" / "tệp", outside)


def test_name_that_no_system_knows_leads_out(tmp_path: Path) -> None:
    assert leads_out(tmp_path / "a\0b", tmp_path)


def test_circle_of_links_stays_inside_and_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "vòng").symlink_to("vòng")
    (tmp_path / "lối").symlink_to("tệp")
    assert goes_in_circle(tmp_path / "vòng") and not leads_out(tmp_path / "vòng", tmp_path)
    assert not goes_in_circle(tmp_path / "lối")


@pytest.mark.parametrize("is_folder_told", [False, True])
def test_link_without_a_target_is_there_and_a_file_for_a_folder_only_where_it_is_told(
    tmp_path: Path, is_folder_told: bool
) -> None:
    (tmp_path / "cụt").symlink_to("không có")
    (tmp_path / "tệp").write_text("x", encoding="utf-8")
    assert is_there(tmp_path / "cụt", is_folder_told)
    assert not is_there(tmp_path / "không có", is_folder_told)
    assert is_there(tmp_path / "tệp" / "con", is_folder_told) is is_folder_told


def test_a_name_that_windows_allows_no_file_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows answers of `*.md`, which is a pattern then and no file."""

    def refuse(_: Path) -> None:
        error = OSError(22, "Invalid argument")
        error.winerror = INVALID_NAME  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(Path, "lstat", refuse)
    assert not is_there(Path("*.md"))
