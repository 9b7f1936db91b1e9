"""The types of parameters that several commands share: words of the command line go in, values come out."""

import click

from ..knowledge.standards.spelling import STANDARDS

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])
STANDARD_CHOICE = click.Choice(STANDARDS)


def find_province_id_of(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    """Return the id of the province whose name an option was given; anything else as it is."""
    from ..knowledge.places.provinces import find_province_id

    return value if value is None else find_province_id(value)
