"""Văn bản đã có số, ngày mà còn chữ Dự thảo, hoặc chữ Dự thảo gõ trong nội dung.

Kiểm tra gì: Khoá du_thao so với so và ngay; chữ Dự thảo gõ ở trích yếu, đầu nội dung.
Vì sao: Bản chính mang chữ nháp, hoặc bản nháp lọt ra ngoài với số thật.
Căn cứ: Hướng dẫn số 05-HD/VPTW, tr. 26; Nghị định số 30/2020/NĐ-CP, Điều 15, khoản 2 (số và ngày ghi sau khi ký).
Ví dụ sai: du_thao: 2
Ví dụ đúng: {du_thao: 2, so: null}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.lookup_day import find_lookup_day
from ...messages import N_, Message
from ...model import PartialDate, plain_text
from ...model.marks import find_pending
from ...model.mentions import TEXT_ZONES
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_ZONES = TEXT_ZONES | {"subject"}
TYPED_DRAFT = regex(r"\s*\(?(?:DỰ THẢO|Dự thảo(?:\s+lần\s+(?:thứ\s+)?\w+)?\)?\s*(?:$|[:.-]\s))")
IN_WORDS = Message(N_("Chữ «{words}» gõ trong văn bản."), N_("Xoá đi và ghi du_thao: 1; chương trình in đúng chỗ."))


@rule(
    "warning",
    N_("Văn bản có số {number}, ngày {day} mà còn du_thao: {count}."),
    N_("Đã ban hành thì xoá du_thao; còn là dự thảo thì xoá so."),
)
def draft_or_issued(text: Manuscript) -> Iterator[Told]:
    """Tell a draft that has number and day, and the word for a draft where it is typed."""
    draft, day = text.draft, find_lookup_day(text.draft)
    is_dated = day is not None and not isinstance(draft.issue_date, PartialDate)
    if draft.draft_number and draft.number is not None and is_dated and not _is_unfinished(text):
        facts: dict[str, object] = {"number": draft.number, "day": day, "count": draft.draft_number}
        yield Told(path=("du_thao",), facts=facts)
    for passage in text.having("dự thảo"):
        if passage.zone in _ZONES and (found := TYPED_DRAFT.match(passage.text)):
            yield about_words(passage, *found.span(), message=IN_WORDS)


def _is_unfinished(text: Manuscript) -> bool:
    """Tell whether something is still to be done, so that nobody takes the draft for the final paper."""
    return bool(text.draft.doubts) or any(
        "[" in plain_text(words) and any(find_pending(plain_text(words))) for words in text.source.texts.values()
    )
