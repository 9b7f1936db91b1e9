"""Builds an official template from its profile: a Profile goes in, the bytes of template.docx come out."""

from ...knowledge.standards.profile import Kind, Profile
from ...word.package import write_zip
from .document import build_document, build_first_footer, build_first_header, build_header
from .fixed import APP, CORE, FOOTNOTES, PACKAGE_RELATIONS, SETTINGS, build_content_types, build_relations
from .numbering import build_numbering
from .styles import build_styles

__all__ = ["build_template"]


def build_template(profile: Profile, kind: Kind) -> bytes:
    """Return template.docx of a kind; the same profile gives the same bytes."""
    has_footer = bool(profile.layout.below_first)
    parts = {
        "[Content_Types].xml": build_content_types(has_footer),
        "_rels/.rels": PACKAGE_RELATIONS,
        "docProps/app.xml": APP,
        "docProps/core.xml": CORE,
        "word/document.xml": build_document(profile, kind),
        "word/_rels/document.xml.rels": build_relations(has_footer),
        "word/styles.xml": build_styles(profile),
        "word/numbering.xml": build_numbering(profile),
        "word/settings.xml": SETTINGS,
        "word/footnotes.xml": FOOTNOTES,
        "word/header1.xml": build_header(),
        "word/header2.xml": build_first_header(profile),
    }
    if has_footer:
        parts["word/footer1.xml"] = build_first_footer(profile)
    return write_zip({name: text.encode() for name, text in parts.items()})
