"""Everything that an outline may print: a pack and an order go in, the values of the day come out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ..asking import DoubtBook, Subject
from ..knowledge import relations
from ..knowledge.events import write_events
from ..knowledge.overlay import for_province
from ..knowledge.pack import Deadline, Pack, in_force, newest
from ..knowledge.places.communes import FIRST_DAY
from ..knowledge.places.organs import doubt_about, find_organ
from ..knowledge.places.provinces import Province, list_line, list_predecessors
from ..messages import N_
from ..model.marks import write_doubt, write_gap
from ..model.open_words import DAYS_WANTED
from .bases import Bases, cite_as_base, cite_in_text
from .issuer import gather_issuer, write_organ
from .local import gather_terms, gather_traits, write_neighbours
from .order import Issuing, Order
from .served import COMMITTEE_OF_CITY, COMMITTEE_OF_PROVINCE
from .unit_values import gather_unit
from .values import DeadlineValues, FactValues, OrganValues, OutlineValues, ProvinceValues

ORGANS = {
    "party_committee": ("tinh-uy", "tên cấp uỷ tỉnh"),
    "propaganda": ("btgdvtu", "tên ban tuyên giáo cấp tỉnh"),
    "peoples_committee": ("ubnd-tinh", "tên uỷ ban nhân dân tỉnh"),
    "department": ("svhttdl", "tên sở phụ trách thông tin đối ngoại"),
    "steering": ("bcd-ttdn", "tên ban chỉ đạo công tác thông tin đối ngoại"),
}
DEADLINES = {
    "monthly": ("thang", "hạn báo cáo tháng"),
    "quarterly": ("quy", "hạn báo cáo quý"),
    "half_yearly": ("sau-thang", "hạn báo cáo 6 tháng"),
    "yearly": ("nam", "hạn báo cáo năm"),
}
GOVERNMENT_PARTY = "du-ubnd-tinh"  # under any of its names
SLOT_KEYS = {"border": "bien-gioi", "promotion": "quang-ba", "partners": "doi-tac", "others": "khac"}


class Packs(NamedTuple):
    """The pack of an order, and that of the whole country, which knows provinces that were merged since."""

    own: Pack
    country: Pack


def gather(
    order: Order, packs: Packs, issuing: Issuing, bases: Bases, days: tuple[str, ...], book: DoubtBook
) -> OutlineValues:
    """Return the values of an outline without the local paragraphs; what is not verified is asked in `book`.

    `days` are the phrases of the anniversaries.
    """
    standard, cited, province = issuing.organ.standard, bases.proposed, issuing.unit.province.id
    pack = packs.own
    organs = _organs(order, issuing.unit.province, _find_pack_of(issuing.unit.province, packs), book)
    events = tuple(map(book.take, write_events(order.year, province, order.day, pack.events)))
    traits = gather_traits(province, order.day, book)
    guidance = cite_in_text(bases.guidance, standard, book) if bases.guidance else ""
    in_text = tuple(cite_in_text(citation, standard, book) for citation in cited)
    return OutlineValues(
        year=str(order.year),
        year_before=str(order.year - 1),
        year_after=str(order.year + 1),
        province=_province(issuing.unit.province, order.day),
        unit=gather_unit(issuing.unit, organs, order.day, book),
        issuer=replace(gather_issuer(order, issuing, organs, book), guidance=guidance),
        organs=organs,
        bases=in_text,
        bases_joined="; ".join(in_text) or write_gap(N_("văn bản làm căn cứ")),
        base_ids=tuple(cite_as_base(citation, standard, book) for citation in cited),
        anniversaries=days,
        anniversaries_joined="; ".join(days) or write_gap(DAYS_WANTED.format(year=order.year)),
        diplomacy=book.take(_diplomacy(order, standard, traits.border)),
        terms=gather_terms(pack, order.day, book),
        events=events,
        events_joined="; ".join(events),
        traits=traits,
        deadlines=_deadlines(order, issuing, book),
        facts=_facts(order, pack, issuing.unit.id, book),
    )


def _diplomacy(order: Order, standard: str, neighbours: Sequence[str]) -> str:
    """Return the sentence on the relations of the year, without its stop: levels of the day, neighbours in any year."""
    wanted = f"các nước có năm tròn, năm lẻ 5 quan hệ ngoại giao trong năm {order.year}"
    written = relations.write_year(order.year, standard, order.day).removesuffix(".") or write_gap(wanted)
    nearest = write_neighbours(neighbours, order.year)
    return f"{written}; với nước có chung đường biên giới: {nearest}" if nearest else written


def _province(now: Province, day: date) -> ProvinceValues:
    before = list_predecessors(now.id)
    is_merged = len([unit for unit in before if not list_predecessors(unit.id)]) > 1
    former = sorted({unit.name for unit in before}) if is_merged else []
    committee = COMMITTEE_OF_CITY if now.is_city else COMMITTEE_OF_PROVINCE
    return ProvinceValues(now.place_name, now.full_name, now.kind, committee, ", ".join(former), _name_level_below(day))


def _name_level_below(day: date) -> str:
    """Return the level below provinces: since the communes of two levels there are no districts."""
    return "cấp xã" if day >= FIRST_DAY else "cấp huyện"


def _find_pack_of(province: Province, packs: Packs) -> Pack:
    """Return the pack that knows the organs of a province: the country's for one that was merged since."""
    line = list_line(packs.own.province)
    return packs.own if province in line else for_province(packs.country, list_line(province.id))


def _organs(order: Order, province: Province, pack: Pack, book: DoubtBook) -> OrganValues:
    known = {field: _organ(key, wanted, order, pack, book) for field, (key, wanted) in ORGANS.items()}
    return OrganValues(**known, government_party=_write_government_party(province, order.day, book))


def _write_government_party(province: Province, day: date, book: DoubtBook) -> str:
    """Return the Party's organisation in the people's committee, asked where its name on the day is not certain."""
    found = find_organ(GOVERNMENT_PARTY, day)
    if found is None:
        return write_gap(N_("tổ chức đảng của uỷ ban nhân dân"))
    words = found.name.replace("UBND tỉnh", f"Uỷ ban nhân dân {province.kind}")
    is_sure = "name" not in found.unverified and not doubt_about(found, day)
    return words if is_sure else book.take(write_doubt(words, found.source))


def _organ(key: str, wanted: str, order: Order, pack: Pack, book: DoubtBook) -> str:
    organ = pack.organs.get(key)
    name = newest(organ.names, order.day) if organ else None
    return write_organ(organ, name, book) if organ and name else write_gap(wanted)


def _deadlines(order: Order, issuing: Issuing, book: DoubtBook) -> DeadlineValues:
    known: Mapping[str, Deadline] = {d.period_name: d for d in in_force(issuing.organ.deadlines, order.day)}
    limits = {
        field: book.mark(known[key].limit, known[key], Subject.REPORT, key) if key in known else write_gap(wanted)
        for field, (key, wanted) in DEADLINES.items()
    }
    receivers = (book.mark(d.receiver, d, Subject.REPORT, d.period_name) for d in known.values() if d.receiver)
    return DeadlineValues(receiver=next(receivers, write_gap(N_("nơi nhận báo cáo"))), **limits)


def _facts(order: Order, pack: Pack, unit: str, book: DoubtBook) -> FactValues:
    valid = [fact for fact in in_force(pack.facts, order.day) if fact.is_about(unit)]
    by_slot = {
        field: tuple(book.mark(f.text, f, Subject.FACT, f.id) for f in valid if f.slot == slot)
        for field, slot in SLOT_KEYS.items()
    }
    return FactValues(**by_slot)
