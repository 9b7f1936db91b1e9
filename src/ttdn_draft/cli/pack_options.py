"""The options --packs and --no-plugins: the context of a command goes in, its shelf and its plug-ins come out."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..installed import allows_plugins
from ..messages import N_
from .language import Option, option
from .report import print_findings

if TYPE_CHECKING:
    from ..packs import PackShelf
    from ..plugins.registry import Plugins

SWITCHED_OFF = "ttdn_draft.no_plugins"  # in the context
HELP = N_("Không nạp các phần cài thêm.")


def pack_options(command: Any) -> Any:
    """Add --packs and --no-plugins to a command."""
    folders = option(
        "--packs",
        "folders",
        type=click.Path(path_type=Path),
        multiple=True,
        help=N_("Thư mục gói nội dung, hoặc thư mục chứa nhiều gói; viết được nhiều lần."),
    )
    return folders(plugin_option(command))


def plugin_option(command: Any) -> Any:
    """Add --no-plugins to a command."""
    return option("--no-plugins", is_flag=True, help=HELP)(command)


def make_shelf(folders: tuple[Path, ...], no_plugins: bool) -> "PackShelf":
    """Return the packs that options and environment lead to; a folder without any is told."""
    from ..packs import PackShelf
    from ..packs.sources import list_folders

    warn_of_folders(folders)
    return PackShelf(list_folders(folders, os.environ), are_plugins_on(no_plugins))


def warn_of_folders(folders: tuple[Path, ...]) -> None:
    """Print which of the folders of options and environment hold no pack."""
    from ..packs.found import doubt_folder
    from ..packs.sources import list_asked

    print_findings((doubt for named in list_asked(folders, os.environ) for doubt in doubt_folder(named)), err=True)


def repeat_options(folders: tuple[Path, ...], no_plugins: bool) -> str:
    """Return the options as they are typed again behind a command that is shown."""
    return "".join([*(f' --packs "{folder}"' for folder in folders), " --no-plugins" if no_plugins else ""])


def plugin_switch() -> click.Parameter:
    """Return --no-plugins as it stands before the command, where it goes for everything that is run."""
    return Option(
        ["--no-plugins"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=lambda context, _, value: context.meta.update({SWITCHED_OFF: value}),
        help=HELP,
    )


def make_plugins(no_plugins: bool) -> "Plugins":
    """Return the plug-ins, none where option or environment switch them off."""
    from ..plugins.registry import Plugins

    return Plugins(are_plugins_on(no_plugins))


def are_plugins_on(no_plugins: bool = False) -> bool:
    """Tell whether neither the option, here or before the command, nor the environment switches the plug-ins off."""
    context = click.get_current_context(silent=True)
    is_off = no_plugins or (context is not None and context.meta.get(SWITCHED_OFF, False))
    return not is_off and allows_plugins(os.environ)
