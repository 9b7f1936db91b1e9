"""Names with their capitals: nothing goes in, each way of writing one wrong comes out, with the right one."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from types import MappingProxyType


@cache
def list_wrong_capitals() -> Mapping[str, str]:
    """Return the names of knowledge/data/capital_names.txt with wrong capitals, and how they are written right."""
    text = (files(__package__) / "data" / "capital_names.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return MappingProxyType({wrong: right for line in lines for wrong, right in _list_wrong(line)})


def _list_wrong(line: str) -> Iterator[tuple[str, str]]:
    names = [name.strip(" ~") for name in line.split("=")]
    spelt = [(word.lower(), word.lower().capitalize()) if word.isalpha() else (word,) for word in names[0].split()]
    for words in product(*spelt):
        wrong = " ".join(words)
        if wrong not in names and not (line.startswith("~") and wrong.islower()):
            yield wrong, names[0]
