"""Promises that hold the house together: messages, catalogues, generated pages, budgets, text in NFC."""

import ast
import inspect
import re
import subprocess
import sys
import typing
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from unicodedata import is_normalized

import click
import pytest

from ttdn_draft import api
from ttdn_draft.api import Manuscript
from ttdn_draft.kit.testing import check_pack
from ttdn_draft.knowledge.standards.profiles import DEFAULT_PROFILE, load_profile
from ttdn_draft.messages.catalogue import MESSAGES
from ttdn_draft.pipeline import check_file
from ttdn_draft.plugins import hookspecs
from ttdn_draft.validate.draft import LEVELS
from ttdn_draft.validate.schema import load_schema

REPOSITORY = Path(__file__).parents[2]
SOURCES = sorted((REPOSITORY / "src").rglob("*.py"))
MESSAGE_ID = re.compile(r"[\"']([EWN]\d{3})[\"']")


def ids_used(files: list[Path]) -> set[str]:
    return {name for file in files for name in MESSAGE_ID.findall(file.read_text(encoding="utf-8"))}


def test_levels_of_numbering_are_the_same_in_code_schema_and_profile() -> None:
    allowed = load_schema("input")["properties"]["danh_so"]["items"]["enum"]
    assert tuple(load_profile(DEFAULT_PROFILE).levels) == LEVELS
    assert set(LEVELS) == {level for level in allowed if isinstance(level, str)}


def test_every_message_is_raised_and_every_raised_id_has_a_message() -> None:
    code = [file for file in SOURCES if file.parent.name != "messages"]
    assert ids_used(code) == set(MESSAGES)


def test_every_message_has_a_test() -> None:
    tests = [file for file in (REPOSITORY / "tests").rglob("test_*.py") if file != Path(__file__)]
    found = {name for file in tests for name in re.findall(r"\b[EWN]\d{3}\b", file.read_text(encoding="utf-8"))}
    assert set(MESSAGES) - found == set()


def test_every_message_says_what_is_wrong_and_what_to_do() -> None:
    for name, message in MESSAGES.items():
        assert message.what and message.do, name


GENERATORS = (
    "build_catalogues.py",
    "build_reference.py",
    "build_profile_schema.py",
    "build_calendar_snapshot.py",
    "build_national.py",
    "build_pictures.py",
)


@pytest.mark.parametrize("script", GENERATORS)
def test_generated_files_are_up_to_date(script: str) -> None:
    command = [sys.executable, f"scripts/{script}", "--check"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_document_is_built_in_one_call_that_gives_each_field() -> None:
    # mypy takes a field that is declared with its key for one with a default: it sees a wrong name, and no missing one
    calls = [
        {word.arg for word in node.keywords}
        for file in SOURCES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Document"
    ]
    assert calls == [{field.name for field in fields(api.Document)}]


def test_functions_and_files_stay_within_their_budgets() -> None:
    for file in SOURCES:
        text = file.read_text(encoding="utf-8")
        assert text.count("\n") <= 400, file
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 60, f"{file}:{node.lineno}"


def test_all_text_files_are_in_composed_unicode() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True).stdout
    names = listed.decode().split("\0")
    assert "README.vi.md" in names
    for name in names:
        file = REPOSITORY / name
        if file.suffix in {".py", ".md", ".yaml", ".json", ".po", ".toml", ".txt", ".csv"} and file.is_file():
            assert is_normalized("NFC", file.read_text(encoding="utf-8")), name


PAGES = [*REPOSITORY.glob("README*.md"), *sorted((REPOSITORY / "docs").rglob("*.md"))]
DOCUMENT = re.compile(r"^```(?:markdown|md)(?: title=\"[^\"]*\")?\n(---\n.*?)^```", re.M | re.S)
WRONG_ON_PURPOSE = "check-the-words.md"  # whose document is mended by its reader, as test_followed_pages does
DOCUMENTS = {
    page.relative_to(REPOSITORY).as_posix(): examples
    for page in PAGES
    if page.name != WRONG_ON_PURPOSE and (examples := DOCUMENT.findall(page.read_text(encoding="utf-8")))
}


def test_readmes_and_reference_show_complete_documents() -> None:
    assert {"README.md", "README.vi.md", "docs/reference/input.md", "docs/reference/tables.md"} <= set(DOCUMENTS)


@pytest.mark.parametrize("page", DOCUMENTS)
def test_every_complete_example_of_the_docs_passes_the_check(page: str, tmp_path: Path) -> None:
    for number, example in enumerate(DOCUMENTS[page]):
        path = tmp_path / f"{number}.md"
        path.write_text(example, encoding="utf-8")
        assert [f for f in check_file(path).findings if f.severity == "error"] == []


def test_readme_of_each_language_points_to_the_other() -> None:
    first = (REPOSITORY / "README.md").read_text(encoding="utf-8").split("\n")[0]
    assert "README.vi.md" in first
    assert "README.md" in (REPOSITORY / "README.vi.md").read_text(encoding="utf-8")


HOOKS = {name: hook for name, hook in vars(hookspecs).items() if hasattr(hook, f"{hookspecs.GROUP}_spec")}


def test_hooks_are_few_and_each_says_when_it_is_called_and_what_it_returns() -> None:
    assert 1 <= len(HOOKS) <= 8
    for name, hook in HOOKS.items():
        assert name.startswith("ttdn_")
        assert hook.__annotations__["return"]
        assert {"Return", "Called"} <= set(re.findall(r"\w+", hook.__doc__ or "")), name


@pytest.mark.parametrize("page", ["docs/reference/hooks.md", "docs/how-to/write-a-plugin.md"])
def test_every_hook_is_documented_with_its_exact_signature(page: str) -> None:
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    for name, hook in HOOKS.items():
        signature = f"{name}({', '.join(inspect.signature(hook).parameters)})"
        assert f"`{signature}`" in text, signature


def test_every_hook_has_an_example_in_the_docs_and_a_test_that_runs_it() -> None:
    tests = "".join(file.read_text(encoding="utf-8") for file in (REPOSITORY / "tests").rglob("test_*.py"))
    page = (REPOSITORY / "docs" / "reference" / "hooks.md").read_text(encoding="utf-8")
    for name in HOOKS:
        assert (REPOSITORY / "docs" / "hooks" / f"{name}.py").read_text(encoding="utf-8").rstrip() in page, name
        bodies = re.findall(rf"^def test_hook_{name}_.*?(?=^(?:def|class|@)|\Z)", tests, re.M | re.S)
        assert any(f'use("{name}")' in body for body in bodies), name


def classes_in(hint: object) -> Iterator[type]:
    """Yield the classes of ours that a type hint speaks of."""
    if isinstance(hint, type) and hint.__module__.startswith("ttdn_draft"):
        yield hint
    for part in typing.get_args(hint):
        yield from classes_in(part)


def test_hooks_take_and_give_only_what_the_public_module_offers() -> None:
    named = {"click": click, "Manuscript": Manuscript, "Profile": api.Profile}  # which a hook does not load
    given = [hint for hook in HOOKS.values() for hint in typing.get_type_hints(hook, localns=named).values()]
    classes = {cls for hint in given for cls in classes_in(hint)}
    assert {"Draft", "Document", "Profile", "Remark"} <= {cls.__name__ for cls in classes}
    assert all(getattr(api, cls.__name__) is cls for cls in classes)
    assert all(hasattr(api, name) for name in api.__all__)


def test_example_of_a_pack_in_the_docs_is_sound(tmp_path: Path) -> None:
    text = (REPOSITORY / "docs" / "how-to" / "write-a-pack.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```yaml\n(id: .*?)^```", text, re.M | re.S)
    assert len(examples) == 1
    (tmp_path / "pack.yaml").write_text(examples[0], encoding="utf-8")
    [citations] = re.findall(r"^```yaml\n(van_ban:\n.*?)^```", text, re.M | re.S)
    (tmp_path / "citations.yaml").write_text(citations, encoding="utf-8")
    assert check_pack(tmp_path) == ()


def test_profile_of_the_how_to_page_is_the_one_that_the_tests_use() -> None:
    text = (REPOSITORY / "docs" / "how-to" / "write-a-plugin.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(id: .*?)^```", text, re.M | re.S)
    tested = (REPOSITORY / "docs" / "hooks" / "dang-thong-bao" / "profile.yaml").read_text(encoding="utf-8")
    assert tested.endswith(example)
