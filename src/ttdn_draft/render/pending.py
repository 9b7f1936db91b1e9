"""Shows in Word what is still to be done: rendered parts go in, the same with highlights and comments come out.

The sources of doubts stand in comments. Word has none in headers, footers, notes and text boxes: what stands there is
highlighted, and the source of a doubt in a note stands in a comment on the number of the note.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from ..word.arrangement import MAIN
from ..word.ooxml import AUTHOR, DOUBT_INITIALS, DOUBT_WORDS, NAMESPACES, PENDING_NAME, W
from ..word.relations import Addition, add_part, find_target, written

COMMENT_SIZE = "20"  # half points
COMMENTS = "comments"
BEGINNING = f"<w:{PENDING_NAME} ".encode()
PENDING_TAG = W + PENDING_NAME
BEFORE_HIGHLIGHT = frozenset(
    W + name
    for name in (
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
        "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern",
        "position", "sz", "szCs",
    )
)  # fmt: skip
"""What stands before the highlight in the properties of a run."""


def show_pending(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a document in which everything that is still to be done is seen.

    A document without such a thing keeps its bytes, and has no part for comments.
    """
    marked = {name: etree.fromstring(data) for name, data in parts.items() if BEGINNING in data}
    if not marked:
        return {**parts}
    for root in marked.values():
        for mark in list(root.iter(PENDING_TAG)):
            _lift(mark)
    sources = {words: source for root in reversed(marked.values()) for words, source in _name_sources(root)}
    comments = _Comments(parts)
    for name, root in marked.items():
        for mark in list(root.iter(PENDING_TAG)):
            source = mark.get(f"{W}source") or sources.get(_words(mark), "")
            _show(mark, comments.add(source) if source and _may_comment(name, mark) else None)
    shown = {name: written(root) for name, root in marked.items()}
    return {**parts, **shown, **comments.write()}


def _name_sources(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the words of doubts with their sources, the last first: what is said first of one is what counts."""
    for mark in reversed(list(root.iter(PENDING_TAG))):
        if source := mark.get(f"{W}source"):
            yield _words(mark), source


def _words(mark: etree._Element) -> str:
    """Return what a mark prints, alike in capitals and in small letters."""
    return "".join(text.text or "" for text in mark.iter(f"{W}t")).casefold()


def _may_comment(part: str, mark: etree._Element) -> bool:
    return part == MAIN and next(mark.iterancestors(f"{W}txbxContent"), None) is None


def _lift(mark: etree._Element) -> None:
    """Put a mark that stands inside a run beside it, around a run of its own with the properties of the first."""
    run = mark.getparent()
    if run is None or run.tag != f"{W}r":
        return
    behind, own = _empty_copy(run), _empty_copy(run)
    behind.extend(mark.itersiblings())
    own.extend(mark)
    run.addnext(mark)
    mark.append(own)
    mark.addnext(behind)
    for piece in (run, behind):
        if not any(child.text or len(child) or child.tag != f"{W}t" for child in piece if child.tag != f"{W}rPr"):
            _remove(piece)


def _empty_copy(run: etree._Element) -> etree._Element:
    copy = etree.Element(run.tag, {str(name): str(value) for name, value in run.attrib.items()})
    copy.extend(deepcopy(properties) for properties in run.iterfind(f"{W}rPr"))
    return copy


def _show(mark: etree._Element, comment: str | None) -> None:
    """Put highlighted runs in the place of a mark, and around them the ends of their comment."""
    runs = list(mark)
    for run in runs:
        _highlight(run)
    if comment is not None:
        reference = etree.Element(f"{W}r")
        etree.SubElement(reference, f"{W}commentReference", {f"{W}id": comment})
        ends = [etree.Element(W + name, {f"{W}id": comment}) for name in ("commentRangeStart", "commentRangeEnd")]
        runs = [ends[0], *runs, ends[1], reference]
    for run in runs:
        mark.addprevious(run)
    _remove(mark)


def _highlight(run: etree._Element) -> None:
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    for old in properties.findall(f"{W}highlight"):
        properties.remove(old)
    place = sum(child.tag in BEFORE_HIGHLIGHT for child in properties)
    properties.insert(place, etree.Element(f"{W}highlight", {f"{W}val": "yellow"}))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


class _Comments:
    """The comments of a document: those of people that its template holds, and behind them ours."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts, self.part = parts, find_target(parts, MAIN, COMMENTS)
        self.root = etree.fromstring(parts[self.part] if self.part else f"<w:comments {NAMESPACES}/>".encode())
        self.first = max((int(known.get(f"{W}id", "-1")) for known in self.root), default=-1) + 1
        self.count = 0

    def add(self, source: str) -> str:
        """Add a comment that names a source, and return its number; it has no date, which would change the bytes."""
        number = str(self.first + self.count)
        self.count += 1
        about = {f"{W}id": number, f"{W}author": AUTHOR, f"{W}initials": DOUBT_INITIALS}
        run = etree.SubElement(etree.SubElement(etree.SubElement(self.root, f"{W}comment", about), f"{W}p"), f"{W}r")
        etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}sz", {f"{W}val": COMMENT_SIZE})
        etree.SubElement(run, f"{W}t").text = DOUBT_WORDS.format(source=source)
        return number

    def write(self) -> dict[str, bytes]:
        """Return the parts that hold and name the comments; none where none was added."""
        if not self.count:
            return {}
        data = written(self.root)
        if self.part:
            return {self.part: data}
        made = add_part(self.parts, MAIN, Addition(f"word/{COMMENTS}.xml", data, COMMENTS, f"{COMMENTS}+xml"))
        return {name: part for name, part in made.items() if part is not self.parts.get(name)}
