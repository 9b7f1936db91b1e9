"""A document is read in the order of a reader: notes at their marks, tables where they are printed, doubts as words."""

from tests.check.rules.sample import build_text

from .reading import read_passages

WHOLE = {
    "kinh_gui": None,
    "can_cu": ["Căn cứ Luật Báo chí ngày 10 tháng 12 năm 2025", "nd-72-2015"],
    "noi_nhan": ["[cần kiểm tra: Sở A — báo B]", "Sở C"],
    "bang": {"so": {"cot": [{"ten": "Tên"}, {"ten": "Số"}], "hang": [["một", "1"]]}},
    "phu_luc": [{"tieu_de": "Danh mục", "noi_dung": "Trong phụ lục."}],
    "than": "Mở đầu.[^a] Theo [dan: nd-30-2020], xem Phụ lục.\n\n[bang: so]\n\n## Việc *lớn*\n\n- Ý một\n\n"
    "[^a]: Ghi chú.",
}


def test_passages_stand_in_the_order_of_a_reader() -> None:
    zones = [passage.zone for passage in read_passages(build_text(WHOLE, "nha-nuoc"))]
    order = [zone for zone, before in zip(zones, ["", *zones], strict=False) if zone != before]
    assert order == [
        *("issuer", "symbol", "place", "subject", "base"),
        *("heading", "paragraph", "note", "cell", "heading", "item", "paragraph"),
        *("annex-title", "paragraph", "recipient", "archive", "authority", "office", "signer"),
    ]


def test_each_passage_knows_its_node_its_headings_and_its_annex() -> None:
    passages = {passage.text: passage for passage in read_passages(build_text(WHOLE, "nha-nuoc"))}
    assert passages["Ý một"].above == ("Nội dung", "Việc lớn")
    assert passages["Ghi chú."].path == ("chu_thich", "a")
    assert passages["một"].path == ("bang", "so", "hang", 0, 0)
    assert (passages["Trong phụ lục."].annex, passages["Ý một"].annex) == (1, 0)


def test_what_the_program_writes_out_of_an_id_is_given() -> None:
    passages = read_passages(build_text(WHOLE, "nha-nuoc"))
    (first,) = (p for p in passages if p.text.startswith("Mở đầu."))
    cited = first.text.index("Nghị định số 30/2020/NĐ-CP")
    assert [first.is_given(at) for at in (0, cited, first.text.index(", xem"))] == [False, True, False]
    assert [p.is_given(0) for p in passages if p.zone == "base"] == [False, True]


def test_doubt_is_read_as_it_is_printed() -> None:
    passages = read_passages(build_text(WHOLE, "nha-nuoc"))
    assert [p.text for p in passages if p.zone == "recipient"] == ["Sở A", "Sở C"]
