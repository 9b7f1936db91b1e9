"""Numbers that Word counts come out as Word prints them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ttdn_draft.word.list_numbers import ListNumbers, write_count

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def level(number: int, text: str, form: str = "decimal", start: int = 1) -> str:
    says = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{says}</w:lvl>'


def lists(levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> ListNumbers:
    kind = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    return ListNumbers(etree.fromstring(f"<w:numbering {W}>{kind}{numbers}</w:numbering>"))


def count(found: ListNumbers, *paragraphs: tuple[str, int]) -> list[str]:
    return [found.count(*paragraph) for paragraph in paragraphs]


THREE = level(0, "%1-", "upperRoman") + level(1, "%2.") + level(2, "%2.%3.")


def test_level_starts_again_under_any_higher_one() -> None:
    told = count(lists(THREE), *(("1", n) for n in (0, 1, 2, 2, 1, 2, 0, 2, 1)))
    assert told == ["I-", "1.", "1.1.", "1.2.", "2.", "2.1.", "II-", "1.1.", "1."]


def test_lists_of_one_kind_count_on_until_one_begins_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{more}</w:num>'
        for number, more in ((1, ""), (2, ""), (3, again))
    )
    found = lists(level(0, "%1."), numbers)
    assert count(found, ("1", 0), ("2", 0), ("3", 0), ("3", 0), ("1", 0)) == ["1.", "2.", "1.", "2.", "3."]


@pytest.mark.parametrize(
    ("levels", "number", "at", "wanted"),
    [
        (level(0, "%1.", start=5), "1", 0, "5."),
        (level(0, "-", "bullet"), "1", 0, "-"),
        (level(0, "%1", "none"), "1", 0, ""),
        (level(0, "%1)", "lowerLetter"), "1", 0, "a)"),
        (THREE, "0", 0, ""),
        (THREE, "7", 0, ""),
        (THREE, "1", 8, ""),
    ],
)
def test_first_number_of_a_list(levels: str, number: str, at: int, wanted: str) -> None:
    assert count(lists(levels), (number, at)) == [wanted]


@given(st.integers(1, 3999))
def test_roman_number_has_the_value_of_its_signs(number: int) -> None:
    values = [VALUES[sign] for sign in write_count(number, "upperRoman")]
    pairs = zip(values, [*values[1:], 0], strict=True)
    assert sum(-value if value < following else value for value, following in pairs) == number


@pytest.mark.parametrize(("number", "wanted"), [(1, "a"), (26, "z"), (27, "aa"), (52, "zz"), (53, "aaa")])
def test_letters_are_doubled_after_the_last(number: int, wanted: str) -> None:
    assert write_count(number, "lowerLetter") == wanted
