"""A small calendar for tests, which invents every day, and the pack that it stands in."""

from pathlib import Path
from typing import Any

from tests.pack_folders import write_pack
from ttdn_draft import plugins
from ttdn_draft.knowledge.days.anniversaries import Anniversary, AnniversaryGroup, Calendar, Member
from ttdn_draft.knowledge.days.calendars import Layer
from ttdn_draft.model import PartialDate
from ttdn_draft.packs.calendars import read_calendar

NATIONAL = Path(plugins.__file__).parent / "national"

CALENDAR = """ngay_ky_niem:
  - {id: mau-ngay, ten: Ngày giải phóng Mẫu, goc: 1950-10-03, loai: su-kien, nguon: sách A, xac_minh: true}
  - {id: mau-thang, ten: Bác Hồ về thăm Mẫu, goc: 1961-02, loai: su-kien, nguon: sách A, xac_minh: true}
  - {id: mau-nam, ten: Chiến thắng Mẫu, goc: 1950, loai: su-kien, nguon: sách A, xac_minh: true}
  - {id: mau-le-am, ten: Lễ hội Mẫu, lich: am, ngay: 10, thang: 3, loai: le-lon, nguon: sách A, xac_minh: true}
  - {id: mau-tet, ten: Tết Mẫu, lich: am, ngay: 1, thang: 1, can_chi: true, loai: le-lon, nguon: sách A, xac_minh: true}
  - {id: mau-khong-nam, ten: Ngày Âm nhạc Mẫu, ngay: 3, thang: 9, loai: truyen-thong, nguon: báo B}
  - {id: mau-cu, ten: Ngày Sách Mẫu, goc: 2000-04-21, loai: truyen-thong, den: 2020, nguon: báo B, xac_minh: true}
  - {id: mau-cu, ten: Ngày Đọc Mẫu, goc: 2000-04-21, loai: truyen-thong, tu: 2021, nguon: báo B, xac_minh: true}
nhom:
  - id: mau-chung-cau
    thanh_vien:
      - {ngay_ky_niem: mau-nam}
      - {ngay_ky_niem: mau-ngay, noi: và}
    nguon: sách A
    xac_minh: true
"""


def write_calendar(folder: Path, text: str = CALENDAR) -> Path:
    """Write the pack of the tests with a calendar into a folder and return the folder."""
    (write_pack(folder) / "calendar.yaml").write_bytes(text.encode("utf-8"))
    return folder


def changed_calendar(old: str, new: str) -> str:
    """Return the calendar with one thing changed."""
    assert CALENDAR.count(old) == 1, old
    return CALENDAR.replace(old, new)


def national() -> Calendar:
    """Return the calendar of the national pack."""
    calendar, findings = read_calendar(NATIONAL)
    assert calendar is not None and findings == ()
    return calendar


def anniversary(id: str = "mau", origin: str = "", **more: Any) -> Anniversary:
    """Return a verified event of the country, with an origin as far as it is written."""
    known: dict[str, Any] = {"name": f"Ngày {id}", "category": "su-kien", "source": "sách A", "is_verified": True}
    return Anniversary(**{**known, "id": id, "origin": PartialDate.parse(origin), **more})


def lunar(month: int, day: int, **more: Any) -> Anniversary:
    """Return an anniversary of the lunar calendar."""
    return anniversary(**{"calendar": "am", "yearly_month": month, "yearly_day": day, **more})


def joined(*members: Member, **more: Any) -> AnniversaryGroup:
    """Return a group."""
    return AnniversaryGroup(**{"id": "nhom", "source": "sách A", "members": members, **more})


def layer(name: str, *entries: Anniversary | AnniversaryGroup, scope: str = "toan-quoc") -> Layer:
    """Return the calendar of a pack with some entries and groups."""
    days = tuple(e for e in entries if isinstance(e, Anniversary))
    return Layer(name, scope, Calendar(days, tuple(e for e in entries if isinstance(e, AnniversaryGroup))))
