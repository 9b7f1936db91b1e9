"""Lẫn hai cách đặt dấu, hoặc lẫn i và y, trong một văn bản.

Kiểm tra gì: Cùng một văn bản có cả uỷ và ủy, hoá và hóa, kĩ và kỹ; văn bản Đảng giữ uỷ, văn bản Nhà nước giữ ủy.
Vì sao: Không có quy định bắt buộc cách nào, nhưng một văn bản nên viết một cách.
Căn cứ: Cách in của Hướng dẫn số 05-HD/VPTW và của Nghị định số 30/2020/NĐ-CP; không có điều khoản.
Ví dụ sai: Uỷ ban nhân dân các xã phối hợp với cấp ủy.
Ví dụ đúng: Ủy ban nhân dân các xã phối hợp với cấp ủy, quản lý quý I.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ...knowledge.standards.spelling import PARTY, PARTY_ENDING, STATE_ENDING, spell
from ...knowledge.standards.syllables import WORDS_KEPT
from ...mentions.contexts import is_no_text
from ...messages import N_
from ...model.mentions import Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_STATE = "nha-nuoc"
_I_AND_Y = {
    "kĩ": "kỹ",
    "kì": "kỳ",
    "kỉ": "kỷ",
    "lí": "lý",
    "mĩ": "mỹ",
    "quí": "quý",
    "tỉ": "tỷ",
    "qui": "quy",
    "sỹ": "sĩ",
}
_NEVER = "qui"  # which no document of these days has: quy mô, quy định
_NAME_BEFORE = regex(r"([^\W\d_])[^\W\d_]*\s+$")
_EDGES = '.,;:()[]“”"!?…*'


@rule(
    "note",
    N_("«{words}» viết khác cách đặt dấu ở chỗ khác trong văn bản này."),
    N_("Viết «{right}»."),
    is_safe=True,
)
def tone_mark_mix(text: Manuscript) -> Iterator[Told]:
    """Tell each word that is not spelt as its standard spells it, where others of the same document are."""
    standard = PARTY if text.is_party else _STATE
    words = text.mentions.index.typed_words
    styles = {*map(_read_style, words)}
    wrong = (
        {word.strip(_EDGES) for word in words if _read_style(word) not in ("", standard)} if len(styles) > 2 else set()
    )
    bare = text.mentions.index.bare_words
    mixed = {i for i, y in _I_AND_Y.items() if i in bare and (y in bare or i == _NEVER)}
    if not wrong and not mixed:
        return
    spelt = "|".join(map(re.escape, sorted(wrong | mixed | {word.capitalize() for word in mixed})))
    pattern = regex(rf"(?<!\w)(?:{spelt})(?![\w-])(?! mỉ)")
    for passage in text.passages:
        if passage.zone != "signer":
            yield from _judge(passage, pattern, standard)


def _judge(passage: Passage, pattern: re.Pattern[str], standard: str) -> Iterator[Told]:
    for found in pattern.finditer(passage.text):
        start, end = found.span()
        is_quoted = any(first <= start and end <= last for first, last in passage.quotes)
        if is_quoted or is_no_text(passage, start) or _is_name(passage.text, found):
            continue
        word = found[0]
        right = spell(word, standard)
        if right == word:
            right = word[0] + _I_AND_Y[word.lower()][1:]
        yield about_words(passage, start, end, fix=right, right=right)


@lru_cache(maxsize=WORDS_KEPT)
def _read_style(word: str) -> str:
    """Return the standard whose spelling a word has; nothing where both spell it alike, or where it may be a name."""
    if word.isascii() or (word.istitle() and word.strip(_EDGES).lower() not in ("uỷ", "ủy")):
        return ""
    return PARTY if PARTY_ENDING.search(word) else _STATE if STATE_ENDING.search(word) else ""


def _is_name(line: str, found: re.Match[str]) -> bool:
    """Tell whether a word with a capital stands behind another: the name of a person or a place stays as it is."""
    before = _NAME_BEFORE.search(line, 0, found.start()) if found[0].istitle() else None
    return bool(before and before[1].isupper())
