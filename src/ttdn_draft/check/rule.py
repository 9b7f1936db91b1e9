"""What a rule is: its id, level, words and examples; a manuscript goes in, what is wrong in it comes out.

A rule is one file in `words`, `parts` or `layout`. Its name is its id, its docstring has the headings of `HEADINGS`,
and `@rule` marks the one function that judges.
"""

import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from ..errors import Cause, Finding, Fix, Severity
from ..messages import N_, Message
from ..model.mentions import Mention, Passage
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import NodePath
from .locating import locate
from .sources import first_source

if TYPE_CHECKING:
    from .manuscript import Manuscript

Standard: TypeAlias = Literal["dang", "nha-nuoc"]
HEADINGS = (
    N_("Kiểm tra gì"),
    N_("Vì sao"),
    N_("Căn cứ"),
    N_("Ví dụ sai"),
    N_("Ví dụ đúng"),
    N_("Từ phiên bản"),
)
"""What the docstring of a rule says, in this order."""
WORDS_BEHIND = regex(r"(?:\s+[^\W\d_]+){1,2}")


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a rule finds: the node that it is about, the wrong words in its text, the facts of its sentence.

    `start` is where the words stand in the passage of the node; `fix` are the words that are right. A level or a
    message that is given here stands in the place of those of the rule.
    """

    path: NodePath
    words: str = ""
    start: int = 0
    facts: dict[str, object] = field(default_factory=dict)
    fix: str | None = None
    is_safe: bool | None = None
    level: Severity | None = None
    message: Message | None = None
    cause: Cause | None = None


class Judge(Protocol):
    """The function of a rule: a manuscript goes in, what is wrong in it comes out."""

    __name__: str

    def __call__(self, text: "Manuscript", /) -> Iterable[Told]:
        """Yield what is wrong."""


@dataclass(frozen=True)
class ExplainedRule:
    """What every rule says of itself, whatever it judges: a document as it is written, or how a Word file looks."""

    id: str
    area: str
    level: Severity
    message: Message
    judge: Callable[..., Iterable[object]] = field(compare=False, repr=False)
    standards: tuple[Standard, ...] = ("dang", "nha-nuoc")
    is_safe: bool = False  # its fixes may be written without asking
    fix_group: str = ""  # the name under which those that are not safe are asked for
    is_off: bool = False  # it speaks only where it is asked for
    cause: Cause | None = None  # of all that it tells, where that says none itself

    @property
    def title(self) -> str:
        """Return the first line of its docstring: the fault in one sentence."""
        return self.sections[""]

    @property
    def explained(self) -> tuple[str, str, str]:
        """Return what the catalogue translates of its docstring: the fault, what is checked, and why."""
        sections = self.sections
        return self.title, sections.get(HEADINGS[0], ""), sections.get(HEADINGS[1], "")

    @property
    def sections(self) -> dict[str, str]:
        """Return what the docstring of the rule says under each heading."""
        told = read_sections(inspect.getdoc(self.judge) or "")
        return told if HEADINGS[0] in told else read_sections(sys.modules[self.judge.__module__].__doc__ or "")


@dataclass(frozen=True)
class Rule(ExplainedRule):
    """One rule of a standard or of good writing: it judges what a document says, and what stands where."""

    judge: Judge = field(compare=False, repr=False)

    def apply(self, text: "Manuscript", asked: "Manuscript | None" = None) -> Iterator[Finding]:
        """Yield what the rule finds in a manuscript, each at its place; `asked` is what it asks in its stead."""
        asked = asked or text
        if asked.profile.standard not in self.standards:
            return
        for told in self.judge(asked):
            message = told.message or self.message
            safe = self.is_safe if told.is_safe is None else told.is_safe
            yield Finding(
                self.id,
                locate(text.source, told.path, told.words, told.start, text.text_of(told.path)),
                _choose_facts(told, message),
                cause=told.cause or self.cause,
                level=told.level or self.level,
                message=message,
                words=told.words,
                fix=None if told.fix is None else Fix(told.words, told.fix, safe, self.fix_group),
            )


def _choose_facts(told: Told, message: Message) -> dict[str, object]:
    """Return the facts of a sentence; the words only where it names them, so that the same of other words is folded."""
    named = {"words": told.words} if "{words}" in message.what + message.do else {}
    sources = {"source": first_source(str(told.facts["source"]))} if "source" in told.facts else {}
    return named | told.facts | sources


def rule(
    level: Severity,
    what: str,
    do: str,
    *,
    standards: tuple[Standard, ...] = ("dang", "nha-nuoc"),
    is_safe: bool = False,
    fix_group: str = "",
    is_off: bool = False,
    cause: Cause | None = None,
) -> Callable[[Judge], Rule]:
    """Make a rule of the function that judges: its id is the name of the function, with dashes.

    `what` says what is wrong and `do` what to do; `{words}` and the facts of what is told are filled in. A rule of the
    program is in the area of its folder; one of a plug-in explains itself in the docstring of its function.
    """

    def make(judge: Judge) -> Rule:
        name, area = name_rule(judge)
        return Rule(name, area, level, Message(what, do), judge, standards, is_safe, fix_group, is_off, cause)

    return make


def name_rule(judge: Callable[..., object]) -> tuple[str, str]:
    """Return the id of the rule that a function makes, and its area: the folder of its module."""
    return judge.__name__.replace("_", "-"), ".".join(judge.__module__.split(".")[-2:-1])


def about(
    mention: Mention,
    *,
    fix: str | None = None,
    level: Severity | None = None,
    message: Message | None = None,
    **facts: object,
) -> Told:
    """Return what a rule says of a mention; `level` and `message` stand in the place of its own."""
    start, end = mention.start, mention.end
    return about_words(mention.passage, start, end, fix=fix, level=level, message=message, **facts)


def about_words(
    passage: Passage,
    start: int,
    end: int,
    *,
    fix: str | None = None,
    level: Severity | None = None,
    message: Message | None = None,
    **facts: object,
) -> Told:
    """Return what a rule says of the words of a passage from one place to another, as `about` does."""
    words = passage.text[start:end]
    return Told(path=passage.path, words=words, start=start, facts=facts, fix=fix, level=level, message=message)


def words_behind(passage: Passage, end: int) -> str:
    """Return the two words behind a place with the blanks before them: what was found is looked for by eye in Word."""
    found = WORDS_BEHIND.match(passage.text, end)
    return found[0] if found else ""


def read_sections(docstring: str) -> dict[str, str]:
    """Return the text under each heading of the docstring of a rule, and its first line under the heading ""."""
    sections: dict[str, list[str]] = {"": []}
    name = ""
    for line in docstring.strip().splitlines():
        bare = line.strip()
        heading = next((h for h in HEADINGS if bare.startswith(f"{h}:")), None)
        if heading:
            name, bare = heading, bare.removeprefix(f"{heading}:").strip()
            sections[name] = []
        sections[name].append(bare)
    return {name: "\n".join(lines).strip() for name, lines in sections.items()}
