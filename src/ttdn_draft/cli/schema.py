"""`ttdn-draft schema`: prints a schema by its name, for editors that say what a key means and what is wrong."""

import json
from pathlib import Path

import click

from ..errors import UsageError
from ..messages import N_
from ..nearness import find_nearest
from .command_list import HELPS
from .language import Command, argument, option, translated
from .pack_options import make_plugins, plugin_option
from .report import echo

SCHEMA_WRITTEN = N_("Đã ghi: {file}")


@click.command(
    cls=Command,
    help=HELPS["schema"],
    epilog=N_("Ví dụ: ttdn-draft schema input -o input.schema.json"),
)
@argument("name", metavar="NAME", required=False)
@option("-o", "--out", type=click.Path(path_type=Path), help=N_("Ghi vào tệp .json này; bỏ trống thì in ra."))
@option("--force", is_flag=True, help=N_("Ghi đè tệp kết quả đã có."))
@plugin_option
def schema(name: str | None, out: Path | None, force: bool, no_plugins: bool) -> None:
    """Print a schema, or the names of all."""
    from ..output import check_target, write_whole
    from ..validate.schema_names import SCHEMA_NAMES, get_schema

    if name is None:
        for known, meaning in SCHEMA_NAMES.items():
            echo(f"{known}  {translated(meaning)}")
        return
    if name not in SCHEMA_NAMES:
        raise UsageError("E745", name=name, guess=find_nearest(name, SCHEMA_NAMES), known=", ".join(SCHEMA_NAMES))
    text = json.dumps(get_schema(name, make_plugins(no_plugins).kinds.things), ensure_ascii=False, indent=2)
    if out is None:
        echo(text)
        return
    check_target(out, force, ".json")
    write_whole(out, f"{text}\n".encode(), force)
    echo(translated(SCHEMA_WRITTEN, file=out))
