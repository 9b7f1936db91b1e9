"""Makes of what the program knows words for a screen: sources and sentences go in, the same without addresses and keys.

Nothing is added; what is left out, such as the way to a page behind the name of a site, the command line prints.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from ..messages import LANGUAGES, translate
from ..model.marks import PendingMark, find_pending
from ..model.open_words import WRITTEN_IN_MARKS
from ..patterns import regex
from ..validate.schema import load_schema
from ..yaml_nodes import NodePath
from .facts import name_fact

ADDRESS = regex(
    r"(?:https?://)?(?:www\.)?(?P<site>(?:[\w-]+\.)+[a-z]{2,6})(?P<way>/[^\s;,()«»\"“”]*)?"
    r"(?:\s+(?:…[^\s;,()\"“”]+|(?:[a-z]+[=/]?)?\d{5,}(?![/\d])|[A-Za-z]+=\d+"
    r"|[\w./-]+\.(?:aspx|html?|php)(?:\?[^\s;,()]*)?)(?=$|[\s;,().:]))*"
)
FILE_ENDS = ("pdf", "html", "htm", "aspx", "shtml", "vnp", "vgp", "vna", "docx", "doc", "md", "yaml", "toml")
FILE_ON_SITE = regex(r"\btệp\s+\S+\.pdf\s+trên\s+")
FILE_OF_SITE = regex(r"[;,]?\s*\btệp\s+[^\s;,)]+\.pdf|[;,]?\s*\bdocid[ =]\d+")
OWNER = regex(r"\b[\w-]+/(?=[\w-]+\.github\.io)")
SHORT_WAYS = (
    (regex(r"\bPL(\d)-(\d+)"), r"Phụ lục \1, dòng \2"),
    (regex(r"\bPL\s?([IVX]+|\d)\b"), r"Phụ lục \1"),
    (regex(r"\btr\.\s?(\d)"), r"trang \1"),
)
LEFT_OVER = (
    (regex(r"\(\s*[;,]?\s*\)"), ""),
    (regex(r"\(\s*[;,]\s*"), "("),
    (regex(r"\s+([;,.)])"), r"\1"),
    (regex(r"\s{2,}"), " "),
)
FIELD = regex(r"\\{(?P<name>\w+)\\}")
YEARS = ("old", "new", "year")
OPEN_SIGN = "…"  # of what is not known yet
FILE_KEY = regex(r"\b[a-z]+(?:_[a-z]+)+\b")
WRITTEN_KEY = regex(r"(?<=: )(?P<key>[a-z_]+): (?=\S)")  # Viết: ho_ten: Nguyễn Văn A
SENTENCE_OF_COMMANDS = regex(r"(?:(?<=^)|(?<=[.;]\s))[^.;]*(?:\bttdn-draft\s|\s--[a-z])[^.;]*(?:[.;](?=\s|$)|$)")


def plain_source(words: str) -> str:
    """Return a source without the ways behind the names of sites, the numbers of their pages and shortened clauses."""
    words = ADDRESS.sub(_name_site, FILE_OF_SITE.sub("", FILE_ON_SITE.sub("", OWNER.sub("", words))))
    for form, plain in (*SHORT_WAYS, *LEFT_OVER):
        words = form.sub(plain, words)
    parts = dict.fromkeys(part.strip() for part in words.split(";"))
    return "; ".join(filter(None, parts)).strip(" ;,")


def _name_site(found: re.Match[str]) -> str:
    return found[0] if found["site"].rpartition(".")[2] in FILE_ENDS else found["site"]


def tell_source(words: str, language: str) -> str:
    """Return the source of a doubt for a screen; what the program itself wrote there in the language of the screen."""
    return plain_source(tell_written(words, language))


def tell_written(words: str, language: str) -> str:
    """Return words of a mark in a language where the program wrote them; all others are the document's."""
    if language == LANGUAGES[0]:
        return words
    for text, form in _list_written():
        if found := form.fullmatch(words):
            facts = {name: translate(fact, language) for name, fact in found.groupdict().items()}
            return translate(text, language).format(**facts)
    return translate(words, language)


@cache
def _list_written() -> list[tuple[str, re.Pattern[str]]]:
    """Return the words of marks with the forms by which they are known again."""
    return [(text, re.compile(FIELD.sub(_write_group, re.escape(text)), re.S)) for text in WRITTEN_IN_MARKS]


def _write_group(field: re.Match[str]) -> str:
    return f"(?P<{field['name']}>{r'[0-9]{4}' if field['name'] in YEARS else '.+'})"


def plain_sentence(words: str, language: str) -> str:
    """Return a sentence with the names of facts for their keys, without marks and what is about commands."""
    words = read_marks(words, lambda mark: mark.question)
    bare = SENTENCE_OF_COMMANDS.sub("", words).strip()
    bare = WRITTEN_KEY.sub(lambda found: "" if found["key"] in _list_keys() else found[0], bare or words)
    named = FILE_KEY.sub(lambda found: _name_key(found[0], language), bare)
    return plain_source(named) if ADDRESS.search(named) or SHORT_WAYS[0][0].search(named) else named


def read_marks(words: str, read_doubt: Callable[[PendingMark], str]) -> str:
    """Return words with what is still to be filled in behind an open sign, and doubts as they are to be read."""
    pieces, at = list[str](), 0
    for mark in find_pending(words):
        pieces += [words[at : mark.start], f"{OPEN_SIGN} {mark.question}" if mark.is_gap else read_doubt(mark)]
        at = mark.end
    return "".join([*pieces, words[at:]])


def _name_key(key: str, language: str) -> str:
    path = _list_keys().get(key)
    return f"“{name_fact(path, language)}”" if path else key


@cache
def _list_keys() -> dict[str, NodePath]:
    """Return the keys of the head by their names, those of a group under its own key."""
    schema = load_schema("input")
    groups = {key: _find_group(node, schema) for key, node in schema["properties"].items()}
    inner = {key: (name, key) for name, group in groups.items() for key in group.get("properties", {})}
    return inner | {key: (key,) for key in groups}


def _find_group(node: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = schema["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node else node
    return found
