"""Dataclasses that cost little to define: a class goes in, the dataclass that it is comes out.

The library compiles six functions for each, and a command defines two hundred of which it uses some: that took a fifth
of a short command. Here the fields are those of the library, which finds them when somebody first asks for them or
makes an object; the methods are the same for every class, and a function that makes the objects is compiled for those
classes alone of which there are many. With it an object is made in half the time, too.
"""

import dataclasses
from _thread import RLock
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter, ge, gt, le, lt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass

    Fields = tuple[dataclasses.Field[Any], ...]
else:

    def dataclass(cls=None, /, *, frozen=False, eq=True, order=False, **options):
        """Make a dataclass as the library does; one with slots or a second step is made by it alone."""
        if cls is None:
            return lambda made: dataclass(made, frozen=frozen, eq=eq, order=order, **options)
        if options.keys() - {"kw_only"} or hasattr(cls, "__post_init__"):
            return dataclasses.dataclass(frozen=frozen, eq=eq, order=order, **options)(cls)
        return _define(cls, frozen, eq, order, **options)


FIELDS, PARAMS, MATCHED = "__dataclass_fields__", "__dataclass_params__", "__match_args__"
SETTERS = ("__setattr__", "__delattr__")
ORDERS = {"__lt__": lt, "__le__": le, "__gt__": gt, "__ge__": ge}
FEW = 16
"""Objects of a class that are made field by field: to compile a function takes as long as to make some more."""
_settling = RLock()


def _define(cls: type, is_frozen: bool, has_equals: bool, has_order: bool, **options: Any) -> type:
    """Give a class the methods of a dataclass, and its fields when they are wanted; what it has itself stays."""
    own = frozenset(vars(cls))
    settle = _once(lambda: _settle(cls, is_frozen, has_equals, has_order, options))
    for name in (FIELDS, PARAMS, MATCHED):
        setattr(cls, name, _Late(name, settle))
    methods: dict[str, Callable[..., Any] | None] = {"__init__": _first_init(cls), "__repr__": _show}
    if is_frozen:
        methods |= dict(zip(SETTERS, (_refuse_to_set, _refuse_to_delete), strict=True))
    if has_equals:
        methods["__eq__"] = _first_comparison(cls, "__eq__")
        methods["__hash__"] = _first_comparison(cls, "__hash__") if is_frozen else None
    methods |= {name: _first_comparison(cls, name) for name in (ORDERS if has_order else ())}
    for name, method in methods.items():
        if name not in own:
            setattr(cls, name, method)
    if "__init__" in own:  # it asks for no fields, and a field that has a default shows it in the class
        settle()
    return cls


class _Late:
    """Stands for what the library says of a class, until somebody asks for it."""

    def __init__(self, name: str, settle: Callable[[], type]) -> None:
        self._name, self._settle = name, settle

    def __get__(self, one: object, cls: type | None = None) -> Any:
        """Let the library say it, and return it."""
        return getattr(self._settle(), self._name)


def _once(settle: Callable[[], type]) -> Callable[[], type]:
    """Return what settles a class when it is first called; whoever calls meanwhile waits."""
    done: list[type] = []

    def settle_once() -> type:
        with _settling:
            if not done:
                done.append(settle())
        return done[0]

    return settle_once


def _settle(cls: type, is_frozen: bool, has_equals: bool, has_order: bool, options: Mapping[str, Any]) -> type:
    """Let the library find the fields of a class, and return the class."""
    cls.__doc__ = cls.__doc__ or cls.__name__  # else the library reads the signature, which takes a millisecond
    is_below = any(map(dataclasses.is_dataclass, cls.__bases__))  # then the library wants to hear frozen
    setters = {name: vars(cls)[name] for name in SETTERS if is_frozen}
    for name in setters:
        delattr(cls, name)  # the library refuses to make its own over them
    made_with = {"init": False, "repr": False, "eq": False, "match_args": False, "frozen": is_frozen and is_below}
    dataclasses.dataclass(**made_with, **options)(cls)
    for name, method in setters.items():
        setattr(cls, name, method)
    params: Any = vars(cls)[PARAMS]
    params.frozen, params.eq, params.order = is_frozen, has_equals, has_order
    setattr(cls, MATCHED, tuple(field.name for field in dataclasses.fields(cls) if not field.kw_only))
    return cls


def _first_init(cls: type) -> Callable[..., None]:
    """Return what makes the first objects of a class; a compiled function takes its place when more are made."""
    count, fields, plain = 0, tuple[dataclasses.Field[Any], ...](), list[str]()

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807
        nonlocal count, fields, plain
        if not count:
            fields = dataclasses.fields(cls)
            plain = [field.name for field in fields if not field.kw_only]
        count += 1
        if count > FEW or not _fill(self, fields, dict(zip(plain, args, strict=False)), kwargs, len(args)):
            built = _build_init(cls)
            setattr(cls, "__init__", built)  # noqa: B010
            built(self, *args, **kwargs)

    return __init__


def _fill(self: Any, fields: "Fields", given: dict[str, Any], named: Mapping[str, Any], count: int) -> bool:
    """Keep the values of an object, of which `count` were given by their places, and some are `named`.

    False where they are not those of its fields, which the compiled function tells.
    """
    given |= named
    if len(given) < count + len(named):  # too many, or one twice
        return False
    values = {field.name: given.pop(field.name) if field.name in given else _default(field) for field in fields}
    if given or any(value is dataclasses.MISSING for value in values.values()):
        return False
    vars(self).update(values)
    return True


def _default(field: "dataclasses.Field[Any]") -> Any:
    make: Any = field.default_factory
    return make() if _has_factory(field) else field.default


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


def _first_comparison(cls: type, name: str) -> Callable[..., Any]:
    """Return what compares or hashes objects of a class for the first time, and leaves its place to what does so."""

    def compare(self: Any, *others: object) -> Any:
        built = _compare_by(dataclasses.fields(cls))[name]
        setattr(cls, name, built)
        return built(self, *others)

    return compare


def _compare_by(fields: "Fields") -> dict[str, Callable[..., Any]]:
    """Return how objects of a class are equal, or in order: of the same class, by their values."""
    values = _getter(field.name for field in fields if field.compare)
    hashed = _getter(field.name for field in fields if (field.compare if field.hash is None else field.hash))

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(hashed(self))

    ordered = {name: _order_by(test, values) for name, test in ORDERS.items()}
    return {"__eq__": __eq__, "__hash__": __hash__, **ordered}


def _order_by(test: Callable[..., bool], values: "attrgetter[tuple[Any, ...]]") -> Callable[..., Any]:
    def compare(self: Any, other: object) -> Any:
        return test(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented

    return compare


def _getter(names: Iterable[str]) -> "attrgetter[tuple[Any, ...]]":
    return attrgetter("__class__", "__class__", *names)  # two at the least, so that it returns a tuple


def _refuse_to_set(self: object, name: str, value: object) -> None:  # noqa: ARG001
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:  # noqa: ARG001
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
