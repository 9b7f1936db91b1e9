"""The hooks that the repository offers and the workflow of the docs do in a repository of documents what they say.

pre-commit fetches what it installs, so here it is followed by hand: the files of a commit go to the entry of each hook.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import BODY, HEAD
from tests.pack_folders import PACK, write_pack

REPOSITORY = Path(__file__).parents[2]
TEMPLATE = REPOSITORY / "templates" / "dang-hd05-2026" / "huong-dan" / "template.docx"
PAGE = REPOSITORY / "docs" / "how-to" / "run-in-ci.md"
ENDINGS = {"markdown": (".md",), "yaml": (".yaml", ".yml"), "json": (".json",)}
HOOKS = {hook["id"]: hook for hook in YAML(typ="safe").load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))}
TOML = 'packs = ["src"]\ndrafts = ["van-ban/*.md"]\ntemplates = ["mau"]\n'
needs_git = pytest.mark.skipif(not (shutil.which("git") and shutil.which("bash")), reason="needs git and bash")
pytestmark = needs_git


class User:
    """Somebody who works in a repository of documents, with the program on the PATH and without a network."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        programs.mkdir()
        program = programs / "ttdn-draft"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ttdn_draft "$@"\n')
        program.chmod(0o755)
        places = os.pathsep.join([str(programs), os.environ["PATH"]])
        paths = os.pathsep.join([str(REPOSITORY / "src"), os.environ.get("PYTHONPATH", "")])
        self.environ = {**os.environ, "PATH": places, "PYTHONPATH": paths, "TTDN_DRAFT_NO_PLUGINS": "1"}
        self.run("git init -q -b main && git add -A")

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", command], cwd=self.folder, env=self.environ, capture_output=True, encoding="utf-8"
        )

    def commit(self, hook: dict[str, Any]) -> int | None:
        """Return the exit code of a hook for the staged files, nothing where none of them is its own."""
        staged = self.run("git add -A && git -c core.quotepath=off ls-files").stdout.splitlines()
        endings = tuple(ending for kind in hook.get("types_or", ()) for ending in ENDINGS[kind])
        own = [file for file in staged if re.search(hook["files"], file) and file.endswith(endings or "")]
        if not own:
            return None
        names = own if hook.get("pass_filenames", True) else []
        words = [*shlex.split(hook["entry"]), *hook.get("args", ()), *names]
        return self.run(shlex.join(words)).returncode


@pytest.fixture
def user(tmp_path: Path) -> User:
    folder = tmp_path / "kho văn bản"
    for name in ("van-ban", "mau"):
        (folder / name).mkdir(parents=True)
    (folder / "van-ban" / "hướng dẫn.md").write_text(HEAD + BODY, encoding="utf-8")
    shutil.copy(TEMPLATE, folder / "mau" / "mẫu.docx")
    write_pack(folder / "src" / "mau")
    (folder / "ttdn.toml").write_text(TOML, encoding="utf-8")
    return User(folder, tmp_path / "bin")


def break_draft(folder: Path) -> None:
    (folder / "van-ban" / "hướng dẫn.md").write_text(HEAD.replace("so: 14", "so: x") + BODY, encoding="utf-8")


def break_template(folder: Path) -> None:
    (folder / "mau" / "mẫu.docx").write_bytes(b"PK")


def break_pack(folder: Path) -> None:
    write_pack(folder / "src" / "mau", PACK + "la: 1\n")


def change_draft(folder: Path) -> None:
    (folder / "van-ban" / "hướng dẫn.md").write_text(HEAD + BODY.replace("Nội", "Mội"), encoding="utf-8")


@pytest.mark.parametrize(
    ("id", "spoil", "code"),
    [
        ("ttdn-draft-check", break_draft, 1),
        ("ttdn-draft-templates-check", break_template, 3),
        ("ttdn-draft-packs-check", break_pack, 3),
        ("ttdn-draft-check-project", break_draft, 1),
        ("ttdn-draft-check-project", break_template, 3),
        ("ttdn-draft-check-project", break_pack, 3),
        ("ttdn-draft-golden", change_draft, 1),
    ],
)
def test_hook_lets_a_sound_commit_pass_and_stops_a_broken_one(user: User, id: str, spoil: Any, code: int) -> None:
    if id == "ttdn-draft-golden":
        assert user.run("ttdn-draft golden --renew").returncode == 0
    assert user.commit(HOOKS[id]) == 0
    spoil(user.folder)
    assert user.commit(HOOKS[id]) == code


def test_each_hook_has_a_case_and_stands_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in HOOKS if f"id: {name}" not in page] == []
    assert set(re.findall(r"- id: (ttdn-draft[\w-]+)", page)) == set(HOOKS)


def test_hook_runs_only_for_its_files(user: User) -> None:
    shutil.rmtree(user.folder / "van-ban")
    shutil.rmtree(user.folder / "src")
    assert user.commit(HOOKS["ttdn-draft-check"]) is None
    assert user.commit(HOOKS["ttdn-draft-packs-check"]) is None


def read_workflow() -> list[str]:
    """Return the commands of the workflow for documents, without the step that installs the program."""
    blocks = re.findall(r"^```yaml\n(name: Documents\n.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    assert len(blocks) == 1
    steps = YAML(typ="safe").load(blocks[0])["jobs"]["documents"]["steps"]
    return [step["run"] for step in steps if "run" in step and "pip install" not in step["run"]]


def test_workflow_of_the_page_passes_for_sound_documents_and_stops_for_a_broken_one(user: User) -> None:
    commands = read_workflow()
    assert len(commands) == 3
    assert user.run("ttdn-draft golden --renew").returncode == 0
    for command in commands:
        done = user.run(f"set -e; {command}")
        assert done.returncode == 0, done.stderr
    assert (user.folder / "word" / "hướng dẫn.docx").is_file()
    break_draft(user.folder)
    done = user.run(commands[0])
    assert done.returncode == 1
    assert "::error file=van-ban/hướng dẫn.md,line=5" in done.stdout


def test_file_of_the_page_about_repositories_is_one_that_the_program_takes(user: User) -> None:
    page = REPOSITORY / "docs" / "how-to" / "keep-a-repository.md"
    (toml,) = re.findall(r"^```toml\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)
    (user.folder / "ttdn.toml").write_text(toml, encoding="utf-8")
    told = user.run("ttdn-draft check . --lang en").stdout
    # the names of the page are those of nobody here; nothing in its form is wrong
    assert set(re.findall(r"ttdn\.toml:\d+ (\w+)", told)) == {"E736", "W737", "W736", "E738"}
