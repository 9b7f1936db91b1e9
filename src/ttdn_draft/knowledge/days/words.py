"""Anniversaries in words, as official documents write them: occurrences and groups go in, phrases come out."""

from collections.abc import Iterable, Iterator, Sequence

from ...model import PartialDate
from ...model.marks import write_doubt
from ...records import dataclass
from ..standards.dates import STRICT, DateWording
from .anniversaries import Anniversary, AnniversaryGroup, Member
from .lunar import name_year
from .occurrences import Occurrence, find_span

FIRST_LUNAR_DAYS = 10  # they are called mùng
LUNAR_MONTHS = {1: "Giêng", 12: "Chạp"}
COMMEMORATE, WELCOME = "Kỷ niệm", "Đón"


@dataclass(frozen=True)
class Wording:
    """How dates are written, with the zeros of both standards at first, and whether a lunar day has a solar one."""

    dates: DateWording = STRICT
    shows_solar: bool = False


USUAL = Wording()


@dataclass(frozen=True)
class Item:
    """Occurrences that one phrase joins, the first one leading."""

    members: tuple[tuple[Occurrence, Member], ...]
    shares_count: bool = False
    doubt: str = ""  # the source of a group that nobody has verified, and that says more than its members

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Return the occurrences in the order of the phrase."""
        return tuple(occurrence for occurrence, _ in self.members)

    @property
    def order(self) -> tuple[int, int, int, int, str]:
        """Return what sorts items: the earliest member whose day is known has the place."""
        return min(o.order for o in self.occurrences)


def group(found: Iterable[Occurrence], groups: Iterable[AnniversaryGroup]) -> list[Item]:
    """Return items in order, without what was only proposed.

    Of groups that share a member the first one has it. One that is used in the year hides those of its id behind it.
    """
    rest, items, used = [o for o in found if not o.anniversary.is_proposed], [], set[str]()
    for joined in groups:
        members = [(o, m) for m in joined.members if (o := _find(rest, m.id)) and joined.period.overlaps(find_span(o))]
        if joined.id in used or not members:
            continue
        used.add(joined.id)
        if len(members) > 1:
            says_more = joined.shares_count or any(member.name for _, member in members)
            doubt = joined.source if says_more and not joined.is_verified else ""
            items.append(Item(tuple(members), joined.shares_count and _have_one_count(members), doubt))
            for occurrence, _ in members:
                rest.remove(occurrence)
    items += [Item(((o, Member(o.anniversary.id)),)) for o in rest]
    return sorted(items, key=lambda item: item.order)


def _find(found: Iterable[Occurrence], id: str) -> Occurrence | None:
    return next((o for o in found if o.anniversary.id == id), None)


def _have_one_count(members: Sequence[tuple[Occurrence, Member]]) -> bool:
    return len({occurrence.count for occurrence, _ in members}) == 1


def write_item(item: Item, wording: Wording = USUAL, marks: bool = False) -> str:
    """Return the phrase of an item, such as 76 năm Ngày … (19/8/1945 - 19/8/2021) và Quốc khánh … (…).

    With `marks`, unverified days stand in a mark with their source.
    """
    words = ""
    for number, (occurrence, member) in enumerate(item.members):
        phrase = write_occurrence(occurrence, wording, member.name, number == 0 or not item.shares_count)
        if marks and not item.doubt and not occurrence.anniversary.is_verified:
            phrase = write_doubt(phrase, occurrence.anniversary.source)
        if number:
            words += f"{member.join} " if member.join.startswith(",") else f" {member.join} "
        words += phrase
    return write_doubt(words, item.doubt) if marks and item.doubt else words


def write_title(found: Occurrence) -> str:
    """Return one anniversary without its dates: 131 năm Ngày sinh Chủ tịch Hồ Chí Minh, Tết Nguyên đán Đinh Mùi."""
    count = f"{found.count} năm " if found.count is not None else ""
    lunar_year = f" {name_year(found.lunar_year)}" if found.anniversary.names_lunar_year and found.lunar_year else ""
    return f"{count}{found.anniversary.name}{lunar_year}"


def write_occurrence(found: Occurrence, wording: Wording = USUAL, name: str = "", says_count: bool = True) -> str:
    """Return one anniversary in words: 131 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2021)."""
    count = f"{found.count} năm " if found.count is not None and says_count else ""
    when = _write_when(found, wording)
    more = "".join(f", {words}" for words in (found.anniversary.office, found.anniversary.level) if words)
    return f"{count}{name or found.anniversary.name}{' ' if when else ''}{when}{more}"


def _write_when(found: Occurrence, wording: Wording) -> str:
    """Return both dates, to the same part; the day alone where no years are counted."""
    entry = found.anniversary
    if found.count is not None and entry.origin is not None:
        year = found.lunar_year or found.year  # the lunar year may have begun in the solar year before
        return f"({wording.dates.write(entry.origin)} - {wording.dates.write(entry.origin.move_to(year))})"
    if entry.is_lunar:
        return _write_lunar(found, wording)
    return "" if entry.month is None or entry.day is None else f"({wording.dates.write_day(entry.month, entry.day)})"


def _write_lunar(found: Occurrence, wording: Wording) -> str:
    """Return a lunar day, or only the name of its year where the anniversary is called by it."""
    entry = found.anniversary
    solar = ""
    if wording.shows_solar and found.day:
        solar = f"(ngày {wording.dates.write(PartialDate.of(found.day))} dương lịch)"
    if entry.names_lunar_year and found.lunar_year is not None:
        return f"{name_year(found.lunar_year)} {solar}".rstrip()
    day = write_lunar_day(entry)
    return f"{day} {solar}" if solar else f"({day})"


def write_lunar_day(entry: Anniversary) -> str:
    """Return the lunar day of an anniversary in words: mùng 10 tháng 3 âm lịch."""
    day, month = entry.day or 0, entry.month or 0
    first = "mùng" if day <= FIRST_LUNAR_DAYS else "ngày"
    return f"{first} {day} tháng {LUNAR_MONTHS.get(month, month)} âm lịch"


def write_sentence(items: Iterable[Item], wording: Wording = USUAL, marks: bool = False) -> str:
    """Return items as one stretch of a paragraph: a; b; c."""
    return "; ".join(write_item(item, wording, marks) for item in items)


def write_lines(items: Sequence[Item], wording: Wording = USUAL, marks: bool = False) -> Iterator[str]:
    """Yield items as lines of a list: each says what is done and ends with a semicolon, the last with a stop."""
    for number, item in enumerate(items, 1):
        verb = WELCOME if item.occurrences[0].anniversary.names_lunar_year else COMMEMORATE
        yield f"{verb} {write_item(item, wording, marks)}{'.' if number == len(items) else ';'}"
