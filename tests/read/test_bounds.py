"""What is too long for a document is told with figure and limit before memory is filled with it."""

import json
import tracemalloc

import pytest

from tests.conftest import HEAD, ids
from ttdn_draft.api import check as check_data
from ttdn_draft.pipeline import check_text
from ttdn_draft.read.bounds import MAX_BLOCKS, MAX_LINES, MAX_NOTES
from ttdn_draft.read.texts import MOST_GUESSED
from ttdn_draft.yaml_nodes import MAX_KEYS

FACTS = HEAD.replace("---\n", "")
ROW = '["x"]'


def told(text: str, form: str = "md") -> list[tuple[str, object, object]]:
    found = [f for f in check_text(text, form).findings if f.severity == "error"]
    return [(f.id, f.facts["found"], f.facts["limit"]) for f in found]


def test_hundreds_of_thousands_of_paragraphs_are_refused_in_little_room() -> None:
    text = HEAD + "a\n\n" * 300_000
    tracemalloc.start()
    found = told(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [("E158", 300_000, MAX_LINES)] and peak < 60e6


@pytest.mark.parametrize(
    ("blocks", "found", "limit"),
    [
        ('{"doan": "x"},' * MAX_BLOCKS + '{"doan": "x"}', MAX_BLOCKS + 1, MAX_BLOCKS),
        (f'{{"bang": {{"cot": [{{"ten": "A"}}], "hang": [{ROW}{f", {ROW}" * 20_000}]}}}}', 20_001, 20_000),
        (f'{{"bang": {{"cot": [{{"ten": "A"}}], "hang": [[{"1, " * 30}1]]}}}}', 31, 30),
    ],
)
def test_blocks_rows_and_columns_are_bounded(blocks: str, found: int, limit: int) -> None:
    assert told(f"{FACTS}noi_dung: [{blocks}]\n", "yaml") == [("E158", found, limit)]


def test_notes_are_bounded() -> None:
    notes = {f"n{at}": "x" for at in range(MAX_NOTES + 1)}
    assert ("E158", MAX_NOTES + 1, MAX_NOTES) in told(
        f"{FACTS}noi_dung: [{{doan: x}}]\nchu_thich: {json.dumps(notes)}\n", "yaml"
    )


def test_each_of_many_notes_without_a_mark_is_told() -> None:
    count = 2 * MOST_GUESSED
    text = HEAD + "Mở đầu (7) và [x].\n\n" + "".join(f"[^n{at}]: Nguồn {at}.\n\n" for at in range(count))
    assert [f.facts["label"] for f in check_text(text, "md").findings if f.id == "E146"] == [
        f"n{at}" for at in range(count)
    ]


def test_line_of_thousands_of_cells_is_refused() -> None:
    bars = "|" * 200_000
    assert told(f"{HEAD}{bars}\n{'|-' * 200_000}|\n") == [("E158", 400_001 // 2 + 1, 30)]


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_values_of_a_file_are_bounded(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ttdn_draft.yaml_nodes.MAX_NODES", 1000)
    text = json.dumps({"loai": ["a"] * 2500})
    assert ids(check_text(text, form).findings) == ["E158"]


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_hundreds_of_thousands_of_wrong_keys_are_refused_before_all_are_read(form: str) -> None:
    keys = {f"k{at}": 1 for at in range(300_000)}
    text = json.dumps(keys) if form == "json" else "".join(f"{key}: 1\n" for key in keys)
    assert told(text, form) == [("E158", f"> {MAX_KEYS}", MAX_KEYS)]
    assert [(f.id, f.facts["found"]) for f in check_data(keys).findings] == [("E158", 300_000)]


def test_text_of_the_largest_size_is_read() -> None:
    assert check_text(HEAD + "a\n" * MAX_LINES, "md").document is not None
