"""Holds two documents against each other: their lines go in, what was changed, added, taken out or moved comes out."""

from .comparison import LineChange, compare_lines
from .lines import ComparedLine, lines_as_printed, lines_as_typed
from .naming import WordChange

__all__ = ["ComparedLine", "LineChange", "WordChange", "compare_lines", "lines_as_printed", "lines_as_typed"]
