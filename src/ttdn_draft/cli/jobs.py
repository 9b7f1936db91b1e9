"""How many processes share the work of a command: the option, and what stands for it where it is left out."""

import os
from typing import Any

import click

from ..messages import N_
from .language import option

FEW = 200  # things that one process does before others have begun
MOST = 64


def jobs_option(command: Any) -> Any:
    """Add -j to a command."""
    words = N_("Số tiến trình cùng làm; mặc định: một, hoặc mọi bộ xử lý của máy khi có nhiều tệp.")
    return option("-j", "--jobs", type=click.IntRange(1, MOST), help=words)(command)


def choose_jobs(count: int) -> int:
    """Return how many processes do a number of things."""
    return 1 if count < FEW else min(os.cpu_count() or 1, MOST)
