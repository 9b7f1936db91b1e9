"""A Word file of anyone with its parts as they are written: bytes go in; texts of parts, and new bytes, come out.

`Package` brings parts into our order and form; what is written back into the file of a person must not be, so here
every part keeps its name and its bytes until another text is put in its place.
"""

import codecs
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import quoteattr

from ..archives import ArchiveError, read_archive
from ..messages import N_
from ..patterns import regex
from .ooxml import DECLARATION, PREFIXES
from .package import LIMITS
from .relations import RELATION_KIND, TYPES, WORD_TYPE, Addition, find_target, read_relations, relations_of, type_of
from .repacking import repack
from .spans import TAG

ENCODING = regex(rb"""<\?xml[^>]*?encoding=["']([A-Za-z0-9._-]+)["']""")
END_OF_ROOT = regex(r"</((?:[\w.-]+:)?)[\w.-]+\s*>\s*$")
EMPTY_ROOT = regex(r"<((?:[\w.-]+:)?)([\w.-]+)((?:\s[^<>]*)?)/>\s*$")
WORD_PREFIX = regex(rf"""\sxmlns(?::([\w.-]+))?\s*=\s*["']{re.escape(PREFIXES["w"])}["']""")
DEFAULT_NAMESPACE = regex(rf"""\sxmlns\s*=\s*["']{re.escape(PREFIXES["w"])}["']""")
BARE_NAME = regex(r"(</?)(?=[A-Za-z_][\w.-]*[\s/>])")
NO_MAIN_TEXT = N_("tệp không có phần chữ của văn bản")
RELATIONS = (
    DECLARATION + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


@dataclass
class RawFile:
    """A Word file that is written into: the bytes as they came, and the texts of the parts that are other by now."""

    docx: bytes
    checked: Mapping[str, bytes]
    changed: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, docx: bytes) -> "RawFile":
        """Look through a file; raises ArchiveError as `read_archive` does, and for one without a text."""
        file = cls(docx, read_archive(docx, LIMITS))
        if file.main not in file.checked:
            raise ArchiveError("broken", reason=NO_MAIN_TEXT)
        return file

    @property
    def main(self) -> str:
        """Return the name of the part that holds the text."""
        return find_target(self.checked, "", "officeDocument") or ""

    def find(self, kind: str) -> str | None:
        """Return the name of the part of a kind to which the text points, by the last word of the kind."""
        found = (r.target for r in read_relations(self.checked, self.main) if r.kind == kind)
        return next((name for name in found if name in self.checked), None)

    def text(self, part: str) -> str:
        """Return the XML of a part as it stands; where it calls the names of Word otherwise, with those we know."""
        data = self._data(part)
        return with_known_prefix(data.decode(_encoding_of(data)))

    def put(self, part: str, text: str) -> None:
        """Put another text in the place of that of a part."""
        self.changed[part] = text.encode(_encoding_of(self._data(part)))

    def add(self, new: Addition) -> str:
        """Add a part to which the text points, under its name or the first free one like it; return that name."""
        stem, _, ending = posixpath.join(posixpath.dirname(self.main), posixpath.basename(new.name)).rpartition(".")
        known = {name.lower() for name in [*self.checked, *self.changed]}
        names = (f"{stem}{f'-{n}' if n else ''}.{ending}" for n in range(len(known) + 1))
        name = next(name for name in names if name.lower() not in known)
        self.changed[name] = new.data
        self._point_to(name, new)
        self._call(name, WORD_TYPE + new.type)
        return name

    def write(self) -> bytes:
        """Return the file with what was put into it; the same bytes where that is nothing."""
        return repack(self.docx, self.changed)

    def _data(self, part: str) -> bytes:
        if part in self.changed:
            return self.changed[part]
        with zipfile.ZipFile(BytesIO(self.docx)) as archive:
            return archive.read(part)

    def _point_to(self, name: str, new: Addition) -> None:
        relations = relations_of(self.main)
        if relations not in self.checked:
            self.changed[relations] = RELATIONS.encode()
        used = {relation.id for relation in read_relations(self.checked, self.main)}
        ids = (f"rIdTtdn{new.kind.capitalize()}{n or ''}" for n in range(len(used) + 1))
        free = next(one for one in ids if one not in used)
        target = posixpath.relpath(name, posixpath.dirname(self.main) or ".")
        attributes = f"Id={quoteattr(free)} Type={quoteattr(RELATION_KIND + new.kind)} Target={quoteattr(target)}"
        self.put(relations, add_to_root(self.text(relations), f"<{{0}}Relationship {attributes}/>"))

    def _call(self, name: str, type: str) -> None:
        if type_of(self.checked, name) != type:
            entry = f"<{{0}}Override PartName={quoteattr('/' + name)} ContentType={quoteattr(type)}/>"
            self.put(TYPES, add_to_root(self.text(TYPES), entry))


def with_known_prefix(xml: str) -> str:
    """Return XML in which the names of Word stand behind `w:`: a program may give them any prefix, or none."""
    root = next((tag for tag in TAG.finditer(xml) if tag["name"]), None)
    others = [prefix for prefix in WORD_PREFIX.findall(root[0]) if prefix != "w"] if root else []
    if not others:
        return xml
    names = "|".join(map(re.escape, filter(None, others)))
    if names:
        pattern = re.compile(rf"(?<=[<\s/])(?:{names}):(?=[\w-])|(?<=\sxmlns:)(?:{names})(?=\s*=)")
        xml = TAG.sub(lambda tag: pattern.sub(lambda found: "w:" if found[0].endswith(":") else "w", tag[0]), xml)
    if "" in others:
        is_bound = names or "w" in WORD_PREFIX.findall(root[0] if root else "")
        named = "" if is_bound else f' xmlns:w="{PREFIXES["w"]}"'
        xml = BARE_NAME.sub(r"\1w:", DEFAULT_NAMESPACE.sub(named, xml))
    return xml


def add_to_root(xml: str, content: str) -> str:
    """Return the XML of a part with content put at its end; `{0}` in that stands for the prefix of the root."""
    if end := END_OF_ROOT.search(xml):
        return xml[: end.start()] + content.replace("{0}", end[1]) + xml[end.start() :]
    empty = EMPTY_ROOT.search(xml)
    if empty is None:
        return xml
    prefix, name, attributes = empty.groups()
    whole = f"<{prefix}{name}{attributes.rstrip()}>{content.replace('{0}', prefix)}</{prefix}{name}>"
    return xml[: empty.start()] + whole


def _encoding_of(data: bytes) -> str:
    """Return the encoding of a part by its first bytes; UTF-8 where it says nothing."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    named = ENCODING.match(data)
    return named[1].decode() if named else "utf-8"
