"""`[dan: id]` in texts: in full at the first mention that is read, short afterwards, and never printed as it stands."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import BODY, HEAD, Compose, ids
from ttdn_draft.errors import Finding
from ttdn_draft.messages import describe
from ttdn_draft.model import BodyBlock, Document, Run, Table, plain_text, texts_of
from ttdn_draft.pipeline import Checked, check_file

MARK = "[dan: nd-30-2020]"
PARTY = "Nghị định số 30/2020/NĐ-CP, ngày 05/3/2020 của Chính phủ về công tác văn thư"
STATE = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
SHORT = "Nghị định số 30/2020/NĐ-CP"


def document_of(checked: Checked) -> Document:
    assert checked.document is not None, checked.findings
    return checked.document


def read_aloud(document: Document) -> str:
    """Return all texts, the legal bases first, the annexes and then the notes last."""
    bodies = (document.body, *(annex.body for annex in document.annexes))
    texts = [plain_text(text) for body in bodies for text in texts_of(body)]
    return " | ".join([*document.legal_bases, *texts, *map(plain_text, document.footnotes)])


def told(checked: Checked, id: str) -> list[Finding]:
    return [f for f in checked.findings if f.id == id]


# Words


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (f"Theo {MARK}, các sở thực hiện.", f"Theo {PARTY}, các sở thực hiện."),
        (f"# Theo {MARK}\n\nXong", f"Theo {PARTY}"),
        (f"1. Theo {MARK}\n\na) Xong", f"Theo {PARTY}"),
        (f"- Theo {MARK}", f"Theo {PARTY}."),
        (f"| A | {MARK} |\n| --- | --- |\n| b | c |", PARTY),
        (f"| A | B |\n| --- | --- |\n| b | {MARK} |", PARTY),
        (f"Theo quy định[^1].\n\n[^1]: {MARK}.", f"{PARTY}."),
        (f"Theo {MARK.replace(' ', '')} và [dan:\nnd-30-2020 ]", f"Theo {PARTY} và {SHORT}."),
    ],
    ids=["paragraph", "heading", "clause", "dash", "header", "cell", "note", "blanks"],
)
def test_mark_is_printed_as_the_citation(compose: Compose, body: str, printed: str) -> None:
    checked = compose(body=body)
    assert checked.findings == ()
    assert printed in read_aloud(document_of(checked)).split(" | ")


def test_citation_is_in_the_style_of_the_standard(compose: Compose) -> None:
    body = f"# Theo {MARK}\n\nTheo {MARK}"
    document = document_of(compose("nha-nuoc", body=body))
    assert read_aloud(document) == f"THEO {STATE.upper()} | Theo {SHORT}./."


@pytest.mark.parametrize(("marks", "bold", "italic"), [("**", True, False), ("*", False, True), ("***", True, True)])
def test_citation_keeps_the_style_of_its_run(compose: Compose, marks: str, bold: bool, italic: bool) -> None:
    [block] = document_of(compose(body=f"Theo {marks}nghị định {MARK}{marks} này.")).body
    assert isinstance(block, BodyBlock)
    assert Run(PARTY, bold, italic, cited="nd-30-2020") in block.text


def test_annex_cites_too(compose: Compose) -> None:
    annexes = f"[{{tieu_de: Danh mục, noi_dung: 'Theo {MARK}'}}]"
    issuer = "{ten: BAN B, ky_hieu: BB, ten_day_du: Ban B}"
    document = document_of(compose(body=f"Theo {MARK}, phụ lục.", phu_luc=annexes, co_quan=issuer))
    assert read_aloud(document) == f"Theo {PARTY}, phụ lục. | Theo {SHORT}"


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_structured_forms_cite_as_markdown_does(write: Callable[..., Path], suffix: str) -> None:
    data: dict[str, Any] = {
        "loai": "huong-dan",
        "the_thuc": "dang",
        "co_quan": {"ten": "BAN B", "ky_hieu": "BB"},
        "dia_danh": "Cao Bằng",
        "ngay": "2026-06-05",
        "trich_yeu": "công tác",
        "noi_nhan": ["Các sở"],
        "luu": "Văn thư",
        "ky": {"chuc_vu": "TRƯỞNG BAN", "ho_ten": "Nguyễn Văn An"},
        "noi_dung": [
            {"muc": f"Theo {MARK}", "noi_dung": [{"khoan": f"**{MARK}**[^1]", "noi_dung": [{"gach": MARK}]}]},
            {"bang": {"cot": [{"ten": "A"}], "hang": [[MARK], [{"chu": MARK}]]}},
        ],
        "chu_thich": {"1": f"Xem {MARK}."},
    }
    path = write(json.dumps(data, ensure_ascii=False), "", f"van-ban.{suffix}")
    checked = check_file(path)
    assert checked.findings == ()
    expected = [f"Theo {PARTY}", SHORT, SHORT, "A", SHORT, SHORT, f"Xem {SHORT}."]
    assert read_aloud(document_of(checked)).split(" | ") == expected


# What is read first


def test_legal_basis_is_the_first_mention(compose: Compose) -> None:
    document = document_of(compose(can_cu="[nd-30-2020]", body=f"Theo {MARK}"))
    assert read_aloud(document) == f"- Căn cứ {PARTY}. | Theo {SHORT}."


def test_footnote_stands_where_its_mark_stands(compose: Compose) -> None:
    body = f"Theo quy định[^b], {MARK}\n\nTheo {MARK}[^a]\n\n[^a]: Xem {MARK}.\n\n[^b]: Là {MARK}."
    document = document_of(compose(body=body))
    assert read_aloud(document) == f"Theo quy định, {SHORT} | Theo {SHORT}. | Là {PARTY}. | Xem {SHORT}."


def test_footnote_after_the_mark_is_not_the_first_mention(compose: Compose) -> None:
    document = document_of(compose(body=f"{MARK}[^a]\n\n[^a]: {MARK}"))
    assert read_aloud(document) == f"{PARTY}. | {SHORT}"


def test_named_tables_are_read_where_they_are_printed(compose: Compose) -> None:
    tables = f"{{x: {{cot: [{{ten: A}}], hang: [['{MARK}']]}}, y: {{cot: [{{ten: B}}], hang: [['{MARK}']]}}}}"
    document = document_of(compose(body=f"[bang: y]\n\n{MARK}\n\n[bang: x]\n\nXong", bang=tables))
    assert read_aloud(document) == f"B | {PARTY} | {SHORT} | A | {SHORT} | Xong."


def test_tasks_and_figures_cite(compose: Compose) -> None:
    tasks = f"[{{nhom: 'Nhóm {MARK}'}}, {{noi_dung: 'Việc {MARK}', chu_tri: ['Sở A', 'Sở {MARK}']}}]"
    plan = compose(body=f"Theo {MARK}\n\n[bang: nhiem_vu]", loai="ke-hoach", nhiem_vu=tasks)
    words = read_aloud(document_of(plan))
    assert words.startswith(f"Theo {PARTY} | ")
    assert f"Nhóm {SHORT}" in words and f"Việc {SHORT} | Sở A; Sở {SHORT}" in words
    figures = f"[{{chi_tieu: 'Số {MARK}', don_vi: tin, ky_nay: 3, gom: [{{chi_tieu: 'Phần {MARK}', ky_nay: 3}}]}}]"
    report = compose(body=f"[bang: so_lieu]\n\nTheo {MARK}", loai="bao-cao", so_lieu=figures)
    words = read_aloud(document_of(report))
    assert f"Số {PARTY}" in words and f"Phần {SHORT}" in words and words.endswith(f"Theo {SHORT}.")


def test_columns_are_as_wide_as_the_citations_in_them(compose: Compose) -> None:
    rows = "\n| --- | --- |\n| một | {} |\n"
    typed, cited = (compose(body="| A | B |" + rows.format(words)) for words in (PARTY, MARK))
    widths = [t.widths for c in (typed, cited) for t in document_of(c).body if isinstance(t, Table)]
    assert widths[0] == widths[1]


# Legal bases with marks


@pytest.mark.parametrize(
    ("entry", "printed"),
    [
        (MARK, f"- Căn cứ {PARTY}."),
        (f"Căn cứ {MARK} và Điều lệ Đảng", f"- Căn cứ {PARTY} và Điều lệ Đảng."),
    ],
)
def test_legal_basis_may_be_a_mark_or_hold_some(compose: Compose, entry: str, printed: str) -> None:
    assert document_of(compose(can_cu=f"['{entry}']")).legal_bases == (printed,)


# What is told


def test_status_is_told_once_at_the_first_mention(compose: Compose) -> None:
    body = "# Mục đích\n\nTheo quy định[^1], [dan: nd-09-2017]\n\n[^1]: Là [dan: nd-09-2017]\n"
    checked = compose(body=body, ngay="2026-11-20")
    [finding] = told(checked, "W390")
    assert (finding.place.path, finding.place.line) == ("$.chu_thich.1", HEAD.count("\n") + 5)
    assert "nd-244-2026" in str(finding.facts["newer"])
    listed = compose(body=body, can_cu="[nd-09-2017]", ngay="2026-11-20")
    assert [f.place.path for f in told(listed, "W390")] == ["$.can_cu[0]"]


@pytest.mark.parametrize(
    ("id", "message"),
    [("nd-72-2015", "W391"), ("ct-26-ctw-2008", "W392"), ("nq-35-nqtw-2018", "W393"), ("nq-22-nqtw-2026", "W394")],
)
def test_doubts_are_those_of_a_legal_basis(compose: Compose, id: str, message: str) -> None:
    listed = compose(can_cu=f"[{id}]", ngay="2026-11-20")
    written = compose(body=f"Theo [dan: {id}]", ngay="2026-11-20")
    assert message in ids(written.findings)
    facts = [[(f.id, dict(f.facts)) for f in checked.findings] for checked in (listed, written)]
    assert facts[0] == facts[1]


def test_unknown_id_is_an_error_at_each_mention(compose: Compose) -> None:
    checked = compose(body="# Theo [dan: kl-57]\n\n- Theo [dan: kl-57]\n")
    places = [(f.place.path, f.place.line) for f in told(checked, "E395")]
    first = HEAD.count("\n") + 1
    assert places == [("$.noi_dung[0].muc", first), ("$.noi_dung[0].noi_dung[0].gach", first + 2)]
    assert checked.document is None


@pytest.mark.parametrize(
    "mark",
    ["[dan:]", "[dan: ]", "[dan: kl-57 kl-58]", "[dan: nd-30-2020; nd-09-2017]", "[dan: **x**]"],
)
def test_mark_that_names_no_id_is_an_error(compose: Compose, mark: str) -> None:
    checked = compose(body=f"Nội dung.\n\nTheo {mark} này.")
    [finding] = told(checked, "E370")
    assert (finding.facts["mark"], finding.place.line, finding.place.column) == (mark, HEAD.count("\n") + 3, 6)
    assert "[dan: kl-57-kltw-2023]" in describe("E370", dict(finding.facts), "en")[1]


@pytest.mark.parametrize("typed", ["57-KL/TW", "57-kl/tw", "57-KL-TW", "57-KL/TW-2023"])
@pytest.mark.parametrize("is_basis", [True, False])
def test_number_of_a_document_in_a_mark_is_told_with_its_id(compose: Compose, typed: str, is_basis: bool) -> None:
    mark = f"Căn cứ [dan: {typed}]"
    checked = compose(can_cu=f"['{mark}']") if is_basis else compose(body=f"{mark}.")
    [finding] = [f for f in checked.findings if f.severity == "error"]
    assert (finding.id, finding.facts["name"], finding.facts["near"]) == ("E395", typed, "kl-57-kltw-2023")


def test_mark_without_its_end_is_told_with_its_end(compose: Compose) -> None:
    [finding] = compose(body="Theo [dan: nd-30-2020 và các văn bản khác.").findings
    assert (finding.id, finding.facts["right"]) == ("E891", "[dan: nd-30-2020]")


def test_mark_without_its_end_that_names_no_id_is_an_error(compose: Compose) -> None:
    assert "E370" in ids(compose(body="Theo [dan: các văn bản").findings)


@pytest.mark.parametrize("mark", ["[dẫn: nd-30-2020]", "[Dan: nd-30-2020]", "[dan nd-30-2020]", "[ dan : nd-30-2020]"])
def test_what_looks_like_a_mark_is_printed_with_a_warning(compose: Compose, mark: str) -> None:
    checked = compose(body=f"Theo {mark}, {mark}")
    assert [f.place.column for f in told(checked, "W371")] == [6, 6 + len(mark) + 2]
    assert read_aloud(document_of(checked)) == f"Theo {mark}, {mark}."


@pytest.mark.parametrize("text", [r"\[dan: nd-30-2020]", "[dân 15 người]", "[dan]", "[dẫn theo báo]", "[danh: x]"])
def test_escaped_mark_and_other_words_are_text(compose: Compose, text: str) -> None:
    checked = compose(body=f"Theo {text} này")
    assert checked.findings == ()
    assert read_aloud(document_of(checked)) == f"Theo {text.removeprefix(chr(92))} này."


@pytest.mark.parametrize(
    ("lines", "path"),
    [
        ({"trich_yeu": f"'thực hiện {MARK}'"}, "$.trich_yeu"),
        ({"noi_nhan": f"[Sở A, 'Sở {MARK}']"}, "$.noi_nhan[1]"),
        ({"phu_luc": f"[{{tieu_de: 'Theo {MARK}', noi_dung: Phụ lục}}]"}, "$.phu_luc[0].tieu_de"),
        ({"ky": f"[{{chuc_vu: A, ho_ten: B}}, {{chuc_vu: A, ho_ten: '{MARK}'}}]"}, "$.ky[1].ho_ten"),
        ({"bang": f"{{b: {{tong: '{MARK}', stt: true, cot: [{{ten: A, kieu: so}}], hang: [[1]]}}}}"}, "$.bang.b.tong"),
    ],
)
def test_mark_where_none_is_read_is_an_error(compose: Compose, lines: dict[str, str], path: str) -> None:
    checked = compose(body=BODY + ("\n[bang: b]\n" if "bang" in lines else ""), **lines)
    assert [(f.place.path, f.facts["mark"]) for f in told(checked, "E372")] == [(path, MARK)]


def test_mark_in_a_data_file_is_an_error_with_its_line_there(compose: Compose, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(f"Tên;Căn cứ\nA;B\nC;{MARK}\n", encoding="utf-8")
    [finding] = told(compose(body="[bang: b]", bang="{b: {tu_tep: d.csv}}"), "E372")
    assert (Path(finding.place.file).name, finding.place.line) == ("d.csv", 3)


@pytest.mark.parametrize(("entry", "id"), [("Căn cứ [dan: 57 và 58]", "E370"), ("Căn cứ [dẫn: 57]", "W371")])
def test_faulty_mark_in_a_legal_basis_is_told(compose: Compose, entry: str, id: str) -> None:
    assert [f.place.path for f in told(compose(can_cu=f"['{entry}']"), id)] == ["$.can_cu[0]"]


def test_note_that_marks_itself_is_read_once(compose: Compose) -> None:
    assert "E143" in ids(compose(body=f"A[^1]\n\n[^1]: {MARK}[^1]").findings)
