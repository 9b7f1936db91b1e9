"""Pages of a text are those that are printed, and each block is led to the place where it is printed."""

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.office import needs_office, without_programs
from ttdn_draft.api import InputError, OutputError, compose, draw_pages, look, open_shelf
from ttdn_draft.api.drawing import Drawing, list_printed_texts
from ttdn_draft.cli import run
from ttdn_draft.pages import mark_texts
from ttdn_draft.pipeline import check_text, render_checked

from .test_looking import HEAD

pypdfium2 = pytest.importorskip("pypdfium2", reason="needs the extra pdf")
SHELF = open_shelf()
DAY = date(2027, 1, 1)
NO_LETTER = re.compile(r"\W+")
REPORT = Path(__file__).parents[2] / "examples" / "bao-cao-so-lieu.md"
BODY = """# Mục một[^a]

| Việc | Số |
|---|--:|
| Tin bài | 12 |

Đoạn *nghiêng* và [cần kiểm tra: 42 nước — bảng 2].

[^a]: Chú thích của mục.
"""


@cache
def composed() -> str:
    return compose("huong-dan", "cao-bang", 2027, day=DAY).text


def bare(text: str) -> str:
    return NO_LETTER.sub("", text).casefold()


@needs_office
@pytest.mark.parametrize("text", [composed(), REPORT.read_text("utf-8"), HEAD + BODY], ids=["long", "report", "short"])
def test_every_block_is_led_to_the_line_that_prints_it(text: str) -> None:
    seen = look(text, folder=REPORT.parent, shelf=SHELF)
    checked = check_text(text, "md", SHELF, "", REPORT.parent)
    drawing = Drawing.of(checked, 50)
    spots = {spot.path: spot for spot in drawing.spots}
    assert {block.path for block in seen.blocks} == set(spots)
    pdf = pypdfium2.PdfDocument(drawing.pdf)
    for block in seen.blocks:
        spot = spots[block.path]
        page = pdf[spot.page - 1]
        width, height = page.get_size()
        below = page.get_textpage().get_text_bounded(0, 0, width, height * (1 - spot.y) + 2)
        runs = block.runs or block.cells[0][0].runs
        words = bare("".join(run.text for run in runs))[:12]
        assert words in bare(below[:400]) or block.kind in ("other", "note"), (block, below[:200])


@needs_office
def test_marks_move_nothing_on_the_pages() -> None:
    checked = check_text(composed(), "md", SHELF)
    assert checked.manuscript is not None
    plain = Drawing.of(replace(checked, manuscript=None), 50)
    marked = Drawing.of(checked, 50)
    assert marked.spots and not plain.spots
    assert [page.image for page in plain.pages] == [page.image for page in marked.pages]


@needs_office
def test_pages_have_their_size_and_blocks_come_in_their_order(tmp_path: Path) -> None:
    drawn = draw_pages(composed(), shelf=SHELF, profile=tmp_path / "profile", seconds=60)
    assert drawn.engine == "libreoffice" and not drawn.lines
    assert {(round(page.width_mm), round(page.height_mm)) for page in drawn.pages} == {(210, 297)}
    notes = [at for at, block in enumerate(look(composed(), shelf=SHELF).blocks) if block.kind == "note"]
    places = [(spot.page, spot.y) for spot in drawn.spots if spot.block not in notes]
    assert places == sorted(places)
    assert all(0 < spot.y < 1 for spot in drawn.spots)
    again = draw_pages(composed(), shelf=SHELF, profile=tmp_path / "profile", seconds=60)
    assert again.pages == drawn.pages


def test_without_an_office_the_lines_of_the_word_file_come_in_their_order(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    waiting = draw_pages(HEAD + BODY, shelf=SHELF, seconds=0)
    without_programs(monkeypatch, tmp_path)
    drawn = draw_pages(HEAD + BODY, shelf=SHELF)
    assert drawn == waiting
    assert (drawn.engine, drawn.pages, drawn.spots) == ("", (), ())
    blocks = [line.block for line in drawn.lines if line.block >= 0]
    assert blocks == sorted(blocks) == [0, 1, 2, 3]
    assert [line.text for line in drawn.lines if line.block in (0, 2)] == ["I- Mục một", "Đoạn nghiêng và 42 nước."]
    assert [line.text for line in drawn.lines if line.block < 0][:2] == ["TỈNH UỶ CAO BẰNG", "BAN TUYÊN GIÁO"]


def test_text_with_errors_has_no_pages_and_says_why() -> None:
    with pytest.raises(InputError) as caught:
        draw_pages(HEAD.replace("trich_yeu", "trich"), shelf=SHELF, seconds=0)
    assert caught.value.findings


@needs_office
def test_office_that_takes_too_long_is_told() -> None:
    with pytest.raises(OutputError, match="E502"):
        draw_pages(composed(), shelf=SHELF, seconds=0.01)


def test_copy_with_marks_has_the_words_of_the_file() -> None:
    checked = check_text(HEAD + BODY, "md", SHELF)
    assert checked.manuscript is not None
    docx = render_checked(checked)
    texts = [text.words for text in list_printed_texts(checked.manuscript)]
    assert mark_texts(docx, texts, ["Chú thích của mục."]).count(b"PK") == docx.count(b"PK")
    assert mark_texts(b"no archive", texts) == b"no archive"


@needs_office
def test_command_line_shows_the_same_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.md"
    file.write_text(HEAD + BODY, encoding="utf-8")
    assert run(["preview", str(file), "--dpi", "50", "--output", "json"], {}) == 0
    told = json.loads(capsys.readouterr().out)
    seen = look(file.read_text("utf-8"), shelf=SHELF)
    drawn = draw_pages(file.read_text("utf-8"), shelf=SHELF, dpi=50, seconds=60)
    numbers = {block.path: at for at, block in enumerate(seen.blocks)}
    spots = {(spot.block, spot.page, spot.y) for spot in drawn.spots}
    assert {(numbers[spot["path"]], spot["page"], spot["y"]) for spot in told["map"]} == spots
    assert [Path(page["file"]).read_bytes() for page in told["pages"]] == [page.image for page in drawn.pages]
