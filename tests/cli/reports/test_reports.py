"""Reports for machines are valid by their schemas, and say of each finding where it is and what it is."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft7Validator
from lxml import etree

from tests.check.rules.sample import build_text
from ttdn_draft.cli import run

SCHEMAS = Path(__file__).parents[4] / "shared" / "test-schemas"
needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="needs ../shared/test-schemas")
WRONG = {"trich_yeu": "Công tác của của tỉnh, 100% năm 2026"}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "văn bản, tháng 3"
    folder.mkdir()
    texts = {"sai.md": build_text(WRONG, "nha-nuoc"), "đúng.md": build_text("Tổ chức tuyên truyền.", "nha-nuoc")}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "hỏng.md").write_text("---\nloai: [\n", encoding="utf-8")
    return sorted(folder.iterdir())


def report(files: list[Path], form: str, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    run(["check", *map(str, files), "--output", form, *options], {})
    return capsys.readouterr().out


def found_in(files: list[Path], capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [f for file in json.loads(report(files, "json", capsys))["files"] for f in file["findings"]]


@needs_schemas
def test_sarif_is_valid(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    told = json.loads(report(files, "sarif", capsys))
    assert [error.message for error in Draft7Validator(schema).iter_errors(told)] == []


def test_sarif_has_every_finding_with_its_place(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    [ran] = json.loads(report(files, "sarif", capsys))["runs"]
    found = found_in(files, capsys)
    assert [(r["ruleId"], r["level"]) for r in ran["results"]] == [(f["id"], f["severity"]) for f in found]
    regions = [r["locations"][0]["physicalLocation"].get("region", {}) for r in ran["results"]]
    assert [region.get("startLine", 0) for region in regions] == [f["line"] for f in found]
    assert all(r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].isascii() for r in ran["results"])
    [fixed] = [r for r in ran["results"] if "fixes" in r]
    [change] = fixed["fixes"][0]["artifactChanges"][0]["replacements"]
    assert change["insertedContent"]["text"] == "của"


def test_fingerprint_stays_where_lines_move(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    [before] = json.loads(report(files[-1:], "sarif", capsys))["runs"]
    files[-1].write_text(files[-1].read_text(encoding="utf-8").replace("---\n", "---\n# ghi chú\n", 1), "utf-8")
    [after] = json.loads(report(files[-1:], "sarif", capsys))["runs"]
    assert [r["partialFingerprints"] for r in before["results"]] == [r["partialFingerprints"] for r in after["results"]]


@needs_schemas
def test_junit_is_valid(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "JUnit.xsd"))
    schema.assertValid(etree.fromstring(report(files, "junit", capsys).encode("utf-8")))


def test_junit_fails_where_a_file_has_errors(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    root = ElementTree.fromstring(report(files, "junit", capsys))  # noqa: S314 - our own report
    errors = [f for f in found_in(files, capsys) if f["severity"] == "error"]
    assert errors
    assert [case.get("type") for case in root.iter("failure")] == [f["id"] for f in errors]
    assert sum(int(suite.attrib["failures"]) for suite in root) == len(errors)
    assert len(root) == len(files)


def test_github_has_one_line_for_each_finding(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    lines = report(files, "github", capsys).splitlines()
    found = found_in(files, capsys)
    assert [line.split("title=")[1].split("::")[0] for line in lines] == [f["id"] for f in found]
    assert all("," not in line.split("file=")[1].split(",line")[0] for line in lines)
    assert not any("\n" in line for line in lines)


def test_text_marks_the_wrong_words(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    lines = report(files, "text", capsys).splitlines()
    [at] = [number for number, line in enumerate(lines) if "^" in line]
    start = lines[at].index("^")
    assert lines[at - 1][start : start + lines[at].count("^")] == "của của"
