"""The annexes of a document: what follows the signature goes in, its lines come out with zone and number of annex."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from .bodies import find_body
from .lines import Line
from .pieces import BREAK, cut_line, split_gaps
from .wording import ANNEX_LABEL, ANNEX_REFERENCE, FORM_LABEL, has_letters, is_capital, read_label
from .zoned import Items, WordItem, Zone, Zoned

MANY_BLANKS = 8  # empty paragraphs in a row, which stand for a page break
LONGEST_TITLE = 400  # letters of a line of a title
IsLabel: TypeAlias = Callable[[Line], bool]


def find_annexes(items: Items) -> Iterator[Zoned]:
    """Yield the lines of all annexes."""
    shown = next((number for number, item in enumerate(items) if not item.is_blank), len(items))
    yield from (Zoned(Zone.BLANK, item.line) for item in items[:shown] if item.line)
    is_label = _is_name_of_annex if _is_one_annex(items) else is_annex_label
    for number, annex in enumerate(_split(items[shown:], is_label), 1):
        yield from _find_annex(annex, number, is_label)


def _is_one_annex(items: Items) -> bool:
    """Tell whether there is one annex: a single label Phụ lục, without a number, since several are numbered.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.1b.
    """
    labels = [item.line.words.strip() for item in items if item.line and _is_name_of_annex(item.line)]
    found = ANNEX_LABEL.match(labels[0]) if len(labels) == 1 else None
    return found is not None and len(found[0].split()) == 2  # the words Phụ lục


def _is_name_of_annex(line: Line) -> bool:
    """Tell whether a line is a label with the word Phụ lục: forms below it, Biểu mẫu 1, are parts of that annex."""
    return is_annex_label(line) and not FORM_LABEL.match(line.words)


def find_annex_start(items: Items) -> int:
    """Return where annexes begin in a file that nobody signs: at the first label on a page of its own."""
    blanks = 0
    for number, item in enumerate(items):
        if item.line and not item.is_blank and is_annex_label(item.line) and _is_apart(items, number, blanks):
            return number
        blanks = blanks + 1 if item.is_blank else 0
    return len(items)


def _split(items: Items, is_label: IsLabel) -> Iterator[Items]:
    start, blanks = 0, 0
    for number, item in enumerate(items):
        if (
            number
            and _begins_annex(items, number, blanks, is_label)
            and any(not one.is_blank for one in items[start:number])
        ):
            yield items[start:number]
            start = number
        blanks = blanks + 1 if item.is_blank else 0
    if items:
        yield items[start:]


def _begins_annex(items: Items, number: int, blanks: int, is_label: IsLabel) -> bool:
    line = items[number].line
    if line is None or line.is_blank:
        return False
    if is_label(line):
        return True
    return _is_apart(items, number, blanks) and line.align == "center" and line.is_bold and is_capital(line.words)


def _is_apart(items: Items, number: int, blanks: int) -> bool:
    """Tell whether a paragraph begins a page: by a section, by a break in it or just above, or by blank paragraphs."""
    line, above = items[number].line, items[number - 1]
    has_break = any(one is not None and one.starts_page for one in (line, above.line if above.is_blank else None))
    return number > 0 and (items[number].stretch != above.stretch or has_break or blanks >= MANY_BLANKS)


def is_annex_label(line: Line) -> bool:
    """Tell whether a line is the label of an annex: Phụ lục, Phụ lục II, Biểu số 1; a title may stand behind it."""
    found = ANNEX_LABEL.match(line.words)
    if found is None or not (line.align == "center" or line.is_bold):
        return False
    rest = line.words[found.end() :].strip(" .:-–\n")
    is_title = line.align == "center" and line.is_bold and rest[:1].isupper() and len(rest) < LONGEST_TITLE
    return not rest or is_capital(rest) or "\n" in line.words or is_title


def _find_annex(items: Items, annex: int, is_label: IsLabel) -> Iterator[Zoned]:
    end = _end_of_title(items, is_label)
    lines = (line for item in items[:end] for line in item.lines)
    reference = ""
    for piece in (part for line in lines for broken in split_gaps(line, BREAK) for part in _part_label(broken)):
        zone = _zone_of_title(piece)
        if zone is not Zone.BLANK and is_open(reference):
            zone = Zone.ANNEX_REFERENCE
        reference += piece.words * (zone is Zone.ANNEX_REFERENCE)
        yield Zoned(zone, piece, annex=annex)
    yield from find_body(items[end:], annex)


def is_open(words: str) -> bool:
    """Tell whether a bracket is open at the end of some words: (Kèm theo Kế hoạch số … goes on in the next line."""
    return words.count("(") > words.count(")")


def _part_label(line: Line) -> tuple[Line, ...]:
    """Return the label of an annex and the title behind it on the same line: Phụ lục I. Danh mục."""
    found = ANNEX_LABEL.match(line.words)
    rest = line.words[found.end() :].strip(" .:-–") if found else ""
    if found is None or not rest or not is_annex_label(line):
        return (line,)
    start = line.words.index(rest, found.end())
    return cut_line(line, 0, start), cut_line(line, start, len(line.words) + 1)


def _zone_of_title(line: Line) -> Zone:
    if line.is_blank or not has_letters(line.words):
        return Zone.BLANK
    if ANNEX_REFERENCE.match(line.words):
        return Zone.ANNEX_REFERENCE
    return Zone.ANNEX_LABEL if is_annex_label(line) else Zone.ANNEX_TITLE


def _end_of_title(items: Items, is_label: IsLabel) -> int:
    """Return where the title ends: at a table, a form, a numbered line, or one that is not in the middle."""
    last, reference = 0, ""
    for number, item in enumerate(items):
        if item.is_blank:
            continue
        if item.line is None or (number and is_annex_label(item.line) and not is_label(item.line)):
            break
        if not is_open(reference) and not _is_of_title(item, is_first=number == 0):
            break
        if is_open(reference) or ANNEX_REFERENCE.match(item.line.words):
            reference += item.line.words
        last = number + 1
    return last


def _is_of_title(item: WordItem, is_first: bool) -> bool:
    line = item.line
    if line is None or len(line.words) > LONGEST_TITLE:
        return False
    if is_annex_label(line) or ANNEX_REFERENCE.match(line.words) or not has_letters(line.words):
        return True
    if read_label(line.words.strip()).level != "p" and not is_first:
        return False
    return line.align == "center" and (not is_first or line.is_bold or is_capital(line.words) or line.is_italic)
