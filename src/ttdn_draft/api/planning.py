"""What a new text would use, and what may be chosen for one: an order goes in, rows with their sources come out.

Nothing is written: the text is composed as `new` does and looked at.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from ..check.manuscript import Manuscript
from ..compose import Order, find_issuing, summarise
from ..compose.order import Issuing
from ..composing import compose_file
from ..errors import TtdnError, contained
from ..knowledge.ages import list_ages
from ..knowledge.citations import name_citation
from ..knowledge.days.phrases import phrases_of
from ..knowledge.names import make_id
from ..knowledge.organ_on_day import find_on_day
from ..knowledge.pack import Organ, Pack
from ..knowledge.places.communes import list_communes
from ..knowledge.places.provinces import find_province_id, list_provinces
from ..knowledge.standards.spelling import STANDARDS, spell
from ..knowledge.tables import CALENDAR_TABLE
from ..messages import N_, translate, write_day
from ..model import Draft, Paragraph, plain_text, printed_words
from ..model.marks import find_pending
from ..packs import PackShelf
from ..packs.laying import take_pack
from ..patterns import regex
from ..pipeline import Checked, settle_text
from ..validate.schema import build_input_schema
from ..yaml_nodes import NodePath
from .documents import Language, open_shelf
from .plain_words import OPEN_SIGN, plain_source
from .screen_values import Certainty, ComposePlan, OfferedName, OrderChoices, PlanRow

NEW_SUFFIX = ".md"
BLANKS_OF_NUMBER = regex(r"\s{2,}")
ROWS = {
    "profile": N_("Thể thức"),
    "number": N_("Số, ký hiệu"),
    "organ": N_("Cơ quan"),
    "place": N_("Địa danh"),
    "signer": N_("Người ký"),
    "bases": N_("Căn cứ"),
    "days": N_("Ngày kỷ niệm"),
    "recipients": N_("Nơi nhận"),
    "pack": N_("Địa phương"),
}
LINES, PLACES = N_("{count} dòng"), N_("{count} nơi nhận")
UNSURE = N_("{words}, {count} chưa chắc")
PACK_OF = N_("Gói {name} {version}")
LOOKED_OVER = N_("lịch của chương trình, soát ngày {day}")


def plan(
    kind: str,
    pack: str,
    year: int,
    *,
    day: date,
    issue_date: date | None = None,
    organ: str = "",
    standard: str | None = None,
    signer: str = "",
    commune: str = "",
    shelf: PackShelf | None = None,
    language: Language = "vi",
) -> ComposePlan:
    """Return what `compose` would use for the same order, how sure each of it is, and on what it rests.

    Raises what `compose` raises, in the words of `language`.
    """
    order = Order(kind, year, day, issue_date, standard or "", organ, signer, commune)
    try:
        with contained(""):
            own = shelf or open_shelf()
            return plan_text(order, pack, own, compose_file(order, pack, own).value, language)
    except TtdnError as error:
        error.language = language
        raise


def plan_text(order: Order, asked: str, shelf: PackShelf, text: str, language: str) -> ComposePlan:
    """Return what a new text uses that was composed to an order with the pack of an id or the name of a province."""
    wanted = find_province_id(asked)
    pack = take_pack(shelf, wanted, order.commune, order.day).value
    planner = _Planner(order, pack, find_issuing(order, pack), settle_text(text, "md", shelf), text, language)
    summary, name = planner.summary, name_new_file(order, wanted)
    return ComposePlan(tuple(planner.list_rows()), name, len(summary.doubts) + len(summary.gaps), order.day.isoformat())


def name_new_file(order: Order, pack: str) -> str:
    """Return how the file of an order is called where no name is asked for."""
    return "-".join(filter(None, (order.kind, pack, make_id(order.commune), f"{order.year}{NEW_SUFFIX}")))


def show_marks(words: str) -> str:
    """Return words as a person reads them: a doubt as it is printed, a gap as what is wanted."""
    pieces, at = list[str](), 0
    for mark in find_pending(words):
        shown = f"{OPEN_SIGN} {mark.question}" if mark.is_gap else mark.question
        pieces, at = [*pieces, words[at : mark.start], shown], mark.end
    return "".join([*pieces, words[at:]])


class _Planner:
    """Lists the rows of one order."""

    def __init__(self, order: Order, pack: Pack, issuing: Issuing, checked: Checked, text: str, language: str) -> None:
        self.order, self.pack, self.issuing, self.language = order, pack, issuing, language
        self.checked, self.summary = checked, summarise(text)
        self.written = checked.manuscript
        self._cited = checked.manuscript.cited if checked.manuscript else ()

    def list_rows(self) -> Iterator[PlanRow]:
        """Yield the rows in the order of a page."""
        if self.written is None:
            return
        draft, source = self.written.draft, self.issuing.name.source
        yield self._row("profile", self.written.profile.name, "sure", self.written.profile.name)
        number = BLANKS_OF_NUMBER.sub(f" {OPEN_SIGN}", show_marks(self.written.document.number_line))
        yield self._row("number", number, *self._judge(("co_quan.ky_hieu",), source))
        name = show_marks(draft.issuer.full_name or draft.issuer.name)
        yield self._row("organ", name, *self._judge(("co_quan.ten", "co_quan.ten_day_du"), source))
        yield self._signer(draft)
        yield self._bases(draft)
        yield from self._days(self.written)
        yield self._recipients(draft)
        words = translate(PACK_OF, self.language).format(name=self.pack.name, version=self.pack.version)
        yield self._row("pack", words, "sure", words)

    def _row(self, key: str, value: str, certainty: Certainty, source: str) -> PlanRow:
        return PlanRow(translate(ROWS[key], self.language), value, certainty, plain_source(source))

    def _judge(self, keys: Sequence[str], source: str) -> tuple[Certainty, str]:
        """Return how sure what some keys say is, and on what it rests."""
        uses = [use for use in self.summary.uses if use.key in keys]
        doubts = [self.summary.doubts[name] for use in uses for name in use.doubts]
        if any(use.is_gap for use in uses):
            return "missing", source
        return ("unsure", doubts[0].source) if doubts else ("sure", source)

    def _signer(self, draft: Draft) -> PlanRow:
        signer = draft.signers[0]
        words = show_marks(" ".join(filter(None, (signer.office, signer.full_name))))
        source = self.issuing.signer.source if self.issuing.signer else ""
        certainty, source = self._judge(("ky.chuc_vu", "ky.ho_ten"), source)
        return self._row("signer", words, certainty if signer.full_name else "missing", source)

    def _bases(self, draft: Draft) -> PlanRow:
        """Return the documents that the text rests on: those of its list, else those of its first paragraph."""
        first = next((block for block in draft.body if isinstance(block, Paragraph)), None)
        lines: list[tuple[NodePath, str]] = [(("can_cu", at), line) for at, line in enumerate(draft.legal_bases)]
        if first and not lines:
            lines = [((*first.path, first.kind), plain_text(first.text))]
        named, gaps, sources = list[str](), list[str](), list[str]()
        for path, line in lines:
            known = [cited.known for cited in self._cited if cited.mention.passage.path == path and cited.known]
            listed = known[:1] if draft.legal_bases else known
            named += map(name_citation, listed) if listed else [show_marks(line)] if draft.legal_bases else []
            gaps += [mark.question for mark in find_pending(line) if mark.is_gap]
            sources += [citation.source for citation in listed]
        words = "; ".join(dict.fromkeys([*named, *(f"{OPEN_SIGN} {gap}" for gap in gaps)]))
        return self._row("bases", words, "missing" if gaps else "sure", "; ".join(dict.fromkeys(sources)))

    def _days(self, written: Manuscript) -> Iterator[PlanRow]:
        """Yield how many anniversaries the text names, and how many of them nobody has verified."""
        shown = "\n".join(passage.text for passage in written.sentences)
        province = self.issuing.unit.province.id
        listed = phrases_of(written.grounds.almanac, self.order.year, province, self.order.day)
        phrases = [spell(phrase, written.profile.standard) for phrase in listed]
        used = [phrase for phrase in phrases if printed_words(phrase) in shown]
        doubtful = sum(any(find_pending(phrase)) for phrase in used)
        if used:
            words = translate(LINES, self.language).format(count=len(used))
            day = write_day(list_ages()[CALENDAR_TABLE].looked_over, self.language)
            source = translate(LOOKED_OVER, self.language).format(day=day)
            yield self._row("days", self._count(words, doubtful), "unsure" if doubtful else "sure", source)

    def _recipients(self, draft: Draft) -> PlanRow:
        recipients = draft.recipients or ()
        uses = [use for use in self.summary.uses if use.key == "noi_nhan"]
        doubtful = sum(bool(use.doubts or use.is_gap) for use in uses)
        words = translate(PLACES, self.language).format(count=len(recipients))
        facts = self.issuing.organ.recipients_of(self.order.kind, self.order.day)
        asked = [self.summary.doubts[name].source for use in uses for name in use.doubts]
        sources = "; ".join(dict.fromkeys(asked or [fact.source for fact in facts]))
        return self._row("recipients", self._count(words, doubtful), "unsure" if doubtful else "sure", sources)

    def _count(self, words: str, doubtful: int) -> str:
        return translate(UNSURE, self.language).format(words=words, count=doubtful) if doubtful else words


def list_choices(
    *,
    day: date,
    province: str = "",
    commune: str = "",
    organ: str = "",
    shelf: PackShelf | None = None,
    language: Language = "vi",
) -> OrderChoices:
    """Return what may be chosen for a new text on a day.

    With a province these are its communes and organs too, with an organ who signs for it. Raises UsageError where there
    is no such province or commune, PackError where its pack is broken.
    """
    shelf = shelf or open_shelf()
    kinds = build_input_schema(tuple(shelf.plugins.kinds.things))["properties"]["loai"]["enum"]
    provinces = tuple(OfferedName(one.id, one.full_name) for one in list_provinces(day))
    base = OrderChoices(_name_all(kinds, language), _name_all(STANDARDS, language), provinces)
    if not province:
        return base
    wanted = find_province_id(province)
    communes = tuple(OfferedName(one.id, one.full_name) for one in list_communes(wanted, day))
    pack = take_pack(shelf, wanted, commune, day).value
    organs = [
        one for one in pack.organs.values() if not one.district and (one.id in pack.commune_organs) == bool(commune)
    ]
    found = next((one for one in organs if one.id == organ), None)
    return OrderChoices(
        base.kinds,
        base.systems,
        provinces,
        communes,
        tuple(_name_organs(pack, organs, day)),
        tuple(_name_signers(pack, found, day)) if found else (),
    )


def _name_all(values: Sequence[str], language: str) -> tuple[OfferedName, ...]:
    from .facts import CHOICE_NAMES  # with all that makes a form of the head, which a plan does without

    return tuple(OfferedName(value, translate(CHOICE_NAMES.get(value, value), language)) for value in values)


def _name_organs(pack: Pack, organs: Sequence[Organ], day: date) -> Iterator[OfferedName]:
    """Yield the organs that have a name on the day, each with its standard."""
    for organ in organs:
        name = find_on_day(pack, organ, day).name
        if name:
            yield OfferedName(organ.id, name.full_name or name.name, organ.standard)


def _name_signers(pack: Pack, organ: Organ, day: date) -> Iterator[OfferedName]:
    for signer in find_on_day(pack, organ, day).signers:
        yield OfferedName(signer.id, " ".join(filter(None, (signer.office.capitalize(), signer.full_name))))
