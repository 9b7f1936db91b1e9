"""A command that is called wrongly is told in plain words, with an example and no name that is hardly meant."""

import pytest

from ttdn_draft.cli import run


@pytest.mark.parametrize(
    ("arguments", "has", "lacks"),
    [
        (("calendar", "--nam", "26"), "26 nằm ngoài khoảng 1900–2100.", "<="),
        (("preview", "a.md", "--dpi", "5000"), "5000 nằm ngoài khoảng 50–400.", "<="),
        (("rendr", "a.md"), "'rendr' (render?).", "calendar"),
        (("render", "a.md", "--forcee"), "'--forcee' (--force?).", "--lang"),
        (("render", "a.md", "--ra"), "'--ra'. Xem cách dùng: ttdn-draft render --help", "?"),
        (("check",), "Ví dụ: ttdn-draft check huong-dan.md", "?"),
    ],
)
def test_wrong_call_is_told_in_plain_words(
    arguments: tuple[str, ...], has: str, lacks: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments, {}) == 2
    told = capsys.readouterr().err
    assert told.startswith("E001 ") and has in told and lacks not in told


def test_help_shows_a_range_as_people_write_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(("new", "--help"), {}) == 0
    shown = capsys.readouterr().out
    assert "2009–2100" in shown and "<=" not in shown
