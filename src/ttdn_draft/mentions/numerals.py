"""Reads whole numbers in Vietnamese words: tám mươi lăm goes in, 85 comes out."""

_DIGITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_TENS, _TEN, _HUNDRED = "mươi", "mười", "trăm"
_FILLERS = ("linh", "lẻ", "không")
_MOST_WORDS = 6
_PART = rf"(?:{'|'.join((*_DIGITS, _TENS, _TEN, _HUNDRED, *_FILLERS))})"
NUMERAL = rf"\b{_PART}(?:\s+{_PART}){{0,{_MOST_WORDS}}}?"
"""The shortest run of words of a number; what stands behind it decides how far it goes."""


def read_numeral(words: str) -> int | None:
    """Return the number that words name, below a thousand; nothing for words that name none."""
    total, last = 0, None
    for word in words.casefold().split():
        if word in _DIGITS and last is None:
            last = _DIGITS[word]
        elif word == _HUNDRED and last is not None and total == 0:
            total, last = last * 100, None
        elif word == _TENS and last is not None:
            total, last = total + last * 10, None
        elif word == _TEN and last is None:
            total += 10
        elif word not in _FILLERS or last is not None:
            return None
    return total + (last or 0) or None
