"""The values of the core of YAML 1.2: a scalar as typed goes in, a text, a number, yes, no or nothing comes out."""

from collections.abc import Callable
from typing import Any

from .patterns import regex
from .yaml_events import Event

CONSTANTS = (
    {"": None, "~": None, "null": None, "Null": None, "NULL": None}
    | dict.fromkeys(("true", "True", "TRUE"), True)
    | dict.fromkeys(("false", "False", "FALSE"), False)
)
INTEGER = regex(r"[-+]?(0|[1-9][0-9]*)")
DECIMAL = regex(r"[-+]?[0-9]+\.[0-9]+")


def read_scalar(event: Event, real: Callable[[str], Any]) -> Any:
    """Return the value of a scalar; `real` makes one of a number with a point."""
    text: str = event.value
    if event.style:
        return text
    if text in CONSTANTS:
        return CONSTANTS[text]
    if INTEGER.fullmatch(text) and len(text) < 19:
        return int(text)
    return real(text) if DECIMAL.fullmatch(text) else text
