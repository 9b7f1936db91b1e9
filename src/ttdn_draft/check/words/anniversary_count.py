"""Số năm kỷ niệm không bằng hiệu hai mốc, hoặc không phải số năm của năm văn bản.

Kiểm tra gì: Số năm, «tròn», «lần thứ» trước tên ngày kỷ niệm so với hai mốc trong ngoặc, với năm của văn bản và với lịch.
Vì sao: Con số này in lên băng rôn, khẩu hiệu; sai một năm là cả tỉnh làm theo.
Căn cứ: Nghị định số 145/2013/NĐ-CP, Điều 3, Điều 4 (năm tròn, ngày lễ lớn).
Ví dụ sai: Kỷ niệm 78 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026).
Ví dụ đúng: Kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026).
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_
from ..anniversaries import list_slips
from ..manuscript import Manuscript
from ..rule import Told, rule


@rule("error", N_("Ghi {words}, mà {start} - {end} là {passed} năm."), N_("Sửa số năm thành {passed}, hoặc sửa mốc."))
def anniversary_count(text: Manuscript) -> Iterator[Told]:
    """Tell each number of years that is not that between its dates, or that of the year of the document."""
    yield from (told for kind, told in list_slips(text) if kind == "count")
