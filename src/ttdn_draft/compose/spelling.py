"""One spelling in one document: a text goes in, and comes out with the tone marks where its standard sets them.

The signed Hướng dẫn 05-HD/VPTW writes uỷ, Nghị định 30/2020/NĐ-CP writes ủy; sources and packs write either.
"""

PARTY = "dang"
PAIRS = (("ủy", "uỷ"), ("Ủy", "Uỷ"), ("ỦY", "UỶ"))


def spell(text: str, standard: str) -> str:
    """Return a text with uỷ as the Party writes it, or as the State does; other words and names stay."""
    for state, party in PAIRS:
        text = text.replace(state, party) if standard == PARTY else text.replace(party, state)
    return text
