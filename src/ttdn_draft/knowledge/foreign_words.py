"""Words of other languages and units: nothing goes in, the words that documents write in small letters come out."""

from functools import cache

from .word_lists import read_word_list


@cache
def list_foreign_words() -> frozenset[str]:
    """Return the words of knowledge/data/foreign_words.txt."""
    return frozenset(" ".join(read_word_list("foreign_words")).split())
