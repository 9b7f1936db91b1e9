"""A roll-over is a list that a person goes through; what she takes, refuses and edits is what the new text holds."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ttdn_draft.api import RolledText, RollRow, UsageError, check, look, open_shelf, roll_over, write_rolled
from ttdn_draft.cli import run

SHELF = open_shelf()
DAY = date(2027, 1, 1)
REPOSITORY = Path(__file__).parents[2]
EXAMPLE = REPOSITORY / "examples" / "huong-dan-ttdn.md"
CORPUS = REPOSITORY.parent.parent / "shared" / "corpus" / "word"
GUIDANCE = next((f / "09-hd-dang-2021.docx" for f in (CORPUS, Path("/work/shared/corpus/word")) if f.is_dir()), None)
needs_corpus = pytest.mark.skipif(GUIDANCE is None, reason="needs the corpus of ../shared")
FILES = [pytest.param(EXAMPLE, "", id="md"), pytest.param(GUIDANCE, "cao-bang", id="docx", marks=needs_corpus)]
NESTED = re.compile(r"\[(?:cần kiểm tra|điền)[^\]\[]*\[")


@cache
def rolled(path: Path, pack: str) -> RolledText:
    return roll_over(path, 2027, day=DAY, pack=pack, shelf=SHELF)


def open_rows(text: RolledText) -> list[RollRow]:
    return [row for row in text.changes if row.state != "left"]


@pytest.mark.parametrize(("path", "pack"), FILES)
def test_all_taken_is_the_draft_of_the_command_and_all_refused_last_years_text(path: Path, pack: str) -> None:
    text = rolled(path, pack)
    rows = open_rows(text)
    assert write_rolled(text, {row.id: "take" for row in rows}) == text.text
    assert write_rolled(text, {row.id: "keep" for row in rows}) == text.old_text
    assert len({row.id for row in text.changes}) == len(text.changes)


@pytest.mark.parametrize(("path", "pack"), FILES)
def test_each_change_says_where_what_and_why_in_words_without_marks(path: Path, pack: str) -> None:
    text = rolled(path, pack)
    for row in text.changes:
        assert row.group and row.why
        assert row.before or row.after or row.state == "left"
        assert not re.search(
            r"\[(?:cần|điền)|\*\*|#ten-|[a-z]+_[a-z_]+: |seed:|found:", row.before + row.after + row.source
        )
    assert {row.state for row in text.changes} == {"changed", "open", "left"}


@pytest.mark.parametrize(("path", "pack"), FILES)
def test_words_around_a_change_are_whole(path: Path, pack: str) -> None:
    text = rolled(path, pack)
    words = set(re.sub(r"\*|\[\^[^\]]+\]", "", re.sub(r"[\"';]", " ", text.old_text)).split())
    for row in open_rows(text):
        assert not [
            word for word in f"{row.lead}{row.before}{row.tail}".replace(";", " ").split() if word not in words
        ], row
    assert any(row.lead for row in text.changes) and any(row.tail for row in text.changes)


@pytest.mark.parametrize(("path", "pack"), FILES)
def test_one_change_refused_leaves_its_words_and_all_others(path: Path, pack: str) -> None:
    text = rolled(path, pack)
    rows = open_rows(text)
    for row in rows[::5]:
        kept = write_rolled(text, {one.id: "keep" if one is row else "take" for one in rows})
        before = sum(len(one.written) - (one.end - one.start) for one in rows if one.start < row.start)
        at = row.start + before
        assert kept[:at] + row.written + kept[at + row.end - row.start :] == text.text


@pytest.mark.parametrize(("path", "pack"), FILES)
def test_what_nobody_answers_is_a_question_of_the_new_text(path: Path, pack: str) -> None:
    text = rolled(path, pack)
    fences = [found.end() for found in re.finditer("^---$", text.old_text, re.M)]
    body = [row for row in open_rows(text) if row.state == "open" and row.start > fences[1]]
    new = write_rolled(text, {})
    assert not NESTED.search(new)
    asked = look(new, shelf=SHELF)
    assert asked.is_draft
    assert [f.title for f in asked.findings if f.level == "error"] == []
    assert len({place.start for doubt in asked.doubts for place in doubt.places if place.block >= 0}) >= len(body)


@pytest.mark.parametrize(("path", "pack"), FILES)
def test_doubt_that_is_taken_as_right_is_no_question_any_more(path: Path, pack: str) -> None:
    text = rolled(path, pack)
    taken = {row.id: "take" for row in open_rows(text)}
    settled = {row.id: "settle" for row in text.changes if row.settled}
    assert settled and all("(cần kiểm tra)" in row.after for row in text.changes if row.settled)
    asked = look(write_rolled(text, taken), shelf=SHELF)
    left = look(write_rolled(text, taken | settled), shelf=SHELF)
    assert sum(len(one.places) for one in asked.doubts) - sum(len(one.places) for one in left.doubts) == len(settled)
    unasked = next(row for row in open_rows(text) if not row.settled)
    with pytest.raises(UsageError, match="E880"):
        write_rolled(text, {unasked.id: "settle"})


@pytest.mark.parametrize(("path", "pack"), FILES)
def test_place_and_reason_of_a_change_are_words_that_a_person_finds_in_her_document(path: Path, pack: str) -> None:
    for row in rolled(path, pack).changes:
        assert not re.search(r"^đoạn \d|\[\^|:\d+:", row.place), row
        assert not re.search(r"\[(?:cần kiểm tra|điền)", row.why), row
        assert not row.source or f": {row.source})" not in row.why, row


@needs_corpus
def test_name_of_now_is_offered_for_a_gap_as_its_place_writes_it() -> None:
    assert GUIDANCE is not None
    text = rolled(GUIDANCE, "cao-bang")
    asked = look(write_rolled(text, {}), shelf=SHELF)
    offered = {one.offered for one in asked.doubts if one.offered}
    assert offered and all(name in one.question for one in asked.doubts for name in [one.offered])
    recipients = [row for row in text.changes if row.group == "Cơ quan" and row.place == "Nơi nhận" and row.after]
    assert all(row.after.removeprefix("… tên hiện nay, xem: ")[0].isupper() for row in recipients if not row.lead)


def test_edited_words_stand_in_the_place_of_those_of_the_change() -> None:
    text = rolled(EXAMPLE, "")
    row = next(row for row in open_rows(text) if row.before == "81" and row.after == "82")
    new = write_rolled(text, {row.id: "edit:tám mươi hai *"})
    assert f"tám mươi hai \\*{row.tail.rstrip()}"[:40] in new
    head = next(row for row in open_rows(text) if row.before == "BTGDVTU")
    assert "ky_hieu: BTG\n" in write_rolled(text, {head.id: "edit:BTG"})
    whole = next(row for row in open_rows(text) if row.written.startswith("du_thao:"))
    with pytest.raises(UsageError, match="E881"):
        write_rolled(text, {whole.id: "edit:2"})


def test_line_of_a_day_is_dropped_and_all_else_is_as_taken() -> None:
    text = rolled(EXAMPLE, "")
    rows = [row for row in text.changes if row.drop == "line" and row.state != "left"]
    taken = {row.id: "take" for row in open_rows(text)}
    lines = text.text.split("\n")
    for row in rows:
        left = write_rolled(text, {**taken, row.id: "drop"}).split("\n")
        [gone] = {line for line in lines if line not in left}
        assert row.after in gone and gone.startswith(("- ", "+ "))
        assert [line for line in lines if line != gone and line] == [line for line in left if line]
    assert len({row.drop_at for row in rows}) > 1
    together = {row.id: "drop" for row in rows}
    assert len(write_rolled(text, {**taken, **together}).split("\n")) <= len(lines) - len({r.drop_at for r in rows})


def test_sentence_that_was_left_is_dropped_edited_or_kept() -> None:
    text = rolled(EXAMPLE, "")
    left = next(row for row in text.changes if row.state == "left" and row.drop)
    words = left.before
    kept = write_rolled(text, {})
    assert words in kept and write_rolled(text, {left.id: "keep"}) == kept
    dropped = write_rolled(text, {left.id: "drop"})
    assert words not in dropped and len(look(dropped, shelf=SHELF).blocks) == len(look(kept, shelf=SHELF).blocks) - 1
    assert write_rolled(text, {left.id: "edit:chữ *mới*"}) == kept.replace(words, "chữ \\*mới\\*")


def test_what_may_not_be_dropped_is_refused() -> None:
    text = rolled(EXAMPLE, "")
    row = next(row for row in open_rows(text) if not row.drop)
    with pytest.raises(UsageError, match="E880"):
        write_rolled(text, {row.id: "drop"})


@pytest.mark.parametrize("states", [{"c999": "take"}, {"c0": "perhaps"}])
def test_answer_that_is_none_is_told(states: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="E880"):
        write_rolled(rolled(EXAMPLE, ""), states)


@needs_corpus
def test_doubt_of_a_word_file_holds_no_other_mark() -> None:
    assert GUIDANCE is not None
    assert not NESTED.search(rolled(GUIDANCE, "cao-bang").text)


def test_year_that_can_not_follow_is_told_in_the_language_asked_for() -> None:
    with pytest.raises(UsageError, match="E876") as caught:
        roll_over(EXAMPLE, 2020, day=DAY, shelf=SHELF, language="en")
    assert caught.value.language == "en"


def test_command_line_shows_the_same_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "a.md"
    command = ["new", "huong-dan", "--tu", str(EXAMPLE), "--nam", "2027", "--ngay", "2027-01-01", "-o", str(target)]
    assert run([*command, "--output", "json"], {}) == 0
    told = json.loads(capsys.readouterr().out)["changes"]
    issued = [row for row in rolled(EXAMPLE, "").changes if row.state != "left"]
    shown = {(change["group"], *change["shown"]) for change in told}
    assert {(row.group, row.before, row.after) for row in issued if row.before != "2026-06-05"} <= shown
    assert check(target).document is not None
