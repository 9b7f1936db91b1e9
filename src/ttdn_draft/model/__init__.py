"""The frozen data that travels between the rooms."""

from .blocks import Block, Cell, Column, Heading, Paragraph, Table, TableMark
from .document import AnnexPart, BodyBlock, Document, SignatureBlock, texts_of
from .draft import Annex, Draft, Drafter, Figure, Issuer, Signer, Task, TaskGroup
from .naming import as_tags, keys_of, named, required_keys
from .source import Report, Source
from .texts import Run, Text, drop_start, plain_text

__all__ = [
    "Annex",
    "AnnexPart",
    "Block",
    "BodyBlock",
    "Cell",
    "Column",
    "Document",
    "Draft",
    "Drafter",
    "Figure",
    "Heading",
    "Issuer",
    "Paragraph",
    "Report",
    "Run",
    "SignatureBlock",
    "Signer",
    "Source",
    "Table",
    "TableMark",
    "Task",
    "TaskGroup",
    "Text",
    "as_tags",
    "drop_start",
    "keys_of",
    "named",
    "plain_text",
    "required_keys",
    "texts_of",
]
