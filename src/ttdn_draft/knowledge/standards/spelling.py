"""One spelling in one document: a text goes in, and comes out with tone marks and commas where its standard sets them.

The signed Hướng dẫn 05-HD/VPTW writes uỷ, khoá, hoà; Nghị định 30/2020/NĐ-CP writes ủy, khóa, hòa; sources and packs
write either. Only syllables that end with oa, oe or uy are spelt in two ways, and qu is a consonant: quý is quý.
"""

from ...patterns import regex

PARTY = "dang"
STANDARDS = (PARTY, "nha-nuoc")
FIRST = ("òóỏõọ", "ùúủũụ")  # the tone on the first vowel, as the State writes
SECOND = {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}


def _pairs() -> dict[str, str]:
    """Return every ending as the State writes it with that of the Party, in small letters, capitals and mixed."""
    small = {
        first[tone] + vowel: plain + second[tone]
        for plain, first, vowels in (("o", FIRST[0], "ae"), ("u", FIRST[1], "y"))
        for vowel, second in ((v, SECOND[v]) for v in vowels)
        for tone in range(len(first))
    }
    capital = {old.capitalize(): new.capitalize() for old, new in small.items()}
    return small | capital | {old.upper(): new.upper() for old, new in small.items()}


TO_PARTY = _pairs()
TO_STATE = {new: old for old, new in TO_PARTY.items()}
STATE_ENDING, PARTY_ENDING = (regex(rf"(?<![qQ])(?:{'|'.join(table)})(?!\w)") for table in (TO_PARTY, TO_STATE))


_DATED = regex(r"(\b[Ss]ố \d+[A-Z]?(?:/\d{4})?[/-][\w/-]+),?( ngày \d)")
"""A symbol with its day: a comma between them in the Party (Hướng dẫn số 05-HD/VPTW, tr. 12), none in the State
(Nghị định số 30/2020/NĐ-CP, PL1 II.6)."""


def spell(text: str, standard: str) -> str:
    """Return a text as its standard spells it: uỷ, khoá in a document of the Party, ủy, khóa in one of the State.

    Names of places are spelt so too (ĐẢNG BỘ TỈNH KHÁNH HOÀ); those of persons stay as they are written. The day of a
    document stands behind its symbol as the standard puts it.
    """
    table, ending = (TO_PARTY, STATE_ENDING) if standard == PARTY else (TO_STATE, PARTY_ENDING)
    dated = _DATED.sub(r"\1,\2" if standard == PARTY else r"\1\2", text)
    return ending.sub(lambda found: table[found[0]], dated)
