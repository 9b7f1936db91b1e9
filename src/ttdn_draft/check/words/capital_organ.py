"""Tên cơ quan, tổ chức viết hoa sai.

Kiểm tra gì: Chữ hoa, chữ thường của từng âm tiết trong tên cơ quan có trong bảng,
và của «Ủy ban nhân dân», «Hội đồng nhân dân».
Vì sao: Tên cơ quan viết hoa chữ đầu của từng thành phần chỉ loại hình, chức năng; lỗi gặp nhiều ở nơi nhận.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục IV.1.
Ví dụ sai: Ủy Ban Nhân Dân các xã tổ chức tuyên truyền.
Ví dụ đúng: Ủy ban nhân dân các xã tổ chức tuyên truyền.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator, Sequence

from ...mentions import key_by_word
from ...mentions.organs import OrganMention
from ...messages import N_
from ...model.mentions import TEXT_ZONES
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about, about_words, rule

_LEVELS = (" tỉnh", " xã")
_OF_ONE = (" của", " do", " nghị", " giao", " cáo", " gửi", " trưởng")  # before the name of one ministry
_EITHER = ("Đảng", "đảng")  # both are in use: các cơ quan Đảng, các cơ quan đảng
_OWN_NAMED = ("Đồn Biên phòng", "Bộ Chỉ huy Bộ đội Biên phòng")  # one body where its place follows
_PLACES = (" tỉnh", " thành phố")
_OTHER_WAYS = (  # as laws and the body itself have it
    *("Bộ Chỉ huy quân sự", "Bộ chỉ huy quân sự", "Ban Chính sách, Chiến lược Trung ương"),
    *("Ban Chỉ huy quân sự", "Ban chỉ huy quân sự"),
)
_BODIES = (
    *("Bộ Chỉ huy Quân sự", "Bộ Chỉ huy Bộ đội Biên phòng", "Ban Chỉ huy Quân sự", "Đồn Biên phòng", "Hạt Kiểm lâm"),
    *("Ban Thường vụ Tỉnh ủy", "Thường trực Tỉnh ủy", "Văn phòng Tỉnh ủy", "Bí thư Tỉnh ủy", "giúp việc Tỉnh ủy"),
    *(
        "Ban Thường vụ Đảng ủy",
        "Thường trực Đảng ủy",
        "Văn phòng Đảng ủy",
        "Hội Liên hiệp Phụ nữ",
        "Hội Cựu chiến binh",
    ),
    *("Hội Nông dân", "Liên đoàn Lao động", "Mặt trận Tổ quốc"),
)
_RIGHT_BODIES = {name.lower(): name for name in _BODIES}
_BODY_WORDS = (
    "chỉ huy",
    "đồn biên",
    "hạt kiểm",
    "tỉnh uỷ",
    "tỉnh ủy",
    "đảng uỷ",
    "đảng ủy",
    "hội liên",
    "hội cựu",
    "hội nông",
    "liên đoàn",
    "mặt trận tổ",
)
_SMALL_BODY = regex(
    r"(?<![Cc]ác )(?<![Mm]ỗi )(?<![Nn]hững )(?<!cấp )(?<!\w)(?P<body>(?i:bộ\s+chỉ\s+huy\s+(?:quân\s+sự|bộ\s+đội\s+biên\s+phòng)|ban\s+chỉ\s+huy\s+quân\s+sự|"
    r"hội\s+liên\s+hiệp\s+phụ\s+nữ|hội\s+cựu\s+chiến\s+binh|hội\s+nông\s+dân|liên\s+đoàn\s+lao\s+động)(?=\s+(?:tỉnh|thành\s+phố|xã|phường|Việt\s+Nam)(?!\w))"
    r"|(?i:đồn\s+biên\s+phòng|hạt\s+kiểm\s+lâm)(?=\s+[A-ZĐ])"
    r"|(?:(?:Ban\s+)?[Tt]hường\s+(?:vụ|trực)|Văn\s+phòng|Bí\s+thư|giúp\s+việc)\s+(?:tỉnh|đảng)\s+(?:uỷ|ủy)(?!,?\s+(?:thành|huyện|tỉnh|cơ|đảng|các|cấp|trực))"
    r"|Mặt\s+[Tt]rận\s+[Tt]ổ\s+[Qq]uốc(?=\s|[,.;]))"
)
_ZONES = TEXT_ZONES | {"recipient", "addressee", "archive", "base"}
_SECOND = {name.title(): name for name in ("Công an", "Văn phòng", "Ủy ban", "Uỷ ban", "Thanh tra", "Chi cục")}
_KEYED = key_by_word(_SECOND)


@rule("warning", N_("«{words}» viết hoa sai."), N_("Ghi: {right}."), is_safe=True)
def capital_organ(text: Manuscript) -> Iterator[Told]:
    """Tell each name of an organ in which a letter has the wrong size."""
    told = []
    for mention in text.mentions.organs:
        if mention.passage.zone in _ZONES and not (mention.is_given or mention.is_quoted or mention.is_loose):
            right = _write_right(mention)
            if right != mention.words:
                told.append(mention)
                yield about(mention, fix=right, right=right)
    yield from _list_small_bodies(text, told)
    yield from _tell_second(text)


def _tell_second(text: Manuscript) -> Iterator[Told]:
    """Yield the kinds of bodies whose second syllable has a capital, outside of the names that are known."""
    present = text.mentions.index.find_present(_KEYED)
    if not present:
        return
    named = [(m.passage, m.start, m.end) for m in text.mentions.organs]
    pattern = regex(rf"(?<!\w)(?:{'|'.join(present)})(?!\w)")
    for passage in text.in_zones(*_ZONES):
        for found in pattern.finditer(passage.text) if any(word in passage.text for word in present) else ():
            is_known = any(p is passage and a <= found.start() < b for p, a, b in named)
            is_quoted = any(a <= found.start() < b for a, b in passage.quotes)
            if not (is_known or is_quoted or passage.is_given(found.start()) or passage.text.isupper()):
                right = _SECOND[found[0]]
                yield about_words(passage, *found.span(), fix=right, right=right)


def _list_small_bodies(text: Manuscript, told: Sequence[OrganMention]) -> Iterator[Told]:
    """Yield bodies that are one alone by the words beside them, and are in small letters: bộ chỉ huy quân sự tỉnh.

    Those that stand in a name that was `told` of already are left out.
    """
    for passage in text.having(*_BODY_WORDS):
        for found in _SMALL_BODY.finditer(passage.text) if passage.zone in _ZONES else ():
            right = _RIGHT_BODIES.get(" ".join(found["body"].split()).lower().replace("uỷ", "ủy"), "")
            right = right.replace("ủy", "uỷ") if "uỷ" in found["body"].lower() else right
            is_quoted = any(a <= found.start() < b for a, b in passage.quotes)
            is_told = any(m.passage is passage and m.start < found.end() and found.start() < m.end for m in told)
            is_other = is_told or found["body"] in _OTHER_WAYS
            if right and found["body"] != right and not (is_quoted or is_other or passage.is_given(found.start())):
                yield about_words(passage, *found.span("body"), fix=right, right=right)


def _is_one(mention: OrganMention) -> bool:
    """Tell whether words in small letters can only be the one ministry of their name."""
    before = " " + mention.passage.text[max(0, mention.start - 8) : mention.start].casefold()
    return mention.name.startswith(("Bộ ", "Sở ")) and before.rstrip().endswith(_OF_ONE)


def _is_of_a_place(mention: OrganMention) -> bool:
    """Tell whether words in small letters are the name of one body, whose place follows: đồn biên phòng Ngọc Côn."""
    text, end = mention.passage.text, mention.end
    is_placed = text.startswith(_PLACES, end) or text[end + 1 : end + 2].isupper()
    return mention.name in _OWN_NAMED and is_placed and not text[: mention.start].casefold().endswith("các ")


def _write_right(mention: OrganMention) -> str:
    """Return the words with the capitals of the table; as they are where all are of one size, so no name is meant.

    Within a line of capitals all are large; a common noun has none: các sở nội vụ.
    """
    words, name = mention.words, mention.name
    if words == name:
        return words
    letters = [sign for sign in words if sign.isalpha()]
    is_general = all(map(str.islower, letters)) and not (_is_one(mention) or _is_of_a_place(mention))
    if len(words) != len(name) or is_general or words.isupper() or words in _OTHER_WAYS:
        return words
    right = "".join(sign.upper() if like.isupper() else sign.lower() for sign, like in zip(words, name, strict=True))
    if name.endswith(_LEVELS):  # which the rule of level words judges
        last = len(name) - len(name.split()[-1])
        right = right[:last] + words[last:]
    return words if right.replace(*_EITHER) == words.replace(*_EITHER) else right
