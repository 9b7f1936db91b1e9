"""Phông chữ không phải Times New Roman: phông khác, phông giả, phông theo chủ đề hay phông TCVN3, VNI cũ.

Kiểm tra gì: Phông của mọi chữ, tính cả phông đến từ kiểu đoạn, mặc định và chủ đề của tệp; trừ ký hiệu, dấu đầu dòng.
Vì sao: Máy khác không có phông ấy thì chữ nhảy dòng, vỡ dấu.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục 4; Hướng dẫn số 05-HD/VPTW, tr. 28.
Ví dụ sai: {đoạn: phông Calibri}
Ví dụ đúng: {đoạn: phông Times New Roman}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import FormatChange
from ...messages import N_
from ..look_rule import Seen, about_letters, look_rule, shorten_words
from ..sheet import LookSheet
from ..shown_runs import ShownRun

SYMBOLS = ("symbol", "wingdings", "webdings", "mt extra", "cambria math", "segoe ui symbol", "zapf dingbats")


@look_rule(
    "error",
    N_("Chữ dùng phông {found}, phải là {wanted} ({clause})."),
    N_("Chọn phông {wanted} cho cả văn bản."),
)
def font_family(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each line that has letters of another font, once for each font."""
    page = sheet.profile.page
    for line in sheet.lines:
        wrong: dict[str, str] = {}
        for run in line.runs:
            for font, letters in _list_fonts(run).items():
                if font.casefold() != page.font.casefold() and not font.casefold().startswith(SYMBOLS):
                    wrong[font] = wrong.get(font, "") + letters
        for font, letters in wrong.items():
            change = FormatChange("font", font, page.font, "run")
            words = shorten_words(" ".join(letters.split()))
            yield about_letters(line, words, change, found=font, wanted=page.font, clause=page.clause)


def _list_fonts(run: ShownRun) -> dict[str, str]:
    """Return the fonts of the letters of a run, each with what it prints: a whole run where it has one font."""
    if not run.has_letters:
        return {}
    kinds = {run.format.font: False, run.format.high_font: True} if run.format.font != run.format.high_font else {}
    if not kinds:
        return {run.format.font: run.words}
    found = {}
    for font, is_high in kinds.items():
        letters = "".join(c if (c > "\x7f") == is_high and c.isalnum() else " " for c in run.words)
        if letters.strip():
            found[font] = letters
    return found
