"""How the parts of a .docx point to each other: parts go in; relations, moved parts and added parts come out."""

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

from ..records import dataclass

ROOT_RELATIONS = "_rels/.rels"
TYPES = "[Content_Types].xml"
RELATION_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PartsByName = Mapping[str, bytes]


@dataclass(frozen=True)
class Pointer:
    """What a part points to: a part by name, an address outside, or a place in itself, which begins with #."""

    id: str
    kind: str  # the last word of its type, such as `styles`
    target: str
    is_outside: bool


@dataclass(frozen=True)
class Addition:
    """A part that is put into a package: its name, its bytes, and how relations and the list of types call it."""

    name: str
    data: bytes
    kind: str
    type: str


def relations_of(part: str) -> str:
    """Return the name of the part with the relations of a part; that of the package for "."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relations(parts: PartsByName, source: str) -> list[Pointer]:
    """Return what a part points to; "" is the package itself."""
    return _read_all(parts, relations_of(source), source)


def read_pointers(parts: PartsByName, relations: str) -> list[Pointer]:
    """Return what a part of relations points to, in whichever letters its name is written."""
    return _read_all(parts, relations, source_of(relations))


def _read_all(parts: PartsByName, relations: str, source: str) -> list[Pointer]:
    return [_read(element, source, parts) for element in _elements(parts, relations)]


def find_target(parts: PartsByName, source: str, kind: str) -> str | None:
    """Return the first part of a kind to which a part points; None where it points to none."""
    found = (r.target for r in read_relations(parts, source) if r.kind == kind and is_part(r))
    return next(found, None)


def _read(element: etree._Element, source: str, parts: PartsByName) -> Pointer:
    target, kind = element.get("Target", ""), element.get("Type", "").rsplit("/", 1)[-1]
    is_outside = element.get("TargetMode", "").lower() == "external"
    part = target if is_outside or target.startswith("#") else _resolve(target, source, parts)
    return Pointer(element.get("Id", ""), kind, part, is_outside)


def is_part(relation: Pointer) -> bool:
    """Tell whether it points to a part of the package."""
    return not relation.is_outside and not relation.target.startswith("#")


def _resolve(target: str, source: str, parts: PartsByName) -> str:
    """Return the name of a part: from the root where it begins with /, letters as the package has them."""
    path = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target.partition("#")[0])).lstrip("/")
    if path in parts or unquote(path) in parts:
        return path if path in parts else unquote(path)
    return next((name for name in parts if name.lower() in {path.lower(), unquote(path).lower()}), path)


def _elements(parts: PartsByName, name: str) -> Iterator[etree._Element]:
    if name in parts:
        yield from etree.fromstring(parts[name]).iter("{*}Relationship")


def source_of(relations: str) -> str:
    """Return the part whose relations a part holds."""
    folder, name = posixpath.split(relations)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def move_parts(parts: PartsByName, moves: Mapping[str, str]) -> dict[str, bytes]:
    """Return the parts with some under other names, and all that points to them led there."""
    if not moves:
        return dict(parts)
    moved = {}
    for name, data in parts.items():
        if name.endswith(".rels"):
            source = source_of(name)
            target = moves.get(source, source)
            moved[relations_of(target)] = _lead(data, source, target, parts, moves)
        else:
            moved[moves.get(name, name)] = data
    types = etree.fromstring(moved[TYPES])
    names = {f"/{old}".lower(): f"/{new}" for old, new in moves.items()}
    for entry in types.iter("{*}Override"):
        entry.set("PartName", names.get(entry.get("PartName", "").lower(), entry.get("PartName", "")))
    return {**moved, TYPES: written(types)}


def _lead(data: bytes, was: str, now: str, parts: PartsByName, moves: Mapping[str, str]) -> bytes:
    """Return the relations of a part that was called otherwise, with targets as they are called now."""
    root = etree.fromstring(data)
    for element in root.iter("{*}Relationship"):
        found = _read(element, was, parts)
        if is_part(found):
            target = moves.get(found.target, found.target)
            element.set("Target", posixpath.relpath(target, posixpath.dirname(now) or "."))
    return written(root)


def drop_parts(parts: PartsByName, names: set[str]) -> dict[str, bytes]:
    """Return the parts without some, and without anything that names them."""
    gone = names | {relations_of(name) for name in names}
    kept = {name: data for name, data in parts.items() if name not in gone}
    for relations in [name for name in kept if name.endswith(".rels")]:
        root = etree.fromstring(kept[relations])
        dead = [e for e in root.iter("{*}Relationship") if _read(e, source_of(relations), parts).target in names]
        kept[relations] = _without(root, dead) if dead else kept[relations]
    types = etree.fromstring(kept[TYPES])
    called = {f"/{name}".lower() for name in names}
    dead = [e for e in types.iter("{*}Override") if e.get("PartName", "").lower() in called]
    return {**kept, TYPES: _without(types, dead)} if dead else kept


def _without(root: etree._Element, dead: list[etree._Element]) -> bytes:
    for element in dead:
        root.remove(element)
    return written(root)


def type_of(parts: PartsByName, part: str) -> str:
    """Return what the list of types calls a part; nothing where it names neither the part nor its ending."""
    types = etree.fromstring(parts[TYPES])
    own = (e for e in types.iter("{*}Override") if e.get("PartName", "").lower() == f"/{part}".lower())
    ending = (e for e in types.iter("{*}Default") if e.get("Extension", "").lower() == part.rpartition(".")[2].lower())
    found = next(own, None)
    found = next(ending, None) if found is None else found
    return "" if found is None else found.get("ContentType", "")


def set_type(parts: PartsByName, part: str, type: str) -> dict[str, bytes]:
    """Return the parts with one of them called otherwise in the list of types."""
    types = etree.fromstring(parts[TYPES])
    for entry in [e for e in types.iter("{*}Override") if e.get("PartName", "").lower() == f"/{part}".lower()]:
        types.remove(entry)
    named = {"PartName": f"/{part}", "ContentType": type}
    etree.SubElement(types, types.tag.replace("Types", "Override"), named)
    return {**parts, TYPES: written(types)}


def add_part(parts: PartsByName, source: str, new: Addition, id: str = "") -> dict[str, bytes]:
    """Return the parts with a new one to which `source` points, under `id` or the first free one."""
    name = relations_of(source)
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    root = etree.fromstring(parts[name]) if name in parts else etree.Element(f"{{{namespace}}}Relationships")
    used = {e.get("Id") for e in root.iter("{*}Relationship")}
    free = next(i for n in range(len(used) + 1) if (i := f"rIdTtdn{new.kind.capitalize()}{n or ''}") not in used)
    target = posixpath.relpath(new.name, posixpath.dirname(source) or ".")
    attributes = {"Id": id or free, "Type": RELATION_KIND + new.kind, "Target": target}
    etree.SubElement(root, root.tag.replace("Relationships", "Relationship"), attributes)
    return set_type({**parts, new.name: new.data, name: written(root)}, new.name, WORD_TYPE + new.type)


def written(root: etree._Element) -> bytes:
    """Return an element as the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
