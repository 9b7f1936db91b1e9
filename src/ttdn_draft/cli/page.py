"""`ttdn-draft page`: opens the page in the browser, in which drafts are written, looked at and exported."""

import os
from importlib.util import find_spec
from pathlib import Path

import click

from ..errors import Finding, UsageError
from ..messages import N_
from .command_list import HELPS
from .language import Command, argument, language, option, translated
from .pack_options import are_plugins_on, pack_options, warn_of_folders
from .report import echo, print_cause, print_findings
from .usage import NumberRange

NEEDED = ("starlette", "uvicorn")
OPENED = N_("Trang đang mở ở: {address}")
TO_END = N_("Thư mục: {folder}. Đóng thẻ trình duyệt, hoặc bấm Ctrl+C ở đây, là chương trình dừng.")
ENDED = N_("Đã dừng. Mọi tệp đã lưu còn trong {folder}.")


@click.command(
    cls=Command,
    help=HELPS["page"],
    epilog=N_("Ví dụ: ttdn-draft page"),
)
@argument("folder", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
@option("--port", type=NumberRange(1024, 65535), help=N_("Số cổng; mặc định chương trình tự chọn."))
@option("--no-browser", is_flag=True, help=N_("Chỉ in địa chỉ, không mở trình duyệt."))
@pack_options
def page(folder: Path | None, port: int | None, no_browser: bool, folders: tuple[Path, ...], no_plugins: bool) -> None:
    """Serve the page until it is closed; raises UsageError where it cannot be served."""
    if not all(map(find_spec, NEEDED)):
        raise UsageError("E902")
    from ..page import PageOptions, find_data_folder_of_page, recall_folder, serve
    from .browsers import open_browser

    warn_of_folders(folders)
    data_folder = find_data_folder_of_page()
    chosen = folder.absolute() if folder else recall_folder(data_folder, language.get())
    hop = data_folder / f"mo-{os.getpid()}.html"

    def tell_start(address: str) -> None:
        echo(translated(OPENED, address=address))
        echo(translated(TO_END, folder=chosen))
        if not no_browser and not open_browser(address, hop):
            print_findings([Finding("W904")], err=True)

    try:
        options = PageOptions(chosen, data_folder, port or 0, folders, are_plugins_on(no_plugins))
        serve(options, tell_start, print_cause)
    finally:
        hop.unlink(missing_ok=True)
    echo(translated(ENDED, folder=chosen))
