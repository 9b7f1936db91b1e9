"""Holds a pack against what lies below it and a day: a pack goes in, contradictions and ends come out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ..errors import Cause, Finding, Place
from ..knowledge.citations import STATUS_WORDS, load_citations
from ..knowledge.days.anniversaries import CALENDAR_FILE
from ..knowledge.overlay import for_commune, for_province
from ..knowledge.pack import PACK_FILE, Organ, OrganName, Pack, PackSigner, PackTerm, newest
from ..knowledge.places.communes import FIRST_DAY, find_own_commune, list_heirs
from ..knowledge.places.provinces import list_line
from ..packs.calendars import load_almanac
from ..packs.citations import read_citations
from ..packs.found import FoundPack
from ..packs.shelf import PackShelf, tell_double


def check_ground(found: FoundPack, shelf: PackShelf, day: date) -> tuple[Finding, ...]:
    """Return where a sound pack says otherwise than newer names, documents and days below it, or ended before a day."""
    own, _ = shelf.read(found)
    if own is None or own.is_whole_country:
        return ()
    place, below = Place(str(found.folder / PACK_FILE)), _find_below(own, shelf.country)
    names = [f for organ in own.organs.values() for f in _check_names(organ, below.organs.get(organ.id), place)]
    _, days = load_almanac(shelf, found.id, found.folder, place)
    return (*names, *_check_ends(own, day, place), *_check_citations(found), *_tell_days(days, found))


def _tell_days(days: Iterable[Finding], found: FoundPack) -> Iterator[Finding]:
    """Yield what is told of calendars as the author of a pack reads it: a great day that it moves is to be mended."""
    for told in days:
        file = CALENDAR_FILE if told.facts.get("pack") == found.id else PACK_FILE
        placed = told if told.place.file else replace(told, place=Place(str(found.folder / file)))
        is_own = file == CALENDAR_FILE and told.cause is Cause.GREAT_DAY
        yield replace(placed, id="E746") if is_own else placed


def _find_below(own: Pack, country: Pack) -> Pack:
    """Return the pack of the whole country as it lies under a pack."""
    below = for_province(country, list_line(own.province))
    commune = find_own_commune(own.commune_id, own.province)
    return for_commune(below, commune) if commune else below


def _check_ends(own: Pack, day: date, place: Place) -> Iterator[Finding]:
    """Yield the commune, the last signers and the last terms of a pack that ended before a day."""
    commune = find_own_commune(own.commune_id, own.province)
    if commune and commune.period.last_day < day:
        heirs = ", ".join(heir.full_name for heir in list_heirs(commune))
        yield Finding("W612", place, {"name": commune.full_name, "until": commune.period.end, "heirs": heirs or "—"})
    for organ in own.organs.values():
        if not organ.names or newest(organ.names, day):  # one that has no name any more needs nobody who signs
            yield from _check_signers(organ, day, place)
    for kind in dict.fromkeys(term.kind for term in own.terms):
        yield from _check_terms([term for term in own.terms if term.kind == kind], day, place)


def _check_signers(organ: Organ, day: date, place: Place) -> Iterator[Finding]:
    """Yield each office of which the last term in a pack ended before a day."""
    for name in dict.fromkeys(signer.id for signer in organ.signers):
        last = max((s for s in organ.signers if s.id == name), key=_last_day)
        if last.period.last_day < day:
            who = f" ({last.full_name})" if last.full_name else ""
            yield Finding("W613", place, {"organ": organ.id, "name": name, "who": who, "until": last.until})


def _last_day(term: PackSigner | PackTerm) -> date:
    return term.period.last_day


def _check_terms(terms: Iterable[PackTerm], day: date, place: Place) -> Iterator[Finding]:
    """Yield the last of the terms of one kind where it ended before a day, or nobody knows whether it still holds."""
    last = max(terms, key=_last_day)
    if last.is_over(day) or last.period.last_day < day:
        yield Finding("W614", place, {"name": last.name, "until": last.gap_from if last.is_over(day) else last.until})


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
    if last.until and (newer or last.until.last >= FIRST_DAY):  # before, organs ended with districts and provinces
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
