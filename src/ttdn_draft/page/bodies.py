"""Reads the body of a request: what a browser sends goes in, its bytes come out, bounded in size and in time."""

import asyncio

from starlette.requests import ClientDisconnect, Request

from ..errors import Finding
from .refusals import TIMED_OUT, TOO_BIG, RefusedError

MEGABYTE = 1024 * 1024
JSON_LIMIT, WORD_LIMIT = 8 * MEGABYTE, 64 * MEGABYTE
PATIENCE = 20  # seconds for a body to come; both ends are on one machine


async def read_body(request: Request, limit: int, patience: float = PATIENCE) -> bytes:
    """Return the body of a request; raises RefusedError where it has over `limit` bytes or is not there in time."""
    if _tell_length(request) > limit:
        raise _refuse_size(limit)
    try:
        async with asyncio.timeout(patience):
            return await _gather(request, limit)
    except TimeoutError:
        raise RefusedError(TIMED_OUT, "refused", Finding("E909", facts={"seconds": int(patience)})) from None
    except ClientDisconnect:
        raise RefusedError(TIMED_OUT, "refused") from None


async def _gather(request: Request, limit: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:  # the length that was told, if any, is not believed
            raise _refuse_size(limit)
    return bytes(body)


def _tell_length(request: Request) -> int:
    told = request.headers.get("content-length", "0")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 20 else 0


def _refuse_size(limit: int) -> RefusedError:
    return RefusedError(TOO_BIG, "big", Finding("E908", facts={"limit": limit // MEGABYTE}))
