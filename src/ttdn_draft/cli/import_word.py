"""`ttdn-draft import`: makes an input file of a Word file."""

from pathlib import Path

import click

from ..errors import InputError, has_errors
from ..messages import N_
from .language import Command, argument, option, translated
from .pack_options import make_shelf, pack_options
from .report import echo, print_findings

INPUT_SUFFIX = ".md"
IMPORTED = N_("Đã ghi: {file}")


@click.command(
    "import",
    cls=Command,
    help=N_("Chuyển văn bản Word có sẵn thành tệp đầu vào .md, kể ra những chỗ phải xem lại."),
    epilog=N_("Ví dụ: ttdn-draft import ke-hoach-2026.docx -o ke-hoach-2026.md"),
)
@argument("file", metavar="FILE", type=click.Path(path_type=Path))
@option("-o", "--out", type=click.Path(path_type=Path), help=N_("Tệp .md để ghi; mặc định cạnh tệp Word."))
@option("--force", is_flag=True, help=N_("Ghi đè tệp kết quả đã có."))
@pack_options
def import_word(file: Path, out: Path | None, force: bool, folders: tuple[Path, ...], no_plugins: bool) -> int:
    """Write the input file; a Word file of which none can be made gives its findings and exit code 1."""
    from ..output import check_target, write_whole
    from ..word_inputs import import_file

    target = out or file.with_suffix(INPUT_SUFFIX)
    check_target(target, force, INPUT_SUFFIX)
    text, findings = import_file(file, make_shelf(folders, no_plugins))
    print_findings(findings, err=True)
    if text is None:
        return InputError.exit_code
    write_whole(target, text.encode(), force)
    echo(translated(IMPORTED, file=target))
    return int(has_errors(findings))
