"""`ttdn-draft preview`: makes images of the pages of an input file."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import OutputError, Place, contained, explain_os_error
from ..messages import N_
from .command_list import HELPS
from .language import Command, argument, option
from .pack_options import make_shelf, pack_options
from .report import echo, link, print_cause, print_findings, print_in_short
from .usage import NumberRange

if TYPE_CHECKING:
    from ..api.drawing import Drawing
    from ..pipeline import Checked


@click.command(
    cls=Command,
    help=HELPS["preview"],
    epilog=N_("Ví dụ: ttdn-draft preview huong-dan.md -o xem-truoc"),
)
@argument("file", metavar="FILE", type=click.Path(path_type=Path))
@option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help=N_("Thư mục ghi ảnh, tạo mới nếu chưa có; mặc định là thư mục …-trang cạnh tệp đầu vào."),
)
@option(
    "--dpi",
    type=NumberRange(50, 400),
    default=100,
    show_default=True,
    help=N_("Độ nét của ảnh, tính bằng điểm trên inch."),
)
@option("--template", type=click.Path(path_type=Path), help=N_("Mẫu .docx riêng thay cho mẫu có sẵn."))
@option("--force", is_flag=True, help=N_("Thay mọi ảnh trang cũ của tệp này trong thư mục, xoá trang không còn."))
@option(
    "--output",
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("Dạng kết quả: text cho người đọc; json cho máy, thêm mỗi đoạn in ở trang nào, chỗ nào."),
)
@pack_options
def preview(
    file: Path,
    out: Path | None,
    dpi: int,
    template: Path | None,
    force: bool,
    output: str,
    folders: tuple[Path, ...],
    no_plugins: bool,
) -> int:
    """Write one image for each page and print its path; images of an earlier run are replaced as a whole."""
    from ..output import check_length, make_folder, write_whole
    from ..pipeline import check_file, check_is_input

    shelf = make_shelf(folders, no_plugins)
    check_is_input(file, shelf)
    folder = out or file.with_name(f"{file.stem}-trang")
    for path in (folder, *_name_images(folder, file.stem, [b""])):
        check_length(path)
    old = _find_images(folder, file.stem)
    if old and not force:
        raise OutputError("E010", Place(str(old[0])))
    checked = check_file(file, shelf)
    print_in_short(checked.file, checked.findings)
    if checked.document is None:
        print_cause(checked.failure)
        return checked.exit_code
    drawing = _draw(checked, dpi, template)
    images = _name_images(folder, file.stem, [page.image for page in drawing.pages])
    make_folder(folder)
    for path, image in images.items():
        write_whole(path, image, force)
        if output == "text":
            echo(link(path))
    _remove(path for path in old if path not in images)
    if output == "json":
        echo(_as_json(checked, drawing, images))
    return 0


def _find_images(folder: Path, stem: str) -> list[Path]:
    """Return the images of an earlier run: exactly the names that this command gives."""
    if not folder.is_dir():
        return []
    name = re.compile(re.escape(stem) + r"-trang-\d{2,3}\.png")
    return sorted(path for path in folder.iterdir() if name.fullmatch(path.name) and path.is_file())


def _draw(checked: "Checked", dpi: int, template: Path | None) -> "Drawing":
    """Return the pages of a checked file, and tell where they may differ from paper."""
    from ..api.drawing import Drawing
    from ..pages import check_fonts, check_office

    place = Place(checked.file)
    with contained(checked.file):
        drawing = Drawing.of(checked, dpi, template=template)
        doubts = (*check_office(), *check_fonts(drawing.pdf, place))
    print_findings(doubts, err=True)
    return drawing


def _as_json(checked: "Checked", drawing: "Drawing", images: Iterable[Path]) -> str:
    """Return the pages, and where each text begins on them, as one JSON text."""
    sizes = [(page.width_mm, page.height_mm) for page in drawing.pages]
    pages = [{"file": str(f), "width_mm": w, "height_mm": h} for f, (w, h) in zip(images, sizes, strict=True)]
    spots = [asdict(spot) for spot in drawing.spots]
    return json.dumps({"version": 1, "file": checked.file, "pages": pages, "map": spots}, ensure_ascii=False, indent=2)


def _name_images(folder: Path, stem: str, images: list[bytes]) -> dict[Path, bytes]:
    width = max(2, len(str(len(images))))
    return {folder / f"{stem}-trang-{number:0{width}}.png": image for number, image in enumerate(images, 1)}


def _remove(paths: Iterable[Path]) -> None:
    """Delete the images of pages that no longer exist: they would be taken for pages of this document."""
    for path in paths:
        try:
            path.unlink()
        except OSError as error:
            raise OutputError("E011", Place(str(path)), reason=explain_os_error(error)) from None
