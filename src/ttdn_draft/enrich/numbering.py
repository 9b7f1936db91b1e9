"""Counts headings and numbered paragraphs the way Word will: a level goes in, its number comes out."""

from collections.abc import Mapping, Sequence

from ..knowledge.standards.profile import Level

ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
         (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


class LettersUsedUpError(ValueError):
    """There are more points than letters of the Vietnamese alphabet."""


def roman(number: int) -> str:
    """Return a number above 0 in capital Roman figures."""
    out = ""
    for value, figure in ROMAN:
        while number >= value:
            out, number = out + figure, number - value
    return out


def count_of(figure: str, counting: str) -> int:
    """Return what a typed figure counts: `IV` 4 among Roman figures, `3.2` 2 (its last part), `C` 3 among letters."""
    last = figure.rsplit(".", 1)[-1]
    if last.isdecimal():
        return int(last)
    values = {letter: value for value, letter in ROMAN}
    if counting == "la-ma" and all(letter in values for letter in last):
        pairs = zip(last, [*last[1:], ""], strict=True)
        return sum(-values[a] if values.get(b, 0) > values[a] else values[a] for a, b in pairs)
    return ord(last[0].lower()) - ord("a") + 1


class Counter:
    """The running numbers of all levels; a level starts again under each higher one."""

    def __init__(self, levels: Mapping[str, Level], letters: Sequence[str]) -> None:
        self.levels, self.letters = levels, letters
        self.order = list(levels)
        self.counts = dict.fromkeys(levels, 0)

    def count(self, level: str) -> None:
        """Go on to the next number of a level."""
        self.counts[level] += 1
        for deeper in self.order[self.order.index(level) + 1 :]:
            self.counts[deeper] = 0

    def figure(self, level: str) -> str:
        """Return the bare number of a level, without those above it: `II`, `3`, `đ`."""
        number = self.counts[level]
        match self.levels[level].counting:
            case "la-ma":
                return roman(number)
            case "chu-hoa":
                return chr(ord("A") + number - 1)
            case "chu-viet":
                if number > len(self.letters):
                    raise LettersUsedUpError
                return self.letters[number - 1]
        return str(number)

    def label(self, level: str) -> str:
        """Return the number of a level as it is printed: `II-`, `3.`, `3.1.`, `3.1.2.`, `đ)`."""
        above = self.order[self.order.index(level) - 1]
        own = self.levels[level]
        return own.write(self.figure(level), self.label(above) if own.repeats_above else "")
