"""`ttdn-draft import`: makes an input file of a Word file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from ..errors import Cause, Finding, InputError, has_errors
from ..messages import N_
from .command_list import HELPS
from .language import Command, argument, option, translated
from .pack_options import make_shelf, pack_options
from .report import echo, print_findings

INPUT_SUFFIX = ".md"
SHOWN_LINES, SHOWN_LETTERS = 20, 300  # of words that found no place: a file of forms has hundreds of lines
IMPORTED = N_("Đã ghi: {file}")


@click.command(
    "import",
    cls=Command,
    help=HELPS["import"],
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
    print_findings(_shorten(findings), err=True)
    if text is None:
        return InputError.exit_code
    write_whole(target, text.encode(), force)
    echo(translated(IMPORTED, file=target))
    return int(has_errors(findings))


def _shorten(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings of which those of words without a place are a list that a person reads: the rest by paragraph."""
    lost = [found for found in findings if found.cause is Cause.UNPLACED]
    rest = {id(found) for found in lost[SHOWN_LINES:]}
    for found in findings:
        if id(found) in rest:
            continue
        words = str(found.facts.get("words", ""))
        is_long = found.cause is Cause.UNPLACED and len(words) > SHOWN_LETTERS
        yield replace(found, facts={**found.facts, "words": f"{words[:SHOWN_LETTERS]}…"}) if is_long else found
    if rest:
        numbers = ", ".join(str(found.place.paragraph) for found in lost[SHOWN_LINES:])
        place = replace(lost[SHOWN_LINES].place, paragraph=0, part="")
        yield Finding("W860", place, {"count": len(rest), "paragraphs": numbers}, Cause.UNPLACED)
