"""`ttdn-draft render`: makes Word files of input files."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import Finding, OutputError, Place, UsageError
from ..links import real_path
from ..messages import N_
from ..records import dataclass
from .command_list import HELPS
from .jobs import choose_jobs, jobs_option
from .language import Command, argument, option, translated
from .pack_options import make_shelf, pack_options
from .progress import Progress
from .projects import expand_inputs, tell_projects
from .report import echo, print_cause, print_findings, print_in_short

if TYPE_CHECKING:
    from ..batches.files import FileResult, FileSetup, FileTask
    from ..packs import PackShelf

WORD, PDF = ".docx", ".pdf"
MANY = 50  # files that go together to one process, or to one LibreOffice
SET_ANEW = "-trinh-bay-lai"  # behind the name of a Word file that is set anew
WRITTEN_TO = N_("Đã ghi: {file}")


@click.command(
    cls=Command,
    help=HELPS["render"],
    epilog=N_("Ví dụ: ttdn-draft render huong-dan.md -o huong-dan-2027.docx"),
)
@argument("files", metavar="FILE|FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help=N_("Tệp .docx, hoặc thư mục đã có; mặc định cạnh tệp đầu vào."),
)
@option("--template", type=click.Path(path_type=Path), help=N_("Mẫu .docx riêng thay cho mẫu có sẵn."))
@option("--pdf", is_flag=True, help=N_("Ghi thêm tệp .pdf cạnh tệp .docx (cần LibreOffice)."))
@option("--pdf-a", is_flag=True, help=N_("Ghi tệp .pdf theo PDF/A-2b để lưu trữ (thay cho --pdf)."))
@option("--force", is_flag=True, help=N_("Ghi đè tệp kết quả đã có."))
@jobs_option
@pack_options
def render(
    files: tuple[Path, ...],
    out: Path | None,
    template: Path | None,
    pdf: bool,
    pdf_a: bool,
    force: bool,
    jobs: int | None,
    folders: tuple[Path, ...],
    no_plugins: bool,
) -> int:
    """Render files; all targets are looked at first, a file with errors gives its findings and exit code 1."""
    from ..batches.files import FileSetup, FileTask

    pdf |= pdf_a
    shelf = make_shelf(folders, no_plugins)
    files = tuple(expand_inputs(files, shelf))
    tell_projects(files, shelf)
    targets = _targets(files, out, template, pdf, force, shelf)
    has_office = pdf and _has_office()
    setup = FileSetup(shelf.folders, shelf.plugins.is_on, template, force, pdf, pdf_a, has_office)
    codes = _run(setup, [FileTask(file, target) for file, target in targets], jobs or choose_jobs(len(targets)))
    return max([*codes, int(pdf and not has_office)])


def _run(setup: "FileSetup", tasks: "list[FileTask]", jobs: int) -> list[int]:
    """Make all documents, print what became of each, and return the exit codes that each file alone would have."""
    from ..batches.files import begin_files
    from ..temporary import sweep
    from ..workers import in_handfuls, share

    printer, codes = _Printer(setup), list[int]()
    for folder in {task.target.parent for task in tasks}:
        sweep(folder)
    size = MANY if setup.pdf or jobs > 1 else 1
    try:
        with Progress(len(tasks)) as progress:
            for results in share(begin_files, setup, in_handfuls(tasks, size, jobs), jobs):
                codes += [printer.print(result) for result in results]
                progress.add(len(results))
    except KeyboardInterrupt:
        printer.tell_lacking(tasks[len(codes) : len(codes) + size * jobs])
        raise
    return codes


@dataclass
class _Printer:
    """Prints what became of one file after the other; what is wrong with a template once for all."""

    setup: "FileSetup"
    compared: set[str] = field(default_factory=set)  # own templates, with the profile that each was held against
    told: set[Finding] = field(default_factory=set)  # what is wrong with the template

    def print(self, result: "FileResult") -> int:
        """Print what was found in a file and what is written; return its exit code."""
        print_in_short(str(result.task.file), result.findings)
        template, departs = result.compared
        if template and template not in self.compared:
            self.compared.add(template)
            print_findings(departs, err=True)
        if error := result.error:
            known = {*self.told, *result.findings}
            print_findings((finding for finding in error.findings if finding not in known), err=True)
            self.told.update(error.findings)
            print_cause(error)
        for path in result.written:
            if path.suffix == PDF:
                print_findings(result.page_findings, err=True)
            echo(translated(WRITTEN_TO, file=path))
        if not any(path.suffix == PDF for path in result.written):
            print_findings(result.page_findings, err=True)
        return result.exit_code

    def tell_lacking(self, tasks: "Iterable[FileTask]") -> None:
        """Print which files have no PDF of the document that is there."""
        pages = (task.target.with_suffix(PDF) for task in tasks if self.setup.pdf and task.target.exists())
        print_findings((Finding("N508", Place(str(page))) for page in pages), err=True)


def _has_office() -> bool:
    """Tell whether PDF can be made; where not, or not as Word would, say so once, not for every file."""
    from ..pages import check_office, find_office

    found = find_office() is not None
    print_findings(check_office() if found else [Finding("E501")], err=True)
    return found


def _targets(
    files: tuple[Path, ...], out: Path | None, template: Path | None, pdf: bool, force: bool, shelf: "PackShelf"
) -> list[tuple[Path, Path]]:
    """Pair each input with its output; raises OutputError where one is taken, impossible or shared."""
    from ..output import check_target

    pairs = [(file, _target(file, out, len(files))) for file in files if _is_input(file, shelf)]
    results = [(target, WORD) for _, target in pairs]
    results += [(target.with_suffix(PDF), PDF) for _, target in pairs if pdf]
    names = [_same_name(path) for path, _ in results]
    times = Counter(names)
    found = [Finding("E837", Place(str(file))) for file, target in pairs if _same_name(file) == _same_name(target)]
    shared = [path for (path, _), name in zip(results, names, strict=True) if times[name] > 1]
    found += [Finding("E014", Place(str(path))) for path in shared]
    if template is not None and _same_name(template) in names:
        found.append(Finding("E017", Place(str(template))))
    for path, suffix in results:
        try:
            check_target(path, force, suffix)
        except OutputError as error:
            found += error.findings
    if found:
        raise OutputError.of(found)
    return [(file, target) for file, target in pairs]


def _same_name(path: Path) -> str:
    """Return one spelling for all the ways to name a file, as Windows compares them."""
    return str(real_path(path)).casefold()


def _is_input(file: Path, shelf: "PackShelf") -> bool:
    """Raise InputError for a file that cannot be an input, before its output is looked at."""
    from ..pipeline import check_is_input

    check_is_input(file, shelf)
    return True


def _target(file: Path, out: Path | None, count: int) -> Path:
    if out is None:
        return file.with_suffix(WORD) if file.suffix.lower() != WORD else file.with_name(f"{file.stem}{SET_ANEW}{WORD}")
    if out.is_dir():
        return (out / file.name).with_suffix(WORD)
    if count > 1:
        raise UsageError("E016", Place(str(out)))
    return out
