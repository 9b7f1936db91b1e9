"""How an id is written: small letters without accents, digits, and dashes between them."""

import re

ID_FORM = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""The form of ids of packs, organs, documents and outlines, as part of a pattern."""


def is_id(text: str) -> bool:
    """Tell whether a text is written as an id."""
    return bool(re.fullmatch(ID_FORM, text))
