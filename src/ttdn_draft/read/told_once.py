"""Keeps what is told once for many lines: findings of each form go in, the first of each comes out with the lines."""

from collections.abc import Iterator
from dataclasses import field, replace

from ..characters import list_lines
from ..errors import Finding
from ..records import dataclass


@dataclass
class ToldOnce:
    """The first finding of each form of lines, and the lines of the further ones."""

    first: dict[str, Finding] = field(default_factory=dict)
    further: dict[str, list[int]] = field(default_factory=dict)

    def add(self, form: str, finding: Finding) -> None:
        """Keep a finding of a form."""
        if form in self.first:
            self.further[form].append(finding.place.line)
        else:
            self.first[form], self.further[form] = finding, []

    def close(self) -> Iterator[Finding]:
        """Yield the findings, each with the further lines that it is told for."""
        for form, finding in self.first.items():
            told = list_lines(self.further[form])
            yield replace(finding, facts={**finding.facts, "also": told}) if told else finding
