"""Chữ viết tắt chưa được giải nghĩa.

Kiểm tra gì: Chữ viết tắt dùng trong câu mà không viết đủ ở lần đầu, hoặc viết đủ sau khi đã dùng.
Vì sao: Người đọc ngoài ngành không hiểu.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Mục II.3b và Phụ lục III; Hướng dẫn số 05-HD/VPTW, trang 12.
Ví dụ sai: Tăng cường công tác PCCC ở cửa khẩu.
Ví dụ đúng: UBND xã tăng cường công tác phòng cháy, chữa cháy (PCCC); kiểm tra PCCC ở cửa khẩu.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterable, Iterator

from ...knowledge.abbreviations import read_known_abbreviations
from ...mentions.abbreviations import Abbreviation
from ...mentions.contexts import is_no_text
from ...messages import N_, Message
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about, rule

_ZONES = ("subject", "base", "heading", "paragraph", "item", "note")
_KNOWN = Message(N_("Chữ viết tắt «{words}» chưa được giải nghĩa."), N_("Viết ở lần đầu: «{right}»."))
_LATE = Message(
    N_("Chữ viết tắt «{words}» dùng ở đây, nhưng đến chỗ sau mới được giải nghĩa."),
    N_("Viết đủ ở chỗ này: «{right}», rồi chỉ dùng chữ tắt."),
)
_TWICE = Message(
    N_("Chữ viết tắt «{words}» đã dùng cho «{other}»."), N_("Dùng chữ viết tắt khác, hoặc viết đủ ở chỗ này.")
)
_OTHER_SHORT = Message(
    N_("«{long}» đã viết tắt là «{other}», ở đây là «{words}»."), N_("Dùng một chữ viết tắt trong cả văn bản.")
)
_COMPANY = ("Công ty", "Tập đoàn", "Tổng công ty", "Ngân hàng", "Trường", "phần mềm", "Hiệp định", "Công ước")
_PLACE = regex(r"(?:KCN|CCN|KKT|KKTCK|CLB|HTX)\s+([^\W\d_])")
_KIND_OF_DOCUMENT = regex(r"\s+(?:số\s+)?\d+[-/]")  # which is told as the kind of a citation
_REACH = 60  # signs before an abbreviation in which the kind of a name makes it part of that name


@rule("warning", N_("Chữ viết tắt «{words}» chưa được giải nghĩa."), N_("Viết đủ ở lần đầu, chữ tắt trong ngoặc đơn."))
def abbrev_undefined(text: Manuscript) -> Iterator[Told]:
    """Tell each abbreviation once, where it is used first, unless everybody knows it."""
    listed = read_known_abbreviations()
    found_all = [found for found in text.mentions.abbreviations if found.words not in listed.common]
    explained = {found.words: found.long for found in found_all if found.long}
    yield from _list_two_meanings(found_all)
    met = set[str]()
    for found in found_all:
        short = found.words
        if (
            short in met
            or found.passage.zone not in _ZONES
            or found.is_quoted
            or is_no_text(found.passage, found.start)
            or _KIND_OF_DOCUMENT.match(found.passage.text, found.end)
            or _is_issuer(found, text)
        ):
            continue
        met.add(short)
        if found.long or _is_of_name(found):
            continue
        long = listed.known.get(short, "") or listed.posts.get(short, "")
        right = f"{long or explained.get(short, '')} ({short})"
        if short in explained:
            yield about(found, level="warning" if long else "note", message=_LATE, right=right)
        elif long:
            yield about(found, fix=right, message=_KNOWN, right=right)
        else:
            yield about(found, level="note")


def _list_two_meanings(found_all: Iterable[Abbreviation]) -> Iterator[Told]:
    """Yield where one abbreviation is explained by other words than before, or the same words get another one."""
    first = dict[str, str]()
    shorts = dict[str, str]()
    for found in found_all:
        long = " ".join(found.long.casefold().split())
        if not long or found.is_quoted or [word[0] for word in long.split()] != [*found.words.casefold()]:
            continue
        if first.setdefault(found.words, long) != long:
            yield about(found, message=_TWICE, other=first[found.words])
        elif shorts.setdefault(long, found.words) != found.words:
            yield about(found, message=_OTHER_SHORT, other=shorts[long], long=long)


def _is_issuer(found: Abbreviation, text: Manuscript) -> bool:
    """Tell whether an abbreviation is who issued a document that is cited there: the rule of citations tells that."""
    return any(
        c.passage is found.passage and c.issuer_span == (found.start, found.end) for c in text.mentions.citations
    )


def _is_of_name(found: Abbreviation) -> bool:
    """Tell whether an abbreviation is a part of the name of a company or a place, or a sign of a formula."""
    before = found.passage.text[max(0, found.start - _REACH) : found.start]
    place = _PLACE.match(found.passage.text, found.start)
    return bool(place and place[1].isupper()) or "=" in found.passage.text or any(kind in before for kind in _COMPANY)
