"""Finds documents by what a person remembers of them: a number, words, a topic or a date go in, the best come first."""

import re
from datetime import date
from functools import cache

from ...messages import N_
from ...nearness import HARDLY_ALIKE, list_nearest
from ...patterns import regex
from ...records import dataclass
from ..names import fold_plain
from .table import Citation, CitationTable, Status

NOTHING_NEAR = N_("không có mã nào gần giống")
FILLERS = frozenset({"so", "ngay", "cua", "ve", "viec", "nam"})
LETTERS_BEHIND_YEAR = regex(r"(?<=\d(?:19|20)\d\d)[a-z]+$")  # the id of 72/2015/NĐ-CP has none
SIGNS_OF_NUMBER = regex(r"[^a-z0-9]+|\bso\b")
NUMBER = regex(r"0*(\d+)(.*)")
YEAR_DIGITS = "0123456789"  # a State number written without its year, 72/NĐ-CP, means 72/2015/NĐ-CP
LONG_DATE = regex(r"(\d+) thang (\d+) nam (\d{4})")
# How much a word of the query tells, by where it is found
ID, WHOLE_SYMBOL, SYMBOL, WHOLE_TITLE, DATE = 50, 30, 20, 20, 8
TOPIC, PHRASE, YEAR, TITLE, KIND, ISSUER = 6, 5, 4, 3, 2, 1


@dataclass(frozen=True)
class _Haystack:
    """A document as the search sees it: everything folded."""

    number: str
    letters: str
    symbol_parts: frozenset[str]
    subject: str
    words: dict[str, int]
    dates: frozenset[str]


def search_citations(query: str, table: CitationTable, day: date | None = None) -> tuple[Citation, ...]:
    """Return the documents that have every word of a query; the best first, of equals those in force and the newest."""
    tokens = _split(query)
    found = [(score, c) for c in table if (score := _score(c, tokens))]
    return tuple(c for score, c in sorted(found, key=lambda hit: (-hit[0], *_order(hit[1], table, day))))


def _split(query: str) -> list[str]:
    words = LONG_DATE.sub(r"\1/\2/\3", fold_plain(query)).split()
    return [word for word in (w.strip(".,;:()\"'-–") for w in words) if word and word not in FILLERS]


def list_near_ids(id: str, table: CitationTable) -> str:
    """Return the ids of the table that look most like one that is not in it, in one line, or that none does.

    A number as it is written in a text, 57-KL/TW or KL 57-KL/TW 2023, is that of its document.
    """
    typed = LETTERS_BEHIND_YEAR.sub("", SIGNS_OF_NUMBER.sub("", fold_plain(id)))
    same = [known for known in table.entries if typed in _write_forms(known)]
    return ", ".join(same[:3] or list_nearest(id, table.entries, 3, HARDLY_ALIKE)) or NOTHING_NEAR


def _write_forms(id: str) -> set[str]:
    """Return how an id may be typed as a number, without signs: with its kind and year, or without."""
    parts = id.split("-")
    years = [parts, parts[:-1]] if parts[-1].isdigit() and len(parts) > 2 else [parts]
    return {"".join(form[start:]) for form in years for start in (0, 1)}


def list_topics(table: CitationTable) -> tuple[str, ...]:
    """Return the topics under which the documents stand, sorted."""
    return tuple(sorted({c.topic for c in table if c.topic}))


def _order(citation: Citation, table: CitationTable, day: date | None) -> tuple[bool, int, str]:
    age = citation.date.first.toordinal() if citation.date else 0
    return table.status_on(citation, day) not in (Status.IN_FORCE, Status.AMENDED), -age, citation.id


def _score(citation: Citation, tokens: list[str]) -> int:
    """Return how well a document fits; 0 where a word of the query is nowhere in it."""
    hay = _fold(citation)
    scores = [ID if token == citation.id else _score_token(token, hay) for token in tokens]
    if not scores or not all(scores):
        return 0
    phrase = " ".join(tokens)
    return sum(scores) + (WHOLE_TITLE if phrase == hay.subject else PHRASE if phrase in hay.subject else 0)


def _score_token(token: str, hay: _Haystack) -> int:
    number = NUMBER.fullmatch(token)
    if number and number[1] == hay.number:
        rest = _squeeze(number[2])
        if hay.letters.startswith(rest) or hay.letters.lstrip(YEAR_DIGITS) == rest:
            return WHOLE_SYMBOL if rest == hay.letters else SYMBOL
    if token in hay.dates:
        return DATE
    if token in hay.symbol_parts and not number:
        return max(KIND, hay.words.get(token, 0))
    return max((score for word, score in hay.words.items() if _is_word(token, word)), default=0)


def _is_word(token: str, word: str) -> bool:
    """Tell whether a token is a word, or the topic above it: ttdn is that of ttdn-nam too."""
    return token == word or word.startswith(f"{token}-")


@cache
def _fold(citation: Citation) -> _Haystack:
    number = NUMBER.fullmatch(fold_plain(citation.symbol))
    subject = fold_plain(citation.title or citation.gist)
    words: dict[str, int] = {}
    for text, score in ((citation.topic, ISSUER), (citation.issuer, ISSUER), (citation.kind, KIND), (subject, TITLE)):
        words |= dict.fromkeys([*re.findall(r"\w+", fold_plain(text)), *_split(text)], score)
    if citation.date is not None:
        words[str(citation.date.year)] = YEAR
    words[citation.topic] = TOPIC
    return _Haystack(
        number=number[1] if number else "",
        letters=_squeeze(number[2]) if number else "",
        symbol_parts=frozenset(re.findall(r"[a-z]+", fold_plain(citation.symbol))),
        subject=subject,
        words=words,
        dates=_spell_date(citation),
    )


def _squeeze(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _spell_date(citation: Citation) -> frozenset[str]:
    """Return a date as people type it: 5/6/2023, 05/6/2023, 05/06/2023, 2023-06-05."""
    if citation.date is None or citation.date.precision != "day":
        return frozenset()
    day = citation.date.first
    short = f"{day.day}/{day.month}/{day.year}"
    return frozenset({short, f"{day:%d}/{day.month}/{day.year}", f"{day:%d/%m/%Y}", day.isoformat()})
