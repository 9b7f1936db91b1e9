"""The documents that may be cited with a pack: its folder goes in, the table with its own documents comes out."""

from ..errors import Finding, InputError, Place, has_errors, sort_findings
from ..knowledge.citations import CitationTable, load_citations
from ..links import OUTSIDE, is_there, leads_out
from ..read import read_data
from ..validate import validate_citations
from .found import MAX_PACK_BYTES, FoundPack

CITATIONS_FILE = "citations.yaml"

Read = tuple[CitationTable | None, tuple[Finding, ...]]


def read_citations(found: FoundPack) -> Read:
    """Return the documents of the program with those of a pack over them, or everything that is wrong in its file."""
    file = found.folder / CITATIONS_FILE
    if not is_there(file):
        return load_citations(), ()
    if not found.origin and leads_out(file, found.folder):
        return None, (Finding("E620", Place(str(file)), {"reason": OUTSIDE}),)
    try:
        tree = read_data(file, MAX_PACK_BYTES)
    except InputError as error:
        return None, error.findings
    own, findings = validate_citations(tree, str(file), found.id, load_citations())
    findings = sort_findings((*tree.findings, *findings))
    return None if has_errors(findings) else load_citations().with_own(own), findings
