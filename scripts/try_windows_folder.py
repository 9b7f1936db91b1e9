"""Tries the folder for Windows as a person would: its zip goes in, a line for each command and what differed come out.

    python scripts/try_windows_folder.py ttdn-draft-windows.zip

Runs on Windows, and elsewhere where wine is installed (`wine64`, without a screen); where it is not, it
says so and ends with 0. The documents must be, byte for byte, what this Python makes of the same inputs.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]
WINE = ("wine64", "/usr/lib/wine/wine64", "wine")
UNPACKED = "Thư mục thử (có dấu)"
DRAFT, SAMPLE = "hướng dẫn 2027.md", "thử nghiệm/huong-dan.md"
COMMANDS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (0, ("--help",)),
    (0, ("demo", "-o", "thử nghiệm")),
    (0, ("new", "huong-dan", "--tinh", "cao-bang", "--nam", "2027", "-o", DRAFT)),
    (0, ("new", "ke-hoach", "--tinh", "son-la", "--xa", "Mộc Sơn", "--nam", "2027", "-o", "kế hoạch xã.md")),
    (0, ("check", "thử nghiệm/*.md")),
    (0, ("check", DRAFT)),
    (0, ("render", "thử nghiệm/*.md", "-o", "xuất ra")),
    (0, ("cite", "45-CT/TW")),
    (0, ("calendar", "--nam", "2027", "--tinh", "cao-bang")),
    (0, ("packs", "list")),
    (0, ("rule", "spaces")),
    (1, ("check", "không có.md")),
)


def main() -> int:
    runner = find_runner()
    if runner is None:
        print("not tried: neither Windows nor wine is here")
        return 0
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / UNPACKED
        with ZipFile(sys.argv[1]) as archive:
            archive.extractall(folder)
        (folder / "xuất ra").mkdir()
        program = [*runner, *find_program(folder)]
        faults = [*try_commands(folder, program), *compare(folder, Path(scratch)), *try_page(folder, program)]
    print(*faults, sep="\n")
    print(f"{len(COMMANDS)} commands and the page, {len(faults)} faults")
    return min(len(faults), 1)


def find_runner() -> list[str] | None:
    """Return what runs a program for Windows; nothing before it on Windows itself."""
    if os.name == "nt":
        return []
    found = next(filter(None, map(shutil.which, WINE)), None)
    return [found] if found else None


def find_program(folder: Path) -> list[str]:
    home = folder / "ttdn-draft"
    return [str(home / "python" / "python.exe"), "-X", "utf8", str(home / "lenh" / "ttdn-draft.py")]


def try_commands(folder: Path, program: list[str]) -> Iterator[str]:
    """Yield what went otherwise than on Linux: another exit code, a traceback."""
    for code, arguments in COMMANDS:
        done = subprocess.run(
            [*program, *arguments], cwd=folder, env=surround(folder), stdin=subprocess.DEVNULL, capture_output=True
        )
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        print(done.returncode, " ".join(arguments))
        if done.returncode != code or "Traceback" in said:
            yield f"{' '.join(arguments)}: exit code {done.returncode}, not {code}\n{said[-2000:]}"


def surround(folder: Path) -> dict[str, str]:
    return {**os.environ, "WINEDEBUG": "-all", "WINEPREFIX": str(folder.parent / "wine")}


def try_page(folder: Path, program: list[str]) -> Iterator[str]:
    """Yield what the page does otherwise than the command line: it opens, saves and exports a draft."""
    began = time.monotonic()
    running = subprocess.Popen(
        [*program, "page", "xuất ra", "--no-browser"],
        cwd=folder,
        env=surround(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        first = running.stdout.readline().decode("utf-8", "replace") if running.stdout else ""
        found = re.search(r"127\.0\.0\.1:(\d+)/#k=([\w-]+)", first)
        if found is None:
            rest = running.communicate(timeout=60)[0].decode("utf-8", "replace")
            yield f"page: does not start\n{first}{rest[-2000:]}"
            return
        print("page answers after", f"{time.monotonic() - began:.1f} s")
        yield from use_page(folder, PageCalls(int(found[1]), found[2]))
    finally:
        running.kill()
        running.wait()


class PageCalls:
    """Calls the page as its screen does."""

    def __init__(self, port: int, token: str) -> None:
        self.site, self.port = f"http://127.0.0.1:{port}", port
        self.headers = {"Origin": self.site, "X-Ttdn-Draft": token, "Content-Type": "application/json"}

    def __call__(self, name: str, **value: Any) -> tuple[int, Any]:
        """Return the status and the answer of a call."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=120)
        line.request("POST", f"/api/{name}", json.dumps(value), self.headers)
        answer = line.getresponse()
        return answer.status, json.loads(answer.read())


def use_page(folder: Path, call: PageCalls) -> Iterator[str]:
    work = folder / "xuất ra"
    shutil.copy(folder / SAMPLE, work / "trên trang.md")
    shutil.copy(folder / SAMPLE, work / "so với.md")
    run_here(("render", "so với.md"), work)
    status, opened = call("mo", path="trên trang.md")
    if status != 200:
        yield f"page: does not open a draft: {opened}"
        return
    text, version = opened["text"], opened["phien_ban"]
    wanted = {
        "luu": (200, call("luu", path="trên trang.md", text=text, phien_ban=version)),
        "luu of an old version": (409, call("luu", path="trên trang.md", text=text, phien_ban="0")),
        "mo of another folder": (403, call("mo", path=f"../{DRAFT}")),
        "mo of a device": (403, call("mo", path="CON.md")),
        "thu-muc of another machine": (403, call("thu-muc", folder="\\\\server\\share")),
        "xuat": (200, call("xuat", path="trên trang.md", text=text)),
    }
    for name, (code, (status, said)) in wanted.items():
        print(status, "page:", name)
        if status != code:
            yield f"page: {name}: {status}, not {code}: {said}"
    made, same = work / "trên trang.docx", work / "so với.docx"
    if not made.exists() or made.read_bytes() != same.read_bytes():
        yield "page: the Word file has not the bytes of the command line"


def compare(folder: Path, scratch: Path) -> Iterator[str]:
    """Yield the files that are not what this Python makes of the same inputs."""
    here = scratch / "here"
    here.mkdir()
    run_here(("new", "huong-dan", "--tinh", "cao-bang", "--nam", "2027", "-o", DRAFT), here)
    for source in sorted((folder / "thử nghiệm").glob("*.md")):
        run_here(("render", str(source), "-o", f"{source.stem}.docx"), here)
    pairs = [(folder / DRAFT, here / DRAFT)]
    pairs += [(folder / "xuất ra" / made.name, made) for made in sorted(here.glob("*.docx"))]
    for there, made in pairs:
        if not there.exists() or there.read_bytes() != made.read_bytes():
            yield f"{there.name}: not the bytes that are made here"


def run_here(arguments: tuple[str, ...], folder: Path) -> None:
    subprocess.run([sys.executable, "-m", "ttdn_draft", *arguments], cwd=folder, check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
