"""Prints a Document: a Document and its profile go in, the bytes of a .docx come out."""

from importlib.resources.abc import Traversable
from pathlib import Path

from ..knowledge.profile import Profile
from ..model import Document
from ..resources import find_data_folder
from .builder import build_template
from .checking import check_template, load_template
from .comparing import compare_template
from .context import build_context
from .printed import read_lines

__all__ = ["build_template", "check_template", "compare_template", "find_template", "read_lines", "render"]


def find_template(profile: Profile, kind: str) -> Traversable:
    """Return the official template of a kind in a profile, for its set of sizes."""
    return find_data_folder("templates") / profile.id / kind / profile.template_name


def render(document: Document, profile: Profile, template: Path | Traversable) -> bytes:
    """Return the finished .docx; raises TemplateError where the template is broken."""
    compiled = load_template(template, profile)
    return compiled.render(build_context(document, profile, compiled.ids))
