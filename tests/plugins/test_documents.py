"""A document that names a pack: ids become names of its date, what it writes itself wins, nothing is guessed."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as DocxDocument

from tests.conftest import ids
from tests.pack_folders import DOCUMENT, PACK, changed_document, changed_pack, write_pack
from ttdn_draft.errors import Finding
from ttdn_draft.model import Document
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import Checked, check_file, render_checked
from ttdn_draft.resources import find_data_folder

Check = Callable[..., Checked]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Check a document with a pack on the shelf."""

    def _check(document: str = DOCUMENT, pack: str = PACK) -> Checked:
        write_pack(tmp_path / "packs" / "mau", pack)
        path = tmp_path / "van-ban.md"
        path.write_text(document, encoding="utf-8")
        return check_file(path, PackShelf([tmp_path / "packs"]))

    return _check


def errors(checked: Checked) -> list[Finding]:
    return [f for f in checked.findings if f.severity == "error"]


def settled(checked: Checked) -> Document:
    assert checked.document is not None, checked.findings
    return checked.document


def test_ids_become_names_signer_place_recipients_and_archive(check: Check) -> None:
    document = settled(check())
    assert (document.parent_body, document.issuer) == ("TỈNH UỶ MẪU", "BAN MỚI")
    assert "HD/BM" in document.number_line
    assert document.place_date.startswith("Mẫu Sơn, ngày 05 tháng 6 năm 2026")
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in document.recipients] == [
        "- Thường trực Tỉnh uỷ (để b/c);",
        "- Lưu Ban Mới Tỉnh uỷ.",
    ]
    assert document.signature.first_line == "TRƯỞNG BAN"
    assert "Trần Thị Bình" in document.signature.full_name


def test_names_are_those_of_the_date(check: Check) -> None:
    document = settled(check(changed_document("2026-06-05", "2025-02-28")))
    assert document.issuer == "BAN CŨ"
    assert any("Các huyện uỷ" in line for line in document.recipients)
    assert "Lưu Ban Cũ Tỉnh uỷ" in document.recipients[-1]
    assert "Nguyễn Văn An" in document.signature.full_name


def test_draft_without_a_date_takes_what_has_not_ended(check: Check) -> None:
    document = settled(check(changed_document("ngay: 2026-06-05\n", "")))
    assert document.issuer == "BAN MỚI"
    assert "Trần Thị Bình" in document.signature.full_name


def test_what_the_document_writes_itself_wins(check: Check) -> None:
    own = "dia_danh: Nơi Khác\nnoi_nhan: [Sở Ngoại vụ]\nluu: Văn thư\nky: {chuc_vu: PHÓ, ho_ten: Đỗ Văn D}"
    document = settled(check(changed_document("ky: truong-ban", own)))
    assert document.place_date.startswith("Nơi Khác")
    assert list(document.recipients) == ["- Sở Ngoại vụ;", "- Lưu Văn thư."]
    assert "Đỗ Văn D" in document.signature.full_name


def test_recipients_that_are_written_empty_stay_empty(check: Check) -> None:
    document = settled(check(changed_document("ky: truong-ban", "ky: truong-ban\nnoi_nhan: []")))
    assert list(document.recipients) == ["- Lưu Ban Mới Tỉnh uỷ."]


def test_archive_line_typed_among_the_recipients_is_not_doubled(check: Check) -> None:
    document = settled(check(changed_document("ky: truong-ban", "ky: truong-ban\nnoi_nhan: [Sở A, Lưu Văn phòng]")))
    assert list(document.recipients) == ["- Sở A;", "- Lưu Văn phòng."]


def test_kind_without_recipients_of_its_own_takes_the_general_ones(check: Check) -> None:
    document = settled(check(changed_document("huong-dan", "ke-hoach")))
    assert document.recipients[0] == "- Lãnh đạo Ban;"
    ended = changed_pack("muc_dich: để b/c, nguon: sách A", "muc_dich: để b/c, den: 2020, nguon: sách A")
    assert settled(check(pack=ended)).recipients[0] == "- Lãnh đạo Ban;"


def test_standard_is_that_of_the_organ_unless_it_is_written(check: Check) -> None:
    written_out = changed_document("co_quan: ban", "co_quan: so").replace("ky: truong-ban", "ky: {chuc_vu: GIÁM ĐỐC}")
    state = check(written_out)
    assert state.profile is not None
    assert state.profile.standard == "nha-nuoc"
    assert settled(state).parent_body == "UBND TỈNH MẪU"
    other = check(written_out.replace("ngay:", "the_thuc: dang\nngay:"))
    assert other.profile is not None
    assert other.profile.standard == "dang"
    assert "W611" in ids(other.findings)


def test_document_that_writes_its_issuer_out_must_name_the_standard(check: Check) -> None:
    written_out = changed_document("co_quan: ban", "co_quan: {ten: BAN, ky_hieu: B}")
    missing = [f for f in check(written_out.replace("ky: truong-ban", "ky: {chuc_vu: A}")).findings if f.id == "E201"]
    assert [(f.facts["key"], f.facts["title"], f.facts["example"]) for f in missing] == [
        ("the_thuc", "Thể thức", "dang")
    ]


def test_joint_documents_may_mix_ids_and_written_signers(check: Check) -> None:
    document = settled(check(changed_document("ky: truong-ban", "ky: [truong-ban, {chuc_vu: BÍ THƯ, ho_ten: Đỗ D}]")))
    names = document.signature.full_name + document.left_signature.full_name
    assert "Trần Thị Bình" in names
    assert "Đỗ D" in names


def test_what_nobody_verified_is_a_warning_with_its_source(check: Check) -> None:
    found = [f for f in check().findings if f.id == "W610"]
    assert [(f.place.path, f.facts["value"], f.facts["source"]) for f in found] == [("$.co_quan", "Ban Mới", "báo B")]
    document = changed_document("co_quan: ban", "co_quan: so").replace("ky: truong-ban", "ky: {chuc_vu: GIÁM ĐỐC}")
    places = {f.place.path for f in check(document).findings if f.id == "W610"}
    assert places == {"$.co_quan", "$.dia_danh"}


@pytest.mark.parametrize(
    ("old", "new", "id", "path", "told"),
    [
        ("tinh: mau\n", "", "E604", "$.co_quan", "ban"),
        ("co_quan: ban", "co_quan: bann", "E605", "$.co_quan", "ban, bcd-ttdn, btgdvtu, so"),
        (
            "co_quan: ban\nngay: 2026-06-05",
            "co_quan: so\nngay: 2024-06-05",
            "E606",
            "$.co_quan",
            "Sở Mẫu (2025-03 – …)",
        ),
        ("tinh: mau", "tinh: toan-quoc", "E634", "$.tinh", "toan-quoc"),
        ("tinh: mau", "tinh: binh-phuoc", "E633", "$.tinh", "Đồng Nai"),
        ("ky: truong-ban", "ky: truong", "E607", "$.ky", "pho, truong-ban"),
        ("2026-06-05\n", "2027-01-01\n", "E608", "$.ky", "Lê Văn Cường (… – 2026-12-31)"),
        ("co_quan: ban", "the_thuc: dang\nco_quan: {ten: BAN, ky_hieu: B}", "E609", "$.ky", "truong-ban"),
        ("tinh: mau", "tinh: khong-co", "E601", "$.tinh", "mau"),
    ],
)
def test_id_that_says_nothing_on_the_date_is_an_error_with_what_is_valid(
    check: Check, old: str, new: str, id: str, path: str, told: str
) -> None:
    document = changed_document(old, new)
    checked = check(document.replace("truong-ban", "pho") if id == "E608" else document)
    found = [f for f in errors(checked) if f.id == id]
    assert found
    assert found[0].place.path == path
    assert told in str({**found[0].facts})
    assert checked.document is None


def test_id_in_a_list_of_signers_is_told_at_its_place(check: Check) -> None:
    checked = check(changed_document("ky: truong-ban", "ky: [truong-ban, ai]"))
    assert [(f.id, f.place.path) for f in errors(checked)] == [("E607", "$.ky[1]")]
    alone = check(changed_document("tinh: mau\n", "the_thuc: dang\n"))
    assert [(f.id, f.place.path) for f in errors(alone)] == [("E604", "$.co_quan"), ("E604", "$.ky")]


def test_parent_without_a_name_on_the_date_is_an_error(check: Check) -> None:
    old = changed_pack("{ten: Tỉnh uỷ Mẫu, ky_hieu: TU,", "{ten: Tỉnh uỷ Mẫu, ky_hieu: TU, den: 2020,")
    found = errors(check(pack=old))
    assert [(f.id, f.facts["name"]) for f in found] == [("E606", "tinh-uy")]


def test_broken_pack_stops_the_document_and_shows_its_findings(check: Check) -> None:
    checked = check(pack=changed_pack("he_thong: nha-nuoc", "he_thong: x"))
    assert {f.id for f in checked.findings} == {"E602", "E204"}
    assert checked.document is None


def test_pack_that_a_document_names_and_does_not_use_must_still_be_there(check: Check) -> None:
    written_out = "the_thuc: dang\nco_quan: {ten: BAN, ky_hieu: B}\ndia_danh: X\nky: {chuc_vu: A, ho_ten: B}"
    document = changed_document("co_quan: ban", written_out).replace("ky: truong-ban\n", "")
    assert settled(check(document)).issuer == "BAN"
    assert ids(tuple(errors(check(document.replace("tinh: mau", "tinh: khac"))))) == ["E601"]


def test_faults_of_the_input_and_of_its_ids_come_together(check: Check) -> None:
    document = changed_document("ky: truong-ban", "ky: ai\ndanh_so: [a, I]")
    assert {"E211", "E607"} <= {f.id for f in errors(check(document))}


def test_province_without_a_pack_has_that_of_the_whole_country_which_is_told(check: Check) -> None:
    document = DOCUMENT.replace("tinh: mau", "tinh: son-la").replace("co_quan: ban", "co_quan: btgdvtu")
    checked = check(document)
    assert [f.place.path for f in checked.findings if f.id == "N650"] == ["$.tinh"]
    assert (settled(checked).parent_body, settled(checked).issuer) == ("TỈNH UỶ SƠN LA", "BAN TUYÊN GIÁO VÀ DÂN VẬN")


def test_template_of_the_pack_is_used_and_that_of_the_command_before_it(check: Check, tmp_path: Path) -> None:
    official = find_data_folder("templates") / "dang-hd05-2026" / "huong-dan" / "template.docx"
    folder = tmp_path / "packs" / "mau" / "templates" / "dang-hd05-2026" / "huong-dan"
    folder.mkdir(parents=True)
    own = DocxDocument(BytesIO(official.read_bytes()))
    own.sections[0].footer.paragraphs[0].text = "Mẫu của tỉnh"
    own.save(folder / "template.docx")
    checked = check()
    assert checked.template is not None
    assert checked.template.file == folder / "template.docx"
    assert b"M\xe1\xba\xabu c\xe1\xbb\xa7a t\xe1\xbb\x89nh" in render_checked(checked)
    assert b"M\xe1\xba\xabu c\xe1\xbb\xa7a t\xe1\xbb\x89nh" not in render_checked(checked, official)


def test_template_that_is_a_link_out_of_the_pack_is_refused(check: Check, tmp_path: Path) -> None:
    folder = tmp_path / "packs" / "mau" / "templates" / "dang-hd05-2026" / "huong-dan"
    folder.mkdir(parents=True)
    (folder / "template.docx").symlink_to("/etc/passwd")
    checked = check()
    assert checked.document is None
    assert [f.place.file for f in checked.findings if f.id == "E620"] == [str(folder / "template.docx")]
