"""Reads the units of the country that passages name: passages go in, level words with their known names come out.

Only names of the tables are read, so units of other countries are none; a level word may have a list of names.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from ..knowledge.places.gazetteer import (
    KnownUnit,
    name_communes,
    name_districts,
    name_former_communes,
    name_provinces,
)
from ..knowledge.places.unit_names import NAME_DASH, fold_spelling
from ..model.mentions import Mention, Passage
from ..patterns import regex
from ..records import dataclass

PROVINCE_KINDS = ("tỉnh", "thành phố")
DISTRICT_KINDS = ("huyện", "quận", "thị xã", "thành phố", "thị trấn")
COMMUNE_KINDS = ("xã", "phường", "đặc khu")
_COMMITTEES = {"huyện": "huyện", "quận": "quận", "thị": "thị xã", "thành": "thành phố", "tỉnh": "tỉnh"}
_SHORT_KINDS = {"tx": "thị xã", "tp": "thành phố", "tt": "thị trấn", "h": "huyện", "q": "quận", "huyện đảo": "huyện"}
_NUMBERED = ("quận", "phường")  # whose name may be a number alone
_LEVEL = regex(
    r"(?<!\w)(?:(?P<committee>huyện|quận|thị|thành|tỉnh|đảng)[ \n](?:uỷ|ủy)(?:[ \n](?P<of>xã|phường|đặc[ \n]khu))?"
    r"|(?<!hợp tác )(?<!làng )(?<!công )"
    r"(?P<kind>huyện(?:[ \n]đảo)?|quận|thị[ \n](?:xã|trấn)|thành[ \n]phố|tỉnh|xã|phường|đặc[ \n]khu|"
    r"t[xpt]\.|[hq]\.|tx|tp))(?:(?<=\.)(?=[ \n]?\w)|(?=[ \n.:])):?[ \n]?"
)
_TOKEN = regex(r"[^\W_][\w'’]*")
_BETWEEN_TOKENS = regex(r"[ \n]?[-–][ \n]?|[ \n]")
_BETWEEN_NAMES = regex(r"(?:,|;|[ \n]và|[ \n]hoặc)[ \n]")
_MOST_TOKENS = 6  # of a name: Phan Rang - Tháp Chàm has four
_DISTRICT = r"(?:huyện|quận|thị xã|thị trấn|thành phố)"
_MORE = rf"(?:(?:,| và| hoặc|/) ?(?:(?:huyện|quận|thị|thành) (?:uỷ|ủy)|{_DISTRICT}|thị|thành)(?!\w))*"
_GROUP = regex(
    rf"(?<!\w)(?:cấp (?:quận, |quận và |tỉnh, |tỉnh và )?huyện"
    rf"|(?:các|mỗi|từng|những) (?:(?:huyện|quận|thị|thành) (?:uỷ|ủy)|huyện(?: đảo)?|quận|thị xã|thị trấn)(?!\w){_MORE}"
    rf"|(?:huyện|quận)(?: (?:uỷ|ủy))?(?:,|/) ?(?:(?:huyện|quận|thị|thành) (?:uỷ|ủy)|{_DISTRICT})(?!\w){_MORE}"
    r"|(?:huyện|quận|thị) (?:uỷ|ủy)"
    r"|(?:tỉnh|thành phố)(?:,| và| đến| xuống(?: đến)?) (?:các )?huyện(?!\w)|huyện(?:, xã|,? (?:và|đến) (?:xã|cơ sở))"
    r"|(?:(?<!văn )phòng|đội|trung tâm|tuyến|cán bộ|lãnh đạo|ngân sách)"
    r"(?: (?!các |của |tỉnh |cấp )[\w-]+){0,5} huyện(?! (?:uỷ|ủy))"
    r"|(?:các )?(?:xã, phường|phường, xã|xã|phường)(?:,| và) thị trấn"
    r"|(?:trên địa bàn|toàn|ubnd|(?:uỷ|ủy) ban nhân dân|hđnd|hội đồng nhân dân|công an|đảng bộ|"
    r"mặt trận tổ quốc(?: việt nam)?) (?:huyện|quận|thị xã))(?!\w)"
)
_BARE = regex(
    r"(?<!\w)(?:(?:ubnd|(?:uỷ|ủy) ban nhân dân|hđnd|hội đồng nhân dân|công an|đảng bộ|ngành|trên địa bàn) "
    r"(?P<kind>tỉnh|thành phố)|(?P<committee>tỉnh|thành) (?:uỷ|ủy))(?!\w)"
    r"(?!,? (?:và |hoặc )?(?:thành phố|trực thuộc|thành))(?!/)"
)
DISTRICT_WORDS = ("huyện", "quận", "thị xã", "thị trấn", "thị u*", "thị ủ*")
"""What a text holds that names districts in general."""
LEVEL_WORDS = (
    "huyện",
    "quận",
    "thị",
    "thành",
    "tỉnh",
    "xã",
    "phường",
    "khu",
    "tp*",
    "tx",
    "đảng",
    "tt.",
    " h. ",
    " q. ",
)
"""What a text holds that names a unit."""


@dataclass(frozen=True)
class UnitName:
    """One name behind a level word, and the units of all times that bear it."""

    start: int
    end: int
    units: tuple[KnownUnit, ...]


@dataclass(frozen=True, eq=False)
class UnitMention(Mention):
    """A level word with one known name or several; `committee` is its Party committee where that is named."""

    kind: str
    names: tuple[UnitName, ...]
    committee: str = ""

    @property
    def is_list(self) -> bool:
        """Tell whether one level word has several names."""
        return len(self.names) > 1

    @property
    def name(self) -> str:
        """Return its first name as it is written."""
        return self.passage.text[self.names[0].start : self.names[0].end]


@dataclass(frozen=True, eq=False)
class DistrictGroup(Mention):
    """Words for districts in general, without a name: cấp huyện; các huyện, thị xã, thành phố; huyện uỷ."""


@dataclass(frozen=True, eq=False)
class BareLevel(Mention):
    """Words for the own province or city, without a name: UBND tỉnh, Thành uỷ; `kind` is its level word."""

    kind: str


def read_bare_levels(passages: Iterable[Passage]) -> tuple[BareLevel, ...]:
    """Return where passages name the own province or city by its level word alone."""
    return tuple(found for passage in passages for found in _read_bare(passage))


def _read_bare(passage: Passage) -> Iterator[BareLevel]:
    low = passage.text.casefold()
    if len(low) != len(passage.text):
        return
    for found in _BARE.finditer(low.replace("\n", " ")):
        if not passage.text[found.end() + 1 : found.end() + 2].isupper():
            kind = found["kind"] or _COMMITTEES[found["committee"]]
            yield BareLevel(passage, *found.span(), kind)


def read_units(passages: Iterable[Passage]) -> tuple[UnitMention, ...]:
    """Return the units that passages name, in their order."""
    return tuple(found for passage in passages for found in _read_passage(passage))


def read_groups(passages: Iterable[Passage], named: Iterable[UnitMention]) -> tuple[DistrictGroup, ...]:
    """Return where passages name districts in general; `named` are the units that they name."""
    starts: dict[Passage, set[int]] = {}
    for unit in named:
        starts.setdefault(unit.passage, set()).add(unit.start)
    return tuple(group for passage in passages for group in _read_groups(passage, starts.get(passage, set())))


def _read_groups(passage: Passage, named: set[int]) -> Iterator[DistrictGroup]:
    low = passage.text.casefold()
    if len(low) != len(passage.text):
        return
    for found in _GROUP.finditer(low.replace("\n", " ")):
        start, end = found.span()
        after = passage.text[end : end + 2]
        is_of_a_place = after[1:].isupper() and passage.zone != "issuer"  # which is in no table: not of this country
        if not (is_of_a_place or any(start <= at < end for at in named)):
            yield DistrictGroup(passage, start, end)


def _read_passage(passage: Passage) -> Iterator[UnitMention]:
    low = passage.text.casefold()
    if len(low) != len(passage.text):
        return
    for found in _LEVEL.finditer(low):
        kind = _kind(found)
        names = tuple(_read_names(passage.text, found.end(), kind)) if kind else ()
        if names:
            committee = passage.text[found.start() : found.end()].strip() if found["committee"] else ""
            yield UnitMention(passage, found.start(), names[-1].end, kind, names, committee)


def _kind(found: re.Match[str]) -> str:
    """Return the level word of a find: that of a committee is the one of its unit."""
    if found["of"]:
        return found["of"].replace("\n", " ")
    if found["committee"]:
        return _COMMITTEES.get(found["committee"], "")
    word = found["kind"].replace("\n", " ").rstrip(".")
    return _SHORT_KINDS.get(word, word)


def _read_names(text: str, at: int, kind: str) -> Iterator[UnitName]:
    while name := _read_name(text, at, kind):
        yield name
        following = _BETWEEN_NAMES.match(text, name.end)
        if following is None:
            return
        at = following.end()


def _read_name(text: str, at: int, kind: str) -> UnitName | None:
    """Return the longest known name of a kind that begins at a place."""
    ends = _ends(text, at)
    folded = fold_spelling(text[at : ends[-1]]) if ends else ""
    for end in reversed(ends):
        name = NAME_DASH.sub(" - ", " ".join(folded[: end - at].split()))
        units = _FINDERS[kind](name) if not name.isdigit() or kind in _NUMBERED else ()
        if units:
            return UnitName(at, end, units)
    return None


def _ends(text: str, at: int) -> list[int]:
    """Return where a name that begins at a place may end: after each word with a capital or a number."""
    ends = list[int]()
    while len(ends) < _MOST_TOKENS:
        token = _TOKEN.match(text, at)
        if token is None or not (token[0][0].isupper() or token[0][0].isdigit()):
            break
        ends.append(token.end())
        between = _BETWEEN_TOKENS.match(text, token.end())
        if between is None:
            break
        at = between.end()
    return ends


def _find_province(name: str) -> tuple[KnownUnit, ...]:
    return name_provinces().get(name, ())


def _find_city(name: str) -> tuple[KnownUnit, ...]:
    return (*_find_province(name), *_find_district("thành phố")(name))


def _find_district(kind: str) -> Callable[[str], tuple[KnownUnit, ...]]:
    return lambda name: tuple(unit for unit in name_districts().get(name, ()) if unit.kind == kind)


def _find_town(name: str) -> tuple[KnownUnit, ...]:
    towns = tuple(unit for unit in name_former_communes().get(name, ()) if unit.kind == "thị trấn")
    return towns or name_communes().get(name, ())  # a commune of today that is called one


def _find_commune(kind: str) -> Callable[[str], tuple[KnownUnit, ...]]:
    """Return what finds the communes of today of a name, of whatever kind, or else the former ones of a kind."""
    return lambda name: (
        name_communes().get(name) or tuple(u for u in name_former_communes().get(name, ()) if u.kind == kind)
    )


_FINDERS: dict[str, Callable[[str], tuple[KnownUnit, ...]]] = {
    "tỉnh": _find_province,
    "thành phố": _find_city,
    "thị trấn": _find_town,
    **{kind: _find_district(kind) for kind in ("huyện", "quận", "thị xã")},
    **{kind: _find_commune(kind) for kind in COMMUNE_KINDS},
}
