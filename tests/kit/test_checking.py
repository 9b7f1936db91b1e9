"""What `packs check` finds beside pack.yaml: names that nothing reads, and the Word templates of a pack."""

import os
import shutil
from importlib.resources import as_file
from pathlib import Path

import pytest

from tests.conftest import ids
from tests.pack_folders import PACK, check_folder, write_pack
from ttdn_draft.kit.checking import find_packs
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.render import find_template

PROFILE = "nha-nuoc-nd30-2020"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "gói của tỉnh")


def put_template(pack: Path, profile: str = PROFILE, kind: str = "ke-hoach", name: str = "template.docx") -> Path:
    """Put the official template of State plans into a pack."""
    file = pack / "templates" / profile / kind / name
    file.parent.mkdir(parents=True)
    with as_file(find_template(load_profile(PROFILE), "ke-hoach")) as official:
        shutil.copyfile(official, file)
    return file


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("citation.yaml", "citations.yaml"),
        ("Citations.yaml", "citations.yaml"),
        ("calendar.yml", "calendar.yaml"),
        ("outline", "outlines"),
        ("template", "templates"),
    ],
)
def test_part_that_is_misspelt_is_told_because_nobody_reads_it(pack: Path, name: str, guess: str) -> None:
    (pack / name).touch() if "." in name else (pack / name).mkdir()
    (finding,) = check_folder(pack)
    assert (finding.id, finding.place.file, finding.facts["guess"]) == ("W692", str(pack / name), guess)


def test_other_files_may_lie_in_a_pack(pack: Path) -> None:
    for name in ("__init__.py", "README.md", "LICENSE", "nguồn.pdf"):
        (pack / name).touch()
    (pack / "__pycache__").mkdir()
    assert check_folder(pack) == ()


def test_official_template_in_a_pack_is_sound(pack: Path) -> None:
    put_template(pack)
    assert check_folder(pack) == ()


def test_kind_may_have_the_template_of_one_set_of_sizes_alone(pack: Path) -> None:
    file = put_template(pack)
    small = load_profile(PROFILE, "nho")
    with as_file(find_template(small, "ke-hoach")) as official:
        shutil.copyfile(official, file.with_name(small.template_name()))
    file.unlink()
    assert check_folder(pack) == ()
    file.with_name(small.template_name()).write_bytes(b"PK")
    assert [(f.id, f.place.file) for f in check_folder(pack)] == [("E402", str(file.with_name(small.template_name())))]


def test_template_is_held_against_the_profile_of_its_folder(pack: Path) -> None:
    file = put_template(pack, "dang-hd05-2026")
    found = check_folder(pack)
    assert {f.place.file for f in found} == {str(file)}
    assert "E423" in ids(found)


def test_template_that_is_none_is_told_with_its_file(pack: Path) -> None:
    file = put_template(pack)
    file.write_bytes(b"PK\x03\x04")
    (finding,) = check_folder(pack)
    assert (finding.id, finding.place.file) == ("E402", str(file))


@pytest.mark.parametrize(
    ("profile", "kind", "guess", "place"),
    [
        ("nha-nuoc-nd30", "ke-hoach", PROFILE, "nha-nuoc-nd30"),
        (PROFILE, "kehoach", "ke-hoach", f"{PROFILE}/kehoach"),
    ],
)
def test_folder_that_names_no_profile_or_no_kind_is_told(
    pack: Path, profile: str, kind: str, guess: str, place: str
) -> None:
    put_template(pack, profile, kind)
    (finding,) = check_folder(pack)
    assert (finding.id, finding.facts["guess"]) == ("E684", guess)
    assert finding.place.file == str(pack / "templates" / place)


def test_folder_without_its_template_is_told(pack: Path) -> None:
    file = put_template(pack, name="mau.docx")
    (finding,) = check_folder(pack)
    assert (finding.id, finding.place.file) == ("E685", str(file.parent))


@pytest.mark.parametrize("linked", ["templates", f"templates/{PROFILE}", f"templates/{PROFILE}/ke-hoach/template.docx"])
def test_template_that_leads_out_of_the_pack_is_refused(pack: Path, tmp_path: Path, linked: str) -> None:
    put_template(pack)
    (pack / linked).rename(tmp_path / "ngoài")
    (pack / linked).symlink_to(tmp_path / "ngoài")
    assert ids(check_folder(pack)) == ["E620"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_template_that_is_a_pipe_is_told_and_not_waited_for(pack: Path) -> None:
    file = put_template(pack)
    file.unlink()
    os.mkfifo(file)
    (fault,) = check_folder(pack)
    assert (fault.id, fault.place.file) == ("E401", str(file))


def test_templates_that_are_a_file_are_told(pack: Path) -> None:
    (pack / "templates").write_text("x", encoding="utf-8")
    (fault,) = check_folder(pack)
    assert (fault.id, fault.place.file) == ("E620", str(pack / "templates"))


@pytest.mark.parametrize(
    ("linked", "message"),
    [("outlines", "E640"), ("outlines/doan", "E640"), ("outlines/dang", "E640"), ("templates", "E620")],
)
def test_folder_that_leads_out_of_the_pack_is_told_even_where_it_is_empty(
    pack: Path, tmp_path: Path, linked: str, message: str
) -> None:
    (tmp_path / "khác").mkdir()
    (pack / linked).parent.mkdir(exist_ok=True)
    (pack / linked).symlink_to(tmp_path / "khác", target_is_directory=True)
    (fault,) = check_folder(pack)
    assert (fault.id, fault.place.file) == (message, str(pack / linked))


def test_files_beside_the_folders_of_templates_are_left_alone(pack: Path) -> None:
    file = put_template(pack)
    for folder in (file.parent, file.parents[1], file.parents[2]):
        (folder / "ghi chú.txt").touch()
    assert check_folder(pack) == ()


def test_project_folder_and_folder_of_packs_lead_to_their_packs(tmp_path: Path) -> None:
    inside = write_pack(tmp_path / "dự án" / "src" / "ttdn_pack_mau")
    assert [p.folder for p in find_packs(tmp_path / "dự án")] == [inside]
    assert [p.folder for p in find_packs(tmp_path / "dự án" / "src")] == [inside]
    assert [p.folder for p in find_packs(inside)] == [inside]
    (nothing,) = find_packs(tmp_path)
    assert (nothing.folder, ids(nothing.findings)) == (tmp_path, ["E106"])


def test_pack_is_checked_whole_when_its_data_is_wrong(pack: Path) -> None:
    write_pack(pack, PACK.replace("he_thong: nha-nuoc", "he_thong: x"))
    put_template(pack, "nha-nuoc-nd30")
    assert ids(check_folder(pack)) == ["E204", "E684"]


@pytest.mark.parametrize("name", ["Pack.yml", "pack.yaml.txt", "src/ttdn_pack_mau/pack.yaml.txt"])
def test_pack_whose_file_is_misspelt_is_told_with_the_right_name(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PACK, encoding="utf-8")
    (found,) = find_packs(tmp_path)
    assert [(f.id, f.place.file) for f in found.findings] == [
        ("E106", str(tmp_path / "pack.yaml")),
        ("W692", str(file)),
    ]
    assert found.findings[-1].facts["guess"] == "pack.yaml"
