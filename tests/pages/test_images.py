"""Images of pages: drawn by pypdfium2 or by poppler, in number and size as asked."""

import struct
import sys
from pathlib import Path

import pytest

from tests.office import without_programs
from ttdn_draft.errors import OutputError, Place
from ttdn_draft.pages import make_images
from ttdn_draft.pages.programs import find_program

PLACE = Place("hướng dẫn.md")


def pdf_of(pages: int) -> bytes:
    """Return a PDF of A4 pages; the first is black on its lower half."""
    kids = " ".join(f"{4 + n} 0 R" for n in range(pages))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {pages}/Kids[{kids}]>>"]
    objects.append("<</Length 17>>\nstream\n0 0 595 421 re f\n\nendstream")
    for number in range(pages):
        drawing = "/Contents 3 0 R" if number == 0 else ""
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{drawing}>>")
    body = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer\n<</Root 1 0 R/Size {len(objects) + 1}>>\n%%EOF\n".encode()


@pytest.fixture(params=["pypdfium2", "pdftoppm"])
def drawn_by(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Draw with one and with the other."""
    if request.param == "pypdfium2":
        pytest.importorskip("pypdfium2", reason="needs the extra pdf")
    elif find_program("pdftoppm") is None:
        pytest.skip("needs pdftoppm of poppler")
    else:
        monkeypatch.setitem(sys.modules, "pypdfium2", None)
    return str(request.param)


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n") and png.endswith(b"IEND\xaeB`\x82")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_every_page_becomes_an_image_of_the_resolution_asked_for(drawn_by: str) -> None:
    images = make_images(pdf_of(11), 72, PLACE)
    assert len(images) == 11
    assert {size_of(image) for image in images} == {(595, 842)}
    assert images[0] != images[1] == images[10]
    assert size_of(make_images(pdf_of(1), 144, PLACE)[0]) == (1190, 1684)


def test_image_shows_the_page_upright(drawn_by: str) -> None:
    image_module = pytest.importorskip("PIL.Image", reason="needs Pillow to read the image")
    import io

    image = image_module.open(io.BytesIO(make_images(pdf_of(1), 72, PLACE)[0])).convert("RGB")
    assert (image.getpixel((300, 100)), image.getpixel((300, 700))) == ((255, 255, 255), (0, 0, 0))


def test_too_many_pages_are_refused(drawn_by: str) -> None:
    assert len(make_images(pdf_of(3), 20, PLACE, limit=3)) == 3
    with pytest.raises(OutputError) as caught:
        make_images(pdf_of(4), 20, PLACE, limit=3)
    (finding,) = caught.value.findings
    assert (finding.id, finding.place, finding.facts["limit"]) == ("E505", PLACE, 3)


def test_broken_pdf_is_told(drawn_by: str) -> None:
    with pytest.raises(OutputError) as caught:
        make_images(b"not a PDF", 72, PLACE)
    assert caught.value.findings[0].id == "E506"
    assert caught.value.findings[0].facts["reason"]


def test_machine_that_cannot_draw_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    without_programs(monkeypatch, tmp_path)
    with pytest.raises(OutputError) as caught:
        make_images(pdf_of(1), 72, PLACE)
    assert caught.value.findings[0].id == "E504"
