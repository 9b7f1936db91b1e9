"""Brings the anniversaries of a trade: the file `lich-nganh/calendar.yaml` beside this one."""

from pathlib import Path

from ttdn_draft.api import hookimpl


@hookimpl
def ttdn_calendars() -> list[Path]:
    """Return the calendar."""
    return [Path(__file__).parent / "lich-nganh" / "calendar.yaml"]
