"""The facts at the head of a new document: who issues, who signs and who receives go in, lines of YAML come out."""

from collections.abc import Iterable, Iterator

from ..asking import DoubtBook, Subject
from ..escaping import quote_yaml
from ..knowledge.pack import Fact, Pack, newest
from ..knowledge.standards.spelling import PARTY
from ..messages import N_
from ..model.marks import write_gap
from ..model.open_words import SIGNER_WANTED
from .order import Issuing, Order
from .served import COMMUNE_LEVEL

REPORTS_GO_TO, TO_REPORT = "btgdvtu", "để b/c"
SOURCE = "  # nguồn: "


def write_start(order: Order, pack: Pack, issuing: Issuing, book: DoubtBook) -> Iterator[str]:
    """Yield the lines before the facts of the outline: what it is, and who issues it."""
    name, parent, place = issuing.name, issuing.on_day.parent, issuing.on_day.place_name
    above = parent.organ.id if parent.organ else "cap-tren"
    yield f"loai: {order.kind}"
    yield f"the_thuc: {issuing.organ.standard}"
    yield f"tinh: {pack.below or pack.id}"
    if pack.commune:
        yield f"xa: {pack.commune.id}"
    yield "co_quan:"
    yield from _sources([name])
    yield from _entry("  cap_tren", book.mark(parent.name, parent.fact, Subject.NAME, above) if parent.fact else "")
    yield from _entry("  ten", book.mark(name.name, name, Subject.NAME, issuing.organ.id))
    yield from _entry("  ky_hieu", book.mark(name.symbol, name, Subject.NAME, issuing.organ.id))
    full_name = name.full_name or " ".join(name.name.split())
    yield from _entry("  ten_day_du", book.mark(full_name, name, Subject.NAME, issuing.organ.id))
    yield from _entry(
        "dia_danh", book.mark(place.text, place, Subject.PLACE, pack.id) if place else write_gap(N_("địa danh"))
    )
    yield f"ngay: {order.issue_date or order.year}"


def write_end(order: Order, pack: Pack, issuing: Issuing, book: DoubtBook) -> Iterator[str]:
    """Yield the lines after the facts of the outline: who receives, files and signs, and that it is a draft."""
    yield from write_recipients(order, pack, issuing, book)
    yield from _entry("luu", book.mark(issuing.name.archive, issuing.name, Subject.NAME, issuing.organ.id))
    signer = issuing.signer
    yield "ky:"
    yield from _sources([signer] if signer else [])
    yield from _entry("  quyen_han", signer.authority if signer else "")
    yield from _entry("  chuc_vu", signer.office if signer else write_gap(N_("chức vụ người ký")))
    full_name = book.mark(signer.full_name, signer, Subject.SIGNER, signer.id) if signer and signer.full_name else ""
    yield from _entry("  ho_ten", full_name or write_gap(SIGNER_WANTED))
    yield "du_thao: 1"


def write_recipients(order: Order, pack: Pack, issuing: Issuing, book: DoubtBook) -> Iterator[str]:
    """Yield the recipients of the kind; unverified ones carry their mark."""
    found = issuing.organ.recipients_of(order.kind, order.day)
    yield "noi_nhan:"
    yield from _sources(found)
    if not found:
        yield f"  - {quote_yaml(write_gap(N_('nơi nhận')))}"
    lines = [
        f"  - {quote_yaml(book.mark(recipient.line, recipient, Subject.RECIPIENT, recipient.name))}"
        for recipient in found
    ]
    yield from lines[:1]  # the standing committee above
    yield from _write_gatherer(order, pack, issuing, book)
    yield from lines[1:]


def _write_gatherer(order: Order, pack: Pack, issuing: Issuing, book: DoubtBook) -> Iterator[str]:
    """Yield the commission that gathers the reports of a commune's committee, in a list that nobody has verified."""
    guide, found = pack.organs.get(REPORTS_GO_TO), issuing.organ.recipients_of(order.kind, order.day)
    is_first = issuing.unit.level == COMMUNE_LEVEL and not issuing.on_day.parent.organ
    if not is_first or issuing.organ.standard != PARTY or guide is None or any(r.is_verified for r in found):
        return
    if (name := newest(guide.names, order.day)) and name.archive:
        yield f"  - {quote_yaml(book.mark(f'{name.archive} ({TO_REPORT})', name, Subject.NAME, guide.id))}"


def _entry(key: str, value: str) -> Iterator[str]:
    """Yield a key with its text; one of several lines as a block, so that people can read it."""
    if not value:
        return
    if "\n" not in value:
        yield f"{key}: {quote_yaml(value)}"
        return
    indent = " " * (len(key) - len(key.lstrip()) + 2)
    yield f"{key}: |-"
    yield from (f"{indent}{line}" for line in value.split("\n"))


def _sources(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield the sources of verified facts as comments, each once; those of doubts stand where they are asked."""
    yield from dict.fromkeys(SOURCE + " ".join(fact.source.split()) for fact in facts if fact.is_verified)
