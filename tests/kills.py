"""Kills the real program at the moments when it touches what is temporary, and looks what is left of it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import BODY, HEAD
from ttdn_draft.resources import find_data_folder

# Tells each step that touches what is temporary through one pipe; before the chosen one it waits for the other to close
PAUSING = """
import os, signal, subprocess, sys
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # a job in the background is born deaf
    signal.signal(number, signal.SIG_DFL)
at, tell, wait = map(int, sys.argv[1:4])
del sys.argv[1:4]
passed, is_running = 0, False

def meet(step):
    global passed, is_running
    if step == "running" and is_running:  # it is asked again and again
        return
    is_running |= step == "running"
    passed += 1
    if at and passed > at:  # nobody listens any more
        return
    os.write(tell, step.encode() + b"\\n")
    if passed == at:
        os.read(wait, 1)

def before(function, step):
    def told(*arguments, **names):
        meet(step)
        return function(*arguments, **names)
    return told

STEPS = ("open", "os.link", "os.rename", "os.remove", "os.mkdir", "os.chmod", "os.rmdir", "shutil.rmtree")
def look(event, arguments):
    if event in STEPS and ".ttdn-" in str(arguments):
        meet(event)

sys.addaudithook(look)
os.fsync = before(os.fsync, "os.fsync")
subprocess.Popen.__init__ = before(subprocess.Popen.__init__, "start")
subprocess.Popen.communicate = before(subprocess.Popen.communicate, "running")
from ttdn_draft.__main__ import start
start()
"""
OLD = b"c\xc5\xa9"
POLITE = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


@dataclass(frozen=True)
class Job:
    """A command, what it writes, and whether it replaces what was there."""

    name: str
    arguments: tuple[str, ...]
    targets: tuple[str, ...]
    replaces: bool = False
    needs_office: bool = False


TEMPLATES = tuple(f"dang-hd05-2026/{kind}/template.docx" for kind in ("bao-cao", "huong-dan", "ke-hoach"))
JOBS = (
    Job("render", ("render", "a.md", "-o", "ra/a.docx"), ("ra/a.docx",)),
    Job("render --force", ("render", "a.md", "-o", "ra/a.docx", "--force"), ("ra/a.docx",), True),
    Job("new", ("new", "huong-dan", "--tinh", "cao-bang", "--nam", "2027", "-o", "ra/mới.md"), ("ra/mới.md",)),
    Job("templates build", ("templates", "build", "dang-hd05-2026"), TEMPLATES, True),
    Job("packs new", ("packs", "new", "son-la", "-o", "ra/gói"), ("ra/gói",)),
    Job("calendar", ("calendar", "--nam", "2027", "--output", "ics", "-o", "ra/lịch.ics"), ("ra/lịch.ics",)),
    Job("render --pdf", ("render", "a.md", "-o", "ra/a.docx", "--pdf"), ("ra/a.docx", "ra/a.pdf"), False, True),
    Job("preview", ("preview", "a.md", "-o", "ra", "--dpi", "50", "--force"), ("ra/a-trang-01.png",), True, True),
)


@dataclass
class Result:
    """What came of one kill: where it hit, and every promise that did not hold."""

    job: str
    signal: str
    step: str
    broken: list[str] = field(default_factory=list)


def prepare(folder: Path, job: Job) -> None:
    """Make a folder in which a job finds its input and, where it replaces, old targets."""
    (folder / "ra").mkdir(parents=True)
    (folder / "tạm").mkdir()
    (folder / "a.md").write_text(HEAD + BODY, encoding="utf-8")
    if job.name == "templates build":
        shutil.copytree(find_data_folder("templates") / "dang-hd05-2026", folder / "dang-hd05-2026")
    for target in job.targets if job.replaces else ():
        (folder / target).write_bytes(OLD)


def start(folder: Path, job: Job, at: int = 0) -> "Iterator[subprocess.Popen[bytes] | str | int]":
    """Start a job that stops before its `at`-th step; yield the program, then the steps that it tells."""
    (hears, tell), (wait, go) = os.pipe(), os.pipe()
    command = [sys.executable, "-c", PAUSING, str(at), str(tell), str(wait), *job.arguments]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"TMPDIR": str(folder / "tạm")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(tell, wait),
    ) as program:
        os.close(tell)
        os.close(wait)
        yield program
        with os.fdopen(hears) as steps, os.fdopen(go, "w"):
            for step in steps:
                yield step.strip()


def list_steps(folder: Path, job: Job) -> list[str]:
    """Return the steps of a whole run."""
    prepare(folder, job)
    running = start(folder, job)
    program = next(running)
    steps = [str(step) for step in running]
    assert isinstance(program, subprocess.Popen) and program.wait() == 0
    return steps


def kill(folder: Path, whole: Path, job: Job, at: int, number: signal.Signals, seconds: float = 0) -> Result:
    """Kill a job at a step, `seconds` later where its office runs; then run it again. `whole` is where it once ran."""
    prepare(folder, job)
    running = start(folder, job, at)
    program = next(running)
    assert isinstance(program, subprocess.Popen)
    for _ in range(at):
        step = str(next(running))
    time.sleep(seconds if step == "running" else 0)
    program.send_signal(number)
    running.close()  # lets it go on, and waits for its end
    result = Result(job.name, number.name, step)
    if number in POLITE and program.returncode != 1:
        result.broken.append(f"exit code {program.returncode}")
    result.broken += [f"torn: {target}" for target in job.targets if not is_sound(folder, whole, job, target)]
    if number in POLITE:
        result.broken += find_left(folder)
    result.broken += run_again(folder, whole, job)
    return result


def run_again(folder: Path, whole: Path, job: Job) -> Iterator[str]:
    """Run a job as a person does after it was killed, and tell what does not hold then."""
    if not job.replaces:
        for target in job.targets:
            path = folder / target
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    again = subprocess.run(
        [sys.executable, "-m", "ttdn_draft", *job.arguments],
        cwd=folder,
        env=os.environ | {"TMPDIR": str(folder / "tạm")},
        capture_output=True,
        check=False,
    )
    if again.returncode:
        yield f"next run: {again.stderr.decode()}"
    yield from (f"next run: torn {target}" for target in job.targets if not is_whole(folder, whole, target))
    yield from (f"next run: {left}" for left in find_left(folder))


def is_sound(folder: Path, whole: Path, job: Job, target: str) -> bool:
    """Tell whether a target is absent or old, as it was, or whole."""
    path = folder / target
    is_as_before = path.read_bytes() == OLD if job.replaces and path.is_file() else not os.path.lexists(path)
    return is_as_before or is_whole(folder, whole, target)


def is_whole(folder: Path, whole: Path, target: str) -> bool:
    """Tell whether a target is as an undisturbed run wrote it; a PDF, which holds its moment, has its end."""
    path, model = folder / target, whole / target
    if path.is_dir():
        return read_all(path) == read_all(model)
    if not path.is_file():
        return False
    data = path.read_bytes()
    return data.endswith(b"%%EOF\n") if path.suffix == ".pdf" else data == model.read_bytes()


def read_all(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def find_left(folder: Path) -> list[str]:
    """Return what is temporary in a folder, and the processes that work in it."""
    from tests.pages.test_office import running_in

    files = [f"left: {path.relative_to(folder)}" for path in folder.rglob(".ttdn-*")]
    return (
        files
        + [f"left: {path}" for path in (folder / "tạm").iterdir()]
        + [f"running: {command[:60]}" for command in running_in(folder / "tạm")]
    )


def kill_many(
    folder: Path, count: int, jobs: tuple[Job, ...] = JOBS, seed: int = 0, workers: int = 2
) -> Iterator[Result]:
    """Kill that many times: the jobs and signals in turn, each job at all of its steps in turn."""
    steps = {job: list_steps(folder / f"whole-{index}", job) for index, job in enumerate(jobs)}
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    signals = (*POLITE, signal.SIGKILL)
    quick = [number for number, job in enumerate(jobs) if not job.needs_office]
    once = [*quick, *quick, *(set(range(len(jobs))) - set(quick))]  # those that take seconds come half as often
    turns = [once[index % len(once)] for index in range(count)]

    def kill_one(index: int) -> Result:
        number = turns[index]
        job, whole, place = jobs[number], folder / f"whole-{number}", folder / str(index)
        passes, at = divmod(turns[:index].count(number), len(steps[job]))
        result = kill(place, whole, job, at + 1, signals[(at + passes) % len(signals)], chance.uniform(0, 2))
        shutil.rmtree(place)
        return result

    with ThreadPoolExecutor(workers) as pool:
        yield from pool.map(kill_one, range(count))
