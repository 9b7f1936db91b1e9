"""Names with their capitals: nothing goes in, each way of writing one wrong comes out, with the right one."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product

from ..records import dataclass
from .word_lists import read_word_list


@dataclass(frozen=True)
class WrongName:
    """A name with wrong capitals, each of its words with the one behind it, and how it is written right."""

    written: str
    pairs: frozenset[tuple[str, str]]
    right: str


@cache
def list_wrong_names() -> tuple[tuple[tuple[str, ...], tuple[WrongName, ...]], ...]:
    """Return of each name its words in small letters, and each way of writing it wrong."""
    return tuple(
        (tuple(_first(line).lower().split()), tuple(_list_wrong(line))) for line in read_word_list("capital_names")
    )


def _first(line: str) -> str:
    return line.split("=")[0].strip(" ~")


def _list_wrong(line: str) -> Iterator[WrongName]:
    names = [name.strip(" ~") for name in line.split("=")]
    spelt = [(word.lower(), word.lower().capitalize()) if word.isalpha() else (word,) for word in names[0].split()]
    for words in product(*spelt):
        written = " ".join(words)
        if written not in names and not (line.startswith("~") and written.islower()):
            yield WrongName(written, frozenset(pairwise(words)), names[0])
