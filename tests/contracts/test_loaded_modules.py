"""What a command loads: the parts of the program and the libraries that it needs, by their names, and no others.

To load one that is not needed costs each who types the command; a merge that brings one back is seen here.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
RUN = """import sys
from ttdn_draft.__main__ import start
try:
    start()
except SystemExit as end:
    assert not end.code, end.code
finally:
    sys.stderr.write("\\n" + " ".join(sys.modules))"""
GROUND = {
    *("__main__", "circles", "cli", "errors", "installed", "kept", "messages", "nearness", "patterns", "records"),
    *("shell", "stopping", "user_folders"),
}
"""What every command loads."""
FACTS = {"knowledge", "model", "resources", "yaml_places"}
PACKS = FACTS | {"links", "packs", "plugins", "project", "reuse", "text_files"}
PARTS = ("brackets", "events", "indents", "lines", "nodes", "scalars", "slips")
YAML = {f"yaml_{part}" for part in PARTS}
SETTLING = PACKS | YAML | {"characters", "check", "enrich", "mentions", "pipeline", "read", "validate", "word_inputs"}
WRITING = {"archives", "batches", "grammar", "kit", "output", "render", "temporary", "whole_files", "word", "workers"}
WATCHED = {
    *("babel", "docx", "docxtpl", "h11", "icalendar", "jinja2", "jsonschema", "lxml", "markdown_it", "openpyxl"),
    *("platformdirs", "pluggy", "pypdfium2", "rapidfuzz", "rich", "starlette", "uvicorn", "yaml"),
    *(
        "asyncio",
        "calendar",
        "concurrent",
        "configparser",
        "csv",
        "ctypes",
        "difflib",
        "email",
        "html",
        "http",
        "importlib.metadata",
    ),
    *("importlib.resources", "logging", "multiprocessing", "random", "socket", "ssl", "subprocess", "tempfile"),
    *("tomllib", "urllib.request", "xml", "zipfile"),
}
"""Libraries, those of Python too, that take a millisecond and more to load."""
READING = {"csv", "yaml"}
DRAFT = "nhap.md"
NEW = ("new", "ke-hoach", "--the-thuc", "nha-nuoc", "--tinh", "cao-bang", "--nam", "2027")
COMMANDS: dict[tuple[str, ...], tuple[set[str], set[str]]] = {
    ("--help",): (set(), set()),
    ("templates", "list"): (FACTS | {"plugins"}, set()),
    ("packs", "list"): (PACKS, {"csv", "pluggy"}),
    ("calendar", "--nam", "2027"): (PACKS | {"validate", "year_page"}, {"calendar", "csv", "pluggy"}),
    ("check", DRAFT): (SETTLING | {"kit", "word_check"}, READING),
    ("render", DRAFT, "--force"): (SETTLING | WRITING, READING | {"jinja2", "lxml", "random", "tempfile", "zipfile"}),
    (*NEW, "--thu"): (
        SETTLING | {"api", "asking", "compose", "composing", "escaping", "grammar"},
        READING | {"jinja2", "pluggy", "random", "tempfile"},
    ),
}
"""By command the parts of the program beside the ground, and the libraries."""
LISTS = {"api.documents", "knowledge.citations", "knowledge.days", "knowledge.overlay", "messages.catalogue"}
SELDOM = {"check.layout", "check.look", "read.inline_parser", "read.word.word_source"}
UNWANTED = {
    "--help": LISTS,
    "templates": LISTS,
    "packs": LISTS,
    "calendar": {"api.documents", "messages.catalogue"},
    "check": SELDOM | {"knowledge.days.contradictions", "messages.catalogue"},
    "render": SELDOM,
    "new": SELDOM,
}
"""Parts of rooms that a command does without; of the draft something is told when it is printed."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("thư mục")
    sample = REPOSITORY / "templates/nha-nuoc-nd30-2020/ke-hoach/sample.md"
    (found / DRAFT).write_bytes(sample.read_bytes())
    return found


def list_loaded(folder: Path, arguments: tuple[str, ...], **environment: str) -> set[str]:
    """Return what a command loads that has been run in a folder before."""
    named = {**os.environ, "TTDN_DRAFT_NO_CACHE": "", "XDG_CACHE_HOME": str(folder / "kho"), **environment}
    for _ in range(2):
        command = [sys.executable, "-c", RUN, *arguments]
        done = subprocess.run(command, cwd=folder, env=named, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("\n")[2].split())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the folders of the user are asked of platformdirs")
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_command_loads_what_it_needs_and_nothing_else(arguments: tuple[str, ...], folder: Path) -> None:
    loaded = list_loaded(folder, arguments, TTDN_DRAFT_NO_PLUGINS="1")
    rooms, libraries = COMMANDS[arguments]
    assert {name.split(".")[1] for name in loaded if name.startswith("ttdn_draft.")} - GROUND == rooms
    assert loaded & WATCHED == libraries
    parts = {name.removeprefix("ttdn_draft.") for name in loaded}
    assert not parts & UNWANTED[arguments[0]]


def test_plugins_are_found_without_what_reads_metadata(folder: Path) -> None:
    site = folder / "site"
    metadata = site / "ttdn_mau-1.0.dist-info"
    metadata.mkdir(parents=True)
    (site / "ttdn_mau.py").write_text("TEXT = 'Mẫu'\n", encoding="utf-8")
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: ttdn-mau\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text("[ttdn_draft]\nmau = ttdn_mau\n", encoding="utf-8")
    path = os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")])
    loaded = list_loaded(folder, ("packs", "list"), PYTHONPATH=path, TTDN_DRAFT_NO_PLUGINS="")
    assert "ttdn_mau" in loaded
    assert not loaded & {"importlib.metadata", "email", "zipfile"}
