"""Gives last year's document another issuer: who issues now goes in, the new head and the names in the text come out.

A district that ended has no heir that anybody could guess: who carries its work on is said on the command line.
"""

from collections.abc import Iterator, Mapping

from ...asking import DoubtBook, DoubtKey, Subject
from ...errors import Finding
from ...knowledge.pack import Pack
from ...mentions.contexts import is_of_its_time
from ...mentions.units import UnitMention
from ...messages import N_
from ...model.marks import write_doubt
from ..head import write_end, write_start
from ..order import Issuing, Order
from .last_year import LastYear, Rewording
from .refusals import find_ended_issuer, list_ended
from .writing import HeadBlock

ASKED = N_("nơi ban hành đã chọn cho bản mới")
REPLACED = ("tinh", "xa", "co_quan", "dia_danh", "ky_hieu", "noi_nhan", "luu", "ky")
"""The keys that say who issues, receives and signs."""


class _MarkBook(DoubtBook):
    """Writes each doubt where it stands, with its source: the head of the file asks nothing."""

    def _write(self, words: str, source: str, subject: Subject, about: str, key: DoubtKey) -> str:  # noqa: ARG002
        return write_doubt(words, source)


def renew_issuer(last: LastYear, order: Order, pack: Pack, issuing: Issuing) -> Iterator[HeadBlock]:
    """Yield the blocks of the head that name another issuer, as `new` writes them; what it does not write goes."""
    book = _MarkBook()
    blocks = _read_blocks([*write_start(order, pack, issuing, book), *write_end(order, pack, issuing, book)])
    reason = Finding("N868", facts={"day": f"{last.day:%d/%m/%Y}", "source": ASKED})
    for key in REPLACED:
        yield HeadBlock(key, blocks.get(key, ""), reason)


def _read_blocks(lines: list[str]) -> Mapping[str, str]:
    """Return the lines of each key at the head under the key."""
    blocks: dict[str, str] = {}
    key = ""
    for line in lines:
        key = key if line.startswith((" ", "#")) else line.partition(":")[0]
        blocks[key] = f"{blocks.get(key, '')}{line}\n"
    return blocks


def rename_home(last: LastYear, issuing: Issuing) -> Iterator[Rewording]:
    """Yield the names of the units of the old issuer, where they are no more, as those of the new one."""
    head = find_ended_issuer(last.mentions, last.day)
    ended = list_ended(head, last.day) if head else []
    own, above = {known.id for known in ended}, {known.province for known in ended}
    for unit in last.mentions.units:
        is_text = not (unit.is_list or unit.committee or unit.passage.zone == "issuer")
        if is_text and list_ended(unit, last.day) and not is_of_its_time(unit, last.day):
            ids = {known.id for known in unit.names[0].units}
            if ids & own:
                yield _rename(unit, issuing.unit.full_name, last)
            elif ids & above:
                yield _rename(unit, issuing.unit.province.full_name, last)


def _rename(unit: UnitMention, name: str, last: LastYear) -> Rewording:
    reason = Finding("N868", facts={"day": f"{last.day:%d/%m/%Y}", "source": ASKED})
    return Rewording(unit.passage, unit.start, unit.end, name, reason)
