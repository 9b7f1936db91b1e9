"""`ttdn-draft packs new`: writes a new pack, whole or not at all, and says what to do next."""

from pathlib import Path

import click

from ..messages import N_
from ..shell import write_pip
from .language import Command, argument, option, translated
from .report import echo, program_name

NEXT_STEPS = N_(
    """Đã tạo gói nội dung của {unit}: {folder}

Làm tiếp:
  1. Mở {file} bằng Notepad, ghi điều riêng của địa phương, mỗi điều một nguồn.
  2. Kiểm tra:        {program} packs check "{folder}"
  3. Dùng trong tệp văn bản: viết tinh: {id}, rồi chạy
     {program} check TỆP --packs "{packs}\""""
)
INSTALL = N_(
    """  4. Hoặc cài như một phần cài thêm, rồi bỏ --packs (dùng một trong hai cách):
     {pip} install "{folder}\""""
)


@click.command(
    cls=Command,
    help=N_("Tạo gói nội dung mới cho một tỉnh, thành phố: thư mục đủ để điền, kiểm tra, cài đặt."),
    epilog=N_("Ví dụ: ttdn-draft packs new son-la"),
)
@argument("id", metavar="ID")
@option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help=N_("Thư mục sẽ tạo; mặc định ttdn-pack-MÃ, với --du-lieu là MÃ, ở thư mục này."),
)
@option("--ten", "name", default="", help=N_("Tên gói cho người đọc; mặc định là tên tỉnh, thành phố."))
@option("--du-lieu", "is_data", is_flag=True, help=N_("Chỉ tạo thư mục dữ liệu, không có mã Python và phần cài đặt."))
def new(id: str, out: Path | None, name: str, is_data: bool) -> None:
    """Write the project of a pack, or its data alone; raises UsageError for no province of today."""
    from ..kit.scaffolding import build_data, build_project, find_unit, module_name, project_name
    from ..output import write_folder

    unit = find_unit(id)
    folder = out or Path(unit.id if is_data else project_name(unit))
    write_folder(folder, build_data(unit, name) if is_data else build_project(unit, name))
    pack = folder if is_data else folder / "src" / module_name(unit)
    facts = {"unit": unit.full_name, "folder": folder, "file": pack / "pack.yaml", "id": unit.id}
    echo(translated(NEXT_STEPS, **facts, packs=folder if is_data else pack.parent, program=program_name()))
    if not is_data:
        echo(
            translated(INSTALL, folder=folder.absolute(), pip=write_pip())
        )  # to pip, a name without a slash is one of its index
