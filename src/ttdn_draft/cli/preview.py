"""`ttdn-draft preview`: makes images of the pages of an input file."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import OutputError, Place, contained, explain_os_error
from ..messages import N_
from .language import Command, argument, option
from .pack_options import make_shelf, pack_options
from .report import echo, link, print_cause, print_findings, print_in_short
from .usage import NumberRange

if TYPE_CHECKING:
    from ..pipeline import Checked


@click.command(
    cls=Command,
    help=N_("Xem trước: xuất từng trang của văn bản thành ảnh PNG (cần LibreOffice; từ bản 24.8 ngắt dòng như Word)."),
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
@pack_options
def preview(
    file: Path,
    out: Path | None,
    dpi: int,
    template: Path | None,
    force: bool,
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
    images = _name_images(folder, file.stem, _draw(checked, dpi, template))
    make_folder(folder)
    for path, image in images.items():
        write_whole(path, image, force)
        echo(link(path))
    _remove(path for path in old if path not in images)
    return 0


def _find_images(folder: Path, stem: str) -> list[Path]:
    """Return the images of an earlier run: exactly the names that this command gives."""
    if not folder.is_dir():
        return []
    name = re.compile(re.escape(stem) + r"-trang-\d{2,3}\.png")
    return sorted(path for path in folder.iterdir() if name.fullmatch(path.name) and path.is_file())


def _draw(checked: "Checked", dpi: int, template: Path | None) -> list[bytes]:
    """Return the pages of a checked file, and tell where they may differ from paper."""
    from ..pages import check_fonts, check_office, make_images, make_pdf
    from ..pipeline import render_checked

    place, document = Place(checked.file), render_checked(checked, template)
    with contained(checked.file):
        pdf = make_pdf(document, place)
        doubts, images = (*check_office(), *check_fonts(pdf, place)), make_images(pdf, dpi, place)
    print_findings(doubts, err=True)
    return images


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
