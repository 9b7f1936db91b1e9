"""Documents to rest on for a screen: words and a day go in, what may be cited comes out, ready to copy or to insert."""

from datetime import date

from ..knowledge.citations import Citation, CitationTable, format_citation, load_citations, name_citation
from ..knowledge.citations import search_citations as search_table
from ..knowledge.standards.spelling import STANDARDS
from ..messages import translate
from ..packs import PackShelf
from .documents import Language, open_shelf
from .plain_words import plain_source
from .screen_values import CitationHit


def find_citations(
    query: str, day: date, *, pack: str = "", shelf: PackShelf | None = None, language: Language = "vi"
) -> tuple[CitationHit, ...]:
    """Return the documents that words find, as `ttdn-draft cite` does, best first, with their state on a day.

    `pack` is the id of a province or pack whose own documents are searched, too. Raises UsageError where there is none,
    PackError where it is broken.
    """
    table = take_citations(pack, shelf or open_shelf()) if pack else load_citations()
    return tuple(_show(found, table, day, language) for found in search_table(query, table, day))


def take_citations(pack: str, shelf: PackShelf) -> CitationTable:
    """Return the documents that are known where a pack is used."""
    taken, _ = shelf.take(pack)
    return shelf.take_citations(taken.below or pack, taken.id if taken.below else "")


def _show(citation: Citation, table: CitationTable, day: date, language: str) -> CitationHit:
    party, state = (format_citation(citation, standard) for standard in STANDARDS)
    successor = table.find(citation.replaced_by)
    return CitationHit(
        id=citation.id,
        sentence=party,
        state_sentence=state,
        short=name_citation(citation),
        mark=f"[dan: {citation.id}]",
        state=table.status_on(citation, day).value,
        successor=name_citation(successor) if successor else "",
        doubts=tuple(translate(column, language) for column in citation.doubtful),
        source=plain_source(citation.source),
    )
