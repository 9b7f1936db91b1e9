"""Gives the files of the screen: a path of the address goes in, the bytes and type of a file that ships inside out."""

from pathlib import Path

from ..patterns import regex

FOLDER = Path(__file__).parent / "static"
PART = regex(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9]+)*")
FIRST_PAGE = "index.html"
# not mimetypes: on Windows a program that was installed may have made .js something else, and no browser runs that
SERVED_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".txt": "text/plain; charset=utf-8",
}


def read_static(path: str, folder: Path = FOLDER) -> tuple[bytes, str] | None:
    """Return a file and its type; None for a name that is none of those inside."""
    parts = (path or FIRST_PAGE).split("/")
    if not all(map(PART.fullmatch, parts)):
        return None
    file = folder.joinpath(*parts)
    kind = SERVED_TYPES.get(file.suffix)
    if kind is None or not file.is_file():
        return None
    return file.read_bytes(), kind
