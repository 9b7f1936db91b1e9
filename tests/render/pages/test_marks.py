"""The marks of page 1 and of the last page: circulation, draft, urgency, contact, ban on publication, drafter."""

import pytest

from tests.render.pages.conftest import Press, Printed
from tests.render.pages.documents import LAST_NOTE, Edition
from tests.render.pages.reading import MM, SHORT, SINGLE, Row, find, find_all, find_row, row_with, rows, strokes

DRAFTER_MARKS = {"dang-hd05-2026": "LeDuc-26", "dang-hd36-2018": "LÊ ĐỨC-26", "nha-nuoc-nd30-2020": "PL.(300)"}
CLEAR, UNPRINTED = 1.5, 4.2  # mm: a distance that is seen, and what printers leave at the edge of the paper


def lines_of(document: Printed, tag: str) -> list[tuple[int, Row]]:
    """Return the rows of a tag, each with the number of its page."""
    return [
        (number, row)
        for words in document.words(tag)
        for number, page in enumerate(document.pages, 1)
        for row in next(find_all(page, words), [])
    ]


def test_circulation_stands_over_the_head_at_the_right_on_page_one_alone(headed: Printed) -> None:
    found = lines_of(headed, "luu_hanh")
    assert [number for number, _ in found] == ([1] if headed.tags["luu_hanh"] else [])
    page, look = headed.profile.page, headed.profile.looks["luu_hanh"]
    for _, row in found:
        frame = next((s.height for s in headed.profile.shapes.values() if s.follows == "luu_hanh"), 0)
        assert row.right == pytest.approx(page.width - page.right - look.right, abs=SHORT)
        # a frame begins at that height, words without one stand there themselves
        top = page.number_from_top + (frame - SINGLE * look.size * MM) / 2 if frame else page.number_from_top
        assert row.top == pytest.approx(top, abs=0.8)
        assert row.bottom < page.top


def test_draft_mark_stands_where_the_layout_puts_it(full: Printed) -> None:
    row, page = find_row(full.pages[0], full.tags["du_thao"]), full.profile.page
    number = find_row(full.pages[0], full.tags["so_ky_hieu"])
    if any(line.content == "du_thao" for line in full.profile.layout.above_first):
        assert row.top == pytest.approx(page.number_from_top, abs=0.5)
        assert row.right == pytest.approx(page.width - page.right, abs=SHORT)
    else:
        assert row.axis == pytest.approx(number.axis, abs=0.5)
        assert row.baseline - number.baseline == pytest.approx(SINGLE * row.size * MM, abs=0.3)


def test_urgency_stands_under_the_number_on_its_axis(headed: Printed) -> None:
    for _, row in lines_of(headed, "do_khan"):
        number = find_row(headed.pages[0], headed.tags["so_ky_hieu"])
        assert row.axis == pytest.approx(number.axis, abs=0.5)
        assert number.baseline < row.capital_top


def test_contact_stands_at_the_foot_of_its_page_under_a_line_of_the_text_width(press: Press, edition: Edition) -> None:
    profile, page = edition.profile, edition.profile.page
    on_first = any(line.content == "lien_he" for line in profile.layout.below_first)
    for name in ("full", "head-3"):
        document = press.print(edition, name)
        found = lines_of(document, "lien_he")
        assert {number for number, _ in found} == {1 if on_first else len(document.pages)}
        sheet, first, last = document.pages[found[0][0] - 1], found[0][1], found[-1][1]
        rule = max((s for s in strokes(sheet) if s.y < first.top), key=lambda s: s.y)
        assert rule.length == pytest.approx(page.text_width, abs=0.3)
        assert rule.left == pytest.approx(page.left, abs=SHORT)
        assert rule.thickness == pytest.approx(profile.looks["lien_he"].rule_above, abs=0.05)
        assert first.axis == pytest.approx(page.left + page.text_width / 2, abs=0.5)
        end = profile.looks["lien_he"].at_page_end
        assert last.bottom == pytest.approx(page.height - (page.number_from_top if end is None else end), abs=0.8)
        others = [row for row in rows(sheet) if row not in [row for _, row in found]]
        assert all(row.bottom < rule.y or row.top > last.baseline for row in others)


@pytest.mark.parametrize("name", ["noted", "noted-high", "noted-unpublished"])
def test_contact_and_ban_keep_clear_of_the_notes_of_their_page(press: Press, edition: Edition, name: str) -> None:
    document = press.print(edition, name)
    assert len(document.pages) == 1
    (sheet,) = document.pages
    note, first, last = (
        row_with(sheet, words) for words in (LAST_NOTE, document.words("lien_he")[0], document.words("lien_he")[-1])
    )
    rule = max((s for s in strokes(sheet) if s.y < first.top), key=lambda s: s.y)
    assert rule.length == pytest.approx(edition.profile.page.text_width, abs=0.3)
    signer = find_row(sheet, document.tags["ky"]["ho_ten"])
    others = [row for row in rows(sheet) if not rule.y < row.baseline < last.baseline + SHORT]
    assert all(row.bottom < rule.y - CLEAR or row.top > last.bottom for row in others)
    if name == "noted":  # at the end of its page
        assert note.bottom < rule.y - CLEAR
    assert signer.bottom < rule.y
    assert edition.profile.page.height - last.bottom > UNPRINTED


def test_ban_on_publication_stands_at_its_place_on_the_last_page(press: Press, edition: Edition) -> None:
    profile, page = edition.profile, edition.profile.page
    if not profile.prints("khong_pho_bien"):
        pytest.skip("the profile does not print it")
    look = profile.looks["khong_pho_bien"]
    for name in ("full", "head-2"):
        document = press.print(edition, name)
        ((number, row),) = lines_of(document, "khong_pho_bien")
        assert number == len(document.pages)
        assert row.axis == pytest.approx(page.left + page.text_width / 2, abs=0.5)
        if look.at_page_end is not None:
            assert row.bottom == pytest.approx(page.height - look.at_page_end, abs=0.5), name
        else:
            last = max(r.bottom for r in rows(document.pages[-1]) if r.bottom < row.top)
            signer = find(document.pages[-1], document.tags["ky"]["ho_ten"])[0]
            assert row.top > signer.bottom
            if name == "head-2":
                assert row.top - last == pytest.approx(look.before * MM, abs=0.5)


def test_drafter_mark_ends_the_recipients(full: Printed) -> None:
    page, profile = full.pages[-1], full.profile
    mark = DRAFTER_MARKS[profile.id]
    last = full.words("noi_nhan")[-1]
    if profile.drafter.is_in_archive_line:
        assert last.endswith(mark)
        row = row_with(page, mark)  # in one piece
        assert row.size == pytest.approx(profile.looks["noi_nhan"].size, abs=0.1)
    else:
        row, above = find_row(page, mark), find(page, last)[-1]
        assert row.size == pytest.approx(profile.looks["nguoi_soan"].size, abs=0.1)
        assert row.top >= above.baseline
        assert row.left == pytest.approx(profile.page.left, abs=SHORT)
