"""An own template held against its standard: what differs is listed with its clause, what does not is not."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ttdn_draft.check.own_template import compare_package, compare_template
from ttdn_draft.errors import Finding
from ttdn_draft.knowledge.standards.profile import Profile
from ttdn_draft.knowledge.standards.profiles import list_profiles, load_profile, with_size
from ttdn_draft.messages import describe
from ttdn_draft.render import find_template
from ttdn_draft.render.builder import build_template
from ttdn_draft.word.ooxml import twips
from ttdn_draft.word.package import Package, write_zip

PARTY, STATE = load_profile("dang-hd05-2026"), load_profile("nha-nuoc-nd30-2020")
MAIN, STYLES, NUMBERS, HEADER = "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml"
RUN = '<w:r><w:t xml:space="preserve">'
SUBJECT = f"{RUN}{{{{ trich_yeu }}}}"
TITLE = f"{RUN}ĐẢNG CỘNG SẢN VIỆT NAM"
SUBJECT_STYLE = '<w:pStyle w:val="TTDNTrichYeu"/>'
SUBJECT_LOOK = '<w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="30"/>'
ABOVE = "khoảng cách phía trên"
DRAWING = 'name="TTĐN nét vẽ ke_tieu_de"'
Compare = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def compared(tmp_path: Path) -> Compare:
    """Return what the official template has otherwise after texts of one of its parts were replaced."""

    def _compared(
        *edits: str, part: str = MAIN, profile: Profile = PARTY, drop: str = "", **add: bytes
    ) -> tuple[Finding, ...]:
        plain, path = tmp_path / "mau.docx", tmp_path / "mau rieng.docx"
        plain.write_bytes(build_template(profile, next(iter(profile.kinds.values()))))
        with zipfile.ZipFile(plain) as archive:
            parts = {name: archive.read(name) for name in archive.namelist() if name != drop}
        for old, new in zip(edits[::2], edits[1::2], strict=True):
            assert old.encode() in parts[part], old
            parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
        more = {f"word/{name.replace('_dot_', '.').replace('__', '/')}": data for name, data in add.items()}
        path.write_bytes(write_zip(parts | more))
        return compare_template(path, profile)

    return _compared


def official() -> dict[str, bytes]:
    """Return the parts of the official template."""
    with zipfile.ZipFile(BytesIO(build_template(PARTY, PARTY.kinds["huong-dan"]))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def change_style(name: str, *edits: str) -> bytes:
    """Return the styles with texts of one of them replaced."""
    styles = official()[STYLES].decode()
    start = styles.index(f'<w:name w:val="{name}"/>')
    before, style = styles[:start], styles[start:]
    for old, new in zip(edits[::2], edits[1::2], strict=True):
        assert old in style
        style = style.replace(old, new, 1)
    return (before + style).encode()


def facts(found: tuple[Finding, ...]) -> list[tuple[str, ...]]:
    """Return id, figure, found and wanted of each finding."""
    names = ("what", "found", "wanted")
    return [(f.id, *(str(f.facts[name]) for name in names if name in f.facts)) for f in found]


@pytest.mark.parametrize("name", list_profiles())
def test_official_templates_of_every_kind_and_size_have_nothing_otherwise(name: str) -> None:
    profile = load_profile(name)
    for kind, size in product(profile.kinds, profile.sizes.sets):
        assert compare_template(find_template(load_profile(name, size), kind), profile) == ()


def test_template_that_only_word_touched_has_nothing_otherwise(compared: Compare) -> None:
    apart = f"{TITLE}</w:t></w:r>"
    split = f"{RUN}ĐẢNG CỘNG</w:t></w:r>{RUN} SẢN VIỆT NAM</w:t></w:r>"
    assert compared(apart, split, 'w:left="1701"', 'w:left="1698"', "{{ trich_yeu }}", "{{trich_yeu|upper}}") == ()


def test_changed_margin_is_told_with_its_clause(compared: Compare) -> None:
    found = compared('w:left="1701"', 'w:left="1134"')
    assert facts(found) == [("W440", "lề trái", "20 mm", "30 mm")]
    assert found[0].facts["clause"] == PARTY.page.clause
    assert describe("W440", dict(found[0].facts), "vi")[0] == (
        "Trang của mẫu, lề trái: 20 mm; theo dang-hd05-2026: 30 mm (Phần II, mục III, tr. 28)."
    )
    assert describe("W440", dict(found[0].facts), "en")[0].startswith("Page of the template, left margin: 20 mm")


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ('w:gutter="0"', 'w:gutter="567"', ("W440", "lề trái", "40 mm", "30 mm")),
        ('w:header="567"', 'w:header="720"', ("W440", "khoảng cách từ mép giấy đến số trang", "12.7 mm", "10 mm")),
        ('w:h="16838"', 'w:h="15840"', ("W440", "chiều cao giấy", "279.4 mm", "297 mm")),
        ('w:top="1134"', 'w:top="abc"', ("W440", "lề trên", "không ghi", "20 mm")),
        ('w:top="1134"', 'w:top="9e999"', ("W440", "lề trên", "không ghi", "20 mm")),
        ('w:top="1134"', 'w:top="25mm"', ("W440", "lề trên", "25 mm", "20 mm")),
    ],
)
def test_page_is_measured_as_word_measures_it(compared: Compare, old: str, new: str, wanted: tuple[str, ...]) -> None:
    assert facts(compared(old, new)) == [wanted]


def test_later_section_may_lie_on_its_side_but_the_first_may_not(compared: Compare) -> None:
    upright = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"'
    turned = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    turned += '<w:pgMar w:top="1701" w:right="1134" w:bottom="850" w:left="1134"'
    number = '<w:headerReference w:type="default" r:id="rId4"/>'
    first = f'<w:p><w:pPr><w:sectPr>{number}{upright} w:header="567"/><w:titlePg/></w:sectPr></w:pPr></w:p>'
    assert compared(upright, turned, "<w:sectPr>", f"{first}<w:sectPr>") == ()
    assert [f.id for f in compared(upright, turned)] == ["W440"] * 6


def test_page_number_on_page_1_is_told(compared: Compare) -> None:
    assert facts(compared("<w:titlePg/>", "")) == [("W441",)]
    assert facts(compared("<w:titlePg/>", '<w:titlePg w:val="0"/>')) == [("W441",)]


def test_missing_page_number_is_told(compared: Compare) -> None:
    assert facts(compared(" PAGE ", " NUMPAGES ", part=HEADER)) == [("W446",)]
    assert facts(compared('<w:headerReference w:type="default" r:id="rId4"/>', "")) == [("W446",)]


def test_page_number_of_another_field_and_style_is_found_and_compared(compared: Compare) -> None:
    field = '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    number = f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{field}</w:p>'
    found = compared(" PAGE ", " DATE ", "<w:p>", f"{number}<w:p>", part=HEADER)
    assert facts(found) == [("W443", "căn lề", "phải", "giữa"), ("W443", "cỡ chữ", "15 pt", "14 pt")]


def test_page_number_in_the_text_is_no_header(compared: Compare) -> None:
    field = '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
    assert compared("<w:sectPr>", f"{field}<w:sectPr>") == ()


def test_title_made_16_points_by_hand_is_told_in_its_paragraph(compared: Compare) -> None:
    found = compared(TITLE, '<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">ĐẢNG CỘNG SẢN VIỆT NAM')
    assert facts(found) == [("W443", "cỡ chữ", "16 pt", "15 pt")]
    assert found[0].place.part == MAIN and found[0].place.paragraph > 0
    assert found[0].place.tag == "ĐẢNG CỘNG SẢN VIỆT NAM" and found[0].facts["clause"] == PARTY.looks["tieu_de"].clause


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (SUBJECT, SUBJECT.replace("<w:t ", "<w:rPr><w:i/></w:rPr><w:t "), ("chữ nghiêng", "có", "không")),
        (SUBJECT, SUBJECT.replace("<w:t ", '<w:rPr><w:b w:val="0"/></w:rPr><w:t '), ("chữ đậm", "không", "có")),
        (SUBJECT_STYLE, f'{SUBJECT_STYLE}<w:jc w:val="start"/>', ("căn lề", "trái", "giữa")),
        (SUBJECT_STYLE, f'{SUBJECT_STYLE}<w:jc w:val="odd"/>', ("căn lề", "odd", "giữa")),
        (SUBJECT_STYLE, f'{SUBJECT_STYLE}<w:spacing w:before="240"/>', (ABOVE, "12 pt", "2.7 pt")),
        (SUBJECT_STYLE, f'{SUBJECT_STYLE}<w:spacing w:beforeAutospacing="1"/>', (ABOVE, "14 pt", "2.7 pt")),
        (SUBJECT_STYLE, f'{SUBJECT_STYLE}<w:ind w:hanging="567"/>', ("thụt đầu dòng", "-10 mm", "0 mm")),
        (SUBJECT_STYLE, '<w:pStyle w:val="TTDNPhuLucTen"/>', (ABOVE, "0 pt", "2.7 pt")),
    ],
)  # fmt: skip
def test_formatting_of_one_paragraph_is_told_there(
    compared: Compare, old: str, new: str, wanted: tuple[str, ...]
) -> None:
    found = compared(old, new)
    assert facts(found) == [("W443", *wanted)]
    assert found[0].facts["style"] == "TTĐN Trích yếu"


def test_character_style_turns_the_weight_of_its_paragraph_over(compared: Compare) -> None:
    strong = b'<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    styles = official()[STYLES].replace(b"</w:styles>", strong + b"</w:styles>")
    marked = SUBJECT.replace("<w:t ", '<w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t ')
    assert facts(compared(SUBJECT, marked, drop=STYLES, styles_dot_xml=styles)) == [("W443", "chữ đậm", "không", "có")]


def test_paragraph_without_its_style_is_known_by_what_it_prints(compared: Compare) -> None:
    items = '<w:pStyle w:val="TTDNNoiNhan"/>'
    what = {(f.facts["style"], str(f.facts["what"])) for f in compared(SUBJECT_STYLE, "", items, "")}
    assert {("TTĐN Trích yếu", "chữ đậm"), ("TTĐN Trích yếu", "căn lề")} <= what
    assert {("TTĐN Nơi nhận từng dòng", "cỡ chữ"), ("TTĐN Nơi nhận từng dòng", "giãn dòng")} <= what


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ('<w:sz w:val="30"/>', '<w:sz w:val="28"/>', ("cỡ chữ", "14 pt", "15 pt")),
        ("<w:b/>", '<w:b w:val="off"/>', ("chữ đậm", "không", "có")),
        ("<w:b/>", "<w:b/><w:i/>", ("chữ nghiêng", "có", "không")),
        ("<w:b/>", '<w:b/><w:color w:val="C00000"/>', ("màu chữ", "C00000", "000000")),
        ("<w:b/>", '<w:rFonts w:ascii="Arial"/><w:b/>', ("phông chữ", "Arial / Times New Roman", "Times New Roman")),
        ('<w:jc w:val="center"/>', '<w:jc w:val="right"/>', ("căn lề", "phải", "giữa")),
    ],
)
def test_changed_style_is_told_once_and_not_for_its_paragraphs(
    compared: Compare, old: str, new: str, wanted: tuple[str, ...]
) -> None:
    found = compared(SUBJECT_LOOK, SUBJECT_LOOK.replace(old, new), part=STYLES)
    assert {f.facts["style"] for f in found} <= {"TTĐN Trích yếu", "TTĐN Tiêu đề", "TTĐN Phần"}
    assert facts(found) == [("W442", *wanted)]


@pytest.mark.parametrize(
    ("new", "wanted"),
    [
        ('w:line="340" w:lineRule="exact"', ("giãn dòng", "17 pt", "19 pt")),
        ('w:line="380" w:lineRule="atLeast"', ("giãn dòng", "≥ 19 pt", "19 pt")),
        ('w:line="360" w:lineRule="auto"', ("giãn dòng", "×1.5", "19 pt")),
    ],
)
def test_line_spacing_is_told_with_its_rule(compared: Compare, new: str, wanted: tuple[str, ...]) -> None:
    found = compared('w:line="380" w:lineRule="exact"', new, part=STYLES)
    assert facts(found) == [("W442", *wanted)]
    assert found[0].facts["style"] == "TTĐN Đoạn"  # and not each of the styles that are based on it


def test_heading_of_word_is_held_to_the_look_of_its_level(compared: Compare) -> None:
    changed = change_style("heading 1", "<w:pPr>", '<w:pPr><w:jc w:val="center"/>')
    found = compared(drop=STYLES, styles_dot_xml=changed)
    assert facts(found) == [("W442", "căn lề", "giữa", "đều hai bên")]
    assert found[0].facts["style"] == "heading 1"
    assert found[0].facts["clause"] == PARTY.looks["muc_I"].clause


def test_what_a_style_does_not_say_comes_from_its_base_and_the_defaults(compared: Compare) -> None:
    base = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:basedOn w:val="Normal"/>'
        '<w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>'
    )
    bare = '<w:name w:val="TTĐN Tiêu đề"/><w:basedOn w:val="Base"/><w:qFormat/><w:pPr><w:jc w:val="right"/></w:pPr>'
    parts = official()[STYLES].decode()
    start = parts.index('<w:name w:val="TTĐN Tiêu đề"/>')
    end = parts.index("</w:style>", start)
    styles = parts[:start] + bare + parts[end:].replace("</w:styles>", f"{base}</w:styles>")
    assert compared(drop=STYLES, styles_dot_xml=styles.encode()) == ()
    other = styles.replace('<w:rPr><w:b/><w:sz w:val="30"/>', '<w:rPr><w:b/><w:sz w:val="24"/>')
    assert facts(compared(drop=STYLES, styles_dot_xml=other.encode())) == [("W442", "cỡ chữ", "12 pt", "15 pt")]


def test_font_of_the_theme_goes_before_one_that_is_named(compared: Compare) -> None:
    theme = b'<a:theme xmlns:a="http://a"><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:theme>'
    font = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="Times New Roman"/><w:b/>'
    changed = SUBJECT_LOOK.replace("<w:b/>", font)
    found = compared(SUBJECT_LOOK, changed, part=STYLES, theme__theme1_dot_xml=theme)
    assert facts(found) == [("W442", "phông chữ", "Calibri", "Times New Roman")]
    assert found[0].facts["clause"] == PARTY.page.clause


def test_indent_of_a_list_counts_where_the_style_names_none(compared: Compare) -> None:
    first = 'w:left="0" w:firstLine="720"'
    assert compared(f"<w:ind {first}/>", '<w:ind w:left="567"/>', part=NUMBERS) == ()
    without = change_style("TTĐN Gạch đầu dòng", f"<w:ind {first}/>", "")
    assert compared(drop=STYLES, styles_dot_xml=without) == ()
    numbers = official()[NUMBERS].replace(b'w:firstLine="720"', b'w:firstLine="1440"')
    found = compared(drop=STYLES, styles_dot_xml=without, numbering_dot_xml=numbers)
    assert facts(found) == [("W442", "thụt đầu dòng", "25.4 mm", "12.7 mm")]


def test_doubtful_clause_is_marked(compared: Compare) -> None:
    found = compared(drop=STYLES, styles_dot_xml=change_style("TTĐN Mục A", "<w:b/>", ""))
    assert facts(found) == [("W442", "chữ đậm", "không", "có")]
    assert describe("W442", dict(found[0].facts), "vi")[0].endswith("(theo mục I-) (chưa rõ).")
    assert describe("W442", dict(found[0].facts), "en")[0].endswith("(theo mục I-) (uncertain).")


@pytest.mark.parametrize(
    ("profile", "words", "new"),
    [
        (PARTY, "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN"),
        (PARTY, "Nơi nhận", "NƠI NHẬN"),
        (PARTY, "-----", "___"),
        (PARTY, ">*<", "><"),
        (STATE, "Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"),
        (STATE, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""),
    ],
)
def test_missing_words_of_the_standard_are_told(compared: Compare, profile: Profile, words: str, new: str) -> None:
    edits = (words, new) * (2 if words == "Nơi nhận" else 1)
    found = compared(*edits, profile=profile)
    assert [(f.id, f.facts["words"]) for f in found] == [("W444", words.strip("><"))]
    assert found[0].facts["clause"]


def test_words_over_several_runs_and_with_other_spaces_are_found(compared: Compare) -> None:
    new = 'Độc lập\u00a0- Tự do</w:t></w:r><w:r><w:t xml:space="preserve"> - Hạnh  phúc'
    assert compared("Độc lập - Tự do - Hạnh phúc", new, profile=STATE) == ()


def test_missing_drawn_line_is_told(compared: Compare) -> None:
    found = compared(DRAWING, 'name="Straight Connector 1"')
    assert [(f.id, f.facts["name"]) for f in found] == [("W445", "TTĐN Kẻ tiêu đề")]
    assert "tr. 2: nét liền" in str(found[0].facts["clause"])


def test_set_of_sizes_that_fits_best_is_the_measure(compared: Compare) -> None:
    small = load_profile(STATE.id, "nho")
    assert compared(profile=small) == ()
    found = compared('w:left="1701"', 'w:left="1134"', profile=small)
    assert facts(found) == [("W440", "lề trái", "20 mm", "30-35 mm")]


def test_margins_and_pitch_within_the_range_of_the_standard_are_its_own(compared: Compare) -> None:
    for side, least, most in (("top", 20, 25), ("bottom", 20, 25), ("left", 30, 35), ("right", 15, 20)):
        bounds = STATE.margins.of(side) if STATE.margins else None
        assert bounds is not None and (bounds.least, bounds.most) == (least, most)
        usual, other = twips(getattr(STATE.page, side)), twips(most)
        assert compared(f'w:{side}="{usual}"', f'w:{side}="{other}"', profile=STATE) == ()
    assert compared(drop=STYLES, styles_dot_xml=change_style("TTĐN Đoạn", 'w:line="380"', 'w:line="440"')) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="TTDNKet"/>'),
        ('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:basedOn w:val="TTDNKet"/>'),
        ('<w:sz w:val="30"/>', '<w:sz w:val="abc"/>'),
        ('<w:sz w:val="30"/>', "<w:sz/>"),
        ('<w:sz w:val="30"/>', '<w:sz w:val="99999999999999999999"/>'),
        ('w:line="380"', 'w:line="-"'),
        ('<w:name w:val="TTĐN Trích yếu"/>', ""),
        ('w:styleId="TTDNTrichYeu"', ""),
        ('<w:docDefaults>', "<w:docDefaults><w:x/>"),
        ('w:lineRule="exact"', 'w:lineRule="odd"'),
        ('<w:numId w:val="1"/>', '<w:numId w:val="7"/>'),
    ],
)  # fmt: skip
def test_odd_styles_neither_stop_nor_break_the_comparison(compared: Compare, old: str, new: str) -> None:
    assert all(f.id in {"W442", "W443"} for f in compared(old, new, part=STYLES))


@pytest.mark.parametrize("part", [STYLES, NUMBERS, HEADER, MAIN, "word/_rels/document.xml.rels"])
def test_missing_part_does_not_break_the_comparison(part: str) -> None:
    parts = {name: data for name, data in official().items() if name != part}
    assert all(f.severity == "warning" for f in compare_package(Package("a.docx", parts), PARTY))


def test_section_that_is_missing_says_nothing(compared: Compare) -> None:
    main = official()[MAIN].decode()
    start, end = main.index("<w:sectPr>"), main.index("</w:body>")
    found = compared(drop=MAIN, document_dot_xml=(main[:start] + main[end:]).encode())
    assert [f.id for f in found] == ["W440"] * 7 + ["W441", "W446"]


def test_renamed_style_is_compared_where_its_words_are_printed(compared: Compare) -> None:
    renamed = change_style(
        "TTĐN Trích yếu", "TTĐN Trích yếu", "Trích yếu mới", '<w:sz w:val="30"/>', '<w:sz w:val="26"/>'
    )
    found = compared(drop=STYLES, styles_dot_xml=renamed)
    assert facts(found) == [("W443", "cỡ chữ", "13 pt", "15 pt")]


def test_empty_lines_and_text_boxes_beside_the_head_are_not_compared(compared: Compare) -> None:
    empty = f'<w:p><w:pPr>{SUBJECT_STYLE}<w:jc w:val="left"/></w:pPr></w:p>'
    box = (
        "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict><w:txbxContent><w:p><w:pPr>"
        f'{SUBJECT_STYLE}<w:jc w:val="left"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p></w:txbxContent></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert compared("<w:sectPr>", f"{empty}{box}<w:sectPr>") == ()


def test_weight_of_a_table_style_reaches_the_words_in_the_table(compared: Compare) -> None:
    bold = change_style("TTĐN Đầu văn bản", "</w:style>", "<w:rPr><w:b/></w:rPr></w:style>")
    found = compared(drop=STYLES, styles_dot_xml=bold)
    assert {(str(f.facts["what"]), f.facts["found"]) for f in found} == {("chữ đậm", "có")}


def test_file_that_is_no_template_gives_nothing_to_compare(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    assert compare_template(tmp_path / "a.docx", PARTY) == ()
    assert compare_template(tmp_path / "b.docx", PARTY) == ()


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_damaged_template_never_breaks_the_comparison(at: int, byte: int) -> None:
    data = bytearray(build_template(PARTY, PARTY.kinds["huong-dan"]))
    data[at % len(data)] = byte
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(data)
        assert all(f.severity == "warning" for f in compare_template(path, PARTY))


def test_template_in_large_letters_is_no_departure_for_a_document_in_small_ones() -> None:
    large, small = (load_profile("nha-nuoc-nd30-2020", size) for size in ("lon", "nho"))
    assert with_size(small, "lon").looks == large.looks
    assert with_size(large, "nho").looks == small.looks
