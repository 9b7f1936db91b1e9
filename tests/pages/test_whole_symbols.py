"""LibreOffice gets a copy whose symbols of documents do not part at their hyphen; the words are as they were."""

import io

import pytest
from docx import Document

from ttdn_draft.pages.whole_symbols import WORD_JOINER, keep_symbols_whole


def joined(text: str) -> str:
    word, file = Document(), io.BytesIO()
    word.add_paragraph(text)
    word.save(file)
    return Document(io.BytesIO(keep_symbols_whole(file.getvalue()))).paragraphs[0].text


@pytest.mark.parametrize("symbol", ["57-KL/TW", "148/2026/NĐ-CP", "05-HD/VPTW", "12/KH-UBND", "7-QĐ/ĐU"])
def test_symbol_of_a_document_does_not_part_at_its_hyphen(symbol: str) -> None:
    assert joined(f"Theo số {symbol}, ngày") == f"Theo số {symbol.replace('-', '-' + WORD_JOINER)}, ngày"


@pytest.mark.parametrize("text", ["COVID-19", "- Gạch đầu dòng", "02/1961 - 02/2021", "Ả-rập", "GIAI ĐOẠN 2026 - 2030"])
def test_other_hyphens_stay_alone(text: str) -> None:
    assert joined(text) == text


def test_what_is_no_document_comes_back_as_it_is() -> None:
    assert keep_symbols_whole(b"PK") == b"PK"
