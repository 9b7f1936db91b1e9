"""Measures by turns: works and commands go in, medians of CPU and wall time in ms come out."""

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Times = list[tuple[float, float]]  # CPU and wall, in ms
WARM_UP = 5


def spent(work: Callable[[], object]) -> tuple[float, float]:
    """Return CPU and wall time of a work in this process."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


def spent_by(command: Sequence[str], folder: Path) -> tuple[float, float]:
    """Return CPU and wall time of a command in a folder; it has to succeed."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)  # noqa: S603 - our own
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu * 1000, (time.perf_counter() - wall) * 1000


def take_turns(works: Mapping[str, Callable[[], tuple[float, float]]], rounds: int, warm_up: int) -> dict[str, Times]:
    """Return the times of works, one of each in every round: a machine that slows down slows all."""
    times: dict[str, Times] = {name: [] for name in works}
    for turn in range(rounds + warm_up):
        for name, work in works.items():
            taken = work()
            if turn >= warm_up:
                times[name].append(taken)
    return times


def show(times: Mapping[str, Times], base: str) -> None:
    """Print the medians, and how each CPU time stands to that of the base."""
    of_base = statistics.median(cpu for cpu, _ in times[base])
    for name, taken in times.items():
        cpu, wall = (statistics.median(values) for values in zip(*taken, strict=True))
        least = min(value for value, _ in taken)
        print(f"{name:44} CPU {cpu:8.2f} ms  least {least:8.2f}  wall {wall:8.2f}  {cpu / of_base:6.2f} of {base}")
