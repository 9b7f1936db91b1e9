"""The foot of a document: what follows the text goes in, recipients and signature come out, line by line."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .lines import Line, WordCell, WordTable, list_lines
from .pieces import cut_line, split_gaps
from .wording import (
    ADDRESSEE,
    ANNEX_LABEL,
    ANNEX_REFERENCE,
    ARCHIVE_LINE,
    CONTACT,
    DASH_SIGNS,
    DRAFTER,
    GAP_LINE,
    KIEM,
    MARK_LINE,
    NAME_FORM,
    RECIPIENTS_TITLE,
    SIGN_MARK,
    has_letters,
    is_capital,
)
from .zoned import Items, WordItem, Zone, Zoned

SIGNING = (Zone.AUTHORITY, Zone.OFFICE, Zone.SIGNER)
LONGEST = 160  # letters of a line of a signature
MANY_BLANKS = 8  # empty paragraphs in a row, which stand for a page break


def find_foot_start(items: Items) -> int:
    """Return where the foot begins: the first table or line of recipients, or of a signature."""
    for number, item in enumerate(items):
        if (item.table and _is_foot_table(item.table)) or (item.line and _begins_foot(item.line)):
            return _with_signature_above(items, number)
    return _start_of_signature(items)


def _with_signature_above(items: Items, start: int) -> int:
    """Return where the foot begins that goes on at `start`: several may have signed in a table over the recipients."""
    above = next((number for number in range(start - 1, -1, -1) if not items[number].is_blank), start)
    table = items[above].table
    return above if table and not table.has_borders and _holds_signature(table) else start


def _is_foot_table(table: WordTable) -> bool:
    lines = [line for line in list_lines((table,)) if not line.is_blank]
    first_rows = [line for row in table.rows[:2] for cell in row for line in cell.lines]
    if any(RECIPIENTS_TITLE.match(line.words) and (":" in line.words or not table.has_borders) for line in first_rows):
        return True
    if not table.has_borders and any(RECIPIENTS_TITLE.match(line.words) and ":" in line.words for line in lines):
        return True  # under several who sign
    return len(lines) <= 40 and any(SIGN_MARK.match(line.words) and is_capital(line.words) for line in first_rows)


def _begins_foot(line: Line) -> bool:
    words = line.words.strip()
    if RECIPIENTS_TITLE.match(words):
        return len(words) <= LONGEST or "\t" in words
    return any(_is_mark_line(piece) for piece in split_gaps(line))


def _is_mark_line(line: Line) -> bool:
    words = line.words.strip()
    return bool(SIGN_MARK.match(words)) and is_capital(words) and len(words) <= LONGEST


def _start_of_signature(items: Items) -> int:
    """Return where a signature without recipients and without a mark begins: an office in capitals above a name."""
    shown = [number for number, item in enumerate(items) if not item.is_blank]
    for above, number in pairwise(shown):
        office, name = items[above].line, items[number].line
        table = items[above].table
        if table and not table.has_borders and _holds_signature(table):
            return above
        if office and name and _is_signed(office, name):
            return above
    last = items[shown[-1]].table if shown else None
    return shown[-1] if last and not last.has_borders and _holds_signature(last) else len(items)


def _is_signed(office: Line, name: Line) -> bool:
    """Tell whether two lines are an office and the name below it, both bold; of headings each has a number."""
    is_pair = is_capital(office.words) and office.is_bold and _is_name(name) and name.is_bold
    return is_pair and not (office.label or name.label)


def _holds_signature(table: WordTable) -> bool:
    lines = [line for line in list_lines((table,)) if not line.is_blank]
    return 2 <= len(lines) <= 12 and any(is_capital(line.words) for line in lines) and any(map(_is_name, lines))


def _is_name(line: Line) -> bool:
    return bool(NAME_FORM.fullmatch(line.words.strip())) and not is_capital(line.words)


def find_foot(items: Items) -> tuple[list[Zoned], int]:
    """Return the lines of a foot with their zones, and how many of the paragraphs and tables they are."""
    end = _end_of_foot(items)
    foot = _Foot()
    contacts = _start_of_contacts(items[:end])
    for item in items[:contacts]:
        foot.take(item)
    below = [line for item in items[contacts:end] for line in item.lines]
    return [*foot.found, *(Zoned(_zone_below(line), line) for line in below)], end


def _zone_below(line: Line) -> Zone:
    """Return what a line under the signature is, where address and telephone of the body stand there."""
    if line.is_blank:
        return Zone.BLANK
    return Zone.MARK if MARK_LINE.match(line.words) else Zone.CONTACT


def find_edges(lines: Sequence[Line]) -> Iterator[Zoned]:
    """Yield the lines of headers and footers: marks of circulation, address and telephone of the body."""
    is_contact = any(CONTACT.search(line.words) for line in lines)
    for line in lines:
        if MARK_LINE.match(line.words):
            yield Zoned(Zone.MARK, line)
        else:
            yield Zoned(Zone.CONTACT if is_contact else Zone.UNPLACED, line, is_sure=is_contact)


def _start_of_contacts(items: Items) -> int:
    """Return where address and telephone of the body begin: behind the last table of a foot, where they are named."""
    tables = [number for number, item in enumerate(items) if item.table]
    if not tables:
        return len(items)
    below = [line for item in items[tables[-1] + 1 :] for line in item.lines]
    return tables[-1] + 1 if any(CONTACT.search(line.words) for line in below) else len(items)


def _end_of_foot(items: Items) -> int:
    """Return where the foot ends: at a page break, a new section, an annex or a table of data."""
    blanks = 0
    for number, item in enumerate(items):
        if number == 0:
            continue
        if item.stretch != items[0].stretch or (item.line and (item.line.starts_page or _is_annex_start(item.line))):
            return number
        if _is_annex_title(items[number:]):
            return number
        blanks = blanks + 1 if item.is_blank else 0
        if blanks >= MANY_BLANKS or (item.table and not _is_foot_table(item.table) and item.table.has_borders):
            return number - (blanks - 1 if blanks else 0)
    return len(items)


def _is_annex_start(line: Line) -> bool:
    words = line.words.strip()
    return bool(ANNEX_LABEL.match(words)) and (line.align == "center" or is_capital(words))


def _is_annex_title(items: Items) -> bool:
    """Tell whether an annex without a label begins: its title in capitals, and below it (Kèm theo Kế hoạch số …)."""
    lines = [item.line for item in items[:MANY_BLANKS] if not item.is_blank]
    for number, line in enumerate(lines):
        if line is None or (number and ANNEX_REFERENCE.match(line.words)):
            return line is not None and not items[0].is_blank
        if line.align != "center" or not is_capital(line.words):
            return False
    return False


class _Foot:
    """Takes a foot piece by piece; knows whether recipients have begun, and who signs."""

    def __init__(self) -> None:
        self.found = list[Zoned]()
        self.is_listing = False
        self.columns: dict[int, int] = {}  # of a table in which somebody signs, and who

    def take(self, item: WordItem) -> None:
        if item.line:
            is_right = item.line.words[:1] == "\t"
            for piece in split_gaps(item.line):
                self._take_line(piece, 0, is_right)
                is_right = True
        elif item.table:
            for row in item.table.rows:
                self._take_table_row(row)

    def _take_table_row(self, row: Sequence[WordCell]) -> None:
        cells = [tuple(list_lines(cell.content)) for cell in row]
        signing = [number for number, lines in enumerate(cells) if _is_signing(lines)]
        self._seat(signing)
        for number, lines in enumerate(cells):
            self.is_listing = self.is_listing and number not in self.columns
            for line in lines:
                for piece in split_gaps(line):
                    self._take_line(piece, self.columns.get(number, 0))

    def _seat(self, signing: Sequence[int]) -> None:
        """Keep who signs in which column: the leading body on the right, those of further rows from the left."""
        has_names = any(one.zone is Zone.SIGNER for one in self.found)
        if not signing or (self.columns and not has_names):
            return
        order = signing if self.columns else [*signing[-1:], *signing[:-1]]
        first = max(self.columns.values(), default=-1) + 1
        self.columns = {column: first + number for number, column in enumerate(order)}

    def _take_line(self, line: Line, signer: int, is_right: bool = False) -> None:
        for zone, piece in self._zones(line, is_right):
            level = self._level(zone, piece, signer)
            self.found.append(Zoned(zone, piece, level, zone is not Zone.UNPLACED, signer=signer))

    def _level(self, zone: Zone, line: Line, signer: int) -> str:
        if zone is Zone.OFFICE:
            return "kiem" if KIEM.fullmatch(line.words) else "below" if self._is_below(line, signer) else ""
        return ""

    def _is_below(self, line: Line, signer: int) -> bool:
        signed = (one for one in reversed(self.found) if one.zone in SIGNING and one.signer == signer)
        last = next(signed, None)
        return last is not None and last.zone is Zone.SIGNER and line.paragraph != last.line.paragraph

    def _zones(self, line: Line, is_right: bool) -> Iterator[tuple[Zone, Line]]:
        words = line.words.strip()
        if line.is_blank or not has_letters(words):
            yield Zone.BLANK, line
        elif title := RECIPIENTS_TITLE.match(line.words):
            self.is_listing = True
            yield Zone.RECIPIENT_TITLE, cut_line(line, 0, title.end())
            rest = cut_line(line, title.end(), len(line.words) + 1)
            if not rest.is_blank:
                yield from self._zones(rest, is_right=False)
        else:
            yield self._zone(line, words, is_right), line

    def _zone(self, line: Line, words: str, is_right: bool) -> Zone:
        if ARCHIVE_LINE.match(words) and (self.is_listing or words[0] in DASH_SIGNS):
            return Zone.ARCHIVE
        if self.is_listing and DRAFTER.fullmatch(words):
            return Zone.DRAFTER
        if words[0] in DASH_SIGNS or line.label == "-":
            self.is_listing = True
            return Zone.RECIPIENT
        if GAP_LINE.fullmatch(words) and (not self.is_listing or line.align == "center" or is_right):
            return Zone.SIGNER
        if MARK_LINE.match(words):
            return Zone.MARK
        if _is_mark_line(line):
            return Zone.AUTHORITY
        if KIEM.fullmatch(words) or (is_capital(words) and len(words) <= LONGEST):
            return Zone.OFFICE
        if self.is_listing and line.align != "center" and not is_right:
            return Zone.RECIPIENT
        if _is_name(line) and len(words) <= 60:
            return Zone.SIGNER
        return Zone.RECIPIENT if self.is_listing and not ADDRESSEE.match(words) else Zone.UNPLACED


def _is_signing(lines: Sequence[Line]) -> bool:
    """Tell whether a cell holds a signature: an office in capitals, and no recipients."""
    shown = [line for line in lines if not line.is_blank]
    if any(RECIPIENTS_TITLE.match(line.words) for line in shown):
        return False
    return any(is_capital(line.words) and line.words.strip()[0] not in DASH_SIGNS for line in shown)
