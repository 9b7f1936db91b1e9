"""All that a screen shows of one text: its words go in; blocks, questions, findings and facts come out."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ..check import Manuscript
from ..check.registry import list_rules
from ..model import Heading, Paragraph
from ..packs import PackShelf
from ..pipeline import check_text
from .documents import Language, open_shelf
from .doubts import list_doubts
from .facts import FormMaker
from .findings import FindingShower, show_passed
from .splitting import Apart
from .values import LookCounts, ShownFinding, TextLook

DRAFT_KEY = "du_thao"


def look(
    text: str,
    *,
    folder: Path | None = None,
    name: str = "",
    shelf: PackShelf | None = None,
    language: Language = "vi",
) -> TextLook:
    """Return the blocks of a .md file, its questions, findings and facts; nothing is raised for what is wrong in it.

    A text is called `name` and lies in `folder`, as for `check`. `shelf` is what `open_shelf` returns: held over many
    calls, packs and plug-ins are read once.
    """
    shelf = shelf or open_shelf()
    checked = check_text(text, "md", shelf, name, folder)
    written = checked.manuscript
    apart = Apart.of(text, written.profile if written else None, _list_cited(written))
    rules = {**shelf.plugins.rules, **list_rules()}
    findings = tuple(FindingShower(apart, checked.source, rules, language).show(checked.findings))
    doubts = list_doubts(apart, language)
    facts = tuple(FormMaker(apart, findings, tuple(shelf.plugins.kinds.things), language).make())
    data = apart.tree.data
    is_draft = isinstance(data, dict) and data.get(DRAFT_KEY) is not None
    near, day = folder or Path(), date.today()
    passed = tuple(show_passed(checked.accepted, shelf.find_project(near), near / name, day, language))
    return TextLook(apart.split.blocks, doubts, findings, facts, is_draft, _count(len(doubts), findings), passed)


def _list_cited(written: Manuscript | None) -> Mapping[str, str]:
    """Return the words of each document that a text cites by its id, as its first mention has them."""
    if written is None:
        return {}
    draft = written.draft
    bodies = (draft.body, *(annex.body for annex in draft.annexes))
    texts = [block.text for body in bodies for block in body if isinstance(block, Heading | Paragraph)]
    runs = [run for text in (*texts, *draft.footnotes.values()) for run in text if run.cited]
    return {run.cited: run.text for run in reversed(runs)}


def _count(questions: int, findings: tuple[ShownFinding, ...]) -> LookCounts:
    levels = [finding.level for finding in findings]
    return LookCounts(questions, levels.count("error"), levels.count("warning"))
