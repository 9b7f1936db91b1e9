"""Wrong words and data from which much follows, or that stand where nobody looks: each is told once."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.check.rules.sample import judge
from ttdn_draft.pipeline import check_file, check_text
from ttdn_draft.project import read_project

EXAMPLES = Path(__file__).parents[2] / "examples"
PARTY = (EXAMPLES / "huong-dan-ttdn.md").read_text(encoding="utf-8")
TEMPLATES = Path(__file__).parents[2] / "templates"
REPORT = (TEMPLATES / "dang-hd05-2026" / "bao-cao" / "sample.md").read_text(encoding="utf-8")
PLAN = (TEMPLATES / "nha-nuoc-nd30-2020" / "ke-hoach" / "sample.md").read_text(encoding="utf-8")
DAY = date(2026, 6, 5)
LAST_ROW = "| Bộ ảnh lễ hội các dân tộc | Hội nghị, triển lãm | 15/11/2026 | 40 |"
ADDED = sum(map(int, re.findall(r"\| (\d+) \|$", PARTY, re.M)))
OF_HALF = "6 tháng đầu năm và phương hướng, nhiệm vụ 6 tháng cuối năm"
SLIPS = [
    # the year of the subject, the day of the document
    (PARTY, "6 tháng cuối năm 2026\nnoi", f"6 tháng cuối năm {DAY.year - 1}\nnoi", "stale-year", f"năm {DAY.year - 1}"),
    (REPORT, f"ngay: {DAY:05/6/%Y}", f"ngay: 05/6/{DAY.year - 1}", "stale-year", f"ngày 05/6/{DAY.year - 1}"),
    (PLAN, "Cao Bằng năm 2027\ncan_cu", "Cao Bằng năm 2026\ncan_cu", "stale-year", "và phụ lục nói năm 2027"),
    (REPORT, OF_HALF, OF_HALF.replace("6 tháng đầu", "9 tháng đầu"), "period-wrong", "trích yếu nói 6 tháng đầu năm"),
    # signature and foot
    (PARTY, "K/T TRƯỞNG BAN", "T/M BAN THƯỜNG VỤ", "sign-collective", "chế độ thủ trưởng"),
    (PARTY, "ho_ten: Lò Thị Minh", "ho_ten: Lò thị Minh", "sign-academic-title", "ho_ten: Lò Thị Minh"),
    (PLAN, "luu: VT, VX", "luu: Ban Tuyên giáo Tỉnh ủy", "archive-line-form", "Viết «VT»"),
    # sums
    (PARTY, LAST_ROW, f"{LAST_ROW}\n| **Cộng** | | | **{ADDED + 10}** |", "sum-wrong", f"cộng các hàng được {ADDED}"),
    (REPORT, "năm 2025 như sau:", "năm 2025 như sau (tin, bài tăng từ 200 lên 250, tăng 35%):", "sum-wrong", "25"),
    # citations and names
    (PARTY, "số 173/QĐ-TTg", "số 137/QĐ-TTg", "citation-against-table", "có thể là 173/QĐ-TTg"),
    (PLAN, "bởi Nghị định số 148/", "bởi Nghị định số 184/", "citation-against-table", "có thể là 148/2026/NĐ-CP"),
    (REPORT, "| 210 |", "| 21O |", "digit-groups", "Viết: 210"),
    (REPORT, "Kết luận số 57-KL/TW, ngày", "Kết luận số 57, ngày", "citation-malformed", "57-KL/…"),
    (PLAN, "tỉnh Cao Bằng; tranh thủ", "tỉnh Cao Bắng; tranh thủ", "province-misspelt", "Viết «Cao Bằng»"),
    (PLAN, "Sở Ngoại vụ, Sở Tư pháp]", "Sở Ngoại vụ, Sở Tư pháp", "E151", "phoi_hop"),
    (PLAN, "phoi_hop: [Sở Ngoại vụ, Sở Tư pháp]", "phoi_hop: Sở Ngoại vụ, Sở Tư pháp]", "quote-unclosed", "«]»"),
    # lines of the text
    (PARTY, "# Mục đích, yêu cầu\n", "Mục đích, yêu cầu\n", "E815", "Viết: # Mục đích, yêu cầu"),
    (PARTY, "tế[^hoi-nhap]", "tế(1)", "W931", "(cả ở dòng"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "was", "now", "id", "words"), SLIPS, ids=lambda value: str(value)[:24])
def test_slip_of_words_is_told_once(text: str, was: str, now: str, id: str, words: str) -> None:
    assert text.count(was) == 1
    text = text.replace("[^hoi-nhap]: ", "(1) ") if id == "W931" else text
    (found,) = check_text(text.replace(was, now), "md").findings
    assert (found.id, words in found.tell()) == (id, True), found.tell()


@pytest.mark.parametrize("bullet", ["o   ", "o\t", "Ø ", "ü  ", "v\t"])
def test_bullets_of_word_that_became_letters_are_told_once(bullet: str) -> None:
    items = re.findall(r"^\+ .*$", PARTY, re.M)
    assert len(items) > 2
    text = PARTY
    for item in items:
        text = text.replace(item, bullet + item[2:])
    (found,) = check_text(text, "md").findings
    assert (found.id, f": {items[0][:20]}" in found.sentence()) == ("E932", True), found.tell()
    alone = PARTY.replace("Mở chuyên mục", f"{bullet}Mở chuyên mục")
    assert [f.id for f in check_text(alone, "md").findings] == ["W149"], [
        f.tell() for f in check_text(alone, "md").findings
    ]


@pytest.mark.parametrize("words", ["ở xã biên giới", "o bế các đoàn khách", "v.v. là chữ viết tắt"])
def test_word_that_begins_like_such_a_bullet_is_none(words: str) -> None:
    found = check_text(PARTY.replace("Mở chuyên mục TTĐN", f"Mở chuyên mục, {words}, TTĐN"), "md").findings
    assert not {"W149", "E932"} & {f.id for f in found}


def test_doubt_that_is_named_without_its_sign_is_told_where_it_is_named() -> None:
    head = "kiem_tra:\n  ten-ban:\n    hoi: Tên?\n    gia_tri: Ban Tuyên giáo\n    muc: nho\ndu_thao: 1\nloai:"
    text = (
        PARTY.replace("loai:", head, 1)
        .replace("so: 9\n", "")
        .replace("Mở chuyên mục", "[cần kiểm tra ten-ban] mở chuyên mục")
    )
    (found,) = [f for f in check_text(text, "md").findings if f.id != "W244"]
    assert (found.id, found.place.line) == ("E814", text[: text.index("[cần")].count("\n") + 1)
    right = text.replace("kiểm tra ten", "kiểm tra #ten")
    assert {f.id for f in check_text(right, "md").findings} == {"W244"}


@pytest.fixture
def check_rows(tmp_path: Path) -> Callable[[str], list[str]]:
    """Check the example with a data file of some lines, and return what is told."""

    def _check(rows: str, options: str = "") -> list[str]:
        draft = tmp_path / "a.md"
        text = (EXAMPLES / "bao-cao-so-lieu.md").read_text(encoding="utf-8")
        draft.write_text(text.replace("stt: true", f"stt: true{options}"), encoding="utf-8")
        (tmp_path / "bao-cao-so-lieu.csv").write_text(rows, encoding="utf-8")
        return [found.tell() for found in check_file(draft).findings]

    return _check


def test_data_file_without_its_header_is_told(check_rows: Callable[..., list[str]]) -> None:
    rows = "Bản tin;12;1.250,5\nĐoàn báo chí;3;480\nĐiểm thông tin;5;2.100,75\n"
    (told,) = check_rows(rows)
    assert "W813" in told
    assert "«12»" in told
    assert check_rows(rows, ", hang_dau: 1") == []


@pytest.mark.parametrize("header", ["Việc;2025;2026", "Việc;1;2", "Việc;Quý I;Quý II"])
def test_years_and_counts_are_names_of_columns(header: str, check_rows: Callable[..., list[str]]) -> None:
    assert check_rows(f"{header}\nBản tin;12;15\nĐoàn báo chí;3;4\n") == []


def test_dot_for_the_comma_of_decimals_is_told_with_the_number_that_is_meant(
    check_rows: Callable[..., list[str]],
) -> None:
    (told,) = check_rows("Việc;Số;Tiền\nBản tin;12;1.250.5\nĐoàn;3;480\nĐiểm;5;2.100,75\n")
    assert "(1.250,5?)" in told


def test_table_of_toml_is_shown_in_its_own_words(tmp_path: Path) -> None:
    file = tmp_path / "ttdn.toml"
    file.write_text('[accepted]\nrule = "spaces"\nreason = "x"\n', encoding="utf-8")
    (found,) = read_project(file).findings
    assert "«{rule, reason}»" in found.sentence()


def test_year_before_and_its_names_stay_told_beside_a_wrong_day() -> None:
    head = {
        "he": "dang",
        "ngay": "15/1/2027",
        "co_quan": {"cap_tren": "TỈNH UỶ CAO BẰNG", "ten": "BAN TUYÊN GIÁO VÀ DÂN VẬN", "ky_hieu": "BTGDVTU"},
    }
    assert {"stale-year", "party-body-renamed"} <= {f.id for f in judge(head, "dang")}


@pytest.mark.parametrize(
    ("first", "second"),
    [("## Mục đích", "**Yêu cầu**"), ("**1. Mục đích**", "## Yêu cầu"), ("**1. Mục đích**", "**2. Yêu cầu**")],
)
def test_bold_line_is_offered_as_a_heading_of_the_rank_at_which_it_stands(first: str, second: str) -> None:
    body = f"# Mục đích, yêu cầu\n\n{first}\n\nNâng cao nhận thức.\n\n{second}\n\nBảo đảm thiết thực."
    head = PARTY.split("\n---\n")[0]
    (found,) = (f for f in check_text(f"{head}\n---\n{body}\n", "md").findings if f.id == "W258")
    assert found.facts["right"] == ("## Yêu cầu" if first.startswith("#") else "## Mục đích")


def test_bold_line_with_a_roman_number_is_offered_as_a_heading_of_the_first_rank() -> None:
    body = "# Mục đích, yêu cầu\n\n## Yêu cầu\n\nBảo đảm thiết thực.\n\n**II. Nội dung**\n\nNâng cao nhận thức."
    head = PARTY.split("\n---\n")[0]
    (found,) = (f for f in check_text(f"{head}\n---\n{body}\n", "md").findings if f.id == "W258")
    assert found.facts["right"] == "# Nội dung"


def test_bold_line_below_the_last_rank_is_offered_as_a_heading_that_has_a_number() -> None:
    body = "# Nội dung\n\n## Thông tin\n\n### Báo chí\n\n**Chung**\n\nNâng cao nhận thức."
    head = PARTY.split("\n---\n")[0]
    text = f"{head}\n---\n{body}\n"
    (found,) = (f for f in check_text(text, "md").findings if f.id == "W258")
    mended = text.replace("**Chung**", str(found.facts["right"]))
    assert not [f for f in check_text(mended, "md").findings if f.severity == "error"]


@pytest.mark.parametrize(("above", "sign"), [("- Các ngày lễ, kỷ niệm:", "+"), ("Các ngày lễ, kỷ niệm:", "-")])
def test_items_with_a_sign_of_word_get_the_sign_of_their_rank(above: str, sign: str) -> None:
    head = PARTY.split("\n---\n")[0]
    items = "\n".join(f"• {words}" for words in ("Ngày Quốc khánh.", "Ngày Văn hoá."))
    found = [f for f in check_text(f"{head}\n---\n{above}\n{items}\n", "md").findings if f.id in ("E932", "W149")]
    assert [f.facts["right"] for f in found] == [f"{sign} Ngày Quốc khánh."], [f.tell() for f in found]
