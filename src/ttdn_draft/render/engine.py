"""The only module that knows docxtpl: a template and a context go in, the bytes of a .docx come out.

docxtpl 0.20.2 opens, patches and compiles the template for every document, renders footnotes once per section
(running note *data* as a template the second time) and rewrites `{_{` in data. So only its translation of Word
XML to Jinja (`patch_xml`) is used. Each part is compiled once and rendered once, in a sandbox, always escaped.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from typing import Any, TypeAlias

from jinja2 import StrictUndefined, Template, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from ..archives import write_zip
from ..errors import Finding, Place, TemplateError
from ..grammar import scan_tags
from ..messages import N_, Marked
from ..model import NOTHING, Contributions, Run, mark_pending, printed_words
from ..model.tags import WHOLE
from ..patterns import regex
from ..records import dataclass
from ..word.arrangement import MAIN
from ..word.ooxml import W, mark_content
from ..word.package import Package, WordIds, read_ids
from .computed_places import patch_part
from .grammar import printed_tags
from .pending import show_pending
from .sections import add_blanks

MARKUP = regex(r"<[^<>]+>")
OWN_TAG = regex(r"\{[{%]\s*(?:for n in )?_")
PARAGRAPH_START = regex(r"<w:p(?=[ >])")
TEXT, END_OF_TEXT = '<w:t xml:space="preserve">', "</w:t>"
LINE_BREAK = Markup(f"{END_OF_TEXT}<w:br/>{TEXT}")  # noqa: S704 - our own
PARAGRAPH, PARAGRAPH_LINE = "<w:p", "\n<w:p"  # and behind the line feed that gives each paragraph a line
STAND_INS = {tag: Markup(f'<w:p w:stand="{tag}"/>') for tag in WHOLE}  # noqa: S704 - our own
"""What stands for the paragraphs that this room writes, while the rest of a part is examined: theirs is most of it."""
FRAMES = 16  # that are kept in mind as sound: they are alike in all documents of a template, but for their words
_sound: dict[str, None] = {}
XML_SIGN = regex('[<>&"]')
NO_LETTERS = bytes({*range(32)} - {*b"\t\n\r"})
NONCHARACTERS = ("\ufffe".encode(), "\uffff".encode())
START_OF_NONCHARACTERS = NONCHARACTERS[0][:2]
Filters: TypeAlias = Contributions[Callable[[str], str]]
CUT = N_("thẻ if, for cắt ngang đoạn, ô hoặc hàng")
NO_VALUE = N_("thẻ không có giá trị")
Finish: TypeAlias = Callable[[Mapping[str, bytes]], Mapping[str, bytes]]
EMPTY_PARAGRAPH = "<w:p/>"
EMPTY_CELL = N_("một ô của bảng không kết thúc bằng đoạn văn")


def _finalize(value: Any) -> Any:
    """Turn line breaks of a text into line breaks of Word, and tell what is still to be done from the rest."""
    if isinstance(value, str) and not hasattr(value, "__html__") and ("\n" in value or "[" in value):
        return Markup("").join(map(_write_run, mark_pending((Run(value),))))
    return value


def _write_run(run: Run) -> Markup:
    lines = LINE_BREAK.join(escape(line) for line in run.text.split("\n"))
    if run.pending is None:
        return lines
    return Markup(END_OF_TEXT + mark_content(run.pending.source, f"{TEXT}{lines}{END_OF_TEXT}") + TEXT)  # noqa: S704


def _finalize_property(value: Any) -> Any:
    """Return what a part that is no page prints, such as the properties of a file: words alone."""
    return printed_words(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _environment(
    filters: Filters = NOTHING, finalize: Callable[[Any], Any] = _finalize
) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=finalize, keep_trailing_newline=True
    )
    environment.filters.update(filters.things)
    return environment


@dataclass(frozen=True)
class Part:
    """A part that holds tags: its compiled template, its Jinja source, and the paragraph of each source line."""

    template: Template
    source: str
    paragraphs: Sequence[int]


@dataclass(frozen=True)
class CompiledTemplate:
    """A template whose parts are compiled: render it as often as you like."""

    file: str
    static: Mapping[str, bytes]
    parts: Mapping[str, Part]
    order: Sequence[str]
    ids: WordIds
    printed: frozenset[str]
    blanks: Mapping[str, bytes]

    def render(self, context: Mapping[str, Any], finish: Finish = dict) -> bytes:
        """Return the .docx, its parts as `finish` leaves them; the same context gives the same bytes.

        Raises TemplateError, with part and tag, where a tag fails, where the result is no XML, and where the
        document has words for a tag that the template does not print.
        """
        for tag in _filled(context):
            if tag not in self.printed:
                raise TemplateError("E417", Place(self.file, part=MAIN, tag=tag), tag=tag)
        if context.get("_ky_tiep") and "_ky_tiep" not in self.printed:
            raise TemplateError("E417", Place(self.file, part=MAIN, tag="ky"), tag="ky[2]")
        rendered = {name: self._render_part(name, part, context) for name, part in self.parts.items()}
        parts = {name: rendered.get(name) or self.static[name] for name in self.order}
        return write_zip(finish(show_pending({**parts, **self.blanks} if context["phu_luc"] else parts)))

    def _render_part(self, name: str, part: Part, context: Mapping[str, Any]) -> bytes:
        """Return a part with its tags filled in; what this room writes into it is sound, and is not read again."""
        built = {tag: context[tag] for tag in WHOLE if context.get(tag) and self._names_plain_ids}
        try:
            pieces = list(part.template.generate({**context, **{tag: STAND_INS[tag] for tag in built}}))
            frame = "".join(pieces).replace(PARAGRAPH_LINE, PARAGRAPH)
            whole = reduce(lambda xml, tag: xml.replace(STAND_INS[tag], built[tag]), built, frame)
            data = whole.encode()
        except Exception as error:  # a template may fail in any way that Python knows
            place = place_in_template(self.file, name, part.source, part.paragraphs, _line_of(error))
            if isinstance(error, TemplateError):  # a filter of a plug-in
                problem = "; ".join(f"{f.facts['name']}: {f.facts['reason']}" for f in error.findings)
                raise TemplateError.of([Finding("E414", place, {"problem": problem}), *error.findings]) from None
            raise TemplateError("E414", place, problem=NO_VALUE) from error
        if not _has_only_letters(data):
            raise TemplateError("E415", Place(self.file, part=name), problem=CUT)
        if fault := _find_fault(frame, "".join(piece for piece in pieces if XML_SIGN.search(piece))):
            raise TemplateError("E415", Place(self.file, part=name), problem=fault)
        return data

    @cached_property
    def _names_plain_ids(self) -> bool:
        """Tell whether no id of the template, which the text names, holds a sign of XML."""
        ids = (*self.ids.styles.values(), *self.ids.lists.values(), *self.ids.kinds_of_lists, *self.ids.broken_lists)
        return XML_SIGN.search(" ".join((*ids, *self.ids.broken_lists.values()))) is None


def _find_fault(xml: str, bare: str) -> Marked | None:
    """Return what is wrong with the XML of a part; nothing where it is sound.

    `bare` is the part without the words in which no sign of XML stands: with others in their place it is as sound.
    """
    if bare in _sound:
        return None
    try:
        root = etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return CUT
    is_wrong = any(len(cell) == 0 or cell[-1].tag != f"{W}p" for cell in root.iter(f"{W}tc"))
    if is_wrong:
        return EMPTY_CELL  # Word calls it corrupt
    _sound[bare] = None
    while len(_sound) > FRAMES:
        del _sound[next(iter(_sound))]
    return None


def _has_only_letters(data: bytes) -> bool:
    """Tell whether a part, in UTF-8, holds no character that XML cannot carry."""
    if len(data.translate(None, NO_LETTERS)) != len(data):
        return False
    return START_OF_NONCHARACTERS not in data or not any(sign in data for sign in NONCHARACTERS)


def _filled(context: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """Yield the tags under which this document has words; tags with `_` are internal."""
    for key, value in context.items():
        if isinstance(value, Mapping):
            yield from _filled(value, f"{prefix}{key}.")
        elif value and not key.startswith("_"):
            yield prefix + key


def _line_of(error: Exception) -> int:
    """Return the template line in which an exception arose: Jinja maps it into the traceback."""
    line, frame = 0, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = frame.tb_lineno
        frame = frame.tb_next
    return line


def place_in_template(file: str, part: str, source: str, paragraphs: Sequence[int], line: int, word: str = "") -> Place:
    """Return the place of a line of Jinja source: the paragraph in Word, and its tag (the one that holds `word`)."""
    lines = source.split("\n")
    tags = tags_of(lines[line - 1]) if 0 < line <= len(lines) else []
    tag = next((t for t in tags if word in t), tags[0] if tags else "")
    return Place(file, part=part, paragraph=paragraphs[line - 1] if 0 < line <= len(lines) else 0, tag=tag[:120])


def tags_of(xml: str) -> list[str]:
    """Return the tags of a piece of a template, without those that render/patches.py put in."""
    bare = MARKUP.sub("", xml)
    tags = (bare[start:end] for start, end in scan_tags(bare).tags)
    return [tag for tag in tags if not OWN_TAG.match(tag)]


def map_lines(xml: bytes, source: str) -> list[int]:
    """Return the number of the Word paragraph for each line of the Jinja source: both hold the same tags in order."""
    root = etree.fromstring(xml)
    found = [
        number
        for number, paragraph in enumerate(root.iter(f"{W}p"), 1)
        for _ in tags_of("".join(t.text or "" for t in paragraph.iter(f"{W}t")))
    ]
    numbers, at = [], 0
    for line in source.split("\n"):
        count = len(tags_of(line))
        numbers.append(found[min(at, len(found) - 1)] if found else 0)
        at += count
    return numbers


def has_tags(xml: str) -> bool:
    """Tell whether a part holds anything for Jinja; our own tags also stand in attributes."""
    bare = MARKUP.sub("", xml)
    return "{{ _" in xml or "{{" in bare or "{%" in bare or "{#" in bare


def build_source(package: Package, name: str, ids: WordIds) -> str:
    """Return a part as Jinja source, one line per paragraph; nothing where the part holds no tag."""
    data = package.parts[name].decode()
    if is_foreign(name) and scan_tags(MARKUP.sub("", data)).halves:
        return ""
    xml = patch_part(name, data, ids).replace("\n", " ")
    if not has_tags(xml):
        return ""
    from docxtpl import DocxTemplate  # takes as long to load as all that a document needs: not for a kept source

    patched: str = DocxTemplate(None).patch_xml(xml)
    return PARAGRAPH_START.sub("\n<w:p", patched)


def is_foreign(name: str) -> bool:
    """Tell whether a part holds data of another program, in which braces need be no tags."""
    return not name.startswith(("word/", "docProps/"))


def parse_source(source: str) -> nodes.Template:
    """Return the tree of a Jinja source; raises jinja2.TemplateSyntaxError."""
    return _environment().parse(source)


@dataclass(frozen=True)
class Sources:
    """The Jinja source of each part that holds tags, the paragraph of each of its lines, and the tags of them all."""

    of_parts: Mapping[str, tuple[str, Sequence[int]]]
    printed: Sequence[str]


def build_sources(package: Package) -> Sources:
    """Return the sources of a package that render/checking.py found good."""
    ids = read_ids(package)
    built = {name: build_source(package, name, ids) for name in package.parts if name.endswith(".xml")}
    sources = {name: source for name, source in built.items() if source}
    printed = frozenset[str]().union(*(printed_tags(parse_source(source)) for source in sources.values()))
    of_parts = {name: (source, map_lines(package.parts[name], source)) for name, source in sources.items()}
    return Sources(of_parts, sorted(printed))


def compile_package(package: Package, sources: Sources, filters: Filters = NOTHING) -> CompiledTemplate:
    """Compile every part of a package that has a source."""
    pages, properties = _environment(filters), _environment(filters, _finalize_property)
    parts = {}
    for name, (source, paragraphs) in sources.of_parts.items():
        environment = pages if name.startswith("word/") else properties
        parts[name] = Part(environment.from_string(source), source, paragraphs)
    static = {name: data for name, data in package.parts.items() if name not in parts}
    printed, blanks = frozenset(sources.printed), add_blanks(package.parts)
    return CompiledTemplate(package.file, static, parts, tuple(package.parts), read_ids(package), printed, blanks)
