"""Makes the pack of a province out of the one for the whole country and its own: packs go in, one pack comes out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any, TypeVar

from ..model import PartialDate
from .names import make_id
from .pack import Fact, LocalFact, Organ, Pack, Statement
from .periods import Period
from .places.communes import LEVEL_WORD, Commune
from .places.provinces import Province, list_line

F = TypeVar("F", bound=Fact)
LEVEL_SOURCE = (
    "Tên người, số, một âm tiết thì viết thêm cấp (Hướng dẫn số 05-HD/VPTW, trang 9-10); tên này chưa đối chiếu"
)


def overlay(base: Pack, own: Pack) -> Pack:
    """Return a pack over another: what an organ of it writes wins, what it leaves out comes from the one below."""
    organs = {key: _join(base.organs[key], organ) if key in base.organs else organ for key, organ in own.organs.items()}
    defaults = {standard: {**kinds, **own.defaults.get(standard, {})} for standard, kinds in base.defaults.items()}
    return replace(
        own,
        organs={**base.organs, **organs},
        defaults=defaults,
        facts=(*base.facts, *_list_own(own)),
        terms=(*base.terms, *own.terms),
        events=(*base.events, *own.events),
        commune_organs={**base.commune_organs, **(own.organs if own.commune_id else {})},
        commune_defaults=base.commune_defaults,
        commune=base.commune,
        below=base.id if own.commune_id else "",
    )


def _list_own(own: Pack) -> tuple[LocalFact, ...]:
    """Return the facts of a pack; in that of a commune they are about the commune."""
    return tuple(replace(fact, units=(own.commune_id,)) for fact in own.facts) if own.commune_id else own.facts


def _join(base: Organ, own: Organ) -> Organ:
    below = {f.name: getattr(own, f.name) or getattr(base, f.name) for f in fields(Organ)}
    return replace(own, **below | {"recipients": {**base.recipients, **own.recipients}})


def for_province(country: Pack, line: Sequence[Province]) -> Pack:
    """Return the pack of the whole country as that of a province, whose units follow each other in `line`."""
    organs = {key: _localise(organ, line) for key, organ in country.organs.items()}
    now = line[-1]
    return replace(country, id=now.id, name=now.name, province=now.id, organs=organs)


def for_commune(pack: Pack, commune: Commune) -> Pack:
    """Return the pack of a province with the organs of one of its communes, which issue where nobody says."""
    line = list_line(pack.province)
    organs = {key: _localise(organ, line, commune) for key, organ in pack.commune_organs.items()}
    if LEVEL_WORD in commune.unverified:
        organs = {key: replace(organ, place_names=_doubt_all(organ.place_names)) for key, organ in organs.items()}
    own = pack.commune_defaults
    defaults = {standard: {**kinds, **own.get(standard, {})} for standard, kinds in pack.defaults.items()}
    return replace(pack, commune=commune, organs={**pack.organs, **organs}, defaults=defaults)


def _doubt_all(places: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(replace(place, is_verified=False, source=LEVEL_SOURCE) for place in places)


def _localise(organ: Organ, line: Sequence[Province], commune: Commune | None = None) -> Organ:
    values = {f.name: getattr(organ, f.name) for f in fields(Organ)}
    stated = {name: facts for name, facts in values.items() if isinstance(facts, tuple)}
    cut: dict[str, Any] = {name: _cut(facts, line, commune) for name, facts in stated.items()}
    recipients = {kind: _cut(listed, line, commune) for kind, listed in organ.recipients.items()}
    return replace(organ, recipients=recipients, **cut)


def _cut(facts: Iterable[F], line: Sequence[Province], commune: Commune | None) -> tuple[F, ...]:
    """Return facts with the words of each unit that they are about, in the time that they share with it."""
    found: list[F] = []
    for fact in facts:
        made: list[F] = []
        for unit in line:
            if not (_is_about(fact, unit, commune) and fact.period.overlaps(_time_of(unit))):
                continue
            local = replace(_fill(fact, _words(unit, commune)), is_inherited=True)
            if made and _timeless(made[-1]) == _timeless(local):
                made[-1] = replace(made[-1], until=_ending(fact, unit))
            else:
                made.append(replace(local, since=_beginning(fact, unit), until=_ending(fact, unit)))
        found += made
    return tuple(found)


def _is_about(fact: Fact, unit: Province, commune: Commune | None) -> bool:
    names = {unit.id, "thanh-pho" if unit.is_city else "tinh"} | ({make_id(commune.kind)} if commune else set())
    return not names & set(fact.not_in) and (not fact.only_in or bool(names & set(fact.only_in)))


def _time_of(unit: Province) -> Period:
    """Return the time of a unit; a unit is older than the day with which the table begins."""
    return replace(unit.period, start=None) if unit.period.start_kind == "floor" else unit.period


def _beginning(fact: Fact, unit: Province) -> PartialDate | None:
    return fact.since if fact.period.first_day >= _time_of(unit).first_day else unit.period.start


def _ending(fact: Fact, unit: Province) -> PartialDate | None:
    return fact.until if fact.period.last_day <= unit.period.last_day else unit.period.end


def _timeless(fact: F) -> F:
    return replace(fact, since=None, until=None)


def _words(unit: Province, commune: Commune | None) -> Mapping[str, str]:
    """Return what stands for the placeholders of the pack of the whole country."""
    words = {
        "{tinh}": unit.place_name,
        "{don_vi}": unit.full_name,
        "{dia_danh_dang}": unit.party_place_name,
        "{cap}": unit.kind,
        "{cap_uy}": "Thành uỷ" if unit.is_city else "Tỉnh uỷ",
    }
    return {**words, **_words_of_commune(commune)} if commune else words


def _words_of_commune(commune: Commune) -> Mapping[str, str]:
    return {
        "{xa}": commune.name,
        "{don_vi_xa}": commune.full_name,
        "{dia_danh_xa}": commune.place_name,
        "{cap_xa}": commune.kind,
    }


def _fill(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        for placeholder, word in words.items():
            value = value.replace(placeholder, word)
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _fill(getattr(value, f.name), words) for f in fields(value)})
    return tuple(map(partial(_fill, words=words), value)) if isinstance(value, tuple) else value
