"""Slips from which much follows: each is told once, where it was made, and nothing of what only follows from it."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from ttdn_draft.kit.judged import Judged, judge_input
from ttdn_draft.kit.project_check import check_folder
from ttdn_draft.knowledge.ages import FAR_YEARS, find_known_day
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_file, check_text

BASE = (Path(__file__).parent / "base.md").read_text(encoding="utf-8")
PARTY = (Path(__file__).parents[2] / "examples" / "huong-dan-ttdn.md").read_text(encoding="utf-8")
SIGNER = "ky:\n  chuc_vu: GIÁM ĐỐC\n  ho_ten: Nguyễn Văn An"
DEPUTY = SIGNER.replace("chuc_vu:", "quyen_han: TM. SỞ NGOẠI VỤ, KT. GIÁM ĐỐC\n  chuc_vu: PHÓ")
RECIPIENTS = "noi_nhan:\n  - UBND tỉnh (để báo cáo)\n  - Các sở, ban, ngành tỉnh"
ISSUER = "  cap_tren: UBND TỈNH LAI CHÂU\n  ten: SỞ NGOẠI VỤ\n"
ANNEX = "phu_luc:\n  - tieu_de: Phân công\n    noi_dung: '[bang: nhiem_vu]'\n"
TASKS = "nhiem_vu:\n  - noi_dung: Bản tin\n    chu_tri: Sở Ngoại vụ\n"
TABLE = "2. Báo cáo kết quả:\n\n| Xã | Tin |\n| --- | --- |\n| Mường Tè | {cell} |\n| Bum Tở | {other} |"
NAMED = "luu: VX\nbang:\n  so-lieu:\n    cot: [{{ten: Xã}}, {{ten: Số}}]\n    hang: {rows}"
FAR = date(find_known_day().year + FAR_YEARS, 2, 5)
SLIPS = [
    # what was read is not what was meant
    ("# MỤC ĐÍCH", "#MỤC ĐÍCH\n\n## Yêu cầu", "E992", "# MỤC ĐÍCH"),
    ("2. Báo cáo kết quả.", "| STT | Xã | Tin |\n| --- | --- |\n| 1 | A | 5 |", "E990", "có 3 ô, hàng | ---"),
    ("2. Báo cáo kết quả.", "2. Báo cáo:\n| Xã | Tin |\n| --- | --- |\n| A | 5 |", "E148", "một dòng trống phía trên"),
    ("1. Thông tin về tỉnh:\n\n- Báo chí.", "Việc:\n– Báo chí.\n– Truyền hình.", "E932", "(cả ở dòng 28"),
    ("# NHIỆM VỤ", "NHIỆM VỤ\n====", "E131", "Dòng ==="),
    ("2. Báo cáo kết quả.", "2) Báo cáo kết quả.\n\n3) Kiến nghị.", "E135", "«2)» ở đầu ý (cả ở dòng"),
    ("2. Báo cáo kết quả.", "3. Báo cáo kết quả.\n\n4. Tin.\n\n5. Bài.", "W353", "Số gõ tay 3"),
    ("công tác.[^1]", "công tác^[Theo Kế hoạch của tỉnh].[^1]", "E991", "[^2]: Theo Kế hoạch của tỉnh"),
    ("công tác.[^1]", "công tác[^Theo Kế hoạch của tỉnh].[^1]", "E991", "Ở đây viết [^2]"),
    ("của tỉnh.", "của tỉnh.\n\nXem thêm quy chế phát ngôn.", "W997", "nối vào dòng [^1]:"),
    ("# NHIỆM VỤ", "# MỤC ĐÍCH\n\nNội dung.\n\n# NHIỆM VỤ", "W996", "«MỤC ĐÍCH» viết hai lần"),
    ("# NHIỆM VỤ", "# NHIỆM VỤ\n\n# NHIỆM VỤ", "W996", "(cả ở dòng 24)"),
    ("# MỤC ĐÍCH", "KẾ HOẠCH\n\n# MỤC ĐÍCH", "W252", "«KẾ HOẠCH»"),
    ("# MỤC ĐÍCH", "# KẾ HOẠCH\n\nNội dung.\n\n# MỤC ĐÍCH", "W252", "«KẾ HOẠCH»"),
    ("# MỤC ĐÍCH", "SỞ NGOẠI VỤ\n\n# MỤC ĐÍCH", "W252", "«SỞ NGOẠI VỤ»"),
    ("# MỤC ĐÍCH", "Công tác thông tin đối ngoại năm 2027\n\n# MỤC ĐÍCH", "W252", "tự in"),
    ("2. Báo cáo kết quả.", TABLE.format(cell="1,250", other=3), "W994", "Hàng nghìn thì viết 1.250"),
    ("2. Báo cáo kết quả.", TABLE.format(cell="1,250", other="2,500"), "W994", "(cả ở dòng"),
    ("2. Báo cáo kết quả.", "2. Báo cáo:\n\n| | |\n| --- | --- |\n| A | 5 |", "W998", "tên các cột"),
    ("luu: VX", NAMED.format(rows="[A, 5]"), "E247", "- [A, 5]"),
    # values of the head
    (RECIPIENTS, RECIPIENTS.replace("noi_nhan:", "noi_nhan: |"), "E227", "- UBND tỉnh (để báo cáo) / - Các sở, ban"),
    ("  - Các sở, ban, ngành tỉnh", '  - "Các sở, ban, ngành tỉnh",', "E151", '  - "Các sở, ban, ngành tỉnh"'),
    (SIGNER, DEPUTY, "sign-block-order", "[TM. …, KT. …]"),
    (SIGNER, "ky:\n  - GIÁM ĐỐC\n  - Nguyễn Văn An", "E246", "chuc_vu: GIÁM ĐỐC / ho_ten: Nguyễn Văn An"),
    ("Nguyễn Văn An", "................", "placeholder-left", "chỗ chưa viết"),
    ("the_thuc: nha-nuoc", "the_thuc: dang", "regime-mix", "Sửa the_thuc: nha-nuoc"),
    ("ngay: 2027-02-05", f"ngay: {FAR}", "W993", "gõ nhầm năm"),
    ("ngay: 2027-02-05", "ngay: 2027/02/05", "E249", "ngay: 05/02/2027"),
    ("ngay: 2027-02-05", "ngay: “05/02/2027”", "E249", "ngay: 05/02/2027"),
    ("so: 12", "// số do văn thư cấp\nso: 12", "E151", "Viết: # số do văn thư cấp"),
    ("so: 12", "/* số */\nso: 12", "E151", "Viết: # số"),
    ("luu: VX", f"luu: VX\n{ANNEX}  {TASKS}".rstrip(), "E151", "Viết: nhiem_vu:"),
    ("luu: VX", "luu: VX\ncan_cu:\n  - Sở Ngoại vụ xây dựng Kế hoạch như sau", "W995", "không phải căn cứ"),
    (ISSUER, "  ten: UBND TỈNH LAI CHÂU SỞ NGOẠI VỤ\n", "E995", "cap_tren: UBND TỈNH LAI CHÂU / ten: SỞ NGOẠI VỤ"),
    (ISSUER, "  ten: |-\n    UBND TỈNH LAI CHÂU\n    SỞ NGOẠI VỤ\n", "E995", "/ ten: SỞ NGOẠI VỤ"),
    # keys
    ("ky:\n", "signer:\n", "E202", "dùng được: ky."),
    ("trich_yeu:", "title:", "E202", "dùng được: trich_yeu."),
    ("trich_yeu:", "vv:", "E202", "dùng được: trich_yeu."),
    ("ngay:", "date:", "E202", "dùng được: ngay."),
]  # fmt: skip


@pytest.mark.parametrize(("was", "now", "id", "words"), SLIPS, ids=lambda value: str(value)[:24])
def test_slip_from_which_much_follows_is_told_once_with_what_to_do(was: str, now: str, id: str, words: str) -> None:
    assert BASE.count(was) == 1
    (found,) = check_text(BASE.replace(was, now), "md").findings
    assert (found.id, words in found.sentence()) == (id, True), found.tell()


def test_name_with_a_backslash_is_told_alone() -> None:
    name = "BAN TUYÊN GIÁO VÀ DÂN VẬN"
    assert not check_text(PARTY, "md").findings
    (found,) = check_text(PARTY.replace(name, name.replace(" VÀ", "\\VÀ"), 1), "md").findings
    assert (found.id, found.place.path) == ("W255", "$.co_quan.ten")


def test_document_of_the_other_system_is_told_at_the_system_and_not_made() -> None:
    checked = check_text(PARTY.replace("the_thuc: dang", "the_thuc: nha-nuoc"), "md")
    (found,) = checked.findings
    assert (found.place.path, found.severity, checked.document) == ("$.the_thuc", "error", None)


@pytest.mark.parametrize(
    "body",
    [
        TABLE.format(cell="1,250", other="0,5"),
        TABLE.format(cell="1,250", other="12,25"),
        TABLE.format(cell="1.250", other="3"),
        "2. Báo cáo kết quả.[^2]\n\n[^2]: Theo Kế hoạch.\n\nCác phòng thực hiện.",
        "2. Báo cáo:\n\n- Không có.\n\n3. Kiến nghị:\n\n- Không có.",
        "2. Báo cáo kết quả.\n\n## KẾT QUẢ CHUNG\n\nTốt.\n\n# NĂM SAU\n\n## KẾT QUẢ CHUNG\n\nTốt.",
    ],
)
def test_text_that_only_looks_like_a_slip_is_silent(body: str) -> None:
    assert check_text(BASE.replace("2. Báo cáo kết quả.", body), "md").findings == ()


def test_day_within_some_years_is_no_slip() -> None:
    near = date(FAR.year, 1, 1) - timedelta(days=1)
    found = check_text(BASE.replace("ngay: 2027-02-05", f"ngay: {near}"), "md").findings
    assert "W993" not in {finding.id for finding in found}


FIGURES = (
    "so_lieu:\n  - chi_tieu: Tin\n    ky_nay: {figure}\n    gom:\n      - {{chi_tieu: Báo in, ky_nay: 342}}\n"
    "      - {{chi_tieu: Báo mạng, ky_nay: 1000}}\n"
)


@pytest.mark.parametrize(("figure", "id"), [("1.342", "E238"), ("1,342", "E994"), ("1341", "E367")])
def test_figure_with_another_mark_between_thousands_is_told_as_such(figure: str, id: str) -> None:
    report = BASE.replace("loai: ke-hoach", "loai: bao-cao")
    text = report.replace("luu: VX\n", "luu: VX\n" + FIGURES.format(figure=figure))
    (found,) = check_text(text.replace("2. Báo cáo kết quả.", "2. Báo cáo:\n\n[bang: so_lieu]"), "md").findings
    assert (found.id, found.place.path) == (id, "$.so_lieu[0].ky_nay")


def test_folder_without_an_input_is_told(tmp_path: Path) -> None:
    (tmp_path / "ghi-chu.txt").write_text("chữ", encoding="utf-8")

    def check(files: Sequence[Path]) -> list[Judged]:
        return [judge_input(check_file(file)) for file in files]

    told = [finding.id for one in check_folder(tmp_path, PackShelf(), check) for finding in one.findings]
    assert told == ["W999"]


def test_pack_with_a_broken_id_is_named_by_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "dien-bien"
    folder.mkdir()
    (folder / "pack.yaml").write_text("id: Dien_Bien\nten: Điện Biên\n", encoding="utf-8")
    text = BASE.replace("the_thuc:", "tinh: dien-bien\nthe_thuc:")
    found = check_text(text, "md", PackShelf([tmp_path])).findings
    assert "«dien-bien»" in next(f for f in found if f.id == "E602").sentence()


@pytest.mark.parametrize("names", [["hoi-nhap"], ["hoi-nhap", "van-ban"]])
def test_marks_of_another_program_are_told_with_the_notes_that_have_no_mark(names: Sequence[str]) -> None:
    typed = PARTY
    for number, name in enumerate(names, 1):
        typed = typed.replace(f"[^{name}]", f"[{number}]", 1)
    found = check_text(typed, "md").findings
    expected = [("E154", f"[{number}]", f"[^{name}]") for number, name in enumerate(names, 1)]
    assert [(f.id, f.facts["mark"], f.facts["right"]) for f in found] == expected


def test_annex_that_is_pasted_twice_is_told_once_though_its_table_stands_twice() -> None:
    tasks = (Path(__file__).parent / "tasks.md").read_text(encoding="utf-8")
    annex = tasks[tasks.index("  - tieu_de:") : tasks.index("[bang: nhiem_vu]") + len("[bang: nhiem_vu]\n")]
    (found,) = check_text(tasks.replace(annex, annex * 2), "md").findings
    assert (found.id, found.place.line) == (
        "annex-label",
        tasks[: tasks.index(annex)].count("\n") + annex.count("\n") + 1,
    )
