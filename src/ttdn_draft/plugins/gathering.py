"""Sorts out what plug-ins bring under names: their claims go in, contributions without doubtful names come out."""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from ..errors import Finding
from ..messages import N_
from ..model import Contributions

T = TypeVar("T")
PROGRAM_NAME = "ttdn-draft"
TWICE = N_("trùng tên")


def sort_out(
    hook: str, claims: Iterable[tuple[str, Mapping[str, T]]], taken: Collection[str], broken: Iterable[Finding]
) -> Contributions[T]:
    """Return what each plug-in brings; a name that is built in, or that two plug-ins bring, is refused."""
    owners: dict[str, list[str]] = {}
    things: dict[str, T] = {}
    for origin, brought in claims:
        for name, thing in brought.items():
            owners.setdefault(name, [PROGRAM_NAME] if name in taken else []).append(origin)
            things[name] = thing
    clashes = {name: _tell_clash(hook, name, found) for name, found in sorted(owners.items()) if len(found) > 1}
    kept = sorted(owners.keys() - clashes.keys())
    return Contributions({n: things[n] for n in kept}, {n: owners[n][0] for n in kept}, clashes, tuple(broken))


def _tell_clash(hook: str, name: str, origins: list[str]) -> Finding:
    facts = {"name": "; ".join(origins), "hook": hook, "thing": name, "reason": (TWICE, f"{hook}: {name}")}
    return Finding("E672", facts=facts)
