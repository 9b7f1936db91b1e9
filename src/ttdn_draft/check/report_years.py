"""The years of a report: a manuscript goes in, the year of its results and the year that it plans come out."""

import re

from ..mentions.contexts import FUTURE_PART
from ..mentions.periods import PeriodMention
from ..patterns import regex
from ..records import dataclass
from .manuscript import Manuscript

_OF_RESULTS = regex(
    r"\b(?:thực\s+hiện|triển\s+khai|kết\s+quả)\s+(?:các\s+)?(?:kế\s+hoạch|nhiệm\s+vụ|giải\s+pháp|kiến\s+nghị)\b", re.I
)
"""What a report says of the past with a word for what is ahead: tình hình thực hiện Kế hoạch."""


@dataclass(frozen=True)
class ReportYears:
    """The periods of a subject: of what was done, and of what is to be done where it names that too."""

    done: PeriodMention
    ahead: PeriodMention | None

    @property
    def done_year(self) -> int | None:
        """Return the year of the results; that of what is ahead where both are parts of one year."""
        return self.done.year or (self.ahead.year if self.ahead else None)

    @property
    def are_one(self) -> bool:
        """Tell whether a whole year is said to be over and, in the same subject, still to come."""
        if self.ahead is None or {self.done.kind, self.ahead.kind} != {"year"}:
            return False
        return self.done.year == self.ahead.year


def find_report_years(text: Manuscript) -> ReportYears | None:
    """Return the years that the subject of a report names; nothing for another kind, or a subject without a year."""
    if text.draft.kind != "bao-cao":
        return None
    named = [p for p in text.mentions.periods if p.passage.zone == "subject" and not p.is_quoted]
    ahead, end = list[PeriodMention](), 0
    for period in named:
        if FUTURE_PART.search(_OF_RESULTS.sub("", period.passage.text[end : period.start])):
            ahead.append(period)
        end = period.end
    done = [p for p in named if p not in ahead]
    found = ReportYears(done[0], ahead[0] if ahead else None) if done else None
    return found if found and found.done_year else None
