"""`diff` says what changed between two files of any form, and shows it in Word."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.conftest import HEAD, SHARED, assert_sound
from tests.word_changes import main_of, parts_of, settle, words_of

OLD = HEAD + "# Mục đích\n\nTổ chức 5 hội nghị trước ngày 05/7/2026 ở các xã.\n\nĐoạn này sẽ bị bỏ đi trong bản mới.\n"
NEW = HEAD.replace("so: 14", "so: 15") + (
    "# Mục đích\n\nTổ chức 7 hội nghị trước ngày 06/7/2026 ở các xã.\n\n# Yêu cầu\n\nMột câu mới hoàn toàn khác.\n"
)


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cu.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "moi.md").write_text(NEW, encoding="utf-8")
    return tmp_path


def test_what_changed_is_told_with_its_place_and_kind(pair: Path, run_cli: RunCli) -> None:
    done = run_cli("diff", "cu.md", "moi.md")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "Sửa số văn bản (dòng 5)",
        "    [-14-]{+15+}",
        "    số liệu: 14 → 15",
        "Sửa đoạn (dòng 15)",
        "    Tổ chức [-5-]{+7+} hội nghị trước ngày [-05/7/2026-]{+06/7/2026+} ở các xã.",
        "    số liệu: 5 → 7",
        "    thời gian: 05/7/2026 → 06/7/2026",
        "Bỏ đoạn (dòng 17)",
        "    [-Đoạn này sẽ bị bỏ đi trong bản mới.-]",
        "Thêm đề mục (dòng 17)",
        "    {+Yêu cầu+}",
        "Thêm đoạn (dòng 19)",
        "    {+Một câu mới hoàn toàn khác.+}",
    ]
    assert done.stderr.strip() == "cu.md và moi.md: sửa 2, thêm 2, bỏ 1, số liệu 2, thời gian 1"


def test_first_draft_and_number_one_are_told_as_others_are(pair: Path, run_cli: RunCli) -> None:
    (pair / "moi.md").write_text(OLD.replace("so: 14", "so: 1\ndu_thao: 1"), encoding="utf-8")
    told = run_cli("diff", "cu.md", "moi.md").stdout
    assert "[-14-]{+1+}" in told and "Thêm lần dự thảo" in told


def test_json_holds_the_same_for_programs(pair: Path, run_cli: RunCli) -> None:
    told = json.loads(run_cli("diff", "cu.md", "moi.md", "--output", "json").stdout)
    assert (told["version"], told["old"], told["new"]) == (1, "cu.md", "moi.md")
    changed = told["changes"][1]
    assert (changed["action"], changed["part"], changed["new"]["line"]) == ("changed", "paragraph", 15)
    assert changed["words"][0] == {"kind": "figure", "old": "5", "new": "7"}
    assert [change["action"] for change in told["changes"]] == ["changed", "changed", "removed", "added", "added"]
    assert told["changes"][2]["new"] is None


def test_the_same_document_in_another_form_has_no_change(pair: Path, run_cli: RunCli) -> None:
    run_cli("render", "cu.md")
    done = run_cli("diff", "cu.md", "cu.docx")
    assert (done.stdout, done.exit_code) == ("", 0)
    assert "như nhau" in done.stderr


def test_figures_of_a_data_file_are_compared_as_they_are_printed(pair: Path, run_cli: RunCli) -> None:
    for name, money in (("cu", "1250,5"), ("moi", "1300")):
        (pair / f"{name}.csv").write_text(f"Hoạt động;Kinh phí\nBản tin;{money}\nPhim;480\n", encoding="utf-8")
        head = HEAD.replace("noi_nhan", f"bang: {{so: {{tu_tep: {name}.csv, tong: true}}}}\nnoi_nhan")
        (pair / f"{name}.md").write_text(f"{head}# Kết quả\n\n[bang: so]\n", encoding="utf-8")
    told = run_cli("diff", "cu.md", "moi.md").stdout
    assert "số liệu: 1.250,5 → 1.300" in told
    assert "số liệu: 1.730,5 → 1.780" in told


def test_forms_may_be_mixed_and_places_are_those_of_each(pair: Path, run_cli: RunCli) -> None:
    run_cli("render", "cu.md")
    lines = run_cli("diff", "cu.docx", "moi.md").stdout.splitlines()
    [place] = [line for line in lines if line.startswith("Sửa đoạn")]
    assert "đoạn " in place and "→ dòng 15" in place


@pytest.mark.parametrize("is_word", [False, True])
def test_a_word_file_shows_the_new_words_as_changes_of_the_old_file(pair: Path, is_word: bool, run_cli: RunCli) -> None:
    run_cli("render", "cu.md")
    run_cli("render", "moi.md")
    old = (pair / "cu.docx").read_bytes()
    names = ("cu.docx", "moi.docx") if is_word else ("cu.md", "moi.md")
    assert run_cli("diff", *names, "-o", "so-sanh.docx").exit_code == 0
    made = main_of((pair / "so-sanh.docx").read_bytes())
    assert words_of(settle(made, is_accepted=False)) == words_of(main_of(old))
    assert words_of(settle(made, is_accepted=True)) == words_of(main_of((pair / "moi.docx").read_bytes()))
    assert (pair / "cu.docx").read_bytes() == old
    assert_sound(pair / "so-sanh.docx")
    first = (pair / "so-sanh.docx").read_bytes()
    run_cli("diff", *names, "-o", "so-sanh.docx", "--force")
    assert (pair / "so-sanh.docx").read_bytes() == first


def test_drafts_that_cannot_be_printed_are_compared_as_typed(pair: Path, run_cli: RunCli) -> None:
    for name in ("cu.md", "moi.md"):
        text = (pair / name).read_text(encoding="utf-8")
        (pair / name).write_text(text.replace("loai: huong-dan", "loai: thong-bao"), encoding="utf-8")
    done = run_cli("diff", "cu.md", "moi.md")
    assert "    số liệu: 5 → 7" in done.stdout.splitlines()
    refused = run_cli("diff", "cu.md", "moi.md", "-o", "so-sanh.docx")
    assert refused.exit_code == 1
    assert not (pair / "so-sanh.docx").exists()


@pytest.mark.parametrize(("kind", "name"), [("ke-hoach", "Kế hoạch"), ("thong-bao", "Thông báo")])
def test_kinds_are_named_in_words_whether_they_can_be_printed_or_not(
    kind: str, name: str, pair: Path, run_cli: RunCli
) -> None:
    new = pair / "moi.md"
    new.write_text(new.read_text(encoding="utf-8").replace("loai: huong-dan", f"loai: {kind}"), encoding="utf-8")
    told = run_cli("diff", "cu.md", "moi.md").stdout
    assert "huong-dan" not in told and kind not in told
    assert "Hướng dẫn" in told and name in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["cu.md", "khong-co.md"], "E106"),
        (["cu.md", "moi.md", "-o", "cu.md"], "E846"),
        (["cu.md", "moi.md", "-o", "ra.md"], "E015"),
        (["cu.md", "moi.md", "-o", "co-roi.docx"], "E010"),
    ],
)
def test_what_cannot_be_done_is_told(pair: Path, arguments: list[str], told: str, run_cli: RunCli) -> None:
    (pair / "co-roi.docx").write_bytes(b"cua nguoi khac")
    done = run_cli("diff", *arguments)
    assert done.exit_code != 0
    assert told in done.stderr
    assert (pair / "co-roi.docx").read_bytes() == b"cua nguoi khac"


def test_files_of_offices_are_compared_whatever_kind_they_are(tmp_path: Path, run_cli: RunCli) -> None:
    files = sorted((SHARED / "corpus" / "word").glob("*.docx"))
    if not files:
        pytest.skip("the Word files of offices lie in ../shared/corpus/word, which is not here")
    done = run_cli("diff", files[2], files[11], "-o", tmp_path / "so-sanh.docx")
    assert done.exit_code == 0
    assert "số liệu" in done.stdout


def test_words_that_have_no_place_are_told_and_the_files_are_not_called_alike(pair: Path, run_cli: RunCli) -> None:
    run_cli("render", "cu.md")
    docx = (pair / "cu.docx").read_bytes()
    added = b"<w:p><w:r><w:t>Bao nhieu chu o cuoi</w:t></w:r></w:p><w:sectPr>"
    with zipfile.ZipFile(pair / "them.docx", "w") as archive:
        for name, data in parts_of(docx).items():
            head, _, tail = data.rpartition(b"<w:sectPr>") if name == "word/document.xml" else (data, b"", b"")
            archive.writestr(name, head + added + tail if tail else data)
    done = run_cli("diff", "cu.docx", "them.docx")
    assert "W849" in done.stderr
    assert "Bao nhieu chu o cuoi" in done.stderr
    assert "phần so sánh được như nhau" in done.stderr
    told = json.loads(run_cli("diff", "cu.docx", "them.docx", "--output", "json").stdout)
    assert [found["words"] for found in told["unread"]] == ["Bao nhieu chu o cuoi"]
    assert "W849" not in run_cli("diff", "them.docx", "them.docx").stderr
