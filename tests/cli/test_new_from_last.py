"""`new --tu` writes this year's draft and prints what changed and what stays; what can not become one is named."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.compose.roll.rolls import HEAD
from tests.conftest import BODY
from ttdn_draft.cli import run

LAST = HEAD.format(kind="huong-dan", day="30/3/2026", subject="công tác thông tin đối ngoại năm 2026")
TASKS = "# Nhiệm vụ năm 2026\n\n1. Báo cáo gửi chậm nhất ngày 20/11/2026; hưởng ứng Giải thưởng lần thứ XI.\n"
DISTRICT = """---
loai: ke-hoach
the_thuc: dang
co_quan: {cap_tren: ĐẢNG BỘ TỈNH CAO BẰNG, ten: HUYỆN UỶ TRÙNG KHÁNH, ky_hieu: HU}
so: 8
dia_danh: Trùng Khánh
ngay: 15/3/2024
trich_yeu: công tác thông tin đối ngoại năm 2024
noi_nhan: [Các chi, đảng bộ trực thuộc]
luu: Văn phòng Huyện uỷ
ky: {quyen_han: T/M BAN THƯỜNG VỤ, chuc_vu: PHÓ BÍ THƯ, ho_ten: Nông Văn An}
---
# Nhiệm vụ

1. Quảng bá hình ảnh huyện Trùng Khánh, tỉnh Cao Bằng; giao các cơ quan của huyện tổ chức thực hiện.
"""


@pytest.fixture
def last(here: Path) -> Path:
    """Return last year's guidance in the work folder."""
    file = here / "hd-2026.md"
    file.write_text(LAST + TASKS, encoding="utf-8")
    return file


def new(*arguments: str) -> int:
    return run(["new", *arguments, "--no-plugins"], {})


def test_draft_is_written_and_each_change_is_printed(last: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new("huong-dan", "--tu", last.name, "--nam", "2027", "-o", "hd-2027.md") == 0
    printed = capsys.readouterr().out
    assert "năm 2027" in Path("hd-2027.md").read_text(encoding="utf-8")
    assert "14:16 $.noi_dung[0].muc # Nhiệm vụ năm [2026 → 2027]" in printed
    assert "[so: 14 → (bỏ)]" in printed and "N867" in printed
    assert "W862 Hạn 20/11/2027 là thứ Bảy." in printed
    assert "Giữ «lần thứ XI»" in printed
    assert 'check "hd-2027.md"' in printed
    assert run(["check", "hd-2027.md", "--no-plugins"], {}) == 0


def test_name_of_the_file_is_that_of_the_old_one_with_the_year(last: Path) -> None:
    assert new("huong-dan", "--tu", last.name, "--nam", "2027") == 0
    assert Path("hd-2027.md").is_file()
    Path(last.name).rename("huong-dan.md")
    assert new("huong-dan", "--tu", "huong-dan.md", "--nam", "2027") == 0
    assert Path("huong-dan-2027.md").is_file()


def test_list_for_machines_makes_the_new_text_of_the_old_one(last: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new("huong-dan", "--tu", last.name, "--nam", "2027", "-o", "moi.md", "--output", "json") == 0
    listed = json.loads(capsys.readouterr().out)
    old, pieces, at = last.read_text(encoding="utf-8"), list[str](), 0
    for change in listed["changes"]:
        assert old[change["start"] : change["end"]] == change["before"]
        assert change["reasons"] and all(reason["why"] and reason["do"] for reason in change["reasons"])
        pieces += [old[at : change["start"]], change["after"]]
        at = change["end"]
    assert "".join([*pieces, old[at:]]) == Path("moi.md").read_text(encoding="utf-8")
    assert (listed["from_year"], listed["year"]) == (2026, 2027)
    deadline = next(change for change in listed["changes"] if change["before"] == "20/11/2026")
    assert (deadline["line"], deadline["column"], deadline["path"]) == (16, 31, "$.noi_dung[0].noi_dung[0].khoan")
    assert {"lần thứ XI"} <= {one["words"] for one in listed["left"]}
    assert all(one["line"] and one["why"] for one in listed["left"])


def test_rule_that_changed_something_names_its_clause(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = LAST.replace("2026", "2024") + "# Nhiệm vụ\n\n1. Sở Thông tin và Truyền thông chủ trì tổ chức tập huấn.\n"
    Path("hd.md").write_text(text, encoding="utf-8")
    assert new("huong-dan", "--tu", "hd.md", "--nam", "2027", "-o", "moi.md", "--output", "json") == 0
    changed = json.loads(capsys.readouterr().out)["changes"]
    (reasons,) = [one["reasons"] for one in changed if one["before"] == "Sở Thông tin và Truyền thông"]
    assert any("Nghị quyết số 176/2025/QH15" in reason["source"] for reason in reasons)


def test_file_that_is_there_is_never_written_over(last: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = last.read_bytes()
    assert new("huong-dan", "--tu", last.name, "--nam", "2027", "-o", last.name) == 1
    assert "E639" in capsys.readouterr().err
    assert last.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("huong-dan", "--nam", "2026"), "E876"),
        (("huong-dan", "--nam", "2020"), "E876"),
        (("bao-cao", "--nam", "2027"), "E877"),
        (("thong-bao", "--nam", "2027"), "E877"),
        (("huong-dan", "--nam", "2027", "--the-thuc", "dang"), "--the-thuc"),
        (("huong-dan", "--nam", "2027", "--thu"), "--thu"),
        (("huong-dan", "--nam", "2027", "--ky", "truong-ban"), "--ky"),
    ],
)
def test_what_can_not_be_done_is_named_and_nothing_is_written(
    arguments: tuple[str, ...], wanted: str, last: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(*arguments, "--tu", last.name, "-o", "moi.md") == 2
    assert wanted in capsys.readouterr().err
    assert not Path("moi.md").exists()


def test_without_a_province_and_a_last_document_the_province_is_missing(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("huong-dan", "--nam", "2027") == 2
    assert "--tinh" in capsys.readouterr().err


def test_file_that_can_not_be_read_is_told_as_check_tells_it(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("hỏng.md").write_text("---\nloai: huong-dan\n---\n", encoding="utf-8")
    assert new("huong-dan", "--tu", "hỏng.md", "--nam", "2027", "-o", "moi.md") == 1
    assert "E201" in capsys.readouterr().err and not Path("moi.md").exists()


def test_year_of_a_file_that_names_none_is_said(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = LAST.replace("ngay: 30/3/2026\n", "").replace(" năm 2026", "") + BODY
    Path("hd.md").write_text(text, encoding="utf-8")
    asked = ("huong-dan", "--tu", "hd.md", "--nam", "2027", "-o", "moi.md")
    assert new(*asked) == 2
    assert "E878" in capsys.readouterr().err
    assert new(*asked, "--tu-nam", "2026") == 0


def test_district_that_ended_is_asked_for_and_never_guessed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("kh.md").write_text(DISTRICT, encoding="utf-8")
    asked = ("ke-hoach", "--tu", "kh.md", "--nam", "2027", "-o", "moi.md")
    assert new(*asked) == 2
    told = capsys.readouterr().err
    assert "E879" in told and "HUYỆN UỶ TRÙNG KHÁNH" in told and "--tinh cao-bang --xa" in told and "Đàm Thủy" in told
    assert not Path("moi.md").exists()
    assert new(*asked, "--tinh", "cao-bang", "--xa", "Trùng Khánh") == 0
    text, printed = Path("moi.md").read_text(encoding="utf-8"), capsys.readouterr().out
    assert "ten: Đảng uỷ xã Trùng Khánh" in text and "xa: trung-khanh" in text and "HUYỆN UỶ" not in text
    assert "hình ảnh xã Trùng Khánh, tỉnh Cao Bằng" in text
    assert "N874 Giữ «huyện»" in printed


def test_province_that_was_merged_is_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = LAST.replace("CAO BẰNG", "BÌNH PHƯỚC").replace("2026", "2024") + BODY
    Path("hd.md").write_text(text, encoding="utf-8")
    asked = ("huong-dan", "--tu", "hd.md", "--nam", "2027", "-o", "moi.md")
    assert new(*asked) == 2
    told = capsys.readouterr().err
    assert "E875" in told and "--tinh dong-nai" in told
    assert new(*asked, "--tinh", "dong-nai") == 0
    assert "BÌNH PHƯỚC" not in Path("moi.md").read_text(encoding="utf-8")


def test_a_word_file_of_another_kind_is_named_as_such(
    here: Path, rendered: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    docx = rendered(BODY)
    with zipfile.ZipFile(docx) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(here / "qd.docx", "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data.replace("HƯỚNG DẪN".encode(), "QUYẾT ĐỊNH".encode()))
    assert new("huong-dan", "--tu", "qd.docx", "--nam", "2027") == 1
    told = capsys.readouterr().err
    assert "W828" in told
    assert "E204" not in told
    assert not (here / "qd-2027.md").exists()
