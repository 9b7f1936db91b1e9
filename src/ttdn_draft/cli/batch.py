"""`ttdn-draft batch`: makes a document of each row of a table."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import UsageError, has_errors
from ..messages import N_
from .command_list import HELPS
from .jobs import choose_jobs, jobs_option
from .language import Command, argument, option
from .pack_options import make_shelf, pack_options
from .progress import Progress
from .report import print_findings

if TYPE_CHECKING:
    from ..batches.running import Batch

A_PATH = click.Path(path_type=Path)


@click.command(
    cls=Command,
    help=HELPS["batch"],
    epilog=N_("Ví dụ: ttdn-draft batch giay-moi.md --bang danh-sach.csv -o giay-moi"),
)
@argument("file", metavar="FILE", type=A_PATH)
@option("--bang", "table", type=A_PATH, help=N_("Bảng .csv, .xlsx hoặc .json; hàng đầu là tên cột."))
@option("--cac-xa", "communes", is_flag=True, help=N_("Mỗi xã, phường, đặc khu của tỉnh là một hàng."))
@option("-o", "--out", type=A_PATH, default=Path(), help=N_("Thư mục nhận kết quả; chưa có thì tạo."))
@option("--ten", "pattern", help=N_('Mẫu tên tệp, ví dụ "{xa}-{loai}.docx"; mặc định: tên tệp chung và số hàng.'))
@jobs_option
@option("--resume", is_flag=True, help=N_("Chỉ làm tệp còn thiếu hoặc đã đổi."))
@option("--template", type=A_PATH, help=N_("Mẫu .docx riêng thay cho mẫu có sẵn."))
@option("--pdf", is_flag=True, help=N_("Ghi thêm tệp .pdf cạnh tệp .docx (cần LibreOffice)."))
@option("--pdf-a", is_flag=True, help=N_("Ghi tệp .pdf theo PDF/A-2b để lưu trữ (thay cho --pdf)."))
@option("--force", is_flag=True, help=N_("Ghi đè tệp kết quả đã có."))
@option(
    "--output",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    help=N_("Dạng báo cáo: text cho người đọc, json hoặc csv cho máy."),
)
@pack_options
def batch(
    file: Path,
    table: Path | None,
    communes: bool,
    out: Path,
    pattern: str | None,
    jobs: int | None,
    resume: bool,
    template: Path | None,
    pdf: bool,
    pdf_a: bool,
    force: bool,
    output: str,
    folders: tuple[Path, ...],
    no_plugins: bool,
) -> int:
    """Make the documents; a row that is wrong is told and the others are made, exit code 1."""
    from ..batches.communes import list_commune_rows
    from ..batches.making import BatchSetup
    from ..batches.running import plan_batch
    from ..output import make_folder
    from ..read.common_part import read_common
    from ..read.row_tables import read_rows

    if (table is None) is not communes:
        raise UsageError("E952")
    shelf = make_shelf(folders, no_plugins)
    common = read_common(file)
    setup = BatchSetup(common, out, packs=shelf.folders, has_plugins=shelf.plugins.is_on, template=template)
    setup = replace(setup, force=force, resumes=resume, pdf=pdf or pdf_a, is_archival=pdf_a)
    make_folder(out)
    rows = read_rows(table) if table else list_commune_rows(common.read_head(), str(file))
    planned = plan_batch(setup, rows, pattern or f"{file.stem}-{{hang}}.docx", shelf)
    print_findings(planned.findings, err=True)
    return max(_run(planned, jobs, output), int(has_errors(planned.findings)))


def _run(planned: "Batch", jobs: int | None, output: str) -> int:
    from .batch_report import BatchReport

    report, code = BatchReport(), 0
    with Progress(len(planned.tasks)) as progress:
        for results in planned.run(jobs or choose_jobs(len(planned.tasks))):
            for result in results:
                report.add(result)
                code = max(code, result.exit_code)
            progress.add(len(results))
    report.print(output)
    return code
