"""Nhiệm vụ thiếu cơ quan chủ trì hoặc thời hạn.

Kiểm tra gì: Mỗi nhiệm vụ trong bảng phân công có cơ quan chủ trì và thời hạn; hạn viết đủ ngày, tháng (không «trong quý», «trước 20 hằng tháng»).
Vì sao: Việc không có người chịu trách nhiệm hoặc không có hạn thì không ai theo dõi được.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 1 (văn bản phải rõ việc, rõ trách nhiệm); không có điều khoản riêng.
Ví dụ sai:
than: "[bang: nhiem_vu]"
nhiem_vu: [{noi_dung: Tổ chức tuyên truyền về biển đảo, chu_tri: Sở Ngoại vụ}]
Ví dụ đúng:
than: "[bang: nhiem_vu]"
nhiem_vu: [{noi_dung: Tổ chức tuyên truyền về biển đảo, chu_tri: Sở Ngoại vụ, thoi_han: 30/6/2026}]
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...messages import N_, Message
from ...model import Task, plain_text
from ...model.mentions import TEXT_ZONES
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

CUT_SHORT = Message(N_("Hạn «{words}» chưa rõ."), N_("Viết đủ: trước ngày 20 hằng tháng, trong quý II năm 2027."))
SHORT_LIMIT = regex(
    r"\btrước\s+\d{1,2}\s*(?=[.;]|$)|\btrước\s+(?:ngày\s+)?\d{1,2}\s+(?:hằng|hàng)\s*(?=[.;]|$)|\btrước\s+\d{1,2}\s+(?:hằng|hàng)\s+tháng\b|\b(?:trong|vào)\s+(?:quý|tháng)\s*(?=[.;]|$)",
    re.I,
)
_BEFORE_DAY = ("trước 0*", "trước 1*", "trước 2*", "trước 3*", "hằng.", "hằng;", "hàng.", "hàng;")
SHOWN = 60  # letters of a task that are shown


@rule("note", N_("Nhiệm vụ «{task}» chưa có {missing}."), N_("Thêm {missing}, hoặc ghi «thường xuyên»."))
def task_incomplete(text: Manuscript) -> Iterator[Told]:
    """Tell each task of the table that has no deadline, and deadlines that are cut short."""
    for task in text.draft.tasks:
        if isinstance(task, Task) and not plain_text(task.deadline).strip():
            facts: dict[str, object] = {"task": plain_text(task.content)[:SHOWN], "missing": N_("thời hạn")}
            yield Told(path=task.path, facts=facts)
    for passage in text.having(
        "trong quý", "trong tháng", "vào quý", "vào tháng", "hằng tháng", "hàng tháng", *_BEFORE_DAY
    ):
        for found in SHORT_LIMIT.finditer(passage.text) if passage.zone in TEXT_ZONES else ():
            yield about_words(passage, *found.span(), message=CUT_SHORT)
