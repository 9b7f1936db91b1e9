"""The quick yes or no on a schema: it says yes exactly where jsonschema finds nothing wrong."""

import copy
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ttdn_draft.validate.deciding import UnknownKeywordError, compile_schema
from ttdn_draft.validate.schema import load_schema
from ttdn_draft.yaml_nodes import read_yaml

ROOT = Path(__file__).parents[2]
SCHEMAS = ("input", "pack", "calendar", "citation", "profile", "facts")


def read_samples(name: str) -> list[Any]:
    """Return data of the project that one of the schemas is for."""
    patterns = {
        "input": ("examples/*.yaml",),
        "pack": ("plugins/*/src/*/pack.yaml",),
        "calendar": ("plugins/*/src/*/calendar.yaml",),
        "citation": ("plugins/*/src/*/citations.yaml",),
        "profile": ("templates/*/profile.yaml",),
    }
    paths = [path for pattern in patterns.get(name, ()) for path in sorted(ROOT.glob(pattern))]
    made = [{"bang": "calendar", "dong": []}] if name == "facts" else []
    return [read_yaml(path.read_text("utf-8"), str(path)).data for path in paths] + made


SAMPLES = {name: read_samples(name) for name in SCHEMAS}
VALUES = (
    *(None, True, False, 0, 1, 1.0, 2.5, -1, 10**20, "", " ", "x", "2026-02-30", "05/2/2027"),
    *([], ["x"], ["x", "x"], {}, {"x": 1}),
)
LISTS = {"$defs": {"list": {"type": "array", "items": {"$ref": "#/$defs/list"}}}, "$ref": "#/$defs/list"}
ONE_KEY = {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}
PAIR = {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"maxProperties": 0}}


def list_paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value."""
    yield path
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in steps:
        yield from list_paths(value, (*path, key))


def change(data: Any, path: tuple[Any, ...], draw: st.DrawFn) -> Any:
    """Return the data with one value changed, taken out, doubled or put beside."""
    if not path:
        return copy.deepcopy(draw(st.sampled_from(VALUES)))  # the next change must not reach the value of others
    *above, last = path
    parent = data
    for step in above:
        parent = parent[step]
    match draw(st.sampled_from(("put", "drop", "add"))):
        case "put":
            parent[last] = copy.deepcopy(draw(st.sampled_from(VALUES)))
        case "drop":
            del parent[last]
        case _ if isinstance(parent, dict):
            key = draw(st.sampled_from(("x", "ngay", "$schema", "ten", "gach")))
            parent[key] = copy.deepcopy(draw(st.sampled_from(VALUES)))
        case _:
            parent.append(copy.deepcopy(parent[last]))
    return data


@st.composite
def changed_samples(draw: st.DrawFn) -> tuple[str, Any]:
    """Return the name of a schema and data of its kind with up to two changes."""
    name = draw(st.sampled_from([name for name in SCHEMAS if SAMPLES[name]]))
    data = copy.deepcopy(draw(st.sampled_from(SAMPLES[name])))
    for _ in range(draw(st.integers(0, 2))):
        data = change(data, draw(st.sampled_from(list(list_paths(data)))), draw)
    return name, data


@given(changed_samples())
def test_it_says_yes_exactly_where_jsonschema_finds_nothing(sample: tuple[str, Any]) -> None:
    name, data = sample
    schema = load_schema(name)
    assert compile_schema(schema)(data) is Draft202012Validator(schema).is_valid(data)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_of_the_program_can_be_decided(name: str) -> None:
    assert compile_schema(load_schema(name))("no group of values") is False


@pytest.mark.parametrize("name", [name for name in SCHEMAS if SAMPLES[name] and name not in ("facts", "profile")])
def test_sound_data_of_the_project_is_accepted(name: str) -> None:
    decide = compile_schema(load_schema(name))
    assert all(decide(data) for data in SAMPLES[name])


def test_a_keyword_that_it_does_not_know_is_refused_and_not_passed_over() -> None:
    with pytest.raises(UnknownKeywordError, match="contains"):
        compile_schema({"type": "array", "items": {"contains": {}}})


@pytest.mark.parametrize(
    ("schema", "data", "accepted"),
    [
        ({"enum": [1]}, True, False),
        ({"enum": [[0]]}, [False], False),
        ({"type": "integer"}, 1.0, True),
        ({"type": "integer"}, True, False),
        ({"uniqueItems": True}, [1, True], True),
        ({"uniqueItems": True}, [{"a": 1}, {"a": 1.0}], False),
        (LISTS, [[[]], [1]], False),
        (PAIR, {"a": 1, "b": 2}, True),
        ({"properties": {"a": {}}, "additionalProperties": {}}, {"b": 1}, True),
        ({"additionalProperties": False}, {"b": 1}, False),
        (ONE_KEY, {"a": 1}, True),
        (ONE_KEY, {"a": 1, "b": 1}, False),
        (ONE_KEY, {"c": 1}, False),
        (ONE_KEY, "a", False),
        ({"oneOf": [{"required": ["a"]}]}, "a", True),
    ],
)
def test_values_that_look_alike_are_told_apart_as_jsonschema_does(
    schema: dict[str, Any], data: Any, accepted: bool
) -> None:
    assert compile_schema(schema)(data) is Draft202012Validator(schema).is_valid(data) is accepted


DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.integers(-3, 12).map(Decimal)
BOUNDS: tuple[dict[str, Any], ...] = (
    *({"type": name} for name in ("integer", "number", "string")),
    *({"enum": [1.1, 2, 5]}, {"minimum": 0}, {"maximum": 10}, {"uniqueItems": True}),
)


@given(st.sampled_from(BOUNDS), DECIMALS | st.lists(DECIMALS, max_size=3))
def test_a_decimal_is_judged_as_the_number_that_it_is_nearest_to(schema: dict[str, Any], data: Any) -> None:
    nearest = [float(one) for one in data] if isinstance(data, list) else float(data)
    assert compile_schema(schema)(data) is Draft202012Validator(schema).is_valid(nearest)


def test_a_decimal_that_is_no_number_is_refused_where_bounds_are_set() -> None:
    assert not compile_schema({"minimum": 0})(Decimal("NaN"))
