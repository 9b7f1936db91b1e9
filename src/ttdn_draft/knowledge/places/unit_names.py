"""Names of units as people write them: a name with its level word or without goes in, whose it is comes out."""

from functools import cache
from typing import Protocol

from ...patterns import regex
from ..names import fold_name, make_id

NAME_DASH = regex(r"\s*[-\N{EN DASH}]\s*")
MOVED_TONE = regex(r"[òóỏõọ][ae]|[ùúủũụ]y")
TONE_PLACES = dict(
    zip(
        ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"),
        ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"),
        strict=True,
    )
)
SPELLINGS = (("đăk", "đắk"), ("đak", "đắk"), ("quí", "quý"), ("mù căng", "mù cang"))
APOSTROPHES = str.maketrans(dict.fromkeys("’‘`ʼ", "'") | {"\N{EN DASH}": "-"})


class NamedUnit(Protocol):
    """A unit with an id, a name, and the word of its level."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102


def fold_unit(name: str) -> str:
    """Return a name for comparison; blanks around a dash make no difference."""
    return fold_name(NAME_DASH.sub(" - ", name))


def is_called(unit: NamedUnit, asked: str) -> bool:
    """Tell whether what was asked for is the id of a unit, or its name, with its level word or without."""
    return asked == unit.id or fold_unit(asked) in _forms(unit.name, unit.kind)


def sounds_like(name: str, kind: str, asked: str) -> bool:
    """Tell whether a name, with its level word or without, has the letters that were asked for, marks aside."""
    return make_id(asked) in (make_id(name), make_id(f"{kind} {name}"))


def bears_name(name: str, kind: str, asked: str) -> bool:
    """Tell whether a unit of a name and a kind is asked for: by its name, or, without marks, as an id is written."""
    return fold_unit(asked) in _forms(name, kind) or (asked == make_id(asked) and sounds_like(name, kind, asked))


@cache
def _forms(name: str, kind: str) -> frozenset[str]:
    return frozenset({fold_unit(name), fold_unit(f"{kind} {name}")})


def fold_spelling(text: str) -> str:
    """Return a text in NFC for comparison, sign for sign: case, the place of a tone mark and apostrophes fall away.

    Resolutions and the statistical office spell some names of units in two ways: Đăk Hà, Đắk Hà.
    """
    folded = text.casefold()
    if any(sign in folded for sign in map(chr, APOSTROPHES)):
        folded = folded.translate(APOSTROPHES)
    folded = MOVED_TONE.sub(lambda pair: TONE_PLACES[pair[0]], folded)
    for one, other in SPELLINGS:
        folded = folded.replace(one, other) if one in folded else folded
    return folded
