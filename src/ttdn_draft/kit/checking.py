"""Checks a pack as its author does: a folder goes in, everything that is wrong in it comes out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..compose import check_outlines
from ..errors import Finding, Place, explain_os_error, sort_findings
from ..knowledge.pack import PACK_FILE
from ..knowledge.standards.profiles import list_profiles, load_profile
from ..links import OUTSIDE, is_there, leads_out
from ..messages import N_
from ..nearness import ALMOST_EQUAL, find_nearest
from ..packs.calendars import read_calendar
from ..packs.citations import read_citations
from ..packs.communes import take_own_commune
from ..packs.found import TEMPLATES_FOLDER, FoundPack, find_in, look_at
from ..packs.shelf import PackShelf
from ..plugins.registry import Plugins

PARTS = (PACK_FILE, "citations.yaml", "calendar.yaml", "outlines", TEMPLATES_FOLDER)
NO_FOLDER = N_("đây không phải thư mục")
PROFILE, KIND = N_("hồ sơ thể thức"), N_("loại văn bản")


def find_packs(folder: Path) -> list[FoundPack]:
    """Return the packs that a folder is or holds, also under `src` as in a project; without any, the folder itself."""
    found = [*find_in(folder)]
    if not found and (folder / "src").is_dir():
        found = [*find_in(folder / "src")]
    return found or [_tell_near(look_at(folder))]


def _tell_near(found: FoundPack) -> FoundPack:
    """Return a folder without pack.yaml, with the files in it or below it whose names come near to pack.yaml."""
    home = found.folder
    entries = sorted({*home.glob("*"), *home.glob("*/*"), *home.glob("src/*/*")})
    near = [e for e in entries if e.name != PACK_FILE and find_nearest(e.name.lower(), [PACK_FILE], ALMOST_EQUAL)]
    told = (Finding("W692", Place(str(entry)), {"name": entry.name, "guess": PACK_FILE}) for entry in near)
    return replace(found, findings=(*found.findings, *told))


def check_files(found: FoundPack, shelf: PackShelf) -> tuple[Finding, ...]:
    """Return every finding of the files of a pack, by place; a sound pack has none."""
    if found.findings:
        return found.findings
    folder, (own, findings) = found.folder, shelf.read(found)
    try:
        beside = [*_find_misspelt(folder), *_check_templates(folder, shelf.plugins)]
    except OSError as error:
        beside = [Finding("E620", Place(str(folder)), {"reason": explain_os_error(error)})]
    files = [*check_outlines(folder), *read_citations(found)[1], *read_calendar(folder)[1]]
    place = Place(str(folder / PACK_FILE), path="$.xa")
    whose = take_own_commune(own.commune_id, own.province, None, place).findings if own and own.commune_id else ()
    return sort_findings([*findings, *beside, *whose, *files])


def _find_misspelt(folder: Path) -> Iterator[Finding]:
    """Yield each entry whose name comes near to that of a part of a pack, and so is never read."""
    for entry in sorted(folder.iterdir()):
        near = find_nearest(entry.name.lower(), PARTS, ALMOST_EQUAL)
        if near and entry.name not in PARTS:
            yield Finding("W692", Place(str(entry)), {"name": entry.name, "guess": near})


def _check_templates(folder: Path, plugins: Plugins) -> Iterator[Finding]:
    """Yield what is wrong with the Word templates of a pack, and with the folders that they lie in."""
    templates = folder / TEMPLATES_FOLDER
    if is_there(templates) and not templates.is_dir():
        yield Finding("E620", Place(str(templates)), {"reason": NO_FOLDER})
    elif leads_out(templates, folder):
        yield Finding("E620", Place(str(templates)), {"reason": OUTSIDE})
        return
    known = list_profiles(plugins.profiles)
    for home in _list_folders(templates):
        if home.name not in known:
            yield _refuse(home, PROFILE, known)
            continue
        kinds = sorted(load_profile(home.name, None, plugins.profiles).kinds)
        for place in _list_folders(home):
            is_kind = place.name in kinds
            yield from _check_template(folder, place, plugins) if is_kind else [_refuse(place, KIND, kinds)]


def _list_folders(folder: Path) -> list[Path]:
    return sorted(entry for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else []


def _refuse(folder: Path, what: str, known: list[str]) -> Finding:
    guess = find_nearest(folder.name, known)
    facts = {"name": folder.name, "what": what, "guess": guess, "known": ", ".join(known)}
    return Finding("E684", Place(str(folder)), facts)


def _check_template(pack: Path, folder: Path, plugins: Plugins) -> Iterator[Finding]:
    """Yield what is wrong with the templates of a kind: one for each set of sizes, of which one may be missing."""
    from ..check.own_template import compare_template
    from ..render import check_template

    plain = load_profile(folder.parent.name, None, plugins.profiles)
    profiles = [load_profile(plain.id, size, plugins.profiles) for size in plain.sizes.sets]
    there = [(folder / profile.template_name(), profile) for profile in profiles]
    for file, profile in [(file, profile) for file, profile in there if is_there(file)]:
        if leads_out(file, pack):
            yield Finding("E620", Place(str(file)), {"reason": OUTSIDE})
        else:
            yield from check_template(file, profile, plugins.filters)
            yield from compare_template(file, profile)
    if not any(is_there(file) for file, _ in there):
        yield Finding("E685", Place(str(folder)), {"name": plain.template_name()})
