"""A frozen dataclass of the program behaves as one of the library: each statement holds for both."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from ttdn_draft.records import FEW
from ttdn_draft.records import dataclass as cheap

Maker = Callable[..., Any]


def define(make: Maker) -> tuple[Any, Any, Any]:
    @make(frozen=True)
    class Base:
        """One."""

        name: str
        lines: list[str] = dataclasses.field(default_factory=list, compare=False)
        count: int = dataclasses.field(default=3, repr=False)
        facts: dict[str, int] = dataclasses.field(default_factory=dict, hash=False)

    @make(frozen=True)
    class Below(Base):
        """Two."""

        more: "str | None" = None

    @make(frozen=True, kw_only=True)
    class Named:
        """Three."""

        first: int = 1
        second: int

    return Base, Below, Named


Pair = cheap(frozen=True)(type("Pair", (), {"__annotations__": {"left": int, "right": int}, "__module__": __name__}))


@pytest.fixture(params=[cheap, dataclasses.dataclass])
def kinds(request: pytest.FixtureRequest) -> tuple[Any, Any, Any]:
    return define(request.param)


def test_values_are_kept_by_position_by_name_and_by_default(kinds: tuple[Any, Any, Any]) -> None:
    base, below, named = kinds
    assert (base("a").name, base("a").lines, base("a").count) == ("a", [], 3)
    assert base("a").lines is not base("a").lines
    assert vars(below("a", ["x"], 4, more="b")) == {"name": "a", "lines": ["x"], "count": 4, "facts": {}, "more": "b"}
    assert named(second=2).first == 1
    for wrong in (lambda: base(), lambda: base("a", kind="b"), lambda: base("a", [], 1, {}, 2), lambda: named(1, 2)):
        with pytest.raises(TypeError):
            wrong()


def test_nothing_is_set_and_nothing_deleted(kinds: tuple[Any, Any, Any]) -> None:
    for one in (kinds[0]("a"), kinds[1]("a")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            one.name = "b"
        with pytest.raises(dataclasses.FrozenInstanceError):
            del one.name


def test_equal_are_those_of_one_class_with_equal_values(kinds: tuple[Any, Any, Any]) -> None:
    base, below, _ = kinds
    assert base("a", ["x"]) == base("a", ["y"])
    assert base("a") != base("a", count=4)
    assert base("a") != base("a", facts={"x": 1})
    assert base("a") != below("a")
    assert len({base("a"), base("a"), base("b")}) == 2


@pytest.mark.parametrize("make", [cheap, dataclasses.dataclass])
def test_objects_of_one_class_stand_in_the_order_of_their_values(make: Maker) -> None:
    @make(frozen=True, order=True)
    class Spot:
        """A place."""

        file: str
        line: int = 0
        note: Any = dataclasses.field(default=None, compare=False)

    first, second = Spot("a", 2, object()), Spot("a", 10, object())
    assert sorted([Spot("b"), second, first]) == [first, second, Spot("b")]
    assert (first < second, second <= first, second > first, first >= Spot("a", 2)) == (True, False, True, True)
    assert dataclasses.replace(first, line=3) > first
    for other in (("a", 3), Pair(1, 2), None):
        with pytest.raises(TypeError):
            first < other  # noqa: B015 - it is refused


def test_identity_stands_where_equality_is_not_wanted() -> None:
    class Thing:
        """One."""

        name: str

    made = cheap(frozen=True, eq=False)(Thing)
    assert made("a") != made("a")
    assert len({made("a"), made("a")}) == 2


@pytest.mark.parametrize("make", [cheap, dataclasses.dataclass])
def test_one_that_is_not_frozen_is_set_and_has_no_hash(make: Maker) -> None:
    class Thing:
        """One."""

        name: str
        lines: list[str] = dataclasses.field(default_factory=list)

    made = make(Thing)
    one = made("a")
    one.name, one.lines = "b", [*one.lines, "x"]
    assert one == made("b", ["x"]) != made("b")
    assert repr(one).endswith("Thing(name='b', lines=['x'])")
    assert dataclasses.replace(one, name="c").lines is one.lines
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def test_a_second_step_is_taken() -> None:
    class Thing:
        """One."""

        name: str

        def __post_init__(self) -> None:
            self.name = self.name.upper()

    assert cheap(Thing)("a").name == "A"  # type: ignore[call-arg]


@pytest.mark.parametrize("count", [1, FEW, FEW + 5])
def test_many_are_made_as_few_are(kinds: tuple[Any, Any, Any], count: int) -> None:
    base, below, named = kinds
    made = [below("a", ["x"], more=str(at)) for at in range(count)]
    assert [one.more for one in made] == [*map(str, range(count))]
    assert made[-1] == below("a", ["x"], 3, {}, str(count - 1))
    for wrong in (lambda: base(), lambda: named(1), lambda: base("a", name="b"), lambda: base("a", kind=1)):
        with pytest.raises(TypeError):
            wrong()


def test_whoever_asks_for_the_fields_at_once_gets_them() -> None:
    made = [cheap(frozen=True)(type("Pair", (), {"__annotations__": {"left": int, "right": int}})) for _ in range(50)]
    with ThreadPoolExecutor(8) as pool:
        names = pool.map(lambda one: [field.name for field in dataclasses.fields(one)], [*made, *reversed(made)])
    assert all(name == ["left", "right"] for name in names)


def test_it_is_shown_as_the_call_that_makes_it(kinds: tuple[Any, Any, Any]) -> None:
    assert repr(kinds[1]("a")).endswith("Below(name='a', lines=[], facts={}, more=None)")


def test_the_library_knows_its_fields(kinds: tuple[Any, Any, Any]) -> None:
    base, below, _ = kinds
    assert [field.name for field in dataclasses.fields(below)] == ["name", "lines", "count", "facts", "more"]
    assert dataclasses.replace(below("a"), more="b") == below("a", more="b")
    assert dataclasses.asdict(base("a")) == {"name": "a", "lines": [], "count": 3, "facts": {}}
    assert below.__match_args__ == ("name", "lines", "count", "facts", "more")


def test_a_class_of_the_library_may_stand_below(kinds: tuple[Any, Any, Any]) -> None:
    @dataclasses.dataclass(frozen=True)
    class Foreign(kinds[0]):  # type: ignore[misc]
        """As a plug-in would."""

        last: int = 0

    assert Foreign("a", last=5).last == 5
    with pytest.raises(TypeError):
        dataclasses.dataclass(type("Loose", (kinds[0],), {}))


def test_it_is_copied_and_pickled() -> None:
    one: Any = Pair(1, right=2)  # type: ignore[call-arg]
    assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own


def test_a_method_of_the_class_itself_stays() -> None:
    class Thing:
        """One."""

        name: str

        def __init__(self, name: str) -> None:
            vars(self).update(name=name.upper())

        def __repr__(self) -> str:
            return self.name

    assert repr(cheap(frozen=True)(Thing)("a")) == "A"


def test_any_field_has_any_name() -> None:
    named = cheap(frozen=True)(type("Odd", (), {"__annotations__": {"kept": int, "values": int, "fields": int}}))
    assert vars(named(1, 2, 3)) == {"kept": 1, "values": 2, "fields": 3}
