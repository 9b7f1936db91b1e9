"""Chức danh viết hoa sai.

Kiểm tra gì: Chức danh viết hoa chữ thứ hai (Giám Đốc), hoặc viết thường khi đứng liền trước tên người.
Vì sao: Chức danh chỉ viết hoa chữ đầu, và viết hoa khi đi liền với tên một người.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, Mục V.3.
Ví dụ sai: Các đồng chí Giám Đốc các sở dự họp.
Ví dụ đúng: Các đồng chí giám đốc các sở nghe Chủ tịch Nguyễn Văn An phát biểu.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...mentions import key_by_word
from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_POSTS = (
    "Giám đốc",
    "Chủ tịch",
    "Bí thư",
    "Thủ tướng",
    "Bộ trưởng",
    "Thứ trưởng",
    "Hiệu trưởng",
    "Vụ trưởng",
    "Cục trưởng",
)
_MEMBERS = ("Uỷ viên", "Ủy viên", "Chuyên viên", "Đại biểu", "Đồng chí")
_FAMILIES = (
    "Bàn|Bế|Bùi|Chu|Dương|Đàm|Đặng|Đinh|Đỗ|Giàng|Hoàng|Hồ|Hứa|Huỳnh|La|Lã|Lê|Lò|Lương|Lý|Ma|Mã|Mai|Ngô|"
    "Nguyễn|Nông|Phạm|Phan|Phùng|Sầm|Sùng|Tạ|Thào|Tô|Tống|Trần|Triệu|Trịnh|Trương|Vàng|Vi|Võ|Vũ|Vương"
)
_SECOND_CAPITAL = {post.title(): post for post in (*_POSTS, *_MEMBERS)}
_SMALL = tuple(post.lower() for post in _POSTS)
_KEYED, _KEYED_SMALL = key_by_word(_SECOND_CAPITAL), key_by_word(_SMALL)
_BEFORE_NAME = regex(rf"(?<!\w)(?<!Phó )(?:phó\s+)?(?:{'|'.join(_SMALL)})(?=\s+(?:{_FAMILIES})\s+(?P<given>[^\W\d_]+))")
_BODY = r"(?:UBND|HĐND|[UỦ][ỷy]\s+ban|Hội\s+đồng|Sở|Ban|Đảng\s+[uủ][ỷy]|Tỉnh\s+[uủ][ỷy]|xã|phường|tỉnh)"
_BEFORE_BODY = regex(
    rf"(?<!\w)(?<!Phó )(?<!các )(?P<post>(?:phó\s+)?(?:{'|'.join(_SMALL)}))\s+(?={_BODY}\s+(?:[^\W\d_]+\s+){{0,7}}?(?P<last>[^\W\d_]+)\s+"
    rf"(?:{_FAMILIES})\s+(?:Văn|Thị|Thế|Quốc|Minh|Thanh|Đức|Xuân|Hữu|Ngọc|Hồng|Thu|Mạnh|Trung|Đình)\s+[^\W\d_a-zđ])"
)
"""A post in small letters with its body, before a name of three syllables."""
_HEAD_OF_ROOM = regex(r"\bTrưởng\s+Phòng(?=\s*[,.;]|\s+(?:của|các|thuộc|phụ\s+trách|chuyên\s+môn)\b)")
REACH = 80  # signs behind a post in which its body stands
_PLACES = ("xã", "phường", "đường", "phố", "trường", "quỹ", "khu", "thôn", "xóm")
_ZONES = ("office", "authority", "issuer", "signer")  # which are printed in capitals


@rule("warning", N_("Chức danh «{words}» viết hoa sai."), N_("Viết «{right}»."))
def capital_post(text: Manuscript) -> Iterator[Told]:
    """Tell each post with a capital too many, and each without one before the name of a person."""
    present = text.mentions.index.find_present(_KEYED)
    small = text.mentions.index.find_present(_KEYED_SMALL)
    if not present and not small and ("Trưởng", "Phòng") not in text.mentions.index.pairs:
        return
    second = regex(rf"(?<!\w)(?:{'|'.join(present or '-')})(?!\w)")
    for passage in text.passages:
        if passage.zone in _ZONES:
            continue
        for found in second.finditer(passage.text) if present else ():
            right = _SECOND_CAPITAL[found[0]]
            yield about_words(passage, *found.span(), fix=right, right=right)
        for found in _HEAD_OF_ROOM.finditer(passage.text) if "Phòng" in passage.text else ():
            right = found[0].capitalize()
            yield about_words(passage, *found.span(), fix=right, right=right)
        for found in _BEFORE_NAME.finditer(passage.text) if small else ():
            if not found["given"].istitle():
                continue
            yield about_words(passage, *found.span(), fix=_write_post(found[0]), right=_write_post(found[0]))
        for found in _BEFORE_BODY.finditer(passage.text) if small else ():
            is_city = found["last"] == "phố" and "thành phố" in passage.text[found.end() : found.end() + REACH]
            if is_city or found["last"].lower() not in _PLACES:
                right = _write_post(found["post"])
                yield about_words(passage, *found.span("post"), fix=right, right=right)


def _write_post(post: str) -> str:
    """Return a post as it stands before a name: Phó Chủ tịch."""
    return "Phó " + post.split(maxsplit=1)[1].capitalize() if post[0] == "p" else post.capitalize()
