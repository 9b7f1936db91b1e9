"""The pack of Cao Bằng is right for the document of 2021, and leaves few doubts for one of 2027."""

from datetime import date
from pathlib import Path

from ttdn_draft.compose import Order, summarise
from ttdn_draft.composing import compose_file
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_file

PROJECT = Path(__file__).parents[2] / "plugins" / "ttdn-pack-cao-bang"
DOCUMENT = """---
loai: huong-dan
tinh: cao-bang
co_quan: btgdvtu
so: 14
ngay: 2021-03-30
trich_yeu: công tác thông tin đối ngoại năm 2021
ky: truong-ban
---
# MỤC ĐÍCH, YÊU CẦU

Nội dung.
"""


def test_head_recipients_and_signature_of_the_guidance_of_2021_come_from_the_pack(tmp_path: Path) -> None:
    path = tmp_path / "hd.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    checked = check_file(path, PackShelf([PROJECT / "src"]))
    assert checked.findings == ()
    document = checked.document
    assert document is not None
    assert (document.parent_body, document.issuer) == ("TỈNH ỦY CAO BẰNG", "BAN TUYÊN GIÁO")
    assert document.number_line == "Số 14-HD/BTGTU"
    assert document.place_date.startswith("Cao Bằng, ngày 30 tháng 3 năm 2021")
    assert len(document.recipients) == 13
    assert document.recipients[-1] == "- Lưu Ban Tuyên giáo Tỉnh ủy."
    assert document.signature.full_name == "Bé Thanh Tịnh"


def test_guidance_of_2027_asks_at_most_ten_doubts_each_once_and_none_that_it_does_not_use() -> None:
    day = date(2027, 3, 15)
    order = Order("huong-dan", 2027, day, issue_date=day)
    text, _ = compose_file(order, "cao-bang", PackShelf([PROJECT / "src"]))
    assert text is not None
    summary = summarise(text)
    asked = [(doubt.question, doubt.value) for doubt in summary.doubts.values()]
    assert 0 < len(asked) <= 10 and len(set(asked)) == len(asked)
    assert all(summary.places[name] for name in summary.doubts)
    deadlines = [name for name in summary.doubts if name.startswith("bao-cao")]
    assert deadlines == ["bao-cao-thang"]  # month, quarter and year rest on one sentence of one guidance
    assert "747 đoàn" not in text  # of years that nobody knows; those of 2020 - 2025 are known
