"""Errors and findings as data: they may be put into sets, copied, and carry none or many."""

import pickle

import pytest

from ttdn_draft.errors import (
    Finding,
    InputError,
    PackError,
    Place,
    TtdnError,
    UnexpectedError,
    UserFileError,
    contained,
)

FOUND = Finding("E204", Place("a.md", 3, path="$.loai"), {"value": ["x"], "known": {"a": {1}}})


def test_findings_with_any_facts_may_stand_in_a_set() -> None:
    again = Finding("E204", Place("a.md", 3, path="$.loai"), {"value": ["x"], "known": {"a": {1}}})
    other = Finding("E204", Place("a.md", 3, path="$.loai"), {"value": ["y"]})
    assert {FOUND, again, other} == {FOUND, other} and hash(FOUND) == hash(again) and other != FOUND


@pytest.mark.parametrize("kind", [TtdnError, InputError, PackError, UserFileError, UnexpectedError])
def test_error_may_carry_no_findings_and_many(kind: type[TtdnError]) -> None:
    assert (kind.of([]).findings, str(kind.of([]))) == ((), "")
    many = kind.of([FOUND, Finding("E105", Place("a.md", 1))])
    assert isinstance(many, kind) and [f.id for f in many.findings] == ["E105", "E204"]


def test_error_is_read_as_the_lines_that_the_command_line_prints() -> None:
    error = InputError("E105", Place("a.md", 1))
    assert str(error) == "a.md:1 E105 Tệp rỗng. Chép ví dụ về sửa: ttdn-draft demo" == error.tell("vi")
    assert error.tell("en") == "a.md:1 E105 The file is empty. Copy an example and edit it: ttdn-draft demo"
    assert error.findings[0].sentence("en") == "The file is empty. Copy an example and edit it: ttdn-draft demo"


@pytest.mark.parametrize("error", [InputError("E105", Place("a.md", 1)), UserFileError("Sai.", ("ky",), 3)])
def test_error_goes_from_one_process_to_another(error: TtdnError) -> None:
    error.language = "en"
    there = pickle.loads(pickle.dumps(error))  # noqa: S301 - what this line has written itself
    assert type(there) is type(error) and there.findings == error.findings
    assert str(there) == error.tell("en")
    assert getattr(there, "path", ()) == getattr(error, "path", ())


def test_error_of_a_user_file_needs_a_text() -> None:
    with pytest.raises(ValueError, match="text"):
        UserFileError("  ")


def test_only_what_nobody_foresaw_is_a_failure_of_the_program() -> None:
    with pytest.raises(UnexpectedError) as caught, contained("a.md"):
        raise ZeroDivisionError("x")
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
    assert (caught.value.findings[0].id, caught.value.findings[0].place) == ("E900", Place("a.md"))
    with pytest.raises(InputError), contained("a.md"):
        raise InputError("E105")
    with pytest.raises(KeyboardInterrupt), contained("a.md"):
        raise KeyboardInterrupt
