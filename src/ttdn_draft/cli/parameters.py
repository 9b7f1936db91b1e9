"""The types of parameters that several commands share: words of the command line go in, values come out."""

from collections.abc import Iterable

import click

from ..errors import SEVERITIES, Finding, UsageError
from ..knowledge.standards.spelling import STANDARDS
from ..messages import N_
from ..nearness import find_nearest
from ..records import dataclass
from .language import translated

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])
STANDARD_CHOICE = click.Choice(STANDARDS)


def find_province_id_of(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    """Return the id of the province whose name an option was given; anything else as it is."""
    from ..knowledge.places.provinces import find_province_id

    return value if value is None else find_province_id(value)


def refuse_blank(_: click.Context, __: click.Parameter, value: str | None) -> str:
    """Return what an option was given, blank where it was left out; a blank that is typed would mean another body."""
    if value is not None and not value.strip():
        raise click.BadParameter(translated(N_("để trống; viết giá trị, hoặc bỏ tuỳ chọn này")))
    return value or ""


@dataclass(frozen=True)
class Fails:
    """Which findings make a command fail: those of some severities, and those of some rules."""

    severities: frozenset[str]
    rules: frozenset[str] = frozenset()

    def __call__(self, finding: Finding) -> bool:
        """Tell whether a finding fails."""
        return finding.severity in self.severities or finding.id in self.rules


def read_fail_on(_: click.Context, __: click.Parameter, words: str | None) -> Fails | None:
    """Return which findings fail, nothing where that is not said. Raises UsageError for an unknown id."""
    if words is None:
        return None
    from ..messages.catalogue import MESSAGES  # few ask for this, and nothing else needs all of them

    names = [word.strip() for word in words.split(",") if word.strip()]
    for name in sorted({*names} - {*SEVERITIES} - MESSAGES.keys()):
        _require_rule(name)
    return make_fails(names)


def _require_rule(name: str) -> None:
    from ..check.registry import list_rules

    if name not in list_rules():
        raise UsageError("E022", name=name, guess=find_nearest(name, list_rules()))


def make_fails(names: Iterable[str]) -> Fails:
    """Return which findings fail where levels and rules are named; `error` fails too where only rules are."""
    named = set(names)
    least = max((SEVERITIES.index(name) for name in SEVERITIES if name in named), default=0)
    return Fails(frozenset(SEVERITIES[: least + 1]), frozenset(named - {*SEVERITIES}))
