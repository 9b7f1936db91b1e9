"""Văn bản có dấu mật.

Kiểm tra gì: Dòng chỉ có chữ MẬT, TỐI MẬT, TUYỆT MẬT, hoặc chữ ấy ở chỉ dẫn lưu hành.
Vì sao: Thể thức dấu mật do luật riêng; tệp mật soạn ở máy và quy trình dành cho văn bản mật.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần III, mục 2, điểm a; Luật Bảo vệ bí mật nhà nước.
Ví dụ sai: luu_hanh: MẬT
Ví dụ đúng: luu_hanh: LƯU HÀNH NỘI BỘ
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_
from ...model.mentions import TEXT_ZONES
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_ZONES = TEXT_ZONES - {"cell"} | {"subject"}
SECRET = regex(r"\s*\W?(?:(?:TUYỆT|TỐI)\s+)?MẬT\W?\s*")


@rule(
    "note",
    N_("Văn bản mang dấu «{words}»."),
    N_("Văn bản mật soạn ở máy không nối mạng, theo quy trình riêng; chương trình không in dấu mật."),
)
def secrecy_mark(text: Manuscript) -> Iterator[Told]:
    """Tell a mark of secrecy."""
    typed = (text.draft.circulation or "").strip()
    if SECRET.fullmatch(typed.upper()):
        yield Told(path=("luu_hanh",), words=typed)
    for passage in text.having("mật"):
        if passage.zone in _ZONES and SECRET.fullmatch(passage.text):
            yield about_words(passage, 0, len(passage.text))
