"""What is known of abbreviations: nothing goes in, those that everybody knows and long forms of others come out."""

from collections.abc import Mapping
from functools import cache

from ..records import dataclass
from .word_lists import read_word_list


@dataclass(frozen=True)
class KnownAbbreviations:
    """Those that need no long form, the long forms of others, and those of offices."""

    common: frozenset[str]
    known: Mapping[str, str]
    posts: Mapping[str, str]


@cache
def read_known_abbreviations() -> KnownAbbreviations:
    """Return what knowledge/data/abbreviations.txt says."""
    parts: dict[str, list[str]] = {}
    for line in read_word_list("abbreviations"):
        if line.startswith("["):
            lines = parts.setdefault(line.strip("[]"), [])
        else:
            lines.append(line)
    known, posts = (dict(_split(line) for line in parts[name]) for name in ("known", "posts"))
    return KnownAbbreviations(frozenset(" ".join(parts["common"]).split()), known, posts)


def _split(line: str) -> tuple[str, str]:
    short, _, long = line.partition(" = ")
    return short, long
