"""Reads an input: a path, a text or data goes in, a Source (plain data, positions, texts, findings) comes out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from ..errors import Cause, Finding, InputError, Place
from ..messages import N_
from ..model import NOTHING, Contributions, Source, count_paragraphs
from ..text_files import MAX_BYTES, check_is_file, clean_text, read_text
from ..yaml_nodes import YamlTree
from .bounds import bound_lists
from .doubts import settle_doubts
from .formats import READERS, read_given, read_plain_yaml
from .front_slips import (
    doubt_breaks,
    doubt_bullets,
    doubt_commas,
    doubt_lines,
    doubt_notes,
    doubt_quotes,
    doubt_slashes,
    list_head_values,
    merge_slips,
)
from .head_values import mend_names
from .plain_data import as_plain_data
from .table_files import load_tables
from .texts import read_texts
from .word import WORD_SUFFIX
from .word.strange_kinds import lend_kind

__all__ = [
    "SUFFIXES",
    "WORD_SUFFIX",
    "check_input",
    "check_is_file",
    "doubt_values",
    "finish_tree",
    "lend_kind",
    "read_data",
    "read_given_data",
    "read_given_text",
    "read_source",
]


SUFFIXES = tuple(READERS)
COPY_WORDS = N_(
    "Tạo tệp mới bằng lệnh ttdn-draft new, mở tệp cũ, chép phần chữ sang tệp .md đó; không đổi đuôi tệp cũ thành .md."
)
SAVE_AS_WORD = N_("Mở tệp bằng Word, chọn Save As, kiểu Word Document (*.docx), rồi dùng tệp mới.")
NAME_FILE = N_("Số liệu thì khai trong tệp .md: dưới khoá bang viết tên bảng, dưới đó «tu_tep: so-lieu.xlsx».")
OLD_WORD_SUFFIXES = (".doc", ".odt", ".rtf")  # which another program makes a .docx of
OFFICE_SUFFIXES = {
    **dict.fromkeys((".docm", ".dotx", ".dotm", ".dot", ".wps"), SAVE_AS_WORD),
    ".pdf": COPY_WORDS,
    **dict.fromkeys((".xlsx", ".xls", ".xlsm", ".ods", ".csv"), NAME_FILE),
}
Readers: TypeAlias = Contributions[Callable[[Path], Any]]
Converter: TypeAlias = Callable[[Path], bytes]
"""What makes a .docx of a file of another word processor."""


def check_input(path: Path, others: Readers = NOTHING) -> None:
    """Raise InputError for what cannot be an input: no file, or a file of another type."""
    check_is_file(path)
    suffix, known = path.suffix.lower(), [*SUFFIXES, WORD_SUFFIX, *OLD_WORD_SUFFIXES, *others.things]
    if suffix in OFFICE_SUFFIXES and suffix not in known:
        raise InputError("E159", Place(str(path)), suffix=path.suffix, advice=OFFICE_SUFFIXES[suffix])
    if suffix not in known:
        unknown = Finding("E101", Place(str(path)), {"suffix": path.suffix, "known": ", ".join(known)})
        raise InputError.of([unknown, *others.explain(suffix)])


def _convert_nothing(path: Path) -> bytes:
    raise InputError("E838", Place(str(path)), suffix=path.suffix)


def read_source(path: Path, others: Readers = NOTHING, convert: Converter = _convert_nothing) -> Source:
    """Read a text file, a .docx, or a file of a type that a plug-in reads or of which `convert` makes a .docx.

    Everything that is wrong with the text stands in `findings`, all of it; the data is what could be read.
    Raises InputError where the file is no readable text at all (missing, binary, not UTF-8, too large).
    """
    check_input(path, others)
    suffix = path.suffix.lower()
    if suffix == WORD_SUFFIX:
        return _read_word(path)
    if suffix in others.things:
        return finish_tree(read_given(others.things[suffix](path), str(path)), str(path), path.parent)
    if suffix in OLD_WORD_SUFFIXES:
        return _read_word(path, convert(path))
    text, findings = read_text(path)
    return finish_tree(READERS[suffix](text, str(path)), str(path), path.parent, text, findings)


def _read_word(path: Path, made: bytes | None = None) -> Source:
    """Return a source of a Word file, or of a .docx that was made of the file; its reader is loaded for it alone."""
    from .word.word_source import read_word_tree

    return _by_paragraph(finish_tree(read_word_tree(path, made), str(path), path.parent))


def read_given_text(text: str, form: str, file: str = "", folder: Path | None = None) -> Source:
    """Read a text of the form "md", "yaml", "yml" or "json" as a file that holds it; `file` is what findings call it.

    The data files that it names are looked for in `folder`. Raises InputError as `read_source` does.
    """
    suffix = f".{form}".lower()
    if suffix not in READERS:
        known = ", ".join(known.removeprefix(".") for known in SUFFIXES)
        raise InputError("E191", Place(file), form=form, known=known)
    clean, findings = clean_text(text, file)
    return finish_tree(READERS[suffix](clean, file), file, folder, clean, findings)


def read_given_data(data: object, file: str = "", folder: Path | None = None) -> Source:
    """Read data that a .yaml file would hold; its places are paths (`$.ky.chuc_vu`), of which no line is known.

    The data files that it names are looked for in `folder`. Raises InputError where it is no plain data.
    """
    if not isinstance(data, Mapping):
        raise InputError("E192", Place(file, path="$"), what=type(data).__name__)
    return finish_tree(read_given(as_plain_data(data, file), file), file, folder)


def finish_tree(
    tree: YamlTree, file: str, folder: Path | None, text: str = "", findings: Iterable[Finding] = ()
) -> Source:
    """Return a source of what stands in an input; `findings` are what is wrong with the characters of its text."""
    bound_lists(tree, file)
    load_tables(tree, file, folder)
    mended = [*mend_names(tree, file)]
    texts, text_findings = read_texts(tree, file, text)
    found = merge_slips((*findings, *tree.findings, *mended, *doubt_values(tree, file, text), *text_findings))
    typed = None if tree.is_broken else tree.data
    data, texts = settle_doubts(typed, texts)
    about = (tree.data_files, tree.brackets, text, tree.rewritten, typed)
    return Source(file, data, tree.positions, texts, found, *about)


def doubt_values(tree: YamlTree, file: str, text: str = "") -> Iterator[Finding]:
    """Yield what is odd in the values that YAML lets pass."""
    values = list_head_values(tree)
    yield from doubt_quotes(values, tree, file)
    yield from doubt_bullets(values, tree, file)
    yield from doubt_breaks(values, tree, file)
    yield from doubt_slashes(values, tree, file)
    yield from doubt_lines(values, tree, file, text.split("\n"))
    yield from doubt_commas(tree, file)
    yield from doubt_notes(values, tree, file)


def _by_paragraph(source: Source) -> Source:
    """Return a source whose places are paragraphs of a Word file, where those of other files are lines."""
    found = tuple(replace(f, place=count_paragraphs(f.place)) for f in source.findings)
    return replace(source, findings=found, counts_paragraphs=True)


def read_data(path: Path, limit: int = MAX_BYTES) -> YamlTree:
    """Read a YAML file of facts, in which no value is Markdown and 0.10 stays as written; findings are in the tree.

    Raises InputError where the file is no readable text, or larger than `limit` bytes.
    """
    check_is_file(path)
    text, findings = read_text(path, limit)
    tree = read_plain_yaml(text, str(path), str)
    values = list_head_values(tree)
    tree.findings += (*doubt_quotes(values, tree, str(path)), *doubt_breaks(values, tree, str(path)))
    tree.findings[:0] = (replace(f, id="W694") if f.cause is Cause.TAB_INDENT else f for f in findings)
    return tree
