"""Holds two documents against each other: their lines go in, what was changed, added, taken out or moved comes out."""

from .comparison import LineChange, compare_lines
from .lines import ComparedLine, list_printed, list_typed
from .naming import WordChange

__all__ = ["ComparedLine", "LineChange", "WordChange", "compare_lines", "list_printed", "list_typed"]
