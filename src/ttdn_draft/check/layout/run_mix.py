"""Trong một đoạn có nhiều cỡ chữ, hoặc nửa chữ đậm nửa chữ thường, do dán từ nơi khác.

Kiểm tra gì: Cỡ chữ trong từng đoạn nội dung, đề mục; chữ đậm, nghiêng dừng ở giữa một từ; chỉ số trên, chú thích không tính.
Vì sao: Dấu vết ghép từ nhiều tệp, in ra thấy ngay.
Căn cứ: Không có quy định riêng; Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6e: nội dung một cỡ chữ.
Ví dụ sai: {đoạn: nửa sau cỡ 13}
Ví dụ đúng: {đoạn: nửa sau cỡ 14}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from itertools import pairwise

from ...errors import FormatChange
from ...messages import N_, Message
from ..layout_figures import TOLERANCE
from ..look_rule import Seen, about_letters, look_rule, shorten_words
from ..sheet import LookSheet, ShownLine

TORN = Message(N_("Chữ đậm hoặc nghiêng dừng ở giữa từ «{words}»."), N_("Chọn cả từ rồi đặt lại kiểu chữ."))


@look_rule(
    "warning",
    N_("Trong một đoạn có chữ cỡ {found} pt, các chữ khác cỡ {wanted} pt."),
    N_("Chọn cả đoạn, đặt một cỡ chữ."),
)
def run_mix(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each paragraph in which letters have several sizes, or a word is bold in a part of it."""
    for line in sheet.of("body", "heading", "basis", annexes=True):
        other = [run for run in line.lettered if abs(run.format.size - line.size) > TOLERANCE]
        if other:
            words = shorten_words(" ".join("".join(run.words for run in other).split()))
            change = FormatChange("size", other[0].format.size, line.size, "run")
            yield about_letters(line, words, change, found=f"{other[0].format.size:g}", wanted=f"{line.size:g}")
        if word := _find_torn(line):
            yield about_letters(line, word, message=TORN)


def _find_torn(line: ShownLine) -> str:
    """Return the first word of which a part is bold or italic."""
    for one, other in pairwise(run for run in line.runs if run.words):
        is_same = (one.format.bold, one.format.italic) == (other.format.bold, other.format.italic)
        if (
            not is_same
            and one.words[-1:].isalpha()
            and other.words[:1].isalpha()
            and one.format.raised == other.format.raised
        ):
            return one.words.split()[-1] + other.words.split()[0]
    return ""
