"""What a pack says, typed: organs, their names, signers and recipients, each with its period and source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ..model import named

FILE = "pack.yaml"
FOR_ANY_KIND = "chung"


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something true from `since` to `until` (ISO, to the year, month or day; blank is open), as a source says."""

    source: str = named("nguon")
    is_verified: bool = named("xac_minh", default=False)
    since: str = named("tu", default="")
    until: str = named("den", default="")

    @property
    def first(self) -> str:
        """Return a text that sorts like the first day; a month or a year stands for all its days."""
        return f"{self.since or '0000'}-00-00"[:10]

    @property
    def last(self) -> str:
        """Return a text that sorts like the last day."""
        return f"{self.until or '9999'}-99-99"[:10]

    def is_valid_on(self, day: date) -> bool:
        """Tell whether a day lies in the period."""
        return self.first <= day.isoformat() <= self.last

    @property
    def period(self) -> str:
        """Return the period as people read it."""
        return f"{self.since or '…'} – {self.until or '…'}"


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


@dataclass(frozen=True, kw_only=True)
class Organ(Fact):
    """A body that issues documents: lasting facts, and what changes with time as lists."""

    id: str = named("id")
    standard: str = named("he_thong")
    names: tuple[OrganName, ...] = named("ten")
    recipients: Mapping[str, tuple[PackRecipient, ...]] = named("noi_nhan")  # by kind of document
    parent: str = named("cap_tren", default="")  # an organ id, or words
    place_name: str = named("dia_danh", default="")
    signers: tuple[PackSigner, ...] = named("nguoi_ky", default=())
    drafting_unit: str = named("don_vi_soan", default="")
    deadlines: tuple[Deadline, ...] = named("han_bao_cao", default=())

    def recipients_of(self, kind: str, day: date | None) -> list[PackRecipient]:
        """Return the default recipients of a kind of document; the general ones where it has none of its own."""
        own, general = (in_force(self.recipients.get(key, ()), day) for key in (kind, FOR_ANY_KIND))
        return own or general


@dataclass(frozen=True)
class Pack:
    """The content of one province."""

    id: str = named("id")
    name: str = named("ten")
    province: str = named("tinh")
    version: str = named("phien_ban")
    organs: Mapping[str, Organ] = named("co_quan")
    facts: tuple[LocalFact, ...] = named("su_kien", default=())

    def all_facts(self) -> list[Fact]:
        """Return every fact of the pack that has a source."""
        found: list[Fact] = [*self.facts]
        for organ in self.organs.values():
            found += [organ, *organ.names, *organ.signers, *organ.deadlines]
            found += [recipient for listed in organ.recipients.values() for recipient in listed]
        return found


F = TypeVar("F", bound=Fact)


def in_force(entries: Sequence[F], day: date | None) -> list[F]:
    """Return the entries that are valid on a day; without a day those that have not ended."""
    return [e for e in entries if (e.is_valid_on(day) if day else not e.until)]
