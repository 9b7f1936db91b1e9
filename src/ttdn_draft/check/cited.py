"""Finds the documents that a text cites in the table: mentions go in, each with the document that it means comes out.

A symbol is not enough: numbers of the Party begin anew with each term, those of the State with each year. What is
known without doubt is `is_sure`; the rest is held against nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from ..knowledge.citations import Citation, CitationTable
from ..knowledge.citations.symbols import Key, Symbol, read_symbol
from ..knowledge.names import fold_name
from ..knowledge.standards.spelling import PARTY
from ..knowledge.terms import CONGRESS, find_term
from ..mentions.citations import DocumentMention
from ..mentions.issuers import write_issuer_out
from ..model.mentions import Stretch
from ..patterns import regex
from ..records import dataclass
from .titles import are_titles_alike, are_titles_equal, measure_title

LOCAL = regex(r"(?:ubnd|hdnd|tu|du|hu|btgtu|btgdvtu|vptu|ubkttu|bancs?d?tu)\d*$")
"""Bodies of which there is one in every province: their symbol is that of as many documents."""
SPACED_DASH, TERM_OR_PARTY = regex(r"\s*[-–—]\s*"), regex(r"\s*\(?kh(?:óa|oá)\s+[IVXL]+\)?|\s+Đảng$", re.I)
NO_PLACE = regex(r"^(?:Bộ trưởng|Chủ tịch|Giám đốc|Chánh Văn phòng)\s+", re.I)


@dataclass(frozen=True, eq=False)
class Cited:
    """A mention of a document, and what is known of it.

    `known` is the document of the table, `is_sure` whether it is certain that it is meant. `day` is that of the
    mention or of another mention of the same document in the text. `is_first`: nothing of it was cited
    before, in its own right.
    """

    mention: DocumentMention
    known: Citation | None
    is_sure: bool
    day: date | None
    is_first: bool
    before: DocumentMention | None = None  # the first mention, where this is another

    @property
    def is_own(self) -> bool:
        """Tell whether the author typed it as a citation of her own: not from an id, a title or a quotation."""
        mention = self.mention
        return not (mention.is_given or mention.is_nested or mention.is_quoted)


def find_cited(mentions: Sequence[DocumentMention], table: CitationTable) -> tuple[Cited, ...]:
    """Return what each mention means; those of one document share the day that one of them tells."""
    days = _list_days(mentions)
    first: dict[Key, DocumentMention] = {}
    found: list[Cited] = []
    for mention in mentions:
        key = mention.symbol.key
        day = mention.day or days.get(key)
        known, is_sure = _find(mention, day, table.by_key.get(key, ()))
        counts = not mention.is_nested and mention.passage.zone != "subject"
        before = first.get(key)
        found.append(Cited(mention, known, is_sure, day, counts and before is None, before))
        if counts and before is None:
            first[key] = mention
    return tuple(found)


def _list_days(mentions: Iterable[DocumentMention]) -> Mapping[Key, date]:
    """Return the day of each document that has one day only in the text."""
    days: defaultdict[Key, set[date]] = defaultdict(set)
    for mention in mentions:
        if mention.day:
            days[mention.symbol.key].add(mention.day)
    return {key: next(iter(found)) for key, found in days.items() if len(found) == 1}


def _find(mention: DocumentMention, day: date | None, known: Sequence[Citation]) -> tuple[Citation | None, bool]:
    """Return the document that is meant, and whether that is certain."""
    if not known or (LOCAL.search(mention.symbol.key[2]) and not any(_is_issued_by(mention, c) for c in known)):
        return None, False
    if day is None:
        return _find_undated(mention, known)
    same = [c for c in known if c.date and c.date.first <= day <= c.date.last]
    if same:
        return same[0], True
    near = [c for c in known if shares_series(c, mention.symbol, day) or _has_title(mention, c)]
    return (near[0], True) if near else (None, False)


def _find_undated(mention: DocumentMention, known: Sequence[Citation]) -> tuple[Citation | None, bool]:
    titled = [c for c in known if _has_title(mention, c)]
    if titled:
        return titled[0], len(titled) == 1
    if len(known) > 1:
        return None, False
    return known[0], bool(mention.symbol.year)


def _has_title(mention: DocumentMention, citation: Citation) -> bool:
    return bool(mention.title and citation.title and are_titles_alike(mention.title, citation.title))


def _is_issued_by(mention: DocumentMention, citation: Citation) -> bool:
    return fold_issuer(mention.issuer) == fold_issuer(citation.issuer)


@lru_cache(maxsize=1_000)
def fold_issuer(name: str) -> str:
    """Return a name for comparison: without its office, its term and its abbreviations."""
    full = (
        NO_PLACE.sub("", write_issuer_out(name)).replace("UBND", "Ủy ban nhân dân").replace("HĐND", "Hội đồng nhân dân")
    )
    return fold_name(TERM_OR_PARTY.sub("", SPACED_DASH.sub(" - ", full)))


def shares_series(citation: Citation, symbol: Symbol, day: date) -> bool:
    """Tell whether a day lies in the series of numbers in which a document has its own: a number stands in it once."""
    if citation.date is None:
        return False
    if symbol.year:
        return True
    if symbol.standard == PARTY and symbol.organ.endswith("TW"):
        return find_term(CONGRESS, citation.date.first) == find_term(CONGRESS, day)
    return citation.date.year == day.year


def find_namesake(mention: DocumentMention, table: CitationTable) -> Citation | None:
    """Return the document of the table that has the day and the title of a mention whose symbol it lacks.

    Its kind is the same, or its number and the letters of its organ are. Without a title the figures of the number are
    the same in another order, and all its letters.
    """
    if not (mention.day and mention.kind) or LOCAL.search(mention.symbol.key[2]):
        return None
    if not mention.title:
        return next((one for one in table.by_day.get(mention.day, ()) if _has_swapped_figures(mention, one)), None)
    for citation in table.by_day.get(mention.day, ()):
        if not are_titles_equal(mention.title, citation.title or "") or not _shares_part(mention, citation):
            continue
        if citation.kind == mention.kind or _shares_number(mention, citation):
            return citation
    return None


def _has_swapped_figures(mention: DocumentMention, citation: Citation) -> bool:
    """Tell whether two numbers differ in the order of their figures alone: 184/2026/NĐ-CP, 148/2026/NĐ-CP."""
    symbol, typed = read_symbol(citation.symbol), mention.symbol
    if symbol is None or symbol.key[1:] != typed.key[1:] or symbol.organ != typed.organ:
        return False
    return symbol.number != typed.number and sorted(symbol.number) == sorted(typed.number)


def _shares_number(mention: DocumentMention, citation: Citation) -> bool:
    """Tell whether two symbols differ in the letters of their kind alone: 57-CT/TW, 57-KL/TW."""
    symbol = read_symbol(citation.symbol)
    return symbol is not None and symbol.key[0] == mention.symbol.key[0] and symbol.organ == mention.symbol.organ


def _shares_part(mention: DocumentMention, citation: Citation) -> bool:
    """Tell whether the numbers or the letters of two symbols are the same."""
    symbol = read_symbol(citation.symbol)
    return symbol is not None and bool(set(symbol.key[::2]) & set(mention.symbol.key[::2]))


def list_given(cited: Iterable[Cited]) -> set[str]:
    """Return the ids of the documents that are cited by an id: what is wrong about them is told at the id."""
    return {each.known.id for each in cited if each.known and each.mention.is_given}


def issued_otherwise(cited: Cited) -> bool:
    """Tell whether the day that is typed is not that of the document that is meant."""
    known, day = cited.known, cited.mention.day
    return bool(known and known.date and day and not known.date.first <= day <= known.date.last)


def find_whole(cited: Cited) -> Stretch | None:
    """Return where a citation with its title stands; nothing where the end of the title is not certain."""
    mention = cited.mention
    if not mention.title:
        return mention.start, mention.end
    length = measure_title(mention.title, cited.known.title or "") if cited.known else 0
    return (mention.start, mention.title_span[0] + length) if length else None
