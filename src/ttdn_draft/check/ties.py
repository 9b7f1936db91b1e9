"""Diplomatic relations that words name: the name of an anniversary goes in, the country with its day comes out."""

import re
from typing import Literal, TypeAlias

from ..errors import Severity
from ..knowledge.relations import Relation
from ..knowledge.relations.named import match_relation
from ..model import PartialDate
from ..patterns import regex
from ..records import dataclass

SlipKind: TypeAlias = Literal["count", "day", "relation"]

TIES = regex(r"quan\s+hệ\s+ngoại\s+giao\b", re.I)
PARTIES = regex(
    r"\s*(?:chính\s+thức\s+)?(?:giữa\s+)?(?:hai\s+nước\s+)?(?:(?:CHXHCN\s+|nước\s+)?Việt\s+Nam\s*(?:[-–]|và|với)\s*|với\s+)"
)
HOME_LAST = regex(r"\s*(?:giữa\s+)?(?:hai\s+nước\s+)?(?=[A-ZĐ])")
WITH_HOME = regex(r"\s*(?:[-–]|và|với)\s*Việt\s+Nam\s*")


@dataclass(frozen=True)
class Origin:
    """What is known of the day from which years are counted, and how sure that is."""

    name: str
    since: PartialDate
    source: str
    level: Severity
    kind: SlipKind = "day"


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


def find_tie_origin(name: str) -> Origin | None:
    """Return the day on which the relations that a name is of were established, as far as it is known."""
    tie = find_tie(name)
    if tie is None or tie.since is None:
        return None
    level: Severity = "note" if tie.unverified else "warning" if "conflict" in tie.note else "error"
    return Origin(tie.name, tie.since, tie.source, level, "relation")
