"""Looks through a piece of an outline: its text goes in, every tag that may not stand there comes out with its line."""

from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..errors import Finding, Place
from ..grammar import TOO_DEEP, Names, check_grammar, explain_syntax, find_excess, tag_spans
from ..messages import N_
from ..patterns import regex
from .values import PARAGRAPHS

# Jinja's forms that eat blanks and lines, or switch Jinja off
FOREIGN_FORM = regex(r"\{[{%#][-+]|[-+][}%#]\}|\{%\s*raw\b")
PARAGRAPH_TAG = regex(rf"\{{\{{[^}}\n]*\b{PARAGRAPHS}\.[^}}\n]*\}}\}}")
PARAGRAPH_ALONE = regex(rf"\s*\{{\{{\s*{PARAGRAPHS}\.\w+\s*\}}\}}\s*")
SHOWN = 40  # letters of a tag that a finding repeats
NOT_CLOSED = N_("thẻ không có dấu đóng")


def find_outline_faults(source: str, names: Names, file: str, first_line: int = 1) -> Iterator[Finding]:
    """Yield everything that a piece of an outline may not say; `first_line` is where it begins in its file."""
    lines = _Lines(source, file, first_line)
    for start, end in tag_spans(source):
        if not end:
            yield lines.at("E641", start, problem=NOT_CLOSED)
            return
    if (start := find_excess(source)) >= 0:
        yield lines.at("E642", start, problem=source[start:][:SHOWN])
        return
    for found in FOREIGN_FORM.finditer(source):
        yield lines.at("E642", found.start(), problem=found[0])
    yield from _find_lost_paragraphs(source, lines)
    yield from _find_in_tree(source, names, lines)


class _Lines:
    """Turns offsets of a piece into places of its file."""

    def __init__(self, source: str, file: str, first_line: int) -> None:
        self.source, self.file, self.first_line = source, file, first_line

    def at(self, id: str, offset: int, **facts: object) -> Finding:
        line = self.source.count("\n", 0, offset) + self.first_line
        return Finding(id, Place(self.file, line), facts)


def _find_lost_paragraphs(source: str, lines: _Lines) -> Iterator[Finding]:
    """Yield the tags of local paragraphs that stand inside a line: several paragraphs can not stand there."""
    for found in PARAGRAPH_TAG.finditer(source):
        start = source.rfind("\n", 0, found.start()) + 1
        if not PARAGRAPH_ALONE.fullmatch(source[start:].split("\n", 1)[0]):
            yield lines.at("E645", found.start(), tag=found[0])


def _find_in_tree(source: str, names: Names, lines: _Lines) -> Iterator[Finding]:
    try:
        tree = _parse("\n" * (lines.first_line - 1) + source)
    except TemplateSyntaxError as error:
        yield Finding("E641", Place(lines.file, error.lineno), {"problem": explain_syntax(error)})
        return
    except RecursionError:
        yield lines.at("E641", _find_deep(source), problem=TOO_DEEP)
        return
    for fault in check_grammar(tree, names):
        place = Place(lines.file, fault.line)
        if fault.unknown:
            yield Finding("E643", place, {"tag": fault.unknown, "guess": fault.guess})
        else:
            yield Finding("E642", place, {"problem": fault.form})


def _parse(source: str) -> nodes.Template:
    return Environment(autoescape=True).parse(source)


def _find_deep(source: str) -> int:
    """Return where the tag begins that holds too many brackets within brackets."""
    for start, end in tag_spans(source):
        try:
            _parse(source[start:end])
        except TemplateSyntaxError:
            continue  # an `if` without its end
        except RecursionError:
            return start
    return 0
