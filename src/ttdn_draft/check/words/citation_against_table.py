"""Ngày, cơ quan, loại, số hoặc trích yếu của văn bản viện dẫn khác với bảng viện dẫn.

Kiểm tra gì: Văn bản có trong bảng viện dẫn (của chương trình và của gói) thì ngày, cơ quan ban hành, loại, số và
trích yếu gõ trong tệp phải như bảng; trích yếu rút gọn cùng nghĩa là đúng.
Vì sao: Ngày và tên gõ theo trí nhớ sai nhiều mà đọc lại khó thấy.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6; Hướng dẫn số 05-HD/VPTW, trang 12; bảng viện
dẫn có nguồn.
Ví dụ sai: Phổ biến Kết luận số 57-KL/TW ngày 16 tháng 5 năm 2023 của Bộ Chính trị về nâng cao chất lượng công tác
thông tin đối ngoại.
Ví dụ đúng: Phổ biến Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị về nâng cao chất lượng công tác
thông tin đối ngoại.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ...knowledge.citations import Citation
from ...knowledge.citations.symbols import KIND_CODES
from ...knowledge.standards.spelling import PARTY, spell
from ...mentions.citations import DocumentMention
from ...messages import N_, Message
from ...model import PartialDate
from ...patterns import regex
from ..cited import LOCAL, Cited, find_namesake, fold_issuer, issued_otherwise
from ..cited_laws import find_law
from ..effect_days import list_other_effects
from ..issuing import find_owner, is_issuer_of
from ..manuscript import Manuscript
from ..rule import Told, about, about_words, rule
from ..titles import find_title_slip

_OF_ISSUER = Message(N_("{name} là của {right}, không phải của {words}."), N_("Sửa thành {right}; nguồn: {source}."))
_EFFECT = Message(N_("{name} có hiệu lực từ {right}, không phải {words}."), N_("Sửa ngày; nguồn: {source}."))
KIND = Message(N_("Văn bản số {name} là {right}, không phải {words}."), N_("Sửa thành {right}; nguồn: {source}."))
TITLE = Message(
    N_("Trích yếu của {name} ghi «{words}», bảng viện dẫn ghi «{right}»."), N_("Sửa theo bản gốc; nguồn: {source}.")
)
NUMBER = Message(
    N_("Không thấy văn bản số {words}; văn bản có ngày và trích yếu này là {name}."),
    N_("Kiểm tra số ở bản gốc, có thể là {right}; nguồn: {source}."),
)


@rule(
    "warning",
    N_("{name} ban hành ngày {right}, không phải {words}."),
    N_("Sửa ngày; nguồn: {source}."),
    fix_group="citations",
)
def citation_against_table(text: Manuscript) -> Iterator[Told]:
    """Tell what is typed of a document otherwise than the table has it."""
    yield from _compare_laws(text)
    for effect in list_other_effects(text):
        right, known = effect.known.period.first_day, effect.known
        told = about(
            effect.typed,
            message=_EFFECT,
            name=f"{known.kind} số {known.symbol}",
            right=text.profile.dates.write(PartialDate.of(right)),
            source=known.source,
        )
        yield told
    for cited in text.cited:
        if cited.mention.is_given or cited.mention.is_quoted:
            continue
        if cited.known and cited.is_sure:
            yield from _compare(cited.mention, cited.known, cited, text)
        elif not cited.known and (namesake := _find_meant(cited, text)):
            mention, name = cited.mention, f"{namesake.kind} số {namesake.symbol}"
            is_of_kind = namesake.kind == mention.kind  # else the word before the symbol is wrong too
            first, fix = (mention.symbol_span[0], namesake.symbol) if is_of_kind else (mention.kind_span[0], name)
            told = about_words(
                mention.passage, first, mention.symbol_span[1], fix=fix, name=name, right=fix, source=namesake.source
            )
            told = told if is_of_kind else replace(told, facts=told.facts | {"words": mention.symbol.right})
            yield replace(told, message=NUMBER)


def _find_meant(cited: Cited, text: Manuscript) -> Citation | None:
    """Return the document whose kind, day and title a number without any has, or one of that day that is cited too."""
    mention = cited.mention
    for other in text.cited if mention.day and mention.symbol.standard == PARTY else ():
        is_alike = other.known and other.mention.kind == mention.kind and other.mention.day == mention.day
        if (
            is_alike
            and other.mention.symbol.key[1:] == mention.symbol.key[1:]
            and not LOCAL.search(mention.symbol.key[2])
        ):
            return other.known
    return find_namesake(mention, text.grounds.citations)


def _compare_laws(text: Manuscript) -> Iterator[Told]:
    """Yield the laws whose day is another one than that of the table."""
    for law in text.mentions.laws:
        known = None if law.is_given or law.is_quoted or not law.day else find_law(law, text.grounds.citations)
        if known and known.date and known.date.precision == "day" and law.day != known.date.first:
            right = _write_day(law.passage.text[slice(*law.date_span)], known.date.first)
            shown = right.removeprefix("ngày ")
            yield about_words(law.passage, *law.date_span, fix=right, name=law.title, right=shown, source=known.source)


def _compare(mention: DocumentMention, known: Citation, cited: Cited, text: Manuscript) -> Iterator[Told]:
    name, source, doubtful = f"{known.kind} số {known.symbol}", known.source, known.unverified
    if issued_otherwise(cited) and known.date and known.date.precision == "day" and "date" not in doubtful:
        right = _write_day(mention.passage.text[slice(*mention.day_span)], known.date.first)
        yield about_words(
            mention.passage, *mention.day_span, fix=right, name=name, right=right.removeprefix("ngày "), source=source
        )
    if _has_other_kind(mention, known):
        told = about_words(
            mention.passage,
            *mention.kind_span,
            fix=known.kind,
            name=mention.symbol.right,
            right=known.kind,
            source=source,
        )
        yield replace(told, message=KIND)
    if _has_other_issuer(mention, known) and "issuer" not in doubtful:
        issuer = spell(known.issuer, text.profile.standard)
        told = about_words(mention.passage, *mention.issuer_span, fix=issuer, name=name, right=issuer, source=source)
        yield replace(told, message=_OF_ISSUER)
    if (
        mention.title
        and not _SUCCEEDS.match(mention.title)
        and known.title
        and "title" not in doubtful
        and (slip := find_title_slip(mention.title, known.title))
    ):
        first, right = mention.title_span[0], spell(slip.right, text.profile.standard)
        told = about_words(
            mention.passage, first + slip.start, first + slip.end, fix=right, name=name, right=right, source=source
        )
        yield replace(told, message=TITLE)


def _write_day(typed: str, day: date) -> str:
    """Return the right day in the form in which the wrong one is typed."""
    month = f"{day.month:02d}" if day.month < 3 or re.search(r"[/.-]0[3-9][/.-]", typed) else str(day.month)
    if "tháng" in typed.casefold():
        return f"ngày {day:%d} tháng {month} năm {day.year}"
    mark = (re.search(r"[/.-]", typed) or ["/"])[0]
    return f"ngày {day:%d}{mark}{month}{mark}{day.year}"


def _has_other_kind(mention: DocumentMention, known: Citation) -> bool:
    """Tell whether a kind is another one than that of the table, though both have the letters of the symbol."""
    codes = KIND_CODES.get(mention.kind, frozenset())
    is_near = mention.kind == known.kind or mention.kind.startswith(known.kind) or mention.is_listed
    return bool(mention.kind) and mention.symbol.code in codes and not is_near


def _has_other_issuer(mention: DocumentMention, known: Citation) -> bool:
    """Tell whether the issuer is another one than that of the table, though the symbol may be of either."""
    typed, right = fold_issuer(mention.issuer), fold_issuer(known.issuer)
    if not typed or not right or typed.startswith(right) or right.startswith(typed):
        return False
    owner = find_owner(mention)
    return bool(owner and is_issuer_of(mention, owner)) and CENTRAL.match(mention.issuer) is not None


_SUCCEEDS = regex(r"(?:thay thế|bãi bỏ)\b", re.I)  # what it does to another, and no title
CENTRAL = regex(
    r"(?:Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|Ban Tuyên giáo|Ban Tổ chức Trung ương|BCT|BBT)(?!\w)", re.I
)
