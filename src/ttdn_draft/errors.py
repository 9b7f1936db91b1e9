"""What can go wrong: an id, a place and the facts go in; exceptions and findings come out."""

import errno
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from enum import Enum, auto
from typing import Literal, Self

from .messages import LANGUAGES, N_, Message, fill_message, find_message, translate
from .records import dataclass

Severity = Literal["error", "warning", "note"]
SEVERITY_BY_LETTER: dict[str, Severity] = {"E": "error", "W": "warning", "N": "note"}
PARAGRAPH = N_("đoạn {number}")
SEVERITIES = tuple(SEVERITY_BY_LETTER.values())
"""How bad a finding may be, the worst first."""


@dataclass(frozen=True, order=True)
class Place:
    """Where something is: a spot in an input file (`part`: the data file it names), or in a part of a .docx.

    In a .docx there is no line, and the column is the letter of the text of its paragraph.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    part: str = ""
    paragraph: int = 0
    tag: str = ""

    def __str__(self) -> str:
        return self.tell()

    @property
    def order(self) -> tuple[object, ...]:
        """Return by what places are sorted: files, lines, paragraphs."""
        return self.file, self.line, self.part, self.paragraph, self.column, self.path, self.tag

    def tell(self, language: str = LANGUAGES[0]) -> str:
        """Return the place in words: of a paragraph of a Word file, for which nobody knows a path, its number."""
        spot = ":".join(str(x) for x in (self.file, self.line, self.column if self.line else 0) if x)
        if self.paragraph and not self.part:
            return " ".join(filter(None, (spot, translate(PARAGRAPH, language).format(number=self.paragraph))))
        paragraph = f"¶{self.paragraph}" if self.paragraph else ""
        return " ".join(x for x in (spot, self.path, self.part, paragraph, self.tag) if x)


class Cause(Enum):
    """What the program itself acts upon when it is told; ids of messages are for people, and decide nothing."""

    NOT_TEXT = auto()  # bytes that are no text at all
    OTHER_ENCODING = auto()  # a text in UTF-16
    BROKEN_TEXT = auto()  # a text of which some bytes are no UTF-8
    TAB_INDENT = auto()  # a line begins with a tab
    MISREAD = auto()  # lines that are read as something else than they were meant as, which stops the document
    PASTED_FOOT = auto()  # a line with which the foot of another document begins, pasted into the text
    OTHER_SYSTEM = auto()  # a document of one system that is held against the standard of the other
    OTHER_YEAR = auto()  # the year of the subject and the day of a document do not fit: much follows from either
    OTHER_TIME = auto()  # a time that fits neither the day of a document nor the time that it is for
    FAR_DAY = auto()  # a document is dated so far ahead that nothing is known of that time
    ODD_VALUE = auto()  # a value of the head or foot holds a mark that is no word of it
    UNWRITTEN = auto()  # dots or words in the place of a value that is not known yet
    MISSPELT = auto()  # a word that is mistyped, so that the name with it is not known
    TO_GO = auto()  # a line that is to be taken out, so that nothing else matters about it
    RESHAPED = auto()  # lines that became part of another paragraph than was meant, so that lists are not counted on
    GUESSED = auto()  # a line that looks odd, of which nothing is said where anything else is told of it
    STRAY = auto()  # signs that are printed as typed, so that nothing else matters about their line
    SYNTAX = auto()  # a text that is mistyped, so that what it was meant for cannot be read
    REMARK = auto()  # words that YAML takes for a remark
    NO_PLAIN = auto()  # an anchor, alias or tag of YAML
    TOO_MUCH = auto()  # more of something than is read
    OTHER_FONT = auto()  # a sign that the font of documents lacks
    UNSEEN_SIGN = auto()  # a sign that cannot be seen
    KEY_TWICE = auto()  # a key stands twice in one mapping
    EMPTY_BODY = auto()  # a document without a text
    UNKNOWN_KIND = auto()  # a kind of document that no profile knows
    NO_OUTLINE = auto()  # a kind of document that nobody has an outline for
    NO_PACK = auto()  # nobody has a pack of that id
    COUNTRY_PACK = auto()  # the pack of the whole country stands in for that of a province
    BROKEN_PROJECT = auto()  # what a project names cannot be read
    BROKEN_PLUGIN = auto()  # a plug-in cannot be loaded, or fails
    CHANGED_DRAFT = auto()  # a plug-in completed a draft
    NO_NOTE = auto()  # a mark of a note that is not there
    LONE_NOTE = auto()  # a note to which no mark leads
    RENUMBERED = auto()  # a heading of a Word file that gets another number
    WRITTEN_ANEW = auto()  # words of a Word file in a line that the program writes by itself
    UNPLACED = auto()  # words of a Word file that stand nowhere in the data made of it
    GREAT_DAY = auto()  # a calendar gives a great day of the country another day
    UNFINISHED = auto()  # a draft holds something that is still to be done
    IN_USE = auto()  # another program has the file open
    CHANGED = auto()  # the file is another one than was read
    NO_YEAR = auto()  # a document of last year does not say of which year it is
    NO_LATER_YEAR = auto()  # a document is to become that of a year that does not follow its own
    ENDED_ISSUER = auto()  # who issued a document is no more, so that somebody has to say who issues now
    TIME_LIMIT = auto()  # a program of the machine did not end in time


@dataclass(frozen=True)
class Fix:
    """New words for old ones that stand at the place of a finding; a safe one may be written without asking.

    One that is not safe is written only where its group is asked for by name, such as "citations".
    """

    old: str
    new: str
    is_safe: bool = False
    group: str = ""


@dataclass(frozen=True)
class FormatChange:
    """A format that a Word file has at the place of a finding, and the one that is right.

    `name` is that of a field of `word.formats.Format`, in its units, or for a page that of a margin of `Page` in mm.
    It is set in the runs, in the paragraph, or in the section that holds the paragraph of the place.
    """

    name: str
    old: float | str | None
    new: float | str
    scope: Literal["run", "paragraph", "section"]


@dataclass(frozen=True)
class Finding:
    """One thing to tell the user: the id of a message, where, and the facts that fill its text.

    A rule has words of its own (`message`) and says how bad it is (`level`); its id is a name, and that of every other
    finding begins with the letter of its severity. `words` are those that are wrong, as they stand at the place.
    """

    id: str
    place: Place = Place()
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)  # which may hold lists and the like
    cause: Cause | None = field(default=None, compare=False, repr=False)
    level: Severity | None = None
    message: Message | None = field(default=None, repr=False)
    words: str = ""
    fix: Fix | None = None
    changes: tuple[FormatChange, ...] = ()  # what mends the look of a Word file

    @property
    def severity(self) -> Severity:
        """Return how bad it is: as its rule says, else as the first letter of the id says."""
        return self.level or SEVERITY_BY_LETTER[self.id[0]]

    def describe(self, language: str = LANGUAGES[0]) -> tuple[str, str]:
        """Return what is wrong and what to do, in a language: "vi" or "en"."""
        message, is_of_word = self.message or find_message(self.id), bool(self.place.paragraph)
        return fill_message(message, dict(self.facts), language, is_of_word)

    def sentence(self, language: str = LANGUAGES[0]) -> str:
        """Return what is wrong and what to do as one line of text, without id and place."""
        return " ".join(self.describe(language))

    def tell(self, language: str = LANGUAGES[0]) -> str:
        """Return place, id and sentence as one line, as the command line prints them."""
        return " ".join(filter(None, (self.place.tell(language), self.id, self.sentence(language))))


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by place, each once."""
    unique = {(f.id, f.place, tuple(sorted((k, str(v)) for k, v in f.facts.items()))): f for f in findings}
    return tuple(sorted(unique.values(), key=lambda f: (f.place.order, f.id)))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding stops the document."""
    return any(f.severity == "error" for f in findings)


class TtdnError(Exception):
    """Something that a user can read and act upon; `exit_code` is what the command ends with."""

    exit_code = 1
    language = LANGUAGES[0]  # of its words, as `str` gives them

    def __init__(self, id: str, place: Place | None = None, **facts: object) -> None:
        super().__init__(id)
        self.findings: tuple[Finding, ...] = (Finding(id, place or Place(), facts),)

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Self:
        """Return one error that carries all the given findings, even none."""
        error = cls.__new__(cls)
        error.findings = sort_findings(findings)
        error.args = tuple(finding.id for finding in error.findings)
        return error

    def __str__(self) -> str:
        return self.tell(self.language)

    def tell(self, language: str = LANGUAGES[0]) -> str:
        """Return the findings as the command line prints them, one a line, in a language: "vi" or "en"."""
        return "\n".join(finding.tell(language) for finding in self.findings)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self).of, (self.findings,), vars(self)  # the language too, and the path of a UserFileError


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
    errno.EBUSY: N_("chương trình khác đang dùng tệp này"),
    errno.ETXTBSY: N_("chương trình khác đang dùng tệp này"),
    errno.EIO: N_("ổ đĩa không đọc, ghi được"),
    errno.EFBIG: N_("tệp quá lớn cho ổ đĩa này"),
    errno.EMFILE: N_("quá nhiều tệp đang mở"),
    errno.EINVAL: N_("tên tệp có ký tự không dùng được"),
    errno.ELOOP: N_("liên kết đi vòng tròn, không tới tệp nào"),
}
OTHER_REASON = N_("hệ điều hành từ chối")
NO_NAME = N_("không hệ thống nào có tên như vậy")

ASK = N_("Sửa tệp ở chỗ này; chưa rõ thì hỏi người làm ra phần cài thêm.")
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


def explain(problem: str, known: Mapping[str, str], otherwise: str) -> str:
    """Return a parser's complaint in words for the user: those of its beginning, else what fits any."""
    return next((words for start, words in known.items() if problem.startswith(start)), otherwise)


def explain_os_error(error: OSError | ValueError) -> str:
    """Return the reason of a failed file operation, in words for the user where we have them.

    Python raises ValueError for a name that no system knows, such as one with a NUL in it.
    """
    if isinstance(error, ValueError):
        return NO_NAME
    return OS_REASONS.get(error.errno or 0, OTHER_REASON)


class InputError(TtdnError):
    """The user's own file or document is wrong."""


class UserFileError(InputError):
    """What a reader or a rule of a plug-in raises where the user's own file is wrong, and the plug-in is not.

    `text` says what is wrong and `advice` what to do, each one sentence; `path` is that of the key, such as
    `("noi_nhan", 2)`; `line` and `column`, counted from 1, are what a reader knows of the place. The file is known.
    """

    path: tuple[str | int, ...] = ()

    def __init__(
        self, text: str, path: Sequence[str | int] = (), line: int = 0, column: int = 0, advice: str = ""
    ) -> None:
        words = " ".join(text.split()), " ".join(advice.split())
        if not words[0]:
            raise ValueError("an error without a text")
        where = Place(line=int(line), column=int(column))
        found = Finding("E689", where, {"text": words[0], "advice": words[1] or ASK, "name": ""})
        super().__init__(found.id)
        self.findings, self.path = (found,), tuple(path)

    def as_finding(self, plugin: str, place: Place) -> Finding:
        """Return what a plug-in says of the user's file: `place` is the file and key, a line that is known goes first.

        `plugin` is the name and version of its distribution.
        """
        told = self.findings[0]
        spot = replace(place, line=told.place.line, column=told.place.column) if told.place.line else place
        return replace(told, place=spot, facts={**told.facts, "name": plugin})


class UnexpectedError(TtdnError):
    """The program itself failed at a file; `__cause__` is the exception that nobody foresaw."""

    exit_code = 3


@contextmanager
def contained(file: str) -> Iterator[None]:
    """Raise UnexpectedError, which names the file, for every exception that is none of ours.

    An interruption passes, and so does the end of who reads what is printed.
    """
    try:
        yield
    except (TtdnError, BrokenPipeError):
        raise
    except Exception as error:
        raise UnexpectedError("E900", Place(file), problem=put_in_words(error)) from error


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
