"""Collects what nobody has verified: facts and marks go in, names of doubts and what asks each once come out."""

import re
from collections.abc import Iterator
from dataclasses import field
from enum import Enum
from itertools import chain, count
from typing import Any, Protocol, TypeAlias

from .escaping import quote_yaml
from .knowledge.names import make_id
from .messages import N_
from .model import AskedDoubt
from .model.doubts import WEIGHTS
from .model.marks import find_pending, rewrite_doubts, write_doubt
from .patterns import regex
from .records import dataclass

IMPORTANT, USUAL, MINOR = WEIGHTS


class Subject(Enum):
    """What a doubt is about: how its name begins, what is asked, and how much depends on the answer."""

    NAME = ("ten", N_("Tên cơ quan này vào ngày ban hành?"), IMPORTANT)
    PLACE = ("dia-danh", N_("Địa danh này vào ngày ban hành?"), IMPORTANT)
    RECIPIENT = ("noi-nhan", N_("Nơi nhận này còn đúng vào ngày ban hành?"), IMPORTANT)
    SIGNER = ("ky", N_("Ai giữ chức này vào ngày ban hành?"), IMPORTANT)
    BASE = ("can-cu", N_("Văn bản này còn hiệu lực, số, ngày, tên có đúng?"), IMPORTANT)
    TERM = ("nhiem-ky", N_("Kỳ đại hội, nhiệm kỳ này đúng vào ngày ban hành?"), IMPORTANT)
    REPORT = ("bao-cao", N_("Hạn và nơi gửi báo cáo này còn đúng?"), USUAL)
    FACT = ("su-kien", N_("Sự việc này có đúng, còn đúng vào ngày ban hành?"), USUAL)
    OTHER = ("khac", N_("Điều này có đúng?"), MINOR)


ASKED_ONCE = (Subject.NAME, Subject.RECIPIENT, Subject.REPORT)  # of which several rest on one source
LONGEST_NAME = 40
GROUND = regex(r"(?:(?P<source>.*\S)\. )?(?P<question>[^.?]*\?)", re.S)
"""What is told where a doubt is printed: its source, and the question behind it."""
HEADING = "# Điều phải kiểm tra, quan trọng trước. Sửa gia_tri nếu cần, rồi ghi xong: true; mọi chỗ dùng đều in theo."


DoubtKey: TypeAlias = tuple[Subject, str]


class Sourced(Protocol):
    """Something that a table or a pack says: whether it is verified, and where it was found."""

    @property
    def is_verified(self) -> bool:
        """Tell whether it may stand unmarked."""

    @property
    def source(self) -> str:
        """Return where it was found."""


@dataclass
class DoubtBook:
    """The doubts of one new document, by name."""

    doubts: dict[str, AskedDoubt] = field(default_factory=dict)
    _names: dict[DoubtKey, str] = field(default_factory=dict)

    def mark(self, text: str, fact: Sourced, subject: Subject, about: str) -> str:
        """Return the words of a fact: as they are where it is verified, else each line as a mark of its doubt.

        `about` is the id of what is asked.
        """
        if fact.is_verified:
            return text
        key = (Subject.NAME, fact.source) if subject in ASKED_ONCE else (subject, about)
        return "\n".join(self._write(line, fact.source, subject, about, key) for line in text.split("\n"))

    def take(self, text: str) -> str:
        """Return a text whose doubts, each written with its source, stand by their names."""
        return rewrite_doubts(
            text,
            lambda mark: self._write(
                mark.question, mark.source, Subject.OTHER, mark.question, (Subject.OTHER, mark.written)
            ),
        )

    def take_back(self, words: str, ground: str) -> str:
        """Return words that a printed document says to be checked as a mark of their doubt, which is asked again.

        `ground` is what is told of them; without a question in it they stay a mark of their own.
        """
        told = GROUND.fullmatch(ground)
        if told is None:
            return write_doubt(words, ground)
        subject = next((known for known in Subject if known.value[1] == told["question"]), Subject.OTHER)
        source = told["source"] or ""
        key = (Subject.NAME, source) if subject in ASKED_ONCE else (subject, f"{words} {ground}")
        beginning, _, weight = subject.value
        return self._use(words, beginning, words, AskedDoubt(told["question"], words, source, weight), key)

    def _write(self, words: str, source: str, subject: Subject, about: str, key: DoubtKey) -> str:
        beginning, question, weight = subject.value
        return self._use(words, beginning, about, AskedDoubt(question, " ".join(words.split()), source, weight), key)

    def _use(self, words: str, beginning: str, about: str, doubt: AskedDoubt, key: DoubtKey) -> str:
        """Return the mark of a doubt around some words; the first of a key gives it its name and value."""
        if key not in self._names:
            self._names[key] = self._find_free(_shorten(f"{beginning}-{make_id(about)}"))
            self.doubts[self._names[key]] = doubt
        name = self._names[key]
        return write_doubt("" if words == self.doubts[name].value else words, name=name)

    def _find_free(self, name: str) -> str:
        numbered = (f"{name}-{number}" for number in count(2))
        return next(free for free in chain([name], numbered) if free not in self.doubts)

    def list_asked(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the doubts by name as the head of a file asks them, the most important first."""
        for name, doubt in sorted(self.doubts.items(), key=lambda entry: WEIGHTS.index(entry[1].weight)):
            source = {"nguon": doubt.source} if doubt.source else {}
            yield name, {"hoi": doubt.question, "gia_tri": doubt.value, **source, "muc": doubt.weight}

    def write_block(self, text: str) -> Iterator[str]:
        """Yield the lines that ask the doubts which a text uses, the most important first."""
        used = {mark.name for mark in find_pending(text)}
        asked = [(name, doubt) for name, doubt in self.doubts.items() if name in used]
        if not asked:
            return
        yield HEADING
        yield "kiem_tra:"
        for name, doubt in sorted(asked, key=lambda entry: WEIGHTS.index(entry[1].weight)):
            yield f"  {name}:"
            yield f"    hoi: {quote_yaml(doubt.question)}"
            yield f"    gia_tri: {quote_yaml(doubt.value)}"
            yield f"    nguon: {quote_yaml(' '.join(doubt.source.split()))}"
            yield f"    muc: {doubt.weight}"


def _shorten(name: str) -> str:
    """Return a name that is not too long to type, cut between words."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME + 1].rpartition("-")[0]
