"""What a calendar.yaml says, typed: anniversaries with origin and source, and the groups that share a sentence."""

from typing import Final, Literal

from ...model import PartialDate, length_of, named
from ...records import dataclass
from ..periods import Period

CALENDAR_FILE = "calendar.yaml"
NATIONAL = "toan-quoc"
GREAT, EVENT = "le-lon", "su-kien"
LUNAR = "am"
DAY_OFF_BY_LAW = "theo-luat"
LONGEST_LUNAR_MONTH = 30
LEAP_YEAR = 2000
LEADER = "nhan-vat"
DIPLOMATIC: Final = "doi-ngoai"

Category = Literal["le-lon", "truyen-thong", "su-kien", "nhan-vat", "quoc-te", "doi-ngoai"]
Usage = Literal["hang-nam", "le-5", "tron", "khong"]


@dataclass(frozen=True, kw_only=True)
class CalendarEntry:
    """What a calendar says, with its source, from `since` to `until` (both included; None is open)."""

    id: str = named("id")
    source: str = named("nguon")
    is_verified: bool = named("xac_minh", default=False)
    since: PartialDate | None = named("tu", default=None)
    until: PartialDate | None = named("den", default=None)

    @property
    def period(self) -> Period:
        """Return the time in which it is used."""
        return Period(self.since, self.until)


@dataclass(frozen=True, kw_only=True)
class Anniversary(CalendarEntry):
    """A day, month or year that returns; entries under one id are one anniversary under the names of its times.

    `origin` says when the event was. Where it gives no day, `yearly_day` and `yearly_month` may give that of every
    year, of the lunar calendar where `calendar` says so.
    """

    name: str = named("ten")
    category: Category = named("loai")
    short_name: str = named("ten_gon", default="")
    origin: PartialDate | None = named("goc", default=None)
    calendar: str = named("lich", default="duong")
    yearly_day: int | None = named("ngay", default=None)
    yearly_month: int | None = named("thang", default=None)
    names_lunar_year: bool = named("can_chi", default=False)
    scope: str = named("pham_vi", default="")  # NATIONAL, a province, or blank for that of the pack
    places: tuple[str, ...] = named("gan_voi", default=())  # provinces where a day of the country happened, or homes
    allows_count: bool = named("dem", default=True)
    stated_usage: Usage | None = named("neu", default=None)
    tier_by_year: bool = named("bac_theo_nam", default=False)
    office: str = named("chuc_danh", default="")
    day_off: str = named("nghi", default="")
    is_proposed: bool = named("du_kien", default=False)
    note: str = named("ghi_chu", default="")
    level: str = ""  # of the relations with a country; the tables of relations say it

    @property
    def title(self) -> str:
        """Return a name for tables, which begins with a capital."""
        name = self.short_name or self.name
        return name[:1].upper() + name[1:]

    @property
    def is_lunar(self) -> bool:
        """Tell whether day and month are of the lunar calendar."""
        return self.calendar == LUNAR

    @property
    def has_count(self) -> bool:
        """Tell whether a document may say how many years it was."""
        return self.allows_count and self.origin is not None

    @property
    def usage(self) -> Usage:
        """Return in which years documents of other provinces than its places name it, unless it says so itself.

        Yearly guidances on thông tin đối ngoại (14-HD/BTGTU of Cao Bằng of 2021, Công văn số 3837/BTTTT-TTĐN of 2024)
        name the great days and the round events, and leave round birthdays of the year to others, as most days of
        trades and of the United Nations.
        """
        if self.stated_usage:
            return self.stated_usage
        if self.category == GREAT:
            return "hang-nam"
        if self.scope != NATIONAL:
            return "le-5"
        return "tron" if self.category == EVENT else "khong"

    @property
    def usage_at_place(self) -> Usage:
        """Return in which years documents of its places name it: those know their great days in every year."""
        return "hang-nam" if self.category == GREAT or self.usage == "hang-nam" else "le-5"

    @property
    def is_leader_of_country(self) -> bool:
        """Tell whether it is the birthday of a leader of the country, who has a home and not a province of his own."""
        return self.category == LEADER and self.scope == NATIONAL

    @property
    def is_day_off(self) -> bool:
        """Tell whether the law gives the day off; a day that was only announced does not count."""
        return self.day_off == DAY_OFF_BY_LAW

    @property
    def month(self) -> int | None:
        """Return the month in which it returns, where it is known."""
        return self.yearly_month or (self.origin.month if self.origin else None)

    @property
    def day(self) -> int | None:
        """Return the day of the month on which it returns, where it is known."""
        return self.yearly_day or (self.origin.day if self.origin else None)

    @property
    def has_real_day(self) -> bool:
        """Tell whether some year has its yearly day."""
        if self.yearly_day is None or self.yearly_month is None:
            return True
        longest = LONGEST_LUNAR_MONTH if self.is_lunar else length_of(LEAP_YEAR, self.yearly_month)
        return self.yearly_day <= longest


@dataclass(frozen=True)
class Member:
    """An anniversary of a group, and the words that join it to the one before."""

    id: str = named("ngay_ky_niem")
    join: str = named("noi", default="")
    name: str = named("ten", default="")  # blank: its own


@dataclass(frozen=True, kw_only=True)
class AnniversaryGroup(CalendarEntry):
    """Anniversaries that one sentence joins; with `shares_count` it says the number of years once."""

    members: tuple[Member, ...] = named("thanh_vien")
    shares_count: bool = named("chung_so_nam", default=False)


@dataclass(frozen=True)
class Calendar:
    """The anniversaries and groups of one calendar.yaml, or of several that lie over each other."""

    anniversaries: tuple[Anniversary, ...] = named("ngay_ky_niem", default=())
    groups: tuple[AnniversaryGroup, ...] = named("nhom", default=())

    def all_entries(self) -> list[CalendarEntry]:
        """Return everything that has a source."""
        return [*self.anniversaries, *self.groups]
