"""Reads in which sentences a document presents itself: a manuscript goes in, the kind and the body named come out."""

import re
from collections.abc import Iterator, Sequence

from ..knowledge.names import fold_plain
from ..model.mentions import Passage, Stretch
from ..model.texts import printed_words
from ..patterns import regex
from ..records import dataclass
from .manuscript import Manuscript
from .recipients import SHORT_WORDS

_KINDS = (
    r"chương trình hành động|chương trình|kế hoạch|hướng dẫn|báo cáo|chỉ thị|kết luận|nghị quyết|quyết định|"
    r"thông báo|tờ trình|công văn|đề án|phương án|quy chế"
)
_BODY = (
    r"(?:Sở|Ban (?:Tuyên|Tổ chức|Nội|Dân|Chính|Xây|Thường vụ|Chấp hành|Quản lý|Chỉ đạo|Văn hóa|Văn hoá)|"
    r"UBND|[UỦ][ỷy] ban nhân dân|"
    r"Văn phòng|Phòng|(?:Tỉnh|Thành|Huyện|Đảng) [uủ][ỷy]|Công an|Bộ (?!Chính trị|Chỉ huy|trưởng))"
)
_CLOSING = regex(
    rf"(?:Trên đây là|Trên đây,)\s+(?:nội dung\s+|toàn bộ\s+|toàn văn\s+)?(?P<kind>{_KINDS})(?!\w)(?P<rest>[^.;]*)",
    re.I,
)
_OF_BODY = regex(rf"\bcủa\s+(?P<body>{_BODY}[^.;()]*)")
_BEHIND_BODY = regex(
    r"(?:,\s*|\s+)(?:về|năm|giai đoạn|đề nghị|kính|yêu cầu|trân trọng|nếu|gửi|báo cáo|đề|để|"
    r"trong|quý|tháng|xin|các)\b.*$",
    re.S,
)
_OPENING_END = regex(r"như sau\s*:?\s*$")
_OPENING_BODY = regex(rf"(?:^|,\s+|;\s+)(?P<body>{_BODY})")
_ISSUES = regex(
    rf"\s+(?:ban hành|xây dựng|đề ra|báo cáo|hướng dẫn|thông báo)(?!\w)(?:\s+(?P<kind>{_KINDS})(?!\w))?", re.I
)
_MAKES = ("ban hành", "xây dựng", "đề ra")
_PLACE = regex(r" (?:tinh|thanh pho|huyen|xa|phuong|dac khu)\b.*$")
_LEVEL = regex(r"^uy ban nhan dan (tinh|thanh pho|huyen|xa|phuong|dac khu)\b")
_COMMITTEE = regex(r"^(?:ban thuong vu|ban chap hanh)(?: dang bo)? ")
_MOST_SIGNS = 90


@dataclass(frozen=True)
class OwnSentence:
    """A sentence at the beginning or the end in which the document is called a kind, or a body is said to issue it."""

    passage: Passage
    kind: Stretch | None
    body: Stretch | None


def list_own_sentences(text: Manuscript) -> tuple[OwnSentence, ...]:
    """Return the opening sentence (… như sau) and the closing ones (Trên đây là …)."""
    return text.once(_read_own)


def _read_own(text: Manuscript) -> Iterator[OwnSentence]:
    """Yield the opening sentence (… như sau) and the closing ones (Trên đây là …)."""
    body = [p for p in text.sentences if not p.annex and p.zone in ("paragraph", "item")]
    for passage in body[:1]:
        if opening := _read_opening(passage):
            yield opening
    near_end = [passage for passage in body if passage.text.startswith("Trên đây") or passage in body[-3:]]
    for passage in near_end:
        if (found := _CLOSING.search(passage.text)) and not any(a <= found.start() < b for a, b in passage.quotes):
            yield OwnSentence(passage, found.span("kind"), _find_closing_body(passage, found))


def _read_opening(passage: Passage) -> OwnSentence | None:
    heads = list(_OPENING_BODY.finditer(passage.text)) if _OPENING_END.search(passage.text) else []
    if not heads:
        return None
    start = heads[-1].start("body")
    found = _ISSUES.search(passage.text, start)
    if not found or found.start() - start > _MOST_SIGNS or " của " in passage.text[start : found.start()]:
        return None
    makes = found["kind"] and passage.text[found.start() :].lstrip().casefold().startswith(_MAKES)
    return OwnSentence(passage, found.span("kind") if makes else None, (start, found.start()))


def _find_closing_body(passage: Passage, closing: re.Match[str]) -> Stretch | None:
    """Return the last body that the sentence says the document is of; nothing where another document is cited."""
    rest = regex(r"\bsố \d").search(closing["rest"])
    found = None if rest else _OF_BODY.search(passage.text, closing.start("rest"), closing.end("rest"))
    if not found:
        return None
    body = _BEHIND_BODY.sub("", found["body"]).rstrip(" ,")
    return found.start("body"), found.start("body") + len(body)


def is_own_body(text: Manuscript, words: str) -> bool:
    """Tell whether words may name the issuer: by its whole name, without its place, or by its first words alone."""
    name = _fold(words)
    bare = _PLACE.sub("", _COMMITTEE.sub("", name))
    issuer = text.draft.issuer
    own = [_fold(printed_words(typed)) for typed in (issuer.full_name, issuer.name, issuer.parent_body) if typed]
    if (level := _LEVEL.search(name)) and own and (other := _LEVEL.search(own[0])) and level[1] != other[1]:
        return False
    return _names_one_of(bare, own) or (text.is_party and _names_one_of(name, own))


def _names_one_of(bare: str, own: Sequence[str]) -> bool:
    return any(bare in whole or whole in bare or _PLACE.sub("", whole) in bare for whole in own[:2])


def _fold(name: str) -> str:
    folded = fold_plain(" ".join(name.split()))
    for short, full in SHORT_WORDS:
        folded = short.sub(full, folded)
    return folded
