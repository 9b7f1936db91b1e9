"""Measures what one waits for at the page: its start, the look at a draft after a key, and its pages drawn anew.

    python benchmarks/page.py [ROUNDS]

The draft is what `compose` makes for Cao Bằng: more than a hundred blocks, about ten pages. The start is that of a new
process until the first page and its first call are answered; pages are drawn by LibreOffice where it is there.
"""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import httpx
from measuring import spent

from ttdn_draft.api import compose, draw_pages, look, open_shelf
from ttdn_draft.pages import find_office

ADDRESS = re.compile(r"(?P<base>http://\S+)/#k=(?P<token>\S+)")


def start(folder: Path) -> tuple[float, float]:
    """Return the wall time in ms until the first page and its first call are answered; no CPU time is known."""
    begun = perf_counter()
    command = [sys.executable, "-m", "ttdn_draft", "page", str(folder), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as running:  # noqa: S603 - our own
        try:
            found = ADDRESS.search(running.stdout.readline() if running.stdout else "")
            if not found:
                raise SystemExit("the page did not start")
            headers = {"Origin": found["base"], "X-Ttdn-Draft": found["token"]}
            httpx.get(f"{found['base']}/").raise_for_status()
            httpx.post(f"{found['base']}/api/bat-dau", json={}, headers=headers).raise_for_status()
            return 0.0, (perf_counter() - begun) * 1000
        finally:
            running.kill()


def tell(name: str, work: Callable[[], tuple[float, float]], rounds: int) -> None:
    times = [work() for _ in range(rounds)]
    cpu, wall = (median(values) for values in zip(*times, strict=True))
    print(f"{name:44} CPU {cpu:8.1f} ms  wall {wall:8.1f} ms")


def main(rounds: int = 10) -> None:
    text = compose("huong-dan", "cao-bang", 2027, day=date(2027, 1, 15)).text
    shelf = open_shelf()
    print(f"{len(look(text, shelf=shelf).blocks)} blocks, {rounds} rounds")
    with TemporaryDirectory() as folder:
        tell("start to the first page and call", lambda: start(Path(folder)), rounds)
        tell("look after a key", lambda: spent(lambda: look(text, shelf=shelf)), rounds)
        if find_office():
            profile = Path(folder) / "office"
            draw_pages(text, shelf=shelf, profile=profile)
            tell("pages drawn anew", lambda: spent(lambda: draw_pages(text, shelf=shelf, profile=profile)), rounds)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
