"""What stands in the .docx: styles, numbering, notes, tables, header, signature, properties."""

import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from tests.word_files import W, Word, text_of, value
from ttdn_draft.knowledge.standards import fonts
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.word.ooxml import twips

PROFILE = load_profile("dang-hd05-2026")
Rendered = Callable[..., Path]


@pytest.fixture
def word(rendered: Rendered) -> Callable[..., Word]:
    return lambda *args: Word(rendered(*args))


def test_every_look_of_the_profile_is_a_named_style_with_its_figures(word: Callable[..., Word]) -> None:
    document = word()
    for look in PROFILE.looks.values():
        name = look.style_name
        assert document.along(name, "rPr/sz") == str(round(look.size * 2)), name
        assert (document.along(name, "rPr/b") == "") is look.bold, name
        assert (document.along(name, "rPr/i") == "") is look.italic, name
        assert document.along(name, "pPr/jc") == look.align
        assert document.along(name, "pPr/spacing", "after") == str(round(look.after * 20))
        assert document.along(name, "pPr/spacing", "lineRule") == ("exact" if look.exact else "auto")


def test_page_has_the_margins_of_the_standard(word: Callable[..., Word]) -> None:
    margins = word().body.find(f"{W}sectPr/{W}pgMar")
    assert margins is not None
    page = PROFILE.page
    for side, mm in (("top", page.top), ("bottom", page.bottom), ("left", page.left), ("right", page.right)):
        assert margins.get(f"{W}{side}") == str(twips(mm))


def test_head_prints_bodies_star_number_title_and_date_in_order(word: Callable[..., Word]) -> None:
    table = next(word().body.iter(f"{W}tbl"))
    cells = [[text_of(p) for p in cell.iter(f"{W}p")] for cell in table.iter(f"{W}tc")]
    assert cells[0] == ["TỈNH UỶ CAO BẰNG", "BAN TUYÊN GIÁO VÀ DÂN VẬN", "*", "Số 14-HD/BTGDVTU"]
    assert cells[2] == ["ĐẢNG CỘNG SẢN VIỆT NAM", "", "Cao Bằng, ngày 05 tháng 6 năm 2026"]  # between: the rule


def test_title_rule_is_a_drawn_line_exactly_as_long_as_the_title(word: Callable[..., Word]) -> None:
    extent = next(word().body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"))
    title, look = PROFILE.words["tieu_de"].value, PROFILE.looks["tieu_de"]
    width = fonts.width_mm(title, fonts.face(look.bold, look.italic), look.size)
    assert int(str(extent.get("cx"))) == pytest.approx(width * 36000, abs=1)


@pytest.mark.parametrize(
    ("issuer", "place"),
    [("BAN TUYÊN GIÁO VÀ DÂN VẬN", "Tuyên Quang"), ("VĂN PHÒNG", "Hà Nội"), ("ĐẢNG UỶ XÃ A", "Thành phố Hồ Chí Minh")],
)
def test_columns_of_the_head_take_the_width_that_their_lines_need(
    word: Callable[..., Word], issuer: str, place: str
) -> None:
    head = HEAD.replace("BAN TUYÊN GIÁO VÀ DÂN VẬN", issuer).replace("dia_danh: Cao Bằng", f"dia_danh: {place}")
    table = next(word(BODY, head).body.iter(f"{W}tbl"))
    widths = [int(str(c.get(f"{W}w"))) for c in table.iter(f"{W}gridCol")]
    look = PROFILE.looks["dia_danh_ngay"]
    date = f"{place}, ngày 05 tháng 6 năm 2026"
    assert sum(widths) == twips(PROFILE.page.text_width)
    assert widths[2] >= twips(
        max(fonts.width_mm(date, fonts.face(look.bold, look.italic), look.size), PROFILE.head.right)
    )
    assert [value(c, "tcPr/tcW", "w") for c in table.iter(f"{W}tc")] == [str(w) for w in widths]


def test_draft_and_urgency_marks_stand_under_the_number(word: Callable[..., Word]) -> None:
    document = word(BODY, HEAD.replace("so: 14", "so: 14\ndu_thao: 2\ndo_khan: hoa-toc"))
    cell = next(document.body.iter(f"{W}tc"))
    assert [text_of(p) for p in cell.iter(f"{W}p")][-3:] == ["Số 14-HD/BTGDVTU", "Dự thảo lần 2", "HOẢ TỐC"]


def test_headings_are_numbered_by_word_and_stand_in_the_navigation_pane(word: Callable[..., Word]) -> None:
    document = word("# A\n## B\n### C\nx\n")
    names = ["heading 1", "heading 2", "heading 3"]
    assert [text for name in names for text in document.texts(name)] == ["A", "B", "a) C"]
    assert [document.along(name, "pPr/outlineLvl") for name in names] == ["0", "1", "2"]
    levels = {value(lvl, "pStyle"): lvl.get(f"{W}ilvl") for lvl in document.part("word/numbering.xml").iter(f"{W}lvl")}
    counted = [levels.get(value(document.style(name), "basedOn")) for name in names]
    assert counted == [document.along(name, "pPr/numPr/ilvl") for name in names] == ["3", "4", None]


def test_numbering_levels_carry_the_forms_of_the_profile(word: Callable[..., Word]) -> None:
    levels = {lvl.get(f"{W}ilvl"): lvl for lvl in next(word().part("word/numbering.xml").iter(f"{W}abstractNum"))}
    texts = {name: value(levels[str(i)], "lvlText") for i, name in enumerate(PROFILE.levels, 1) if str(i) in levels}
    assert texts == {"phan": "Phần %2", "A": "%3-", "I": "%4-", "1": "%5.", "1.1": "%5.%6.", "1.1.1": "%5.%6.%7."}


def test_dashes_and_pluses_are_real_lists(word: Callable[..., Word]) -> None:
    document = word("- ý\n\n+ nhỏ\n")
    assert document.texts("TTĐN Gạch đầu dòng") == ["ý"]
    lists = document.part("word/numbering.xml").iter(f"{W}abstractNum")
    marks = [value(lvl, "lvlText") for lvl in list(lists)[-1].iter(f"{W}lvl")]
    assert marks == ["-", "+"]
    assert value(document.style("TTĐN Gạch đầu dòng"), "pPr/numPr/numId") == "2"


def test_notes_are_real_footnotes_in_reading_order(word: Callable[..., Word]) -> None:
    body = "# A[^b]\n| t[^a] |\n| - |\n| u |\n\nx[^c].\n\n[^a]: một\n\n[^b]: **hai**\n\n[^c]: ba\n"
    document = word(body)
    assert document.notes() == ["hai", "một", "ba"]
    assert [r.get(f"{W}id") for r in document.body.iter(f"{W}footnoteReference")] == ["1", "2", "3"]


def test_two_hundred_notes_are_all_there(word: Callable[..., Word]) -> None:
    body = " ".join(f"chữ[^{n}]" for n in range(200)) + "\n\n" + "\n\n".join(f"[^{n}]: ghi {n}" for n in range(200))
    assert word(body).notes() == [f"ghi {n}" for n in range(200)]


def test_bold_and_italic_are_kept_run_by_run(word: Callable[..., Word]) -> None:
    paragraph = word("a **b** *c* ***d*** e\n").paragraphs("TTĐN Đoạn")[0]
    runs = [
        (text_of(r).strip(), r.find(f"{W}rPr/{W}b") is not None, r.find(f"{W}rPr/{W}i") is not None)
        for r in paragraph.iter(f"{W}r")
    ]
    assert [r for r in runs if r[0]] == [
        ("a", False, False), ("b", True, False), ("c", False, True), ("d", True, True), ("e.", False, False),
    ]  # fmt: skip


def test_hard_break_is_a_line_break_and_soft_break_a_space(word: Callable[..., Word]) -> None:
    assert word("một\\\nhai\nba\n").texts("TTĐN Đoạn") == ["một\nhai ba."]


def test_line_breaks_of_the_subject_are_kept(word: Callable[..., Word]) -> None:
    head = HEAD.replace("trich_yeu: công tác thông tin đối ngoại", "trich_yeu: |-\n  dòng một\n  dòng hai & <b>")
    assert word(BODY, head).texts("TTĐN Trích yếu") == ["dòng một\ndòng hai & <b>"]


def test_number_of_a_document_is_found_as_it_is_typed(word: Callable[..., Word]) -> None:
    number = "Kết luận số 57-KL/TW, năm 2021-2025"
    paragraph = word(f"{number}.\n").paragraphs("TTĐN Đoạn")[0]
    assert [t.text for t in paragraph.iter(f"{W}t")] == [f"{number}."]
    assert list(paragraph.iter(f"{W}noBreakHyphen")) == []


JOINT = "[" + ", ".join(f"{{chuc_vu: GIÁM ĐỐC {letter}, ho_ten: {letter}}}" for letter in "ABCDE") + "]"


def test_further_signers_of_a_joint_document_stand_in_rows_of_two(word: Callable[..., Word]) -> None:
    head = HEAD.replace("ky: {chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn An}", f"ky: {JOINT}")
    document = word(BODY, head)
    rows = list(document.body.iter(f"{W}tbl"))[-1].findall(f"{W}tr")
    cells = [[[text_of(p) for p in cell.iter(f"{W}p")] for cell in row.iter(f"{W}tc")] for row in rows]
    signed = [[lines[-1] for lines in row] for row in cells]
    assert signed[:3] == [["B", "A"], ["C", "D"], ["E", ""]]
    assert cells[1] == [["GIÁM ĐỐC C", "C"], ["GIÁM ĐỐC D", "D"]]
    assert cells[3][0][0] == "Nơi nhận:"
    styles = [[document.style_name(p) for p in row.iter(f"{W}p")] for row in rows]
    assert styles[0] == styles[1] == ["TTĐN Quyền hạn ký", "TTĐN Họ tên"] * 2


def test_table_repeats_its_header_and_keeps_rows_whole(word: Callable[..., Word]) -> None:
    document = word("| a | b |\n| :-: | -: |\n| 1 | 2 |\n\nx\n")
    table = document.paragraphs("TTĐN Đầu cột")[0].getparent().getparent().getparent()  # type: ignore[union-attr]
    rows = list(table.iter(f"{W}tr"))
    assert [r.find(f"{W}trPr/{W}tblHeader") is not None for r in rows] == [True, False]
    assert all(r.find(f"{W}trPr/{W}cantSplit") is not None for r in rows)
    assert [value(p, "pPr/jc") for p in document.paragraphs("TTĐN Ô bảng")] == ["center", "right"]


def test_merged_cells_span_their_columns_and_rows(tmp_path: Path) -> None:
    from ttdn_draft.pipeline import check_file, render_checked

    head = HEAD.removeprefix("---\n").removesuffix("---\n")
    rows = "[[{chu: cao, gop_hang: 2}, {chu: rộng, gop_cot: 2}], [x, y]]"
    source = tmp_path / "a.yaml"
    source.write_text(
        f"{head}noi_dung:\n  - bang: {{cot: [{{ten: A}}, {{ten: B}}, {{ten: C}}], hang: {rows}}}\n", "utf-8"
    )
    out = tmp_path / "a.docx"
    out.write_bytes(render_checked(check_file(source)))
    cells = [p.getparent() for p in Word(out).paragraphs("TTĐN Ô bảng")]
    shape = [(text_of(c), value(c, "tcPr/gridSpan"), c.find(f"{W}tcPr/{W}vMerge") is not None) for c in cells]  # type: ignore[arg-type, union-attr]
    assert shape == [
        ("cao", None, True),
        ("rộng", "2", False),
        ("", None, True),
        ("x", None, False),
        ("y", None, False),
    ]


def test_sums_numbers_and_widths_of_a_table_stand_in_word(word: Callable[..., Word]) -> None:
    table = "{stt: true, tong: true, cot: [{ten: A, rong: 50}, {ten: B}], hang: [[{chu: Nhóm, gop_cot: 2}], [x, 1500]]}"
    document = word("[bang: b]\n", HEAD.removesuffix("---\n") + f"bang: {{b: {table}}}\n---\n")
    rows = [list(row.iter(f"{W}tc")) for row in document.body.iter(f"{W}tr") if "STT" in text_of(row.getparent())]
    assert [[text_of(cell) for cell in row] for row in rows] == [
        ["STT", "A", "B"], ["Nhóm"], ["1", "x", "1.500"], ["Tổng cộng", "1.500"],
    ]  # fmt: skip
    assert [value(row[0], "p/pPr/jc") for row in rows] == [None, "left", "center", "center"]
    assert value(rows[2][2], "p/pPr/jc") == "right"
    assert value(rows[2][1], "tcPr/tcW", "w") == str(twips(50))
    assert value(rows[3][0], "tcPr/gridSpan") == "2"


def test_tables_that_follow_each_other_do_not_grow_together(word: Callable[..., Word]) -> None:
    table = "| a |\n| - |\n| 1 |\n\n"
    kinds = [e.tag.removeprefix(W) for e in word(f"x\n\n{table}\n{table}").body]
    assert all(pair != ("tbl", "tbl") for pair in pairwise(kinds))


def test_first_line_of_the_signature_is_bold_and_the_second_is_not(word: Callable[..., Word]) -> None:
    signer = "ky: {quyen_han: K/T TRƯỞNG BAN, chuc_vu: PHÓ TRƯỞNG BAN, ho_ten: Nguyễn Văn An}"
    document = word(BODY, HEAD.replace("ky: {chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn An}", signer))
    assert document.texts("TTĐN Quyền hạn ký") == ["K/T TRƯỞNG BAN"]
    assert document.texts("TTĐN Chức vụ") == ["PHÓ TRƯỞNG BAN"]
    assert document.texts("TTĐN Họ tên") == ["Nguyễn Văn An"]
    assert document.style("TTĐN Quyền hạn ký").find(f"{W}rPr/{W}b") is not None
    assert document.style("TTĐN Chức vụ").find(f"{W}rPr/{W}b") is None


@pytest.mark.parametrize("body", ["x\n\ncuối\n", "x\n\n| a |\n| - |\n| 1 |\n"])
def test_signature_is_never_torn_from_the_last_lines(word: Callable[..., Word], body: str) -> None:
    document = word(body)
    signature = document.paragraphs("TTĐN Quyền hạn ký")[0].getparent().getparent()  # type: ignore[union-attr]
    assert signature.find(f"{W}trPr/{W}cantSplit") is not None  # type: ignore[union-attr]
    last = [p for p in document.paragraphs() if document.style_name(p) in ("TTĐN Đoạn", "TTĐN Ô bảng")][-1]
    assert last.find(f"{W}pPr/{W}keepNext") is not None


def test_label_of_the_recipients_is_underlined_without_its_colon(word: Callable[..., Word]) -> None:
    runs = list(word().paragraphs("TTĐN Nơi nhận")[0].iter(f"{W}r"))
    assert [(text_of(r), r.find(f"{W}rPr/{W}u") is not None) for r in runs] == [("Nơi nhận", True), (":", False)]


def test_long_list_of_recipients_goes_on_below_the_signature(word: Callable[..., Word]) -> None:
    names = [f"Cơ quan thứ {n}" for n in range(60)]
    document = word(BODY, HEAD.replace("[Thường trực Tỉnh uỷ]", str(names).replace("'", '"')))
    rows = list(document.paragraphs("TTĐN Họ tên")[0].iterancestors(f"{W}tbl"))[0].findall(f"{W}tr")  # noqa: RUF015
    written = [p for row in rows for p in row.iter(f"{W}p") if text_of(p).startswith("- ")]
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True, False]
    assert len(written) == 61 and text_of(written[-1]).startswith("- Lưu")


def test_long_office_widens_the_column_of_the_signature(word: Callable[..., Word]) -> None:
    long = HEAD.replace("{chuc_vu: TRƯỞNG BAN", "{quyen_han: K/T TRƯỞNG BAN, chuc_vu: PHÓ TRƯỞNG BAN THƯỜNG TRỰC")
    table = next(word(BODY, long).paragraphs("TTĐN Họ tên")[0].iterancestors(f"{W}tbl"))
    width = int(str(list(table.iter(f"{W}gridCol"))[-1].get(f"{W}w")))
    look = PROFILE.looks["chuc_vu"]
    assert width >= twips(fonts.width_mm("PHÓ TRƯỞNG BAN THƯỜNG TRỰC", fonts.face(look.bold, look.italic), look.size))


def test_text_right_under_a_part_stands_further_off_than_a_heading(word: Callable[..., Word]) -> None:
    head = HEAD.replace("so: 14", 'danh_so: [phan, "1"]')
    paragraphs = word("# A\n1. x\n2. y\n# B\n## C\nz\n", head).paragraphs()
    gaps = {text_of(p).strip(): value(p, "pPr/spacing", "before") for p in paragraphs}
    assert gaps["x"] == str(round(PROFILE.looks["phan"].before_text * 20))
    assert gaps["y"] is None and gaps["C"] is None


def test_words_that_announce_a_list_stay_with_it(word: Callable[..., Word]) -> None:
    paragraphs = word("Gồm:\n\n- ý\n\nHết.\n").paragraphs("TTĐN Đoạn")
    assert [p.find(f"{W}pPr/{W}keepNext") is not None for p in paragraphs] == [True, True]


def test_document_without_recipients_has_no_label(word: Callable[..., Word]) -> None:
    lines = "noi_nhan: [Thường trực Tỉnh uỷ]\nluu: Ban Tuyên giáo và Dân vận Tỉnh uỷ\n"
    assert word(BODY, HEAD.replace(lines, "")).texts("TTĐN Nơi nhận") == []


def test_page_number_stands_in_the_header_but_not_on_page_one(word: Callable[..., Word]) -> None:
    document = word()
    assert "PAGE" in "".join(i.text or "" for i in document.part("word/header1.xml").iter(f"{W}instrText"))
    assert list(document.part("word/header2.xml").iter(f"{W}instrText")) == []
    assert document.body.find(f"{W}sectPr/{W}titlePg") is not None


def test_no_empty_paragraph_is_used_as_spacing(word: Callable[..., Word]) -> None:
    document = word("# A\n1. x\n\n- y\n\n| a |\n| - |\n| 1 |\n\nz\n")
    empty = [p for p in document.paragraphs() if not text_of(p) and p.find(f".//{W}drawing") is None]
    # before the head, in its gap cell, and after the last table: paragraphs that Word or LibreOffice wants, no room
    assert [document.style_name(p) for p in empty] == ["TTĐN Kết"] * 3
    assert value(document.style("TTĐN Kết"), "pPr/spacing", "line") == "14"


def test_properties_name_title_subject_and_author_of_the_document(rendered: Rendered) -> None:
    with zipfile.ZipFile(rendered()) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "<dc:title>Hướng dẫn công tác thông tin đối ngoại</dc:title>" in core
    assert "<dc:subject>công tác thông tin đối ngoại</dc:subject>" in core
    assert "<dc:creator>TỈNH UỶ CAO BẰNG - BAN TUYÊN GIÁO VÀ DÂN VẬN</dc:creator>" in core


def test_language_is_vietnamese(word: Callable[..., Word]) -> None:
    defaults = word().part("word/styles.xml").find(f"{W}docDefaults")
    assert defaults is not None and value(defaults, "rPrDefault/rPr/lang") == "vi-VN"


def test_legal_bases_stand_before_the_text(word: Callable[..., Word]) -> None:
    document = word(BODY, HEAD.replace("so: 14", "can_cu: [Căn cứ A, Căn cứ B]"))
    assert document.texts("TTĐN Căn cứ") == ["- Căn cứ A;", "- Căn cứ B."]


def test_same_input_gives_the_same_bytes_seconds_apart(rendered: Rendered, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    first = rendered().read_bytes()
    later = time.time() + 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    assert rendered().read_bytes() == first


@pytest.mark.parametrize("system", ["dang", "nha-nuoc"])
def test_second_signer_prints_every_line_that_a_first_one_may_have(word: Callable[..., Word], system: str) -> None:
    extra = "kiem: PHÓ TRƯỞNG BAN" if system == "dang" else "chuc_vu_khac: BỘ TRƯỞNG"
    signers = f"ky: [{{chuc_vu: A, ho_ten: Lê An}}, {{chuc_vu: GIÁM ĐỐC, {extra}, ho_ten: Vũ Bình}}]"
    head = HEAD.replace("ky: {chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn An}", signers)
    if system == "nha-nuoc":
        head = head.replace("luu: Ban Tuyên giáo và Dân vận Tỉnh uỷ", "luu: VT")
    printed = "\n".join(word(BODY, head.replace("the_thuc: dang", f"the_thuc: {system}")).texts())
    assert extra.split(": ")[1] in printed and "Vũ Bình" in printed
