"""Yes or no: a schema goes in, a function that tells at once whether data is as the schema wants comes out.

jsonschema looks for everything that is wrong and words it, which takes fifteen times as long as to see that nothing is;
almost every file is sound. Only the keywords that our schemas use are known, as JSON Schema 2020-12 means them; another
one is refused when the schema is compiled, never passed over. A Decimal is the real number that it is nearest to.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from ..patterns import regex
from ..reuse import reuse

Decide: TypeAlias = Callable[[Any], bool]
Schema: TypeAlias = Mapping[str, Any]

ANNOTATIONS = frozenset({"$schema", "$id", "$defs", "title", "description", "examples", "then", "else"})
"""What decides nothing by itself: `then` and `else` are read with their `if`."""


class UnknownKeywordError(ValueError):
    """A schema holds a keyword that is not known here."""


def compile_schema(schema: Schema) -> Decide:
    """Return what tells whether data holds to a schema; UnknownKeywordError is raised for a keyword of another kind."""
    return _Compiler(schema).compile(schema)


class _Compiler:
    """Compiles the parts of one schema; parts that refer to each other are compiled once."""

    def __init__(self, root: Schema) -> None:
        self.root = root
        self.named: dict[str, list[Decide]] = {}

    def compile(self, schema: Schema | bool) -> Decide:
        if isinstance(schema, bool):
            return lambda _: schema
        return _all_of([self._keyword(key, schema) for key in schema if key not in ANNOTATIONS])

    def _keyword(self, key: str, schema: Schema) -> Decide:
        value = schema[key]
        if key in SIMPLE_KEYWORDS:
            return SIMPLE_KEYWORDS[key](value)
        match key:
            case "$ref":
                return self._reference(value)
            case "properties":
                return _properties({name: self.compile(part) for name, part in value.items()})
            case "additionalProperties":
                return _others(frozenset(schema.get("properties", ())), self.compile(value))
            case "propertyNames":
                return _names(self.compile(value))
            case "items":
                return _items(self.compile(value))
            case "oneOf" if all([*part] == ["required"] and len(part["required"]) == 1 for part in value):
                return _one_key([*(part["required"][0] for part in value)])
            case "oneOf":
                return _one_of([self.compile(part) for part in value])
            case "not":
                return _negate(self.compile(value))
            case "if":
                return _branch(*(self.compile(schema.get(part, {})) for part in ("if", "then", "else")))
        raise UnknownKeywordError(key)

    def _reference(self, target: str) -> Decide:
        if target not in self.named:
            compiled = self.named[target] = list[Decide]()
            part: Any = self.root
            for step in target.removeprefix("#/").split("/"):
                part = part[step]
            compiled.append(self.compile(part))
        found = self.named[target]
        return lambda data: reuse(found[0], data)  # not yet there where a part refers to itself


def _all_of(parts: list[Decide]) -> Decide:
    if len(parts) == 1:
        return parts[0]

    def decide(data: Any) -> bool:
        for part in parts:  # noqa: SIM110 - a loop takes half the time of all(), as everywhere here
            if not part(data):
                return False
        return True

    return decide


def _type(wanted: str | list[str]) -> Decide:
    tests = [TYPE_TESTS[name] for name in ([wanted] if isinstance(wanted, str) else wanted)]
    return tests[0] if len(tests) == 1 else _any_of(tests)


def _any_of(parts: list[Decide]) -> Decide:
    def decide(data: Any) -> bool:
        for part in parts:  # noqa: SIM110
            if part(data):
                return True
        return False

    return decide


def _enum(values: list[Any]) -> Decide:
    words = frozenset(value for value in values if isinstance(value, str))
    others = [value for value in values if not isinstance(value, str)]
    return lambda data: data in words if isinstance(data, str) else any(_same(data, value) for value in others)


def _is_number(data: Any) -> bool:
    return isinstance(data, (int, float, Decimal)) and not isinstance(data, bool)


def _is_integer(data: Any) -> bool:
    return _is_number(data) and (isinstance(data, int) or float(data).is_integer())


TYPE_TESTS: Mapping[str, Decide] = {
    "string": lambda data: isinstance(data, str),
    "integer": _is_integer,
    "number": _is_number,
    "boolean": lambda data: isinstance(data, bool),
    "array": lambda data: isinstance(data, list),
    "object": lambda data: isinstance(data, dict),
    "null": lambda data: data is None,
}


IS_OBJECT, IS_ARRAY = TYPE_TESTS["object"], TYPE_TESTS["array"]


def _pattern(pattern: str) -> Decide:
    form = regex(pattern, is_constant=True)
    return lambda data: not isinstance(data, str) or form.search(data) is not None


def _bound(is_kind: Decide, holds: Callable[[Any], bool]) -> Decide:
    return lambda data: not is_kind(data) or holds(data)


def _same(one: Any, other: Any) -> bool:
    """Tell whether two values are one to JSON, where true is not 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    return bool(_as_float(one) == _as_float(other))


def _as_float(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def _is_unique(data: list[Any]) -> bool:
    return not any(_same(one, other) for at, one in enumerate(data) for other in data[:at])


def _needs(rule: Mapping[str, list[str]]) -> Decide:
    needs = [(key, need) for key, wanted in rule.items() for need in wanted]

    def decide(data: Any) -> bool:
        for key, need in needs if isinstance(data, dict) else ():  # noqa: SIM110
            if key in data and need not in data:
                return False
        return True

    return decide


def _required(keys: list[str]) -> Decide:
    wanted = frozenset(keys)
    return lambda data: not isinstance(data, dict) or wanted <= data.keys()


SIMPLE_KEYWORDS: Mapping[str, Callable[[Any], Decide]] = {
    "type": _type,
    "pattern": _pattern,
    "enum": _enum,
    "minimum": lambda least: _bound(_is_number, lambda data: _as_float(data) >= least),
    "maximum": lambda most: _bound(_is_number, lambda data: _as_float(data) <= most),
    "maxLength": lambda most: _bound(TYPE_TESTS["string"], lambda data: len(data) <= most),
    "minItems": lambda least: _bound(IS_ARRAY, lambda data: len(data) >= least),
    "maxItems": lambda most: _bound(IS_ARRAY, lambda data: len(data) <= most),
    "maxProperties": lambda most: _bound(IS_OBJECT, lambda data: len(data) <= most),
    "uniqueItems": lambda asked: _bound(IS_ARRAY, lambda data: not asked or _is_unique(data)),
    "required": _required,
    "dependentRequired": _needs,
}


def _properties(parts: Mapping[str, Decide]) -> Decide:
    def decide(data: Any) -> bool:
        for key, value in data.items() if isinstance(data, dict) else ():
            part = parts.get(key)
            if part is not None and not part(value):
                return False
        return True

    return decide


def _others(known: frozenset[str], part: Decide) -> Decide:
    def decide(data: Any) -> bool:
        if not isinstance(data, dict) or data.keys() <= known:
            return True
        return all(part(data[key]) for key in data.keys() - known)

    return decide


def _names(part: Decide) -> Decide:
    return _bound(IS_OBJECT, lambda data: all(map(part, data)))


def _items(part: Decide) -> Decide:
    return lambda data: not isinstance(data, list) or all(map(part, data))


def _one_of(parts: list[Decide]) -> Decide:
    return lambda data: sum([part(data) for part in parts]) == 1


def _one_key(keys: list[str]) -> Decide:
    """Return what tells whether data has one of some keys alone, as `oneOf` asks where each way needs a key."""
    known = frozenset(keys)
    return lambda data: len(data.keys() & known) == 1 if isinstance(data, dict) else len(keys) == 1


def _negate(part: Decide) -> Decide:
    return lambda data: not part(data)


def _branch(condition: Decide, then: Decide, otherwise: Decide) -> Decide:
    return lambda data: (then if condition(data) else otherwise)(data)
