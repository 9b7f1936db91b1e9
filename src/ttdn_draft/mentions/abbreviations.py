"""Reads abbreviations: passages go in, each word of capitals comes out, and whether its long form stands there."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from ..knowledge.word_lists import as_words
from ..model.mentions import TEXTS_KEPT, Mention, Stretch
from ..patterns import regex
from ..records import dataclass
from .index import PassageIndex

_SHORT = regex(r"[A-ZĐƯ](?<![\w./-].)[A-ZĐƯ&]*[A-ZĐƯ](?:-[A-ZĐƯ][A-ZĐƯ&]*)*(?![\w/]|-\w|\.\w)")
_CAPITALS = regex(r"[A-ZĐƯ][A-ZĐƯ&]")
_ROMAN = regex(r"[IVXLC]+[A-EĐ]?")
_OF_SYMBOL = regex(r"(?:\w[-/]|[/&])\s*$|(?:số|hiệu|[Mm]ẫu|[Mm]ã|[Kk]iểu|tem|chữ|lục|[Vv]ùng|C/O)\s+$|\d\s?$")
_ENDS_OF_SYMBOL = (*"-/&0123456789", "số", "hiệu", "ẫu", "ã", "iểu", "tem", "chữ", "lục", "ùng", "C/O")
"""How everything ends in which that pattern is found: tried first, since few texts do."""
_CALLED = regex(r"\b(?:viết|gọi|nói|tên)\s*(?:tắt|chung|gọn)?(?:\s+là)?\s*:?\s*(?:[^\s(]+\s+){0,4}$", re.I)
_IN_BRACKETS = regex(r"\((?:[^\s()]+\s+){0,3}$")
_EXPLAINED = regex(r"\s*(?:\(|:\s|=\s|là\s)\s*(?P<long>[^\W\d_][^();:.]{5,})")
_BESIDE_LONG = tuple("(:=)l")  # what stands between a short form and its long one; l as in là
_REACH = 300  # signs on either side in which a long form may stand
_NEAR = 20  # signs on either side that tell what a word of capitals is
_SMALL_WORDS = as_words("và của các với về cho ở tại trong")  # of which a short form has no letter


@dataclass(frozen=True, eq=False)
class Abbreviation(Mention):
    """A word of capitals."""

    @cached_property
    def long(self) -> str:
        """Return its long form where that stands beside it, which is what makes it known; else nothing."""
        return _find_long(self.passage.text, self.start, self.end)


def read_abbreviations(index: PassageIndex) -> Iterator[Abbreviation]:
    """Yield the abbreviations of texts; lines that are all in capitals have none that can be told from words."""
    for passage in index.with_typed(filter(_may_be_short, index.typed_words)):
        yield from (Abbreviation(passage, *span) for span in _find_all(passage.text))


@lru_cache(maxsize=TEXTS_KEPT)
def _find_all(line: str) -> tuple[Stretch, ...]:
    found = () if line.isupper() else _SHORT.finditer(line)
    return tuple(one.span() for one in found if _is_abbreviation(line, one))


def _may_be_short(word: str) -> bool:
    return word[:2].isupper() if word.isalpha() else bool(_CAPITALS.search(word))


def _is_abbreviation(line: str, found: re.Match[str]) -> bool:
    """Tell whether capitals are no number, no part of a symbol, and no word among others in capitals."""
    before, after = line[max(0, found.start() - _NEAR) : found.start()], line[found.end() : found.end() + _NEAR]
    beside = (*before.split()[-1:], *after.split()[:1])
    return not (
        _ROMAN.fullmatch(found[0])
        or (before.rstrip().endswith(_ENDS_OF_SYMBOL) and _OF_SYMBOL.search(before))
        or any(word.isupper() and not word.isascii() and len(word) > 1 and "Đ" not in word for word in beside)
    )


@lru_cache(maxsize=TEXTS_KEPT)
def _find_long(line: str, start: int, end: int) -> str:
    """Return the long form of a short one: before it in brackets, or behind it in brackets or after a colon."""
    before, after = line[max(0, start - _REACH) : start], line[end : end + _REACH]
    if not (after.lstrip()[:1] in _BESIDE_LONG or before.rstrip()[-1:] in _BESIDE_LONG or _may_be_called(before)):
        return ""
    letters = [sign for sign in line[start:end] if sign.isalpha()]
    pieces = re.split(r"\s*[(:]", before.rstrip('(:- "“')) if before.rstrip().endswith(("(", ":")) else [""]
    if words := pieces[0].split():
        return _match_end(pieces[-1].split(), letters) or _match_end(words, letters) or words[-1]
    if (after[:1] == ")" and _IN_BRACKETS.search(before)) or (_may_be_called(before) and _CALLED.search(before)):
        return before.split("(")[0].strip() or before.strip()
    explained = _EXPLAINED.match(after)
    is_sure = not before.strip(" -+*•") or after[:2].strip() == "("
    if explained and (is_sure or _spells_start(explained["long"], letters)):
        return explained["long"].strip()
    return ""


def _may_be_called(before: str) -> bool:
    low = before.lower()
    return "viết" in low or "gọi" in low or "nói" in low or "tên" in low


def _match_end(words: list[str], letters: list[str]) -> str:
    """Return the last words of a text whose first letters are those of a short form."""
    for length in range(len(letters), len(letters) + 5):
        if _spells(words[-length:], letters):
            return " ".join(words[-length:])
    return ""


def _spells_start(line: str, letters: list[str]) -> bool:
    words = line.split()
    return any(_spells(words[:length], letters) for length in range(len(letters), len(letters) + 5))


def _spells(words: list[str], letters: list[str]) -> bool:
    bare = [word.strip(",;:\"“”'-–") for word in words]
    told = [word for word in bare if word and (word.lower() not in _SMALL_WORDS or len(bare) == len(letters))]
    return [word[0].upper() for word in told] == letters
