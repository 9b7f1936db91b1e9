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
ZERO_WIDTH = "\N{ZERO WIDTH SPACE}"
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
    ("2. Báo cáo kết quả.", "2. Báo cáo kết quả.<br>", "E896", "«<br>» là cách viết của trang web"),
    (SECOND, "  - (để biết)", "W228", "- UBND tỉnh (để báo cáo) (để biết)"),
    ("- Báo chí.", "–Báo chí.", "W149", "Viết: - Báo chí."),
    ("# NHIỆM VỤ", "#NHIỆM VỤ", "W149", "Viết: # NHIỆM VỤ"),
    ("2. Báo cáo", "2.Báo cáo", "W149", "Viết: 2. Báo cáo kết quả."),
    ("công tác.[^1]", "công tác.[1]", "E154", "[1] viết sai. Viết: [^1]"),
    ("ky:\n  chuc_vu", "ky: chuc_vu", "E151", "Viết: ky: /   chuc_vu: GIÁM ĐỐC"),
    ("ngay: 2027-02-05", f"ngay: {DAY:%d/%m}/2O27", "E249", f"ngay: {DAY:%d/%m/%Y}"),
    ("ngay: 2027-02-05", f"ngay: {DAY:%d/%m/%Y} (dự kiến)", "E249", f"ngay: {DAY:%d/%m/%Y}"),
    ("so: 12", "so: 12 // văn thư cấp", "E249", "so: 12"),
    ("ngoại năm 2027", "ngoại năm 2027[^2]", "E258", "[^2] không đặt được ở khoá trich_yeu"),
    ("# MỤC ĐÍCH", "Điều 1. Mục đích", "W157", "tên mục hoặc một ý của danh sách thì viết: # …"),
    (SECOND, "    Các sở, ban, ngành tỉnh", "E151", "Viết:   - Các sở, ban, ngành tỉnh"),
    ("luu: VX", "luu: '- Lưu: VX'", "W224", "viết: luu: VX"),
    ("SỞ NGOẠI VỤ", "SỞ \\ NGOẠI VỤ", "W255", "ten: |-"),
    ("2. Báo cáo kết quả.", "− Báo cáo kết quả.", "W149", "Viết: - Báo cáo kết quả."),
    ("công tác.[^1]", "công tác.[[^1]]", "E154", "[[^1]] viết sai. Viết: [^1]"),
    ("công tác.[^1]", "công tác.［^1］", "E154", "［^1］ viết sai. Viết: [^1]"),
    ("loai: ke-hoach", "1. loai: ke-hoach", "E202", "dùng được: loai."),
    ("ngay: 2027-02-05", f"ngay: {DAY.day} tháng {DAY.month}, {DAY.year}", "E249", f"ngay: {DAY:%d/%m/%Y}"),
    ("ngay: 2027-02-05", f"ngay: `{DAY:%d/%m/%Y}`", "E151", f"Viết: ngay: {DAY:%d/%m/%Y}"),
    ("so: 12", f"so: 12 ngày {DAY:%d/%m/%Y}", "E249", "so: 12"),
    ("  chuc_vu:", "  chức danh:", "E202", "dùng được: chuc_vu."),
    ("dia_danh:", "nơi ban hành:", "E202", "dùng được: dia_danh."),
    ("luu: VX", "luu: VX\ndanh_so: I, 1, a", "E249", "danh_so: [I, 1, a]"),
    ("luu: VX", "luu: VX\nphu_luc: Danh mục", "E246", "- tieu_de: Danh mục / noi_dung: …"),
    ("SỞ NGOẠI VỤ", "SỞ NGOẠI VỤ / PHÒNG A", "W257", "ten: |-"),
    ("GIÁM ĐỐC", "GIÁM ĐỐC\\nSỞ", "W255", "chuc_vu: |-"),
    (
        "noi_nhan:\n  - UBND tỉnh (để báo cáo)\n  - Các sở, ban, ngành tỉnh",
        "noi_nhan: 1. UBND tỉnh (để báo cáo) 2. Các sở",
        "E227",
        "- UBND tỉnh (để báo cáo) / - Các sở",
    ),
    ("[^1]: Theo", "[^1]; Theo", "E154", "[^1]: Theo Kế hoạch của tỉnh."),
    ("[^1]: Theo", "[^1]. Theo", "E154", "[^1]: Theo Kế hoạch của tỉnh."),
    ("công tác.[^1]", "công tác (1).", "E154", "(1) viết sai. Viết: [^1]"),
    ("# MỤC ĐÍCH", "B. MỤC ĐÍCH", "W157", "tên mục hoặc một ý của danh sách thì viết: # …"),
    ("ngay: 2027-02-05", f"ngay: {DAY:%d/%m}", "E249", f"ngay: {DAY:%d/%m}/20…"),
    ("so: 12", "du_thao: lần 2", "E249", "du_thao: 2"),
    ("so: 12", "du_thao: có", "E249", "du_thao: 1"),
    ("so: 12", "le_trang: trái 3cm", "E205", "{trai: 35}"),
    ("loai: ke-hoach", "loai: công văn", "E204", "huong-dan, ke-hoach, bao-cao."),
    ("so: 12", f"s{ZERO_WIDTH}o: 12", "E151", "Viết: so: 12"),
    (SECOND, "  - Lưu: VT, VX", "E254", "luu: VT, VX"),
    ("  - Các sở", "  \uf0b7 Các sở", "E151", "  - Các sở, ban, ngành tỉnh"),
    ("- Mạng xã hội.", "\uf0a7 Mạng xã hội.", "E137", "«•» bị nối"),
    ("2. Báo cáo kết quả.", "\uf0b7 Báo cáo kết quả.", "W149", "Viết: - Báo cáo kết quả."),
    ("kết quả.", "kết quả \uf0e0 họp.", "W251", "mũi tên thì gõ →"),
    ("công tác.[^1]", "công tác.[^1", "E154", "[^1 viết sai. Viết: [^1]"),
    ("công tác.[^1]", "công tác.(^1)", "E154", "(^1) viết sai. Viết: [^1]"),
    ("công tác.[^1]", "công tác.[1^]", "E154", "[1^] viết sai. Viết: [^1]"),
    ("công tác.[^1]", "công tác.^[1]", "E154", "^[1] viết sai. Viết: [^1]"),
    ("công tác.[^1]", "công tác^1.", "E154", "^1 viết sai. Viết: [^1]"),
    ("hiệu quả", "**hiệu quả*", "W250", "**chữ đậm** hoặc *chữ nghiêng*"),
    ("hiệu quả", "*hiệu quả**", "W250", "**chữ đậm** hoặc *chữ nghiêng*"),
    ("hiệu quả", "hiệu&nbsp;quả", "W254", "Thay bằng một dấu cách."),
    ("2. Báo cáo kết quả.", "2. Báo cáo ![sơ đồ](a.png)", "E252", "chèn ảnh trong Word"),
    ("quả công tác", "quả (Error! Bookmark not defined.) tác", "placeholder-left", "«Error! Bookmark not defined»"),
    (
        "Nâng cao hiệu quả công tác",
        "Naang cao hieeju quar coong tasc",
        "syllable-impossible",
        "«Nâng cao hiệu quả công tác»",
    ),
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
        ("  - bang:", "  - Kết quả như sau\n  - bang:", "E249", "Viết: - doan: Kết quả như sau"),
        ("- {ten: Số đoàn}", "- Số đoàn", "E249", "Viết: - {ten: Số đoàn}"),
        ("  - bang:", "  - muc: Một\n    noi_dung: []\n  muc: Hai\n  - bang:", "E151", "Viết:   - muc: Hai"),
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


@pytest.mark.parametrize("blank", [NO_BREAK_SPACE, "\N{EM SPACE}"])
def test_blanks_of_word_before_a_key_are_read_as_plain_ones(blank: str) -> None:
    text = BASE.replace(SIGNER, SIGNER.replace("  ", 2 * blank))
    assert text != BASE and check_text(text, "md").findings == ()
    assert words_of(check_text(text, "md")) == words_of(check_text(BASE, "md"))


@pytest.mark.parametrize(("dashes", "line"), [("—", 1), ("----", 1), ("- - -", 1), ("\n–––", 2)])
def test_first_line_that_is_almost_the_one_before_the_keys_is_shown(dashes: str, line: int) -> None:
    (found,) = check_text(BASE.replace("---", dashes, 1), "md").findings
    assert (found.id, found.place.line, found.facts["line"]) == ("E155", line, dashes.strip())


def test_words_above_the_keys_are_told_at_their_line() -> None:
    (found,) = check_text(f"\nKẾ HOẠCH\nnăm 2027\n{BASE}", "md").findings
    assert (found.id, found.place.line, found.facts["words"]) == ("E250", 2, "KẾ HOẠCH")


def test_mark_without_its_end_is_told_once_and_as_such() -> None:
    text = BASE.replace("so: 12", "du_thao: 1").replace("Nâng cao", "[cần kiểm tra: Nâng cao")
    (found,) = check_text(text, "md").findings
    assert (found.id, found.place.line) == ("W253", 22)


@pytest.mark.parametrize("typed", ["30-6-2027", "30.6.2027", "2027-06-30"])
def test_day_of_a_task_is_printed_alike_however_it_is_typed(typed: str) -> None:
    task = f"nhiem_vu:\n  - {{noi_dung: Bản tin, chu_tri: Sở Ngoại vụ, thoi_han: {typed}}}\nluu: VX"
    text = BASE.replace("luu: VX", task).replace("2. Báo cáo kết quả.", "Phân công:\n\n[bang: nhiem_vu]")
    assert "30/6/2027" in words_of(check_text(text, "md"))


@pytest.mark.parametrize(
    ("was", "now", "id", "words"),
    [
        ("# NHIỆM VỤ", "---\n\n# NHIỆM VỤ", "E251", "---"),
        ("# NHIỆM VỤ", "* * *\n\n# NHIỆM VỤ", "E251", "* * *"),
        (
            "# MỤC ĐÍCH",
            "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n# MỤC ĐÍCH",
            "W252",
            "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ),
        (
            "# MỤC ĐÍCH",
            "Lai Châu, ngày 05 tháng 02 năm 2027\n\n# MỤC ĐÍCH",
            "W252",
            "Lai Châu, ngày 05 tháng 02 năm 2027",
        ),
        ("# MỤC ĐÍCH", "Số: 12/KH-SNgV\n\n# MỤC ĐÍCH", "W252", "Số: 12/KH-SNgV"),
        ("[^1]: Theo", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n[^1]: Theo", "W252", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"),
        ("# NHIỆM VỤ", "Trang 2/5\n\n# NHIỆM VỤ", "W252", "Trang 2/5"),
        ("[^1]: Theo", "Nơi nhận:\n- Như trên;\n- UBND tỉnh.\n\n[^1]: Theo", "W252", "Nơi nhận:"),
    ],
)
def test_pasted_line_that_is_no_part_of_the_text_is_told_once(was: str, now: str, id: str, words: str) -> None:
    text = BASE.replace(was, now)
    (found,) = [f for f in check_text(text, "md").findings if f.severity != "note"]
    assert (found.id, found.facts["words"]) == (id, words)
    assert found.place.line == text[: text.index(now)].count("\n") + 1


@pytest.mark.parametrize("typed", ["Số 12/KH-SNgV nêu rõ", "Độc lập, tự do", "Nơi nhận báo cáo: Sở", "KT. rút gọn"])
def test_words_of_a_sentence_are_no_pasted_head_or_foot(typed: str) -> None:
    text = BASE.replace("# MỤC ĐÍCH", f"{typed}.\n\n# MỤC ĐÍCH")
    assert not [f for f in check_text(text, "md").findings if f.id == "W252"]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("[Các sở, ban, ngành, UBND các xã, phường]", '["Các sở, ban, ngành", "UBND các xã, phường"]'),
        ("[Sở Ngoại vụ, Sở Văn hóa, Thể thao và Du lịch]", '[Sở Ngoại vụ, "Sở Văn hóa, Thể thao và Du lịch"]'),
    ],
)
def test_comma_that_cuts_a_name_in_brackets_is_told_with_the_list_to_write(typed: str, right: str) -> None:
    task = f"nhiem_vu:\n  - {{noi_dung: Bản tin, chu_tri: Sở Ngoại vụ, phoi_hop: {typed}}}\nluu: VX"
    text = BASE.replace("luu: VX", task).replace("2. Báo cáo kết quả.", "Phân công:\n\n[bang: nhiem_vu]")
    (found,) = (f for f in check_text(text, "md").findings if f.id == "W259")
    assert found.facts["right"] == right
    assert not [f for f in check_text(text.replace(typed, right), "md").findings if f.id == "W259"]


def test_archive_line_that_is_offered_has_no_end_mark() -> None:
    (found,) = check_text(BASE.replace("luu: VX", "luu: VT; VX."), "md").findings
    assert found.facts["right"] == "VT, VX"


def test_headings_in_bold_alone_are_told_once_with_all_lines() -> None:
    text = BASE.replace("# MỤC ĐÍCH", "**MỤC ĐÍCH**").replace("# NHIỆM VỤ", "**NHIỆM VỤ**")
    (found,) = check_text(text, "md").findings
    lines = [at for at, line in enumerate(text.split("\n"), 1) if line.startswith("**")]
    assert (found.id, found.place.line, found.facts["also"]) == ("W258", lines[0], str(lines[1]))


@pytest.mark.parametrize(
    ("keys", "right"),
    [
        ("lay_cot: 'Xã, Số đoàn'", "lay_cot: [Xã, Số đoàn]"),
        ("bo_hang: 4", "bo_hang: [4]"),
        ("hang_dau: A1", "hang_dau: 1"),
        ("hang_dau: hàng 1 đến 2", "hang_dau: 1-2"),
        ("vung: a1-b2", "vung: A1:B2"),
        ("tong: có", "tong: true"),
        ("cot: Số đoàn", "cot: [{ten: Số đoàn}]"),
    ],
)
def test_option_of_a_data_file_in_another_form_is_told_with_the_line_to_write(
    keys: str, right: str, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("Xã;Số đoàn\nMường Tè;4\n", encoding="utf-8")
    text = BASE.replace("luu: VX", f"luu: VX\nbang:\n  x:\n    tu_tep: a.csv\n    {keys}")
    (tmp_path / "a.md").write_text(text.replace("2. Báo cáo kết quả.", "Kết quả:\n\n[bang: x]"), encoding="utf-8")
    (found,) = (f for f in check_file(tmp_path / "a.md").findings if f.severity == "error")
    assert (found.id, found.facts["right"]) == ("E249", right)


@pytest.mark.parametrize(("typed", "meant"), [("1O", "10"), ("12 cuốn", "12"), ("1 250", "1250"), ("nhiều", "")])
def test_word_in_the_one_column_of_figures_is_told_once_where_it_is_to_be_added_up(
    typed: str, meant: str, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(f"Xã;Số đoàn\nMường Tè;4\nSìn Hồ;{typed}\n", encoding="utf-8")
    text = BASE.replace("luu: VX", "luu: VX\nbang:\n  x: {tu_tep: a.csv, tong: true}")
    (tmp_path / "a.md").write_text(text.replace("2. Báo cáo kết quả.", "Kết quả:\n\n[bang: x]"), encoding="utf-8")
    (found,) = check_file(tmp_path / "a.md").findings
    assert (found.id, found.place.line, found.facts["value"], found.facts["guess"]) == ("E255", 3, typed, meant)


@pytest.mark.parametrize("note", ["Ghi chú: số liệu đến 30/11/2026", "Nguồn: Sở Ngoại vụ", "Người lập biểu"])
def test_note_below_a_table_in_a_data_file_is_told_with_the_key_that_leaves_it_out(note: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"Xã;Số đoàn\nMường Tè;4\n{note};\n", encoding="utf-8")
    text = BASE.replace("luu: VX", "luu: VX\nbang:\n  x:\n    tu_tep: a.csv")
    text = text.replace("2. Báo cáo kết quả.", "Kết quả:\n\n[bang: x]")
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (found,) = (f for f in check_file(tmp_path / "a.md").findings if f.id == "W256")
    assert (found.place.line, found.facts["rows"]) == (3, "3")
    (tmp_path / "a.md").write_text(text.replace("a.csv", "a.csv\n    bo_hang: [3]"), encoding="utf-8")
    assert check_file(tmp_path / "a.md").findings == ()


def test_empty_line_in_a_table_is_told_as_what_cuts_it() -> None:
    table = "| Xã | Tin |\n| --- | --- |\n| Mường Tè | 4 |\n\n| Sìn Hồ | 5 |\n"
    text = BASE.replace("2. Báo cáo kết quả.\n", f"Kết quả:\n\n{table}")
    (found,) = check_text(text, "md").findings
    assert (found.id, found.place.line) == ("E257", text[: text.index("| Sìn")].count("\n") + 1)


def test_dash_that_is_lost_before_an_entry_of_several_keys_is_told_once() -> None:
    entry = "noi_dung: {}\n    chu_tri: Sở Ngoại vụ\n    san_pham: 06 số\n"
    task = f"nhiem_vu:\n  - {entry.format('Bản tin')}    {entry.format('Phim')}luu: VX"
    text = BASE.replace("luu: VX", task).replace("2. Báo cáo kết quả.", "Phân công:\n\n[bang: nhiem_vu]")
    (found,) = check_text(text, "md").findings
    assert (found.id, found.facts["right"]) == ("E151", "  - noi_dung: Phim")
    assert found.place.line == text[: text.index("Phim")].count("\n") + 1


@pytest.mark.parametrize("typed", ["\u00a0\u00a0- Mạng", "-\u00a0Mạng", "\u00a0-\u2003Mạng"])
def test_blanks_of_word_around_a_dash_make_an_item(typed: str) -> None:
    checked = check_text(BASE.replace("- Mạng", typed), "md")
    assert checked.findings == () and words_of(checked) == words_of(check_text(BASE, "md"))


def test_wide_marks_of_a_row_are_told_with_the_row_to_write() -> None:
    table = "| Xã | Tin |\n| --- | --- |\n｜ Sìn Hồ ｜ 5 ｜\n"
    (found,) = check_text(BASE.replace("2. Báo cáo kết quả.\n", f"Kết quả:\n\n{table}"), "md").findings
    assert (found.id, found.facts["right"]) == ("E151", "| Sìn Hồ | 5 |")
