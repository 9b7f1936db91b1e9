"""Reads the recipients of a document: a manuscript goes in, each line with its name and its purpose comes out."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from ..knowledge.names import fold_plain
from ..knowledge.standards.foot import is_archive_line
from ..mentions.organs import find_by_name
from ..model.mentions import TEXTS_KEPT, Passage
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import NodePath
from .manuscript import Manuscript

PURPOSE_LAST = regex(r"\s*\(\s*(?P<purpose>[^()]{2,40})\)\s*$")
SHORT_WORDS = (
    (regex(r"\bubnd\b"), "uy ban nhan dan"),
    (regex(r"\bhdnd\b"), "hoi dong nhan dan"),
    (regex(r"\bmttq\b"), "mat tran to quoc"),
    (regex(r"\bbtg(?:dv)?tu\b"), "ban tuyen giao va dan van tinh uy"),
    (regex(r"\bbtv\b"), "ban thuong vu"),
    (regex(r"\bvp\b"), "van phong"),
    (regex(r"^cac (?:(?:dong chi|d/c) )?"), "cac "),
)


@dataclass(frozen=True)
class RecipientLine:
    """A recipient as it is printed, with its purpose (blank without one)."""

    passage: Passage
    name: str
    purpose: str
    name_path: NodePath  # where each of the two is typed
    purpose_path: NodePath

    @cached_property
    def folded(self) -> str:
        """Return its name for comparison, with the short words of every day in full."""
        return fold_recipient(self.name)


@lru_cache(maxsize=TEXTS_KEPT)
def fold_recipient(name: str) -> str:
    """Return a name for comparison, with the short words of every day in full."""
    known = find_by_name(name) if name.startswith("Sở ") and name[3:].isupper() else ()
    folded = fold_plain(known[0].name if known else " ".join(name.split()))
    for short, full in SHORT_WORDS:
        folded = short.sub(full, folded)
    return folded


def list_recipients(text: Manuscript) -> tuple[RecipientLine, ...]:
    """Return the recipients that are written in the document or come from a pack, without the archive line."""
    return text.once(_read_lines)


def _read_lines(text: Manuscript) -> Iterator[RecipientLine]:
    """Yield the recipients that are written in the document or come from a pack, without the archive line."""
    for passage in text.in_zones("recipient"):
        if not is_archive_line(passage.text, text.profile):
            found = PURPOSE_LAST.search(passage.text)
            name = passage.text[: found.start()] if found else passage.text
            paths = (_find_node(text, passage.path, key) for key in ("ten", "muc_dich"))
            yield RecipientLine(passage, name.strip(), " ".join(found["purpose"].split()) if found else "", *paths)


def _find_node(text: Manuscript, path: NodePath, key: str) -> NodePath:
    """Return the node of a part of a recipient that is written as a mapping, else that of the whole line."""
    return (*path, key) if (*path, key) in text.source.positions else path
