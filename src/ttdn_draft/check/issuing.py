"""Whose document a symbol is: its letters go in, the body that issues under them comes out."""

import re
from collections.abc import Iterable
from functools import cache

from ..knowledge.names import fold_name
from ..knowledge.places.organs import list_all_organs
from ..mentions.citations import DocumentMention
from ..mentions.issuers import write_issuer_out
from ..patterns import regex

OWNERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "CP": ("Chính phủ", ("chính phủ",)),
    "TTg": ("Thủ tướng Chính phủ", ("thủ tướng", "phó thủ tướng")),
    "CTN": ("Chủ tịch nước", ("chủ tịch nước", "chủ tịch nước cộng hòa")),
    "UBTVQH": ("Ủy ban Thường vụ Quốc hội", ("ủy ban thường vụ quốc hội",)),
    "QH": ("Quốc hội", ("quốc hội",)),
    "UBND": ("Ủy ban nhân dân", ("ủy ban nhân dân", "chủ tịch ủy ban nhân dân", "chủ tịch", "ubnd")),
    "HĐND": ("Hội đồng nhân dân", ("hội đồng nhân dân", "thường trực hội đồng nhân dân", "thường trực hđnd", "hđnd")),
    "VPCP": ("Văn phòng Chính phủ", ("văn phòng chính phủ",)),
    "BVHTTDL": ("Bộ Văn hóa, Thể thao và Du lịch", ("bộ văn hóa, thể thao và du lịch",)),
    "BTTTT": ("Bộ Thông tin và Truyền thông", ("bộ thông tin và truyền thông",)),
    "BNG": ("Bộ Ngoại giao", ("bộ ngoại giao",)),
    "BNV": ("Bộ Nội vụ", ("bộ nội vụ",)),
    "VPTW": ("Văn phòng Trung ương Đảng", ("văn phòng trung ương",)),
    "BTGTW": ("Ban Tuyên giáo Trung ương", ("ban tuyên giáo trung ương",)),
    "BTGDVTW": ("Ban Tuyên giáo và Dân vận Trung ương", ("ban tuyên giáo và dân vận trung ương",)),
    "TU": (
        "Tỉnh ủy",
        ("tỉnh ủy", "thành ủy", "ban thường vụ", "ban chấp hành", "thường trực", "bch", "btv", "đảng bộ"),
    ),
}
"""Bodies by the letters of their symbols, and how their names begin."""
CENTRAL_PARTY = (
    "Trung ương Đảng (Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư)",
    ("chính phủ", "thủ tướng", "quốc hội", "ủy ban", "bộ", "sở", "tỉnh ủy", "thành ủy", "chủ tịch nước", "ubnd"),
)
"""Whose symbols end in TW, and how names begin that cannot be theirs; Bộ Chính trị begins like a ministry."""
ALL_NAMES = (
    *(n for _, names in OWNERS.values() for n in names if n != "chủ tịch"),
    "bộ",
    "sở",
    "ban bí thư",
    "quốc hội",
)
POLITBURO = fold_name("Bộ Chính trị")
MINISTER = regex(r"^(?:Bộ trưởng|Giám đốc)\s+(?=Bộ|Sở)", re.I)


def find_owner(mention: DocumentMention) -> str | None:
    """Return the body that the letters of a symbol name; nothing for letters that may be of several."""
    symbol = mention.symbol
    letters = (symbol.organ or symbol.code).split("-")[0].rstrip("0123456789")
    if letters == "TW":
        return CENTRAL_PARTY[0]
    owner = OWNERS.get(letters) or _list_offices().get(letters)
    return owner[0] if owner and "-" not in symbol.organ else None


def is_issuer_of(mention: DocumentMention, owner: str) -> bool:
    """Tell whether the issuer that is typed may be the body of the symbol; a name that tells no body may be any."""
    issuer = fold_name(MINISTER.sub("", write_issuer_out(mention.issuer)).replace("–", "-"))
    if owner == CENTRAL_PARTY[0]:
        return issuer.startswith(POLITBURO) or not _begins(issuer, CENTRAL_PARTY[1])
    own = next(names for found, names in (*OWNERS.values(), *_list_offices().values()) if found == owner)
    is_part = any(fold_name(name).startswith(issuer) for name in own)
    return is_part or _begins(issuer, own) or not _begins(issuer, ALL_NAMES)


@cache
def _list_offices() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return the ministries and departments of the table of organs by their letters, under all their names."""
    named = [o for o in list_all_organs() if o.symbol and o.name.startswith(("Bộ ", "Sở ")) and "(" not in o.name]
    return {
        symbol: (names[0], (*map(str.casefold, names),))
        for symbol in {organ.symbol for organ in named}
        if (names := [organ.name for organ in named if organ.symbol == symbol])
    }


def _begins(issuer: str, names: Iterable[str]) -> bool:
    return bool(_beginning(tuple(names)).match(issuer))


@cache
def _beginning(names: tuple[str, ...]) -> re.Pattern[str]:
    return regex(rf"(?:{'|'.join(re.escape(fold_name(name)) for name in names)})(?!\w)", is_constant=True)
