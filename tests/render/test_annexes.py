"""Annexes in the Word file: sections of their own, lists that begin anew, drawings and notes that stay unique."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import HEAD, assert_sound
from tests.word_files import W, Word, text_of, value
from ttdn_draft.check.own_template import compare_template
from ttdn_draft.errors import TemplateError
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.pipeline import check_file, render_checked
from ttdn_draft.render.checking import check_template
from ttdn_draft.word.ooxml import twips

PROFILE = load_profile("dang-hd05-2026")
PAGE = PROFILE.page
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ANNEXES = """phu_luc:
  - tieu_de: Danh mục
    noi_dung: |
      # Việc chung
      1. Một[^2]

      [^2]: Hai.
  - tieu_de: Bảng
    ngang: true
    noi_dung: |
      # Việc riêng
      | a | b |
      | - | - |
      | 1 | 2 |
"""
BODY = "# Mục đích\n\n1. Có Phụ lục[^1]\n\n[^1]: Một.\n"
STATE = HEAD.replace("the_thuc: dang", "the_thuc: nha-nuoc").replace(
    "luu: Ban Tuyên giáo và Dân vận Tỉnh uỷ", "luu: VT"
)


def with_annexes(head: str = HEAD) -> str:
    return head.replace("so: 14\n", "so: 14\n" + ANNEXES)


BEFORE = Path(__file__).parent / "data" / "template-of-before.docx"
"""A template as staff may have exported it before headings were Word's own and annexes had a level in the list."""


@pytest.fixture
def document(rendered: Callable[..., Path]) -> Callable[[str], Word]:
    return lambda head: Word(rendered(BODY, with_annexes(head)))


def sections(word: Word) -> list[etree._Element]:
    return list(word.body.iter(f"{W}sectPr"))


def first_headers(section: etree._Element) -> list[str | None]:
    return [h.get(f"{R}id") for h in section.iterfind(f"{W}headerReference") if h.get(f"{W}type") == "first"]


@pytest.mark.parametrize("head", [HEAD, STATE], ids=["party", "state"])
def test_each_annex_is_a_section_that_counts_its_pages_anew(document: Callable[[str], Word], head: str) -> None:
    main, first, second = sections(document(head))
    assert value(main, "pgNumType", "start") is None
    assert [value(s, "pgNumType", "start") for s in (first, second)] == ["1", "1"]
    assert all(s.find(f"{W}titlePg") is not None for s in (main, first, second))


def test_annex_carries_none_of_the_marks_of_page_one(document: Callable[[str], Word]) -> None:
    word = document(HEAD)
    main, first, _ = sections(word)
    assert first_headers(main) != first_headers(first)
    relations = {
        r.get("Id"): r.get("Target") for r in word.part("word/_rels/document.xml.rels").iter("{*}Relationship")
    }
    assert text_of(word.part(f"word/{relations[first_headers(first)[0]]}")) == ""


def test_landscape_annex_lies_on_its_side_with_the_bound_margin_above(document: Callable[[str], Word]) -> None:
    upright, _, lying = sections(document(HEAD))
    assert (value(lying, "pgSz", "w"), value(lying, "pgSz", "h")) == (str(twips(PAGE.height)), str(twips(PAGE.width)))
    assert value(lying, "pgSz", "orient") == "landscape" and value(upright, "pgSz", "orient") is None
    sides = {side: value(lying, "pgMar", side) for side in ("top", "bottom", "left", "right")}
    turned = PAGE.turned()
    assert sides == {
        "top": str(twips(turned.top)),
        "bottom": str(twips(turned.bottom)),
        "left": str(twips(turned.left)),
        "right": str(twips(turned.right)),
    }


def test_table_of_a_landscape_annex_is_as_wide_as_its_page(document: Callable[[str], Word]) -> None:
    table = list(document(HEAD).body.iter(f"{W}tbl"))[-1]
    width = sum(int(str(column.get(f"{W}w"))) for column in table.iter(f"{W}gridCol"))
    assert width == pytest.approx(twips(PAGE.turned().text_width), abs=2)


def test_head_of_an_annex_begins_the_count_of_the_headings_anew(document: Callable[[str], Word]) -> None:
    word = document(HEAD)
    assert [value(p, "pPr/numPr/numId") for p in word.paragraphs("heading 1")] == [None] * 3
    assert word.along("TTĐN Phụ lục", "pPr/numPr/numId") == word.along("heading 1", "pPr/numPr/numId") == "1"
    assert word.along("TTĐN Phụ lục", "pPr/numPr/ilvl") == "0" < str(word.along("heading 1", "pPr/numPr/ilvl"))
    numbers = word.part("word/numbering.xml")
    assert value(next(numbers.iter(f"{W}lvl")), "lvlText") == ""
    assert len(list(numbers.iter(f"{W}abstractNum"))) == 2


def test_template_of_before_is_a_good_one() -> None:
    assert check_template(BEFORE, PROFILE) == ()
    since = {(f.facts["style"], f.facts["what"]) for f in compare_template(BEFORE, PROFILE)}
    assert since == {("TTĐN Tiêu đề", "căn lề"), ("TTĐN Kẻ tiêu đề", "căn lề")}  # flush right only since then


def test_template_of_before_prints_no_level_that_it_lacks(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    scheme = 'danh_so: ["1", "1.1", "1.1.1"]'
    head = with_annexes().replace("---\n", f"---\n{scheme}\n", 1)
    draft.write_text(head + "1.1.1. Một.\n", encoding="utf-8")
    checked = check_file(draft)
    assert render_checked(checked)
    with pytest.raises(TemplateError) as caught:
        render_checked(checked, BEFORE)
    assert [(f.id, f.facts["style"]) for f in caught.value.findings] == [("E423", "TTĐN Mục 1.1.1")]


def test_template_of_before_gives_each_annex_a_list_of_its_own(tmp_path: Path) -> None:
    draft, out = tmp_path / "a.md", tmp_path / "a.docx"
    draft.write_text(with_annexes() + BODY, encoding="utf-8")
    out.write_bytes(render_checked(check_file(draft), BEFORE))
    assert_sound(out)
    word = Word(out)
    lists = [value(p, "pPr/numPr/numId") for p in word.paragraphs("TTĐN Mục I")]
    assert len(set(lists)) == 3
    assert [value(p, "pPr/outlineLvl") for p in word.paragraphs("TTĐN Mục I")] == ["0"] * 3
    numbers = {n.get(f"{W}numId"): n for n in word.part("word/numbering.xml").iter(f"{W}num")}
    assert lists[0] is not None and numbers[lists[0]].find(f"{W}lvlOverride") is None
    for own in lists[1:]:
        starts = [value(o, "startOverride") for o in numbers[str(own)].iterfind(f"{W}lvlOverride")]
        assert starts and set(starts) == {"1"}


def test_notes_of_text_and_annexes_count_on(document: Callable[[str], Word]) -> None:
    word = document(HEAD)
    assert word.notes() == ["Một.", "Hai."]
    marks = [m for text in word.texts() for m in re.findall(r"\[\^(\d+)\]", text)]
    assert marks == ["1", "2"]


def test_drawings_have_numbers_of_their_own(document: Callable[[str], Word]) -> None:
    word = document(STATE)
    drawings = [d.get("id") for d in word.body.iter("{*}docPr")]
    assert len(drawings) == len(set(drawings)) and len(drawings) >= 5


def test_head_of_an_annex_is_label_title_and_reference(document: Callable[[str], Word]) -> None:
    word = document(HEAD)
    assert word.texts("TTĐN Phụ lục") == ["Phụ lục 1", "Phụ lục 2"]
    assert word.texts("TTĐN Tên phụ lục") == ["DANH MỤC", "BẢNG"]
    assert word.texts("TTĐN Kèm theo")[0].startswith("(Kèm theo Hướng dẫn số 14-HD/BTGDVTU, ngày 05/6/2026")


def test_document_without_annexes_has_no_part_for_them(rendered: Callable[..., Path]) -> None:
    with zipfile.ZipFile(rendered()) as archive:
        assert not [name for name in archive.namelist() if "ttdn-" in name]
        assert b"ttdn-" not in archive.read("word/_rels/document.xml.rels")
