"""The head of a document: what stands above the line of the kind goes in, its lines with their zones come out."""

import re
from collections.abc import Iterator, Sequence

from ...patterns import regex
from ...records import dataclass
from .lines import Line
from .pieces import HEAD_GAP, cut_line, split_gaps
from .wording import MARK_LINE, MOTTO, NUMBER_LINE, ORGAN, PEOPLES_BODY, PLACE_DATE, UNIT_BELOW, find_kind, has_letters
from .zoned import Items, Zone, Zoned

JOINED_DATE = regex(r",\s*(?=ngày\b)", re.I)
LOOKED_THROUGH = 60  # paragraphs and tables, in which a head ends
LONGEST = 120  # letters of a line of a head
PLACE_WORDS = 3  # of a place that begins as an organ does: Bảo Lâm, Hội An, Trường Sa
BY_WORDS = (
    (MOTTO.search, Zone.MOTTO),
    (NUMBER_LINE.match, Zone.NUMBER),
    (PLACE_DATE.search, Zone.PLACE_DATE),
    (MARK_LINE.match, Zone.MARK),
)


@dataclass(frozen=True)
class KindLine:
    """Where the title of a document begins: at the line of its kind, or behind its head where there is none."""

    start: int
    is_found: bool


def find_kind_line(items: Items) -> KindLine:
    """Return where the title begins among the paragraphs and tables of a file."""
    last = -1
    for number, item in enumerate(items[:LOOKED_THROUGH]):
        if any(is_kind_line(line) for line in item.lines):
            return KindLine(number, is_found=True)
        if any(_zone_by_words(line) for line in item.lines if len(line.words) <= LONGEST):
            last = number
        elif last < 0 and item.line and len(item.line.words) > LONGEST:
            break
    return KindLine(last + 1, is_found=False)


def is_kind_line(line: Line) -> bool:
    """Tell whether a line names the kind of the document: in capitals, in the middle or bold."""
    first = line.words.split("\n", 1)[0]
    return bool(find_kind(first)) and (line.align == "center" or line.is_bold) and not PLACE_DATE.search(first)


def find_head_zones(items: Items) -> Iterator[Zoned]:
    """Yield the lines of a head, those laid out with tabs as their pieces."""
    pieces = [piece for item in items for line in item.lines for piece in _split(line)]
    zones = [_zone_by_words(piece) for piece in pieces]
    organs = [piece for piece, zone in zip(pieces, zones, strict=True) if zone is None]
    parents, is_sure = count_parents(organs)
    order = iter([Zone.PARENT] * parents + [Zone.ISSUER] * (len(organs) - parents))
    for piece, zone in zip(pieces, zones, strict=True):
        found = zone or next(order)
        yield Zoned(found, piece, is_sure=is_sure or zone is not None)


def _is_one_name(organs: Sequence[Line], number: int) -> bool:
    """Tell whether a line goes on with the name of the body in the line above it."""
    above, line = (organs[place].words.strip() for place in (number - 1, number))
    return bool(PEOPLES_BODY.fullmatch(above)) and bool(UNIT_BELOW.match(line))


def _split(line: Line) -> Iterator[Line]:
    """Yield the pieces of a line; a date behind the name of an organ is a piece of its own."""
    for piece in split_gaps(line, HEAD_GAP):
        joined = JOINED_DATE.search(piece.words)
        if joined and ORGAN.match(piece.words.strip()) and len(piece.words[: joined.start()].split()) > PLACE_WORDS:
            yield cut_line(piece, 0, joined.start())
            yield cut_line(piece, joined.start(), len(piece.words) + 1)
        else:
            yield piece


def _zone_by_words(line: Line) -> Zone | None:
    if line.is_blank or not has_letters(line.words):
        return Zone.BLANK
    if line.words.strip().upper().startswith("V/V"):
        return Zone.SUBJECT
    return next((zone for find, zone in BY_WORDS if find(line.words)), None)


def count_parents(organs: Sequence[Line]) -> tuple[int, bool]:
    """Return how many of the lines of names belong to the body above, and whether that is sure.

    The name of the body above is upright, that of the body itself bold; where both look alike, the last line that
    begins as the name of an organ begins the name of the body itself.
    """
    if len(organs) < 2:
        return 0, bool(organs)
    bold = [line.is_bold for line in organs]
    if not bold[0] and any(bold) and not _is_one_name(organs, bold.index(True)):
        return bold.index(True), True
    starts = [number for number, line in enumerate(organs) if ORGAN.match(line.words.strip())]
    later = [number for number in starts if number]
    return (later[-1], False) if later else (0, all(bold))
