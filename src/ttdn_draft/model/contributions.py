"""What plug-ins bring under names: filters, readers, commands, profiles, kinds."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Generic, TypeVar

from ..errors import Finding
from ..records import dataclass

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Contributions(Generic[T]):
    """Things by name, who brings each, why a name is refused that two claim, and which plug-ins failed."""

    things: Mapping[str, T] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    clashes: Mapping[str, Finding] = field(default_factory=dict)
    broken: tuple[Finding, ...] = ()

    def explain(self, name: str) -> tuple[Finding, ...]:
        """Return why a name that is asked for may be missing: it is claimed twice, or what was broken brings it."""
        return (self.clashes[name],) if name in self.clashes else self.broken


NOTHING: Contributions[Any] = Contributions()
"""What no plug-in brings."""
