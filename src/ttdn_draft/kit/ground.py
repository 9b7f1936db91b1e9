"""Holds a pack against what lies below it: a pack that was found and its shelf go in, contradictions come out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..compose import TWO_LEVELS
from ..errors import Finding, Place
from ..knowledge.citations import STATUS_WORDS, load_citations
from ..knowledge.overlay import for_province
from ..knowledge.pack import PACK_FILE, Organ, OrganName
from ..knowledge.places.provinces import list_line
from ..packs.calendars import load_almanac
from ..packs.citations import read_citations
from ..packs.found import FoundPack
from ..packs.shelf import PackShelf, tell_double


def check_ground(found: FoundPack, shelf: PackShelf) -> tuple[Finding, ...]:
    """Return where a sound pack says otherwise than newer names, documents and days below it, or comes to an end."""
    own, _ = shelf.read(found)
    if own is None or own.is_whole_country:
        return ()
    place, below = Place(str(found.folder / PACK_FILE)), for_province(shelf.country, list_line(own.province))
    names = [f for organ in own.organs.values() for f in _check_names(organ, below.organs.get(organ.id), place)]
    _, days = load_almanac(shelf, found.id, found.folder, place)
    return (*names, *_check_citations(found), *(f if f.place.file else replace(f, place=place) for f in days))


def find_doubles(packs: Iterable[FoundPack]) -> Iterator[Finding]:
    """Yield one finding for each id that several packs of a folder bear."""
    by_id: dict[str, list[FoundPack]] = {}
    for pack in packs:
        by_id.setdefault(pack.id, []).append(pack)
    for name, same in by_id.items():
        if name and len(same) > 1:
            yield tell_double(name, same, Place(str(same[0].folder.parent)))


def _check_names(own: Organ, below: Organ | None, place: Place) -> Iterator[Finding]:
    """Yield a name that hides a newer one, and a last name that ends: names of a pack stand for all those below."""
    if not own.names:
        return
    last = max(own.names, key=lambda name: name.period.last_day)
    newer = _find_newer(last, below.names if below else ())
    facts = {"organ": own.id, "name": last.name}
    if last.until and (newer or last.until.last >= TWO_LEVELS):  # before, organs ended with districts and provinces
        yield Finding("W656", place, facts | {"until": last.until, "newer": f" ({newer.name}?)" if newer else ""})
    elif newer and not last.until:
        yield Finding("W655", place, facts | {"newer": newer.name, "since": newer.since})


def _find_newer(own: OrganName, below: Iterable[OrganName]) -> OrganName | None:
    """Return the last name below that began after one of a pack, and is another."""
    later = [name for name in below if name.since and name.period.first_day > own.period.first_day]
    last = max(later, key=lambda name: name.period.first_day, default=None)
    return last if last and (last.name, last.symbol) != (own.name, own.symbol) else None


def _check_citations(found: FoundPack) -> Iterator[Finding]:
    """Yield a document of a pack that stands for one of the program, and differs in what holds."""
    table, _ = read_citations(found)
    for citation in table or ():
        other = load_citations().find(citation.id)
        if not (citation.pack and other) or citation.table_status == other.table_status:
            continue
        words = {"status": STATUS_WORDS[citation.table_status], "other": STATUS_WORDS[other.table_status]}
        yield Finding("W657", Place(str(found.folder / "citations.yaml")), {"name": citation.id, **words})
