"""The calls about dropped files: a Word file is looked at and copied, last year's document becomes that of a year."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from ... import api
from ...errors import Cause, Finding, Place, TtdnError, UsageError
from ...messages import N_, translate
from ...output import make_folder, write_whole
from ..asked import CallValues
from ..desk import Desk
from ..files import find_free_name
from ..offsets import put_in_data
from ..refusals import UNFIT, RefusedError, malformed
from .composing import find_day, keep_new

COMMENTED, MENDED = N_("{name} (có ghi chú)"), N_("{name} (đã sửa)")
WORD = ".docx"
OF_OFFICES = (WORD, ".doc", ".odt", ".rtf")
OF_LAST_YEAR = (*OF_OFFICES, ".md", ".yaml", ".json")


def look_at_dropped(desk: Desk, asked: CallValues) -> dict[str, Any]:
    """Keep a dropped Word file for this start, and return what is found in it."""
    path = _keep(desk, asked, OF_OFFICES)
    look = api.look_at_word(path, shelf=desk.shelf, language=asked.language)
    by_line = {line.id: line.text for line in look.lines}
    return {
        "id": path.parent.name,
        "name": path.name,
        "lines": put_in_data(look.lines),
        "findings": [put_in_data(finding, by_line.get(finding.line, "")) for finding in look.findings],
    }


def _keep(desk: Desk, asked: CallValues, suffixes: tuple[str, ...]) -> Path:
    """Write a dropped file to the temporary folder of this start; raises RefusedError where nobody reads its kind."""
    name = asked.name.replace("\\", "/").rpartition("/")[2]
    if Path(name).suffix.lower() not in suffixes:
        raise RefusedError(UNFIT, "unfit", Finding("E919", Place(), {"name": name[:200]}))
    return desk.uploads.keep(name, asked.body)


def write_copy(desk: Desk, asked: CallValues) -> dict[str, str]:
    """Write a copy of a dropped Word file, with comments or mended, to the folder of work."""
    path, kind = desk.uploads.find(asked.text("id")), asked.text("kind")
    extras = {"shelf": desk.shelf, "language": asked.language}
    if kind == "comments":
        label, document = COMMENTED, api.comment_word(path, **extras)
    elif kind == "mended":
        label, document = MENDED, api.mend_word(path, asked.numbers("chosen"), **extras)
    else:
        raise malformed("kind")
    name = translate(label, asked.language).format(name=path.stem) + WORD
    make_folder(asked.work.folder)
    target = find_free_name(asked.work.find(name, WORD))
    write_whole(target, document)
    return {"path": asked.work.name(target), "name": target.name}


def roll(desk: Desk, asked: CallValues) -> dict[str, Any]:
    """Return every change that makes a dropped document of last year that of another one."""
    path = _keep(desk, asked, OF_LAST_YEAR)
    try:
        rolled = _roll(desk, asked, path)
    except UsageError as error:
        raise _ask_back(error) from None
    desk.rolled.keep(path.parent.name, rolled)
    shown = put_in_data(replace(rolled, text="", old_text=""))
    return {"id": path.parent.name, **shown}


def _roll(desk: Desk, asked: CallValues, path: Path) -> api.RolledText:
    year = asked.number("year")
    return api.roll_over(
        path,
        year,
        day=find_day(year),
        pack=asked.text("province"),
        commune=asked.text("commune"),
        organ=asked.text("organ"),
        last_year=asked.number("last_year", 0) or None,
        shelf=desk.shelf,
        language=asked.language,
    )


def _ask_back(error: UsageError) -> TtdnError:
    """Return what the page can ask her, where a file does not say it; every other error as it is."""
    told = error.findings[0]
    if told.cause is Cause.NO_YEAR:
        return RefusedError(UNFIT, "last-year", Finding("E808"))
    if told.cause is Cause.NO_LATER_YEAR:
        return RefusedError(
            UNFIT, "year", Finding("E809", facts={"old": told.facts["old"], "year": told.facts["year"]})
        )
    if told.cause is Cause.ENDED_ISSUER:
        now = told.facts.get("parts", told.facts.get("now"))
        found = Finding("E810", facts={"words": told.facts["words"], "day": told.facts["day"], "now": now})
        return RefusedError(UNFIT, "issuer", found, province=told.facts["province"])
    return error


def take_rolled(desk: Desk, asked: CallValues) -> dict[str, str]:
    """Write the draft of a new year with the changes that were taken."""
    rolled = desk.rolled.find(asked.text("id"))
    return keep_new(asked, rolled.name, api.write_rolled(rolled, asked.table("states")))
