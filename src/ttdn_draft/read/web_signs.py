"""Says what to write in the place of tags of web pages: a text goes in, the first one and the right words come out."""

import re
from collections.abc import Collection

from ..messages import N_
from ..patterns import regex

TAG_PAIR = regex(r"<(?P<tag>\w+)[^<>]*>(?P<words>.*?)</(?P=tag)\s*>", re.S)
WEB_TAG = regex(r"</?\w[^<>]*>|<[\w.+-]+:[^<>]*>|<!--.*?(?:-->|$)", re.S)
WEB_LINK = regex(r"!?\[(?P<words>[^\[\]]*)\]\([^()]*\)")
WEB_CODE = regex(r"(?P<signs>`+)(?P<words>.+?)(?P=signs)", re.S)
WEB_COMMENT = regex(r"<!--.*?(?:-->|$)", re.S)
STARS_OF_TAGS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
NEW_LINE = N_("xuống dòng bằng dấu \\ ở cuối dòng trên, hoặc thành hai đoạn")
NOTHING_LEFT = N_("xoá đi, chỉ giữ chữ")


def find_comment(content: str) -> str:
    """Return the first remark of a web page in a text, to its end or that of the text; nothing where there is none."""
    found = WEB_COMMENT.search(content) if "<!--" in content else None
    return found[0] if found else ""


def list_web_signs(content: str, notes: Collection[str] = ()) -> list[tuple[int, str, str]]:
    """Return where each tag, link or piece of code stands, how it is typed and what to write; a pair of tags is one."""
    found, at = list[tuple[int, str, str]](), 0
    while pieces := [piece for form in (TAG_PAIR, WEB_LINK, WEB_CODE, WEB_TAG) if (piece := form.search(content, at))]:
        first = min(pieces, key=lambda piece: piece.start())
        found.append((first.start(), first[0], _write(first, notes)))
        at = first.end()
    return found or [(0, content.split("\n")[0], NOTHING_LEFT)]


def _write(found: re.Match[str], notes: Collection[str]) -> str:
    parts = found.groupdict()
    words = WEB_TAG.sub("", parts.get("words") or "").strip()
    if words.strip("[]^") in notes:
        return f"[^{words.strip('[]^')}]"
    if not words:
        return NEW_LINE if found[0].lower().startswith("<br") else NOTHING_LEFT
    stars = STARS_OF_TAGS.get((parts.get("tag") or "").lower(), "")
    return f"{stars}{words}{stars}"
