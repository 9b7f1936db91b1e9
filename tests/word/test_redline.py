"""The old Word file shows the new one: who refuses all has the old words, who accepts all the new ones."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import SHARED, assert_sound
from tests.word.test_comments_in_word import build
from tests.word_changes import main_of, parts_of, settle, words_of
from tests.word_files import W
from ttdn_draft.word.comments import WordComment, write_comments
from ttdn_draft.word.formats import Format, Formats
from ttdn_draft.word.mending import Mend, mend_word_file
from ttdn_draft.word.ooxml import NAMESPACES
from ttdn_draft.word.package import Package
from ttdn_draft.word.redline import write_redline

CORPUS = sorted((SHARED / "corpus" / "word").glob("*.docx"))
OLD = """# Mục đích

Nâng cao hiệu quả công tác thông tin đối ngoại[^1] của tỉnh.

1. Tổ chức 5 hội nghị ở các xã biên giới.
2. Việc này sẽ không còn trong bản mới.

| Việc | Hạn |
| --- | --- |
| Bản tin song ngữ | 30/6/2026 |
| Phim ngắn | 30/9/2026 |

# Tổ chức thực hiện

Các đơn vị báo cáo trước ngày 20/12/2026.

[^1]: Kết luận số 57-KL/TW, ngày 15/6/2023 của Bộ Chính trị.
"""
NEW = """# Mục đích

Nâng cao chất lượng công tác thông tin đối ngoại[^1] của tỉnh[^2].

1. Tổ chức 7 hội nghị ở các xã biên giới.

# Yêu cầu

- Một đề mục và một ý mới.

| Việc | Hạn |
| --- | --- |
| Bản tin song ngữ | 30/6/2027 |
| Bộ ảnh lễ hội | 15/11/2027 |
| Phim ngắn | 30/9/2027 |

# Tổ chức thực hiện

Các đơn vị báo cáo trước ngày 20/12/2027.

[^1]: Kết luận số 57-KL/TW, ngày 15/6/2023 của Bộ Chính trị khoá XIII.

[^2]: Chú thích mới.
"""


def flat(words: list[str]) -> list[str]:
    return " ".join(words).split()


def hold(old: bytes, new: bytes) -> bytes:
    """Return the redline of two files, of which the words are right."""
    made = write_redline(old, new)
    root = main_of(made)
    assert words_of(settle(root, is_accepted=False)) == words_of(main_of(old))
    assert flat(words_of(settle(root, is_accepted=True))) == flat(words_of(main_of(new)))
    return made


@pytest.fixture
def pair(rendered: Callable[..., Path]) -> tuple[bytes, bytes]:
    return rendered(OLD).read_bytes(), rendered(NEW).read_bytes()


def test_a_rendered_document_shows_what_became_of_it(pair: tuple[bytes, bytes], tmp_path: Path) -> None:
    made = hold(*pair)
    root = main_of(made)
    assert len(list(root.iter(f"{W}tr"))) > len(list(main_of(pair[0]).iter(f"{W}tr")))
    assert sum(mark.getparent().tag == f"{W}trPr" for mark in root.iter(f"{W}ins")) == 1
    (tmp_path / "a.docx").write_bytes(made)
    assert_sound(tmp_path / "a.docx")
    assert hold(pair[1], pair[0])


def test_inserted_headings_look_as_those_of_the_file(pair: tuple[bytes, bytes]) -> None:
    root = main_of(hold(*pair))
    styles = {
        "".join(t.text or "" for t in p.iter(f"{W}t")): p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for p in root.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle") is not None
    }
    assert styles["Yêu cầu"] == styles["Tổ chức thực hiện"] != styles["Một đề mục và một ý mới."]


def test_notes_that_stay_are_changed_in_place_and_new_ones_are_added(pair: tuple[bytes, bytes], tmp_path: Path) -> None:
    made = hold(*pair)
    old, new = (parts_of(docx)["word/footnotes.xml"].decode() for docx in (pair[0], made))
    assert new.count("<w:footnote ") == old.count("<w:footnote ") + 1
    assert "Chú thích mới." in new
    assert "khoá XIII" in new and "<w:ins " in new
    assert len(list(main_of(made).iter(f"{W}footnoteReference"))) == 2
    back = hold(pair[1], pair[0])
    gone = [
        mark for mark in main_of(back).iter(f"{W}footnoteReference") if mark.getparent().getparent().tag == f"{W}del"
    ]
    assert len(gone) == 1


def test_a_note_comes_into_a_file_that_had_none() -> None:
    plain = "<w:p><w:r><w:t>Nội dung</w:t></w:r></w:p>"
    noted = "<w:p><w:r><w:t>Nội dung</w:t></w:r><w:r><w:footnoteReference w:id='4'/></w:r></w:p>"
    note = "<w:footnote w:id='4'><w:p><w:r><w:t>nguồn</w:t></w:r></w:p></w:footnote>"
    notes = f"<w:footnotes {NAMESPACES}>{note}</w:footnotes>"
    made = write_redline(build(plain), build(noted, footnotes=notes))
    assert "nguồn" in parts_of(made)["word/footnotes.xml"].decode()
    [mark] = main_of(made).iter(f"{W}footnoteReference")
    assert mark.getparent().getparent().tag == f"{W}ins"


def test_a_cell_and_a_text_keep_the_end_of_their_last_paragraph() -> None:
    def table(*words: str) -> str:
        paragraphs = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in words)
        cells = f"<w:tc>{paragraphs}</w:tc><w:tc><w:p><w:r><w:t>chung của cả hai bản</w:t></w:r></w:p></w:tc>"
        return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>{paragraphs}"

    root = main_of(write_redline(build(table("một", "hai")), build(table("ba"))))
    for place in (*root.iter(f"{W}tc"), root[0]):
        paragraphs = place.findall(f"{W}p")
        assert paragraphs[-1].find(f"{W}pPr/{W}rPr/{W}del") is None
        assert paragraphs[-1].find(f"{W}pPr/{W}rPr/{W}ins") is None
    assert words_of(settle(root, is_accepted=True)) == ["ba", "chung của cả hai bản", "ba"]


def test_a_file_held_against_itself_keeps_its_bytes(office_file: Path) -> None:
    docx = office_file.read_bytes()
    assert write_redline(docx, docx) == docx


@pytest.mark.parametrize(("old", "new"), [*pairwise(CORPUS), *pairwise(CORPUS[::-3])], ids=lambda path: path.stem[:2])
def test_files_of_offices_that_have_little_in_common(old: Path, new: Path) -> None:
    made = write_redline(old.read_bytes(), new.read_bytes())
    root = main_of(made)
    assert words_of(settle(root, is_accepted=False)) == words_of(main_of(old.read_bytes()))
    # what comes behind a text box stands before the paragraph that carries it, where there is room for it
    order = sorted if any(b"txbxContent" in parts_of(f.read_bytes())["word/document.xml"] for f in (old, new)) else list
    words = flat(words_of(settle(root, is_accepted=True)))
    assert order(words) == order(flat(words_of(main_of(new.read_bytes()))))
    before, after = parts_of(old.read_bytes()), parts_of(made)
    changed = {name for name in after if after[name] != before.get(name)}
    names = {"document.xml", "footnotes.xml", "settings.xml", "_rels/document.xml.rels"}
    assert changed <= {"[Content_Types].xml", *(f"word/{name}" for name in names)}


PARAGRAPH = st.lists(st.sampled_from(["một", "hai", "ba", "bốn", "2026", "2027"]), max_size=5).map(
    lambda words: f"<w:p><w:r><w:t>{' '.join(words)}</w:t></w:r></w:p>"
)
CELL = st.lists(PARAGRAPH, min_size=1, max_size=2).map(lambda blocks: f"<w:tc>{''.join(blocks)}</w:tc>")
ROW = st.lists(CELL, min_size=1, max_size=2).map(lambda cells: f"<w:tr>{''.join(cells)}</w:tr>")
TABLE = st.lists(ROW, min_size=1, max_size=3).map(
    lambda rows: f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl><w:p/>"
)
BOX = PARAGRAPH.map(
    lambda inner: (
        f"<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r><w:r><w:t>mang hộp</w:t></w:r></w:p>"
    )
)
BODY = st.lists(PARAGRAPH | TABLE | BOX, min_size=1, max_size=6).map("".join)


@given(BODY, BODY)
def test_whatever_stands_in_two_files_no_word_is_lost(old: str, new: str) -> None:
    first, second = build(old), build(new)
    root = main_of(write_redline(first, second))
    assert flat(words_of(settle(root, is_accepted=False))) == flat(words_of(main_of(first)))
    assert sorted(flat(words_of(settle(root, is_accepted=True)))) == sorted(flat(words_of(main_of(second))))


STYLES = (
    "<w:styles {0}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Times New Roman' w:hAnsi='Times New Roman'/>"
    "</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type='paragraph' w:default='1' w:styleId='a'>"
    "<w:name w:val='Normal'/>{1}</w:style>{2}</w:styles>"
)
OLD_FONT = "<w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/><w:b/><w:sz w:val='24'/></w:rPr>"
OWN_STYLE = (
    "<w:style w:type='paragraph' w:styleId='Y'><w:name w:val='Ý'/><w:basedOn w:val='a'/><w:pPr><w:jc w:val='center'/>"
    "<w:spacing w:before='60'/></w:pPr><w:rPr><w:i/></w:rPr></w:style>"
)


@pytest.mark.parametrize("named", ["<w:pPr><w:pStyle w:val='Y'/></w:pPr>", ""], ids=["own style", "usual style"])
def test_what_comes_in_looks_as_in_the_new_file_whatever_the_styles_of_the_old_one_say(named: str) -> None:
    words = "<w:p>{}<w:r><w:t>{}</w:t></w:r></w:p>"
    old = build(words.format("", "Nội dung"), styles=STYLES.format(NAMESPACES, OLD_FONT, ""))
    new_text = words.format("", "Nội dung") + words.format(named, "Đoạn mới thêm vào") + words.format("", "Hết")
    new = build(new_text, styles=STYLES.format(NAMESPACES, "<w:rPr><w:sz w:val='28'/></w:rPr>", OWN_STYLE))

    def look_at(docx: bytes) -> Format:
        formats = Formats(Package("", parts_of(docx)))
        paragraph = next(p for p in main_of(docx).iter(f"{W}p") if "Đoạn mới" in "".join(p.itertext()))
        return formats.run(next(paragraph.iter(f"{W}r")), formats.paragraph(paragraph))

    assert look_at(write_redline(old, new)) == look_at(new)
    assert (look_at(new).size, look_at(new).bold, look_at(new).italic) == (14, False, bool(named))


@pytest.mark.parametrize("hidden", ["<w:revisionView w:markup='0'/>", "<w:revisionView w:insDel='0'></w:revisionView>"])
def test_changes_are_shown_though_the_last_person_hid_them(hidden: str) -> None:
    settings = f"<w:settings {NAMESPACES}>{hidden}<w:defaultTabStop w:val='720'/></w:settings>"
    words = "<w:p><w:r><w:t>Nội dung năm {}</w:t></w:r></w:p>"
    old, new = build(words.format(2026), settings=settings), build(words.format(2027), settings=settings)
    for made in (write_redline(old, new), mend_word_file(old, [Mend(1, "2026", new="2027")])[0]):
        assert b"revisionView" not in parts_of(made)["word/settings.xml"]
        assert b"defaultTabStop" in parts_of(made)["word/settings.xml"]
    assert write_redline(old, old) == old


@pytest.mark.parametrize(
    ("hidden", "is_kept"),
    [("w:comments='0'", False), ("w:markup='false'", False), ("w:insDel='0'", True), ("w:comments='1'", True)],
)
def test_comments_are_shown_where_the_last_person_hid_them_and_nothing_else_changes(hidden: str, is_kept: bool) -> None:
    settings = f"<w:settings {NAMESPACES}><w:revisionView {hidden}/><w:defaultTabStop w:val='720'/></w:settings>"
    old = build("<w:p><w:r><w:t>Nội dung</w:t></w:r></w:p>", settings=settings)
    before, after = parts_of(old), parts_of(write_comments(old, [WordComment("Xem lại.", paragraph=1)]))
    assert (b"revisionView" in after["word/settings.xml"]) is is_kept
    assert is_kept is (before["word/settings.xml"] == after["word/settings.xml"])
