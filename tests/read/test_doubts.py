"""What is to be checked is asked once at the head of a file: its marks, its answers, and what is told of both."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.conftest import HEAD, of_input
from tests.word_files import W, Word, text_of, value
from ttdn_draft.errors import Finding

Check = Callable[..., tuple[Finding, ...]]
ASKED = """kiem_tra:
  ten-ban:
    hoi: Tên ban vào ngày ban hành?
    gia_tri: Ban Tuyên giáo Tỉnh uỷ
    nguon: Chưa thấy quyết định
    muc: quan-trong
"""
USED = "[cần kiểm tra #ten-ban] và [cần kiểm tra #ten-ban: Ban Tuyên giáo].\n"


def head(asked: str = ASKED, draft: str = "du_thao: 1") -> str:
    return HEAD.replace("so: 14\n", f"{draft}\n{asked}")


def told(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(finding.id, finding.place.path) for finding in findings]


def test_doubt_is_one_finding_at_the_head_with_the_number_of_its_places(findings: Check) -> None:
    [found] = of_input(findings(USED, head()))
    assert (found.id, found.place.path, found.place.line) == ("W244", "$.kiem_tra.ten-ban", 7)
    assert (found.facts["count"], found.facts["value"]) == (2, "Ban Tuyên giáo Tỉnh uỷ")


def test_open_doubt_keeps_a_document_back_that_is_no_draft(findings: Check) -> None:
    assert told(of_input(findings(USED, head(draft="so: 14")))) == [("E245", "$.kiem_tra.ten-ban")]


def test_settled_doubt_prints_as_any_words(findings: Check, rendered: Callable[..., Path]) -> None:
    settled = head(ASKED + "    xong: true\n", "so: 14")
    assert of_input(findings(USED, settled)) == []
    word = Word(rendered(USED, settled))
    assert "Ban Tuyên giáo Tỉnh uỷ và Ban Tuyên giáo." in word.texts()
    assert not list(word.body.iter(f"{W}highlight"))


@pytest.mark.parametrize("words", ["a_b_c *d* và <e>", "1. Ban | Sở"])
def test_words_of_an_answer_are_no_markdown(rendered: Callable[..., Path], words: str) -> None:
    asked = ASKED.replace("Ban Tuyên giáo Tỉnh uỷ", f'"{words}"') + "    xong: true\n"
    assert f"Theo {words}." in Word(rendered("Theo [cần kiểm tra #ten-ban].\n", head(asked))).texts()


def test_each_place_is_highlighted_with_source_and_question_in_a_comment(rendered: Callable[..., Path]) -> None:
    word = Word(
        rendered(USED, head().replace("BAN TUYÊN GIÁO VÀ DÂN VẬN", '"[cần kiểm tra #ten-ban: BAN TUYÊN GIÁO]"'))
    )
    shown = [text_of(run) for run in word.body.iter(f"{W}r") if value(run, "rPr/highlight") == "yellow"]
    assert shown == ["BAN TUYÊN GIÁO", "Ban Tuyên giáo Tỉnh uỷ", "Ban Tuyên giáo"]
    comments = [text_of(comment) for comment in word.part("word/comments.xml").iter(f"{W}comment")]
    assert comments == ["Cần kiểm tra. Nguồn: Chưa thấy quyết định. Tên ban vào ngày ban hành?"] * 3


def test_name_that_is_not_asked_is_told_at_its_place_and_an_unused_one_at_the_head(findings: Check) -> None:
    found = findings("Theo [cần kiểm tra #ten-bam: Ban].\n", head())
    assert told(found) == [("W243", "$.kiem_tra.ten-ban"), ("E242", "$.noi_dung[0].doan")]
    assert found[1].facts["known"] == "ten-ban"


def test_doubt_without_question_is_told_by_the_schema_alone(findings: Check) -> None:
    asked = ASKED.replace("    hoi: Tên ban vào ngày ban hành?\n", "")
    assert told(findings(USED, head(asked))) == [("E201", "$.kiem_tra.ten-ban")]


def test_symbol_with_a_doubt_is_held_against_what_is_printed(findings: Check) -> None:
    asked = ASKED.replace("Chưa thấy", "Số 12-QĐ/TU; chưa thấy")
    marked = head(asked).replace("ky_hieu: BTGDVTU", 'ky_hieu: "[cần kiểm tra #ten-ban: BTGDVTU]"')
    assert [found.id for found in of_input(findings(USED, marked))] == ["W244"]


@pytest.mark.parametrize(("asked", "shown"), [(ASKED, True), (ASKED + "    xong: true\n", False)])
def test_other_words_of_a_doubt_keep_their_style_and_note(
    rendered: Callable[..., Path], asked: str, shown: bool
) -> None:
    body = "Theo [cần kiểm tra #ten-ban: **Ban** Tuyên giáo[^1]] nữa.\n\n[^1]: Chú thích.\n"
    word = Word(rendered(body, head(asked)))
    (line,) = [p for p in word.paragraphs() if text_of(p).startswith("Theo ")]
    assert text_of(line) == "Theo Ban Tuyên giáo[^1] nữa."
    bold = [text_of(run) for run in line.iter(f"{W}r") if run.find(f"{W}rPr/{W}b") is not None]
    assert bold == ["Ban"]
    assert bool(list(line.iter(f"{W}highlight"))) is shown


def test_answer_that_is_a_mark_itself_is_no_answer(findings: Check) -> None:
    asked = ASKED.replace("Ban Tuyên giáo Tỉnh uỷ", '"[cần kiểm tra #ten-ban]"') + "    xong: true\n"
    assert told(findings("Theo [cần kiểm tra #ten-ban].\n", head(asked, "so: 14"))) == [("E245", "$.kiem_tra.ten-ban")]


@pytest.mark.parametrize("xong", ["", "    xong: true\n"])
@pytest.mark.parametrize("words", ["", ": Ban Tuyên giáo Tỉnh uỷ"])
def test_citation_and_note_before_a_doubt_stand_once_and_where_they_stood(
    rendered: Callable[..., Path], words: str, xong: str
) -> None:
    mark = f"[cần kiểm tra #ten-ban{words}]"
    body = f"Theo [dan: kl-57-kltw-2023]{mark}[^1] và {mark}.\n\nTheo [dan: kl-57-kltw-2023].\n\n[^1]: Chú thích.\n"
    word = Word(rendered(body, head(ASKED + xong)))
    (first, second) = [text for text in word.texts() if text.startswith("Theo ")]
    assert first.count("57-KL/TW") == second.count("57-KL/TW") == 1
    assert first.endswith("mớiBan Tuyên giáo Tỉnh uỷ[^1] và Ban Tuyên giáo Tỉnh uỷ.")
