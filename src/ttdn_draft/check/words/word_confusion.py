"""Từ viết sai quen thuộc, và từ của nghề gõ sai một dấu hoặc một chữ.

Kiểm tra gì: Từ hay viết sai (sát nhập, bổ xung), và từ của nghề có một chữ sai dấu (đối ngoai, phôi hợp).
Vì sao: Từng chữ đều có trong tiếng Việt nên máy soát chính tả bỏ qua.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 1, điểm b; lỗi soạn thảo.
Ví dụ sai: Hai xã đã sát nhập cần phôi hợp tuyên truyền.
Ví dụ đúng: Hai xã đã sáp nhập cần phối hợp tuyên truyền.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator, Mapping

from ...knowledge.trade_words import find_mistyped, is_right_word
from ...mentions.contexts import is_no_text
from ...messages import N_
from ...model.mentions import Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

LONG = 3  # syllables of a phrase of which the last belongs to it whatever follows: ứng phó sự số | hoá chất
_SLASHED = regex(r"(?<![\w/])([^\W\d_]+) ([^\W\d_]+)(?=/[^\W\d_])|(?<=[^\W\d_]/)([^\W\d_]+) ([^\W\d_]+)(?![\w/])")
_BEFORE, _AFTER = regex(r"([^\W\d_]+)\s+$"), regex(r"\s+([^\W\d_]+)")


@rule("warning", N_("«{words}» viết sai."), N_("Viết «{right}»."))
def word_confusion(text: Manuscript) -> Iterator[Told]:
    """Tell each word that is known to be written wrong, or that is one of the trade but for a slip."""
    index = text.mentions.index
    beside = {*_list_slashed(index.whole)}
    words = index.bare_words | {word.lower() for pair in beside for word in pair}
    wrong = find_mistyped(words, lambda pairs: index.pairs.holds_any(pairs) or not beside.isdisjoint(pairs))
    if not wrong:
        return
    pattern = regex(rf"(?<![\w-])(?:{'|'.join(map(_spread, wrong))})(?![\w-])", re.I)
    for passage in text.passages:
        yield from _judge(passage, pattern, wrong)


def _list_slashed(whole: str) -> Iterator[tuple[str, str]]:
    """Yield two words of which the second stands before a slash, or the first behind one: sáp nhập/điều chỉnh."""
    if "/" in whole:
        yield from ((found[1] or found[3], found[2] or found[4]) for found in _SLASHED.finditer(whole))


def _spread(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _judge(passage: Passage, pattern: re.Pattern[str], wrong: Mapping[str, str]) -> Iterator[Told]:
    told = 0  # where the last word that was told ends: a part of it is told with it
    for found in _find_all(pattern, passage.text):
        start, end = found.span()
        if end <= told:
            continue
        right = wrong[" ".join(found[0].lower().split())]
        is_quoted = any(first <= start and end <= last for first, last in passage.quotes)
        is_name = found[0].split()[-1].istitle() and not found[0].isupper()  # or begins one: yêu thương | Bình Thuận
        if is_quoted or is_no_text(passage, start) or is_name or _is_of_others(passage.text, found):
            continue
        right = right.upper() if found[0].isupper() else right.capitalize() if found[0][0].isupper() else right
        told = end
        yield about_words(passage, start, end, fix=right, right=right)


def _find_all(pattern: re.Pattern[str], line: str) -> Iterator[re.Match[str]]:
    """Yield every match, those too that begin inside the one before: thời sử, and sử lý behind it."""
    found = pattern.search(line)
    while found:
        yield found
        found = pattern.search(line, found.start() + 1)


def _is_of_others(line: str, found: re.Match[str]) -> bool:
    """Tell whether a syllable is one of the word before or behind: quy định | kỹ thuật is no định kỳ."""
    first, *_, last = found[0].lower().split() * 2
    before, after = _BEFORE.search(line, 0, found.start()), _AFTER.match(line, found.end())
    return bool(
        (before and is_right_word(f"{before[1].lower()} {first}"))
        or (after and len(found[0].split()) < LONG and is_right_word(f"{last} {after[1].lower()}"))
    )
