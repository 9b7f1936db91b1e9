"""The public face of ttdn-draft for Python: documents are checked, made and composed; plug-ins find what hooks need.

What stands in `__all__` is public and follows the semantic versions of the program; all else may change at any time.
Nothing here prints or ends the program. What is heavy is loaded by the functions, not with this module.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ..errors import (
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
from ..model import (
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
from ..plugins.hookspecs import hookimpl

if TYPE_CHECKING:
    from ..check import Manuscript
    from ..check.rule import Rule, Told, about, about_words, rule
    from ..knowledge.standards.profile import Profile
    from ..model.mentions import Mention, Passage
    from .accepting import accept_finding, find_project_file, reopen_finding
    from .answering import answer, apply_edits, count_filled, drop_doubt, drop_draft_mark, set_fact
    from .cited import find_citations
    from .documents import CheckResult, Composed, Language, TextFormat, check, compose, open_shelf, render
    from .drawing import draw_pages
    from .looking import look
    from .plain_words import plain_source
    from .planning import list_choices, plan
    from .roll_writing import write_rolled
    from .rolling_over import roll_over
    from .screen_values import (
        BlockSpot,
        CitationHit,
        ComposePlan,
        DrawnPages,
        OfferedName,
        OrderChoices,
        PageImage,
        PlanRow,
        PrintedLine,
        RolledText,
        RollRow,
        SeenLine,
        ShownTable,
        WordFinding,
        WordLook,
    )
    from .splitting import split_text
    from .table_ages import list_tables
    from .values import (
        DoubtPlace,
        FactChoice,
        FactField,
        LookCounts,
        OfferedFix,
        OpenDoubt,
        PassedFinding,
        ShownFinding,
        SourceGap,
        SplitText,
        TextBlock,
        TextCell,
        TextEdit,
        TextLook,
        TextRun,
    )
    from .word_files import comment_word, look_at_word, mend_word
    from .year_days import list_days, write_ics

__all__ = [
    "Annex",
    "AnnexPart",
    "Block",
    "BlockSpot",
    "BodyBlock",
    "Cell",
    "CheckResult",
    "CitationHit",
    "Column",
    "ComposePlan",
    "Composed",
    "Document",
    "DoubtPlace",
    "Draft",
    "Drafter",
    "DrawnPages",
    "FactChoice",
    "FactField",
    "Figure",
    "Finding",
    "Heading",
    "InputError",
    "Issuer",
    "Language",
    "LookCounts",
    "Manuscript",
    "Mention",
    "OfferedFix",
    "OfferedName",
    "OpenDoubt",
    "OrderChoices",
    "OutputError",
    "PackError",
    "PageImage",
    "Paragraph",
    "Passage",
    "PassedFinding",
    "Place",
    "PlanRow",
    "PrintedLine",
    "Profile",
    "Remark",
    "RollRow",
    "RolledText",
    "Rule",
    "Run",
    "SeenLine",
    "ShownFinding",
    "ShownTable",
    "SignatureBlock",
    "Signer",
    "SourceGap",
    "SplitText",
    "Table",
    "TableMark",
    "Task",
    "TaskGroup",
    "TemplateError",
    "Text",
    "TextBlock",
    "TextCell",
    "TextEdit",
    "TextFormat",
    "TextLook",
    "TextRun",
    "Told",
    "TtdnError",
    "UnexpectedError",
    "UsageError",
    "UserFileError",
    "WordFinding",
    "WordLook",
    "about",
    "about_words",
    "accept_finding",
    "answer",
    "apply_edits",
    "check",
    "comment_word",
    "compose",
    "count_filled",
    "draw_pages",
    "drop_doubt",
    "drop_draft_mark",
    "find_citations",
    "find_project_file",
    "hookimpl",
    "list_choices",
    "list_days",
    "list_tables",
    "look",
    "look_at_word",
    "mend_word",
    "open_shelf",
    "plain_source",
    "plain_text",
    "plan",
    "render",
    "reopen_finding",
    "roll_over",
    "rule",
    "set_fact",
    "split_text",
    "texts_of",
    "write_ics",
    "write_rolled",
]

LATE = {"Manuscript": "check"} | dict.fromkeys(("Mention", "Passage"), "model.mentions")
LATE |= dict.fromkeys(("Rule", "Told", "about", "about_words", "rule"), "check.rule")
LATE |= dict.fromkeys(
    (
        "answer",
        "apply_edits",
        "count_filled",
        "drop_doubt",
        "drop_draft_mark",
        "set_fact",
    ),
    "api.answering",
)
LATE |= dict.fromkeys(
    (
        "CheckResult",
        "Composed",
        "Language",
        "TextFormat",
        "check",
        "compose",
        "open_shelf",
        "render",
    ),
    "api.documents",
)
LATE |= dict.fromkeys(
    (
        "BlockSpot",
        "CitationHit",
        "ComposePlan",
        "DrawnPages",
        "OfferedName",
        "OrderChoices",
        "PageImage",
        "PlanRow",
        "PrintedLine",
        "RolledText",
        "RollRow",
        "SeenLine",
        "ShownTable",
        "WordFinding",
        "WordLook",
    ),
    "api.screen_values",
)
LATE |= dict.fromkeys(
    (
        "DoubtPlace",
        "FactChoice",
        "FactField",
        "LookCounts",
        "OfferedFix",
        "OpenDoubt",
        "PassedFinding",
        "ShownFinding",
        "SourceGap",
        "SplitText",
        "TextBlock",
        "TextCell",
        "TextEdit",
        "TextLook",
        "TextRun",
    ),
    "api.values",
)
LATE |= dict.fromkeys(("Profile",), "knowledge.standards.profile")
LATE |= dict.fromkeys(("accept_finding", "find_project_file", "reopen_finding"), "api.accepting")
LATE |= dict.fromkeys(("find_citations",), "api.cited")
LATE |= dict.fromkeys(("draw_pages",), "api.drawing")
LATE |= dict.fromkeys(("look",), "api.looking")
LATE |= dict.fromkeys(
    (
        "list_choices",
        "plan",
    ),
    "api.planning",
)
LATE |= dict.fromkeys(("roll_over",), "api.rolling_over")
LATE |= dict.fromkeys(("write_rolled",), "api.roll_writing")
LATE |= dict.fromkeys(("plain_source",), "api.plain_words")
LATE |= dict.fromkeys(("split_text",), "api.splitting")
LATE |= dict.fromkeys(("list_tables",), "api.table_ages")
LATE |= dict.fromkeys(
    (
        "comment_word",
        "look_at_word",
        "mend_word",
    ),
    "api.word_files",
)
LATE |= dict.fromkeys(
    (
        "list_days",
        "write_ics",
    ),
    "api.year_days",
)
"""What a plug-in with a pack does not need, and where it lies: it is loaded when it is first asked for."""


def __getattr__(name: str) -> object:
    """Return what is loaded when it is asked for."""
    if name not in LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"..{LATE[name]}", __package__), name)
