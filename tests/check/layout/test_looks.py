"""How a Word file looks: what is resolved, what rests on a guess, which standard it is held against, who tells it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml import etree

from ttdn_draft import api
from ttdn_draft.check.look import check_look, choose_look_profile
from ttdn_draft.check.look_rule import shorten_clause
from ttdn_draft.cli import run
from ttdn_draft.errors import FormatChange
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.model import Run
from ttdn_draft.pipeline import check_file, render_checked
from ttdn_draft.read.word.lines import Line, read_story
from ttdn_draft.read.word.zoned import Zone, Zoned
from ttdn_draft.read.word.zones import find_zones
from ttdn_draft.word.ooxml import W
from ttdn_draft.word.opening import open_word_file
from ttdn_draft.word_check import judge_file

from .changing import MAIN, Docx, change, style_of
from .looks import judge_docx, rendered

ROOT = Path(__file__).parents[3]
DOCUMENTS = sorted([*ROOT.glob("templates/*/*/sample.md"), *ROOT.glob("examples/**/*.md")])
STYLES = "word/styles.xml"
ACCEPTED = '[[accepted]]\nrule = "margins"\nfile = "van-ban.docx"\nreason = "máy in cũ"\nuntil = {until}\n'
LINE_OF_OLD_WORD = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml">'
    '<w:pict><v:line from="0,0" to="{length}pt,0"/></w:pict></w:r>'
)


def edited(name: str, part: str, *edits: str) -> bytes:
    """Return a sample with texts of a part replaced."""
    docx = Docx.of(rendered(name)[0])
    text = docx.parts[part].decode()
    for old, new in zip(edits[::2], edits[1::2], strict=True):
        assert old in text, old
        text = text.replace(old, new)
    docx.parts[part] = text.encode()
    return docx.written()


def written(folder: Path, docx: bytes) -> Path:
    file = folder / "van-ban.docx"
    file.write_bytes(docx)
    return file


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_document_of_ours_looks_as_its_standard_wants(file: Path, tmp_path: Path) -> None:
    docx = written(tmp_path, render_checked(check_file(file)))
    found = judge_file(docx).findings
    assert [f.tell() for f in found if f.level is not None and f.severity != "note"] == []


def test_font_of_the_defaults_and_of_the_theme_is_told_where_letters_have_it(tmp_path: Path) -> None:
    font = 'w:ascii="Times New Roman"'
    profile = rendered()[1]
    for new in ('w:ascii="Calibri"', 'w:asciiTheme="minorHAnsi" w:ascii="Times New Roman"'):
        found = judge_docx(edited("nha-nuoc", STYLES, font, new), profile, tmp_path)
        assert {f.id for f in found} == {"font-family"} and len(found) > 10


def test_look_that_a_style_gives_is_judged_as_one_that_is_given_by_hand(tmp_path: Path) -> None:
    docx = Docx.of(rendered()[0])
    text = docx.parts[STYLES].decode()
    at = text.index('w:styleId="TTDNTrichYeu"')
    docx.parts[STYLES] = (text[:at] + text[at:].replace("<w:b/>", "<w:i/>", 1)).encode()
    found = judge_docx(docx.written(), rendered()[1], tmp_path)
    assert [(f.id, str(f.facts["what"])) for f in found] == [("part-style", "in đậm"), ("part-style", "in nghiêng")]


def test_what_rests_on_a_guess_is_told_one_level_lower(tmp_path: Path) -> None:
    docx, profile = rendered()
    package = open_word_file(written(tmp_path, change(docx, {"tên loại": "cỡ 10"})))
    lines = find_zones(read_story(package))
    doubtful = [replace(line, is_sure=False) if line.zone is Zone.KIND else line for line in lines]
    levels = [[f.level for f in check_look(package, found, profile)] for found in (lines, doubtful)]
    assert levels == [["error"], ["warning"]]


def test_document_older_than_every_profile_is_held_to_the_nearest_one_level_lower(tmp_path: Path) -> None:
    docx, profile = rendered()
    package = open_word_file(written(tmp_path, change(docx, {"trang": "lề trên 15", "tên loại": "cỡ 10"})))
    lines = find_zones(read_story(package))
    found = check_look(package, lines, profile, is_past=True)
    assert {(f.id, f.level) for f in found} == {("margins", "warning")}


@pytest.mark.parametrize(
    ("words", "standard", "id", "is_past"),
    [
        ("Lào Cai, ngày    tháng 4 năm 2019", "nha-nuoc", "nha-nuoc-nd30-2020", True),
        ("Lào Cai, ngày    tháng    năm 2026", "nha-nuoc", "nha-nuoc-nd30-2020", False),
        ("Cao Bằng, ngày 26 tháng 4 năm 2026", "dang", "dang-hd36-2018", False),
        ("Cao Bằng, ngày     tháng 6 năm 2026", "dang", "dang-hd05-2026", False),
        ("Lào Cai, ngày 31/07/2024", "nha-nuoc", "nha-nuoc-nd30-2020", False),
        ("Cao Bằng", "dang", "dang-hd05-2026", False),
    ],
)
def test_standard_of_the_day_is_chosen_where_the_day_itself_is_open(
    words: str, standard: str, id: str, is_past: bool
) -> None:
    line = Zoned(Zone.PLACE_DATE, Line((Run(words),)))
    profile, past = choose_look_profile([line], standard)
    assert (profile.id, past) == (id, is_past)


def test_margin_is_told_with_what_mends_it(tmp_path: Path) -> None:
    docx, profile = rendered()
    [one, *_] = judge_docx(change(docx, {"trang": "lề trên 15"}), profile, tmp_path)
    assert one.changes == (FormatChange("top", pytest.approx(15, abs=0.1), 20.0, "section"),)
    [two] = judge_docx(change(docx, {"tên loại": "nghiêng"}), profile, tmp_path)
    assert two.changes == (FormatChange("italic", True, False, "run"),) and two.words == "KẾ HOẠCH"


@pytest.mark.parametrize(("length", "told"), [(178, []), (60, ["rule-line"])])
def test_line_that_older_word_drew_is_measured(length: int, told: list[str], tmp_path: Path) -> None:
    docx = Docx.of(change(rendered()[0], {"kẻ tiêu ngữ": "bỏ"}))
    title = next(p for p in docx.root(MAIN).iter(f"{W}p") if style_of(p) == "TTDNTieuNgu")
    title.append(etree.fromstring(LINE_OF_OLD_WORD.format(length=length)))
    assert [f.id for f in judge_docx(docx.written(), rendered()[1], tmp_path)] == told


def test_clause_is_told_without_remarks() -> None:
    assert shorten_clause("PL1 II.9d: chân chữ ngang dòng đầu của chữ ký; PL1 V-8b (12)") == "PL1 II.9d; PL1 V-8b (12)"
    assert shorten_clause("PL2-15, tr. 28: cách mép trên 10; bản ký in cao hơn [dang-hd05-2026]") == "PL2-15, tr. 28"


# On the command line and in Python


def test_check_of_a_word_file_tells_how_it_looks_by_paragraph(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, change(rendered()[0], {"tên loại": "cỡ 10"}))
    assert run(["check", str(file)], {}) == 1
    told = capsys.readouterr().out
    assert "đoạn 13 part-size" in told and "cỡ chữ 10 pt" in told
    assert run(["check", str(written(tmp_path, rendered()[0]))], {}) == 0


def test_python_hears_of_the_look_and_can_still_set_the_document_anew(tmp_path: Path) -> None:
    file = written(tmp_path, change(rendered()[0], {"tên loại": "cỡ 10"}))
    result = api.check(file)
    assert "part-size" in {f.id for f in result.findings} and result.document is not None
    assert judge_docx(api.render(file), load_profile("nha-nuoc-nd30-2020"), tmp_path) == ()


def test_what_the_project_accepts_of_the_look_is_not_told(tmp_path: Path) -> None:
    file = written(tmp_path, change(rendered()[0], {"trang": "lề trên 15"}))
    assert {f.id for f in judge_file(file).findings} == {"margins"}
    accepted = ACCEPTED.format(until=date.today() + timedelta(days=1))
    (tmp_path / "ttdn.toml").write_text(accepted, encoding="utf-8")
    checked = judge_file(file)
    assert (checked.findings, {f.id for f in checked.accepted}) == ((), {"margins"})


def test_corpus_is_judged_as_a_careful_reader_did(shared: Path) -> None:
    wanted = {
        "01": {"spacing-by-characters"},
        "02": {"margins", "spacing-by-characters"},
        "03": {"margins", "spacing-by-characters"},
        "04": {"margins"},
        "05": {"font-family"},
        "07": {"margins"},
        "08": {"margins"},
        "10": {"margins"},
    }
    folder = shared / "corpus" / "word"
    for start, ids in wanted.items():
        [file] = folder.glob(f"{start}-*.docx")
        assert ids <= {f.id for f in judge_file(file).findings}, file.name
    [clean] = folder.glob("06-*.docx")
    assert {f.level for f in judge_file(clean).findings if f.id in ("margins", "rule-line", "head-size-pair")} <= {
        "note"
    }
