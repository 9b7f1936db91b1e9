"""Words of other languages and units: nothing goes in, the words that documents write in small letters come out."""

from functools import cache
from importlib.resources import files


@cache
def list_foreign_words() -> frozenset[str]:
    """Return the words of knowledge/data/foreign_words.txt."""
    text = (files(__package__) / "data" / "foreign_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() for word in line.split("#")[0].split())
