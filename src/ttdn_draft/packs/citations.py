"""The documents that may be cited with a pack: its folder goes in, the table with its own documents comes out."""

from functools import partial

from ..knowledge.citations import CitationTable, load_citations
from ..links import is_there
from ..model import Reading, convert_value
from .found import FoundPack
from .reading import read_file

CITATIONS_FILE = "citations.yaml"


def read_citations(found: FoundPack, below: CitationTable | None = None) -> Reading[CitationTable | None]:
    """Return the documents of a pack over those `below`, or over the program's, or all that is wrong in its file."""
    file, table = found.folder / CITATIONS_FILE, below or load_citations()
    if not is_there(file):
        return Reading(table)
    from ..validate.citations import validate_citations  # few packs have a list of their own

    validate = partial(validate_citations, pack=found.id, table=table)
    return convert_value(read_file(file, validate, None if found.origin else found.folder), table.with_own)
