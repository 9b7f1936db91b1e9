"""The head of page 1: its two columns, their axes and what stands level in them."""

from itertools import pairwise

import pytest

from tests.render.pages.conftest import Press, Printed
from tests.render.pages.documents import Edition
from tests.render.pages.reading import MM, SHORT, SINGLE, Row, find, rows, strokes
from ttdn_draft.knowledge.standards import fonts
from ttdn_draft.knowledge.standards.columns import CLEARANCE_MM

LEVEL = 1.1  # mm: baselines of one line where the sizes differ
AXIS = 0.5  # mm


def column(document: Printed, side: str) -> list[Row]:
    """Return the rows of a column of the head, from above."""
    pairs = document.profile.layout.head
    lines = [line for pair in pairs for line in (pair.left if side == "left" else pair.right)]
    return [
        row
        for line in lines
        if line.content not in document.profile.shapes
        for words in document.words(line.content)
        for row in find(document.pages[0], words)
    ]


def test_rows_of_a_column_stand_on_one_axis(headed: Printed) -> None:
    for side in ("left", "right"):
        found = column(headed, side)
        if _is_flush(headed) and side == "right" and found[-1].width > found[0].width:
            continue
        axes = [row.axis for row in found]
        assert max(axes) - min(axes) < AXIS + CLEARANCE_MM / 2, (side, axes)


def test_date_of_which_the_year_alone_is_known_stands_on_one_line(press: Press, edition: Edition) -> None:
    draft = press.print(edition, "year")
    (words,) = draft.words("dia_danh_ngay")
    assert words.endswith(f"năm {edition.day.year}")
    assert "\N{NO-BREAK SPACE}" in words
    pieces = find(draft.pages[0], words)  # a wide gap parts a row
    assert max(row.baseline for row in pieces) - min(row.baseline for row in pieces) < LEVEL


def _is_flush(document: Printed) -> bool:
    return any(
        document.profile.looks[line.look].align == "right"
        for pair in document.profile.layout.head
        for line in pair.right
    )


def test_title_of_the_party_and_its_line_are_flush_with_the_margin_whatever_the_date(headed: Printed) -> None:
    if not _is_flush(headed):
        pytest.skip("only the title of the Party stands at the margin")
    title, day = column(headed, "right")
    edge = headed.profile.page.width - headed.profile.page.right
    assert title.right == pytest.approx(edge, abs=SHORT)
    line = strokes(headed.pages[0])[0]
    assert (line.left, line.right) == (pytest.approx(title.left, abs=SHORT), pytest.approx(edge, abs=SHORT))
    assert day.right <= edge + SHORT
    assert day.right == pytest.approx(edge, abs=0.8) or day.axis == pytest.approx(
        title.axis, abs=AXIS + CLEARANCE_MM / 2
    )


def test_axes_of_a_short_head_are_those_of_the_profile(press: Press, edition: Edition) -> None:
    document, page, head = press.print(edition, "head-1"), edition.profile.page, edition.profile.head
    left = page.left - head.over_left + head.left / 2
    right = page.width - page.right + head.over_right - head.right / 2
    assert column(document, "left")[0].axis == pytest.approx(left, abs=AXIS)
    assert column(document, "right")[0].axis == pytest.approx(right, abs=AXIS)


def test_columns_stay_on_the_page_and_apart(headed: Printed) -> None:
    page, head = headed.profile.page, headed.profile.head
    left, right = column(headed, "left"), column(headed, "right")
    assert min(row.left for row in left) >= page.left - head.over_left - SHORT
    assert max(row.right for row in right) <= page.width - page.right + head.over_right + SHORT
    assert max(row.right for row in left) < min(row.left for row in right) - 1


def test_head_begins_at_the_upper_margin_also_below_marks(full: Printed) -> None:
    wanted = max(full.profile.page.top, full.profile.page.number_from_top + _height_of_marks(full))
    for side in ("left", "right"):
        assert column(full, side)[0].top == pytest.approx(wanted, abs=2 * SHORT)


def _height_of_marks(document: Printed) -> float:
    """Return the height in mm of all that stands above the head; where the margin is lower, the head gives way."""
    looks = [document.profile.looks[line.look] for line in document.profile.layout.above_first]
    return sum(look.before + (look.exact or SINGLE * look.size) + look.after for look in looks) * MM


def test_names_of_bodies_follow_each_other_in_single_lines(headed: Printed) -> None:
    page, count = headed.pages[0], len(headed.words("co_quan"))
    names = [row for tag in ("cap_tren", "co_quan") for words in headed.words(tag) for row in find(page, words)]
    assert len(names) == 2 * count  # none of them is broken
    for above, below in pairwise(names):
        size = headed.profile.looks["co_quan"].size
        assert below.baseline - above.baseline == pytest.approx(SINGLE * size * MM, abs=0.2)


def test_long_issuer_stays_on_one_row_where_the_date_leaves_it_room(full: Printed) -> None:
    look, page, head = full.profile.looks["co_quan"], full.profile.page, full.profile.head
    words = " ".join(full.words("co_quan"))
    found, right = find(full.pages[0], words), column(full, "right")
    room = page.text_width + head.over_left + head.over_right - max(head.right, *(row.width for row in right))
    width = fonts.width_mm(words, look.face, look.size)
    assert (len(found) == 1) is (width < room - 3)
    assert [row.text for row in found] == [line.replace(" ", "") for line in full.words("co_quan")]


def test_place_and_date_stay_on_one_row_whatever_the_place(headed: Printed) -> None:
    assert len(find(headed.pages[0], headed.tags["dia_danh_ngay"])) == 1
    assert len(find(headed.pages[0], headed.tags["so_ky_hieu"])) == 1


def test_number_and_date_stand_level_where_the_layout_puts_them_in_one_row(headed: Printed) -> None:
    page = headed.pages[0]
    number, day = (find(page, headed.tags[tag])[0] for tag in ("so_ky_hieu", "dia_danh_ngay"))
    shared = any(
        {"so_ky_hieu"} <= {line.content for line in pair.left}
        and {"dia_danh_ngay"} <= {line.content for line in pair.right}
        and pair.left[0].content == "so_ky_hieu"
        for pair in headed.profile.layout.head
    )
    assert shared is (headed.profile.standard == "nha-nuoc")
    if shared:
        assert number.baseline == pytest.approx(day.baseline, abs=LEVEL)


def test_gaps_under_the_title_are_those_of_the_profile(headed: Printed) -> None:
    page, looks = headed.pages[0], headed.profile.looks
    day = find(page, headed.tags["dia_danh_ngay"])[0]
    right = [row for row in column(headed, "right") if row.baseline < day.baseline]
    if headed.profile.standard == "dang":
        carrier = looks["ke_tieu_de"].exact
        assert carrier is not None
        gap = day.top - right[-1].bottom
        assert gap == pytest.approx((carrier + looks["dia_danh_ngay"].before) * MM, abs=SHORT)


def test_kind_and_subject_stand_on_the_axis_of_the_text(headed: Printed) -> None:
    page = headed.profile.page
    axis = page.left + page.text_width / 2
    subject = find(headed.pages[0], headed.tags["trich_yeu"])
    for row in (*find(headed.pages[0], headed.tags["ten_loai"]), *subject):
        assert row.axis == pytest.approx(axis, abs=AXIS), row.text
    assert len(subject) >= len(headed.words("trich_yeu"))


def test_kind_stands_below_the_whole_head(headed: Printed) -> None:
    kind = find(headed.pages[0], headed.tags["ten_loai"])[0]
    lowest = max(row.bottom for side in ("left", "right") for row in column(headed, side))
    below = [row for row in rows(headed.pages[0]) if lowest < row.baseline < kind.baseline]
    assert below == []
    assert kind.top - lowest >= headed.profile.looks["ten_loai"].before * MM - SHORT
