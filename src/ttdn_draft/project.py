"""A project: its ttdn.toml goes in, what it names comes out typed, with all that is wrong in it and on which line."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from .errors import Cause, Finding, Place, explain_os_error
from .links import real_path
from .messages import N_
from .model import Reading
from .nearness import find_nearest
from .records import dataclass

if TYPE_CHECKING:
    from .toml_lines import TomlLines, TomlPath

PROJECT_FILE = "ttdn.toml"
NO_TOML = N_("dòng viết sai")
NO_PLAIN_FILE = N_("không phải tệp thường")
TOO_LONG = N_("tệp quá dài")
EXAMPLE_LINE = 'packs = ["goi-noi-dung"]'
MOST_BYTES = 1_000_000

LIST, TABLE, TEXT = N_("danh sách chữ"), N_("bảng"), N_("chữ không trống")
TABLES, WORDS, A_DAY = N_("các mục [[accepted]]"), N_("chữ, hoặc danh sách chữ"), N_("ngày có thật")
EXAMPLES = {
    ("packs",): EXAMPLE_LINE,
    ("drafts",): 'drafts = ["van-ban/*.md"]',
    ("templates",): 'templates = ["mau"]',
    ("template",): '[template] ke-hoach = "mau/ke-hoach.docx"',
    ("fail_on",): 'fail_on = "warning"',
    ("accepted",): '[[accepted]] rule = "tone-mark"',
    ("plugins",): '[plugins] required = ["ttdn-pack-cao-bang"]',
    ("plugins", "required"): 'required = ["ttdn-pack-cao-bang"]',
    ("accepted", "rule"): 'rule = "tone-mark"',
    ("accepted", "reason"): 'reason = "văn bản chép nguyên"',
    ("accepted", "until"): "until = 2027-06-30",
    ("accepted", "file"): 'file = "van-ban/huong-dan-*.md"',
}
KEYS = [path[0] for path in EXAMPLES if len(path) == 1]
ACCEPTED_KEYS = [path[1] for path in EXAMPLES if len(path) > 1 and path[0] == "accepted"]
NEEDED = ("rule", "reason", "until")


def _no_lines() -> "TomlLines":
    from .toml_lines import TomlLines

    return TomlLines([])


def may_be_accepted(finding: Finding) -> bool:
    """Tell whether a document can be made all the same: rules only judge; other errors leave no document."""
    return finding.level is not None or finding.severity != "error"


def can_be_accepted(name: str) -> bool:
    """Tell whether there is such a rule, or such a message that leaves a document."""
    from .check.registry import list_rules  # most documents lie in no project
    from .messages.catalogue import MESSAGES

    return name in list_rules() or (name in MESSAGES and not name.startswith("E"))


@dataclass(frozen=True)
class Accepted:
    """A finding that a project bears with until a day: what a rule, or a message, says of some files or of all."""

    rule: str
    reason: str
    until: date
    file: str = ""  # a pattern over paths from the folder of the project; blank for all
    place: Place = Place()

    def covers(self, finding: Finding, path: str) -> bool:
        """Tell whether a finding in the file of a path, from the folder of the project, is meant."""
        is_in = not self.file or fnmatchcase(normalize("NFC", path), normalize("NFC", self.file))
        return finding.id == self.rule and is_in and may_be_accepted(finding)


@dataclass(frozen=True)
class Project:
    """What a ttdn.toml names: folders and files as paths, drafts as patterns from its own folder."""

    file: Path
    packs: tuple[Path, ...] = ()
    drafts: tuple[str, ...] = ()
    templates: tuple[Path, ...] = ()
    template_by_kind: Mapping[str, Path] = field(default_factory=dict)
    fail_on: tuple[str, ...] = ()  # levels and rules, as behind --fail-on
    accepted: tuple[Accepted, ...] = ()
    required: tuple[str, ...] = ()  # distributions of plug-ins, or ids of packs
    lines: "TomlLines" = field(default_factory=_no_lines, compare=False, repr=False)

    @property
    def folder(self) -> Path:
        """Return where the file stands."""
        return self.file.parent

    def path_of(self, file: str) -> str:
        """Return the path of a file from the folder of the project, with slashes; of one elsewhere as it is."""
        real, home = real_path(Path(file)), real_path(self.folder)
        return (real.relative_to(home) if real.is_relative_to(home) else Path(file)).as_posix()

    def place_of(self, path: "TomlPath", text: str = "") -> Place:
        """Return where something stands in the file."""
        return Place(str(self.file), self.lines.line_of(path, text))

    def sort_accepted(
        self, findings: Iterable[Finding], file: str, day: date
    ) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """Return the findings of a file that are to be told, and those that are accepted on a day."""
        path = self.path_of(file) if file and self.accepted else file
        told, borne = list[Finding](), list[Finding]()
        for finding in findings:
            is_borne = any(day <= accepted.until and accepted.covers(finding, path) for accepted in self.accepted)
            (borne if is_borne else told).append(finding)
        return tuple(told), tuple(borne)


def find_project(near: Path) -> Path | None:
    """Return the nearest ttdn.toml in a folder or above it."""
    folder, below = str(real_path(near)), ""  # as words: it is asked for each document, and a Path takes its time
    while folder != below:
        if os.path.lexists(found := os.path.join(folder, PROJECT_FILE)):  # noqa: PTH118
            return Path(found)
        folder, below = os.path.dirname(folder), folder  # noqa: PTH120
    return None


def read_project(file: Path) -> Reading[Project]:
    """Return what a ttdn.toml names, relative paths from where it stands, and all that is wrong in it.

    What is wrong is left out, and the rest stands; whether rules, kinds and files are there is judged elsewhere.
    """
    if not file.is_file():  # to read a pipe would be to wait for ever
        return _refuse(file, NO_PLAIN_FILE)
    from .toml_lines import find_toml_lines, mend_toml_line  # most documents lie in no project

    try:
        text = file.read_text(encoding="utf-8-sig")
        if len(text) > MOST_BYTES:
            return _refuse(file, TOO_LONG)
        import tomllib

        data = tomllib.loads(text)
    except OSError as error:
        return _refuse(file, explain_os_error(error))
    except (ValueError, RecursionError) as error:  # no TOML, or no UTF-8
        line = re.search(r"line (\d+)", str(error))
        row = int(line[1]) if line else 0
        typed = text.split("\n")[row - 1] if row else ""
        return _refuse(file, NO_TOML, row, mend_toml_line(typed))
    reader = _Reader(file, data, find_toml_lines(text))
    return Reading(reader.read(), tuple(sorted(reader.found, key=lambda f: f.place)))


def _refuse(file: Path, reason: str, line: int = 0, right: str = "") -> Reading[Project]:
    facts = {"reason": reason, "right": right or EXAMPLE_LINE}
    return Reading(Project(file), (Finding("E627", Place(str(file), line), facts, Cause.BROKEN_PROJECT),))


class _Reader:
    """Reads the values of one file, and gathers what is wrong with them."""

    def __init__(self, file: Path, data: dict[str, object], lines: "TomlLines") -> None:
        self.file, self.data, self.lines = file, data, lines
        self.found: list[Finding] = []

    def read(self) -> Project:
        self._refuse_unknown((), self.data, KEYS)
        plugins = self._table(("plugins",))
        self._refuse_unknown(("plugins",), plugins, ["required"])
        return Project(
            self.file,
            self._paths("packs"),
            self._texts(("drafts",), self.data.get("drafts")),
            self._paths("templates"),
            {kind: self._join(path) for kind, path in self._read_templates().items()},
            self._read_fail_on(),
            tuple(self._read_accepted()),
            self._texts(("plugins", "required"), plugins.get("required")),
            self.lines,
        )

    def report(self, id: str, path: "TomlPath", **facts: object) -> None:
        """Tell what is wrong; without its packs a project cannot be read for documents."""
        place = Place(str(self.file), self.lines.line_of(path))
        cause = Cause.BROKEN_PROJECT if path == ("packs",) else None
        self.found.append(Finding(id, place, facts, cause))

    def _wrong(self, path: "TomlPath", wanted: str, value: object) -> None:
        """Tell that a value is not what is wanted."""
        names = tuple(part for part in path if isinstance(part, str))
        example = EXAMPLES.get(names) or EXAMPLES[names[:1]]
        self.report("E731", path, key=".".join(names), wanted=wanted, value=_show(value), example=example)

    def _refuse_unknown(self, path: "TomlPath", table: Mapping[str, object], known: Collection[str]) -> None:
        for key in table.keys() - set(known):
            guess = find_nearest(key.lower(), known)
            self.report(
                "E730", (*path, key), key=".".join([*map(str, path[:1]), key]), guess=guess, known=", ".join(known)
            )

    def _table(self, path: tuple[str]) -> Mapping[str, object]:
        value = self.data.get(*path, {})
        if isinstance(value, dict):
            return value
        self._wrong(path, TABLE, value)
        return {}

    def _texts(self, path: "TomlPath", value: object) -> tuple[str, ...]:
        """Return a list of texts; nothing where there is none, or where it is wrong."""
        if value is None:
            return ()
        if isinstance(value, list) and all(map(_is_text, value)):
            return tuple(value)
        self._wrong(path, LIST, value)
        return ()

    def _paths(self, key: str) -> tuple[Path, ...]:
        return tuple(map(self._join, self._texts((key,), self.data.get(key))))

    def _join(self, path: str) -> Path:
        return self.file.parent / path

    def _read_templates(self) -> dict[str, str]:
        table = self._table(("template",))
        for kind, value in table.items():
            if not _is_text(value):
                self._wrong(("template", kind), TEXT, value)
        return {kind: value for kind, value in table.items() if isinstance(value, str) and _is_text(value)}

    def _read_fail_on(self) -> tuple[str, ...]:
        value = self.data.get("fail_on", [])
        words = value.split(",") if isinstance(value, str) else value
        if isinstance(words, list) and all(map(_is_text, words)):
            return tuple(word.strip() for word in words)
        self._wrong(("fail_on",), WORDS, value)
        return ()

    def _read_accepted(self) -> Iterator[Accepted]:
        items = self.data.get("accepted", [])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            self._wrong(("accepted",), TABLES, items)
            return
        for number, item in enumerate(items):
            path = ("accepted", number)
            known = len(self.found)
            self._refuse_unknown(path, item, ACCEPTED_KEYS)
            day = self._read_texts_and_day(path, item)
            if len(self.found) == known and day:
                place = Place(str(self.file), self.lines.line_of((*path, "rule")))
                yield Accepted(item["rule"], item["reason"], day, item.get("file", ""), place)

    def _read_texts_and_day(self, path: "TomlPath", item: Mapping[str, object]) -> date | None:
        """Return the last day of an accepted finding, and tell what is wrong in it."""
        for key in NEEDED:
            if key not in item:
                self.report("E732", path, key=key, example=EXAMPLES["accepted", key])
        for key in ("rule", "reason", "file"):
            if key in item and not _is_text(item[key]):
                self._wrong((*path, key), TEXT, item[key])
        day = _read_day(item.get("until"))
        if "until" in item and not day:
            self._wrong((*path, "until"), A_DAY, item["until"])
        return day


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and "\0" not in value


def _read_day(value: object) -> date | None:
    """Return a day of TOML, or one that is written as text: 2027-06-30 or 30/06/2027."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return datetime.strptime(value.strip(), form).date()
            except ValueError:
                continue
    return None


def _show(value: object) -> str:
    """Return a value as it is shown in a sentence: short, on one line, in the words of TOML."""
    match value:
        case bool():
            words = str(value).lower()
        case dict():
            words = f"{{{', '.join(map(str, value))}}}"
        case list():
            words = f"[{', '.join(map(_show, value))}]"
        case _:
            words = str(value)
    text = "".join(c if c.isprintable() else " " for c in words)
    return text if len(text) <= 60 else f"{text[:59]}…"
