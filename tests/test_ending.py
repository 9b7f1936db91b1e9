"""The process of a command ends at once, and leaves nothing undone that somebody asked for at its end."""

import subprocess
import sys

ASKED = """import atexit, sys, threading
from ttdn_draft.__main__ import run_and_end
{before}
sys.argv = ["ttdn-draft", *{arguments!r}]
run_and_end()
"""


def run(before: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    program = ASKED.format(before=before, arguments=arguments)
    return subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)


def test_the_code_and_all_that_is_printed_are_there() -> None:
    done = run("", "--version")
    assert (done.returncode, done.stderr) == (0, "") and done.stdout.startswith("ttdn-draft")
    done = run("", "check", "khong-co.md")
    assert done.returncode == 1 and "khong-co.md" in done.stderr


def test_what_is_asked_for_at_the_end_is_done_and_its_words_are_printed() -> None:
    done = run("atexit.register(print, 'the end')", "--version")
    assert done.stdout.endswith("the end\n")


def test_a_thread_that_still_runs_is_waited_for() -> None:
    before = "threading.Thread(target=lambda: (threading.main_thread().join(), print('done'))).start()"
    assert run(before, "--version").stdout.endswith("done\n")
