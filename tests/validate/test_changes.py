"""Drafts that are written back as data: nothing of a real one is lost on the way."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from ttdn_draft.model import PartialDate
from ttdn_draft.read import read_source
from ttdn_draft.validate.changes import validate_changes, write_back
from ttdn_draft.validate.documents import validate
from ttdn_draft.validate.draft import build_draft

ROOT = Path(__file__).parents[2]
SAMPLES = [*ROOT.glob("templates/*/*/sample.md"), *ROOT.glob("examples/**/*.md")]


def without_paths(value: Any) -> Any:
    """Return a value without the places where its parts were written."""
    if is_dataclass(value):
        return type(value), {f.name: without_paths(getattr(value, f.name)) for f in fields(value) if f.name != "path"}
    if isinstance(value, dict):
        return {key: without_paths(thing) for key, thing in value.items()}
    return [without_paths(item) for item in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_real_draft_that_is_written_back_and_built_anew_is_the_same(sample: Path) -> None:
    source = read_source(sample)
    draft, _ = validate(source)
    assert draft is not None
    draft = replace(draft, standard=draft.standard or "dang")  # which the pack says
    again, _ = build_draft(write_back(draft, source))
    assert without_paths(again) == without_paths(draft)
    assert validate_changes(replace(draft, subject="x"), draft, source) == ()


@pytest.mark.parametrize("known", [PartialDate(2027), PartialDate(2027, 6)], ids=str)
def test_half_known_date_is_written_back_and_wants_a_draft(known: PartialDate) -> None:
    source = read_source(SAMPLES[0])
    draft, _ = validate(source)
    assert draft is not None
    changed = replace(draft, issue_date=known, draft_number=1)
    again, found = build_draft(write_back(changed, source))
    assert (again.issue_date, found) == (known, ())
    told = validate_changes(draft, replace(changed, draft_number=None), source)
    assert [finding.id for finding in told] == ["E215"]
