"""The public face of ttdn-draft for Python: documents are checked, made and composed; plug-ins find what hooks need.

What stands in `__all__` is public and follows the semantic versions of the program; all else may change at any time.
Nothing here prints or ends the program. What is heavy is loaded by the functions, not with this module.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from .errors import (
    Finding,
    InputError,
    OutputError,
    PackError,
    Place,
    TemplateError,
    TtdnError,
    UnexpectedError,
    UsageError,
    UserFileError,
)
from .installed import allows_plugins
from .knowledge.standards.profile import Profile
from .model import (
    Annex,
    AnnexPart,
    Block,
    BodyBlock,
    Cell,
    Column,
    Document,
    Draft,
    Drafter,
    Figure,
    Heading,
    Issuer,
    Paragraph,
    Remark,
    Run,
    SignatureBlock,
    Signer,
    Table,
    TableMark,
    Task,
    TaskGroup,
    Text,
    plain_text,
    texts_of,
)
from .plugins.hookspecs import hookimpl

if TYPE_CHECKING:
    from .packs import PackShelf
    from .pipeline import Checked

__all__ = [
    "Annex",
    "AnnexPart",
    "Block",
    "BodyBlock",
    "Cell",
    "CheckResult",
    "Column",
    "Composed",
    "Document",
    "Draft",
    "Drafter",
    "Figure",
    "Finding",
    "Heading",
    "InputError",
    "Issuer",
    "Language",
    "OutputError",
    "PackError",
    "Paragraph",
    "Place",
    "Profile",
    "Remark",
    "Run",
    "SignatureBlock",
    "Signer",
    "Table",
    "TableMark",
    "Task",
    "TaskGroup",
    "TemplateError",
    "Text",
    "TextFormat",
    "TtdnError",
    "UnexpectedError",
    "UsageError",
    "UserFileError",
    "check",
    "compose",
    "hookimpl",
    "plain_text",
    "render",
    "texts_of",
]

TextFormat: TypeAlias = Literal["md", "yaml", "json"]
"""How a text is written."""
Language: TypeAlias = Literal["vi", "en"]
"""Of the sentences of findings."""


@dataclass(frozen=True)
class CheckResult:
    """What was found in an input, by place, and the document where no finding is an error."""

    findings: tuple[Finding, ...]
    document: Document | None = None

    def tell(self, language: Language = "vi") -> str:
        """Return the findings as the command line prints them, one a line."""
        return "\n".join(finding.tell(language) for finding in self.findings)


@dataclass(frozen=True)
class Composed:
    """The text of a new input file (Markdown), and what to tell about it."""

    text: str
    findings: tuple[Finding, ...] = ()


def check(
    source: Path | str | Mapping[str, object],
    *,
    format: TextFormat | None = None,
    name: str = "",
    folder: Path | None = None,
    packs: Iterable[Path] = (),
    plugins: bool = True,
) -> CheckResult:
    """Check an input and return all that is wrong with it, as `ttdn-draft check` does; nothing is raised.

    `source` is the path of an input file, its text with `format` ("md", "yaml" or "json"), or the data that a .yaml
    file would hold. A text or data is called `name` in the places of findings and lies in `folder`: the data files that
    it names (`tu_tep`) are read from there, and a ttdn.toml is looked for from there. Without a folder no data file is
    read (`E190`), and the ttdn.toml is that of the current folder. `packs` are further folders of packs, beside those
    of TTDN_DRAFT_PACKS and of the user; `plugins=False` leaves plug-ins out, as TTDN_DRAFT_NO_PLUGINS=1 does.
    """
    checked = _check(source, format, name, folder, _make_shelf(packs, plugins))
    return CheckResult(checked.findings, checked.document)


def render(
    source: Path | str | Mapping[str, object],
    *,
    format: TextFormat | None = None,
    name: str = "",
    folder: Path | None = None,
    packs: Iterable[Path] = (),
    plugins: bool = True,
    template: Path | None = None,
    language: Language = "vi",
) -> bytes:
    """Return the bytes of the .docx that `ttdn-draft render` writes; the parameters are those of `check`.

    `template` is a Word template of one's own in the place of the built-in one, `language` that of the words of errors.
    Raises InputError with all findings where the input has errors, TemplateError where the template is broken or
    missing, UnexpectedError where the program itself fails. What is no error is told by `check` alone.
    """
    from .pipeline import render_checked

    try:
        return render_checked(_check(source, format, name, folder, _make_shelf(packs, plugins)), template)
    except TtdnError as error:
        error.language = language
        raise


def compose(
    kind: str,
    pack: str,
    year: int,
    *,
    day: date,
    issue_date: date | None = None,
    organ: str = "",
    standard: Literal["dang", "nha-nuoc"] | None = None,
    signer: str = "",
    packs: Iterable[Path] = (),
    plugins: bool = True,
    language: Language = "vi",
) -> Composed:
    """Return the text of a new input file for a province and a year, as `ttdn-draft new` writes it.

    `kind` is "huong-dan", "ke-hoach" or "bao-cao"; `pack` the id of a province or pack, such as "cao-bang"; `day` the
    day on which names and bases are looked up; `issue_date` is printed and, without it, left open. `organ` and `signer`
    are ids in the pack, the usual ones where blank. `packs` and `plugins` are as for `check`.
    Raises UsageError where what is asked for is not there, PackError where a pack or an outline is broken,
    UnexpectedError where the program itself fails; `language` is that of their words.
    """
    from .compose import Order
    from .errors import contained
    from .pipeline import compose_file

    order = Order(kind, year, day, issue_date, standard or "", organ, signer)
    try:
        with contained(""):
            return Composed(*compose_file(order, pack, _make_shelf(packs, plugins)))
    except TtdnError as error:
        error.language = language
        raise


def _make_shelf(packs: Iterable[Path], has_plugins: bool) -> "PackShelf":
    """Return the packs and plug-ins that the command line would have with the same options."""
    from .packs import PackShelf
    from .packs.sources import list_folders

    return PackShelf(list_folders(map(Path, packs), os.environ), has_plugins and allows_plugins(os.environ))


def _check(source: object, form: str | None, name: str, folder: Path | None, shelf: "PackShelf") -> "Checked":
    from .pipeline import check_file, check_given_data, check_text

    if isinstance(source, os.PathLike):
        return check_file(Path(source), shelf)
    if isinstance(source, str):
        return check_text(source, form or "", shelf, name, folder)
    return check_given_data(source, shelf, name, folder)
