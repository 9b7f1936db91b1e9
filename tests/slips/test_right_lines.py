"""Slips of which the line to write is known: each gives one message, at its line, that holds this line."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import of_input
from ttdn_draft.pipeline import Checked, check_file, check_text, render_checked

BASE = (Path(__file__).parent / "base.md").read_text(encoding="utf-8")
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
DAY = date(2027, 2, 5)
SIGNER = "  chuc_vu: GIÁM ĐỐC\n  ho_ten: Nguyễn Văn An"
ISSUER = "co_quan:\n  cap_tren: UBND TỈNH LAI CHÂU\n  ten: SỞ NGOẠI VỤ\n  ky_hieu: SNgV"
SECOND = "  - Các sở, ban, ngành tỉnh"
TABLE = (
    "loai: bao-cao\nthe_thuc: nha-nuoc\nco_quan: {ten: SỞ NGOẠI VỤ, ky_hieu: SNgV}\ndia_danh: Lai Châu\nluu: VT\n"
    'trich_yeu: "công tác"\nky: {chuc_vu: GIÁM ĐỐC, ho_ten: Nguyễn Văn An}\nnoi_nhan: [UBND tỉnh]\n'
    "noi_dung:\n  - bang:\n      cot:\n        - {ten: Xã}\n        - {ten: Số đoàn}\n      hang:\n"
    "        - [Xã Mường Tè, 4]\n"
)
SLIPS = [
    ("ngay: 2027-02-05", f"ngay: {DAY:%d.%m.%Y}", "E249", f"ngay: {DAY:%d/%m/%Y}"),
    ("ngay: 2027-02-05", f"ngay: {DAY.day}-{DAY.month}-{DAY:%y}", "E249", f"ngay: {DAY:%d/%m/%Y}"),
    ("ngay: 2027-02-05", "ngay: Lai Châu, ngày 05 tháng 02 năm 2027", "E249", f"ngay: {DAY:%d/%m/%Y}"),
    ("ngay: 2027-02-05", "ngay: 31.02.2027", "E205", "05/02/2027"),
    ("so: 12", "so: 12-KH/SNgV", "E249", "so: 12"),
    ("so: 12", "so: Số 12", "E249", "so: 12"),
    ("dia_danh: Lai Châu", "dia_danh: Lai Châu, ngày 05 tháng 02 năm 2027", "E249", "dia_danh: Lai Châu"),
    ("loai: ke-hoach", "loai: Kế hoạch", "E204", "(ke-hoach?)"),
    (
        "noi_nhan:\n  - UBND tỉnh (để báo cáo)\n  - Các sở, ban, ngành tỉnh",
        "noi_nhan: UBND tỉnh (để b/c); - Các sở;",
        "E227",
        "- UBND tỉnh (để b/c) / - Các sở",
    ),
    ("luu: VX", "luu: VX\nhai_mat: có", "E249", "hai_mat: true"),
    ("luu: VX", "luu: VX\nhai_mat: nhiều", "E203", "true hoặc false"),
    ("luu: VX", "luu: VX\ndo_mat: Mật", "E248", "chương trình không soạn văn bản mật"),
    ("trich_yeu: công tác thông tin đối ngoại năm 2027", "trich_yeu: **công tác**", "E122", "trich_yeu: công tác"),
    ("trich_yeu: công tác thông tin đối ngoại năm 2027", "trich_yeu: *a: b*", "E122", 'trich_yeu: "a: b"'),
    (f"ky:\n{SIGNER}", "ky: Nguyễn Văn An", "E246", "chuc_vu: … / ho_ten: Nguyễn Văn An"),
    (f"ky:\n{SIGNER}", "ky: giam-doc", "E604", "gói nội dung"),
    (ISSUER, "co_quan: Sở Ngoại vụ", "E246", "ten: Sở Ngoại vụ / ky_hieu: …"),
    (SECOND, "  - Lãnh đạo Sở; - Các phòng;", "W229", "- Lãnh đạo Sở / - Các phòng"),
    ("2. Báo cáo kết quả.", "2. Báo cáo kết quả.<br>", "E130", "dùng được trong văn bản: <…>."),
    (SECOND, "  - (để biết)", "W228", "- UBND tỉnh (để báo cáo) (để biết)"),
    ("- Báo chí.", "–Báo chí.", "W149", "Viết: - Báo chí."),
    ("# NHIỆM VỤ", "#NHIỆM VỤ", "W149", "Viết: # NHIỆM VỤ"),
    ("2. Báo cáo", "2.Báo cáo", "W149", "Viết: 2. Báo cáo kết quả."),
    ("công tác.[^1]", "công tác.[1]", "E154", "[1] viết sai. Viết: [^1]"),
    ("ky:\n  chuc_vu", "ky: chuc_vu", "E151", "Viết:   chuc_vu: GIÁM ĐỐC"),
]


def words_of(checked: Checked) -> str:
    with zipfile.ZipFile(io.BytesIO(render_checked(checked))) as archive:
        return re.sub(r"<[^>]*>", "", archive.read("word/document.xml").decode()).replace(NO_BREAK_SPACE, " ")


@pytest.mark.parametrize(("was", "now", "id", "right"), SLIPS, ids=[slip[1] for slip in SLIPS])
def test_slip_is_told_once_at_its_line_with_the_line_to_write(was: str, now: str, id: str, right: str) -> None:
    assert BASE.count(was) == 1
    text = BASE.replace(was, now)
    (found,) = check_text(text, "md").findings
    assert found.id == id and right in found.sentence()
    at = text.index(now) + (len(now) if "\n" in now and id != "E151" else 0)
    assert found.place.line == text[:at].count("\n") + 1


def test_key_with_a_guess_is_told_without_all_other_keys() -> None:
    (found,) = check_text(BASE.replace("trich_yeu:", "trích yếu:"), "md").findings
    assert (found.id, found.facts["known"]) == ("E202", "trich_yeu")


@pytest.mark.parametrize(
    ("was", "now", "id", "right"),
    [
        ("[Xã Mường Tè, 4]", "Xã Mường Tè, 4", "E247", "- [Xã Mường Tè, 4]"),
        ("[Xã Mường Tè, 4]", "[Xã Mường Tè 4]", "E213", "giữa hai ô có dấu phẩy"),
        ("{ten: Số đoàn}", "{ten: Số đoàn, can: phải}", "E204", "left, center, right (right?)"),
        ("ky: {chuc_vu: GIÁM ĐỐC, ho", "ky:\n  - chuc_vu: GIÁM ĐỐC\n  ho", "E151", "    ho_ten: Nguyễn Văn An"),
    ],
)
def test_slip_in_a_table_or_a_list_is_told_with_what_to_write(was: str, now: str, id: str, right: str) -> None:
    assert check_text(TABLE, "yaml").findings == () and TABLE.count(was) == 1
    text = TABLE.replace(was, now)
    text = text.replace("Nguyễn Văn An}", "Nguyễn Văn An") if now.startswith("ky:") else text
    (found,) = check_text(text, "yaml").findings
    assert found.id == id and right in found.sentence()


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Tỉnh uỷ; (để b/c)", "Tỉnh uỷ (để b/c)"),
        ("Tỉnh uỷ; (để b/c) (01 bản)", "Tỉnh uỷ (để b/c) (01 bản)"),
        ("{ten: Tỉnh uỷ; (để b/c), muc_dich: để th/h}", "Tỉnh uỷ (để b/c) (để th/h)"),
        ("{ten: Tỉnh uỷ, muc_dich: ; (để b/c)}", "Tỉnh uỷ (để b/c)"),
    ],
)
def test_purpose_behind_a_closing_mark_stays_with_its_recipient(typed: str, line: str) -> None:
    checked = check_text(BASE.replace(SECOND, f"  - {typed}"), "md")
    assert of_input(checked.findings) == [] and f"- {line};" in words_of(checked)


@pytest.mark.parametrize("typed", ["Kính gửi UBND các xã", '"Kính gửi: UBND các xã"'])
def test_label_that_is_typed_once_more_is_printed_once(typed: str) -> None:
    text = TABLE.replace("noi_nhan", f"kinh_gui: {typed}\nnoi_nhan")
    checked = check_text(text, "yaml")
    assert checked.findings == () and "UBND các xã" in words_of(checked)
    assert words_of(checked).count("Kính gửi") == 1


def test_wrong_name_of_a_file_is_told_with_the_one_beside_it(tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.md").write_text(BASE, encoding="utf-8")
    for asked in ("ke-hoach", "ke hoach.md"):
        (found,) = check_file(tmp_path / asked).findings
        assert (found.id, found.facts["guess"]) == ("E106", "ke-hoach.md")
    (found,) = check_file(tmp_path / "bao-cao.md").findings
    assert (found.id, found.facts["guess"]) == ("E106", "")
