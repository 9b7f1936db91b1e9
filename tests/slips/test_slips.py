"""Slips of staff: each input with one of them gives one message, at its line."""

import json
from pathlib import Path
from typing import Any

import pytest

from ttdn_draft.pipeline import check_text

FOLDER = Path(__file__).parent
BASE = (FOLDER / "base.md").read_text(encoding="utf-8")
SLIPS = json.loads((FOLDER / "slips.json").read_text(encoding="utf-8"))


def tell(slip: dict[str, Any]) -> list[str]:
    assert BASE.count(slip["was"]) == 1
    findings = check_text(BASE.replace(slip["was"], slip["now"]), "md").findings
    return [f"{finding.place.line} {finding.id}" for finding in findings]


def test_text_without_a_slip_is_clean() -> None:
    assert check_text(BASE, "md").findings == ()


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["name"])
def test_slip_is_told_once_at_its_line(slip: dict[str, Any]) -> None:
    assert tell(slip) == slip["found"]
