"""Finds signs around words that nothing reads: a text as typed goes in, each sign with the right words comes out.

Staff bring them from other programs: ~~…~~ and ==…== of chats, ''…'' of old typists, [ ], { } and < > as placeholders.
"""

import re
from collections.abc import Collection, Iterator

from ..patterns import regex
from ..records import dataclass

SIGNS_AROUND = ("~~", "==", "''", "``", '""', '" ', "$", "{", "<", "[", "((")
"""One of these stands in each text that has such signs."""
AROUND = regex(
    r"~~(?P<struck>[^~\n]+)~~|==(?P<shaded>[^=\n]+)==|\$(?P<math>[^\W\d_][^$\n]*)\$"
    r"|<<(?P<double>[^<>\n]+)>>|<(?P<angle>[^<>\n]{1,120})>|(?<!\{)\{(?P<brace>[^{}\n]{1,120})\}(?!\})"
    r"|\(\((?P<twice>[^()\n]+)\)\)|(?:''|``)(?P<primes>[^'`\n]+)''|\"\"(?P<quotes>[^\"\n]+)\"\""
    r"|(?<![^\s(])\"[ ](?P<wide>[^\"\n]+)[ ]\"|\[\[(?P<link>[^\[\]\n^]+)\]\]|(?<!\^)\[(?P<square>[^\[\]\n^]{1,120})\]"
)
LEFT_OUT_SIGNS = ("struck", "shaded", "math", "link", "double")  # signs that are left out
BRACKETS = ("square", "angle", "link")
QUOTED = ("primes", "quotes", "wide")
TOLD_ELSEWHERE = regex(
    r"\s*(?:c[ầa]n|bổ|nhập|chèn|cập|ghi|số|tên|nội|thêm|[đd]i[ềe]n|ngày|tháng|năm|thời|địa|chức|kinh|đơn|cơ|họ|d[aáàảãạâấầẩẫậ]n"
    r"|toc\b|mục lục|ngắt|sang trang|trang mới|hình|image|page|b[aàáảãạ]ng|o\s*:|[ \d.…x]*$|…|\.{2})",
    re.I,
)
"""How marks begin of which others tell: gaps, doubts, citations, tables, cells, numbers of notes."""
IS_DIRECTIVE = regex(r"\s*(?:d[aâẫ]n|b[aả]ng|table|trich)\s*[:;=]", re.I)
UNKNOWN = regex(r"[a-z_]{2,20}[ ]?:\s*[\w-]+")
DIRECTIVE = regex(
    r"(?<![\w\\\[({<])(?P<open>[\[({<]{0,2})\s*(?P<word>dan|dẫn|trich|bang|bảng|table)\s*(?P<sign>[:;=])\s*"
    r"(?P<id>[a-z0-9]+(?:[-_][a-z0-9]+)*)\s*(?P<close>[\])}>]{0,2})",
    re.I,
)
TABLE_WORDS = ("bang", "bảng", "table")
OTHER_WORDS = ("trich", "table")
BRACKETS_OF_MARKS = "[({<])}>"
"""One of them stands around each mark that is told."""


SPOILT_SIGNS = "º¡¹³¸µ¶·»¼½¾¿?"
SPOILT = regex(rf"[^\W\d_]+[{SPOILT_SIGNS}](?=[^\W\d_])[^\s]*")
FIRST_OF_OURS, LAST_OF_OURS = "Ạ", "ỹ"  # letters of Vietnamese alone, which no old code has at their places
REMARK = regex(r"(?:^|(?<=\s))(?://[ ]+\S|/\*|<!--).*")


@dataclass(frozen=True)
class Stray:
    """What signs are, where they begin, what is typed, and what to write."""

    kind: str
    start: int
    mark: str
    right: str = ""


def find_around(typed: str) -> Iterator[Stray]:
    """Yield pairs of signs around words that are printed as they are."""
    if not any(map(typed.__contains__, SIGNS_AROUND)):
        return
    for found in AROUND.finditer(typed):
        form, words = str(found.lastgroup), found[str(found.lastgroup)].strip()
        is_told = IS_DIRECTIVE.match(words) or (form in BRACKETS and TOLD_ELSEWHERE.match(words))
        if not words or is_told:
            continue
        if form == "square" and UNKNOWN.fullmatch(words):
            yield Stray("unknown", found.start(), found[0])
            continue
        words = words.strip("% ") if form == "brace" else words
        right = words if form in LEFT_OUT_SIGNS else f'"{words}"' if form in QUOTED else f"({words})"
        yield Stray("around", found.start(), found[0], right)


def find_remark(typed: str) -> Iterator[Stray]:
    """Yield what is written for oneself, as programmers do: // …, <!-- …."""
    found = REMARK.search(typed) if "//" in typed or "<!--" in typed or "/*" in typed else None
    if found:
        yield Stray("remark", found.start(), found[0])


def find_spoilt(typed: str) -> Iterator[Stray]:
    """Yield words in which a letter became another sign, as where the code of letters was changed."""
    found = list(SPOILT.finditer(typed)) if any(map(typed.__contains__, SPOILT_SIGNS)) else []
    if not found:
        return
    from ..knowledge.standards.legacy_letters import read_legacy  # not needed for a text of sound letters

    is_old = any(map(read_legacy, typed.split())) and not any(FIRST_OF_OURS <= sign <= LAST_OF_OURS for sign in typed)
    if not is_old:  # of a text in an old code a rule tells
        yield from (Stray("spoilt", each.start(), each[0]) for each in found)


def find_directives(content: str, names: Collection[str]) -> Iterator[Stray]:
    """Yield marks of tables and citations in other brackets or with another sign; `names` are those of the tables."""
    has_signs = any(map(content.__contains__, BRACKETS_OF_MARKS)) and any(map(content.__contains__, ":;="))
    for found in DIRECTIVE.finditer(content) if has_signs else ():
        word = found["word"].lower()
        is_table = word in TABLE_WORDS
        is_id = found["id"] in names if is_table else found["id"].count("-") > 1
        is_written = (found["open"], found["close"], found["sign"]) == ("[", "]", ":") and word not in OTHER_WORDS
        is_cut = (found["open"], found["close"]) == ("[", "") and not is_table  # told as a citation without its end
        if is_id and not is_written and not is_cut and (found["open"] or found["close"]):
            right = f"[{'bang' if is_table else 'dan'}: {found['id']}]"
            yield Stray("directive", found.start(), found[0], right)
