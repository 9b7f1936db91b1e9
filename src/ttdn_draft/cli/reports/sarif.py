"""A report as tools for code exchange it: findings go in, SARIF 2.1.0 comes out."""

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ... import __version__
from ...errors import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
PROGRAM_PAGE = "https://pypi.org/project/ttdn-draft/"


def as_sarif(results: Iterable[tuple[str, tuple[Finding, ...]]], language: str) -> str:
    """Return the findings as one run of SARIF; columns count letters, and paths are as they were given."""
    found = [finding for _, findings in results for finding in findings]
    rules = {finding.id: finding for finding in found}
    driver = {
        "name": "ttdn-draft",
        "version": __version__,
        "informationUri": PROGRAM_PAGE,
        "language": language,
        "rules": [{"id": name} for name in rules],
    }
    numbers = {name: number for number, name in enumerate(rules)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, numbers[finding.id], language) for finding in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(finding: Finding, number: int, language: str) -> dict[str, Any]:
    told = finding.sentence(language)
    result: dict[str, Any] = {
        "ruleId": finding.id,
        "ruleIndex": number,
        "level": finding.severity,
        "message": {"text": told},
        "partialFingerprints": {"place/v1": _fingerprint(finding, told)},
    }
    if finding.place.file:
        result["locations"] = [{"physicalLocation": _location(finding)}]
        if finding.fix and finding.place.line:
            result["fixes"] = [_fix(finding, finding.fix.new)]
    return result


def _fingerprint(finding: Finding, told: str) -> str:
    """Return what stays the same when lines move: the file, the key, the id and the sentence."""
    return sha256("\0".join((finding.place.file, finding.place.path, finding.id, told)).encode()).hexdigest()


def _location(finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(Path(finding.place.file).as_posix())}}
    if finding.place.line:
        location["region"] = _region(finding)
    return location


def _region(finding: Finding) -> dict[str, int]:
    region = {"startLine": finding.place.line}
    if finding.place.column:
        region["startColumn"] = finding.place.column
        if finding.words:
            region["endColumn"] = finding.place.column + len(finding.words)
    return region


def _fix(finding: Finding, new: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(finding), "insertedContent": {"text": new}}
    change = {"artifactLocation": _location(finding)["artifactLocation"], "replacements": [replacement]}
    return {"artifactChanges": [change]}
