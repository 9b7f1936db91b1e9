"""Knows the signs that are typed like those of an item or a heading: a line goes in, the line to write comes out."""

from textwrap import shorten

from ..errors import Cause
from ..patterns import regex
from ..yaml_slips import BULLETS_OF_WORD, LIKE_DASH

LETTER_BULLETS = "ovqØü"
"""The bullets of Word's fonts as they are pasted where the font is lost: letters with more than a blank behind them."""
_LETTER_BULLET = rf"[{LETTER_BULLETS}](?=\t|[ ]{{2,}})|[{LETTER_BULLETS}](?=[ ][A-ZĐ\d])"
LOOKALIKE = regex(
    rf"({_LETTER_BULLET}|[{LIKE_DASH}•▪·∙{BULLETS_OF_WORD}]|#{{1,6}}[-.:]?(?=\w)|#{{1,6}}[-.:](?=\s)|＃{{1,6}}(?=\s*\w)|[IVX]{{2,5}}\.(?=\s+[^\W\d_a-z])|[-+](?=[^\W\d_])|\d{{1,2}}\.(?=[^\W\d_])|\d{{1,2}}-(?=\s)|[IVX]+[-.)](?=\s*[^\W\d_a-z]{{2}}))"
)
# numbers that are typed by hand in real texts and that nothing counts, with the way to write each
TYPED_FORMS = {
    "# …": regex(r"([A-H][.)]|[A-H]-|(?:Điều|Mục|Chương)[ ][\dIVX]{1,4}[.:])[ ]*(?=[^\W\d_a-z][^\n]{2,120}[^\n.;:,]$)"),
    "1. …": regex(r"(\d{1,2}(?:[,:;]|[ ]?[–—]))[ ]+(?=[A-ZĐÀ-ỸƠƯĂÂÊÔ])"),
    "a) …": regex(r"([a-zđ][./]|\([a-zđ]\))[ ]+(?=[^\W_])"),
    "1.1. …": regex(r"(\d{1,2}\.\d{1,2})[ ]+(?=[A-ZĐÀ-ỸƠƯĂÂÊÔ])"),
    "- …": regex(r"(\(\d{1,2}\)|[IVX]+\.(?:\d{1,2}\.){1,2}|(?:\d{1,2}\.){4})[ ]+(?=[^\W_])"),
}
ODD_START = regex(
    r"((?:-{2,4}(?![Hh][Ếế]t)|-[.:]|\+\+|[=-]>|[.,;:~=>→○●◦‣⁃§¬]|[-+](?=\d{1,4}\s+[^\W\d_]))\s*|_{1,2}\s+)(?=[^\W_])"
)
"""A sign at the beginning of a line that begins nothing, in the place of that of an item."""
GLUED_SIGN = regex(
    r"\s*([-+–—](?=[^\W\d_]|\d+\s[^\W\d_])(?!-[A-ZĐ]{2,}[-/])|(?:--|\+\+|[=-]>|[~○●◦‣⁃>])(?=\s*[^\W_])|_(?=\s))"
)
LOOSE_NOTE = regex(r"\[\^(?P<label>[^\s\[\]]+)\](?:[ ]*[;.=–-][ ]+|[ ]+[:：]|：|[ ]+(?=[^\W\d_]|\[(?!\^)))[ ]*")
BEYOND_FONT = "▪"  # a bullet that the font of documents lacks: it is told as a bullet
BULLET_LINE = regex(rf"\s*(?:[{LIKE_DASH}](?=\s|[^\W\d_])|[-+](?=[^\W\d_])|[•▪·∙{BULLETS_OF_WORD}]|{_LETTER_BULLET})")
LETTERS_OF_MARKS = "ĐMCIVX"  # with which one begins that has two letters: Điều 1., Mục I., Chương II., IV.
SHOWN_WORDS = 60  # letters of the line that a message repeats


def begins_with_letters(words: str) -> bool:
    """Tell whether words begin with two letters of which no mark is made: no form of these needs to be tried."""
    return len(words) > 1 and words[:2].isalpha() and words[0] not in LETTERS_OF_MARKS


def write_marked(content: str) -> str:
    """Return the first line of a paragraph that begins with such a sign, with the mark that is read."""
    line = content.split("\n", 1)[0]
    found = LOOKALIKE.match(line) or ODD_START.match(line)
    mark = found[1] if found else ""
    if mark[:1].isdigit():
        right = f"{mark[:-1]}."
    elif mark[:1] in ("#", "＃", "+"):
        right = mark.replace("＃", "#").rstrip("-.:") if mark[:1] != "+" else "+"
    else:
        right = "#" if mark[:1].isalpha() and mark not in LETTER_BULLETS else "-"
    return f"{right} {shorten(line[len(mark) :].lstrip('-+ '), SHOWN_WORDS, placeholder='…')}"


def list_bullets(content: str) -> list[int]:
    """Return which lines of a paragraph, from 0, begin with a sign that is typed for the dash of an item."""
    return [at for at, line in enumerate(content.split("\n")) if BULLET_LINE.match(line)]


def show_marker(marker: str) -> tuple[str, Cause | None]:
    """Return a mark as a message shows it; a bullet of Word's own fonts is told as such, and not as a strange sign."""
    if marker in BULLETS_OF_WORD:
        return "•", Cause.SYNTAX
    return marker, Cause.SYNTAX if marker in BEYOND_FONT else None
