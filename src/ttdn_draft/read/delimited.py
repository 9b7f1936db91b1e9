"""Reads a .csv file: a path goes in, its rows come out, each with the line on which it stands."""

import csv
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from ..errors import Cause, InputError, Place, explain
from ..messages import N_
from ..patterns import regex
from ..text_files import decode, read_bytes
from .sheets import Convention, Sheet, Value

DELIMITERS: dict[str, Convention] = {";": "vi", "\t": "vi", ",": "en"}  # of two that fit, the first one is taken
BLANK = " \t;,"  # a row of these alone is blank, whichever of them is the delimiter
NAMED = regex(r'"?sep=(?P<delimiter>[^\n])"?(?:\n|$)', re.I)  # how Excel's own first line names the delimiter
OTHER = "|"
NO_TEXT = {Cause.NOT_TEXT: "E184", Cause.OTHER_ENCODING: "E185", Cause.BROKEN_TEXT: "E186"}
"""What is told of a data file that is no text."""
PROBLEMS = {
    "unexpected end of data": N_("dấu nháy kép mở ở ô trong hàng này không có dấu đóng"),
    "field larger": N_("một ô dài quá mức; thường do thiếu dấu nháy kép đóng"),
    "'": N_('sau dấu nháy kép đóng còn chữ; dấu nháy trong chữ viết hai lần («""»)'),
}
OTHERWISE = N_("dấu nháy hoặc dấu phân cách viết sai")
Rows = list[tuple[int, list[Value]]]


def read_csv(path: Path, wants: Callable[[int, bool], bool]) -> Sheet:
    """Return the wanted rows that are not blank, and the convention of numbers that goes with the delimiter."""
    text = _read(path)
    named = NAMED.match(text)
    if named and named["delimiter"] not in DELIMITERS:
        raise InputError("E183", Place(str(path), 1), delimiter=named["delimiter"])
    if named:
        delimiter, rows = named["delimiter"], _split(text[named.end() :], named["delimiter"], str(path), 2)
    else:
        delimiter, rows = _choose(text, str(path))
    header = rows[0][1] if rows else []
    if len(header) == 1 and OTHER in str(header[0]):
        raise InputError("E183", Place(str(path), rows[0][0]), delimiter=OTHER)
    wanted = [(line, cells) for line, cells in rows if wants(line, False)]
    return Sheet(wanted, DELIMITERS[delimiter] if max((len(cells) for _, cells in rows), default=0) > 1 else None)


def _read(path: Path) -> str:
    """Return the text of a file; raises InputError with advice for data files where the bytes are not text."""
    data = read_bytes(path)
    try:
        text = decode(data, str(path))
    except InputError as error:
        (found,) = error.findings
        if found.cause is None:
            raise
        raise InputError(NO_TEXT[found.cause], found.place, **found.facts) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _choose(text: str, file: str) -> tuple[str, Rows]:
    """Return the delimiter that fits, with its rows: the first that cuts all rows alike, or the one that cuts most."""
    found: dict[str, Rows] = {}
    problems: dict[str, InputError] = {}
    header = text.lstrip("\n").split("\n", 1)[0]
    for delimiter in DELIMITERS:
        try:
            found[delimiter] = _split(text, delimiter, file)
        except InputError as error:
            problems[delimiter] = error
            continue
        if len(widths := {len(cells) for _, cells in found[delimiter]}) == 1 and widths != {1}:
            return delimiter, found[delimiter]
    likely = [error for delimiter, error in problems.items() if delimiter in header]
    if likely or not found:
        raise (likely or [*problems.values()])[0]
    best = max(found, key=lambda d: len(found[d][0][1]) if found[d] else 0)
    return best, found[best]


def _split(text: str, delimiter: str, file: str, line: int = 1) -> Rows:
    """Return the rows between delimiters; raises InputError at the row in which quotation marks do not fit."""
    offset = line - 1
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: Rows = []
    try:
        for cells in reader:
            if any(cell.strip(BLANK) for cell in cells):
                rows.append((line, [cell.strip() or None for cell in cells]))
            line = reader.line_num + 1 + offset
    except csv.Error as error:
        raise InputError("E162", Place(file, line), reason=explain(str(error), PROBLEMS, OTHERWISE)) from None
    return rows
