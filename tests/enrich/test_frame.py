"""Margins, pitch and pages on both sides: what each standard allows, and how what it does not allow is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import of_input
from tests.render.pages.documents import Edition, plain
from ttdn_draft.knowledge.standards.profiles import list_profiles, load_profile
from ttdn_draft.pipeline import Checked, check_file

PARTY, STATE = load_profile("dang-hd05-2026"), load_profile("nha-nuoc-nd30-2020")


def check(tmp_path: Path, profile: Any, **more: Any) -> Checked:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(plain(Edition(profile)) | more), encoding="utf-8")
    return check_file(file)


def told(checked: Checked) -> list[tuple[str, str]]:
    return [(f.id, f.place.path) for f in of_input(checked.findings) if f.severity == "error"]


@pytest.mark.parametrize("written", ["25/20/35/20", " 25 / 20,0 / 35.0 / 20 ", {"tren": 25, "trai": 35, "phai": 20}])
def test_margins_are_asked_for_in_short_or_by_side(tmp_path: Path, written: Any) -> None:
    checked = check(tmp_path, STATE, le_trang=written)
    assert told(checked) == [] and checked.profile is not None
    page = checked.profile.page
    assert (page.top, page.bottom, page.left, page.right) == (25, 20, 35, 20)


def test_head_stays_where_it_stands_on_the_paper(tmp_path: Path) -> None:
    checked = check(tmp_path, STATE, le_trang="20/20/35/20")
    assert checked.profile is not None
    page, head = checked.profile.page, checked.profile.head
    assert page.left - head.over_left == STATE.page.left - STATE.head.over_left
    assert page.right - head.over_right == STATE.page.right - STATE.head.over_right


@pytest.mark.parametrize("side", ["tren", "duoi", "trai", "phai"])
@pytest.mark.parametrize("step", [-0.5, 0.5])
def test_margin_outside_the_range_is_told_with_place_value_and_range(tmp_path: Path, side: str, step: float) -> None:
    names = {"tren": "top", "duoi": "bottom", "trai": "left", "phai": "right"}
    assert STATE.margins is not None
    bounds = STATE.margins.of(names[side])
    value = (bounds.least if step < 0 else bounds.most) + step
    checked = check(tmp_path, STATE, le_trang={side: value})
    assert told(checked) == [("E383", f"$.le_trang.{side}")]
    facts = checked.findings[0].facts
    assert (facts["value"], facts["range"], facts["clause"]) == (f"{value:g}", str(bounds), STATE.margins.clause)
    assert told(check(tmp_path, STATE, le_trang={side: value - step})) == []


def test_margins_of_the_party_are_fixed(tmp_path: Path) -> None:
    checked = check(tmp_path, PARTY, le_trang="20/20/30/15")
    assert told(checked) == [("E382", "$.le_trang")]
    facts = checked.findings[0].facts
    assert (facts["fixed"], facts["clause"]) == ("20/20/30/15", PARTY.page.clause)


@pytest.mark.parametrize(
    "written", ["20/20/30", "20/20/30/15/1", "a/b/c/d", "2cm/2cm/3cm/2cm", {"tren": "20 mm"}, 20, []]
)
def test_margins_written_otherwise_are_told(tmp_path: Path, written: Any) -> None:
    assert told(check(tmp_path, STATE, le_trang=written))


@pytest.mark.parametrize(("profile", "inside", "outside"), [(PARTY, 18.5, 1.5), (STATE, "1,15", 18)])
def test_pitch_is_that_of_the_range_in_the_unit_of_the_standard(
    tmp_path: Path, profile: Any, inside: Any, outside: float
) -> None:
    checked = check(tmp_path, profile, gian_dong=inside)
    assert told(checked) == [] and checked.profile is not None
    wanted = float(str(inside).replace(",", "."))
    for name in ("doan", "khoan", "gach", "cong", "can_cu", *(v.look for v in profile.levels.values())):
        before, look = profile.looks[name], checked.profile.looks[name]
        is_text = (before.exact, before.multiple) == (profile.looks["doan"].exact, profile.looks["doan"].multiple)
        assert ((look.exact or look.multiple) == wanted) is is_text
    checked = check(tmp_path, profile, gian_dong=outside)
    assert told(checked) == [("E384", "$.gian_dong")]
    facts = checked.findings[0].facts
    assert facts["range"] == str(profile.pitch.bounds) and facts["clause"] == profile.pitch.clause
    for least in (profile.pitch.least, profile.pitch.most):
        assert told(check(tmp_path, profile, gian_dong=least)) == []
    for value in (profile.pitch.least - 0.01, profile.pitch.most + 0.01):
        assert told(check(tmp_path, profile, gian_dong=value)) == [("E384", "$.gian_dong")]


def test_pages_on_both_sides_are_refused_where_the_standard_is_silent(tmp_path: Path) -> None:
    assert told(check(tmp_path, PARTY, hai_mat=True)) == []
    checked = check(tmp_path, STATE, hai_mat=True)
    assert told(checked) == [("E388", "$.hai_mat")]
    assert STATE.both_sides is not None and checked.findings[0].facts["clause"] == STATE.both_sides.clause
    assert told(check(tmp_path, STATE, hai_mat=False)) == []


def test_everything_that_is_wrong_with_the_frame_is_told_at_once(tmp_path: Path) -> None:
    checked = check(tmp_path, STATE, le_trang="1/20/99/15", gian_dong=3, hai_mat=True)
    assert {message for message, _ in told(checked)} == {"E383", "E384", "E388"} and len(told(checked)) == 4


def test_levels_of_every_profile_fit_into_a_list_of_word() -> None:
    for name in list_profiles():
        assert len(load_profile(name).levels) <= 8  # Word has nine, and one is that of the annexes
