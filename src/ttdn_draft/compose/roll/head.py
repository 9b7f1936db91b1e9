"""Renews the head of last year's document: draft, pack and day go in, the values that change come out.

Number and date are blank, the standard is that of the new day, the issuer bears its name of the day, and who signs is
taken from the pack, or asked for.
"""

from collections.abc import Iterator
from datetime import date

from ...errors import Finding
from ...knowledge.organ_on_day import OrganOnDay, find_on_day
from ...knowledge.pack import Fact, Organ, Pack
from ...knowledge.places.unit_names import fold_spelling
from ...messages import N_
from ...model import Draft
from ...model.marks import DASH, write_doubt, write_gap
from ...model.mentions import TEXT_ZONES
from ...model.open_words import OLD_WORDS, SIGNER_WANTED
from ...yaml_nodes import NodePath
from .last_year import LastYear, Rewording
from .writing import HeadEdit

FULL_COMMITTEE = fold_spelling("Ủy ban nhân dân")
UNKNOWN_SIGNER = N_("gói chưa có người giữ chức này")


def renew_head(last: LastYear, issue_date: date | None) -> Iterator[HeadEdit]:
    """Yield what is of its time at the head of any document; without a day of issue only the year is written."""
    draft = last.draft
    reason = Finding("N867", facts={"old": last.old})
    for key in ("so",) if draft.number is not None else ():
        yield HeadEdit((key,), None, reason)
    yield HeadEdit(("ngay",), str(issue_date or last.new), reason)
    if draft.profile:
        yield HeadEdit(("chuan",), None, reason)
    yield HeadEdit(("du_thao",), "1", reason)


def renew_names(last: LastYear, organ: OrganOnDay | None) -> Iterator[HeadEdit]:
    """Yield who issues and signs as they are on the day; `organ` is the one of the pack, where it is known."""
    if organ and not last.draft.issuer.id:
        yield from _rename(last, organ)
    yield from _sign(last, organ)


def rename_in_text(last: LastYear, organ: OrganOnDay | None) -> Iterator[Rewording]:
    """Yield the former name of the issuer in its own text as that of the day."""
    name, issuer = organ.name if organ else None, last.draft.issuer
    if name is None or issuer.id or _fold(name.name) == _fold(issuer.name):
        return
    own = {_fold(words) for words in (issuer.name, issuer.full_name) if words}
    for mention in last.mentions.organs:
        stands = mention.is_given or mention.is_quoted or mention.passage.zone not in TEXT_ZONES
        if not stands and _fold(mention.words) in own:
            facts = {"day": f"{last.day:%d/%m/%Y}", "source": " ".join(name.source.split())}
            words = " ".join(name.name.split())
            yield Rewording(mention.passage, mention.start, mention.end, words, Finding("N868", facts=facts))


def find_own_organ(draft: Draft, pack: Pack | None, day: date) -> OrganOnDay | None:
    """Return the organ of a pack that bore the name of the issuer at some time, as it is on a day."""
    name = _fold(draft.issuer.name)
    organs = pack.organs.values() if pack else ()
    found = next((o for o in organs if any(_fold(known.name) == name for known in o.names)), None)
    return find_on_day(pack, found, day) if pack and found else None


def _fold(name: str) -> str:
    return fold_spelling(" ".join(name.split())).replace("ubnd", FULL_COMMITTEE)


def _rename(last: LastYear, organ: OrganOnDay) -> Iterator[HeadEdit]:
    """Yield the names of the issuer and of the body above it, where they are others on the day."""
    issuer, name, above = last.draft.issuer, organ.name, organ.parent
    if above.fact and issuer.parent_body and _fold(above.name) != _fold(issuer.parent_body):
        yield _put(last, ("co_quan", "cap_tren"), _like(above.name, issuer.parent_body), above.fact)
    if name is None:
        return
    if _fold(name.name) != _fold(issuer.name) or not name.is_verified:
        yield _put(last, ("co_quan", "ten"), _like(name.name, issuer.name), name)
    if issuer.symbol and name.symbol != issuer.symbol:
        yield _put(last, ("co_quan", "ky_hieu"), name.symbol, name)
        if last.draft.symbol and last.draft.symbol.endswith(issuer.symbol):
            yield _put(last, ("ky_hieu",), last.draft.symbol.removesuffix(issuer.symbol) + name.symbol, name)
    if issuer.full_name and name.full_name and _fold(issuer.full_name) != _fold(name.full_name):
        yield _put(last, ("co_quan", "ten_day_du"), name.full_name, name)
    if last.draft.archive and _is_other_archive(last.draft.archive, organ.organ, name.archive):
        yield _put(last, ("luu",), name.archive, name)


def _is_other_archive(typed: str, organ: Organ, now: str) -> bool:
    """Tell whether the archive line is that of a former name of the organ."""
    return (
        bool(now) and _fold(typed) != _fold(now) and any(_fold(known.archive) == _fold(typed) for known in organ.names)
    )


def _like(name: str, typed: str) -> str:
    """Return a name in capitals and on lines as another one is typed."""
    words = name if "\n" in typed else " ".join(name.split())
    return words.upper() if typed.isupper() else words


def _put(last: LastYear, path: NodePath, words: str, fact: Fact) -> HeadEdit:
    value = words if fact.is_verified else write_doubt(words, fact.source)
    facts = {"day": f"{last.day:%d/%m/%Y}", "source": " ".join(fact.source.split())}
    return HeadEdit(path, value, Finding("N868", facts=facts))


def _sign(last: LastYear, organ: OrganOnDay | None) -> Iterator[HeadEdit]:
    """Yield who signs in the same office on the day; where nobody is known, a gap with last year's name."""
    for signer in last.draft.signers:
        if not signer.full_name or signer.id:
            continue
        known = (
            [s for s in organ.signers if s.full_name and _fold(s.office) == _fold(signer.office or "")] if organ else []
        )
        path = (*signer.path, "ho_ten")
        if known:
            yield _put(last, path, known[0].full_name, known[0])
        else:
            gap = write_gap(f"{SIGNER_WANTED}{DASH}{OLD_WORDS.format(old=last.old, words=signer.full_name)}")
            yield HeadEdit(path, gap, Finding("N868", facts={"day": f"{last.day:%d/%m/%Y}", "source": UNKNOWN_SIGNER}))
