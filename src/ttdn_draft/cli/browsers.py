"""Opens the browser of the user at an address: the address goes in, whether a browser took it comes out."""

import os
import sys
import webbrowser
from contextlib import suppress
from html import escape
from pathlib import Path

HOP = """<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={address}"><title>ttdn-draft</title><a href="{address}">ttdn-draft</a>
"""


def open_browser(address: str, hop: Path) -> bool:
    """Open an address that nobody else may know; tells whether a browser took it.

    Elsewhere than on Windows every user of the machine sees with what words a program was started. So the browser is
    given `hop`, a file that only this user can read, which leads to the address.
    """
    try:
        return _has_window() and webbrowser.open(_hide(address, hop))
    except (OSError, webbrowser.Error):
        return False


def _hide(address: str, hop: Path) -> str:
    """Return what the browser is started with."""
    if sys.platform == "win32":
        return address
    hop.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        hop.unlink()
    with open(os.open(hop, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(HOP.format(address=escape(address)))
    return hop.as_uri()


def _has_window() -> bool:
    """Tell whether the usual browser has a window of its own: one that runs in the terminal would take that."""
    try:
        return type(webbrowser.get()) is not webbrowser.GenericBrowser
    except webbrowser.Error:
        return False
