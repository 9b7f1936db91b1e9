"""`batch` makes a document of each row of a table: what is wrong is told by row, and the others are made."""

import csv
import errno
import io
import json
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from openpyxl import Workbook

from tests.cli.conftest import RunCli
from tests.conftest import HEAD
from tests.office import needs_office
from ttdn_draft.errors import OutputError
from ttdn_draft.pages import make_pdfs, many
from ttdn_draft.pipeline import check_file, render_checked
from ttdn_draft.read import row_tables
from ttdn_draft.word.package import open_package

BODY = "# Mục đích\n\nGiao [o: ten] thực hiện.\n"
TABLE = "so;ten\n7;xã Trùng Khánh\n8;xã Hạ Lang\n9;phường Thục Phán\n"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a common part and a table of three rows, in which the command runs."""
    (tmp_path / "chung.md").write_text(HEAD + BODY, encoding="utf-8")
    (tmp_path / "bang.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def words_of(file: Path) -> str:
    return open_package(file).parts["word/document.xml"].decode()


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def batch(run_cli: RunCli, *more: object, table: str = "bang.csv") -> Any:
    return run_cli("batch", "chung.md", "--bang", table, "-o", "ra", *more)


def test_each_row_is_a_document_with_its_words_and_values(work: Path, run_cli: RunCli) -> None:
    done = batch(run_cli, "--ten", "{ten}-{loai}.docx")
    assert done.exit_code == 0
    assert names_in(work / "ra") == [
        f"{n}-huong-dan.docx" for n in ("phường Thục Phán", "xã Hạ Lang", "xã Trùng Khánh")
    ]
    xml = words_of(work / "ra" / "xã Hạ Lang-huong-dan.docx")
    assert "Giao xã Hạ Lang thực hiện." in xml and "Số 08-HD/BTGDVTU" in xml
    assert "3 tệp đã ghi" in done.stderr


def test_result_is_that_of_render_with_the_same_words(work: Path, run_cli: RunCli) -> None:
    batch(run_cli)
    text = (HEAD + BODY).replace("so: 14", "so: 7").replace("[o: ten]", "xã Trùng Khánh")
    (work / "mot.md").write_text(text, encoding="utf-8")
    assert run_cli("render", "mot.md").exit_code == 0
    assert (work / "ra" / "chung-2.docx").read_bytes() == (work / "mot.docx").read_bytes()


def write_json(work: Path) -> str:
    rows = [{"so": 7, "ky": {"ho_ten": "Trần Bình"}, "ten": "A"}, {"so": 8, "ky": {"ho_ten": "Lê Cúc"}, "ten": "B"}]
    (work / "bang.json").write_text(json.dumps(rows), encoding="utf-8")
    return "bang.json"


def write_workbook(work: Path, *rows: list[object]) -> str:
    book = Workbook()
    for row in rows or (["so", "ky.ho_ten", "ten"], [7, "Trần Bình", "A"], [8, "Lê Cúc", "B"]):
        book.active.append(row)
    book.save(work / "bang.xlsx")
    return "bang.xlsx"


@pytest.mark.parametrize("write", [write_json, write_workbook])
def test_tables_of_every_kind_give_values_of_nested_keys(work: Path, run_cli: RunCli, write: Any) -> None:
    table = write(work)
    assert batch(run_cli, "--ten", "{ten}.docx", table=table).exit_code == 0
    assert [
        ("Trần Bình" in words_of(work / "ra" / n), "Lê Cúc" in words_of(work / "ra" / n)) for n in ("A.docx", "B.docx")
    ] == [
        (True, False),
        (False, True),
    ]


def test_every_commune_of_the_province_is_a_row(work: Path, run_cli: RunCli) -> None:
    (work / "chung.md").write_text(HEAD.replace("so: 14", "tinh: cao-bang") + "# Mục\n\nGửi [o: ten_xa].\n", "utf-8")
    done = run_cli("batch", "chung.md", "--cac-xa", "--ten", "{xa}-{loai}.docx", "-o", "ra", "--output", "json")
    rows = json.loads(done.stdout)["rows"]
    assert done.exit_code == 0 and len(rows) == 56  # Nghị quyết 1657/NQ-UBTVQH15
    assert "Gửi xã Trùng Khánh." in words_of(work / "ra" / "trung-khanh-huong-dan.docx")


def test_mark_in_the_head_needs_no_quotation_marks(work: Path, run_cli: RunCli) -> None:
    head = HEAD.replace("trich_yeu: công tác thông tin đối ngoại", "trich_yeu: công tác tại [o: ten], năm 2026")
    (work / "chung.md").write_text(head + BODY, encoding="utf-8")
    assert batch(run_cli).exit_code == 0
    assert "công tác tại xã Hạ Lang, năm 2026" in words_of(work / "ra" / "chung-3.docx")


# what is wrong


def test_missing_cell_is_told_of_its_row_and_the_others_are_made(work: Path, run_cli: RunCli) -> None:
    (work / "bang.csv").write_text("so;ten\n7;A\n8;\n9;C\n", encoding="utf-8")
    done = batch(run_cli)
    assert done.exit_code == 1 and names_in(work / "ra") == ["chung-2.docx", "chung-4.docx"]
    assert done.stdout.startswith("bang.csv:3 E942 ") and "«ten»" in done.stdout and "(hàng 3)" in done.stdout


def test_formula_without_a_value_is_told_of_its_row(work: Path, run_cli: RunCli) -> None:
    table = write_workbook(work, ["so", "ten"], [7, "A"], ["=1+7", "B"])
    done = batch(run_cli, table=table)
    assert done.exit_code == 1 and names_in(work / "ra") == ["chung-2.docx"]
    assert done.stdout.startswith("bang.xlsx:3:1 E171 ")


def test_column_without_use_is_told_with_the_nearest_key_and_all_is_made(work: Path, run_cli: RunCli) -> None:
    (work / "bang.csv").write_text("so;ten;kinhgui\n7;A;x\n", encoding="utf-8")
    done = batch(run_cli)
    assert done.exit_code == 1 and names_in(work / "ra") == ["chung-2.docx"]
    assert done.stderr.startswith("bang.csv:1:3 E940 ") and "kinh_gui?" in done.stderr


def test_mark_without_a_column_makes_nothing(work: Path, run_cli: RunCli) -> None:
    (work / "bang.csv").write_text("so;tên\n7;A\n", encoding="utf-8")
    done = batch(run_cli)
    assert done.exit_code == 1 and names_in(work / "ra") == []
    assert done.stderr.startswith("chung.md:15:6 E941 ") and "(tên?)" in done.stderr


def test_rows_of_one_name_are_told_before_the_first_file(work: Path, run_cli: RunCli) -> None:
    (work / "bang.csv").write_text("so;ten\n7;a\n8;A\n9;C\n", encoding="utf-8")
    done = batch(run_cli, "--ten", "{ten}.docx")
    assert done.exit_code == 1 and names_in(work / "ra") == ["C.docx"]
    assert [line.split()[:2] for line in done.stdout.splitlines()] == [["bang.csv:2", "E943"], ["bang.csv:3", "E943"]]


def test_pattern_with_an_unknown_name_is_refused(work: Path, run_cli: RunCli) -> None:
    done = batch(run_cli, "--ten", "{tem}.docx")
    assert done.exit_code == 2 and "E944" in done.stderr and "(ten?)" in done.stderr
    assert batch(run_cli, "--ten", "{ten}").exit_code == 2  # E015


@pytest.mark.parametrize(
    ("words", "name"), [("a/b:c?", "a-b-c.docx"), ("  Xã \t Bảo  Lâm. ", "Xã Bảo Lâm.docx"), ("<x>", "x.docx")]
)
def test_name_of_a_file_is_one_of_windows(work: Path, run_cli: RunCli, words: str, name: str) -> None:
    (work / "bang.csv").write_text(f"so;ten\n7;{words}\n", encoding="utf-8")
    batch(run_cli, "--ten", "{ten}.docx")
    assert names_in(work / "ra") == [name]


def test_name_that_windows_keeps_for_itself_is_told_of_its_row(work: Path, run_cli: RunCli) -> None:
    (work / "bang.csv").write_text("so;ten\n7;con\n8;B\n", encoding="utf-8")
    done = batch(run_cli, "--ten", "{ten}.docx")
    assert done.exit_code == 1 and names_in(work / "ra") == ["B.docx"] and "E679" in done.stdout


def test_file_that_is_open_in_word_is_told_of_its_row(work: Path, run_cli: RunCli) -> None:
    (work / "ra").mkdir()
    (work / "ra" / "~$chung-3.docx").write_bytes(b"")
    done = batch(run_cli)
    assert done.exit_code == 1 and "ra/chung-3.docx E012" in done.stdout.replace("\\", "/")
    assert {"chung-2.docx", "chung-4.docx"} <= set(names_in(work / "ra"))


def test_full_disk_is_told_of_the_rows_that_it_keeps_from_being_written(
    work: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, count = Path.open, 0

    def open_until_full(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        nonlocal count
        count += mode == "xb"
        if mode == "xb" and count == 2:
            raise OSError(errno.ENOSPC, "full")
        return real(path, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", open_until_full)
    done = batch(run_cli)
    assert done.exit_code == 1 and names_in(work / "ra") == ["chung-2.docx", "chung-4.docx"]
    assert "chung-3.docx E011" in done.stdout and "ổ đĩa đầy" in done.stdout
    assert list((work / "ra").glob(".ttdn-*.tmp")) == []


def test_more_rows_than_one_run_takes_are_told(work: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_tables, "MAX_ROWS", 2)
    done = batch(run_cli)
    assert done.exit_code == 1 and "E949" in done.stderr and "3 hàng" in done.stderr


def test_longer_workbook_is_told_as_a_table_of_rows(work: Path, run_cli: RunCli) -> None:
    table = write_workbook(work, ["so", "ten"], *([number, "A"] for number in range(row_tables.MAX_ROWS + 60)))
    done = batch(run_cli, table=table)
    assert done.exit_code == 1 and "E949" in done.stderr and "vung" not in done.stderr


def test_million_rows_are_told_at_once(work: Path, run_cli: RunCli) -> None:
    (work / "bang.csv").write_text("so;ten\n" + "1;a\n" * 1_000_000, encoding="utf-8")
    done = batch(run_cli)
    assert done.exit_code == 1 and "E949" in done.stderr and names_in(work / "ra") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [("so;so\n1;2\n", "E945"), ("so;;ten\n1;2;3\n", "E945"), ("", "E163"), ("so;ten\n7;A;thừa\n", "E946")],
)
def test_table_without_order_is_told(work: Path, run_cli: RunCli, text: str, told: str) -> None:
    (work / "bang.csv").write_text(text, encoding="utf-8")
    done = batch(run_cli)
    assert done.exit_code == 1 and told in done.stdout + done.stderr


@pytest.mark.parametrize(("text", "told"), [('{"a": 1}', "E948"), ("[1]", "E948"), ("[{,}]", "E127")])
def test_json_that_is_no_list_of_rows_is_told(work: Path, run_cli: RunCli, text: str, told: str) -> None:
    (work / "bang.json").write_text(text, encoding="utf-8")
    done = batch(run_cli, table="bang.json")
    assert done.exit_code == 1 and told in done.stderr


def test_marks_of_a_draft_in_a_cell_are_told_of_the_row(work: Path, run_cli: RunCli) -> None:
    (work / "bang.csv").write_text("so;ten\n7;[điền: tên xã]\n8;B\n", encoding="utf-8")
    done = batch(run_cli)
    assert done.exit_code == 1 and names_in(work / "ra") == ["chung-3.docx"] and "E951" in done.stdout


def test_wrong_value_of_a_key_is_told_as_in_a_file(work: Path, run_cli: RunCli) -> None:
    (work / "bang.csv").write_text("so;ten\nbảy;A\n8;B\n", encoding="utf-8")
    done = batch(run_cli)
    assert done.exit_code == 1 and names_in(work / "ra") == ["chung-3.docx"] and "chung.md:5" in done.stdout


@pytest.mark.parametrize("words", [["chung.md"], ["chung.md", "--bang", "bang.csv", "--cac-xa"]])
def test_table_must_be_named_once(work: Path, run_cli: RunCli, words: list[str]) -> None:
    done = run_cli("batch", *words)
    assert done.exit_code == 2 and "E952" in done.stderr


def test_communes_need_a_province(work: Path, run_cli: RunCli) -> None:
    assert "E953" in run_cli("batch", "chung.md", "--cac-xa").stderr


def test_file_that_cannot_be_filled_is_told(work: Path, run_cli: RunCli) -> None:
    (work / "chung.docx").write_bytes(b"PK")
    assert "E954" in run_cli("batch", "chung.docx", "--bang", "bang.csv").stderr
    (work / "bang.ods").write_bytes(b"PK")
    assert "E947" in run_cli("batch", "chung.md", "--bang", "bang.ods").stderr


# the report


def test_what_is_said_of_every_row_is_told_once(work: Path, run_cli: RunCli) -> None:
    (work / "chung.md").write_text(HEAD + BODY.replace("hiện.", "hiện,, ngay."), encoding="utf-8")
    done = batch(run_cli)
    lines = done.stdout.splitlines()
    assert len(lines) == len(set(lines)) and any(line.endswith("(hàng 2, 3, 4)") for line in lines)


def test_report_for_machines_tells_each_row(work: Path, run_cli: RunCli) -> None:
    (work / "bang.csv").write_text("so;ten\n7;A\n8;\n", encoding="utf-8")
    told = json.loads(batch(run_cli, "--output", "json").stdout)
    assert told["version"] == 1
    assert [(row["row"], row["file"], row["state"]) for row in told["rows"]] == [
        (2, "chung-2.docx", "made"),
        (3, "chung-3.docx", "bad"),
    ]
    assert [found["id"] for found in told["rows"][1]["findings"]] == ["E942"]
    cells = list(csv.DictReader(io.StringIO(batch(run_cli, "--output", "csv", "--force").stdout)))
    assert [(row["hang"], row["ket_qua"], row["ma"]) for row in cells] == [("2", "made", ""), ("3", "bad", "E942")]


# what is there already


def test_file_that_is_there_is_not_written_over(work: Path, run_cli: RunCli) -> None:
    assert batch(run_cli).exit_code == 0
    (work / "ra" / "chung-3.docx").unlink()
    done = batch(run_cli)
    assert done.exit_code == 1 and done.stdout.count("E010") == 2
    assert batch(run_cli, "--force").exit_code == 0


def test_resume_makes_what_is_missing_or_changed_alone(work: Path, run_cli: RunCli) -> None:
    batch(run_cli)
    (work / "ra" / "chung-3.docx").unlink()
    (work / "bang.csv").write_text(TABLE.replace("9;", "19;"), encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in (work / "ra").glob("*.docx")}
    told = json.loads(batch(run_cli, "--resume", "--output", "json").stdout)["rows"]
    assert [row["state"] for row in told] == ["kept", "made", "made"]
    assert (work / "ra" / "chung-2.docx").stat().st_mtime_ns == before[work / "ra" / "chung-2.docx"]
    assert "Số 19-HD" in words_of(work / "ra" / "chung-4.docx")


def test_resume_renews_all_where_the_common_part_changed(work: Path, run_cli: RunCli) -> None:
    batch(run_cli)
    (work / "chung.md").write_text(HEAD + BODY.replace("thực hiện", "triển khai"), encoding="utf-8")
    assert batch(run_cli, "--resume").exit_code == 0
    assert all("triển khai" in words_of(path) for path in (work / "ra").glob("*.docx"))


def test_resume_does_not_write_over_what_a_person_changed(work: Path, run_cli: RunCli) -> None:
    batch(run_cli)
    (work / "ra" / "chung-2.docx").write_bytes(b"mine")
    done = batch(run_cli, "--resume")
    assert done.exit_code == 1 and "E950" in done.stdout and (work / "ra" / "chung-2.docx").read_bytes() == b"mine"
    assert batch(run_cli, "--resume", "--force").exit_code == 0


def test_resume_takes_a_whole_file_that_nothing_is_remembered_of(work: Path, run_cli: RunCli) -> None:
    batch(run_cli)
    (work / "ra" / ".ttdn-batch.jsonl").write_text('{"name": "chung-2', encoding="utf-8")
    told = json.loads(batch(run_cli, "--resume", "--output", "json").stdout)["rows"]
    assert [row["state"] for row in told] == ["kept"] * 3


# several processes


def test_processes_make_what_one_makes(work: Path, run_cli: RunCli) -> None:
    batch(run_cli)
    alone = {path.name: path.read_bytes() for path in (work / "ra").glob("*.docx")}
    done = run_cli("batch", "chung.md", "--bang", "bang.csv", "-o", "hai", "-j", "2")
    assert done.exit_code == 0
    assert {path.name: path.read_bytes() for path in (work / "hai").glob("*.docx")} == alone


@needs_office
def test_pages_of_all_rows_are_made_with_one_office(
    work: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts, real = [], many.run_program

    def count(command: Any, *rest: Any) -> str:
        starts.append(command)
        return real(command, *rest)

    monkeypatch.setattr(many, "run_program", count)
    assert batch(run_cli, "--pdf").exit_code == 0
    assert names_in(work / "ra") == [f"chung-{n}.{kind}" for n in (2, 3, 4) for kind in ("docx", "pdf")]
    assert len(starts) == 1
    with pdfplumber.open(work / "ra" / "chung-3.pdf") as pdf:
        assert "Giao xã Hạ Lang thực hiện" in pdf.pages[0].extract_text()
    before = (work / "ra" / "chung-2.pdf").stat().st_mtime_ns
    (work / "ra" / "chung-4.pdf").unlink()
    assert batch(run_cli, "--pdf", "--resume").exit_code == 0
    assert (work / "ra" / "chung-4.pdf").exists() and (work / "ra" / "chung-2.pdf").stat().st_mtime_ns == before


@needs_office
def test_pages_of_a_file_that_the_office_does_not_read_are_told_alone(tmp_path: Path) -> None:
    good, bad = tmp_path / "tốt.docx", tmp_path / "hỏng.docx"
    source = tmp_path / "a.md"
    source.write_text(HEAD + "# Mục\n\nNội dung.\n", encoding="utf-8")
    good.write_bytes(render_checked(check_file(source)))
    bad.write_bytes(b"PK\x03\x04")
    made = dict(make_pdfs([bad, good]))
    assert isinstance(made[good], bytes) and isinstance(made[bad], OutputError)
    assert [found.id for found in made[bad].findings] == ["E503"]
