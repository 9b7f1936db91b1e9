"""What the command `calendar` prints: the page of a year goes in, its anniversaries as phrases and as JSON come out."""

import json

from ..knowledge.days.words import Wording, group, write_lines, write_sentence
from ..year_page import YearPage, describe_year
from .report import echo


def print_phrases(page: YearPage, wording: Wording, as_paragraph: bool) -> None:
    """Print the anniversaries as a document says them; unverified ones stand in a mark with their source."""
    items = group(page.found, page.almanac.list_groups())
    if as_paragraph:
        echo(write_sentence(items, wording, marks=True))
        return
    for line in write_lines(items, wording, marks=True):
        echo(f"- {line}")


def calendar_as_json(page: YearPage) -> str:
    """Return the anniversaries with all that is known about them."""
    return json.dumps(describe_year(page), ensure_ascii=False, indent=2)
