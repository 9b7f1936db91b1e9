"""The only module that knows docxtpl: a template and a context go in, the bytes of a .docx come out.

docxtpl 0.20.2 opens, patches and compiles the template for every document, renders footnotes once per
section (running note *data* as a template the second time) and rewrites `{_{` in data. So only its translation
of Word XML to Jinja (`patch_xml`) is used. Each part is compiled once and rendered once, in a sandbox, always
escaped.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from ..errors import Place, TemplateError
from .package import Package, open_package, write_zip
from .patches import patch_part

MAX_ITERATIONS = 100_000
TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.S)
PARAGRAPH_START = re.compile(r"<w:p(?=[ >])")
BLOCK_IN_LINE = re.compile(r"<w:t(?: [^>]*)?>[^<]*\{\{\s*(noi_dung)\b")
LINE_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja for templates of strangers: no attribute chains, no long loops, no huge strings."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_finalize, keep_trailing_newline=True)

    def call_binop(self, _context: Any, operator: str, left: Any, right: Any) -> Any:
        """Multiply numbers only, and only to a size that fits a page."""
        if operator == "*" and all(isinstance(x, (int, float)) for x in (left, right)):
            return left * right
        raise SecurityError(f"{operator} is not allowed here")


def _finalize(value: Any) -> Any:
    """Turn line breaks of a text into line breaks of Word."""
    if isinstance(value, str) and not hasattr(value, "__html__") and "\n" in value:
        return LINE_BREAK.join(escape(line) for line in value.split("\n"))
    return value


class _Budget:
    """`range` for templates: all loops of one rendering together have MAX_ITERATIONS turns."""

    def __init__(self) -> None:
        self.left = MAX_ITERATIONS

    def range(self, *args: int) -> range:
        """Return a range, or raise OverflowError where the budget is used up."""
        wanted = range(*args)
        self.left -= len(wanted)
        if self.left < 0:
            raise OverflowError(f"more than {MAX_ITERATIONS} turns")
        return wanted


@dataclass(frozen=True)
class CompiledTemplate:
    """A template whose parts are compiled: render it as often as you like."""

    file: str
    order: tuple[str, ...]
    static: Mapping[str, bytes]
    compiled: Mapping[str, Template]
    sources: Mapping[str, str]

    def render(self, context: Mapping[str, Any]) -> bytes:
        """Return the .docx; the same context gives the same bytes. Raises TemplateError with part and tag."""
        parts = dict(self.static)
        budget = _Budget()
        for name, template in self.compiled.items():
            parts[name] = self._render_part(name, template, {**context, "range": budget.range})
        return write_zip({part: parts[part] for part in self.order})

    def _render_part(self, name: str, template: Template, context: Mapping[str, Any]) -> bytes:
        try:
            data = template.render(context).replace("\n<w:p", "<w:p").encode()
        except UndefinedError as error:
            raise self._error("E412", name, error) from None
        except SecurityError as error:
            raise self._error("E413", name, error) from None
        except Exception as error:  # a template may fail in any way that Python knows
            raise self._error("E414", name, error) from None
        try:
            etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            raise TemplateError("E415", Place(self.file, part=name), problem=str(error)) from None
        return data

    def _error(self, id: str, name: str, error: Exception) -> TemplateError:
        return TemplateError(id, place_of(self.file, name, self.sources[name], _line_of(error)), problem=str(error))


def _line_of(error: Exception) -> int:
    """Return the template line in which an exception arose: Jinja maps it into the traceback."""
    line, frame = 0, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = frame.tb_lineno
        frame = frame.tb_next
    return line


def place_of(file: str, part: str, source: str, line: int) -> Place:
    """Return the place of a template line: every line but the first begins with a paragraph."""
    lines = source.split("\n")
    tags = TAG.findall(lines[line - 1]) if 0 < line <= len(lines) else []
    return Place(file, part=part, paragraph=max(line - 1, 0), tag=re.sub(r"<[^>]+>", "", " ".join(tags))[:120])


def patch_source(name: str, xml: str) -> str:
    """Return a part as Jinja source, one line per paragraph."""
    patched: str = DocxTemplate(None).patch_xml(patch_part(name, xml.replace("\n", " ")))
    return PARAGRAPH_START.sub("\n<w:p", patched)


def has_tags(xml: str) -> bool:
    """Tell whether a part holds anything for Jinja."""
    bare = re.sub(r"<[^>]+>", "", xml)
    return "{{" in bare or "{%" in bare or "{#" in bare


def check_blocks(file: str, part: str, source: str) -> None:
    """Raise TemplateError where a tag that prints whole paragraphs stands inside a line of text."""
    if found := BLOCK_IN_LINE.search(source):
        line = source.count("\n", 0, found.start(1)) + 1
        raise TemplateError("E416", place_of(file, part, source, line), tag=found[1])


def parse_source(name: str, xml: str) -> tuple[str, nodes.Template]:
    """Return the Jinja source of a part and its tree; raises TemplateSyntaxError that carries the source."""
    source = patch_source(name, xml)
    try:
        return source, _Environment().parse(source)
    except TemplateSyntaxError as error:
        error.source = source
        raise


def compile_package(package: Package) -> CompiledTemplate:
    """Compile every part that holds tags; raises TemplateError with part, paragraph and tag."""
    environment = _Environment()
    static, compiled, sources = {}, {}, {}
    for name, data in package.parts.items():
        text = patch_part(name, data.decode()) if name.endswith(".xml") else ""
        if not has_tags(text):
            static[name] = data
            continue
        sources[name] = patch_source(name, data.decode())
        check_blocks(package.file, name, sources[name])
        try:
            compiled[name] = environment.from_string(sources[name])
        except TemplateSyntaxError as error:
            place = place_of(package.file, name, sources[name], error.lineno)
            raise TemplateError("E411", place, problem=error.message or "") from None
    return CompiledTemplate(package.file, tuple(package.parts), static, compiled, sources)


def load_template(file: Path | Traversable) -> CompiledTemplate:
    """Return a compiled template; one that did not change on disk is compiled once per process."""
    if isinstance(file, Path):
        stamp = file.stat().st_mtime_ns if file.is_file() else 0
        return _load_path(file, stamp)
    return compile_package(open_package(file))


@cache
def _load_path(file: Path, _stamp: int) -> CompiledTemplate:
    return compile_package(open_package(file))
