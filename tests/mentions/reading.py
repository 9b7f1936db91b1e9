"""Reads the passages of a text as `check` does."""

from ttdn_draft.enrich import choose_profile, enrich
from ttdn_draft.knowledge.citations import load_citations
from ttdn_draft.mentions import Mentions, list_passages
from ttdn_draft.model.mentions import Passage, Zone
from ttdn_draft.read import read_given_text
from ttdn_draft.validate.documents import validate


def read_passages(text: str) -> tuple[Passage, ...]:
    """Return the passages of a .md file."""
    source = read_given_text(text, "md")
    draft, findings = validate(source)
    assert draft is not None, [found.tell() for found in findings]
    settled = enrich(draft, load_citations(), choose_profile(draft, source), source)
    return list_passages(settled.draft, draft)


def mentions_of(*texts: str, zone: Zone = "paragraph", above: tuple[str, ...] = ()) -> Mentions:
    """Return what some texts mention that stand under the same headings."""
    return Mentions(tuple(Passage(zone, ("noi_dung", n), text, above=above) for n, text in enumerate(texts)))
