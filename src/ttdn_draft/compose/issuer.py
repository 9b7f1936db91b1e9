"""What follows from the body that issues: its organ and signer go in, who speaks, is above and is asked come out.

A body whose signer signs for a committee (T/M, TM.) leads those below it and gives them tasks; a department or a
commission that signs for itself stands beside the others and asks them, and so does the Front.
"""

from ..asking import DoubtBook, Subject
from ..knowledge.pack import FOR_ANY_KIND, Organ, OrganName, in_force, newest
from ..knowledge.standards.spelling import PARTY
from ..model.marks import write_gap
from ..model.open_words import HIGHER_WANTED
from ..patterns import regex
from .order import Issuing, Order
from .served import COMMUNE_LEVEL, OWN_LEVELS
from .values import IssuerValues, OrganValues

ON_BEHALF = regex(r"(?:T/M|TM\.?)\s+(.*)")
SPEAKERS = {"BAN THƯỜNG VỤ": "Ban Thường vụ", "THƯỜNG TRỰC": "Thường trực"}
"""The parts of a committee that sign for it, as in a sentence; any other signs for the whole body."""
COMMITTEES = {
    "Đảng bộ tỉnh": "Tỉnh uỷ",
    "Đảng bộ thành phố": "Thành uỷ",
    "Đảng bộ huyện": "Huyện uỷ",
    "UBND": "Ủy ban nhân dân",
}
"""A head names the Party organisation above, or shortens a name; in a sentence its committee speaks."""
ABOVE_THE_FIRST = {PARTY: "Trung ương"}
ABOVE_THE_STATE = "Chính phủ"
"""What is above the first body of a province, which has no other above it."""
EXECUTIVE = ("Ủy ban nhân dân", "Uỷ ban nhân dân")
FRONT = ("MTTQ", "Mặt trận Tổ quốc")
REPORTED_TO = ("b/c", "báo cáo")
ASKING = "Đề nghị"


def gather_issuer(order: Order, issuing: Issuing, organs: OrganValues, book: DoubtBook) -> IssuerValues:
    """Return the issuing body as the sentences of a document need it; `organs` are those of its province."""
    name = write_organ(issuing.organ, issuing.name, book)
    behalf = _find_behalf(issuing)
    speaker = next((words for part, words in SPEAKERS.items() if behalf.startswith(part)), "")
    if speaker and _read_name(issuing.name).startswith(speaker):
        speaker = ""
    above = _write_above(issuing, order, organs, book)
    return IssuerValues(
        name=name,
        issuing=f"{speaker} {name}".strip(),
        above=above,
        reports_to=_write_guide(issuing, organs) or _write_receiver(order, issuing, book) or above,
        asking="" if behalf and not _is_front(issuing) else ASKING,
        executive=EXECUTIVE[0] if _is_under_executive(issuing) else "",
    )


def write_organ(organ: Organ, name: OrganName, book: DoubtBook) -> str:
    """Return the name of a body as in a sentence, marked where nobody verified it."""
    return book.mark(_read_name(name), name, Subject.NAME, organ.id)


def _read_name(name: OrganName) -> str:
    return " ".join((name.full_name or name.name).split())


def _find_behalf(issuing: Issuing) -> str:
    """Return for whom the signer signs; where nobody is known for the day, for whom others of the body signed."""
    signers = [issuing.signer] if issuing.signer else [*issuing.organ.signers]
    found = (ON_BEHALF.match(signer.authority.strip()) for signer in signers)
    return next((match[1] for match in found if match), "")


def _write_above(issuing: Issuing, order: Order, organs: OrganValues, book: DoubtBook) -> str:
    """Return the body above; where the pack names none on the day, the committee of the province, or what is above."""
    parent, is_party = issuing.on_day.parent, issuing.organ.standard == PARTY
    if parent.organ:
        name = newest(parent.organ.names, order.day)
        return write_organ(parent.organ, name, book) if name else write_gap(HIGHER_WANTED)
    if parent.fact:
        return book.mark(_name_committee(parent.name), parent.fact, Subject.NAME, "cap-tren")
    if issuing.unit.level in OWN_LEVELS:
        committee = organs.peoples_committee if _is_executive(issuing) else write_gap(HIGHER_WANTED)
        return organs.party_committee if is_party else committee
    return ABOVE_THE_FIRST.get(issuing.organ.standard, ABOVE_THE_STATE)


def _write_guide(issuing: Issuing, organs: OrganValues) -> str:
    """Return who guides the first bodies of a commune in this work and gathers their reports; blank for any other.

    Their heads name no body of the commune above them: that of the Party its organisation in the province.
    """
    parent = issuing.on_day.parent
    if issuing.unit.level != COMMUNE_LEVEL or parent.organ:
        return ""
    if issuing.organ.standard == PARTY:
        return organs.propaganda
    return organs.department if _is_executive(issuing) else ""


def _is_executive(issuing: Issuing) -> bool:
    """Tell whether it is a People's Committee, which the departments of its province guide."""
    return _read_name(issuing.name).startswith(EXECUTIVE)


def _is_under_executive(issuing: Issuing) -> bool:
    """Tell whether it is a People's Committee or a body under one; councils and the Front are not."""
    parent = issuing.on_day.parent
    return _is_executive(issuing) or _name_committee(parent.name).startswith(EXECUTIVE)


def _is_front(issuing: Issuing) -> bool:
    """Tell whether it is a body of the Front, which proposes and coordinates (Luật Mặt trận Tổ quốc Việt Nam)."""
    return FRONT[1] in _name_committee(_read_name(issuing.name))


def _name_committee(name: str) -> str:
    words = " ".join(name.split()).replace(*FRONT)
    for head, committee in COMMITTEES.items():
        if words.startswith(f"{head} "):
            return f"{committee}{words.removeprefix(head)}"
    return words


def _write_receiver(order: Order, issuing: Issuing, book: DoubtBook) -> str:
    """Return who is named for reports: by the recipients of a Party body, by the deadline of a State body.

    The deadlines of a Party body are those that it sets for the bodies below it. Without a deadline a department
    reports to the body above it, and the first body of a province to those whom its documents reach as reports.
    """
    organ = issuing.organ
    if organ.standard == PARTY:
        return _find_reported_to(organ, order.kind, order, book)
    due = (d for d in in_force(organ.deadlines, order.day) if d.receiver)
    named = next((book.mark(d.receiver, d, Subject.REPORT, d.period_name) for d in due), "")
    is_below = issuing.on_day.parent.fact and not _is_part(issuing)
    return named or ("" if is_below else _find_reported_to(organ, FOR_ANY_KIND, order, book))


def _is_part(issuing: Issuing) -> bool:
    """Tell whether a body speaks for the one in the first line of its head, as the Ban Thường trực of a Front does."""
    return _read_name(issuing.name).endswith(_name_committee(issuing.on_day.parent.name))


def _find_reported_to(organ: Organ, kind: str, order: Order, book: DoubtBook) -> str:
    listed = organ.recipients_of(kind, order.day)
    above = (r for r in listed if any(words in r.purpose for words in REPORTED_TO))
    return next((book.mark(r.name, r, Subject.RECIPIENT, r.name) for r in above), "")
