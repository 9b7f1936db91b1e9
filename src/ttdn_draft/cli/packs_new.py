"""`ttdn-draft packs new`: writes a new pack, whole or not at all, and says what to do next."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..messages import N_
from ..shell import write_pip
from .language import Command, argument, option, translated
from .parameters import find_province_id_of, refuse_blank
from .report import echo, program_name

if TYPE_CHECKING:
    from ..kit.scaffolding import Target

NEXT_STEPS = N_(
    """Đã tạo gói nội dung của {unit}: {folder}

Làm tiếp:
  1. Mở {file} bằng Notepad, ghi điều riêng của địa phương, mỗi điều một nguồn.
  2. Kiểm tra:        {program} packs check "{folder}"
  3. Xem trong gói:   {program} packs show {id} --packs "{packs}"
  4. Soạn văn bản:    {program} new ke-hoach {asked} --nam 2027 --packs "{packs}"
  5. Dùng trong tệp văn bản: viết {keys}, rồi chạy
     {program} check TỆP --packs "{packs}\""""
)
INSTALL = N_(
    """  6. Hoặc cài như một phần cài thêm, rồi bỏ --packs (dùng một trong hai cách):
     {pip} install "{folder}\""""
)
ONE_PROVINCE = N_("Cho một tỉnh, thành phố: mã, hoặc --tinh.")


@click.command(
    cls=Command,
    help=N_(
        "Tạo gói nội dung mới cho một tỉnh, thành phố, hoặc với --xa cho một xã: thư mục đủ để điền, kiểm tra, cài đặt."
    ),
    epilog=N_("Ví dụ: ttdn-draft packs new son-la"),
)
@argument("id", metavar="ID", required=False)
@option(
    "--tinh",
    "province",
    callback=find_province_id_of,
    metavar="ID",
    help=N_("Mã hoặc tên tỉnh, thành phố, thay cho mã viết trước."),
)
@option(
    "--xa",
    "commune",
    metavar="ID",
    callback=refuse_blank,
    help=N_("Mã hoặc tên xã, phường, đặc khu: gói của xã, nằm trên gói của tỉnh."),
)
@option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help=N_("Thư mục sẽ tạo; mặc định ttdn-pack-MÃ, với --du-lieu là MÃ, ở thư mục này."),
)
@option("--ten", "name", default="", help=N_("Tên gói cho người đọc; mặc định là tên tỉnh, thành phố, xã."))
@option("--du-lieu", "is_data", is_flag=True, help=N_("Chỉ tạo thư mục dữ liệu, không có mã Python và phần cài đặt."))
def new(id: str | None, province: str | None, commune: str, out: Path | None, name: str, is_data: bool) -> None:
    """Write the project of a pack, or its data alone; raises UsageError for no unit of today."""
    from ..kit.scaffolding import build_data, build_project, find_pack_target
    from ..output import write_folder

    if (id is None) == (province is None):
        raise click.UsageError(translated(ONE_PROVINCE))
    target = find_pack_target(province or id or "", commune)
    folder = out or Path(target.id if is_data else target.project)
    write_folder(folder, build_data(target, name) if is_data else build_project(target, name))
    pack = folder if is_data else folder / "src" / target.module
    _tell_next(target, folder, pack, folder if is_data else pack.parent)
    if not is_data:
        echo(
            translated(INSTALL, folder=folder.absolute(), pip=write_pip())
        )  # to pip, a name without a slash is one of its index


def _tell_next(target: "Target", folder: Path, pack: Path, packs: Path) -> None:
    """Print what to do next, in words that can be copied."""
    asked, keys = f"--tinh {target.province.id}", f"tinh: {target.province.id}"
    if target.commune:
        asked, keys = f"{asked} --xa {target.commune.id}", f"{keys}, xa: {target.commune.id}"
    facts = {"unit": target.unit, "folder": folder, "file": pack / "pack.yaml", "id": target.id, "packs": packs}
    echo(translated(NEXT_STEPS, **facts, asked=asked, keys=keys, program=program_name()))
