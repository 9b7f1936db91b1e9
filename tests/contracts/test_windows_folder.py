"""The folder for Windows holds what the program needs: its lock names each dependency, its batch files are there."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
WINDOWS = ROOT / "scripts" / "windows"
EXTRAS = ("page", "pdf", "ics")


def name_of(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")


def test_lock_of_the_folder_names_each_dependency_and_those_of_its_extras() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(part for name in EXTRAS for part in project["optional-dependencies"][name])]
    lock = (WINDOWS / "requirements.lock").read_text("utf-8")
    locked = {name_of(line) for line in lock.splitlines() if re.match(r"[A-Za-z0-9]", line)}
    assert {name_of(requirement) for requirement in wanted} <= locked


def test_each_file_that_a_batch_file_calls_is_there() -> None:
    for batch in WINDOWS.rglob("*.bat"):
        for called in re.findall(r"%~dp0([\w\\.-]+\.(?:bat|py))", batch.read_text("utf-8")):
            assert batch.parent.joinpath(*called.split("\\")).is_file(), (batch.name, called)


def test_page_is_what_a_double_click_opens() -> None:
    assert re.search(r"ttdn-draft\.bat\" page ", (WINDOWS / "ttdn-draft.bat").read_text("utf-8"))
    assert "ttdn-draft.bat " in (WINDOWS / "DOC-TRUOC.txt").read_text("utf-8")
