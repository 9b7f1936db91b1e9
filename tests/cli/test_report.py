"""Commands that the screen tells people to type."""

import os
import sys
from collections.abc import Iterator

import click
import pytest

from ttdn_draft import shell
from ttdn_draft.cli.language import USAGE_WORDS
from ttdn_draft.cli.report import print_findings, program_name
from ttdn_draft.cli.root import root
from ttdn_draft.errors import Finding, Place


@pytest.mark.parametrize(
    ("system", "path", "typed"),
    [
        ("posix", "/opt/ttdn-draft", "/opt/ttdn-draft"),
        ("posix", "/opt/Chương trình/ttdn-draft", '"/opt/Chương trình/ttdn-draft"'),
        ("nt", "D:\\ttdn\\ttdn-draft.exe", "D:\\ttdn\\ttdn-draft.exe"),
        ("nt", "D:\\Văn bản (1)\\ttdn-draft.exe", '& "D:\\Văn bản (1)\\ttdn-draft.exe"'),
    ],
)
def test_program_is_quoted_where_a_shell_needs_it(
    monkeypatch: pytest.MonkeyPatch, system: str, path: str, typed: str
) -> None:
    monkeypatch.setattr(shell.os, "name", system)
    written = shell.write_program(path)
    monkeypatch.undo()
    assert written == typed


def test_program_that_is_not_on_the_path_is_named_as_it_can_be_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    path = os.path.join(os.sep, "Chương trình", "ttdn-draft")  # noqa: PTH118 - as the shell hands it over
    monkeypatch.setattr(sys, "argv", [path])
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert program_name() == shell.write_program(path) != path


def list_arguments(command: click.Command) -> Iterator[click.Argument]:
    yield from (param for param in command.params if isinstance(param, click.Argument))
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        yield from list_arguments(inner)


def test_error_of_the_command_line_names_each_argument_as_the_help_page_does() -> None:
    hints = {argument.get_error_hint(None).strip("'") for argument in list_arguments(root)}
    assert hints and hints <= {word.rstrip(".") for word in USAGE_WORDS.values()}


def test_lines_to_write_stand_below_each_other_on_the_screen_alone(capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"Cơ quan thứ {number}" for number in range(1, 6)]
    right = " / ".join(f"- {name}" for name in names)
    finding = Finding("E227", Place("a.md", 3, 1), {"key": "noi_nhan", "right": right})
    print_findings([finding])
    shown = capsys.readouterr().out.splitlines()
    assert shown[1:] == [*(f"    - {name}" for name in names[:3]), "    …"]
    assert shown[0].endswith("viết:") and finding.sentence().endswith(right)


def test_slash_between_words_of_one_line_breaks_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_findings([Finding("E151", Place("a.md", 3, 1), {"problem": "x", "right": "luu: VT / TH"})])
    assert capsys.readouterr().out.count("\n") == 1
