"""Holds the head of a draft against the standard: a Draft and its profile go in, a doubt comes out."""

from ..knowledge.lookup_day import find_lookup_day
from ..knowledge.standards.profile import Profile
from ..messages import N_
from ..model import Draft, Report


def check_head(draft: Draft, profile: Profile, report: Report) -> None:
    """Report a standard that is not in force on the day."""
    day = find_lookup_day(draft)
    if not profile.is_valid_on(day):
        report("W313", ("chuan",), profile=profile.id, day=day or N_("chưa ghi"), since=profile.since)
