"""Fills an outline: an outline and its values go in, the facts and the text of an input file come out.

No value is run, and none changes how the file is built. In the text a value is escaped for Markdown. In the facts it
goes where a mark was printed for it, once the YAML around the mark is known.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Template, pass_context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..errors import PackError, Place
from ..escaping import escape_markdown, join_lines, quote_yaml
from ..grammar import FILTERS
from ..messages import N_
from ..model import as_tags, to_names
from ..patterns import regex
from ..yaml_nodes import NodePath, Scalar, find_scalars
from .outlines import Outline
from .values import PARAGRAPHS, SLOTS, OutlineValues, ParagraphValues

MAX_LENGTH = 1_000_000
# a line of nothing but tags that print nothing goes with its end
SILENT_LINE = regex(r"^[ ]*(?:(?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\})[ ]*)+\n", re.M | re.S)
BLANK_LINES = regex(r"\n(?:[ ]*\n){2,}")
SPOT_START, SPOT_END = "\ue000", "\ue001"  # around the number of a printed value; outlines and read files have neither
SPOT = regex(f"{SPOT_START}(\\d+){SPOT_END}")
COMMENT_LINE = regex(r"#.*")
MARKDOWN_KEYS = {"nhiem_vu", "so_lieu", "bang"}
MOST_COMPILED = 256  # sources that are compiled once
LOST = N_("có thẻ đứng ở tên khoá, không ở giá trị của khoá")
NO_YAML = N_("các mục lồng nhau quá nhiều cấp")


class _Markdown(str):
    """Text that is Markdown already: a filled local paragraph."""

    __slots__ = ()


def fill_outline(outline: Outline, values: OutlineValues) -> str:
    """Return the facts of an outline between two `---` lines and its text, or a local paragraph's text alone.

    Raises PackError where the result is too long, or the filled facts are no YAML.
    """
    context = _context(values)
    body = _fill_body(outline, context)
    return f"---\n{_fill_head(outline, context)}---\n\n{body}" if outline.head is not None else body


def fill_paragraphs(paragraphs: Mapping[str, Outline], values: OutlineValues) -> OutlineValues:
    """Return the values with the local paragraphs of a pack among them, filled with the others."""
    context = _context(replace(values, paragraphs=ParagraphValues()))
    filled = {
        SLOTS[slot].partition(".")[2]: _fill_body(paragraph, context).strip() for slot, paragraph in paragraphs.items()
    }
    return replace(values, paragraphs=replace(values.paragraphs, **to_names(ParagraphValues, filled)))


def _context(values: OutlineValues) -> dict[str, Any]:
    context: dict[str, Any] = as_tags(values)
    local = {key: _Markdown(text) for key, text in context[PARAGRAPHS].items()}
    return {**context, PARAGRAPHS: local}


def _run(source: str, context: Mapping[str, Any], write: Callable[[Any], str], file: str) -> str:
    """Return a source with its values, each as `write` writes it; nothing but printing, asking and looping is there."""
    template = Template.from_code(_make_environment(write), _compile(SILENT_LINE.sub(_without_end, source)), {})
    pieces, length = [], 0
    for piece in template.generate(context):
        pieces.append(piece)
        length += len(piece)
        if length > MAX_LENGTH:
            raise PackError("E647", Place(file), limit=MAX_LENGTH)
    return "".join(pieces)


def _make_environment(write: Callable[[Any], str]) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        finalize=pass_context(lambda _, value: write(value)),  # with a context, nothing is written when it is compiled
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in sorted(FILTERS)}
    return environment


@lru_cache(maxsize=MOST_COMPILED)
def _compile(source: str) -> CodeType:
    """Return a source ready to be run; the same for each way to write its values."""
    return _make_environment(str).compile(source)


def _without_end(line: re.Match[str]) -> str:
    return line[0].strip()


def _fill_body(outline: Outline, context: Mapping[str, Any]) -> str:
    text = _run(outline.body, context, _write_text, outline.file)
    return BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"


def _write_text(value: Any) -> str:
    return f"\n\n{value}\n\n" if isinstance(value, _Markdown) else escape_markdown(str(value))


def _fill_head(outline: Outline, context: Mapping[str, Any]) -> str:
    printed: list[str] = []

    def mark(value: Any) -> str:
        printed.append(join_lines(str(value)))
        return f"{SPOT_START}{len(printed) - 1}{SPOT_END}"

    text = _run(outline.head or "", context, mark, outline.file)
    scalars, tree = find_scalars(text, outline.file)
    if tree.is_broken:
        raise PackError("E649", Place(outline.file), problem=tree.findings[-1].facts.get("problem", NO_YAML))
    pieces, at = [], 0
    for scalar in scalars:
        pieces += [_fill_rest(text[at : scalar.start], printed, outline.file), _fill_scalar(scalar, text, printed)]
        at = scalar.end
    pieces.append(_fill_rest(text[at:], printed, outline.file))
    return "".join(pieces).strip("\n") + "\n"


def _fill_rest(text: str, printed: list[str], file: str) -> str:
    """Return the text between the values; marks in it, which only comments may hold, become their words."""
    rest = COMMENT_LINE.sub(lambda comment: _put(comment[0], printed, str), text)
    if SPOT_START in COMMENT_LINE.sub("", text):
        raise PackError("E649", Place(file), problem=LOST)
    return rest


def _put(text: str, printed: list[str], write: Callable[[str], str]) -> str:
    return SPOT.sub(lambda spot: write(printed[int(spot[1])]), text)


def _fill_scalar(scalar: Scalar, text: str, printed: list[str]) -> str:
    """Return a value of the facts with the words of its marks: lines under `|` as they are, others quoted anew."""
    source = text[scalar.start : scalar.end]
    if SPOT_START not in source:
        return source
    write = escape_markdown if _is_markdown(scalar.path) else str
    if scalar.style in ("|", ">"):
        return _put(source, printed, write)
    return quote_yaml(_put(scalar.text, printed, write))


def _is_markdown(path: NodePath) -> bool:
    """Tell whether the reader takes a value for Markdown: tasks, figures, tables and the text of an annex."""
    return path[0] in MARKDOWN_KEYS or (path[0] == "phu_luc" and path[2:3] == ("noi_dung",))
