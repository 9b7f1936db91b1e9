"""Fixtures: the Word files of offices that are kept beside the project."""

from pathlib import Path

import pytest

from tests.conftest import SHARED

CORPUS = sorted((SHARED / "corpus" / "word").glob("*.docx"))


@pytest.fixture(params=CORPUS or [None], ids=[path.stem for path in CORPUS] or ["absent"])
def office_file(request: pytest.FixtureRequest) -> Path:
    """Return each Word file of an office."""
    if request.param is None:
        pytest.skip("the Word files of offices lie in ../shared/corpus/word, which is not here")
    return Path(request.param)
