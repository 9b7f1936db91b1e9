"""Chữ không có trong tiếng Việt.

Kiểm tra gì: Chữ viết thường, và chữ ở quyền hạn, chức vụ ký, mà âm đầu, vần và thanh không ghép thành tiếng Việt được.
Vì sao: Đó là lỗi gõ: thiếu, thừa hoặc sai dấu, hai chữ dính nhau, phím Telex còn sót.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 1, điểm b; lỗi soạn thảo.
Ví dụ sai: Các đơn vị taỉ tin, bài lên trang thông tin điện tử.
Ví dụ đúng: Đăng video, ảnh trên fanpage và chuyên mục "Amazing Cao Bang".
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ...errors import Cause, Severity
from ...knowledge.foreign_words import list_foreign_words
from ...knowledge.standards.legacy_letters import read_legacy
from ...knowledge.standards.syllables import (
    WORDS_KEPT,
    guess_syllable,
    is_bare_syllable,
    is_syllable,
    is_vietnamese_letters,
)
from ...knowledge.trade_words import guess_beside, read_confused
from ...mentions.contexts import is_in_address, is_no_text
from ...messages import N_, Message
from ...model.mentions import Passage, Zone
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_EDGES = ".,;:()[]{}“”\"'‘’«»?!…*–-"
_WORD_ALONE = regex(r"(?<![\w/])[^\W\d_]{2,}(?![\w/.])")
_VOWEL = regex("[aeiouy]|[^\x00-\x7fđ]")
_LEAST_OF_RUN = 3  # words, from which on no foreign name is meant
_CAPITALS: tuple[Zone, ...] = ("office", "authority")
_KEYS = Message(N_("«{words}» gõ khi bộ gõ chưa bật tiếng Việt."), N_("Bật bộ gõ rồi gõ lại; có lẽ là «{right}»."))
_MEANT = Message(N_("«{words}» không phải là chữ tiếng Việt."), N_("Có lẽ là «{right}»."))


@rule(
    "warning",
    N_("«{words}» không phải là chữ tiếng Việt."),
    N_("Gõ lại chữ này; nếu là tiếng nước ngoài thì để trong ngoặc kép."),
)
def syllable_impossible(text: Manuscript) -> Iterator[Told]:
    """Tell each word that cannot be one of Vietnamese and is not known from other languages."""
    wrong = {*map(_find_wrong, text.mentions.index.typed_words)} - {""}
    if text.source.raw and not text.source.data_files:  # what a tag that is refused glued together was not typed
        wrong = {word for word in wrong if word in text.source.raw}
    if wrong:
        words = regex(rf"(?<![\w\[-])(?<!\[bang: )(?:{'|'.join(map(re.escape, sorted(wrong)))})(?![\w-]|[./@]\w)")
        told = (told for passage in text.passages for told in _judge(passage, words))
        yield from (replace(found, cause=Cause.MISSPELT) for found in told)
    for passage in text.in_zones(*_CAPITALS):
        for found in _WORD_ALONE.finditer(passage.text):
            word = found[0].lower()
            is_word = found[0].isupper() and _VOWEL.search(word)  # HĐND is an abbreviation
            if is_word and _is_wrong(word) and (not word.isascii() or is_bare_syllable(word)):
                yield replace(about_words(passage, *found.span()), cause=Cause.MISSPELT)


def _bare(word: str) -> str:
    return word.strip(_EDGES)


@lru_cache(maxsize=WORDS_KEPT)
def _find_wrong(word: str) -> str:
    """Return a word without the signs at it where it is in small letters and wrong, else nothing."""
    bare = _bare(word)
    return bare if bare.islower() and _is_wrong(bare) else ""


def _is_wrong(word: str) -> bool:
    """Tell whether a word in small letters is none of Vietnamese, nor of other languages as far as they are known."""
    return (
        len(word) > 1
        and word.isalpha()
        and not is_syllable(word)
        and word not in list_foreign_words()
        and word not in read_confused()
        and (is_vietnamese_letters(word) or bool(guess_syllable(word)))
    )


def _judge(passage: Passage, words: re.Pattern[str]) -> Iterator[Told]:
    if any(map(read_legacy, passage.text.split())):
        return
    runs = [*_find_key_runs(passage)]
    for start, end, meant in runs:
        yield about_words(passage, start, end, fix=meant, message=_KEYS, right=meant)
    for found in words.finditer(passage.text):
        start, end = found.span()
        if any(first <= start < last for first, last, _ in runs):
            continue
        level = _weigh(passage.text, found)
        if level is None or is_no_text(passage, start) or is_in_address(passage, start):
            continue
        if any(first <= start and end <= last for first, last in passage.quotes):
            continue
        right = _guess(passage.text, found) or None
        facts = {"right": right} if right else {}
        yield about_words(passage, start, end, fix=right, level=level, message=_MEANT if right else None, **facts)


def _find_key_runs(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Yield where words stand side by side that were typed while the keyboard did not write Vietnamese, and the right ones.

    One word alone is told as such; of several, those between them that need no mark belong to the run.
    """
    words = [*re.finditer(r"[^\W\d_]+", passage.text)]
    is_loud = passage.text.isupper()  # in other lines a word in capitals is a short form: ASM
    meant = [_read_keys(word[0]) if is_loud or not word[0].isupper() else "" for word in words]
    first = 0
    while first < len(words):
        last = first
        while last < len(words) and (meant[last] or (last > first and is_syllable(words[last][0].lower()))):
            last += 1
        while last > first and not meant[last - 1]:
            last -= 1
        if sum(map(bool, meant[first:last])) >= _LEAST_OF_RUN:
            start, end = words[first].start(), words[last - 1].end()
            if not any(at <= start and end <= to for at, to in passage.quotes):
                yield start, end, _write_run(passage.text, words[first:last], meant[first:last])
        first = max(last, first + 1)


def _write_run(text: str, words: list[re.Match[str]], meant: list[str]) -> str:
    pieces, at = list[str](), words[0].start()
    for word, right in zip(words, meant, strict=True):
        pieces += [text[at : word.start()], right or _write_keys(word[0]) or word[0]]
        at = word.end()
    return "".join(pieces)


@lru_cache(maxsize=WORDS_KEPT)
def _read_keys(typed: str) -> str:
    """Return the syllable that keys of Telex were meant to write, with the capital of the word; else nothing."""
    word = typed.lower()
    if not (word.isascii() and len(word) > 1) or word in list_foreign_words() or is_syllable(word):
        return ""
    return _write_keys(typed)


def _write_keys(typed: str) -> str:
    right = guess_syllable(typed.lower()) if typed.isascii() else ""
    return right.capitalize() if right and typed[0].isupper() else right


def _guess(line: str, found: re.Match[str]) -> str:
    """Return the word that is meant, by the keys that were hit or by the words beside it."""
    before, after = line[: found.start()].split()[-1:], line[found.end() :].split()[:1]
    beside = (_bare("".join(words)).lower() for words in (before, after))
    return guess_beside(found[0], *beside) or guess_syllable(found[0])


def _weigh(line: str, found: re.Match[str]) -> Severity | None:
    """Return how sure it is that a word is wrong: one without any mark may be of a language that is not known."""
    word = found[0]
    if not _VOWEL.search(word):
        return None
    if not word.isascii():
        return "warning"
    if len(word) < 3 or _is_among_foreign(line, *found.span()):
        return None
    return "warning" if guess_syllable(word) or is_bare_syllable(word) else "note"


def _is_among_foreign(line: str, start: int, end: int) -> bool:
    """Tell whether the word before or behind a place is one of another language too."""
    beside = (*line[:start].split()[-1:], *line[end:].split()[:1])
    return any(_is_foreign(_bare(word).lower()) for word in beside)


def _is_foreign(word: str) -> bool:
    return word.isascii() and word.isalpha() and (word in list_foreign_words() or not is_syllable(word))
