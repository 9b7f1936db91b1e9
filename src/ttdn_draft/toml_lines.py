"""Where things stand in a TOML file: a text that parses goes in, the line of each table, key and text comes out."""

from dataclasses import field

from .patterns import regex
from .records import dataclass

TomlPath = tuple[str | int, ...]
HEADER = regex(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(?:#.*)?")

BARE_VALUE = regex(r"\s*(?P<key>[\w-]+)\s*[=:]\s*(?P<value>[^\s\[\]{}=,][^\[\]{}=]*?)\s*")
LIST_VALUE = regex(r"\s*(?P<key>[\w-]+)\s*[=:]\s*\[(?P<value>[^\[\]{}=]*)\]?\s*")
LIST_KEYS = ("packs", "drafts", "templates")


def mend_toml_line(line: str) -> str:
    """Return how a line that is no TOML is written where its key and its words are plain; else nothing.

    Words stand in straight quotation marks, folders are parted by `/`, and a list stands in brackets.
    """
    found = LIST_VALUE.fullmatch(line) or BARE_VALUE.fullmatch(line)
    if found is None:
        return ""
    words = [word.strip(" \t\"'“”‘’").replace("\\\\", "\\").replace("\\", "/") for word in found["value"].split(",")]
    quoted = ", ".join(f'"{word}"' for word in words if word)
    is_list = found["key"] in LIST_KEYS or found.re is LIST_VALUE
    return f"{found['key']} = [{quoted}]" if is_list else f"{found['key']} = {quoted}"


@dataclass
class TomlLines:
    """The lines of a file, counted from 1, by the path of what begins on them."""

    lines: list[str]
    starts: dict[TomlPath, int] = field(default_factory=dict)

    def line_of(self, path: TomlPath, text: str = "") -> int:
        """Return the line of a path, or of the nearest thing around it that has one of its own.

        With a text that stands in a list of several lines: the line from there on that names it.
        """
        known = next((path[:end] for end in range(len(path), 0, -1) if path[:end] in self.starts), ())
        start = self.starts.get(known, 1)
        if not text:
            return start
        later = [line for line in self.starts.values() if line > start]
        end = min(later, default=len(self.lines) + 1)
        return next((n for n in range(start, end) if text in self.lines[n - 1]), start)


def find_toml_lines(text: str) -> TomlLines:
    """Return the lines of the tables and keys of a TOML text, of which it is known that it parses."""
    found = TomlLines(text.split("\n"))
    counts: dict[TomlPath, int] = {}
    table: TomlPath = ()
    number = 0
    while number < len(found.lines):
        if header := HEADER.fullmatch(found.lines[number]):
            table = _split(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            found.starts.setdefault(table, number + 1)
            number += 1
            continue
        end, keys = _read_statement(found.lines, number)
        if keys:
            found.starts.setdefault((*table, *keys), number + 1)
        number = end
    return found


def _split(name: str) -> TomlPath:
    """Return the parts of a dotted key, its quotes taken off, as the parser of the language reads them."""
    import tomllib

    return _walk(tomllib.loads(f"{name} = 0"))


def _walk(data: object) -> TomlPath:
    """Return the keys of a statement that sets one thing; what is inside an inline table is a value, not a key."""
    keys: list[str | int] = []
    while isinstance(data, dict) and len(data) == 1:
        ((key, data),) = data.items()
        keys.append(key)
    return tuple(keys)


def _read_statement(lines: list[str], start: int) -> tuple[int, TomlPath]:
    """Return the line behind the statement that begins on one, counted from 0, and the keys that it sets."""
    import tomllib

    for end in range(start + 1, len(lines) + 1):
        if end < len(lines) and lines[end - 1].rstrip().endswith(","):
            continue  # a list goes on: parsing each of its lines anew would take longer with each
        try:
            data = tomllib.loads("\n".join(lines[start:end]))
        except tomllib.TOMLDecodeError:
            continue
        return end, _walk(data)
    return len(lines), ()
