"""Diplomatic relations that words name: the name of an anniversary goes in, the country with its day comes out."""

import re

from ..knowledge.relations import Relation
from ..knowledge.relations.named import match_relation

TIES = re.compile(r"quan\s+hệ\s+ngoại\s+giao\b", re.I)
PARTIES = re.compile(
    r"\s*(?:chính\s+thức\s+)?(?:giữa\s+)?(?:hai\s+nước\s+)?(?:(?:CHXHCN\s+|nước\s+)?Việt\s+Nam\s*(?:[-–]|và|với)\s*|với\s+)"
)
HOME_LAST = re.compile(r"\s*(?:giữa\s+)?(?:hai\s+nước\s+)?(?=[A-ZĐ])")
WITH_HOME = re.compile(r"\s*(?:[-–]|và|với)\s*Việt\s+Nam\s*")


def is_about_ties(name: str) -> bool:
    """Tell whether a name is that of the day on which relations were established."""
    return bool(TIES.search(name))


def find_tie(name: str) -> Relation | None:
    """Return with whom relations of our country were established; nothing for several, or for those of others."""
    found = TIES.search(name)
    parties = PARTIES.match(name, found.end()) if found else None
    if found is None:
        return None
    if parties:
        named = match_relation(name, parties.end())
        return named[0] if named and not name[named[1] :].strip(" ()EU,.") else None
    first = HOME_LAST.match(name, found.end())
    named = match_relation(name, first.end()) if first else None
    return named[0] if named and WITH_HOME.fullmatch(name, named[1]) else None
