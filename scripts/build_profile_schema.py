"""Writes schemas/profile.schema.json from the dataclasses of knowledge/standards/profile.py: what a profile holds.

    python scripts/build_profile_schema.py [--check]

With `--check` nothing is written; the exit code is 1 where the schema is stale.
"""

import json
import sys
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any

from ttdn_draft.knowledge.standards.profile import Line, Profile
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
}


def build() -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://ttdn-draft.invalid/schemas/profile.schema.json",
        "title": "Hồ sơ thể thức của ttdn-draft",
        "description": "Mọi số liệu của một thể thức, mỗi số liệu kèm nơi quy định (can_cu).",
        **_schema_of(Profile),
    }


def _schema_of(hint: Any) -> dict[str, Any]:
    inner = typing.get_args(hint)
    origin = typing.get_origin(hint)
    if hint is Line:
        written_out = _schema_of_class(Line)
        return {**written_out, "type": ["string", "object"]}
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
    properties = {f.metadata["key"]: _with_rule(f.metadata["key"], _schema_of(hints[f.name])) for f in written}
    required = [f.metadata["key"] for f in written if f.default is MISSING]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


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
