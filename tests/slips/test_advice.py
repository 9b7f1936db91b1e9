"""Slips whose message says what to write: each is told alone, and what it says leads to a text without a finding."""

from pathlib import Path

import pytest

from ttdn_draft.pipeline import check_file, check_text

FOLDER = Path(__file__).parent
PARTY = (FOLDER / "party.md").read_text(encoding="utf-8")
STATE = (FOLDER / "base.md").read_text(encoding="utf-8")
TASKS = (FOLDER / "tasks.md").read_text(encoding="utf-8")
HEADER = "| Sản phẩm | Đơn vị phát hành | Số lượng |"
TABLE = f"{HEADER}\n| --- | --- | ---: |\n| Bản tin | Sở Ngoại vụ | 3 |\n| Tờ gấp | Sở Nội vụ | 500 |"
PLAIN_TABLE = TABLE.replace("---: ", "--- ")
ROWS = "Sản phẩm;Đơn vị phát hành;Số lượng\nBản tin;Sở Ngoại vụ;3\nTờ gấp;Sở Nội vụ;500"
ITEMS = "- Thống nhất nội dung tuyên truyền.\n- Bảo đảm thông tin chính xác."
NOTE = "[^1]: Kết luận số 57-KL/TW, ngày 15/6/2023 của Bộ Chính trị khoá XIII."
LAST = "2. Các chi bộ báo cáo kết quả *trước ngày 20/9/2026*."
SIGNER = "ky:\n  quyen_han: K/T TRƯỞNG BAN\n  chuc_vu: PHÓ TRƯỞNG BAN\n  ho_ten: Hoàng Văn Dũng\n"
RECIPIENTS = "noi_nhan:\n  - Thường trực Tỉnh uỷ (để b/c)\n  - Đảng uỷ các xã, phường\n"
ISSUER = "  cap_tren: TỈNH UỶ LẠNG SƠN\n  ten: BAN TUYÊN GIÁO VÀ DÂN VẬN\n"
NAMES = "      - Sở Nội vụ\n      - Sở Công Thương\n"
BASIS = "  - Căn cứ Luật Báo chí ngày 10 tháng 12 năm 2025\n"
ANNEX = "phu_luc:\n  - tieu_de: Phân công nhiệm vụ\n    ngang: true\n    noi_dung: |\n      [bang: nhiem_vu]\n"
FIGURES = "so_lieu:\n  - chi_tieu: Tin, bài\n    ky_nay: {}\n    cung_ky: 1000\n"
REPORT = (
    PARTY.replace("huong-dan", "bao-cao")
    .replace("quý III", "quý I")
    .replace("noi_nhan:", FIGURES.format("1250") + "noi_nhan:")
)
REPORT = REPORT.replace(TABLE, "[bang: so_lieu]")
TASKS_OF_SIZE = TASKS.replace("luu:", "co_chu: lon\nluu:")
NAMED = "bang:\n  san-pham:\n    cot: [{ten: Sản phẩm}, {ten: Số}]\n    hang: [[Bản tin, 3]]\n"
WITH_TABLE = PARTY.replace("noi_nhan:", NAMED + "noi_nhan:").replace(TABLE, "[bang: san-pham]")
SLIPS = [
    # the text that is right, what stands there, what is typed, what is told, what the message says to write
    (PARTY, ITEMS, ITEMS.replace("- ", "• "), "E932", "- Thống nhất nội dung"),
    (PARTY, ITEMS, ITEMS.replace("- ", "▪ "), "E932", "- Thống nhất nội dung"),
    (PARTY, ITEMS, ITEMS.replace("- ", "-"), "E932", "- Thống nhất nội dung"),
    (PARTY, ITEMS, ITEMS.replace("- ", "+ "), "W933", "- Thống nhất nội dung"),
    (PARTY, PLAIN_TABLE, ROWS, "E934", "| Sản phẩm | Đơn vị phát hành | Số lượng | / | --- | --- | --- |"),
    (PARTY, PLAIN_TABLE, ROWS.replace(";", "\t"), "E934", "| Sản phẩm | Đơn vị phát hành | Số lượng | / |"),
    (PARTY, "*trước ngày 20/9/2026*", "*trước ngày 20/9/2026", "W930", "*chữ nghiêng*"),
    (PARTY, "*trước ngày 20/9/2026*", "* trước ngày 20/9/2026 *", "W930", "*chữ nghiêng*"),
    (PARTY, f"{LAST}", f"{LAST}\n\nPHỤ LỤC\n\nDanh mục.", "W936", "phu_luc:"),
    (PARTY, f"{LAST}", f"{LAST}\n\nNơi nhận:\n- Như trên;\n- Lưu VT.", "W252", "Xoá khỏi nội dung"),
    (PARTY, "2. Các chi bộ", "2, Các chi bộ", "W157", "1. …"),
    (PARTY, SIGNER, "ky: K/T TRƯỞNG BAN, PHÓ TRƯỞNG BAN, Hoàng Văn Dũng\n", "E246", SIGNER),
    (PARTY, SIGNER, "ky: |\n  K/T TRƯỞNG BAN\n  PHÓ TRƯỞNG BAN\n  Hoàng Văn Dũng\n", "E246", SIGNER),
    (PARTY, RECIPIENTS, RECIPIENTS.replace("  - ", "  "), "E227", RECIPIENTS),
    (PARTY, RECIPIENTS, RECIPIENTS.replace("nhan:\n", "nhan:\n  - Nơi nhận:\n"), "E938", "Xoá dòng này"),
    (PARTY, ISSUER, ISSUER.replace("TỈNH UỶ LẠNG SƠN", "TỈNH UỶ LẠNG SƠN - BAN TUYÊN GIÁO VÀ DÂN VẬN"), "E995", ISSUER),
    (PARTY, ISSUER, "  cap_tren: BAN TUYÊN GIÁO VÀ DÂN VẬN\n  ten: TỈNH UỶ LẠNG SƠN\n", "E937", ISSUER),
    (PARTY, "PHÓ TRƯỞNG BAN\n", "PHÓ TRƯỞNG BAN BAN TUYÊN GIÁO\n", "sign-office-with-body", "PHÓ TRƯỞNG BAN"),
    (PARTY, "so: 27", "so: Số: 27-HD/BTGDVTU", "E151", "so: 27"),
    (PARTY, "so: 27", "so: Số: …-HD/BTGDVTU", "E151", "so:"),
    (WITH_TABLE, "  san-pham:", "  Sản phẩm:", "E249", "san-pham:"),
    (REPORT, "ky_nay: 1250", "ky_nay: 1,250", "W994", "1250"),
    (TASKS, "luu: VT, TTĐN", "luu: [VT, TTĐN]", "E225", "luu: VT, TTĐN"),
    (TASKS_OF_SIZE, "co_chu: lon", "co_chu: 14", "E249", "co_chu: lon"),
    (TASKS, BASIS, BASIS.replace("Căn cứ ", ""), "W935", BASIS),
    (TASKS, "  - kl-57-kltw-2023", "  - KL 57-KL/TW 2023", "E395", "kl-57-kltw-2023"),
    (TASKS, ANNEX, ANNEX.replace("  - ", "  ").replace("\n    ", "\n  "), "E227", "- tieu_de: Phân công nhiệm vụ"),
    (TASKS, "      [bang: nhiem_vu]", "    [bang: nhiem_vu]", "E151", "      [bang: nhiem_vu]"),
    (TASKS, "nhiem_vu:\n", "nhiem_vu: |\n", "E249", "nhiem_vu:"),
    (TASKS, "  - nhom: Quản lý", "  - Quản lý", "E249", "- nhom: Quản lý"),
    (TASKS, NAMES, NAMES.replace("- ", ""), "W939", "- Sở Nội vụ / - Sở Công Thương"),
    (TASKS, "thoi_han: 30/9/2027", "thoi_han: 30/9/27", "date-short-form", "30/9/2027"),
    (STATE, "ngay: 2027-02-05", "ngay: 2/2027", "E215", "Viết đủ ngày"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "typed", "id", "advice"), SLIPS, ids=lambda value: str(value)[:20])
def test_slip_is_told_alone_and_its_advice_leads_to_a_clean_text(
    text: str, right: str, typed: str, id: str, advice: str
) -> None:
    text = text.replace(TABLE, PLAIN_TABLE) if right == PLAIN_TABLE else text
    assert text.count(right) == 1
    assert not check_text(text, "md").findings
    (found,) = check_text(text.replace(right, typed), "md").findings
    said = found.sentence()
    lines = [line.strip() for line in advice.strip().split("\n") if not line.strip().endswith(":") or line == advice]
    assert (found.id, [line for line in lines if line not in said]) == (id, [])


@pytest.mark.parametrize(
    "heading", ["Phần thứ hai: Nội dung", "Chương II. Nội dung", "PHẦN II: Nội dung", "Mục 2. Nội dung"]
)
def test_number_with_a_word_before_a_heading_is_not_printed_twice(heading: str) -> None:
    checked = check_text(PARTY.replace("# Nội dung", f"# {heading}"), "md")
    assert checked.findings == () and checked.document is not None
    assert checked.document == check_text(PARTY, "md").document


def test_other_number_with_a_word_before_a_heading_is_told() -> None:
    (found,) = check_text(PARTY.replace("# Nội dung", "# Phần thứ ba: Nội dung"), "md").findings
    assert found.id == "E351"


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("[1]", "[1] "),
        (" [1]", "[1]. "),
        ("(1)", "(1) "),
        ("[[1]](#_ftn1)", "[[1]](#_ftnref1) "),
        ("<sup>1</sup>", "<sup>1</sup> "),
    ],
)
def test_note_typed_as_another_program_shows_it_is_read_as_one(mark: str, note: str) -> None:
    typed = PARTY.replace("Trung ương[^1]", f"Trung ương{mark}").replace("[^1]: ", note)
    checked = check_text(typed, "md")
    assert [found.id for found in checked.findings] == ["W931"]
    assert checked.document is not None and checked.document == check_text(PARTY, "md").document


def test_number_in_brackets_without_a_mark_is_no_note() -> None:
    found = check_text(PARTY.replace("Trung ương[^1]", "Trung ương").replace("[^1]: ", "(1) "), "md").findings
    assert "W931" not in {finding.id for finding in found}


def test_excerpt_of_a_data_file_is_not_taken_from_the_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from ttdn_draft.cli.report import print_findings

    (tmp_path / "so-lieu.csv").write_text("Đơn vị;Số\nSở Văn hóa;3\nBan Văn hoá;4\n", encoding="utf-8")
    table = "bang:\n  so-lieu: {tu_tep: so-lieu.csv}\nnoi_nhan:"
    text = PARTY.replace("noi_nhan:", table).replace(TABLE, "[bang: so-lieu]")
    file = tmp_path / "van-ban.md"
    file.write_text(text, encoding="utf-8")
    found = check_file(file).findings
    assert any(finding.place.file.endswith(".csv") and finding.words for finding in found)
    print_findings(found, lines=text.split("\n"), file=str(file))
    assert "^" not in capsys.readouterr().out
