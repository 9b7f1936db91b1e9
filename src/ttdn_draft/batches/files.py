"""Makes the documents of many files: files with their places go in, what became of each comes out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path

from ..errors import Finding, OutputError, Place, TtdnError, UnexpectedError, contained
from ..packs import PackShelf
from ..pipeline import Checked, check_file, render_checked
from ..records import dataclass
from ..whole_files import WholeFiles

PAGE_ENDING = ".pdf"


@dataclass(frozen=True)
class FileSetup:
    """What is wished of every file."""

    packs: tuple[Path, ...] = ()
    has_plugins: bool = False
    template: Path | None = None
    force: bool = False
    pdf: bool = False
    is_archival: bool = False
    has_office: bool = False


@dataclass(frozen=True)
class FileTask:
    """A file, and the place of its document."""

    file: Path
    target: Path


@dataclass(frozen=True)
class FileResult:
    """What became of a file: what was found in it, why it was not made, what is in its place now."""

    task: FileTask
    findings: tuple[Finding, ...] = ()
    error: TtdnError | None = None
    exit_code: int = 0
    written: tuple[Path, ...] = ()
    compared: tuple[str, tuple[Finding, ...]] = ("", ())  # an own template with a profile, and where it departs
    page_findings: tuple[Finding, ...] = ()


def begin_files(setup: FileSetup) -> "FileMaker":
    """Return what makes files, as a process of its own begins it."""
    return FileMaker(setup)


@dataclass
class FileMaker:
    """Makes one handful of files after the other."""

    setup: FileSetup
    shelf: PackShelf = field(init=False)

    def __post_init__(self) -> None:
        self.shelf = PackShelf(self.setup.packs, self.setup.has_plugins)

    def __call__(self, tasks: Sequence[FileTask]) -> list[FileResult]:
        """Return what became of some files, whose documents are in their places then."""
        with WholeFiles() as files, WholeFiles() as pages:
            results = [self._make(task, files) for task in tasks]
            failed = files.settle()
            settled = [_settle(result, failed.get(result.task.target)) for result in results]
            return list(self._add_pages(settled, pages)) if self.setup.pdf else settled

    def _make(self, task: FileTask, files: WholeFiles) -> FileResult:
        checked = check_file(task.file, self.shelf)
        result = FileResult(task, checked.findings, checked.failure, checked.exit_code)
        if checked.document is None:
            return result
        try:
            document = render_checked(checked, self.setup.template)
            compared = self._compare(checked)
            files.add(task.target, document, self.setup.force)
        except TtdnError as error:
            return _settle(result, error)
        return replace(result, compared=compared, written=(task.target,))

    def _compare(self, checked: Checked) -> tuple[str, tuple[Finding, ...]]:
        """Return where an own template departs from the profile of a document."""
        template = self.setup.template or checked.own_template
        if template is None or checked.profile is None:
            return "", ()
        from ..check.own_template import compare_template  # most documents have the official one

        return f"{template} {checked.profile.id}", tuple(compare_template(template, checked.profile))

    def _add_pages(self, results: list[FileResult], pages: WholeFiles) -> Iterator[FileResult]:
        """Yield the results with the PDF of each document."""
        from ..pages import make_pdfs  # who wants Word files loads nothing of pages

        wanted = {path: place for place, result in enumerate(results) for path in result.written}
        if not self.setup.has_office:
            yield from (_lack_pages(result, ()) if result.written else result for result in results)
            return
        for file, data in make_pdfs(list(wanted), is_archival=self.setup.is_archival):
            place = wanted[file]
            results[place] = self._add_page(results[place], file.with_suffix(PAGE_ENDING), data, pages)
        failed = pages.settle()
        for result in results:
            error = failed.get(result.task.target.with_suffix(PAGE_ENDING))
            yield _lack_pages(result, error.findings) if error else result

    def _add_page(self, result: FileResult, path: Path, data: bytes | OutputError, pages: WholeFiles) -> FileResult:
        from ..pages import check_fonts

        try:
            with contained(str(path)):
                if isinstance(data, OutputError):
                    raise data
                pages.add(path, data, self.setup.force)
                found = check_fonts(data, Place(str(path)))
        except (OutputError, UnexpectedError) as error:
            return _lack_pages(result, error.findings)
        return replace(result, written=(*result.written, path), page_findings=tuple(found))


def _settle(result: FileResult, error: TtdnError | None) -> FileResult:
    return replace(result, error=error, exit_code=error.exit_code, written=()) if error else result


def _lack_pages(result: FileResult, found: Iterable[Finding]) -> FileResult:
    """Return a result whose document is there, and its PDF is not."""
    path = result.task.target.with_suffix(PAGE_ENDING)
    told = (*found, Finding("N508", Place(str(path))))
    return replace(result, exit_code=1, written=result.written[:1], page_findings=told)
