"""Số, ký hiệu viện dẫn viết hỏng.

Kiểm tra gì: Số, ký hiệu có dấu cách hoặc xuống dòng ở giữa, thiếu dấu, sai dấu, sai chữ hoa, chữ O thay số 0, thiếu
năm của văn bản quy phạm, thiếu phần cơ quan.
Vì sao: Người đọc không tra được văn bản.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 3, điểm c và Phụ lục VI; Hướng dẫn số 05-HD/VPTW,
trang 6-9.
Ví dụ sai: Phổ biến Kết luận số 57- KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị về nâng cao chất lượng công tác
thông tin đối ngoại.
Ví dụ đúng: Phổ biến Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị về nâng cao chất lượng công tác
thông tin đối ngoại.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ...errors import Severity
from ...knowledge.citations import CitationTable
from ...knowledge.citations.symbols import (
    ASSEMBLY_LETTERS,
    KIND_CODES,
    KIND_SHORTS,
    LETTERS_ALONE,
    NUMBER_SIGNS,
    PARTY_FORM,
    STATE,
    STATE_FORM_OF_NUMBERS,
    SYMBOL_SIGNS,
    YEARLY,
    read_symbol,
)
from ...knowledge.standards.spelling import PARTY
from ...mentions.citations import DocumentMention
from ...messages import N_, Message
from ...model.mentions import Mention
from ...patterns import regex
from ..cited import Cited
from ..manuscript import Manuscript
from ..rule import Told, about, about_words, rule

YEARS_SINCE = date(1998, 1, 1)  # numbers of decrees had no year before
ORGAN_WANTED = frozenset({"KH", "BC", "NQ", "KL", "CT", "HD", "TB", "TTr", "CTr", "QĐ", "NĐ", "TT"})
COMPANY = regex(r"Công ty|Tập đoàn|Tổng công ty|Hợp tác xã", re.I)  # whose symbols often name no organ
PART = regex(r"\d+\.\d+")  # Nghị quyết số 66.4/2025/NQ-CP: one of several of a number, which the Government issues
NO_YEAR = Message(N_("«{words}» thiếu năm: số của văn bản quy phạm có năm ban hành."), N_("Viết {right}."))
NO_ORGAN = Message(N_("«{words}» thiếu phần cơ quan ban hành trong ký hiệu."), N_("Viết đủ, ví dụ: {right}."))
BARE_NUMBER = regex(r"số\s+(?P<number>\d{1,4})(?=,?\s+ngày\s+\d{1,2}(?:[/.]\d{1,2}[/.]\d{4}|\s+tháng))")
OF_NUMBERS = ("Kết luận", "Chỉ thị", "Nghị quyết", "Quyết định", "Quy định", "Nghị định", "Thông tư")
_ISSUERS = (
    *("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Trung ương", "Quốc hội", "Chính phủ"),
    *("Thủ tướng Chính phủ", "Thủ tướng", "Bộ trưởng"),
)
_SHORT_KINDS = frozenset({"NĐ", "QĐ", "NQ", "KL", "CT", "TT"})
_BY_ISSUER, _YEAR_BEHIND = tuple(f"của {name.lower()}" for name in _ISSUERS), "*/20*"
_SHORT_NUMBER = regex(
    rf"(?<![\w/-])(?:(?P<short>{'|'.join(sorted(_SHORT_KINDS))})|(?P<kind>{'|'.join(OF_NUMBERS)}))\s+(?:số\s+)?"
    rf"(?P<number>\d{{1,4}})(?:/(?P<year>20\d\d)(?![\w/-])|(?=\s+của\s+(?:{'|'.join(_ISSUERS)})(?!\w)))"
)
"""A document by its kind and its bare number: NĐ 72/2015, Kết luận 57 của Ban Bí thư."""
_SHORT_FORM = Message(N_("«{words}» là cách gọi tắt của văn bản."), N_("Viết {right}."))
_DAY_WITHOUT_YEAR = regex(
    r",?\s*(?P<day>ngày\s+\d{1,2}(?:\s*/\s*\d{1,2}|\s+tháng\s+\d{1,2}))(?![^.;:]{0,8}\d{4}|\s*[/\d-]|\s+năm)"
)
_NO_YEAR_OF_DAY = Message(N_("Ngày ban hành «{words}» của {name} thiếu năm."), N_("Viết {right}."))
NO_LETTERS = Message(
    N_("Số «{words}» thiếu ký hiệu của văn bản."), N_("Viết đủ số và ký hiệu như bản gốc, dạng {right}.")
)
ODD_NUMBER = Message(N_("«{words}» không phải số của văn bản."), N_("Xem lại số ở bản gốc."))


@rule("warning", N_("Số, ký hiệu «{words}» viết hỏng."), N_("Viết {right}."), fix_group="citations")
def citation_malformed(text: Manuscript) -> Iterator[Told]:
    """Tell each number and symbol that nobody could look up as it stands."""
    for cited in text.cited:
        if not cited.mention.is_given and (told := _judge(cited, text.grounds.citations)):
            yield replace(told, level="note") if cited.mention.is_quoted else told
        if not cited.mention.is_given and (told := _judge_day(cited)):
            yield told
    yield from _list_bare(text)
    yield from _list_short(text)


def _judge_day(cited: Cited) -> Told | None:
    """Tell the day behind a symbol that lacks its year."""
    mention = cited.mention
    found = None if mention.day_span[1] else _DAY_WITHOUT_YEAR.match(mention.passage.text, mention.symbol_span[1])
    if found is None:
        return None
    year = cited.known.date.year if cited.known and cited.known.date and cited.is_sure else mention.symbol.year
    right = f"{found['day']}{'/' if '/' in found['day'] else ' năm '}{year or '…'}"
    told = about_words(mention.passage, *found.span("day"), fix=right if year else None, name=mention.name, right=right)
    return replace(told, message=_NO_YEAR_OF_DAY)


def _list_short(text: Manuscript) -> Iterator[Told]:
    """Yield the documents that are called by their kind and number alone, as people say and no document writes."""
    index = text.mentions.index
    shorts = index.with_typed(index.typed_words & _SHORT_KINDS)
    for passage in dict.fromkeys((*shorts, *text.having(*_BY_ISSUER), *text.having(_YEAR_BEHIND))):
        for found in _SHORT_NUMBER.finditer(passage.text) if passage.zone != "cell" else ():
            mention = Mention(passage, *found.span())
            if not (mention.is_given or mention.is_quoted):
                right = _write_number(found, text.grounds.citations)
                fix = None if "…" in right else right
                yield about(mention, message=_SHORT_FORM, fix=fix, right=right)


def _write_number(found: re.Match[str], table: CitationTable) -> str:
    """Return how a document is cited of which kind and number are known: as the one of the table, if it is one."""
    kind, number, year = found["kind"] or KIND_SHORTS[found["short"]], found["number"], found["year"] or ""
    symbols = [s for c in table if c.kind == kind and (s := read_symbol(c.symbol))]
    known = [s.right for s in symbols if s.number == number and (not year or s.year == year)]
    head = f"{number}/{year}" if year else number
    open_end = f"{head}{'/' if year else '-'}{min(KIND_CODES[kind])}…"
    return f"{kind} số {known[0] if len(known) == 1 else open_end}"


def _list_bare(text: Manuscript) -> Iterator[Told]:
    """Yield the numbers without any letters of documents of which no number before has them."""
    seen = {cited.mention.symbol.number for cited in text.cited}
    for passage in text.having("số ") if "ngày" in text.mentions.index.whole else ():
        for found in BARE_NUMBER.finditer(passage.text):
            before = passage.text[: found.start()].rstrip()
            kind = next((kind for kind in OF_NUMBERS if before.endswith(kind)), "")
            is_quoted = any(first <= found.start() < last for first, last in passage.quotes)
            if kind and found["number"] not in seen and not is_quoted:
                right = f"{found['number']}-{min(KIND_CODES[kind])}/…"
                yield about_words(passage, *found.span("number"), message=NO_LETTERS, right=right)


def _judge(cited: Cited, table: CitationTable) -> Told | None:
    mention, symbol = cited.mention, cited.mention.symbol
    typed, right = mention.typed_symbol, symbol.right
    if _has_odd_number(mention):
        return replace(_tell(mention, None, typed), message=ODD_NUMBER)
    if _lacks_organ(mention):
        head = f"{symbol.number}/{symbol.year}" if symbol.year else symbol.number
        example = f"{symbol.number}-{symbol.code}/TW, {head}/{symbol.code}-UBND"
        return replace(_tell(mention, None, example), message=NO_ORGAN)
    if _wants_year(mention):
        fix = _add_year(cited, table)
        return replace(_tell(mention, fix, fix or replace(symbol, year="…").right), message=NO_YEAR)
    if right == typed or _is_right_otherwise(mention):
        return None
    level: Severity | None = "note" if _is_only_broken(typed, right) and cited.known is None else None
    return replace(_tell(mention, right, right), is_safe=_letters(typed) == _letters(right), level=level)


def _is_only_broken(typed: str, right: str) -> bool:
    """Tell whether nothing but a space or a new line behind a mark is wrong, as where a line was broken there."""
    return re.sub(r"(?<=[-/])\s+", "", typed) == right


def _lacks_organ(mention: DocumentMention) -> bool:
    """Tell whether a symbol ends with its kind: none that goes on behind a new line, or is that of a company."""
    symbol, behind = mention.symbol, mention.passage.text[mention.symbol_span[1] :]
    is_bare = symbol.code in KIND_CODES.get(mention.kind, ()) and symbol.code in ORGAN_WANTED and not symbol.organ
    return is_bare and not behind.startswith("-") and not COMPANY.search(mention.issuer)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def _tell(mention: DocumentMention, fix: str | None, right: str) -> Told:
    return about_words(mention.passage, *mention.symbol_span, fix=fix, right=right)


def _has_odd_number(mention: DocumentMention) -> bool:
    """Tell whether a number has a fraction, or number and letters are longer than the data standard lets them be."""
    number, letters = mention.symbol.number, f"{mention.symbol.code}-{mention.symbol.organ}"
    is_part = bool(mention.symbol.year and PART.fullmatch(number))
    return (
        (bool(re.search(r"[.,]", number)) and not is_part)
        or len(number) > NUMBER_SIGNS
        or (len(letters) > SYMBOL_SIGNS and "-" not in mention.symbol.organ)
    )


def _wants_year(mention: DocumentMention) -> bool:
    """Tell whether a document that lays down law has no year in its number, which it has had since 1998."""
    symbol = mention.symbol
    is_new = mention.day is None or mention.day >= YEARS_SINCE
    is_yearly = (symbol.code in YEARLY and bool(symbol.organ)) or bool(ASSEMBLY_LETTERS.fullmatch(symbol.code))
    return is_yearly and symbol.standard == STATE and not symbol.year and is_new


def _add_year(cited: Cited, table: CitationTable) -> str | None:
    """Return the symbol with the year that its date or the one document of the table with these letters tells."""
    symbol = cited.mention.symbol
    if cited.day:
        return replace(symbol, year=str(cited.day.year)).right
    number, _, letters = symbol.key
    known = [s for c in table if (s := read_symbol(c.symbol)) and (s.key[0], s.key[2]) == (number, letters)]
    return known[0].right if len(known) == 1 else None


def _is_right_otherwise(mention: DocumentMention) -> bool:
    """Tell whether it is in the form of the other system, of which another rule tells, or in capitals like its line."""
    typed, symbol = mention.typed_symbol, mention.symbol
    other = STATE_FORM_OF_NUMBERS if symbol.standard == PARTY else PARTY_FORM
    is_in_capitals = mention.passage.text.isupper() and typed.upper() == symbol.right.upper()
    is_of_old = symbol.code == "TTLT" or (symbol.code in LETTERS_ALONE and not symbol.organ)
    return is_of_old or is_in_capitals or bool(other.fullmatch(typed))
