"""Prints a Document: a Document and its profile go in, the bytes of a .docx come out."""

from importlib.resources.abc import Traversable
from pathlib import Path

from ..knowledge.standards.profile import Profile
from ..model import NOTHING, Document
from .builder import build_template
from .checking import check_template, load_template
from .context import build_context
from .engine import Filters

__all__ = ["build_template", "check_template", "find_template", "render_document"]


def find_template(profile: Profile, kind: str) -> Traversable:
    """Return the official template of a kind in a profile, for its set of sizes."""
    return profile.folder / kind / profile.template_name()


def render_document(
    document: Document, profile: Profile, template: Path | Traversable, filters: Filters = NOTHING
) -> bytes:
    """Return the finished .docx; raises TemplateError where the template is broken.

    `filters` are those that plug-ins bring.
    """
    compiled = load_template(template, profile, filters)
    return compiled.render(build_context(document, profile, compiled.ids))
