"""Holds the head of a draft against the standard: a Draft and its profile go in, doubts come out."""

from ..knowledge.lookup_day import find_lookup_day
from ..knowledge.standards.profile import Profile
from ..messages import N_
from ..model import Draft, Report


def check_head(draft: Draft, profile: Profile, report: Report) -> None:
    """Report a standard that is not in force on the day, and a symbol that is not the one of kind and body."""
    day = find_lookup_day(draft)
    if not profile.is_valid_on(day):
        report("W313", ("chuan",), profile=profile.id, day=day or N_("chưa ghi"), since=profile.since)
    symbol = draft.issuer.symbol
    if "/" in symbol:
        report("W322", ("co_quan", "ky_hieu"), typed=symbol, part=symbol.rsplit("/", 1)[1])
    computed = profile.write_symbol(profile.find_kind(draft.kind), symbol)
    if draft.symbol and draft.symbol != computed:
        report("W320", ("ky_hieu",), typed=draft.symbol, computed=computed)
