"""Drawn lines and frames: a shape of the profile goes in, the DrawingML of a real Word drawing comes out."""

import re

from ..knowledge.standards.profile import Shape
from .ooxml import EMU_PER_MM, EMU_PER_PT

NAME = "TTĐN nét vẽ "
"""How the drawings are called: by it render/patches.py finds those whose length the document decides."""
DRAWING = re.compile(r"<wp:anchor\b.*?</wp:anchor>", re.S)
SHAPE = re.compile(rf'<wp:docPr\b[^>]*\bname="{NAME}([a-z_]+)"')
LENGTH = re.compile(r'(<(?:wp:extent|a:ext)\b[^>]*?\bcx=")(\d+)(")')
URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def draw(shape: Shape, name: str, number: int, length: float) -> str:
    """Return a run with the drawing; `number` is its id in the document, `length` its width in mm."""
    size = f'cx="{emu(length)}" cy="{emu(shape.height)}"'
    form = "rect" if shape.height else "line"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        'distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:align>{shape.align}</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{emu(shape.drop)}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{NAME}{name}"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{URI}"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        f'</a:xfrm><a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>{"<a:noFill/>" if shape.height else ""}'
        f'<a:ln w="{round(shape.thickness * EMU_PER_PT)}"><a:solidFill><a:srgbClr val="{shape.colour}"/>'
        "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r>"
    )


def emu(mm: float) -> int:
    """Return millimetres in English metric units."""
    return round(mm * EMU_PER_MM)
