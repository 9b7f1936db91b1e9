"""Reads a Word file of any office: a path goes in, the data that a .yaml file would hold comes out, with places."""

from .strange_kinds import lend_kind
from .word_source import WORD_SUFFIX, read_word_tree

__all__ = ["WORD_SUFFIX", "lend_kind", "read_word_tree"]
