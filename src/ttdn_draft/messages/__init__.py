"""Every sentence that a person can meet: an id goes in, its text in the chosen language comes out.

The Vietnamese texts stand here, in the code, each hundred of ids in a file of its own; English stands in locales/en.
Both are looked up at the moment of printing, so the language can be chosen on the command line.
"""

from datetime import date
from functools import reduce

from .ages import AGES
from .anniversaries import ANNIVERSARIES
from .answers import ANSWERS
from .command import COMMAND
from .head_slips import HEAD_SLIPS
from .packs import PACKS
from .page import PAGE_MESSAGES
from .page_answers import PAGE_ANSWERS
from .pages import PAGES
from .program import PROGRAM
from .reading import READING
from .rolling import ROLLING
from .schema import SCHEMA
from .slips import SLIPS
from .standard import STANDARD
from .stray import STRAY
from .templates import TEMPLATES
from .texts import (
    DAYS_GROUP,
    LANGUAGES,
    LEFT_GROUP,
    LOCALES,
    N_,
    OTHER_GROUP,
    ROLL_GROUPS,
    SIGNER_GROUP,
    Marked,
    Message,
    name_parts,
    translate,
    write_figures,
)
from .word_files import WORD_READING
from .word_marks import WORD_MARKS

__all__ = [
    "DAYS_GROUP",
    "LANGUAGES",
    "LEFT_GROUP",
    "LOCALES",
    "MESSAGES",
    "N_",
    "OTHER_GROUP",
    "ROLL_GROUPS",
    "SIGNER_GROUP",
    "AnyOf",
    "Marked",
    "Message",
    "describe",
    "fill_message",
    "translate",
    "write_day",
]

MESSAGES: dict[str, Message] = {
    **COMMAND,
    **HEAD_SLIPS,
    **READING,
    **SCHEMA,
    **STANDARD,
    **TEMPLATES,
    **PAGES,
    **PACKS,
    **ANNIVERSARIES,
    **AGES,
    **ROLLING,
    **ANSWERS,
    **PROGRAM,
    **SLIPS,
    **STRAY,
    **PAGE_MESSAGES,
    **PAGE_ANSWERS,
    **WORD_READING,
    **WORD_MARKS,
}


OR = N_("{one} hoặc {other}")
ALSO = N_(" (cả ở dòng {lines})")


class AnyOf(tuple[object, ...]):
    """Facts of which any one will do: a message joins them by "or"."""


def _fill(fact: object, language: str) -> object:
    if isinstance(fact, tuple):
        parts = [str(_fill(part, language)) for part in fact]
        if parts and isinstance(fact, AnyOf):
            return reduce(lambda one, other: translate(OR, language).format(one=one, other=other), parts)
        return " / ".join(parts)
    if isinstance(fact, date):
        return write_day(fact, language)
    return translate(fact, language) if isinstance(fact, Marked) else fact


def write_day(day: date, language: str = LANGUAGES[0]) -> str:
    """Return a day as both standards write it in figures, 05/02/2026 and 30/9/2026; in English 2026-09-30."""
    if language != LANGUAGES[0]:
        return day.isoformat()
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)  # of months the first two get a nought
    return f"{day.day:02d}/{month}/{day.year}"


def _end_once(text: str, filled: dict[str, object]) -> str:
    """Return a message without the points behind facts that bring their own, as `TM.` and what is cut off with `…` do."""
    for key, fact in filled.items():
        if isinstance(fact, str) and fact.endswith((".", "…")):
            place = f"{{{key}}}"
            text = text.replace(f"{place}. ", f"{place} ")
            text = text.removesuffix(".") if text.endswith(f"{place}.") else text
    return text


def describe(id: str, facts: dict[str, object], language: str) -> tuple[str, str]:
    """Return what is wrong and what to do of the message of an id, as `fill_message` does."""
    return fill_message(MESSAGES[id], facts, language)


def fill_message(
    message: Message, facts: dict[str, object], language: str, is_of_word: bool = False
) -> tuple[str, str]:
    """Return what is wrong and what to do, in the chosen language; `also` names further lines with the same.

    What is said of a Word file names no keys, and writes measures as people do.
    """
    guess = facts.get("guess")
    filled = {key: _fill(fact, language) for key, fact in facts.items()}
    filled["guess"] = f" ({guess}?)" if guess else ""
    also = translate(ALSO, language).format(lines=facts["also"]) if facts.get("also") else ""
    what, do = (_end_once(translate(text, language), filled) for text in message)
    if is_of_word:
        what, do = (write_figures(name_parts(text, language).format(**filled), language) for text in (what, do))
    else:
        what, do = what.format(**filled), do.format(**filled)
    return (f"{what.rstrip('.')}{also}." if also else what), do
