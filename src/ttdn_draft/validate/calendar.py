"""Holds calendar.yaml against its schema and itself: a tree goes in, a Calendar or what forbids it comes out."""

from collections.abc import Iterator, Sequence
from typing import Any

from ..errors import Finding, has_errors
from ..knowledge.days.anniversaries import NATIONAL, Anniversary, AnniversaryGroup, Calendar, CalendarEntry, Member
from ..knowledge.places.provinces import list_province_ids
from ..model import PartialDate, Reading
from ..nearness import find_nearest
from ..yaml_places import NodePath, YamlTree, place_of
from .filling import fill

Wrong = tuple[str, NodePath, dict[str, object]]
ENTRIES, GROUPS, MEMBERS = "ngay_ky_niem", "nhom", "thanh_vien"


def validate_calendar(tree: YamlTree, file: str) -> Reading[Calendar | None]:
    """Return what is wrong with a calendar, each with its line, and the calendar where nothing is."""

    def find(id: str, path: NodePath, **facts: object) -> Finding:
        return Finding(id, place_of(file, tree.positions, path), facts)

    from .schema import check_data  # the country's calendar was held against it when it was built

    if tree.is_broken:
        return Reading(None)
    wrong = check_data(tree.data, "calendar", lambda path: place_of(file, tree.positions, path))
    if wrong:
        return Reading(None, tuple(wrong))
    calendar = build_calendar(tree.data)
    found = [find(message, path, **facts) for message, path, facts in _check(tree.data, calendar)]
    return Reading(None if has_errors(found) else calendar, tuple(found))


def build_calendar(data: dict[str, Any]) -> Calendar:
    """Return a calendar of data that is sound, or of the shape that the schema asks for."""
    return Calendar(tuple(map(_anniversary, data[ENTRIES])), tuple(map(_group, data.get(GROUPS, []))))


def _anniversary(entry: dict[str, Any]) -> Anniversary:
    dates = dict.fromkeys(("since", "until", "origin"), _read_date)
    return fill(Anniversary, _on_one_line(entry), {**dates, "places": tuple})


def _on_one_line(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry whose texts have no line breaks: each is a part of one phrase, or of one row."""
    return {key: " ".join(value.split()) if isinstance(value, str) else value for key, value in entry.items()}


def _group(entry: dict[str, Any]) -> AnniversaryGroup:
    members = tuple(fill(Member, _on_one_line(member)) for member in entry[MEMBERS])
    dates = dict.fromkeys(("since", "until"), _read_date)
    return fill(AnniversaryGroup, _on_one_line(entry), {**dates, "members": lambda _: members})


def _read_date(value: str | int | None) -> PartialDate | None:
    """Return a date with the parts that are known; nothing for a day that does not exist, as 30/02."""
    try:
        return None if value is None else PartialDate.parse(f"{value:04}" if isinstance(value, int) else value)
    except ValueError:
        return None


def _check(data: dict[str, Any], calendar: Calendar) -> Iterator[Wrong]:
    """Yield what a schema cannot say: days of the calendar, keys that need or forbid each other, periods."""
    for index, entry in enumerate(data[ENTRIES]):
        yield from _check_day(entry, calendar.anniversaries[index], (ENTRIES, index))
        yield from _check_keys(entry, calendar.anniversaries[index], (ENTRIES, index))
    yield from _check_periods(data[ENTRIES], calendar.anniversaries, ENTRIES)
    yield from _check_periods(data.get(GROUPS, []), calendar.groups, GROUPS)
    for index, group in enumerate(calendar.groups):
        yield from _check_joins(group, (GROUPS, index, MEMBERS))
    yield from _check_membership(calendar.groups)


def _check_periods(written: Sequence[dict[str, Any]], entries: Sequence[CalendarEntry], key: str) -> Iterator[Wrong]:
    """Yield dates that do not exist, periods that end before they begin, and those of one id that overlap."""
    before: dict[str, list[CalendarEntry]] = {}
    for index, entry in enumerate(entries):
        for name, value in (("tu", entry.since), ("den", entry.until)):
            if written[index].get(name) is not None and value is None:
                yield "E210", (key, index, name), {"value": written[index][name]}
        if entry.period.last_day < entry.period.first_day:
            yield "E623", (key, index, "den"), {"period": entry.period}
            continue
        others = before.setdefault(entry.id, [])
        if other := next((o for o in others if entry.period.overlaps(o.period)), None):
            yield "E624", (key, index), {"period": entry.period, "other": other.period}
        others.append(entry)


def _check_day(entry: dict[str, Any], read: Anniversary, path: NodePath) -> Iterator[Wrong]:
    """Yield what is wrong with origin and yearly day: the day must be known once, and must exist."""
    if "goc" in entry and read.origin is None:
        yield "E210", (*path, "goc"), {"value": entry["goc"]}
    if not read.has_real_day:
        yield "E210", (*path, "ngay"), {"value": f"{read.yearly_day}/{read.yearly_month}"}
    if "goc" not in entry and read.yearly_day is None:
        yield "E700", path, {"name": read.id}
    if read.yearly_day and read.origin and read.origin.precision != "year":
        yield "E701", (*path, "goc"), {"value": str(read.origin)}
    if read.is_lunar and read.yearly_day is None:
        yield "E702", (*path, "lich"), {}


def _check_keys(entry: dict[str, Any], read: Anniversary, path: NodePath) -> Iterator[Wrong]:
    """Yield the keys that need a value which the entry lacks."""
    if read.names_lunar_year and not read.is_lunar:
        yield "E703", (*path, "can_chi"), {}
    if entry.get("dem") and "goc" not in entry:
        yield "E704", (*path, "dem"), {}
    if read.scope not in ("", NATIONAL):
        yield from _check_province(read.scope, (*path, "pham_vi"))
    for number, place in enumerate(read.places):
        yield from _check_province(place, (*path, "gan_voi", number))


def _check_province(name: str, path: NodePath) -> Iterator[Wrong]:
    if name not in list_province_ids():
        yield "E705", path, {"name": name, "guess": find_nearest(name, list_province_ids())}


def _check_joins(group: AnniversaryGroup, path: NodePath) -> Iterator[Wrong]:
    """Yield each member that lacks the words that join it to the one before, and a first one that has some."""
    for number, member in enumerate(group.members):
        if bool(member.join) != bool(number):
            yield "E706", (*path, number), {"name": member.id}


def _check_membership(groups: tuple[AnniversaryGroup, ...]) -> Iterator[Wrong]:
    """Yield each member that stands in a group of the same time already."""
    places: dict[str, list[AnniversaryGroup]] = {}
    for index, group in enumerate(groups):
        for number, member in enumerate(group.members):
            before = places.setdefault(member.id, [])
            if other := next((g for g in before if group.period.overlaps(g.period)), None):
                yield "E707", (GROUPS, index, MEMBERS, number), {"name": member.id, "group": other.id}
            before.append(group)
