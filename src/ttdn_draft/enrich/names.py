"""Holds the names of a draft against their time: a Draft goes in, doubts about symbol and place come out."""

from datetime import date
from itertools import pairwise

from ..knowledge.names import fold_name, fold_plain
from ..knowledge.organs import Organ, doubt_about, find_organ, list_names_with_comma, list_organs
from ..knowledge.provinces import find_former, find_province
from ..messages import N_
from ..model import Draft, Report

BELOW_PROVINCE = ("XÃ", "PHƯỜNG", "ĐẶC KHU")  # their names live on where a province has lost the same one
PROVINCE_COMMITTEE, CITY_COMMITTEE = "tinh uy", "thanh uy"  # folded as knowledge/names.py does
NO_LONGER = N_("không còn cơ quan này")
UNSURE = N_(" (mốc suy ra, chưa thấy quyết định)")


def check_names(draft: Draft, report: Report) -> None:
    """Doubt a name torn by a comma, and a symbol and a place that were not those of the day.

    A pack answers for its own names, and a draft without a date has no day yet.
    """
    _check_torn(draft.recipients or (), report)
    if draft.issue_date is None or draft.issuer.id:
        return
    _check_symbol(draft, draft.issue_date, report)
    if draft.place_name and not any(word in draft.issuer.name.upper() for word in BELOW_PROVINCE):
        _check_place(draft.place_name, draft.issue_date, report)


def _check_torn(recipients: tuple[str, ...], report: Report) -> None:
    """Report two recipients that are one organ: [Sở Văn hóa, Thể thao và Du lịch]."""
    names = [fold_name(name) for name in list_names_with_comma()] if len(recipients) > 1 else []
    for index, (first, second) in enumerate(pairwise(recipients), 1):
        whole, pair = fold_name(first), fold_name(f"{first.rstrip(' ;,.')}, {second}")
        if any(pair.startswith(name) and not whole.startswith(name) for name in names):
            report("W334", ("noi_nhan", index), name=second)


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
