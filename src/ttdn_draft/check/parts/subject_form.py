"""Trích yếu có dấu chấm cuối, viết hoa toàn bộ, nhắc lại tên loại, quá dài, hay viết hoa chữ đầu ở văn bản Đảng.

Kiểm tra gì: Cách viết trích yếu: không có dấu chấm cuối, chữ thường, không nhắc lại tên loại, không quá 500 ký tự.
Vì sao: Trích yếu là dòng vào sổ và tra cứu.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 5, Phụ lục VI; Hướng dẫn số 05-HD/VPTW, tr. 1, 10-11.
Ví dụ sai: trich_yeu: Kế hoạch tuyên truyền về biển, đảo năm 2026
Ví dụ đúng: trich_yeu: Tuyên truyền về biển, đảo năm 2026
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...messages import N_, Message
from ...model.mentions import Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

STOPPED = Message(N_("Trích yếu có dấu «{words}» ở cuối."), N_("Bỏ dấu này."))
CAPITALS_ONLY = Message(N_("Trích yếu viết hoa toàn bộ."), N_("Viết chữ thường, chỉ viết hoa tên riêng."))
TOO_LONG = Message(N_("Trích yếu dài {length} ký tự, giới hạn {limit}."), N_("Viết ngắn lại."))
FIRST_LETTER = Message(N_("Trích yếu văn bản của Đảng mở đầu bằng chữ thường: «{words}»."), N_("Viết «{right}»."))
MOST_SIGNS = 500
COMMON = regex(
    r"(?:Công tác|Kết quả|Tuyên truyền|Triển khai|Thực hiện|Tổ chức|Tăng cường|Đẩy mạnh|Về|Tình hình|Nhiệm vụ"
    r"|Phối hợp|Quán triệt|Sơ kết|Tổng kết|Nâng cao|Xây dựng|Tiếp tục|Một số|Hoạt động|Kỷ niệm)\b"
)
"""Words with which subjects begin, and no name does."""


@rule("warning", N_("Trích yếu nhắc lại tên loại «{words}»."), N_("Bỏ «{words}»: tên loại đã in ở dòng trên."))
def subject_form(text: Manuscript) -> Iterator[Told]:
    """Tell what is wrong in the form of the subject."""
    kind = text.document.kind_name
    for passage in text.in_zones("subject"):
        words = passage.text.strip()
        if re.match(rf"{kind}\s+(?!viên\b)\w", words, re.I):
            start = passage.text.index(words)
            yield about_words(passage, start, start + len(kind))
        elif words.isupper() and len(words.split()) > 3:
            yield about_words(passage, 0, len(passage.text), message=CAPITALS_ONLY)
        elif text.is_party and (first := COMMON.match(passage.text)):
            right = first[0][:1].lower() + first[0][1:]
            yield about_words(passage, *first.span(), message=FIRST_LETTER, fix=right, right=right)
        yield from _judge_end(passage)


def _judge_end(passage: Passage) -> Iterator[Told]:
    words = passage.text.rstrip()
    if words.endswith((".", ";", ",")) and not words.endswith(("...", "v.v.")):
        yield about_words(passage, len(words) - 1, len(words), message=STOPPED, fix="")
    if len(words) > MOST_SIGNS:
        yield about_words(passage, 0, 0, message=TOO_LONG, length=len(words), limit=MOST_SIGNS)
