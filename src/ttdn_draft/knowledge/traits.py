"""What a province has (borders, sea, gates, heritage, partners): its id and a day go in, words for documents come out.

Rows that nobody verified stand in a mark with their source.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache

from ..model import PartialDate
from ..model.marks import write_doubt
from .places.provinces import Province, find_province, list_line, list_predecessors
from .tables import read_table, read_unverified

NONE, HAS = "không", "có"
TITLES = {
    "di-san-the-gioi": "di sản thế giới",
    "phi-vat-the": "di sản văn hoá phi vật thể được UNESCO ghi danh",
    "tu-lieu-the-gioi": "di sản tư liệu thế giới",
    "tu-lieu-khu-vuc": "di sản tư liệu khu vực châu Á - Thái Bình Dương",
    "khu-du-tru-sinh-quyen": "khu dự trữ sinh quyển thế giới",
    "cong-vien-dia-chat": "công viên địa chất toàn cầu UNESCO",
    "thanh-pho-sang-tao": "",  # their names say it
    "thanh-pho-hoc-tap": "",
    "di-tich-quoc-gia-dac-biet": "di tích quốc gia đặc biệt",
}
KINDS = {
    "ket-nghia": "quan hệ kết nghĩa",
    "thoa-thuan-hop-tac": "thoả thuận hợp tác",
    "ban-ghi-nho": "bản ghi nhớ",
    "co-che-thuong-nien": "cơ chế hợp tác thường niên",
    "huu-nghi": "quan hệ hữu nghị, hợp tác",
}

_Row = Mapping[str, str]


def list_traits(province: str, trait: str, day: date) -> tuple[str, ...]:
    """Return the values of a trait on a day; none where the province has none, or nobody knows."""
    found = (row for row in _rows("province_traits", province, day) if row["trait"] == trait)
    known = (row for row in found if row["value"] not in (NONE, "chưa rõ") and _has_begun(row["valid_from"], day))
    return tuple(_mark(_with_condition(row), row, "value") for row in known)


def list_heritage(province: str, day: date) -> tuple[str, ...]:
    """Return the titles that were given until a day: name, kind and year, and the unit then if it is no more."""
    found = (row for row in _rows("province_heritage", province, day) if _has_begun(row["inscribed"], day))
    return tuple(_mark(_write_heritage(row, day), row, "name") for row in found)


def list_partners(province: str, day: date) -> tuple[str, ...]:
    """Return the partners abroad whose agreements have not run out on a day, with what was made and by whom."""
    found = (row for row in _rows("province_partners", province, day) if _has_begun(row["year"], day))
    valid = (row for row in found if not (end := PartialDate.parse(row["valid_to"])) or day <= end.last)
    return tuple(_mark(_write_partner(row, day), row, "partner") for row in valid)


def _rows(table: str, province: str, day: date) -> tuple[_Row, ...]:
    """Return the rows of the unit that a province is on a day; those of what it was merged into are not yet its own."""
    unit = find_province(province, day)
    return _by_province(table).get(_find_kept(unit).id, ()) if unit else ()


def _find_kept(unit: Province) -> Province:
    """Return the unit of today that has only changed its kind or name: the tables are kept by the ids of today."""
    while unit.successor_id:
        joined = [p for p in list_predecessors(unit.successor_id) if p.successor_id == unit.successor_id]
        if len(joined) > 1:
            break
        unit = list_line(unit.successor_id)[-1]
    return unit


@cache
def _by_province(table: str) -> Mapping[str, tuple[_Row, ...]]:
    found: dict[str, tuple[_Row, ...]] = {}
    for row in read_table(table):
        found[row["province"]] = (*found.get(row["province"], ()), row)
    return found


def _has_begun(text: str, day: date) -> bool:
    since = PartialDate.parse(text)
    return since is None or since.first <= day


def _with_condition(row: _Row) -> str:
    return f"{row['value']} ({row['condition']})" if row["condition"] else row["value"]


def _write_heritage(row: _Row, day: date) -> str:
    title, year, then = TITLES[row["category"]], row["inscribed"][:4], row["unit_then"]
    end = PartialDate.parse(row["valid_to"])
    unit = find_province(row["province"], day)
    whose = "tỉnh" if unit and unit.name == then else then
    at = f", khi còn là thành phố thuộc {whose}" if end and end.last < day else ""
    named = title and not row["name"].lower().startswith((title.split(" thế giới")[0], title))
    kind = f", {title}" if named else ""
    return f"{row['name']}{kind} ({year}{at})" if year else f"{row['name']}{kind}"


def _write_partner(row: _Row, day: date) -> str:
    year = f" từ năm {row['year']}" if row["year"] else ""
    return f"{row['partner']} ({row['country']}): {KINDS[row['kind']]}{year}{_write_signer(row, day)}"


def _write_signer(row: _Row, day: date) -> str:
    """Return who signed where it was a unit that was merged, as the table says."""
    unit, former = find_province(row["province"], day), row["former_unit"]
    if not former or unit is None:
        return ""
    signer = former if former.startswith("thành phố") else f"tỉnh {former}"
    now = "trước sắp xếp" if former == unit.name else f"nay thuộc {unit.full_name}"
    return f", do {signer} ({now}) thiết lập"


def _mark(text: str, row: _Row, column: str) -> str:
    return write_doubt(text, row["source"]) if column in read_unverified(row) else text
