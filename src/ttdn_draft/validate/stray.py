"""Knows what people type beside a value or in its place: a value goes in, the bare one or what to tell comes out."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from ..errors import Finding
from ..model import Source
from ..patterns import regex
from ..yaml_nodes import NodePath

MARKS = " \t\u00a0\u200b\"'“”„‟‘’«»*`_~#%@&!|<>[](){}=.,;:-–—+\\$^"
"""What no value of a fixed form begins or ends with: quotation marks, brackets, signs of YAML and the end of a line."""
REMARK = regex(r"\s*(?:\([^()]*\)|//.*|#\s.*)$")  # behind a value, as people write it to each other
TYPED_TAGS = regex(r"</?[a-z]\w*\s*/?>", re.I)
CLOCK = regex(r"(?<=\d)(?:T|\s+)\d{1,2}(?::|h|g)\d{0,2}(?::\d{2})?.*$")
NONE_YET = r"(?:…|\.{2,}|_{2,}|\?)"
UNWRITTEN = regex(
    r"[\s.…?_\-–—*]+|x{2,}|(?:chưa|không)(?:\s+(?:có|rõ|biết|lấy số|xong|ký|cấp|cần))?|n/?a|none|null|tbd"
    rf"|(?:bỏ|để) trống|{NONE_YET}\s*[-/].*|ngày\s*{NONE_YET}.*|/\s*(?:\d{{1,2}}|{NONE_YET})?\s*/\s*\d{{4}}",
    re.I,
)
NEEDED_KEYS = (
    "loai",
    "co_quan",
    "ten",
    "ky_hieu",
    "trich_yeu",
    "ky",
    "tieu_de",
    "noi_dung",
    "hoi",
    "gia_tri",
    "chu_tri",
)
DOTS = regex(r"[\s.…]+|x+", re.I)
"""What stands where nothing is known yet: …, ?, chưa có, …-KH/UBND, ngày … tháng 9 năm 2026."""


def strip_stray(typed: str) -> str:
    """Return a value without remarks behind it, without marks around it, and once where it stands there twice."""
    typed = TYPED_TAGS.sub("", typed)
    bare = REMARK.sub("", typed.strip(MARKS) if not typed.rstrip().endswith(")") else typed).strip(MARKS)
    bare = CLOCK.sub("", bare)
    half = len(bare) // 2
    first, second = bare[:half].strip(f"{MARKS}/"), bare[half:].strip(f"{MARKS}/")
    return first if first and first == second and len(bare) > 2 * len(first) else bare


def is_unwritten(value: object) -> TypeGuard[str]:
    """Tell whether what stands in the place of a value only says that there is none yet."""
    return isinstance(value, str) and bool(UNWRITTEN.fullmatch(value.strip()))


def _find_names(data: Mapping[str, Any]) -> Iterator[tuple[NodePath, str]]:
    """Yield the names of head and foot that only say that there is none yet; of dots a rule tells, in a draft too."""
    for key in ("co_quan", "ky"):
        group = data.get(key)
        names = group.items() if isinstance(group, dict) else ()
        yield from (((key, name), words) for name, words in names if _is_told(words, key))
    for key in ("dia_danh", "luu", "trich_yeu", "cua", "luu_hanh"):
        if _is_told(words := data.get(key), key):
            yield (key,), str(words)


def _is_told(words: object, key: str) -> bool:
    """Tell whether words say that there is no name yet; who issues a document is known of each draft."""
    return is_unwritten(words) and (key == "co_quan" or not DOTS.fullmatch(words))


def list_unwritten(source: Source, schema: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what is told of names that only say that there is none yet."""
    for path, words in _find_names(source.data):
        facts: dict[str, object] = {"key": path[-1], "value": words, "example": _example_at(path, schema)}
        yield Finding("E887" if is_needed(path) else "E882", source.place(path), facts)


def _example_at(path: NodePath, schema: Mapping[str, Any]) -> str:
    """Return the first example of a key of the input schema."""
    part = schema
    for step in path:
        part = part.get("properties", {}).get(step, {})
        part = {**part, **schema["$defs"].get(str(part.get("$ref", "")).rsplit("/", 1)[-1], {})}
    return str(part.get("examples", ["…"])[0])


def is_needed(path: NodePath) -> bool:
    """Tell whether no document, or no part of one, is without the key at the end of a path."""
    return path[-1] in NEEDED_KEYS
