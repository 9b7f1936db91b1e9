"""Makes the document of each row: the common part, rows and the places of files go in, what became of them out."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeAlias

from ..errors import Finding, OutputError, Place, TtdnError
from ..model import Source
from ..output import check_target
from ..packs import PackShelf
from ..pages import check_fonts, make_pdfs
from ..pipeline import Checked, check_filled, render_checked
from ..read.common_part import CommonPart, Filling
from ..read.prepared_part import prepare_part
from ..read.row_tables import BatchRow
from ..records import dataclass
from ..reuse import Memory, remembering
from ..whole_files import WholeFiles
from .columns import Uses, fill_row
from .file_names import WORD_ENDING
from .files import PAGE_ENDING

State: TypeAlias = Literal["made", "kept", "bad"]


@dataclass(frozen=True)
class BatchSetup:
    """What every row of a batch has in common."""

    common: CommonPart
    folder: Path
    uses: Uses = Uses()
    packs: tuple[Path, ...] = ()
    has_plugins: bool = False
    template: Path | None = None
    force: bool = False
    resumes: bool = False
    pdf: bool = False
    is_archival: bool = False


@dataclass(frozen=True)
class Record:
    """What is remembered of a file that was made: of what it was made, and what it was then; both as SHA-256."""

    key: str
    digest: str
    page_digest: str = ""


@dataclass(frozen=True)
class RowTask:
    """A row with the name of its file, of what it is made, and what is remembered of the file."""

    row: BatchRow
    name: str
    key: str
    known: Record | None = None


@dataclass(frozen=True)
class RowResult:
    """What became of a row."""

    number: int
    name: str
    state: State
    findings: tuple[Finding, ...] = ()
    record: Record | None = None
    exit_code: int = 0


def begin_rows(setup: BatchSetup) -> "RowMaker":
    """Return what makes rows, as a process of its own begins it."""
    return RowMaker(setup)


class RowMaker:
    """Makes one handful of rows after the other."""

    def __init__(self, setup: BatchSetup) -> None:
        self.setup = setup
        self.shelf = PackShelf(setup.packs, setup.has_plugins)
        self.prepared = prepare_part(setup.common)
        self.memory = Memory()

    def __call__(self, tasks: list[RowTask]) -> list[RowResult]:
        """Return what became of some rows, whose files are in their places then."""
        with WholeFiles() as files, WholeFiles() as pages:
            results = {task.name: self._make(task, files) for task in tasks}
            failed = files.settle()
            for path, error in failed.items():
                results[path.name] = _fail(results[path.name], error)
            if self.setup.pdf:
                results |= {result.name: result for result in self._add_pages(list(results.values()), pages)}
        return list(results.values())

    def _make(self, task: RowTask, files: WholeFiles) -> RowResult:
        filling, found = fill_row(task.row, self.setup.uses)
        if found and any(f.severity == "error" for f in found):
            return RowResult(task.row.number, task.name, "bad", found, exit_code=1)
        if self._is_kept(task):
            return RowResult(task.row.number, task.name, "kept", record=task.known)
        with remembering(self.memory):
            return self._make_new(task, filling, found, files)

    def _make_new(self, task: RowTask, filling: Filling, found: tuple[Finding, ...], files: WholeFiles) -> RowResult:
        common = self.setup.common
        checked = check_filled(common.file, common.folder, lambda: self._fill(filling), self.shelf)
        told = (*found, *map(self._in_common, checked.findings))
        result = RowResult(task.row.number, task.name, "bad", told, exit_code=checked.exit_code)
        try:
            return self._write(task, checked, result, files)
        except TtdnError as error:
            return _fail(result, error) if checked.document else result

    def _fill(self, filling: Filling) -> Source:
        """Return what a row makes of the common part: the whole is read where its words may change how that is."""
        return (self.prepared and self.prepared.fill(filling)) or self.setup.common.fill(filling)

    def _in_common(self, found: Finding) -> Finding:
        """Return a finding with its place in the common part, where it stands in the same line."""
        is_moved = found.place.line in self.setup.common.marked_lines and found.place.file == self.setup.common.file
        return replace(found, place=replace(found.place, column=0)) if is_moved else found

    def _write(self, task: RowTask, checked: Checked, result: RowResult, files: WholeFiles) -> RowResult:
        """Write the document of a row beside its place."""
        document, path = render_checked(checked, self.setup.template), self.setup.folder / task.name
        record = Record(task.key, sha256(document).hexdigest(), task.known.page_digest if task.known else "")
        is_there = path.exists()
        if is_there and self.setup.resumes and not self.setup.force:
            present = _digest(path)
            if present == record.digest:
                return replace(result, state="kept", record=record, exit_code=0)
            if task.known is None or task.known.digest != present:
                raise OutputError("E950", Place(str(path)))
        check_target(path, self.setup.force or self.setup.resumes, WORD_ENDING)
        files.add(path, document, is_there)
        return replace(result, state="made", record=record, exit_code=0)

    def _add_pages(self, results: list[RowResult], pages: WholeFiles) -> Iterator[RowResult]:
        """Yield what became of rows whose PDF was asked for too."""
        wanted = {self.setup.folder / r.name: r for r in results if r.record and not self._has_pages(r)}
        made = dict[Path, RowResult]()
        for file, data in make_pdfs(list(wanted), is_archival=self.setup.is_archival):
            made[file] = self._add_page(wanted[file], file.with_suffix(PAGE_ENDING), data, pages)
        failed = pages.settle()
        for file, result in made.items():
            error = failed.get(file.with_suffix(PAGE_ENDING))
            yield _fail(result, error) if error else result

    def _add_page(self, result: RowResult, path: Path, data: bytes | OutputError, pages: WholeFiles) -> RowResult:
        record = result.record
        if isinstance(data, OutputError) or record is None:
            return _fail(result, data) if isinstance(data, OutputError) else result
        is_ours = self.setup.resumes and record.page_digest != "" and _digest(path) == record.page_digest
        try:
            check_target(path, self.setup.force or is_ours, PAGE_ENDING)
            pages.add(path, data, self.setup.force or is_ours)
        except OutputError as error:
            return _fail(result, error)
        found = (*result.findings, *check_fonts(data, Place(str(path))))
        return replace(result, findings=found, record=replace(record, page_digest=sha256(data).hexdigest()))

    def _has_pages(self, result: RowResult) -> bool:
        """Tell whether the PDF of a row is there as it was made of the document that is kept."""
        path = (self.setup.folder / result.name).with_suffix(PAGE_ENDING)
        known = result.record.page_digest if result.record and result.state == "kept" else ""
        return known != "" and _digest(path) == known

    def _is_kept(self, task: RowTask) -> bool:
        """Tell whether the file of a row is there as it was made, of the same as now."""
        known = task.known
        if not self.setup.resumes or known is None or known.key != task.key:
            return False
        path = self.setup.folder / task.name
        return _digest(path) == known.digest


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file; nothing where it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _fail(result: RowResult, error: TtdnError) -> RowResult:
    found = (*result.findings, *(f for f in error.findings if f not in result.findings))
    return replace(result, state="bad", findings=found, record=None, exit_code=error.exit_code)
