"""Gives each doubt and gap of a text its name: a mark goes in, an id that stays the same elsewhere comes out."""

from hashlib import sha256

from ..model.marks import PendingMark

SUM_LETTERS = 8  # of the sum of the words: two questions of one text never share them


def name_mark(mark: PendingMark) -> str:
    """Return the name of a doubt: as the head has it, else made of its words, the same wherever they stand."""
    if mark.name:
        return mark.name
    kind = "gap" if mark.is_gap else "doubt"
    words = " ".join(mark.question.casefold().split()) or mark.written
    return f"{kind}:{sha256(words.encode()).hexdigest()[:SUM_LETTERS]}"
