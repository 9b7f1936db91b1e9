"""Checks a pack as its author does: a folder goes in, everything that is wrong in it comes out."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from ..compose import check_outlines
from ..errors import Finding, Place, explain_os_error, sort_findings
from ..knowledge.pack import PACK_FILE
from ..knowledge.standards.profiles import list_profiles, load_profile
from ..messages import N_
from ..packs.calendars import read_calendar
from ..packs.citations import read_citations
from ..packs.found import OUTSIDE, TEMPLATES, FoundPack, find_in, is_there, look_at, real_path
from ..packs.shelf import PackShelf
from ..plugins import Plugins

PARTS = (PACK_FILE, "citations.yaml", "calendar.yaml", "outlines", TEMPLATES)
NEAR = 0.75  # how much of a misspelt name must be right
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
    near = [e for e in entries if e.name != PACK_FILE and get_close_matches(e.name.lower(), [PACK_FILE], cutoff=NEAR)]
    told = (Finding("W692", Place(str(entry)), {"name": entry.name, "guess": PACK_FILE}) for entry in near)
    return replace(found, findings=(*found.findings, *told))


def check_files(found: FoundPack, shelf: PackShelf) -> tuple[Finding, ...]:
    """Return every finding of the files of a pack, by place; a sound pack has none."""
    if found.findings:
        return found.findings
    folder, (_, findings) = found.folder, shelf.read(found)
    try:
        beside = [*_find_misspelt(folder), *_check_templates(folder, shelf.plugins)]
    except OSError as error:
        beside = [Finding("E620", Place(str(folder)), {"reason": explain_os_error(error)})]
    files = [*check_outlines(folder), *read_citations(found)[1], *read_calendar(folder)[1]]
    return sort_findings([*findings, *beside, *files])


def _find_misspelt(folder: Path) -> Iterator[Finding]:
    """Yield each entry whose name comes near to that of a part of a pack, and so is never read."""
    for entry in sorted(folder.iterdir()):
        near = get_close_matches(entry.name.lower(), PARTS, n=1, cutoff=NEAR)
        if near and entry.name not in PARTS:
            yield Finding("W692", Place(str(entry)), {"name": entry.name, "guess": near[0]})


def _check_templates(folder: Path, plugins: Plugins) -> Iterator[Finding]:
    """Yield what is wrong with the Word templates of a pack, and with the folders that they lie in."""
    templates = folder / TEMPLATES
    if is_there(templates) and not templates.is_dir():
        yield Finding("E620", Place(str(templates)), {"reason": NO_FOLDER})
    elif not real_path(templates).is_relative_to(real_path(folder)):
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
    guess = get_close_matches(folder.name, known, n=1)
    facts = {"name": folder.name, "what": what, "guess": guess[0] if guess else "", "known": ", ".join(known)}
    return Finding("E684", Place(str(folder)), facts)


def _check_template(pack: Path, folder: Path, plugins: Plugins) -> Iterator[Finding]:
    """Yield what is wrong with the templates of a kind: one for each set of sizes, of which one may be missing."""
    from ..check import compare_template
    from ..render import check_template

    plain = load_profile(folder.parent.name, None, plugins.profiles)
    profiles = [load_profile(plain.id, size, plugins.profiles) for size in plain.sizes.sets]
    there = [(folder / profile.template_name(), profile) for profile in profiles]
    for file, profile in [(file, profile) for file, profile in there if is_there(file)]:
        if not real_path(file).is_relative_to(real_path(pack)):
            yield Finding("E620", Place(str(file)), {"reason": OUTSIDE})
        else:
            yield from check_template(file, profile, plugins.filters)
            yield from compare_template(file, profile)
    if not any(is_there(file) for file, _ in there):
        yield Finding("E685", Place(str(folder)), {"name": plain.template_name()})
