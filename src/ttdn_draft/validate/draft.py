"""Builds the typed Draft from data that has passed the schema, with the checks that a schema cannot make."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from ..errors import Finding, Place, has_errors
from ..messages import N_
from ..model import Block, Draft, Issuer, Signer, Source, keys_of
from ..yaml_nodes import NodePath, find_position, format_path
from .blocks import build_blocks

T = TypeVar("T")
LEVELS = ("phan", "A", "I", "1", "1.1", "a")
DATE = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>\d{4})")


def build_draft(source: Source) -> tuple[Draft | None, tuple[Finding, ...]]:
    """Return the Draft, or None with what is wrong."""
    builder = _DraftBuilder(source)
    draft = builder.build()
    found = tuple(builder.findings)
    return (None if has_errors(found) else draft), found


class _DraftBuilder:
    def __init__(self, source: Source) -> None:
        self.source, self.data = source, source.data
        self.findings: list[Finding] = []

    def report(self, id: str, path: NodePath, **facts: object) -> None:
        line, column = find_position(self.source.positions, path)
        self.findings.append(Finding(id, Place(self.source.file, line, column, format_path(path)), facts))

    def build(self) -> Draft:
        self.refuse_what_is_not_there_yet()
        convert: dict[str, Callable[[Any], Any]] = {
            "issuer": lambda v: _fill(Issuer, v) if isinstance(v, dict) else Issuer(v, v),
            "signers": self.signers,
            "body": self.body,
            "footnotes": lambda v: {label: self.source.texts["chu_thich", label] for label in v},
            "issue_date": self.date,
            "scheme": self.scheme,
            "legal_bases": tuple,
            "recipients": tuple,
        }
        return _fill(Draft, {"chu_thich": {}} | self.data, convert)

    def refuse_what_is_not_there_yet(self) -> None:
        """Refuse what this version cannot print, rather than drop it."""
        if isinstance(self.data["co_quan"], str):
            self.report("E220", ("co_quan",), name=self.data["co_quan"])
        if isinstance(self.data["ky"], str):
            self.report("E220", ("ky",), name=self.data["ky"])
        if self.data.get("tinh"):
            self.report("E221", ("tinh",), name=self.data["tinh"])
        if isinstance(self.data["ky"], list) and len(self.data["ky"]) > 1:
            self.report("E222", ("ky",), what=N_("văn bản liên tịch nhiều người ký"))
        if self.data.get("phu_luc"):
            self.report("E222", ("phu_luc",), what=N_("phụ lục"))
        if self.data.get("kinh_gui"):
            self.report("E223", ("kinh_gui",))

    def signers(self, value: Any) -> tuple[Signer, ...]:
        return tuple(_fill(Signer, v) for v in (value if isinstance(value, list) else [value]) if isinstance(v, dict))

    def body(self, value: list[dict[str, Any]]) -> tuple[Block, ...]:
        return tuple(build_blocks(value, self.source.texts, ("noi_dung",), self.report))

    def date(self, value: str | None) -> date | None:
        found = DATE.fullmatch(value) if value else None
        if found is None:
            return None
        year, month, day = (int(found[k] or found[k + "2"]) for k in "ymd")
        try:
            return date(year, month, day)
        except ValueError:
            self.report("E210", ("ngay",), value=value)
            return None

    def scheme(self, value: list[str | int | float]) -> tuple[str, ...]:
        levels = tuple(str(v) for v in value)
        order = [LEVELS.index(level) for level in levels]
        if order != sorted(order) or ("1.1" in levels and "1" not in levels):
            self.report("E211", ("danh_so",), value=", ".join(levels), order=", ".join(LEVELS))
        return levels


def _fill(cls: Callable[..., T], data: dict[str, Any], convert: dict[str, Callable[[Any], Any]] | None = None) -> T:
    """Return a dataclass filled from data under its Vietnamese keys."""
    names = keys_of(cls)
    convert = convert or {}
    return cls(**{names[k]: convert.get(names[k], _same)(v) for k, v in data.items() if k in names})


def _same(value: Any) -> Any:
    return value
