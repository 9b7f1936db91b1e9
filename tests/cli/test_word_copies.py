"""`check` of a Word file writes copies: findings as comments, fixes as changes; the file itself stays as it is."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.conftest import RunCli
from tests.conftest import SHARED, assert_sound
from tests.word_changes import letters_of, main_of, parts_of, settle, words_of
from tests.word_files import W
from ttdn_draft.check.registry import look_rules

BODY = (
    "# Mục đích\n\nThực hiện Nghị định 71/2019/NĐ-CP ngày 17/06/2020, ngày 17/06/2020 của Chính phủ.\n\n"
    "# Yêu cầu\n\nDấu cách ,sai.\n"
)


@pytest.fixture
def docx(rendered: Callable[..., Path]) -> Path:
    return rendered(BODY)


def comments_of(docx: Path) -> list[str]:
    root = etree.fromstring(parts_of(docx.read_bytes())["word/comments.xml"])
    return ["\n".join(letters_of(p) for p in comment.iter(f"{W}p")) for comment in root]


def test_findings_stand_in_a_copy_as_comments_with_clause_and_remedy(
    docx: Path, tmp_path: Path, run_cli: RunCli
) -> None:
    before, target = docx.read_bytes(), tmp_path / "gop-y.docx"
    done = run_cli("check", docx, "--comments", target)
    assert "gop-y.docx" in done.stderr
    told = comments_of(target)
    [spaces] = [comment for comment in told if "Quy tắc: spaces" in comment]
    assert "Căn cứ: " in spaces
    assert "Viết «cách,»" in spaces
    assert sum("Quy tắc: date-short-form" in comment for comment in told) == 2
    assert words_of(main_of(target.read_bytes())) == words_of(main_of(before))
    assert docx.read_bytes() == before
    assert_sound(target)
    first = target.read_bytes()
    run_cli("check", docx, "--comments", target, "--force")
    assert target.read_bytes() == first
    again = tmp_path / "lan-hai.docx"
    run_cli("check", target, "--comments", again)
    assert again.read_bytes() == first


def test_comments_speak_the_language_of_the_run(docx: Path, tmp_path: Path, run_cli: RunCli) -> None:
    run_cli("check", docx, "--comments", tmp_path / "en.docx", "--lang", "en")
    assert any("spaces" in comment and "Write " in comment for comment in comments_of(tmp_path / "en.docx"))


def test_fixes_stand_in_a_copy_as_changes_that_can_be_refused(docx: Path, tmp_path: Path, run_cli: RunCli) -> None:
    before, target = docx.read_bytes(), tmp_path / "sua.docx"
    done = run_cli("check", docx, "--fix", "-o", target)
    assert docx.read_bytes() == before
    made = main_of(target.read_bytes())
    assert words_of(settle(made, is_accepted=False)) == words_of(main_of(before))
    new = "\n".join(words_of(settle(made, is_accepted=True)))
    assert "Nghị định số 71/2019/NĐ-CP, ngày 17/6/2020, ngày 17/6/2020 của Chính phủ." in new
    assert "Dấu cách, sai." in new
    assert "«17/06/2020» thành «17/6/2020»" in done.stdout
    assert_sound(target)
    assert "không có chỗ nào" in run_cli("check", target, "--fix", "-o", tmp_path / "nua.docx").stderr
    assert not (tmp_path / "nua.docx").exists()


@pytest.mark.parametrize("number", [2, 8])
def test_looks_of_the_file_of_an_office_are_mended_so_that_they_can_be_refused(
    number: int, tmp_path: Path, run_cli: RunCli
) -> None:
    files = sorted((SHARED / "corpus" / "word").glob("*.docx"))
    if not files:
        pytest.skip("the Word files of offices lie in ../shared/corpus/word, which is not here")
    source, target = files[number], tmp_path / "sua.docx"
    told = json.loads(run_cli("check", source, "--output", "json").stdout)["files"][0]["findings"]
    left = json.loads(run_cli("check", source, "--fix", "-o", target, "--output", "json").stdout)["files"][0][
        "findings"
    ]
    looks = {rule.id for rule in look_rules()}
    assert sum(one["id"] in looks for one in left) * 2 < sum(one["id"] in looks for one in told)
    old, made = main_of(source.read_bytes()), main_of(target.read_bytes())
    assert words_of(settle(made, is_accepted=False)) == words_of(old)
    for change in [*made.iter(f"{W}rPrChange", f"{W}pPrChange", f"{W}sectPrChange")]:
        refuse(change)
    for name in ("sz", "jc", "spacing", "ind", "pgMar", "rFonts"):
        assert values(settle(made, is_accepted=False), name) == values(old, name)
    assert_sound(target)


def refuse(change: etree._Element) -> None:
    """Put the old properties in the place of the new ones; what a change does not keep stays."""
    new, kept = change.getparent(), list(change[0])
    unkept = [W + name for name in ("rPr", "sectPr", "headerReference", "footerReference")]
    for child in [child for child in new if child.tag not in unkept]:
        new.remove(child)
    new.extend(kept)


def values(root: etree._Element, name: str) -> set[tuple[tuple[str, str], ...]]:
    """Return which values a property has anywhere in a text: runs may be cut."""
    return {tuple(sorted((str(k), str(v)) for k, v in found.attrib.items())) for found in root.iter(W + name)}


def test_what_is_left_after_mending_can_stand_as_comments(docx: Path, tmp_path: Path, run_cli: RunCli) -> None:
    run_cli("check", docx, "--fix", "-o", tmp_path / "sua.docx", "--comments", tmp_path / "gop-y.docx")
    made = main_of((tmp_path / "gop-y.docx").read_bytes())
    assert next(made.iter(f"{W}ins")).get(f"{W}author") == "ttdn-draft"
    assert not any("Quy tắc: spaces" in comment for comment in comments_of(tmp_path / "gop-y.docx"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["a.docx", "--comments", "a.docx"], "E846"),
        (["a.docx", "--comments", "b.md"], "E015"),
        (["a.docx", "--comments", "co-roi.docx"], "E010"),
        (["a.docx", "b.docx", "--comments", "c.docx"], "E845"),
        (["a.md", "--comments", "c.docx"], "E845"),
        (["a.docx", "--fix"], "E847"),
        (["a.docx", "--fix", "-o", "a.docx", "--force"], "E846"),
        (["a.docx", "-o", "c.docx"], "E848"),
    ],
)
def test_what_cannot_be_written_is_told_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str, run_cli: RunCli
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "co-roi.docx").write_bytes(b"cua nguoi khac")
    done = run_cli("check", *arguments)
    assert done.exit_code != 0
    assert told in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["co-roi.docx"]


def test_a_file_that_is_no_word_file_is_told_and_nothing_is_written(tmp_path: Path, run_cli: RunCli) -> None:
    (tmp_path / "a.docx").write_bytes(b"khong phai tep Word")
    done = run_cli("check", tmp_path / "a.docx", "--comments", tmp_path / "b.docx")
    assert done.exit_code == 1
    assert "E820" in done.stdout + done.stderr
    assert not (tmp_path / "b.docx").exists()


def test_equal_mends_are_told_in_one_line_and_what_is_told_is_done(
    rendered: Callable[..., Path], tmp_path: Path, run_cli: RunCli
) -> None:
    docx, target = rendered(BODY + "\nDấu cách ,sai nữa.\n\nDấu cách ,sai lần ba.\n"), tmp_path / "sua.docx"
    told = run_cli("check", docx, "--fix", "-o", target).stdout.splitlines()
    assert len([line for line in told if "«cách ,sai» thành «cách, sai»" in line or "«cách ,»" in line]) == 1
    assert not [line for line in run_cli("check", target).stdout.splitlines() if " spaces " in line]


@pytest.mark.parametrize("option", [["--comments"], ["--fix", "-o"]], ids=["comments", "fix"])
@pytest.mark.parametrize("part", ["_rels/.rels", "word/document.xml"])
def test_of_a_file_that_is_not_read_no_copy_is_made(
    docx: Path, tmp_path: Path, run_cli: RunCli, option: list[str], part: str
) -> None:
    parts = {name: data for name, data in parts_of(docx.read_bytes()).items() if name != part}
    with zipfile.ZipFile(tmp_path / "hong.docx", "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    done = run_cli("check", tmp_path / "hong.docx", *option, tmp_path / "ra.docx")
    assert done.exit_code == 1
    assert " E82" in done.stdout + done.stderr
    assert ": ." not in done.stdout + done.stderr
    assert not (tmp_path / "ra.docx").exists()
