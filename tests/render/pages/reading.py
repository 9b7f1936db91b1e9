"""Reads a printed page: its rows of letters, its drawn lines and its frames, in millimetres from the upper left."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

MM = 25.4 / 72
ASCENT = 0.933  # from the top of a single line of Times New Roman to its baseline, in em
SINGLE = 1.15  # a single-spaced line of it, in em
CAPITAL = 0.662  # the height of a capital letter without a mark, in em
WIDEST_GAP, WIDEST_SPACE = 3, 25  # pt: between two letters, and between two words of a justified line
SHORT = 0.3  # mm: what a measured edge may be off


@dataclass(frozen=True)
class Row:
    """Letters on one baseline, without the spaces between words: a justified line has none that a PDF keeps."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    fonts: frozenset[str]
    sizes: frozenset[float]
    colour: Any

    @property
    def axis(self) -> float:
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def top(self) -> float:
        """Return the top of the line, were it single-spaced."""
        return self.baseline - ASCENT * self.size * MM

    @property
    def bottom(self) -> float:
        return self.baseline + (SINGLE - ASCENT) * self.size * MM

    @property
    def capital_top(self) -> float:
        return self.baseline - CAPITAL * self.size * MM

    @property
    def is_bold(self) -> bool:
        return all("Bold" in font for font in self.fonts)

    @property
    def is_italic(self) -> bool:
        return all("Italic" in font for font in self.fonts)

    @property
    def is_of_one_style(self) -> bool:
        return len(self.fonts) == len(self.sizes) == 1


@dataclass(frozen=True)
class Stroke:
    """A drawn horizontal line."""

    left: float
    right: float
    y: float
    thickness: float  # pt

    @property
    def length(self) -> float:
        return self.right - self.left

    @property
    def axis(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Frame:
    """A drawn rectangle, measured along the middle of its line."""

    left: float
    right: float
    top: float
    bottom: float
    thickness: float  # pt
    colour: Any


def squeeze(text: str) -> str:
    """Return a text without its spaces."""
    return "".join(text.split())


@cache
def rows(page: Any) -> list[Row]:
    """Return the rows of a page in the order in which they were written: cell after cell."""
    return [_row(part, page) for part in _parts(page)]


@cache
def _parts(page: Any) -> list[list[dict[str, Any]]]:
    parts: list[list[dict[str, Any]]] = []
    before, is_spaced = None, False
    for char in page.chars:
        if not char["text"].strip():
            is_spaced = True
            continue
        if before is None or _is_apart(before, char, is_spaced):
            parts.append([])
        parts[-1].append(char)
        before, is_spaced = char, False
    return parts


def _is_apart(before: dict[str, Any], char: dict[str, Any], is_spaced: bool) -> bool:
    """Tell whether a letter begins a row: on another baseline, back to the left, or over a gap that is no space."""
    widest = WIDEST_SPACE if is_spaced else WIDEST_GAP
    return abs(char["matrix"][5] - before["matrix"][5]) > SHORT or not -2 < char["x0"] - before["x1"] < widest


def _row(letters: list[dict[str, Any]], page: Any) -> Row:
    return Row(
        "".join(char["text"] for char in letters),
        min(char["x0"] for char in letters) * MM,
        max(char["x1"] for char in letters) * MM,
        (page.height - letters[0]["matrix"][5]) * MM,
        round(letters[0]["size"], 1),
        frozenset(char["fontname"].split("+")[-1] for char in letters),
        frozenset(round(char["size"], 1) for char in letters),
        letters[0]["non_stroking_color"],
    )


def find_all(page: Any, words: str) -> Iterator[list[Row]]:
    """Yield the rows that words fill, wherever they begin a row: one, or more where the words are broken."""
    there = rows(page)
    wanted = squeeze(words)
    for start in range(len(there)):
        text, end = "", start
        while end < len(there) and len(text) < len(wanted):
            text += there[end].text
            end += 1
        if text == wanted:
            yield there[start:end]


def find(page: Any, words: str) -> list[Row]:
    """Return the rows that words fill, the first time they stand on a page."""
    found = next(find_all(page, words), None)
    assert found, f"«{words}» is not on page {page.page_number}"
    return found


def find_row(page: Any, words: str) -> Row:
    """Return the one row that words fill."""
    found = find(page, words)
    assert len(found) == 1, f"«{words}» is broken over {len(found)} rows"
    return found[0]


def row_with(page: Any, words: str) -> Row:
    """Return the first row in which words stand, whatever else stands there."""
    found = next((row for row in rows(page) if squeeze(words) in row.text), None)
    assert found, f"«{words}» is not on page {page.page_number}"
    return found


def row_below(page: Any, row: Row, y: float) -> Row | None:
    """Return the next row under a height that shares some width with another row."""
    below = [r for r in rows(page) if r.baseline > y and r.left < row.right and r.right > row.left]
    return min(below, key=lambda r: r.baseline, default=None)


def strokes(page: Any) -> list[Stroke]:
    """Return the drawn horizontal lines of a page, from above; one that is drawn twice counts once."""
    found = {
        Stroke(line["x0"] * MM, line["x1"] * MM, (line["top"] + line["bottom"]) / 2 * MM, line["linewidth"])
        for line in page.lines
        if abs(line["top"] - line["bottom"]) < 1
    }
    return sorted(found, key=lambda stroke: stroke.y)


def frames(page: Any) -> list[Frame]:
    """Return the drawn rectangles of a page, from above."""
    found = [
        Frame(
            shape["x0"] * MM,
            shape["x1"] * MM,
            shape["top"] * MM,
            shape["bottom"] * MM,
            shape["linewidth"],
            shape["stroking_color"],
        )
        for shape in [*page.rects, *page.curves]
        if shape["stroke"] and shape["bottom"] - shape["top"] > 1
    ]
    return sorted(found, key=lambda frame: frame.top)
