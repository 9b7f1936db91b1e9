"""Reads a Word file of any office: a path goes in, the data that a .yaml file would hold comes out, with places."""

from .word_source import WORD_SUFFIX, read_word_tree

__all__ = ["WORD_SUFFIX", "read_word_tree"]
