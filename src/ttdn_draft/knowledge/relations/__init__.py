"""The diplomatic relations of Vietnam: a year goes in, its anniversaries and their words come out."""

from .days import add_diplomatic_days
from .table import (
    Partnership,
    Relation,
    RelationAnniversary,
    RelationLevel,
    find_partnership,
    list_anniversaries,
    list_relations,
)
from .wording import write_anniversaries, write_year

__all__ = [
    "Partnership",
    "Relation",
    "RelationAnniversary",
    "RelationLevel",
    "add_diplomatic_days",
    "find_partnership",
    "list_anniversaries",
    "list_relations",
    "write_anniversaries",
    "write_year",
]
