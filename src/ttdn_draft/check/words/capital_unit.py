"""Chữ chỉ cấp đơn vị hành chính viết hoa, viết thường sai.

Kiểm tra gì: «Tỉnh», «Xã», «Phường» … viết hoa giữa câu trước tên riêng hoặc khi đứng một mình;
viết thường trước tên là số.
Vì sao: Chữ chỉ cấp chỉ viết hoa khi đơn vị mang số, tên người, tên sự kiện, và ở Thủ đô, Thành phố Hồ Chí Minh.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục III.1.
Ví dụ sai: Tuyên truyền trên địa bàn Tỉnh Cao Bằng.
Ví dụ đúng: Tuyên truyền trên địa bàn tỉnh Cao Bằng.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...mentions.units import UnitMention
from ...messages import N_, Message
from ...model.mentions import TEXT_ZONES, Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_BARE = regex(r"(?<=\w )(Tỉnh|Huyện|Xã|Phường)(?=[.,;:)]|$|\s(?!u[ỷy]\b|ủy\b|đoàn\b|đội\b|hội\b|trưởng\b)[a-zà-ỹđ(])")
_BARE_BEFORE = regex(
    r"(?:của|trong|toàn|địa bàn|cho|tại|cấp|ngành|[nN]hân dân|các|những|mỗi|từng|Đảng bộ|HĐND|UBND|[cC]ông an) $"
)
_WORDS = ("Tỉnh", "Huyện", "Xã", "Phường")
_CITY = "thành phố"  # of the first level, for which the capital is custom: Thành phố Hà Nội
_ZONES = TEXT_ZONES | {"recipient", "addressee", "subject"}
_IN_SENTENCE = regex(r"[\w,)]\s$")
_MUST_BE_LARGE = Message(N_("Trước tên là số, chữ chỉ cấp viết hoa: «{words}»."), N_("Ghi: {right}."))


@rule("warning", N_("«{words}» giữa câu: chữ chỉ cấp đơn vị viết thường."), N_("Ghi: {right}."), is_safe=True)
def capital_unit(text: Manuscript) -> Iterator[Told]:
    """Tell each level word with the wrong first letter."""
    for unit in text.mentions.units:
        if unit.passage.zone in _ZONES and not (unit.is_given or unit.is_quoted or unit.committee):
            yield from _judge(unit)
    named = [word for word in _WORDS if word in text.mentions.index.typed_vocabulary]
    for passage in text.having(*map(str.lower, named)):
        if passage.zone in _ZONES:
            yield from _judge_bare(passage)


def _judge(unit: UnitMention) -> Iterator[Told]:
    words, start = unit.passage.text[unit.start : unit.names[0].end], unit.start
    if unit.name[0].isdigit():
        if words[0].islower() and not unit.is_list:
            right = words[0].upper() + words[1:]
            yield about_words(unit.passage, start, unit.names[0].end, fix=right, message=_MUST_BE_LARGE, right=right)
    elif words[0].isupper() and not _may_be_large(unit, words) and _is_in_sentence(unit.passage, start):
        right = words[0].lower() + words[1:]
        yield about_words(unit.passage, start, unit.names[0].end, fix=right, right=right)


def _may_be_large(unit: UnitMention, words: str) -> bool:
    """Tell whether a capital may be right: of a name in capitals, of a person or a number, of a city, of a list."""
    known = unit.names[0].units
    is_special = any(u.level_word or u.name[-1].isdigit() or (u.id == u.province and u.kind == _CITY) for u in known)
    return is_special or words.isupper() or words[:2].upper() in ("TP", "TX") or unit.is_list


def _is_in_sentence(passage: Passage, start: int) -> bool:
    """Tell whether a place is inside a sentence: a word or a comma stands before it, not a dash, a number or a stop."""
    before = passage.text[:start]
    return bool(_IN_SENTENCE.search(before)) and not before.rstrip()[-1:].isdigit()


def _judge_bare(passage: Passage) -> Iterator[Told]:
    text = passage.text
    if not any(word in text for word in _WORDS):
        return
    for found in _BARE.finditer(text):
        if _BARE_BEFORE.search(text, 0, found.start()) and not passage.is_given(found.start()):
            right = found[1].lower()
            yield about_words(passage, *found.span(), fix=right, right=right)
