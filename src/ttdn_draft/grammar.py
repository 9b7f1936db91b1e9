"""What a template may say: its Jinja tree and the known names go in, everything beyond them comes out with its line.

Templates and outlines come from strangers. They may print the values that they are given, ask whether one is there,
and go through the lists; nothing else: no calls, no arithmetic, no comparisons, no assignments, no macros, no imports,
no loop in a loop. So they can neither run code nor run for long, and every name in them is known before it is used.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from jinja2 import nodes

from .nearness import find_nearest

FILTERS = frozenset({"upper", "lower"})
LOOP_WORDS = frozenset({"loop.index", "loop.first", "loop.last"})
MAX_TAGS, MAX_TAG, MAX_NESTING = 500, 200, 8
TAG_START, TAG_END = re.compile(r"\{[{%]"), re.compile(r"[%}]\}")


@dataclass(frozen=True)
class Names:
    """The names that are known: texts to print, lists to go through, groups that only `if` may ask for.

    Names that begin with `internal` are put in by the program itself.
    """

    texts: frozenset[str]
    lists: frozenset[str]
    groups: frozenset[str] = frozenset()
    internal: str = ""
    filters: Set[str] = FILTERS

    @property
    def all(self) -> frozenset[str]:
        """Return every name that has a meaning."""
        return self.texts | self.lists | self.groups

    def is_internal(self, path: str) -> bool:
        """Tell whether a name is one that the program puts in."""
        return bool(self.internal) and path.startswith(self.internal)


@dataclass(frozen=True)
class Violation:
    """One thing that a template may not say: a form that is not allowed, or an unknown name."""

    line: int
    form: str = ""
    unknown: str = ""
    guess: str = ""


def tag_spans(source: str) -> Iterator[tuple[int, int]]:
    """Yield where each tag begins and ends; one that is never closed comes last, with 0 for its end."""
    at = 0
    while start := TAG_START.search(source, at):
        end = TAG_END.search(source, start.end())
        yield start.start(), end.end() if end else 0
        if end is None:
            return
        at = end.end()


def find_excess(source: str) -> int:
    """Return where a tag begins that is too long, or one too many, or -1.

    What Jinja cannot parse in a moment is never given to it.
    """
    for number, (start, end) in enumerate(tag_spans(source)):
        if number >= MAX_TAGS or end - start > MAX_TAG:
            return start
    return -1


def check_grammar(tree: nodes.Template, names: Names) -> Iterator[Violation]:
    """Yield everything that a template may not say."""
    yield from _check(tree.body, frozenset(), 0, names)


def _check(body: list[nodes.Node], local: frozenset[str], depth: int, names: Names) -> Iterator[Violation]:
    for node in body:
        match node:
            case nodes.Output():
                for child in node.nodes:
                    yield from _check_output(child, local, names)
            case nodes.If() if depth < MAX_NESTING:
                yield from _check_test(node.test, local, names)
                yield from _check([*node.body, *node.elif_, *node.else_], local, depth + 1, names)
            case nodes.For() if "loop" not in local:
                yield from _check_loop(node, local, depth, names)
            case _:
                yield Violation(node.lineno, type(node).__name__)


def _check_output(node: nodes.Node, local: frozenset[str], names: Names) -> Iterator[Violation]:
    if isinstance(node, nodes.TemplateData):
        return
    if isinstance(node, nodes.Filter) and node.node is not None:
        if node.name not in names.filters or node.args or node.kwargs:
            yield Violation(node.lineno, f"|{node.name}")
        node = node.node
    yield from _check_name(node, local, names.texts, names)


def _check_test(node: nodes.Node, local: frozenset[str], names: Names) -> Iterator[Violation]:
    if isinstance(node, (nodes.And, nodes.Or, nodes.Not)):
        for child in node.iter_child_nodes():
            yield from _check_test(child, local, names)
    else:
        yield from _check_name(node, local, names.all, names)


def _check_loop(node: nodes.For, local: frozenset[str], depth: int, names: Names) -> Iterator[Violation]:
    path = path_of(node.iter)
    if not names.is_internal(path) and path not in names.lists:
        yield Violation(node.lineno, f"for … in {path or '…'}")
    target = path_of(node.target)
    if node.recursive or node.test or not target or target in names.all or target == "loop":
        yield Violation(node.lineno, f"for {target or '…'} …")
        return
    yield from _check(node.body, local | LOOP_WORDS | {target, "loop"}, depth + 1, names)
    yield from _check(node.else_, local, depth + 1, names)


def _check_name(node: nodes.Node, local: frozenset[str], known: frozenset[str], names: Names) -> Iterator[Violation]:
    path = path_of(node)
    if not path or path == "loop":
        yield Violation(node.lineno, path or type(node).__name__)
    elif path in local or path in known or names.is_internal(path):
        return
    elif path in names.lists:
        yield Violation(node.lineno, f"{{{{ {path} }}}}")
    else:
        yield Violation(node.lineno, unknown=path, guess=find_nearest(path, sorted(known)))


def path_of(node: nodes.Node) -> str:
    """Return the dotted name of a node, or nothing for any other expression."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and (above := path_of(node.node)):
        return f"{above}.{node.attr}"
    return ""
