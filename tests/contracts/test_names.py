"""One home for each name: nothing public is defined twice; and no id of a message decides what the program does."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "ttdn_draft"
CATALOGUE = ("messages.py", "messages/")  # where ids are keys
SEVERITY = "errors.py"  # whose letter an id begins with
IN_SCAFFOLD = ("kit/scaffold/", "kit/scaffold_xa/")  # the code of others
MESSAGE_ID = re.compile(r"[EWN]\d{3}")
# groups and commands of click are called what people type; implementations of hooks what the hook is called
OWN_NAMESPACE = {"command", "group", "hookspec", "hookimpl"}


def read_modules() -> dict[str, ast.Module]:
    files = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
    return {
        name: ast.parse(path.read_text(encoding="utf-8"))
        for name, path in files.items()
        if not name.startswith(IN_SCAFFOLD)
    }


def decorator_names(node: ast.FunctionDef | ast.ClassDef) -> Iterator[str]:
    for decorator in node.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        yield called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def public_definitions(module: ast.Module) -> Iterator[str]:
    """Yield the public functions and classes of a module."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            is_typed_by_people = bool(OWN_NAMESPACE & set(decorator_names(node)))
            yield from () if node.name.startswith("_") or is_typed_by_people else [node.name]


def public_constants(module: ast.Module) -> Iterator[str]:
    """Yield the public names that a module assigns."""
    for node in module.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        for target in targets:
            for name in ast.walk(target):
                if isinstance(name, ast.Name) and not name.id.startswith("_"):
                    yield name.id


def imported_names(module: ast.Module) -> set[str]:
    """Return what a module takes from others of the package."""
    found = [node for node in ast.walk(module) if isinstance(node, ast.ImportFrom)]
    return {
        alias.name
        for node in found
        if node.level or (node.module or "").startswith("ttdn_draft")
        for alias in node.names
    }


def find_doubles(modules: Mapping[str, ast.Module]) -> dict[str, list[str]]:
    """Return each name that has more than one home, with its homes."""
    definitions, constants = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for file, module in modules.items():
        for name in public_definitions(module):
            definitions[name].append(file)
        for name in public_constants(module):
            constants[name].append(file)
    shared = set[str]().union(*map(imported_names, modules.values()))
    homes = {name: files + constants.get(name, []) for name, files in definitions.items()}
    homes |= {name: files for name, files in constants.items() if name in shared and name not in homes}
    return {name: files for name, files in homes.items() if len(files) > 1}


def is_message_id(node: ast.AST | None, constants: Mapping[str, ast.expr]) -> bool:
    """Tell whether an expression is an id, some ids, or the name of such a constant."""
    if isinstance(node, ast.Name):
        return node.id in constants and is_message_id(constants[node.id], {})
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return any(is_message_id(item, constants) for item in node.elts)
    if isinstance(node, ast.Call):
        return any(is_message_id(item, constants) for item in node.args)
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(MESSAGE_ID.fullmatch(node.value))


def find_constants(module: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Yield each name that a module assigns, also in its functions, with what it holds."""
    for node in ast.walk(module):
        if isinstance(node, ast.Assign):
            yield from ((name.id, node.value) for name in node.targets if isinstance(name, ast.Name))
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield node.target.id, node.value


def is_taken_apart(node: ast.AST) -> bool:
    """Tell whether letters of an id are looked at: `finding.id[0]`, `finding.id.startswith("E6")`."""
    if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.value, ast.Attribute):
        is_part = isinstance(node, ast.Subscript) or node.attr in {"startswith", "endswith", "removeprefix"}
        return is_part and node.value.attr == "id"
    return False


def find_decisions(module: ast.Module) -> list[int]:
    """Return the lines on which an id is taken apart, compared with that of a message, or looked up by it."""
    constants = dict(find_constants(module))
    lines = set[int]()
    for node in ast.walk(module):
        sides: list[ast.expr | None] = []
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
        elif isinstance(node, ast.MatchValue):
            sides = [node.value]
        elif isinstance(node, ast.Dict):
            sides = [*node.keys]
        elif isinstance(node, ast.Subscript):
            sides = [node.slice]
        if is_taken_apart(node) or any(is_message_id(side, constants) for side in sides):
            lines.add(getattr(node, "lineno", 0))
    return sorted(lines)


def test_each_public_name_has_one_home() -> None:
    assert find_doubles(read_modules()) == {}


def test_no_module_decides_by_the_id_of_a_message() -> None:
    modules = {file: module for file, module in read_modules().items() if not file.startswith((*CATALOGUE, SEVERITY))}
    assert {file: lines for file, module in modules.items() if (lines := find_decisions(module))} == {}


@pytest.mark.parametrize(
    ("first", "second", "user", "doubles"),
    [
        ("def read(): ...", "def read(): ...", "", {"read"}),
        ("class Page: ...", "class Page: ...", "", {"Page"}),
        ("def read(): ...", "read = 1", "", {"read"}),
        ("LIMIT = 1", "LIMIT = 2", "from .a import LIMIT", {"LIMIT"}),
        ("LIMIT: int = 1", "LIMIT, MORE = 1, 2", "from ttdn_draft.a import LIMIT as BOUND", {"LIMIT"}),
        ("LIMIT = 1", "LIMIT = 2", "from elsewhere import LIMIT", set()),
        ("def _read(): ...", "def _read(): ...", "", set()),
        ("@packs.command('list')\ndef list_(): ...", "@command\ndef list_(): ...", "", set()),
        ("@hookspec\ndef ttdn_packs(): ...", "@hookimpl\ndef ttdn_packs(): ...", "", set()),
    ],
)
def test_guard_sees_names_with_two_homes(first: str, second: str, user: str, doubles: set[str]) -> None:
    modules = {file: ast.parse(source) for file, source in (("a.py", first), ("b.py", second), ("c.py", user))}
    assert find_doubles(modules).keys() == doubles


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ('found[0].id == "E601"', True),
        ('"N650" != finding.id', True),
        ('finding.id in ("E622", "E671")', True),
        ('NO_OUTLINE = "E637"\nwrong.id == NO_OUTLINE', True),
        ('KNOWN = frozenset({"E637"})\nwrong.id in KNOWN', True),
        ('found.id.startswith("E6")', True),
        ('found.id[0] == "E"', True),
        ('found.id[:2] in ("E6", "W6")', True),
        ('def f(wrong):\n    known = {"E637"}\n    return wrong.id in known', True),
        ('KNOWN: frozenset[str] = frozenset({"E637"})\nwrong.id in KNOWN', True),
        ('match found.id:\n    case "W113":\n        pass', True),
        ('TEXTS = {"E100": "x"}', True),
        ('texts["E100"]', True),
        ('Finding("E601", place)', False),
        ('id = "E601" if is_missing else "E602"', False),
        ("finding.id == other.id", False),
        ('standard == "E10"', False),
    ],
)
def test_guard_sees_decisions_by_the_id_of_a_message(source: str, is_found: bool) -> None:
    assert bool(find_decisions(ast.parse(source))) is is_found
