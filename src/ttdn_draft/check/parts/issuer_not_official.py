"""Tên cơ quan ban hành viết tắt hoặc không đúng tên chính thức.

Kiểm tra gì: Chữ viết tắt (UBND, HĐND) ở dòng tên cơ quan ban hành; tên gõ sai,
thiếu hoặc đảo chữ so với bảng tên cơ quan.
Vì sao: Tên cơ quan ban hành là tên chính thức, đầy đủ; chỉ dòng cơ quan chủ quản được viết tắt.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.2a; Hướng dẫn số 05-HD/VPTW, trang 3 - 6.
Ví dụ sai: co_quan: {ten: UBND TỈNH CAO BẰNG, ky_hieu: UBND}
Ví dụ đúng: co_quan: {ten: ỦY BAN NHÂN DÂN TỈNH CAO BẰNG, ky_hieu: UBND}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.names import fold_plain
from ...messages import N_, Message
from ...patterns import regex
from ..heads import PEOPLE_COMMITTEE
from ..manuscript import Manuscript
from ..rule import Told, rule

_NAME = ("co_quan", "ten")
_FULL_NAME = ("co_quan", "ten_day_du")
OTHER_NAME = Message(
    N_("Tên đầy đủ «{words}» không phải của cơ quan ở đầu văn bản ({right})."), N_("Sửa một trong hai chỗ cho khớp.")
)
_SHORT_NAME = regex(r"^(UBND|HĐND|VP UBND|VP|BCĐ|BTG|BTGDV|TU|UBKT)\b")
_WRITTEN_OUT = {
    "UBND": "ỦY BAN NHÂN DÂN",
    "HĐND": "HỘI ĐỒNG NHÂN DÂN",
    "VP UBND": "VĂN PHÒNG ỦY BAN NHÂN DÂN",
    "VP": "VĂN PHÒNG",
    "BCĐ": "BAN CHỈ ĐẠO",
    "BTG": "BAN TUYÊN GIÁO",
    "BTGDV": "BAN TUYÊN GIÁO VÀ DÂN VẬN",
    "TU": "TỈNH ỦY",
    "UBKT": "ỦY BAN KIỂM TRA",
}
_START_WORDS = 4  # of a people's committee's name


@rule("error", N_("Tên cơ quan ban hành «{words}» không phải tên chính thức."), N_("Ghi: {right}."))
def issuer_not_official(text: Manuscript) -> Iterator[Told]:
    """Tell a name of the issuer that is short, or has a letter or a word wrong."""
    name = text.draft.issuer.name
    if text.written.issuer.id:
        return
    if short := _SHORT_NAME.match(name):
        old = short[1]
        right = _WRITTEN_OUT[old] + name[len(old) :].replace("\n", " ")
        yield Told(path=_NAME, words=old, fix=_WRITTEN_OUT[old], facts={"right": right})
    elif right := _find_official(text, name):
        yield Told(path=_NAME, words=name, fix=right, level="warning", facts={"right": right})
    full = " ".join((text.written.issuer.full_name or "").split())
    if full and not fold_plain(full).startswith(fold_plain(" ".join(name.split()))) and "[" not in f"{full}{name}":
        facts: dict[str, object] = {"right": " ".join(name.split())}
        yield Told(path=_FULL_NAME, words=full, level="warning", message=OTHER_NAME, facts=facts)


def _find_official(text: Manuscript, name: str) -> str:
    """Return the official name where the typed one has its words with another mark or in another order."""
    for mention in text.mentions.organs:
        if mention.passage.zone == "issuer" and mention.passage.path == _NAME and mention.is_loose:
            return mention.name.upper() + name[mention.end :]
    words = name.split()
    start = " ".join(words[:_START_WORDS]).casefold()
    is_near = fold_plain(start) == fold_plain(PEOPLE_COMMITTEE)
    if is_near and start.replace("ủy", "uỷ") != PEOPLE_COMMITTEE:
        return " ".join(["ỦY BAN NHÂN DÂN", *words[_START_WORDS:]])
    return ""
