"""Shows on a terminal which words of a line became others: both lines and places go in, one line comes out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..differences import TextChange

REACH = 60  # letters that are shown on either side of what changed
CUT = "…"


def mark_words(old: str, new: str, changes: "Sequence[TextChange] | None") -> str:
    """Return a line with what went in [-…-] and what came in {+…+}, coloured where the terminal shows colours.

    Without places one of both lines is blank and the other went or came as a whole.
    """
    if changes is None:
        return "".join([_gone(_one_line(old)) if old else "", _come(_one_line(new)) if new else ""])
    if not changes:
        return _shorten(new, is_first=True, is_last=True)
    pieces, at = list[str](), 0
    for number, change in enumerate(changes):
        pieces.append(_shorten(old[at : change.start], is_first=number == 0, is_last=False))
        went, came = old[change.start : change.end], new[change.new_start : change.new_end]
        pieces += [_gone(_one_line(went)) if went else "", _come(_one_line(came)) if came else ""]
        at = change.end
    return "".join([*pieces, _shorten(old[at:], is_first=False, is_last=True)])


def _shorten(words: str, is_first: bool, is_last: bool) -> str:
    """Return words that stay, without those that are far from what changed."""
    words = _one_line(words)
    if is_first and is_last:
        return words if len(words) <= 2 * REACH else f"{words[: 2 * REACH].rsplit(' ', 1)[0]} {CUT}"
    if is_first and len(words) > REACH:
        return f"{CUT}{words[-REACH:]}"
    if is_last and len(words) > REACH:
        return f"{words[:REACH]}{CUT}"
    return words if len(words) <= 2 * REACH else f"{words[:REACH]}{CUT}{words[-REACH:]}"


def _one_line(words: str) -> str:
    return words.replace("\n", " / ").replace("\t", " ")


def _gone(words: str) -> str:
    return click.style(f"[-{words}-]", fg="red")


def _come(words: str) -> str:
    return click.style(f"{{+{words}+}}", fg="green")
