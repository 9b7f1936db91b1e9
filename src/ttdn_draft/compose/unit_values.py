"""The unit of the issuing body as outlines print it: the unit, the organs of its province and a day go in.

The organs of a commune or a district that do this work stand in the table of organs; those of a province in its pack.
"""

from datetime import date

from ..asking import DoubtBook, Subject
from ..knowledge.places.organs import doubt_about, find_organ
from ..model.marks import write_gap
from ..patterns import regex
from ..records import dataclass
from .served import COMMUNE_LEVEL, DISTRICT_LEVEL, ServedUnit
from .values import OrganValues, UnitValues

PROPAGANDA = {COMMUNE_LEVEL: "bxdd-xa", DISTRICT_LEVEL: "btghu"}
OF_SPECIAL_ZONES = {"đặc khu": "btgdv-dac-khu"}  # which have no Ban Xây dựng Đảng (298-QĐ/TW)
CULTURE = {COMMUNE_LEVEL: "phong-vhxh-xa", DISTRICT_LEVEL: "phong-vhtt-huyen"}
OWNER = regex(r" (?:của |\(|huyện$|(?:Đảng|Huyện) [uủ][yỷ]).*")
"""What follows the name of an organ in the table: whose it is."""


@dataclass(frozen=True)
class _Named:
    """A name of the table, and whether it may stand unmarked on its day."""

    is_verified: bool
    source: str


def gather_unit(unit: ServedUnit, organs: OrganValues, day: date, book: DoubtBook) -> UnitValues:
    """Return the values of a unit on a day."""
    propaganda, culture = organs.propaganda, organs.department
    if unit.level in PROPAGANDA:
        owner = unit.committee if unit.level == DISTRICT_LEVEL else ""
        ids = (OF_SPECIAL_ZONES.get(unit.kind, PROPAGANDA[unit.level]), CULTURE[unit.level])
        propaganda = _write(ids[0], owner, "tên cơ quan tuyên giáo", day, book)
        culture = _write(ids[1], "", "tên phòng phụ trách thông tin đối ngoại", day, book)
    return UnitValues(
        name=unit.name,
        full_name=unit.full_name,
        kind=unit.kind,
        level=unit.level,
        committee=unit.committee,
        above=unit.above,
        below=unit.below,
        propaganda=propaganda,
        culture=culture,
    )


def _write(id: str, owner: str, wanted: str, day: date, book: DoubtBook) -> str:
    """Return the name of an organ with that of its owner, marked where the table has not verified it for the day."""
    organ = find_organ(id, day)
    if organ is None:
        return write_gap(wanted)
    name = f"{OWNER.sub('', organ.name)} {owner}".strip()
    is_sure = "name" not in organ.unverified and doubt_about(organ, day) is None
    return book.mark(name, _Named(is_sure, organ.source), Subject.NAME, organ.id)
