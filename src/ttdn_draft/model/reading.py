"""What was read of something: a value, and beside it what is wrong with it."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from ..errors import Finding

T = TypeVar("T")
U = TypeVar("U")


class Reading(NamedTuple, Generic[T]):
    """A value and its findings: None stands for a value that the findings forbid, what may be used despite them stays.

    It can be taken apart: `pack, findings = read_pack(folder)`.
    """

    value: T
    findings: tuple[Finding, ...] = ()


def convert_value(reading: Reading[T | None], convert: Callable[[T], U]) -> Reading[U | None]:
    """Return a reading with its value converted; where there is none, it stays so."""
    return Reading(None if reading.value is None else convert(reading.value), reading.findings)
