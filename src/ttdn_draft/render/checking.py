"""Checks a template and loads it: a .docx goes in, everything wrong with its tags comes out, with places."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field
from hashlib import sha256
from pathlib import Path

from jinja2 import TemplateSyntaxError

from .. import __version__
from ..errors import Finding, Place, TemplateError, has_errors, sort_findings
from ..grammar import explain_syntax, find_excess
from ..kept import keep, recall
from ..knowledge.standards.profile import Profile
from ..model import NOTHING
from ..model.tags import REQUIRED_TAGS, describe_tag
from ..nearness import find_nearest
from ..patterns import regex
from ..records import dataclass
from ..word.arrangement import MAIN
from ..word.export_version import CUSTOM, is_older, read_version_mark
from ..word.ooxml import heading_styles, needed_styles
from ..word.package import Package, WordIds, read_ids, read_package
from ..word.soundness import TRACKED
from .engine import (
    CompiledTemplate,
    Filters,
    Sources,
    build_source,
    build_sources,
    compile_package,
    is_foreign,
    map_lines,
    parse_source,
    place_in_template,
    tags_of,
)
from .grammar import find_tag_faults, is_tag, printed_tags
from .texts import PLAIN_FORM, SHOWN_OF_TAG, find_paragraph, find_text_faults, read_bare

NO_NAME = regex(r"[^\w.]+")
QUOTED = regex(r"'(\w+)'")
WHOLE_TAGS = regex(r"\{\{p?\s*(noi_dung|phu_luc)\b")
LOOP = regex(r"\{%(?:p|tr)?\s*for\s+(\w+)\s+in\b")


_compiled: dict[tuple[Path, str], tuple[tuple[int, Filters], CompiledTemplate]] = {}
"""By file and profile the newest alone, with what it was made of: a server renders for months."""


def load_template(file: Path, profile: Profile, filters: Filters = NOTHING) -> CompiledTemplate:
    """Return a compiled template; raises TemplateError with everything that is wrong with it.

    A template that did not change on disk is checked and compiled once per process.
    """
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


def _load(file: Path, profile: Profile, filters: Filters) -> CompiledTemplate:
    package = read_package(file)
    return compile_package(package, _find_sources(package, profile, filters), filters)


def _find_sources(package: Package, profile: Profile, filters: Filters) -> Sources:
    """Return the sources of a good template, those that were kept where it was found good before.

    Data is kept, and no code: it is compiled in the sandbox, as what a template says always is.
    """
    key = "" if filters.things else _describe(package, profile)
    kept = recall(f"template-{key[:16]}", key) if key else None
    if kept is not None:
        return Sources(*kept)
    findings = [*_check(package, profile, filters)]
    if has_errors(findings):
        raise TemplateError.of(f for f in findings if f.severity == "error")
    sources = build_sources(package)
    if key:
        keep(f"template-{key[:16]}", key, (sources.of_parts, sources.printed))
    return sources


def _describe(package: Package, profile: Profile) -> str:
    """Return all that the checks of a template and its sources depend on: its parts, and the styles of the profile."""
    digest = sha256(" ".join((*needed_styles(profile), "", *heading_styles(profile))).encode())
    for name, data in package.parts.items():
        digest.update(f"\0{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def check_template(file: Path, profile: Profile, filters: Filters = NOTHING) -> tuple[Finding, ...]:
    """Return all findings, by place; a file that cannot be opened as a template gives only the reason."""
    try:
        return sort_findings(_check(read_package(file), profile, filters))
    except TemplateError as error:
        return error.findings


@dataclass
class _Seen:
    """What the parts of a template print, and whether all of them could be read."""

    printed: set[str] = field(default_factory=set)
    meant: set[str] = field(default_factory=set)  # tags for which a misspelt one is taken
    whole: Counter[str] = field(default_factory=Counter)
    is_read: bool = True


def _check(package: Package, profile: Profile, filters: Filters) -> Iterator[Finding]:
    if not any(_has_tags(data) for name, data in package.parts.items() if name.endswith(".xml")):
        yield Finding("E253", Place(package.file))
        return
    yield from (*package.faults, *package.notes)
    seen, ids = _Seen(), read_ids(package)
    for name in [n for n in package.parts if n.endswith(".xml")]:
        for finding in _check_part(package, name, ids, seen, filters):
            seen.meant.update(_meant_by(finding))
            yield finding
    for tag in sorted(REQUIRED_TAGS - seen.printed - seen.meant if seen.is_read else ()):
        meaning, written = describe_tag(tag)
        facts = {"tag": tag, "meaning": meaning, "written": written.replace("\n", " ¶ ")}
        yield Finding("E421", Place(package.file, part=MAIN), facts)
    for tag in sorted(name for name, count in seen.whole.items() if count > 1):
        yield Finding("E416", Place(package.file, part=MAIN, tag=f"{{{{p {tag} }}}}"), {"tag": tag})
    yield from _check_styles(package.file, ids, profile)
    yield from _check_version(package)


def _has_tags(part: bytes) -> bool:
    """Tell whether the words of a part hold a tag, or half of one."""
    bare = read_bare(part.decode())
    return bool(bare.tags or bare.halves)


def _check_version(package: Package) -> Iterator[Finding]:
    """Yield that a template was exported by an older version than this one."""
    old = read_version_mark(package.parts.get(CUSTOM))
    if is_older(old, __version__):
        yield Finding("N739", Place(package.file), {"old": old, "new": __version__})


def _meant_by(finding: Finding) -> Iterator[str]:
    """Yield the tags that somebody may have meant where something is wrong: those are not missing."""
    yield str(finding.facts.get("guess", ""))
    if finding.severity == "error":
        yield find_nearest(NO_NAME.sub("_", finding.place.tag).strip("_"), REQUIRED_TAGS)


def _check_part(package: Package, name: str, ids: WordIds, seen: _Seen, filters: Filters) -> Iterator[Finding]:
    """Yield what is wrong in a part, each fault once: what its words say is not said again of its source."""
    bare = read_bare(package.parts[name].decode())
    if is_foreign(name) and bare.halves:
        return
    if TRACKED.search(package.parts[name]):  # what was deleted is still there, and is no tag
        seen.is_read = False
        return
    told = find_text_faults(package, name, bare)
    yield from told.findings
    if not told.is_readable:
        seen.is_read = False
        if not bare.is_excessive:
            yield from _check_alone(package, name, bare.tags, filters)
        return
    source = build_source(package, name, ids)
    if source:
        seen.whole.update(WHOLE_TAGS.findall(source))
        yield from _check_order(package, name, source)
        errors = {(f.place.paragraph, f.place.tag) for f in told.findings if f.severity == "error"}
        for finding in _check_source(package, name, source, bare.tags, seen, filters):
            if (finding.place.paragraph, finding.place.tag) not in errors:
                yield finding


def _tell_syntax_of(place: Place, error: Exception) -> Finding:
    """Return what is wrong in a tag that cannot be read: with blanks in place of its `_` it is a misspelt name."""
    words = re.sub(r"\W*\s+\W*", "_", place.tag.strip("{}%p ").strip())
    if "_" in words and is_tag(words):
        return Finding("E420", place, {"tag": place.tag.strip("{}%p ").strip(), "guess": words})
    return Finding("E411", place, {"problem": explain_syntax(error)})


def _check_alone(package: Package, part: str, tags: Sequence[str], filters: Filters) -> Iterator[Finding]:
    """Yield the misspelt names of a part that cannot be read as a whole, each tag that prints on its own."""
    local = {name for tag in tags for name in LOOP.findall(tag)}
    for tag in [t for t in dict.fromkeys(tags) if t.startswith("{{")]:
        try:
            tree = parse_source(PLAIN_FORM.sub("{{ ", tag))
        except (TemplateSyntaxError, ValueError, RecursionError):
            continue
        for message, facts, _ in find_tag_faults(tree, filters.things.keys()):
            is_local = str(facts.get("tag")) in local or str(facts.get("tag")).startswith("loop.")
            if "guess" in facts and not is_local:
                number = find_paragraph(package.parts[part], tag)
                yield Finding(message, Place(package.file, part=part, paragraph=number, tag=tag), facts)


def _check_order(package: Package, part: str, source: str) -> Iterator[Finding]:
    """Report what is printed after the annexes: it would stand in the last of them."""
    _, annexes, after = source.partition("{{ phu_luc }}")
    late = next((tag for tag in tags_of(after) if tag.startswith("{{")), "") if annexes else ""
    if late:
        yield Finding("E419", Place(package.file, part=part, tag=late), {"tag": late})


def _check_styles(file: str, known: WordIds, profile: Profile) -> Iterator[Finding]:
    """Report the styles that are missing, all in one: whoever copies one of them copies the others too."""
    place = Place(file, part="word/styles.xml")
    missing = [style for style in dict.fromkeys(needed_styles(profile)) if style.lower() not in known.styles]
    lists = {known.lists.get(known.styles.get(style.lower(), "")) for style in heading_styles(profile)}
    if not lists & set(known.kinds_of_lists) and not set(heading_styles(profile)) & set(missing):
        yield Finding("E424", place)
    if missing:
        yield Finding("E423", place, {"style": "», «".join(missing), "profile": profile.id})


def _check_source(
    package: Package, part: str, source: str, tags: Sequence[str], seen: _Seen, filters: Filters
) -> Iterator[Finding]:
    paragraphs = map_lines(package.parts[part], source)
    if (at := find_excess(source)) >= 0:
        seen.is_read = False
        excess = source[at:][:SHOWN_OF_TAG]
        yield Finding("E413", Place(package.file, part=part, tag=excess), {"problem": excess})
        return
    try:
        tree = parse_source(source)
    except (TemplateSyntaxError, ValueError, RecursionError) as error:
        seen.is_read = False
        line = error.lineno if isinstance(error, TemplateSyntaxError) else 0
        named = QUOTED.search(str(error))
        place = place_in_template(package.file, part, source, paragraphs, line, named[1] if named else "")
        yield _tell_syntax_of(place, error)
        yield from _check_alone(package, part, tags, filters)
        return
    seen.printed.update(printed_tags(tree))
    for message, facts, line in find_tag_faults(tree, filters.things.keys()):
        word = str(facts.get("tag", ""))
        yield Finding(message, place_in_template(package.file, part, source, paragraphs, line, word), facts)
        if (problem := str(facts.get("problem", ""))).startswith("|"):
            yield from filters.explain(problem.removeprefix("|"))
