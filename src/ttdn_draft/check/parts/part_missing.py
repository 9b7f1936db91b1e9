"""Văn bản không có nơi nhận.

Kiểm tra gì: Văn bản có nơi nhận hay không; các thành phần khác thì tệp đầu vào bắt buộc phải có.
Vì sao: Nơi nhận là thành phần bắt buộc; thiếu thì không biết gửi đi đâu.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 2, điểm i, Phụ lục I, Phần II, mục 9; Hướng dẫn số 05-HD/VPTW, tr. 24-25.
Ví dụ sai: {noi_nhan: null, luu: null}
Ví dụ đúng: noi_nhan: [Các sở, UBND các xã]
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.standards.foot import names_addressees
from ...messages import N_
from ..manuscript import Manuscript
from ..rule import Told, rule


@rule("warning", N_("Chưa có nơi nhận; văn bản in ra không có phần Nơi nhận."), N_("Thêm noi_nhan và luu."))
def part_missing(text: Manuscript) -> Iterator[Told]:
    """Tell a document that goes to nobody."""
    draft = text.draft
    if not (draft.recipients or draft.archive or names_addressees(draft.addressees, text.profile)):
        yield Told(path=("noi_nhan",))
