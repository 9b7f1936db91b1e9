"""What Word shows of a file: one that hides comments or changes goes in, it comes out so that they are seen."""

import re

from ..patterns import regex
from .raw_file import RawFile

HIDING = regex(r"<w:revisionView(?=[\s>/])(?P<what>[^>]*?)(?:/>|>\s*</w:revisionView>)")
NO_COMMENTS = regex(r"""\sw:(?:comments|markup)\s*=\s*["'](?:0|false|off)["']""")


def show_changes(file: RawFile) -> None:
    """Let Word show the changes of a file, whatever the last person chose to see of them."""
    _show(file, re.compile(""))


def show_comments(file: RawFile) -> None:
    """Let Word show the comments of a file where the last person hid them; other choices stay as they are."""
    _show(file, NO_COMMENTS)


def _show(file: RawFile, hidden: re.Pattern[str]) -> None:
    part = file.find("settings")
    xml = file.text(part) if part else ""
    shown = HIDING.sub(lambda found: "" if hidden.search(found["what"]) else found[0], xml)
    if part and shown != xml:
        file.put(part, shown)
