"""The paragraphs of a Word file as they are counted: the root of a part goes in, its paragraphs come out in order."""

from lxml import etree

from .ooxml import W

FALLBACK_TAG = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
NOT_SHOWN = frozenset({f"{W}del", f"{W}moveFrom", FALLBACK_TAG})
"""What stands there is deleted, or a double of what stands elsewhere."""


def list_paragraphs(root: etree._Element) -> list[etree._Element]:
    """Return the paragraphs that are shown, each where it ends: those of a text box before the one that carries it.

    The number of a paragraph is its place in this list, from 1.
    """
    found, depth = list[etree._Element](), 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in NOT_SHOWN:
            depth += 1 if event == "start" else -1
        elif event == "end" and element.tag == f"{W}p" and not depth:
            found.append(element)
    return found
