"""Drawn lines and frames: a shape of the profile goes in, the DrawingML of a real Word drawing comes out."""

import re

from ..knowledge.standards.profile import Shape
from ..patterns import regex
from .ooxml import EMU_PER_MM, EMU_PER_PT

NAME = "TTĐN nét vẽ "
"""How the drawings are called: by it render/patches.py finds those whose length the document decides."""
DRAWING = regex(r"<wp:anchor\b.*?</wp:anchor>", re.S)
SHAPE = regex(rf'<wp:docPr\b[^>]*\bname="{NAME}([a-z_]+)"')
LENGTH = regex(r'(<(?:wp:extent|a:ext)\b[^>]*?\bcx=")(\d+)(")')
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""What Word writes for "Mark as decorative": a line or a frame says nothing that a reader of the text would miss.

It stands twice: Word asks the drawing, LibreOffice (25.2, not yet 7.4) the shape in it."""
URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def draw(shape: Shape, name: str, number: int, length: float) -> str:
    """Return a run with the drawing; `number` is its id in the document, `length` its width in mm."""
    size = f'cx="{emu(length)}" cy="{emu(shape.height)}"'
    known = f'id="{number}" name="{NAME}{name}"'
    form = "rect" if shape.height else "line"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        'distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:align>{shape.align}</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{emu(shape.drop)}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr {known}>{DECORATIVE}</wp:docPr><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{URI}">'
        f"<wps:wsp><wps:cNvPr {known}>{DECORATIVE}</wps:cNvPr><wps:cNvCnPr/><wps:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/>'
        f'</a:xfrm><a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>{"<a:noFill/>" if shape.height else ""}'
        f'<a:ln w="{round(shape.thickness * EMU_PER_PT)}"><a:solidFill><a:srgbClr val="{shape.colour}"/>'
        "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r>"
    )


def emu(mm: float) -> int:
    """Return millimetres in English metric units."""
    return round(mm * EMU_PER_MM)
