"""Adds a part to a package: its parts and the new one go in, the new one and those in which it is named come out."""

from collections.abc import Mapping

from lxml import etree

from ..word.package import RELATIONS, TYPES

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def add_part(parts: Mapping[str, bytes], file: str, kind: str, relation: str, data: bytes) -> dict[str, bytes]:
    """Return a part that belongs to the text, and the lists of relations and of types in which it stands."""
    relations, types = etree.fromstring(parts[RELATIONS]), etree.fromstring(parts[TYPES])
    attributes = {"Id": relation, "Type": KIND + kind, "Target": file}
    etree.SubElement(relations, relations.tag.replace("Relationships", "Relationship"), attributes)
    entry = {"PartName": f"/word/{file}", "ContentType": f"{TYPE}{kind}+xml"}
    etree.SubElement(types, types.tag.replace("Types", "Override"), entry)
    return {f"word/{file}": data, RELATIONS: write_part(relations), TYPES: write_part(types)}


def write_part(root: etree._Element) -> bytes:
    """Return a part as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
