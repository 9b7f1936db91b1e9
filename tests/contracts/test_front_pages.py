"""What a visitor and a contributor read first is short and true: READMEs, CONTRIBUTING, SECURITY, names of files."""

import re
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, nodes

from ttdn_draft import errors
from ttdn_draft.cli import run
from ttdn_draft.page.refusals import RefusedError

from .test_contracts import DOCUMENT, GENERATORS

REPOSITORY = Path(__file__).parents[2]
PROGRAM = REPOSITORY / "src" / "ttdn_draft"
READMES = {"README.md": "en", "README.vi.md": "vi"}
FRONT = [*READMES, "CONTRIBUTING.md", "SECURITY.md"]
WRITTEN_BY_HAND = [
    *(page for page in (REPOSITORY / "docs").rglob("*.md") if "do not edit" not in page.read_text(encoding="utf-8")),
    REPOSITORY / "CONTRIBUTING.md",
]
# what `packs new` and a reader of the how-to write, a module of openpyxl, and the one that is not to be
OF_OTHERS = {"tests/test_pack.py", "src/ttdn_quy_tac_mau/__init__.py", "worksheet/_reader.py", "utils.py"}
LANGUAGE = REPOSITORY / "docs" / ".theme" / "partials" / "language.html"


def read(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def rows_below(page: str, heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading, without the two rows of its head."""
    section = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in re.findall(r"^\|.*\|$", section, re.M)][2:]


@pytest.mark.parametrize("name", READMES)
def test_readme_is_short_and_begins_with_a_command(name: str) -> None:
    lines = read(name).splitlines()
    assert len(lines) <= 120
    assert any(line.startswith(("    make ", "    ttdn-draft ")) for line in lines[:15])
    assert {"make demo", "make test"} <= set(re.findall(r"make \w+", read(name)))


@pytest.mark.parametrize("name", FRONT)
def test_links_of_front_pages_lead_to_files(name: str) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", read(name))
    assert targets
    assert [target for target in targets if "://" in target or not (REPOSITORY / target).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_readme_shows_pages_of_a_party_and_a_state_document(name: str) -> None:
    shown = re.findall(r"!\[[^\]]+\]\((docs/assets/[^/)]+)\)", read(name))
    drawn = [line.split()[1:] for line in read("docs/assets/pictures.txt").splitlines()[1:]]
    assert shown == [f"docs/assets/{picture}" for picture, _ in drawn]
    standards = [re.findall(r"^the_thuc: (\S+)$", read(source), re.M) for _, source in drawn]
    assert standards == [["dang"], ["nha-nuoc"]]


@pytest.mark.parametrize("name", READMES)
def test_finding_in_readme_is_what_its_example_gives(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = DOCUMENT.findall(read(name))
    monkeypatch.chdir(tmp_path)
    Path("huong-dan.md").write_text(example.replace("05/6/2026", "31/6/2026"), encoding="utf-8")
    assert run(["check", "huong-dan.md"], {"TTDN_DRAFT_LANG": READMES[name]}) == 1
    finding = capsys.readouterr().out.splitlines()[0]
    assert "E210" in finding
    assert f"    {finding}\n" in read(name)


def test_contributing_names_every_room_and_no_other() -> None:
    named = [row[0].strip("`") for row in rows_below(read("CONTRIBUTING.md"), "Rooms")]
    assert {room.parent.name for room in PROGRAM.glob("*/__init__.py")} <= set(named)
    assert [name for name in named if not (PROGRAM / name).is_dir() and not (PROGRAM / f"{name}.py").is_file()] == []
    assert len(named) == len(set(named))


def test_contributing_names_every_folder_of_the_repository() -> None:
    named = {row[0].strip("`/").split("/")[0] for row in rows_below(read("CONTRIBUTING.md"), "Where things lie")}
    tracked = {"src", "templates", "schemas", "plugins", "examples", "docs", "tests", "scripts", "benchmarks"}
    assert named == tracked == {name for name in tracked if (REPOSITORY / name).is_dir()}


def test_exit_codes_in_contributing_are_those_of_the_errors() -> None:
    table = {
        code: set(re.findall(r"`(\w+Error)`", cls))
        for code, _, cls in rows_below(read("CONTRIBUTING.md"), "Exit codes")
    }
    classes: dict[str, set[str]] = {"0": set()}
    for cls in errors.TtdnError.__subclasses__():
        classes.setdefault(str(cls.exit_code), set()).add(cls.__name__)
    assert RefusedError.__name__ in classes[str(RefusedError.exit_code)]
    assert table == classes


def test_every_list_of_exit_codes_says_what_is_broken_at_3() -> None:
    vietnamese = rows_below(read("docs/vi/how-to/install.md"), "Khi chạy tự động")
    assert [row[0] for row in vietnamese] == ["0", "1", "2", "3"]
    assert vietnamese[3][1] == "mẫu, hồ sơ thể thức, gói nội dung hoặc bản cài đặt hỏng"
    english = "a template, a profile, a pack or the installation is broken"
    for name in ("README.md", "CONTRIBUTING.md", "docs/how-to/run-in-ci.md"):
        assert english in " ".join(read(name).split()), name


def test_scripts_that_can_check_are_checked_and_named() -> None:
    scripts = {file.name for file in (REPOSITORY / "scripts").glob("*.py") if '"--check"' in file.read_text("utf-8")}
    assert scripts == set(GENERATORS)
    for page in ("CONTRIBUTING.md", ".pre-commit-config.yaml"):
        assert [name for name in scripts if f"scripts/{name}" not in read(page)] == [], page


@pytest.mark.parametrize("page", WRITTEN_BY_HAND, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_python_files_that_a_page_names_are_there(page: Path) -> None:
    modules = {file.name for folder in ("src", "scripts") for file in (REPOSITORY / folder).rglob("*.py")}
    for name in set(re.findall(r"`([\w/]+\.py)`", page.read_text(encoding="utf-8"))) - OF_OTHERS:
        found = any((folder / name).is_file() for folder in (REPOSITORY, PROGRAM)) if "/" in name else name in modules
        assert found, name


def test_theme_asks_for_no_method_of_python() -> None:
    """MiniJinja, with which Zensical builds the site, has none."""
    tree = Environment(autoescape=True).parse(LANGUAGE.read_text(encoding="utf-8"))
    imported = {node.target for node in tree.find_all(nodes.Import)}
    called = [call.node for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Getattr)]
    assert {call.node.name for call in called if isinstance(call.node, nodes.Name)} == imported
    assert len(called) == len([call for call in called if isinstance(call.node, nodes.Name)])


@pytest.mark.parametrize(
    ("page", "word"),
    [
        ({"url": "vi/index.html"}, "Tìm"),
        ({"url": "index.html"}, "Search"),
        ({"url": "how-to/vi/"}, "Search"),
        (None, "Search"),
        ({}, "Search"),
    ],
)
def test_theme_speaks_the_language_of_the_page(page: dict[str, str] | None, word: str) -> None:
    words = {
        f"partials/languages/{language}.html": f"{{% macro t(key) %}}{text}{{% endmacro %}}"
        for language, text in (("vi", "Tìm"), ("en", "Search"))
    }
    theme = Environment(
        loader=DictLoader({**words, "language.html": LANGUAGE.read_text(encoding="utf-8")}), autoescape=True
    )
    shown = theme.from_string('{% import "language.html" as lang with context %}{{ lang.t("search") }}')
    assert shown.render(page=page) == word
