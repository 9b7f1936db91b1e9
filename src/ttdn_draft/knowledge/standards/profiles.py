"""The profiles of the standards: a name, or a standard and a date, goes in; every figure of it comes out."""

import re
import types
import typing
from collections.abc import Mapping
from dataclasses import Field, is_dataclass, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ...errors import Finding, InputError, Place, TemplateError, UsageError
from ...kept import keep, recall
from ...messages import N_
from ...model import NOTHING, Contributions, PartialDate, keys_of, required_keys, to_names
from ...resources import find_data_folder
from ...yaml_places import YamlTree
from .profile import Look, Profile

PROFILE_FILE = "profile.yaml"
FOLDERS = 8  # that are kept in mind: there is one, and some of tests
DEFAULT_PROFILE = "dang-hd05-2026"  # of the example, and of a template of which nothing else is said


def list_profiles(others: Contributions[Path] = NOTHING) -> list[str]:
    """Return the ids of the profiles that ship with the program and of those of plug-ins, sorted."""
    return sorted([*_list_own(find_data_folder("templates")), *others.things])


@lru_cache(maxsize=FOLDERS)
def _list_own(folder: Path) -> tuple[str, ...]:
    """Return the ids of the profiles of a folder that ships with the program: it is listed once."""
    return tuple(f.name for f in folder.iterdir() if (f / PROFILE_FILE).is_file())


def load_profile(id: str, size: str | None = None, others: Contributions[Path] = NOTHING) -> Profile:
    """Return a profile that ships with the program or with a plug-in, in one of its sets of sizes.

    Raises UsageError for an unknown name, TemplateError where the file is broken.
    """
    if id in others.things:
        return _load_other(others.things[id], size)
    if id not in list_profiles():
        missing = Finding("E310", facts={"name": id, "known": ", ".join(list_profiles(others))})
        raise UsageError.of([missing, *others.explain(id)])
    return _load_own(id, size)


@cache
def _load_own(id: str, size: str | None) -> Profile:
    return read_profile(find_data_folder("templates") / id, size)


@cache
def _load_other(folder: Path, size: str | None) -> Profile:
    """Return a profile with the kinds of which the folder has the templates: the others are those of its parent."""
    profile = read_profile(folder, size)
    names = [profile.template_name(size) for size in profile.sizes.sets]
    there = {k: v for k, v in profile.kinds.items() if all((folder / k / name).is_file() for name in names)}
    return replace(profile, kinds=there)


def read_profile(folder: Path, size: str | None = None) -> Profile:
    """Return the profile of a folder; raises TemplateError where profile.yaml is missing or broken."""
    filled: Profile = _fill(Profile, _read_plain(folder), str(folder / PROFILE_FILE), ())
    if filled.id != folder.name:
        raise TemplateError(
            "E430", Place(str(folder / PROFILE_FILE), path="$.id"), problem=f"{filled.id} ≠ {folder.name}"
        )
    if gaps := filled.find_gaps():
        raise TemplateError("E433", Place(str(folder / PROFILE_FILE)), gaps=", ".join(gaps))
    return with_size(replace(filled, folder=folder), size or next(iter(filled.sizes.sets)))


def with_size(profile: Profile, size: str) -> Profile:
    """Return the profile with the looks of one of its sets of sizes."""
    names, plain = keys_of(Look), profile.plain_looks or profile.looks
    changed = {  # a key that no look has is a fault of the profile, and not to be left out
        look: replace(plain[look], **{names[key]: value for key, value in figures.items()})
        for look, figures in profile.sizes.sets[size].items()
    }
    return replace(profile, looks={**plain, **changed}, size=size, plain_looks=plain)


def _read_plain(folder: Path) -> Any:
    """Return what `read_profile_data` reads, without the positions; of a file that was read before what was kept."""
    files = [folder / PROFILE_FILE, *(above / PROFILE_FILE for above in find_data_folder("templates").iterdir())]
    try:
        key = "\n".join(file.read_text(encoding="utf-8-sig") for file in files if file.is_file())
    except (OSError, UnicodeDecodeError):
        return read_profile_data(folder).data  # which tells what is wrong
    name = f"profile-{folder.name}"
    kept = recall(name, key)
    if kept is not None:
        return kept
    data = read_profile_data(folder).data
    keep(name, key, data)
    return data


def read_profile_data(folder: Path) -> YamlTree:
    """Return the plain data of a profile, with what it takes over from another, and the positions of its own.

    Raises TemplateError where the file is missing or no YAML.
    """
    from ...yaml_nodes import read_yaml  # a profile that was read before is kept

    file = folder / PROFILE_FILE
    if not file.is_file():
        raise TemplateError("E430", Place(str(file)), problem=N_("không có tệp profile.yaml"))
    try:
        tree = read_yaml(file.read_text(encoding="utf-8-sig"), str(file))
    except UnicodeDecodeError:
        raise TemplateError("E430", Place(str(file)), problem=N_("không phải mã UTF-8")) from None
    if tree.findings:
        raise TemplateError.of(tree.findings)
    if not isinstance(tree.data, dict):
        raise TemplateError("E430", Place(str(file)), problem=N_("không có khoá nào"))
    parent = tree.data.get("ke_thua")
    if not parent:
        return tree
    above = find_data_folder("templates") / str(parent)
    if parent == tree.data.get("id") or not (above / PROFILE_FILE).is_file():
        raise TemplateError("E430", Place(str(file), path="$.ke_thua"), problem=str(parent))
    inherited = _mark_clauses(_read_parent(str(parent)).data, str(parent))
    inherited.pop("truoc_do", None)
    tree.data = _merge(inherited, tree.data)
    return tree


@cache
def _read_parent(name: str) -> YamlTree:
    return read_profile_data(find_data_folder("templates") / name)


def _merge(above: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(above)
    for key, value in own.items():
        both = isinstance(value, dict) and isinstance(above.get(key), dict)
        merged[key] = _merge(above[key], value) if both else value
    return merged


def _mark_clauses(node: Any, parent: str) -> Any:
    """Say of each clause that it is that of another standard, until the heir names its own."""
    if isinstance(node, dict):
        return {
            key: f"{value} [{parent}]" if key == "can_cu" and isinstance(value, str) else _mark_clauses(value, parent)
            for key, value in node.items()
        }
    return [_mark_clauses(item, parent) for item in node] if isinstance(node, list) else node


def _fill(hint: Any, data: Any, file: str, path: tuple[str, ...]) -> Any:
    """Return the data as what a type hint asks for: a dataclass, a table or a row of them, or the value itself."""
    form, inner = _read_hint(hint)
    if form == "date":
        return _read_date(data, file, path)
    if form == "class":
        return _fill_class(hint, _spell_out(hint, data), file, path)
    if form == "row" and isinstance(data, list):
        return tuple(_fill(inner, item, file, (*path, str(i))) for i, item in enumerate(data))
    if form == "table" and isinstance(data, dict):
        return {key: _fill(inner, value, file, (*path, key)) for key, value in data.items()}
    if form == "choice" and data is not None:
        return _fill(inner, data, file, path)
    return data


@cache
def _read_hint(hint: Any) -> tuple[str, Any]:
    """Return what a type hint asks for, and of what; a profile asks a thousand times, for thirty of them."""
    inner, origin = typing.get_args(hint), typing.get_origin(hint)
    if hint is PartialDate:
        return "date", None
    if is_dataclass(hint):
        return "class", None
    if origin is tuple:
        return "row", inner[0]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return "table", inner[1]
    return ("choice", inner[0]) if origin is types.UnionType else ("value", None)


def _read_date(data: Any, file: str, path: tuple[str, ...]) -> PartialDate:
    try:
        found = PartialDate.parse(str(data))
    except (ValueError, TypeError):
        found = None
    if found is None:
        raise TemplateError("E430", Place(file, path=".".join(("$", *path))), problem=str(data))
    return found


def _spell_out(hint: Any, data: Any) -> Any:
    """Return a line of the layout in full: a bare name stands for content and look of that name."""
    return {"in": data, "kieu": data} if hint.__name__ == "Line" and isinstance(data, str) else data


def _fill_class(cls: type, data: Any, file: str, path: tuple[str, ...]) -> Any:
    names, wanted = _list_keys(cls)
    wrong = sorted((set(data) - names) | (wanted - set(data))) if isinstance(data, dict) else ["?"]
    if wrong:
        raise TemplateError("E430", Place(file, path=".".join(("$", *path))), problem=", ".join(wrong))
    hints = _find_hints(cls)

    def fill(field: Field[Any], value: Any) -> Any:
        return _fill(hints[field.name], value, file, (*path, field.metadata["key"]))

    return cls(**to_names(cls, data, fill))


@cache
def _list_keys(cls: Any) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of a class, and those that have to be there."""
    return frozenset(keys_of(cls)), frozenset(required_keys(cls))


@cache
def _find_hints(cls: Any) -> dict[str, Any]:
    return typing.get_type_hints(cls)


@lru_cache(maxsize=FOLDERS)
def _ids_of(standard: str, folder: Path) -> tuple[str, ...]:
    """Return the profiles of a system; the others are not parsed, which takes a tenth of a second each."""
    line = re.compile(rf"^the_thuc:[ ]*{re.escape(standard)}[ ]*(?:#.*)?$", re.M)
    texts = ((name, (folder / name / PROFILE_FILE).read_text(encoding="utf-8")) for name in sorted(_list_own(folder)))
    return tuple(name for name, text in texts if line.search(text))


def has_profile(standard: str, day: date) -> bool:
    """Tell whether a profile that ships with the program is one of a system and in force on a day."""
    return any(load_profile(name).is_valid_on(day) for name in _ids_of(standard, find_data_folder("templates")))


def find_profile(
    standard: str, day: date | None, name: str | None, kind: str, place: Place, others: Contributions[Path] = NOTHING
) -> Profile:
    """Return the named profile, or the one in force on the day for a kind; raises InputError where no profile fits."""
    if name is not None:
        return _find_named(name, standard, place, others)
    brought = [load_profile(other, None, others) for other in others.things]
    own = map(load_profile, _ids_of(standard, find_data_folder("templates")))
    there = [*own, *(p for p in brought if p.standard == standard)]
    there.sort(key=lambda p: (p.period.first_day, p.id))
    valid = [profile for profile in there if profile.is_valid_on(day)]
    if valid:
        return _choose([p for p in valid if kind in p.kinds] or valid, others, place)
    listed = "; ".join(f"{p.id} ({p.period})" for p in there)
    before = "; ".join(
        f"{p.name} ({p.period})"
        for profile in there
        for p in profile.predecessors
        if day is not None and day in p.period
    )
    raise InputError(
        "E311",
        place,
        standard=standard,
        day=day or N_("chưa ghi"),
        known=listed or N_("chưa có hồ sơ nào"),
        before=before or N_("không rõ"),
    )


def _find_named(name: str, standard: str, place: Place, others: Contributions[Path]) -> Profile:
    known = list_profiles(others)
    if name not in known:
        missing = Finding("E310", place, {"name": name, "known": ", ".join(known)})
        raise InputError.of([missing, *others.explain(name)])
    profile = load_profile(name, None, others)
    if profile.standard != standard:
        raise InputError("E312", place, name=name, standard=standard)
    return profile


def _choose(valid: list[Profile], others: Contributions[Path], place: Place) -> Profile:
    """Return the profile that began last: a new decree ends the one before, whether or not that one's profile says so.

    Of those that began on one day it is the one that ships with the program; nobody guesses between those of plug-ins.
    """
    newest = [profile for profile in valid if profile.since == valid[-1].since]
    chosen = [profile for profile in newest if profile.id not in others.things] or newest
    if len(chosen) > 1:
        raise InputError("E678", place, known=", ".join(p.id for p in chosen), example=chosen[0].id)
    return chosen[0]
