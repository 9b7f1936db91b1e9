"""Còn chỗ trống, ô mẫu chưa viết.

Kiểm tra gì: Dấu chấm lửng thay cho chữ (……, ____, …/…/2026), XX, xxx, ???, {{…}}, [bổ sung …], [o: cột], lorem, lỗi trường của Word (Error! …), viện dẫn chưa có số, ngày.
Vì sao: Văn bản chưa xong mà gửi đi thì phải thu hồi.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 1, điểm b; Điều 15, khoản 2 (số, ngày chỉ cấp sau khi ký).
Ví dụ sai: Sở Tài chính bố trí kinh phí ………… triệu đồng.
Ví dụ đúng: Sở Tài chính bố trí kinh phí 120 triệu đồng.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from dataclasses import replace

from ...errors import Cause, Severity
from ...mentions.blanks import BlankMention
from ...messages import N_, Message
from ..manuscript import Manuscript
from ..rule import Told, about, rule

IN_FORM = Message(
    N_("{count} chỗ chấm như «{words}» in nguyên ra giấy."),
    N_("Nếu để người đọc điền tay (mẫu phiếu) thì giữ nguyên; nếu không thì viết vào."),
)
NO_NUMBER = Message(N_("«{words}»: viện dẫn chưa có số, ngày."), N_("Ghi đủ số, ngày của văn bản được viện dẫn."))
OF_ROW = Message(
    N_("«{words}» là chỗ của một cột trong bảng; xuất riêng tệp này thì in nguyên ra giấy."),
    N_("Xuất bằng lệnh batch với bảng có cột ấy, hoặc viết chữ vào đây."),
)
LEAST_OF_FORM = 3  # labels with dots behind them that make a form


@rule(
    "warning",
    N_("«{words}» là chỗ chưa viết, in nguyên ra giấy."),
    N_("Viết vào; chưa viết được thì thay bằng [điền: điều cần viết]."),
)
def placeholder_left(text: Manuscript) -> Iterator[Told]:
    """Tell each place that was left to be written; quotations are left, and the dots of a form are one note."""
    blanks = [
        found for found in text.mentions.blanks if not (found.is_quoted or found.is_given or _is_data(found, text))
    ]
    has_form = sum(found.ends_label for found in blanks) >= LEAST_OF_FORM
    form = [
        f for f in blanks if f.kind == "dots" and (f.passage.annex or (has_form and (f.ends_label or f.ends_passage)))
    ]
    if form:
        yield about(form[0], message=IN_FORM, level="note", count=len(form))
    for found in blanks:
        if found.kind == "number":
            yield about(found, message=NO_NUMBER)
        elif found.kind == "cell":
            yield about(found, message=OF_ROW)
        elif found not in form:
            yield replace(about(found, level=_choose_level(found, text)), cause=Cause.UNWRITTEN)


def _is_data(found: BlankMention, text: Manuscript) -> bool:
    """Tell whether it stands in a data file, whose dots are figures that are not known."""
    return text.source.place(found.passage.path).file != text.source.file


def _choose_level(found: BlankMention, text: Manuscript) -> Severity | None:
    """Return error for what can be nothing else, in a document that is no draft any more."""
    return "error" if found.kind == "mark" and not text.draft.draft_number else None
