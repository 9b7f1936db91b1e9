"""The printed page: LibreOffice makes a PDF of a document, and its marks are measured in millimetres."""

import shutil
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from tests.conftest import HEAD
from ttdn_draft.knowledge import fonts
from ttdn_draft.knowledge.profiles import load_profile
from ttdn_draft.pipeline import check_file, render_checked

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice to make pages")
REPOSITORY = Path(__file__).parents[2]
PROFILE = load_profile("dang-hd05-2026")
MM = 25.4 / 72
ASCENT = 0.933  # of Times New Roman with its line gap, in em
SINGLE = 1.15  # a single-spaced line of it, in em

LONG = (
    "Nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại trong tình hình mới, gắn với nhiệm vụ của địa phương."
)
BODY = (
    f"# Mục đích\n\n{LONG}[^1]\n\n"
    + f"- {LONG}\n\n" * 14
    + f"{LONG}\n\n{LONG}[^2]\n\n[^1]: Ghi chú một.\n\n[^2]: Ghi chú hai.\n"
)
Pdf = Callable[..., pdfplumber.PDF]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Convert a .docx with a LibreOffice profile of its own, so that a running office is not disturbed."""
    profile = tmp_path_factory.mktemp("office")

    def convert(docx: Path) -> Path:
        command = [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
        subprocess.run(
            [*command, "--outdir", str(docx.parent), str(docx)], check=True, capture_output=True, timeout=180
        )
        return docx.with_suffix(".pdf")

    return convert


@pytest.fixture(scope="module")
def page_set(
    office: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, str], pdfplumber.PDF]:
    """Return the pages of a body; each is converted once."""
    made: dict[tuple[str, str], Any] = {}

    def pages(body: str = BODY, head: str = HEAD) -> pdfplumber.PDF:
        if (body, head) not in made:
            folder = tmp_path_factory.mktemp("page")
            (folder / "a.md").write_text(head + body, encoding="utf-8")
            (folder / "a.docx").write_bytes(render_checked(check_file(folder / "a.md")))
            made[body, head] = pdfplumber.open(office(folder / "a.docx"))
        return made[body, head]

    return pages


def lines(page: Any) -> list[dict[str, Any]]:
    """Return the lines of a page: text without spaces, left and right edge and baseline, in mm."""
    rows = []
    for line in page.extract_text_lines():
        for part in _parts(line["chars"]):
            size = max(c["size"] for c in part)
            char = next(c for c in part if c["size"] == size)
            rows.append(
                {
                    "text": squeeze("".join(c["text"] for c in part)),
                    "left": part[0]["x0"] * MM,
                    "right": part[-1]["x1"] * MM,
                    "baseline": (page.height - char["matrix"][5]) * MM,
                    "size": size,
                    "font": part[0]["fontname"],
                }
            )
    return rows


def _parts(chars: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    parts = [[chars[0]]]
    for before, char in pairwise(chars):
        if char["x0"] - before["x1"] > 25:  # the gap between the two columns of head and foot
            parts.append([])
        parts[-1].append(char)
    return parts


def line_with(page: Any, text: str) -> dict[str, Any]:
    return next(row for row in lines(page) if squeeze(text) in row["text"])


def squeeze(text: str) -> str:
    """Return a text without its spaces: a justified line has none that a PDF would keep."""
    return "".join(text.split())


def test_page_has_a4_size_and_text_keeps_the_margins(page_set: Pdf) -> None:
    page = page_set().pages[0]
    assert page.width * MM == pytest.approx(PROFILE.page.width, abs=0.2)
    assert page.height * MM == pytest.approx(PROFILE.page.height, abs=0.2)
    body = [row for row in lines(page) if row["size"] == pytest.approx(PROFILE.looks["doan"].size, abs=0.1)]
    assert min(row["left"] for row in body) == pytest.approx(PROFILE.page.left, abs=0.3)
    assert max(row["right"] for row in body) == pytest.approx(PROFILE.page.width - PROFILE.page.right, abs=0.3)


def test_first_line_indent_and_line_pitch_are_those_of_the_profile(page_set: Pdf) -> None:
    look = PROFILE.looks["gach"]
    rows = lines(page_set().pages[0])
    first = next(i for i, row in enumerate(rows) if row["text"].startswith("-Nâng"))
    assert rows[first]["left"] == pytest.approx(PROFILE.page.left + look.first_line, abs=0.3)
    assert look.exact is not None
    assert rows[first + 1]["baseline"] - rows[first]["baseline"] == pytest.approx(look.exact * MM, abs=0.2)
    assert rows[first + 2]["baseline"] - rows[first + 1]["baseline"] == pytest.approx(
        (look.exact + look.after) * MM, abs=0.2
    )


def test_sizes_and_weights_on_paper_are_those_of_the_profile(page_set: Pdf) -> None:
    page = page_set().pages[0]
    for text, look in (
        ("ĐẢNG CỘNG SẢN", "tieu_de"),
        ("TỈNH UỶ", "cap_tren"),
        ("Số 14", "so_ky_hieu"),
        ("HƯỚNG DẪN", "ten_loai"),
    ):
        row, wanted = line_with(page, text), PROFILE.looks[look]
        assert row["size"] == pytest.approx(wanted.size, abs=0.1), text
        assert ("Bold" in row["font"]) is wanted.bold, text


def test_title_rule_lies_under_the_title_with_its_length(page_set: Pdf) -> None:
    page = page_set().pages[0]
    title = line_with(page, "ĐẢNG CỘNG SẢN")
    rules = [*page.lines, *page.rects, *page.curves]
    rule = min(rules, key=lambda r: abs(r["top"] * MM - title["baseline"]))
    assert (rule["x1"] - rule["x0"]) * MM == pytest.approx(title["right"] - title["left"], abs=0.6)
    assert rule["x0"] * MM == pytest.approx(title["left"], abs=0.5)
    look, shape = PROFILE.looks["tieu_de"], PROFILE.shapes["ke_tieu_de"]
    end_of_line = title["baseline"] + (SINGLE - ASCENT) * look.size * MM
    assert rule["top"] * MM - end_of_line == pytest.approx(shape.drop, abs=0.3)


def test_page_number_stands_on_page_two_and_not_on_page_one(page_set: Pdf) -> None:
    document = page_set()
    assert len(document.pages) >= 2
    above = [row for row in lines(document.pages[0]) if row["baseline"] < PROFILE.page.top]
    assert above == []
    number = lines(document.pages[1])[0]
    assert number["text"] == "2"
    middle = PROFILE.page.left + PROFILE.page.text_width / 2
    assert (number["left"] + number["right"]) / 2 == pytest.approx(middle, abs=0.5)
    top_of_line = number["baseline"] - ASCENT * number["size"] * MM
    assert top_of_line == pytest.approx(PROFILE.page.number_from_top, abs=0.5)


def test_note_stands_at_the_foot_of_the_page_of_its_mark(page_set: Pdf) -> None:
    first, last = page_set().pages[0], page_set().pages[-1]
    assert squeeze("Ghi chú một") in lines(first)[-1]["text"]
    assert squeeze("Ghi chú hai") in lines(last)[-1]["text"]
    assert lines(first)[-1]["baseline"] > 240


def test_signature_stands_on_its_axis_below_the_last_line_with_it(page_set: Pdf) -> None:
    page = page_set().pages[-1]
    office, name, label = (line_with(page, text) for text in ("TRƯỞNG BAN", "Nguyễn Văn An", "Nơi nhận"))
    axis = PROFILE.page.width - PROFILE.page.right - PROFILE.foot.signature / 2
    for row in (office, name):
        assert (row["left"] + row["right"]) / 2 == pytest.approx(axis, abs=0.5)
    assert label["baseline"] == pytest.approx(office["baseline"], abs=0.3)
    above = [row for row in lines(page) if row["baseline"] < office["baseline"] - 1 and row["text"] != "2"]
    assert above, "the signature stands alone on its page"


@pytest.mark.parametrize("place", ["Cao Bằng", "Tuyên Quang", "Thành phố Hồ Chí Minh"])
def test_place_and_date_stay_on_one_line_whatever_the_province(page_set: Pdf, place: str) -> None:
    head = HEAD.replace("dia_danh: Cao Bằng", f"dia_danh: {place}").replace("2026-06-05", "2026-12-27")
    date = line_with(page_set("x\n", head).pages[0], place)
    assert date["text"].endswith("năm2026")
    assert date["right"] <= PROFILE.page.width - PROFILE.page.right + 0.3


def test_long_body_name_stays_on_one_line(page_set: Pdf) -> None:
    row = line_with(page_set().pages[0], "BAN TUYÊN GIÁO")
    width = fonts.width_mm("BAN TUYÊN GIÁO VÀ DÂN VẬN", "bold", PROFILE.looks["co_quan"].size)
    assert row["text"] == squeeze("BAN TUYÊN GIÁO VÀ DÂN VẬN")
    assert row["right"] - row["left"] == pytest.approx(width, abs=0.6)


@pytest.mark.parametrize(
    "source",
    [*sorted((REPOSITORY / "examples").glob("*.md")), *sorted((REPOSITORY / "templates").glob("*/*/sample.md"))],
    ids=lambda p: p.name,
)
def test_every_example_prints_in_one_serif_font(office: Callable[[Path], Path], tmp_path: Path, source: Path) -> None:
    docx = tmp_path / "a.docx"
    docx.write_bytes(render_checked(check_file(source)))
    with pdfplumber.open(office(docx)) as document:
        used = {char["fontname"] for page in document.pages for char in page.chars}
    assert used
    assert all("Serif" in name or "Times" in name for name in used) and not any("DejaVu" in name for name in used)
