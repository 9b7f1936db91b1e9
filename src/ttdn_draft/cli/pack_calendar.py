"""The calendar of a pack, for `ttdn-draft packs show`: a pack goes in, its days and what they replace are printed."""

from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Place
from ..messages import N_
from .language import translated
from .report import echo, print_findings

if TYPE_CHECKING:
    from ..knowledge.days.anniversaries import Anniversary
    from ..packs import PackShelf

TITLE = N_("Ngày kỷ niệm")
REPLACES = N_("thay «{name}» của {pack}")
UNVERIFIED, PROPOSED = N_("chưa xác minh"), N_("mới đề xuất")
COUNT = N_("{unverified} trong {all} ngày kỷ niệm, nhóm chưa xác minh")


def print_calendar(shelf: "PackShelf", pack: str, over: str = "") -> None:
    """Print the days of a pack with what they replace, and what packs say against each other; no days without any.

    Where the pack of a commune lies `over` it, the days are those of that.
    """
    from ..knowledge.days.anniversaries import Calendar
    from ..knowledge.days.contradictions import list_replacements
    from ..packs.calendars import load_almanac

    almanac, findings = load_almanac(shelf, pack, Path(), Place(), over)
    own = next((layer.calendar for layer in almanac.layers if layer.name == (over or pack)), Calendar())
    entries = own.all_entries()
    if not entries:
        print_findings(findings, err=True)
        return
    hidden = {
        change.entry.id: translated(REPLACES, name=change.hidden.name, pack=change.hidden_pack)
        for change in list_replacements(almanac.layers)
    }
    echo(f"\n{translated(TITLE)}:")
    for entry in own.anniversaries:
        echo(_line(entry, hidden.get(entry.id, "")))
    unverified = sum(not entry.is_verified for entry in entries)
    echo(translated(COUNT, unverified=unverified, all=len(entries)))
    print_findings(findings, err=True)


def _line(entry: "Anniversary", replaces: str) -> str:
    when = str(entry.origin or "") or f"{entry.yearly_day}/{entry.yearly_month}"
    period = str(entry.period) if entry.since or entry.until else ""
    marks = ((replaces, replaces), (entry.is_proposed, PROPOSED), (not entry.is_verified, UNVERIFIED))
    remarks = [f"[{translated(words)}]" for holds, words in marks if holds]
    return "  " + "  ".join(part for part in (entry.id, entry.title, when, period, *remarks) if part)
