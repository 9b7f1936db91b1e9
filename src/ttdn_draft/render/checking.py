"""Checks a template and loads it: a .docx goes in, everything wrong with its tags comes out, with places."""

import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from jinja2 import TemplateSyntaxError
from lxml import etree

from ..errors import Finding, Place, TemplateError, has_errors, sort_findings
from ..grammar import find_excess
from ..knowledge.standards.profile import Profile
from ..model import NOTHING
from ..model.tags import REQUIRED_TAGS, WHOLE, describe_tag
from ..word.ooxml import W, heading_styles, needed_styles
from ..word.package import Package, WordIds, open_package, read_ids
from .engine import (
    CompiledTemplate,
    Filters,
    build_source,
    compile_package,
    map_lines,
    parse_source,
    place_in_template,
    tags_of,
)
from .grammar import find_tag_faults, printed_tags

MAIN_PART = "word/document.xml"
SHOWN = 40  # letters of a tag that a finding repeats
WHOLE_TAGS = re.compile(r"\{\{p?\s*(noi_dung|phu_luc)\b")
WHOLE_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
HALF_TAG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
# docxtpl's own forms beyond {{ x }}, {{p x }}, {% x %}, {%p x %} and {%tr x %}
FOREIGN_FORM = re.compile(
    r"\{\{(?:r|tr|tc)\s|\{\{p\s+(?!(?:noi_dung|phu_luc)\b)|\{%(?:-|r\s|tc\s|\s*(?:colspan|cellbg|vm|hm|raw)\b)|-%\}"
)
BODY_ALONE = re.compile(r"\{\{p\s+(?:noi_dung|phu_luc)\s*\}\}")
INTERNAL_NAME = re.compile(r"(?<![\w.])_\w")
TAG_IN_ATTRIBUTE = re.compile(r"<[^<>]*=\s*\"[^\"<>]*(?:\{\{|\{%|\{#|#\})[^\"<>]*\"")
ALONE = re.compile(r"\{\{p\s|\{%p\s")


_compiled: dict[tuple[Path, str], tuple[tuple[int, Filters], CompiledTemplate]] = {}
"""By file and profile the newest alone, with what it was made of: a server renders for months."""


def load_template(file: Path | Traversable, profile: Profile, filters: Filters = NOTHING) -> CompiledTemplate:
    """Return a compiled template; raises TemplateError with everything that is wrong with it.

    A template that did not change on disk is checked and compiled once per process.
    """
    if not isinstance(file, Path):
        return _load(file, profile, filters)
    key, made_of = (file, profile.id), (_modified(file), filters)
    known = _compiled.get(key)
    if known is None or known[0] != made_of:
        known = _compiled[key] = made_of, _load(file, profile, filters)
    return known[1]


def _modified(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except (OSError, ValueError):  # opening it will say why
        return 0


def _load(file: Path | Traversable, profile: Profile, filters: Filters) -> CompiledTemplate:
    package = open_package(file)
    findings = [*_check(package, profile, filters)]
    if has_errors(findings):
        raise TemplateError.of(f for f in findings if f.severity == "error")
    return compile_package(package, filters)


def check_template(file: Path | Traversable, profile: Profile, filters: Filters = NOTHING) -> tuple[Finding, ...]:
    """Return all findings, by place; a file that cannot be opened as a template gives only the reason."""
    try:
        return sort_findings(_check(open_package(file), profile, filters))
    except TemplateError as error:
        return error.findings


def _check(package: Package, profile: Profile, filters: Filters) -> Iterator[Finding]:
    printed: set[str] = set()
    ids, whole = read_ids(package), Counter[str]()
    for name in [n for n in package.parts if n.endswith(".xml")]:
        if found := TAG_IN_ATTRIBUTE.search(package.parts[name].decode()):
            yield Finding("E413", Place(package.file, part=name), {"problem": found[0][:60]})
            continue
        yield from _check_paragraphs(package, name)
        source = build_source(package, name, ids)
        if source:
            whole.update(WHOLE_TAGS.findall(source))
            yield from _check_order(package, name, source)
            yield from _check_source(package, name, source, printed, filters)
    for tag in sorted(REQUIRED_TAGS - printed):
        meaning, written = describe_tag(tag)
        facts = {"tag": tag, "meaning": meaning, "written": written.replace("\n", " ¶ ")}
        yield Finding("E421", Place(package.file, part=MAIN_PART), facts)
    for tag in sorted(name for name, count in whole.items() if count > 1):
        yield Finding("E416", Place(package.file, part=MAIN_PART, tag=f"{{{{p {tag} }}}}"), {"tag": tag})
    yield from _check_styles(package.file, ids, profile)


def _check_order(package: Package, part: str, source: str) -> Iterator[Finding]:
    """Report what is printed after the annexes: it would stand in the last of them."""
    _, annexes, after = source.partition("{{ phu_luc }}")
    late = next((tag for tag in tags_of(after) if tag.startswith("{{")), "") if annexes else ""
    if late:
        yield Finding("E419", Place(package.file, part=part, tag=late), {"tag": late})


def _check_styles(file: str, known: WordIds, profile: Profile) -> Iterator[Finding]:
    place = Place(file, part="word/styles.xml")
    lists = {known.lists.get(known.styles.get(style.lower(), "")) for style in heading_styles(profile)}
    if not lists & set(known.kinds_of_lists):
        yield Finding("E424", place)
    for style in needed_styles(profile):
        if style.lower() not in known.styles:
            yield Finding("E423", place, {"style": style, "profile": profile.id})


def _check_paragraphs(package: Package, part: str) -> Iterator[Finding]:
    for number, paragraph in enumerate(etree.fromstring(package.parts[part]).iter(f"{W}p"), 1):
        pieces = [(t.text or "", _format_of(t)) for t in paragraph.iter(f"{W}t") if _owner(t) is paragraph]
        text = "".join(piece for piece, _ in pieces)
        for message, tag, facts in _check_text(text, part):
            yield Finding(message, Place(package.file, part=part, paragraph=number, tag=tag), facts)
        for found in WHOLE_TAG.finditer(text):
            if len(set(_formats(pieces, found.start(), found.end()))) > 1:
                yield Finding("W422", Place(package.file, part=part, paragraph=number, tag=found[0]))


def _check_text(text: str, part: str) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield message id, tag and facts for everything wrong in the words of one paragraph."""
    rest = WHOLE_TAG.sub(lambda m: " " * len(m[0]), text)
    for half in HALF_TAG.finditer(rest):
        yield "E410", text[half.start() : half.start() + 30], {}
    for tag in WHOLE_TAG.findall(text):
        if FOREIGN_FORM.search(tag) or INTERNAL_NAME.search(tag):
            yield "E413", tag, {"problem": tag}
        whole = next((name for name in WHOLE if name in tag), "")
        if whole and (part != MAIN_PART or not BODY_ALONE.fullmatch(tag)):
            yield "E416", tag, {"tag": whole}
        if ALONE.match(tag) and (rest.strip() or len(WHOLE_TAG.findall(text)) > 1):
            yield "E418", tag, {}


def _owner(text: etree._Element) -> etree._Element | None:
    return next(text.iterancestors(f"{W}p"), None)


def _format_of(text: etree._Element) -> bytes:
    run = next(text.iterancestors(f"{W}r"), None)
    properties = run.find(f"{W}rPr") if run is not None else None
    return b"" if properties is None else etree.tostring(properties)


def _formats(pieces: list[tuple[str, bytes]], start: int, end: int) -> Iterator[bytes]:
    at = 0
    for text, look in pieces:
        if at < end and at + len(text) > start and text:
            yield look
        at += len(text)


def _check_source(package: Package, part: str, source: str, printed: set[str], filters: Filters) -> Iterator[Finding]:
    paragraphs = map_lines(package.parts[part], source)
    if (at := find_excess(source)) >= 0:
        excess = source[at:][:SHOWN]
        yield Finding("E413", Place(package.file, part=part, tag=excess), {"problem": excess})
        return
    try:
        tree = parse_source(source)
    except (TemplateSyntaxError, ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else 0
        place = place_in_template(package.file, part, source, paragraphs, line)
        yield Finding("E411", place, {"problem": str(error).rstrip(".")})
        printed.update(REQUIRED_TAGS)  # the source cannot be parsed, so no tag is called missing
        return
    printed.update(printed_tags(tree))
    for message, facts, line in find_tag_faults(tree, filters.things.keys()):
        word = str(facts.get("tag", ""))
        yield Finding(message, place_in_template(package.file, part, source, paragraphs, line, word), facts)
        if (problem := str(facts.get("problem", ""))).startswith("|"):
            yield from filters.explain(problem.removeprefix("|"))
