"""A head whose columns have hardly room: names of the widest communes, the lines in which the pages show them."""

from io import BytesIO

import pdfplumber
import pytest

from tests.conftest import Compose, settled
from tests.office import needs_office
from ttdn_draft.pages import make_pdf
from ttdn_draft.pipeline import render_checked

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@needs_office
@pytest.mark.parametrize(
    ("size", "unit"),
    [("lon", "LÂM VIÊN - ĐÀ LẠT"), ("lon", "NGUYỄN ĐẠI NĂNG"), ("nho", "TRƯƠNG QUANG TRỌNG")],
)
def test_commune_and_motto_stand_in_one_line_each_and_apart(compose: Compose, size: str, unit: str) -> None:
    issuer = f'{{ten: "ỦY BAN NHÂN DÂN PHƯỜNG {unit}", ky_hieu: UBND}}'
    checked = compose("nha-nuoc", co_quan=issuer, co_chu=size)
    assert "\n" in settled(checked).issuer
    with pdfplumber.open(BytesIO(make_pdf(render_checked(checked)))) as pdf:
        lines = [" ".join(line.split()) for line in (pdf.pages[0].extract_text() or "").splitlines()]
    assert lines[0] == f"ỦY BAN NHÂN DÂN {MOTTO}"
    assert lines[1] == f"PHƯỜNG {unit} Độc lập - Tự do - Hạnh phúc"
