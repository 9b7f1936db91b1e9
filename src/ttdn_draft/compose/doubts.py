"""Marks doubtful and unknown facts in a new document: facts go in, texts with visible marks come out."""

import re

from ..knowledge.pack import Fact

DOUBT = re.compile(r"\[cần kiểm tra: ([^\[\]]*) — ([^\[\]]*)\]")
ABOVE = "nguồn ở đầu tệp"
SIGNS = str.maketrans("[]—", "()-")


def mark_gap(wanted: str) -> str:
    """Return the mark for something that the author has to add."""
    return f"[…: {wanted}]"


def mark_doubt(text: str, source: str) -> str:
    """Return an unverified text with its source, for the author to check."""
    return f"[cần kiểm tra: {_plain(text)} — {_plain(source)}]"


def mark_fact(text: str, fact: Fact) -> str:
    """Return a text unchanged where its fact is verified, else inside the mark [cần kiểm tra: …]."""
    return text if fact.is_verified else mark_doubt(text, fact.source)


def name_sources_once(text: str) -> str:
    """Return a text in which each doubt says its source where it stands first, and later is marked without."""
    seen: set[str] = set()

    def keep_first(found: re.Match[str]) -> str:
        is_first = found[0] not in seen
        seen.add(found[0])
        return found[0] if is_first else f"[cần kiểm tra: {found[1]}]"

    return DOUBT.sub(keep_first, text)


def shorten(facts: str) -> tuple[str, list[str]]:
    """Return the facts of a file with short marks, since long ones would tear lists and tables, and their sources."""
    found = dict.fromkeys(DOUBT.findall(facts))
    sources = [f"cần kiểm tra: {text} — {source}".replace('\\"', '"') for text, source in found]
    return DOUBT.sub(lambda mark: f"[cần kiểm tra: {mark[1]} — {ABOVE}]", facts), sources


def _plain(text: str) -> str:
    """Return words without the signs that would end or split a mark: brackets, and the dash before the source."""
    return " ".join(text.translate(SIGNS).split())
