"""How long a number may be that the program reads, adds up and prints, and what stands where there is none."""

from decimal import Decimal

from ..patterns import regex

MAX_DIGITS, MAX_DECIMALS = 18, 12  # before and behind the comma
NO_FIGURE = ("-", "–", "—")  # how a table says that there is no figure
THOUSAND_DECIMALS = 3  # figures behind a dot that parts thousands
PRECISION = 60  # digits: more than a sum of 2,000 such numbers can have, or the change of one in per cent
LIKE_FIGURES = str.maketrans("OoQlI|", "000111")
"""Letters that are typed in place of figures."""
FIGURES = regex(r"([0-9]+(?:[ .,\u00a0][0-9]+)*)")
FIGURE_AND_UNIT = regex(r"([0-9]+(?:[.,][0-9]+)*)\s+[^\W\d_].*")
LAST_DOT = regex(r"\d{1,3}(?:\.\d{3})+\.\d{1,2}")
"""Thousands behind which a dot stands for the comma of decimals."""
PART_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")  # Phần thứ nhất
ORDINAL_NAMES = ("stt", "tt", "số tt", "số thứ tự", "thứ tự")  # of a column that counts the rows


def is_ordinal(name: str) -> bool:
    """Tell whether the name of a column says that it counts the rows: STT."""
    return " ".join(name.split()).rstrip(".").casefold() in ORDINAL_NAMES


def guess_figure(words: str) -> str:
    """Return the number for which the words of a cell may be meant: 1O is 10, 1.250.5 is 1.250,5; else nothing."""
    plain = words.strip().translate(LIKE_FIGURES)
    found = FIGURES.fullmatch(plain) or FIGURE_AND_UNIT.fullmatch(words.strip())
    guess = found[1].replace(" ", "").replace("\u00a0", "") if found else ""
    return ",".join(guess.rsplit(".", 1)) if LAST_DOT.fullmatch(guess) else guess


def is_like_thousands(number: Decimal) -> bool:
    """Tell whether a number may be thousands whose dot was read as that of decimals: 1.250 is 1,25 to a machine."""
    return number.as_tuple().exponent == -THOUSAND_DECIMALS and 0 <= number.adjusted() < THOUSAND_DECIMALS


def is_too_long(number: Decimal) -> bool:
    """Tell whether a number has more digits than any table prints; infinity and NaN count as such."""
    exponent = number.as_tuple().exponent
    return not isinstance(exponent, int) or number.adjusted() >= MAX_DIGITS or exponent < -MAX_DECIMALS
