"""The calls about one draft: it is opened, looked through, changed and saved."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from ... import api
from ...api import Language
from ...errors import Finding, OutputError, Place
from ...links import real_path
from ...output import make_folder
from ..asked import CallValues
from ..desk import Desk
from ..files import open_draft, save_beside, save_draft, tell_version
from ..offsets import put_in_data
from ..refusals import UNFIT, RefusedError
from ..work_folder import write_moment
from .composing import take_day


def open_file(desk: Desk, asked: CallValues) -> dict[str, Any]:
    """Return a file, what there is to see of it, and the text that a failed save kept aside."""
    path = asked.work.find(asked.text("path"))
    opened = open_draft(path)
    return {
        "path": asked.work.name(path),
        "name": path.name,
        "text": opened.text,
        "phien_ban": opened.version,
        "saved": write_moment(path),
        "rescued": _find_rescued(desk, path, opened.text),
        "look": look_at_text(desk, path, opened.text, asked.language),
    }


def _find_rescued(desk: Desk, path: Path, text: str) -> dict[str, str] | None:
    """Return what was kept of a file by a save that failed, unless it is what stands there."""
    kept = desk.rescue.look_up(path)
    if kept is None or kept.text == text:
        return None
    return {"text": kept.text, "saved": datetime.fromtimestamp(kept.at).isoformat(timespec="seconds")}


def look_at_text(desk: Desk, path: Path, text: str, language: Language) -> Any:
    """Return what there is to see of a text that lies, or would lie, at a path."""
    look = api.look(text, name=path.name, folder=path.parent, shelf=desk.shelf, language=language)
    return put_in_data(look, text)


def look_through(desk: Desk, asked: CallValues) -> Any:
    """Return what there is to see of a text; nothing is written."""
    return look_at_text(desk, asked.work.find(asked.text("path")), asked.text("text"), asked.language)


def count(desk: Desk, asked: CallValues) -> Any:
    """Return how much is left to do in a file; the same bytes are counted once."""
    path = asked.work.find(asked.text("path"))
    opened = open_draft(path)
    if opened.version not in desk.counts:
        desk.counts[opened.version] = look_at_text(desk, path, opened.text, asked.language)["counts"]
    return desk.counts[opened.version]


def tell_newest(_desk: Desk, asked: CallValues) -> dict[str, str]:
    """Return the version of a file as it is on the disk now; nothing where it is gone."""
    path = asked.work.find(asked.text("path"))
    return {"phien_ban": tell_version(path.read_bytes()) if path.is_file() else ""}


def save(desk: Desk, asked: CallValues) -> dict[str, str]:
    """Write a text over the version that it was made from; what cannot be written is kept aside."""
    path, text = asked.work.find(asked.text("path")), asked.text("text")
    try:
        version = save_draft(path, text, asked.text("phien_ban"))
    except OutputError as error:
        raise RefusedError(UNFIT, "unwritable", error=error, kept=desk.rescue.keep(path, text)) from None
    desk.rescue.forget(path)
    return {"phien_ban": version, "saved": write_moment(path)}


def save_copy(desk: Desk, asked: CallValues) -> dict[str, str]:
    """Write a text to a new file beside another, or as that one where it is gone."""
    path, text = asked.work.find(asked.text("path")), asked.text("text")
    try:
        make_folder(path.parent)
        target = save_beside(path, text)
    except OutputError as error:
        raise RefusedError(UNFIT, "unwritable", error=error, kept=desk.rescue.keep(path, text)) from None
    return {"path": asked.work.name(target), "name": target.name, "phien_ban": open_draft(target).version}


def answer_doubt(_desk: Desk, asked: CallValues) -> dict[str, Any]:
    """Return the edits that answer a doubt at all its places, and at how many of them it is asked no more."""
    text, given = asked.text("text"), (asked.text("doubt"), asked.words("value"))
    return _give_edits(api.answer(text, *given), text) | {"filled": api.count_filled(text, *given)}


def drop_asked(_desk: Desk, asked: CallValues) -> dict[str, Any]:
    """Return the edits that drop the line or the sentence of a doubt."""
    text = asked.text("text")
    return _give_edits(api.drop_doubt(text, asked.text("doubt")), text)


def change_fact(_desk: Desk, asked: CallValues) -> dict[str, Any]:
    """Return the edits that give a fact of the head another value."""
    text = asked.text("text")
    return _give_edits(api.set_fact(text, asked.steps("path"), asked.data.get("value")), text)


def finish(_desk: Desk, asked: CallValues) -> dict[str, Any]:
    """Return the edits that make a draft the final text."""
    text = asked.text("text")
    return _give_edits(api.drop_draft_mark(text), text)


def _give_edits(edits: Any, text: str) -> dict[str, Any]:
    return {"edits": put_in_data(edits, text)}


def pass_over(_desk: Desk, asked: CallValues) -> dict[str, str]:
    """Write into the ttdn.toml of a draft that a finding is passed over, why, and until when."""
    path, until = asked.work.find(asked.text("path")), take_day(asked.text("until"))
    file = api.find_project_file(path, asked.work.folder)
    _keep_inside(file, asked)
    id, reason = asked.text("id"), asked.text("reason")  # noqa: A001
    api.accept_finding(path, id, reason, until, day=date.today(), home=asked.work.folder)
    return {"file": file.name}


def _keep_inside(file: Path, asked: CallValues) -> None:
    """Raise RefusedError for a ttdn.toml that is not in the folder that she chose: nothing else is written there."""
    home = real_path(asked.work.folder)
    if not real_path(file).is_relative_to(home):
        raise RefusedError(UNFIT, "outside", Finding("E928", Place(), {"folder": str(file.parent)}))


def judge_again(_desk: Desk, asked: CallValues) -> dict[str, str]:
    """Take back that a finding of a draft is passed over."""
    path = asked.work.find(asked.text("path"))
    _keep_inside(api.find_project_file(path, asked.work.folder), asked)
    api.reopen_finding(path, asked.text("id"))
    return {}
