"""Tells which citations mean the document itself: a manuscript and a mention go in, the answer comes out."""

from ..mentions.citations import DocumentMention
from .cited import fold_issuer
from .manuscript import Manuscript

ATTACHED = ("kèm theo", "thuộc", "của")


def has_own_letters(text: Manuscript, mention: DocumentMention) -> bool:
    """Tell whether a document has the kind and the letters of this one, and no other issuer is named."""
    draft = text.draft
    kind = text.profile.find_kind(draft.kind)
    letters = draft.symbol or text.profile.write_symbol(kind, draft.issuer.symbol or "")
    if mention.kind.casefold() != kind.name.casefold() or not mention.symbol.right.endswith(letters):
        return False
    own = fold_issuer(draft.issuer.full_name or draft.issuer.name)
    return not mention.issuer or own.startswith(fold_issuer(mention.issuer))


def may_mean_itself(text: Manuscript, mention: DocumentMention) -> bool:
    """Tell whether nothing but its number tells a document from this one: no day, issuer or title is anywhere."""
    told = (m for m in text.mentions.citations if m.symbol.key == mention.symbol.key)
    return not any(m.day_span[1] or m.issuer or m.title for m in told)


def means_itself(text: Manuscript, mention: DocumentMention) -> bool:
    """Tell whether a document of the same kind and letters is this one: it has its day, or its annexes hang on it."""
    if mention.day:
        return mention.day == text.day
    if mention.symbol.number.lstrip("0") == str(text.draft.number).lstrip("0"):
        return True
    own, typed = str(text.draft.number).lstrip("0"), mention.symbol.number.lstrip("0")
    if own != typed and sorted(own) == sorted(typed):  # 81 for 18
        return True
    before = mention.passage.text[max(0, mention.start - 40) : mention.start].casefold().rstrip()
    is_this = mention.passage.text.startswith(" này", mention.symbol_span[1])
    return is_this or (not mention.issuer and before.endswith(ATTACHED))
