"""What the styles of a Word file say, as properties that stand at a text: a file goes in, properties by style come out.

Words that are brought into another file look there as they did here only if they carry what its styles say otherwise.
"""

import re
from collections.abc import Mapping
from functools import cached_property

from ..patterns import regex
from .properties import CHILD_ORDERS, read_children
from .raw_file import RawFile

STYLE_XML = regex(r"<w:style(?=[\s>])([^>]*)>(.*?)</w:style>", re.S)
DEFAULTS_XML = regex(r"<w:docDefaults>(.*?)</w:docDefaults>", re.S)
ATTRIBUTE_PAIR = regex(r"""([\w:]+)\s*=\s*("[^"]*"|'[^']*')""")
STYLE_BASE = regex(r"""<w:basedOn\s[^>]*?w:val\s*=\s*["']([^"']*)["']""")
MERGED_BY_ATTRIBUTE = {"w:spacing", "w:ind", "w:rFonts"}  # of which each attribute counts by itself
THEME_ENDING = "Theme"
UNSAID_LOOKS: Mapping[str, Mapping[str, str]] = {
    "w:pPr": {
        "w:spacing": '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>',
        "w:ind": '<w:ind w:left="0" w:right="0" w:firstLine="0"/>',
        "w:jc": '<w:jc w:val="left"/>',
    },
    "w:rPr": {
        **{f"w:{name}": f'<w:{name} w:val="0"/>' for name in ("b", "bCs", "i", "iCs", "caps", "smallCaps")},
        "w:sz": '<w:sz w:val="20"/>',
        "w:color": '<w:color w:val="auto"/>',
        "w:u": '<w:u w:val="none"/>',
        "w:rFonts": '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>',
    },
}
"""What holds in Word where neither a style nor the defaults say it."""


class StyleLooks:
    """The properties that each style of a file gives, with the defaults and all that it is based on."""

    def __init__(self, file: RawFile) -> None:
        part = file.find("styles")
        self._xml = file.text(part) if part else ""

    @cached_property
    def _styles(self) -> Mapping[str, str]:
        return {self._value(found[1], "w:styleId"): found[2] for found in STYLE_XML.finditer(self._xml)}

    @cached_property
    def default(self) -> str:
        """Return the id of the style of paragraphs that name none."""
        kinds = (found[1] for found in STYLE_XML.finditer(self._xml))
        paragraphs = (kind for kind in kinds if self._value(kind, "w:type") == "paragraph")
        on = (kind for kind in paragraphs if self._value(kind, "w:default") in {"1", "true", "on"})
        return next((self._value(kind, "w:styleId") for kind in on), "")

    def defaults(self, tag: str) -> dict[str, str]:
        """Return what the defaults of the file say: XML by name."""
        found = DEFAULTS_XML.search(self._xml)
        return read_properties(found[1] if found else "", tag)

    def own(self, id: str, tag: str) -> dict[str, str]:
        """Return what a style and those that it is based on say, without the defaults."""
        said, seen, key = list[dict[str, str]](), set[str](), id
        while key in self._styles and key not in seen:
            seen.add(key)
            said.append(read_properties(self._styles[key], tag))
            base = STYLE_BASE.search(self._styles[key])
            key = base[1] if base else ""
        return merge_properties(*reversed(said))

    def look(self, id: str, tag: str) -> dict[str, str]:
        """Return all that holds for a text of a style: `tag` is w:pPr or w:rPr."""
        return merge_properties(self.defaults(tag), self.own(id, tag))

    @staticmethod
    def _value(attributes: str, name: str) -> str:
        found = re.search(rf"""\s{name}\s*=\s*["']([^"']*)["']""", attributes)
        return found[1] if found else ""


def read_properties(xml: str, tag: str) -> dict[str, str]:
    """Return the children of the first properties of a kind in some XML, by name; none where there are none."""
    found = re.search(rf"<{tag}(?=[\s>/])[^>]*(?:/>|>.*?</{tag}>)", xml, re.S)
    return dict(read_children(found[0])) if found else {}


def merge_properties(*said: Mapping[str, str]) -> dict[str, str]:
    """Return properties of which the later ones go before the earlier ones."""
    merged: dict[str, str] = {}
    for properties in said:
        for name, xml in properties.items():
            merged[name] = _merge(name, merged[name], xml) if name in MERGED_BY_ATTRIBUTE and name in merged else xml
    return merged


def _merge(name: str, old: str, new: str) -> str:
    now = dict(ATTRIBUTE_PAIR.findall(new))
    kept = {key: value for key, value in ATTRIBUTE_PAIR.findall(old) if key.removesuffix(THEME_ENDING) not in now}
    if name == "w:ind" and {"w:firstLine", "w:hanging"} & set(now):
        kept = {key: value for key, value in kept.items() if key not in {"w:firstLine", "w:hanging"}}
    return f"<{name} {' '.join(f'{key}={value}' for key, value in {**kept, **now}.items())}/>"


def fill_unsaid(said: Mapping[str, str], other: Mapping[str, str], tag: str) -> dict[str, str]:
    """Return what is said, and of what only the other says that which holds where nobody says it."""
    unsaid = {name: xml for name, xml in UNSAID_LOOKS[tag].items() if name in other}
    return merge_properties(unsaid, said)


def write_properties(properties: Mapping[str, str], tag: str) -> str:
    """Return properties as XML, in the order of the schema; nothing where there are none."""
    order = {f"w:{name}": at for at, name in enumerate(CHILD_ORDERS[tag].split())}
    children = sorted(properties, key=lambda name: order.get(name, len(order)))
    return f"<{tag}>{''.join(properties[name] for name in children)}</{tag}>" if children else ""
