"""Sets single properties of a run, a paragraph or a section: their XML goes in, the XML with them comes out.

What is not set keeps its letters; what is set stands where the schema wants it. The old properties can be kept inside
the new ones as Word keeps them, so that a person may refuse the change.
"""

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from .spans import TAG

CHILD_ORDERS: Mapping[str, str] = {
    "w:rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
        "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    "w:pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "w:sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
        "sectPrChange"
    ),
    "w:trPr": (
        "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins "
        "del trPrChange"
    ),
}
"""The children of each kind of properties, in the order of the schema."""
NOT_KEPT = {
    "w:rPr": frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo"}),
    "w:pPr": frozenset({"w:rPr", "w:sectPr"}),
    "w:sectPr": frozenset({"w:headerReference", "w:footerReference"}),
}
"""What stands beside the look, and so is not kept with the old one."""
ATTRIBUTE_OF_TAG = r"""\s{name}\s*=\s*(?:"[^"]*"|'[^']*')"""


def read_children(properties: str) -> Iterator[tuple[str, str]]:
    """Yield name and XML of each child of properties that stand as XML; none of no properties."""
    depth, start = 0, 0
    for tag in TAG.finditer(properties):
        if not tag["name"]:
            continue
        is_closed = tag[0].endswith("/>")
        if not tag["close"]:
            start = tag.start() if depth == 1 else start
            depth += not is_closed
        else:
            depth -= 1
        if depth == 1 and (tag["close"] or is_closed):
            yield tag["name"], properties[start : tag.end()]


def set_child(properties: str, tag: str, name: str, child: str) -> str:
    """Return properties of a kind, such as `w:rPr`, in which a child stands in the place of one of that name."""
    order = [f"w:{known}" for known in CHILD_ORDERS[tag].split()]
    others = [(found, xml) for found, xml in read_children(properties) if found != name]
    behind = set(order[order.index(name) + 1 :])
    is_last = name == order[-1]  # what later versions of Word brought stands before that, and behind all else
    ends = (at for at, (found, _) in enumerate(others) if found in behind or not (is_last or found.startswith("w:")))
    place = next(ends, len(others))
    children = [*(xml for _, xml in others[:place]), child, *(xml for _, xml in others[place:])]
    return _start_of(properties, tag) + "".join(children) + f"</{tag}>"


def set_attributes(properties: str, tag: str, name: str, attributes: Mapping[str, str | None]) -> str:
    """Return properties in which a child has some attributes and its others as before; one that is None goes."""
    child = next((xml for found, xml in read_children(properties) if found == name), f"<{name}/>")
    head = child.removesuffix("/>").rstrip() if child.endswith("/>") else child[: child.index(">")]
    for key in attributes:
        head = re.sub(ATTRIBUTE_OF_TAG.format(name=re.escape(key)), "", head)
    written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items() if value is not None)
    return set_child(properties, tag, name, f"{head}{written}/>")


def keep_old(old: str, new: str, tag: str, about: str) -> str:
    """Return new properties with the old ones inside them, as a change of an author: `about` are its attributes.

    Where a change of the same properties is kept already, that stays the one to which a person can go back.
    """
    if old == new or any(name == f"{tag}Change" for name, _ in read_children(new)):
        return new
    kept = "".join(xml for name, xml in read_children(old) if name not in NOT_KEPT[tag])
    return set_child(new, tag, f"{tag}Change", f"<{tag}Change {about}><{tag}>{kept}</{tag}></{tag}Change>")


def _start_of(properties: str, tag: str) -> str:
    found = TAG.match(properties)
    return f"<{tag}>" if found is None else found[0].removesuffix(">").removesuffix("/").rstrip() + ">"
