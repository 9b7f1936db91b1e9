"""Contradictions between calendars: several that lie over each other go in, findings and replacements come out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from ...errors import Cause, Finding
from ...messages import N_
from ...model import Reading
from ...records import dataclass
from ..names import fold_name
from .anniversaries import GREAT, Anniversary, AnniversaryGroup
from .calendars import Layer
from .named import key_of_day

LUNAR = N_("âm lịch")


@dataclass(frozen=True)
class Replacement:
    """An entry of a calendar, with its pack, and the one below that it hides."""

    entry: Anniversary
    pack: str
    hidden: Anniversary
    hidden_pack: str


def list_replacements(layers: Sequence[Layer]) -> Iterator[Replacement]:
    """Yield each entry that hides one below it, in a time in which both are used."""
    for above, below in _list_pairs(layers):
        for name in above.by_id.keys() & below.by_id.keys():
            for entry, other in product(above.by_id[name], below.by_id[name]):
                if entry.period.overlaps(other.period):
                    yield Replacement(entry, above.name, other, below.name)


def keep_great_days(layers: Sequence[Layer]) -> Reading[tuple[Layer, ...]]:
    """Return calendars in which a great day is the one of the lowest, and what was left out for that.

    Decrees fix the great days: another day under the id or the name of one is a slip of a pack or plug-in.
    """
    country, *others = layers
    great = [e for entries in country.by_id.values() for e in entries if e.category == GREAT and e.is_verified]
    moved = {layer.name: list(_list_moved(layer, country.name, great)) for layer in others}
    findings = [_tell_day(change, "W746", Cause.GREAT_DAY) for changes in moved.values() for change in changes]
    kept = (_leave_out(layer, [change.entry for change in moved[layer.name]]) for layer in others)
    return Reading((country, *kept), tuple(findings))


def _list_moved(layer: Layer, country: str, great: Iterable[Anniversary]) -> Iterator[Replacement]:
    """Yield each entry of a calendar that gives a great day another day in a time of both."""
    for entry, other in product(layer.calendar.anniversaries, great):
        is_same = entry.id == other.id or _keys(entry) & _keys(other)
        if is_same and entry.period.overlaps(other.period) and _when(entry) != _when(other):
            yield Replacement(entry, layer.name, other, country)


def _keys(entry: Anniversary) -> set[str]:
    return {key_of_day(name) for name in (entry.name, entry.short_name) if name}


def _leave_out(layer: Layer, entries: Sequence[Anniversary]) -> Layer:
    if not entries:
        return layer
    kept = tuple(entry for entry in layer.calendar.anniversaries if entry not in entries)
    return replace(layer, calendar=replace(layer.calendar, anniversaries=kept))


def find_contradictions(layers: Sequence[Layer]) -> list[Finding]:
    """Return what packs say against each other: another day, one day under two ids, groups that do not hold."""
    changes = (change for change in list_replacements(layers) if _when(change.entry) != _when(change.hidden))
    found = [_tell_day(change, "W700") for change in changes]
    for above, below in _list_pairs(layers):
        found += _find_doubles(above, below)
    for layer in layers:
        found += [finding for group in layer.calendar.groups for finding in _check_group(group, layer, layers)]
    return found


def _list_pairs(layers: Sequence[Layer]) -> Iterator[tuple[Layer, Layer]]:
    for number, above in enumerate(layers):
        yield from ((above, below) for below in layers[:number])


def _when(entry: Anniversary) -> tuple[str, ...]:
    """Return the day of an entry as people read it."""
    day = f"{entry.yearly_day}/{entry.yearly_month}" if entry.yearly_day else ""
    return tuple(part for part in (day, LUNAR if entry.is_lunar else "", str(entry.origin or "")) if part)


def _tell_day(change: Replacement, id: str, cause: Cause | None = None) -> Finding:
    entry, other = change.entry, change.hidden
    facts = {"name": entry.id, "pack": change.pack, "day": _when(entry)}
    return Finding(id, facts=facts | {"other": change.hidden_pack, "other_day": _when(other)}, cause=cause)


def _find_doubles(above: Layer, below: Layer) -> Iterator[Finding]:
    """Yield each day that two calendars know under two ids."""
    names = {(fold_name(e.name), e.scope): e for entries in below.by_id.values() for e in entries}
    for entry in (e for entries in above.by_id.values() for e in entries):
        other = names.get((fold_name(entry.name), entry.scope))
        if other and other.id != entry.id and other.id not in above.by_id and entry.period.overlaps(other.period):
            facts = {"name": entry.name, "id": entry.id, "pack": above.name, "other_id": other.id, "other": below.name}
            yield Finding("W701", facts=facts)


def _check_group(group: AnniversaryGroup, layer: Layer, layers: Sequence[Layer]) -> Iterator[Finding]:
    """Yield the members that no calendar knows, and a shared count of years that differ."""
    years = set()
    for member in group.members:
        entries = next((known.by_id[member.id] for known in reversed(layers) if member.id in known.by_id), [])
        if not entries:
            yield Finding("W702", facts={"group": group.id, "pack": layer.name, "name": member.id})
        years |= {entry.origin.year for entry in entries if entry.origin}
    if group.shares_count and len(years) > 1:
        yield Finding("W703", facts={"group": group.id, "pack": layer.name})
