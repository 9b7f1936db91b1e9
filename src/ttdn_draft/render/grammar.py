"""What a template may say: its Jinja tree goes in, everything beyond printing tags comes out with its line.

Templates come from strangers. They may print the tags of the document, ask whether one is there, and go through
the lists; nothing else: no calls, no arithmetic, no assignments, no macros, no imports, two loops deep at most.
So a template can neither run code nor run for long, and every name in it is known before it is used.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from jinja2 import nodes

from .fields import LISTS, TAGS, TEXTS

FILTERS = {"upper", "lower"}
LOOP_WORDS = {"loop.index", "loop.first", "loop.last"}
MAX_LOOPS = 2
INTERNAL = "_"  # names that render/patches.py puts in
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.If, nodes.For, nodes.Const,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Filter,
)  # fmt: skip

Violation = tuple[str, dict[str, object], int]


def check_grammar(tree: nodes.Template) -> Iterator[Violation]:
    """Yield message id, facts and line of everything that a template may not say."""
    yield from _check(tree, {}, 0)


def used_tags(tree: nodes.Template) -> Iterator[str]:
    """Yield the tags that a template prints: texts in an output, lists that a loop goes through."""
    for output in tree.find_all(nodes.Output):
        yield from (path_of(node) for node in output.find_all((nodes.Name, nodes.Getattr)))
    yield from (path_of(loop.iter) for loop in tree.find_all(nodes.For))


def path_of(node: nodes.Node) -> str:
    """Return the dotted name of a node, or nothing where it is no name."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and (above := path_of(node.node)):
        return f"{above}.{node.attr}"
    return ""


def _check(node: nodes.Node, local: dict[str, bool], loops: int) -> Iterator[Violation]:
    if isinstance(node, nodes.For):
        yield from _check_loop(node, local, loops)
    elif isinstance(node, nodes.Output):
        yield from _check_output(node, local, loops)
    elif isinstance(node, (nodes.Name, nodes.Getattr)):
        yield from _check_name(node, local, TAGS)
    elif not isinstance(node, ALLOWED):
        yield "E413", {"problem": type(node).__name__}, node.lineno
    else:
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            yield "E413", {"problem": f"|{node.name}"}, node.lineno
        for child in node.iter_child_nodes():
            yield from _check(child, local, loops)


def _check_output(node: nodes.Output, local: dict[str, bool], loops: int) -> Iterator[Violation]:
    for child in node.nodes:
        if isinstance(child, (nodes.Name, nodes.Getattr)):
            yield from _check_name(child, local, TEXTS)
        else:
            yield from _check(child, local, loops)


def _check_loop(node: nodes.For, local: dict[str, bool], loops: int) -> Iterator[Violation]:
    path = path_of(node.iter)
    if not path.startswith(INTERNAL) and path not in LISTS:
        yield "E413", {"problem": f"for … in {path or '…'}"}, node.lineno
    if loops >= MAX_LOOPS or node.recursive or not isinstance(node.target, nodes.Name):
        yield "E413", {"problem": "for … for …"}, node.lineno
        return
    inside = {**local, node.target.name: True, "loop": True}
    for child in (*node.body, *node.else_, *([node.test] if node.test else [])):
        yield from _check(child, inside, loops + 1)


def _check_name(node: nodes.Name | nodes.Getattr, local: dict[str, bool], known: frozenset[str]) -> Iterator[Violation]:
    path = path_of(node)
    if not path:
        yield "E413", {"problem": type(node).__name__}, node.lineno
    elif path in local or (path in LOOP_WORDS and "loop" in local) or path.startswith(INTERNAL) or path in known:
        return
    else:
        guess = get_close_matches(path, sorted(known), n=1, cutoff=0.6)
        yield "E420", {"tag": path, "guess": guess[0] if guess else ""}, node.lineno
