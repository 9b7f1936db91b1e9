"""The right reading of real files, written by hand beside them, is what the reader makes of them."""

from pathlib import Path
from typing import Any

from tests.read.word.expected import expect_of, list_levels, tidied
from ttdn_draft.read import read_source

WRONG_TRUTH = {("07-bc-tham-luan-2019", "trich_yeu")}  # the file has other words than the reading beside it


def corpus(shared: Path) -> list[Path]:
    return sorted((shared / "corpus" / "word").glob("*.docx"))


def read_field(data: Any, key: str) -> Any:
    if key in ("cap_tren", "ten"):
        return data["co_quan"].get(key)
    if key == "ky_hieu":
        symbol = {"bao-cao": "BC", "ke-hoach": "KH", "huong-dan": "HD"}[data["loai"]]
        mark = "/" if data["the_thuc"] == "dang" else "-"
        return data.get("ky_hieu") or f"{symbol}{mark}{data['co_quan']['ky_hieu']}"
    return data.get(key)


def test_facts_of_real_files_are_read(shared: Path) -> None:
    right = wanted = 0
    for file in corpus(shared):
        expected, data = expect_of(file), read_source(file).data
        for key, value in expected["fields"].items():
            if key in {"ngay_in", "ngay", *expected.get("not_scored", ())} or (file.stem, key) in WRONG_TRUTH:
                continue
            accepted = value["any"] if isinstance(value, dict) else [value]
            wanted += 1
            right += tidied(read_field(data, key)) in [tidied(one) for one in accepted]
    assert right / wanted >= 0.95


def test_blocks_of_real_files_have_their_level(shared: Path) -> None:
    right = wanted = 0
    for file in corpus(shared):
        expected, data = expect_of(file), read_source(file).data
        for written, blocks in [
            (expected["body"], data["noi_dung"]),
            *(
                (one["body"], annex["noi_dung"])
                for one, annex in zip(expected["annexes"], data.get("phu_luc", ()), strict=True)
            ),
        ]:
            found = list_levels(blocks, data.get("danh_so"))
            wanted += len(written)
            right += sum(
                any(level in str(one[0]).split("|") for level in levels)
                for one, levels in zip(written, found, strict=True)
            )
    assert right / wanted >= 0.95


def test_recipients_and_signers_of_real_files_are_read(shared: Path) -> None:
    for file in corpus(shared):
        expected, data = expect_of(file), read_source(file).data
        assert [tidied(one) for one in data["noi_nhan"]] == [tidied(one) for one in expected["recipients"]], file
        signers = data["ky"] if isinstance(data["ky"], list) else [data["ky"]]
        assert [one.get("ho_ten") for one in signers] == [one["name"] for one in expected["signature"]], file


def test_tables_and_notes_of_real_files_are_read(shared: Path) -> None:
    for file in corpus(shared):
        expected, data = expect_of(file), read_source(file).data
        tables = [table for blocks in _bodies(data) for table in _tables(blocks)]
        assert [len(table["cot"]) for table in tables] == [table["cols"] for table in expected["tables"]], file
        assert len(data.get("chu_thich", {})) == len(expected["footnotes"]), file


def _bodies(data: Any) -> list[Any]:
    return [data["noi_dung"], *(annex["noi_dung"] for annex in data.get("phu_luc", ()))]


def _tables(blocks: list[Any]) -> list[Any]:
    found = []
    for block in blocks:
        found += [block["bang"]] if "bang" in block else _tables(block.get("noi_dung", []))
    return found
