"""The parts of a template that no standard speaks of: package plumbing and settings."""

from ...word.additions import NOTE_SETTINGS, build_footnotes
from ...word.ooxml import DECLARATION, NAMESPACES, style_id

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

_TYPES = {
    "/word/document.xml": f"{_WML}.document.main+xml",
    "/word/styles.xml": f"{_WML}.styles+xml",
    "/word/numbering.xml": f"{_WML}.numbering+xml",
    "/word/settings.xml": f"{_WML}.settings+xml",
    "/word/footnotes.xml": f"{_WML}.footnotes+xml",
    "/word/header1.xml": f"{_WML}.header+xml",
    "/word/header2.xml": f"{_WML}.header+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}

_FOOTER_TYPE = {"/word/footer1.xml": f"{_WML}.footer+xml"}
_FOOTER_RELATION = {"footer1.xml": f"{_REL}/footer"}


def build_content_types(has_footer: bool) -> str:
    """Return the list of what each part is."""
    types = _TYPES | (_FOOTER_TYPE if has_footer else {})
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
        + "</Types>"
    )


def _relations(targets: dict[str, str]) -> str:
    rows = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


PACKAGE_RELATIONS = _relations(
    {
        "word/document.xml": f"{_REL}/officeDocument",
        "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
        "docProps/app.xml": f"{_REL}/extended-properties",
    }
)
_DOCUMENT_RELATIONS = {
    "styles.xml": f"{_REL}/styles",
    "numbering.xml": f"{_REL}/numbering",
    "settings.xml": f"{_REL}/settings",
    "header1.xml": f"{_REL}/header",
    "header2.xml": f"{_REL}/header",
    "footnotes.xml": f"{_REL}/footnotes",
}


def build_relations(has_footer: bool) -> str:
    """Return where the main part points to; rId4, rId5 and rId7 are named in builder/document.py."""
    return _relations(_DOCUMENT_RELATIONS | (_FOOTER_RELATION if has_footer else {}))


CORE = (
    f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title></dc:title><dc:subject></dc:subject><dc:creator></dc:creator>"
    "<dc:language>vi-VN</dc:language></cp:coreProperties>"
)

# what a document of Word 2013 and later says: a page that says nothing is laid out as by Word 2007
_COMPATIBILITY = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
    for name, value in {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
        "useWord2013TrackBottomHyphenation": 0,
    }.items()
)

SETTINGS = (
    f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    f"{NOTE_SETTINGS}"
    f"<w:compat><w:doNotExpandShiftReturn/>{_COMPATIBILITY}</w:compat>"
    '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)


FOOTNOTES = build_footnotes(f'<w:pStyle w:val="{style_id("chu_thich")}"/>')

# without a version, which would change the bytes with each release
APP = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>ttdn-draft</Application></Properties>"
)
