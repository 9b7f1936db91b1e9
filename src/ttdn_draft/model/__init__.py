"""The frozen data that travels between the rooms."""

from .blocks import Block, Cell, Column, Heading, Paragraph, Table, TableMark
from .contributions import NOTHING, Contributions
from .document import AnnexPart, AskedFrame, BodyBlock, Document, SignatureBlock, texts_of
from .doubts import AskedDoubt
from .draft import Annex, Draft, Drafter, Figure, Issuer, Margins, Signer, Task, TaskGroup
from .ids import ID_FORM, is_id
from .marks import CELL_MARK, CITATION, LIKE_CITATION, OPEN_CITATION, PendingMark, is_meant, to_capitals
from .naming import NamedField, as_tags, fill_examples, keys_of, list_named, named, required_keys, to_keys, to_names
from .numbers import MAX_DECIMALS, MAX_DIGITS, NO_FIGURE, PRECISION, is_like_thousands, is_ordinal, is_too_long
from .partial_date import PartialDate, length_of
from .reading import Reading, convert_value
from .remark import Remark
from .source import Report, Source, count_paragraphs
from .texts import NO_BREAK_SPACE, Run, Text, drop_start, mark_pending, plain_text, printed_words, replace_words

__all__ = [
    "CELL_MARK",
    "CITATION",
    "ID_FORM",
    "LIKE_CITATION",
    "MAX_DECIMALS",
    "MAX_DIGITS",
    "NOTHING",
    "NO_BREAK_SPACE",
    "NO_FIGURE",
    "OPEN_CITATION",
    "PRECISION",
    "Annex",
    "AnnexPart",
    "AskedDoubt",
    "AskedFrame",
    "Block",
    "BodyBlock",
    "Cell",
    "Column",
    "Contributions",
    "Document",
    "Draft",
    "Drafter",
    "Figure",
    "Heading",
    "Issuer",
    "Margins",
    "NamedField",
    "Paragraph",
    "PartialDate",
    "PendingMark",
    "Reading",
    "Remark",
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
    "convert_value",
    "count_paragraphs",
    "drop_start",
    "fill_examples",
    "is_id",
    "is_like_thousands",
    "is_meant",
    "is_ordinal",
    "is_too_long",
    "keys_of",
    "length_of",
    "list_named",
    "mark_pending",
    "named",
    "plain_text",
    "printed_words",
    "replace_words",
    "required_keys",
    "texts_of",
    "to_capitals",
    "to_keys",
    "to_names",
]
