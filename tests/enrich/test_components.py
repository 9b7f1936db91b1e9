"""Addressees, archive line, marks and annexes, as each standard wants them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Compose, ids
from ttdn_draft.enrich import enrich
from ttdn_draft.knowledge.citations import NO_CITATIONS
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.model import BodyBlock, Document, plain_text
from ttdn_draft.read import read_source
from ttdn_draft.validate.documents import validate

BLANK = chr(0xA0) * 6
ANNEX = "[{tieu_de: Danh mục, noi_dung: '# Việc chung'}]"
BODY = "# Mục đích\n\nNội dung (có Phụ lục kèm theo).\n"
ISSUER = "{cap_tren: TỈNH UỶ A, ten: BAN B, ky_hieu: BB, ten_day_du: Ban B Tỉnh uỷ A}"


def composed(compose: Compose, standard: str = "dang", body: str = BODY, **lines: str) -> Document:
    checked = compose(standard, body, **lines)
    assert checked.document is not None, checked.findings
    return checked.document


def test_single_addressee_stands_on_the_line_without_a_mark(compose: Compose) -> None:
    document = composed(compose, "nha-nuoc", kinh_gui="Bộ Ngoại giao.")
    assert (document.addressed, document.addressees) == ("Kính gửi: Bộ Ngoại giao", ())


def test_several_addressees_stand_in_a_list_and_the_recipients_begin_as_above(compose: Compose) -> None:
    document = composed(compose, "nha-nuoc", kinh_gui="[Bộ Ngoại giao, 'Uỷ ban nhân dân tỉnh;']")
    assert document.addressed == "Kính gửi:"
    assert document.addressees == ("- Bộ Ngoại giao;", "- Uỷ ban nhân dân tỉnh.")
    assert document.recipients == ("- Như trên;", "- Các sở;", "- Lưu: VT, TTBCXB.")


@pytest.mark.parametrize(("doubted", "printed"), [("VT", "- Lưu: VT."), ("TH", "- Lưu: VT, {}.")])
def test_a_doubt_about_the_registry_alone_doubles_no_word(compose: Compose, doubted: str, printed: str) -> None:
    mark = f"[cần kiểm tra: {doubted} — sách A]"
    document = composed(compose, "nha-nuoc", luu=f"'{mark}'", du_thao="1")
    assert document.recipients[-1] == printed.format(mark)


def test_as_above_that_was_typed_is_not_doubled(compose: Compose) -> None:
    document = composed(compose, "nha-nuoc", kinh_gui="[A, B]", noi_nhan="['- Như trên;', Các sở]")
    assert document.recipients[:2] == ("- Như trên;", "- Các sở;")


@pytest.mark.parametrize(("standard", "kind"), [("nha-nuoc", "ke-hoach"), ("dang", "bao-cao")])
def test_kind_that_addresses_nobody_refuses_addressees(compose: Compose, standard: str, kind: str) -> None:
    assert "E223" in ids(compose(standard, loai=kind, kinh_gui="[A]").findings)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("TTBCXB", "- Lưu: VT, TTBCXB."),
        ("'VT, VX (2)'", "- Lưu: VT, VX (2)."),
        ("VT", "- Lưu: VT."),
        ("'- Lưu: VT, TH.'", "- Lưu: VT, TH."),
    ],
)
def test_archive_line_of_the_state_names_the_registry_once(compose: Compose, typed: str, printed: str) -> None:
    assert composed(compose, "nha-nuoc", luu=typed).recipients[-1] == printed


def test_recipients_of_2021_are_divided_by_commas_and_the_last_legal_basis_ends_so(compose: Compose) -> None:
    document = composed(compose, ngay="2021-03-30", can_cu="[Căn cứ A, Căn cứ B]", noi_nhan="[X, Y]")
    assert document.recipients[:2] == ("- X,", "- Y,")
    assert document.legal_bases == ("Căn cứ A;", "Căn cứ B,")


def test_purpose_of_a_recipient_stands_in_brackets(compose: Compose) -> None:
    document = composed(compose, noi_nhan="[{ten: Thường trực Tỉnh uỷ, muc_dich: (để b/c)}]")
    assert document.recipients[0].replace(chr(0xA0), " ") == "- Thường trực Tỉnh uỷ (để b/c);"


@pytest.mark.parametrize(
    ("standard", "day", "mark"),
    [
        ("dang", "2026-06-05", "NguyenVanAn-26"),
        ("dang", "2021-06-05", "NGUYỄN\N{NO-BREAK SPACE}VĂN\N{NO-BREAK SPACE}ÂN-26"),
    ],
)
def test_mark_of_the_drafter_is_written_as_its_standard_says(
    compose: Compose, standard: str, day: str, mark: str
) -> None:
    document = composed(compose, standard, ngay=day, nguoi_soan="{ky_hieu: Nguyễn Văn Ân, so_ban: 26}")
    assert document.drafter_mark == mark


def test_mark_of_the_drafter_follows_the_archive_line_of_the_state(compose: Compose) -> None:
    document = composed(compose, "nha-nuoc", nguoi_soan="{ky_hieu: pl, so_ban: 300}")
    assert document.recipients[-1] == "- Lưu: VT, TTBCXB. PL.(300)"
    assert document.drafter_mark == ""


def test_long_list_takes_the_mark_of_the_drafter_with_it(compose: Compose) -> None:
    many = "[" + ", ".join(f"Cơ quan số {n}" for n in range(60)) + "]"
    document = composed(compose, noi_nhan=many, nguoi_soan="{ky_hieu: An, so_ban: 2}")
    assert (document.drafter_mark, document.more_drafter_mark) == ("", "An-2")


def test_text_of_the_state_ends_with_its_closing_mark(compose: Compose) -> None:
    last = composed(compose, "nha-nuoc", "Hết.\n").body[-1]
    assert isinstance(last, BodyBlock) and plain_text(last.text) == "Hết./."


def test_section_of_the_state_is_printed_in_capitals(compose: Compose) -> None:
    first = composed(compose, "nha-nuoc", "# Mục đích, *yêu cầu*\n\nx\n").body[0]
    assert isinstance(first, BodyBlock) and plain_text(first.text) == "MỤC ĐÍCH, YÊU CẦU"


def test_name_of_a_part_is_in_capitals_as_the_party_prints_it(compose: Compose) -> None:
    first, second = composed(compose, body="# Quy định chung\n\n## Mục đích\n\nx\n", danh_so="[phan, '1']").body[:2]
    assert isinstance(first, BodyBlock) and isinstance(second, BodyBlock)
    assert [plain_text(first.text), plain_text(second.text)] == ["QUY ĐỊNH CHUNG", "Mục đích"]


def test_sentence_against_publication_is_printed_by_the_party_alone(compose: Compose) -> None:
    assert composed(compose, khong_pho_bien="true").unpublished.startswith("Không phổ biến")
    assert "E349" in ids(compose("nha-nuoc", khong_pho_bien="true").findings)


def test_one_annex_has_no_number_and_names_its_document(compose: Compose) -> None:
    [annex] = composed(compose, co_quan=ISSUER, phu_luc=ANNEX).annexes
    assert (annex.label, annex.title) == ("Phụ lục", "DANH MỤC")
    assert annex.reference == "(Kèm theo Hướng dẫn số 14-HD/BB, ngày 05/6/2026 của Ban B Tỉnh uỷ A)"


@pytest.mark.parametrize(("standard", "labels"), [("dang", ["1", "2"]), ("nha-nuoc", ["I", "II"])])
def test_several_annexes_are_counted_as_the_standard_says(compose: Compose, standard: str, labels: list[str]) -> None:
    annexes = composed(compose, standard, co_quan=ISSUER, phu_luc=f"[{ANNEX[1:-1]}, {ANNEX[1:-1]}]").annexes
    assert [annex.label for annex in annexes] == [f"Phụ lục {figure}" for figure in labels]


def test_annex_of_an_undated_draft_leaves_room_in_its_reference(compose: Compose) -> None:
    lines = {"co_quan": ISSUER, "phu_luc": ANNEX, "so": "null", "ngay": "null"}
    [annex] = composed(compose, "nha-nuoc", **lines).annexes
    assert annex.reference == (
        f"(Kèm theo Báo cáo số {BLANK}/BC-BB ngày {BLANK} tháng {BLANK} năm {BLANK}\ncủa Ban B Tỉnh uỷ A)"
    )


LONG_ISSUER = (
    "{cap_tren: UBND TỈNH A, ten: SỞ VĂN HÓA, ten_day_du: 'Sở Văn hóa, Thể thao và Du lịch tỉnh A', ky_hieu: BB}"
)


def test_reference_that_is_wider_than_its_page_is_parted_before_the_body(compose: Compose) -> None:
    both = f"[{ANNEX[1:-1]}, {ANNEX[1:-2]}, ngang: true}}]"
    upright, turned = composed(compose, "nha-nuoc", co_quan=LONG_ISSUER, phu_luc=both).annexes
    assert upright.reference.split("\n") == [
        "(Kèm theo Báo cáo số 05/BC-BB ngày 05 tháng 7 năm 2026",
        "của Sở Văn hóa, Thể thao và Du lịch tỉnh A)",
    ]
    assert turned.reference == upright.reference.replace("\n", " ")


HALF_KNOWN = {  # as it is typed: month and year as they are printed
    "6/2026": ("6", "2026"),
    "2026-06": ("6", "2026"),
    "'2/2027'": ("02", "2027"),
    "2027": (BLANK, "2027"),
    "'2027'": (BLANK, "2027"),
}


@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
@pytest.mark.parametrize("typed", HALF_KNOWN)
def test_draft_prints_its_date_as_far_as_it_is_known(compose: Compose, standard: str, typed: str) -> None:
    month, year = HALF_KNOWN[typed]
    document = composed(compose, standard, ngay=typed, du_thao="1", co_quan=ISSUER, phu_luc=ANNEX)
    assert document.place_date.endswith(f", ngày {BLANK} tháng {month} năm {year}")
    in_reference = {"dang": f"ngày {BLANK}/{month}/{year}", "nha-nuoc": f"ngày {BLANK} tháng {month} năm {year}"}
    assert in_reference[standard] in document.annexes[0].reference


@pytest.mark.parametrize(
    ("typed", "profile"), [("5/2026", "dang-hd05-2026"), ("4/2026", "dang-hd36-2018"), ("2025", "dang-hd36-2018")]
)
def test_draft_of_a_month_has_the_standard_of_its_nearest_day(compose: Compose, typed: str, profile: str) -> None:
    checked = compose(ngay=typed, du_thao="1")
    assert checked.profile is not None and checked.profile.id == profile


def test_annex_counts_its_headings_anew_and_may_have_a_scheme_of_its_own(compose: Compose) -> None:
    annexes = '[{tieu_de: X, danh_so: [A, 1], noi_dung: "# Một\\n\\n1. Hai"}]'
    document = composed(compose, body="# Có phụ lục\n\n1. x\n", co_quan=ISSUER, phu_luc=annexes)
    looks = [(b.look, b.level) for b in document.annexes[0].body if isinstance(b, BodyBlock)]
    assert looks == [("muc_A", "A"), ("khoan", "1")]


def test_note_of_an_annex_counts_on_after_those_of_the_text(compose: Compose) -> None:
    annex = '[{tieu_de: X, noi_dung: "b[^2]\\n\\n[^2]: hai"}]'
    document = composed(compose, body="Phụ lục[^1]\n\n[^1]: một\n", co_quan=ISSUER, phu_luc=annex)
    assert [plain_text(note) for note in document.footnotes] == ["một", "hai"]


def test_annex_that_the_text_does_not_mention_is_doubted(compose: Compose) -> None:
    assert ids(compose(body="x\n", co_quan=ISSUER, luu="Ban B Tỉnh uỷ", phu_luc=ANNEX).findings) == ["annex-link"]


def test_annex_without_the_name_of_its_body_leaves_a_visible_gap(compose: Compose) -> None:
    checked = compose(body=BODY, phu_luc=ANNEX)
    assert ids(checked.findings) == ["W381"] and checked.document is not None
    assert checked.document.annexes[0].reference.endswith("của […])")


def test_kind_without_a_template_in_the_profile_is_refused_by_name(write: Callable[..., Path]) -> None:
    source = read_source(write())
    draft, _ = validate(source)
    assert draft is not None
    profile = load_profile("dang-hd05-2026")
    only_plans = replace(profile, kinds={"ke-hoach": profile.kinds["ke-hoach"]})
    assert ids(enrich(draft, NO_CITATIONS, only_plans, source).findings) == ["E314"]


@pytest.mark.parametrize(
    ("typed", "printed"), [("Hết", "Hết./."), ("Hết…", "Hết…./."), ("Hết./.", "Hết./."), ("a:", "a:")]
)
def test_closing_mark_of_the_state_stands_after_any_other_mark(compose: Compose, typed: str, printed: str) -> None:
    last = composed(compose, "nha-nuoc", f"# A\n\n{typed}\n").body[-1]
    assert isinstance(last, BodyBlock) and plain_text(last.text) == printed


def test_author_line_stands_in_the_title_of_party_documents_alone(compose: Compose) -> None:
    assert composed(compose, cua="của Ban Thường vụ Tỉnh uỷ").author_line == "CỦA BAN THƯỜNG VỤ TỈNH UỶ"
    assert "E349" in ids(compose("nha-nuoc", cua="CỦA UBND").findings)


def test_mark_of_the_drafter_without_an_archive_line_is_an_error_of_the_state(compose: Compose) -> None:
    checked = compose("nha-nuoc", luu="null", nguoi_soan="{ky_hieu: pl, so_ban: 3}")
    assert set(ids(checked.findings)) == {"E333", "archive-line-form"}
    assert compose("nha-nuoc", luu="null", noi_nhan="['Lưu: VT']", nguoi_soan="{ky_hieu: pl, so_ban: 3}").findings == ()


def test_name_that_a_comma_has_torn_is_doubted(compose: Compose) -> None:
    found = compose(noi_nhan="[Các sở, ban, ngành]").findings
    assert [(f.id, f.facts["right"], f.place.path) for f in found] == [("W259", '["Các sở, ban, ngành"]', "$.noi_nhan")]
    apart = compose(noi_nhan="\n  - Các sở\n  - ban\n  - ngành").findings
    assert [(f.id, f.words, f.place.path) for f in apart] == [
        ("recipient-form", "ban", "$.noi_nhan[1]"),
        ("recipient-form", "ngành", "$.noi_nhan[2]"),
    ]


@pytest.mark.parametrize(
    ("standard", "lines", "id"),
    [
        ("nha-nuoc", {"kinh_gui": "['-', ';']"}, "E332"),
        ("nha-nuoc", {"lien_he": "['-']"}, "E332"),
        ("dang", {"noi_nhan": "[{ten: '-', muc_dich: để b/c}]"}, "E332"),
        ("dang", {"nguoi_soan": "{ky_hieu: '...', so_ban: 3}"}, "E332"),
        ("nha-nuoc", {"noi_nhan": "[A, 'Lưu: VT']", "luu": "VT"}, "archive-line-form"),
    ],
)
def test_marks_without_words_and_a_doubled_archive_line_are_told(
    compose: Compose, standard: str, lines: dict[str, str], id: str
) -> None:
    assert id in ids(compose(standard, **lines).findings)


@pytest.mark.parametrize("typed", ["'VT, VX'", "'vt, VX'", "'Lưu VT, VX'"])
def test_registry_typed_in_any_way_stands_once(compose: Compose, typed: str) -> None:
    assert composed(compose, "nha-nuoc", luu=typed).recipients[-1] == "- Lưu: VT, VX."


@pytest.mark.parametrize(
    ("typed", "printed"), [("để b/c (02 bản)", "(để b/c (02 bản))"), ("(để b/c)", "(để b/c)"), ("()", "")]
)
def test_brackets_of_a_purpose_are_kept_in_pairs(compose: Compose, typed: str, printed: str) -> None:
    document = composed(compose, noi_nhan=f"[{{ten: Tỉnh uỷ, muc_dich: '{typed}'}}]")
    assert document.recipients[0].replace(chr(0xA0), " ") == f"- Tỉnh uỷ {printed}".rstrip() + ";"


def test_named_profile_and_no_date_is_told_in_words(compose: Compose) -> None:
    [found] = compose(ngay="null", chuan="dang-hd36-2018").findings
    assert found.id == "W313" and found.facts["day"] == "chưa ghi"


@pytest.mark.parametrize("key", ["kinh_gui", "can_cu", "noi_nhan", "lien_he", "phu_luc"])
def test_list_left_blank_is_no_list(compose: Compose, key: str) -> None:
    assert {"E203", "E207"}.isdisjoint(ids(compose(**{key: ""}).findings))


def test_symbol_of_a_body_with_the_kind_in_it_is_doubted(compose: Compose) -> None:
    [found] = compose(co_quan="{ten: BAN A, ky_hieu: HD/BA}").findings
    assert (found.id, found.facts["part"], found.place.path) == ("number-form", "BA", "$.co_quan.ky_hieu")
