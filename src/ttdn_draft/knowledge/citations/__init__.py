"""The documents that others rest on: an id or what a person types goes in, a citation ready to print comes out."""

from .search import find_near_ids, list_topics, search_citations
from .table import (
    KNOWN_UNTIL,
    STATUS_WORDS,
    Citation,
    Status,
    find_citation,
    find_replacement,
    list_citations,
    status_on,
)
from .wording import GAP, format_citation, name_citation

__all__ = [
    "GAP",
    "KNOWN_UNTIL",
    "STATUS_WORDS",
    "Citation",
    "Status",
    "find_citation",
    "find_near_ids",
    "find_replacement",
    "format_citation",
    "list_citations",
    "list_topics",
    "name_citation",
    "search_citations",
    "status_on",
]
