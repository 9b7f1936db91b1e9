"""How dates are worded: a date as far as it is known goes in, the figures or words that are printed come out."""

from dataclasses import replace
from datetime import date

from ...model import PartialDate
from ...model.marks import GAP
from ...patterns import regex
from ...records import dataclass
from .spelling import PARTY

ISO_DATE = regex(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def pad(number: int, below: int) -> str:
    """Return a number, with a leading zero where it is below a limit."""
    return f"{number:02d}" if number < below else str(number)


@dataclass(frozen=True)
class DateWording:
    """Below which day and month a zero is written, the form of a date in a citation, and where that is laid down."""

    day_below: int
    month_below: int
    cited: str = "{ngay}/{thang}/{nam}"
    clause: str = ""

    def write(self, when: PartialDate) -> str:
        """Return a date as far as it is known: 28/01/1941, 02/1961, 1950."""
        month = "" if when.month is None else f"{pad(when.month, self.month_below)}/"
        day = "" if when.day is None else f"{pad(when.day, self.day_below)}/"
        return f"{day}{month}{when.year}"

    def write_day(self, month: int, day: int) -> str:
        """Return a day of any year: 08/3."""
        return f"{pad(day, self.day_below)}/{pad(month, self.month_below)}"

    def cite(self, when: PartialDate | None) -> str:
        """Return a date as a citation has it, with a gap for what is not known: 05/6/2023, 05 tháng 6 năm 2023."""
        if when is None:
            return GAP
        day = GAP if when.day is None else pad(when.day, self.day_below)
        month = GAP if when.month is None else pad(when.month, self.month_below)
        return self.cited.format(ngay=day, thang=month, nam=when.year)

    def figures(self, when: date | PartialDate) -> dict[str, str]:
        """Return day, month and year, as far as they are known, under the names that the forms of a profile use."""
        known = {} if when.day is None else {"ngay": pad(when.day, self.day_below)}
        known |= {} if when.month is None else {"thang": pad(when.month, self.month_below)}
        return {**known, "nam": str(when.year)}


STRICT = DateWording(10, 3, clause="Hướng dẫn số 05-HD/VPTW, điểm 4.2.2; Nghị định số 30/2020/NĐ-CP, PL1 II.4b")
"""The zeros of both standards, for words of no document; a document has those of its profile (`so_0`)."""
PARTY_DATES = replace(STRICT, clause="Hướng dẫn số 05-HD/VPTW, điểm 4.2.2; căn cứ: tr. 12")
STATE_DATES = replace(
    STRICT, cited="{ngay} tháng {thang} năm {nam}", clause="Nghị định số 30/2020/NĐ-CP, PL1 II.4b; căn cứ: PL1 II.6"
)
PLAIN = DateWording(0, 0)
"""Without zeros, for those who ask for it."""


def dates_of(standard: str) -> DateWording:
    """Return the wording of a standard, for those who have no profile of it at hand."""
    return PARTY_DATES if standard == PARTY else STATE_DATES


def read_iso_day(text: str) -> date | None:
    """Return the day that a text is as machines write it, 2027-6-30; nothing for other words.

    Raises ValueError for a day that the calendar does not have.
    """
    found = ISO_DATE.fullmatch(text.strip())
    return date(int(found[1]), int(found[2]), int(found[3])) if found else None
