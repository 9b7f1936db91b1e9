"""Người ký, người được nhắc kèm chức vụ đã thôi chức vụ đó vào ngày của văn bản.

Kiểm tra gì: Họ tên người ký và người được nhắc kèm chức vụ, so với nhiệm kỳ ghi trong gói của địa phương.
Vì sao: Họ tên người giữ chức trước là dấu vết dễ thấy nhất của bản chép.
Căn cứ: Không có điều khoản riêng (nội dung phải đúng); dữ liệu của gói địa phương.
Ví dụ sai: {tinh: cao-bang, than: "Đồng chí Quản Minh Cường, Bí thư Tỉnh ủy, chủ trì hội nghị."}
Ví dụ đúng: {tinh: cao-bang, than: "Đồng chí Bí thư Tỉnh ủy chủ trì hội nghị."}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ...knowledge.names import fold_plain
from ...knowledge.pack import Pack, PackSigner
from ...mentions.contexts import HISTORY, clause_before
from ...messages import N_, Message
from ...model.mentions import Passage
from ..cells import list_row
from ..manuscript import Manuscript
from ..rule import Told, rule

REACH_OF_OFFICE = 45  # signs before and behind a name in which its office stands
SUCCEEDED = Message(
    N_("{words} giữ chức {office} đến {until} (gói {pack}); ngày {day} người giữ chức là {now}."),
    N_("Sửa họ tên, hoặc bỏ chức vụ nếu nói về việc trước đó."),
)
ZONES = frozenset({"paragraph", "item", "cell", "note", "signer"})
FORMER = ("nguyên ", "cố ", "đã ")


@rule(
    "note",
    N_("{words} giữ chức {office} đến {until} (gói {pack}), trước ngày {day} của văn bản."),
    N_("Kiểm tra người đang giữ chức vụ này."),
)
def person_office(text: Manuscript) -> Iterator[Told]:
    """Tell each person who is named with an office that was given up before the day, as the pack of the place says."""
    pack, day = text.grounds.pack, text.day
    people = _list_people(pack) if pack and day else {}
    if not people or pack is None or day is None:
        return
    for passage in text.passages:
        if passage.zone not in ZONES:
            continue
        for name, terms in people.items():
            start = passage.text.find(name)
            if start >= 0 and not _is_of_the_past(passage, start):
                yield from _judge_person(text, passage, start, terms, pack, day)


def _list_people(pack: Pack) -> Mapping[str, Sequence[PackSigner]]:
    """Return the terms of everyone whom a pack names, those of one person together."""
    people: dict[str, list[PackSigner]] = {}
    for organ in pack.organs.values():
        for term in organ.signers:
            if term.full_name:
                people.setdefault(term.full_name, []).append(term)
    return people


def _judge_person(
    text: Manuscript, passage: Passage, start: int, terms: Sequence[PackSigner], pack: Pack, day: date
) -> Iterator[Told]:
    """Yield a person whose terms in the office that is named are all over."""
    end = start + len(terms[0].full_name)
    around = _office_of_signer(text, passage) if passage.zone == "signer" else _words_around(passage, start, end)
    if passage.zone == "cell":
        around = " | ".join((around, *list_row(text, passage)))
    named = [term for term in terms if fold_plain(term.office) in fold_plain(around)]
    over = [term for term in named if term.until and term.until.last < day]
    if not over or len(over) < len(named) or any(day in term.period for term in terms):
        return
    last = max(over, key=lambda term: term.period.last_day)
    now = _find_successor(pack, last, day)
    facts: dict[str, object] = {"office": last.office.capitalize(), "until": last.until, "day": day, "pack": pack.id}
    told = Told(path=passage.path, words=last.full_name, start=start, facts=facts)
    if now and now.is_verified and last.is_verified:
        told = replace(told, facts=facts | {"now": now.full_name}, message=SUCCEEDED, level="warning")
    yield told


def _words_around(passage: Passage, start: int, end: int) -> str:
    return passage.text[max(0, start - REACH_OF_OFFICE) : start] + " | " + passage.text[end : end + REACH_OF_OFFICE]


def _office_of_signer(text: Manuscript, passage: Passage) -> str:
    """Return the office of the signer whose name a passage is."""
    return text.text_of((*passage.path[:-1], "chuc_vu"))


def _find_successor(pack: Pack, last: PackSigner, day: date) -> PackSigner | None:
    """Return who holds an office on a day, where the pack names one."""
    for organ in pack.organs.values():
        if last in organ.signers:
            same = [term for term in organ.signers if term.id == last.id and term.full_name and day in term.period]
            return same[0] if same else None
    return None


def _is_of_the_past(passage: Passage, start: int) -> bool:
    before = clause_before(passage, start)
    return bool(HISTORY.search(before)) or any(word in before.casefold()[-REACH_OF_OFFICE:] for word in FORMER)
