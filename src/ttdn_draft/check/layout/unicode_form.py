r"""Chữ Unicode tổ hợp: dấu gõ rời khỏi chữ, trông như thường mà tìm kiếm không ra.

Kiểm tra gì: Các đoạn của tệp Word có chữ mà dấu là một mã riêng đứng sau chữ cái (dạng NFD), không phải chữ dựng sẵn.
Vì sao: Tìm kiếm, sắp xếp và phần mềm quản lý văn bản không nhận ra chữ ấy.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I, khoản 4 (bộ mã ký tự Unicode TCVN 6909:2001).
Ví dụ sai: {đoạn: "viết Tô\u0309 chức thực hiện"}
Ví dụ đúng: {đoạn: viết Tổ chức thực hiện kế hoạch.}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from unicodedata import is_normalized

from ...messages import N_
from ..look_rule import Seen, about_line, look_rule
from ..sheet import LookSheet, ShownLine


@look_rule(
    "note",
    N_("{count} đoạn có chữ Unicode tổ hợp (NFD), đoạn đầu là «{words}»."),
    N_("Chuyển sang Unicode dựng sẵn: chọn bộ gõ bảng mã Unicode, hoặc công cụ chuyển mã của bộ gõ."),
)
def unicode_form(sheet: LookSheet) -> Iterator[Seen]:
    """Tell once how many lines have letters whose marks are signs of their own."""
    parted = {line.paragraph: line for line in reversed(sheet.lines) if _is_parted(line)}
    if parted:
        first = parted[min(parted)]
        yield about_line(first, count=len(parted))


def _is_parted(line: ShownLine) -> bool:
    return not line.is_blank and not is_normalized("NFC", "".join(map(str, line.element.itertext())))
