"""For tests of tables: an input in YAML with one table goes in, its rows as printed come out."""

from pathlib import Path

from tests.conftest import HEAD
from ttdn_draft.enrich import enrich
from ttdn_draft.errors import Finding
from ttdn_draft.knowledge.citations import NO_CITATIONS
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.model import Cell, Document, Table, plain_text
from ttdn_draft.read import read_source
from ttdn_draft.validate.documents import validate

FACTS = HEAD.removeprefix("---\n").removesuffix("---\n")


def settle(path: Path) -> tuple[Document | None, tuple[Finding, ...]]:
    """Return the document of an input, also where something was found, and what was found."""
    profile = load_profile("dang-hd05-2026")
    source = read_source(path)
    draft, found = validate(source)
    if draft is None:
        return None, (*source.findings, *found)
    settled = enrich(draft, NO_CITATIONS, profile, source)
    document, more = settled.document, settled.findings
    return document, (*source.findings, *found, *more)


def tables_of(document: Document | None) -> list[Table]:
    assert document is not None
    return [block for block in document.body if isinstance(block, Table)]


def printed(table: Table) -> list[list[str]]:
    """Return header and rows as words."""
    return [[plain_text(cell.text) for cell in row] for row in (table.header, *table.rows)]


def is_bold(cell: Cell) -> bool:
    return all(run.bold for run in cell.text)
