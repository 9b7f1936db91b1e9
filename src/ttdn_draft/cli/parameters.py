"""The types of parameters that several commands share: words of the command line go in, values come out."""

import click

from ..knowledge.standards.spelling import STANDARDS

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])
STANDARD_CHOICE = click.Choice(STANDARDS)
