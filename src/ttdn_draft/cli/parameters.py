"""The types of parameters that several commands share: words of the command line go in, values come out."""

import click

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])
STANDARD = click.Choice(["dang", "nha-nuoc"])
