"""The foot of the text: recipients, one signature or two, in every form of authority."""

from itertools import pairwise

import pytest

from tests.render.pages.conftest import Press, Printed
from tests.render.pages.documents import Edition
from tests.render.pages.reading import ASCENT, MM, SHORT, SINGLE, Row, find, row_with, rows
from ttdn_draft.knowledge.standards.profile import Line, Look

AXIS = 0.5  # mm
LEVEL = 1.1  # mm: baselines of one line where the sizes differ
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
    assert label.baseline == pytest.approx(block(signed)[0][1].baseline, abs=LEVEL)
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
