"""Judges many input files: files go in, each of them after the checks comes out; in several processes where asked."""

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path

from ..packs import PackShelf
from ..records import dataclass
from ..word_check import judge_file
from ..workers import in_handfuls, share
from .judged import Judged, judge_input

MANY = 20  # files that go together to one process


@dataclass(frozen=True)
class JudgingSetup:
    """Where packs are looked for, and which rules are asked for by name."""

    packs: tuple[Path, ...] = ()
    has_plugins: bool = False
    asked: frozenset[str] = frozenset()


def begin_judging(setup: JudgingSetup) -> "Judging":
    """Return what judges files, as a process of its own begins it."""
    return Judging(setup)


@dataclass
class Judging:
    """Judges one handful of files after the other."""

    setup: JudgingSetup
    shelf: PackShelf = field(init=False)

    def __post_init__(self) -> None:
        self.shelf = PackShelf(self.setup.packs, self.setup.has_plugins)

    def __call__(self, files: Sequence[Path]) -> list[Judged]:
        """Return files after the checks; lines are kept where a finding is shown in them."""
        judged = (judge_input(judge_file(file, self.shelf, self.setup.asked)) for file in files)
        return [one if one.findings else replace(one, lines=()) for one in judged]


def judge_many(files: Sequence[Path], setup: JudgingSetup, jobs: int) -> Iterator[list[Judged]]:
    """Yield files after the checks, some at a time, in their order."""
    return share(begin_judging, setup, in_handfuls(files, MANY, jobs), jobs)
