"""The lines of the head: number and symbol, place and date, addressees, with the blanks of a draft."""

from ..knowledge.standards.dates import pad
from ..knowledge.standards.profile import Kind, Profile
from ..model import Draft, Report
from .lines import punctuate

BLANK = "\N{NO-BREAK SPACE}" * 6
"""Room for a number written by hand; no-break, so that a blank never moves to the next line."""


def format_document_number(draft: Draft, profile: Profile) -> str:
    """Return the number of the document, or a blank."""
    return BLANK if draft.number is None else pad(int(draft.number), profile.padding.number_below)


def build_symbol(draft: Draft, profile: Profile, kind: Kind) -> str:
    """Return the symbol as typed, or put together of kind and body: `HD/BTGDVTU`, `KH-UBND`."""
    return draft.symbol or profile.write_symbol(kind, draft.issuer.symbol)


def build_number_line(draft: Draft, profile: Profile, kind: Kind) -> str:
    """Return number and symbol: `Số 05-HD/VPTW`, or with a blank for the number."""
    return profile.words["so_ky_hieu"].value.format(
        so=format_document_number(draft, profile), ky_hieu=build_symbol(draft, profile, kind)
    )


def build_place_date(draft: Draft, profile: Profile, report: Report) -> str:
    """Return place and date; day and month padded as the standard says, blanks where the date is open."""
    if not draft.place_name:
        report("W321", ("dia_danh",))
    words = profile.words["dia_danh_ngay"].value
    return words.format(dia_danh=(draft.place_name or BLANK * 2).rstrip(" ,;."), **date_figures(draft, profile))


def date_figures(draft: Draft, profile: Profile) -> dict[str, str]:
    """Return day, month and year under the names that the forms of a profile use."""
    day = draft.issue_date
    if day is None:
        return {"ngay": BLANK, "thang": BLANK, "nam": BLANK}
    return {"ngay": BLANK, "thang": BLANK} | profile.dates.figures(day)


def build_addressees(draft: Draft, profile: Profile, kind: Kind, report: Report) -> tuple[str, tuple[str, ...]]:
    """Return the line `Kính gửi: …`, and the list under it where there are several addressees."""
    if not draft.addressees:
        return "", ()
    if not kind.is_addressed:
        report("E223", ("kinh_gui",), kind=kind.name.lower(), profile=profile.id)
        return "", ()
    words = profile.words["kinh_gui"].value
    if len(draft.addressees) == 1:
        return words.format(noi=draft.addressees[0]), ()
    marks = profile.marks["kinh_gui"]
    return words.format(noi="").rstrip(), punctuate(list(draft.addressees), marks)
