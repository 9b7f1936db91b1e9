"""The frame that a document asks for, on its pages: margins, pitch, both sides; and what hangs or counts in it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pdfplumber
import pytest

from tests.conftest import assert_sound
from tests.render.pages.conftest import Convert
from tests.render.pages.documents import SENTENCE, Edition, Input, full, plain, write_input
from tests.render.pages.reading import MM, SHORT, SINGLE, Row, find, row_with, rows, squeeze
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.pages import make_pdf
from ttdn_draft.pipeline import check_file, render_checked

PARTY, STATE = Edition(load_profile("dang-hd05-2026")), Edition(load_profile("nha-nuoc-nd30-2020"))
PITCHES = {"dang-hd05-2026": 18.5, "nha-nuoc-nd30-2020": 1.15}
MARGINS = {"tren": 24, "duoi": 25, "trai": 33, "phai": 20}
LONG_NAME = "Ủy ban nhân dân các xã, phường, đặc khu; các sở, ban, ngành; các cơ quan báo chí và tổ chức chính trị"


def numbered(edition: Edition) -> Input:
    scheme = ["1", "1.1", "1.1.1", "a"]
    clauses = f"1.1.1. {SENTENCE}\n\n1.1.2. {SENTENCE}"
    text = f"# Việc\n\n## Phần việc\n\n{clauses}\n\n## Phần sau\n\n### Tên riêng\n\n{SENTENCE}"
    return plain(edition) | {"danh_so": scheme, "noi_dung": text}


def printed_on_both_sides(edition: Edition) -> Input:
    annexes = [
        {"tieu_de": name, "noi_dung": f"{SENTENCE}\n\n" * 3, "ngang": name == "Biểu"} for name in ("Mục", "Biểu")
    ]
    return plain(edition) | {
        "hai_mat": True,
        "noi_dung": f"Theo Phụ lục 1, Phụ lục 2: {SENTENCE}\n\n" * 24,
        "phu_luc": annexes,
    }


DOCUMENTS: dict[str, tuple[Edition, Input]] = {
    **{f"pitch-{e.profile.id}": (e, full(e) | {"gian_dong": PITCHES[e.profile.id]}) for e in (PARTY, STATE)},
    "margins": (STATE, full(STATE) | {"le_trang": MARGINS}),
    "both": (PARTY, printed_on_both_sides(PARTY)),
    "addressed": (STATE, plain(STATE) | {"loai": "bao-cao", "kinh_gui": LONG_NAME}),
    **{f"levels-{e.profile.id}": (e, numbered(e)) for e in (PARTY, STATE)},
}


@pytest.fixture(scope="module")
def framed(convert: Convert, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    folder, profiles = tmp_path_factory.mktemp("framed"), {}
    for name, (_, document) in DOCUMENTS.items():
        checked = check_file(write_input(document, folder / f"{name}.json"))
        assert checked.profile is not None, checked.findings
        (folder / f"{name}.docx").write_bytes(render_checked(checked))
        assert_sound(folder / f"{name}.docx")
        profiles[name] = checked.profile
    made = convert(folder / f"{name}.docx" for name in DOCUMENTS if name != "both")
    (folder / "both.pdf").write_bytes(make_pdf((folder / "both.docx").read_bytes()))  # keeps its empty back
    made.append(folder / "both.pdf")
    opened = {file.stem: pdfplumber.open(file) for file in made}
    yield {name: (pdf.pages, profiles[name]) for name, pdf in opened.items()}
    for pdf in opened.values():
        pdf.close()


def sentence_rows(page: Any) -> list[list[Row]]:
    """Return the rows of each paragraph that begins with the sentence of these documents."""
    there, found = rows(page), []
    for at, row in enumerate(there):
        if squeeze(SENTENCE[:20]) in row.text and at + 1 < len(there):
            found.append(there[at : at + 2])
    return found


@pytest.mark.parametrize("name", PITCHES)
def test_pitch_of_the_text_is_the_one_that_is_asked_for(framed: dict[str, Any], name: str) -> None:
    pages, profile = framed[f"pitch-{name}"]
    look = profile.looks["doan"]
    wanted = look.exact or look.multiple * SINGLE * look.size
    assert (look.exact or look.multiple) == PITCHES[name]
    pairs = [pair for page in pages for pair in sentence_rows(page)]
    assert len(pairs) > 5
    for first, second in pairs:
        assert second.baseline - first.baseline == pytest.approx(wanted * MM, abs=0.2), first.text


def test_text_and_head_keep_to_the_margins_that_are_asked_for(framed: dict[str, Any]) -> None:
    pages, profile = framed["margins"]
    page = profile.page
    assert (page.top, page.bottom, page.left, page.right) == tuple(MARGINS.values())
    for sheet in pages:
        text = [row for pair in sentence_rows(sheet) for row in pair]
        assert min(row.left for row in text) == pytest.approx(page.left, abs=SHORT)
        assert max(row.right for row in text) == pytest.approx(page.width - page.right, abs=0.7)
        assert max(row.bottom for row in rows(sheet)) <= page.height - page.bottom + SHORT or sheet is pages[0]
    second = rows(pages[1])
    assert min(row.top for row in second if row.text != "2") == pytest.approx(page.top, abs=SHORT)
    title = find(pages[0], profile.words["quoc_hieu"].value)[0]
    assert title.axis == pytest.approx(page.width - STATE.profile.page.right - profile.head.right / 2, abs=0.5)
    recipients = row_with(pages[-1], profile.words["noi_nhan_nhan"].value)
    assert recipients.left == pytest.approx(page.left, abs=SHORT)


def test_margins_of_the_back_change_places_and_the_number_goes_with_the_text(framed: dict[str, Any]) -> None:
    pages, profile = framed["both"]
    page, filled = profile.page, [sheet for sheet in pages if sheet.chars]
    annexes = [sheet for sheet in filled if rows(sheet)[0].text.startswith("Phụlục")]
    text = filled[: filled.index(annexes[0])]
    assert len(text) == 3
    for number, sheet in enumerate(text, 1):
        left, right = (page.left, page.right) if number % 2 else (page.right, page.left)
        for first, second in sentence_rows(sheet):
            assert second.left == pytest.approx(left, abs=SHORT), number
            assert first.right <= page.width - right + SHORT
        mark = next((row for row in rows(sheet) if row.text == str(number) and row.baseline < page.top), None)
        assert (mark is None) is (number == 1)
        if mark:
            assert mark.axis == pytest.approx((left + page.width - right) / 2, abs=SHORT)
    for annex, figures in zip(annexes, (page, page.turned()), strict=True):
        assert pages.index(annex) % 2 == 0  # a front page
        assert rows(annex)[0].top == pytest.approx(figures.top, abs=SHORT)
        assert sentence_rows(annex)[0][1].left == pytest.approx(figures.left, abs=SHORT)


def test_long_single_addressee_hangs_behind_the_colon(framed: dict[str, Any]) -> None:
    pages, profile = framed["addressed"]
    label = profile.words["kinh_gui"].value.format(noi="").strip()
    first, second, *more = find(pages[0], f"{label} {LONG_NAME}")
    assert more == [] or len(more) == 1
    assert first.text.startswith(squeeze(label))
    page = pages[0]
    letters = [c for c in page.chars if abs((page.height - c["matrix"][5]) * MM - first.baseline) < 0.1]
    colon = next(at for at, c in enumerate(letters) if c["text"] == ":")
    name = next(c for c in letters[colon + 1 :] if c["text"].strip())
    assert second.left == pytest.approx(name["x0"] * MM, abs=SHORT)
    assert first.left == pytest.approx(
        profile.page.left + profile.looks["kinh_gui"].left - profile.looks["kinh_gui"].hanging, abs=SHORT
    )


@pytest.mark.parametrize("name", PITCHES)
def test_third_level_counts_as_heading_and_before_a_paragraph(framed: dict[str, Any], name: str) -> None:
    pages, profile = framed[f"levels-{name}"]
    found = [row for page in pages for row in rows(page)]
    starts = [row for row in found if row.text[:1].isdigit() and "." in row.text[:3]]
    numbers = [row.text[: row.text.rindex(".", 0, 7) + 1] for row in starts]
    assert numbers == ["1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "1.2.1."]
    for row in (starts[2], starts[3], starts[5]):
        assert not row.is_bold and row.size == profile.looks["doan"].size
        assert row.left == pytest.approx(profile.page.left + profile.looks["doan"].first_line, abs=SHORT)
    for above, below in pairwise(starts):
        assert below.baseline > above.baseline
