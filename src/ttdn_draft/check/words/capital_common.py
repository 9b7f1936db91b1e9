"""Danh từ chung viết hoa tuỳ tiện.

Kiểm tra gì: Từ thường viết hoa cả hai chữ (Cán Bộ, Đoàn Thể), hoặc viết hoa sau «các» (các Sở, Ngành).
Vì sao: Chỉ tên riêng viết hoa; viết hoa để tỏ ý trân trọng làm rối người đọc.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, Mục III đến Mục V.
Ví dụ sai: Các cơ quan phối hợp với các Ngành, Đoàn Thể.
Ví dụ đúng: Các cơ quan phối hợp với các ngành, đoàn thể.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...mentions import key_by_word
from ...messages import N_
from ...model.mentions import Passage, Zone
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_NOUNS = (
    *("cán bộ", "chương trình", "cơ quan", "doanh nghiệp", "dự án", "địa phương", "đoàn thể", "đơn vị", "giải pháp"),
    *("công tác", "nhân dân", "chất lượng", "nội dung", "hoạt động", "kết quả", "sản phẩm", "doanh nhân", "nhiệm kỳ"),
    *("hội nghị", "hướng dẫn", "kế hoạch", "nhiệm vụ", "phóng viên", "tài liệu", "tuyên truyền"),
)
_PAIRS = {words.title(): words for words in _NOUNS}
_KEYED = key_by_word(_PAIRS)
_HEADS = ("Sở", "Ngành", "Đoàn", "Đơn", "Cơ", "Địa", "Cấp")  # the first words of what is said of all
_BEFORE_HEADS = tuple(("các", head) for head in _HEADS)
_AFTER_ALL = regex(
    r"(?<=các )(?:Sở|Ngành|Đoàn thể|Đơn vị|Cơ quan|Địa phương|Cấp)"
    r"(?=[,;.]|\s*$|\s+(?:và|của|trên|trong|có|để|liên quan)\b)"
)
_OF_NAME = regex(
    r"\b(?:Sở|Bộ|Ban|Phòng|Cục|Vụ|Chi cục|Uỷ ban|Ủy ban|Hội|Hội đồng|Trung tâm|Viện|Trường|Báo|Đài|Tạp chí|Công ty|"
    r"Liên đoàn)\s[^.;:]{0,60}$"
)
_SENTENCES: tuple[Zone, ...] = ("paragraph", "item", "note", "cell", "base", "recipient")


@rule("note", N_("«{words}» là danh từ chung, ở đây không viết hoa như vậy."), N_("Viết «{right}»."))
def capital_common(text: Manuscript) -> Iterator[Told]:
    """Tell each common noun with capitals in the middle of a sentence."""
    index = text.mentions.index
    present, has_heads = index.find_present(_KEYED), index.pairs.holds_any(_BEFORE_HEADS)
    if not (present or has_heads):
        return
    pairs = regex(rf"(?<!\w)(?:{'|'.join(present)})(?!\w)") if present else None
    for passage in text.in_zones(*_SENTENCES):
        if has_heads and "các " in passage.text:
            yield from (_tell(passage, found, found[0].lower()) for found in _AFTER_ALL.finditer(passage.text))
        for found in pairs.finditer(passage.text) if pairs else ():
            if not _OF_NAME.search(passage.text, 0, found.start()):
                yield _tell(passage, found, _PAIRS[found[0]])


def _tell(passage: Passage, found: re.Match[str], right: str) -> Told:
    if not passage.text[: found.start()].strip(' -+*“"('):
        right = right.capitalize()
    return about_words(passage, *found.span(), fix=right, right=right)
