"""Form 1.4 of Nghị định 30, filled with its own words, lies on the picture of the form within a millimetre.

The form has margins of its own, which the document asks for. Both are measured as the picture is: as ink on a page of
1240 pixels (tools/overlay.py in ../shared does the same).
One part of the form is left out: the italic instruction under the office is a word to the reader of the form.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image

from tests.render.pages.conftest import Convert
from ttdn_draft.pipeline import check_file, render_checked

WIDTH = 1240  # px for 210 mm
PER_MM = WIDTH / 210
INK = 215  # the thin lines of the picture are grey
NEAR = 1.0  # mm
DOTS = "." * 47 + " " + "." * 24 + "…." + "." * 316

FORM = f"""---
loai: ke-hoach
the_thuc: nha-nuoc
le_trang: 25/20/35/20
co_quan: {{cap_tren: "TÊN CQ, TC CHỦ QUẢN", ten: "TÊN CƠ QUAN, TỔ CHỨC", ky_hieu: "XY"}}
dia_danh: "......."
trich_yeu: "........ ........"
noi_nhan: ["...............;", "...............;"]
luu: "VT, ..."
ky: {{chuc_vu: "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", ho_ten: Họ và tên}}
---
{DOTS}
"""


@dataclass(frozen=True)
class Part:
    """A part of the form: the box of the page in which it is in both pictures (mm), and what must agree.

    `differs` names what cannot agree, with its reason.
    """

    name: str
    box: tuple[float, float, float, float]  # left, right, top, bottom
    agrees: tuple[str, ...]
    differs: str = ""


NOTE = "the form has a superscript note mark behind the words"
PARTS = (
    Part("cap_tren", (28, 94, 26.2, 30.3), ("left", "axis", "bottom"), f"right: {NOTE}"),
    Part("co_quan", (28, 94, 30.4, 36.4), ("left", "axis", "bottom"), f"right: {NOTE}"),
    Part(
        "ke_co_quan", (28, 94, 37, 39.5), ("axis", "bottom"), "length: the form draws a quarter, its rule asks a third"
    ),
    Part(
        "so_ky_hieu",
        (28, 94, 41.2, 47),
        ("axis", "bottom"),
        "left, right: blanks of the form are dots, with note marks",
    ),
    Part("quoc_hieu", (96, 200, 26.2, 29.6), ("left", "right", "axis", "bottom")),
    Part("tieu_ngu", (96, 200, 31, 37), ("left", "right", "axis", "bottom")),
    Part(
        "ke_tieu_ngu",
        (96, 200, 38, 40),
        ("axis", "bottom"),
        "length: the form draws 57 mm, its rule asks the text's 60",
    ),
    Part(
        "dia_danh_ngay", (96, 200, 41.4, 49), ("bottom",), "left, right: blanks of the form are dots, ours leave no ink"
    ),
    Part("ten_loai", (33, 195, 56, 64.3), ("axis", "bottom"), f"words: KẾ HOẠCH stands for TÊN LOẠI VĂN BẢN; {NOTE}"),
    Part(
        "trich_yeu", (33, 195, 67.2, 70), ("axis", "bottom"), "left, right: a note mark stands between the form's dots"
    ),
    Part("ke_trich_yeu", (33, 195, 71, 75), ("axis", "bottom"), "length: the form draws longer than half of its dots"),
    Part("noi_dung.1", (30, 195, 81, 84), ("left", "right", "bottom"), NOTE),
    Part("noi_dung.2", (30, 195, 88, 91), ("left", "right", "bottom")),
    Part("noi_dung.3", (30, 195, 95.5, 98.5), ("left", "right", "bottom")),
    Part("noi_dung.4", (30, 120, 103, 107), ("left", "bottom"), "right: the form's words end in /., ours in ./."),
    Part("noi_nhan_nhan", (33, 90, 114, 120.6), ("left", "right", "bottom")),
    Part("noi_nhan.1", (33, 90, 121.5, 125.5), ("left", "right", "bottom")),
    Part("noi_nhan.2", (33, 90, 125.7, 129.5), ("left", "right", "bottom"), "right: one dot more in the form"),
    Part("noi_nhan.3", (33, 90, 129.5, 135), ("left", "bottom"), f"right: {NOTE}"),
    Part("ky.dong_dau", (92, 195, 113, 122), ("axis", "bottom"), "left, right: the form condenses this line"),
    Part("ky.ho_ten", (92, 195, 139, 147), ("left", "right", "axis", "bottom")),
)


def fit(picture: Image.Image) -> Image.Image:
    """Return a page as the ink on it, in the size in which both are measured."""
    grey = picture.convert("L").resize((WIDTH, round(WIDTH * 297 / 210)), Image.Resampling.LANCZOS)
    return grey.point(lambda value: 255 if value < INK else 0)


def edges(page: Image.Image, part: Part) -> dict[str, float]:
    """Return the edges of the ink in the box of a part, in mm."""
    left, right, top, bottom = part.box
    box = tuple(round(mm * PER_MM) for mm in (left, top, right, bottom))
    found = page.crop(box).getbbox()
    assert found, f"there is no ink where {part.name} should be"
    ink = [left + found[0] / PER_MM, left + found[2] / PER_MM]
    return {"left": ink[0], "right": ink[1], "axis": sum(ink) / 2, "bottom": top + found[3] / PER_MM}


@pytest.fixture(scope="module")
def form(shared: Path) -> Image.Image:
    return fit(Image.open(shared / "standards" / "pages" / "nd30-form-1-4.png"))


@pytest.fixture(scope="module")
def ours(convert: Convert, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Image.Image]:
    folder = tmp_path_factory.mktemp("form")
    (folder / "a.md").write_text(FORM, encoding="utf-8")
    (folder / "a.docx").write_bytes(render_checked(check_file(folder / "a.md")))
    (pdf,) = convert([folder / "a.docx"])
    with pdfplumber.open(pdf) as document:
        yield fit(document.pages[0].to_image(resolution=150).original)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_part_of_the_form_lies_where_the_picture_has_it(form: Image.Image, ours: Image.Image, part: Part) -> None:
    there, here = edges(form, part), edges(ours, part)
    for edge in part.agrees:
        assert here[edge] == pytest.approx(there[edge], abs=NEAR), (edge, part.differs)
