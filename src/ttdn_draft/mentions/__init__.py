"""Reads what a document mentions: its passages go in, citations, units, dates and the like come out, each once."""

from datetime import date
from functools import cached_property

from ..model.mentions import TEXT_ZONES, Passage
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import NodePath
from .abbreviations import Abbreviation, read_abbreviations
from .amounts import AmountMention, read_amounts
from .blanks import BLANK_SIGNS, BlankMention, read_blanks
from .changes import ChangeMention, read_changes
from .citations import DocumentMention, list_citations
from .counts import YearCount, read_counts
from .dates import FIGURES_NEAR, DateMention, read_dates
from .day_spans import DaySpan, read_day_spans
from .deadlines import TIME_WORDS, DeadlineMention, find_time_columns, read_deadlines
from .index import PassageIndex
from .laws import LawMention, list_laws
from .named_dates import NAMING_WORDS, NamedDate, read_named_dates
from .organs import OrganMention, read_organs
from .partners import PartnerMention, read_partners
from .passages import list_passages
from .periods import SPAN_WORDS, PeriodMention, read_periods
from .references import PARTS_NAMED, ReferenceMention, read_references
from .splits import SPLIT_WORDS, read_splits
from .spreads import SpreadMention, read_spreads
from .sums import ShareMention, SumMention, read_shares, read_sums
from .totals_behind import TOTAL_WORDS, read_totals_behind
from .units import (
    DISTRICT_WORDS,
    LEVEL_WORDS,
    BareLevel,
    DistrictGroup,
    UnitMention,
    read_bare_levels,
    read_groups,
    read_units,
)
from .word_pairs import key_by_word
from .year_spans import YearsBetween, read_year_spans

_TWO_YEARS = regex(r"(?:19|20)\d\d\D{1,12}20\d\d")

__all__ = ["Mentions", "key_by_word", "list_passages"]


def _has_two_years(text: str) -> bool:
    return bool(_TWO_YEARS.search(text))


@dataclass(frozen=True, eq=False)
class Mentions:
    """What the passages of a document mention; `day` is that of the document, by which names are looked up."""

    passages: tuple[Passage, ...]
    day: date | None = None

    @cached_property
    def index(self) -> PassageIndex:
        """Return what finds the passages that hold some words."""
        return PassageIndex(self.passages)

    @cached_property
    def citations(self) -> tuple[DocumentMention, ...]:
        """Return the documents that are cited by their number."""
        return list_citations(self.index.with_digits)

    @cached_property
    def laws(self) -> tuple[LawMention, ...]:
        """Return the laws that are cited by their name."""
        return list_laws(self.index.having("luật", "pháp lệnh"))

    @cached_property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """Return the words of capitals, in the order of a reader."""
        return tuple(read_abbreviations(self.index))

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Return every day and month that is named."""
        index = self.index
        near = {*index.having("ngày", "tháng"), *index.with_chunk(FIGURES_NEAR)}
        return tuple(read_dates(passage for passage in index.with_digits if passage in near))

    @cached_property
    def periods(self) -> tuple[PeriodMention, ...]:
        """Return every quarter, year, and span of years."""
        return tuple(read_periods(self.index.having("năm", "quý", *SPAN_WORDS)))

    @cached_property
    def day_spans(self) -> tuple[DaySpan, ...]:
        """Return every time from one day or month to another."""
        return tuple(read_day_spans(self.index.having("từ ngày", "từ tháng", "từ 0*", "từ 1*", "từ 2*", "từ 3*")))

    @cached_property
    def deadlines(self) -> tuple[DeadlineMention, ...]:
        """Return the days by which something is to be done."""
        return tuple(read_deadlines(self.dates, self.time_columns))

    @cached_property
    def time_columns(self) -> frozenset[NodePath]:
        """Return the columns of tables that say when something is to be done."""
        return find_time_columns(self.index.having(*TIME_WORDS))

    @cached_property
    def counts(self) -> tuple[YearCount, ...]:
        """Return every number of years that is counted, with what it counts."""
        return tuple(read_counts(self.index.having(" năm", "lần thứ")))

    @cached_property
    def year_spans(self) -> tuple[YearsBetween, ...]:
        """Return the numbers of years that stand with the years between which they are."""
        return tuple(read_year_spans(p for p in self.index.having(" năm") if _has_two_years(p.text)))

    @cached_property
    def named_dates(self) -> tuple[NamedDate, ...]:
        """Return every day that stands behind the name of a day."""
        return tuple(read_named_dates(self.index.having(*NAMING_WORDS)))

    @cached_property
    def partners(self) -> tuple[PartnerMention, ...]:
        """Return the levels of partnership that are said of countries."""
        return tuple(read_partners(self.index.having("đối tác")))

    @cached_property
    def sums(self) -> tuple[SumMention, ...]:
        """Return the totals in sentences with their parts."""
        return tuple(read_sums(self.index.having("gồm")))

    @cached_property
    def splits(self) -> tuple[SumMention, ...]:
        """Return the totals that are split in other words, those in `sums` not told twice."""
        known = {(found.passage, found.start) for found in self.sums}
        found = read_splits(self.index.having(*SPLIT_WORDS))
        return tuple(split for split in found if (split.passage, split.start) not in known)

    @cached_property
    def totals_behind(self) -> tuple[SumMention, ...]:
        """Return the totals that stand behind their parts."""
        return tuple(read_totals_behind(self.index.having(*TOTAL_WORDS)))

    @cached_property
    def shares(self) -> tuple[ShareMention, ...]:
        """Return the percentages that stand behind the numbers that they are made of."""
        return tuple(read_shares(self.index.having("*%*")))

    @cached_property
    def changes(self) -> tuple[ChangeMention, ...]:
        """Return the increases and shares that stand with the two numbers that make them."""
        return tuple(read_changes(self.index.having("tăng", "giảm", "đạt", "chiếm")))

    @cached_property
    def spreads(self) -> tuple[SpreadMention, ...]:
        """Return the numbers of a year that stand with those of each quarter or month."""
        return tuple(read_spreads(self.index.having("mỗi quý", "mỗi tháng", "hằng quý", "hằng tháng", "một quý")))

    @cached_property
    def amounts(self) -> tuple[AmountMention, ...]:
        """Return the numbers of things in sentences."""
        return tuple(read_amounts(self.index.with_digits))

    @cached_property
    def blanks(self) -> tuple[BlankMention, ...]:
        """Return what was left to be written."""
        return tuple(read_blanks(self.index.having(*BLANK_SIGNS)))

    @cached_property
    def units(self) -> tuple[UnitMention, ...]:
        """Return the units of the country that are named."""
        return read_units(self.index.having(*LEVEL_WORDS))

    @cached_property
    def district_groups(self) -> tuple[DistrictGroup, ...]:
        """Return where districts in general are named."""
        return read_groups(self.index.having(*DISTRICT_WORDS), self.units)

    @cached_property
    def organs(self) -> tuple[OrganMention, ...]:
        """Return the organs of the table that are named."""
        return read_organs(self.index)

    @cached_property
    def bare_levels(self) -> tuple[BareLevel, ...]:
        """Return where the own province or city is named by its level word alone."""
        return read_bare_levels(self.index.having("tỉnh", "thành"))

    @cached_property
    def references(self) -> tuple[ReferenceMention, ...]:
        """Return what the texts of the body, the notes and the annexes point at within the document."""
        return tuple(read_references(p for p in self.index.having(*PARTS_NAMED) if p.zone in TEXT_ZONES))
