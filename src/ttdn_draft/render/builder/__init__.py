"""Builds an official template from its profile: a Profile goes in, the bytes of template.docx come out."""

from ...knowledge.profiles import Profile
from ..package import write_zip
from .document import build_document, build_first_header, build_header
from .fixed import APP, CONTENT_TYPES, CORE, DOCUMENT_RELATIONS, FOOTNOTES, PACKAGE_RELATIONS, SETTINGS
from .numbering import build_numbering
from .styles import build_styles

__all__ = ["build_template"]


def build_template(profile: Profile) -> bytes:
    """Return template.docx; the same profile gives the same bytes."""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONS,
        "docProps/app.xml": APP,
        "docProps/core.xml": CORE,
        "word/document.xml": build_document(profile),
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/styles.xml": build_styles(profile),
        "word/numbering.xml": build_numbering(profile),
        "word/settings.xml": SETTINGS,
        "word/footnotes.xml": FOOTNOTES,
        "word/header1.xml": build_header(),
        "word/header2.xml": build_first_header(),
    }
    return write_zip({name: text.encode() for name, text in parts.items()})
