"""`ttdn-draft check`: says what is wrong with input files."""

from pathlib import Path

import click

from ..messages import N_
from .language import Command, argument, option
from .pack_options import make_shelf, pack_options
from .report import echo, findings_as_json, print_cause, print_findings, print_summary

INPUT_FILE = click.Path(path_type=Path)


@click.command(
    cls=Command,
    help=N_("Kiểm tra tệp đầu vào: sai ở đâu, vì sao, sửa thế nào."),
    epilog=N_("Ví dụ: ttdn-draft check huong-dan.md"),
)
@argument("files", metavar="FILE...", nargs=-1, required=True, type=INPUT_FILE)
@pack_options
@option(
    "--output",
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("Dạng kết quả: text cho người đọc, json cho máy."),
)
def check(files: tuple[Path, ...], folders: tuple[Path, ...], no_plugins: bool, output: str) -> int:
    """Check files; exit code 1 where one has errors, 3 where the program itself failed at one."""
    from ..pipeline import check_file

    shelf = make_shelf(folders, no_plugins)
    results = [check_file(file, shelf) for file in files]
    if output == "json":
        echo(findings_as_json((r.file, r.findings) for r in results))
    else:
        for result in results:
            print_findings(result.findings)
            print_summary(result.file, result.findings, result.profile.id if result.profile else "")
    for result in results:
        print_cause(result.failure)
    return max(result.exit_code for result in results)
