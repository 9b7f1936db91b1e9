"""Lists of words: a line, or the name of a list that ships with the program goes in, words or lines come out."""

from functools import cache

from ..resources import read_knowledge


def as_words(line: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(line.split())


@cache
def read_word_list(name: str) -> tuple[str, ...]:
    """Return the lines of a list of knowledge/data, those without words and those that begin with # left out."""
    text = read_knowledge(f"data/{name}.txt")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
