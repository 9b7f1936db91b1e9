"""Holds the names of a draft against their time: a Draft goes in, doubts about symbol and place come out."""

from datetime import date

from ..knowledge.names import fold_plain
from ..knowledge.organs import Organ, doubt_about, find_organ, list_organs
from ..knowledge.provinces import find_former, find_province
from ..messages import N_
from ..model import Draft, Report

BELOW_PROVINCE = ("XÃ", "PHƯỜNG", "ĐẶC KHU")  # their names live on where a province has lost the same one
PROVINCE_COMMITTEE, CITY_COMMITTEE = "tinh uy", "thanh uy"  # folded as knowledge/names.py does
NO_LONGER = N_("không còn cơ quan này")
UNSURE = N_(" (mốc suy ra, chưa thấy quyết định)")


def check_names(draft: Draft, report: Report) -> None:
    """Doubt a symbol and a place that were not those of the day; a pack answers for its own, a draft has no day yet."""
    if draft.issue_date is None or draft.issuer.id:
        return
    _check_symbol(draft, draft.issue_date, report)
    if draft.place_name and not any(word in draft.issuer.name.upper() for word in BELOW_PROVINCE):
        _check_place(draft.place_name, draft.issue_date, report)


def _check_symbol(draft: Draft, day: date, report: Report) -> None:
    bearers = [o for o in list_organs(draft.issuer.symbol, draft.standard) if _is_of_its_level(o, draft)]
    if not bearers or any(day in organ.period for organ in bearers):
        return
    now = next((found for organ in bearers if (found := find_organ(organ.id, day))), None)
    facts = {"symbol": draft.issuer.symbol, "name": bearers[0].name, "day": day}
    report("W397", ("co_quan",), now=_show(now), doubt=UNSURE if now and doubt_about(now, day) else "", **facts)


def _is_of_its_level(organ: Organ, draft: Draft) -> bool:
    """Tell whether an organ can be the issuer: that of a thành ủy is none of a tỉnh ủy."""
    head = fold_plain(f"{draft.issuer.parent_body} {draft.issuer.name}")
    return not (PROVINCE_COMMITTEE in head and CITY_COMMITTEE in fold_plain(organ.name))


def _show(organ: Organ | None) -> str:
    return f"{organ.name} ({organ.symbol})" if organ else NO_LONGER


def _check_place(name: str, day: date, report: Report) -> None:
    former = find_former(name, day)
    now = find_province(former.id, day) if former else None
    if former and now:
        report("W398", ("dia_danh",), name=former.name, day=day, now=now.name, until=former.period.end)
