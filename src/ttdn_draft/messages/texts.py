"""Texts of the catalogue: a Vietnamese text goes in, the text in the chosen language comes out."""

import gettext
from functools import cache
from pathlib import Path
from typing import NamedTuple

LOCALES = Path(__file__).parents[1] / "locales"
CATALOGUE_NAME = "ttdn_draft"
LANGUAGES = ("vi", "en")


class Marked(str):
    """A text of the catalogue: as a fact of a finding it is translated, while words of the user never are."""

    __slots__ = ()


def N_(text: str) -> Marked:  # noqa: N802 - the name that message extraction knows
    """Mark a text for the catalogue; it is translated when it is printed."""
    return Marked(text)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(CATALOGUE_NAME, LOCALES, [language], fallback=True)


def translate(text: str, language: str) -> str:
    """Return a Vietnamese text in the chosen language; as it is where we do not speak that."""
    return _catalogue(language).gettext(text) if text and language in LANGUAGES[1:] else text


class Message(NamedTuple):
    """What is wrong, and what to do; `{…}` are filled with the facts of a finding."""

    what: str
    do: str
