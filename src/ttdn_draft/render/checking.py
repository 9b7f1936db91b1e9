"""Checks a template before it is used: a .docx goes in, everything wrong with its tags comes out, with places."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from ..errors import Finding, Place, TemplateError, sort_findings
from .engine import check_blocks, has_tags, parse_source, place_of
from .fields import REQUIRED_TAGS, TAGS, describe_tag
from .package import Package, open_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WHOLE_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
HALF_TAG = re.compile(r"\{\{|\}\}|\{%|%\}")
BUILT_IN = {"loop", "range", "dict", "lipsum", "cycler", "joiner", "namespace"}


def check_template(file: Path | Traversable) -> tuple[Finding, ...]:
    """Return all findings, by place; a file that is no template at all gives its one reason."""
    try:
        package = open_package(file)
    except TemplateError as error:
        return error.findings
    findings: list[Finding] = []
    used: set[str] = set()
    for name, data in package.parts.items():
        if name.endswith(".xml") and has_tags(data.decode()):
            found = list(_check_paragraphs(package, name))
            findings += found
            if not any(f.id == "E410" for f in found):
                findings += _check_names(package, name, used)
    missing = REQUIRED_TAGS - used
    if not any(f.id in ("E410", "E411") for f in findings):
        place = Place(package.file, part="word/document.xml")
        findings += [Finding("E421", place, {"tag": tag, "meaning": describe_tag(tag)}) for tag in sorted(missing)]
    return sort_findings(findings)


def _check_paragraphs(package: Package, part: str) -> Iterator[Finding]:
    root = etree.fromstring(package.parts[part])
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        pieces = [(t.text or "", _format_of(t)) for t in paragraph.iter(f"{W}t") if _owner(t) is paragraph]
        text = "".join(piece for piece, _ in pieces)
        place = Place(package.file, part=part, paragraph=number)
        for half in HALF_TAG.finditer(WHOLE_TAG.sub(lambda m: " " * len(m[0]), text)):
            snippet = text[half.start() : half.start() + 30]
            yield Finding("E410", Place(place.file, part=part, paragraph=number, tag=snippet))
        for tag in WHOLE_TAG.finditer(text):
            if len(set(_formats(pieces, tag.start(), tag.end()))) > 1:
                yield Finding("W422", Place(place.file, part=part, paragraph=number, tag=tag[0]))


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


def _check_names(package: Package, part: str, used: set[str]) -> Iterator[Finding]:
    source, tree = "", None
    try:
        source, tree = parse_source(part, package.parts[part].decode())
        check_blocks(package.file, part, source)
    except TemplateError as error:
        yield from error.findings
    except TemplateSyntaxError as error:
        source = error.source or ""
        yield Finding("E411", place_of(package.file, part, source, error.lineno), {"problem": error.message or ""})
    if tree is None:
        return
    loops = _loop_variables(tree)
    for path, line in _names(tree, loops):
        used.update(_prefixes(path))
        if path not in TAGS:
            guess = get_close_matches(path, list(TAGS), n=1, cutoff=0.6)
            facts = {"tag": path, "guess": guess[0] if guess else ""}
            yield Finding("E420", place_of(package.file, part, source, line), facts)


def _loop_variables(tree: nodes.Template) -> set[str]:
    targets = chain(
        (loop.target for loop in tree.find_all(nodes.For)),
        (assign.target for assign in tree.find_all(nodes.Assign)),
    )
    return {name.name for target in targets for name in _target_names(target)}


def _target_names(target: nodes.Node) -> Iterator[nodes.Name]:
    if isinstance(target, nodes.Name):
        yield target
    yield from target.find_all(nodes.Name)


def _names(tree: nodes.Template, local: set[str]) -> Iterator[tuple[str, int]]:
    """Yield the dotted path and line of everything that the template takes from the document."""
    inner = {id(attribute.node) for attribute in tree.find_all(nodes.Getattr)}
    for node in tree.find_all((nodes.Name, nodes.Getattr)):
        path = _path(node)
        root = path.split(".", 1)[0]
        if id(node) in inner or not path or root in local | BUILT_IN or root.startswith("_"):
            continue
        yield path, node.lineno


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        above = _path(node.node)
        return f"{above}.{node.attr}" if above else ""
    return ""


def _prefixes(path: str) -> Iterator[str]:
    steps = path.split(".")
    return (".".join(steps[: n + 1]) for n in range(len(steps)))
