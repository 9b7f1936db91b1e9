"""`check --comments` and `check --fix -o` of a Word file: writes copies with comments or changes, never the file."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Finding, Place, UsageError
from ..links import real_path
from ..messages import N_
from ..records import dataclass
from .language import language, translated
from .report import echo

if TYPE_CHECKING:
    from ..packs import PackShelf
    from ..pipeline import Checked

COMMENTED = N_("Đã ghi: {file} ({count} nhận xét)")
MENDED = N_("Đã ghi: {file} (sửa {count} chỗ, mỗi chỗ là một thay đổi có thể nhận hoặc bỏ trong Word)")
CHANGED_WORDS = N_("«{old}» thành «{new}»")
MENDED_LINE = N_("đoạn {paragraphs}: {what}")


@dataclass(frozen=True)
class WordCopies:
    """Where copies of a Word file go: one with comments, one with changes; None where none is asked for."""

    comments: Path | None = None
    out: Path | None = None
    is_forced: bool = False

    def check(self, files: tuple[Path, ...], is_mending: bool) -> None:
        """Raise UsageError or OutputError where what is asked for cannot be done, before anything is read."""
        from ..read import WORD_SUFFIX

        is_word = any(file.suffix.lower() == WORD_SUFFIX for file in files)
        if self.out and not is_mending:
            raise UsageError("E848", Place(str(self.out)))
        if is_word and is_mending and not self.out:
            raise UsageError("E847", Place(str(files[0])))
        for option, target in (("--comments", self.comments), ("--fix -o", self.out)):
            if target is None:
                continue
            if not is_word or len(files) != 1:
                raise UsageError("E845", Place(str(target)), option=option)
            if real_path(target) == real_path(files[0]):
                raise UsageError("E846", Place(str(target)))
            from ..output import check_target

            check_target(target, self.is_forced, WORD_SUFFIX)

    def mend(self, file: Path, shelf: "PackShelf", asked: tuple[str, ...], is_quiet: bool) -> "Checked":
        """Write the copy with changes, print each, and return what is still found in it."""
        from ..marking import mend_copy
        from ..output import write_whole
        from ..word_check import judge_file
        from .mending import NOTHING_TO_MEND

        docx, mended = mend_copy(file, shelf, asked)
        if not mended or self.out is None:
            checked = judge_file(file, shelf)
            if checked.source:
                echo(translated(NOTHING_TO_MEND, file=file), err=True)
            return checked
        write_whole(self.out, docx, self.is_forced)
        for line in _list_mended(mended):
            echo(line, err=is_quiet)
        echo(translated(MENDED, file=self.out, count=len(mended)), err=True)
        return judge_file(self.out, shelf)

    def comment(self, file: Path, findings: tuple[Finding, ...], shelf: "PackShelf") -> None:
        """Write the copy with comments, where one is asked for."""
        if self.comments is None:
            return
        from ..check.registry import list_rules
        from ..marking import choose_comments, comment_findings
        from ..output import write_whole

        rules, findings = {**shelf.plugins.rules, **list_rules()}, choose_comments(findings)
        write_whole(self.comments, comment_findings(file, findings, rules, language.get()), self.is_forced)
        echo(translated(COMMENTED, file=self.comments, count=len(findings)), err=True)


def _list_mended(mended: Sequence[Finding]) -> Iterator[str]:
    """Yield what was mended, each thing in one line with all the paragraphs in which it was."""
    places: dict[str, dict[int, None]] = {}
    for finding in mended:
        places.setdefault(_describe(finding), {})[finding.place.paragraph] = None
    for what, paragraphs in places.items():
        yield translated(MENDED_LINE, paragraphs=", ".join(map(str, paragraphs)), what=what)


def _describe(finding: Finding) -> str:
    """Return what was mended, without its place."""
    if finding.fix is None or finding.changes:
        return finding.describe(language.get())[0]
    return translated(CHANGED_WORDS, old=finding.fix.old, new=finding.fix.new)
