"""Findings for other programs: what was found in files goes in, one text of SARIF, JUnit or GitHub comes out."""

from collections.abc import Iterable
from importlib import import_module
from typing import TypeAlias

from ...errors import Finding

Results: TypeAlias = Iterable[tuple[str, tuple[Finding, ...]]]

REPORT_FORMATS = ("sarif", "github", "junit")
"""The formats that are written; each is a module of this folder."""


def write_report(form: str, results: Results, language: str) -> str:
    """Return files with their findings in a format; what it needs is loaded for it alone."""
    written: str = getattr(import_module(f".{form}", __package__), f"as_{form}")(results, language)
    return written
