"""What a person passes over stands in ttdn.toml, and `check` on the file honours it; all else there stays."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import HEAD
from ttdn_draft.api import InputError, OutputError, UsageError, accept_finding, check, look, open_shelf, reopen_finding
from ttdn_draft.cli import run

DAY = date.today()
UNTIL = DAY + timedelta(30)
BODY = "Mở đầu mở đầu.\n\n- Thực hiện theo theo kế hoạch.\n\n- Chép nguyên văn văn bản trên trên.\n"
RULE = "doubled-word"
SHELF = open_shelf()


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Return a draft with findings that one may live with."""
    path = tmp_path / "hướng dẫn [2].md"
    path.write_text(HEAD + BODY, "utf-8")
    return path


def found(draft: Path) -> list[str]:
    return [finding.id for finding in check(draft).findings]


def test_what_is_passed_over_is_told_neither_by_check_nor_on_the_screen_but_with_its_reason(draft: Path) -> None:
    before = found(draft)
    assert before.count(RULE) > 1
    file = accept_finding(draft, RULE, 'chép "nguyên văn"\n của Trung ương', UNTIL, day=DAY)
    assert found(draft) == [name for name in before if name != RULE]
    shown = look(draft.read_text("utf-8"), name=draft.name, folder=draft.parent, shelf=SHELF)
    [passed] = shown.passed
    assert RULE not in [finding.id for finding in shown.findings]
    assert (passed.id, passed.count, passed.until, passed.can_reopen) == (RULE, before.count(RULE), f"{UNTIL}", True)
    assert passed.reason == 'chép "nguyên văn" của Trung ương'
    assert file == draft.parent / "ttdn.toml"


def test_the_command_line_counts_what_is_passed_over(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    accept_finding(draft, RULE, "chép nguyên văn", UNTIL, day=DAY)
    run(["check", str(draft)], {})
    told = "".join(capsys.readouterr())
    assert RULE not in told
    assert "chấp nhận" in told


def test_another_file_and_the_time_behind_the_last_day_are_judged_as_before(draft: Path) -> None:
    other = draft.with_name("hướng dẫn 2.md")
    other.write_text(HEAD + BODY, "utf-8")
    accept_finding(draft, RULE, "chép nguyên văn", DAY, day=DAY)
    assert RULE in found(other)
    draft.with_name("ttdn.toml").write_text(
        draft.with_name("ttdn.toml").read_text("utf-8").replace(f"{DAY}", f"{DAY - timedelta(1)}"), "utf-8"
    )
    assert RULE in found(draft)


def test_taken_back_it_is_told_again_and_the_file_is_as_before(draft: Path) -> None:
    file, before = draft.with_name("ttdn.toml"), found(draft)
    known = '[[accepted]] # chung\r\nrule = "tone-mark"\r\nreason = "cũ"\r\nuntil = 2099-01-01\r\n'
    file.write_bytes(f'fail_on = "warning" # giữ\r\n\r\n{known}'.encode())
    was = file.read_bytes()
    accept_finding(draft, RULE, "một", UNTIL, day=DAY)
    accept_finding(draft, RULE, "hai", UNTIL, day=DAY)
    entries = tomllib.loads(file.read_text("utf-8"))["accepted"]
    assert [(entry["rule"], entry["reason"]) for entry in entries] == [("tone-mark", "cũ"), (RULE, "hai")]
    assert file.read_bytes().startswith(was)
    reopen_finding(draft, RULE)
    assert file.read_bytes().rstrip() == was.rstrip()
    assert found(draft) == before


def test_a_draft_in_a_folder_below_is_named_from_the_folder_of_the_project(draft: Path) -> None:
    below = draft.parent / "2027" / "thư mục"
    below.mkdir(parents=True)
    moved = draft.rename(below / draft.name)
    accept_finding(moved, RULE, "lý do", UNTIL, day=DAY, home=draft.parent)
    assert RULE not in found(moved)
    shown = look(moved.read_text("utf-8"), name=moved.name, folder=below, shelf=SHELF)
    assert [passed.id for passed in shown.passed] == [RULE]


def test_what_is_accepted_for_all_files_is_shown_and_not_taken_back_here(draft: Path) -> None:
    text = f'[[accepted]]\nrule = "{RULE}"\nreason = "chung"\nuntil = {UNTIL}\n'
    draft.with_name("ttdn.toml").write_text(text, "utf-8")
    [passed] = look(HEAD + BODY, name=draft.name, folder=draft.parent, shelf=SHELF).passed
    assert (passed.reason, passed.can_reopen) == ("chung", False)
    reopen_finding(draft, RULE)
    assert draft.with_name("ttdn.toml").read_text("utf-8") == text


@pytest.mark.parametrize(
    ("rule", "reason", "until", "id"),
    [(RULE, " ", UNTIL, "E926"), (RULE, "lý do", DAY - timedelta(1), "E927"), ("E101", "lý do", UNTIL, "E734")],
)
def test_no_reason_a_day_that_is_over_and_what_cannot_be_accepted_are_refused(
    draft: Path, rule: str, reason: str, until: date, id: str
) -> None:
    with pytest.raises(UsageError) as refused:
        accept_finding(draft, rule, reason, until, day=DAY)
    assert [finding.id for finding in refused.value.findings] == [id]
    assert not draft.with_name("ttdn.toml").exists()


def test_a_file_that_cannot_be_written_safely_stays_as_it_is(draft: Path) -> None:
    file = draft.with_name("ttdn.toml")
    file.write_text('accepted = [{rule = "tone-mark", reason = "cũ", until = 2099-01-01}]\n', "utf-8")
    was = file.read_bytes()
    with pytest.raises(OutputError) as refused:
        accept_finding(draft, RULE, "lý do", UNTIL, day=DAY)
    assert [finding.id for finding in refused.value.findings] == ["E929"]
    assert file.read_bytes() == was
    file.write_text("accepted = [", "utf-8")
    with pytest.raises(InputError):
        accept_finding(draft, RULE, "lý do", UNTIL, day=DAY)
    assert file.read_text("utf-8") == "accepted = ["


@given(st.text(min_size=1, max_size=40).filter(lambda words: any(sign >= "!" and sign.isprintable() for sign in words)))
@settings(max_examples=60)
def test_any_reason_is_kept_so_that_the_file_stays_readable(
    tmp_path_factory: pytest.TempPathFactory, reason: str
) -> None:
    draft = tmp_path_factory.mktemp("bài") / "bài.md"
    draft.write_text(HEAD + BODY, "utf-8")
    file = accept_finding(draft, RULE, reason, UNTIL, day=DAY)
    [entry] = tomllib.loads(file.read_text("utf-8"))["accepted"]
    assert entry["reason"].strip() and entry["file"] == "bài.md"
