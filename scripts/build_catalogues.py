"""Brings the message catalogues up to date and compiles them.

    python scripts/build_catalogues.py [--check]

The Vietnamese texts stand in the code, marked by N_("…"); their English stands in locales/en. The words of click are
English; their Vietnamese stands in locales/vi, written by hand. Both .po files are compiled to .mo beside them.
With --check nothing is written: what is stale is named, and the exit code is 1. An English text that is marked fuzzy
belongs to a text that was reworded: correct it, then delete the mark.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/ttdn_draft"
ENGLISH = SOURCE / "locales/en/LC_MESSAGES/ttdn_draft.po"
VIETNAMESE = SOURCE / "locales/vi/LC_MESSAGES/messages.po"


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
    catalogue = StableCatalog(file.parents[1].name, fuzzy=False)
    if not file.is_file():
        return catalogue
    with file.open("rb") as stream:
        found = read_po(stream, abort_invalid=True)
    catalogue.header_comment = found.header_comment
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
    return texts


def update_english(texts: Catalog) -> StableCatalog:
    """Return the English catalogue with exactly the texts of the code: translations kept, reworded ones fuzzy."""
    english = read_catalogue(ENGLISH)
    english.update(texts, update_creation_date=False)
    return english


def to_po(catalogue: Catalog) -> bytes:
    stream = BytesIO()
    write_po(stream, catalogue, width=0, include_lineno=False, ignore_obsolete=True)
    return stream.getvalue().rstrip() + b"\n"


def to_mo(catalogue: Catalog) -> bytes:
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def placeholders(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text)} - {None}


def find_flaws(catalogue: Catalog) -> Iterator[str]:
    """Say of each message why it cannot be shipped."""
    for message in catalogue:
        if message.id and (reason := find_flaw(message)):
            yield f"{reason}: {message.id!r}"


def find_flaw(message: Message) -> str:
    if isinstance(message.id, tuple):
        return "" if all(message.string) else "untranslated"
    if not message.string:
        return "untranslated"
    if message.fuzzy:
        return "fuzzy"
    return "" if placeholders(message.id) == placeholders(message.string) else "other placeholders"


def find_drift(texts: Catalog) -> Iterator[str]:
    """Say how the English .po departs from the texts of the code."""
    there = read_catalogue(ENGLISH)
    gone = [message for message in there if message.id and message.id not in texts]
    yield from (f"missing: {message.id!r}" for message in texts if message.id and message.id not in there)
    yield from (f"obsolete: {message.id!r}" for message in (*gone, *there.obsolete.values()))


def find_stale() -> Iterator[str]:
    texts = extract_texts()
    found = [(ENGLISH, text) for text in find_drift(texts)]
    for file in (ENGLISH, VIETNAMESE):
        catalogue = read_catalogue(file)
        compiled = file.with_suffix(".mo")
        found += [(file, text) for text in find_flaws(catalogue)]
        if not compiled.is_file() or compiled.read_bytes() != to_mo(catalogue):
            found.append((compiled, f"differs from {file.name}"))
    if not found and ENGLISH.read_bytes() != to_po(update_english(texts)):
        found.append((ENGLISH, "file names or layout differ"))
    return (f"{file.relative_to(ROOT).as_posix()}: {text}" for file, text in found)


def build() -> None:
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    ENGLISH.write_bytes(to_po(update_english(extract_texts())))
    for file in (ENGLISH, VIETNAMESE):
        catalogue = read_catalogue(file)
        file.with_suffix(".mo").write_bytes(to_mo(catalogue))
        for flaw in find_flaws(catalogue):
            print(f"{file.name}: {flaw}", file=sys.stderr)


def main() -> None:
    if "--check" not in sys.argv[1:]:
        build()
    elif stale := list(find_stale()):
        sys.exit("\n".join([*stale, "Run: python scripts/build_catalogues.py"]))


if __name__ == "__main__":
    main()
