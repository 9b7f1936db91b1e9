"""Lists of words: a line, or the name of a list that ships with the program goes in, words or lines come out."""

from functools import cache
from importlib.resources import files


def as_words(line: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(line.split())


@cache
def read_word_list(name: str) -> tuple[str, ...]:
    """Return the lines of a list of knowledge/data, those without words and those that begin with # left out."""
    text = (files(__package__) / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
