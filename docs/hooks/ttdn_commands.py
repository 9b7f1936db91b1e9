"""Brings the command `ttdn-draft dem-chu FILE`, which counts the words of an input file."""

from pathlib import Path

import click

from ttdn_draft.api import hookimpl


@click.command("dem-chu", help="Đếm số chữ của một tệp đầu vào.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def count_words(file: Path) -> None:
    """Print the number of words."""
    click.echo(len(file.read_text(encoding="utf-8").split()))


@hookimpl
def ttdn_commands() -> list[click.Command]:
    """Return the command."""
    return [count_words]
