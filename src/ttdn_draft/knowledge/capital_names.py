"""Names with their capitals: nothing goes in, each way of writing one wrong comes out, with the right one."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from .word_lists import read_word_list


@cache
def list_wrong_capitals() -> tuple[tuple[tuple[str, ...], Mapping[str, str]], ...]:
    """Return of each name its words in small letters, and each way of writing it wrong, with the right one."""
    lines = read_word_list("capital_names")
    return tuple((tuple(_first(line).lower().split()), dict(_list_wrong(line))) for line in lines)


def _first(line: str) -> str:
    return line.split("=")[0].strip(" ~")


def _list_wrong(line: str) -> Iterator[tuple[str, str]]:
    names = [name.strip(" ~") for name in line.split("=")]
    spelt = [(word.lower(), word.lower().capitalize()) if word.isalpha() else (word,) for word in names[0].split()]
    for words in product(*spelt):
        wrong = " ".join(words)
        if wrong not in names and not (line.startswith("~") and wrong.islower()):
            yield wrong, names[0]
