"""Shows a value of an Excel cell under its number format: value and format go in, what Excel shows comes out.

What cannot be shown exactly is an UnknownFormatError, never a guess.
"""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from typing import Literal, TypeAlias

from ..patterns import regex
from ..records import dataclass
from .sheets import Value

Token: TypeAlias = tuple[Literal["word", "blank", "code"], str]
Section: TypeAlias = tuple[Token, ...]

TOKEN = regex(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|(?P<blank>_.|\*.)'
    r"|(?P<code>General|am/pm|a/p|y+|m+|d+|h+|s+|.)",
    re.I | re.S,
)
COLOUR = regex(r"(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)", re.I)
CURRENCY = regex(r"\$(?P<sign>[^-]*)(?:-(?P<locale>[^-].*))?")
LOCALE = regex(r"[0-9a-f]{3,4}|101[0-9a-f]{4}|[a-z]{2}-[a-z]{2}", re.I)
BY_SYSTEM = ("F800", "F400")  # the long date and the time of the machine that shows it
ELAPSED = regex(r"h+|m+|s+", re.I)
UNQUOTED = " -+()$:!^&'~{}=<>₫€£¥"  # what stands for itself without quotation marks
DIGITS = regex(r"(?P<whole>[#0?,]*?)(?P<scale>,*)(?:\.(?P<decimals>[0#?]*))?(?P<more>,*)")
GENERAL = "general"
EXCEL_DECIMALS = 30
WIDE = 700  # digits: Excel's numbers go to 1e308
GENERAL_DIGITS, GENERAL_TINY, TINY_DIGITS = 10, -4, 6  # General shows 0.333333333 and 1.23457E-07


class UnknownFormatError(Exception):
    """A format that cannot be shown as Excel shows it."""


@dataclass(frozen=True)
class Shown:
    """What a cell shows; `is_worded` tells of a number that words of the format have made a text."""

    value: Value
    is_percent: bool | None = None
    is_rounded: bool = False
    is_worded: bool = False
    is_grouped: bool = False


@cache
def split_sections(form: str) -> tuple[Section, ...]:
    """Return the sections of a format, each as its words, blanks and codes."""
    sections: list[list[Token]] = [[]]
    for found in TOKEN.finditer(form):
        if found["code"] == ";":
            sections.append([])
        elif (token := _token(found)) is not None:
            sections[-1].append(token)
    return tuple(map(tuple, sections))


def _token(found: re.Match[str]) -> Token | None:
    for group in ("quoted", "escaped"):
        if found[group] is not None:
            return "word", found[group]
    if found["blank"]:
        return "blank", " "
    if (bracket := found["bracket"]) is None:
        return "code", found["code"].lower()
    if ELAPSED.fullmatch(bracket):
        return "code", f"[{bracket.lower()}]"
    if COLOUR.fullmatch(bracket):
        return None
    currency = CURRENCY.fullmatch(bracket)
    locale = currency["locale"] if currency else None
    if not currency or (locale and (locale.upper() in BY_SYSTEM or not LOCALE.fullmatch(locale))):
        raise UnknownFormatError
    return "word", currency["sign"]


def is_for_text(section: Section) -> bool:
    """Tell whether a section says how texts are shown."""
    return ("code", "@") in section


def show_text(text: str, form: str) -> str | None:
    """Return a text as its cell shows it."""
    sections = split_sections(form)
    section = sections[3] if len(sections) == 4 else next(filter(is_for_text, sections), None)
    if section is None:
        return text
    if any(kind == "code" and code not in ("@", *UNQUOTED) for kind, code in section):
        raise UnknownFormatError
    return "".join(text if token == ("code", "@") else token[1] for token in section).strip() or None


def show_number(number: Decimal, form: str) -> Shown:
    """Return a number as its cell shows it: as a number where the format adds no words to it."""
    with localcontext(prec=WIDE):
        sections = [section for section in split_sections(form)[:3] if not is_for_text(section)]
        if form.lower() == GENERAL or not form or not sections:
            return _general(number)
        section, rest = _choose(number, sections)
        return _Shower(section, rest).show()


def _choose(number: Decimal, sections: list[Section]) -> tuple[Section, Decimal]:
    """Return the section that holds for a number, and the number that it shows: without its sign in the second."""
    if number < 0 and len(sections) > 1:
        if not sections[1] and len(sections) == 2:
            raise UnknownFormatError
        return sections[1], -number
    if not number and len(sections) > 2:
        return sections[2], number
    return sections[0], number


def _general(number: Decimal) -> Shown:
    """Return a number with the digits for which General has room."""
    before = max(number.adjusted() + 1, 1)
    if number == number.to_integral_value() or before > GENERAL_DIGITS + 1:
        return Shown(number)
    places = max(GENERAL_DIGITS - before, 0)
    if number.adjusted() < GENERAL_TINY:
        places = TINY_DIGITS - 1 - number.adjusted()
    seen = _round(number, places, 0)
    return Shown(seen, is_rounded=seen != number)


def _round(number: Decimal, most: int, least: int) -> Decimal:
    """Return a number with at most and at least so many decimals, and no minus before nothing."""
    rounded = number.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    exponent = rounded.normalize().as_tuple().exponent
    needed = -exponent if rounded and isinstance(exponent, int) else 0
    rounded = rounded.quantize(Decimal(1).scaleb(-max(needed, least)))
    return rounded if rounded else abs(rounded)


class _Shower:
    """Shows a number under one section: words before it, its digits, words behind it."""

    def __init__(self, section: Section, number: Decimal) -> None:
        self.number = number
        self.before, self.codes, self.behind = "", "", ""
        self.percents = 0
        for kind, text in section:
            self._take(kind, text)

    def _take(self, kind: str, text: str) -> None:
        if kind == "code" and text in "#0?,.":
            if self.behind:
                raise UnknownFormatError  # digits with words between them: 0000 000 000
            self.codes += text
        elif kind == "code" and text == GENERAL and not self.codes:
            self.codes = GENERAL
        elif kind != "code" or text in UNQUOTED or text == "%":
            self.percents += kind == "code" and text == "%"
            if self.codes:
                self.behind += text
            else:
                self.before += text
        else:
            raise UnknownFormatError

    def show(self) -> Shown:
        if not self.codes:
            return Shown((self.before + self.behind).strip() or None)
        if self.codes == GENERAL:
            return self._with_words(_general(self.number), "0")
        found = DIGITS.fullmatch(self.codes)
        if not found or self.percents > 1 or len(found["decimals"] or "") > EXCEL_DECIMALS:
            raise UnknownFormatError
        scaled = len(found["scale"] + found["more"])
        exact = self.number * 100**self.percents / 1000**scaled
        decimals = found["decimals"] or ""
        seen = _round(exact, len(decimals), decimals.count("0"))
        return self._with_words(Shown(seen, bool(self.percents), seen != exact), found["whole"])

    def _with_words(self, shown: Shown, whole: str) -> Shown:
        seen, zeros = shown.value, whole.count("0")
        if not isinstance(seen, Decimal) or (not zeros and 0 < abs(seen) < 1):
            raise UnknownFormatError  # #.## shows 0,5 as ,5
        words = self._words()
        if not zeros and not seen:
            return Shown(words or None)
        if words == "-":
            seen, words = -seen, ""
        if not words and zeros <= 1:
            return Shown(seen, shown.is_percent, shown.is_rounded, is_grouped="," in whole)
        sign = "-" if seen < 0 else ""
        text = sign + self.before + _digits(abs(seen), zeros, "," in whole) + self.behind
        return Shown(" ".join(text.split()), None, shown.is_rounded, bool(words))

    def _words(self) -> str:
        return (self.before + self.behind).replace("%", "", self.percents).strip()


def write_digits(number: Decimal, grouped: bool) -> str:
    """Return a number with Vietnamese marks, thousands marked or not."""
    return ("-" if number < 0 else "") + _digits(abs(number), 0, grouped)


def _digits(number: Decimal, zeros: int, grouped: bool) -> str:
    """Return a number with Vietnamese marks and at least so many digits before the comma."""
    whole, mark, decimals = f"{number:,f}".partition(".")
    plain = whole.replace(",", "").zfill(zeros)
    written = whole.replace(",", ".") if grouped and zeros <= 1 else plain
    return written + mark.replace(".", ",") + decimals
