"""What a template of Word may say and what it prints: its Jinja tree goes in; findings and names of tags come out."""

from collections.abc import Iterator, Set
from dataclasses import replace

from jinja2 import nodes

from ..grammar import FILTERS, Names, check_grammar, path_of
from ..model.tags import LISTS, TAGS, TEXTS

# names that patches.py puts in begin with `_`; a tag typed in Word that begins so is refused before (checking.py)
NAMES = Names(TEXTS, LISTS, TAGS, internal="_")

Fault = tuple[str, dict[str, object], int]


def is_tag(name: str) -> bool:
    """Tell whether a template may print or ask for a name."""
    return name in NAMES.all


def find_tag_faults(tree: nodes.Template, filters: Set[str] = frozenset()) -> Iterator[Fault]:
    """Yield message id, facts and line of everything that a template may not say; it may use `filters` beside ours."""
    for found in check_grammar(tree, replace(NAMES, filters=FILTERS | filters)):
        if found.unknown:
            yield "E420", {"tag": found.unknown, "guess": found.guess}, found.line
        else:
            yield "E413", {"problem": found.form}, found.line


def printed_tags(tree: nodes.Template) -> frozenset[str]:
    """Return the tags that a template prints whenever they hold anything.

    A tag under `if` counts only where each `if` asks for the tag itself, alone or with others (`a or b`), and a list
    only where its loop prints.
    """
    return frozenset(_printed(tree.body, frozenset(), ""))


Asked = frozenset[frozenset[str]]  # of each `if` around a place the names of which one is enough


def _printed(body: list[nodes.Node], asked: Asked, list_tag: str) -> Iterator[str]:
    for node in body:
        match node:
            case nodes.Output():
                paths = [path_of(n.node if isinstance(n, nodes.Filter) and n.node else n) for n in node.nodes]
                yield from (list_tag or path for path in paths if path and _is_met(asked, {path, list_tag}))
            case nodes.If():
                yield from _printed(node.body, asked | {_enough(node.test)}, list_tag)
            case nodes.For():
                tag = path_of(node.iter)
                yield from _printed(node.body, frozenset(a for a in asked if tag not in a), tag)


def _is_met(asked: Asked, paths: set[str]) -> bool:
    return all(names & paths for names in asked)


def _enough(test: nodes.Node) -> frozenset[str]:
    """Return the names of which one alone makes a test true."""
    if isinstance(test, nodes.Or):
        return _enough(test.left) | _enough(test.right)
    return frozenset({path_of(test)})
