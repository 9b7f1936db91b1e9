"""Makes the folder for Windows that needs no Python: embeddable Python, wheels and this repository in, a zip out.

    python scripts/build_windows_folder.py PYTHON.zip SHA256 -o ttdn-draft-windows.zip
    python scripts/build_windows_folder.py --lock

PYTHON.zip is the embeddable package for 64-bit Windows that the makers of Python publish, of the version that the lock
names; its SHA-256 is checked. `--lock` chooses the versions anew and writes windows/requirements.lock. Works on any
system; needs the network and uv (`pip install uv`). The same files give the same bytes.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ROOT = Path(__file__).parents[1]
WINDOWS = ROOT / "scripts" / "windows"
LOCK = WINDOWS / "requirements.lock"
PYTHON = "3.13"
PLATFORM = "x86_64-pc-windows-msvc"
TOP = "ttdn-draft"
"""The one folder in the zip."""
LIBRARY = "lib"
MODULE_PATHS = ("python313.zip", ".", f"..\\{LIBRARY}")
"""Where this Python looks for modules, and nowhere else: not even where the user's own Python keeps its own."""
LANGUAGES = ("root", "vi", "en")
"""Of the languages that babel knows by some hundred files, the ones that the program asks for, with their kin."""
DATE = (1980, 1, 1, 0, 0, 0)
NEEDLESS = ("__pycache__", "bin", "Scripts", "tests", "test")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("python", nargs="?", type=Path)
    parser.add_argument("sha256", nargs="?", type=str.lower)
    parser.add_argument("-o", "--out", type=Path, default=Path("ttdn-draft-windows.zip"))
    parser.add_argument("--lock", action="store_true")
    options = parser.parse_args()
    if options.lock:
        choose_versions()
        return 0
    if not (options.python and options.sha256):
        parser.error("PYTHON.zip and SHA256 are needed")
    found = sha256(options.python.read_bytes()).hexdigest()
    if found != options.sha256:
        print(
            f"{options.python}: SHA-256 is {found}, not {options.sha256}: not the file that was meant", file=sys.stderr
        )
        return 1
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / TOP
        lay_out(folder, options.python, Path(scratch) / "wheels")
        write_zip(folder, options.out)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")
    return 0


def choose_versions() -> None:
    """Write the newest versions that fit, each with the hashes of its files."""
    extras = [f"--extra={name}" for name in ("page", "pdf", "ics")]
    command = ["uv", "pip", "compile", "pyproject.toml", *extras, "--generate-hashes", "--only-binary=:all:"]
    target = [f"--python-version={PYTHON}", f"--python-platform={PLATFORM}", "--upgrade", "--no-header", "--quiet"]
    run([*command, *target, f"--output-file={LOCK}"])


def lay_out(folder: Path, python: Path, wheels: Path) -> None:
    """Put everything into a folder as it will lie on the user's machine."""
    unpack_python(python, folder / "python")
    library = folder / LIBRARY
    place = ["uv", "pip", "install", "--quiet", f"--target={library}", f"--python-version={PYTHON}"]
    place += [f"--python-platform={PLATFORM}", "--only-binary=:all:"]
    run([*place, "--require-hashes", f"--requirements={LOCK}"])
    projects = [ROOT, *sorted((ROOT / "plugins").glob("ttdn-pack-*"))]
    for project in projects:
        run(["uv", "build", "--wheel", "--quiet", f"--out-dir={wheels}", str(project)])
    run([*place, "--no-deps", *map(str, sorted(wheels.glob("*.whl")))])
    trim(library)
    shutil.copytree(WINDOWS, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(LOCK.name))
    for part in ("vi", "assets"):
        shutil.copytree(ROOT / "docs" / part, folder / "tai-lieu" / "docs" / part)
    for name in ("README.vi.md", "CHANGELOG.md", "LICENSE"):
        shutil.copy(ROOT / name, folder / "tai-lieu" / name)
    shutil.copytree(ROOT / "examples", folder / "vi-du", ignore=shutil.ignore_patterns("*.expected.txt"))


def unpack_python(package: Path, folder: Path) -> None:
    """Unpack Python without the folder that some put around it, and tell it where modules lie."""
    with ZipFile(package) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                target = folder / PurePosixPath(info.filename).name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(info))
    [paths] = folder.glob("python*._pth")
    paths.write_text("".join(f"{line}\r\n" for line in MODULE_PATHS), encoding="utf-8", newline="")


def trim(library: Path) -> None:
    """Take out what is never asked for: scripts for the builder's own system, tests, other languages of babel."""
    for path in sorted(library.rglob("*"), reverse=True):
        if path.is_dir() and path.name in NEEDLESS and not (path / "__init__.py").exists():
            shutil.rmtree(path)
    for path in (library / "babel" / "locale-data").glob("*.dat"):
        if path.stem.partition("_")[0] not in LANGUAGES:
            path.unlink()


def write_zip(folder: Path, out: Path) -> None:
    """Write a folder as a zip: files in order, all of one date; batch files end their lines as Windows does."""
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for path in list_files(folder):
            info = ZipInfo(f"{TOP}/{path.relative_to(folder).as_posix()}", DATE)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
            data = path.read_bytes()
            archive.writestr(
                info, end_lines(data) if path.suffix in (".bat", ".txt") and is_ours(path, folder) else data
            )


def list_files(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*") if path.is_file())


def is_ours(path: Path, folder: Path) -> bool:
    return (WINDOWS / path.relative_to(folder)).is_file()


def end_lines(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def run(command: list[str]) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
