"""Prints a Document: a Document and its profile go in, the bytes of a .docx come out."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from ..errors import Place, TemplateError
from ..knowledge.standards.profile import Profile
from ..model import NOTHING, AskedFrame, Document
from .body import find_missing_level
from .checking import check_template, load_template
from .context import build_context
from .engine import CompiledTemplate, Filters
from .page_end import clear_notes

__all__ = ["check_template", "find_template", "render_document"]


def find_template(profile: Profile, kind: str) -> Path:
    """Return the official template of a kind in a profile, for its set of sizes."""
    return profile.folder / kind / profile.template_name()


def render_document(document: Document, profile: Profile, template: Path, filters: Filters = NOTHING) -> bytes:
    """Return the finished .docx; raises TemplateError where the template is broken.

    `filters` are those that plug-ins bring.
    """
    compiled = load_template(template, profile, filters)
    if missing := find_missing_level(document, compiled.ids, profile):
        from .frame import STYLES_PART

        raise TemplateError("E423", Place(compiled.file, part=STYLES_PART), style=missing, profile=profile.id)
    context = build_context(document, profile, compiled.ids)
    finish = partial(_finish, document=document, profile=profile, compiled=compiled)
    return compiled.render(context, finish)


def _finish(
    parts: Mapping[str, bytes], document: Document, profile: Profile, compiled: CompiledTemplate
) -> Mapping[str, bytes]:
    if document.frame != AskedFrame():
        from .frame import reframe  # few documents ask for anything

        parts = reframe(parts, document.frame, profile, compiled.ids, compiled.file)
    return clear_notes(parts, document, profile)
