"""Words of a passage are found in the file exactly where they stand, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import HEAD
from ttdn_draft.check.aligning import find_typed
from ttdn_draft.model.mentions import Mention
from ttdn_draft.pipeline import check_file

Write = Callable[..., Path]


def find(file: Path, words: str, nth: int = 0) -> list[str | None]:
    """Return what stands in the file for the nth of some words in each passage that has them."""
    checked = check_file(file)
    assert checked.manuscript and checked.source
    found = list[str | None]()
    for passage in checked.manuscript.passages:
        at = -1
        for _ in range(nth + 1):
            at = passage.text.find(words, at + 1)
        if at >= 0:
            span = find_typed(checked.source, Mention(passage, at, at + len(words)))
            found.append(checked.source.raw[slice(*span)] if span else None)
    return found


@pytest.mark.parametrize(
    ("typed", "words", "stands"),
    [
        ("Giao *các cơ quan* việc.", "các cơ quan việc", None),
        ("Giao *các cơ quan* việc.", "Giao các cơ quan", None),
        ("Giao *các cơ quan* việc.", "cơ quan", "cơ quan"),
        ("Giao **các** cơ\nquan việc.", "cơ quan", "cơ\nquan"),
        ("Giao **cơ** quan **nào** việc.", "quan", "quan"),
        ("Số 3\\*4 việc.", "3*4", "3\\*4"),
        ("Việc[^1] của năm.\n\n[^1]: Ghi.", "Việc của", "Việc[^1] của"),
        ("Giao [cần kiểm tra: Sở A — tin Sở A] việc.", "Giao Sở A việc", "Giao [cần kiểm tra: Sở A — tin Sở A] việc"),
        ("Giao [cần kiểm tra: Sở A — tin Sở A] việc.", "Giao Sở A", "Giao [cần kiểm tra: Sở A — tin Sở A]"),
        ("Giao [cần kiểm tra: Sở A — tin Sở A] việc.", "Sở A việc", "[cần kiểm tra: Sở A — tin Sở A] việc"),
        ("Giao [cần kiểm tra: Sở A — tin Sở A] việc.", "Sở A", "Sở A"),
    ],
)
def test_words_stand_between_marks_or_hold_them_whole(typed: str, words: str, stands: str | None, write: Write) -> None:
    assert find(write(f"# Nội dung\n\n{typed}\n"), words) == [stands]


def test_words_behind_a_citation_by_its_id_are_those_that_are_meant(write: Write) -> None:
    body = "# Nội dung\n\nTheo [dan: kl-57-kltw-2023] năm 2023 và năm 2023 nữa.\n"
    file = write(body)
    checked = check_file(file)
    assert checked.manuscript and checked.source
    (passage,) = [p for p in checked.manuscript.passages if p.text.startswith("Theo")]
    last = passage.text.rindex("2023")
    span = find_typed(checked.source, Mention(passage, last, last + 4))
    assert span and checked.source.raw[span[0] - 7 : span[1] + 4] == "và năm 2023 nữa"
    assert find_typed(checked.source, Mention(passage, passage.given[0][0], passage.given[0][1])) is None


def test_values_of_yaml_are_found_within_their_quotation_marks(write: Write) -> None:
    recipients = 'noi_nhan: ["Sở \\"A\\", B", \'Sở C\']'
    file = write(head=HEAD.replace("noi_nhan: [Thường trực Tỉnh uỷ]", recipients))
    assert find(file, 'Sở "A"') == ['Sở \\"A\\"']
    assert find(file, "Sở C") == ["Sở C"]


def test_lines_of_a_cell_that_stand_as_a_list_are_found(write: Write) -> None:
    table = 'bang:\n  viec:\n    cot: [{ten: Việc}, {ten: Người}]\n    hang:\n      - [Họp, [Sở A, "Sở B, C"]]\n'
    file = write("# Nội dung\n\n[bang: viec]\n", HEAD.replace("noi_nhan:", f"{table}noi_nhan:"))
    assert find(file, "Sở B, C") == ["Sở B, C"]


def test_words_of_a_data_file_are_not_in_the_file(write: Write, tmp_path: Path) -> None:
    (tmp_path / "so.csv").write_text("Tên,Số\nXã A,5\n", encoding="utf-8")
    head = HEAD.replace("noi_nhan:", "bang:\n  so: {tu_tep: so.csv}\nnoi_nhan:")
    assert find(write("# Nội dung\n\n[bang: so]\n", head), "Xã A") == [None]
