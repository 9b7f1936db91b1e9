"""Chữ không phải màu đen, có nền màu, hoặc gạch chân trong nội dung.

Kiểm tra gì: Màu chữ, nền chữ và gạch chân của mọi chữ; chữ đỏ của dấu khẩn và chữ tô để soát (highlight) không tính.
Vì sao: Văn bản phải in đen; chữ màu in ra thành xám, chữ có nền thì mất khi sao chụp.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục 4; Hướng dẫn số 05-HD/VPTW, tr. 28.
Ví dụ sai: {tên loại: màu đỏ}
Ví dụ đúng: {tên loại: màu đen}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import FormatChange
from ...messages import N_, Message
from ..look_rule import Seen, about_letters, look_rule, shorten_words
from ..sheet import LookSheet
from ..shown_runs import ShownRun

DARKEST = 0x30  # a part of red, green or blue up to which print is black
SHADED = Message(N_("Chữ có nền màu {found} ({clause})."), N_("Bỏ nền của chữ (Shading, No Color)."))
UNDERLINED = Message(N_("Chữ gạch chân, thể thức không quy định."), N_("Bỏ gạch chân."))
LABELS = ("recipient-title", "mark")  # where the standard says underline and colour by itself
TITLES = ("motto", "issuer", "subject")  # an underline there stands for the drawn line, which another rule tells


@look_rule(
    "error",
    N_("Chữ màu {found}, phải là màu đen ({clause})."),
    N_("Chọn màu chữ Automatic."),
)
def font_color(sheet: LookSheet) -> Iterator[Seen]:
    """Tell letters that are not black, that have a coloured ground, or that are underlined in the text."""
    clause = sheet.profile.page.clause
    for line in sheet.lines:
        for colour, words in _gather(line.lettered, "colour"):
            if line.zone != "mark" and not _is_black(colour):
                change = FormatChange("colour", colour, "000000", "run")
                yield about_letters(line, words, change, found=colour, clause=clause)
        for shade, words in _gather(line.lettered, "shade"):
            if shade and line.zone != "table":
                change = FormatChange("shade", shade, "", "run")
                yield about_letters(line, words, change, message=SHADED, found=shade, clause=clause)
        for underline, words in _gather(line.lettered, "underline"):
            if underline != "none" and line.zone not in (*LABELS, *TITLES):
                change = FormatChange("underline", underline, "none", "run")
                yield about_letters(line, words, change, message=UNDERLINED, level="warning")


def _gather(runs: tuple[ShownRun, ...], name: str) -> Iterator[tuple[str, str]]:
    """Yield each value of a format that letters of a line have, with those letters."""
    found: dict[str, str] = {}
    for run in runs:
        value = getattr(run.format, name)
        found[value] = found.get(value, "") + run.words
    yield from ((value, shorten_words(" ".join(words.split()))) for value, words in found.items())


def _is_black(colour: str) -> bool:
    """Tell whether a colour prints as black; what is no colour is left to Word."""
    try:
        return all(int(colour[at : at + 2], 16) <= DARKEST for at in (0, 2, 4))
    except ValueError:
        return True
