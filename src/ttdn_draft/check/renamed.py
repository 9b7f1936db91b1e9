"""Finds organs under a name that is not that of the day: a manuscript goes in, what rules tell of them comes out."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from ..errors import Severity
from ..knowledge.pack import newest
from ..knowledge.places.organs import Doubt, ListedOrgan, doubt_about, find_organ
from ..mentions.contexts import is_of_its_time
from ..mentions.organs import OrganMention, find_by_name
from ..messages import N_, Message, write_day
from ..model.mentions import Passage
from ..patterns import regex
from .manuscript import Manuscript
from .rule import Standard, Told, about
from .successors import weigh

_REMARK = regex(r"\s*\([^)]*\)$")  # of which places it is: Phòng Văn hóa - Xã hội (xã, phường, đặc khu)
_NO_LONGER = N_("không còn cơ quan này")
_UNSURE = N_(" (mốc suy ra, chưa thấy quyết định)")
_DOUBTED = Message(
    N_("Ngày {day} chưa chắc còn tên «{words}»: có thể là {other} (đổi tên trong khoảng từ {earliest} đến {latest})."),
    N_("Kiểm tra tên vào ngày ban hành; đúng thì giữ nguyên."),
)
_OF_THE_HEAD = ("issuer", "archive")  # the head is read as a whole; the archive line has a rule of its own
_COMMITTEE_NAMES = (
    *(("tỉnh uỷ", "Tỉnh ủy"), ("tỉnh ủy", "Tỉnh ủy"), ("thành uỷ", "Thành ủy"), ("thành ủy", "Thành ủy")),
    ("ban chấp hành trung ương", "Trung ương"),
)


def tell_renamed(text: Manuscript, standard: Standard) -> Iterator[Told]:
    """Yield what is to be said of organs of a system that are not called so on the day of a document."""
    if text.day is None:
        return
    elsewhere = (m for m in text.mentions.organs if m.passage.zone not in _OF_THE_HEAD)
    for mention in (*_read_issuer(text), *elsewhere):
        organs = [organ for organ in mention.organs if organ.standard == standard]
        if not organs or mention.is_loose or _is_certain(mention.name, standard, text.day):
            continue
        if not _is_named_in_pack(mention, text):
            yield from _judge(mention, organs, text)


@lru_cache(maxsize=1_000)
def _is_certain(name: str, standard: Standard, day: date) -> bool:
    """Tell whether an organ bears a name on a day without any doubt: then nothing is to be said of it."""
    current = [organ for organ in find_by_name(name) if organ.standard == standard and day in organ.period]
    return bool(current) and doubt_about(current[0], day) is None


def _read_issuer(text: Manuscript) -> Iterator[OrganMention]:
    """Yield the organ in the head, whose name may go on in the line above it; a pack answers for its own names."""
    issuer = text.draft.issuer
    if text.written.issuer.id or "\n" in issuer.name:
        return
    committee = find_committee(issuer.parent_body)
    organs = find_by_name(f"{issuer.name} {committee}") or find_by_name(issuer.name)
    if organs:
        passage = Passage("issuer", ("co_quan", "ten"), issuer.name)
        yield OrganMention(passage, 0, len(issuer.name), organs[0].name, organs)


def find_committee(words: str) -> str:
    """Return how a name goes on in a sentence that stands under the committee of a province, a city or the centre."""
    low = words.casefold()
    return next((name for start, name in _COMMITTEE_NAMES if low.startswith(start)), "")


def _is_named_in_pack(mention: OrganMention, text: Manuscript) -> bool:
    """Tell whether the pack of the document has an organ of these words on its day, and vouches for them."""
    pack = text.grounds.pack
    found = [newest(organ.names, text.day) for organ in pack.organs.values()] if pack else []
    words = mention.words.casefold()
    return any(n and n.is_verified and words in f"{n.name} {n.full_name or ''}".casefold() for n in found)


def _judge(mention: OrganMention, organs: Iterable[ListedOrgan], text: Manuscript) -> Iterator[Told]:
    known, day = tuple(organs), text.day
    if day is None:
        return
    current = [organ for organ in known if day in organ.period]
    if current:
        doubt = doubt_about(current[0], day)
        yield from _ask(mention, doubt.other if doubt else None, doubt, day)
        return
    begun = [organ for organ in known if not organ.period.begins_after(day)]
    organ = max(begun or known, key=lambda one: one.period.last_day)
    now = find_organ(organ.id, day)
    doubt = doubt_about(now, day) if now else None
    if doubt and doubt.other in known:
        yield from _ask(mention, now, doubt, day, is_mixed=now is not None and _is_named(now, text))
        return
    if now is None and not begun:
        return
    end = organ.period.last_day + timedelta(1) if begun else date.min
    if not is_of_its_time(mention, end):
        yield _tell(mention, organ, now, day, end)


def _tell(mention: OrganMention, organ: ListedOrgan, now: ListedOrgan | None, day: date, end: date) -> Told:
    name = _write_like(_REMARK.sub("", now.name), mention.words) if now else None
    if name and mention.is_listed:
        name = name.removeprefix("Sở ")
    is_sure = organ.period.end_kind == "exact" and (now is None or not doubt_about(now, day))
    doubt = "" if is_sure else _UNSURE
    level = weigh(mention, end, day)
    capped: Severity = "warning" if level == "error" and not is_sure else level
    return about(mention, fix=name, level=capped, day=write_day(day), now=name or _NO_LONGER, doubt=doubt)


def _bare(name: str) -> str:
    """Return the name of an organ of the Party without the committee that it is of."""
    return name.removesuffix(" Tỉnh ủy").removesuffix(" Trung ương")


def _is_named(organ: ListedOrgan, text: Manuscript) -> bool:
    """Tell whether a document names an organ, or the one of the same name of another committee, and no other time's."""
    found = (m.organs[0] for m in text.mentions.organs if len(m.organs) == 1)
    return any(_bare(one.name) == _bare(organ.name) for one in found)


def _ask(
    mention: OrganMention, other: ListedOrgan | None, doubt: Doubt | None, day: date, is_mixed: bool = False
) -> Iterator[Told]:
    """Ask about the name of the issuer in a time in which nobody knows when it changed to another, or from it.

    `is_mixed`: the document has the other name too, so that one of the two is wrong wherever it stands.
    """
    if doubt is None or other is None or not (mention.passage.zone == "issuer" or is_mixed):
        return
    span = {"earliest": write_day(doubt.earliest), "latest": write_day(doubt.latest)}
    name = _write_like(other.name, mention.words)
    yield about(mention, level="note", message=_DOUBTED, day=write_day(day), other=name, **span)


def _write_like(name: str, words: str) -> str:
    """Return a name as other words are written: with their tone marks, their committee, or without any as in a head."""
    low = words.casefold()
    if not any(word in low for word in ("ủy", "uỷ", "trung ương")):
        for suffix in (" Tỉnh ủy", " Thành ủy", " Trung ương"):
            name = name.removesuffix(suffix)
    if "thành u" in low or "thành ủ" in low:
        name = name.replace("Tỉnh ủy", "Thành ủy")
    name = name.replace("ủy", "uỷ").replace("Ủy", "Uỷ") if "uỷ" in low else name
    return name.upper() if words.isupper() else name
