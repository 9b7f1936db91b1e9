"""Writes schemas/profile.schema.json from the dataclasses of knowledge/standards/profile.py: what a profile holds.

    python scripts/build_profile_schema.py [--check]

With `--check` nothing is written; the exit code is 1 where the schema is stale.
"""

import json
import sys
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from typing import Any

from ttdn_draft.knowledge.standards.layout import Line
from ttdn_draft.knowledge.standards.profile import Profile
from ttdn_draft.model import PartialDate

FILE = Path(__file__).parents[1] / "schemas" / "profile.schema.json"
SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    float: {"type": "number", "minimum": 0},
    PartialDate: {"type": "string"},
    Any: {},
}
# what the type of a field does not say
RULES: dict[str, dict[str, Any]] = {
    "the_thuc": {"enum": ["dang", "nha-nuoc"]},
    "can_cu": {"type": "string", "pattern": "\\S"},
    "tu": {"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "den": {"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "can": {"enum": ["left", "center", "right", "both"]},
    "mau": {"pattern": "^([0-9A-F]{6})?$"},
    "kieu_chu": {"enum": ["khong-dau", "in-hoa"]},
    "so": {"enum": ["la-ma", "chu-hoa", "thuong", "chu-viet"]},
}


def build() -> dict[str, Any]:
    whole = _schema_of(Profile)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://ttdn-draft.invalid/schemas/profile.schema.json",
        "title": "Hồ sơ thể thức của ttdn-draft",
        "description": "Mọi số liệu của một thể thức, mỗi số liệu kèm nơi quy định (can_cu). "
        "Có ke_thua thì chỉ ghi điều khác.",
        **_without_required(whole),
        "if": {"required": ["ke_thua"]},
        "else": _required_alone(whole),
    }


def _without_required(schema: Any) -> Any:
    """Return a schema in which every key may be missing: an heir says only what differs."""
    if isinstance(schema, dict):
        return {k: _without_required(v) for k, v in schema.items() if k != "required" or not isinstance(v, list)}
    return schema


def _required_alone(schema: dict[str, Any]) -> dict[str, Any]:
    """Return which keys must stand, at every depth; what they hold is said elsewhere."""
    inside = {k: found for k, v in schema.get("properties", {}).items() if (found := _required_alone(v))}
    found: dict[str, Any] = {"required": schema["required"]} if schema.get("required") else {}
    found |= {"properties": inside} if inside else {}
    for key in ("items", "additionalProperties"):
        below = schema.get(key)
        if isinstance(below, dict) and (more := _required_alone(below)):
            found[key] = more
    return found


def _schema_of(hint: Any) -> dict[str, Any]:
    inner = typing.get_args(hint)
    origin = typing.get_origin(hint)
    if hint is Line:
        return {**_schema_of_class(Line), "type": ["string", "object"]}
    if is_dataclass(hint) and hint not in SIMPLE:
        return _schema_of_class(hint)
    if origin is tuple:
        return {"type": "array", "items": _schema_of(inner[0])}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema_of(inner[1])}
    if origin is types.UnionType:
        known = _schema_of(inner[0])
        return {**known, "type": [known["type"], "null"]}
    return dict(SIMPLE[hint])


def _schema_of_class(cls: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    written = [f for f in fields(cls) if "key" in f.metadata]
    properties = {f.metadata["key"]: _describe(f, hints[f.name]) for f in written}
    required = [f.metadata["key"] for f in written if f.default is MISSING]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _describe(field: Field[Any], hint: Any) -> dict[str, Any]:
    """Return the schema of a field with what people read of it: title, description and an example."""
    key, meaning = field.metadata["key"], field.metadata["meaning"]
    title = meaning.partition(":")[0].rstrip(".")
    described = {"title": title, "description": meaning, "examples": [_example_of(hint, field.metadata["example"])]}
    return {**described, **_with_rule(key, _schema_of(hint))}


def _example_of(hint: Any, written: str = "") -> Any:
    """Return an example of a type: what is written of it, or what its fields need."""
    inner, origin = typing.get_args(hint), typing.get_origin(hint)
    if hint is Line:
        return written or "noi_nhan"
    if origin is types.UnionType:
        return _example_of(inner[0], written)
    if origin is tuple:
        return [_example_of(inner[0], written)]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {written or "doan": _example_of(inner[1])}
    if is_dataclass(hint) and hint is not PartialDate:
        hints, needed = typing.get_type_hints(hint), [f for f in fields(hint) if f.default is MISSING]
        return {f.metadata["key"]: _example_of(hints[f.name], f.metadata["example"]) for f in needed}
    return _simple_example(hint, written)


def _simple_example(hint: Any, written: str) -> Any:
    if hint is bool:
        return True
    if hint in (int, float):
        number = float(written or 14)
        return int(number) if number.is_integer() else number
    return written or "KHẨN"


def _with_rule(key: str, schema: dict[str, Any]) -> dict[str, Any]:
    is_word = "string" in schema.get("type", ())
    return {**schema, **RULES[key]} if key in RULES and is_word else schema


def main() -> int:
    text = json.dumps(build(), ensure_ascii=False, indent=2) + "\n"
    if "--check" not in sys.argv:
        FILE.write_text(text, encoding="utf-8", newline="\n")
    elif FILE.read_text(encoding="utf-8") != text:
        print(f"{FILE}: stale; run scripts/build_profile_schema.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
