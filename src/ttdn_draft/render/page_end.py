"""The contact lines at the end of the last page, clear of its notes: printed parts go in, and come out so.

A frame that ends where the text ends would lie on notes: no program keeps the two apart. So in a document with notes
it begins under the text, in the lower margin; where that has no room, the lines follow the signature without a frame.
The clause allows both: it asks for the last page and a line over the text width, and names no height (05-HD/VPTW, trang
26, Phụ lục 2, dòng 14; so does the drawing of 36-HD/VPTW, ô 13).
"""

from collections.abc import Mapping, Sequence

from lxml import etree

from ..knowledge.standards import fonts
from ..knowledge.standards.profile import Look, Profile
from ..model import Document, printed_words
from ..word.arrangement import MAIN
from ..word.ooxml import DISTANCE_OF_NOTES, W, twips

UNPRINTED = 4.2  # mm at the edge of the paper, on which usual printers do not print
RULE = 1.4  # mm from the line over them to the first of them
UNDER_SIGNATURE = 240  # twips


def clear_notes(parts: Mapping[str, bytes], document: Document, profile: Profile) -> Mapping[str, bytes]:
    """Return the parts of a document of which no frame at the end of the text lies on notes."""
    if not (document.footnotes and document.contact):
        return parts
    root = etree.fromstring(parts[MAIN])
    at_end = f"{W}p/{W}pPr/{W}framePr[@{W}vAnchor='margin'][@{W}yAlign='bottom']/.."
    paragraphs = list(root[0].iterfind(at_end))
    if not paragraphs:
        return parts
    if _height(document, profile) <= _room(document, profile):
        _lower(paragraphs, profile)
    else:
        _release(paragraphs)
    return {**parts, MAIN: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}


def _height(document: Document, profile: Profile) -> float:
    """Return the height of the contact lines as they are wrapped, in mm."""
    look, width = profile.looks["lien_he"], profile.page.text_width
    texts = map(printed_words, document.contact)
    return RULE + sum(len(fonts.wrap(text, look.face, look.size, width)) for text in texts) * _line(look)


def _room(document: Document, profile: Profile) -> float:
    """Return what the lower margin has for them, in mm, over the ban on publication where that is printed."""
    ban = profile.looks.get("khong_pho_bien")
    under = ban.at_page_end + _line(ban) if ban and ban.at_page_end is not None and document.unpublished else UNPRINTED
    return profile.page.bottom - DISTANCE_OF_NOTES - under


def _line(look: Look) -> float:
    return look.size * fonts.LINE * fonts.MM_PER_PT


def _lower(paragraphs: Sequence[etree._Element], profile: Profile) -> None:
    """Let the frame begin under the text."""
    top = profile.page.height - profile.page.bottom + DISTANCE_OF_NOTES
    for frame in (found for properties in paragraphs for found in properties.iterfind(f"{W}framePr")):
        del frame.attrib[f"{W}yAlign"]
        frame.attrib.update({f"{W}vAnchor": "page", f"{W}y": str(twips(top))})


def _release(paragraphs: Sequence[etree._Element]) -> None:
    """Let the lines follow what stands before them, at a distance."""
    for properties in paragraphs:
        for frame in properties.findall(f"{W}framePr"):
            properties.remove(frame)
    etree.SubElement(paragraphs[0], f"{W}spacing", {f"{W}before": str(UNDER_SIGNATURE)})
