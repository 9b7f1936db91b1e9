"""Where the source says something to the user: a source file goes in, each id with its facts comes out."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MESSAGE_ID = re.compile(r"[EWN]\d{3}")
SPEAKS = re.compile(r"^Finding$|Error$|^_?report$|^at$")  # the functions that take an id, and facts as keywords
NO_FACTS = {"place", "move"}  # other keywords of the functions that report
Keys = frozenset[str]


@dataclass(frozen=True)
class Site:
    """One id at one place; `facts` are the names that it may be given there, None where they can not be seen."""

    file: Path
    line: int
    id: str
    facts: tuple[Keys, ...] | None


class Module:
    """One source file as a tree that knows its parents, its functions and its constants."""

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        self.parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        self.functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}

    def scope_of(self, node: ast.AST) -> ast.AST:
        while node in self.parents and not isinstance(node, ast.FunctionDef):
            node = self.parents[node]
        return node

    def bindings_of(self, name: ast.Name) -> list[ast.expr]:
        """Return what a name was last bound to before it is used: in its function, else in the module."""
        scope = self.scope_of(name)
        bound = [(_end(node), found) for node, found in self._bindings(name.id, scope) if _end(node) <= _start(name)]
        if not bound and scope is not self.tree:
            bound = [(_end(at), found) for at, found in self._bindings(name.id, self.tree) if at in self.tree.body]
        last = max((end for end, _ in bound), default=None)
        return [expression for end, found in bound if end == last for expression in found]

    def _bindings(self, name: str, scope: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, list[ast.expr]]]:
        """Yield where a name is bound, with what it may then be; a loop binds where its rows stand."""
        for node in ast.walk(scope):
            match node:
                case ast.Assign(targets=[target], value=value) | ast.NamedExpr(target=target, value=value):
                    rows, at = [value], node
                case ast.AnnAssign(target=target, value=ast.expr() as value):
                    rows, at = [value], node
                case ast.For(target=target, iter=ast.Tuple(elts=rows) as at):
                    pass
                case ast.For(target=target, iter=ast.Call(func=function) as at):
                    rows = self._yielded_by(_name_of(function))
                case _:
                    continue
            if found := [bound for row in rows for bound in _bound(name, target, row)]:
                yield at, found

    def _yielded_by(self, name: str) -> list[ast.expr]:
        inside = ast.walk(self.functions[name]) if name in self.functions else ()
        return [value for node in inside for value in _yielded(node)]

    def ids_of(self, node: ast.expr) -> list[ast.Constant]:
        """Return the ids that an expression may be."""
        if isinstance(node, ast.Constant):
            return [node] if isinstance(node.value, str) and MESSAGE_ID.fullmatch(node.value) else []
        if isinstance(node, ast.IfExp):
            return self.ids_of(node.body) + self.ids_of(node.orelse)
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            tables = [bound for bound in self.bindings_of(node.value) if isinstance(bound, ast.Dict)]
            return [found for table in tables for value in table.values for found in self.ids_of(value)]
        if isinstance(node, ast.Name):
            bound = self.bindings_of(node) or self.arguments_for(node)
            return [found for expression in bound for found in self.ids_of(expression)]
        return []

    def arguments_for(self, name: ast.Name) -> list[ast.expr]:
        """Return what the calls of a module hand in for a parameter of one of its own functions."""
        function = self.scope_of(name)
        if not isinstance(function, ast.FunctionDef) or function.args.kwarg:
            return []
        names = [argument.arg for argument in function.args.args if argument.arg != "self"]
        calls = (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))
        called = [call for call in calls if _name_of(call.func) == function.name]
        spot = names.index(name.id) if name.id in names else len(names)
        return [call.args[spot] for call in called if spot < len(call.args)]

    def keys_of(self, node: ast.expr) -> tuple[Keys, ...] | None:
        """Return the sets of keys that a dictionary may have."""
        match node:
            case ast.Dict():
                entries = zip(node.keys, node.values, strict=True)
                return _join([self.keys_of(value) if key is None else _key(key) for key, value in entries])
            case ast.BinOp(op=ast.BitOr()):
                return _join([self.keys_of(node.left), self.keys_of(node.right)])
            case ast.IfExp():
                return _choose([self.keys_of(node.body), self.keys_of(node.orelse)])
            case ast.Name():
                return _choose([self.keys_of(bound) for bound in self.bindings_of(node)])
            case ast.Call():
                return self.keys_given_by(node)
        return None

    def keys_given_by(self, call: ast.Call) -> tuple[Keys, ...] | None:
        name = _name_of(call.func)
        if name == "dict" and not call.args:
            return self.keywords_of(call)
        if name not in self.functions:
            return None
        returned = [node for node in ast.walk(self.functions[name]) if isinstance(node, ast.Return)]
        return _choose([self.keys_of(node.value) for node in returned if node.value])

    def is_passed_on(self, call: ast.Call) -> bool:
        """Tell whether id and facts of a Finding come out of another function together: they are read there."""
        both = {part.id for part in (call.args[0], *_given_facts(call)) if isinstance(part, ast.Name)}
        loops = (node.target for node in ast.walk(self.scope_of(call)) if isinstance(node, ast.For))
        return len(both) == 2 and any(both <= {name.id for name in _names_in(target)} for target in loops)

    def facts_of(self, call: ast.Call) -> tuple[Keys, ...] | None:
        """Return the facts of a Finding: its third argument, or that named facts."""
        given = _given_facts(call)
        return self.keys_of(given[0]) if given else (frozenset(),)

    def keywords_of(self, call: ast.Call) -> tuple[Keys, ...] | None:
        """Return the names of the keywords of a call, and of those that the function called adds to them."""
        named = frozenset(word.arg for word in call.keywords if word.arg) - NO_FACTS
        is_own = isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "self"
        added = self.added_by(_name_of(call.func)) if is_own else frozenset()
        return _join([(named | added,), *(self.keys_of(word.value) for word in call.keywords if word.arg is None)])

    def added_by(self, name: str) -> Keys:
        """Return the facts that a function of this module puts beside the `**facts` that it takes."""
        function = self.functions.get(name)
        added: set[str] = set()
        for node in ast.walk(function) if function and function.args.kwarg else ():
            if isinstance(node, ast.Dict) and None in node.keys:
                added |= {key.value for key in node.keys if isinstance(key, ast.Constant)}
            if isinstance(node, ast.Call) and any(word.arg is None for word in node.keywords):
                added |= {word.arg for word in node.keywords if word.arg}
        return frozenset(added)


def _name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _given_facts(call: ast.Call) -> list[ast.expr]:
    return [*call.args[2:3], *(word.value for word in call.keywords if word.arg == "facts")]


def _names_in(target: ast.expr) -> Iterator[ast.Name]:
    return (part for part in ast.walk(target) if isinstance(part, ast.Name))


def _key(node: ast.expr) -> tuple[Keys, ...] | None:
    return (frozenset([node.value]),) if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _choose(sets: list[tuple[Keys, ...] | None]) -> tuple[Keys, ...] | None:
    seen = [found for found in sets if found is not None]
    return tuple(keys for found in seen for keys in found) if seen and len(seen) == len(sets) else None


def _join(sets: list[tuple[Keys, ...] | None]) -> tuple[Keys, ...] | None:
    joined: tuple[Keys, ...] = (frozenset(),)
    for found in sets:
        if found is None:
            return None
        joined = tuple(keys | more for keys in joined for more in found)
    return joined


def _start(node: ast.expr | ast.stmt) -> tuple[int, int]:
    return node.lineno, node.col_offset


def _end(node: ast.expr | ast.stmt) -> tuple[int, int]:
    return node.end_lineno or 0, node.end_col_offset or 0


def _bound(name: str, target: ast.expr, value: ast.expr) -> Iterator[ast.expr]:
    if isinstance(target, ast.Name) and target.id == name:
        yield value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for inner, part in zip(target.elts, value.elts, strict=False):
            yield from _bound(name, inner, part)


def _yielded(node: ast.AST) -> list[ast.expr]:
    match node:
        case ast.Yield(value=ast.expr() as value) | ast.YieldFrom(value=ast.GeneratorExp(elt=value)):
            return [value]
    return []


def find_sites(file: Path) -> Iterator[Site]:
    """Yield each id of a source file with its facts; what only compares ids says nothing to the user."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    module = Module(tree)
    seen: set[ast.AST] = set()
    for node in ast.walk(tree):
        for ids, facts in _read(module, node):
            seen.update(ids)
            yield from (Site(file, node.lineno, found.value, facts) for found in ids)
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and module.ids_of(node)
            and node not in seen
            and not _is_compared(module, node)
        ):
            yield Site(file, node.lineno, node.value, None)


def _read(module: Module, node: ast.AST) -> Iterator[tuple[list[ast.Constant], tuple[Keys, ...] | None]]:
    match node:
        case ast.Call(func=function, args=[first, *_]) if SPEAKS.search(_name_of(function)):
            is_plain = _name_of(function) == "Finding"
            if not module.is_passed_on(node):
                yield module.ids_of(first), module.facts_of(node) if is_plain else module.keywords_of(node)
        case ast.Yield(value=ast.Tuple(elts=[first, *rest])):
            written = [part for part in rest if isinstance(part, ast.Dict | ast.BinOp | ast.Name)]
            found = [keys for part in written if (keys := module.keys_of(part)) is not None]
            yield from [(module.ids_of(first), found[0])] if found else []


def _is_compared(module: Module, node: ast.AST) -> bool:
    """Tell whether an id, or the constant that holds it, is only ever compared."""
    while isinstance(node, ast.Constant | ast.Tuple | ast.Set):
        node = module.parents[node]
    if isinstance(node, ast.Assign) and isinstance(name := node.targets[0], ast.Name) and node in module.tree.body:
        names = (found for found in ast.walk(module.tree) if isinstance(found, ast.Name) and found.id == name.id)
        return all(isinstance(module.parents[found], ast.Compare) for found in names if found is not name)
    return isinstance(node, ast.Compare)
