"""A text taken apart holds every character once, and a letter written into a run changes that letter alone."""

import unicodedata
from dataclasses import replace
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.api import SplitText, TextRun, split_text

HEAD = """---
kiem_tra:
  ten-ban:
    hoi: "Tên ban?"
    gia_tri: Ban Tuyên giáo
    nguon: báo
loai: huong-dan
the_thuc: dang
co_quan:
  ten: BAN TUYÊN GIÁO
  ky_hieu: BTGTU
trich_yeu: thử
---
"""
LETTERS = "abđêôưẳỵNTXắ 0"
WORDS = st.text("abđêôưẳỵNTXắ", min_size=1, max_size=6)
PHRASE = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
INLINE = st.one_of(
    PHRASE,
    PHRASE.map("**{}**".format),
    PHRASE.map("*{}*".format),
    PHRASE.map("[cần kiểm tra: {} — nguồn]".format),
    PHRASE.map("[cần kiểm tra #ten-ban: {}]".format),
    PHRASE.map("[điền: {}]".format),
    st.sampled_from(
        ["[cần kiểm tra #ten-ban]", "[…]", r"\*", r"\[", "\\\\", "[dan: kl-57-kltw-2023]", "[^a]", "20*30", "(a)", "&"]
    ),
)
LINE = st.lists(INLINE, min_size=1, max_size=5).map(" ".join)
CELL = st.one_of(LINE, st.just(""), PHRASE.map(r"{} \| x".format))
TABLE = st.lists(st.tuples(CELL, CELL), max_size=3).map(
    lambda rows: "\n".join(["| Cột | Số |", "|---|--:|", *(f"| {a} | {b} |" for a, b in rows)])
)
BLOCK = st.one_of(
    LINE,
    st.lists(LINE, min_size=2, max_size=3).map("\n".join),
    st.lists(LINE, min_size=2, max_size=2).map("  \n".join),
    st.tuples(st.sampled_from(["# ", "## ", "- ", "+ ", "1. ", "2. ", "a) ", "1.1. ", "   - ", "- \u00a0"]), LINE).map(
        "".join
    ),
    LINE.map("# I. {}".format),
    LINE.map("## {} ##".format),
    TABLE,
)
BODIES = st.lists(BLOCK, min_size=1, max_size=8).map(
    lambda blocks: "\n\n".join([*blocks, "[^a]: Xem văn kiện."]) + "\n"
)


def runs_of(split: SplitText) -> list[TextRun]:
    """Return every run of a text, those of cells too."""
    of_cells = chain.from_iterable(cell.runs for block in split.blocks for row in block.cells for cell in row)
    return [*chain.from_iterable(block.runs for block in split.blocks), *of_cells]


def read_words(split: SplitText) -> list[str]:
    """Return what is read of each block."""
    cells = ((b, [c.runs for row in b.cells for c in row]) for b in split.blocks)
    return ["|".join("".join(run.text for run in runs) for runs in [block.runs, *rows]) for block, rows in cells]


def assert_is_whole(text: str, split: SplitText) -> None:
    """Hold that each character stands in one block or one gap, and each run that is not raw in its letters."""
    at = 0
    for stretch in sorted([*split.blocks, *split.gaps], key=lambda one: one.start):
        assert stretch.start == at < stretch.end
        at = stretch.end
    assert at == len(text)
    for block in split.blocks:
        for run in chain(block.runs, *(cell.runs for row in block.cells for cell in row)):
            assert block.start <= run.start < run.end <= block.end
            assert run.raw or text[run.start : run.end] == run.text


@given(BODIES)
def test_every_character_stands_in_one_block_or_one_gap(body: str) -> None:
    split = split_text(HEAD + "\n" + body)
    assert_is_whole(HEAD + "\n" + body, split)
    assert {gap.kind for gap in split.gaps} <= {"fence", "head", "blank"}
    assert all(block.editable for block in split.blocks)


@given(BODIES, st.data())
def test_letter_written_into_a_run_changes_that_letter_alone(body: str, data: st.DataObject) -> None:
    text = HEAD + "\n" + body
    split = split_text(text)
    plain = [run for run in runs_of(split) if not run.raw and len(run.text) > 1]
    if not plain:
        return
    run = data.draw(st.sampled_from(plain))
    at = data.draw(st.integers(run.start + 1, run.end - 1))
    mended = f"{text[:at]}ừ{text[at:]}"
    again = split_text(mended)
    assert_is_whole(mended, again)
    assert "".join(read_words(again)).replace("ừ", "") == "".join(read_words(split))
    assert [replace(r, start=0, end=0, text="") for r in runs_of(again)] == [
        replace(r, start=0, end=0, text="") for r in runs_of(split)
    ]
    written = [r for r in runs_of(again) if "ừ" in r.text]
    assert [(r.start, r.text) for r in written] == [
        (run.start, f"{run.text[: at - run.start]}ừ{run.text[at - run.start :]}")
    ]


@given(BODIES, st.sampled_from(["NFD", "CRLF", "BOM", "CR"]))
def test_places_are_those_of_the_file_however_its_letters_and_lines_are_written(body: str, form: str) -> None:
    text = HEAD + "\n" + body
    kept = {
        "NFD": unicodedata.normalize("NFD", text),
        "CRLF": text.replace("\n", "\r\n"),
        "BOM": f"\ufeff{text}",
        "CR": text.replace("\n", "\r"),
    }[form]
    split = split_text(kept)
    assert_is_whole(kept, split)
    assert read_words(split) == read_words(split_text(text))
