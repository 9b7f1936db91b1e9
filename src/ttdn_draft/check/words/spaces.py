"""Thừa hoặc thiếu dấu cách.

Kiểm tra gì: Hai dấu cách liền nhau, dấu cách trước dấu câu hoặc trong ngoặc, thiếu dấu cách sau dấu phẩy, chấm phẩy.
Vì sao: Dòng canh đều hai bên làm lộ chỗ thừa; chữ dính nhau khó đọc và tìm không ra.
Căn cứ: Quy ước viết; không có điều khoản.
Ví dụ sai: Tổ chức tuyên truyền ,vận động  nhân dân vùng biên giới.
Ví dụ đúng: Đón đoàn lúc 14:30, chi 1.500.000 đồng, theo tỷ lệ 1:2 (theo mẫu).
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...knowledge.standards.syllables import is_syllable
from ...mentions.contexts import is_in_address, is_no_text
from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule, words_behind

_TWO = regex(r"(?P<left>\S+) {2,}(?P<right>\S+)")
_BEFORE = regex(r"(?P<left>\S*[\w)”%]) +(?P<right>[,;!?)”](?=\s|$)|(?<!\d ):(?=-?\s(?!\d)|$)|\.(?=\s|$)|[,;](?=\w))")
_INSIDE = regex(r"(?P<left>[(“]) +(?P<right>[^\s.…_)]+)")
_AFTER = regex(r"(?<![^\W\d_])(?<!&)(?P<left>[^\W\d_]{2,}[,;])(?P<right>[^\W\d_]{2,})(?![@\w]|[./]\w)")
_GLUED = regex(r"(?P<left>[^\W\d_]*[^\W\d_A-ZĐ])(?P<right>\((?!s\))[^\W\d_]{2,})")
_STOP = regex(
    r"(?<![\w.@/])(?P<left>[^\W\d_A-ZĐ]{2,}) ?(?P<stop>\.)(?P<right>[^\W\d_a-zđ][^\W\d_A-ZĐ]+)(?![\w@/]|\.\w)"
)
_SHAPES = (_TWO, _BEFORE, _INSIDE, _AFTER, _GLUED)
_NEAR = regex(r"[,;:!?)”.(“](?:(?<=\s[,;:!?)”.])(?=[\s/]|\w)|(?<=[^\W\d_][,;(])(?=[^\W\d_])|(?<=[(“])(?=\s))")
_STOP_NEAR = regex(r"\.[^\W\d_a-zđ][^\W\d_A-ZĐ]")  # begins with its sign: quickly looked for
_WITHOUT = (_BEFORE.pattern, _INSIDE.pattern)
_SIGN = regex(r"[A-Z][A-Za-z]{0,7}")  # of a formula: X, Lmin


@rule("warning", N_("Dấu cách đặt sai ở «{words}»."), N_("Viết «{right}»."), is_safe=True)
def spaces(text: Manuscript) -> Iterator[Told]:
    """Tell each space that is too much, and each that is missing at a comma or a bracket."""
    yield from _list_glued_sentences(text)
    near = frozenset(text.mentions.index.with_chunk(_NEAR))
    for passage in text.passages:
        if passage not in near and "  " not in passage.text:
            continue
        last = 0
        for found in sorted((f for shape in _SHAPES for f in shape.finditer(passage.text)), key=re.Match.start):
            at = found.start()
            if (
                at < last
                or is_no_text(passage, at)
                or is_no_text(passage, found.end() - 1)
                or is_in_address(passage, at)
                or _is_sign(found)
            ):
                continue
            last = found.end()
            right = f"{found['left']}{'' if found.re.pattern in _WITHOUT else ' '}{found['right']}"
            behind = words_behind(passage, found.end()) if found.re.pattern == _INSIDE.pattern else ""
            shown = f"{found[0]}{behind}"
            yield about_words(passage, *found.span(), fix=right, words=shown, right=f"{right}{behind}")


def _list_glued_sentences(text: Manuscript) -> Iterator[Told]:
    """Yield where a sentence begins right behind the full stop of the one before: ký cam kết.Công an xã."""
    for passage in text.mentions.index.with_chunk(_STOP_NEAR):
        for found in _STOP.finditer(passage.text):
            are_words = is_syllable(found["left"]) and is_syllable(found["right"].lower())
            if are_words and not (is_no_text(passage, found.start()) or is_in_address(passage, found.start())):
                right = f"{found['left']}. {found['right']}"
                yield about_words(passage, *found.span(), fix=right, right=right)


def _is_sign(found: re.Match[str]) -> bool:
    """Tell whether a space stands at the sign of a formula, whose lower letters were raised again: TLcb : mức lương."""
    sign = found["right" if found.re.pattern == _INSIDE.pattern else "left"]
    is_near = found.re.pattern == _INSIDE.pattern or (found.re.pattern == _BEFORE.pattern and found["right"] in ":)")
    return is_near and bool(_SIGN.fullmatch(sign)) and not is_syllable(sign.lower())
