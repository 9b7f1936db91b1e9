"""The years that a document is about: a manuscript goes in, those of its subject come out."""

from .manuscript import Manuscript


def list_subject_years(text: Manuscript) -> tuple[int, ...]:
    """Return every year that the subject names; those of a span are all of it."""
    found = [p for p in text.mentions.periods if p.passage.zone == "subject" and not p.is_quoted]
    spans = [(first, last) for first, last in (p.years for p in found) if first and last and first <= last]
    return tuple(sorted({year for first, last in spans for year in range(first, last + 1)}))


def find_one_year(text: Manuscript) -> int | None:
    """Return the one year that the subject names; nothing where it names several, or none."""
    years = list_subject_years(text)
    return years[0] if len(years) == 1 else None
