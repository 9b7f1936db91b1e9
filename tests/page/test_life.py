"""When the program ends by itself, and that it does so as politely as for Ctrl-C."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.conftest import BODY, HEAD
from tests.office import needs_office
from ttdn_draft.page.life import AFTER_GOODBYE, IN_ALL, SLEEP, Life

HEARING = """import signal, sys
for number in (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])):
    signal.signal(number, signal.SIG_DFL)  # a job in the background is born deaf to some
signal.signal(signal.SIGINT, signal.default_int_handler)
from ttdn_draft.cli import main
main(sys.argv[1:])
"""


class Clock:
    """A clock that a test sets, and looks at each second as the server does."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.life = Life(lambda: self.now)

    def is_over_after(self, seconds: float) -> bool:
        until = self.now + seconds
        while self.now < until:
            self.now = min(self.now + 1, until)
            if self.life.is_over():
                return True
        return False


def test_program_ends_a_while_after_the_last_tab_said_goodbye() -> None:
    clock = Clock()
    clock.life.hear_goodbye()
    assert not clock.is_over_after(AFTER_GOODBYE)
    assert clock.is_over_after(1)


def test_tab_that_goes_on_calling_once_a_minute_keeps_the_program() -> None:
    clock = Clock()
    clock.life.hear_goodbye()
    assert not clock.is_over_after(60)
    clock.life.hear()
    assert not clock.is_over_after(IN_ALL)
    assert clock.is_over_after(1)


def test_night_in_which_the_laptop_sleeps_is_not_counted() -> None:
    clock = Clock()
    clock.life.hear()
    assert not clock.is_over_after(60)
    clock.now += 8 * 60 * 60
    assert not clock.life.is_over()
    assert not clock.is_over_after(IN_ALL - 60)
    assert clock.is_over_after(1)


def test_short_stumble_of_the_machine_is_counted() -> None:
    clock = Clock()
    clock.life.hear_goodbye()
    for _ in range(int(AFTER_GOODBYE / SLEEP) + 1):
        clock.now += SLEEP
        over = clock.life.is_over()
    assert over


@contextmanager
def started(folder: Path, *more: str, data: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the page as a person does, without a browser, and give its address."""
    command = [sys.executable, "-c", HEARING, "page", str(folder), "--no-browser", *more]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment(data)
    )
    try:
        assert running.stdout is not None
        first = running.stdout.readline()
        found = re.search(r"http://\S+", first)
        assert found, first
        yield running, found[0]
    finally:
        running.kill()
        running.communicate()


def environment(data: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    return kept | {"XDG_DATA_HOME": str(data), "LOCALAPPDATA": str(data), "PYTHONUTF8": "1"}


def test_address_is_of_this_machine_and_has_its_secret_behind_the_hash(tmp_path: Path) -> None:
    with started(tmp_path, data=tmp_path) as (_, address), started(tmp_path, data=tmp_path) as (_, other):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/#k=[\w-]{43}", address)
        assert address.rpartition("=")[2] != other.rpartition("=")[2]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX here")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopped_program_ends_well_and_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    temporary = tmp_path / "tạm"
    temporary.mkdir()
    (tmp_path / "a.md").write_text("x", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(temporary))
        with started(tmp_path, data=tmp_path / "d") as (running, _):
            running.send_signal(number)
            out, err = running.communicate(timeout=20)
    assert (running.returncode, err) == (0, "")
    assert str(tmp_path) in out
    assert list(temporary.iterdir()) == []


def test_folder_that_was_chosen_is_the_first_one_of_the_next_start(tmp_path: Path) -> None:
    chosen = tmp_path / "Đối ngoại"
    chosen.mkdir()
    data = tmp_path / "d"
    with started(tmp_path, data=data) as (_, address):
        base, _, token = address.partition("/#k=")
        headers = {"Origin": base, "X-Ttdn-Draft": token}
        httpx.post(f"{base}/api/thu-muc/dat", json={"folder": str(chosen)}, headers=headers).raise_for_status()
    command = [
        sys.executable,
        "-c",
        "from ttdn_draft.page import *; print(recall_folder(find_data_folder_of_page(), 'vi'))",
    ]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment(data), check=True)
    assert told.stdout.strip() == str(chosen)


def test_yesterdays_tab_is_told_that_it_is_of_another_start(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    tokens = []
    for _ in range(2):
        with started(tmp_path, "--port", port, data=tmp_path) as (running, address):
            base, _, token = address.partition("/#k=")
            tokens.append(token)
            headers = {"Origin": base, "X-Ttdn-Draft": tokens[0]}
            answer = httpx.post(f"{base}/api/con-song", json={}, headers=headers)
            running.send_signal(signal.SIGINT)
            running.communicate(timeout=20)
            time.sleep(0.1)
    assert (answer.status_code, answer.json()["cho"], answer.json()["loi"][0]["id"]) == (403, "token", "E906")


@needs_office
@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX here")
def test_program_that_is_stopped_while_pages_are_drawn_takes_the_office_with_it(tmp_path: Path) -> None:
    temporary = tmp_path / "tạm"
    temporary.mkdir()
    (tmp_path / "a.md").write_text(HEAD + BODY, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(temporary))
        with started(tmp_path, data=tmp_path / "d") as (running, address):
            base, _, token = address.partition("/#k=")
            headers = {"Origin": base, "X-Ttdn-Draft": token}
            with pytest.raises(httpx.ReadTimeout):
                asked = {"path": "a.md", "text": HEAD + BODY}
                httpx.post(f"{base}/api/trang", json=asked, headers=headers, timeout=0.8)
            running.send_signal(signal.SIGTERM)
            _, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (0, "")
    assert list(temporary.iterdir()) == []
    assert not [file for file in Path("/proc").glob("[0-9]*/cmdline") if str(temporary) in read_command(file)]


def read_command(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8", "replace")
    except OSError:  # it has just ended
        return ""
