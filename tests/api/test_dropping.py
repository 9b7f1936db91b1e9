"""A line or a sentence with an open doubt is dropped as a whole, and nothing else of a text changes."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import HEAD
from ttdn_draft.api import UsageError, apply_edits, compose, drop_doubt, look, open_shelf

SHELF = open_shelf()
GAP = "[điền: ngày họp]"
ASKED = "kiem_tra:\n  ten-ban:\n    hoi: Tên?\n    gia_tri: Ban Tuyên giáo\n    nguon: chưa thấy\n"


def offered(body: str, head: str = HEAD) -> str:
    [doubt] = [one for one in look(head + body, shelf=SHELF).doubts if one.places[0].block >= 0]
    return doubt.drop


def dropped(body: str, head: str = HEAD) -> str:
    text = head + body
    [doubt] = [one for one in look(text, shelf=SHELF).doubts if one.places[0].block >= 0]
    return apply_edits(text, drop_doubt(text, doubt.id)).removeprefix(head)


@pytest.mark.parametrize(
    ("body", "kind", "left"),
    [
        (f"Một.\n\n- Hai {GAP}.\n- Ba.\n", "line", "Một.\n\n- Ba.\n"),
        (f"Một.\n\n- Hai.\n- Ba {GAP}.\n\nBốn.\n", "line", "Một.\n\n- Hai.\n\nBốn.\n"),
        (f"Một.\n\n- Hai.\n\n- Ba {GAP}\n", "line", "Một.\n\n- Hai.\n"),
        (f"Một. Hai {GAP} nữa. Ba.\n", "sentence", "Một. Ba.\n"),
        (f"Một. Hai.\nBa {GAP}.\n", "sentence", "Một. Hai.\n"),
        (f"Họp {GAP}. **Hai** ba.\n", "sentence", "**Hai** ba.\n"),
        (f"Một.\n\nHai {GAP}.\n\nBa.\n", "sentence", "Một.\n\nBa.\n"),
        (f"Một.\n\n- Hai. Họp {GAP}. Ba.\n", "sentence", "Một.\n\n- Hai. Ba.\n"),
        (f"Một của TS. Nguyễn Văn A {GAP}. Hai.\n", "sentence", "Hai.\n"),
        (f"Một năm 2026. Hai {GAP}. Ba.\n", "sentence", "Một năm 2026. Ba.\n"),
        ("Một. [cần kiểm tra: Câu cũ. Câu nữa. — của năm 2021] Hai.\n", "sentence", "Một. Hai.\n"),
        (f"Một. Việc {GAP}:\n\n- Ba.\n- Bốn.\n\nNăm.\n", "list", "Một.\n\nNăm.\n"),
        (f"- Một. Việc {GAP}:\n\n+ Ba.\n\n- Bốn.\n", "list", "- Một.\n\n- Bốn.\n"),
        (f"| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | {GAP} |\n", "line", "| A | B |\n| --- | --- |\n| 1 | 2 |\n"),
    ],
)
def test_the_line_or_the_sentence_goes_and_nothing_else(body: str, kind: str, left: str) -> None:
    assert offered(body) == kind
    assert dropped(body) == left


@pytest.mark.parametrize(
    "body",
    [
        f"# Mục {GAP}\n\nMột.\n",
        f"- Hai {GAP}:\n\n+ Ba.\n",
        f"Các việc {GAP}:\n\n- Ba.\n",
        f"1. Hai {GAP}.\n\n2. Ba.\n",
        f"Hai {GAP}[^1].\n\n[^1]: Chú thích.\n",
        f"| A | B |\n| --- | --- |\n| 1 | {GAP} |\n",
        f"| A | {GAP} |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n",
        f"Một **hai {GAP}. Ba** bốn.\n",
    ],
)
def test_what_others_lean_on_is_not_dropped(body: str) -> None:
    assert offered(body) == ""
    with pytest.raises(UsageError) as refused:
        dropped(body)
    assert [finding.id for finding in refused.value.findings] == ["E980"]


def test_a_doubt_that_the_head_asks_is_settled_there() -> None:
    head = HEAD.replace("---\n", f"---\n{ASKED}", 1)
    text = head + "Một. Hai của [cần kiểm tra #ten-ban].\n"
    new = apply_edits(text, drop_doubt(text, "ten-ban"))
    assert look(new, shelf=SHELF).doubts == ()
    assert new.endswith("\nMột.\n")
    assert "xong: true" in new


def test_a_doubt_at_two_places_is_answered_and_not_dropped() -> None:
    text = HEAD.replace("---\n", f"---\n{ASKED}", 1) + "[cần kiểm tra #ten-ban] một. Hai [cần kiểm tra #ten-ban].\n"
    assert [doubt.drop for doubt in look(text, shelf=SHELF).doubts if doubt.id == "ten-ban"] == [""]
    with pytest.raises(UsageError):
        drop_doubt(text, "ten-ban")


@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
def test_background_of_a_report_is_one_question_and_goes_at_all_its_places(standard: str) -> None:
    text = compose("bao-cao", "cao-bang", 2027, day=date(2027, 1, 1), standard=standard).text
    [asked] = [one for one in look(text, shelf=SHELF).doubts if one.question.startswith("Bỏ tư liệu nền")]
    assert (len(asked.places), asked.drop) == (3, "list")
    left = look(apply_edits(text, drop_doubt(text, asked.id)), shelf=SHELF)
    shown = "\n".join(run.text for block in left.blocks for run in block.runs)
    assert "Tư liệu nền, không phải kết quả trong năm" not in shown
    assert [one.title for one in left.findings if one.level == "error"] == []


SENTENCES = st.lists(st.sampled_from(["Một hai.", "Ba *bốn*.", "**Năm** sáu 2027.", "Bảy (tám)."]), max_size=3)


@given(SENTENCES, SENTENCES, st.sampled_from(["", "- "]), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=80)
def test_all_other_sentences_stay_letter_by_letter(before: list[str], after: list[str], mark: str, end: str) -> None:
    body = f"Đầu.\n\n{mark}{' '.join([*before, f'Họp {GAP}.', *after])}\n\nCuối.\n".replace("\n", end)
    left = " ".join([*before, *after])
    wanted = (f"Đầu.\n\n{mark}{left}\n\nCuối.\n" if left else "Đầu.\n\nCuối.\n").replace("\n", end)
    assert dropped(body, HEAD.replace("\n", end)) == wanted
