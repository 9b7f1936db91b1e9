"""Finds names of bodies that are nearly those at head or foot: passages go in, each name with its twin comes out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..model.mentions import TEXT_ZONES, Passage
from ..patterns import regex

_NAME = regex(r"\s*(?:Tổng cục|Chi cục|Cục|Vụ|Viện|Trung tâm|Hội|Trường)(?:,? [^\W\d_]+){3,}")
_HEAD = regex(r"Tổng cục|Chi cục|Cục|Vụ|Viện")
LEAST_WORDS = 3  # behind the kind of a body, from which on a name that lacks some of its fields is known again
Twin = tuple[Passage, int, int, str]


def list_organ_twins(passages: Sequence[Passage]) -> Iterator[Twin]:
    """Yield names in the text that have the words of an addressee or a recipient in another order, or are cut short."""
    named = [(p, found) for p in passages if p.zone in ("addressee", "recipient") and (found := _NAME.match(p.text))]
    texts = [passage for passage in passages if passage.zone in TEXT_ZONES]
    for passage, found in named:
        yield from _find_misordered(found[0].strip(), texts)
        yield from _find_longer(passage, found, texts)


def _find_misordered(name: str, texts: Sequence[Passage]) -> Iterator[Twin]:
    first, *others = name.split()
    pattern = re.compile(rf"(?<!\w){first}(?:,? [^\W\d_]+){{{len(others)}}}(?!\w)")
    for passage in texts:
        for found in pattern.finditer(passage.text):
            words = _fold(found[0])
            if words != _fold(name) and Counter(words) == Counter(_fold(name)) and not passage.is_given(found.start()):
                yield passage, *found.span(), name


def _find_longer(passage: Passage, found: re.Match[str], texts: Sequence[Passage]) -> Iterator[Twin]:
    name = found[0].strip()
    head = _HEAD.match(name)
    rest = name[head.end() :].strip() if head else ""
    if head is None or len(rest.split()) < LEAST_WORDS:
        return
    longer = re.compile(rf"(?<!\w){head[0]} [^\W\d_][^.;:()\n]{{1,40}} và {re.escape(rest)}(?!\w)")
    right = next((whole[0] for text in texts if (whole := longer.search(text.text))), "")
    if right and not any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text.text) for text in texts):
        start = found.start() + found[0].index(name)
        yield passage, start, start + len(name), right


def _fold(name: str) -> list[str]:
    return name.casefold().replace(",", "").split()
