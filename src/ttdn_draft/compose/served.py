"""The unit that the issuing body serves: a pack, its organ and a day go in, the unit and its level come out."""

from datetime import date

from ..knowledge.pack import Organ, Pack
from ..knowledge.places.communes import Commune
from ..knowledge.places.districts import District, find_districts, list_kinds_below
from ..knowledge.places.provinces import Province, find_province, list_line
from ..records import dataclass

COMMUNE_LEVEL, DISTRICT_LEVEL, PROVINCE_LEVEL = "xa", "huyen", "tinh"
OWN_LEVELS = (COMMUNE_LEVEL, DISTRICT_LEVEL)
"""The levels whose outlines lie in folders of their own; those of provinces lie above them."""
COMMITTEE_OF_CITY, COMMITTEE_OF_PROVINCE = "Thành uỷ", "Tỉnh uỷ"
DISTRICT_COMMITTEES = {"huyện": "Huyện uỷ", "quận": "Quận uỷ", "thị xã": "Thị uỷ", "thành phố": COMMITTEE_OF_CITY}
BELOW_COMMUNES = "thôn, tổ dân phố"
"""What a commune is made of: a commune of today has those of all that it was made of (11776/BNV-CQĐP, 09/12/2025)."""
BELOW_OTHERS = "xã, phường"


@dataclass(frozen=True)
class ServedUnit:
    """A commune, a district or a province, as a document of its body names it on a day.

    `id` is blank for a province; `province` is what the unit lies in, or is, on the day.
    """

    level: str
    id: str
    name: str
    full_name: str
    kind: str
    committee: str
    below: str
    province: Province

    @property
    def above(self) -> str:
        """Return the unit above, with its kind; blank for a province."""
        return "" if self.level == PROVINCE_LEVEL else self.province.full_name


def find_served(pack: Pack, organ: Organ, day: date) -> ServedUnit:
    """Return the commune of a pack, the district that an organ names, or else the province of the pack."""
    if pack.commune and organ.id in pack.commune_organs:
        return _serve_commune(pack.commune, _find_on_day(pack.province, day))
    if organ.district and (districts := _list_meant(organ.district, pack.province, day)):
        return _serve_district(districts[0], _find_on_day(districts[0].province_id, day))
    return _serve_province(_find_on_day(pack.province, day))


def _list_meant(asked: str, province: str, day: date) -> tuple[District, ...]:
    """Return the districts that are meant on a day; where none was there then, those of other days."""
    return find_districts(asked, province, day) or find_districts(asked, province)


def _find_on_day(province: str, day: date) -> Province:
    return find_province(province, day) or list_line(province)[-1]


def _serve_commune(unit: Commune, province: Province) -> ServedUnit:
    committee, below = f"Đảng uỷ {unit.kind}", BELOW_COMMUNES
    return ServedUnit(COMMUNE_LEVEL, unit.id, unit.name, unit.full_name, unit.kind, committee, below, province)


def _serve_district(unit: District, province: Province) -> ServedUnit:
    committee, below = DISTRICT_COMMITTEES[unit.kind], ", ".join(list_kinds_below(unit)) or BELOW_OTHERS
    return ServedUnit(DISTRICT_LEVEL, unit.id, unit.name, unit.full_name, unit.kind, committee, below, province)


def _serve_province(unit: Province) -> ServedUnit:
    committee = COMMITTEE_OF_CITY if unit.is_city else COMMITTEE_OF_PROVINCE
    return ServedUnit(PROVINCE_LEVEL, "", unit.place_name, unit.full_name, unit.kind, committee, BELOW_OTHERS, unit)
