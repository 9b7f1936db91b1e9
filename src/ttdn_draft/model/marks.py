"""The marks in brackets: `[dan: id]`, which stands for a document, and the marks of gaps and of doubts."""

import re

CITATION = re.compile(r"\[dan:\s*(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\s*\]")
LIKE_CITATION = re.compile(r"\[\s*d[aáàảãạâấầẩẫậ]n\s*(?::(?:[^\[\]]*\])?|\s[a-z0-9]+(?:-[a-z0-9]+)+\s*\])", re.I)
"""A citation, or what only looks like one: [dan: 57-KL/TW], [dẫn: …], [dan kl-57-kltw-2023], one without its end."""

PENDING = re.compile(r"\[\s*(?:cần\s+kiểm\s+tra\b|(?:…|\.{3})\s*:)[^\]]*\]?", re.I)
"""What must not be sent out: [cần kiểm tra: …], a fact not verified, and [… : …], a gap that says what is wanted."""


def is_meant(mark: str) -> bool:
    """Tell whether a text that looks like a citation can only be meant as one."""
    return mark.startswith("[dan:")
