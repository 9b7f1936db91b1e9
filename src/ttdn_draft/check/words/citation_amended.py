"""Viện dẫn văn bản đã được sửa đổi mà không ghi văn bản sửa đổi.

Kiểm tra gì: Văn bản có trong bảng viện dẫn đã được sửa đổi, bổ sung vào ngày ban hành mà cả tệp không dẫn văn bản sửa
đổi.
Vì sao: Làm theo bản cũ thì sai những điều đã sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6; bảng viện dẫn có ngày.
Ví dụ sai: {than: Thực hiện Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ về quản lý hoạt động
thông tin đối ngoại., ngay: 15/9/2026}
Ví dụ đúng: {than: "Thực hiện Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ về quản lý hoạt động
thông tin đối ngoại, được sửa đổi, bổ sung bởi Nghị định số 148/2026/NĐ-CP ngày 12 tháng 5 năm 2026 của Chính phủ sửa
đổi, bổ sung một số điều của Nghị định số 72/2015/NĐ-CP.", ngay: 15/9/2026}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...knowledge.citations import Status, name_citation
from ...knowledge.citations.symbols import read_symbol
from ...mentions.contexts import clause_after, is_in_past_part, tells_past_of_document
from ...messages import N_
from ...patterns import regex
from ..cited import Cited, list_given
from ..manuscript import Manuscript
from ..rule import Told, about, rule

SAID = regex(r"sửa đổi|bổ sung|hợp nhất", re.I)


@rule(
    "warning",
    N_("{cited} đã được sửa đổi, bổ sung mà văn bản này không nhắc."),
    N_("Ghi thêm: được sửa đổi, bổ sung bởi {amending}."),
)
def citation_amended(text: Manuscript) -> Iterator[Told]:
    """Tell each document beside whose amended text the amending one is not cited, at its first mention."""
    there = {cited.mention.symbol.key for cited in text.cited}
    seen = list_given(text.cited)
    for cited in text.cited:
        known = cited.known if cited.is_own and cited.is_sure else None
        amending = text.grounds.citations.find(known.amended_by) if known and text.day else None
        if not known or not amending or known.id in seen or _is_silent(text, cited):
            continue
        symbol = read_symbol(amending.symbol)
        if text.grounds.citations.status_on(known, text.day) is Status.AMENDED and not (symbol and symbol.key in there):
            seen.add(known.id)
            yield about(cited.mention, cited=name_citation(known), amending=name_citation(amending))


def _is_silent(text: Manuscript, cited: Cited) -> bool:
    mention = cited.mention
    if mention.passage.zone in ("subject", "note", "annex-title") or tells_past_of_document(mention):
        return True
    is_past = is_in_past_part(mention.passage, text.draft.kind == "bao-cao")
    return is_past or bool(SAID.search(clause_after(mention.passage, mention.end)))
