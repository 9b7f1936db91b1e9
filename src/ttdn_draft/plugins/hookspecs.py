"""Every hook of ttdn-draft. A plug-in marks its functions with `hookimpl` and names its module in the entry points."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pluggy

from ..installed import GROUP as GROUP
from ..model import Document, Draft, Remark

if TYPE_CHECKING:
    import click

    from ..check.manuscript import Manuscript
    from ..knowledge.standards.profile import Profile

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)

# the hooks of the plug-ins have bodies
# mypy: disable-error-code="empty-body"


@hookspec
def ttdn_packs() -> Iterable[Path]:
    """Return the folders of the packs that the plug-in brings; each holds a `pack.yaml`.

    Called when a document names a pack (`tinh`) and by the commands about packs. Packs are known by the id in their
    `pack.yaml`: two packs with one id are an error for the documents that ask for that id (`E603`).
    """


@hookspec
def ttdn_calendars() -> Iterable[Path]:
    """Return files of anniversaries that belong to no province, each written as the `calendar.yaml` of a pack.

    Called for documents that count the years of an anniversary, and by the commands `calendar`, `new` and `packs show`.
    The days lie over those of the country and under those of a pack, in the order of the names of the plug-ins: an id
    that is there already replaces what lies below it, save that no great day of the country is moved (`W746`). An entry
    without `pham_vi` is the whole country's. What calendars say against each other is told (`W700` to `W703`); a file
    that is broken is left out and told (`E671`), also by the documents that it is missing for (`W670`).
    """


@hookspec
def ttdn_profiles() -> Iterable[Path]:
    """Return the folders of the profiles that the plug-in brings: new standards, or new kinds of documents (`loai`).

    Each folder is called as the `id` in its `profile.yaml` and holds, for each kind that it brings, the templates
    `<kind>/template.docx`; a kind without them is left out. Called for every document and by the commands `templates`.
    A document without `chuan` takes, of the profiles of its system and date that bring its kind, the one that began
    last; of those that began on one day the built-in one, and where there is none it must name one (`E678`). An id
    that is built in, or that two plug-ins bring, is refused (`E672`).
    """


@hookspec
def ttdn_readers() -> Mapping[str, Callable[[Path], Any]]:
    """Return functions that read further types of input files, under the endings of their names, such as `".odt"`.

    Called when a file with an ending is given that is not built in. The function takes the path and returns the data
    as a `.yaml` file would hold it: dictionaries, lists, texts, finite numbers, booleans and None, the body
    (`noi_dung`) as Markdown or as blocks; a `datetime.date` stands for its text. It passes the same schema; findings
    name the file. Where the file itself is wrong the function raises `UserFileError` with what it knows of the place
    (`E689`); what else it raises is a fault of the plug-in (`E671`). An ending that is built in (`.docx` and `.pdf`
    too), or that two plug-ins read, is refused (`E672`).
    """


@hookspec
def ttdn_enrich(draft: Draft) -> Draft | None:
    """Return the draft completed, made with `dataclasses.replace`, or None where there is nothing to add.

    Called for every document, after its pack has filled in what it leaves out and before the profile is chosen.
    Plug-ins are called in the order of their names, each with what the one before returned. The keys that were changed
    are told (`N676`). A result that is no draft is an error of the document (`E671`), and so is one that breaks a rule
    of input files, which is told beside it, or one of which no document can be made (`E677`). Where the draft itself
    forbids it the hook raises `UserFileError` with the path of the key (`E689`).
    """


@hookspec
def ttdn_check(document: Document, draft: Draft, profile: "Profile", text: "Manuscript") -> Iterable[Remark]:
    """Return what the rules of the plug-in find: `document` is what is printed, `draft` what was written.

    `text` is all that a rule of the program may ask: its passages in a reader's order (`text.passages`), and what they
    mention (`text.mentions`). A fault that has a name, a clause and examples is better a rule of its own: a function of
    the module marked with `rule`, as in the example. It needs no hook; `ttdn-draft rule` explains it.

    A `Remark` has the rule's own id, one sentence, a level ("error", "warning" or "note"), the path of the key that it
    is about, such as `("noi_nhan", 2)`, and a sentence that says what to do.

    Called for every document that could be settled, also for one with errors. The remarks of all plug-ins stand among
    the findings (`E673`, `W674`, `N675`) with plug-in and rule; one of level "error" stops the document. A rule that
    cannot judge what stands there raises `UserFileError` with the path of the key (`E689`); what else a hook raises is
    told as a fault of the plug-in and an error of the document (`E671`).
    """


@hookspec
def ttdn_filters() -> Mapping[str, Callable[[str], str]]:
    """Return filters for templates by name: `{{ trich_yeu|name }}` prints what the function makes of the text.

    Called when a template is checked or printed. A name has small letters, digits and `_`. What a filter returns is
    text and is escaped. A name that is built in (`upper`, `lower`), or that two plug-ins bring, is refused (`E672`).
    """


@hookspec
def ttdn_commands() -> "Iterable[click.Command]":
    """Return commands that stand beside those of ttdn-draft, under their own names.

    Called by `ttdn-draft NAME` where NAME is not built in, and by `ttdn-draft plugins`, which lists them; `--help`
    loads no plug-in. A name that is built in, or that two plug-ins bring, is refused (`E672`).
    """
