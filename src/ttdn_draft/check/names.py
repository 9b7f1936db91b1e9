"""Holds the names of a draft against their time: a Draft goes in, doubts about symbol and place come out."""

from datetime import date

from ..knowledge.lookup_day import find_lookup_day
from ..knowledge.names import fold_plain
from ..knowledge.places.organs import Doubt, ListedOrgan, doubt_about, find_organ, list_organs
from ..knowledge.places.provinces import find_former, find_province
from ..messages import N_
from ..model import Draft, Report

BELOW_PROVINCE = ("XÃ", "PHƯỜNG", "ĐẶC KHU")  # their names live on where a province has lost the same one
PROVINCE_COMMITTEE, CITY_COMMITTEE = "tinh uy", "thanh uy"  # folded as knowledge/names.py does
NO_LONGER = N_("không còn cơ quan này")
UNSURE = N_(" (mốc suy ra, chưa thấy quyết định)")
UNSEEN = N_(" (chưa tìm thấy nguồn)")
TITLES = ("Tỉnh ủy", "Thành ủy")  # a city's organ is listed under the name of a province's


def check_names(draft: Draft, report: Report) -> None:
    """Report a symbol or a place that was not in use on the day.

    A pack answers for its own names, and a draft without a date has no day yet.
    """
    day = find_lookup_day(draft)
    if day is None or draft.issuer.id:
        return
    _check_symbol(draft, day, report)
    if draft.place_name and not any(word in draft.issuer.name.upper() for word in BELOW_PROVINCE):
        _check_place(draft.place_name, day, report)


def _check_symbol(draft: Draft, day: date, report: Report) -> None:
    symbol = draft.issuer.symbol
    bearers = [o for o in list_organs(symbol, draft.standard) if _is_of_its_level(o, draft)]
    now = [found for organ in bearers if (found := find_organ(organ.id, day))]
    if doubt := next(filter(None, (_find_doubt(organ, symbol, day) for organ in now)), None):
        other = doubt.other if doubt.organ.symbol == symbol else doubt.organ
        facts: dict[str, object] = {"day": day, "earliest": doubt.earliest, "latest": doubt.latest}
        report("W373", ("co_quan",), symbol=symbol, other=_show(other, draft), **facts)
    elif bearers and not any(day in organ.period for organ in bearers):
        organ = now[0] if now else None
        facts = {"day": day, "now": _show(organ, draft), "doubt": _doubt(organ, day)}
        report("W397", ("co_quan",), symbol=symbol, name=bearers[0].name, **facts)


def _find_doubt(organ: ListedOrgan, symbol: str, day: date) -> Doubt | None:
    """Return the doubt about the name of an organ on a day, for the organ that bears or may bear a symbol."""
    doubt = doubt_about(organ, day)
    return doubt if doubt and doubt.other and symbol in (organ.symbol, doubt.other.symbol) else None


def _is_of_its_level(organ: ListedOrgan, draft: Draft) -> bool:
    """Tell whether an organ fits the head: an organ of a thành ủy cannot stand under a tỉnh ủy."""
    return not (PROVINCE_COMMITTEE in _fold_head(draft) and CITY_COMMITTEE in fold_plain(organ.name))


def _fold_head(draft: Draft) -> str:
    return fold_plain(f"{draft.issuer.parent_body} {draft.issuer.name}")


def _show(organ: ListedOrgan | None, draft: Draft) -> str:
    if organ is None:
        return NO_LONGER
    name = organ.name.replace(*TITLES) if CITY_COMMITTEE in _fold_head(draft) else organ.name
    return f"{name} ({organ.symbol})"


def _doubt(organ: ListedOrgan | None, day: date) -> str:
    """Return the words that say how sure the name of the day is."""
    if organ and doubt_about(organ, day):
        return UNSURE
    return "" if organ is None or organ.is_verified else UNSEEN


def _check_place(name: str, day: date, report: Report) -> None:
    former = find_former(name, day)
    now = find_province(former.id, day) if former else None
    if former and now:
        report("W398", ("dia_danh",), name=former.name, day=day, now=now.name, until=former.period.end)
