"""Holds a Source against the schema: a Source goes in, a Draft or the findings that forbid it come out."""

from ..errors import Finding, has_errors
from ..model import Draft, Source
from .draft import build_draft
from .schema import check_schema

__all__ = ["validate"]


def validate(source: Source) -> tuple[Draft | None, tuple[Finding, ...]]:
    """Return the typed draft, or None with everything that is wrong with the data."""
    if not isinstance(source.data, dict):
        return None, ()
    findings = check_schema(source)
    if has_errors(findings):
        return None, tuple(findings)
    return build_draft(source)
