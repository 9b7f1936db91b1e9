"""Holds the annexes against the text: a Draft and its Document go in, a finding where none is mentioned comes out."""

import re

from ..model import Document, Draft, Report, plain_text, texts_of

MENTION = re.compile(r"phụ\s+lục", re.I)


def check_mention(draft: Draft, document: Document, report: Report) -> None:
    """Report a text that mentions no annex although it has some."""
    if draft.annexes and not any(MENTION.search(plain_text(text)) for text in texts_of(document.body)):
        report("W380", ("phu_luc",))
