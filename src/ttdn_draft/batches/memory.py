"""Remembers of what each file of a batch was made: a folder goes in, what is known of its files comes out.

The note lies in the folder of the results. It is written line by line as rows are done, so that a run that was cut off
has said what it did; a line that was cut in two is none.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from .. import __version__
from ..knowledge.renewed import find_facts_file
from ..packs import PackShelf
from ..project import find_project
from ..read.row_tables import BatchRow
from .columns import Uses
from .making import BatchSetup, Record, RowResult

NOTE = ".ttdn-batch.jsonl"


def read_memory(folder: Path) -> Mapping[str, Record]:
    """Return what is remembered of the files of a folder, by name."""
    try:
        lines = (folder / NOTE).read_text("utf-8", "replace").splitlines()
    except OSError:
        return {}
    return dict(filter(None, map(_read_line, lines)))


def _read_line(line: str) -> tuple[str, Record] | None:
    try:
        said = json.loads(line)
        return str(said["name"]), Record(str(said["key"]), str(said["digest"]), str(said["page_digest"]))
    except (ValueError, LookupError, TypeError):
        return None


def remember(folder: Path, results: Iterable[RowResult]) -> None:
    """Add to the note of a folder what was made; where it cannot be written, a later run looks at each file."""
    lines = [
        json.dumps({"name": result.name, **asdict(result.record)}, ensure_ascii=False) + "\n"
        for result in results
        if result.record
    ]
    try:
        with (folder / NOTE).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write("".join(lines))
    except OSError:
        return


def find_common_key(setup: BatchSetup, shelf: PackShelf) -> str:
    """Return a sum over all that every document of a batch is made of, but for its row."""
    common, made_of = setup.common, sha256()
    for words in (__version__, common.text, repr(sorted(setup.uses.keys.items())), repr(sorted(setup.uses.marks))):
        made_of.update(words.encode() + b"\0")
    for file in _list_ground(setup, shelf):
        made_of.update(str(file).encode() + b"\0" + _read(file) + b"\0")
    return made_of.hexdigest()


def _list_ground(setup: BatchSetup, shelf: PackShelf) -> Iterable[Path]:
    """Yield the files on which the documents rest: data, the project, templates, packs, renewed facts."""
    common = setup.common
    yield from (common.folder / name for name in common.list_data_files())
    if file := find_project(common.folder):
        yield file
        yield from shelf.read_project(file).value.template_by_kind.values()
    if setup.template:
        yield setup.template
    for pack in shelf.discover(common.folder).packs:
        yield from sorted(path for path in Path(str(pack.folder)).rglob("*") if path.is_file())
    yield find_facts_file()


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def find_row_key(common: str, row: BatchRow, uses: Uses) -> str:
    """Return the sum over what the document of a row is made of."""
    used = {name: row.cells[name] for name in row.cells if name in uses.marks or name in uses.keys}
    return sha256(f"{common}\0{json.dumps(used, ensure_ascii=False, sort_keys=True)}".encode()).hexdigest()
