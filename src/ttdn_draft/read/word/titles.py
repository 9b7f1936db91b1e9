"""The title of a document: kind, subject, addressees and bases; what follows the head goes in, zones come out."""

from .heads import is_kind_line
from .lines import Line
from .pieces import BREAK, split_gaps
from .wording import ADDRESSEE, BASIS, CUA, DASH_SIGNS, WHOLE_SENTENCE, find_kind, has_letters, read_label
from .zoned import Items, Zone, Zoned

LONGEST_SUBJECT = 700  # letters
SHORT_SUBJECT = 200  # of a subject that neither stands in the middle nor is bold
NUMBERED = ("phan", "A", "I", "1", "1.1", "1.1.1", "a")


def find_title(items: Items, has_kind: bool) -> tuple[list[Zoned], int]:
    """Return the lines of a title with their zones, and how many of the paragraphs and tables they are."""
    title = _Title(items)
    if has_kind:
        title.take_kind()
        title.take_subject()
    title.take_addressees()
    title.take_bases()
    title.take_addressees()
    return title.found, title.at


class _Title:
    """Walks on from paragraph to paragraph and keeps what was found."""

    def __init__(self, items: Items) -> None:
        self.items, self.at, self.found = items, 0, list[Zoned]()

    def take_kind(self) -> None:
        pieces = [piece for line in self.items[0].lines for piece in split_gaps(line, BREAK)]
        first = next(number for number, piece in enumerate(pieces) if is_kind_line(piece))
        for number, piece in enumerate(pieces):
            zone = Zone.KIND if number == first else Zone.SUBJECT
            self.found.append(_zoned(zone, piece))
        self.at = 1

    def take_subject(self) -> None:
        blanks = int(len(self.found) > 1)
        kind = next(one.line.words for one in self.found if one.zone is Zone.KIND)
        has_tail = len(" ".join(kind.split())) > len(find_kind(kind))
        while (line := self._line(self.at)) is not None:
            if not line.is_blank and has_letters(line.words):
                if not _is_subject(
                    line, has_begun=has_tail or any(z.zone is Zone.SUBJECT for z in self.found), is_apart=blanks > 0
                ):
                    return
                blanks = -1
            blanks += 1
            self.found += [_zoned(Zone.SUBJECT, piece) for piece in split_gaps(line, BREAK)]
            self.at += 1

    def take_addressees(self) -> None:
        start = self._skip_blanks(self.at)
        item = self.items[start] if start < len(self.items) else None
        if item is None or not any(ADDRESSEE.match(line.words) for line in item.lines[:2]):
            return
        end = self._end_of_addressees(start)
        self._take(end, Zone.ADDRESSEE)

    def _end_of_addressees(self, start: int) -> int:
        first = self._line(start)
        if first is None:
            return start + 1
        rest = ADDRESSEE.sub("", first.words, count=1).strip(" :\t\n")
        end = start + 1
        is_list = not rest or rest[0] in DASH_SIGNS
        while is_list and (line := self._line(end)) is not None:
            begun = line.words.strip()
            if (
                line.is_blank
                or (begun[0] not in DASH_SIGNS and not (line.align == "center" or first.is_blank))
                or BASIS.match(begun)
            ):
                break
            end += 1
        return end

    def take_bases(self) -> None:
        start = self._skip_blanks(self.at)
        end, last = start, start
        while (line := self._line(end)) is not None:
            if _is_basis(line, is_first=last == start):
                last = end + 1
            elif not line.is_blank and not (last > start and line.words.rstrip().endswith(";") and line.is_italic):
                break
            end += 1
        if last > start:
            self._take(last, Zone.BASIS)

    def _take(self, end: int, zone: Zone) -> None:
        for item in self.items[self.at : end]:
            self.found += [_zoned(zone, line) for line in item.lines]
        self.at = end

    def _skip_blanks(self, at: int) -> int:
        while at < len(self.items) and self.items[at].is_blank:
            at += 1
        return at

    def _line(self, at: int) -> Line | None:
        return self.items[at].line if at < len(self.items) else None


def _zoned(zone: Zone, line: Line) -> Zoned:
    if line.is_blank or not has_letters(line.words):
        return Zoned(Zone.BLANK, line)
    if zone is Zone.SUBJECT and CUA.fullmatch(line.words.strip()):
        return Zoned(zone, line, level="cua")
    return Zoned(zone, line)


def _is_subject(line: Line, has_begun: bool, is_apart: bool) -> bool:
    """Tell whether a line goes on with the subject: in the middle, or bold where nothing parts it from the subject."""
    words = line.words.strip()
    if ADDRESSEE.match(words) or BASIS.match(words) or len(words) > LONGEST_SUBJECT:
        return False
    if line.label or read_label(words).level in NUMBERED:
        return False
    if line.align == "center" or has_begun:
        return line.align == "center" or (line.is_bold and not is_apart)
    return line.is_bold or (len(words) < SHORT_SUBJECT and words[-1] not in ".:;")


def _is_basis(line: Line, is_first: bool) -> bool:
    words = line.words.strip()
    return (
        bool(BASIS.match(words))
        and not WHOLE_SENTENCE.search(words)
        and (not is_first or words[-1:] in ";.," or line.is_italic)
    )
