"""Each name of the table of words stands in the code, and each class of the model stands in the table."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SOURCE = REPOSITORY / "src" / "ttdn_draft"
PAGE = (REPOSITORY / "docs" / "reference" / "vocabulary.md").read_text(encoding="utf-8")
MODULES = {
    file.relative_to(SOURCE).with_suffix("").as_posix(): ast.parse(file.read_text(encoding="utf-8"))
    for file in sorted(SOURCE.rglob("*.py"))
    if not {"scaffold", "scaffold_xa"} & {*file.parts}
}
IDENTIFIER = re.compile(r"`([A-Za-z_][\w.]*)`(?: \(`([a-z_.]+)`\))?")
PATH = re.compile(r"`([\w./-]+(?:\.py|/))`")


def types_in(tree: ast.Module) -> Iterator[str]:
    """Yield the classes of a module, and the types that it names."""
    for node in tree.body:
        match node:
            case (
                ast.ClassDef(name=name)
                | ast.Assign(targets=[ast.Name(id=name)])
                | ast.AnnAssign(target=ast.Name(id=name))
            ):
                yield name


TYPES = Counter(name for tree in MODULES.values() for name in types_in(tree))


def rows() -> Iterator[tuple[str, str]]:
    """Yield the Vietnamese cell and the cell "In code" of each row of the page."""
    spot = 0
    for line in PAGE.split("\n"):
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if "In code" in cells:
            spot = cells.index("In code")
        elif cells and not set(line) <= set("|- "):
            yield cells[0], cells[spot]


TERMS = {term: module for _, cell in rows() for term, module in IDENTIFIER.findall(cell)}


def names_in(tree: ast.Module) -> Iterator[str]:
    """Yield what a module defines or writes out: classes, functions, fields, parameters, constants, words."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Constant(value=str(name)):
                yield name


NAMES = {name for tree in MODULES.values() for name in names_in(tree)}
FOLDERS = {part for module in MODULES for part in module.split("/")}


@pytest.mark.parametrize("term", TERMS)
def test_each_name_of_the_vocabulary_stands_in_the_code(term: str) -> None:
    assert set(term.split(".")) <= NAMES | FOLDERS
    if term[0].isupper() and not term.isupper() and "." not in term:
        assert TYPES[term] == 1, "one name for one thing"
    if module := TERMS[term]:
        assert term in set(names_in(MODULES[module.replace(".", "/")]))


@pytest.mark.parametrize("module", [module for module in MODULES if module.split("/")[0] == "model"])
def test_each_class_of_the_model_stands_in_the_vocabulary(module: str) -> None:
    defined = {node.name for node in MODULES[module].body if isinstance(node, ast.ClassDef)}
    assert {name for name in defined if not name.startswith("_")} <= {
        part for term in TERMS for part in term.split(".")
    }


def test_files_that_the_vocabulary_names_are_there() -> None:
    named = PATH.findall(PAGE)
    assert named
    assert [name for name in named if not any((root / name).exists() for root in (REPOSITORY, SOURCE))] == []
