"""Nhắc đến mục, điều, bảng, biểu, phụ lục không có trong văn bản.

Kiểm tra gì: Chỗ dẫn trong nội dung (xem Bảng 3, mục IV, Phụ lục III) có chỉ đúng một phần của văn bản này không.
Vì sao: Chỗ dẫn còn lại khi cắt bớt hoặc chép từ văn bản dài hơn thì người đọc tìm không thấy.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần III, mục 1, điểm a (phụ lục); không có điều khoản riêng với các phần khác.
Ví dụ sai: Các đơn vị thực hiện nhiệm vụ nêu tại mục IV Kế hoạch này.
Ví dụ đúng: Các đơn vị thực hiện nhiệm vụ nêu tại mục I Kế hoạch này.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...mentions.references import ReferenceMention
from ...messages import N_, Message
from ..manuscript import Manuscript
from ..own_parts import count_chapters, count_tables, has_typed_label
from ..rule import Told, about, rule

NO_ARTICLES = Message(
    N_("Dẫn «{words}» mà văn bản này không chia thành điều."),
    N_("Sửa chỗ dẫn thành mục, hoặc ghi tên văn bản có điều ấy."),
)


@rule(
    "warning",
    N_("Dẫn «{words}» mà văn bản chỉ có {count} {part}."),
    N_("Sửa số, hoặc bỏ chỗ dẫn; nếu là phần của văn bản khác thì ghi tên văn bản ấy."),
)
def ref_dangling(text: Manuscript) -> Iterator[Told]:
    """Tell each part that the text names by its number and that the document has not."""
    annexes, tables, chapters = len(text.draft.annexes), count_tables(text), count_chapters(text)
    for found in text.mentions.references:
        if found.is_given or found.is_quoted:
            continue
        if found.kind == "article" and found.is_said_own:
            yield about(found, message=NO_ARTICLES)
        elif found.kind == "annex" and annexes and _is_beyond(text, found, annexes, "Phụ lục"):
            yield about(found, count=annexes, part=N_("phụ lục"))
        elif found.kind == "table" and _is_beyond(text, found, max(tables, annexes), found.words.split()[0]):
            if tables or annexes or not found.is_said_own:  # else the rule of annexes tells that none is there
                yield about(found, level=None if tables or annexes else "note", count=tables, part=N_("bảng"))
        elif found.kind == "section" and found.is_roman and not found.passage.annex and 0 < chapters < found.number:
            yield about(found, count=chapters, part=N_("mục lớn"))


def _is_beyond(text: Manuscript, found: ReferenceMention, count: int, word: str) -> bool:
    return found.number > count and not has_typed_label(text, word, found.figure)
