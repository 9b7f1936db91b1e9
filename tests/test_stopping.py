"""Every polite way to stop the program is Ctrl-C; what must not be cut in two is not; nobody need listen to it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from ttdn_draft.stopping import SIGNALS, held, listen

posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals and shells")


@pytest.fixture
def listening() -> Iterator[None]:
    """Listen as the program does, and hear again as the tests do."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)  # under nohup the tests are born deaf to some
    signal.signal(signal.SIGINT, signal.default_int_handler)
    listen()
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_first_signal_interrupts_and_the_next_do_not_disturb(listening: None, name: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(getattr(signal, name))
    for number in SIGNALS:
        signal.raise_signal(number)  # while it clears away


@posix
def test_signal_that_was_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # nohup
    others = {number: signal.getsignal(number) for number in SIGNALS}
    try:
        listen()
        signal.raise_signal(signal.SIGHUP)
    finally:
        for number, handler in (others | {signal.SIGHUP: before}).items():
            signal.signal(number, handler)


@posix
def test_step_that_must_not_be_cut_is_done_before_the_signal_is_obeyed(listening: None) -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), held():
        signal.raise_signal(signal.SIGTERM)
        done.append("all")
    assert done == ["all"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.md").write_text(HEAD + BODY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shell(command: str) -> "subprocess.CompletedProcess[str]":
    program = f"'{sys.executable}' -m ttdn_draft"
    words = ["sh", "-c", command.replace("PROGRAM", program)]
    return subprocess.run(words, capture_output=True, text=True, check=False)


@posix
@pytest.mark.parametrize("streams", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams_change_neither_result_nor_exit_code(here: Path, streams: str) -> None:
    done = shell(f"PROGRAM render a.md {streams}")
    assert done.returncode == 0 and "Traceback" not in done.stderr and "E900" not in done.stderr
    assert (here / "a.docx").read_bytes().startswith(b"PK")
    assert shell(f"PROGRAM check không-có.md {streams}").returncode == 1
    assert shell(f"PROGRAM không-có {streams}").returncode == 2


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_or_broken_stderr_changes_no_exit_code(here: Path) -> None:
    assert shell("PROGRAM không-có 2>/dev/full").returncode == 2
    assert shell("PROGRAM render không-có.md 2>/dev/full").returncode == 1


@posix
@pytest.mark.parametrize("command", ["calendar --nam 2027", "--help", "render không-có.md"])
def test_reader_that_goes_away_is_no_fault(here: Path, command: str) -> None:
    done = shell(f"{{ PROGRAM {command}; echo $? >code; }} 2>&1 | head -c 0")
    assert done.stderr == "" and (here / "code").read_text().strip() == "1"
