"""`ttdn-draft render`: makes Word files of input files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import Finding, OutputError, Place, UsageError
from ..messages import N_
from .language import Command, option, translated
from .pack_options import make_shelf, pack_options
from .report import echo, print_findings

if TYPE_CHECKING:
    from ..knowledge.standards.profile import Profile
    from ..packs import PackShelf

WORD, PDF = ".docx", ".pdf"
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
    from ..output import write_whole
    from ..pipeline import check_file, render_checked

    pdf |= pdf_a
    shelf = make_shelf(folders, no_plugins)
    targets = _targets(files, out, template, pdf, force, shelf)
    has_office = pdf and _has_office()
    failed, compared = pdf and not has_office, set[str]()
    for file, target in targets:
        checked = check_file(file, shelf)
        print_findings(checked.findings, err=True)
        if checked.document is None:
            failed = True
            continue
        document = render_checked(checked, template)
        _compare(template, checked.profile, compared)
        write_whole(target, document, force)
        echo(translated(WRITTEN, file=target))
        if pdf and not (has_office and _write_pdf(document, target.with_suffix(PDF), force, pdf_a)):
            print_findings([Finding("N508", Place(str(target.with_suffix(PDF))))], err=True)
            failed = True
    return int(failed)


def _compare(template: Path | None, profile: "Profile | None", compared: set[str]) -> None:
    """Print once a run, for each profile, where an own template departs from the profile."""
    from ..check import compare_template

    if template is not None and profile is not None and profile.id not in compared:
        compared.add(profile.id)
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
        pages = make_pdf(document, place, is_archival=is_archival)
        write_whole(target, pages, force)
    except OutputError as error:
        print_findings(error.findings, err=True)
        return False
    except KeyboardInterrupt:
        print_findings([Finding("N508", place)], err=True)  # the .docx is there, and an old .pdf may be
        raise
    print_findings(check_fonts(pages, place), err=True)
    echo(translated(WRITTEN, file=target))
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
    shared = [path for (path, _), name in zip(results, names, strict=True) if names.count(name) > 1]
    found = [Finding("E014", Place(str(path))) for path in shared]
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
    return str(path.resolve()).casefold()


def _is_input(file: Path, shelf: "PackShelf") -> bool:
    """Raise InputError for a file that cannot be an input, before its output is looked at."""
    from ..pipeline import check_is_input

    check_is_input(file, shelf)
    return True


def _target(file: Path, out: Path | None, count: int) -> Path:
    if out is None:
        return file.with_suffix(WORD)
    if out.is_dir():
        return (out / file.name).with_suffix(WORD)
    if count > 1:
        raise UsageError("E016", Place(str(out)))
    return out
