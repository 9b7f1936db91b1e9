"""Viện dẫn văn bản ban hành sau ngày của văn bản này, hoặc làm căn cứ khi chưa có hiệu lực.

Kiểm tra gì: Ngày của văn bản viện dẫn (gõ trong tệp, hoặc trong bảng viện dẫn) không muộn hơn ngày ban hành; văn bản
ở phần căn cứ đã có hiệu lực.
Vì sao: Không thể căn cứ vào cái chưa có; thường là gõ nhầm tháng hoặc năm.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm a; trình tự thời gian; bảng viện dẫn có
ngày.
Ví dụ sai: Thực hiện Kế hoạch số 25/KH-UBND ngày 29 tháng 12 năm 2026 của Ủy ban nhân dân tỉnh về công tác thông tin
đối ngoại.
Ví dụ đúng: Thực hiện Kế hoạch số 25/KH-UBND ngày 29 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh về công tác thông tin
đối ngoại.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ...knowledge.citations import Citation, Status
from ...mentions.citations import DocumentMention
from ...mentions.contexts import is_planned
from ...mentions.laws import LawMention
from ...messages import N_, Message
from ...model import PartialDate
from ..cited import issued_otherwise, list_given
from ..cited_laws import find_law
from ..manuscript import Manuscript
from ..rule import Told, about, about_words, rule

NOT_ISSUED = Message(
    N_("{words} ban hành ngày {since}, sau ngày của văn bản này ({day})."),
    N_("Sửa ngày của văn bản, hoặc bỏ câu dẫn."),
)
NOT_EFFECTIVE = Message(
    N_("{words} làm căn cứ mà đến {since} mới có hiệu lực, sau ngày của văn bản này ({day})."),
    N_("Dẫn văn bản đang có hiệu lực, hoặc đưa câu này ra khỏi phần căn cứ."),
)


@rule(
    "warning",
    N_("Văn bản viện dẫn ghi {words}, muộn hơn ngày của văn bản này ({day})."),
    N_("Sửa ngày viện dẫn theo bản gốc, hoặc sửa ngày của văn bản."),
)
def citation_too_new(text: Manuscript) -> Iterator[Told]:
    """Tell each document that was not there, or did not hold as a base, on the day of this one."""
    day, seen = text.day, list_given(text.cited)
    if day is None:
        return
    for mention, known in _list_typed(text):
        if mention.day and mention.day > day and not is_planned(mention):
            yield about_words(mention.passage, *_date_span(mention), day=_show(text, day))
        elif known and known.id not in seen and (told := _judge(text, mention, known, day)):
            seen.add(known.id)
            yield told


def _list_typed(text: Manuscript) -> Iterator[tuple[DocumentMention | LawMention, Citation | None]]:
    """Yield what the author cites, but what the table knows by another day, of which another rule tells."""
    for cited in text.cited:
        mention = cited.mention
        if not (mention.is_given or mention.is_quoted or (cited.is_sure and issued_otherwise(cited))):
            yield mention, cited.known if cited.is_sure and not mention.is_nested else None
    for law in text.mentions.laws:
        known = find_law(law, text.grounds.citations)
        is_other = known and law.day and known.date and known.date.first != law.day
        if not (law.is_given or law.is_quoted or is_other):
            yield law, known


def _show(text: Manuscript, day: date) -> str:
    return text.profile.dates.write(PartialDate.of(day))


def _date_span(mention: DocumentMention | LawMention) -> tuple[int, int]:
    return mention.date_span if isinstance(mention, LawMention) else mention.day_span


def _judge(text: Manuscript, mention: DocumentMention | LawMention, known: Citation, day: date) -> Told | None:
    status = text.grounds.citations.status_on(known, day)
    if status is Status.NOT_ISSUED and known.date and not is_planned(mention):
        return replace(about(mention, since=_show(text, known.date.first), day=_show(text, day)), message=NOT_ISSUED)
    if status is Status.NOT_EFFECTIVE and mention.passage.zone == "base":
        return replace(
            about(mention, since=_show(text, known.period.first_day), day=_show(text, day)), message=NOT_EFFECTIVE
        )
    return None
