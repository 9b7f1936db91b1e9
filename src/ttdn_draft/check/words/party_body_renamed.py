"""Ban, tổ chức của Đảng ghi theo tên khác với tên vào ngày ban hành.

Kiểm tra gì: Ban Tuyên giáo, Ban Dân vận, Ban Tuyên giáo và Dân vận, Ban cán sự đảng … theo ngày của văn bản.
Vì sao: Tên các ban đổi hai lần trong chưa đầy 20 tháng.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.2a (nguyên tắc tên chính thức); bảng tên cơ quan theo ngày.
Ví dụ sai: he: dang
 noi_nhan: [Ban Dân vận Trung ương, Lãnh đạo Ban]
Ví dụ đúng: he: dang
 noi_nhan: [Ban Tuyên giáo và Dân vận Trung ương, Lãnh đạo Ban]
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_
from ..manuscript import Manuscript
from ..renamed import tell_renamed
from ..rule import Told, rule


@rule("warning", N_("Ngày {day} tổ chức đảng này không mang tên «{words}»{doubt}."), N_("Ngày đó là: {now}."))
def party_body_renamed(text: Manuscript) -> Iterator[Told]:
    """Tell each organ of the Party under a name that is not that of the day."""
    return tell_renamed(text, "dang")
