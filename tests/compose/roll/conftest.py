"""Fixtures of the roll-over: a body of last year becomes one of this year."""

from pathlib import Path

import pytest

from tests.compose.roll.rolls import HEAD, Roll, roll
from ttdn_draft.rolling import Rolled


@pytest.fixture
def rolled(tmp_path: Path) -> Roll:
    """Return what a body of a year becomes in another one."""

    def _rolled(
        body: str,
        year: int = 2027,
        kind: str = "huong-dan",
        day: str = "30/3/2026",
        subject: str = "công tác thông tin đối ngoại năm 2026",
        **order: object,
    ) -> Rolled:
        file = tmp_path / "năm trước.md"
        file.write_text(HEAD.format(kind=kind, day=day, subject=subject) + body, encoding="utf-8")
        return roll(file, year, kind, **order)

    return _rolled
