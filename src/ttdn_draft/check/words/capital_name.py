"""Tên riêng, tên ngày lễ viết hoa sai.

Kiểm tra gì: Tên nước, tên vùng, tên tỉnh, tên ngày lễ trong danh sách đóng mà thiếu hoặc thừa chữ hoa.
Vì sao: Phụ lục II của Nghị định nêu cách viết từng loại tên; chỗ sai hay gặp là chữ thứ hai.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, Mục III.1đ, III.2, V.5 và V.8.
Ví dụ sai: Tuyên truyền dịp tết Nguyên Đán ở Việt nam.
Ví dụ đúng: Tuyên truyền dịp tết Nguyên đán ở Việt Nam, vùng Tây Nam Bộ.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ...knowledge.capital_names import WrongName, list_wrong_names
from ...knowledge.places.gazetteer import name_provinces
from ...mentions import Mentions, key_by_word
from ...mentions.contexts import is_in_address, is_no_text
from ...mentions.word_pairs import PhrasesByWord
from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_NATION = regex(
    r"(?<![\w-])(?:dân\s+tộc|đồng\s+bào|người)\s+(?P<name>(?:tày|nùng|mông|hmông|dao|mường|lô\s+lô|sán\s+chay|sán\s+chỉ|sán\s+dìu|khơ\s+mú|la\s+hủ|"
    r"hà\s+nhì|ê\s+đê|ba\s+na|gia\s+rai|khmer|chăm(?!\s+(?:sóc|chỉ|lo|bón|nom|ngoan)))(?:(?:,|\s+và)\s+(?:tày|nùng|mông|dao|mường|lô\s+lô|kinh(?!\s+(?:tế|doanh|phí))|thái|giáy|ngái))*)(?![\w-])"
)
_NATIONS = ("dân tộc ", "đồng bào ", "người ")
_PEACE = ("hòa bình", "hoà bình", "thái bình", "bình định", "hải dương", "cao bằng")
"""Names that are words too: only behind a level word, or where they can be nothing else."""
_LEVEL_OR_PLACE = r"(?:tỉnh|thành phố)\s+|(?:của|tại|ở|từ|về|tới|và)\s+"
BEYOND_THE_BORDER = ("Quảng Tây", "Quảng Đông", "Vân Nam", "Bắc Kinh", "Thượng Hải")


@rule("warning", N_("«{words}» viết hoa sai."), N_("Viết «{right}»."))
def capital_name(text: Manuscript) -> Iterator[Told]:
    """Tell each name of which a syllable has a capital too many, or lacks it."""
    yield from _list_small_provinces(text)
    yield from _list_small_nations(text)
    names = {wrong.written: wrong.right for wrong in _list_near(text.mentions)}
    if not names:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})(?![\w-])")
    for passage in text.passages:
        for found in pattern.finditer(passage.text) if any(map(passage.text.__contains__, names)) else ():
            start, end = found.span()
            is_quoted = any(first <= start and end <= last for first, last in passage.quotes)
            if not is_quoted and not is_no_text(passage, start) and not is_in_address(passage, start):
                yield about_words(passage, start, end, fix=names[found[0]], right=names[found[0]])


def _list_small_provinces(text: Manuscript) -> Iterator[Told]:
    """Yield the provinces, and those beyond the border, whose name behind its level word is in small letters."""
    places = _list_places()
    names = {words: places[words] for words in text.mentions.index.find_present(_key_places())}
    if not names:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{_LEVEL_OR_PLACE})(?P<name>{'|'.join(sorted(names))})(?![\w-])")
    for passage in text.passages:
        for found in pattern.finditer(passage.text):
            is_level = found[0].startswith(("tỉnh", "thành"))
            is_word = found["name"] in _PEACE[:-1] or (found["name"] == _PEACE[-1] and found[0].startswith("và"))
            if (is_level or not is_word) and not is_no_text(passage, found.start()):
                yield about_words(passage, *found.span("name"), fix=names[found["name"]], right=names[found["name"]])


def _list_small_nations(text: Manuscript) -> Iterator[Told]:
    """Yield the names of peoples in small letters: đồng bào tày, nùng."""
    for passage in text.having(*_NATIONS):
        for found in _NATION.finditer(passage.text):
            right = found["name"].title().replace(" Và ", " và ")
            if not is_no_text(passage, found.start()):
                yield about_words(passage, *found.span("name"), fix=right, right=right)


@cache
def _list_places() -> Mapping[str, str]:
    """Return the names of two words of provinces in small letters, and with the first letter alone large: Lạng sơn."""
    names = [unit.name for units in name_provinces().values() for unit in units]
    pairs = [name for name in (*names, *BEYOND_THE_BORDER) if len(name.split()) == 2]
    return {name.lower(): name for name in pairs} | {name.capitalize(): name for name in pairs}


@cache
def _key_places() -> PhrasesByWord:
    return key_by_word(_list_places())


def _list_near(mentions: Mentions) -> Iterator[WrongName]:
    """Yield the wrong names of which each two words stand together somewhere in the text."""
    for words, ways in list_wrong_names():
        if mentions.index.bare_words.issuperset(words):
            yield from (wrong for wrong in ways if all(pair in mentions.index.pairs for pair in wrong.pairs))
