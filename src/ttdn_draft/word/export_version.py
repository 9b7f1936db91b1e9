"""The version of the program that exported a template: bytes and a version go in, a property of Word keeps it."""

from lxml import etree

from ..archives import read_archive
from ..patterns import regex
from .ooxml import DECLARATION
from .package import LIMITS, write_zip

CUSTOM = "docProps/custom.xml"
PROPERTY = "ttdn-draft"
TYPES_PART, RELATIONS_PART = "[Content_Types].xml", "_rels/.rels"
PROPERTIES_OF = "http://schemas.openxmlformats.org/officeDocument/2006"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties that a user makes
KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
TYPE = f'<Override PartName="/{CUSTOM}" ContentType="{KIND}"/></Types>'
RELATION = (
    f'<Relationship Id="rIdExport" Type="{PROPERTIES_OF}/relationships/custom-properties" Target="{CUSTOM}"/>'
    "</Relationships>"
)
NUMBERS = regex(r"\d+")


def mark_version(docx: bytes, version: str) -> bytes:
    """Return a built template that says, in a property that Word keeps, which version it is of."""
    parts = {name: data.decode() for name, data in read_archive(docx, LIMITS).items()}
    parts[TYPES_PART] = parts[TYPES_PART].replace("</Types>", TYPE)
    parts[RELATIONS_PART] = parts[RELATIONS_PART].replace("</Relationships>", RELATION)
    parts[CUSTOM] = (
        f'{DECLARATION}<Properties xmlns="{PROPERTIES_OF}/custom-properties" xmlns:vt="{PROPERTIES_OF}/docPropsVTypes">'
        f'<property fmtid="{FORMAT_ID}" pid="2" name="{PROPERTY}"><vt:lpwstr>{version}</vt:lpwstr></property>'
        "</Properties>"
    )
    return write_zip({name: text.encode() for name, text in parts.items()})


def read_version_mark(custom: bytes | None) -> str:
    """Return the version that the properties of a template name; nothing where they name none."""
    if not custom:
        return ""
    named = (p for p in etree.fromstring(custom).iter("{*}property") if p.get("name") == PROPERTY)
    return next(("".join(map(str, p.itertext())).strip() for p in named), "")


def is_older(version: str, other: str) -> bool:
    """Tell whether a version such as 0.9.2 comes before another."""
    one, two = ([int(number) for number in NUMBERS.findall(v)] for v in (version, other))
    return bool(one) and one < two
