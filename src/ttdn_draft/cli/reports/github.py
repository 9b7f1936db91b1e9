"""Annotations of GitHub Actions: findings go in, one line of a workflow command for each comes out."""

from collections.abc import Iterable

from ...errors import Finding

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def as_github(results: Iterable[tuple[str, tuple[Finding, ...]]], language: str) -> str:
    """Return the findings as workflow commands, in the order of the files."""
    return "\n".join(_command(finding, language) for _, findings in results for finding in findings)


def _command(finding: Finding, language: str) -> str:
    place = finding.place
    named = {"file": place.file, "line": place.line, "col": place.column if place.line else 0, "title": finding.id}
    properties = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in named.items() if value)
    return f"::{LEVELS[finding.severity]} {properties}::{finding.sentence(language).translate(_DATA)}"
