"""What a pack says, typed: organs, their names, signers and recipients, each with its period and source."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from ..model import PartialDate, named
from ..model.listing import strip_marks
from ..records import dataclass
from .periods import Period
from .places.communes import Commune

PACK_FILE, DATA = "pack.yaml", "pack.json"  # the second only in the built-in pack, generated from the first
FOR_ANY_KIND = "chung"
WHOLE_COUNTRY = "toan-quoc"
"""The province of the pack that lies under those of all provinces."""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something true from `since` to `until` (both included; None is open), as a source says."""

    source: str = named("nguon")
    is_verified: bool = named("xac_minh", default=False)
    since: PartialDate | None = named("tu", default=None)
    until: PartialDate | None = named("den", default=None)
    only_in: tuple[str, ...] = named("chi_o", default=())  # provinces, or "tinh", "thanh-pho"
    not_in: tuple[str, ...] = named("tru_o", default=())
    is_inherited: bool = False  # it stands in the pack of the whole country

    @property
    def period(self) -> Period:
        """Return the time in which it is true."""
        return Period(self.since, self.until)


@dataclass(frozen=True, kw_only=True)
class OrganName(Fact):
    """A name of an organ, with what changes when the name does: symbol and archive line."""

    name: str = named("ten")
    symbol: str = named("ky_hieu")
    full_name: str = named("ten_day_du", default="")
    archive: str = named("luu", default="")


@dataclass(frozen=True, kw_only=True)
class PackSigner(Fact):
    """One term of one who signs; a successor in the same office has the same id."""

    id: str = named("id")
    office: str = named("chuc_vu")
    authority: str = named("quyen_han", default="")
    full_name: str = named("ho_ten", default="")


@dataclass(frozen=True, kw_only=True)
class PackRecipient(Fact):
    """A recipient, with the purpose for which the document goes there."""

    name: str = named("ten")
    purpose: str = named("muc_dich", default="")

    @property
    def line(self) -> str:
        """Return the line of the list, with the purpose in brackets, without dash and closing mark."""
        return strip_marks(f"{self.name} ({self.purpose.strip(' ()')})" if self.purpose else self.name)


@dataclass(frozen=True, kw_only=True)
class Deadline(Fact):
    """Until when the report of a period is due, and to whom it goes."""

    period_name: str = named("ky")
    limit: str = named("han")
    receiver: str = named("gui", default="")


@dataclass(frozen=True, kw_only=True)
class LocalFact(Fact):
    """Something about the province that a document may say."""

    id: str = named("id")
    text: str = named("noi_dung")
    slot: str = named("muc", default="khac")
    units: tuple[str, ...] = named("don_vi", default=())  # ids of communes, districts; none: of the whole province

    def is_about(self, unit: str) -> bool:
        """Tell whether documents of a commune or a district say it, by its id; with none, those of the province."""
        return unit in self.units if unit else not self.units


@dataclass(frozen=True, kw_only=True)
class PackTerm(Fact):
    """A term (a congress, an assembly, councils); from `gap_from` on nobody knows whether it still holds."""

    id: str = named("id")
    kind: str = named("loai")
    name: str = named("ten")
    years: str = named("nam", default="")
    gap_from: PartialDate | None = named("cho_trong_tu", default=None)

    def is_over(self, day: date) -> bool:
        """Tell whether a day lies where the next term has to be asked for."""
        return self.gap_from is not None and self.gap_from.first <= day


@dataclass(frozen=True, kw_only=True)
class PackEvent(Fact):
    """An event of the years of its period, which may be named from `known_from` on."""

    id: str = named("id")
    text: str = named("noi_dung")
    known_from: PartialDate | None = named("biet_tu", default=None)

    def is_named(self, year: int, day: date) -> bool:
        """Tell whether a document of a year names it on a day."""
        is_of_year = self.period.first_day.year <= year <= self.period.last_day.year
        return is_of_year and (self.known_from is None or self.known_from.first <= day)


@dataclass(frozen=True, kw_only=True)
class Statement(Fact):
    """A lasting fact about an organ that is one text."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Organ:
    """A body that issues documents; what a pack leaves blank stands in the pack under it."""

    id: str = named("id")
    standard: str = named("he_thong")
    names: tuple[OrganName, ...] = named("ten", default=())
    recipients: Mapping[str, tuple[PackRecipient, ...]] = named("noi_nhan")  # by kind of document
    parents: tuple[Statement, ...] = named("cap_tren", default=())  # an organ id, or words
    place_names: tuple[Statement, ...] = named("dia_danh", default=())
    signers: tuple[PackSigner, ...] = named("nguoi_ky", default=())
    drafting_units: tuple[Statement, ...] = named("don_vi_soan", default=())
    deadlines: tuple[Deadline, ...] = named("han_bao_cao", default=())
    district: str = named("huyen", default="")  # an id or a name; blank for organs of provinces and communes

    def recipients_of(self, kind: str, day: date | None) -> list[PackRecipient]:
        """Return the default recipients of a kind of document; the general ones where it has none of its own."""
        own, general = (in_force(self.recipients.get(key, ()), day) for key in (kind, FOR_ANY_KIND))
        return own or general


@dataclass(frozen=True)
class Pack:
    """The content of one province, or of one of its communes."""

    id: str = named("id")
    name: str = named("ten")
    province: str = named("tinh")
    version: str = named("phien_ban")
    organs: Mapping[str, Organ] = named("co_quan")
    defaults: Mapping[str, Mapping[str, str]] = named("co_quan_mac_dinh")  # by standard and kind, an organ id
    commune_organs: Mapping[str, Organ] = named("co_quan_xa")  # these two in the built-in pack alone
    commune_defaults: Mapping[str, Mapping[str, str]] = named("co_quan_mac_dinh_xa")
    commune_id: str = named("xa", default="")  # whose pack it is; it lies over that of the province
    facts: tuple[LocalFact, ...] = named("su_kien", default=())
    terms: tuple[PackTerm, ...] = named("nhiem_ky", default=())
    events: tuple[PackEvent, ...] = named("su_kien_nam", default=())
    commune: Commune | None = None  # for whose documents it is taken
    below: str = ""  # the id of the province's pack under that of a commune, once they are laid over each other

    @property
    def is_whole_country(self) -> bool:
        """Tell whether it is the pack that lies under those of all provinces, with placeholders for their names."""
        return self.province == WHOLE_COUNTRY

    def list_organs(self) -> list[Organ]:
        """Return the organs that it is about: in the pack of a commune those of the commune alone."""
        return [organ for key, organ in self.organs.items() if not self.below or key in self.commune_organs]

    def all_facts(self) -> list[Fact]:
        """Return every fact of the pack that has a source."""
        found: list[Fact] = [*self.facts, *self.terms, *self.events]
        for organ in self.list_organs():
            found += [*organ.parents, *organ.place_names, *organ.drafting_units]
            found += [*organ.names, *organ.signers, *organ.deadlines]
            found += [recipient for listed in organ.recipients.values() for recipient in listed]
        return found


F = TypeVar("F", bound=Fact)


def in_force(entries: Sequence[F], day: date | None) -> list[F]:
    """Return the entries that are valid on a day; without a day those that have not ended."""
    return [e for e in entries if (day in e.period if day else not e.until)]


def newest(entries: Sequence[F], day: date | None) -> F | None:
    """Return the entry of those in force that began last; nothing where none is in force."""
    return max(in_force(entries, day), key=lambda e: e.period.first_day, default=None)
