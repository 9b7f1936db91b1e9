"""The words of a template as staff type them: a part goes in, what is wrong with the tags in its text comes out.

A text may hold any number of loose marks; all that is done here passes each letter a bounded number of times, and what
is found bad here is never given to docxtpl and Jinja, which would not.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from lxml import etree

from ..errors import Finding, Place
from ..grammar import MAX_TAG, MAX_TAGS, Scan, scan_tags
from ..model.tags import TAGS, WHOLE
from ..patterns import regex
from ..records import dataclass
from ..word.arrangement import MAIN
from ..word.ooxml import W
from ..word.package import Package

SHOWN_OF_TAG = 40  # letters of a tag that a finding repeats
MARKUP = regex(r"<[^<>]+>")
# docxtpl's own forms beyond {{ x }}, {{p x }}, {% x %}, {%p x %} and {%tr x %}
FOREIGN_FORM = regex(
    r"\{\{(?:r|tr|tc)\s|\{\{p\s+(?!(?:noi_dung|phu_luc)\b)|\{%(?:-|r\s|tc\s|\s*(?:colspan|cellbg|vm|hm|raw)\b)|-%\}"
)
PLAIN_FORM = regex(r"^\{\{(?:p|r|tr|tc)\s")
PARTED = regex(
    r"\{[ ]+\{(?!\{)(?P<first>[ ]*[\w.]+[ ]*)\}[ ]*\}|\{\{(?P<last>[ ]*[\w.]+[ ]*)\}[ ]+\}"
    r"|(?:(?<!\{)\{|«|<<|\[\[)(?P<other>[ ]*[\w.]+[ ]*)(?:\}(?!\})|»|>>|\]\])"
)
"""A tag with blanks between its brackets, { { trich_yeu } }, or with other ones: {trich_yeu}, «trich_yeu»."""
NAME_ALONE = regex(r"\{\{p\s+([\w.]+)\s*\}\}")
PARAGRAPH_END, LINE_END = "</w:p>", "\ufdd0"  # the second is no letter of any text
BODY_ALONE = regex(r"\{\{p\s+(?:noi_dung|phu_luc)\s*\}\}")
INTERNAL_NAME = regex(r"(?<![\w.])_\w")
ATTRIBUTE = regex(r"\"([^\"<>]*)\"")
MARK = regex(r"\{\{|\{%|\{#|#\}")
ALONE = regex(r"\{\{p\s|\{%p\s")


@dataclass(frozen=True)
class Bare:
    """The tags of a part without its markup, and the marks that belong to none, by where they stand in a paragraph."""

    tags: Sequence[str]
    halves: Sequence[int]

    @property
    def is_excessive(self) -> bool:
        """Tell whether there are more tags, or longer ones, than anybody types."""
        return len(self.tags) > MAX_TAGS or any(len(tag) > MAX_TAG for tag in self.tags)


@dataclass(frozen=True)
class TypedText:
    """The text of a paragraph, its tags, and the pieces of which it consists, with where each begins."""

    text: str
    scan: Scan
    pieces: Sequence[etree._Element]
    starts: Sequence[int]


@dataclass(frozen=True)
class TextFaults:
    """What is wrong in the words of a part, and whether its source can be given to Jinja all the same."""

    findings: tuple[Finding, ...]
    is_readable: bool


def read_bare(xml: str) -> Bare:
    """Return the tags of a part, from the words alone; none reaches from one paragraph into the next."""
    tags: list[str] = []
    halves: list[int] = []
    for words in MARKUP.sub("", xml.replace(PARAGRAPH_END, LINE_END)).split(LINE_END):
        scan = scan_tags(words)
        tags += [words[start:end] for start, end in scan.tags]
        halves += scan.halves
    return Bare(tags, halves)


def find_text_faults(package: Package, part: str, bare: Bare) -> TextFaults:
    """Return what is wrong with the tags in the words of a part."""
    file, xml = package.file, package.parts[part].decode()
    if held := next(_tags_in_attributes(xml), ""):
        place = Place(file, part=part)
        return TextFaults((Finding("E413", place, {"problem": held[:SHOWN_OF_TAG]}),), is_readable=False)
    if bare.is_excessive and not bare.halves:
        excess = next((t for t in bare.tags if len(t) > MAX_TAG), bare.tags[-1])[:SHOWN_OF_TAG]
        place = Place(file, part=part, tag=excess)
        return TextFaults((Finding("E413", place, {"problem": excess}),), is_readable=False)
    paragraphs = list(enumerate(map(_read_words, etree.fromstring(package.parts[part]).iter(f"{W}p")), 1))
    found = [
        f for number, words in paragraphs for f in _check_paragraph(Place(file, part=part, paragraph=number), words)
    ]
    is_readable = not bare.halves and not any(words.scan.halves for _, words in paragraphs)
    if bare.halves and not any(words.scan.halves for _, words in paragraphs):
        found.append(Finding("E410", Place(file, part=part), {}))
    return TextFaults(tuple(found), is_readable)


def _tags_in_attributes(xml: str) -> Iterator[str]:
    for element in MARKUP.findall(xml) if MARK.search(xml) else ():
        yield from (value for value in ATTRIBUTE.findall(element) if MARK.search(value))


def find_paragraph(data: bytes, tag: str) -> int:
    """Return the number of the first paragraph of Word that holds a tag; 0 where none does."""
    found = (n for n, p in enumerate(etree.fromstring(data).iter(f"{W}p"), 1) if tag in _text_of(p))
    return next(found, 0)


def _text_of(paragraph: etree._Element) -> str:
    return _read_words(paragraph).text


def _read_words(paragraph: etree._Element) -> TypedText:
    pieces = [t for t in paragraph.iter(f"{W}t") if _owner(t) is paragraph]
    texts = ["".join(map(str, piece.itertext())) for piece in pieces]
    text = "".join(texts)
    return TypedText(text, scan_tags(text), pieces, [0, *accumulate(map(len, texts))])


def _check_paragraph(place: Place, words: TypedText) -> Iterator[Finding]:
    for at in words.scan.halves[:1]:
        yield Finding("E410", replace(place, tag=words.text[at : at + 30]), {})
    for parted in PARTED.finditer(words.text):
        name = (parted[parted.lastgroup or 0] or "").strip()
        if parted.lastgroup == "other" and name not in TAGS:
            continue
        right = "{{ " + name + " }}"
        yield Finding("E256", replace(place, tag=parted[0]), {"mark": parted[0], "right": right})
    tags = words.scan.tags[:MAX_TAGS]
    is_alone = len(tags) == 1 and not (words.text[: tags[0][0]] + words.text[tags[0][1] :]).strip()
    for start, end in tags:
        tag = words.text[start:end]
        for message, facts in _check_tag(tag, place.part, is_alone):
            yield Finding(message, replace(place, tag=tag), facts)
        torn = words.pieces[bisect_right(words.starts, start) - 1 : bisect_right(words.starts, end - 1)]
        if len({_format_of(piece) for piece in torn if piece.text}) > 1:
            yield Finding("W422", replace(place, tag=tag))


def _check_tag(tag: str, part: str, is_alone: bool) -> Iterator[tuple[str, dict[str, object]]]:
    name = NAME_ALONE.fullmatch(tag)
    is_misspelt = name is not None and name[1] not in TAGS  # which is told as such
    if not is_misspelt and (FOREIGN_FORM.search(tag) or INTERNAL_NAME.search(tag)):
        yield "E413", {"problem": tag}
    whole = next((name for name in WHOLE if name in tag), "")
    if whole and not is_misspelt and (part != MAIN or not BODY_ALONE.fullmatch(tag)):
        yield "E416", {"tag": whole}
    elif ALONE.match(tag) and not is_alone:
        yield "E418", {}


def _owner(text: etree._Element) -> etree._Element | None:
    return next(text.iterancestors(f"{W}p"), None)


def _format_of(text: etree._Element) -> bytes:
    run = next(text.iterancestors(f"{W}r"), None)
    properties = run.find(f"{W}rPr") if run is not None else None
    return b"" if properties is None else etree.tostring(properties)
