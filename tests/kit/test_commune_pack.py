"""A pack of a commune: made by `packs new --xa`, it lies over its province's, and what is wrong with it is named."""

import sys
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ids
from tests.kit.test_checking import put_template
from tests.pack_folders import write_pack
from tests.projects import pack_of, record_install, write_project
from ttdn_draft.cli import run
from ttdn_draft.compose import Order
from ttdn_draft.composing import compose_file
from ttdn_draft.kit.testing import check_pack, list_names, load_pack, render_sample
from ttdn_draft.knowledge.places.communes import list_communes
from ttdn_draft.knowledge.places.provinces import Province, list_provinces
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_text
from ttdn_draft.word.lines import read_lines

Capture = pytest.CaptureFixture[str]
DAY = date(2027, 3, 15)
ID = "cao-bang-trung-khanh"
HEAD = f"id: {ID}\nten: Trùng Khánh\ntinh: cao-bang\nxa: trung-khanh\nphien_ban: 1.0\nco_quan:\n"
SIGNER = """  - id: ubnd-xa
    he_thong: nha-nuoc
    nguoi_ky:
      - id: chu-tich
        quyen_han: TM. ỦY BAN NHÂN DÂN
        chuc_vu: CHỦ TỊCH
        ho_ten: Nông Thị Mẫu
        nguon: sách A
        xac_minh: true
"""
PLAN = (
    "---\nloai: ke-hoach\ntinh: cao-bang\nxa: Trùng Khánh\nco_quan: ubnd-xa\nso: 5\nngay: 2027-03-15\n"
    "trich_yeu: Thông tin đối ngoại\nky: chu-tich\n---\n# MỤC ĐÍCH\n\nNội dung.\n"
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Gói của xã"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("TTDN_DRAFT_NO_PLUGINS", raising=False)
    return folder


def cli(*arguments: str) -> int:
    return run(arguments, {"TTDN_DRAFT_NO_PLUGINS": "1"})


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_new_user_makes_a_pack_edits_one_key_and_has_the_document(home: Path, capsys: Capture) -> None:
    assert cli("packs", "new", "--tinh", "Cao Bằng", "--xa", "xã Trùng Khánh", "-o", "gói xã", "--du-lieu") == 0
    told = capsys.readouterr().out
    assert '--packs "gói xã"' in told and "--tinh cao-bang --xa trung-khanh" in told
    file = home / "gói xã" / "pack.yaml"
    edit(file, "  - id: ubnd-xa\n    he_thong: nha-nuoc\n", SIGNER)
    assert cli("packs", "check", "gói xã", "--ngay", "2027-03-15") == 0
    assert capsys.readouterr().err == "gói xã: không có lỗi\n"
    new = ["new", "ke-hoach", "--the-thuc", "nha-nuoc", "--nam", "2027", "--ngay", "2027-03-15", "--packs", "gói xã"]
    assert cli(*new, "--tinh", "cao-bang", "--xa", "trung-khanh", "-o", "kế hoạch.md") == 0
    text = (home / "kế hoạch.md").read_text(encoding="utf-8")
    assert "\ntinh: cao-bang\nxa: trung-khanh\n" in text and "ho_ten: Nông Thị Mẫu\n" in text
    assert cli("check", "kế hoạch.md", "--packs", "gói xã") == 0
    assert cli("render", "kế hoạch.md", "--packs", "gói xã") == 0
    lines = read_lines((home / "kế hoạch.docx").read_bytes())
    assert "XÃ TRÙNG KHÁNH" in " ".join(lines) and "Nông Thị Mẫu" in lines


def test_the_pack_is_used_by_documents_of_its_commune_and_by_no_others(home: Path) -> None:
    shelf = PackShelf([write_pack(home, HEAD + SIGNER)])
    found = check_text(PLAN, "md", shelf)
    assert found.document is not None and found.document.signature.full_name == "Nông Thị Mẫu"
    assert found.document.issuer == "ỦY BAN NHÂN DÂN\nXÃ TRÙNG KHÁNH"
    for other in (PLAN.replace("Trùng Khánh", "Quảng Uyên"), PLAN.replace("\nxa: Trùng Khánh", "")):
        document = check_text(other, "md", shelf).document
        assert document is None or document.signature.full_name != "Nông Thị Mẫu"
    by_its_own_id = PLAN.replace("tinh: cao-bang\nxa: Trùng Khánh", f"tinh: {ID}")
    assert check_text(by_its_own_id, "md", shelf).document == found.document


def test_what_it_brings_lies_over_that_of_its_province(home: Path) -> None:
    province = write_pack(
        home / "tỉnh",
        "id: cao-bang\nten: T\ntinh: cao-bang\nphien_ban: 1\nco_quan:\n  - {id: tinh-uy, he_thong: dang}\n"
        "su_kien:\n  - {id: a, noi_dung: Việc của tỉnh, muc: quang-ba, nguon: sách A, xac_minh: true}\n",
    )
    own = write_pack(
        home / "xã",
        f"{HEAD}{SIGNER}su_kien:\n  - {{id: b, noi_dung: Việc của xã, muc: quang-ba, nguon: sách A, xac_minh: true}}\n",
    )
    document = (
        "van_ban:\n  - {id: ID, loai: Kế hoạch, so_ky_hieu: 9/KH-UBND, co_quan: Ủy ban nhân dân, ngay: 2026-02-01, "
    )
    document += "trich_yeu: về việc WHAT, tinh_trang: con-hieu-luc, nguon: sách A, xac_minh: true}\n"
    for folder, name in ((province, "tinh"), (own, "xa")):
        text = document.replace("ID", f"kh-9-{name}").replace("WHAT", name)
        (folder / "citations.yaml").write_text(text, encoding="utf-8")
        (folder / "outlines" / "doan").mkdir(parents=True)
        (folder / "outlines" / "doan" / f"{'quang-ba' if name == 'xa' else 'doi-tac'}.md").write_text(
            f"- Đoạn {name}.\n"
        )
    shelf = PackShelf([province, own])
    pack, _ = shelf.take(ID)
    assert [fact.text for fact in pack.facts] == ["Việc của tỉnh", "Việc của xã"]
    assert (pack.below, pack.commune and pack.commune.id) == ("cao-bang", "trung-khanh")
    cited = PLAN.replace("\nky: chu-tich", "\ncan_cu: [kh-9-tinh, kh-9-xa]\nky: chu-tich")
    assert check_text(cited, "md", shelf).document is not None
    assert "E395" in ids(check_text(cited.replace("Trùng Khánh", "Quảng Uyên"), "md", shelf).findings)
    sources = [found.folder for found in shelf.list_sources("cao-bang", over=ID)]
    assert sources[:2] == [own, province]


def test_a_pack_that_is_installed_serves_its_commune(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    project = write_project(home / "dự án", "cao-bang", "trung-khanh")
    edit(pack_of(project) / "pack.yaml", "  - id: ubnd-xa\n    he_thong: nha-nuoc\n", SIGNER)
    installed = record_install(project, tmp_path / "site")
    for path in (tmp_path / "site", project / "src"):
        monkeypatch.syspath_prepend(str(path))
    try:
        assert run(["packs", "list"], {}) == 0
        assert f"cao-bang/trung-khanh  0.1.0  dùng được  {installed}" in capsys.readouterr().out
        Path("kế hoạch.md").write_text(PLAN, encoding="utf-8")
        assert run(["render", "kế hoạch.md"], {}) == 0
        assert "Nông Thị Mẫu" in read_lines(Path("kế hoạch.docx").read_bytes())
        assert run(["packs", "show", ID], {}) == 0
        assert "Nông Thị Mẫu" in capsys.readouterr().out
    finally:
        sys.modules.pop("ttdn_pack_cao_bang_trung_khanh", None)


@pytest.mark.parametrize(("province", "kind"), [("cao-bang", "xã"), ("ha-noi", "phường"), ("an-giang", "đặc khu")])
def test_a_new_pack_is_sound_and_drafts_for_every_kind_of_commune(home: Path, province: str, kind: str) -> None:
    commune = next(unit for unit in list_communes(province, DAY) if unit.kind == kind)
    folder = pack_of(write_project(home / "dự án", province, commune.id))
    assert check_pack(folder, DAY) == ()
    assert commune.name in list_names(load_pack(folder), DAY)["ubnd-xa"]
    sample = render_sample(folder, "ke-hoach", "dang", DAY)
    assert any(commune.full_name.upper() in line for line in sample.lines)


@pytest.mark.parametrize("province", list_provinces(DAY), ids=lambda province: province.id)
def test_a_pack_can_be_made_for_a_commune_of_each_province(home: Path, province: Province) -> None:
    commune = list_communes(province.id, DAY)[-1]
    assert cli("packs", "new", province.id, "--xa", commune.id, "--du-lieu", "-o", "gói") == 0
    pack, _ = PackShelf([home / "gói"]).take(f"{province.id}-{commune.id}")
    assert pack.commune == commune


@pytest.mark.parametrize(
    ("arguments", "message", "words"),
    [
        (("cao-bang", "--xa", "Bù Gia Mập"), "E611", "thành phố Đồng Nai"),
        (("cao-bang", "--xa", "Phong Nặm"), "E610", "dinh-phong"),
        (("cao-bang", "--xa", "Trung Khanh"), "E612", "trung-khanh"),
        (("thai-nguyen", "--xa", "van-lang"), "E613", "van-lang-02143, van-lang-05665"),
        (("binh-phuoc", "--xa", "Bù Gia Mập"), "E682", "dong-nai"),
        (("--xa", "Trùng Khánh"), "E001", "--tinh"),
        (("cao-bang", "--tinh", "cao-bang", "--xa", "trung-khanh"), "E001", "--tinh"),
    ],
)
def test_a_commune_that_cannot_be_had_is_named_and_nothing_is_written(
    home: Path, capsys: Capture, arguments: tuple[str, ...], message: str, words: str
) -> None:
    assert cli("packs", "new", *arguments) == 2
    told = capsys.readouterr().err
    assert message in told and words in told and "9999" not in told
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: cao-bang-trung-khanh", "id: trung-khanh", "E615"),
        ("xa: trung-khanh", "xa: quang-uyen", "E615"),
        ("trung-khanh", "phong-nam", "E610"),
        ("trung-khanh", "xyzzy", "E612"),
        ("cao-bang", "thai-nguyen", "E611"),
        ("tinh: cao-bang", "tinh: cao-bangg", "E632"),
        ("xa: trung-khanh", "xa: Trùng Khánh", "E205"),
    ],
)
def test_a_pack_of_no_commune_or_another_is_refused_with_its_place(
    home: Path, old: str, new: str, message: str
) -> None:
    findings = check_pack(write_pack(home, (HEAD + SIGNER).replace(old, new)), DAY)
    assert message in ids(findings), findings
    assert all(finding.place.file == str(home / "pack.yaml") for finding in findings)


def test_two_packs_of_one_commune_are_named_with_their_places(home: Path, capsys: Capture) -> None:
    folders = [write_pack(home / name, HEAD + SIGNER) for name in ("một", "hai")]
    (double,) = [f for f in check_text(PLAN, "md", PackShelf(folders)).findings if f.id == "E603"]
    assert all(str(folder) in str(double.facts["folders"]) for folder in folders)
    assert cli("packs", "check", str(home)) == 3
    assert "E603" in "".join(capsys.readouterr())
    new = ("new", "ke-hoach", "--tinh", "cao-bang", "--xa", "trung-khanh", "--nam", "2027", "--packs", str(home))
    assert cli(*new) == 3
    assert "E603" in capsys.readouterr().err


def test_a_broken_pack_stops_the_documents_of_its_commune_alone(home: Path) -> None:
    shelf = PackShelf([write_pack(home, HEAD + SIGNER.replace("nguon: sách A", "nguonn: sách A"))])
    assert {"E602", "E202"} <= set(ids(check_text(PLAN, "md", shelf).findings))
    assert "E602" not in ids(check_text(PLAN.replace("Trùng Khánh", "Quảng Uyên"), "md", shelf).findings)


def test_a_document_that_names_the_pack_and_another_commune_is_refused(home: Path) -> None:
    shelf = PackShelf([write_pack(home, HEAD + SIGNER)])
    text = PLAN.replace("tinh: cao-bang\nxa: Trùng Khánh", f"tinh: {ID}\nxa: Quảng Uyên")
    (found,) = [finding for finding in check_text(text, "md", shelf).findings if finding.id[0] == "E"]
    assert (found.id, found.place.path) == ("E616", "$.xa")
    assert (found.facts["name"], found.facts["other"]) == ("xã Trùng Khánh", "xã Quảng Uyên")


DAY_OF_OWN = (
    "ngay_ky_niem:\n  - {{id: {id}, ten: {name}, goc: 1950-10-04, loai: su-kien, neu: hang-nam, "
    "nguon: sách A, xac_minh: true}}\n"
)
PROVINCE = "id: cao-bang\nten: T\ntinh: cao-bang\nphien_ban: 1\nco_quan:\n  - {id: tinh-uy, he_thong: dang}\n"


def test_its_days_come_before_those_of_its_province_for_its_documents_alone(home: Path) -> None:
    province, own = write_pack(home / "tỉnh", PROVINCE), write_pack(home / "xã", HEAD + SIGNER)
    (province / "calendar.yaml").write_text(
        DAY_OF_OWN.format(id="ngay-mau", name="Ngày Mẫu của tỉnh")
        + DAY_OF_OWN.format(id="ngay-tinh", name="Ngày Tỉnh").removeprefix("ngay_ky_niem:\n"),
        encoding="utf-8",
    )
    (own / "calendar.yaml").write_text(DAY_OF_OWN.format(id="ngay-mau", name="Ngày Mẫu của xã"), encoding="utf-8")
    shelf = PackShelf([province, own])

    def compose(commune: str) -> str:
        asked = Order("ke-hoach", DAY.year, DAY, DAY, "nha-nuoc", commune=commune)
        return compose_file(asked, "cao-bang", shelf)[0]

    for commune, name, other in (("trung-khanh", "xã", "tỉnh"), ("quang-uyen", "tỉnh", "xã"), ("", "tỉnh", "xã")):
        text = compose(commune)
        assert f"77 năm Ngày Mẫu của {name} (04/10/1950 - 04/10/2027)" in text and f"Ngày Mẫu của {other}" not in text
        assert "77 năm Ngày Tỉnh" in text


def test_its_template_comes_before_that_of_its_province_for_its_documents_alone(home: Path) -> None:
    province, own = write_pack(home / "tỉnh", PROVINCE), write_pack(home / "xã", HEAD + SIGNER)
    shelf = PackShelf([province, own])
    elsewhere = PLAN.replace("xa: Trùng Khánh", "xa: Quảng Uyên").replace(
        "ky: chu-tich", "ky: {chuc_vu: CHỦ TỊCH, ho_ten: A}"
    )

    def template_of(text: str) -> Path | None:
        found = check_text(text, "md", shelf)
        assert found.document is not None, found.findings
        return Path(str(found.template.file)) if found.template else None

    assert template_of(PLAN) is None
    first = put_template(province, "nha-nuoc-nd30-2020")
    assert template_of(PLAN) == template_of(elsewhere) == first
    second = put_template(own, "nha-nuoc-nd30-2020")
    assert (template_of(PLAN), template_of(elsewhere)) == (second, first)
