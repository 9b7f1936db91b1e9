"""The page as an ASGI application: requests of a browser go in; who calls is checked, and the calls are answered."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..api import Language
from ..errors import TtdnError, UnexpectedError, contained
from ..patterns import regex
from .asked import CallValues, read_json
from .bodies import JSON_LIMIT, WORD_LIMIT, read_body
from .calls import CALLS, Call, Picture
from .desk import Desk
from .folders import read_folder
from .guard import GOODBYE, SAFE_HEADERS, Guard, tell_unknown
from .refusals import RefusedError, malformed, put_in_answer
from .static_files import read_static
from .work_folder import WorkFolder

FAILED = 500
YEAR = regex(r"[0-9]{4}")
YEARS_OF_FILE = {"x-nam": "year", "x-tu-nam": "last_year"}
WORDS_OF_FILE = {"x-tinh": "province", "x-xa": "commune", "x-co-quan": "organ"}
JSON_TYPE, RAW_TYPE = "application/json", "application/octet-stream"
Tell = Callable[[TtdnError], None]


def build_app(desk: Desk, guard: Guard, tell_failure: Tell) -> Starlette:
    """Return the application of one start; `tell_failure` hears of what nobody foresaw."""

    async def call(request: Request) -> Response:
        language = _choose_language(request.headers)
        try:
            with contained(""):
                return _pack(await _answer(request, desk, guard, language))
        except UnexpectedError as error:
            tell_failure(error)
            return _pack_json(FAILED, put_in_answer(error, language)[1] | {"cho": "failed"})
        except TtdnError as error:
            return _pack_json(*put_in_answer(error, language))

    routes = [Route("/api/{name:path}", call, methods=["POST"]), Route("/{name:path}", _give_file)]
    return Starlette(routes=routes, middleware=[Middleware(_Checked, guard=guard)])


class _Checked:
    """Refuses foreign names of the machine before anything else, and adds the safe headers to each answer."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self.app, self.guard = app, guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(SAFE_HEADERS)
            await send(message)

        headers = Headers(scope=scope)
        try:
            self.guard.check_name(headers)
        except RefusedError as error:
            await _pack_json(*put_in_answer(error, _choose_language(headers)))(scope, receive, send_safely)
        else:
            await self.app(scope, receive, send_safely)


async def _answer(request: Request, desk: Desk, guard: Guard, language: Language) -> Any:
    path = request.url.path
    guard.check_call(path, request.scope["query_string"], request.headers)
    call = CALLS.get(request.path_params["name"])
    if call is None:
        raise tell_unknown(request.path_params["name"][:80])
    if path != GOODBYE:
        desk.life.hear()
    asked = await _read(request, call, choose_work(request.headers, desk.work), language)
    if path == GOODBYE:
        guard.check_token([asked.text("k")])
        desk.life.hear_goodbye()
    return await call.run(desk, asked)


def choose_work(headers: Headers, last: WorkFolder) -> WorkFolder:
    """Return the folder that the tab works in, which says so: another tab may have chosen another one since."""
    named = unquote(headers.get("x-thu-muc", ""), errors="replace")
    return last if named in ("", str(last.folder)) else WorkFolder(read_folder(named))


async def _read(request: Request, call: Call, work: WorkFolder, language: Language) -> CallValues:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if call.takes_file:
        if kind != RAW_TYPE:
            raise malformed("Content-Type")
        name = unquote(request.headers.get("x-ten-tep", ""), errors="replace")
        body = await read_body(request, WORD_LIMIT)
        return CallValues(work, _read_headers(request.headers), language, body, name)
    if kind != JSON_TYPE and not call.is_beacon:
        raise malformed("Content-Type")
    return CallValues(work, read_json(await read_body(request, JSON_LIMIT)), language)


def _read_headers(headers: Headers) -> dict[str, str | int]:
    """Return what is asked beside a dropped file: years, and who issues now."""
    years = {key: headers.get(name, "") for name, key in YEARS_OF_FILE.items()}
    words = {key: headers.get(name, "")[:100] for name, key in WORDS_OF_FILE.items()}
    return {**words, **{key: int(year) for key, year in years.items() if YEAR.fullmatch(year)}}


def _pack(answer: Any) -> Response:
    return (
        Response(answer.data, 200, media_type="image/png") if isinstance(answer, Picture) else _pack_json(200, answer)
    )


def _pack_json(status: int, answer: Any) -> Response:
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return Response(body, status, media_type="application/json")


def _choose_language(headers: Headers) -> Language:
    return "en" if headers.get("x-ngon-ngu", "") == "en" else "vi"


async def _give_file(request: Request) -> Response:
    found = read_static(request.path_params["name"])
    if found is None:
        return _pack_json(*put_in_answer(tell_unknown(request.path_params["name"][:80]), "vi"))
    return Response(found[0], 200, media_type=found[1])
