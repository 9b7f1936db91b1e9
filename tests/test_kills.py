"""Whatever ends the program, and whenever: a target is absent, old or whole, and nothing is left behind."""

import os
from pathlib import Path

import pytest

from tests.kills import JOBS, kill_many
from tests.office import needs_office

pytestmark = pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="needs POSIX signals and /proc")
FEW = tuple(job for job in JOBS if job.name in ("render --force", "packs new"))
OFFICE = tuple(job for job in JOBS if job.name == "preview")


def test_killed_while_it_writes_the_program_leaves_nothing(tmp_path: Path) -> None:
    results = list(kill_many(tmp_path, 10, FEW))
    assert [(r.job, r.signal, r.step, r.broken) for r in results if r.broken] == []
    assert {r.signal for r in results} == {"SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"}


@needs_office
def test_killed_while_the_office_works_the_program_leaves_neither_files_nor_processes(tmp_path: Path) -> None:
    results = list(kill_many(tmp_path, 8, OFFICE))
    assert [(r.job, r.signal, r.step, r.broken) for r in results if r.broken] == []
    assert {("start", "SIGKILL"), ("running", "SIGINT")} <= {(r.step, r.signal) for r in results}
