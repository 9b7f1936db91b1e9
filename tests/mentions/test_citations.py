"""Documents that a text cites are read with their pieces, and what only looks like one is none."""

from datetime import date

import pytest

from ttdn_draft.mentions.citations import DocumentMention, list_citations
from ttdn_draft.mentions.laws import LawMention, list_laws
from ttdn_draft.model.mentions import Passage

FULL = (
    "Thực hiện Kết luận số 57-KL/TW, ngày 15/6/2023 của Bộ Chính trị về tiếp tục nâng cao chất lượng công tác thông "
    "tin đối ngoại; các sở triển khai."
)


def read(text: str) -> tuple[DocumentMention, ...]:
    return list_citations([Passage("paragraph", ("noi_dung", 0, "doan"), text)])


def read_laws(text: str, zone: str = "paragraph") -> tuple[LawMention, ...]:
    return list_laws([Passage("base" if zone == "base" else "paragraph", ("can_cu", 0), text)])


def test_letters_in_another_case_are_those_of_the_kind_that_is_named_even_of_an_unknown_body() -> None:
    (found,) = read("Thực hiện chương trình số 30-CTR/TUCB-ĐUQCHQ, ngày 27/02/2019 giữa hai cơ quan.")
    assert (found.kind, found.symbol.code, found.day) == ("Chương trình", "CTr", date(2019, 2, 27))
    assert not read("Thực hiện báo cáo số 30-CTR/TUCB-ĐUQCHQ của hai cơ quan.")


def test_every_piece_of_a_full_citation_stands_where_it_is_read() -> None:
    (found,) = read(FULL)
    pieces = [found.kind_span, found.symbol_span, found.day_span, found.issuer_span]
    assert [FULL[slice(*piece)] for piece in pieces] == ["Kết luận", "57-KL/TW", "ngày 15/6/2023", "Bộ Chính trị"]
    assert found.title == "về tiếp tục nâng cao chất lượng công tác thông tin đối ngoại"
    assert (found.day, found.has_comma, found.has_number_word) == (date(2023, 6, 15), True, True)
    assert found.words == "Kết luận số 57-KL/TW, ngày 15/6/2023 của Bộ Chính trị"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("57-KL/TW", "57-KL/TW"),
        ("57/KL-TW", "57-KL/TW"),
        ("57- KL/TW", "57-KL/TW"),
        ("57–KL/TW", "57-KL/TW"),
        ("57 KL/TW", "57-KL/TW"),
        ("57KL/TW", "57-KL/TW"),
        ("57-KLTW", "57-KL/TW"),
        ("57-\nKL/TW", "57-KL/TW"),
        ("O5-HD/VPTW", "05-HD/VPTW"),
        ("3O/2020/NĐ-CP", "30/2020/NĐ-CP"),
        ("30/2020/ND-CP", "30/2020/NĐ-CP"),
        ("30/2020/NĐCP", "30/2020/NĐ-CP"),
        ("148-NQ/CP", "148/NQ-CP"),
        ("978/QĐ-TTG", "978/QĐ-TTg"),
        ("202/2025/QH15", "202/2025/QH15"),
        ("388/NQ-UBTVQH16", "388/NQ-UBTVQH16"),
        ("3616/BTTTT-TTĐN", "3616/BTTTT-TTĐN"),
        ("66.4/2025/NQ-CP", "66.4/2025/NQ-CP"),
        ("12-KH/TĐTN-BTG", "12-KH/TĐTN-BTG"),
    ],
)
def test_symbol_is_read_as_its_system_writes_it(typed: str, right: str) -> None:
    (found,) = read(f"Thực hiện Văn bản số {typed} của cơ quan." if "BTTTT" in typed else f"Theo Kết luận số {typed}.")
    assert (found.typed_symbol, found.symbol.right) == (typed, right)


@pytest.mark.parametrize(
    "text",
    [
        "Hợp đồng số 12/2026/HĐKT-VNPT, hồ sơ số 12/HS-STC, giấy phép số 15/GP-BTTTT.",
        "Tỷ số 3/1, tỷ lệ 3/4, mạng 5G/4G, trực 24/7.",
        "Xem tại https://vanban.vn/57-KL/TW và tệp 57-KL/TW.docx.",
        "Quy chuẩn QCVN 102:2016/BTTTT, tiêu chuẩn TCVN 6909:2001.",
        "Chỉ thị số 2014/94/EU, Quyết định số 768/2008/EC, Nghị quyết A/RES/70/1, Nghị quyết 2334.",
        "Mức 1.500.000 đồng/ha, 500.000 đồng/người, ngày 15/6/2026, mẫu số 01/TB-ĐKT.",
        "Thực hiện [điền: văn bản còn hiệu lực, thay Nghị định số 244/2026/NĐ-CP].",
        "Nghị quyết Đại hội XIV của Đảng, Quyết định của Ủy ban nhân dân tỉnh.",
    ],
)
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert [found.words for found in read(text)] == []


def test_documents_of_a_list_share_their_kind() -> None:
    found = read("Các Nghị định số 72/2015/NĐ-CP, số 148/2026/NĐ-CP và 244/2026/NĐ-CP của Chính phủ.")
    assert [(m.kind, m.is_listed) for m in found] == [("Nghị định", False), ("Nghị định", True), ("Nghị định", True)]


def test_document_in_the_title_of_another_is_nested_and_one_that_follows_it_is_not() -> None:
    found = read(
        "Nghị định số 148/2026/NĐ-CP ngày 12/5/2026 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số "
        "72/2015/NĐ-CP, Nghị định số 09/2017/NĐ-CP ngày 09/02/2017 của Chính phủ."
    )
    assert [m.is_nested for m in found] == [False, True, False]
    assert found[0].title.endswith("Nghị định số 72/2015/NĐ-CP")


def test_day_that_no_calendar_has_is_a_day_all_the_same() -> None:
    (found,) = read("Kế hoạch số 12/KH-UBND ngày 31/02/2026 của UBND tỉnh.")
    assert found.day is None
    assert found.passage.text[slice(*found.day_span)] == "ngày 31/02/2026"


def test_who_does_something_behind_a_number_is_no_issuer() -> None:
    (found,) = read("Nhiệm vụ quy định tại Điều 5 Nghị định số 45/2023/NĐ-CP do Bộ Công Thương thực hiện.")
    assert found.issuer == ""


def test_commas_in_the_name_of_an_issuer_end_nothing() -> None:
    (found,) = read("Thông tư số 10/2025/TT-BVHTTDL của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch hướng dẫn chức năng.")
    assert found.issuer == "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch"
    assert found.title == "hướng dẫn chức năng"


def test_laws_are_read_by_name_with_number_day_or_year() -> None:
    (dated,) = read_laws("Theo Luật Báo chí số 126/2025/QH15 ngày 10 tháng 12 năm 2025 của Quốc hội.")
    assert (dated.title, dated.number, dated.day) == ("Luật Báo chí", "126/2025/QH15", date(2025, 12, 10))
    (yearly,) = read_laws("Theo Luật Phòng, chống tham nhũng năm 2018.")
    assert (yearly.title, yearly.year, yearly.day) == ("Luật Phòng, chống tham nhũng", 2018, None)
    assert read_laws("Theo pháp luật về báo chí và Luật Báo chí.") == ()
    (bare,) = read_laws("Căn cứ Luật Báo chí", "base")
    assert (bare.title, bare.year) == ("Luật Báo chí", None)


def test_reading_takes_time_in_proportion_to_the_text() -> None:
    hard = "Nghị quyết " * 3000 + "12-" * 3000 + "số 57 " * 3000
    assert read(hard) == ()
