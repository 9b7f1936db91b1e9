"""Cỡ chữ Quốc hiệu, Tiêu ngữ, địa danh và ngày tháng không thuộc cùng một bậc.

Kiểm tra gì: Ba dòng này là 13, 14, 14 hoặc 12, 13, 13; chú thích của bảng mẫu chữ buộc tăng, giảm cùng nhau.
Vì sao: Lệch bậc thì Quốc hiệu to bằng hoặc hơn Tiêu ngữ, nhìn là thấy.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục V, chú thích 1.
Ví dụ sai: {quốc hiệu: cỡ 13, tiêu ngữ: cỡ 13}
Ví dụ đúng: {quốc hiệu: cỡ 13, tiêu ngữ: cỡ 14}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import FormatChange, Severity
from ...messages import N_
from ..layout_figures import TOLERANCE, legal_sizes
from ..look_rule import Seen, about_line, look_rule
from ..part_looks import list_styled_parts
from ..sheet import LookSheet, ShownLine

PAIRED = ("quoc_hieu", "tieu_ngu", "dia_danh_ngay")
DATE = PAIRED[-1]  # the forms of the decree itself set it a size smaller
STEPS = ((13.0, 14.0, 14.0), (12.0, 13.0, 13.0))  # in the order of PAIRED
LEAST_LINES = 2


@look_rule(
    "error",
    N_("Cỡ chữ Quốc hiệu, Tiêu ngữ, ngày tháng là {found}; phải là 13, 14, 14 hoặc 12, 13, 13 ({clause})."),
    N_("Đặt {right} pt cho dòng này."),
    standards=("nha-nuoc",),
)
def head_size_pair(sheet: LookSheet) -> Iterator[Seen]:
    """Tell the lines whose sizes do not go together, where each of them is allowed by itself."""
    there: dict[str, ShownLine] = {}
    for line, name, look in list_styled_parts(sheet):
        if name in PAIRED and legal_sizes(look).hold(line.size, TOLERANCE):
            there.setdefault(name, line)
    if len(there) < LEAST_LINES or any(not _find_wrong(there, step) for step in STEPS):
        return
    found = ", ".join(f"{there[name].size:g}" if name in there else "…" for name in PAIRED)
    wrong = min((_find_wrong(there, step) for step in STEPS), key=len)
    for name, right in wrong.items():
        change = FormatChange("size", there[name].size, right, "run")
        clause = sheet.profile.sizes.clause.split(":", 1)[0]
        level: Severity | None = "note" if name == DATE else None
        yield about_line(there[name], change, level=level, found=found, right=f"{right:g}", clause=clause)


def _find_wrong(there: dict[str, ShownLine], step: tuple[float, ...]) -> dict[str, float]:
    """Return the lines that have not the size of a step, with that size."""
    wanted = dict(zip(PAIRED, step, strict=True))
    return {name: wanted[name] for name, line in there.items() if abs(line.size - wanted[name]) > TOLERANCE}
