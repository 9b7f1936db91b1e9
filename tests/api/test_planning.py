"""What a screen says before a text is made is what the text then holds."""

import json
from dataclasses import asdict
from datetime import date
from itertools import takewhile
from pathlib import Path

import pytest

from ttdn_draft.api import UsageError, compose, list_choices, look, open_shelf, plan
from ttdn_draft.cli import run

SHELF = open_shelf()
DAY = date(2027, 1, 1)
ORDERS = [
    {"kind": "huong-dan", "pack": "cao-bang"},
    {"kind": "ke-hoach", "pack": "cao-bang", "standard": "nha-nuoc"},
    {"kind": "ke-hoach", "pack": "Cao Bằng", "commune": "trung-khanh"},
    {"kind": "bao-cao", "pack": "lai-chau"},
]


@pytest.mark.parametrize("order", ORDERS)
def test_plan_says_what_the_text_then_holds(order: dict[str, str]) -> None:
    told = plan(year=2027, day=DAY, shelf=SHELF, **order)  # type: ignore[arg-type]
    seen = look(compose(year=2027, day=DAY, **order).text, shelf=SHELF)  # type: ignore[arg-type]
    rows = {row.label: row for row in told.rows}
    facts = {fact.path: fact for fact in seen.facts}
    assert rows["Cơ quan"].value == facts["co_quan", "ten_day_du"].value
    assert str(facts["ky", "ho_ten"].value or "…") in rows["Người ký"].value
    assert (rows["Người ký"].certainty == "sure") == (not facts["ky", "ho_ten"].doubt)
    recipients = facts["noi_nhan",].value
    assert isinstance(recipients, tuple) and rows["Nơi nhận"].value.startswith(f"{len(recipients)} nơi nhận")
    assert told.questions == len(seen.doubts)
    assert all(row.source for row in told.rows)
    assert all("[" not in row.value for row in told.rows)


def test_plan_counts_the_days_of_the_text_and_those_that_nobody_has_verified() -> None:
    told = plan("huong-dan", "cao-bang", 2027, day=DAY, shelf=SHELF)
    (row,) = [row for row in told.rows if row.label == "Ngày kỷ niệm"]
    seen = look(compose("huong-dan", "cao-bang", 2027, day=DAY).text, shelf=SHELF)
    first = next(at for at, block in enumerate(seen.blocks) if "ngày kỷ niệm trong năm 2027:" in block.runs[0].text)
    days = [*takewhile(lambda block: block.level > seen.blocks[first].level, seen.blocks[first + 1 :])]
    named = [block for block in days if "Các ngày khác" not in block.runs[0].text]
    asked = [block for block in named if any(run.doubt for run in block.runs)]
    assert row.certainty == "unsure"
    assert row.value == f"{len(named)} dòng, {len(asked)} chưa chắc"


def test_name_is_that_of_the_file_that_the_command_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = plan("huong-dan", "cao-bang", 2027, day=DAY, shelf=SHELF)
    assert run(["new", "huong-dan", "--tinh", "cao-bang", "--nam", "2027"], {}) == 0
    assert [file.name for file in tmp_path.iterdir()] == [told.name]


def test_command_line_shows_the_same_rows(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["new", "huong-dan", "--tinh", "cao-bang", "--nam", "2027", "--ngay", "2027-01-01", "--thu"]
    assert run([*command, "--output", "json"], {}) == 0
    told = plan("huong-dan", "cao-bang", 2027, day=DAY, issue_date=DAY, shelf=SHELF)
    assert json.loads(capsys.readouterr().out)["rows"] == [asdict(row) for row in told.rows]


def test_choices_are_those_of_the_day_the_province_and_the_organ() -> None:
    bare = list_choices(day=DAY, shelf=SHELF)
    assert {"huong-dan", "ke-hoach", "bao-cao"} <= {kind.id for kind in bare.kinds}
    assert len(bare.provinces) == 34 and not bare.organs
    full = list_choices(day=DAY, province="cao-bang", organ="btgdvtu", shelf=SHELF)
    assert {organ.group for organ in full.organs} == {"dang", "nha-nuoc"}
    assert [signer.name for signer in full.signers][:1] == ["Trưởng ban Nông Thanh Tùng"]
    assert "trung-khanh" in {commune.id for commune in full.communes}
    own = list_choices(day=DAY, province="cao-bang", commune="trung-khanh", shelf=SHELF)
    assert own.organs and not {organ.id for organ in own.organs} & {organ.id for organ in full.organs}


@pytest.mark.parametrize("order", ORDERS)
def test_every_organ_that_may_be_chosen_can_be_planned_or_says_why_not(order: dict[str, str]) -> None:
    choices = list_choices(day=DAY, province=order["pack"], commune=order.get("commune", ""), shelf=SHELF)
    for organ in choices.organs[:3]:
        chosen = {**order, "standard": organ.group, "organ": organ.id}
        assert plan(year=2027, day=DAY, shelf=SHELF, **chosen).rows  # type: ignore[arg-type]


def test_province_that_is_no_more_is_told() -> None:
    with pytest.raises(UsageError, match="E633"):
        plan("bao-cao", "ha-giang", 2027, day=DAY, shelf=SHELF)


def test_two_dates_of_an_outline_are_two_questions() -> None:
    place = {"day": DAY, "commune": list_choices(day=DAY, province="cao-bang", shelf=SHELF).communes[0].id}
    for kind in ("huong-dan", "ke-hoach"):
        text = compose(kind, "cao-bang", 2027, **place).text
        asked = [doubt for doubt in look(text, shelf=SHELF).doubts if "hạn gửi" in doubt.question.lower()]
        assert len(asked) == 2
        assert all(len(doubt.places) == 1 for doubt in asked)
