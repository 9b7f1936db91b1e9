"""The page and the text on it: margins, indents, the pitch of lines and the gaps between paragraphs."""

from itertools import pairwise

import pytest

from tests.render.pages.conftest import Press, Printed
from tests.render.pages.documents import BASES, PARTS, SENTENCE, Edition
from tests.render.pages.reading import MM, SHORT, SINGLE, Row, find, find_row, rows, squeeze
from ttdn_draft.knowledge.standards.page import Page
from ttdn_draft.knowledge.standards.profile import Look

# the blocks of the text of the full document in their order, each with its first words
BLOCKS = (
    ("can_cu", BASES[0]),
    ("can_cu", BASES[1][:30]),
    ("muc_I", "Mục lớn"),
    ("muc_1", "Mục nhỏ"),
    ("muc_diem", "a) Mục chữ"),
    ("doan", SENTENCE[:30]),
    ("doan", SENTENCE[:30]),
    ("gach", f"-{SENTENCE[:30]}"),
    ("cong", f"+{SENTENCE[:30]}"),
    ("muc_I", "Mục cuối"),
    *(("doan", SENTENCE[:30]) for _ in range(5)),
    ("muc_1", "Mục khoản"),
    ("khoan", f"a){SENTENCE[:30]}"),
    ("khoan", f"b){SENTENCE[:30]}"),
    ("doan", SENTENCE[:30]),
)


def pitch(look: Look) -> float:
    """Return the distance of the baselines of two lines of a look, in mm."""
    return (look.exact or look.multiple * SINGLE * look.size) * MM


def body(printed: Printed) -> list[list[tuple[Look, Row]]]:
    """Return the rows of the text by page, each with the look of its block."""
    blocks, pages, look = list(BLOCKS), [], None
    for page in printed.pages:
        found: list[tuple[Look, Row]] = []
        for row in rows(page):
            if blocks and _begins(row, blocks[0][1]):
                look = printed.profile.looks[blocks.pop(0)[0]]
            elif look and row.baseline > printed.profile.page.height - printed.profile.page.bottom:
                continue
            elif not blocks and row.text.startswith("Nơi"):
                break
            if look and row.text not in ("2", "3"):
                found.append((look, row))
        pages.append(found)
    assert not blocks, f"not found on the pages: {blocks}"
    return pages


def _begins(row: Row, words: str) -> bool:
    """Tell whether a row begins a block: with its words, behind a bullet or, of a heading, behind a number."""
    text, wanted = row.text.lower(), squeeze(words).lower()
    return text.removeprefix("-").startswith(wanted.removeprefix("-")) or (
        words.startswith("Mục") and text.endswith(wanted)
    )


def test_pages_are_a4_and_the_text_fills_the_space_between_the_margins(full: Printed) -> None:
    page = full.profile.page
    for printed, found in zip(full.pages, body(full), strict=True):
        assert printed.width * MM == pytest.approx(page.width, abs=0.2)
        assert printed.height * MM == pytest.approx(page.height, abs=0.2)
        text = [row for _, row in found]
        assert min(row.left for row in text) == pytest.approx(page.left, abs=SHORT)
        assert max(row.right for row in text) == pytest.approx(page.width - page.right, abs=0.7)
        assert max(row.bottom for row in text) <= page.height - page.bottom + SHORT


def test_first_line_of_a_page_begins_at_the_upper_margin(full: Printed) -> None:
    for found in body(full)[1:]:
        look, row = found[0]
        air = pitch(look) - SINGLE * look.size * MM if look.exact else 0  # over the letters of an exact line
        assert row.top - full.profile.page.top == pytest.approx(air, abs=SHORT)


def test_every_block_begins_at_its_indent_and_its_lines_at_the_margin(full: Printed) -> None:
    for found in body(full):
        assert found
        for look, row in found:
            indent = look.first_line if _is_start(look, row, full.profile.page) else 0
            assert row.left == pytest.approx(full.profile.page.left + look.left + indent, abs=SHORT), row.text


def _is_start(look: Look, row: Row, page: Page) -> bool:
    return row.left > page.left + look.first_line / 2


def test_lines_keep_their_pitch_and_paragraphs_their_gaps(full: Printed) -> None:
    pairs = [(a, b) for found in body(full) for a, b in pairwise(found)]
    measured = set()
    for (above, first), (look, second) in pairs:
        starts = _is_start(look, second, full.profile.page)
        assert pitch(above) == pitch(look)  # else a baseline would not stand as far from the other
        gap = max(above.after, look.before) * MM if starts else 0
        assert second.baseline - first.baseline == pytest.approx(pitch(look) + gap, abs=0.2), second.text
        measured.add((above.style_name, look.style_name, starts))
    assert len(measured) >= 12  # every kind of block was there, under others and with lines of its own


def test_text_is_set_in_the_size_and_style_of_its_block(full: Printed) -> None:
    for look, row in (pair for found in body(full) for pair in found):
        assert row.size == pytest.approx(look.size, abs=0.1), row.text
        assert row.is_italic is look.italic, row.text
        if look.style_name != full.profile.looks["muc_diem"].style_name:
            assert row.is_bold is look.bold, row.text


def test_title_stands_below_the_head_with_the_gaps_of_the_profile(full: Printed) -> None:
    page, looks = full.pages[0], full.profile.looks
    kind, subject = find_row(page, full.words("ten_loai")[0]), find(page, full.tags["trich_yeu"])
    assert len(subject) == len(full.words("trich_yeu"))
    gap = subject[0].baseline - kind.baseline
    before = (looks["ten_loai"].after + looks["trich_yeu"].before) * MM
    assert subject[0].top - kind.bottom == pytest.approx(before, abs=SHORT), gap
    above = max(row.bottom for row in rows(page) if row.bottom < kind.top)
    assert kind.top - above >= looks["ten_loai"].before * MM - SHORT


def test_addressees_stand_below_the_colon(full: Printed) -> None:
    if not full.tags["kinh_gui_muc"]:
        pytest.skip("the profile addresses no document of these kinds")
    page, looks = full.pages[0], full.profile.looks
    label = find_row(page, full.tags["kinh_gui"])
    hanging = looks["kinh_gui"].left - looks["kinh_gui"].hanging
    assert label.left == pytest.approx(full.profile.page.left + hanging, abs=SHORT)
    colon = next(c for c in page.chars if c["text"] == ":" and abs(c["x1"] * MM - label.right) < 0.1)
    for item in full.words("kinh_gui_muc"):
        look = looks["kinh_gui_muc"]
        row = find(page, item)[0]
        assert row.left == pytest.approx(full.profile.page.left + look.left - look.hanging, abs=SHORT)
        assert row.left == pytest.approx(colon["x0"] * MM, abs=0.6)


def test_part_stands_in_two_centred_lines_with_its_own_gaps(press: Press, edition: Edition) -> None:
    page = press.print(edition, "parts").pages[0]
    profile, level = edition.profile, edition.profile.levels["phan"]
    look, text = profile.looks[level.look], profile.looks["doan"]
    first_text, *_ = find(page, SENTENCE)
    assert first_text.baseline < find_row(page, level.form.format(n="I")).baseline
    for figure, name, below, behind in (("I", PARTS[0], "doan", True), ("II", PARTS[1], "muc_1", False)):
        label = find_row(page, level.form.format(n=figure))
        title = find_row(page, name.upper() if level.is_capital else name)
        for row in (label, title):
            assert row.axis == pytest.approx(profile.page.left + profile.page.text_width / 2, abs=0.5)
            assert (row.size, row.is_bold) == (pytest.approx(look.size, abs=0.1), look.bold)
        assert title.baseline - label.baseline == pytest.approx(pitch(look), abs=0.2)
        there = rows(page)
        above, following = there[there.index(label) - 1], there[there.index(title) + 1]
        gap = max(text.after, look.before)  # of two spaces that meet, a word processor leaves the larger
        assert label.baseline - above.baseline == pytest.approx(pitch(look) + gap * MM, abs=0.3)
        before = look.before_text if behind and look.before_text else profile.looks[below].before
        expected = pitch(profile.looks[below]) + max(look.after, before) * MM
        assert following.baseline - title.baseline == pytest.approx(expected, abs=0.3)
