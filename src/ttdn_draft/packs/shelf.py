"""All packs that can be found from a place: an id goes in, the pack or the findings that forbid it come out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Cause, Finding, PackError, Place, UsageError, has_errors
from ..knowledge.names import find_near_id
from ..knowledge.pack import PACK_FILE, WHOLE_COUNTRY, Pack
from ..knowledge.places.provinces import find_near_province, find_newest, list_line, list_provinces
from ..links import OUTSIDE, is_there, leads_out, real_path
from ..model import Reading
from ..plugins.registry import Plugins
from ..project import Project, find_project, read_project
from ..records import dataclass
from ..reuse import reuse
from ..shell import write_pip
from .found import (
    TEMPLATES_FOLDER,
    FoundPack,
    PackTemplate,
    doubt_folder,
    find_in,
    look_at,
    read_built_in,
    read_pack,
)

if TYPE_CHECKING:  # who lists packs loads nothing of what they hold
    from ..knowledge.citations import CitationTable
    from ..knowledge.days.calendars import Almanac
    from ..knowledge.places.communes import Commune


@dataclass(frozen=True)
class Discovery:
    """What was found: packs sorted by id, and what was wrong with plug-ins and project files."""

    packs: tuple[FoundPack, ...]
    findings: tuple[Finding, ...]


class PackShelf:
    """Finds packs in folders, in plug-ins and in the project of a file; each folder and pack is read once."""

    def __init__(self, folders: Iterable[Path] = (), has_plugins: bool = False, doubted: Iterable[Path] = ()) -> None:
        self.folders, self.plugins = tuple(folders), Plugins(has_plugins)
        self.doubted = tuple(doubted)  # folders that are told with each document where they hold no pack
        self._found: dict[Path | None, Discovery] = {}
        self._projects: dict[Path, tuple[tuple[int, int], Reading[Project]]] = {}  # with their stamps
        self._read: dict[Path, Reading[Pack | None]] = {}
        self._laid: dict[Path, Pack] = {}  # over that of the whole country
        self._cited: dict[tuple[Path, ...], Reading[CitationTable | None]] = {}
        self.almanacs: dict[tuple[str | None, str, Path | None], Reading[Almanac]] = {}

    def discover(self, near: Path) -> Discovery:
        """Return all packs for a file in the folder `near`; only first lines are read."""
        project = find_project(near)
        if project not in self._found:
            self._found[project] = self._discover(project)
        return self._found[project]

    def doubt_folders(self, near: Path) -> tuple[Finding, ...]:
        """Return which folders, of those that a project or a caller names, are not there or hold no pack."""
        project = reuse(find_project, by=(near,))
        folders, _ = self._read_folders(project)
        return tuple(doubt for folder in (*self.doubted, *folders) for doubt in doubt_folder(folder))

    def _discover(self, project: Path | None) -> Discovery:
        folders, findings = self._read_folders(project)
        found = [pack for plugin in self.plugins.packs for f in plugin.paths for pack in find_in(f, plugin.origin)]
        found += [pack for folder in (*self.folders, *folders) for pack in find_in(folder)]
        once = {
            real_path(pack.folder): self._hold_id(pack) for pack in reversed(found)
        }  # a folder may be named in two ways
        wrong = [finding for plugin in self.plugins.packs for finding in plugin.findings]
        return Discovery(tuple(sorted(once.values(), key=lambda p: (p.id, str(p.folder)))), (*wrong, *findings))

    def _read_folders(self, project: Path | None) -> Reading[tuple[Path, ...]]:
        """Return the folders of packs that a project names, and why they cannot be read."""
        if project is None:
            return Reading(())
        named, findings = self.read_project(project)
        return Reading(named.packs, tuple(f for f in findings if f.cause is Cause.BROKEN_PROJECT))

    def read_project(self, file: Path) -> Reading[Project]:
        """Return what a ttdn.toml names, and what is wrong in it; it is read again where it was written since."""
        stamp = _stamp(file)
        if file not in self._projects or self._projects[file][0] != stamp:
            self._projects[file] = stamp, read_project(file)
        return self._projects[file][1]

    def find_project(self, near: Path) -> Project | None:
        """Return the project of the files in a folder."""
        file = reuse(find_project, by=(near,))
        return self.read_project(file).value if file else None

    def _hold_id(self, pack: FoundPack) -> FoundPack:
        """Return a pack, broken where it claims the id of the one that lies under all others."""
        if pack.id != WHOLE_COUNTRY or pack.folder in self.plugins.packs[0].paths:
            return pack
        return replace(pack, findings=(Finding("E636", Place(str(pack.folder / PACK_FILE)), {"name": pack.id}),))

    def read(self, found: FoundPack) -> Reading[Pack | None]:
        """Return what a found pack itself says, or what is wrong with it."""
        if found.findings:
            return Reading(None, found.findings)
        if found.folder not in self._read:
            below = frozenset() if found.id == WHOLE_COUNTRY else frozenset(self.country.organs)
            self._read[found.folder] = read_pack(found.folder, below, frozenset(self.country.commune_organs))
        return self._read[found.folder]

    @cached_property
    def country(self) -> Pack:
        """Return the built-in pack of the whole country."""
        (folder,) = self.plugins.packs[0].paths
        return read_built_in(folder)

    def take(self, id: str, day: date | None = None) -> Reading[Pack]:
        """Return the pack of an id that a command was given, with what to tell about it.

        Raises UsageError where there is none, PackError where it is broken or not alone.
        """
        pack, findings = self.load(id, Path(), Place(), day)
        if pack is None:
            raise (UsageError if findings[0].cause is Cause.NO_PACK else PackError).of(findings)
        return Reading(pack, findings)

    def take_citations(self, id: str, over: str = "") -> "CitationTable":
        """Return what may be cited with the pack of an id; raises PackError where its list of that is broken.

        `over` is here and below the id of the pack of a commune that lies over it, if any.
        """
        table, findings = self.load_citations(id, Path(), Place(), over)
        if table is None:
            raise PackError.of(findings)
        return table

    def list_sources(self, id: str, near: Path = Path(), over: str = "") -> tuple[FoundPack, ...]:
        """Return where the pack of an id lies, its own place before that of the whole country."""
        packs = self.discover(near).packs
        sound = [found for found in packs if not found.findings]
        return tuple(found for wanted in (over, id, WHOLE_COUNTRY) for found in sound if found.id == wanted)

    def find_template(self, id: str, near: Path, place: tuple[str, str, str], over: str = "") -> PackTemplate | None:
        """Return the Word template that the pack of an id brings; `place` is profile, kind and name of the file.

        Raises PackError for one that is a link out of its folder, unless an installer made it.
        """
        for found in self.list_sources(id, near, over):
            file = found.folder.joinpath(TEMPLATES_FOLDER, *place)
            if is_there(file):
                if not found.origin and leads_out(file, found.folder):
                    raise PackError("E620", Place(str(file)), reason=OUTSIDE)
                return PackTemplate(file, found)
        return None

    def load(self, id: str, near: Path, place: Place, day: date | None = None) -> Reading[Pack | None]:
        """Return the one pack of an id over that of the whole country, for a file in the folder `near`.

        `place` is where the id was asked for. A province without a pack of its own has the one below, which is told.
        The pack of a commune lies over that of its province; the commune is taken as it is on the day.
        """
        from ..knowledge.overlay import for_province, overlay

        discovery = self.discover(near)
        candidates = _find_candidates(id, discovery)
        if not candidates:
            return self._load_country(id, discovery, place)
        own, findings = self._read_one(id, candidates, place)
        if own is None or own.is_whole_country:
            return Reading(own, findings)
        if own.commune_id:
            return self._load_commune(own, candidates[0], near, place, day)
        folder = candidates[0].folder
        if folder not in self._laid:
            self._laid[folder] = overlay(for_province(self.country, list_line(own.province)), own)
        return Reading(self._laid[folder])

    def lay_commune(self, pack: Pack, commune: "Commune", near: Path, place: Place) -> Reading[Pack | None]:
        """Return the pack of a province for a commune, under the commune's own pack where there is one."""
        from ..knowledge.overlay import for_commune, overlay
        from ..knowledge.places.communes import name_commune_pack

        base, name = for_commune(pack, commune), name_commune_pack(pack.province, commune.id)
        if not (candidates := _find_candidates(name, self.discover(near))):
            return Reading(base)
        own, findings = self._read_one(name, candidates, place)
        return Reading(overlay(base, own) if own else None, findings)

    def _load_commune(
        self, own: Pack, found: FoundPack, near: Path, place: Place, day: date | None
    ) -> Reading[Pack | None]:
        """Return the pack of a commune over that of its province, by its own id."""
        from .communes import take_own_commune

        below, told = self.load(find_newest(own.province), near, place)
        spot = Place(str(found.folder / PACK_FILE))
        commune, wrong = take_own_commune(own.commune_id, own.province, day, spot)
        if below is None:
            return Reading(None, told)
        if commune is None:
            return Reading(None, (tell_broken(found, wrong, place), *wrong))
        pack, findings = self.lay_commune(below, commune, near, place)
        return Reading(pack, (*told, *findings))

    def _read_one(self, id: str, candidates: Sequence[FoundPack], place: Place) -> Reading[Pack | None]:
        """Return what the one pack of an id itself says, or that there are several, or what is wrong with it."""
        if len(candidates) > 1:
            return Reading(None, (tell_double(id, candidates, place),))
        own, findings = self.read(candidates[0])
        return Reading(own, () if own else (tell_broken(candidates[0], findings, place), *findings))

    def _load_country(self, id: str, discovery: Discovery, place: Place) -> Reading[Pack | None]:
        """Return the pack of the whole country for a province, unless its own is known to be there and broken."""
        from ..knowledge.overlay import for_province

        line = list_line(id)
        if not line or any(finding.facts.get("entry") == id for finding in discovery.findings):
            return Reading(None, _tell_missing(id, discovery, place))
        if projects := [finding for finding in discovery.findings if finding.cause is Cause.BROKEN_PROJECT]:
            return Reading(None, tuple(projects))  # the pack may lie in the folders that cannot be read there
        doubts = [Finding("W651", place, {"name": who, "province": line[-1].name}) for who in _list_broken(discovery)]
        told = Finding("N650", place, {"name": line[-1].name}, Cause.COUNTRY_PACK)
        return Reading(for_province(self.country, line), (told, *doubts))

    def load_citations(self, id: str, near: Path, place: Place, over: str = "") -> "Reading[CitationTable | None]":
        """Return what may be cited with the pack of an id: its own documents over those of the program.

        For a pack that `load` has given. Its citations.yaml is read when this first asks for it.
        """
        from ..knowledge.citations import load_citations
        from .citations import read_citations

        table, key = load_citations(), tuple[Path, ...]()
        for found in [pack for wanted in (id, over) for pack in self.discover(near).packs if pack.id == wanted != ""]:
            key = (*key, found.folder)
            if key not in self._cited:
                self._cited[key] = read_citations(found, table)
            read, findings = self._cited[key]
            if read is None:
                return Reading(None, (tell_broken(found, findings, place), *findings))
            table = read
        return Reading(table)


class LoneShelf(PackShelf):
    """Holds the packs of its folders over that of the whole country, without those of projects and plug-ins."""

    @cached_property
    def _all(self) -> Discovery:
        built_in = self.plugins.packs[0]
        packs = [*(look_at(f, built_in.origin) for f in built_in.paths), *map(look_at, self.folders)]
        return Discovery(tuple({real_path(pack.folder): pack for pack in packs}.values()), ())

    def discover(self, near: Path) -> Discovery:  # noqa: ARG002 - all places are alike
        """Return the packs of the folders and that of the whole country."""
        return self._all

    def doubt_folders(self, near: Path) -> tuple[Finding, ...]:  # noqa: ARG002 - they were asked for by their names
        """Return nothing: a folder of this shelf is looked at as a pack, and is told as one."""
        return ()

    def find_project(self, near: Path) -> Project | None:  # noqa: ARG002 - as above
        """Return nothing: no project has a say in how a pack alone is tried."""
        return None


def _find_candidates(id: str, discovery: Discovery) -> list[FoundPack]:
    """Return the packs of an id; a folder in which not even the id can be read may be meant by its name."""
    return [pack for pack in discovery.packs if id == pack.id or (pack.findings and id == pack.folder.name)]


def _list_broken(discovery: Discovery) -> list[str]:
    """Return the plug-ins and folders of which it is not known which packs they bring."""
    faults = [finding for finding in discovery.findings if finding.cause is Cause.BROKEN_PLUGIN]
    plugins = [str(fault.facts["name"]) for fault in faults]
    return [*plugins, *(str(pack.folder) for pack in discovery.packs if pack.findings and not pack.is_missing)]


def _is_error(finding: Finding) -> bool:
    return has_errors((finding,))


def tell_broken(pack: FoundPack, findings: Iterable[Finding], place: Place) -> Finding:
    """Return that a pack which was asked for at a place is broken; the findings are told beside it."""
    facts = {"name": pack.id or pack.folder.name, "origin": pack.brought_by, "count": sum(map(_is_error, findings))}
    return Finding("E602", place, facts)


def tell_double(id: str, packs: Iterable[FoundPack], place: Place) -> Finding:
    """Return that one id is that of several packs, with the file and line of each."""
    listed = list(packs)
    installed = sorted({pack.origin.rpartition(" ")[0] for pack in listed if pack.origin})
    ways = f" ({write_pip()} uninstall {' '.join(installed)})" if installed else ""
    return Finding("E603", place, {"name": id, "folders": "; ".join(p.spot for p in listed), "uninstall": ways})


def _tell_missing(id: str, discovery: Discovery, place: Place) -> tuple[Finding, ...]:
    """Return that there is no such pack, with all that was broken on the way: the pack may be among it."""
    known = sorted({pack.id for pack in discovery.packs if pack.id})
    units = sorted(unit.id for unit in list_provinces(date.max))
    guess = find_near_id(id, {*known, *units}) or find_near_province(id)
    facts = {"name": id, "known": ", ".join(known), "units": ", ".join(units), "guess": "" if guess == id else guess}
    broken = [finding for pack in discovery.packs for finding in pack.findings]
    return (Finding("E601", place, facts, Cause.NO_PACK), *discovery.findings, *broken)


def _stamp(file: Path) -> tuple[int, int]:
    """Return what tells a file from an older one: when it was written, and how long it is."""
    try:
        known = file.stat()
    except OSError:  # gone, which reading it tells
        return 0, 0
    return known.st_mtime_ns, known.st_size
