"""Tells how a command was called wrongly: the error of click goes in, a finding with an example comes out."""

import click

from ..errors import Finding
from ..nearness import ALMOST_EQUAL, find_nearest
from .language import translated


class NumberRange(click.IntRange):
    """A whole number between two bounds, which is shown as people write it: 1900–2100."""

    def _describe_range(self) -> str:
        return f"{self.min}–{self.max}"  # click has 1900<=x<=2100


def explain_usage(error: click.UsageError) -> Finding:
    """Return what is wrong, the nearest name where one is hardly mistaken, and how the command is called."""
    asked = getattr(error, "option_name", "") or getattr(error, "command_name", "")
    offered = {name.lstrip("-"): name for name in getattr(error, "possibilities", None) or ()}
    near = offered.get(find_nearest(asked.lstrip("-"), offered, ALMOST_EQUAL), "")
    problem = error.message if offered else error.format_message()
    command = error.ctx.command if error.ctx else None
    example = translated(command.epilog or "").strip().split("\n", 1)[0] if command else ""
    facts = {
        "problem": problem.rstrip("."),
        "guess": near,
        "command": error.ctx.command_path if error.ctx else "ttdn-draft",
        "example": f". {example}" if example else "",
    }
    return Finding("E001", facts=facts)
