"""Brings the filter `hoa_dau`: `{{ trich_yeu|hoa_dau }}` begins with a capital letter."""

from collections.abc import Callable, Mapping

from ttdn_draft.api import hookimpl


def raise_first_letter(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


@hookimpl
def ttdn_filters() -> Mapping[str, Callable[[str], str]]:
    """Return the filter under its name."""
    return {"hoa_dau": raise_first_letter}
