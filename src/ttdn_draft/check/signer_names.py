"""Looks at how a signer's name is typed: a name goes in, what is wrong with it and the name alone come out."""

import re

from ..messages import N_
from ..patterns import regex

SHORT = (
    r"(?:PGS|GS|TSKH|TS|Th\.?S|BSCK(?:\s?II?)?|BS|DS|KS|CN|LS|NCS|NSND|NS[ƯU]T|NGND|NG[ƯU]T|TTND|TT[ƯU]T)(?:\.|(?=\s))"
)
RANKS = (
    r"(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|u[ýỷ])|(?:Phó\s)?giáo sư|Tiến s[ĩỹ](?: khoa học)?|Thạc s[ĩỹ]|Bác s[ĩỹ]"
    r"|Kỹ sư|Dược s[ĩỹ]|Luật sư|Cử nhân|Đồng chí|Đ[./]\s?c\.?"
)
TITLE = regex(rf"(?:(?:{SHORT}|(?:{RANKS}|Bà)(?=[\s,])|Ông(?=(?:\s\S+){{3}}$))[\s,]*)+", re.I)
"""Ông is a family name too, of names with two more words; a title that is not short ends at a blank."""
SIGNED = regex(r"\s*\(?\s*đã ký\s*\)?\s*", re.I)
HAS_TITLE = N_(
    "học hàm, học vị, quân hàm, danh hiệu hoặc lời xưng hô trước tên (chỉ ngành được phép mới ghi: quân đội, công an,"
    " giáo dục, y tế, khoa học)"
)
ALL_CAPITALS = N_("cả tên viết hoa")
SMALL = N_("chữ đầu viết thường")
OF_NOBLES = frozenset({"de", "der", "van", "von", "di", "da", "bin", "al"})
"""Small words in the names of foreigners."""
MORE = N_("chữ hoặc dấu không thuộc tên")


def judge_name(written: str) -> tuple[str, str] | None:
    """Return what a signer's name has that it should not have [NĐ 30 PL1 II.7c, HD 05 page 14], and how it is written.

    A gap or a doubt, in brackets, is no name yet.
    """
    name = " ".join(written.split())
    if not name or "[" in name:
        return None
    bare = SIGNED.sub("", name).rstrip(".,; ")
    titled = TITLE.match(bare)
    bare = bare[titled.end() :] if titled else bare
    right = (
        " ".join(map(str.capitalize, bare.split())) if len(bare) > 1 and (bare.isupper() or bare.islower()) else bare
    )
    if titled:
        return HAS_TITLE, right or "…"
    if bare != name:
        return MORE, right or "…"
    if bare.isupper() and len(bare) > 1:
        return ALL_CAPITALS, right
    is_small = any(word[:1].islower() and word not in OF_NOBLES for word in bare.split())
    return (SMALL, " ".join(_raise(word) for word in right.split())) if right != name or is_small else None


def _raise(word: str) -> str:
    return word if word in OF_NOBLES else f"{word[:1].upper()}{word[1:]}"
