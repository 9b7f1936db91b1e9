"""`ttdn-draft render`: makes Word files of input files."""

from collections.abc import Iterator
from pathlib import Path

import click

from ..errors import Finding, OutputError, Place
from ..messages import N_
from .language import Command, option, translated
from .report import echo, print_findings

WRITTEN = N_("Đã ghi: {file}")


@click.command(
    cls=Command,
    help=N_("Xuất tệp đầu vào thành văn bản Word."),
    epilog=N_("Ví dụ: ttdn-draft render huong-dan.md -o huong-dan-2027.docx"),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help=N_("Tệp .docx, hoặc thư mục đã có; mặc định cạnh tệp đầu vào."),
)
@option("--template", type=click.Path(path_type=Path), help=N_("Mẫu .docx riêng thay cho mẫu có sẵn."))
@option("--force", is_flag=True, help=N_("Ghi đè tệp kết quả đã có."))
def render(files: tuple[Path, ...], out: Path | None, template: Path | None, force: bool) -> int:
    """Render files; a file with errors gives its findings and exit code 1, the others are written."""
    from ..output import check_target, write_whole
    from ..pipeline import check_file, render_checked

    failed = False
    for file, target in _targets(files, out):
        check_target(target, force)
        checked = check_file(file)
        print_findings(checked.findings, err=True)
        if checked.document is None:
            failed = True
            continue
        write_whole(target, render_checked(checked, template), force)
        echo(translated(WRITTEN, file=target))
    return int(failed)


def _targets(files: tuple[Path, ...], out: Path | None) -> Iterator[tuple[Path, Path]]:
    """Pair each input with its output; two inputs never share one."""
    if out is not None and not out.is_dir():
        if len(files) > 1:
            raise OutputError("E013", Place(str(out)))
        return iter([(files[0], out)])
    pairs = [(file, (out / file.name if out else file).with_suffix(".docx")) for file in files]
    targets = [target for _, target in pairs]
    doubled = [Finding("E014", Place(str(t))) for t in targets if targets.count(t) > 1]
    if doubled:
        raise OutputError.of(doubled)
    return iter(pairs)
