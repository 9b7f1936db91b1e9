"""Gaps of which nobody said what is wanted: `[…]` is highlighted in every place where it can be printed."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import Compose
from tests.render.test_pending import commented, highlighted, says, write_word
from tests.word_files import W, Word, text_of
from ttdn_draft.pipeline import Checked

GAP = "[…]"
BODIES = {
    "heading": f"# Mục {GAP} này\n\nLời\n",
    "paragraph": f"Lời {GAP} văn\n",
    "numbered paragraph": f"# Mục\n\n1. Khoản {GAP} một\n",
    "list item": f"# Mục\n\n- Ý {GAP} một\n",
    "cell": f"| A | B |\n| --- | --- |\n| một {GAP} | hai |\n",
    "head of a column": f"| A {GAP} | B |\n| --- | --- |\n| một | hai |\n",
    "part over a section": f"# Phần {GAP}\n\n## Mục\n\nLời\n",
    "note": f"Lời[^1]\n\n[^1]: Chú thích {GAP} này.\n",
    "document that is cited": "Theo [dan: nq-22-nqtw-2026]\n",
}
LINES = {
    "body above": {"co_quan": f'{{cap_tren: "TỈNH UỶ {GAP}", ten: BAN A, ky_hieu: A}}'},
    "issuer": {"co_quan": f'{{ten: "BAN {GAP}", ky_hieu: A}}'},
    "place line": {"dia_danh": f'"{GAP}"'},
    "subject": {"trich_yeu": f'"công tác {GAP} năm"'},
    "legal basis": {"can_cu": f'["Luật {GAP}"]'},
    "legal basis of the table": {"can_cu": "[nq-22-nqtw-2026]", "ngay": "2026-11-20"},
    "header": {"luu_hanh": f'"Lưu hành {GAP}"'},
    "recipient": {"noi_nhan": f'["Sở {GAP}"]'},
    "archive": {"luu": f'"Ban {GAP}"'},
    "office": {"ky": f'{{chuc_vu: "TRƯỞNG {GAP}", ho_ten: Lê An}}'},
    "authority": {"ky": f'{{quyen_han: "T/M {GAP}", chuc_vu: BÍ THƯ, ho_ten: Lê An}}'},
    "name of a signer": {"ky": f'{{chuc_vu: TRƯỞNG BAN, ho_ten: "{GAP}"}}'},
    "third signer": {"ky": f'[{{chuc_vu: A, ho_ten: A}}, {{chuc_vu: B, ho_ten: B}}, {{chuc_vu: C, ho_ten: "{GAP}"}}]'},
    "contact line": {"lien_he": f'["Điện thoại {GAP}"]'},
    "title of an annex": {
        "phu_luc": f'[{{tieu_de: "Danh mục {GAP}", noi_dung: Lời}}]',
        "co_quan": "{ten: A, ten_day_du: A, ky_hieu: A}",
    },
    "document of an annex": {"phu_luc": "[{tieu_de: Danh mục, noi_dung: Lời}]"},
    "text of an annex": {
        "phu_luc": f'[{{tieu_de: Danh mục, noi_dung: "Lời {GAP}"}}]',
        "co_quan": "{ten: A, ten_day_du: A, ky_hieu: A}",
    },
}


def everywhere(word: Word) -> list[etree._Element]:
    """Return the parts of a file in which words are printed."""
    return [
        word.part(name)
        for name in word.names()
        if re.fullmatch(r"word/(document|header\d+|footer\d+|footnotes)\.xml", name)
    ]


def assert_seen(checked: Checked, out: Path, gap: str = GAP) -> None:
    """Assert that a gap is printed, and highlighted wherever it is."""
    assert checked.document is not None, checked.findings
    word = write_word(checked, out)
    printed = sum(text_of(run).count(gap) for root in everywhere(word) for run in root.iter(f"{W}r"))
    assert printed == sum(words.count(gap) for root in everywhere(word) for words in highlighted(root)) > 0


@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
@pytest.mark.parametrize("lines", LINES.values(), ids=LINES)
def test_gap_without_words_is_highlighted_in_every_line(
    standard: str, lines: dict[str, str], compose: Compose, tmp_path: Path
) -> None:
    written = {key: words.replace("T/M", "TM.") if standard == "nha-nuoc" else words for key, words in lines.items()}
    assert_seen(compose(standard, body="Theo Phụ lục.\n", **written), tmp_path / "a.docx")


@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_gap_without_words_is_highlighted_in_every_kind_of_text(
    standard: str, body: str, compose: Compose, tmp_path: Path
) -> None:
    scheme = {"danh_so": "[phan, I, '1', '1.1', a]"} if "Phần" in body and standard == "dang" else {}
    assert_seen(compose(standard, body=body, ngay="2026-11-20", **scheme), tmp_path / "a.docx")


def test_gap_in_what_only_one_system_has_or_python_alone_can_say_is_highlighted(
    compose: Compose, tmp_path: Path
) -> None:
    assert_seen(compose(cua=f'"CỦA {GAP}"'), tmp_path / "a.docx")
    checked = compose()
    assert checked.document is not None
    gap = replace(checked.document, number_line=f"Số {GAP}-HD/BTG")  # a file with such a symbol is refused
    assert_seen(replace(checked, document=gap), tmp_path / "b.docx")


def test_doubt_of_a_third_signer_prints_neither_brackets_nor_source(compose: Compose, tmp_path: Path) -> None:
    third = '{chuc_vu: C, ho_ten: "[cần kiểm tra: Lò Văn Tám — trí nhớ]"}'
    checked = compose(ky=f"[{{chuc_vu: A, ho_ten: A}}, {{chuc_vu: B, ho_ten: B}}, {third}]", du_thao="1")
    word = write_word(checked, tmp_path / "a.docx")
    assert "Lò Văn Tám" in word.texts()
    assert highlighted(word.body) == ["Lò Văn Tám"]
    assert commented(word) == [("Lò Văn Tám", says("trí nhớ"))]
