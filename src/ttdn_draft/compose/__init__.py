"""Composes new input files: outlines and the values of a day go in, the text of an input file comes out."""

from .filling import fill_outline, fill_paragraphs
from .outlines import Outline, check_outlines, read_outline, read_paragraphs
from .values import OutlineValues

__all__ = [
    "Outline",
    "OutlineValues",
    "check_outlines",
    "fill_outline",
    "fill_paragraphs",
    "read_outline",
    "read_paragraphs",
]
