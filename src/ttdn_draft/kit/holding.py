"""Holds Word templates against profiles: a template and profiles go in, what is wrong under the nearest comes out."""

from collections.abc import Sequence
from pathlib import Path

from ..check.own_template import compare_template
from ..errors import Finding, Place, has_errors, sort_findings
from ..knowledge.standards.profile import Profile
from ..knowledge.standards.profiles import list_profiles, load_profile
from ..plugins.registry import Plugins
from ..render import check_template


def list_held_profiles(name: str | None, plugins: Plugins) -> list[Profile]:
    """Return the profile of a name, without one all that there are; raises UsageError for an unknown name."""
    names = [name] if name else list_profiles(plugins.profiles)
    return [load_profile(name, None, plugins.profiles) for name in names]


def hold_against_nearest(file: Path, profiles: Sequence[Profile], plugins: Plugins) -> tuple[Finding, ...]:
    """Return what is wrong with a template under the profile that it departs from least, and which that is."""
    found = [(p, (*check_template(file, p, plugins.filters), *compare_template(file, p))) for p in profiles]
    nearest, findings = min(found, key=lambda pair: (has_errors(pair[1]), len(pair[1])))
    is_compared = len(profiles) > 1 and not has_errors(findings)
    told = [Finding("N447", Place(str(file)), {"profile": nearest.id})] if is_compared else []
    return sort_findings([*findings, *told])
