"""The events of a YAML text: a text goes in, what a builder walks through comes out, with the place of each.

libyaml reads about twenty times quicker than the reader in pure Python whose places and complaints our messages are
made of. Where nothing stands in a text that the two read differently, libyaml is asked first.
"""

import re
from collections.abc import Iterator
from itertools import islice
from types import ModuleType
from typing import Any, TypeAlias

from .patterns import regex
from .records import dataclass

Event: TypeAlias = Any
"""An event of either library: both give theirs the same names and attributes."""

ODD = regex(
    r"""
    [^\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]  # a tab, CR, other ends of lines, controls
    | (?<![^\s\[{(,:-]) [&*!%?@`~]   # what may begin a tag, an anchor, an alias, a complex key
    | ^ (?: --- | \.\.\. )             # a mark between documents
    | [|>] [-+0-9]* \#                 # heads of block texts that libyaml takes and YAML 1.2 does not
    | [|>] [-+0-9]* [ ]* (?: \#.* )? \n (?: \s* \n | \#)  # a block text whose first line is blank or a remark
    """,
    re.VERBOSE | re.MULTILINE,
)
"""What libyaml, a reader of YAML 1.1, may read otherwise than YAML 1.2; found by reading mutated files with both."""


MOST_EVENTS = 300_000  # of a text that is read at once, before its values are counted


class NeverRaisedError(Exception):
    """What libyaml complains of is met before its events are walked through."""


@dataclass(frozen=True)
class Events:
    """The events of one text, the module that holds their classes, and what is raised in the midst of them."""

    items: Iterator[Event]
    kinds: ModuleType
    error: type[Exception] = NeverRaisedError


def parse_quickly(text: str) -> Events | None:
    """Return the events as libyaml reads them; nothing where it is not there, complains, or might read otherwise."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", None)
    if loader is None or ODD.search(text):
        return None
    try:
        events = list(islice(yaml.parse(text, Loader=loader), MOST_EVENTS))
    except yaml.YAMLError:
        return None
    return Events(iter(events), yaml.events) if len(events) < MOST_EVENTS else None


def parse_carefully(text: str) -> Events:
    """Return the events as YAML 1.2 has them; what cannot be read is complained of with its place."""
    from ruamel.yaml import YAML, events
    from ruamel.yaml.error import YAMLError

    return Events(iter(YAML(typ="safe", pure=True).parse(text)), events, YAMLError)
