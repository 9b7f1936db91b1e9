"""Finds words and numbers that a break of the line cut in two: two lines go in, what is typed and right comes out."""

from ..patterns import regex

LAST_WORD = regex(r"[^\s(“\"]+$")
FIRST_WORD = regex(r"[^\s.,;:)”\"]+")
DAY_PART = regex(r"\d{1,2}(?:/\d{1,2})?(?:/\d{2,4})?/?")
CODE_PART = regex(r"\d+(?:[-/][A-ZĐ]+)*[-/]?")


def find_cut(above: str, line: str) -> tuple[str, str] | None:
    """Return a word, date or number of a document that ends one line and goes on in the next, and the whole of it."""
    first, last = LAST_WORD.search(above), FIRST_WORD.match(line)
    if first is None or last is None:
        return None
    head, tail = first[0], last[0]
    if tail[:1] in "/-" and head[-1:].isdigit() and len(tail) > 1 and tail[1:2].isalnum():
        is_cut = bool(DAY_PART.fullmatch(head) if tail[1:2].isdigit() else CODE_PART.fullmatch(head))
        return (f"{head} {tail}", head + tail) if is_cut else None
    if head.endswith("-") and head[:-1].isalpha() and tail[:1].islower():
        return f"{head} {tail}", head[:-1] + tail
    return _find_word(head, tail)


def _find_word(head: str, tail: str) -> tuple[str, str] | None:
    """Return two halves of a syllable, of which one is none by itself."""
    if not (head.isalpha() and tail.isalpha() and tail.islower()):
        return None
    from ..knowledge.standards.syllables import is_syllable  # not needed for a text of whole lines

    halves = (head.lower(), tail)
    is_cut = is_syllable("".join(halves)) and not all(map(is_syllable, halves))
    return (f"{head} {tail}", head + tail) if is_cut else None
