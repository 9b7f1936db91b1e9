"""What can go wrong: an id, a place and the facts go in; exceptions and findings come out."""

import errno
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from .messages import N_

Severity = Literal["error", "warning", "note"]
SEVERITY_BY_LETTER: dict[str, Severity] = {"E": "error", "W": "warning", "N": "note"}


@dataclass(frozen=True, order=True)
class Place:
    """Where something is: a spot in an input file (`part`: the data file it names), or in a part of a .docx."""

    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    part: str = ""
    paragraph: int = 0
    tag: str = ""

    def __str__(self) -> str:
        spot = ":".join(str(x) for x in (self.file, self.line, self.column) if x)
        paragraph = f"¶{self.paragraph}" if self.paragraph else ""
        return " ".join(x for x in (spot, self.path, self.part, paragraph, self.tag) if x)


@dataclass(frozen=True)
class Finding:
    """One thing to tell the user: the id of a message, where, and the facts that fill its text."""

    id: str
    place: Place = Place()
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Return how bad it is, which the first letter of the id says."""
        return SEVERITY_BY_LETTER[self.id[0]]


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by place, each once."""
    unique = {(f.id, f.place, tuple(sorted((k, str(v)) for k, v in f.facts.items()))): f for f in findings}
    return tuple(sorted(unique.values(), key=lambda f: (f.place, f.id)))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding stops the document."""
    return any(f.severity == "error" for f in findings)


class TtdnError(Exception):
    """Something that a user can read and act upon; `exit_code` is what the command ends with."""

    exit_code = 1

    def __init__(self, id: str, place: Place | None = None, **facts: object) -> None:
        self.findings: tuple[Finding, ...] = (Finding(id, place or Place(), facts),)
        super().__init__(f"{id} {self.findings[0].place} {facts}")

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "TtdnError":
        """Return one error that carries all the given findings."""
        gathered = sort_findings(findings)
        error = cls(gathered[0].id, gathered[0].place, **gathered[0].facts)
        error.findings = gathered
        return error


OS_REASONS = {
    errno.ENOENT: N_("không có tệp hoặc thư mục này"),
    errno.EACCES: N_("không được phép"),
    errno.EPERM: N_("không được phép"),
    errno.EISDIR: N_("đây là thư mục"),
    errno.ENOTDIR: N_("một phần của đường dẫn không phải thư mục"),
    errno.ENOSPC: N_("ổ đĩa đầy"),
    errno.EROFS: N_("ổ đĩa chỉ đọc"),
    errno.ENAMETOOLONG: N_("tên tệp quá dài"),
    errno.EEXIST: N_("đã có tệp cùng tên"),
}


REASON_LENGTH = 300  # of what the code of others says


def put_in_words(error: BaseException) -> str:
    """Return an exception as one short line that a terminal prints as it is."""
    words = "".join(c if c.isprintable() else " " for c in f"{type(error).__name__}: {_text_of(error)}")
    return " ".join(words.split())[:REASON_LENGTH]


def _text_of(error: BaseException) -> str:
    """Return the words of an exception; nothing where its `__str__`, code of others, fails too."""
    try:
        return str(error)
    except KeyboardInterrupt:
        raise
    except BaseException:
        return ""


def explain(problem: str, known: Mapping[str, str]) -> str:
    """Return a parser's complaint in words for the user, where its beginning is known."""
    return next((words for start, words in known.items() if problem.startswith(start)), problem)


def explain_os_error(error: OSError) -> str:
    """Return the reason of a failed file operation, in words for the user where we have them."""
    return OS_REASONS.get(error.errno or 0, error.strerror or str(error))


class InputError(TtdnError):
    """The user's own file or document is wrong."""


class OutputError(TtdnError):
    """The result cannot be written where it was asked for."""


class UsageError(TtdnError):
    """The command was called wrongly."""

    exit_code = 2


class PackError(TtdnError):
    """A pack is broken: its author must repair it."""

    exit_code = 3


class TemplateError(TtdnError):
    """A template, a profile or the installation is broken: somebody else must repair it."""

    exit_code = 3
