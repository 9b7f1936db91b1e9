"""Tên cơ quan thiếu chữ, đảo chữ, hoặc viết hai cách trong một văn bản.

Kiểm tra gì: Tên bộ, sở có đủ chữ nhưng sai thứ tự, sai dấu, thiếu «và», hoặc sai một từ;
một tên cơ quan viết hoa hai cách trong cùng văn bản.
Vì sao: Một trong hai chỗ gõ sai; tên cơ quan phải đúng tên chính thức.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.2a; lỗi soạn thảo.
Ví dụ sai: Sở Văn hóa, Du lịch và Thể thao chủ trì tổ chức tập huấn.
Ví dụ đúng: Sở Văn hóa, Thể thao và Du lịch chủ trì tổ chức tập huấn.
Từ phiên bản: 0.1.0
"""

from collections import Counter
from collections.abc import Iterator

from ...knowledge.places.organs import find_organ
from ...knowledge.places.unit_names import fold_spelling
from ...mentions.contexts import is_abroad, is_of_its_time
from ...mentions.organs import OrganMention
from ...messages import N_, Message
from ...model.mentions import TEXT_ZONES, Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..organ_twins import list_organ_twins
from ..rule import Told, about, about_words, rule

_TWO_WAYS = Message(
    N_("Tên «{words}» ở chỗ khác trong văn bản viết là «{right}»."), N_("Chọn một cách viết cho cả văn bản.")
)
_HEADS = ("Cục", "Vụ", "Phòng", "Trung tâm", "Chi cục", "Đồn", "Hội", "Liên hiệp", "Báo", "Đài", "Viện", "Trường")
_PHRASE = regex(rf"(?<!\w)(?:{'|'.join(_HEADS)})(?: \w+){{3}}(?!\w)")


@rule("warning", N_("«{words}» không đúng tên cơ quan."), N_("Ghi: {right}."))
def organ_name_variant(text: Manuscript) -> Iterator[Told]:
    """Tell each name of an organ that has a word wrong, and each that is written in two ways."""
    for mention in text.mentions.organs:
        if mention.is_loose and _is_judged(mention, text):
            right = _write_like(_name_of_day(mention, text), mention.words)
            yield about(mention, fix=right, right=right)
    yield from _tell_two_ways(text)
    for passage, start, end, right in list_organ_twins(text.passages):
        yield about_words(passage, start, end, fix=right, message=_TWO_WAYS, right=right)


def _name_of_day(mention: OrganMention, text: Manuscript) -> str:
    """Return the name that the meant body has on the day: that of its successor where it is no more."""
    day = text.day
    if day is None or not mention.organs or any(day in organ.period for organ in mention.organs):
        return mention.name
    last = max(mention.organs, key=lambda organ: organ.period.last_day)
    now = find_organ(last.id, day)
    return now.name if now else mention.name


def _is_judged(mention: OrganMention, text: Manuscript) -> bool:
    """Tell whether a name is that of a body of today: one of another time had another name then."""
    zone = mention.passage.zone
    is_of_today = text.day is not None and not (is_of_its_time(mention, text.day) or is_abroad(mention))
    return is_of_today and zone not in ("issuer", "base")


def _write_like(name: str, words: str) -> str:
    """Return a name with the place of tone marks that other words have: Văn hoá beside Văn hóa."""
    return name.replace("Văn hóa", "Văn hoá") if "hoá" in words.casefold() else name


def _tell_two_ways(text: Manuscript) -> Iterator[Told]:
    heads = [head.lower() for head in _HEADS if head.split()[0] in text.mentions.index.typed_vocabulary]
    near = (passage for passage in text.having(*heads) if passage.zone in TEXT_ZONES)
    found = [(p, *m.span()) for p in near for m in _PHRASE.finditer(p.text) if not p.is_given(m.start())]
    ways = Counter(passage.text[start:end] for passage, start, end in found)
    if len(set(map(fold_spelling, ways))) == len(ways):
        return
    for passage, start, end in found:
        yield from _tell_rarer(passage, start, end, ways)


def _tell_rarer(passage: Passage, start: int, end: int, ways: Counter[str]) -> Iterator[Told]:
    words = passage.text[start:end]
    others = [way for way in ways if way != words and fold_spelling(way) == fold_spelling(words)]
    right = max(others, key=lambda way: ways[way], default="")
    if right and _differs_in_case(words, right) and (ways[right], right) > (ways[words], words):
        yield about_words(passage, start, end, fix=right, level="note", message=_TWO_WAYS, right=right)


def _differs_in_case(one: str, other: str) -> bool:
    """Tell whether two ways differ in their capitals, and not in the place of a tone mark."""
    return [w[0].isupper() for w in one.split()] != [w[0].isupper() for w in other.split()]
