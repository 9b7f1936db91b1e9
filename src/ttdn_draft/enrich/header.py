"""The lines of the head: number and symbol, place and date, with the blanks of a draft."""

from ..knowledge.profiles import Kind, Profile
from ..model import Draft, Report

BLANK = "\N{NO-BREAK SPACE}" * 6
"""Room for a number written by hand; no-break, so that a blank never moves to the next line."""


def pad(number: int, below: int) -> str:
    """Return a number, with a leading zero where it is below the limit of the standard."""
    return f"{number:02d}" if number < below else str(number)


def build_number_line(draft: Draft, profile: Profile, kind: Kind, report: Report) -> str:
    """Return number and symbol: `Số 05-HD/VPTW`, or with a blank for the number."""
    computed = f"{kind.symbol}/{draft.issuer.symbol}"
    if draft.symbol and draft.symbol != computed:
        report("W320", ("ky_hieu",), typed=draft.symbol, computed=computed)
    number = BLANK if draft.number is None else pad(int(draft.number), profile.padding.number_below)
    return profile.words["so_ky_hieu"].value.format(so=number, ky_hieu=draft.symbol or computed)


def build_place_date(draft: Draft, profile: Profile, report: Report) -> str:
    """Return place and date; day and month padded as the standard says, blanks where the date is open."""
    if not draft.place_name:
        report("W321", ("dia_danh",))
    day, month, year = (BLANK, BLANK, BLANK)
    if draft.issue_date:
        day = pad(draft.issue_date.day, profile.padding.day_below)
        month, year = pad(draft.issue_date.month, profile.padding.month_below), str(draft.issue_date.year)
    words = profile.words["dia_danh_ngay"].value
    return words.format(dia_danh=(draft.place_name or BLANK * 2).rstrip(" ,;."), ngay=day, thang=month, nam=year)
