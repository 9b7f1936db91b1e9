"""Findings for other programs: what was found in files goes in, one text of SARIF, JUnit or GitHub comes out."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from ...errors import Finding
from .github import as_github
from .junit import as_junit
from .sarif import as_sarif

Results: TypeAlias = Iterable[tuple[str, tuple[Finding, ...]]]

WRITERS: Mapping[str, Callable[[Results, str], str]] = {"sarif": as_sarif, "github": as_github, "junit": as_junit}
"""What writes each format: files with their findings and a language go in, a text comes out."""
