"""The frame of the pages that the author asks for: a profile and a Draft go in, a profile with that frame comes out."""

from collections.abc import Iterator

from ..errors import Finding, InputError
from ..knowledge.standards.profile import Profile
from ..knowledge.standards.ranges import MARGIN_KEYS
from ..messages import N_
from ..model import AskedFrame, Draft, Source

MARGIN_NAMES = {"tren": N_("lề trên"), "duoi": N_("lề dưới"), "trai": N_("lề trái"), "phai": N_("lề phải")}
LINE_UNIT, POINT_UNIT = N_("lần dòng đơn"), N_("pt")


def frame_profile(profile: Profile, draft: Draft, source: Source) -> Profile:
    """Return the profile with margins and pitch of the draft.

    Raises InputError for what its standard does not allow.
    """
    if findings := [*_check_margins(profile, draft, source), *_check_rest(profile, draft, source)]:
        raise InputError.of(findings)
    margins = _asked_margins(draft)
    framed = profile.with_margins({MARGIN_KEYS[key]: value for key, value in margins.items()}) if margins else profile
    return framed if draft.line_pitch is None else framed.with_pitch(draft.line_pitch)


def asked_frame(draft: Draft) -> AskedFrame:
    """Return what of the frame the draft asks for."""
    return AskedFrame(bool(_asked_margins(draft)), draft.line_pitch is not None, draft.has_both_sides)


def _asked_margins(draft: Draft) -> dict[str, float]:
    """Return the margins that the draft names, in mm, under their keys."""
    asked = ((key, getattr(draft.margins, side)) for key, side in MARGIN_KEYS.items()) if draft.margins else ()
    return {key: value for key, value in asked if value is not None}


def _check_margins(profile: Profile, draft: Draft, source: Source) -> Iterator[Finding]:
    margins, page = _asked_margins(draft), profile.page
    if profile.margins is None:
        fixed = "/".join(f"{getattr(page, side):g}" for side in MARGIN_KEYS.values())
        if margins:
            facts = {"profile": profile.id, "fixed": fixed, "clause": page.clause}
            yield Finding("E382", source.place(("le_trang",)), facts)
        return
    for key, value in margins.items():
        bounds = profile.margins.of(MARGIN_KEYS[key])
        if not bounds.hold(value):
            facts = {
                "what": MARGIN_NAMES[key],
                "value": f"{value:g}",
                "range": str(bounds),
                "clause": profile.margins.clause,
            }
            yield Finding("E383", source.place(("le_trang", key)), facts)


def _check_rest(profile: Profile, draft: Draft, source: Source) -> Iterator[Finding]:
    pitch, both = draft.line_pitch, profile.both_sides
    unit = POINT_UNIT if profile.looks["doan"].exact else LINE_UNIT
    if pitch is not None and not (profile.pitch and profile.pitch.bounds.hold(pitch)):
        look = profile.looks["doan"]
        only = look.exact or look.multiple
        range_ = str(profile.pitch.bounds) if profile.pitch else f"{only:g}"
        clause = profile.pitch.clause if profile.pitch else look.clause
        facts = {"value": f"{pitch:g}", "range": range_, "unit": unit, "clause": clause}
        yield Finding("E384", source.place(("gian_dong",)), facts)
    if draft.has_both_sides and not (both and both.is_allowed):
        facts = {"profile": profile.id, "clause": both.clause if both else profile.page.clause}
        yield Finding("E388", source.place(("hai_mat",)), facts)
