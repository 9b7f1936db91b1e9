"""What a template may say: its Jinja tree goes in, everything beyond printing tags comes out with its line.

Templates come from strangers. They may print the tags of the document, ask whether one is there, and go through
the lists; nothing else: no calls, no arithmetic, no comparisons, no assignments, no macros, no imports, no loop in
a loop. So a template can neither run code nor run for long, and every name in it is known before it is used.
"""

import re
from collections.abc import Iterator, Set
from difflib import get_close_matches

from jinja2 import nodes

from .fields import LISTS, TAGS, TEXTS

FILTERS = frozenset({"upper", "lower"})
LOOP_WORDS = frozenset({"loop.index", "loop.first", "loop.last"})
# names that render/patches.py puts in; a tag typed in Word that begins so is refused before (render/checking.py)
INTERNAL = "_"
MAX_TAGS, MAX_TAG, MAX_DEPTH = 500, 200, 8
TAG = re.compile(r"\{[{%].*?[%}]\}", re.S)

Violation = tuple[str, dict[str, object], int]


def find_excess(source: str) -> str:
    """Return a tag that is too long, or one too many: what Jinja cannot parse in a moment is never given to it."""
    tags = TAG.findall(source)
    return next((tag[:40] for tag in tags if len(tag) > MAX_TAG), tags[MAX_TAGS][:40] if len(tags) > MAX_TAGS else "")


def check_grammar(tree: nodes.Template, filters: Set[str] = frozenset()) -> Iterator[Violation]:
    """Yield message id, facts and line of everything that a template may not say; it may use `filters` beside ours."""
    yield from _check(tree.body, frozenset(), 0, FILTERS | filters)


def _check(body: list[nodes.Node], local: frozenset[str], depth: int, filters: Set[str]) -> Iterator[Violation]:
    for node in body:
        match node:
            case nodes.Output():
                for child in node.nodes:
                    yield from _check_output(child, local, filters)
            case nodes.If() if depth < MAX_DEPTH:
                yield from _check_test(node.test, local)
                yield from _check([*node.body, *node.elif_, *node.else_], local, depth + 1, filters)
            case nodes.For() if "loop" not in local:
                yield from _check_loop(node, local, depth, filters)
            case _:
                yield "E413", {"problem": type(node).__name__}, node.lineno


def _check_output(node: nodes.Node, local: frozenset[str], filters: Set[str]) -> Iterator[Violation]:
    if isinstance(node, nodes.TemplateData):
        return
    if isinstance(node, nodes.Filter) and node.node is not None:
        if node.name not in filters or node.args or node.kwargs:
            yield "E413", {"problem": f"|{node.name}"}, node.lineno
        node = node.node
    yield from _check_name(node, local, TEXTS)


def _check_test(node: nodes.Node, local: frozenset[str]) -> Iterator[Violation]:
    if isinstance(node, (nodes.And, nodes.Or, nodes.Not)):
        for child in node.iter_child_nodes():
            yield from _check_test(child, local)
    else:
        yield from _check_name(node, local, TAGS)


def _check_loop(node: nodes.For, local: frozenset[str], depth: int, filters: Set[str]) -> Iterator[Violation]:
    path = path_of(node.iter)
    if not path.startswith(INTERNAL) and path not in LISTS:
        yield "E413", {"problem": f"for … in {path or '…'}"}, node.lineno
    target = path_of(node.target)
    if node.recursive or node.test or not target or target in TAGS or target == "loop":
        yield "E413", {"problem": f"for {target or '…'} …"}, node.lineno
        return
    yield from _check(node.body, local | LOOP_WORDS | {target, "loop"}, depth + 1, filters)
    yield from _check(node.else_, local, depth + 1, filters)


def _check_name(node: nodes.Node, local: frozenset[str], known: frozenset[str]) -> Iterator[Violation]:
    path = path_of(node)
    if not path or path == "loop":
        yield "E413", {"problem": path or type(node).__name__}, node.lineno
    elif path in local or path.startswith(INTERNAL) or path in known:
        return
    elif path in LISTS:
        yield "E413", {"problem": f"{{{{ {path} }}}}"}, node.lineno
    else:
        guess = get_close_matches(path, sorted(known), n=1, cutoff=0.6)
        yield "E420", {"tag": path, "guess": guess[0] if guess else ""}, node.lineno


def path_of(node: nodes.Node) -> str:
    """Return the dotted name of a node, or nothing where it is no name."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and (above := path_of(node.node)):
        return f"{above}.{node.attr}"
    return ""


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
