"""Reads the documents that a text cites by number: passages go in, each mention comes out with the place of its pieces.

What only looks like a citation is none: contracts, files, web addresses, money for a unit, scores, standards,
documents of other states.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from ..knowledge.citations.symbols import (
    ASSEMBLY_LETTERS,
    CODES,
    KIND_CODES,
    KIND_SHORTS,
    SYMBOL_DASHES,
    SYMBOL_SLASHES,
    Symbol,
    find_code,
    is_organ,
    read_letters,
)
from ..model.marks import TO_FILL
from ..model.mentions import TEXTS_KEPT, Mention, Passage, Stretch
from ..patterns import regex
from ..records import dataclass
from .issuers import ISSUER_WORDS, OPENER

KIND = "|".join(sorted((name.replace(" ", r"\s+") for name in KIND_CODES), key=len, reverse=True))
KINDS_FOLDED = {name.casefold(): name for name in KIND_CODES}
SHORT = "|".join(sorted(KIND_SHORTS, key=len, reverse=True))
SIGNS = re.escape(SYMBOL_DASHES + SYMBOL_SLASHES)
MARK = rf"(?:\s{{0,3}}[{SIGNS}]\s{{0,3}}|\s{{1,2}})"
SYMBOL_LETTERS = r"[A-Za-zĐđÐ]{1,14}\d{0,2}"
SYMBOL = regex(
    rf"(?<![\w/.@%&+,-])(?P<number>(?:[Oo](?=\d))?\d(?:[\dOo]|[.,](?=\d))*[a-zđ]?)(?=[\s{SIGNS}A-ZĐÐ])"
    rf"(?:(?P<before>{MARK})(?P<year>(?:1[89]|2[0Oo])[\dOoIl]{{2}})(?![\dOo]))?"
    rf"(?P<first>{MARK}?)(?P<code>{SYMBOL_LETTERS})(?![\w])"
    rf"(?:(?P<second>{MARK})(?P<organ>{SYMBOL_LETTERS}(?:[-&]\s?(?=[A-ZĐ]{{2}}){SYMBOL_LETTERS}|[-&]{SYMBOL_LETTERS})*))?(?![\w/@])"
)
_NEAR = regex(rf"\d[\dOo]*[a-zđ]?(?:\s{{0,3}}[{SIGNS}]\s{{0,3}}|\s{{0,2}})[A-Za-zĐđÐ]")
"""A number before letters, with what may stand between: in every text that holds a symbol."""
HEAD = regex(rf"(?<!\w)(?:(?P<kind>{KIND})|(?-i:(?P<short>{SHORT})))(?P<so>\s+số)?\s*:?\s*$", re.I)
NUMBERED = regex(r"(?<!\w)số\s*:?\s*$", re.I)
OTHER_PAPER = regex(
    r"(?:hợp đồng|hồ sơ|(?<!\w)mã|giấy phép|giấy chứng nhận|tài khoản|điện thoại|QCVN|TCVN|ISO|biên lai|hóa đơn|phiếu|"
    r"mẫu|biểu|sổ|thẻ|lô|thửa|biên bản|đơn)\s*(?:[^\W\d]+\s+){0,3}(?:số|mã)?\s*:?\s*$",
    re.I,
)
ADDRESS = regex(r"https?:|www\.|\.(?:vn|com|org|net|pdf|docx?|xlsx?|zip|md)\b|@", re.I)
DAY_WORDS = (
    r"(?P<d>\d{1,2})(?:\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*|\s+tháng\s+(?P<mm>\d{1,2})\s+năm\s+)(?P<y>\d{4})(?!\d)"
)
DATED = regex(rf"(?P<comma>\s*,)?\s*\(?\s*(?:(?:ban hành|ký|ra)\s+)?(?P<date>ngày\s+{DAY_WORDS})\)?", re.I)
BY = regex(rf"\s*,?\s*(?:của\s+(?P<issuer>{ISSUER_WORDS})|do\s+(?P<maker>{ISSUER_WORDS})(?=\s+ban hành))", re.I)
DATED_BEFORE = regex(
    rf"(?<!\w)(?P<kind>{KIND})\s*,?\s+(?P<date>ngày\s+{DAY_WORDS})(?:\s+của\s+(?P<issuer>[^,;.:()\d]{{2,60}}?))?\s*,?\s+số\s*:?\s*$",
    re.I,
)
"""A number behind all the rest: Kết luận ngày 15/6/2023 của Bộ Chính trị số …"""
TITLED = regex(rf"\s*,?\s*(?P<title>(?:{OPENER})\b)(?!\s+(?:số\b|\d))", re.I)
TITLE_END = regex(r"[;:\n]|\.(?=\s|$)|\)(?![^(]*\))|$")
JOINED = regex(r"(?:[,;]|\bvà|\bcùng|\bvới|\bhoặc)\s*(?:các\s+)?$", re.I)
LISTED = regex(r"\s*(?:,|;|\bvà\b|\bhoặc\b|\bsố\b|\s){1,5}", re.I)
KIND_REACH = 48  # signs before a number in which its kind may stand
DATED_REACH = 140  # and where its day and who issued it stand between


@dataclass(frozen=True, eq=False)
class DocumentMention(Mention):
    """A document that is cited: what was read of it, and where each piece stands.

    `kind` is its name in full, nothing where none stands before the number; a list names it once (`is_listed`).
    `is_nested`: it stands in the title of another document that is cited before it.
    """

    symbol: Symbol = field(repr=False)
    symbol_span: Stretch
    kind: str = ""
    kind_span: Stretch = (0, 0)
    is_short: bool = False  # the kind is abbreviated
    has_number_word: bool = False  # "số" stands between the kind and the number
    is_listed: bool = False
    has_comma: bool = False
    day: date | None = None
    day_span: Stretch = (0, 0)
    issuer: str = ""
    issuer_span: Stretch = (0, 0)
    title_span: Stretch = (0, 0)
    is_nested: bool = False

    @property
    def title(self) -> str:
        """Return the words of the title that follow; where they end is not certain."""
        return self.passage.text[slice(*self.title_span)]

    @property
    def typed_symbol(self) -> str:
        """Return number and symbol as they stand in the text."""
        return self.passage.text[slice(*self.symbol_span)]

    @property
    def name(self) -> str:
        """Return kind, number and symbol in the right form, by which it is cited after the first mention."""
        return f"{self.kind} số {self.symbol.right}" if self.kind else self.symbol.right


def list_citations(passages: Iterable[Passage]) -> tuple[DocumentMention, ...]:
    """Return the documents that passages cite by their number, in the order of the text."""
    return tuple(mention for passage in passages for mention in _read(passage))


def _read(passage: Passage) -> list[DocumentMention]:
    """Return the mentions of a passage; each knows whether it stands in the title of the one before it."""
    done: list[DocumentMention] = []
    outer = -1
    for found in _find(passage):
        mention = _join_list(done[-1], found) if done else found
        if outer >= 0 and _is_inside(done[outer], mention):
            done.append(replace(mention, is_nested=True))
            continue
        if outer >= 0:
            done[outer] = _cut_title(done[outer], mention.start)
        outer = len(done)
        done.append(mention)
    return done


@lru_cache(maxsize=TEXTS_KEPT)
def _may_cite(line: str) -> bool:
    return bool(_NEAR.search(line))


def _find(passage: Passage) -> Iterator[DocumentMention]:
    for match in SYMBOL.finditer(passage.text) if _may_cite(passage.text) else ():
        if not is_to_fill(passage.text, match.start()) and (mention := _take(passage, match)):
            yield mention


def is_to_fill(text: str, start: int) -> bool:
    """Tell whether a place stands in a mark of what is still to be written: [điền: …]."""
    opened = text.rfind("[", 0, start)
    return opened >= 0 and text.startswith(f"[{TO_FILL}:", opened) and "]" not in text[opened:start]


def _take(passage: Passage, match: re.Match[str]) -> DocumentMention | None:
    """Return the document that a number and letters name; nothing where they are something else."""
    text, start = passage.text, match.start()
    head = HEAD.search(text, max(0, start - KIND_REACH), start)
    is_numbered = bool(head["so"] if head else NUMBERED.search(text, max(0, start - 8), start))
    if is_numbered and head is None and (dated := DATED_BEFORE.search(text, max(0, start - DATED_REACH), start)):
        return _take_dated(passage, match, dated)
    named = KIND_CODES[KINDS_FOLDED[_fold_kind(head["kind"])]] if head and head["kind"] else frozenset[str]()
    symbol = _read_symbol(match, bool(head) or is_numbered, bool(head), named)
    if symbol is None or _is_other(text, match, bool(head)):
        return None
    end = match.end("organ") if symbol[1] else match.end("code")
    kind = KINDS_FOLDED[_fold_kind(head["kind"])] if head and head["kind"] else ""
    short = KIND_SHORTS[head["short"]] if head and head["short"] else ""
    first = head.start() if head else start
    bare = DocumentMention(
        passage,
        first,
        end,
        symbol[0],
        (start, end),
        kind or short,
        head.span("kind" if kind else "short") if head else (start, start),
        bool(short),
        is_numbered,
    )
    return _read_tail(bare)


def _take_dated(passage: Passage, match: re.Match[str], dated: re.Match[str]) -> DocumentMention | None:
    """Return the document whose number stands behind its kind, its day and who issued it."""
    kind = KINDS_FOLDED[_fold_kind(dated["kind"])]
    symbol = _read_symbol(match, True, True, KIND_CODES[kind])
    if symbol is None:
        return None
    start, end = match.start(), match.end("organ") if symbol[1] else match.end("code")
    spans = (symbol[0], (start, end), kind, dated.span("kind"), False, True)
    bare = DocumentMention(passage, dated.start(), end, *spans)
    dated_too = replace(bare, day=read_day(dated), day_span=dated.span("date"))
    issuer = dated["issuer"]
    return _read_tail(replace(dated_too, issuer=issuer, issuer_span=dated.span("issuer")) if issuer else dated_too)


def _fold_kind(typed: str) -> str:
    return " ".join(typed.casefold().split())


def _read_symbol(
    match: re.Match[str], is_named: bool, has_kind: bool, named: frozenset[str]
) -> tuple[Symbol, bool] | None:
    """Return the symbol of a match, and whether its last group belongs to it; nothing where it is none.

    `named` are the letters of the kind that stands before it: letters of another case are those of that kind
    even where nobody knows the body (chương trình số 30-CTR/TUCB-ĐUQCHQ).
    """
    number, year = (_as_digits(match[name] or "") for name in ("number", "year"))
    code, organ, second = match["code"], match["organ"] or "", match["second"] or ""
    read = read_letters(code, organ)
    if read is None and second.strip() and (meant := find_code(code)) in named:
        read = meant, organ
    takes_organ = bool(organ)
    if organ and (read is None or (not second.strip() and not is_organ(read[1]))):
        read, takes_organ = read_letters(code, ""), False
    if read is None or not _is_likely(match, read, is_named, has_kind):
        return None
    marks = [match["before"] if year else None, match["first"], second if takes_organ else None]
    end = match.end("organ") if takes_organ else match.end("code")
    typed = match.string[match.start() : end]
    return Symbol(number, year, *read, typed, tuple(m for m in marks if m is not None)), takes_organ


def _is_likely(match: re.Match[str], read: tuple[str, str], is_named: bool, has_kind: bool) -> bool:
    """Tell whether letters that documents have are those of one here: blanks alone join only what a kind names."""
    code, organ = read
    if not (match["first"] or "").strip() and not (
        has_kind and code in CODES and (is_organ(organ) or match["first"] == "")
    ):
        return False
    if code in CODES and organ:
        return True
    if ASSEMBLY_LETTERS.fullmatch(code):
        return bool(match["year"]) or has_kind
    return has_kind if code in CODES or not organ else is_named


def _is_other(text: str, match: re.Match[str], has_kind: bool) -> bool:
    """Tell whether a number belongs to a paper that is no document of an organ, to an address or to a file."""
    start = match.start()
    if not has_kind and OTHER_PAPER.search(text, max(0, start - 60), start):
        return True
    first, last = text.rfind(" ", 0, start) + 1, text.find(" ", match.end())
    return bool(ADDRESS.search(text, first, last if last >= 0 else len(text)))


def _as_digits(typed: str) -> str:
    return typed.replace("O", "0").replace("o", "0").replace("l", "1").replace("I", "1")


def _read_tail(mention: DocumentMention) -> DocumentMention:
    """Return a mention with the day, the issuer and the title that follow its number."""
    text, end = mention.passage.text, mention.end
    dated = DATED.match(text, end)
    read: dict[str, Any] = {}
    if dated:
        end = dated.end()
        read |= {"day": read_day(dated), "day_span": dated.span("date"), "has_comma": bool(dated["comma"])}
    by = BY.match(text, end)
    if by and (name := (by["issuer"] or by["maker"]).strip()):
        first = by.start("issuer" if by["issuer"] else "maker")
        end = first + len(name)
        read |= {"issuer": name, "issuer_span": (first, end)}
    titled = TITLED.match(text, end)
    if titled:
        stop = TITLE_END.search(text, titled.end())
        read["title_span"] = (titled.start("title"), stop.start() if stop else len(text))
    return replace(mention, end=end, **read) if read else mention


def read_day(match: re.Match[str]) -> date | None:
    """Return the day of a match of `DAY_WORDS`; nothing where no calendar has it."""
    try:
        return date(int(match["y"]), int(match["m"] or match["mm"]), int(match["d"]))
    except ValueError:
        return None


def _join_list(before: DocumentMention, mention: DocumentMention) -> DocumentMention:
    """Return a mention without a kind with that of the list in which it stands: các Nghị định số 1/…, số 2/…."""
    between = mention.passage.text[before.end : mention.start]
    if mention.kind or not before.kind or not LISTED.fullmatch(between):
        return mention
    return replace(mention, kind=before.kind, is_listed=True)


def _is_inside(outer: DocumentMention, mention: DocumentMention) -> bool:
    """Tell whether a mention stands in the title of another, and does not follow it in a list."""
    first, last = outer.title_span
    if not first <= mention.start < last:
        return False
    joined = JOINED.search(mention.passage.text, first, mention.start)
    return not (joined and (mention.day_span[1] or mention.issuer or mention.has_number_word))


def _cut_title(outer: DocumentMention, start: int) -> DocumentMention:
    """Return a mention whose title ends where the next document of a list begins."""
    first, last = outer.title_span
    if not first <= start < last:
        return outer
    joined = JOINED.search(outer.passage.text, first, start)
    return replace(outer, title_span=(first, len(outer.passage.text[: joined.start() if joined else start].rstrip())))
