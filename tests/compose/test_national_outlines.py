"""The national outlines of each level: filled for a made-up unit, each is a sound document and loses nothing."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from tests.compose.values import VALUES
from tests.conftest import assert_sound
from ttdn_draft import plugins
from ttdn_draft.compose import Outline, OutlineValues, check_outlines, fill_outline, read_outline
from ttdn_draft.compose.outlines import STANDARDS
from ttdn_draft.compose.values import FactValues, ParagraphValues
from ttdn_draft.knowledge.citations import Status, load_citations
from ttdn_draft.pipeline import check_file, render_checked

FOLDER = Path(plugins.__file__).parent / "national"
KINDS = ("huong-dan", "ke-hoach", "bao-cao")
LEVELS = ("tinh", "xa", "huyen")
ALL = [(standard, kind, level) for level in LEVELS for standard in STANDARDS for kind in KINDS]
EACH = pytest.mark.parametrize(("standard", "kind", "level"), ALL)
IN_2027 = (date(2026, 11, 22), date(2027, 1, 11), date(2027, 12, 20))
DAYS = {"tinh": IN_2027, "xa": IN_2027, "huyen": (date(2024, 6, 17), date(2025, 6, 30))}
LINES = {"dang": ("Thường trực Tỉnh uỷ", "Ban Tuyên giáo Tỉnh uỷ"), "nha-nuoc": ("Thường trực Tỉnh ủy", "VT")}
OF_THE_SAMPLE = {  # made-up values stand in its sentences, and few of those it tasks among its recipients
    "recipient-task-missing",
    "self-reference",
    "spaces",
    "syllable-impossible",
    "tone-mark-mix",
}
HEADS = {
    "dang": """the_thuc: dang
co_quan: {cap_tren: TỈNH UỶ CAO BẰNG, ten: BAN TUYÊN GIÁO, ky_hieu: BTGTU, ten_day_du: Ban Tuyên giáo Tỉnh uỷ}
ky: {chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn An}
""",
    "nha-nuoc": """the_thuc: nha-nuoc
co_quan: {ten: ỦY BAN NHÂN DÂN TỈNH CAO BẰNG, ky_hieu: UBND, ten_day_du: Ủy ban nhân dân tỉnh Cao Bằng}
ky: {quyen_han: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH], chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Nguyễn Văn An}
""",
}
COMMON = """dia_danh: Cao Bằng
ngay: {day}
noi_nhan: [{recipient}]
luu: {luu}
du_thao: 1
"""
BARE = replace(VALUES, facts=FactValues(), bases=(), bases_joined="", base_ids=())
BEFORE = {"bases": ("[dan: kl-57-kltw-2023]",), "bases_joined": "[dan: kl-57-kltw-2023]", "base_ids": ()}  # 01/7/2025
PARAGRAPHS = {kind: [field.name for field in fields(ParagraphValues)] for kind in KINDS}
PARAGRAPHS["bao-cao"] = ["organisation"]  # the others tell what is to be done: they would read as done
OPENING = re.compile(r":$")
FOLLOWING = re.compile(r"[-+#|] |#+ |\d+\. |\[bang: ")


def rich(outline: Outline) -> OutlineValues:
    """Return values in which every local fact, paragraph and anniversary is there, each in words of its own."""
    facts = {field.name: (f"Sự việc {field.name} một", f"Sự việc {field.name} hai") for field in fields(FactValues)}
    paragraphs = {
        field.name: f"- Đoạn {field.name} một.\n- Đoạn {field.name} hai." for field in fields(ParagraphValues)
    }
    marks = tuple(f"[dan: {base}]" for base in outline.bases)
    days = ("Ngày Quốc khánh (02/9)", "Giỗ Tổ Hùng Vương (mùng 10 tháng 3 âm lịch)")
    return replace(
        VALUES,
        province=replace(VALUES.province, former="Bắc Kạn, Thái Nguyên"),
        issuer=replace(VALUES.issuer, executive="Ủy ban nhân dân"),
        facts=FactValues(**facts),
        paragraphs=ParagraphValues(**paragraphs),
        bases=marks,
        bases_joined="; ".join(marks),
        base_ids=outline.bases,
        anniversaries=days,
        anniversaries_joined="; ".join(days),
    )


def load(standard: str, kind: str, level: str = "tinh") -> Outline:
    outline, findings = read_outline(FOLDER, standard, kind, level=level)
    assert outline is not None and findings == ()
    return outline


def variants(standard: str, kind: str, level: str) -> Iterator[str]:
    outline = load(standard, kind, level)
    of_day = VALUES if level != "huyen" else replace(VALUES, **BEFORE)
    for values in (BARE, of_day, rich(outline)):
        yield fill_outline(outline, values)


def test_national_folder_holds_sound_outlines_of_each_level_and_nothing_else() -> None:
    assert check_outlines(FOLDER) == ()
    found = {file.relative_to(FOLDER / "outlines").as_posix() for file in (FOLDER / "outlines").rglob("*.*")}
    homes = {"tinh": "", "xa": "xa/", "huyen": "huyen/"}
    assert found == {f"{standard}/{homes[level]}{kind}.md" for standard, kind, level in ALL}


@EACH
def test_filled_outline_is_a_document_of_2027_without_a_doubt_of_its_own(
    tmp_path: Path, standard: str, kind: str, level: str
) -> None:
    day = DAYS[level][0] if level == "huyen" else DAYS[level][1]
    for number, text in enumerate(variants(standard, kind, level)):
        path = tmp_path / f"{number}.md"
        recipient, archive = LINES[standard]
        common = COMMON.format(day=day, recipient=recipient, luu=archive)
        path.write_text(text.replace("---\n", f"---\nloai: {kind}\n{HEADS[standard]}{common}", 1), encoding="utf-8")
        checked = check_file(path)
        told = [f for f in checked.findings if not re.match("[EW]37", f.id)]  # the marks of a draft are told
        if level == "huyen":  # there are no districts in the year of the values: the day of the document is another
            told = [f for f in told if f.id not in {"stale-year", "congress-term"}]
        assert {f.id for f in told} <= {"W391", *OF_THE_SAMPLE}, told
        assert all(
            "nd-72-2015" in str(f.facts["cited"]) for f in told if f.id == "W391"
        )  # amended, and cited with what amended it
        out = tmp_path / f"{number}.docx"
        out.write_bytes(render_checked(checked))
        assert_sound(out)


@EACH
def test_nothing_that_a_pack_says_is_lost(standard: str, kind: str, level: str) -> None:
    outline = load(standard, kind, level)
    values = rich(outline)
    text = fill_outline(outline, values)
    for field in fields(FactValues):
        for fact in getattr(values.facts, field.name):
            assert f" {fact}." in text
    for name in PARAGRAPHS[kind]:
        assert f"\n\n{getattr(values.paragraphs, name)}\n\n" in text
    for words in (*values.anniversaries, values.issuer.name):
        assert words in text
    assert all(base in text for base in outline.bases)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("standard", STANDARDS)
def test_report_tells_background_from_results_and_no_guidance_as_done(standard: str, level: str) -> None:
    outline = load(standard, "bao-cao", level)
    values = rich(outline)
    results, plans = fill_outline(outline, values).split("\n# Phương hướng", 1)
    for field in fields(ParagraphValues):
        assert getattr(values.paragraphs, field.name) not in results
    assert values.paragraphs.organisation in plans
    leads = re.findall(r"(\S.*):\n\n[-+] Sự việc (\w+) một", results)
    assert {slot for _, slot in leads} == {field.name for field in fields(FactValues)}
    for lead, slot in leads:
        assert ("không phải kết quả trong năm" in lead) == (slot != "others"), slot


@EACH
def test_words_that_announce_a_list_are_followed_by_one(standard: str, kind: str, level: str) -> None:
    for text in variants(standard, kind, level):
        lines = [line for line in text.split("\n---\n", 1)[1].split("\n") if line.strip()]
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            if OPENING.search(line):
                assert FOLLOWING.match(following), line


@EACH
def test_outline_names_no_body_or_unit_that_a_city_lacks_or_that_is_no_more(
    standard: str, kind: str, level: str
) -> None:
    outline = load(standard, kind, level)
    city = {"name": "Đà Nẵng", "full_name": "thành phố Đà Nẵng", "type": "thành phố", "committee": "Thành uỷ"}
    organs = {field.name: "Cơ quan" for field in fields(VALUES.organs)}
    values = replace(
        BARE,
        province=replace(BARE.province, **city),
        unit=replace(BARE.unit, **{field.name: "Đơn vị" for field in fields(VALUES.unit)}),
        issuer=replace(BARE.issuer, **dict.fromkeys(("name", "issuing", "above", "reports_to"), "Cơ quan")),
        organs=replace(BARE.organs, **organs),
        deadlines=replace(BARE.deadlines, receiver="Cơ quan"),
    )
    text = fill_outline(outline, values)
    assert not re.search(r"\b(tỉnh|Tỉnh|huyện|quận|thị xã|thị trấn|TTTT)\b|Thông tin và Truyền thông", text)
    assert "Dân vận" not in text and "Tuyên giáo" not in text  # their name is that of the day


@EACH
def test_tone_marks_stand_where_the_standard_puts_them(standard: str, kind: str, level: str) -> None:
    outline = load(standard, kind, level)
    wrong = r"\b\w*(ủy|óa|òa|óe|ùy|úy)\b" if standard == "dang" else r"\b(?!q)\w*(uỷ|oá|oà|oè|oả|oé)\b"
    assert re.findall(wrong, f"{outline.head}{outline.body}".lower()) == []


def test_proposed_and_cited_documents_are_verified_and_in_force_all_year() -> None:
    for standard, kind, level in ALL:
        outline = load(standard, kind, level)
        assert outline.bases
        cited = re.findall(r"\[dan: ([a-z0-9-]+)\]", outline.body)
        for name in (*outline.bases, *cited):
            citation = load_citations().find(name)
            assert citation is not None and citation.is_verified, name
            for day in DAYS[level]:
                assert load_citations().status_on(citation, day) in {Status.IN_FORCE, Status.AMENDED}, name
