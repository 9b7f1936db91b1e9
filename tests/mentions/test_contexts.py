"""The words around a name say whether it is one of former times, of a task, or of a review."""

from datetime import date

import pytest

from ttdn_draft.mentions.contexts import (
    clause_after,
    clause_before,
    gives_task,
    is_called_former,
    is_in_older_citation,
    tells_history,
)
from ttdn_draft.model.mentions import Mention, Passage

NAME = "huyện Bù Gia Mập"


def mention_in(text: str, above: tuple[str, ...] = ()) -> Mention:
    start = text.index(NAME)
    return Mention(Passage("paragraph", (), text, above=above), start, start + len(NAME))


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        (f"Ngày tái lập {NAME} là ngày hội.", True),
        (f"{NAME} (thành lập năm 2009)", True),
        (f"Giao {NAME} tổ chức tuyên truyền.", False),
        (f"Ngày tái lập tỉnh; giao {NAME} tổ chức.", False),
    ],
)
def test_history_is_told_by_its_clause(text: str, tells: bool) -> None:
    assert tells_history(mention_in(text)) is tells


@pytest.mark.parametrize(
    ("text", "is_former"),
    [
        (f"{NAME} (cũ) có 08 xã", True),
        (f"{NAME} trước đây", True),
        (f"{NAME}, nay là xã Bù Gia Mập", True),
        (f"{NAME} trước sắp xếp", True),
        (f"{NAME} tổ chức lễ cũ", False),
    ],
)
def test_name_of_former_times_is_called_so(text: str, is_former: bool) -> None:
    assert is_called_former(mention_in(text)) is is_former


def test_issuer_of_a_document_of_before_a_day_stands_in_an_older_citation() -> None:
    cited = mention_in(f"Kế hoạch số 261-KH/HU, ngày 17/6/2024 của Huyện uỷ {NAME}")
    assert is_in_older_citation(cited, date(2024, 6, 18))
    assert not is_in_older_citation(cited, date(2024, 6, 17))
    assert not is_in_older_citation(mention_in(f"Giao {NAME} thực hiện"), date(2025, 7, 1))


def test_clause_ends_at_its_marks() -> None:
    mention = mention_in(f"Câu trước. Phần đầu; giao {NAME} thực hiện; phần sau.")
    assert clause_before(mention.passage, mention.start) == " giao "
    assert clause_after(mention.passage, mention.end) == " thực hiện"


def test_task_in_a_review_is_none() -> None:
    text = f"Giao {NAME} tổ chức."
    assert gives_task(mention_in(text).passage)
    assert not gives_task(mention_in(text, ("Đánh giá kết quả",)).passage)
