"""The commands about packs, and the options that lead to packs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pack_folders import DOCUMENT, PACK, changed_pack, write_pack
from ttdn_draft.cli import run

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a work folder with a document and a pack; the packs of whoever runs the tests are out of sight."""
    monkeypatch.setenv("TTDN_DRAFT_NO_PLUGINS", "1")
    monkeypatch.delenv("TTDN_DRAFT_PACKS", raising=False)
    monkeypatch.setattr("ttdn_draft.user_folders.data_folder", lambda: tmp_path / "không có")
    folder = tmp_path / "Tỉnh Mẫu"
    write_pack(folder / "gói" / "mẫu")
    (folder / "văn bản.md").write_text(DOCUMENT, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def cli(*arguments: str) -> int:
    return run(arguments, {})


def test_document_finds_its_pack_by_option_environment_and_project(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    assert cli("check", "văn bản.md") == 1
    assert "E601" in capsys.readouterr().out
    assert cli("check", "văn bản.md", "--packs", "gói") == 0
    assert cli("render", "văn bản.md", "--packs", "khác", "--packs", "gói") == 0
    monkeypatch.setenv("TTDN_DRAFT_PACKS", "gói")
    assert cli("check", "văn bản.md") == 0
    monkeypatch.delenv("TTDN_DRAFT_PACKS")
    (here / "ttdn.toml").write_text('packs = ["gói"]', encoding="utf-8")
    assert cli("check", "văn bản.md", "--no-plugins") == 0
    assert (here / "văn bản.docx").read_bytes()[:2] == b"PK"


def test_broken_pack_ends_a_document_with_one(here: Path, capsys: Capture) -> None:
    write_pack(here / "gói" / "mẫu", changed_pack("he_thong: nha-nuoc", "he_thong: x"))
    assert cli("render", "văn bản.md", "--packs", "gói") == 1
    told = capsys.readouterr().err
    assert "E602" in told
    assert "pack.yaml:" in told
    assert not (here / "văn bản.docx").exists()


def test_list_names_sound_broken_and_double_packs(here: Path, capsys: Capture) -> None:
    write_pack(here / "gói" / "hỏng", changed_pack("id: mau", "id: hong").replace("he_thong: nha-nuoc", "he_thong: x"))
    write_pack(here / "gói" / "không mã", "ten: x\n")
    for name in ("một", "hai"):
        write_pack(here / "gói" / name, changed_pack("id: mau", "id: doi"))
    assert cli("packs", "list", "--packs", "gói", "--output", "json") == 0
    report = json.loads(capsys.readouterr().out)
    states = [(row["id"], row["trang_thai"]) for row in report["goi"]]
    assert states == [
        ("", "hong"),
        ("doi", "trung-ma"),
        ("doi", "trung-ma"),
        ("hong", "hong"),
        ("mau", "ok"),
        ("toan-quoc", "ok"),
    ]
    row = report["goi"][-2]
    assert (row["ten"], row["tinh"], row["phien_ban"], row["ly_do"]) == ("Tỉnh Mẫu", "cao-bang", "1.10", [])
    assert cli("packs", "list", "--packs", "gói") == 0
    text = capsys.readouterr().out
    assert "mau  Tỉnh Mẫu  cao-bang  1.10  dùng được" in text
    assert "trùng mã" in text
    first, second = (str(Path("gói") / name / "pack.yaml") for name in ("hai", "một"))
    assert text.count(f"E603 Có nhiều gói nội dung cùng mã «doi»: {first}:1; {second}:1.") == 2
    assert "E204" in text
    assert "E621" in text


def test_list_without_packs_shows_the_built_in_one(capsys: Capture) -> None:
    assert cli("packs", "list", "--no-plugins") == 0
    assert "toan-quoc  Toàn quốc" in capsys.readouterr().out


def test_show_prints_organs_terms_and_what_is_not_verified(capsys: Capture) -> None:
    assert cli("packs", "show", "mau", "--packs", "gói") == 0
    text = capsys.readouterr().out
    for words in (
        "Ban Mới  BM  2025-03-01 – …  [chưa xác minh]",
        "truong-ban  TRƯỞNG BAN  Trần Thị Bình  2026 – …",
        "Nơi nhận (huong-dan):",
        "Thường trực Tỉnh uỷ  (để b/c)",
        "Cấp trên: tinh-uy",
        "Đơn vị soạn: Phòng Tổng hợp",
        "7 đoàn vào  [chưa xác minh]",
        "ubnd-tinh  (nha-nuoc)",
        "Ban Tuyên giáo và Dân vận  BTGDVTU  2025-04-01 – 2026-06-05  [gói toàn quốc]",
    ):
        assert words in text, words


def test_show_prints_the_centre_with_its_doubt_and_names_on_one_line(here: Path, capsys: Capture) -> None:
    write_pack(here / "gói" / "mẫu", changed_pack("ten: Sở Mẫu", 'ten: "Sở\\nMẫu"'))
    assert cli("packs", "show", "mau", "--packs", "gói") == 0
    text = capsys.readouterr().out
    assert "  Trung tâm hành chính: Cao Bằng  [chưa xác minh]\n" in text
    assert "  Sở Mẫu  SM" in text


@pytest.mark.parametrize("name", ["Sơn La", "tỉnh Sơn La", "sơn la", "so\u031bn la"])
def test_province_is_taken_by_its_name_too(here: Path, name: str) -> None:
    assert cli("new", "huong-dan", "--tinh", name, "--nam", "2027") == 0
    assert [path.name for path in here.glob("*2027*")] == ["huong-dan-son-la-2027.md"]


@pytest.mark.parametrize("name", ["SON-LA", "SonLa"])
def test_what_is_no_name_of_a_province_is_answered_with_its_id(here: Path, capsys: Capture, name: str) -> None:
    assert cli("new", "huong-dan", "--tinh", name, "--nam", "2027") == 2
    told = capsys.readouterr().err
    assert "E601" in told
    assert "(son-la?)" in told
    assert "tuyen-quang, vinh-long" in told
    assert [path.name for path in here.glob("*2027*")] == []


def test_values_of_outlines_are_printed_with_meaning_and_example(capsys: Capture) -> None:
    assert cli("packs", "values", "--output", "json") == 0
    rows = {row["written"]: row for row in json.loads(capsys.readouterr().out)}
    assert {"{{ tinh.ten }}", "{{ doan.quang_ba }}", "{% for x in su_kien.quang_ba %}"} <= set(rows)
    assert all(row["meaning"] for row in rows.values())
    assert cli("packs", "values") == 0
    assert "{{ tinh.ten }}\n    Tên tỉnh, thành phố\n    ví dụ: Cao Bằng\n" in capsys.readouterr().out


def test_show_tells_missing_and_broken_packs_apart(here: Path, capsys: Capture) -> None:
    assert cli("packs", "show", "mauu", "--packs", "gói") == 2
    assert "(mau?)" in capsys.readouterr().err
    write_pack(here / "gói" / "hai")
    assert cli("packs", "show", "mau", "--packs", "gói") == 3
    assert "E603" in capsys.readouterr().err


def test_check_ends_with_three_for_a_broken_pack(here: Path, capsys: Capture) -> None:
    assert cli("packs", "check", "gói/mẫu") == 0
    assert "không có lỗi" in capsys.readouterr().err
    write_pack(here / "gói" / "hỏng", changed_pack("tu: 2025-03,", "tu: 2025-13,"))
    assert cli("packs", "check", "gói/mẫu", "gói/hỏng", "--output", "json") == 3
    files = json.loads(capsys.readouterr().out)["files"]
    assert [(f["ok"], [x["id"] for x in f["findings"]]) for f in files] == [(True, []), (False, ["E210"])]
    assert files[1]["findings"][0]["line"] == PACK[: PACK.index("tu: 2025-03,")].count("\n") + 1


def test_broken_plugin_is_listed_and_a_written_out_document_needs_none(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    info = here / "site" / "hong-0.3.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: hong\nVersion: 0.3\n")
    (info / "entry_points.txt").write_text("[ttdn_draft]\nhong = khong_co_mo_dun\n")
    monkeypatch.syspath_prepend(str(here / "site"))
    monkeypatch.delenv("TTDN_DRAFT_NO_PLUGINS")
    assert cli("packs", "list", "--packs", "gói") == 0
    assert "E622 Phần cài thêm hong 0.3 không nạp được" in capsys.readouterr().out
    assert cli("packs", "list", "--packs", "gói", "--no-plugins") == 0
    assert "E622" not in capsys.readouterr().out


def test_program_without_packs_loads_no_pluggy(here: Path) -> None:
    code = (
        "import sys\nfrom ttdn_draft.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    sys.stderr.write(' '.join(sys.modules))"
    )
    written_out = DOCUMENT.replace("tinh: mau\nco_quan: ban", "the_thuc: dang\nco_quan: {ten: BAN, ky_hieu: B}")
    (here / "viết rõ.md").write_text(written_out.replace("truong-ban", "{chuc_vu: A}"), encoding="utf-8")
    for arguments in (["--help"], ["packs", "--help"], ["check", "viết rõ.md"]):
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
        loaded = set(done.stderr.split())
        assert "click" in loaded
        assert "pluggy" not in loaded
        assert "platformdirs" not in loaded or sys.platform != "linux"


def test_show_tells_the_ages_of_the_tables_and_on_demand_what_to_look_up(here: Path, capsys: Capture) -> None:
    assert run(("facts", "list"), {}) == 0
    ages = capsys.readouterr().out
    write_pack(here / "mau", changed_pack("tu: 2025-03-01, nguon: báo B", "tu: 2025-03-01, nguon: báo chưa ai đọc"))
    assert run(("packs", "show", "mau", "--packs", "mau"), {}) == 0
    told = capsys.readouterr().out
    assert told.endswith(ages) and "báo chưa ai đọc" not in told
    assert run(("packs", "show", "mau", "--packs", "mau", "--to-look-up"), {}) == 0
    assert "  báo chưa ai đọc  (1)\n" in capsys.readouterr().out
