"""The kit for authors of packs: a folder goes in, what is wrong with its pack and what it says on a day come out."""

from datetime import date
from pathlib import Path

from ..compose import Order
from ..errors import Finding, PackError, Place, has_errors
from ..knowledge.ages import find_known_day
from ..knowledge.organ_on_day import find_on_day
from ..knowledge.pack import Pack
from ..packs.found import look_at
from ..packs.shelf import LoneShelf
from .checking import check_files
from .ground import check_ground
from .trial import Sample, make_sample, try_pack

__all__ = ["Sample", "check_pack", "list_names", "list_signers", "load_pack", "render_sample"]


def check_pack(folder: Path, day: date | None = None, has_plugins: bool = False) -> tuple[Finding, ...]:
    """Return every finding of the pack in a folder; a sound pack has none.

    Where its files have no error, a document of each organ and kind is drafted, on a day or the nearest possible one;
    without a day on that until which the program knows documents, names and units.
    With plug-ins, templates may use their filters and profiles, and documents pass their rules; never their packs.
    """
    found, shelf = look_at(folder), LoneShelf([folder], has_plugins)
    findings = check_files(found, shelf)
    if has_errors(findings):
        return findings
    when = day or find_known_day()
    return (*findings, *check_ground(found, shelf, when), *try_pack(found, shelf, when))


def render_sample(folder: Path, kind: str, standard: str, day: date, organ: str = "") -> Sample:
    """Return a document as `ttdn-draft new` and `render` make it with the pack of a folder; raises TtdnError."""
    order = Order(kind, day.year, day, day, standard, organ)
    return make_sample(look_at(folder), LoneShelf([folder]), order)


def load_pack(folder: Path) -> Pack:
    """Return the pack of a folder as documents have it, over that of the whole country; raises PackError."""
    found = look_at(folder)
    pack, findings = LoneShelf([folder]).load(found.id, folder, Place(str(folder)))
    if pack is None:
        raise PackError.of(found.findings or findings)
    return pack


def list_names(pack: Pack, day: date) -> dict[str, str]:
    """Return the name that each organ has in a sentence on a day, by organ; one without a name then is left out."""
    found = {key: find_on_day(pack, organ, day).name for key, organ in pack.organs.items()}
    return {key: name.full_name or name.name for key, name in found.items() if name}


def list_signers(pack: Pack, organ: str, day: date) -> dict[str, str]:
    """Return who signs for an organ on a day, by signer; blank where only the office is known."""
    on_day = find_on_day(pack, pack.organs[organ], day)
    found = {term.id: on_day.find_signer(term.id) for term in on_day.organ.signers}
    return {key: term.full_name for key, term in found.items() if term}
