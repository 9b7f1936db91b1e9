"""What the check mends in a Word file is right, stands as a tracked change, and can be refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import BODY, assert_sound
from tests.word_changes import letters_of, main_of, parts_of, settle, words_of
from tests.word_files import W
from ttdn_draft.errors import FormatChange
from ttdn_draft.word.formats import Formats, read_mm
from ttdn_draft.word.mending import Mend, mend_word_file, narrow
from ttdn_draft.word.ooxml import NAMESPACES
from ttdn_draft.word.package import Package
from ttdn_draft.word.properties import CHILD_ORDERS, keep_old, read_children, set_attributes, set_child
from ttdn_draft.word.reading_order import list_paragraphs
from ttdn_draft.word.tracked import WordEdit

RUN = {"size": 13.5, "bold": True, "italic": True, "is_capital": True, "colour": "FF0000", "underline": "single"}
PARAGRAPH = {"before": 9.0, "after": 0.0, "line": 15.0, "left": 12.5, "right": 3.0, "first_line": -10.0}
FORMATS = [
    *[("run", name, value) for name, value in RUN.items()],
    *[("run", "bold", False), ("run", "font", "Arial"), ("run", "shade", "FFFF00")],
    *[("paragraph", name, value) for name, value in PARAGRAPH.items()],
    *[("paragraph", "first_line", 12.7), ("paragraph", "align", "center"), ("paragraph", "rule", "exact")],
    *[("paragraph", "is_contextual", True), ("paragraph", "keep_next", False), ("paragraph", "starts_page", True)],
]
MARGINS = {"left": 25.0, "right": 20.0, "top": 21.0, "bottom": 22.0, "width": 200.0, "height": 280.0}


@pytest.fixture
def docx(rendered: Callable[..., Path]) -> Path:
    return rendered(BODY)


def find(path: Path, words: str) -> int:
    """Return the number of the paragraph that has some words."""
    paragraphs = list_paragraphs(main_of(path.read_bytes()))
    return next(number for number, one in enumerate(paragraphs, 1) if words in letters_of(one))


def shown(docx: bytes, number: int) -> dict[str, object]:
    parts = parts_of(docx)
    formats = Formats(Package("", parts))
    paragraph = list_paragraphs(etree.fromstring(parts["word/document.xml"]))[number - 1]
    run = next(r for r in paragraph.iter(f"{W}r") if r.find(f"{W}t") is not None)
    return {"run": formats.run(run, formats.paragraph(paragraph)), "paragraph": formats.paragraph(paragraph)}


@pytest.mark.parametrize(("scope", "name", "new"), FORMATS)
def test_a_format_is_set_and_the_old_one_is_kept_beside(docx: Path, scope: str, name: str, new: object) -> None:
    number = find(docx, "Nội dung.")
    before = shown(docx.read_bytes(), number)[scope]
    change = FormatChange(name, getattr(before, name), new, scope)  # type: ignore[arg-type]
    made, written = mend_word_file(docx.read_bytes(), [Mend(number, "Nội dung.", changes=(change,))])
    assert written
    value = getattr(shown(made, number)[scope], name)
    assert value == (pytest.approx(new, abs=0.02) if isinstance(new, float) else new)
    kept = next(main_of(made).iter(f"{W}rPrChange" if scope == "run" else f"{W}pPrChange"))
    assert kept.get(f"{W}author") == "ttdn-draft"
    assert kept.get(f"{W}date") is None
    docx.write_bytes(made)
    assert_sound(docx)


@pytest.mark.parametrize("name", MARGINS)
def test_a_page_is_set_in_the_section_of_its_paragraph(docx: Path, name: str) -> None:
    change = FormatChange(name, 0, MARGINS[name], "section")
    made, _ = mend_word_file(docx.read_bytes(), [Mend(find(docx, "Nội dung."), changes=(change,))])
    sections = [s for s in main_of(made).iter(f"{W}sectPr") if s.getparent().tag != f"{W}sectPrChange"]
    mark = {"width": ("pgSz", "w"), "height": ("pgSz", "h")}.get(name, ("pgMar", name))
    assert read_mm(sections[0].find(W + mark[0]).get(W + mark[1])) == pytest.approx(MARGINS[name], abs=0.02)
    assert sections[0].find(f"{W}sectPrChange/{W}sectPr/{W}pgMar") is not None
    docx.write_bytes(made)
    assert_sound(docx)


def test_words_are_mended_and_can_come_back(docx: Path) -> None:
    number = find(docx, "Nội dung.")
    old = words_of(main_of(docx.read_bytes()))
    mends = [Mend(number, "dung", new="dung chính"), Mend(find(docx, "Nơi nhận"), "Nơi nhận", new="Nơi nhận, lưu")]
    made, written = mend_word_file(docx.read_bytes(), mends)
    assert written == tuple(mends)
    assert words_of(settle(main_of(made), is_accepted=False)) == old
    assert words_of(settle(main_of(made), is_accepted=True)) == [
        line.replace("Nội dung.", "Nội dung chính.").replace("Nơi nhận", "Nơi nhận, lưu") for line in old
    ]
    assert {n for n, data in parts_of(made).items() if data != parts_of(docx.read_bytes()).get(n)} == {
        "word/document.xml"
    }
    assert mend_word_file(docx.read_bytes(), mends)[0] == made


def test_a_mend_that_has_no_place_or_touches_another_is_not_written(docx: Path) -> None:
    number = find(docx, "Nội dung.")
    first, touching = Mend(number, "Nội dung", new="Nội dung mới"), Mend(number, "dung.", new="dung;")
    lost = [Mend(number, "không có ở đây", new="x"), Mend(0, "Nội", new="x"), Mend(10**6, "Nội", new="x")]
    unknown = Mend(number, changes=(FormatChange("raised", "", "superscript", "run"),))
    made, written = mend_word_file(docx.read_bytes(), [first, touching, *lost, unknown])
    assert written == (first,)
    assert "Nội dung mới." in words_of(settle(main_of(made), is_accepted=True))


def test_without_a_mend_the_file_keeps_its_bytes(docx: Path) -> None:
    assert mend_word_file(docx.read_bytes(), []) == (docx.read_bytes(), ())


@pytest.mark.parametrize(
    ("old", "new", "edit"),
    [
        ("công  tác", "công tác", WordEdit(5, 6, "")),
        ("a b c", "a x c", WordEdit(2, 3, "x")),
        ("a", "a a", WordEdit(1, 1, " a")),
        ("cũ", "mới", WordEdit(0, 2, "mới")),
        ("giữ", "giữ", WordEdit(3, 3, "")),
    ],
)
def test_only_the_words_that_differ_are_changed(old: str, new: str, edit: WordEdit) -> None:
    assert narrow(old, 0, len(old), new) == edit


@pytest.mark.parametrize("tag", CHILD_ORDERS)
def test_properties_stand_in_the_order_of_the_schema_whatever_is_set_first(tag: str) -> None:
    names = CHILD_ORDERS[tag].split()
    made = ""
    for name in [*names[::2], *names[1::2]]:
        made = set_child(made, tag, f"w:{name}", f'<w:{name} w:val="1"/>')
    made = set_attributes(made, tag, f"w:{names[0]}", {"w:val": None, "w:x": "&"})
    assert [name for name, _ in read_children(made)] == [f"w:{name}" for name in names]
    root = etree.fromstring(f"<x {NAMESPACES}>{made}</x>")
    assert dict(root[0][0].attrib) == {f"{W}x": "&"}


def test_a_look_that_a_person_changed_keeps_the_look_before_that() -> None:
    theirs = '<w:rPr><w:b/><w:rPrChange w:id="1" w:author="Lan"><w:rPr/></w:rPrChange></w:rPr>'
    new = set_child(theirs, "w:rPr", "w:i", "<w:i/>")
    assert keep_old(theirs, new, "w:rPr", 'w:id="2"') == new


def test_what_later_versions_of_word_brought_stays_behind() -> None:
    old = '<w:rPr><w:b/><w14:ligatures w14:val="none"/></w:rPr>'
    new = keep_old(old, set_child(old, "w:rPr", "w:sz", '<w:sz w:val="2"/>'), "w:rPr", "")
    assert [name for name, _ in read_children(new)] == ["w:b", "w:sz", "w14:ligatures", "w:rPrChange"]


def test_letters_that_come_in_get_the_look_that_is_mended_around_them(docx: Path) -> None:
    number = find(docx, "Nội dung.")
    italic = FormatChange("italic", False, True, "run")
    made, _ = mend_word_file(docx.read_bytes(), [Mend(number, changes=(italic,)), Mend(number, "Nội", new="Các nội")])
    paragraph = list_paragraphs(main_of(made))[number - 1]
    formats = Formats(Package("", parts_of(made)))
    runs = [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]
    assert all(formats.run(run, formats.paragraph(paragraph)).italic for run in runs)
    assert [run for run in runs if run.getparent().tag == f"{W}ins"]


def test_each_change_has_a_number_of_its_own_where_letters_come_into_a_look_that_is_mended(docx: Path) -> None:
    number = find(docx, "Nội dung.")
    italic = FormatChange("italic", False, True, "run")
    inside = Mend(number, "dung", new="dung mới")
    made, _ = mend_word_file(docx.read_bytes(), [Mend(number, changes=(italic,)), inside])
    root = etree.fromstring(parts_of(made)["word/document.xml"])
    changes = [one.get(f"{W}id") for one in root.iter(f"{W}ins", f"{W}del", f"{W}rPrChange", f"{W}pPrChange")]
    assert len(changes) > 2 and len(set(changes)) == len(changes)


def test_blanks_at_the_head_of_a_paragraph_are_taken_out(docx: Path) -> None:
    number = find(docx, "Nội dung.")
    made, _ = mend_word_file(docx.read_bytes(), [Mend(number, "Nội", new="\t  Nội")])
    plain = mend_word_file(made, [Mend(number, "\t  ", new="")])[0]
    settled = list_paragraphs(settle(main_of(plain), is_accepted=True))[number - 1]
    assert letters_of(settled).startswith("Nội dung.")
    assert not mend_word_file(made, [Mend(number, "   ", new="")])[1]
