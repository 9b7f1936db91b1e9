"""Texts in styles: what stands between two ends of a paragraph or a cell."""

from dataclasses import dataclass, replace
from typing import TypeAlias


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style, a line break (`text` is a newline), or a footnote mark (`note`).

    In a Draft it may be the id of a document (`cited`), of which enrich makes words.
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    note: str = ""
    cited: str = ""


Text: TypeAlias = tuple[Run, ...]
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def drop_start(text: Text, length: int) -> Text:
    """Return a text without its first `length` characters."""
    rest = []
    for run in text:
        cut = min(length, len(run.text))
        length -= cut
        if run.note or run.cited or cut < len(run.text):
            rest.append(replace(run, text=run.text[cut:]))
    return tuple(rest)


def replace_words(text: Text, words: str) -> Text:
    """Return other words in the style that all words of a text have, and its marks behind them."""
    styled = [run for run in text if run.text.strip()]
    bold, italic = (bool(styled) and all(getattr(run, name) for run in styled) for name in ("bold", "italic"))
    return (Run(words, bold, italic), *(run for run in text if run.note or run.cited))


def plain_text(text: Text) -> str:
    """Return the words of a text without its styles and footnote marks."""
    return "".join(run.text for run in text)


def capital_lines(text: str | None) -> list[str]:
    """Return the lines of a text in capitals, those without words left out."""
    return [line.strip().upper() for line in (text or "").split("\n") if line.strip()]
