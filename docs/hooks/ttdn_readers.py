"""Reads input files written in TOML; what stands under the keys is what a .yaml file would hold."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ttdn_draft.api import hookimpl


def read_toml(path: Path) -> Any:
    """Return the data of a file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


@hookimpl
def ttdn_readers() -> Mapping[str, Callable[[Path], Any]]:
    """Return the reader under the ending of its files."""
    return {".toml": read_toml}
