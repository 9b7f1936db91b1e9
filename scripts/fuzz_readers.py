"""Feeds readers with random bytes: a reader and a time go in, the first input that it cannot answer comes out.

With atheris (Linux, the extra `fuzz`) inputs follow the branches of the code; without it they are changed at random. A
reader answers with findings; any other exception, an E900 or an answer after more than LONGEST seconds is a fault.

    python scripts/fuzz_readers.py markdown --seconds 600
"""

import argparse
import io
import json
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path


def _instrumented() -> AbstractContextManager[object]:
    """Return what lets atheris see the branches of the code that is imported inside, where it is asked for."""
    if "--atheris" not in sys.argv:
        return nullcontext()
    import atheris

    found: AbstractContextManager[object] = atheris.instrument_imports(include=["ttdn_draft", "markdown_it", "ruamel"])
    return found


with _instrumented():
    from ttdn_draft.errors import TtdnError
    from ttdn_draft.knowledge.standards.profiles import load_profile
    from ttdn_draft.pipeline import check_file, check_text
    from ttdn_draft.render import check_template

ROOT = Path(__file__).parents[1]
LONGEST = 10.0
HEAD = (ROOT / "tests" / "slips" / "base.md").read_text(encoding="utf-8").rpartition("---\n")[0]
SIGNS = "\n\n\n  \t-+*_#|:[]()<>{}%.,;/\\`'\"^&!~@=1aIđ.)“”：\u00a0\ufeff"
PIECES = ["\n\n", "- ", "+ ", "1. ", "a) ", "1.1. ", "# ", "## ", "I. MỤC\n\n", "II. MỤC\n\n", "| a | b |\n|---|---|\n",
          "[^1]", "[^1]: ", "[dan: x]", "[bang: t]", "**", "*", "{{ ", "}}", "{% if x %}", "so:9", "  ten: ", "---\n",
          "noi_dung: |\n", "王毅", "chữ "]  # fmt: skip


def read_markdown(data: bytes) -> None:
    """Check a body below sound keys."""
    _answer(lambda: check_text(f"{HEAD}---\n{_words(data)}", "md"))


def read_yaml(data: bytes) -> None:
    """Check keys alone."""
    _answer(lambda: check_text(_words(data), "yaml"))


def read_json(data: bytes) -> None:
    """Check keys alone, in JSON."""
    _answer(lambda: check_text(_words(data), "json"))


def read_xlsx(data: bytes) -> None:
    """Check a document that takes a table from a workbook, whose sheet or whole package the bytes are."""
    _read_table("t.xlsx", data if data[:2] == b"PK" else _with_part(_workbook(), "sheet1", data))


def read_csv(data: bytes) -> None:
    """Check a document that takes a table from a .csv file."""
    _read_table("t.csv", data)


def _read_table(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        table = f"bang: {{t: {{tu_tep: {name}}}}}\n---\n[bang: t]\n"
        (Path(folder) / name).write_bytes(data)
        (Path(folder) / "x.md").write_text(HEAD + table, encoding="utf-8")
        _answer(lambda: check_file(Path(folder) / "x.md"))


def read_template(data: bytes) -> None:
    """Check a template whose main part, or whole package, the bytes are."""
    profile = load_profile("nha-nuoc-nd30-2020")
    sound = (ROOT / "templates" / profile.id / "ke-hoach" / "template.docx").read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.docx"
        path.write_bytes(data if data[:2] == b"PK" else _with_part(sound, "word/document", data))
        _answer(lambda: check_template(path, profile))


READERS: dict[str, Callable[[bytes], None]] = {
    "markdown": read_markdown,
    "yaml": read_yaml,
    "json": read_json,
    "xlsx": read_xlsx,
    "csv": read_csv,
    "template": read_template,
}


def _words(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _answer(read: Callable[[], object]) -> None:
    """Let a reader answer; raises AssertionError where the program itself fails, or takes too long."""
    start = time.monotonic()
    try:
        failure = getattr(read(), "failure", None)
    except TtdnError:
        failure = None
    if failure:
        raise AssertionError("E900") from failure.__cause__
    if time.monotonic() - start > LONGEST:
        raise AssertionError(f"more than {LONGEST} s")


def _workbook() -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in (["Tên", "Số"], ["A", 1.5], ["B", 2]):
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def _with_part(package: bytes, name: str, data: bytes) -> bytes:
    """Return a package with other bytes in the part whose path holds a name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, data if name in part and part.endswith(".xml") else old.read(part))
    return out.getvalue()


def _seeds(target: str) -> list[bytes]:
    if target in ("markdown", "yaml"):
        base = (ROOT / "tests" / "slips" / "base.md").read_bytes().split(b"---\n")
        return [base[1] if target == "yaml" else base[2]]
    if target == "json":
        keys = {"loai": "ke-hoach", "so": 1.5, "noi_nhan": ["a", None], "bang": {"t": {"hang": [["x", 2]]}}}
        return [json.dumps(keys | {"noi_dung": "# A\n\n[bang: t]"}, ensure_ascii=False).encode()]
    if target == "csv":
        return ["Tên;Số\nA;1.234,5\nB;2\nTổng;1.236,5\n".encode(), b'\xef\xbb\xbfsep=,\na,b\n"x\ny",1.5\n']
    name, package = ("sheet1", _workbook()) if target == "xlsx" else ("word/document.xml", b"")
    if not package:
        package = (ROOT / "templates" / "nha-nuoc-nd30-2020" / "ke-hoach" / "template.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return [archive.read(part) for part in archive.namelist() if name in part] + [package]


def change(seed: bytes, chance: random.Random) -> bytes:
    """Return bytes with a few of them cut, doubled or replaced, or a new text of our signs."""
    if chance.random() < 0.5:
        pool = [*PIECES, *SIGNS]
        return "".join(chance.choice(pool) for _ in range(chance.randint(1, 40))).encode()
    data = bytearray(seed)
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(data) + 1), chance.randint(0, 12)
        piece = chance.choice([*PIECES, *SIGNS]).encode()
        data[at : at + length] = chance.choice([b"", piece, bytes(data[at : at + length]) * 2])
    return bytes(data)


def run_at_random(target: str, seconds: float, count: int, seed: int) -> int:
    """Feed a reader until the time or the count is over; returns how many inputs were answered."""
    chance, end, done, seeds = random.Random(seed), time.monotonic() + seconds, 0, _seeds(target)  # noqa: S311
    while done < count and time.monotonic() < end:
        data = change(chance.choice(seeds), chance)
        try:
            READERS[target](data)
        except Exception:
            print(f"{target} after {done}: {data!r}")
            raise
        done += 1
    return done


def run_with_atheris(target: str, seconds: float) -> None:
    """Feed a reader with inputs that follow the branches of the code; does not return."""
    import atheris

    with tempfile.TemporaryDirectory() as corpus:
        for at, seed in enumerate(_seeds(target)):
            (Path(corpus) / str(at)).write_bytes(seed)
        atheris.Setup([sys.argv[0], corpus, f"-max_total_time={int(seconds)}", "-timeout=20"], READERS[target])
        atheris.Fuzz()


def main() -> None:
    """Feed the reader that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=READERS)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--count", type=int, default=sys.maxsize)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--atheris", action="store_true")
    asked = parser.parse_args()
    if asked.atheris:
        run_with_atheris(asked.target, asked.seconds)
    print(asked.target, run_at_random(asked.target, asked.seconds, asked.count, asked.seed), "answered")


if __name__ == "__main__":
    main()
