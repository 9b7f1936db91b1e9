"""`ttdn-draft check`: says what is wrong with input files and whole projects, and mends what can be mended safely."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..messages import N_
from .command_list import HELPS
from .jobs import choose_jobs, jobs_option
from .language import Command, argument, language, option
from .pack_options import make_shelf, pack_options
from .parameters import Fails, make_fails, read_fail_on
from .progress import Progress
from .projects import expand_files, tell_projects
from .report import echo, findings_as_json, print_cause, print_counts, print_findings, print_summary
from .reports import REPORT_FORMATS, write_report
from .word_copies import WordCopies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..kit.judged import Judged
    from ..kit.project_check import CheckFiles
    from ..packs import PackShelf
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
    help=HELPS["check"],
    epilog=N_("Ví dụ: ttdn-draft check huong-dan.md"),
)
@argument("files", metavar="FILE|FOLDER...", nargs=-1, required=True, type=INPUT_FILE)
@pack_options
@option(
    "--output",
    type=click.Choice(["text", "json", *REPORT_FORMATS]),
    default="text",
    help=N_("Dạng kết quả: text cho người đọc, json, sarif, github, junit cho máy."),
)
@option(
    FIX,
    type=click.Choice([SAFE, CITATIONS]),
    help=N_(
        "Sửa ngay lỗi chắc chắn (dấu câu, dấu cách, dạng số, phép cộng …), in chỗ đã sửa, giữ bản cũ ở tệp .bak; "
        "thêm chữ citations thì thay cả văn bản đã hết hiệu lực bằng văn bản thay thế. Với tệp Word thì ghi vào bản "
        "sao nêu ở -o, mỗi chỗ sửa là một thay đổi có thể nhận hoặc bỏ."
    ),
)
@option(
    "--comments",
    type=INPUT_FILE,
    help=N_("Ghi một bản sao của tệp Word, mỗi điều tìm thấy là một nhận xét ở đúng chỗ, kèm căn cứ và cách sửa."),
)
@option("-o", "--out", type=INPUT_FILE, help=N_("Bản sao của tệp Word để ghi chỗ sửa của --fix."))
@option("--force", is_flag=True, help=N_("Ghi đè tệp kết quả đã có."))
@option(
    "--fail-on",
    callback=read_fail_on,
    help=N_(
        "Từ mức nào thì lệnh báo hỏng (mã 1): error, warning, note, hoặc tên quy tắc, cách nhau bằng dấu phẩy; "
        "bỏ trống thì theo fail_on của ttdn.toml, không có thì error."
    ),
)
@jobs_option
def check(
    files: tuple[Path, ...],
    folders: tuple[Path, ...],
    no_plugins: bool,
    output: str,
    fix: str | None,
    comments: Path | None,
    out: Path | None,
    force: bool,
    fail_on: Fails | None,
    jobs: int | None,
) -> int:
    """Check files and folders; exit code 1 where a finding fails, 3 where that is so in a template or a pack."""
    copies = WordCopies(comments, out, force)
    copies.check(files, fix is not None)
    shelf = make_shelf(folders, no_plugins)
    judged = _judge(files, shelf, _choose_check(shelf, fix, output, fail_on, copies, jobs))
    _print(judged, output, shelf)
    for one in [one for one in judged[:1] if not one.is_unread]:
        copies.comment(Path(one.file), one.findings, shelf)
    return max((_code(one, fail_on) for one in judged), default=0)


def _choose_check(
    shelf: "PackShelf", fix: str | None, output: str, fail_on: Fails | None, copies: WordCopies, jobs: int | None
) -> "CheckFiles":
    """Return what is done with input files: they are checked, and with --fix mended before, one after the other."""
    from ..word_check import judge_file

    asked = fail_on.rules if fail_on else frozenset[str]()

    def check(file: Path) -> "Checked":
        if fix and copies.out:
            return copies.mend(file, shelf, (fix,), is_quiet=output != "text")
        if fix:
            from .mending import mend_and_write

            return mend_and_write(file, shelf, (fix,), is_quiet=output != "text")
        return judge_file(file, shelf, asked)

    def check_all(files: "Sequence[Path]") -> "list[Judged]":
        count = 1 if fix else jobs or choose_jobs(len(files))
        with Progress(len(files)) as progress:
            return list(
                _check_each(files, check, progress) if count == 1 else _share(files, shelf, asked, count, progress)
            )

    return check_all


def _check_each(files: "Sequence[Path]", check: "Callable[[Path], Checked]", progress: Progress) -> "Iterator[Judged]":
    from ..kit.judged import judge_input

    for file in files:
        yield judge_input(check(file))
        progress.add(1)


def _share(
    files: "Sequence[Path]", shelf: "PackShelf", asked: frozenset[str], jobs: int, progress: Progress
) -> "Iterator[Judged]":
    from ..kit.judging import JudgingSetup, judge_many

    for judged in judge_many(files, JudgingSetup(shelf.folders, shelf.plugins.is_on, asked), jobs):
        yield from judged
        progress.add(len(judged))


def _judge(paths: tuple[Path, ...], shelf: "PackShelf", check: "CheckFiles") -> "list[Judged]":
    """Return all files and folders after the checks; what is wrong in the projects of single files is printed."""
    files = expand_files(path for path in paths if not path.is_dir())
    told = tell_projects(files, shelf)
    judged = [
        replace(one, fail_on=told.get(file, ())) for one, file in zip(check(files) if files else [], files, strict=True)
    ]
    for folder in (path for path in paths if path.is_dir()):
        from ..kit.project_check import check_folder

        judged += check_folder(folder, shelf, check)
    return judged


def _print(judged: "list[Judged]", output: str, shelf: "PackShelf") -> None:
    found = [(one.file, one.findings) for one in judged]
    if output == "json":
        echo(findings_as_json(found, {one.file: one.accepted for one in judged}, shelf.plugins.rules))
    elif output in REPORT_FORMATS:
        echo(write_report(output, found, language.get()))
    else:
        for one in judged:
            print_findings(one.findings, lines=one.lines, file=one.file)
            print_summary(one.file, one.findings, one.profile, len(one.accepted))
        print_counts(judged)
    for one in judged:
        print_cause(one.failure)


def _code(judged: "Judged", asked: Fails | None) -> int:
    """Return the exit code of one file or folder."""
    fails = asked or make_fails(judged.fail_on)
    if judged.failure:
        return judged.failure.exit_code
    return judged.code if any(map(fails, judged.findings)) else 0
