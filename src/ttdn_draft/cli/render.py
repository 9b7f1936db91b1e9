"""`ttdn-draft render`: makes Word files of input files."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import Finding, OutputError, Place, TtdnError, UsageError, contained
from ..links import real_path
from ..messages import N_
from .language import Command, argument, option, translated
from .pack_options import make_shelf, pack_options
from .projects import expand_files, tell_projects
from .report import echo, print_cause, print_findings, print_in_short

if TYPE_CHECKING:
    from ..knowledge.standards.profile import Profile
    from ..packs import PackShelf
    from ..pipeline import Checked

WORD, PDF = ".docx", ".pdf"
SET_ANEW = "-trinh-bay-lai"  # behind the name of a Word file that is set anew
WRITTEN_TO = N_("Đã ghi: {file}")


@click.command(
    cls=Command,
    help=N_("Xuất tệp đầu vào thành văn bản Word."),
    epilog=N_("Ví dụ: ttdn-draft render huong-dan.md -o huong-dan-2027.docx"),
)
@argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
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
@pack_options
def render(
    files: tuple[Path, ...],
    out: Path | None,
    template: Path | None,
    pdf: bool,
    pdf_a: bool,
    force: bool,
    folders: tuple[Path, ...],
    no_plugins: bool,
) -> int:
    """Render files; all targets are looked at first, a file with errors gives its findings and exit code 1."""
    pdf |= pdf_a
    shelf = make_shelf(folders, no_plugins)
    files = tuple(expand_files(files))
    tell_projects(files, shelf)
    targets = _targets(files, out, template, pdf, force, shelf)
    has_office = pdf and _has_office()
    run = _Run(shelf, template, force, pdf, pdf_a, has_office)
    codes = [run.render(file, target) for file, target in targets]
    return max([*codes, int(pdf and not has_office)])


@dataclass
class _Run:
    """Renders one file after the other; what goes wrong with one is told, and the others are still made."""

    shelf: "PackShelf"
    template: Path | None
    force: bool
    pdf: bool
    is_archival: bool
    has_office: bool
    compared: set[tuple[Path, str]] = field(default_factory=set)  # own templates, with what each was held against
    told: set[Finding] = field(default_factory=set)  # what is wrong with the template, once for all files

    def render(self, file: Path, target: Path) -> int:
        """Write the Word file of an input, and its PDF; return the exit code that this file alone would have."""
        from ..pipeline import check_file

        checked = check_file(file, self.shelf)
        print_in_short(checked.file, checked.findings)
        if checked.document is None:
            print_cause(checked.failure)
            return checked.exit_code
        try:
            return self._write(checked, target)
        except TtdnError as error:
            print_findings((finding for finding in error.findings if finding not in self.told), err=True)
            self.told.update(error.findings)
            print_cause(error)
            return error.exit_code

    def _write(self, checked: "Checked", target: Path) -> int:
        from ..output import write_whole
        from ..pipeline import render_checked

        document = render_checked(checked, self.template)
        self._compare(self.template or checked.own_template, checked.profile)
        write_whole(target, document, self.force)
        echo(translated(WRITTEN_TO, file=target))
        page_file = target.with_suffix(PDF)
        if self.pdf and not (self.has_office and _write_pdf(document, page_file, self.force, self.is_archival)):
            print_findings([Finding("N508", Place(str(page_file)))], err=True)
            return 1
        return 0

    def _compare(self, template: Path | None, profile: "Profile | None") -> None:
        """Print once a run, for each profile, where an own template departs from the profile."""
        from ..check.own_template import compare_template

        if template is not None and profile is not None and (template, profile.id) not in self.compared:
            self.compared.add((template, profile.id))
            print_findings(compare_template(template, profile), err=True)


def _has_office() -> bool:
    """Tell whether PDF can be made; where not, or not as Word would, say so once, not for every file."""
    from ..pages import check_office, find_office

    found = find_office() is not None
    print_findings(check_office() if found else [Finding("E501")], err=True)
    return found


def _write_pdf(document: bytes, target: Path, force: bool, is_archival: bool) -> bool:
    """Write the PDF of a document; a failure is told and does not keep the other files from being made."""
    from ..output import write_whole
    from ..pages import check_fonts, make_pdf

    place = Place(str(target))
    try:
        with contained(str(target)):
            pages = make_pdf(document, place, is_archival=is_archival)
        write_whole(target, pages, force)
    except OutputError as error:
        print_findings(error.findings, err=True)
        return False
    except KeyboardInterrupt:
        print_findings([Finding("N508", place)], err=True)  # the .docx is there, and an old .pdf may be
        raise
    print_findings(check_fonts(pages, place), err=True)
    echo(translated(WRITTEN_TO, file=target))
    return True


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
