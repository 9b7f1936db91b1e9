"""The marks in brackets: `[dan: id]`, which stands for a document, and those of what is still to be done."""

import re

from .ids import ID_FORM

GAP = "[…]"  # what is not known is left to be filled in by hand, never guessed

CITATION = re.compile(rf"\[dan:\s*(?P<id>{ID_FORM})\s*\]")
LIKE_CITATION = re.compile(r"\[\s*d[aáàảãạâấầẩẫậ]n\s*(?::(?:[^\[\]]*\])?|\s[a-z0-9]+(?:-[a-z0-9]+)+\s*\])", re.I)
"""A citation, or what only looks like one: [dan: 57-KL/TW], [dẫn: …], [dan kl-57-kltw-2023], one without its end."""

PENDING = re.compile(r"\[\s*(?:cần\s+kiểm\s+tra\b|(?:…|\.{3})\s*:)[^\]]*\]?", re.I)
"""What must not go out: [cần kiểm tra: …], which nobody has verified, and [… : …], a gap with what is wanted."""


def is_meant(mark: str) -> bool:
    """Tell of something like a citation whether it can be meant for nothing else."""
    return mark.startswith("[dan:")
