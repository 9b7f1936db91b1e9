"""Documents checked, made and composed: a path, a text, data or an order goes in, findings, bytes or a text come out.

Nothing here prints or ends the program. What is heavy is loaded by the functions, not with this module.
"""

import os
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..errors import Finding, TtdnError, UsageError, contained
from ..installed import allows_plugins
from ..model import Document
from ..records import dataclass

if TYPE_CHECKING:
    from ..packs import PackShelf
    from ..pipeline import Checked

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
    An argument of a wrong type is a finding as well (`E019`).
    """
    try:
        checked = _check(source, format, name, folder, packs, plugins, with_look=True)
    except TtdnError as error:
        return CheckResult(error.findings)
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
    missing, UsageError for an argument of a wrong type, UnexpectedError where the program itself fails. What is no
    error is told by `check` alone.
    """
    from ..pipeline import render_checked

    try:
        with contained(""):
            _refuse_misfits(template=(template, Path, NoneType))
        return render_checked(_check(source, format, name, folder, packs, plugins), template)
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
    commune: str = "",
    packs: Iterable[Path] = (),
    plugins: bool = True,
    language: Language = "vi",
) -> Composed:
    """Return the text of a new input file for a province and a year, as `ttdn-draft new` writes it.

    `kind` is "huong-dan", "ke-hoach" or "bao-cao"; `pack` the id of a province or pack, such as "cao-bang"; `day` the
    day on which names and bases are looked up; `issue_date` is printed and, without it, left open. `organ` and `signer`
    are ids in the pack, the usual ones where blank; `commune` is the id or name of one of the province. `packs` and
    `plugins` are as for `check`.
    Raises UsageError where what is asked for is not there or an argument has a wrong type, PackError where a pack or an
    outline is broken, UnexpectedError where the program itself fails; `language` is that of their words.
    """
    from ..compose import Order
    from ..composing import compose_file

    order = Order(kind, year, day, issue_date, standard or "", organ, signer, commune)
    try:
        with contained(""):
            _refuse_misfits(
                kind=(kind, str),
                pack=(pack, str),
                year=(year, int),
                day=(day, date),
                issue_date=(issue_date, date, NoneType),
                organ=(organ, str),
                standard=(standard, str, NoneType),
                signer=(signer, str),
                commune=(commune, str),
            )
            return Composed(*compose_file(order, pack, _make_shelf(packs, plugins)))
    except TtdnError as error:
        error.language = language
        raise


def open_shelf(packs: Iterable[Path] = (), *, plugins: bool = True) -> "PackShelf":
    """Return the packs and plug-ins that a command would have, to be handed to several calls.

    Each pack is read once; a shelf that is opened later sees what has changed. The parameters are those of `check`.
    """
    return _make_shelf(packs, plugins)


def _refuse_misfits(**arguments: tuple[object, *tuple[type, ...]]) -> None:
    """Raise UsageError for each value that has none of its types: not everybody who calls has a type checker.

    A moment is no day, though Python takes it for one.
    """
    wrong = [
        _tell_misfit(name, " | ".join("None" if t is NoneType else t.__name__ for t in types), value)
        for name, (value, *types) in arguments.items()
        if not isinstance(value, tuple(types)) or isinstance(value, datetime)
    ]
    if wrong:
        raise UsageError.of(wrong)


def _tell_misfit(name: str, wanted: str, value: object) -> Finding:
    return Finding("E019", facts={"name": name, "wanted": wanted, "what": type(value).__name__})


def _make_shelf(packs: object, has_plugins: bool) -> "PackShelf":
    """Return the packs and plug-ins that the command line would have with the same options."""
    from ..packs import PackShelf
    from ..packs.sources import list_asked, list_folders

    named = [*packs] if isinstance(packs, Iterable) and not isinstance(packs, str) else None
    if named is None or not all(isinstance(folder, str | os.PathLike) for folder in named):
        raise UsageError.of([_tell_misfit("packs", "Iterable[Path]", packs)])
    folders = [Path(folder) for folder in named]
    is_open = has_plugins and allows_plugins(os.environ)
    return PackShelf(list_folders(folders, os.environ), is_open, list_asked(folders, os.environ))


def _check(
    source: object,
    form: str | None,
    name: str,
    folder: Path | None,
    packs: object,
    has_plugins: bool,
    with_look: bool = False,
) -> "Checked":
    from ..pipeline import check_file, check_given_data, check_text
    from ..word_check import judge_file

    with contained(""):
        _refuse_misfits(format=(form, str, NoneType), name=(name, str), folder=(folder, Path, NoneType))
        shelf = _make_shelf(packs, has_plugins)
        if isinstance(source, os.PathLike):
            return (judge_file if with_look else check_file)(Path(source), shelf)
        if isinstance(source, str):
            return check_text(source, form or "", shelf, name, folder)
        return check_given_data(source, shelf, name, folder)
