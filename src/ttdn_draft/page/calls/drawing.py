"""The calls of Trang in and Xuất Word: the pages of a text, and its Word file beside the draft."""

import asyncio
import os
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from ... import api
from ...api import Language
from ...errors import Finding, OutputError, Place
from ...output import check_target, make_folder, write_whole
from ..asked import CallValues
from ..desk import Desk
from ..offsets import put_in_data
from ..refusals import CONFLICT, NOT_THERE, RefusedError
from .call import Picture

WORD = ".docx"
SECONDS = 8  # until the text is shown without pages
MOST_SECONDS = 60  # that LibreOffice may take
PROFILE = "ho-so"  # the folder of its settings, for this start
ID_LENGTH = 24


async def draw_newest(desk: Desk, asked: CallValues) -> dict[str, Any]:
    """Return the pages of a text; who waits while a newer text comes is told so.

    Where LibreOffice takes long, as at its first start on a slow disk, or fails, the text of the Word file in its order
    is the answer. LibreOffice goes on for a while, so that the next drawing finds it ready.
    """
    desk.drawn.asked += 1
    path, text = asked.work.find(asked.text("path")), asked.text("text")
    draw = partial(_draw, desk, path, text, asked.language)
    first = partial(draw, turn=desk.drawn.asked, seconds=MOST_SECONDS)
    drawing = asyncio.ensure_future(desk.lanes["pages"].run(first))
    try:
        return await asyncio.wait_for(asyncio.shield(drawing), SECONDS)
    except (TimeoutError, OutputError):
        drawing.add_done_callback(asyncio.Future.exception)  # nobody waits for it any more
        return await desk.lanes["logic"].run(draw) | {"hung": True}


def _draw(desk: Desk, path: Path, text: str, language: Language, turn: int = 0, seconds: float = 0) -> dict[str, Any]:
    """Return the pages of a text unless its turn has passed; with no seconds at all, its lines."""
    if turn and turn != desk.drawn.asked:
        raise RefusedError(CONFLICT, "newer", Finding("E916"))
    profile = desk.uploads_folder / PROFILE
    given = {"name": path.name, "folder": path.parent, "shelf": desk.shelf, "language": language}
    drawn = api.draw_pages(text, **given, seconds=seconds, profile=profile)
    desk.drawn.keep({_name_picture(page.image): page.image for page in drawn.pages})
    return {
        "pages": [
            {"id": _name_picture(page.image), "width_mm": page.width_mm, "height_mm": page.height_mm}
            for page in drawn.pages
        ],
        "map": put_in_data(drawn.spots),
        "engine": drawn.engine,
        "lines": put_in_data(drawn.lines),
        "hung": False,
    }


def _name_picture(image: bytes) -> str:
    """Return the id of a picture, which follows from its bytes: a page that did not change keeps it."""
    return sha256(image).hexdigest()[:ID_LENGTH]


def give_picture(desk: Desk, asked: CallValues) -> Picture:
    """Return the picture of a page."""
    image = desk.drawn.find(asked.text("trang"))
    if image is None:
        raise RefusedError(NOT_THERE, "gone", Finding("E916"))
    return Picture(image)


def export(desk: Desk, asked: CallValues) -> dict[str, Any]:
    """Write the Word file of a text beside its draft; asks before one that is there is replaced."""
    path, text = asked.work.find(asked.text("path")), asked.text("text")
    target = asked.work.find(asked.work.name(path.with_suffix(WORD)), WORD)
    is_over = asked.flag("over")
    if os.path.lexists(target) and not is_over:
        raise RefusedError(CONFLICT, "there", Finding("E913", Place(), {"name": target.name}))
    make_folder(target.parent)
    check_target(target, is_over, WORD)
    edits = api.drop_draft_mark(text) if asked.flag("final") else ()
    final = api.apply_edits(text, edits) if edits else text
    given = {**desk.sources, "language": asked.language}
    document = api.render(final, format="md", name=path.name, folder=path.parent, **given)
    write_whole(target, document, is_over)
    return {"path": asked.work.name(target), "edits": put_in_data(edits, text)}
