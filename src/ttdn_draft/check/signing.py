"""Reads how a document is signed: a manuscript goes in, the lines of each signer come out, with their offices."""

import re
from collections.abc import Iterator
from functools import cached_property

from ..knowledge.names import fold_plain
from ..knowledge.standards.profile import Signing
from ..model import Signer, Source
from ..model.texts import capital_lines, printed_words
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import NodePath
from .manuscript import Manuscript

MARK_WORD = regex(
    r"(?P<mark>T[MLUQ]{1,2}\.|KT\.|Q\.|[TK](?:/| ?[.\\-] ?)[TMLU]Q?\.?|TM|KT|TL|TUQ)(?P<gap>\s*)(?P<rest>.*)", re.S
)
"""A mark of authority as people type it, of either system, with what follows it."""
MARK_LETTERS = {"TM": "TM", "KT": "KT", "TL": "TL", "TUQ": "TUQ", "TU": "TUQ", "Q": "Q"}
HEADS = tuple(
    """truong ban|truong tieu ban|chu tich|tong giam doc|giam doc|tong bi thu|bi thu|chanh van phong|chu nhiem|
    bo truong|tong cuc truong|chi cuc truong|cuc truong|vu truong|truong phong|vien truong|hieu truong|truong doan|
    chi huy truong|tong bien tap|chanh thanh tra|chanh an|thong doc|thu tuong|tong thanh tra|to truong""".replace(
        "\n    ", ""
    ).split("|")
)
"""Heads of bodies, folded, whose deputies are called phó and the same; a longer one before one that ends alike."""
DEPUTY = regex(r"(?:các )?pho\b")
MINISTERS_DEPUTY, MINISTER = "THỨ TRƯỞNG", "bo truong"
MANAGED = regex(
    r"(?:ban (?:tuyen giao|to chuc|noi chinh|dan van|chinh sach|xay dung dang|kinh te|doi ngoai)|van phong|so|phong"
    r"|chi cuc|cuc|trung tam|co quan|bo (?:ngoai giao|noi vu|tai chinh|tu phap|van hoa|khoa hoc|y te|cong an))\b"
)
"""Bodies that one person heads: nobody signs on behalf of them."""
COMMITTEE = regex(r"(?:tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|chi bo|dang bo|chi uy|ban thuong vu)\b")
PEOPLES_COMMITTEE = regex(r"(?:uy ban nhan dan|ubnd)\b")
STEERING = regex(r"\b(?:ban chi dao|tieu ban|hoi dong|to cong tac|ban to chuc (?!tinh|thanh|trung|huyen))")


@dataclass(frozen=True)
class AuthorityLine:
    """A line over the office: the letters of its mark (TM, KT, TL, TUQ, Q; nothing without one), and whom it names."""

    path: NodePath
    line: str  # as it is typed
    letters: str
    mark: str
    rest: str

    @property
    def named(self) -> str:
        """Return whom it names, folded."""
        return fold_plain(self.rest)


@dataclass(frozen=True)
class SignedBy:
    """A signer as a reader sees the block: its lines of authority and of office."""

    signer: Signer
    authority: tuple[AuthorityLine, ...]
    office_lines: tuple[str, ...]

    @cached_property
    def office(self) -> str:
        """Return the office on one line, folded."""
        return fold_plain(" ".join(self.office_lines))

    @property
    def office_typed(self) -> str:
        """Return the first line of the office as it is typed."""
        return next((line.strip() for line in printed_words(self.signer.office or "").split("\n") if line.strip()), "")

    @property
    def letters(self) -> tuple[str, ...]:
        """Return the letters of its marks."""
        return tuple(line.letters for line in self.authority)

    def find(self, letters: str) -> AuthorityLine | None:
        """Return its line with a mark."""
        return next((line for line in self.authority if line.letters == letters), None)

    @property
    def is_deputy(self) -> bool:
        """Tell whether its office is that of a deputy."""
        return bool(DEPUTY.match(self.office)) or "".join(self.office_lines).startswith(MINISTERS_DEPUTY)

    @property
    def head(self) -> str:
        """Return the head that its office is, or whose deputy it is, folded; nothing for another office."""
        if "".join(self.office_lines).startswith(MINISTERS_DEPUTY):
            return MINISTER
        return find_head(self.office.removeprefix("pho "))

    @property
    def office_path(self) -> NodePath:
        """Return the node of its office."""
        return (*self.signer.path, "chuc_vu")


def find_head(office: str) -> str:
    """Return the head as which a folded office begins; nothing for another office."""
    return next((head for head in HEADS if office.startswith(head)), "")


def list_signed(text: Manuscript) -> tuple[SignedBy, ...]:
    """Return the signers that are written out; a pack answers for its own."""
    return text.once(_list_signers)


def _list_signers(text: Manuscript) -> Iterator[SignedBy]:
    """Yield the signers that are written out; a pack answers for its own."""
    for signer in text.draft.signers:
        if not signer.id:
            yield SignedBy(signer, tuple(_read(signer, text.source)), tuple(capital_lines(_shown(signer.office))))


def write_mark(letters: str, signing: Signing) -> str:
    """Return a mark as a standard writes it; nothing where it has none of these letters."""
    written = {read_mark(mark): mark for mark in (*signing.marks, *signing.alone)}
    return written.get(letters, "")


def read_mark(mark: str) -> str:
    """Return the letters that a mark stands for, however it is written: T/M, TM. and TM are TM."""
    return MARK_LETTERS.get("".join(letter for letter in mark if letter.isalpha()), "")


def _read(signer: Signer, source: Source) -> Iterator[AuthorityLine]:
    path = (*signer.path, "quyen_han")
    for number, typed in enumerate(_shown(signer.authority).split("\n")):
        if not typed.strip():
            continue
        own = (*path, number)  # of a line that is an item of a list
        yield _read_line(typed.strip(), own if own in source.positions else path)


def _read_line(typed: str, path: NodePath) -> AuthorityLine:
    line = capital_lines(typed)[0]
    found = MARK_WORD.match(line)
    if found and (found["gap"] or not found["rest"] or found["mark"][-1] == "."):
        return AuthorityLine(path, typed, read_mark(found["mark"]), found["mark"], found["rest"].strip())
    return AuthorityLine(path, typed, "", "", line)


def _shown(words: str | None) -> str:
    return printed_words(words or "")
