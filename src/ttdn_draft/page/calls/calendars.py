"""The calls of Lịch and Căn cứ: the days of a year, and documents that may be cited."""

from datetime import date
from typing import Any

from ... import api
from ..asked import CallValues
from ..desk import Desk
from ..offsets import put_in_data
from .composing import take_day


def show_year(desk: Desk, asked: CallValues) -> Any:
    """Return the days of a year, as `ttdn-draft calendar --output json` prints them, with shorter sources."""
    found = api.list_days(asked.number("year"), asked.text("province", ""), day=date.today(), shelf=desk.shelf)
    plain = [
        {**day, "source": api.plain_source(day["source"]), "note": api.plain_source(day["note"])}
        for day in found["anniversaries"]
    ]
    return put_in_data({**found, "anniversaries": plain})


def write_for_calendars(desk: Desk, asked: CallValues) -> dict[str, str]:
    """Return the days of a year as a file for calendar programs."""
    given = {"day": date.today(), "shelf": desk.shelf, "language": asked.language}
    return {"text": api.write_ics(asked.number("year"), asked.text("province", ""), **given)}


def search(desk: Desk, asked: CallValues) -> dict[str, Any]:
    """Return the documents that fit a query on a day."""
    day = asked.text("day", "")
    when = take_day(day) if day else date.today()
    given = {"pack": asked.text("province", ""), "shelf": desk.shelf, "language": asked.language}
    hits = api.find_citations(asked.text("query"), when, **given)
    return {"hits": put_in_data(hits)}
