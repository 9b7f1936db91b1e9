"""Two readers of YAML, a quick and a careful one: they give the same of a text, or the quick one steps back."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.yaml_events import parse_carefully, parse_quickly
from ttdn_draft.yaml_nodes import Scalar, YamlTree, find_scalars

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path for folder in ("src", "templates", "plugins", "examples", "tests") for path in (ROOT / folder).rglob("*.yaml")
)
SIGNS = ("- ", ": ", "\n  ", "\n\n", " #", "|\n", ">-\n", "|2", "---", "...", "é", "😀", "\ufeff")
"""What people and programs put into a file by mistake, beside single signs that mean something to YAML."""


@st.composite
def mutated_texts(draw: st.DrawFn) -> str:
    """Return some lines of a file of the project with up to three signs put in or taken out."""
    lines = draw(st.sampled_from(FILES)).read_text("utf-8").split("\n")
    first = draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[first : first + draw(st.sampled_from((3, 6, 12)))])
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        sign = draw(st.sampled_from((*SIGNS, *"-:?#&*!|>'\"%@`{}[],~ab0\\=< \n\t")))
        text = text[:at] + sign + text[at + draw(st.integers(0, 2)) :]
    return text


def read_with_care(text: str) -> tuple[Sequence[Scalar], YamlTree]:
    """Return what is read of a text where libyaml is not there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr("yaml.CSafeLoader", raising=False)
        return find_scalars(text, "f")


def leave_out_blank(scalars: Sequence[Scalar]) -> list[Scalar]:
    """Return the values that hold something: of an empty one the place differs by library, and nobody asks for it."""
    return [scalar for scalar in scalars if scalar.text or scalar.style]


@given(text=mutated_texts())
def test_both_readers_give_the_same_values_places_and_findings(text: str) -> None:
    (scalars, tree), (careful_scalars, careful) = find_scalars(text, "f"), read_with_care(text)
    assert tree == careful
    assert leave_out_blank(scalars) == leave_out_blank(careful_scalars)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_of_the_project_are_read_alike(path: Path) -> None:
    text = path.read_text("utf-8")
    assert find_scalars(text, "f")[1] == read_with_care(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        *("a:\tb", "a: &x b", "a: *x", "a: !t b", "? a", "a: %b", "a: ~", "---\na: b", "a: \u2028b", "a: \x01"),
        *("a: |-#\n  b", "a: |\n\n    b", "|\n#", "a: [b", "a: b: c"),
    ],
)
def test_what_the_two_may_read_otherwise_is_read_with_care(text: str) -> None:
    assert parse_quickly(text) is None


def test_a_sound_text_is_read_quickly_and_holds_what_the_careful_reader_finds() -> None:
    text = "a: 1\nb:\n  - x, y; z&t\n  - {c: d}\ne: |\n  # f\n  g\n"
    quick, careful = parse_quickly(text), parse_carefully(text)
    assert quick is not None
    values = [
        [event.value for event in events.items if isinstance(event, events.kinds.ScalarEvent)]
        for events in (quick, careful)
    ]
    assert values[0] == values[1]
