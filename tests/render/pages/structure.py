"""Reads the structure of a tagged PDF: a PDF goes in, its elements with their words, as a screen reader meets them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pdfplumber


@dataclass(frozen=True)
class Element:
    """An element of the structure tree: its type (H1, L, TH, Note …), the words in it, its alternative text."""

    type: str
    words: str
    alternative: str


def read_elements(pdf: pdfplumber.PDF) -> list[Element]:
    """Return all elements in the order of reading."""
    words = {(page.page_number, mark): text for page in pdf.pages for mark, text in _marked_words(page).items()}
    return [element for top in pdf.structure_tree for element in _elements(top, words, 0)]


def _marked_words(page: Any) -> dict[int, str]:
    found: dict[int, str] = {}
    for char in page.chars:
        if char.get("mcid") is not None:
            found[char["mcid"]] = found.get(char["mcid"], "") + char["text"]
    return found


def _elements(node: dict[str, Any], words: dict[tuple[int, int], str], page: int) -> Iterator[Element]:
    yield Element(node["type"], _words(node, words, page), node.get("alt_text", ""))
    for child in node.get("children", ()):
        yield from _elements(child, words, node.get("page_number", page))


def _words(node: dict[str, Any], words: dict[tuple[int, int], str], page: int) -> str:
    page = node.get("page_number", page)
    own = "".join(words.get((page, mark), "") for mark in node.get("mcids", ()))
    return own + "".join(_words(child, words, page) for child in node.get("children", ()))
