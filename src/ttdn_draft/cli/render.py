"""`ttdn-draft render`: makes Word files of input files."""

from pathlib import Path

import click

from ..errors import Finding, OutputError, Place, UsageError
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
    """Render files; all targets are looked at first, a file with errors gives its findings and exit code 1."""
    from ..output import write_whole
    from ..pipeline import check_file, render_checked

    failed = False
    for file, target in _targets(files, out, template, force):
        checked = check_file(file)
        print_findings(checked.findings, err=True)
        if checked.document is None:
            failed = True
            continue
        write_whole(target, render_checked(checked, template), force)
        echo(translated(WRITTEN, file=target))
    return int(failed)


def _targets(files: tuple[Path, ...], out: Path | None, template: Path | None, force: bool) -> list[tuple[Path, Path]]:
    """Pair each input with its output; raises OutputError where one is taken, impossible or shared."""
    from ..output import check_target

    pairs = [(file, _target(file, out, len(files))) for file in files if _is_input(file)]
    targets = [target for _, target in pairs]
    names = [_same_name(target) for target in targets]
    found = [Finding("E014", Place(str(t))) for t, name in zip(targets, names, strict=True) if names.count(name) > 1]
    if template is not None and _same_name(template) in names:
        found.append(Finding("E017", Place(str(template))))
    for target in targets:
        try:
            check_target(target, force)
        except OutputError as error:
            found += error.findings
    if found:
        raise OutputError.of(found)
    return [(file, target) for file, target in pairs]


def _same_name(path: Path) -> str:
    """Return one spelling for all the ways to name a file, as Windows compares them."""
    return str(path.resolve()).casefold()


def _is_input(file: Path) -> bool:
    """Raise InputError for a file that cannot be an input, before its output is looked at."""
    from ..read import check_input

    check_input(file)
    return True


def _target(file: Path, out: Path | None, count: int) -> Path:
    if out is None:
        return file.with_suffix(".docx")
    if out.is_dir():
        return (out / file.name).with_suffix(".docx")
    if count > 1:
        raise UsageError("E016", Place(str(out)))
    return out
