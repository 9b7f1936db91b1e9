"""A ledger holds a text and its changes; nothing else of the text can change."""

from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.compose.roll import Ledger
from ttdn_draft.errors import Finding

WHY, OTHER = Finding("N860", facts={"old": 2026, "year": 2027}), Finding("N863")


def test_change_tells_what_stood_there_what_stands_there_and_why() -> None:
    ledger = Ledger("năm 2026 và năm 2026")
    ledger.replace(4, 8, "2027", WHY)
    (change,) = ledger.changes
    assert (change.before, change.after, change.start, change.at) == ("2026", "2027", 4, 4)
    assert change.reasons == (WHY,)
    assert ledger.text == "năm 2027 và năm 2026"


def test_changes_that_overlap_are_one_with_the_reasons_of_both() -> None:
    ledger = Ledger("Sở Thông tin và Truyền thông năm 2026")
    ledger.replace(33, 37, "2027", WHY)
    ledger.replace(29, 37, "nay", OTHER)
    (change,) = ledger.changes
    assert (change.before, change.after, change.reasons) == ("năm 2026", "nay", (WHY, OTHER))


def test_words_put_between_others_have_nothing_before() -> None:
    ledger = Ledger("ab")
    ledger.replace(1, 1, "x", WHY)
    (change,) = ledger.changes
    assert (ledger.text, change.before, change.after, change.start) == ("axb", "", "x", 1)


def test_what_becomes_again_as_it_was_is_no_change() -> None:
    ledger = Ledger("2026")
    ledger.replace(0, 4, "2027", WHY)
    ledger.replace(0, 4, "2026", OTHER)
    assert (ledger.text, ledger.changes) == ("2026", ())


@given(
    st.text("ab\n", max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.text("xy", max_size=4)))
)
def test_changes_written_into_the_old_text_make_the_new_one(old: str, edits: list[tuple[int, int, str]]) -> None:
    ledger, plain = Ledger(old), old
    for one, other, words in edits:
        start, end = sorted((min(one, len(plain)), min(other, len(plain))))
        ledger.replace(start, end, words, WHY)
        plain = plain[:start] + words + plain[end:]
    assert ledger.text == plain
    pieces, at = [], 0
    for change in ledger.changes:
        assert old[change.start : change.end] == change.before
        assert plain[change.at : change.at + len(change.after)] == change.after
        pieces += [old[at : change.start], change.after]
        at = change.end
    assert "".join([*pieces, old[at:]]) == plain
