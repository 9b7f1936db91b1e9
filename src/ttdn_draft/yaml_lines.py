"""The forms of a line of YAML, and how one is written: a line goes in, its parts or the right one come out."""

import re

from .patterns import regex

KEY_FORM = r"[^\W\d][\w-]*"
NO_BREAK = "\u00a0\u2007\u202f"
LINE_START = r"(?P<start>\s*(?:-[ ]+)?)"
KEY_AND_VALUE = regex(rf"{LINE_START}(?P<key>{KEY_FORM}):\s+(?P<value>\S.*)")
ITEM = regex(r"(?P<start>\s*-[ ]+)(?P<key>)(?P<value>\S.*)")
SMART = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"'})
STARS = regex(r"(?P<stars>\*{1,3}|`)(?P<words>[^*\s](?:[^*]*[^*\s])?)(?P=stars)")
ENDS = " .,;"
SIGN = regex(r"(?:[%@`&*!|>#,}\]?]|\{(?=[^{}:]*\}$))+\s*")
PARTNERS = {"{": "}"}
BARE_KEYS = (
    *("loai", "the_thuc", "chuan", "tinh", "xa", "so", "ky_hieu", "dia_danh", "ngay", "luu", "ten", "cap_tren"),
    *("ten_day_du", "chuc_vu", "quyen_han", "ho_ten", "kiem", "chuc_vu_khac", "du_thao", "do_khan", "co_chu", "muc"),
    *("luu_hanh", "cua", "don_vi", "so_ban", "ngang"),
)
"""Keys whose value is a name, a number or one of few words, and so begins with no sign."""


def write_line(found: re.Match[str], value: str | None = None) -> str:
    """Return the line as it is written, without the blanks before it."""
    value = found["value"].strip(f" \t{NO_BREAK}") if value is None else value
    start, key = found["start"].lstrip(), found["key"]
    value = value.removeprefix("- ") if key in BARE_KEYS else value
    value = "" if key and not value.strip(ENDS) else value  # of a group nothing stands behind the colon
    return f"{start}{key}: {value}".rstrip() if key else f"{start}{value}"


def quote_value(line: str) -> str:
    """Return a line with its key or its dash and all that follows in quotation marks, without the blanks before it.

    Of a line that is neither, such as one of several keys, only the marks are shown.
    """
    found = KEY_AND_VALUE.match(line) or ITEM.match(line)
    if found and (bold := STARS.fullmatch(found["value"].strip())):  # such a value is never printed in bold
        words = bold["words"]
        return write_line(found, quote(words) if ": " in words or " #" in words else words)
    if found and found["key"] in BARE_KEYS and (bare := drop_sign(found["value"].strip())):
        return write_line(found, quote(bare) if ": " in bare or " #" in bare else bare)
    return write_line(found, quote(found["value"].strip())) if found else '"…"'


def drop_sign(value: str) -> str:
    """Return a value without a sign before it that no name begins with, and its partner behind it; else nothing."""
    sign = SIGN.match(value)
    if sign is None:
        return ""
    partner = PARTNERS.get(sign[0][:1], sign[0][:1])
    return value[sign.end() :].removesuffix(partner).strip()


def read_meant_value(line: str) -> str:
    """Return the value of a line as it was meant where a sign of YAML before it hides it; nothing without one."""
    found = KEY_AND_VALUE.match(line) or ITEM.match(line)
    value = found["value"].strip() if found else ""
    bold = STARS.fullmatch(value)
    return bold["words"] if bold else drop_sign(value) or value


def quote(value: str) -> str:
    """Return a value in the quotation marks that can hold it."""
    plain = value.translate(SMART)
    inner = plain[1:-1] if len(plain) > 1 and plain[0] == plain[-1] == '"' and '"' not in plain[1:-1] else plain
    return f"'{inner}'" if '"' in inner and "'" not in inner else '"' + inner.replace('"', "”") + '"'
