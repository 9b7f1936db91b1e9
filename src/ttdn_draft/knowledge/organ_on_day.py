"""Who an organ of a pack, its parent and its signers are on a day: a pack, an organ and a day go in, names come out."""

from datetime import date

from ..records import dataclass
from .pack import Fact, Organ, OrganName, Pack, PackSigner, Statement, in_force, newest
from .places.provinces import Province, find_province, list_line


@dataclass(frozen=True)
class Parent:
    """The body above an organ: its words, and the fact on which they rest.

    `organ` is the one that a pack names by its id; where it has no name on the day, words and fact are missing.
    """

    name: str = ""
    fact: Fact | None = None
    organ: Organ | None = None


@dataclass(frozen=True)
class OrganOnDay:
    """An organ as it is on a day: its name and that of its place are missing where the pack has none for the day."""

    organ: Organ
    day: date | None
    name: OrganName | None
    place_name: Statement | None
    parent: Parent

    @property
    def signers(self) -> list[PackSigner]:
        """Return those who sign on the day, in the order of the pack."""
        return in_force(self.organ.signers, self.day)

    def find_signer(self, id: str) -> PackSigner | None:
        """Return who signs under an id on the day: of several terms, the last that began."""
        return newest([term for term in self.organ.signers if term.id == id], self.day)


def find_on_day(pack: Pack, organ: Organ, day: date | None) -> OrganOnDay:
    """Return an organ of a pack as it is on a day; without a day, by what has not ended."""
    return OrganOnDay(
        organ, day, newest(organ.names, day), newest(organ.place_names, day), _find_parent(pack, organ, day)
    )


def _find_parent(pack: Pack, organ: Organ, day: date | None) -> Parent:
    """Return the body above: words as they stand, an id by the name that its organ has on the day."""
    stated = newest(organ.parents, day)
    if stated is None:
        return Parent()
    above = pack.organs.get(stated.text)
    if above is None:
        return Parent(stated.text, stated)
    name = newest(above.names, day)
    return Parent(name.name if name else "", name, above)


def list_organ_names(organ: Organ) -> str:
    """Return all names of an organ with their times, as people read them."""
    return "; ".join(f"{name.name} ({name.period})" for name in organ.names)


def find_merged_into(pack: Pack, day: date | None) -> tuple[Province, Province] | None:
    """Return the last unit of a pack's province and that into which it was merged before a day; nothing otherwise."""
    now, line = find_province(pack.province, day) if day else None, list_line(pack.province)
    return (line[-1], now) if now and now not in line else None
