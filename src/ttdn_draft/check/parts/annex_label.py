"""Phụ lục gọi tên, đánh số khác với cách in: sai hệ số, có số khi chỉ một phụ lục, gõ sẵn nhãn, trùng tên.

Kiểm tra gì: Tên phụ lục và chỗ gọi phụ lục trong nội dung có đúng như nhãn in ra không: Nhà nước số La Mã, Đảng số thường.
Vì sao: Gọi Phụ lục 2 mà tờ giấy in Phụ lục II thì người đọc không chắc là một; nhãn gõ sẵn thì in hai lần.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần III, mục 1, điểm a, b; Hướng dẫn số 05-HD/VPTW, tr. 25.
Ví dụ sai: {than: Thực hiện theo Phụ lục 1 và Phụ lục II., phu_luc: [{tieu_de: Danh mục, noi_dung: Một.}, {tieu_de: Dự toán, noi_dung: Hai.}]}
Ví dụ đúng: {than: Thực hiện theo Phụ lục I và Phụ lục II., phu_luc: [{tieu_de: Danh mục, noi_dung: Một.}, {tieu_de: Dự toán, noi_dung: Hai.}]}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...knowledge.names import fold_name
from ...messages import N_, Message
from ...patterns import regex
from ..manuscript import Manuscript
from ..own_parts import has_typed_label
from ..rule import Told, about, about_words, rule

TYPED = Message(
    N_("Tên phụ lục mở đầu bằng «{words}», mà chương trình đã in «{label}»."), N_("Xoá «{words}» trong tieu_de.")
)
SAME = Message(N_("Hai phụ lục cùng tên «{words}»."), N_("Đặt tên khác nhau, hoặc bỏ một phụ lục."))
LABEL = regex(
    r"\s*Phụ\s+lục(?:\s+(?:số\s+)?(?:[IVX]+|\d+))?\s*(?:[.:–-]\s*|$)|\s*Phụ\s+lục\s+(?:số\s+)?(?:[IVX]+|\d+)\s+", re.I
)


@rule("warning", N_("«{words}» in ra là «{label}»."), N_("Viết {label} cho khớp."))
def annex_label(text: Manuscript) -> Iterator[Told]:
    """Tell each name of an annex that is not the one under which it is printed."""
    count = len(text.draft.annexes)
    for found in text.mentions.references if count else ():
        if found.kind != "annex" or not 0 < found.number <= count or found.is_quoted:
            continue
        label = text.document.annexes[found.number - 1].label
        if label.casefold() != " ".join(found.words.split()).casefold() and not has_typed_label(
            text, "Phụ lục", found.figure
        ):
            yield about(found, fix=label, label=label)
    yield from _judge_titles(text)


def _judge_titles(text: Manuscript) -> Iterator[Told]:
    """Yield titles that bring a label of their own, and those of which there are two."""
    seen = set[str]()
    for passage in text.in_zones("annex-title"):
        if label := LABEL.match(passage.text):
            yield about_words(
                passage, *label.span(), message=TYPED, label=text.document.annexes[passage.annex - 1].label
            )
        name = fold_name(passage.text)
        if name in seen:
            yield about_words(passage, 0, len(passage.text), message=SAME)
        seen.add(name)
