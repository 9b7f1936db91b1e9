"""The only module that knows jsonschema: data goes in, findings with a place in the user's file come out."""

import json
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache, cached_property, reduce
from typing import TYPE_CHECKING, Any, cast

from ..errors import Cause, Finding, Place
from ..messages import N_, AnyOf
from ..model import NOTHING, Contributions, Source
from ..nearness import ALIKE
from ..records import dataclass
from ..resources import find_data_folder
from ..yaml_nodes import KEY, NodePath, YamlTree, format_path, place_of
from .deciding import compile_schema
from .guessing import ALIKE_CHOICE, guess_name, strip_accents
from .meant import KEY_SYNONYMS, SYNONYMS, find_choice, find_meant, find_switch
from .shapes import join_row, list_own_lines, tell_bare_part, tell_shape
from .slips import mend_shape
from .stray import is_needed, is_unwritten, list_unwritten

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

TYPE_NAMES = {
    "string": N_("chữ"),
    "integer": N_("số nguyên"),
    "number": N_("số"),
    "boolean": N_("true hoặc false"),
    "array": N_("danh sách"),
    "object": N_("nhóm «khoá: giá trị»"),
    "null": N_("để trống"),
}
WAYS_TO_WRITE = {
    "string": N_(' Chữ có dấu hai chấm, hoặc mở đầu bằng [ hay {, đặt trong "…".'),
    "array": N_(" Danh sách viết mỗi dòng một mục, mở đầu bằng dấu - và một dấu cách."),
    "object": N_(" Xuống dòng sau tên khoá, mỗi khoá con một dòng, thụt vào hai dấu cách."),
}
NO_BRACKETS: Mapping[NodePath, str] = {}
SECRECY_KEYS = ("do_mat", "muc_mat", "dau_mat")
NOT_BLANK = r"\S"
LIMIT_NAMES = {
    "minimum": N_("nhỏ nhất"),
    "maximum": N_("lớn nhất"),
    "minItems": N_("số mục ít nhất"),
    "maxItems": N_("số mục nhiều nhất"),
}


@cache
def load_schema(name: str) -> dict[str, Any]:
    """Return one of the schemas that ship with the program."""
    text = (find_data_folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


@dataclass(frozen=True)
class _Judge:
    """A schema that first tells yes or no, and only then looks for what is wrong."""

    schema: Mapping[str, Any]

    @cached_property
    def accepts(self) -> Callable[[Any], bool]:
        """Return what tells whether data holds to the schema."""
        return compile_schema(self.schema)

    @cached_property
    def list_errors(self) -> Callable[[Any], Iterator["ValidationError"]]:
        """Return what yields all that is wrong; jsonschema is imported where something is."""
        from jsonschema import Draft202012Validator

        return Draft202012Validator(self.schema).iter_errors


@cache
def _judge(name: str) -> _Judge:
    return _Judge(load_schema(name))


def build_input_schema(kinds: Iterable[str]) -> dict[str, Any]:
    """Return the schema of input files that knows the kinds of plug-ins too."""
    schema = load_schema("input")
    kind = schema["properties"]["loai"]
    known = {**kind, "enum": list(dict.fromkeys((*kind["enum"], *kinds)))}
    return {**schema, "properties": {**schema["properties"], "loai": known}}


@cache
def _input_judge(kinds: tuple[str, ...]) -> _Judge:
    return _Judge(build_input_schema(kinds))


def check_schema(source: Source, kinds: Contributions[str] = NOTHING) -> list[Finding]:
    """Return a finding for every way in which the data departs from the input schema."""
    data, slips = mend_shape(source.data, load_schema("input")["properties"], source.place)
    found = [*slips, *list_unwritten(source, load_schema("input"))]
    judge = _input_judge(tuple(sorted(kinds.things)))
    if judge.accepts(data):
        return found
    written = {**list_own_lines(source), **source.brackets}
    found += map(_tell_strange_key, _list_wrong(_as_json(data), judge, source.place, written))
    if any(finding.cause is Cause.UNKNOWN_KIND for finding in found):
        found += kinds.explain(str(source.data["loai"]))
    return found


def _as_json(data: Any) -> Any:
    """Return data with the one kind of real number that a schema knows: to it, Decimal("1.1") would not be 1.1."""
    if isinstance(data, dict):
        return {key: _as_json(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_json(value) for value in data]
    return float(data) if isinstance(data, Decimal) else data


def check_figures(tree: YamlTree, file: str) -> list[Finding]:
    """Return a finding for every way in which the data of a profile departs from the profile schema.

    What it takes over from another is part of the data: nothing may be missing.
    """
    whole = {key: value for key, value in tree.data.items() if key != "ke_thua"}
    return check_data(whole, "profile", lambda path: place_of(file, tree.positions, path))


def check_data(data: Any, schema: str, place: Callable[[NodePath], Place]) -> list[Finding]:
    """Return a finding for every violation of the named schema; `place` turns a node path into a place."""
    judge = _judge(schema)
    return [] if judge.accepts(data) else _list_wrong(data, judge, place)


def _list_wrong(
    data: Any,
    judge: _Judge,
    place: Callable[[NodePath], Place],
    brackets: Mapping[NodePath, str] = NO_BRACKETS,
) -> list[Finding]:
    found = [
        (error, Finding(message, place((*error.absolute_path, *extra)), facts, _find_cause(error)))
        for error in judge.list_errors(data)
        for message, extra, facts in _explain(error, brackets)
    ]
    found = _pair_lone_keys(_keep_first_entries(found, data))
    misspelt = {(format_path(tuple(e.absolute_path)), f.facts["guess"]) for e, f in found if f.facts.get("guess")}
    parents = {path for path, _ in misspelt}
    entries = {path for path in parents if path.endswith("]")}  # an entry of another kind needs other keys
    return [
        f
        for e, f in found
        if not (e.validator == "required" and ((f.place.path, f.facts["key"]) in misspelt or f.place.path in entries))
        and not (e.validator == "oneOf" and f.place.path in parents)
    ]


def _tell_strange_key(told: Finding) -> Finding:
    """Return what is told of a key at the left edge that is like no other: it may be a remark."""
    if told.facts.get("guess") != "" or told.place.path != f"$.{told.facts.get('key')}":
        return told
    return Finding("E883", told.place, {"key": told.facts["key"], "known": told.facts["known"]}, told.cause)


def _pair_lone_keys(found: list[tuple["ValidationError", Finding]]) -> list[tuple["ValidationError", Finding]]:
    """Return what was found where the one unknown key of a group, like no other, is taken for the one that it lacks."""
    unknown = [(e, f) for e, f in found if e.validator == "additionalProperties" and f.facts.get("guess") == ""]
    missing = [(e, f) for e, f in found if e.validator == "required"]
    if len(unknown) != 1 or len(missing) != 1 or unknown[0][0].absolute_path != missing[0][0].absolute_path:
        return found
    (error, told), key = unknown[0], missing[0][1].facts["key"]
    paired = replace(told, facts={**told.facts, "guess": key, "known": key})
    return [(error, paired) if f is told else (e, f) for e, f in found]


def _keep_first_entries(
    found: list[tuple["ValidationError", Finding]], data: Any
) -> list[tuple["ValidationError", Finding]]:
    """Return what was found with one finding for a list of which every entry is of a wrong kind."""
    kinds = [tuple(e.absolute_path) for e, _ in found if e.validator == "type"]
    wrong = {path for path in kinds if path and isinstance(path[-1], int)}
    lists = {path[:-1] for path in wrong}
    whole = {path for path in lists if all((*path, at) in wrong for at in range(len(_follow(data, path))))}
    left = [(e, f) for e, f in found if not _is_further_entry(e, whole)]
    return [(e, _write_row(f, path, data) if (path := tuple(e.absolute_path))[:-1] in whole else f) for e, f in left]


def _write_row(finding: Finding, path: NodePath, data: Any) -> Finding:
    """Return what is told of the first of rows that are all cells, with the row that they make."""
    if path[-2:-1] != ("hang",):
        return finding
    return Finding("E247", finding.place, {"right": join_row(_follow(data, path[:-1]))})


def _is_further_entry(error: "ValidationError", lists: Container[NodePath]) -> bool:
    path = tuple(error.absolute_path)
    return error.validator == "type" and path[:-1] in lists and path[-1:] != (0,)


def _follow(data: Any, path: NodePath) -> Any:
    return reduce(lambda node, step: node[step], path, data)


def _find_cause(error: "ValidationError") -> Cause | None:
    """Return what the program does more about than to tell it."""
    match error.validator, list(error.absolute_path):
        case "enum", ["loai"]:
            return Cause.UNKNOWN_KIND
        case "minItems", [*_, "noi_dung"]:
            return Cause.EMPTY_BODY
    return None


Explanation = tuple[str, tuple[str | int, ...], dict[str, object]]


def _explain(error: "ValidationError", brackets: Mapping[NodePath, str]) -> Iterator[Explanation]:
    """Return message id, deeper path and facts for one violation."""
    keyword = str(error.validator)
    rule: Any = error.validator_value
    value: Any = error.instance
    path = tuple(error.absolute_path)
    if keyword in ("type", "enum", "pattern") and is_unwritten(value) and path and isinstance(path[-1], str):
        yield "E887" if is_needed(path) else "E882", (), {"key": path[-1], "value": value, "example": _example(error)}
        return
    match keyword:
        case "required":
            yield from _missing(error, rule, value)
        case "additionalProperties":
            yield from _unknown(error, value)
        case "type" if value is None:
            yield "E220", (), {"example": _example(error)}
        case "type":
            yield from _wrong_type(error, value, [rule] if isinstance(rule, str) else list(rule), brackets)
        case "enum" if value is None and "type" not in cast(dict[str, Any], error.schema):  # else its type is told
            yield "E220", (), {"example": rule[0]}
        case "enum" if not isinstance(value, (str, int, float)):
            return  # its type is told
        case "enum" if right := find_choice(path, value, known := _allowed(rule)):
            yield "E249", (), {"value": _short(value), "right": right}
        case "enum":
            known = _allowed(rule)
            meant = SYNONYMS.get(str(value).strip().lower(), value)
            guess = _guess(meant, known, ALIKE_CHOICE)
            bare = str(value).rstrip(".)-/ ")
            guess = {"guess": bare} if bare in known else guess
            yield "E204", (), {"value": _short(value), "known": ", ".join(known)} | guess
        case "pattern" if rule == NOT_BLANK or not str(value).strip():
            yield "E209", (), {"example": _example(error)}
        case "pattern":
            yield from _misspelt(error, value)
        case "oneOf" if not isinstance(value, dict):
            return  # its type is told
        case "oneOf":
            yield "E206", (), {"found": ", ".join(_block_keys(rule, value)) or "—"}
        case "minItems" if list(error.absolute_path)[-1:] == ["noi_dung"]:
            yield "E208", (), {}
        case "dependentRequired":
            yield from _lonely(error, rule, value)
        case _:
            limit = {"limit": LIMIT_NAMES[keyword], "bound": rule}
            yield "E207", (), {"value": _short(value), "example": _example(error) or rule, **limit}


def _wrong_type(
    error: "ValidationError", value: Any, wanted: list[str], brackets: Mapping[NodePath, str]
) -> Iterator[Explanation]:
    path, schema = tuple(error.absolute_path), cast(dict[str, Any], error.schema)
    is_text = path[-1:] == ("noi_dung",)  # Markdown, which the reader turns into a list
    is_odd = isinstance(value, str) and "string" not in schema.get("items", {}).get("type", ())
    told = [*tell_bare_part(value, path)]
    if isinstance(value, str) and "array" in wanted and value.startswith("- ") and not is_text and is_odd:
        yield "E249", (), {"value": "«|»", "right": f"{path[-1]}:"}
        return
    told += [] if told or is_text or is_odd else [*tell_shape(value, path, wanted, brackets)]
    yield from told
    if told:
        return
    if isinstance(value, (str, bool)) and (right := find_meant(path, value)):
        yield "E249", (), {"value": _short(value), "right": right}
        return
    if "boolean" in wanted and (right := find_switch(path, value)):
        yield "E249", (), {"value": _short(value), "right": right}
        return
    if known := _allowed(schema.get("enum", ())):
        yield "E204", (), {"value": _short(value), "known": ", ".join(known), "guess": ""}
        return
    names = (["string"] if is_text else []) + wanted
    types = AnyOf(TYPE_NAMES[name] for name in names)
    yield "E203", (), {"wanted": types, "value": _short(value), "form": _form_of(names)}


def _form_of(types: Iterable[str]) -> object:
    """Return how a value of the first of these types that has a form of its own is written."""
    return next((WAYS_TO_WRITE[name] for name in types if name in WAYS_TO_WRITE), "")


def _misspelt(error: "ValidationError", value: Any) -> Iterator[Explanation]:
    """Yield the line to write where it is known what was meant, else an example."""
    if "propertyNames" in error.absolute_schema_path and (name := _write_name(str(value))):
        yield "E249", (value, KEY), {"value": _short(value), "right": f"{name}:"}
    elif right := find_meant(tuple(error.absolute_path), value):
        yield "E249", (), {"value": _short(value), "right": right}
    else:
        yield "E205", (), {"value": _short(value), "example": _example(error)}


def _write_name(typed: str) -> str:
    """Return a name of a table or of a question in small letters without accents, its words joined by dashes."""
    return "-".join(re.findall(r"[a-z0-9]+", strip_accents(typed.lower())))


def _missing(error: "ValidationError", rule: Iterable[str], value: dict[str, Any]) -> Iterator[Explanation]:
    # jsonschema reports one error per missing key, and names the key only in its English text
    for key in rule:
        if key not in value and error.message.startswith(repr(key)):
            yield (
                "E201",
                (),
                {
                    "key": key,
                    "title": _title(error, key),
                    "example": _example(error, key),
                    "inside": format_path(tuple(error.absolute_path)).removeprefix("$").strip(".") or N_("tệp"),
                },
            )


def _lonely(error: "ValidationError", rule: dict[str, list[str]], value: dict[str, Any]) -> Iterator[Explanation]:
    """Yield the key that needs another one, which jsonschema names only in its English text."""
    for key, needed in rule.items():
        if key in value and error.message.endswith(f" of {key!r}"):
            yield "E239", (key, KEY), {"key": key, "needed": ", ".join(needed)}


def _unknown(error: "ValidationError", value: dict[str, Any]) -> Iterator[Explanation]:
    known = [key for key in _properties(error) if not key.startswith("$")]
    for key in value:
        if key not in known:
            if key in SECRECY_KEYS:
                yield "E248", (key, KEY), {"key": key}
                continue
            bare = re.sub(r"\s*\(.*\)|[^\w)]+$|^[^\w]+", "", key)
            meant = KEY_SYNONYMS.get(strip_accents(bare.lower()).replace(" ", "_").replace("-", "_"), "")
            meant = bare if bare in known else meant
            guess = {"guess": meant} if meant in known and meant not in value else _guess(key, known)
            yield "E202", (key, KEY), {"key": key, "known": guess["guess"] or ", ".join(known), **guess}


def _guess(value: object, known: list[str], cutoff: float = ALIKE) -> dict[str, object]:
    return {"guess": guess_name(value, known, cutoff)}


def _allowed(rule: Iterable[object]) -> list[str]:
    return [x for x in rule if isinstance(x, str) and x]


def _properties(error: "ValidationError") -> dict[str, dict[str, Any]]:
    schema: Any = error.schema
    found: dict[str, dict[str, Any]] = schema.get("properties", {})
    return found


def _title(error: "ValidationError", key: str) -> str:
    return str(_properties(error).get(key, {}).get("title", key))


def _example(error: "ValidationError", key: str = "") -> object:
    """Return the example of a schema, or several, which a message joins."""
    schema: Any = _properties(error).get(key, {}) if key else error.schema
    examples = schema.get("examples", ["…"])
    shown = AnyOf(e if isinstance(e, str) else _write_example(e) for e in examples)
    return shown if len(shown) > 1 else shown[0]


def _write_example(example: object) -> str:
    """Return an example as it is written in a file for people: keys of a group without quotation marks."""
    return re.sub(r'"(\w+)":', r"\1:", json.dumps(example, ensure_ascii=False))


def _block_keys(rule: list[dict[str, Any]], value: dict[str, Any]) -> list[str]:
    return [branch["required"][0] for branch in rule if branch["required"][0] in value]


def _short(value: object, limit: int = 60) -> str:
    if value is None:
        return "«»"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= limit else text[: limit - 1] + "…"
