"""Holds what the drafts of a project print against kept files: a project goes in, each draft comes out with both."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..errors import Finding, OutputError, Place, TtdnError, contained
from ..packs import PackShelf
from ..pages import count_pages, make_pdf
from ..patterns import regex
from ..pipeline import check_file, render_checked
from ..project import Project
from ..records import dataclass
from ..word.golden_styles import draw_styles
from ..word.golden_text import PAGES_LINE, draw_text
from .project_check import GOLDEN_FOLDER, list_drafts

KEPT_SUFFIX = ".txt"
COUNT_OF_PAGES = regex(rf"^{re.escape(PAGES_LINE)}\d+\n", re.M)


@dataclass(frozen=True)
class Golden:
    """A draft: what is kept of what it prints, what it prints now, and what keeps it from being printed."""

    draft: str
    kept: Path
    before: str | None
    after: str | None
    findings: tuple[Finding, ...] = ()
    failure: TtdnError | None = None

    @property
    def is_same(self) -> bool:
        """Tell whether it prints what is kept."""
        return self.after is not None and self.before == self.after


def draw_drafts(project: Project, shelf: PackShelf, has_office: bool) -> Iterator[Golden]:
    """Yield each draft of a project with what it prints; its pages are counted where LibreOffice is there.

    Where it is not, a kept count of pages is not compared.
    """
    drafts, _ = list_drafts(project, shelf)
    for draft in drafts:
        kept = name_kept(project, draft)
        before = kept.read_text(encoding="utf-8") if kept.is_file() else None
        drawn = _draw(Golden(str(draft), kept, before, None), shelf, has_office)
        yield drawn if has_office or drawn.before is None else _without_pages(drawn)


def name_kept(project: Project, draft: Path) -> Path:
    """Return the file in which is kept what a draft prints: golden/van-ban/huong-dan.md.txt."""
    return project.folder / GOLDEN_FOLDER / f"{project.path_of(str(draft))}{KEPT_SUFFIX}"


def list_stale(project: Project, shelf: PackShelf) -> list[Path]:
    """Return the kept files of drafts that are no longer there."""
    drafts, _ = list_drafts(project, shelf)
    wanted = {name_kept(project, draft) for draft in drafts}
    return sorted({*(project.folder / GOLDEN_FOLDER).rglob(f"*{KEPT_SUFFIX}")} - wanted)


def _draw(golden: Golden, shelf: PackShelf, has_office: bool) -> Golden:
    checked = check_file(Path(golden.draft), shelf)
    if checked.document is None:
        return replace(golden, findings=checked.findings, failure=checked.failure)
    try:
        docx = render_checked(checked)
        with contained(golden.draft):
            pages = count_pages(make_pdf(docx, Place(golden.draft))) if has_office else None
            looks = "".join(f"{line}\n" for line in draw_styles(docx))
            return replace(golden, after=looks + draw_text(docx, pages))
    except OutputError as error:
        return replace(golden, findings=error.findings)
    except TtdnError as error:
        return replace(golden, findings=error.findings, failure=error)


def _without_pages(golden: Golden) -> Golden:
    return replace(golden, before=COUNT_OF_PAGES.sub("", golden.before or ""))
