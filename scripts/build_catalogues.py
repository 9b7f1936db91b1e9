"""Brings the message catalogues up to date and compiles them.

    python scripts/build_catalogues.py [--check]

The Vietnamese texts stand in the code, marked by N_("…") or as what the docstring of a rule explains; their
English stands in locales/en. The words of click are
English; their Vietnamese stands in locales/vi, written by hand. Both .po files are compiled to .mo beside them.
With --check nothing is written: what is stale is named, and the exit code is 1. An English text that is marked fuzzy
belongs to a text that was reworded: correct it, then delete the mark.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from ttdn_draft.api.facts import FIELDS
from ttdn_draft.check.registry import list_rules
from ttdn_draft.validate.schema import load_schema

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/ttdn_draft"
ENGLISH = SOURCE / "locales/en/LC_MESSAGES/ttdn_draft.po"
VIETNAMESE = SOURCE / "locales/vi/LC_MESSAGES/messages.po"
HEADER = "# Written by scripts/build_catalogues.py; by hand only msgstr is edited, and the mark fuzzy deleted."
PLACEHOLDER = re.compile(r"\{\{|\}\}|\{[^{}]*\}")


class StableCatalog(Catalog):
    """A catalogue whose header says only what gettext needs: no dates, no version of Babel."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return the lines of the header."""
        return [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]


def read_catalogue(file: Path) -> StableCatalog:
    """Return the catalogue of a .po file, empty where there is none; its folder names the language."""
    catalogue = StableCatalog(file.parents[1].name, header_comment=HEADER, fuzzy=False)
    if not file.is_file():
        return catalogue
    with file.open("rb") as stream:
        found = read_po(stream, abort_invalid=True)
    catalogue.obsolete = found.obsolete
    for message in found:
        if message.id:
            catalogue[message.id] = message
    return catalogue


def extract_texts() -> Catalog:
    """Return every text that the code marks, in the order of the files."""
    texts = Catalog()
    for file in sorted(SOURCE.rglob("*.py"), key=Path.as_posix):
        place = file.relative_to(ROOT).as_posix()
        for _, text, _, _ in extract_from_file("python", file, {"N_": None}):
            texts.add(text, locations=[(place, 0)])
    for title in list_titles(load_schema("input")):
        texts.add(title, locations=[("schemas/input.schema.json", 0)])
    for told in list_helps(load_schema("input")):
        texts.add(told, locations=[("schemas/input.schema.json", 0)])
    for rule in list_rules().values():
        for text in rule.explained:
            texts.add(text, locations=[(f"src/ttdn_draft/check/{rule.area}/{rule.id.replace('-', '_')}.py", 0)])
    return texts


def list_titles(node: object) -> Iterator[str]:
    """Yield what the form of facts calls them."""
    if isinstance(node, Mapping):
        if isinstance(node.get("title"), str):
            yield node["title"]
        for inner in node.values():
            yield from list_titles(inner)


def list_helps(schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield what helps with each field of the form of facts, and with those inside it."""
    nodes = [schema["properties"][key] for key in FIELDS]
    for node in nodes:
        found = schema["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node else node
        if "description" in found:
            yield found["description"]
        nodes += found.get("properties", {}).values()


def update_english(texts: Catalog) -> StableCatalog:
    """Return the English catalogue with exactly the texts of the code: translations kept, reworded ones fuzzy."""
    english = read_catalogue(ENGLISH)
    english.update(texts, update_creation_date=False)
    return english


def to_po(catalogue: Catalog) -> bytes:
    stream = BytesIO()
    for message in catalogue:
        message.flags &= {"fuzzy"}  # the other flags depend on the version of Babel
    write_po(stream, catalogue, width=0, include_lineno=False, ignore_obsolete=True)
    return stream.getvalue().rstrip() + b"\n"


def to_mo(catalogue: Catalog) -> bytes:
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def find_flaws(catalogue: Catalog) -> Iterator[str]:
    """Say which messages cannot be shipped."""
    for message in catalogue:
        strings = message.string if isinstance(message.string, tuple) else [message.string]
        if message.id and not all(strings):
            yield f"untranslated: {message.id!r}"
        elif message.fuzzy:
            yield f"fuzzy: {message.id!r}"


def find_drift(english: Catalog, texts: Catalog) -> Iterator[str]:
    """Say how the English catalogue departs from the texts of the code."""
    yield from (f"missing: {message.id!r}" for message in texts if message.id and message.id not in english)
    yield from (f"obsolete: {message.id!r}" for message in english if message.id and message.id not in texts)
    yield from (f"obsolete: {message.id!r}" for message in english.obsolete.values())
    for message in english:
        if message.id and message.string and list_placeholders(message.id) != list_placeholders(message.string):
            yield f"other placeholders: {message.id!r}"


def list_placeholders(text: object) -> list[str]:
    return sorted(PLACEHOLDER.findall(str(text)))


def find_stale() -> Iterator[str]:
    """Name everything that a run of this script, or a translator, has to change."""
    texts, english = extract_texts(), read_catalogue(ENGLISH)
    yield from (f"{ENGLISH.name}: {drift}" for drift in find_drift(english, texts))
    if not ENGLISH.is_file() or ENGLISH.read_bytes() != to_po(update_english(texts)):
        yield f"{ENGLISH.name}: differs from what this script writes"
    for file in (ENGLISH, VIETNAMESE):
        catalogue, compiled = read_catalogue(file), file.with_suffix(".mo")
        yield from (f"{file.name}: {flaw}" for flaw in find_flaws(catalogue))
        if not compiled.is_file() or compiled.read_bytes() != to_mo(catalogue):
            yield f"{compiled.name}: differs from {file.name}"


def build() -> None:
    """Write the English .po and both .mo, and name what a translator still has to do."""
    texts = extract_texts()
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    ENGLISH.write_bytes(to_po(update_english(texts)))
    for file in (ENGLISH, VIETNAMESE):
        file.with_suffix(".mo").write_bytes(to_mo(read_catalogue(file)))
    for line in find_stale():
        print(line, file=sys.stderr)


def main() -> None:
    if "--check" not in sys.argv[1:]:
        build()
    elif stale := list(find_stale()):
        sys.exit("\n".join([*stale, "Run: python scripts/build_catalogues.py"]))


if __name__ == "__main__":
    main()
