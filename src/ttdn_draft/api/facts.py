"""Makes a form of the head of a text: its data and the schema go in, fields with value, message and source come out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..messages import N_, translate
from ..model.marks import find_printed
from ..patterns import regex
from ..read.doubts import list_head_doubts
from ..records import dataclass
from ..validate.schema import build_input_schema, load_schema
from ..yaml_nodes import KEY, NodePath
from .doubt_names import name_mark
from .splitting import Apart
from .values import FactChoice, FactField, FactKind, ShownFinding

FIELDS = (
    *("so", "ky_hieu", "ngay", "dia_danh", "trich_yeu", "co_quan", "ky", "kinh_gui", "can_cu", "noi_nhan", "luu"),
    *("do_khan", "luu_hanh", "khong_pho_bien", "cua", "nguoi_soan", "lien_he", "du_thao"),
    *("loai", "the_thuc", "tinh", "xa", "co_chu", "le_trang", "gian_dong", "hai_mat", "danh_so", "chuan"),
)
"""The facts of the head in the order of a page, then those that are seldom changed."""
CHOICE_NAMES = {
    "huong-dan": N_("Hướng dẫn"),
    "ke-hoach": N_("Kế hoạch"),
    "bao-cao": N_("Báo cáo"),
    "dang": N_("Cơ quan Đảng"),
    "nha-nuoc": N_("Cơ quan nhà nước"),
    "khan": N_("Khẩn"),
    "thuong-khan": N_("Thượng khẩn"),
    "hoa-toc": N_("Hoả tốc"),
    None: N_("Không"),
    False: N_("Không"),
    True: N_("Có"),
}
"""How values that may be chosen are called."""
SOURCE = regex(r"^\s*#\s*nguồn:\s*(?P<source>.*)$", re.M)
LINE_FEED = "\n"


@dataclass(frozen=True)
class FormMaker:
    """Makes the fields of one text."""

    apart: Apart
    findings: tuple[ShownFinding, ...]
    kinds: tuple[str, ...]
    language: str

    def make(self) -> Iterator[FactField]:
        """Yield the fields in the order of a page."""
        schema = build_input_schema(self.kinds)
        data = self.apart.tree.data
        if not isinstance(data, dict) or self.apart.tree.is_broken:
            return
        for key in FIELDS:
            node = schema["properties"][key]
            yield from self._make((key,), node, data.get(key), key in schema["required"], schema["$defs"])

    def _make(self, path: NodePath, node: Any, value: Any, required: bool, shared: Any) -> Iterator[FactField]:
        node = shared[node["$ref"].rpartition("/")[2]] if "$ref" in node else node
        if "properties" in node and (isinstance(value, dict) or (value is None and path[0] != "le_trang")):
            for key, inner in node["properties"].items():
                own = value.get(key) if isinstance(value, dict) else None
                needed = key in node.get("required", ()) and isinstance(value, dict)
                yield from self._make((*path, key), inner, own, needed, shared)
        elif isinstance(value, list) and "properties" in node:
            for at, entry in enumerate(value):
                one = {**node, "title": f"{node['title']} {at + 1}"}
                yield from self._make((*path, at), one, entry, required, shared)
        else:
            yield self._field(path, node, value, required)

    def _field(self, path: NodePath, node: Any, value: Any, required: bool) -> FactField:
        doubts = [name_mark(mark) for words in _words_of(value) for mark in find_printed(words)]
        return FactField(
            path,
            translate(node["title"], self.language),
            translate(node.get("description", ""), self.language),
            _write_example(node.get("examples", [""])[0]),
            _kind_of(path, node),
            show_value(value, self.apart.tree.data),
            self._choices(node),
            self._message(path),
            required,
            self._source(path),
            doubts[0] if doubts else "",
        )

    def _choices(self, node: Any) -> tuple[FactChoice, ...]:
        values = node.get("enum") or ([True, False] if "boolean" in _types_of(node) else [])
        return tuple(
            FactChoice(value, translate(CHOICE_NAMES.get(value, str(value)), self.language)) for value in values
        )

    def _message(self, path: NodePath) -> str:
        """Return what is wrong with a field or an entry of it, in words."""
        told = (f for f in self.findings if f.field[: len(path)] == path and f.level != "info")
        return " ".join(dict.fromkeys(f"{found.title} {found.remedy}".strip() for found in told))

    def _source(self, path: NodePath) -> str:
        """Return the sources that stand in remarks under the key of a field."""
        lines = self.apart.clean.split(LINE_FEED)
        first, last = self._lines_of(path)
        return "; ".join(dict.fromkeys(SOURCE.findall(LINE_FEED.join(lines[first:last]))))

    def _lines_of(self, path: NodePath) -> tuple[int, int]:
        positions = self.apart.tree.positions
        if (*path, KEY) not in positions:
            return 0, 0
        first = positions[*path, KEY][0]
        tops = (
            line
            for at, (line, _) in positions.items()
            if at[-1:] == (KEY,) and line > first and len(at) <= len(path) + 1
        )
        return first, min(tops, default=first) - 1


def name_fact(path: NodePath, language: str) -> str:
    """Return what the schema calls a fact of the head, or the group that holds it; nothing of an unknown one."""
    schema = load_schema("input")
    node, title = schema, ""
    for step in path:
        inner = node.get("items") if isinstance(step, int) else node.get("properties", {}).get(step)
        if inner is None:
            break
        node = schema["$defs"][inner["$ref"].rpartition("/")[2]] if "$ref" in inner else inner
        title = node.get("title", title)
    return translate(title, language)


def show_value(value: Any, data: Any) -> str | int | bool | tuple[str, ...] | None:
    """Return a value of the head as people know it: of a doubt its words, a list as its lines, a gap as nothing."""
    if isinstance(value, list):
        return tuple(str(show_value(entry, data)) for entry in value)
    if isinstance(value, dict):
        name, purpose = (str(value.get(key, "")) for key in ("ten", "muc_dich"))
        return f"{name} ({purpose})" if purpose else name
    if not isinstance(value, str):
        return value if isinstance(value, int | bool) or value is None else str(value)
    asked, pieces, at = list_head_doubts(data), list[str](), 0
    for mark in find_printed(value):
        doubt = asked.get(mark.name)
        words = "" if mark.is_gap else mark.question or (doubt.value if doubt else "")
        pieces += [value[at : mark.start], words]
        at = mark.end
    return "".join([*pieces, value[at:]])


def _kind_of(path: NodePath, node: Mapping[str, Any]) -> FactKind:
    types = _types_of(node)
    if path == ("ngay",):
        return "date"
    if "enum" in node or "boolean" in types:
        return "choice"
    if "array" in types and path[-1] != "quyen_han":
        return "lines"
    return "number" if types and not {*types} - {"integer", "number", "null"} else "text"


def _types_of(node: Mapping[str, Any]) -> tuple[str, ...]:
    written = node.get("type", ())
    return (written,) if isinstance(written, str) else tuple(written)


def _write_example(value: Any) -> str:
    if isinstance(value, list):
        return LINE_FEED.join(map(_write_example, value))
    return LINE_FEED.join(map(str, value.values())) if isinstance(value, dict) else str(value)


def _words_of(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _words_of(inner)
