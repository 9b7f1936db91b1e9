"""What each part of a Word file is taken for, in the forms in which offices write it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.read.word.making import cell, document, foot, head, para, run, table, title, write_word
from ttdn_draft.errors import Finding
from ttdn_draft.model import Source
from ttdn_draft.pipeline import check_file
from ttdn_draft.read import read_source

Read = Callable[..., Source]
MATH_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"
PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


PARTS = (("nhất", "TÌNH HÌNH"), ("ba", "NHIỆM VỤ"))


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return the source of a Word file with a body."""

    def _read(body: str, parts: dict[str, bytes] | None = None) -> Source:
        return read_source(write_word(tmp_path / "van-ban.docx", body, parts))

    return _read


def told(source: Source, id: str) -> list[Finding]:
    return [found for found in source.findings if found.id == id]


def blocks_of(source: Source) -> Any:
    def bare(blocks: list[Any]) -> list[Any]:
        return [
            {key: bare(value) if key == "noi_dung" else value for key, value in block.items() if value != []}
            for block in blocks
        ]

    return bare(source.data["noi_dung"])


def test_heads_laid_out_with_tabs_are_read(read: Read) -> None:
    lines = [
        ("HUYỆN ỦY BÙ GIA MẬP", "ĐẢNG CỘNG SẢN VIỆT NAM", False),
        ("BAN TUYÊN GIÁO", "", True),
        ("Số 12-BC/BTG", "Bù Gia Mập, ngày 05 tháng 6 năm 2026", False),
    ]
    body = "".join(para(f"{left}\t{right}" if right else left, bold=bold) for left, right, bold in lines)
    data = read(body + title() + para("Một.") + foot()).data
    assert data["co_quan"] == {"cap_tren": "HUYỆN ỦY BÙ GIA MẬP", "ten": "BAN TUYÊN GIÁO", "ky_hieu": "BTG"}
    assert (data["the_thuc"], data["so"], data["dia_danh"]) == ("dang", 12, "Bù Gia Mập")


@pytest.mark.parametrize(
    ("number", "symbol", "own"),
    [("Số: 12/BC-SNgV", "SNgV", None), ("Số:      /ĐKT-SCT", "SCT", "ĐKT-SCT"), ("Số: /BC-UBND", "UBND", None)],
)
def test_symbol_is_taken_apart_where_it_is_put_together(number: str, symbol: str, own: str, read: Read) -> None:
    data = read(head(number=number) + title() + para("Một.") + foot()).data
    assert (data["co_quan"]["ky_hieu"], data.get("ky_hieu")) == (symbol, own)


def test_strokes_under_the_names_of_a_head_are_no_words(read: Read) -> None:
    left = cell(para("BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG\n-------", bold=True, centred=True))
    top = table([left, cell(para("ĐẢNG CỘNG SẢN VIỆT NAM\n-------------", bold=True, centred=True))])
    data = read(top + title() + para("Một.") + foot()).data
    assert (data["the_thuc"], data["co_quan"]["ten"]) == ("dang", "VĂN PHÒNG")


def test_blank_number_and_day_are_not_invented(read: Read) -> None:
    body = head(number="Số:       /BC-SNgV").replace("05 tháng 6", "      tháng 6")
    source = read(body + title() + para("Một.") + foot())
    assert "so" not in source.data and "ngay" not in source.data
    assert told(source, "N866")[0].facts == {"words": "tháng 6 năm 2026", "typed": "6/2026"}


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        (["Kính gửi: Bộ Ngoại giao"], ["Bộ Ngoại giao"]),
        (["Kính gửi:", "- Bộ Ngoại giao;", "- Bộ Công an."], ["Bộ Ngoại giao", "Bộ Công an"]),
        (["Kính gửi: Bộ Ngoại giao; Bộ Công an."], ["Bộ Ngoại giao", "Bộ Công an"]),
    ],
)
def test_addressees_are_read(lines: list[str], entries: list[str], read: Read) -> None:
    body = head() + title() + "".join(para(line, centred=True) for line in lines) + para() + para("Một.") + foot()
    assert read(body).data["kinh_gui"] == entries


def test_bold_number_is_a_heading_and_an_upright_one_a_paragraph(read: Read) -> None:
    source = read(
        document(para("I. MỤC ĐÍCH", bold=True), para("1. Yêu cầu", bold=True), para("Một."), para("2. Đủ và đúng."))
    )
    (first,) = blocks_of(source)
    assert first["muc"] == "MỤC ĐÍCH"
    assert first["noi_dung"] == [{"muc": "Yêu cầu", "noi_dung": [{"doan": "Một."}]}, {"khoan": "Đủ và đúng.", "so": 2}]
    assert check_file(Path(source.file)).findings == ()


def test_name_in_bold_before_an_upright_text_is_no_heading(read: Read) -> None:
    line = f"<w:p>{run('1. Kết quả: ', bold=True)}{run('đến ngày 06/11/2025')}</w:p>"
    (first,) = blocks_of(read(document(para("I. MỤC ĐÍCH", bold=True), line, para("Một."))))
    assert first["noi_dung"][0] == {"khoan": "**Kết quả:** đến ngày 06/11/2025", "so": 1}


def test_levels_of_points_stand_under_each_other(read: Read) -> None:
    lines = ["1. Một:", "1.1. Hai.", "1.1.1. Ba.", "1.1.2. Bốn.", "a) Năm:", "- Sáu:", "+ Bảy."]
    source = read(document(*map(para, lines)))
    (first,) = blocks_of(source)
    levels = ["1.1", "1.1.1", "a"]
    found, node = list[str](), first
    while inner := node.get("noi_dung"):
        node = inner[-1]
        found.append(node.get("cap") or next(iter(node)))
    assert found == [*levels, "gach", "cong"]
    assert source.data["danh_so"] == ["1", "1.1", "1.1.1", "a"]


def test_heading_with_a_wrong_number_is_told_with_the_one_that_is_printed(read: Read) -> None:
    source = read(document(para("I. Một", bold=True), para("A."), para("III. Hai", bold=True), para("B.")))
    (found,) = told(source, "W827")
    assert (found.facts["typed"], found.facts["number"]) == ("III.", 2)


def test_part_with_a_wrong_number_in_words_is_told(read: Read) -> None:
    parts = [para(f"Phần thứ {number}: {name}", bold=True, centred=True) + para("Một.") for number, name in PARTS]
    found = told(read(document(*parts)), "W827")
    assert [one.facts["number"] for one in found] == [2]


def test_table_with_two_rows_of_names_is_read_with_groups(read: Read) -> None:
    rows = [
        [cell(para("TT"), merge="restart"), cell(para("Tên"), merge="restart"), cell(para("Năm 2026"), span=2)],
        [cell(merge="continue"), cell(merge="continue"), cell(para("Kế hoạch")), cell(para("Thực hiện"))],
        [cell(para("1")), cell(para("Bản tin"), para("- song ngữ")), cell(para("5")), cell(para("6"))],
        [cell(para("Tổng"), span=2), cell(para("5")), cell(para("6"))],
    ]
    table_of = blocks_of(read(document(para("Một."), table(*rows, borders=True))))[1]["bang"]
    assert [(one["ten"], one.get("nhom_cot")) for one in table_of["cot"]] == [
        ("TT", None),
        ("Tên", None),
        ("Kế hoạch", "Năm 2026"),
        ("Thực hiện", "Năm 2026"),
    ]
    assert table_of["hang"][0] == ["1", ["Bản tin", "- song ngữ"], "5", "6"]
    assert table_of["hang"][1][0] == {"chu": "Tổng", "gop_cot": 2}


def test_rows_that_begin_later_are_deleted_or_stand_in_a_control_are_read_as_they_are_shown(read: Read) -> None:
    def row(*words: str, properties: str = "") -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cell(para(one)) for one in words)}</w:tr>"

    rows = [
        row("Tên", "Số"),
        row("2", properties='<w:gridBefore w:val="1"/>'),
        row("bỏ", "3", properties="<w:del/>"),
        f"<w:sdt><w:sdtContent>{row('Bản tin', '4')}</w:sdtContent></w:sdt>",
    ]
    made = f'<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>{"".join(rows)}</w:tbl>'
    found = blocks_of(read(document(para("Một."), made, para("Cuối ( cùng)."))))
    assert found[1]["bang"]["hang"] == [[None, "2"], ["Bản tin", "4"]]


def test_words_of_boxes_in_boxes_and_of_formulas_are_read_once(read: Read) -> None:
    inner = f"<w:p><w:r><w:txbxContent>{para('trong')}</w:txbxContent></w:r>{run('ngoài')}</w:p>"
    box = f"<w:p><w:r><w:txbxContent>{inner}</w:txbxContent></w:r>{run('quanh')}</w:p>"
    formula = f'<w:p>{run("a = ")}<m:oMath xmlns:m="{MATH_NAMESPACE}"><m:r><m:t>b2</m:t></m:r></m:oMath></w:p>'
    assert blocks_of(read(document(box, formula))) == [
        {"doan": "trong"},
        {"doan": "ngoài"},
        {"doan": "quanh"},
        {"doan": "a = b2"},
    ]


def test_signers_side_by_side_are_read_the_leading_one_first(read: Read) -> None:
    left, right = (
        cell(para(office, bold=True, centred=True), para(), para(name, bold=True, centred=True))
        for office, name in [("GIÁM ĐỐC SỞ TÀI CHÍNH", "Trần Văn Bình"), ("GIÁM ĐỐC SỞ NGOẠI VỤ", "Nguyễn Văn An")]
    )
    body = document(para("Một.")).rsplit("<w:tbl>", 1)[0]
    recipients = para("Nơi nhận:") + para("- UBND tỉnh;") + para("- Lưu: VT.")
    data = read(body + table([left, right]) + recipients).data
    assert [one["ho_ten"] for one in data["ky"]] == ["Nguyễn Văn An", "Trần Văn Bình"]
    assert (data["noi_nhan"], data["luu"]) == (["UBND tỉnh"], "VT")


def test_annex_is_read_with_its_title_and_the_name_of_the_body(read: Read) -> None:
    annex = [
        para("Phụ lục", bold=True, centred=True),
        para("DANH MỤC", bold=True, centred=True),
        para("(Kèm theo Báo cáo số 12/BC-SNgV ngày 05/6/2026 của Sở Ngoại vụ)", italic=True, centred=True),
        para("1. Một."),
    ]
    source = read(document(para("Theo phụ lục.")) + PAGE + "".join(annex))
    assert source.data["phu_luc"] == [{"tieu_de": "DANH MỤC", "noi_dung": [{"khoan": "Một.", "so": 1, "noi_dung": []}]}]
    assert source.data["co_quan"]["ten_day_du"] == "Sở Ngoại vụ"
    assert [found.id for found in source.findings] == []


def test_annexes_with_a_title_behind_the_label_are_parted(read: Read) -> None:
    labels = ("Phụ lục I. Danh mục", "Biểu 02: SỐ LIỆU")
    annexes = [PAGE + para(label, bold=True, centred=True) + para("1. Một.") for label in labels]
    found = read(document(para("Theo phụ lục.")) + "".join(annexes)).data["phu_luc"]
    assert [annex["tieu_de"] for annex in found] == ["Danh mục", "SỐ LIỆU"]


def test_label_of_a_form_that_is_printed_as_an_annex_is_told(read: Read) -> None:
    form = para("Biểu 01: SỐ LIỆU", bold=True, centred=True) + para("Một.")
    source = read(document(para("Theo biểu.")) + PAGE + form)
    assert source.data["phu_luc"][0]["tieu_de"] == "SỐ LIỆU"
    assert [found.facts["words"] for found in told(source, "W829")] == ["Biểu 01"]


@pytest.mark.parametrize(
    "label",
    [
        PAGE + para("Phụ lục 1", bold=True, centred=True),
        para("Phụ lục 1", bold=True, centred=True).replace("<w:t ", '<w:br w:type="page"/><w:t '),
    ],
)
def test_annex_of_a_file_that_nobody_signs_is_read(label: str, read: Read) -> None:
    annex = [para("DANH SÁCH", bold=True, centred=True), para("năm 2026", centred=True), para("1. Hai.")]
    source = read(head() + title() + para("Theo Phụ lục 1.") + label + "".join(annex))
    assert [block["doan"] for block in source.data["noi_dung"]] == ["Theo Phụ lục 1."]
    assert [one["tieu_de"] for one in source.data["phu_luc"]] == ["DANH SÁCH\nnăm 2026"]


def test_forms_of_the_only_annex_are_parts_of_it(read: Read) -> None:
    lines = [para("PHỤ LỤC", bold=True, centred=True), para("SỐ LIỆU", bold=True, centred=True)]
    for number in (1, 2):
        lines += [PAGE, para(f"Biểu mẫu {number}", bold=True, centred=True), para("Tổ chức bộ máy"), para("Một.")]
    (annex,) = read(document(para("Theo phụ lục.")) + PAGE + "".join(lines)).data["phu_luc"]
    assert annex["tieu_de"] == "SỐ LIỆU"
    names = [block["doan"] for block in annex["noi_dung"] if "Biểu mẫu" in block["doan"]]
    assert [name.strip("*") for name in names] == ["Biểu mẫu 1", "Biểu mẫu 2"]


def test_reference_of_an_annex_may_stand_on_two_lines(read: Read) -> None:
    annex = [
        para("Phụ lục", bold=True, centred=True),
        para("DANH MỤC", bold=True, centred=True),
        para("(Kèm theo Báo cáo số 12/BC-SNgV ngày 05/6/2026 của", italic=True, centred=True),
        para("Sở Ngoại vụ)", italic=True, centred=True),
        para("1. Một."),
    ]
    source = read(document(para("Theo phụ lục.")) + PAGE + "".join(annex))
    assert source.data["phu_luc"][0]["tieu_de"] == "DANH MỤC"
    assert source.data["co_quan"]["ten_day_du"] == "Sở Ngoại vụ"


@pytest.mark.parametrize("name", ["UBND tỉnh Lào Cai", "Ủy ban nhân dân tỉnh Lào Cai", "Chủ tịch UBND tỉnh Lào Cai"])
def test_name_of_a_body_in_an_annex_may_be_short(name: str, read: Read) -> None:
    annex = [para("Phụ lục", bold=True, centred=True), para("DANH MỤC", bold=True, centred=True)]
    annex += [para(f"(Kèm theo Báo cáo số 12/BC-UBND của {name})", italic=True, centred=True), para("1. Một.")]
    top = head(parent="UỶ BAN NHÂN DÂN", issuer="TỈNH LÀO CAI", number="Số: 12/BC-UBND") + title()
    source = read(top + para("Một.") + foot() + PAGE + "".join(annex))
    assert source.data["co_quan"]["ten_day_du"] == name


def test_annex_without_a_label_behind_the_signature_is_read(read: Read) -> None:
    annex = [
        para("PHÂN CÔNG NHIỆM VỤ", bold=True, centred=True),
        para("(Kèm theo Báo cáo số 12/BC-SNgV ngày 05/6/2026 của Sở Ngoại vụ)", italic=True, centred=True),
        para("1. Một."),
    ]
    source = read(document(para("Một.")) + para() * 3 + "".join(annex))
    assert source.data["ky"] == {"chuc_vu": "GIÁM ĐỐC", "ho_ten": "Nguyễn Văn An"}
    assert [one["tieu_de"] for one in source.data["phu_luc"]] == ["PHÂN CÔNG NHIỆM VỤ"]
    assert [found.id for found in source.findings] == []


def test_name_of_a_part_below_its_number_is_read(read: Read) -> None:
    part = [para("Phần thứ nhất", bold=True, centred=True), para("TÌNH HÌNH, KẾT QUẢ", bold=True, centred=True)]
    more = [para("THỰC HIỆN", bold=True, centred=True), para("I. ĐẶC ĐIỂM", bold=True), para("Một.")]
    source = read(document(*part, *more))
    (first,) = blocks_of(source)
    assert (first["muc"], first["noi_dung"][0]["muc"]) == ("TÌNH HÌNH, KẾT QUẢ THỰC HIỆN", "ĐẶC ĐIỂM")
    assert [found.id for found in source.findings] == []


def test_place_with_an_empty_day_and_no_month_is_no_name_of_a_body(read: Read) -> None:
    plain = para("BHXH TỈNH LÀO CAI") + para("PHÒNG GIÁM ĐỊNH Y TẾ, ngày") + title()
    assert read(plain + para("Một.") + foot()).data["co_quan"]["ten"] == "PHÒNG GIÁM ĐỊNH Y TẾ"


def test_addressees_in_a_table_are_read(read: Read) -> None:
    addressed = table([cell(para("Kính gửi:")), cell(para("- Bộ Ngoại giao;"), para("- Bộ Công an."))])
    assert read(head() + title() + addressed + para("Một.") + foot()).data["kinh_gui"] == [
        "Bộ Ngoại giao",
        "Bộ Công an",
    ]


@pytest.mark.parametrize(
    ("lines", "parent", "name"),
    [
        ([("ỦY BAN NHÂN DÂN", False), ("TỈNH LÀO CAI", True)], None, "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI"),
        ([("UBND TỈNH LÀO CAI", True), ("SỞ NGOẠI VỤ", True)], "UBND TỈNH LÀO CAI", "SỞ NGOẠI VỤ"),
        (
            [("ỦY BAN NHÂN DÂN", False), ("TỈNH LÀO CAI", False), ("SỞ NGOẠI VỤ", True)],
            "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI",
            "SỞ NGOẠI VỤ",
        ),
        ([("SỞ VĂN HÓA, THỂ THAO", True), ("VÀ DU LỊCH", True)], None, "SỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH"),
    ],
)
def test_name_of_the_body_is_told_from_that_of_the_body_above(
    lines: list[tuple[str, bool]], parent: str | None, name: str, read: Read
) -> None:
    left = cell(*(para(words, bold=bold, centred=True) for words, bold in lines), para("Số: 1/BC-SNgV", centred=True))
    right = cell(para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, centred=True))
    issuer = read(table([left, right]) + title() + para("Một.") + foot()).data["co_quan"]
    assert (issuer.get("cap_tren"), issuer["ten"]) == (parent, name)


def test_subject_behind_the_kind_on_one_line_is_read(read: Read) -> None:
    data = read(head() + para("BÁO CÁO TUẦN", bold=True, centred=True) + para("Một.") + foot()).data
    assert (data["loai"], data["trich_yeu"]) == ("bao-cao", "TUẦN")


def test_office_below_the_name_is_read(read: Read) -> None:
    below = foot().replace("</w:tc></w:tr>", para("PHÓ GIÁM ĐỐC SỞ", bold=True, centred=True) + "</w:tc></w:tr>")
    assert read(head() + title() + para("Một.") + below).data["ky"]["chuc_vu_khac"] == "PHÓ GIÁM ĐỐC SỞ"


def test_signature_without_recipients_is_read(read: Read) -> None:
    alone = table([cell(para()), cell(para("GIÁM ĐỐC", bold=True, centred=True), para("Nguyễn Văn An", centred=True))])
    data = read(head() + title() + para("Một.") + alone).data
    assert data["ky"] == {"chuc_vu": "GIÁM ĐỐC", "ho_ten": "Nguyễn Văn An"} and "noi_nhan" not in data


@pytest.mark.parametrize("parted", [("Các sở, ban, ngành", "thuộc UBND tỉnh"), ("Các sở: Y tế,", "Tài chính")])
def test_recipient_on_two_lines_is_one(parted: tuple[str, str], read: Read) -> None:
    lines = [para(f"- {parted[0]}"), para(f"{parted[1]};"), para("- Lưu: VT.")]
    right = cell(para("GIÁM ĐỐC", bold=True, centred=True), para("Nguyễn Văn An", bold=True, centred=True))
    data = read(head() + title() + para("Một.") + table([cell(para("Nơi nhận:"), *lines), right])).data
    assert data["noi_nhan"] == [" ".join(parted)]


def test_what_is_missing_is_a_gap(read: Read) -> None:
    source = read(para("BÁO CÁO", bold=True, centred=True) + para("Một.") + para("Hai."))
    data = source.data
    assert data["co_quan"] == {"ten": "[điền: tên cơ quan]", "ky_hieu": "[điền: ký hiệu cơ quan]"}
    assert data["ky"] == {"chuc_vu": "[điền: chức vụ người ký]"}
    told_of_gaps = [found.id for found in check_file(Path(source.file)).findings if found.severity == "error"]
    assert told_of_gaps == ["E375"] * 4
    assert "number-form" not in [found.id for found in check_file(Path(source.file)).findings]


def test_doubtful_line_is_told_with_what_it_was_taken_for(read: Read) -> None:
    names = para("Sở Ngoại vụ tỉnh", bold=True) + para("Phòng Hợp tác quốc tế", bold=True)
    found = told(read(names + title() + para("Một.") + foot()), "N830")
    assert [(one.place.paragraph, one.facts["zone"]) for one in found] == [
        (1, "tên cơ quan cấp trên"),
        (2, "tên cơ quan ban hành"),
    ]


def test_words_without_a_place_are_listed_at_their_paragraph(read: Read) -> None:
    source = read(document(para("Một.")) + para("Người lập biểu", italic=True))
    assert told(source, "W829")[0].facts["words"] == "Người lập biểu" or "Người lập biểu" in str(source.data)


def test_tracked_changes_are_read_as_accepted_and_told_with_comments_and_hidden_words(read: Read) -> None:
    changed = (
        f"<w:p><w:ins>{run('Thêm ')}</w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>{run('giữ')}"
        f"{run(' ẩn', properties='<w:vanish/>')}<w:r><w:commentReference/></w:r></w:p>"
    )
    source = read(document(changed))
    assert blocks_of(source) == [{"doan": "Thêm giữ ẩn"}]
    assert told(source, "N831")[0].facts == {"insertions": 1, "deletions": 1}
    assert told(source, "N832")[0].facts == {"count": 1}
    assert told(source, "W833")[0].facts == {"words": " ẩn"}


def test_words_in_an_old_font_are_converted_and_told(read: Read) -> None:
    old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    source = read(
        document(f"<w:p>{run('C«ng t¸c', properties=old)}</w:p>", f"<w:p>{run('Đã rõ', properties=old)}</w:p>")
    )
    assert blocks_of(source) == [{"doan": "Công tác"}, {"doan": "Đã rõ"}]
    assert told(source, "W839")[0].facts == {"font": ".VnTime", "converted": 1, "left": 1}


def test_finding_in_a_word_file_names_its_paragraph(read: Read) -> None:
    source = read(document(para("Một ( hai).")))
    (found,) = (one for one in check_file(Path(source.file)).findings if one.id == "spaces")
    assert (found.place.line, found.place.paragraph) == (0, 10)
    assert found.tell("vi").split(" ", 1)[1].startswith("đoạn 10 spaces")
    assert found.tell("en").split(" ", 1)[1].startswith("paragraph 10 spaces")
