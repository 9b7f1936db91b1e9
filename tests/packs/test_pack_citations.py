"""citations.yaml of a pack: its documents lie over those of the program, for documents that name it alone."""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import ids
from tests.pack_folders import (
    CITATIONS,
    DOCUMENT,
    changed_citations,
    changed_document,
    changed_pack,
    check_folder,
    write_citations,
    write_pack,
)
from ttdn_draft.cli import run
from ttdn_draft.errors import Finding, Place
from ttdn_draft.knowledge.citations import Citation, CitationTable, Status, format_citation, load_citations
from ttdn_draft.knowledge.standards.spelling import spell
from ttdn_draft.model import keys_of, plain_text, texts_of
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import Checked, check_file
from ttdn_draft.validate.schema import load_schema

Check = Callable[..., Checked]
Capture = pytest.CaptureFixture[str]
OLD = "Kế hoạch số 1/KH-UBND, ngày 20/02/2025 của Ủy ban nhân dân tỉnh Mẫu về công tác thông tin đối ngoại năm 2025"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a pack with its documents."""
    pack = write_pack(tmp_path / "packs" / "mau")
    write_citations(pack)
    return pack


@pytest.fixture
def check(tmp_path: Path, folder: Path) -> Check:
    """Check a document that cites something, with the pack on the shelf."""

    def _check(document: str) -> Checked:
        path = tmp_path / "van-ban.md"
        path.write_text(document, encoding="utf-8")
        return check_file(path, PackShelf([folder.parent]))

    return _check


def citing(entry: str, day: str = "2025-03-01") -> str:
    """Return the document with a legal basis, on a day."""
    return changed_document("ky: truong-ban", f"ky: truong-ban\ncan_cu: [{entry}]").replace("2026-06-05", day)


def table_of(folder: Path, id: str = "mau") -> CitationTable:
    table, findings = PackShelf([folder.parent]).load_citations(id, Path(), Place())
    assert table is not None, findings
    return table


def found_in(folder: Path, old: str, new: str) -> tuple[Finding, ...]:
    write_citations(folder, changed_citations(old, new))
    return check_folder(folder)


# What a document may cite


def test_document_that_names_the_pack_cites_its_ids(check: Check) -> None:
    checked = check(citing("kh-1-2025-mau").replace("Nội dung.", "Theo [dan: kh-1-2025-mau]."))
    assert checked.document is not None, checked.findings
    assert checked.document.legal_bases == (f"Căn cứ {spell(OLD, 'dang')},",)
    assert [plain_text(text) for text in texts_of(checked.document.body)][-1] == "Theo Kế hoạch số 1/KH-UBND."


def test_document_without_the_pack_does_not_know_them(check: Check) -> None:
    own = "the_thuc: dang\nco_quan: {ten: BAN, ky_hieu: B}\ndia_danh: X\n"
    document = citing("kh-1-2025-mau").replace("tinh: mau\nco_quan: ban\n", own)
    checked = check(document.replace("ky: truong-ban", "ky: {chuc_vu: TRƯỞNG BAN, ho_ten: A}"))
    assert "E395" in ids(checked.findings)


def test_status_and_replacement_are_those_of_the_day(check: Check) -> None:
    told = [f for f in check(citing("kh-1-2025-mau", "2026-06-05")).findings if f.id == "W390"]
    assert [f.facts["newer"] for f in told] == ["Kế hoạch số 2/KH-UBND (kh-2-2026-mau)"]
    assert "W390" not in ids(check(citing("kh-1-2025-mau", "2025-12-31")).findings)


def test_unverified_document_and_gaps_are_told(check: Check) -> None:
    checked = check(citing("kh-2-2026-mau", "2026-06-05"))
    told = [f for f in checked.findings if f.id in ("W393", "W394")]
    assert ids(tuple(told)) == ["W393", "W394"] and told[0].facts["source"] == "báo tỉnh"
    assert checked.document is not None
    assert "ngày […]/01/2026 của Uỷ ban nhân dân tỉnh Mẫu […]" in checked.document.legal_bases[0]


def test_document_of_the_same_id_takes_the_place_of_the_national_one(folder: Path) -> None:
    table, national = table_of(folder), load_citations()
    own, other = table.find("nd-09-2017"), national.find("nd-09-2017")
    assert own is not None and other is not None
    assert (own.pack, other.pack) == ("mau", "")
    day = date(2026, 6, 15)
    assert (table.status_on(own, day), national.status_on(other, day)) == (Status.ENDED, Status.IN_FORCE)
    assert len(list(table)) == len(list(national)) + 2
    assert table.find("kl-57-kltw-2023") == national.find("kl-57-kltw-2023")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Về việc ban hành quy chế", "về việc ban hành quy chế"),
        ("về  công tác\n      văn thư", "về công tác văn thư"),
        ("phê duyệt đề án", "phê duyệt đề án"),
        ('"-"', ""),
    ],
)
def test_title_is_written_as_it_reads_in_a_sentence(folder: Path, written: str, printed: str) -> None:
    write_citations(folder, changed_citations("về công tác thông tin đối ngoại năm 2025", written))
    found = table_of(folder).find("kh-1-2025-mau")
    assert found is not None
    assert format_citation(found, "dang").removeprefix(OLD.partition(" về ")[0]).strip() == printed


@pytest.mark.parametrize("text", ["van_ban: []\n", "# chưa có\nvan_ban: []\n"])
def test_pack_may_bring_an_empty_list_or_none(folder: Path, text: str) -> None:
    file = write_citations(folder, text)
    assert check_folder(folder) == ()
    assert list(table_of(folder)) == list(load_citations())
    file.unlink()
    assert list(table_of(folder)) == list(load_citations())
    assert list(table_of(folder, "khong-co")) == list(load_citations())


def test_file_is_read_for_documents_that_cite_and_only_once(
    check: Check, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ttdn_draft import read as reader

    read = list[Path]()
    real = reader.read_data

    def record(path: Path, limit: int) -> Any:
        read.extend([path] if path.name == "citations.yaml" else [])
        return real(path, limit)

    monkeypatch.setattr(reader, "read_data", record)
    assert check(DOCUMENT).document is not None
    assert read == []
    shelf = PackShelf([folder.parent])
    for _ in range(2):
        assert shelf.load_citations("mau", Path(), Place())[0] is not None
    assert read == [folder / "citations.yaml"]


def test_broken_list_stops_documents_that_cite_and_no_others(check: Check, folder: Path) -> None:
    write_citations(folder, changed_citations("tinh_trang: con-hieu-luc", "tinh_trang: tốt"))
    checked = check(citing("kl-57-kltw-2023"))
    assert checked.document is None
    told = [(f.id, Path(f.place.file).name) for f in checked.findings if f.severity == "error"]
    assert told == [("E204", "citations.yaml"), ("E602", "van-ban.md")]
    assert check(DOCUMENT).document is not None


# What is wrong in the file


def test_sound_list_has_no_findings(folder: Path) -> None:
    assert check_folder(folder) == ()


@pytest.mark.parametrize(
    ("old", "new", "id", "path"),
    [
        ("    ngay: 2026-01\n", "    ngay: 2026-01\n    mau: đỏ\n", "E202", "$.van_ban[1].mau"),
        ("    nguon: báo tỉnh\n", "", "E201", "$.van_ban[1]"),
        ("tinh_trang: con-hieu-luc", "tinh_trang: in-force", "E204", "$.van_ban[1].tinh_trang"),
        ("id: kh-2-2026-mau\n    loai", "id: KH 2\n    loai", "E205", "$.van_ban[1].id"),
        ("ngay: 2026-01\n", "ngay: 1/2026\n", "E249", "$.van_ban[1].ngay"),
        ("ngay: 2026-01\n", "ngay: 2026-13\n", "E210", "$.van_ban[1].ngay"),
        ("het_hieu_luc: 2026-05-31", "het_hieu_luc: 2026-05-32", "E210", "$.van_ban[2].het_hieu_luc"),
        ("id: kh-2-2026-mau\n    loai", "id: kh-1-2025-mau\n    loai", "E660", "$.van_ban[1].id"),
        ("thay_boi: kh-2-2026-mau", "thay_boi: kh-3-2026-mau", "E661", "$.van_ban[0].thay_boi"),
        ("thay_boi: nd-244-2026", "sua_boi: nd-244", "E661", "$.van_ban[2].sua_boi"),
        ("    het_hieu_luc: 2025\n", "", "E662", "$.van_ban[0].tinh_trang"),
        ("tinh_trang: con-hieu-luc", "tinh_trang: chua-ro\n    het_hieu_luc: 2027", "E662", "$.van_ban[1].tinh_trang"),
        ("hieu_luc_tu: 2017-03-30", "hieu_luc_tu: 2026-06-01", "E663", "$.van_ban[2].het_hieu_luc"),
        ("thay_boi: kh-2-2026-mau", "thay_boi: kh-1-2025-mau", "E664", "$.van_ban[0].thay_boi"),
        ("    nguon: báo tỉnh", "    sua_boi: kh-2-2026-mau\n    nguon: báo tỉnh", "E664", "$.van_ban[1].sua_boi"),
        ("loai: Nghị định", "loai: &a Nghị định", "E122", "$.van_ban[2].loai"),
    ],
)
def test_fault_is_told_with_its_file_line_and_path(folder: Path, old: str, new: str, id: str, path: str) -> None:
    [finding] = [f for f in found_in(folder, old, new) if f.id == id]
    assert finding.place.file == str(folder / "citations.yaml")
    assert finding.place.path == path
    begins = CITATIONS[: CITATIONS.index(old)].count("\n") + 1
    assert id in ("E201", "E662", "E663") or abs(finding.place.line - begins) <= 1
    assert PackShelf([folder.parent]).load_citations("mau", Path(), Place())[0] is None


def test_circle_through_several_documents_is_told_at_each_of_the_pack(folder: Path) -> None:
    found = found_in(folder, "    nguon: báo tỉnh", "    thay_boi: kh-1-2025-mau\n    nguon: báo tỉnh")
    assert [(f.id, f.place.path) for f in found] == [
        ("E664", "$.van_ban[0].thay_boi"),
        ("E664", "$.van_ban[1].thay_boi"),
    ]


def test_circle_through_the_national_table_is_told(folder: Path) -> None:
    follower = load_citations().find("nd-09-2017")
    assert follower is not None and follower.replaced_by == "nd-244-2026"
    text = CITATIONS[: CITATIONS.index("  - id: nd-09-2017")] + CITATIONS[
        CITATIONS.index("  - id: nd-09-2017") :
    ].replace("id: nd-09-2017", "id: nd-244-2026").replace("thay_boi: nd-244-2026", "thay_boi: nd-09-2017")
    write_citations(folder, text)
    assert ids(check_folder(folder)) == ["E664"]


def test_all_faults_of_pack_and_list_come_together(folder: Path) -> None:
    write_pack(folder, changed_pack("cap_tren: tinh-uy", "cap_tren: thanh-uy"))
    text = changed_citations("ngay: 2026-01\n", "ngay: 2026-13\n").replace("ngay: 2017-02-09", "ngay: 2017-02-30")
    write_citations(folder, text)
    assert ids(check_folder(folder)) == ["E210", "E210", "E626"]


@pytest.mark.parametrize("text", ["", "van_ban: 7\n", "- a\n", "van_ban:\n  - a\n", "van_ban: [\n"])
def test_list_of_another_shape_is_refused(folder: Path, text: str) -> None:
    write_citations(folder, text)
    found = check_folder(folder)
    assert found and {f.place.file for f in found} == {str(folder / "citations.yaml")}


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_link_that_leads_out_of_the_pack_is_refused(folder: Path, tmp_path: Path) -> None:
    elsewhere = write_citations(tmp_path)
    (folder / "citations.yaml").unlink()
    (folder / "citations.yaml").symlink_to(elsewhere)
    assert ids(check_folder(folder)) == ["E620"]
    assert PackShelf([folder.parent]).load_citations("mau", Path(), Place())[0] is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_pipe_is_not_waited_for(folder: Path) -> None:
    (folder / "citations.yaml").unlink()
    os.mkfifo(folder / "citations.yaml")
    assert len(check_folder(folder)) == 1


def test_every_key_is_explained_with_an_example_that_fits() -> None:
    def walk(schema: dict[str, Any], key: str) -> None:
        assert schema["title"] and schema["description"], key
        assert all(Draft202012Validator(schema).is_valid(example) for example in schema["examples"]), key
        for name, entry in {**schema.get("properties", {}), "items": schema.get("items")}.items():
            if entry:
                walk(entry, f"{key}.{name}")

    schema = load_schema("citation")
    Draft202012Validator.check_schema(schema)
    walk(schema, "$")


def test_keys_of_a_document_are_those_of_its_type() -> None:
    properties = load_schema("citation")["properties"]["van_ban"]["items"]["properties"]
    assert set(properties) == {*keys_of(Citation), "hieu_luc_tu", "het_hieu_luc", "xac_minh"}


# Commands


@pytest.fixture
def cli(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run a command with the pack, and no packs of whoever runs the tests."""
    monkeypatch.setenv("TTDN_DRAFT_NO_PLUGINS", "1")
    monkeypatch.delenv("TTDN_DRAFT_PACKS", raising=False)
    monkeypatch.setattr("ttdn_draft.user_folders.data_folder", lambda: tmp_path / "không có")
    return lambda *arguments: run((*arguments, "--packs", str(folder.parent)), {})


def test_cite_searches_the_documents_of_a_pack_too(cli: Callable[..., int], capsys: Capture) -> None:
    assert cli("cite", "1/KH-UBND", "--tinh", "mau", "--ngay", "2025-03-01") == 0
    first, second, *rest = capsys.readouterr().out.splitlines()
    assert first == OLD
    assert second == "    kh-1-2025-mau · còn hiệu lực (ngày 2025-03-01)"
    assert "    Trong gói nội dung: mau" in rest
    assert "    Văn bản thay thế: Kế hoạch số 2/KH-UBND (kh-2-2026-mau)" in rest
    assert cli("cite", "kl-57-kltw-2023", "--tinh", "mau", "--output", "json") == 0
    [hit] = json.loads(capsys.readouterr().out)["citations"]
    assert (hit["id"], hit["pack"]) == ("kl-57-kltw-2023", "")
    assert cli("cite", "kh-1-2025-mau") == 1
    capsys.readouterr()
    assert cli("cite", "không có", "--tinh", "mau") == 1
    assert "ttdn-mau" in capsys.readouterr().err


def test_cite_says_which_pack_is_missing_or_broken(cli: Callable[..., int], folder: Path, capsys: Capture) -> None:
    assert cli("cite", "57", "--tinh", "khong-co") == 2
    assert "E601" in capsys.readouterr().err
    write_citations(folder, changed_citations("tinh_trang: con-hieu-luc", "tinh_trang: tốt"))
    for command in (("cite", "57", "--tinh", "mau"), ("packs", "show", "mau")):
        assert cli(*command) == 3
        told = capsys.readouterr().err
        assert "E602" in told and "citations.yaml:" in told


def test_show_lists_the_documents_and_what_they_replace(cli: Callable[..., int], capsys: Capture) -> None:
    assert cli("packs", "show", "mau") == 0
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("Văn bản dẫn:")
    assert lines[at + 1 : at + 4] == [
        "  kh-1-2025-mau  Kế hoạch số 1/KH-UBND  đã hết giai đoạn nêu trong tên",
        "  kh-2-2026-mau  Kế hoạch số 2/KH-UBND  còn hiệu lực  [chưa xác minh]",
        "  nd-09-2017  Nghị định số 9/2017/NĐ-CP  đã hết hiệu lực  [thay mục của bảng chung]",
    ]
