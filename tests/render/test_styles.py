"""The built templates as Word reads them: margins and fonts are said, headings are Word's own, few styles offered."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import BODY, HEAD
from tests.word_files import W, Word, text_of, value
from ttdn_draft.knowledge.standards.profiles import list_profiles, load_profile, with_size
from ttdn_draft.render.builder import build_template

PARTS = ("word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/document.xml")
BUILT = [
    pytest.param(name, size, kind, id=f"{name}-{size}-{kind}")
    for name in list_profiles()
    for size in load_profile(name).sizes.sets
    for kind in load_profile(name).kinds
]
SIDES = ("top", "left", "bottom", "right")
Built = Callable[[str], etree._Element]


@pytest.fixture(params=[param.values for param in BUILT], ids=[param.id for param in BUILT])
def built(request: pytest.FixtureRequest) -> Built:
    name, size, kind = request.param
    profile = with_size(load_profile(name), size)
    with zipfile.ZipFile(BytesIO(build_template(profile, profile.kinds[kind]))) as archive:
        parts = {part: etree.fromstring(archive.read(part)) for part in PARTS}
    return lambda part: parts[f"word/{part}.xml"]


def by_name(styles: etree._Element) -> dict[str, etree._Element]:
    return {str(value(style, "name")): style for style in styles.iter(f"{W}style")}


def margins(owner: etree._Element, path: str = "tblPr") -> list[str | None]:
    return [value(owner, f"{path}/tblCellMar/{side}", "w") for side in SIDES]


def fonts_in(owner: etree._Element) -> set[str]:
    found = [value(owner, "rPr/rFonts", kind) for kind in ("ascii", "hAnsi", "cs", "eastAsia")]
    return {str(font) for font in found}


def test_table_that_staff_insert_has_the_margins_of_word(built: Built) -> None:
    assert margins(by_name(built("styles"))["Normal Table"]) == ["0", "108", "0", "108"]


@pytest.mark.parametrize(
    ("style", "side"), [("TTĐN Đầu văn bản", "0"), ("TTĐN Cuối văn bản", "0"), ("TTĐN Bảng", "100")]
)
def test_style_of_a_table_says_its_margins(built: Built, style: str, side: str) -> None:
    assert margins(by_name(built("styles"))[style]) == ["0", side, "0", side]


def test_head_and_foot_say_margins_place_and_layout_themselves(built: Built) -> None:
    tables = list(built("document").iter(f"{W}tbl"))
    assert len(tables) == 2
    for table in tables:
        assert margins(table) == ["0"] * 4
        assert value(table, "tblPr/jc") == "left" and value(table, "tblPr/tblLayout", "type") == "fixed"
        assert value(table, "tblPr/tblInd", "type") == "dxa"


def test_table_of_the_text_says_margins_place_and_layout_itself(rendered: Callable[..., Path]) -> None:
    table = list(Word(rendered("| a | b |\n| - | - |\n| 1 | 2 |\n\nhết.\n")).body.iter(f"{W}tbl"))[1]
    assert margins(table) == ["0", "100", "0", "100"]
    assert (value(table, "tblPr/jc"), value(table, "tblPr/tblInd", "w")) == ("left", "0")
    assert value(table, "tblPr/tblLayout", "type") == "fixed"


def test_font_is_said_by_defaults_base_and_every_printed_level(built: Built) -> None:
    normal = by_name(built("styles"))["Normal"]
    defaults = built("styles").find(f"{W}docDefaults/{W}rPrDefault")
    assert defaults is not None
    levels = [level for level in built("numbering").iter(f"{W}lvl") if value(level, "lvlText")]
    assert {value(level, "lvlText") for level in levels} >= {"-", "+"}
    for owner in (normal, defaults, *levels):
        assert fonts_in(owner) == {"Times New Roman"}
    assert value(normal, "rPr/lang") == value(defaults, "rPr/lang") == "vi-VN"
    attributes = set(chain.from_iterable(element.keys() for element in built("styles").iter(f"{W}rFonts")))
    assert not [name for name in attributes if "Theme" in name or "hint" in name]


def test_page_is_laid_out_as_by_word_since_2013(built: Built) -> None:
    settings = {s.get(f"{W}name"): s.get(f"{W}val") for s in built("settings").iter(f"{W}compatSetting")}
    assert settings["compatibilityMode"] == "15"
    assert settings["overrideTableStyleFontSizeAndJustification"] == "1"


def test_gallery_offers_what_staff_use_and_nothing_else(built: Built) -> None:
    styles = by_name(built("styles"))
    offered = {name for name, style in styles.items() if style.find(f"{W}qFormat") is not None}
    assert offered == {"Normal", "heading 1", "heading 2", "heading 3"} | {
        f"TTĐN {name}" for name in ("Đoạn", "Khoản", "Điểm", "Gạch đầu dòng", "Dấu cộng", "Đầu cột", "Ô bảng")
    }
    for name in set(styles) - offered - {"TTĐN Bảng"}:
        assert styles[name].find(f"{W}semiHidden") is not None, name
    latent = built("styles").find(f"{W}latentStyles")
    assert latent is not None and (latent.get(f"{W}defSemiHidden"), latent.get(f"{W}defQFormat")) == ("1", "0")


def test_headings_are_those_of_word_with_outline_and_next(built: Built) -> None:
    styles = by_name(built("styles"))
    ids = {name: style.get(f"{W}styleId") for name, style in styles.items()}
    for depth, level in enumerate(("TTĐN Mục I", "TTĐN Mục 1", "TTĐN Mục điểm"), 1):
        heading = styles[f"heading {depth}"]
        assert heading.get(f"{W}styleId") == f"Heading{depth}" and heading.get(f"{W}customStyle") is None
        assert value(heading, "basedOn") == ids[level]
        assert value(heading, "next") == ids["TTĐN Đoạn"]
        assert value(heading, "pPr/outlineLvl") == str(depth - 1)


def test_text_has_one_base(built: Built) -> None:
    styles = by_name(built("styles"))
    bases = {name: value(style, "basedOn") for name, style in styles.items()}
    text = {"Căn cứ", "Phần", "Mục A", "Mục I", "Mục 1", "Mục 1.1", "Mục điểm", "Gạch đầu dòng", "Dấu cộng", "Điểm"}
    assert {bases[f"TTĐN {name}"] for name in text} == {"TTDNDoan"}
    assert bases["TTĐN Khoản"] == "TTDNMuc1"
    assert styles["TTĐN Gạch đầu dòng"].find(f"{W}pPr/{W}spacing") is None  # so a change of the base reaches it


@pytest.mark.parametrize(
    ("scheme", "levels"),
    [
        ("[I, '1', a]", ["TTĐN Mục I", "TTĐN Mục 1", "TTĐN Mục điểm"]),
        ("[phan, I, '1']", ["TTĐN Phần", "TTĐN Mục I", "TTĐN Mục 1"]),
        ("[A, I, '1', '1.1']", ["TTĐN Mục A", "TTĐN Mục I", "TTĐN Mục 1", "TTĐN Mục 1.1"]),
    ],
)
def test_headings_follow_the_scheme_of_the_document(
    rendered: Callable[..., Path], scheme: str, levels: list[str]
) -> None:
    body = "".join(f"{'#' * depth} Tên {depth}\n\n" for depth in range(1, len(levels) + 1)) + "Hết.\n"
    word = Word(rendered(body, HEAD.replace("so: 14", f"so: 14\ndanh_so: {scheme}")))
    styles = by_name(word.part("word/styles.xml"))
    names = {style.get(f"{W}styleId"): name for name, style in styles.items()}
    for depth, level in enumerate(levels, 1):
        (heading,) = word.paragraphs(f"heading {depth}")
        name = f"Tên {depth}"
        assert text_of(heading).endswith(name.upper() if level == "TTĐN Phần" else name)
        # the title of a part begins with a line of its own, so its number is one of a second list without a space
        assert (heading.find(f"{W}pPr/{W}numPr") is None) is (level != "TTĐN Phần")
        assert heading.find(f"{W}pPr/{W}outlineLvl") is None
        assert names[value(styles[f"heading {depth}"], "basedOn")] == level


def test_annex_with_another_scheme_keeps_its_depth(rendered: Callable[..., Path]) -> None:
    annex = (
        "phu_luc:\n  - tieu_de: Bảng\n    danh_so: [A, '1']\n    noi_dung: |\n      # Một\n      ## Hai\n      Hết\n"
    )
    word = Word(rendered(BODY, HEAD.replace("so: 14\n", f"so: 14\n{annex}")))
    (first,) = [p for p in word.paragraphs() if text_of(p) == "Một"]
    (second,) = [p for p in word.paragraphs() if text_of(p) == "Hai"]
    assert word.style_name(first).startswith("heading") and value(first, "pPr/outlineLvl") == "0"
    assert word.style_name(second) == "heading 2" and value(second, "pPr/outlineLvl") is None


def test_point_has_a_letter_and_no_number(rendered: Callable[..., Path]) -> None:
    word = Word(rendered("# Một\n\n## Hai\n\n1. điểm\n"))
    (point,) = word.paragraphs("TTĐN Điểm")
    assert text_of(point) == "a) điểm."
    assert word.along("TTĐN Điểm", "pPr/numPr/numId") is None
