"""A batch that is stopped leaves whole files and no process; `--resume` makes of it what an unbroken run makes."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from ttdn_draft.workers import WorkerLostError, share

ROWS = 150
MOMENTS = int(os.environ.get("TTDN_BATCH_KILLS", "5"))
needs_posix = pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="needs POSIX signals and /proc")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a common part, a table, and all its documents in `xong`, made by one process."""
    folder = tmp_path_factory.mktemp("batch")
    (folder / "chung.md").write_text(HEAD + BODY.replace("Nội dung", "Nội dung của [o: ten]"), encoding="utf-8")
    rows = [f"{number};xã Số {number}" for number in range(1, ROWS + 1)]
    (folder / "bang.csv").write_text("\n".join(["so;ten", *rows]), encoding="utf-8")
    assert start(folder, "xong", "-j", "1").wait() == 0
    return folder


def start(folder: Path, out: str, *more: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "ttdn_draft", "batch", "chung.md", "--bang", "bang.csv", "-o", out, *more]
    return subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def read_documents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.docx")}


def list_group(group: int) -> list[int]:
    """Return the processes that are left of a group."""

    def group_of(process: Path) -> int:
        try:
            return int(process.joinpath("stat").read_text().rpartition(")")[2].split()[2])
        except (OSError, ValueError, IndexError):
            return 0

    return [int(p.name) for p in Path("/proc").iterdir() if p.name.isdecimal() and group_of(p) == group]


def wait_for_end(group: int) -> list[int]:
    limit = time.monotonic() + 30
    while (left := list_group(group)) and time.monotonic() < limit:
        time.sleep(0.05)
    return left


@needs_posix
def test_killed_at_any_moment_leaves_whole_files_which_a_resumed_run_completes(whole: Path) -> None:
    made = read_documents(whole / "xong")
    assert len(made) == ROWS
    rng = random.Random()  # noqa: S311 - any moment will do
    for _ in range(MOMENTS):
        running = start(whole, "dut", "-j", "2", "--resume")
        time.sleep(rng.uniform(0.3, 2.5))
        running.kill()
        running.wait()
        assert wait_for_end(running.pid) == []
        present = read_documents(whole / "dut")
        assert present.items() <= made.items()
    assert start(whole, "dut", "-j", "2", "--resume").wait() == 0
    assert read_documents(whole / "dut") == made
    assert list((whole / "dut").glob(".ttdn-*.tmp")) == []


@needs_posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_polite_signal_ends_all_processes_and_leaves_nothing_half_made(whole: Path, number: signal.Signals) -> None:
    out = f"lich-su-{number}"
    running = start(whole, out, "-j", "2")
    limit = time.monotonic() + 60
    while not list(whole.joinpath(out).glob("*.docx")) and running.poll() is None and time.monotonic() < limit:
        time.sleep(0.02)
    running.send_signal(number)
    running.wait(30)
    assert wait_for_end(running.pid) == []
    assert read_documents(whole / out).items() <= read_documents(whole / "xong").items()
    assert list((whole / out).glob(".ttdn-*.tmp")) == []


# the processes themselves


def begin_squares(_setup: int) -> Callable[[int], int]:
    def square(number: int) -> int:
        if number == 13:
            raise ValueError("13")
        if number == 99:
            os._exit(1)
        return number * number

    return square


def numbers_told(told: list[int], count: int) -> Iterator[int]:
    for number in range(count):
        told.append(number)
        yield number


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_their_tasks(jobs: int) -> None:
    assert list(share(begin_squares, 0, range(12), jobs)) == [number**2 for number in range(12)]


def test_tasks_are_taken_as_they_are_needed() -> None:
    told: list[int] = []
    with closing(share(begin_squares, 0, numbers_told(told, 12), 2)) as results:
        assert next(results) == 0
        assert len(told) < 12


def test_fault_of_a_task_is_raised_where_it_was_asked() -> None:
    with pytest.raises(ValueError, match="13"):
        list(share(begin_squares, 0, range(12, 15), 2))


def test_process_that_is_lost_is_told() -> None:
    with pytest.raises(WorkerLostError):
        list(share(begin_squares, 0, [99], 2))
