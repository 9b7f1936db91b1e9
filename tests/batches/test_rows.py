"""A row's document is the very document of a file in which its words and values stand, and is told the same."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import HEAD
from ttdn_draft.batches.columns import fill_row, find_uses
from ttdn_draft.errors import Finding
from ttdn_draft.model import Source, plain_text
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import Checked, check_filled, check_text, render_checked
from ttdn_draft.read.cell_marks import fill_markdown
from ttdn_draft.read.common_part import CommonPart
from ttdn_draft.read.prepared_part import prepare_part
from ttdn_draft.read.row_tables import BatchRow, RowTable
from ttdn_draft.reuse import Memory, remembering

FILE = "chung.md"
BODY = """Căn cứ tình hình của [o: ten], Ban hướng dẫn như sau:

# Mục đích của **[o: ten]**

1. Giao [o: co quan] thực hiện **việc của [o: ten]** trong năm 2026.

- Kinh phí [o: tien] đồng, chi cho *[o: ten]*[^1].

+ Phần việc còn lại.

# Tổ chức

Đơn vị [o: co quan] gửi báo cáo về Ban trước ngày 15/6/2026.

[^1]: Theo đề nghị của [o: co quan].
"""
AT_STARTS = """[o: ten] hướng dẫn như sau:

# [o: ten]

[o: co quan]

- [o: ten]

| Đơn vị | Việc |
|---|---|
| [o: ten] | [o: co quan] |

**[o: tien]**
"""
COLUMNS = ("so", "trich_yeu", "ky.ho_ten", "ten", "co quan", "tien")
TAME = st.from_regex(r"(?:xã|Phường|UBND xã|Sở) [A-ZĐ][a-zàáơưệ]{1,8}(?: [0-9]{1,3})?(?:, [a-z]{2,6})?", fullmatch=True)
SIGNS = "".join(map(chr, range(0x20, 0x7F))) + "àáơưệĐ–“”"  # other signs are told of the row: they are read with it
MARKED = [
    *("1. Việc", "# Mục", "- ý", "a) b", "II. MỤC TIÊU", "**đậm**", "a*b*c", "[dan: kl-57-kltw-2023]", "[o: ten]"),
    *("<b>x</b>", "[^1]", "(2)", "[1]", "`a`", "![a](b)", "{{ x }}", "{% for %}", "&nbsp;", "C:\\a\\n", "---", "a\\"),
    *("x|y", "|x|", "Điều 5. Chung", "1.234.567", "15/6/2026", "1.1. Việc", "_x_", "~~~", "Sở A; Sở B.", "$x", "\xa0x"),
]
WILD = st.one_of(
    st.sampled_from(MARKED),
    st.text(SIGNS, min_size=1, max_size=12).filter(str.strip),
)
FIGURES = st.integers(1, 9_999_999).map(lambda number: f"{number:,}".replace(",", "."))
DAYS = st.sampled_from(["2026-06-05", "2026-12-24", "2025-03-02"])
NAMES = st.from_regex(r"[A-ZĐ][a-zàáơưệ]{1,6}(?: [A-ZĐ][a-zàáơưệ]{1,6}){1,3}", fullmatch=True)


def rows_of(words: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
    parts = {"so": st.integers(1, 99999).map(str), "trich_yeu": words, "ky.ho_ten": NAMES}
    return st.fixed_dictionaries({**parts, "ten": words, "co quan": words, "tien": st.one_of(FIGURES, words)})


def make_common(body: str) -> CommonPart:
    return CommonPart(FILE, Path(), HEAD + body, ())


def check_row(common: CommonPart, cells: Mapping[str, str], is_prepared: bool) -> Checked:
    row = BatchRow("bang.csv", 2, dict(cells))
    uses = find_uses(RowTable("bang.csv", COLUMNS, (row,)), common.columns, ()).value
    filling, _ = fill_row(row, uses)
    prepared = prepare_part(common)
    if is_prepared:
        assert prepared, "marks inside lines of words are read once"
    source = (prepared and prepared.fill(filling)) or common.fill(filling)
    return check_filled(FILE, Path(), lambda: source, PackShelf())


def check_single(body: str, cells: Mapping[str, str]) -> Checked:
    """Check the file that a person would write for one row: each value of the head between quotation marks."""
    written = {"so": cells["so"], "trich_yeu": json.dumps(cells["trich_yeu"], ensure_ascii=False)}
    signer = json.dumps({"chuc_vu": "TRƯỞNG BAN", "ho_ten": cells["ky.ho_ten"]}, ensure_ascii=False)
    lines = [
        f"{key}: {written[key]}"
        if (key := line.partition(":")[0]) in written
        else f"ky: {signer}"
        if key == "ky"
        else line
        for line in HEAD.splitlines()
    ]
    text = "\n".join(lines) + "\n" + fill_markdown(body, cells)
    return check_text(text, "md", PackShelf(), FILE, Path())


def told_of(checked: Checked) -> list[tuple[str, int, int, str, str, str, object]]:
    """Return what is told, without column and order in a line of the head, whose values are written otherwise."""
    told = [_as_told(found) for found in checked.findings]
    first = [one for one in told if one[1] <= HEAD.count("\n")]
    return [*sorted(first, key=repr), *(one for one in told if one not in first)]


def _as_told(found: Finding) -> tuple[str, int, int, str, str, str, object]:
    column = found.place.column if found.place.line > HEAD.count("\n") else 0
    return found.id, found.place.line, column, found.place.path, found.sentence(), found.words, found.fix


@settings(max_examples=30)
@given(rows_of(TAME))
def test_row_of_words_makes_the_bytes_and_findings_of_a_single_file(cells: dict[str, str]) -> None:
    row, single = check_row(make_common(BODY), cells, is_prepared=True), check_single(BODY, cells)
    assert told_of(row) == told_of(single)
    assert row.document is not None
    assert render_checked(row) == render_checked(single)


@settings(max_examples=60)
@given(rows_of(st.one_of(WILD, TAME)), st.sampled_from([BODY, AT_STARTS]))
def test_row_of_any_signs_makes_the_bytes_and_findings_of_a_single_file(cells: dict[str, str], body: str) -> None:
    row, single = check_row(make_common(body), cells, is_prepared=False), check_single(body, cells)
    assert told_of(row) == told_of(single)
    assert (row.document is None) == (single.document is None)
    if row.document is not None:
        assert render_checked(row) == render_checked(single)


@settings(max_examples=15)
@given(
    st.lists(st.tuples(rows_of(st.one_of(TAME, WILD)), DAYS), min_size=2, max_size=6),
    st.sampled_from([BODY, AT_STARTS]),
)
def test_row_is_made_the_same_whatever_rows_came_before_it(rows: list[tuple[dict[str, str], str]], body: str) -> None:
    common, memory = make_common(body), Memory()
    prepared = prepare_part(common)
    for cells, day in rows:
        row = BatchRow("bang.csv", 2, {**cells, "ngay": day})
        uses = find_uses(RowTable("bang.csv", (*COLUMNS, "ngay"), (row,)), common.columns, ()).value
        filling, _ = fill_row(row, uses)
        source = (prepared and prepared.fill(filling)) or common.fill(filling)
        with remembering(memory):
            remembered = make_whole(source)
        assert remembered == make_whole(source)


def make_whole(source: Source) -> tuple[tuple[Finding, ...], bytes]:
    checked = check_filled(FILE, Path(), lambda: source, PackShelf())
    return checked.findings, render_checked(checked) if checked.document else b""


@given(WILD)
def test_signs_of_a_cell_are_printed_as_they_are(words: str) -> None:
    body = "Giao [o: ten] thực hiện.\n\n# Mục\n\n- Ý thứ nhất của [o: ten].\n"
    checked = check_row(make_common(body), dict.fromkeys(COLUMNS, "x") | {"so": "1", "ten": words}, is_prepared=False)
    source = checked.source
    assert source is not None
    assert plain_text(source.texts["noi_dung", 0, "doan"]) == f"Giao {' '.join(words.split())} thực hiện."
    assert not any(run.bold or run.italic or run.note or run.cited for text in source.texts.values() for run in text)


@pytest.mark.parametrize(
    "body",
    [
        "[o: ten] làm.\n",
        "# **[o: ten]**\n",
        "Việc của đơn vị [^[o: ten]].\n",
        "| Tên | Việc |\n|---|---|\n| của [o: ten] | x |\n",
        "Việc của [o: ten]\n[o: ten] làm.\n",
        "I. Việc của [o: ten]\n\nNội dung.\n",
        "Giao cho **[o: ten] làm.\n",
    ],
)
def test_text_that_words_may_change_is_read_for_each_row(body: str) -> None:
    assert prepare_part(make_common(body)) is None
