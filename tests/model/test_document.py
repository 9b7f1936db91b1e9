"""A document is built where every field is named, so that a field that is renamed or added cannot be forgotten."""

import ast
from dataclasses import fields
from pathlib import Path

from ttdn_draft.model import Document

ROOT = Path(__file__).parents[2] / "src" / "ttdn_draft"


def list_calls(name: str) -> list[ast.Call]:
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in sorted(ROOT.rglob("*.py"))]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == name]


def test_document_is_built_once_with_each_field_by_its_name_so_that_mypy_sees_them_all() -> None:
    (call,) = list_calls("Document")
    assert call.args == []
    assert [word.arg for word in call.keywords if word.arg is None] == []  # no `**`, which mypy does not see into
    assert {word.arg for word in call.keywords} == {field.name for field in fields(Document)}
