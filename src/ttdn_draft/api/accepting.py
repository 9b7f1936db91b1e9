"""Findings that a person passes over: a draft, a rule, a reason and a last day go in; they stand in ttdn.toml then.

It is the `[[accepted]]` that `check` and `render` honour, for this one file; all else in the file stays as it is.
"""

import json
from contextlib import suppress
from datetime import date
from glob import escape
from pathlib import Path
from typing import Any

from ..errors import Finding, InputError, OutputError, Place, UsageError
from ..escaping import join_lines
from ..output import write_whole
from ..project import PROJECT_FILE, Project, can_be_accepted, find_project, read_project
from ..text_files import BYTE_ORDER_MARK
from ..toml_lines import TomlPath, find_toml_lines

ACCEPTED = "accepted"


def find_project_file(draft: Path, home: Path) -> Path:
    """Return the ttdn.toml that counts for a draft; where none does, the one that may be written in `home`."""
    return find_project(draft.parent) or home / PROJECT_FILE


def accept_finding(draft: Path, rule: str, reason: str, until: date, *, day: date, home: Path | None = None) -> Path:
    """Write that what a rule, or a message, finds in a draft is passed over until a day, and return the ttdn.toml.

    The nearest file in or above the folder of the draft is written; where there is none, one in `home`, by default the
    folder of the draft. Raises UsageError where the rule can not be accepted, no reason is given or the last day is
    over, InputError where the file is broken, OutputError where it can not be written.
    """
    words = "".join(sign if sign.isprintable() else " " for sign in join_lines(reason))
    if not can_be_accepted(rule):
        raise UsageError("E734", name=rule)
    if not words:
        raise UsageError("E926")
    if until < day:
        raise UsageError("E927", until=f"{until:%d/%m/%Y}")
    file = find_project_file(draft, home or draft.parent)
    entry = {"rule": rule, "file": _name_draft(draft, file), "reason": words, "until": until}
    _write(file, entry, entry)
    return file


def reopen_finding(draft: Path, rule: str) -> None:
    """Take back that what a rule finds in a draft is passed over; what is written for more files than it stays.

    Raises as `accept_finding` does.
    """
    file = find_project(draft.parent)
    if file is not None:
        _write(file, {"rule": rule, "file": _name_draft(draft, file)}, None)


def is_for_one(project: Project, draft: Path, pattern: str) -> bool:
    """Tell whether an accepted finding is written for a draft alone, so that it may be taken back there."""
    return pattern == _name_draft(draft, project.file)


def _name_draft(draft: Path, file: Path) -> str:
    """Return the pattern that means this file alone."""
    return escape(Project(file).path_of(str(draft)))


def _write(file: Path, old: dict[str, Any], new: dict[str, Any] | None) -> None:
    """Write a ttdn.toml without the entries that say the same, and with the new one behind all else."""
    was = file.read_bytes() if file.exists() else b""
    text, data = _parse(was, file)
    entries = data.get(ACCEPTED, [])
    left = _drop(text, old, entries)
    made = f"{left.rstrip()}\n\n{_show(new)}".lstrip() if new else left
    kept = [one for one in entries if not _is_same(one, old)]
    wanted = {**data, ACCEPTED: [*kept, new] if new else kept}
    if _load(made) != {key: value for key, value in wanted.items() if value or key != ACCEPTED}:
        raise OutputError.of([Finding("E929", Place(file.name))])
    ends = made.replace("\n", "\r\n") if b"\r\n" in was else made
    mark = BYTE_ORDER_MARK if was.startswith(BYTE_ORDER_MARK.encode()) else ""
    write_whole(file, (mark + ends).encode("utf-8"), force=bool(was), was=was or None)


def _parse(data: bytes, file: Path) -> tuple[str, dict[str, Any]]:
    """Return a ttdn.toml as text and as data; raises InputError, as it is told everywhere, for a broken one."""
    with suppress(UnicodeDecodeError):
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        if (found := _load(text)) is not None:
            return text, found
    raise InputError.of(read_project(file).findings)


def _load(text: str) -> dict[str, Any] | None:
    import tomllib  # most documents lie in no project

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _is_same(entry: Any, old: dict[str, Any]) -> bool:
    return isinstance(entry, dict) and all(entry.get(key) == old[key] for key in ("rule", "file"))


def _drop(text: str, old: dict[str, Any], entries: Any) -> str:
    """Return the lines of a file without those of the entries that say the same."""
    lines, gone = text.split("\n"), set[int]()
    starts = find_toml_lines(text).starts
    for number, entry in enumerate(entries if isinstance(entries, list) else []):
        if _is_same(entry, old):
            gone |= set(_list_lines(starts, (ACCEPTED, number), lines))
    return "\n".join(line for at, line in enumerate(lines, 1) if at not in gone)


def _list_lines(starts: dict[TomlPath, int], path: TomlPath, lines: list[str]) -> range:
    """Return the lines of a table, from its header to the last that belongs to it; remarks before the next stay."""
    first = starts.get(path, 0)
    if not first:
        return range(0)
    later = [line for known, line in starts.items() if line > first and known[: len(path)] != path]
    last = min(later, default=len(lines) + 1) - 1
    while last > first and lines[last - 1].lstrip().startswith("#"):
        last -= 1
    return range(first, last + 1)


def _show(entry: dict[str, Any]) -> str:
    """Return an entry as it is written: texts in quotes as JSON has them, the day as TOML has it."""
    values = {key: value.isoformat() if isinstance(value, date) else _quote(value) for key, value in entry.items()}
    return "\n".join([f"[[{ACCEPTED}]]", *(f"{key} = {value}" for key, value in values.items()), ""])


def _quote(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
