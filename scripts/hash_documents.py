"""Hashes what the program makes: samples, examples, corpus and drafts of `new` go in, a line for each comes out.

Run with the Python of two commits, their outputs show whether a change moved one byte (the folder is where to
write, and is left empty):

    old/.venv/bin/python scripts/hash_documents.py FOLDER > before.txt
    .venv/bin/python scripts/hash_documents.py FOLDER > after.txt

The program is known by its command line alone, so that the script runs unchanged at any commit.
"""

import csv
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from hashlib import sha256
from io import StringIO
from itertools import product
from pathlib import Path

from ttdn_draft.cli import run

os.environ["TTDN_DRAFT_NO_FACTS"] = "1"  # whatever the user of the machine has renewed
ROOT = Path(__file__).parents[1]
KINDS, STANDARDS, DAY = ("huong-dan", "ke-hoach", "bao-cao"), ("dang", "nha-nuoc"), "2027-03-15"


def list_inputs() -> list[Path]:
    """Return the samples, the examples and the inputs of the corpus beside the project, where it is there."""
    found = [*ROOT.glob("templates/*/*/sample.md"), *ROOT.glob("docs/hooks/*/*/sample.md")]
    found += (file for suffix in ("md", "yaml", "json") for file in ROOT.glob(f"examples/*.{suffix}"))

    found += (ROOT.parent / "shared" / "corpus").glob("*.md")
    return sorted(Path(os.path.relpath(file, ROOT)) for file in found if file.name != "README.md")


def list_provinces() -> list[str]:
    """Return the ids of the provinces that there are on the day of the drafts."""
    with (ROOT / "src/ttdn_draft/knowledge/data/provinces.csv").open(encoding="utf-8", newline="") as file:
        return [row["id"] for row in csv.DictReader(file) if not row["valid_to"] or row["valid_to"] >= DAY]


def run_quietly(*arguments: str | Path) -> bytes:
    """Return the exit code of a command, with a line break behind it, and all that it printed."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*map(str, arguments)], os.environ)
    return f"{code}\n{out.getvalue()}\n{err.getvalue()}".encode()


def hash_all(parts: Iterator[bytes]) -> str:
    """Return one hash of several pieces."""
    return sha256(b"\0".join(parts)).hexdigest()[:24]


def hash_input(file: Path, folder: Path) -> str:
    """Return the line of a file: the hash of what its check prints and of its Word file, and how long that is."""
    name = file.name if file.parent == folder else "-".join(file.parts)
    out = folder / f"{name}.docx"
    commands = (["check", "--output", "json", file], ["render", file, "-o", out])
    printed = [run_quietly(*command).replace(bytes(folder), b"") for command in commands]
    docx = out.read_bytes() if out.exists() else b""
    out.unlink(missing_ok=True)
    return f"{hash_all(iter((*printed, docx)))} {len(docx):6} bytes {file.as_posix()}"


def hash_draft(order: tuple[str, str, str], folder: Path) -> str:
    """Return the line of a draft of `new`: its text, and all that a file gives."""
    province, kind, standard = order
    file = folder / f"{province}-{kind}-{standard}.md"
    command = ["new", kind, "--tinh", province, "--nam", DAY[:4], "--the-thuc", standard, "--ngay", DAY, "-o", file]
    printed = run_quietly(*command).replace(bytes(folder), b"")
    text = file.read_bytes() if file.exists() else b""
    hashed, size = hash_input(file, folder).split()[:2]
    file.unlink(missing_ok=True)
    return f"{hash_all(iter((printed, text, hashed.encode())))} {size:>6} bytes new {kind} {province} {standard}"


def main() -> None:
    """Print the lines, and how many there are."""
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.chdir(ROOT)  # what is printed names the files as they were given
    orders = list(product(list_provinces(), KINDS, STANDARDS))
    with ProcessPoolExecutor() as pool:
        lines = [*pool.map(partial(hash_input, folder=folder), list_inputs())]
        lines += pool.map(partial(hash_draft, folder=folder), orders)
    print("\n".join(lines))
    print(f"{len(lines)} documents", file=sys.stderr)


if __name__ == "__main__":
    main()
