"""The options that say where packs are looked for, and the shelf that they make."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import PackError, Place, UsageError
from ..messages import N_
from .language import option

if TYPE_CHECKING:
    from ..knowledge.citations import CitationTable
    from ..knowledge.pack import Pack
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


def take_pack(shelf: "PackShelf", id: str) -> "Pack":
    """Return the pack of an id; raises UsageError where there is none, PackError where it is broken or not alone."""
    pack, findings = shelf.load(id, Path(), Place())
    if pack is None:
        raise (UsageError if findings[0].id == "E601" else PackError).of(findings)
    return pack


def take_citations(shelf: "PackShelf", id: str) -> "CitationTable":
    """Return what may be cited with a pack that `take_pack` has given; raises PackError where its list is broken."""
    table, findings = shelf.load_citations(id, Path(), Place())
    if table is None:
        raise PackError.of(findings)
    return table
