"""What is wrong with the parts of a .docx: parts in our order go in, findings come out, each with its part."""

from collections.abc import Iterator, Mapping

from lxml import etree

from ..errors import Finding, Place
from ..patterns import regex
from .arrangement import MAIN
from .fields import NESTED, read_fields
from .ooxml import PREFIXES, W
from .relations import PartsByName, is_part, read_pointers, read_relations, relations_of

REFERENCE = regex(r'\br:(?:id|embed|link)="([^"]+)"')
WORD_NUMBER = regex(r"-?\d{1,6}")
TRACKED = regex(rb"<w:(?:del|moveFrom|delText|ins|moveTo)[ >]")
STRICT_NAMESPACE = "{http://purl.oclc.org/ooxml/"
LIVING_KINDS = {"aFChunk", "attachedTemplate", "oleObject", "control", "subDocument", "frame"}
LIVING_ENDINGS = (".bin", ".exe", ".js", ".vbs")
CORE_PARTS = {name: f"word/{name}.xml" for name in ("document", "footnotes", "styles", "numbering")}
SHOWN = 60  # letters of a field code that a finding repeats


def find_missing(file: str, parts: PartsByName, source: str) -> Iterator[Finding]:
    """Yield the parts to which a part points and which are not there."""
    for relation in read_relations(parts, source):
        if is_part(relation) and relation.target not in parts:
            yield Finding("E404", Place(file, part=relation.target), {"part": relation.target})


def find_unsound(file: str, parts: PartsByName) -> Iterator[Finding]:
    """Yield what keeps the package from being looked through: a core part is missing, or Word would not write it so."""
    for name, part in CORE_PARTS.items():
        if part not in parts:
            yield Finding("E404", Place(file, part=part), {"part": part})
            continue
        root = etree.fromstring(parts[part])
        if root.tag.startswith(STRICT_NAMESPACE):
            yield Finding("E451", Place(file, part=part), {})
            return
        is_bound = all(root.nsmap.get(prefix, uri) == uri for prefix, uri in PREFIXES.items())
        if root.prefix != "w" or root.tag != f"{W}{name}" or len(root) == 0 or not is_bound:
            yield Finding("E407", Place(file, part=part), {"part": part})


def find_faults(file: str, parts: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield everything else for which a template may not be printed."""
    yield from find_missing(file, parts, MAIN)
    yield from _find_loose(file, parts)
    for part, data in parts.items():
        if part.startswith("word/") and TRACKED.search(data):
            yield Finding("E425", Place(file, part=part), {"part": part})
        if b"instr" in data and part.lower().endswith(".xml"):
            yield from _find_fetching(file, part, data)
        elif _is_living(part, parts):
            yield Finding("E408", Place(file, part=part), {"part": part})
    notes = etree.fromstring(parts[CORE_PARTS["footnotes"]]).iter(f"{W}footnote")
    if any(n.get(f"{W}type") in (None, "normal") or not WORD_NUMBER.fullmatch(n.get(f"{W}id", "")) for n in notes):
        yield Finding("E409", Place(file, part=CORE_PARTS["footnotes"]))


def _find_loose(file: str, parts: PartsByName) -> Iterator[Finding]:
    """Yield what the main part names and does not point to, and a list without a number."""
    known = {relation.id for relation in read_relations(parts, MAIN)}
    for missing in sorted({*REFERENCE.findall(parts[MAIN].decode())} - known):
        yield Finding("E404", Place(file, part=relations_of(MAIN)), {"part": missing})
    numbers = etree.fromstring(parts[CORE_PARTS["numbering"]]).iter(f"{W}num")
    if not all(WORD_NUMBER.fullmatch(number.get(f"{W}numId", "")) for number in numbers):
        yield Finding("E407", Place(file, part=CORE_PARTS["numbering"]), {"part": CORE_PARTS["numbering"]})


def _find_fetching(file: str, part: str, data: bytes) -> Iterator[Finding]:
    """Yield the fields that take something from elsewhere, each by its name."""
    root = etree.fromstring(data)
    fields = [field for field in read_fields(root) if field.is_fetching]
    numbers = {p: n for n, p in enumerate(root.iter(f"{W}p"), 1)} if fields else {}
    for field in fields:
        number = 0 if field.paragraph is None else numbers[field.paragraph]
        code = " ".join(field.code.replace(NESTED, "{…}").split())[:SHOWN]
        yield Finding("E408", Place(file, part=part, paragraph=number), {"part": code})


def _is_living(part: str, parts: PartsByName) -> bool:
    """Tell whether a part runs code or loads something from outside; a hyperlink does neither before a click."""
    if part.lower().endswith(LIVING_ENDINGS) and "printersettings" not in part.lower():
        return True
    relations = read_pointers(parts, part) if part.lower().endswith(".rels") else []
    return any(r.kind in LIVING_KINDS or (r.is_outside and r.kind != "hyperlink") for r in relations)
