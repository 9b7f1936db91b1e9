"""`ttdn-draft demo`: writes a complete example and its Word file, and says what to do next."""

from pathlib import Path

import click

from ..errors import OutputError, Place
from ..messages import N_
from .command_list import HELPS
from .language import Command, option, translated
from .report import echo, program_name

KIND = "huong-dan"
NEXT_STEPS = N_(
    """Văn bản ví dụ để sửa: {source}
Văn bản Word đã xuất:  {target}

Làm tiếp:
  1. Mở tệp Word để xem thể thức.
  2. Mở {source} bằng Notepad, sửa nội dung, lưu lại (mã UTF-8).
  3. Kiểm tra:  {program} check "{source}"
  4. Xuất lại:  {program} render "{source}" --force"""
)


@click.command(
    cls=Command,
    help=HELPS["demo"],
    epilog=N_("Ví dụ: ttdn-draft demo -o vi-du"),
)
@option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default="ttdn-demo",
    show_default=True,
    help=N_("Thư mục để ghi ví dụ; tạo mới nếu chưa có."),
)
@option("--force", is_flag=True, help=N_("Ghi đè ví dụ đã có."))
def demo(out: Path, force: bool) -> None:
    """Write the example and render it."""
    from importlib.resources import as_file

    from ..knowledge.standards.profiles import DEFAULT_PROFILE
    from ..output import check_target, make_folder, write_whole
    from ..pipeline import check_file, render_checked
    from ..resources import find_data_folder

    source, target = out / f"{KIND}.md", out / f"{KIND}.docx"
    with as_file(find_data_folder("templates") / DEFAULT_PROFILE / KIND / "sample.md") as sample:
        document, text = render_checked(check_file(sample)), sample.read_bytes()
    make_folder(out)
    if source.exists() and not force:
        raise OutputError("E010", Place(str(source)))
    check_target(target, force, ".docx")
    write_whole(target, document, force)
    write_whole(source, text, force)
    echo(translated(NEXT_STEPS, source=source, target=target, program=program_name()))
