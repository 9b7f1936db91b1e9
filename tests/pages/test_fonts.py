"""The fonts of a PDF: read out of its objects, packed or not, and held against Times New Roman."""

import zlib

import pytest

from ttdn_draft.errors import Place
from ttdn_draft.pages import check_fonts, used_fonts


def pdf_with(*fonts: str) -> bytes:
    return b"%PDF-1.6\n" + b"".join(b"<</Type/Font/BaseFont/" + name.encode() + b">>\n" for name in fonts)


def test_fonts_are_named_once_without_subset_and_style() -> None:
    pdf = pdf_with("BAAAAA+LiberationSerif", "CAAAAA+LiberationSerif-Bold", "Times#20New#20Roman,Bold")
    assert used_fonts(pdf) == ["LiberationSerif", "TimesNewRoman"]


def test_fonts_are_found_in_packed_objects_too() -> None:
    packed = zlib.compress(pdf_with("BAAAAA+DejaVuSerif"))
    head = b"%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 5/Filter/FlateDecode>>\nstream\n"
    assert used_fonts(head + packed + b"\nendstream\nendobj\n") == ["DejaVuSerif"]
    assert used_fonts(head + b"not packed at all\nendstream\nendobj\n") == []


@pytest.mark.parametrize(
    "name", ["TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT", "LiberationSerif-Italic", "Tinos", "Tinos-Bold"]
)
def test_fonts_of_the_same_widths_are_not_doubted(name: str) -> None:
    assert check_fonts(pdf_with("BAAAAA+" + name), Place("a.pdf")) == ()


@pytest.mark.parametrize("name", ["DejaVuSerif", "TeXGyreTermes-Regular", "NimbusRoman-Regular", "Times-Roman"])
def test_other_fonts_are_doubted_beside_the_right_one(name: str) -> None:
    (doubt,) = check_fonts(pdf_with("BAAAAA+LiberationSerif", "CAAAAA+" + name), Place("a.pdf"))
    assert doubt.id == "W507"
    assert doubt.facts["fonts"] == (name.split("-")[0],)
