"""The foot of the text: recipients, one signature or two, in every form of authority."""

from itertools import pairwise

import pytest

from tests.render.pages.conftest import Press, Printed
from tests.render.pages.documents import NAME, WITHOUT_A_BREAK, Edition, spell
from tests.render.pages.reading import ASCENT, MM, SHORT, SINGLE, Row, find, find_all, row_with, rows
from ttdn_draft.knowledge.standards.layout import Line
from ttdn_draft.knowledge.standards.profile import Look

AXIS = 0.5  # mm
LEVEL = 1.1  # mm: baselines of one line where the sizes differ
SAME_LINE = 0.1  # mm: baselines of one line, whatever the sizes (NĐ 30, PL1 II.9d)
CASES = ("head-1", "head-2", "head-3", "full")


def block(document: Printed, tag: str = "ky") -> list[tuple[Line, Row]]:
    """Return the rows of a signature from above, each with its line of the layout."""
    foot = document.profile.layout.foot
    lines = [line for line in (*foot.left, *foot.right) if line.content.startswith(f"{tag}.")]
    page = document.pages[-1]
    return [(line, row) for line in lines for words in document.words(line.content) for row in find(page, words)]


@pytest.fixture(params=CASES)
def signed(request: pytest.FixtureRequest, press: Press, edition: Edition) -> Printed:
    return press.print(edition, request.param)


@pytest.fixture
def joint(press: Press, edition: Edition) -> Printed:
    return press.print(edition, "head-4")


def test_signature_stands_on_the_axis_of_the_profile(signed: Printed) -> None:
    axis = signed.profile.page.width - signed.profile.page.right - signed.profile.foot.signature / 2
    for _, row in block(signed):
        assert row.axis == pytest.approx(axis, abs=AXIS), row.text


def test_two_signatures_stand_on_the_axes_of_the_halves(joint: Printed) -> None:
    page = joint.profile.page
    for tag, share in (("ky", 3 / 4), ("ky_trai", 1 / 4)):
        found = block(joint, tag)
        assert len(found) >= 2
        for _, row in found:
            assert row.axis == pytest.approx(page.left + page.text_width * share, abs=AXIS), row.text


def test_two_signatures_begin_and_end_on_one_line_and_stay_apart(joint: Printed) -> None:
    left, right = block(joint, "ky_trai"), block(joint, "ky")
    assert left[0][1].baseline == pytest.approx(right[0][1].baseline, abs=SHORT)
    assert max(row.right for _, row in left) < min(row.left for _, row in right)
    assert left[-1][1].baseline == pytest.approx(right[-1][1].baseline, abs=SHORT)  # the names


def test_recipients_stand_under_two_signatures_and_at_the_margin(joint: Printed) -> None:
    label = row_with(joint.pages[-1], joint.words("noi_nhan_nhan")[0])
    assert label.top > max(row.bottom for tag in ("ky", "ky_trai") for _, row in block(joint, tag))
    for words in joint.words("noi_nhan_tiep"):
        assert find(joint.pages[-1], words)[0].left == pytest.approx(joint.profile.page.left, abs=SHORT)


def test_lines_of_a_signature_keep_their_pitch_and_leave_room_to_sign(signed: Printed) -> None:
    looks, found = signed.profile.looks, block(signed)
    for (above, upper), (line, lower) in pairwise(found):
        starts = above.content != line.content
        gap = (looks[above.look].after + looks[line.look].before) * MM if starts else 0
        # a style's space above is printed once, over the first of its lines
        assert lower.baseline - upper.baseline == pytest.approx(_pitch(looks[line.look]) + gap, abs=0.2), lower.text


def _pitch(look: Look) -> float:
    return (look.exact or look.multiple * SINGLE * look.size) * MM


def test_signature_stands_under_the_text_with_the_gap_of_the_profile(signed: Printed) -> None:
    first = block(signed)[0][1]
    above = [row for row in rows(signed.pages[-1]) if row.baseline < first.baseline - LEVEL]
    last, body, look = (
        max(above, key=lambda r: r.baseline),
        signed.profile.looks["doan"],
        signed.profile.looks["quyen_han"],
    )
    gap = (body.after + look.before) * MM
    foot = (SINGLE - ASCENT) * body.size * MM  # and under a line of more than single spacing its air
    foot += 0 if body.exact else _pitch(body) - SINGLE * body.size * MM
    assert first.top - last.baseline == pytest.approx(foot + gap, abs=SHORT)


def test_recipients_label_stands_level_with_the_first_line_of_the_signature(signed: Printed) -> None:
    page, profile = signed.pages[-1], signed.profile
    label = row_with(page, signed.words("noi_nhan_nhan")[0])
    assert label.baseline == pytest.approx(block(signed)[0][1].baseline, abs=SAME_LINE)
    assert label.left == pytest.approx(profile.page.left + profile.looks["noi_nhan_nhan"].left, abs=SHORT)


def test_recipients_hang_at_the_margin_in_their_pitch(signed: Printed) -> None:
    page, look = signed.pages[-1], signed.profile.looks["noi_nhan"]
    found = [find(page, words)[0] for words in signed.words("noi_nhan")]
    assert len(found) >= 4
    for above, below in pairwise(found):
        assert below.baseline - above.baseline == pytest.approx(_pitch(look), abs=0.2)
    for row in found:
        assert row.left == pytest.approx(signed.profile.page.left + look.left - look.hanging, abs=SHORT)


def test_recipients_and_signature_stay_apart(signed: Printed) -> None:
    left = [find(signed.pages[-1], words)[0] for words in signed.words("noi_nhan")]
    assert max(row.right for row in left) < min(row.left for _, row in block(signed))


def test_further_signers_stand_in_rows_with_their_names_on_one_level(press: Press, edition: Edition) -> None:
    document = press.print(edition, "joint-5")
    page, half = edition.profile.page, edition.profile.page.text_width / 2
    sheet = next(sheet for sheet in document.pages if any(find_all(sheet, f"{NAME} {spell(0)}")))
    axes = [page.left + half / 2, page.left + 3 * half / 2]
    names = [find(sheet, f"{NAME} {spell(number)}")[0] for number in range(5)]
    assert [row.axis for row in names] == [pytest.approx(axes[at], abs=AXIS) for at in (1, 0, 0, 1, 0)]
    first, second, third = (names[at].baseline for at in (0, 2, 4))
    assert (names[1].baseline, names[3].baseline) == (pytest.approx(first, abs=SHORT), pytest.approx(second, abs=SHORT))
    assert first < second < third < row_with(sheet, document.words("noi_nhan_nhan")[0]).baseline
    wrapped = find(sheet, WITHOUT_A_BREAK)
    assert len(wrapped) == 2 and names[0].bottom < wrapped[0].top
