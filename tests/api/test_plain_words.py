"""What a screen shows says where something is from in words: no ways behind sites, no keys, no commands."""

import re
from datetime import date

import pytest

from ttdn_draft.api import compose, find_citations, list_days, look, open_shelf, plain_source, plan
from ttdn_draft.api.plain_words import plain_sentence

SHELF = open_shelf()
DAY = date(2027, 1, 1)
UNPLAIN = re.compile(
    r"https?:|www\.|\.(?:vn|com|org|net)/|\.(?:html?|aspx|pdf)\b|docid|\bPL\d|\btr\. ?\d|[a-z]+_[a-z]+"
)


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("luatvietnam.vn/ngoai-giao/quyet-dinh-1976-d1.html (Công báo)", "luatvietnam.vn (Công báo)"),
        ("https://www.un.org/en/events/x.shtml (ghi 5/5)", "un.org (ghi 5/5)"),
        ("ngaynay.vn post162373; congluan.vn print/10299447; vtv.vn 116480", "ngaynay.vn; congluan.vn; vtv.vn"),
        ("baoquocte.vn …166608.html; chữ “phê duyệt …” chưa chắc", "baoquocte.vn; chữ “phê duyệt …” chưa chắc"),
        ("vneconomy.vn 23/12/2025 (số)", "vneconomy.vn 23/12/2025 (số)"),
        (
            "kho công khai dẫn vanban.chinhphu.vn (docid 218059; tệp 148-ndcp.signed.pdf)",
            "kho công khai dẫn vanban.chinhphu.vn",
        ),
        ("01/3/2026; tệp 63.pdf trên chinhphu.vn", "01/3/2026; chinhphu.vn"),
        ("Hướng dẫn số 05-HD/VPTW (PL2-15, tr. 28)", "Hướng dẫn số 05-HD/VPTW (Phụ lục 2, dòng 15, trang 28)"),
        ("Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.1b", "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.1b"),
        ("dic.gov.vn; dic.gov.vn", "dic.gov.vn"),
    ],
)
def test_a_source_names_the_site_and_not_the_way(words: str, plain: str) -> None:
    assert plain_source(words) == plain


def test_keys_are_called_as_in_the_form_and_commands_are_left_out() -> None:
    assert plain_sentence("Thêm Sở vào noi_nhan.", "vi") == "Thêm Sở vào “Nơi nhận”."
    assert plain_sentence("Viết: ho_ten: Nguyễn Văn A", "vi") == "Viết: Nguyễn Văn A"
    assert plain_sentence("Xem ho_ten và ten_day_du.", "vi") == "Xem “Họ tên” và “Tên đầy đủ trong câu”."
    assert plain_sentence("Sửa chữ. Hoặc chạy ttdn-draft check --fix a.", "vi") == "Sửa chữ."
    assert plain_sentence("Chạy ttdn-draft check.", "vi") == "Chạy ttdn-draft check."
    assert plain_sentence("Ghi 78 năm, mà 07/5/1954 - 07/5/2027 là 73 năm.", "vi") == (
        "Ghi 78 năm, mà 07/5/1954 - 07/5/2027 là 73 năm."
    )


def test_nothing_that_a_screen_shows_holds_a_long_address() -> None:
    shown = [hit.source for words in ("57", "nghị định", "QĐ", "kết luận") for hit in find_citations(words, DAY)]
    for pack in ("cao-bang", "dong-nai"):
        seen = look(compose("ke-hoach", pack, 2027, day=DAY).text, shelf=SHELF)
        shown += [doubt.source for doubt in seen.doubts]
        shown += [words for found in seen.findings for words in (found.title, found.remedy, found.clause)]
        shown += [row.source for row in plan("ke-hoach", pack, 2027, day=DAY, shelf=SHELF).rows]
    shown += [plain_source(day["source"]) for day in list_days(2027, "cao-bang", day=DAY)["anniversaries"]]
    assert len(set(shown)) > 200
    assert [words for words in shown if UNPLAIN.search(words)] == []
