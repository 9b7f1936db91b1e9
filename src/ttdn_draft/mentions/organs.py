"""Reads the organs that passages name: passages go in, names of the table of organs come out, in whatever spelling.

Words are looked up from their first one on, the longest name first; case and the place of a tone mark fall away.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from ..knowledge.names import fold_plain
from ..knowledge.places.organs import ListedOrgan, list_all_organs
from ..knowledge.places.unit_names import fold_spelling
from ..model.mentions import TEXTS_KEPT, Mention
from ..patterns import regex
from ..records import dataclass
from ..reuse import reuse
from .index import PassageIndex

_FIRST_WORDS = (
    *(("bộ",), ("sở",), ("ban", "uỷ ban", "ủy ban", "đảng uỷ", "đảng ủy"), ("cục",), ("vụ",), ("văn phòng", "phòng")),
    *(("đảng đoàn",), ("hội đồng",), ("mặt trận",), ("đài",), ("thanh tra",), ("ngân hàng",)),
    *(("đồn",), ("hội",), ("đoàn",)),
)
"""How names begin; of those of one group, one may be a part of another, so that they are looked for together."""
_WORD = regex(r"[^\W_]+")
_NO_NAME = regex(r"[.;:(]| và$")  # what stands in, or at the end of, words that are no one name
_REMARK = regex(r"\s*\([^)]*\)")
_REMARK_OF_NAME = regex(r"\((?:và|hoặc)\s")
_NO_MINISTRY = "cán "  # cán bộ, before the first word of a name
_SEVERAL = ("các ", "các\n")
_LIST_HEAD = regex(r"[Ss]ở\s*:?\s+(?=[A-ZĐ])")
_NEXT_OF_LIST = regex(r"\s*(?:[,;]|và(?!\w))\s*(?=[A-ZĐ])")
_GOES_ON = (", V", ", v", ", T", " và V", " và T")  # how a name goes on of which a shorter one is known
_MOST_WORDS = 12  # of a name
_LEAST_LOOSE = 4  # words of a name that is known again where some are in another order
_GENERAL_NAMES = (
    *("Ủy ban nhân dân", "Hội đồng nhân dân", "Mặt trận Tổ quốc Việt Nam", "Mặt trận Tổ quốc"),
    *(
        "Bộ Chỉ huy Bộ đội Biên phòng",
        "Bộ Chỉ huy Quân sự",
        "Ban Chỉ huy Quân sự",
        "Đồn Biên phòng",
        "Hội Liên hiệp Phụ nữ",
    ),
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
)
"""How names of organs of every level begin, for the sake of their capitals."""
_SHORT_FOR = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_CENTRE = "Trung ương"
_OF_CITY = "Ban Tuyên giáo và Dân vận"  # has a row of its own for the committee of a city
_ROOM = "Phòng "
_HEADS_OF_SHORT = ("Bộ", "Sở")
_LOOSE_HEADS = ("bộ", "sở", "ban")
_JOINING = "va"
_LEAST_SHORT = 5
_LEAST_NEAR, _NEAR_HEADS = 6, ("bo", "so")  # syllables of a name that is known again with a word exchanged


@dataclass(frozen=True, eq=False)
class OrganMention(Mention):
    """Words that are the name of an organ; `organs` are those of all times that bear it, `name` as the table has it.

    `is_loose`: the words of the name are there, but in another order, with another mark, without an [và], or with one
    of them exchanged. `is_listed`: it is named without its first word, which a list has but once: Các sở: Tài chính, …
    """

    name: str
    organs: tuple[ListedOrgan, ...]
    is_loose: bool = False
    is_listed: bool = False


@dataclass(frozen=True)
class _Name:
    name: str
    organs: tuple[ListedOrgan, ...]


def read_organs(index: PassageIndex) -> tuple[OrganMention, ...]:
    """Return the organs that the passages of a document name, in their order."""
    words = _choose_words(index)
    passages = index.having(*words)
    return tuple(OrganMention(passage, *found) for passage in passages for found in _read_line(passage.text, words))


def _choose_words(index: PassageIndex) -> tuple[str, ...]:
    """Return the first words of those names of which a document has all words, in whatever order."""
    first, *others = index.parts
    known = reuse(_fold_words, first)
    more = frozenset[str]().union(*map(_fold_words, others)) - known
    groups = [
        group
        for group in _FIRST_WORDS
        if reuse(_may_name, known, by=(group, more & _words_of(group)))
        or (group[0] in _LOOSE_HEADS and _may_be_loose(group[0], index.typed_vocabulary))
    ]
    return tuple(word for group in groups for word in group)


def _may_name(known: frozenset[str], group: tuple[str, ...], more: frozenset[str]) -> bool:
    """Tell whether all words of a name are known, or among more words."""
    return any(map((known | more).issuperset, _list_words(group)))


@cache
def _words_of(group: tuple[str, ...]) -> frozenset[str]:
    return frozenset[str]().union(*_list_words(group))


def _fold_words(index: PassageIndex) -> frozenset[str]:
    return frozenset(_WORD.findall(fold_spelling(index.vocabulary)))


def _may_be_loose(head: str, words: str) -> bool:
    return f"{head[0].upper()}{head[1:]}" in words or head.upper() in words


@cache
def _list_words(group: tuple[str, ...]) -> Sequence[frozenset[str]]:
    """Return the words of each name that begins with one of a group."""
    starts = tuple(f"{_fold(word)} " for word in group)
    return [frozenset(_WORD.findall(name)) for name in _index() if name.startswith(starts)]


@lru_cache(maxsize=TEXTS_KEPT)
def find_by_name(name: str) -> tuple[ListedOrgan, ...]:
    """Return the organs of all times that bear a name."""
    found = _index().get(_fold(name))
    return found.organs if found else ()


def _fold(text: str) -> str:
    return " ".join(fold_spelling(text).split())


class _Found(NamedTuple):
    """What an `OrganMention` says but for its passage."""

    start: int
    end: int
    name: str
    organs: tuple[ListedOrgan, ...]
    is_loose: bool = False
    is_listed: bool = False


@lru_cache(maxsize=TEXTS_KEPT)
def _read_line(line: str, words: Sequence[str]) -> tuple[_Found, ...]:
    low, found, end = line.casefold(), list[_Found](), 0
    if len(low) != len(line):
        return ()
    for start in _list_starts(low.replace("\n", " "), words):
        if start >= end:
            is_list = low.startswith("sở", start) and low.endswith(_SEVERAL, 0, start)
            listed = [*_read_list(line, start)] if is_list else []
            one = None if len(listed) > 1 else _read_name(line, start)
            found += [one] if one else listed
            end = found[-1].end if found else 0
    return tuple(found)


def _read_list(line: str, start: int) -> Iterator[_Found]:
    """Yield the departments of a list that says their first word once; it ends with the first that nobody knows."""
    head = line[start : start + len("sở")].lower()
    between = _LIST_HEAD.match(line, start)
    while between:
        at = between.end()
        ends = [word.end() for word in islice(_WORD.finditer(line, at), _MOST_WORDS)]
        folded = f"{head} {fold_spelling(line[at : ends[-1]])}".replace("\n", " ") if ends else ""
        known = ((end, _index().get(folded[: end - at + len(head) + 1])) for end in reversed(ends))
        end, name = next(((end, name) for end, name in known if name), (0, None))
        if name is None:
            return
        yield _Found(at, end, name.name, name.organs, is_listed=True)
        between = _NEXT_OF_LIST.match(line, end)


def _list_starts(text: str, words: Sequence[str]) -> Iterator[int]:
    """Yield where one of some words stands as a whole; what is inside of one that begins before is none."""
    found, end = list[tuple[int, str]](), 0
    for word in words:
        at = text.find(word)
        while at >= 0:
            behind = at + len(word)
            if not (_goes_on(text[at - 1 : at]) or _goes_on(text[behind : behind + 1])):
                found.append((at, word))
            at = text.find(word, behind)
    for at, word in sorted(found):
        if at >= end:
            end = at + len(word)
            if not text.endswith(_NO_MINISTRY, 0, at):
                yield at


def _goes_on(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _read_name(line: str, start: int) -> _Found | None:
    ends = [word.end() for word in islice(_WORD.finditer(line, start), _MOST_WORDS)]
    folded = fold_spelling(line[start : ends[-1]]).replace("\n", " ")
    names = _index()
    for end in reversed(ends[1:]):
        if known := names.get(folded[: end - start]):
            if line.startswith(_GOES_ON, end) and (longer := _read_misordered(line, start, ends, folded, end)):
                return longer
            return _Found(start, end, known.name, known.organs)
    is_like_a_name = line[start].isupper() and folded.startswith(_LOOSE_HEADS)
    return _read_loose(start, ends, folded) if is_like_a_name else None


def _read_misordered(line: str, start: int, ends: list[int], folded: str, after: int) -> _Found | None:
    """Return a longer name of which a shorter one is the beginning here: Sở Du lịch, Văn hóa và Thể thao."""
    for end in reversed([end for end in ends if end > after]):
        words = folded[: end - start]
        known = None if _NO_NAME.search(words) or not line[start].isupper() else _loose_index().get(_bag(words))
        if known:
            return _Found(start, end, known.name, known.organs, is_loose=True)
    return None


def _read_loose(start: int, ends: list[int], folded: str) -> _Found | None:
    """Return the name whose words stand at a place in another order or with another mark."""
    for end in reversed(ends[_LEAST_LOOSE - 1 :]):
        words = folded[: end - start]
        near = None if _NO_NAME.search(words) else _loose_index().get(_bag(words)) or _find_near(words)
        if near:
            return _Found(start, end, near.name, near.organs, is_loose=True)
    return None


def _find_near(words: str) -> _Name | None:
    """Return the name of which one word is another one: Sở Văn hóa, Thông tin và Du lịch."""
    typed = tuple(_WORD.findall(fold_plain(words)))
    ways = (_leave_out(typed, at) for at in range(1, len(typed) - 1)) if len(typed) >= _LEAST_NEAR else ()
    exchanged = next((near for way in ways if (near := _near_index().get(way))), None)
    return exchanged or (_shorter_index().get(_bag(words)) if len(typed) >= _LEAST_SHORT else None)


def _leave_out(words: tuple[str, ...], at: int) -> tuple[str, ...]:
    """Return words with a gap in the place of two of them, which are one word of two syllables."""
    return (*words[:at], "", *words[at + 2 :])


@cache
def _near_index() -> Mapping[tuple[str, ...], _Name]:
    names = ((tuple(_WORD.findall(fold_plain(fold))), name) for fold, name in _index().items())
    long = [(w, n) for w, n in names if len(w) >= _LEAST_NEAR and w[0] in _NEAR_HEADS]
    return MappingProxyType({_leave_out(w, at): n for w, n in long for at in range(1, len(w) - 1)})


@cache
def _shorter_index() -> Mapping[tuple[str, ...], _Name]:
    """Return the ministries with a comma in their name by the words that are left without one of them."""
    names = [(_WORD.findall(fold_plain(fold)), name) for fold, name in _index().items() if "," in fold]
    long = [([word for word in words if word != _JOINING], name) for words, name in names if words[0] == "bo"]
    return MappingProxyType(
        {
            tuple(sorted(w[:at] + w[at + 2 :])): n
            for w, n in long
            if len(w) > _LEAST_NEAR
            for at in range(1, len(w) - 1, 2)
        }
    )


def _bag(words: str) -> tuple[str, ...]:
    """Return the words of a name without their marks, in the order of the alphabet; [và] falls away."""
    return tuple(sorted(word for word in _WORD.findall(fold_plain(words)) if word != _JOINING))


@cache
def _index() -> Mapping[str, _Name]:
    listed: dict[str, list[ListedOrgan]] = {}
    for organ in list_all_organs():
        for name in _write_names(organ):
            listed.setdefault(name, []).append(organ)
    found = {_fold(name): _Name(name, tuple(organs)) for name, organs in listed.items()}
    return MappingProxyType({_fold(name): _Name(name, ()) for name in _GENERAL_NAMES} | found)


@cache
def _loose_index() -> Mapping[tuple[str, ...], _Name]:
    heads = {f"{head} " for head in _LOOSE_HEADS}
    known = {fold: name for fold, name in _index().items() if any(fold.startswith(head) for head in heads)}
    return MappingProxyType({_bag(fold): name for fold, name in known.items() if len(fold.split()) >= _LEAST_LOOSE})


def _write_short(organ: ListedOrgan) -> Iterator[str]:
    """Yield the names of a ministry or a department by its letters: Sở TTTT, Sở TT&TT."""
    head, letters = organ.name.split()[0], organ.symbol[1:]
    if head in _HEADS_OF_SHORT and len(letters) > 1 and letters.isupper():
        yield f"{head} {letters}"
        parts = re.split(r",? và | - |, ", organ.name.removeprefix(f"{head} "))
        if len(parts) > 1:
            first, last = ("".join(word[0].upper() for word in part.split()) for part in (parts[0], parts[-1]))
            yield f"{head} {first}&{last}" if len(parts) == 2 else f"{head} {letters[: -len(last)]}&{last}"


def _write_names(organ: ListedOrgan) -> Iterator[str]:
    """Yield the names under which an organ of one place is named in a text; those of a district have no place here."""
    name = _REMARK.sub("", organ.name)
    if _REMARK_OF_NAME.search(organ.name):  # Khối các cơ quan (và doanh nghiệp) tỉnh
        yield organ.name.replace("(", "").replace(")", "")
    yield from _write_short(organ)
    if organ.level == "huyen" and name.startswith(_ROOM):  # which is named without its district too
        yield (room := name.removesuffix(" huyện"))
        yield room.replace(" và ", " - ")
    if organ.level == "huyen" or (len(name.split()) < 3 and not name.startswith(("Sở ", "Bộ "))):
        return
    if name.startswith(("Cục ", "Vụ ")):
        name = name.split(",")[0]
    yield name
    if name.endswith(_CENTRE):
        yield name.removesuffix(_CENTRE) + "TW"
    for short, full in _SHORT_FOR.items():
        if short in name:
            yield name.replace(short, full)
    if name.endswith("Tỉnh ủy") and not name.startswith(_OF_CITY):
        yield name.removesuffix("Tỉnh ủy") + "Thành ủy"
