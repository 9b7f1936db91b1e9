"""Chức danh viết tắt ở Kính gửi, Nơi nhận.

Kiểm tra gì: Chức danh, đơn vị viết tắt ở Kính gửi và Nơi nhận: GĐ, PGĐ, CT, PCT, CVP, ĐVTT;
tên các sở, ban viết tắt sau dấu hai chấm (Các Sở: NNMT, XD).
Vì sao: Bảng chữ viết tắt của Nghị định chỉ có tên loại văn bản; chức danh không có chữ tắt.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục III, Mục I.
Ví dụ sai: noi_nhan: [Các PGĐ Sở]
Ví dụ đúng: noi_nhan: [Các Phó Giám đốc Sở]
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.abbreviations import read_known_abbreviations
from ...messages import N_, Message
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

STANDING = "Thường trực"
_STANDING = regex(r"TT\.?\s+(?:(?:Tỉnh|Thành|Huyện|Đảng)\s+[uủ]|HĐND|Hội đồng)")
_SHORT = regex(r"(?<![\w./&-])[A-ZĐ]{2,4}g?(?![\w/&]|-\w)")


_ORGANS = regex(
    r"(?<!\w)(?:[Ss]ở|[Bb]an|[Bb]ộ|[Nn]gành|[Pp]hòng)\s*:\s*"
    r"(?P<names>[A-ZĐ]{2,6}g?(?:\s*[,;&]\s*[A-ZĐ]{2,6}g?(?![^\W\d_]))*)(?![\w/-])"
)
_OF_ORGANS = Message(N_("Tên cơ quan viết tắt ở nơi nhận: «{words}»."), N_("Viết đủ tên từng cơ quan."))


@rule("warning", N_("Chức danh viết tắt: «{words}»."), N_("Viết đủ: «{right}»."))
def abbrev_post(text: Manuscript) -> Iterator[Told]:
    """Tell each office that is abbreviated where people are addressed."""
    posts = read_known_abbreviations().posts
    for passage in text.in_zones("addressee", "recipient"):
        organs = [found.span("names") for found in _ORGANS.finditer(passage.text)]
        for start, end in organs:
            yield about_words(passage, start, end, level="note", message=_OF_ORGANS)
        for found in _SHORT.finditer(passage.text):
            if any(start <= found.start() < end for start, end in organs):
                continue
            right = STANDING if _STANDING.match(passage.text, found.start()) else posts.get(found[0])
            if right:
                yield about_words(passage, *found.span(), fix=right, right=right)
