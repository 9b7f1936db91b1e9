"""The documents that others rest on: an id or what a person types goes in, a citation ready to print comes out."""

from .search import list_near_ids, list_topics, search_citations
from .table import (
    CITED,
    HOLDS,
    NO_CITATIONS,
    NO_TITLE,
    STATUS_WORDS,
    Citation,
    CitationTable,
    Status,
    load_citations,
)
from .wording import format_citation, name_citation

__all__ = [
    "CITED",
    "HOLDS",
    "NO_CITATIONS",
    "NO_TITLE",
    "STATUS_WORDS",
    "Citation",
    "CitationTable",
    "Status",
    "format_citation",
    "list_near_ids",
    "list_topics",
    "load_citations",
    "name_citation",
    "search_citations",
]
