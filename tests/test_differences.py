"""Two texts, or two rows of lines, are held against each other so that nothing of either is lost."""

import time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.differences import alikeness, diff_words, pair_in_order, pair_lines

WORDS = st.sampled_from(["hội", "nghị", "2026", "2027", ",", ".", "  ", " ", "tỉnh", "ti\u0309nh", "\t", "57-KL/TW"])
TEXT = st.lists(WORDS, max_size=14).map("".join)
LINE = st.lists(st.sampled_from(["một", "hai", "ba", "bốn", "năm", "2026", "2027", "sáu"]), max_size=7).map(" ".join)
LINES = st.lists(LINE, max_size=12)


def flat(text: str) -> str:
    return " ".join(normalize("NFC", text).split())


@given(TEXT, TEXT)
def test_old_words_with_the_changes_are_the_new_ones(old: str, new: str) -> None:
    made, at, to = "", 0, 0
    for change in diff_words(old, new):
        assert at <= change.start <= change.end and to <= change.new_start <= change.new_end
        assert (change.start, change.new_start) != (change.end, change.new_end)
        made += old[at : change.start] + new[change.new_start : change.new_end]
        at, to = change.end, change.new_end
    assert flat(made + old[at:]) == flat(new)


@given(TEXT)
def test_the_same_words_have_no_change_however_they_are_typed(text: str) -> None:
    assert diff_words(text, normalize("NFC", text)) == []
    assert diff_words(text, normalize("NFD", text)) == []
    assert diff_words("hai  cách", "hai cách") == []


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("ngày 05/6/2026", "ngày 06/6/2026", [("05/6/2026", "06/6/2026")]),
        ("a b c d e f", "x y z d u v w", [("a b c d e f", "x y z d u v w")]),  # one word stays: too small an island
        ("1.250,5 triệu đồng.", "1.300 triệu đồng.", [("1.250,5", "1.300")]),
        ("a b c d e", "a x c y e", [("b", "x"), ("d", "y")]),
        ("Sở A, Sở B", "Sở A và Sở B", [(",", " và")]),
    ],
)
def test_words_that_change_together_are_told_together(old: str, new: str, changed: list[tuple[str, str]]) -> None:
    found = diff_words(old, new)
    assert [(old[c.start : c.end], new[c.new_start : c.new_end]) for c in found] == changed


@given(LINES, LINES)
def test_each_line_is_paired_once_and_in_its_order(old: list[str], new: list[str]) -> None:
    pairs = pair_lines(old, new)
    assert sorted(p.old for p in pairs if p.old >= 0) == list(range(len(old)))
    assert [p.new for p in pairs if p.new >= 0] == list(range(len(new)))
    still = [p.old for p in pairs if p.old >= 0 and not p.is_moved]
    assert still == sorted(still)
    ordered = pair_in_order(old, new)
    assert [p.old for p in ordered if p.old >= 0] == list(range(len(old)))
    assert [p.new for p in ordered if p.new >= 0] == list(range(len(new)))
    assert not any(p.is_moved for p in ordered)


@given(LINES)
def test_the_same_lines_are_paired_with_themselves(lines: list[str]) -> None:
    assert [(p.old, p.new, p.is_moved) for p in pair_lines(lines, lines)] == [(n, n, False) for n in range(len(lines))]


def pairs_of(old: list[str], new: list[str]) -> list[tuple[int, int, bool]]:
    return [(p.old, p.new, p.is_moved) for p in pair_lines(old, new)]


LONG = "tổ chức hội nghị báo chí của tỉnh"
OTHER = "gửi báo cáo về ban trước hạn"


def test_a_line_that_stands_elsewhere_has_moved_and_one_that_is_short_has_not() -> None:
    assert pairs_of([LONG, OTHER, "ba"], [OTHER, "ba", LONG]) == [(1, 0, False), (2, 1, False), (0, 2, True)]
    assert pairs_of(["ba bốn", LONG, OTHER], [LONG, OTHER, "ba bốn"])[-1] == (-1, 2, False)


def test_a_line_that_moved_may_have_changed_in_few_words() -> None:
    changed = LONG.replace("tỉnh", "thành phố")
    assert pairs_of([LONG, OTHER, "ba"], [OTHER, "ba", changed])[-1] == (0, 2, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("trước ngày 05/6/2026 gửi báo cáo", "trước ngày 01/7/2027 gửi báo cáo"),
        ("Tổ chức bốn hội nghị ở các xã biên giới", "Tổ chức bốn hội nghị và hai cuộc thi"),
        ("Giao Sở Ngoại vụ chủ trì, báo cáo trước hạn", "Giao Sở Văn hoá chủ trì, báo cáo trước hạn"),
        ("một hai ba bốn", "không hai ba bốn"),
    ],
)
def test_a_line_is_known_again_by_most_of_its_words(old: str, new: str) -> None:
    around = ["đầu tiên", "cuối cùng"]
    assert (1, 1, False) in pairs_of([around[0], old, around[1]], [around[0], new, around[1]])


def test_lines_that_share_few_words_are_two() -> None:
    assert pairs_of(["một hai ba bốn"], ["bốn năm sáu bảy"]) == [(0, -1, False), (-1, 0, False)]
    assert alikeness("một hai", "một hai") == 1
    assert alikeness("một", "hai") == 0


def test_ten_thousand_lines_are_no_trouble() -> None:
    old = [f"{LONG} lần {number} ở xã {number * 7 % 1000}" for number in range(10_000)]
    new = [line.replace("lần", "đợt") if number % 7 == 0 else line for number, line in enumerate(old)]
    new.insert(20, new.pop(9_000))
    del new[5_000:5_050]
    started = time.process_time()
    pairs = pair_lines(old, new)
    assert time.process_time() - started < 10
    assert sum(p.is_moved for p in pairs) == 1
    assert sum(p.new < 0 for p in pairs) == 50
