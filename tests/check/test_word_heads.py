"""What a Word file says in its head is judged as it was typed, not as the program will print it."""

from pathlib import Path

import pytest

from ttdn_draft.pipeline import check_file

from .layout.changing import change
from .layout.looks import rendered


@pytest.mark.parametrize(
    ("line", "words", "right"),
    [
        ("Cao Bằng, ngày 31/07/2026", "31/07/2026", "ngày 31 tháng 7 năm 2026"),
        ("Cao Bằng, ngày 5-2-2026", "5-2-2026", "ngày 05 tháng 02 năm 2026"),
        ("Cao Bằng, ngày 31 tháng 7 năm 2026", "", ""),
    ],
)
def test_date_in_figures_beside_the_place_is_told(line: str, words: str, right: str, tmp_path: Path) -> None:
    file = tmp_path / "van-ban.docx"
    file.write_bytes(change(rendered("nha-nuoc")[0], {"ngày": f"viết {line}"}))
    told = [found for found in check_file(file).findings if found.id == "place-date-form"]
    assert [(found.words, found.facts["right"]) for found in told] == ([(words, right)] if words else [])
