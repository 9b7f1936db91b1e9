"""What a new input file rests on and leaves open: its text goes in, doubts, gaps and what it uses come out."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..model import AskedDoubt, printed_words, to_names
from ..model.marks import find_pending
from ..records import dataclass
from ..yaml_nodes import read_yaml

HEAD_EDGE = "---\n"
DOUBTS_KEY = "kiem_tra"
USED_KEYS = (
    "loai",
    "the_thuc",
    "tinh",
    "xa",
    "co_quan",
    "dia_danh",
    "ngay",
    "trich_yeu",
    "can_cu",
    "noi_nhan",
    "luu",
    "ky",
)
"""The keys that say what a file uses, in the order of a page."""


@dataclass(frozen=True)
class Use:
    """Something that a file uses: the key, its words, and the names of the doubts that they rest on."""

    key: str
    words: str
    doubts: tuple[str, ...]
    is_gap: bool


@dataclass(frozen=True)
class Summary:
    """The doubts of a new file, the most important first, with the number of places of each; its gaps; its uses."""

    doubts: Mapping[str, AskedDoubt]
    places: Mapping[str, int]
    gaps: tuple[str, ...]
    uses: tuple[Use, ...]


def summarise(text: str) -> Summary:
    """Return what a new input file, as `compose_input` writes it, rests on and leaves open."""
    _, head, body = text.split(HEAD_EDGE, 2)
    data = read_yaml(head, "").data
    asked = {name: AskedDoubt(**to_names(AskedDoubt, entry)) for name, entry in data.get(DOUBTS_KEY, {}).items()}
    marks = list(find_pending(head + body))
    places = {name: sum(mark.name == name for mark in marks) for name in asked}
    uses = tuple(_read_use(key, words, asked) for key, words in _list_words(data))
    gaps = tuple(dict.fromkeys(mark.question for mark in marks if mark.is_gap))
    return Summary(asked, places, gaps, uses)


def _list_words(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in USED_KEYS:
        value = data.get(key)
        if isinstance(value, dict):
            yield from ((f"{key}.{inner}", str(words)) for inner, words in value.items())
        elif isinstance(value, list):
            yield from ((key, str(words)) for words in value)
        elif value is not None:
            yield key, str(value)


def _read_use(key: str, words: str, asked: Mapping[str, AskedDoubt]) -> Use:
    marks = list(find_pending(words))
    names = tuple(mark.name for mark in marks if mark.name in asked)
    shown = asked[names[0]].value if names and not marks[0].question else printed_words(words)
    return Use(key, " ".join(shown.split()), names, any(mark.is_gap for mark in marks))
