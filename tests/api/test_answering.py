"""An answer and a fact are written at their places; nothing else of a text changes."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ttdn_draft.api import UsageError, answer, apply_edits, check, compose, drop_draft_mark, look, open_shelf, set_fact

from .test_looking import HEAD

SHELF = open_shelf()
DAY = date(2027, 1, 1)
DRAFT = compose("huong-dan", "cao-bang", 2027, day=DAY).text
WORDS = st.text("aăêôđ .,;:#'\"[]{}*_-–—|>&%@!`~\\/()0129T", min_size=1, max_size=14).filter(lambda w: w.strip() == w)

REMARK = re.compile(r"(?:^ *| )# .*", re.M)


def answered(text: str, doubt: str, value: str | None) -> str:
    return apply_edits(text, answer(text, doubt, value))


def with_fact(text: str, path: Sequence[str | int], value: Any) -> str:
    return apply_edits(text, set_fact(text, tuple(path), value))


def questions(text: str) -> list[str]:
    return [doubt.id for doubt in look(text, shelf=SHELF).doubts]


def read_fact(text: str, path: Sequence[str | int]) -> Any:
    return {fact.path: fact.value for fact in look(text, shelf=SHELF).facts}.get(tuple(path))


def test_every_question_of_a_new_draft_is_answered_as_it_stands_and_asked_no_more() -> None:
    text, left = DRAFT, questions(DRAFT)
    for doubt in look(DRAFT, shelf=SHELF).doubts:
        value = "chữ điền vào" if doubt.kind == "gap" else None
        text = answered(text, doubt.id, value)
        left = left[1:]
        assert questions(text) == left
    assert text.count("\n    xong: true") == text.count("    hoi:")
    assert text.count("    nguon:") == DRAFT.count("    nguon:")
    text = with_fact(apply_edits(text, drop_draft_mark(text)), ("ngay",), "2027-02-05")
    assert [finding.id for finding in check(text, format="md").findings if finding.severity == "error"] == []


def test_answer_that_stands_prints_the_words_that_stood_there() -> None:
    blocks = look(DRAFT, shelf=SHELF).blocks
    after = look(answered(DRAFT, "ten-btgdvtu", None), shelf=SHELF).blocks
    assert ["".join(run.text for run in block.runs) for block in after] == [
        "".join(run.text for run in block.runs) for block in blocks
    ]


def test_new_value_stands_at_every_place_and_other_words_stay_a_question() -> None:
    name = "Ban Tuyên giáo và Dân vận Tỉnh uỷ Cao Bằng"
    text = answered(DRAFT, "ten-btgdvtu", name)
    seen = look(text, shelf=SHELF)
    old = len(next(d for d in look(DRAFT, shelf=SHELF).doubts if d.id == "ten-btgdvtu").places)
    own = {doubt.value: len(doubt.places) for doubt in seen.doubts if name in doubt.source}
    assert set(own) == {"Ban Tuyên giáo", "BTGTU", "Ban Tuyên giáo Tỉnh uỷ"}
    body = text.split("\n---\n", 1)[1]
    assert body.count(name) == DRAFT.split("\n---\n", 1)[1].count("[cần kiểm tra #ten-btgdvtu]")
    assert "[cần kiểm tra #ten-btgdvtu" not in text
    assert old == sum(own.values()) + body.count(name) + 1
    assert f"gia_tri: {name}\n" in text


def test_words_that_hold_the_old_value_get_the_new_one_inside() -> None:
    text = answered(DRAFT, "noi-nhan-ban-tuyen-giao-trung-uong", "Ban Tuyên giáo và Dân vận Trung ương")
    assert '\n  - "Ban Tuyên giáo và Dân vận Trung ương (để b/c)"\n' in text


def test_remarks_order_and_other_lines_stay() -> None:
    text = HEAD + "[cần kiểm tra #ten-ban] gửi.\n"
    mended = answered(text, "ten-ban", None)
    assert mended == text.replace("[cần kiểm tra #ten-ban: BAN TUYÊN GIÁO]", "BAN TUYÊN GIÁO").replace(
        "[cần kiểm tra #ten-ban]", "Ban Tuyên giáo Tỉnh uỷ Cao Bằng"
    ).replace("    muc: nho\n", "    muc: nho\n    xong: true\n")


def test_answer_keeps_the_ends_of_lines_of_the_file() -> None:
    text = (HEAD + "[cần kiểm tra #ten-ban] gửi.\n").replace("\n", "\r\n")
    mended = answered(text, "ten-ban", "Ban A")
    assert mended.count("\n") == mended.count("\r\n") == text.count("\n") + 1


def test_gap_without_a_value_stays_and_a_question_that_is_gone_is_told() -> None:
    text = HEAD + "Gửi [điền: tên sở].\n"
    (gap,) = [doubt for doubt in look(text, shelf=SHELF).doubts if doubt.kind == "gap"]
    assert answer(text, gap.id, None) == answer(text, gap.id, "  ") == ()
    with pytest.raises(UsageError, match="E880"):
        answer(text.replace("[điền: tên sở]", "Sở A"), gap.id, "Sở B")


@settings(max_examples=40)
@given(WORDS, st.sampled_from(["{} gửi.", "Gửi {} và.", "- {}", "| A |\n|---|\n| {} |", "# {}"]))
def test_answer_is_read_as_it_was_typed_wherever_it_stands(words: str, form: str) -> None:
    text = HEAD + form.format("[điền: tên sở]") + "\n"
    (gap,) = [doubt for doubt in look(text, shelf=SHELF).doubts if doubt.kind == "gap" and doubt.value == ""]
    (block,) = look(answered(text, gap.id, words), shelf=SHELF).blocks
    runs = [*block.runs, *(run for row in block.cells for cell in row[-1:] for run in cell.runs)]
    shown = "".join(run.text for run in runs)
    around = form.rsplit("\n", 1)[-1].removeprefix("# ").removeprefix("- ").strip("|").strip()
    assert shown.removeprefix("A" if block.cells else "") == around.format(" ".join(words.split()))


FACTS: list[tuple[tuple[str | int, ...], Any]] = [
    (("so",), "14"),
    (("ngay",), "2027-02-05"),
    (("ngay",), "05/02/2027"),
    (("trich_yeu",), "việc: «một» #hai"),
    (("dia_danh",), None),
    (("co_quan", "ten"), "BAN A"),
    (("co_quan", "ten_day_du"), "Ban A Tỉnh uỷ"),
    (("ky", "ho_ten"), "Nguyễn Văn An"),
    (("ky", "quyen_han"), "K/T TRƯỞNG BAN"),
    (("noi_nhan",), ("Lãnh đạo Ban", "Các sở: A, B")),
    (("noi_nhan",), ("Văn phòng",)),
    (("noi_nhan",), ()),
    (("kinh_gui",), ("Bộ A", "Bộ B")),
    (("do_khan",), "khan"),
    (("khong_pho_bien",), True),
    (("nguoi_soan", "so_ban"), 3),
    (("du_thao",), None),
    (("le_trang",), "20/20/30/15"),
]


@pytest.mark.parametrize(("path", "value"), FACTS)
@pytest.mark.parametrize("text", [HEAD + "Thử.\n", DRAFT], ids=["short", "composed"])
def test_fact_is_read_back_and_remarks_and_other_lines_stay(path: tuple[str | int, ...], value: Any, text: str) -> None:
    mended = with_fact(text, path, value)
    found = read_fact(mended, path)
    assert str(found or "") == str(value or "")
    assert path == ("noi_nhan",) or REMARK.findall(mended) == REMARK.findall(text)
    assert path == ("noi_nhan",) or len({*text.split("\n")} - {*mended.split("\n")}) <= 1
    assert with_fact(mended, path, value) == mended


@settings(max_examples=25)
@given(WORDS)
def test_any_words_of_a_fact_are_read_back(words: str) -> None:
    for path in (("trich_yeu",), ("luu",), ("co_quan", "ten_day_du")):
        shown = read_fact(with_fact(HEAD + "Thử.\n", path, words), path)
        assert shown == words or "[" in words


def test_entry_of_a_list_that_stays_keeps_its_doubt_and_remarks() -> None:
    lines = read_fact(DRAFT, ("noi_nhan",))
    mended = with_fact(DRAFT, ("noi_nhan",), (*lines[:3], "Sở mới", *lines[4:]))
    was, now = DRAFT.split("\n"), mended.split("\n")
    assert [(a, b) for a, b in zip(was, now, strict=True) if a != b] == [(f'  - "{lines[3]}"', "  - Sở mới")]


WRITTEN = ("", " ~", " null", " # sau", ' ""', " 12 # đã có", " |\n  A\n  B", " >\n  A", " A\n  B", ' "A\n  B"')


@pytest.mark.parametrize("written", WRITTEN)
def test_fact_is_written_however_the_old_one_was(written: str) -> None:
    text = HEAD.replace("trich_yeu: công tác thông tin đối ngoại năm 2027", f"trich_yeu:{written}") + "Thử.\n"
    mended = with_fact(text, ("trich_yeu",), "Việc mới")
    assert read_fact(mended, ("trich_yeu",)) == "Việc mới"
    assert REMARK.findall(mended) == REMARK.findall(text)


def test_key_that_the_head_can_not_have_is_told() -> None:
    with pytest.raises(UsageError, match="E881"):
        set_fact(DRAFT, ("khong_co",), "x")
    with pytest.raises(UsageError, match="E881"):
        set_fact("---\nloai: [\n---\n\nThử.\n", ("trich_yeu",), "x")
