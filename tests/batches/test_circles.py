"""What a process of a batch made of a document goes with the document: Python need not look for circles of objects."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from ttdn_draft.batches.columns import find_uses
from ttdn_draft.batches.files import FileSetup, FileTask, begin_files
from ttdn_draft.batches.making import BatchSetup, RowTask, begin_rows
from ttdn_draft.read.common_part import CommonPart
from ttdn_draft.read.row_tables import BatchRow, RowTable

NUMBERS = range(1, 5)


def prepare_files(folder: Path) -> Callable[[int], object]:
    make = begin_files(FileSetup())

    def make_one(number: int) -> object:
        file = folder / f"{number}.md"
        file.write_text(HEAD + BODY.replace("Nội dung", f"Nội dung của xã Số {number}"), encoding="utf-8")
        return make([FileTask(file, file.with_suffix(".docx"))])

    return make_one


def prepare_rows(folder: Path) -> Callable[[int], object]:
    common = CommonPart("chung.md", folder, HEAD + BODY.replace("Nội dung", "Nội dung của [o: ten]"), ())
    rows = [BatchRow("bang.csv", number, {"ten": f"xã Số {number}"}) for number in NUMBERS]
    uses = find_uses(RowTable("bang.csv", ("ten",), tuple(rows)), common.columns, ()).value
    make = begin_rows(BatchSetup(common, folder, uses))
    return lambda number: make([RowTask(rows[number - 1], f"{number}.docx", "")])


@pytest.mark.parametrize("prepare", [prepare_files, prepare_rows])
def test_documents_leave_no_circle_of_objects(
    prepare: Callable[[Path], Callable[[int], object]], tmp_path: Path
) -> None:
    make = prepare(tmp_path)
    make(1)  # what is read for the first document stays
    gc.disable()
    try:
        gc.collect()
        for number in NUMBERS[1:]:
            make(number)
        assert gc.collect() == 0
    finally:
        gc.enable()
    assert len(list(tmp_path.glob("*.docx"))) == len(NUMBERS)
