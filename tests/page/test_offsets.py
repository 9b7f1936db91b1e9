"""Places in a text are told as JavaScript counts them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.page.offsets import put_in_data

WORDS = st.text(alphabet="aẫ\n🇻😀")


@dataclass(frozen=True)
class Spot:
    start: int
    end: int
    inner: tuple["Spot", ...] = ()


@given(WORDS, st.data())
def test_places_are_those_of_javascript(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    units = len(text[:at].encode("utf-16-le")) // 2
    assert put_in_data(Spot(at, at, (Spot(at, at),)), text) == {
        "start": units,
        "end": units,
        "inner": [{"start": units, "end": units, "inner": []}],
    }


def test_other_values_become_plain_data() -> None:
    value = {"day": date(2027, 3, 1), "path": Path("a"), "none": None, "yes": True, "share": 0.5, "path_of": ("so", 1)}
    assert put_in_data(value, "😀") == {
        "day": "2027-03-01",
        "path": "a",
        "none": None,
        "yes": True,
        "share": 0.5,
        "path_of": ["so", 1],
    }
