"""The calls of Soạn mới: what may be chosen, what would be used, and the new file."""

from datetime import date
from typing import Any

from ... import api
from ...output import make_folder, write_whole
from ..asked import CallValues
from ..desk import Desk
from ..files import find_free_name
from ..offsets import put_in_data
from ..refusals import malformed


def find_day(year: int) -> date:
    """Return the day on which names and bases are looked up: today, or the day of the year that is nearest to it."""
    try:
        return min(max(date.today(), date(year, 1, 1)), date(year, 12, 31))
    except ValueError:
        raise malformed("year") from None


def offer(desk: Desk, asked: CallValues) -> Any:
    """Return what may be chosen: communes, organs and signers of a province on the day."""
    day = asked.text("day", "")
    return put_in_data(
        api.list_choices(
            day=take_day(day) if day else date.today(),
            province=asked.text("province", ""),
            commune=asked.text("commune", ""),
            organ=asked.text("organ", ""),
            shelf=desk.shelf,
            language=asked.language,
        )
    )


def take_day(text: str) -> date:
    """Return a day that the page sends as 2027-03-01; raises RefusedError for any other text."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise malformed("day") from None


def try_out(desk: Desk, asked: CallValues) -> Any:
    """Return what a new draft would use; nothing is written."""
    return put_in_data(api.plan(**_read_order(asked), shelf=desk.shelf, language=asked.language))


def write_draft(desk: Desk, asked: CallValues) -> dict[str, str]:
    """Write a new draft, never over an old one."""
    order = _read_order(asked)
    name = api.plan(**order, shelf=desk.shelf, language=asked.language).name
    text = api.compose(**order, **desk.sources, language=asked.language).text
    return keep_new(asked, name, text)


def keep_new(asked: CallValues, name: str, text: str) -> dict[str, str]:
    """Write a new file of the folder under a name that is free, and return how the page calls it."""
    make_folder(asked.work.folder)
    path = find_free_name(asked.work.find(name))
    write_whole(path, text.encode("utf-8"))
    return {"path": asked.work.name(path), "name": path.name}


def _read_order(asked: CallValues) -> dict[str, Any]:
    year = asked.number("year")
    return {
        "kind": asked.text("kind"),
        "pack": asked.text("province"),
        "year": year,
        "day": find_day(year),
        "standard": asked.text("system", "") or None,
        "organ": asked.text("organ", ""),
        "signer": asked.text("signer", ""),
        "commune": asked.text("commune", ""),
    }
