"""The options that say where packs are looked for, and the shelf that they make."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..messages import N_
from .language import option

if TYPE_CHECKING:
    from ..plugins import PackShelf


def pack_options(command: Any) -> Any:
    """Add --packs and --no-plugins to a command."""
    folders = option(
        "--packs",
        "folders",
        type=click.Path(path_type=Path),
        multiple=True,
        help=N_("Thư mục gói nội dung, hoặc thư mục chứa nhiều gói; viết được nhiều lần."),
    )
    switch = option("--no-plugins", is_flag=True, help=N_("Không nạp các phần cài thêm."))
    return folders(switch(command))


def make_shelf(folders: tuple[Path, ...], no_plugins: bool) -> "PackShelf":
    """Return the packs that options and environment lead to."""
    from ..plugins import PackShelf
    from ..plugins.sources import allows_plugins, list_folders

    return PackShelf(list_folders(folders, os.environ), not no_plugins and allows_plugins(os.environ))
