"""Reads levels of partnership: passages go in, each level with the countries of which it is said comes out.

quan hệ Đối tác chiến lược toàn diện với Nhật Bản, Hàn Quốc; Nhật Bản là Đối tác chiến lược của Việt Nam. What is said
of groups of countries, of a field (về nông nghiệp), of a level to come or of former times is none.
"""

import re
from collections.abc import Iterable, Iterator

from ..knowledge.relations import Relation, RelationLevel
from ..knowledge.relations.named import match_relation
from ..model.mentions import Mention, Passage
from ..patterns import regex
from ..records import dataclass
from .contexts import clause_before

_LEVEL = regex(
    r"\bđối\s+tác\s+(?:hợp\s+tác\s+)?(?:(?P<strategic>chiến\s+lược)(?P<whole>\s+toàn\s+diện)?(?:\s+sâu\s+rộng)?|toàn\s+diện)\b",
    re.I,
)
_WITH = regex(
    r"\s*(?:(?:giữa\s+)?(?:hai\s+nước\s+)?(?:của\s+)?Việt\s+Nam\s*(?:[-–]|và|với)\s*|với\s+(?:các\s+nước\s*:?\s*)?|(?=[A-ZĐ]))"
)
_OF_HOME = regex(r"\s*(?:của\s+(?:Việt\s+Nam|ta|nước\s+ta)\b|[.,;)]|$)", re.I)
_IS = regex(r"(?P<name>[^,;:()]{2,60}?)\s*(?:\([^()]*\))?\s*(?:,|là|[-–])\s+(?:một\s+)?$")
_ARE = regex(r"(?P<names>[^;:()]{2,90}?)\s+(?:đều\s+)?là\s+(?:các|những)\s+$")
_NEXT = regex(r"\s*(?:,|;|và)\s*(?:với\s+)?", re.I)
_FIELD = regex(r"\s*(?:\([^()]*\)\s*)?(?:về|trong|xanh|số)\b", re.I)
_OTHER_TIME = regex(
    r"\b(?:nâng|lên|hướng\s+tới|tiến\s+tới|(?:thiết|xác)\s+lập(?!\s+quan\s+hệ\s+ngoại\s+giao)|trở\s+thành|trước|từ|tuyên\s+bố|ký|đề\s+án|kể|khi|nếu|năm\s+\d{4}|"
    r"nghiên\s+cứu|khả\s+năng|thời\s+kỳ|giai\s+đoạn)\b",
    re.I,
)
_YEAR_BEHIND = regex(r"[^.;]{0,60}\b(?:năm\s+|/)\d{4}\b", re.I)


@dataclass(frozen=True, eq=False)
class PartnerMention(Mention):
    """A level, and the countries of which a text says that they have it."""

    level: RelationLevel
    partners: tuple[Relation, ...]


def read_partners(passages: Iterable[Passage]) -> Iterator[PartnerMention]:
    """Yield the levels that passages tell of single countries as they are now."""
    for passage in passages:
        for found in _LEVEL.finditer(passage.text) if "tác" in passage.text else ():
            partners, end = _read_behind(passage.text, found.end()) or (_read_before(passage, found), found.end())
            if partners and not _is_of_other_time(passage, found.start(), end):
                yield PartnerMention(passage, found.start(), found.end(), _level(found), partners)


def _level(found: re.Match[str]) -> RelationLevel:
    if not found["strategic"]:
        return RelationLevel.COMPREHENSIVE
    return RelationLevel.COMPREHENSIVE_STRATEGIC if found["whole"] else RelationLevel.STRATEGIC


def _read_behind(text: str, at: int) -> tuple[tuple[Relation, ...], int] | None:
    """Return the countries that follow a level, and where they end; nothing for a level in one field."""
    leading = _WITH.match(text, at)
    partners = list[Relation]()
    named = match_relation(text, leading.end()) if leading else None
    while named:
        relation, at = named
        partners.append(relation)
        joint = _NEXT.match(text, at)
        named = match_relation(text, joint.end()) if joint else None
    return (tuple(partners), at) if partners and not _FIELD.match(text, at) else None


def _read_before(passage: Passage, found: re.Match[str]) -> tuple[Relation, ...]:
    """Return the country before a level that is called that of our country."""
    if not _OF_HOME.match(passage.text, found.end()):
        return ()
    before = clause_before(passage, found.start())[-100:]
    if several := _ARE.search(before):
        return _read_several(several["names"])
    said = _IS.search(before)
    if said is None:
        return ()
    words = re.split(r"\s[-–]\s|\b(?:với|và|cả|về|của|tại|ở|sang|đến)\s", said["name"])[-1].strip()
    named = match_relation(words, 0)
    return (named[0],) if named and named[1] == len(words) else ()


def _read_several(names: str) -> tuple[Relation, ...]:
    """Return the countries with which words end: hợp tác với Australia, Pháp [là các đối tác …]."""
    partners = list[Relation]()
    for name in reversed(re.split(r",\s*|\s+và\s+", names)):
        words = re.split(r"\b(?:với|cả|về|của|tại|ở|sang|đến|như)\s", name)[-1].strip()
        named = match_relation(words, 0)
        if named is None or named[1] != len(words):
            break
        partners.insert(0, named[0])
    return tuple(partners)


def _is_of_other_time(passage: Passage, start: int, end: int) -> bool:
    return bool(_OTHER_TIME.search(clause_before(passage, start)) or _YEAR_BEHIND.match(passage.text, end))
