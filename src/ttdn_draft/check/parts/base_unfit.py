"""Dòng căn cứ không dùng được làm căn cứ.

Kiểm tra gì: Mỗi dòng của can_cu là một văn bản đang có hiệu lực: không phải văn bản hợp nhất đứng một mình, luật sửa
đổi không nêu luật được sửa, biểu mẫu, tệp, tin nhắn; không gộp nhiều căn cứ vào một dòng.
Vì sao: Căn cứ là để tra thẩm quyền và nội dung; văn bản hợp nhất và biểu mẫu không phải văn bản quy định.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm a; Hướng dẫn số 05-HD/VPTW, trang 12; văn
bản hợp nhất: không có quy định riêng.
Ví dụ sai: {can_cu: [Căn cứ Văn bản hợp nhất số 05/VBHN-VPQH]}
Ví dụ đúng: {can_cu: [Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025]}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...knowledge.citations.symbols import ASSEMBLY_LETTERS
from ...mentions.citations import DocumentMention
from ...messages import N_, Message
from ...model.mentions import Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

MERGED = regex(r"(?:văn bản hợp nhất|(?<!\w)VBHN(?= số| \d))(?:\s+số\s+\S+)?", re.I)
AMENDING = regex(
    r"(?:Luật|Pháp lệnh)(?:\s+số\s+\S+)?\s+sửa đổi(?:,\s*bổ sung)?(?:\s+một số điều)?"
    r"(?!.{0,80}\bcủa\s+(?:các\s+)?(?:Bộ )?[Ll]uật)"
)
PAPER = regex(r"\b(?:biểu mẫu|mẫu số|tệp|file|bảng tính|email|thư điện tử|tin nhắn|zalo|phiếu giao việc)\b", re.I)
SECOND = regex(r"[;.]\s*-?\s*(?P<second>(?:Căn cứ|Theo|Xét|Thực hiện)\s+[A-ZĐ])")
CHANGES = regex(r"sửa đổi|bổ sung|thay thế|đính chính|hợp nhất", re.I)
OF_AMENDING = Message(N_("«{words}» không nêu luật được sửa."), N_("Ghi tên luật được sửa đổi, rồi đến luật sửa đổi."))
OF_PAPER = Message(
    N_("«{words}» không phải văn bản làm căn cứ được."), N_("Dẫn văn bản ban hành nó, hoặc bỏ dòng này.")
)
OF_SEVERAL = Message(
    N_("Một dòng căn cứ gộp nhiều văn bản, từ «{words}»."), N_("Tách mỗi văn bản thành một dòng của can_cu.")
)


@rule(
    "warning",
    N_("{words} đứng một mình làm căn cứ."),
    N_("Dẫn luật, nghị định gốc và văn bản sửa đổi; văn bản hợp nhất chỉ để tra."),
)
def base_unfit(text: Manuscript) -> Iterator[Told]:
    """Tell each line of the legal bases that names nothing on which a document can rest, or several documents."""
    for passage in text.in_zones("base"):
        if passage.given:
            continue
        others = [law for law in text.mentions.laws if law.passage is passage]
        cited = [m for m in text.mentions.citations if m.passage is passage and _is_other(m)]
        merged = MERGED.search(passage.text)
        if merged and not cited and not any(law.day or law.start < merged.start() for law in others):
            yield about_words(passage, *merged.span())
        for pattern, message in ((AMENDING, OF_AMENDING), (PAPER, OF_PAPER)):
            if found := pattern.search(passage.text):
                yield replace(about_words(passage, *found.span()), message=message)
        starts = sorted(m.start for m in (*cited, *others))
        yield from _tell_several(passage, starts)


def _is_other(mention: DocumentMention) -> bool:
    """Tell whether a mention is a document of its own: no law, no merged text, none in the title of another."""
    return not (mention.is_nested or mention.symbol.code == "VBHN" or ASSEMBLY_LETTERS.fullmatch(mention.symbol.code))


def _tell_several(passage: Passage, starts: list[int]) -> Iterator[Told]:
    """Say that a line holds a second base; two documents of which one changes the other are one."""
    second = SECOND.search(passage.text)
    if second:
        start = second.start("second")
    elif len(starts) > 1 and not CHANGES.search(passage.text):
        start = starts[1]
    else:
        return
    end = min(
        (at for at in (passage.text.find(sign, start + 1) for sign in (",", ";")) if at > 0), default=len(passage.text)
    )
    yield replace(about_words(passage, start, end), message=OF_SEVERAL)
