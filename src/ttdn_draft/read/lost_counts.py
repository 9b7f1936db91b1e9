"""Finds numbers and marks of items that are not read as such: a line goes in, the mark and the line to write come out.

Which number a line may have is known from the items above it: behind 2. comes 3., behind a) comes b).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from textwrap import shorten

from ..patterns import regex
from .typed_marks import SHOWN_WORDS

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
ENDS_OF_NUMBERS = {"khoan": ".", "a": ")"}
MADE_OF = {"1": "1lI|①１"}  # what a figure may be read as in a scanned page
FIRST_ITEM = regex(r"\s*(?:1[.)/]|a\))\s+\S")
SECOND_ITEM = regex(r"\s*(?:(?P<khoan>2)[.)/]|(?P<a>b)\))\s+\S")
HEADING_LINE = regex(r"\s*#{1,6}\s")
JOINED_DASH = regex(r"[.;][ ]+(?P<mark>[-+–•])[ ]+(?=[A-ZĐÀ-ỸƠƯĂÂÊÔ])")
_JOINED = r"[ ]+(?P<mark>\d{1,3}[.]|[a-zđ][)])\s+(?=[A-ZĐÀ-ỸƠƯĂÂÊÔ])"
JOINED_NUMBER, JOINED_HEADING = regex(rf"(?<=[.;:]){_JOINED}"), regex(rf"(?<=\w){_JOINED}")


def next_figure(rank: str, figure: str) -> str:
    """Return the figure that comes behind one in a list of numbers or letters; nothing behind the last letter."""
    if rank == "khoan":
        return str(int(figure) + 1) if figure.isdecimal() else ""
    at = POINT_LETTERS.find(figure)
    return POINT_LETTERS[at + 1 : at + 2] if at >= 0 else ""


def list_openings(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the row, from 0, of each heading and first item with "", and of each second item with its rank."""
    for row, line in enumerate(lines):
        if HEADING_LINE.match(line) or FIRST_ITEM.match(line):
            yield row, ""
        elif found := SECOND_ITEM.match(line):
            yield row, str(found.lastgroup)


def expect_figures(counted: Mapping[str, str], below: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield rank and figure of the items that may stand in a line, by those above it and the openings `below` it."""
    for rank, figure in counted.items():
        if following := next_figure(rank, figure):
            yield rank, following
    for rank in below:
        if not rank:
            return
        if rank not in counted:
            yield rank, "1" if rank == "khoan" else "a"
            return


def find_mangled(content: str, expected: Collection[tuple[str, str]]) -> tuple[str, str] | None:
    """Return the number with which a paragraph begins that was meant as an item, as typed, and the line to write."""
    line = content.split("\n", 1)[0]
    for rank, figure in expected:
        written = f"[{figure}{CIRCLED[int(figure) - 1]}{MADE_OF.get(figure, '')}]" if figure in "123456789" else figure
        signs = r"[\s*_.．,:;)\]}/°º–—-]{0,5}" if rank == "khoan" else r"\s?[*_.．,:;)\]}>\"/–—-][\s*_.)\]}/–—-]{0,4}"
        form = (
            rf"(?P<mark>(?:[-#*_(\[“\"]{{0,3}}|(?:Khoản|Điểm|Mục|Ý)\s+){written}{signs})(?<=[\s*.．)\]}}°])(?=[^\W\d_])"
        )
        found = re.match(form, line, re.I if rank == "a" else 0)
        if found and (rank == "a" or line[found.end()].isupper()):
            return found["mark"].strip(), _write(rank, figure, line[found.end() :])
    return None


def has_joint(content: str) -> bool:
    """Tell whether a text goes on behind the mark of an end, where alone another item may go on."""
    return ". " in content or "; " in content or ": " in content


def find_joined_number(
    content: str, expected: Collection[tuple[str, str]], is_heading: bool = False
) -> tuple[str, str] | None:
    """Return the number of an item that goes on in the line of another text, and the line to write."""
    marks = {f"{figure}{ENDS_OF_NUMBERS[rank]}": (rank, figure) for rank, figure in expected}
    for found in (JOINED_HEADING if is_heading else JOINED_NUMBER).finditer(content):
        if found["mark"] in marks:
            return found["mark"], _write(*marks[found["mark"]], content[found.end() :])
    return None


def find_joined_dash(content: str) -> tuple[str, str] | None:
    """Return the dash of an item that goes on in the line of another one, and the line to write."""
    if found := JOINED_DASH.search(content):
        mark = "+" if found["mark"] == "+" else "-"
        return found["mark"], shorten(f"{mark} {content[found.end() :]}", SHOWN_WORDS, placeholder="…")
    return None


def _write(rank: str, figure: str, words: str) -> str:
    line = words.split("\n", 1)[0].strip().removesuffix("**").strip("*_ ")
    return shorten(f"{figure}{ENDS_OF_NUMBERS[rank]} {line}", SHOWN_WORDS, placeholder="…")
