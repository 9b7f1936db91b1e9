"""Frozen dataclasses that cost little to define: a class goes in, the dataclass that it is comes out.

The library compiles six functions for each, and a command defines two hundred of which it uses some: that took a fifth
of a short command. Here the fields are those of the library, one function is compiled, when the first object is made,
and the others are the same for every class. An object is made in half the time, too.
"""

import dataclasses
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, eq=True, **options):
        """Make a dataclass as the library does; one that is not frozen, or has an order, is made by it alone."""
        if cls is None:
            return lambda made: dataclass(made, frozen=frozen, eq=eq, **options)
        if not frozen or options.keys() - {"kw_only"}:
            return dataclasses.dataclass(frozen=frozen, eq=eq, **options)(cls)
        return _freeze(cls, eq, **options)


def _freeze(cls: type, has_equals: bool, **options: Any) -> type:
    """Give a class the fields and the methods of a frozen dataclass; those that it has itself stay."""
    own = frozenset(vars(cls))
    is_below = any(dataclasses.is_dataclass(base) for base in cls.__bases__)  # then the library wants to hear frozen
    dataclasses.dataclass(init=False, repr=False, eq=False, frozen=is_below, **options)(cls)
    params: Any = vars(cls)["__dataclass_params__"]
    params.frozen, params.eq = True, has_equals
    methods: dict[str, Callable[..., Any]] = {"__init__": _first_init(cls), "__repr__": _show}
    if not is_below:
        methods |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
    if has_equals:
        methods |= _compare_by(dataclasses.fields(cls))
    for name, method in methods.items():
        if name not in own:
            setattr(cls, name, method)
    return cls


def _first_init(cls: type) -> Callable[..., None]:
    """Return what makes the first object of a class: it puts the compiled function in its own place."""

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807
        built = _build_init(cls)
        setattr(cls, "__init__", built)  # noqa: B010
        built(self, *args, **kwargs)

    return __init__


def _build_init(cls: type) -> Callable[..., None]:
    """Compile the function that takes a value for each field, or its default, and keeps them."""
    fields = dataclasses.fields(cls)
    known: dict[str, Any] = {"MISSING": dataclasses.MISSING}
    lines = ["    values_of_self = self.__dict__"]
    for at, field in enumerate(fields):
        known |= {f"default_{at}": field.default, f"make_{at}": field.default_factory}
        made = f"make_{at}() if {field.name} is MISSING else {field.name}"
        lines.append(f"    values_of_self[{field.name!r}] = {made if _has_factory(field) else field.name}")
    plain = [_write_parameter(at, field) for at, field in enumerate(fields) if not field.kw_only]
    named = [_write_parameter(at, field) for at, field in enumerate(fields) if field.kw_only]
    head = ", ".join(["self", *plain, *(["*", *named] if named else [])])
    exec("\n".join([f"def __init__({head}):", *lines]), known)  # noqa: S102 - names of fields alone, as the library does
    built: Callable[..., None] = known["__init__"]
    built.__qualname__, built.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    return built


def _has_factory(field: "dataclasses.Field[Any]") -> bool:
    return field.default_factory is not dataclasses.MISSING


def _write_parameter(at: int, field: "dataclasses.Field[Any]") -> str:
    if _has_factory(field):
        return f"{field.name}=MISSING"
    return field.name if field.default is dataclasses.MISSING else f"{field.name}=default_{at}"


def _show(self: Any) -> str:
    """Return an object as the call that makes it."""
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _compare_by(fields: "tuple[dataclasses.Field[Any], ...]") -> dict[str, Callable[..., Any]]:
    """Return how objects of a class are equal: of the same class, with the same values."""
    values = _getter(field.name for field in fields if field.compare)
    hashed = _getter(field.name for field in fields if (field.compare if field.hash is None else field.hash))

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(hashed(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _getter(names: Iterable[str]) -> "attrgetter[tuple[Any, ...]]":
    return attrgetter("__class__", "__class__", *names)  # two at the least, so that it returns a tuple


def _refuse_to_set(self: object, name: str, value: object) -> None:  # noqa: ARG001
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:  # noqa: ARG001
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
