"""Proves that no word is lost: zoned lines and the data made of them go in, the words that stand nowhere come out."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import groupby
from typing import Any

from ...errors import Cause, Finding, Place
from ...patterns import regex
from .bodies import label_of
from .fields import OPEN_DATE, WHOLE_DATE
from .lines import MAIN_PART
from .wording import ADDRESSEE, ANNEX_LABEL, ARCHIVE_LINE, FORM_LABEL, find_kind
from .zoned import Zone, Zoned

WORD = regex(r"\w+")
ESCAPED = regex(r"\\([^\w\s]|_)")  # a sign that means nothing to Markdown
UNPRINTED = frozenset({"loai", "the_thuc", "danh_so", "can", "cap", "gop_cot", "gop_hang", "ngang", "do_khan", "so"})
"""Keys of a document whose values are no words of it; the number of a document is `so` too, and counted apart."""
REPRINTED = (Zone.MOTTO, Zone.BLANK, Zone.RECIPIENT_TITLE)
FORM = {
    Zone.NUMBER: regex(r"số|hd|kh|bc", re.I),
    Zone.PLACE_DATE: regex(r"ngày|tháng|năm", re.I),
    Zone.ANNEX_REFERENCE: regex(
        r"ban|hành|kèm|theo|đính|số|ngày|tháng|năm|của|hướng|dẫn|kế|hoạch|báo|cáo|hd|kh|bc", re.I
    ),
    Zone.MARK: regex(r"dự|thảo|lần|thứ|hỏa|hoả|tốc|khẩn|thượng|lưu|hành|nội|bộ|không|phổ|biến", re.I),
}
"""Words of a zone that the program writes by itself."""
OWN = (Zone.NUMBER, Zone.PLACE_DATE, Zone.ISSUER, Zone.PARENT)
STARTS = {Zone.ADDRESSEE: ADDRESSEE, Zone.ARCHIVE: ARCHIVE_LINE, Zone.ANNEX_LABEL: ANNEX_LABEL}


def tell_lost_words(zoned: Sequence[Zoned], data: Mapping[str, Any], file: str) -> Iterator[Finding]:
    """Yield, for each paragraph, its words that stand nowhere in the data and are not written by the program."""
    own = {_normal(word) for one in zoned if one.zone in OWN for word in WORD.findall(one.line.words)}
    pool = Counter(map(_normal, _words_of(data)))
    pool.update(_normal(str(data["so"])) for _ in "1" if "so" in data)
    # what is written anew is looked at last: words that are missing there stand in the data for another line
    numbers = sorted(range(len(zoned)), key=lambda number: zoned[number].zone in FORM)
    lost = {number: list(_lost(zoned[number], pool, own)) for number in numbers}
    for place, group in groupby(range(len(zoned)), lambda number: _place_of_line(zoned[number], file)):
        numbers = list(group)
        if words := [word for number in numbers for word in lost[number]]:
            is_anew = all(zoned[number].zone in FORM for number in numbers)
            facts = {"words": " ".join(words)}
            open_date = _find_open_date([zoned[number] for number in numbers], data)
            if open_date and {*words} <= {*open_date[0].split()}:
                typed = "/".join(filter(None, open_date.groups()))
                yield Finding("N866", place, {"words": open_date[0], "typed": typed}, Cause.WRITTEN_ANEW)
            elif is_anew:
                yield Finding("N821", place, facts, Cause.WRITTEN_ANEW)
            else:
                yield Finding("W829", place, facts, Cause.UNPLACED)


def _find_open_date(lines: Sequence[Zoned], data: Mapping[str, Any]) -> re.Match[str] | None:
    """Return the month and the year of a head whose day is not filled in."""
    words = next((one.line.words for one in lines if one.zone is Zone.PLACE_DATE), "")
    return None if "ngay" in data or WHOLE_DATE.search(words) else OPEN_DATE.search(words)


def _place_of_line(one: Zoned, file: str) -> Place:
    return Place(file, part=one.line.part if one.line.part != MAIN_PART else "", paragraph=one.line.paragraph)


def _lost(one: Zoned, pool: Counter[str], own: Set[str]) -> Iterator[str]:
    """Yield the words of a line that stand nowhere; an annex names the document by words of its head, `own`."""
    for word in WORD.findall(_own_words(one)):
        key = _normal(word)
        if (one.zone in FORM and FORM[one.zone].fullmatch(word)) or one.level == "kiem":
            continue
        if one.zone is Zone.ANNEX_REFERENCE and key in own:
            continue
        if pool[key]:
            pool[key] -= 1
        else:
            yield word


def _own_words(one: Zoned) -> str:
    """Return the words of a line that the program does not write by itself."""
    words = one.line.words
    if one.zone in REPRINTED:
        return ""
    if one.zone is Zone.ANNEX_LABEL and FORM_LABEL.match(words):
        return words  # printed as Phụ lục: who cites Biểu 01 has to know
    if one.zone in STARTS:
        return STARTS[one.zone].sub("", words, count=1)
    if one.zone is Zone.KIND:
        return " ".join(words.split())[len(find_kind(words)) :]
    if one.zone in (Zone.HEADING, Zone.BODY):
        return words[label_of(one.line).length :] if one.level != "p" else words
    return f"{one.line.label} {words}"


def _words_of(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            if key not in UNPRINTED:
                yield from _words_of(below)
    elif isinstance(value, list):
        for below in value:
            yield from _words_of(below)
    elif value is not None:
        yield from WORD.findall(ESCAPED.sub(r"\1", str(value)))


def _normal(word: str) -> str:
    return (word.lstrip("0") or "0") if word.isdigit() else word.casefold()
