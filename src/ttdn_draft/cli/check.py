"""`ttdn-draft check`: says what is wrong with input files, and mends what can be mended safely."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..messages import N_
from .language import Command, argument, language, option
from .mending import mend_and_write
from .pack_options import make_shelf, pack_options
from .parameters import Fails, read_fail_on
from .report import echo, findings_as_json, print_cause, print_findings, print_summary
from .reports import WRITERS

if TYPE_CHECKING:
    from ..pipeline import Checked

INPUT_FILE = click.Path(path_type=Path)
FIX, SAFE, CITATIONS = "--fix", "safe", "citations"


class CheckCommand(Command):
    """A command whose `--fix` may be followed by the name of a group, and never by that of a file."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Write `--fix` and the group behind it as one word."""
        joined: list[str] = []
        for word in args:
            if joined[-1:] == [FIX] and word == CITATIONS:
                joined[-1] = f"{FIX}={CITATIONS}"
            else:
                joined.append(word)
        return super().parse_args(ctx, [f"{FIX}={SAFE}" if word == FIX else word for word in joined])


@click.command(
    cls=CheckCommand,
    help=N_("Kiểm tra tệp đầu vào: sai ở đâu, vì sao, sửa thế nào."),
    epilog=N_("Ví dụ: ttdn-draft check huong-dan.md"),
)
@argument("files", metavar="FILE...", nargs=-1, required=True, type=INPUT_FILE)
@pack_options
@option(
    "--output",
    type=click.Choice(["text", "json", *WRITERS]),
    default="text",
    help=N_("Dạng kết quả: text cho người đọc, json, sarif, github, junit cho máy."),
)
@option(
    FIX,
    type=click.Choice([SAFE, CITATIONS]),
    help=N_(
        "Sửa ngay lỗi chắc chắn (dấu câu, dấu cách, dạng số, phép cộng …), in chỗ đã sửa, giữ bản cũ ở tệp .bak; "
        "thêm chữ citations thì thay cả văn bản đã hết hiệu lực bằng văn bản thay thế."
    ),
)
@option(
    "--fail-on",
    callback=read_fail_on,
    default="error",
    help=N_("Từ mức nào thì lệnh báo hỏng (mã 1): error, warning, note, hoặc tên quy tắc, cách nhau bằng dấu phẩy."),
)
def check(
    files: tuple[Path, ...],
    folders: tuple[Path, ...],
    no_plugins: bool,
    output: str,
    fix: str | None,
    fail_on: Fails,
) -> int:
    """Check files; exit code 1 where one has findings that fail, 3 where the program itself failed at one."""
    from ..pipeline import check_file

    shelf = make_shelf(folders, no_plugins)
    if fix:
        results = [mend_and_write(file, shelf, (fix,), is_quiet=output != "text") for file in files]
    else:
        results = [check_file(file, shelf) for file in files]
    _print(results, output)
    return max(_code(result, fail_on) for result in results)


def _print(results: "list[Checked]", output: str) -> None:
    found: Any = [(result.file, result.findings) for result in results]
    if output == "json":
        echo(findings_as_json(found))
    elif output in WRITERS:
        echo(WRITERS[output](found, language.get()))
    else:
        for result in results:
            lines = result.source.raw.split("\n") if result.source else ()
            print_findings(result.findings, lines=lines)
            print_summary(result.file, result.findings, result.profile.id if result.profile else "")
    for result in results:
        print_cause(result.failure)


def _code(result: "Checked", fails: Fails) -> int:
    """Return the exit code of one file."""
    code = result.exit_code if result.failure else 0
    return max(code, int(any(map(fails, result.findings))))
