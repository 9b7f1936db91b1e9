"""The diplomatic relations of Vietnam: a year goes in, its anniversaries and their words come out."""

from .table import (
    Level,
    Partnership,
    Relation,
    RelationAnniversary,
    find_partnership,
    find_relation,
    list_anniversaries,
    list_relations,
)
from .wording import write_anniversaries, write_anniversary, write_year

__all__ = [
    "Level",
    "Partnership",
    "Relation",
    "RelationAnniversary",
    "find_partnership",
    "find_relation",
    "list_anniversaries",
    "list_relations",
    "write_anniversaries",
    "write_anniversary",
    "write_year",
]
