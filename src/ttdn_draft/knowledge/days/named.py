"""The days of calendars by their names as people write them: entries go in, those that some words name come out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from ...patterns import regex
from ...records import dataclass
from ..names import fold_name
from .anniversaries import Anniversary

_DAY = fold_name("Ngày") + " "
_SHORT_FORMS = {
    "qđnd": "quân đội nhân dân",
    "cand": "công an nhân dân",
    "chxhcn": "cộng hòa xã hội chủ nghĩa",
    "xhcn": "xã hội chủ nghĩa",
    "tncs": "thanh niên cộng sản",
    "lhpn": "liên hiệp phụ nữ",
    "mttq": "mặt trận tổ quốc",
    "tbls": "thương binh liệt sĩ",
    "hcm": "hồ chí minh",
    "sỹ": "sĩ",
}
_ADDED = regex(rf"\b(?:{fold_name('lịch sử')}|{fold_name('thành công')}) ")
"""Words that are put into names and change nothing: Chiến thắng lịch sử Điện Biên Phủ."""
_WORDS = regex(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_GOES_ON = frozenset(
    map(fold_name, ("nước", "các", "trên", "tỉnh", "thành", "xã", "phường", "huyện", "ngành", "ra", "của", "lần"))
)
"""Words behind the short name of a day that make it another one: Quốc khánh nước Lào."""
_LEADS = frozenset(map(fold_name, ("ngày", "niệm", "mừng", "dịp", "và", "năm", "lễ", "với")))
"""Words before a name that are none of it."""
_FOLDED_SHORT_FORMS = {fold_name(short): fold_name(words) for short, words in _SHORT_FORMS.items()}


@lru_cache(maxsize=4096)
def key_of_day(name: str) -> str:
    """Return a name for comparison: with Ngày before it or without, with signs or without, short forms written out."""
    words = (_FOLDED_SHORT_FORMS.get(word, word) for word in _WORDS.findall(fold_name(name)))
    return _ADDED.sub("", " ".join(words) + " ").strip().removeprefix(_DAY)


@dataclass(frozen=True)
class NamedDays:
    """The entries of calendars under the keys of their names."""

    by_key: Mapping[str, Sequence[Anniversary]]

    @classmethod
    def of(cls, entries: Iterable[Anniversary]) -> "NamedDays":
        """Return entries under their names and their short names; one under its full name comes first."""
        found: dict[str, list[Anniversary]] = {}
        known = list(entries)
        for entry in known:
            found.setdefault(key_of_day(entry.name), []).append(entry)
        for entry in known:
            if entry.short_name and key_of_day(entry.short_name) not in found:
                found[key_of_day(entry.short_name)] = [entry]
        return cls(found)

    @cached_property
    def _by_first_word(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for key in sorted(self.by_key, key=len, reverse=True):
            found.setdefault(key.split(" ")[0], []).append(key)
        return found

    def find(self, name: str) -> Sequence[Anniversary]:
        """Return the entries of a name."""
        return self.by_key.get(key_of_day(name), ())

    def find_start(self, text: str) -> Sequence[Anniversary]:
        """Return the entries of the longest name with which a text begins, unless it goes on as another name."""
        words = key_of_day(text)
        for key in self._by_first_word.get(words.split(" ")[0], ()):
            if words == key or words.startswith(f"{key} "):
                return () if self._goes_on(words[len(key) + 1 :], text) else self.by_key[key]
        return ()

    @cached_property
    def _by_last_word(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for key in sorted(self.by_key, key=len, reverse=True):
            found.setdefault(key.split(" ")[-1], []).append(key)
        return found

    def find_end(self, text: str) -> Sequence[Anniversary]:
        """Return the entries of the longest name with which a text ends, unless it is the end of another name."""
        words = key_of_day(text)
        for key in self._by_last_word.get(words.split(" ")[-1], ()):
            if words == key or words.endswith(f" {key}"):
                before = words[: len(words) - len(key)].split()
                return self.by_key[key] if not before or before[-1] in _LEADS else ()
        return ()

    @staticmethod
    def _goes_on(rest: str, text: str) -> bool:
        """Tell whether the word behind a name belongs to it: another capital, or a word that makes it another name."""
        following = rest.split(" ")[0]
        if not following or following in _GOES_ON:
            return bool(following)
        written = next((word for word in re.findall(r"\w+", text) if fold_name(word) == following), "")
        return written[:1].isupper()
